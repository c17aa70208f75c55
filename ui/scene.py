"""The table of scenes: what is pictured, part by part.

A part of the window has a module ``*_scene.py`` with ``scenes(stage)``: a generator
that brings the window into a state, and yields a name and where to find the picture.
The runner waits until nothing is under way before it takes the picture.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import UTC, datetime
from importlib import import_module

from PySide6.QtWidgets import QDialog, QMenu, QWidget

from app.slip_list import SlipFilter, SlipRow, first_slip_rows
from models.slip import SlipState
from ui.shell.main_window import MainWindow

MODULES = (
    "ui.slip.intake_scene",
    "ui.slip.dispatch_scene",
    "ui.returns.return_scene",
    "ui.day.day_scene",
    "ui.slip.register_scene",
    "ui.slip.register_work_scene",
    "ui.callback.callback_scene",
    "ui.inspection.inspection_scene",
    "ui.finance.finance_scene",
    "ui.finance.payment_scene",
    "ui.finance.waiver_scene",
    "ui.dashboard.dashboard_scene",
    "ui.sheet.sheet_scene",
    "ui.register_book.register_book_scene",
    "ui.settings.settings_scene",
    "ui.shell.frame_scene",
)
"""Every part that has scenes; a new part adds its line."""

Find = Callable[[], QWidget | None]
Step = tuple[str, Find]
"""A name and where to find what is pictured; an empty name only waits."""

MOST_ROWS = 600
UNDER_WAY = frozenset({SlipState.DISPATCHED, SlipState.ON_SITE, SlipState.WORKING})


class Stage:
    """The window that is pictured, and the slips it can be shown with."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.rows: list[SlipRow] = []

    def whole(self) -> QWidget:
        """The window itself."""
        return self.window

    def dialog(self) -> QWidget | None:
        """The dialog that is open."""
        boxes = self.window.findChildren(QDialog)
        return next((box for box in boxes if box.isVisible()), None)

    def popup(self) -> QWidget | None:
        """The menu that is open."""
        menus = self.window.findChildren(QMenu)
        return next((menu for menu in menus if menu.isVisible()), None)

    def stand_at(self, moment: datetime) -> None:
        """Let the window's clock stand at another moment."""
        work = self.window.work
        work.take_desk(work.desk.at(moment.astimezone(UTC)))

    def wait(self) -> Step:
        """A step that takes no picture."""
        return "", self.whole

    def row_in(
        self, states: Collection[SlipState] = (), *, of_unit: bool = False
    ) -> SlipRow | None:
        """The newest slip in one of ``states`` (empty: any), None if there is none."""
        for row in self.rows:
            if states and row.state not in states:
                continue
            if not of_unit or row.unit_label:
                return row
        return None


def opening_scenes(stage: Stage) -> Iterator[Step]:
    """Learns which slips there are to be pictured; takes no picture."""
    window = stage.window
    wanted = SlipFilter()
    window.work.look(window, first_slip_rows, wanted, MOST_ROWS, done=stage.rows.extend)
    yield stage.wait()


def scenes_of(module: str, stage: Stage) -> Iterator[Step]:
    """The steps of one part."""
    steps: Iterator[Step] = import_module(module).scenes(stage)
    return steps


def all_scenes(stage: Stage, modules: Sequence[str] = MODULES) -> Iterator[Step]:
    """The steps of every part, one part after the other."""
    yield from opening_scenes(stage)
    for module in modules:
        yield from scenes_of(module, stage)
