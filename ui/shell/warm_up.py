"""Loads what the first paint did without, little by little, before it is needed.

A module takes a few milliseconds. A room whose modules are all loaded when it is first
entered holds the window up for longer than a person lets pass unnoticed, so the parts
are loaded one by one, small ones before the rooms made of them.
"""

import sys
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.progress import Progress
from ui.shell.pages import PAGES
from ui.tasks import Lane, Tasks

FIRST_MS = 120
STEP_MS = 25
"""Between two of them the person types on."""

FIRST = (
    "app.search_index",
    "app.search",
    "app.duplicate",
    "ui.search.hit_popup",
    "ui.shell.trouble_box",
)
"""What somebody may want before anything else."""

ROOMS = sorted({page.module.rpartition(".")[0] for page in PAGES})
PACKAGES = ("app", "ui.kit", "ui.scanner", "ui.search", *ROOMS)
LAST = ("ui.texts", "reports.slip_form_load")
"""What is made of nearly everything else."""
_PICTURED = "_scene"
_TYPED_ONLY = ("demo_", "check_")
"""Parts of packages that no room is made of."""


class WarmUp(QObject):
    """One module a step, then it is done.

    It begins when the first answers have come: on a slow computer the first list is
    not painted yet when the window has been there for a while.
    """

    begun = Signal()
    """What the window asked first is answered."""
    ended = Signal()
    """Everything is loaded."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting = module_names()
        self._tasks: Tasks | None = None
        """Asked until it has begun."""
        self._has_come = False
        self._timer = QTimer(self, interval=FIRST_MS)
        self._timer.timeout.connect(self._step)

    def start(self, tasks: Tasks) -> None:
        """Begin once the window has had its turn and what it shows is there."""
        self._tasks = tasks
        self._timer.start()

    def stop(self) -> None:
        """Load no more."""
        self._timer.stop()

    def is_done(self) -> bool:
        """Whether everything is loaded."""
        return not self._timer.isActive()

    @Slot()
    def _step(self) -> None:
        if self._tasks is not None:
            if any(job.lane is Lane.READ for job in self._tasks.running()):
                return
            if not self._has_come:
                # It is painted before anything else is begun.
                self._has_come = True
                return
            self._tasks = None
            self._timer.setInterval(STEP_MS)
            self.begun.emit()
        name = next((each for each in self._waiting if each not in sys.modules), None)
        if name is None:
            self._timer.stop()
            self.ended.emit()
        else:
            import_module(name)


def warm_readings(owner: QObject, tasks: Tasks) -> None:
    """Load how names are read, where the search will ask for it; nobody waits."""

    def learn(_: Progress) -> None:
        from app.name_reading import learn_readings

        learn_readings()

    def failed(problem: Exception) -> None:
        sys.excepthook(type(problem), problem, problem.__traceback__)

    tasks.start(Lane.READ, owner, learn, lambda _: None, failed)


def module_names() -> Iterator[str]:
    """What is loaded, in order."""
    yield from _modules_of("models")
    yield from FIRST
    for package in PACKAGES:
        yield from _modules_of(package)
    yield from LAST


def _modules_of(package: str) -> Iterator[str]:
    for module in iter_modules(import_module(package).__path__):
        name = module.name
        if not name.endswith(_PICTURED) and not name.startswith(_TYPED_ONLY):
            yield f"{package}.{name}"
