"""Loads what rooms and dialogs are made of while nobody waits for it.

A module takes a few milliseconds; a room all of whose modules were loaded when it is
first entered would hold the window up for longer than a person lets pass unnoticed.
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from PySide6.QtCore import QObject, QTimer, Signal, Slot

PACKAGES = ("app", "ui.kit", "ui.slip", "ui.search", "ui.settings", "ui.sheet")
AFTER_MS = 400
EVERY_MS = 20
_PICTURED = "_scene"
_TYPED_ONLY = ("demo_", "check_")
"""Parts that only commands ask for."""


class LoadAhead(QObject):
    """Loads one module at a time, beginning a moment after ``start``."""

    ended = Signal()
    """Everything is loaded."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._names = _module_names()
        self._timer = QTimer(self, interval=AFTER_MS)
        self._timer.timeout.connect(self._load_next)

    def start(self) -> None:
        """Begin, once the window has been painted."""
        self._timer.start()

    def is_done(self) -> bool:
        """Whether everything is loaded."""
        return not self._timer.isActive()

    @Slot()
    def _load_next(self) -> None:
        self._timer.setInterval(EVERY_MS)
        name = next(self._names, None)
        if name is None:
            self._timer.stop()
            self.ended.emit()
        else:
            import_module(name)


def _module_names() -> Iterator[str]:
    for package in PACKAGES:
        for module in iter_modules(import_module(package).__path__):
            name = module.name
            if not name.endswith(_PICTURED) and not name.startswith(_TYPED_ONLY):
                yield f"{package}.{name}"
