"""Loads what the first paint did without, little by little, before it is needed."""

from collections.abc import Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Slot

STEP_MS = 120
"""Between two of them the person types on."""

MODULES = (
    "models.all",
    "app.search_index",
    "app.search",
    "app.duplicate",
    "app.data_book_finding",
    "app.check_problem",
    "app.settings_change",
    "app.word_list",
    "ui.texts",
    "ui.search.hit_popup",
    "ui.shell.trouble_box",
    "ui.slip.register_page",
    "ui.slip.dispatch_page",
    "ui.slip.return_page",
    "ui.slip.slip_page",
    "reports.slip_form_load",
)
"""In the order in which somebody may want them; each is loaded in a blink."""


class WarmUp(QObject):
    """One module a step, then it is done."""

    def __init__(self, parent: QObject, modules: Sequence[str] = MODULES) -> None:
        super().__init__(parent)
        self._waiting = list(modules)
        self._timer = QTimer(self, interval=STEP_MS)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Begin once the window has had its turn."""
        self._timer.start()

    def stop(self) -> None:
        """Load no more."""
        self._timer.stop()

    @Slot()
    def _step(self) -> None:
        if self._waiting:
            import_module(self._waiting.pop(0))
        if not self._waiting:
            self._timer.stop()
