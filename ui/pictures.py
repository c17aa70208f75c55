"""Pictures of every screen and dialog, made without a display."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.slip_list import SlipFilter, SlipRow, first_slip_rows
from models.slip import SlipEvent, SlipState
from models.unit import AreaKind
from ui.garbage import Garbage
from ui.kit.ask import Ask
from ui.language import Language
from ui.shell.main_window import MainWindow
from ui.shell.window import make_application, make_work
from ui.theme.theme import Theme
from ui.theme.tokens import DARK, LIGHT
from ui.window_state import WindowState
from ui.work import Work

if TYPE_CHECKING:
    from app.desk import Clock

POLL_MS = 15
CALM_POLLS = 3
"""So many looks in a row must find nothing under way before a picture is taken."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way the window can look."""

    name: str = "light"
    width: int = 1440
    height: int = 900
    is_dark: bool = False
    language: str = "zh_CN"
    is_doubled: bool = False


VARIANTS = (Variant(), Variant("dark", 1280, 720, is_dark=True))


def take(
    url: str,
    folder: Path,
    *,
    clock: "Clock | None" = None,
    variants: Sequence[Variant] = VARIANTS,
) -> list[Path]:
    """Write a PNG of every screen and dialog on the database behind ``url`` into
    ``folder``; answers with the files. Nothing in the database changes.
    """
    folder.mkdir(parents=True, exist_ok=True)
    app = make_application()
    taken: list[Path] = []
    for variant in variants:
        with TemporaryDirectory() as home:
            state = WindowState(Path(home) / "window.ini")
            taken += _take_variant(app, url, folder, variant, state, clock)
    return taken


def _take_variant(
    app: QApplication,
    url: str,
    folder: Path,
    variant: Variant,
    state: WindowState,
    clock: "Clock | None",
) -> list[Path]:
    Theme.of(app).wear(DARK if variant.is_dark else LIGHT)
    language = Language(app)
    language.speak(variant.language, is_doubled=variant.is_doubled)
    work = make_work(url, clock=clock)
    window = MainWindow(work, state, Ask())
    window.resize(variant.width, variant.height)
    window.show()
    walk = _Walk(window, folder, variant)
    # A loop of its own: one that quits the application would leave no other running.
    loop = QEventLoop()
    walk.ended.connect(loop.quit)
    garbage = Garbage(app)
    garbage.take_over()
    walk.start()
    loop.exec()
    garbage.give_back()
    window.close()
    window.deleteLater()
    work.close()
    language.fall_silent()
    return walk.taken


class _Walk(QObject):
    """Goes from screen to screen, waits until each is quiet, and takes its picture."""

    ended = Signal()

    def __init__(self, window: MainWindow, folder: Path, variant: Variant) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._variant = variant
        self._steps = _steps(window)
        self._shown: tuple[str, Callable[[], QWidget | None]] | None = None
        self._calm = 0
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._look)
        self.taken: list[Path] = []

    def start(self) -> None:
        """Begin with the first screen."""
        self._timer.start()

    @Slot()
    def _look(self) -> None:
        is_busy = bool(self._window.work.tasks.running())
        self._calm = 0 if is_busy else self._calm + 1
        if self._calm < CALM_POLLS:
            return
        self._calm = 0
        if self._shown is not None:
            self._take(*self._shown)
            self._shown = None
            return
        step = next(self._steps, None)
        if step is None:
            self._timer.stop()
            self.ended.emit()
        elif step[0]:
            self._shown = step

    def _take(self, name: str, find: Callable[[], QWidget | None]) -> None:
        widget = find()
        if widget is None:
            return
        path = self._folder / f"{name}-{self._variant.name}.png"
        widget.grab().save(str(path))
        self.taken.append(path)
        if isinstance(widget, QDialog):
            widget.reject()


Step = tuple[str, Callable[[], QWidget | None]]
"""A name and where to find what is to be pictured; no name only waits."""


def _steps(window: MainWindow) -> Iterator[Step]:
    def whole() -> QWidget:
        return window

    def dialog() -> QWidget | None:
        return next(iter(_dialogs(window)), None)

    rows: list[SlipRow] = []
    _ask_rows(window.work, window, rows)
    yield "", whole
    window.show_page("intake")
    yield "intake", whole
    yield from _duplicates(window, rows)
    window.show_page("dispatch")
    yield "dispatch", whole
    yield from _moves(window, rows, dialog)
    yield from _return(window, rows)
    window.show_page("register")
    yield "register", whole
    yield from _slip(window, rows, dialog)
    yield from _settings(window, dialog)


def _duplicates(window: MainWindow, rows: Sequence[SlipRow]) -> Iterator[Step]:
    from ui.slip.intake_page import IntakePage

    page = window.show_page("intake")
    assert isinstance(page, IntakePage)
    unit = [row for row in rows if row.unit_label and row.state is SlipState.WORKING]
    for found in unit[:1] or [row for row in rows if row.unit_label][:1]:
        page.form.set_typed(
            {
                "area_kind": AreaKind.UNIT,
                "unit": found.unit_label,
                "area": found.area,
                "place": found.place,
                "reporter_name": found.reporter_name,
                "phone": found.phone,
                "content": found.content,
            }
        )
        page.form.unit.wanted.emit(found.unit_label)
        page.look_for_duplicates()
        yield "intake-duplicate", lambda: window
        page.form.clear()
        page.card.clear()


_PICTURED = (
    (SlipEvent.DISPATCH, SlipState.ISSUED),
    (SlipEvent.BOUNCE, SlipState.ISSUED),
    (SlipEvent.AMEND, SlipState.ISSUED),
    (SlipEvent.CANCEL, SlipState.ISSUED),
    (SlipEvent.REASSIGN, SlipState.DISPATCHED),
    (SlipEvent.ARRIVE, SlipState.DISPATCHED),
    (SlipEvent.SUSPEND, SlipState.DISPATCHED),
    (SlipEvent.RESCHEDULE, SlipState.DISPATCHED),
    (SlipEvent.ESCALATE, SlipState.DISPATCHED),
    (SlipEvent.VOID, SlipState.DISPATCHED),
    (SlipEvent.PRINT, SlipState.DISPATCHED),
    (SlipEvent.MOVE_COPY, SlipState.DISPATCHED),
    (SlipEvent.QUOTE, SlipState.ON_SITE),
    (SlipEvent.AGREE, SlipState.QUOTED),
    (SlipEvent.DISPUTE, SlipState.QUOTED),
    (SlipEvent.RESOLVE, SlipState.DISPUTED),
    (SlipEvent.COMPLETE, SlipState.WORKING),
    (SlipEvent.RESUME, SlipState.SUSPENDED),
    (SlipEvent.CORRECT, SlipState.RETURNED),
    (SlipEvent.INSPECT_FAIL, SlipState.RETURNED),
)


def _moves(
    window: MainWindow,
    rows: Sequence[SlipRow],
    dialog: Callable[[], QWidget | None],
) -> Iterator[Step]:
    from ui.slip.dispatch_page import DispatchPage

    page = window.show_page("dispatch")
    assert isinstance(page, DispatchPage)
    for event, state in _PICTURED:
        found = next((row for row in rows if row.state is state), None)
        if found is None:
            # A dialog looks the same on a slip that has gone a little further.
            found = next((row for row in rows if row.state in _UNDER_WAY), None)
        if found is not None:
            page.moves.start(event, found.id)
            yield f"dialog-{event.value}", dialog


_UNDER_WAY = frozenset({SlipState.DISPATCHED, SlipState.ON_SITE, SlipState.WORKING})


def _return(window: MainWindow, rows: Sequence[SlipRow]) -> Iterator[Step]:
    page = window.show_page("return")
    yield "return-empty", lambda: window
    out = [row for row in rows if row.state in _UNDER_WAY and row.unit_label]
    for found in out[:1]:
        page.look_at(found.id)
        yield "return", lambda: window


def _slip(
    window: MainWindow,
    rows: Sequence[SlipRow],
    dialog: Callable[[], QWidget | None],
) -> Iterator[Step]:
    from ui.slip.slip_page import SlipPage

    back = [row for row in rows if row.state is SlipState.RETURNED and row.unit_label]
    for found in back[:1]:
        page = window.show_page("slip", found.id)
        assert isinstance(page, SlipPage)
        yield "slip", lambda: window
        page.moves.show_paper(found.number)
        yield "", dialog
        yield "paper", dialog


def _settings(
    window: MainWindow, dialog: Callable[[], QWidget | None]
) -> Iterator[Step]:
    from ui.settings.page import SettingsPage
    from ui.settings.section import SECTIONS

    page = window.show_page("settings")
    assert isinstance(page, SettingsPage)
    for section in SECTIONS:
        page.look_at(section.id)
        yield f"settings-{section.id}", lambda: window
        page.edit.click()
        yield f"dialog-settings-{section.id}", dialog


def _dialogs(window: MainWindow) -> list[QDialog]:
    return [box for box in window.findChildren(QDialog) if box.isVisible()]


def _ask_rows(work: Work, owner: QObject, rows: list[Any]) -> None:
    work.look(owner, first_slip_rows, SlipFilter(), 600, done=rows.extend)
