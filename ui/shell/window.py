"""Opens the program's window on a database."""

import gc
import os
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.errors import Refusal, Trouble
from ui.crash import CrashWatch
from ui.garbage import Garbage
from ui.kit.ask import Ask
from ui.kit.icon import app_icon
from ui.language import Language, translate
from ui.log_file import start_log
from ui.shell.main_window import MainWindow
from ui.shell.pages import watches
from ui.shell.warm_up import FIRST_MS, STEP_MS, WarmUp, warm_readings
from ui.shell.window_place import place_window
from ui.tasks import Tasks
from ui.theme.theme import Choice, Theme
from ui.theme.typeface import load_fonts
from ui.window_state import WindowState
from ui.work import Work, open_work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.desk import Clock
    from ui.shell.frame import Frame
    from ui.shell.upgrade_window import UpgradeWindow

FIRST_PAGE = "intake"
LANGUAGE_VARIABLE = "SILIAN_LANG"
TURN_SECONDS = 0.0005
"""How long a busy lane may keep the screen waiting. Python lets it wait ten times as
long, and again at each call into Qt: a list painted meanwhile would stand still.
"""


def open_window(
    url: str,
    clock: "Clock | None" = None,
    *,
    centre: str | None = None,
    actor: str | None = None,
) -> int:
    """Create or upgrade the database behind ``url``, show the window on it, and stay
    until it is closed; the exit code. An upgrade shows what it does.

    ``actor`` None takes who acted last on this computer. Only call where there is a
    display (``ui.display.has_display``).
    """
    app = make_application()
    watch = CrashWatch(start_log(), parent=app)
    watch.install()
    state = WindowState()
    theme = Theme.of(app)
    if state.text("look") in set(Choice):
        theme.choose(Choice(state.text("look")))
    language = Language(app)
    language.speak(os.environ.get(LANGUAGE_VARIABLE) or state.text("language"))
    make = partial(
        make_work,
        url,
        clock=clock,
        centre=centre,
        actor=actor,
        last_actor=state.text("actor"),
    )
    opening = Opening(app, state, language, make, url)
    watch.rescue = opening.rescue
    garbage = Garbage(app)
    garbage.take_over()
    sys.setswitchinterval(TURN_SECONDS)
    opening.warm_up.ended.connect(garbage.spare)
    opening.ready.connect(garbage.spare)
    opening.start()
    code = app.exec()
    opening.close()
    _take_down(app)
    garbage.give_back()
    watch.remove()
    return code


def _begin_watches(
    window: MainWindow, waiting: "Iterator[Callable[[Frame], object]]"
) -> None:
    """Listen for the rooms, one after another: each loads a part of the program."""
    begin = next(waiting, None)
    if begin is not None:
        begin(window)
        again = partial(_begin_watches, window, waiting)
        QTimer.singleShot(STEP_MS, window, again)


def _take_down(app: QApplication) -> None:
    """Let every window go while the application is still there: those that Python
    collects on its way out would reach for what Qt has destroyed.
    """
    for widget in windows(app):
        widget.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.unfreeze()
    gc.collect()


def windows(app: QApplication) -> list[QWidget]:
    """The windows there are, without what belongs to a part of one: a completer
    destroys its own list, and would do so again if somebody else had.
    """
    return [
        widget
        for widget in app.topLevelWidgets()
        if widget.windowType() is not Qt.WindowType.Popup
    ]


def make_application() -> QApplication:
    """The application in the program's fonts and colours; made once a process."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Silian")
    app.setDesktopFileName("silian")
    load_fonts()
    Theme.of(app)
    return app


def give_icon(app: QApplication) -> None:
    """Let the desktop show what every window of the program is known by."""
    app.setWindowIcon(app_icon())


def make_work(
    url: str,
    *,
    clock: "Clock | None" = None,
    centre: str | None = None,
    actor: str | None = None,
    last_actor: str | None = None,
) -> Work:
    """The work on a database, created first where there is none; everything that can
    be wrong before there is a window is raised here as ``Refusal`` or ``Trouble``,
    also that an upgrade is needed (``DatabaseOutdated``).

    ``last_actor`` acts if nobody else is named, unless that person has left.
    """
    # The database brings SQLAlchemy along, which the first paint does not need.
    from app.database import Database
    from app.desk import ActorUnknown, system_clock
    from app.schema import create_or_upgrade

    create_or_upgrade(url, may_upgrade=False)
    database = Database(url)
    tasks = Tasks()
    asked = partial(
        open_work, database, tasks, clock=clock or system_clock, centre=centre
    )
    try:
        if actor is not None or not last_actor:
            return asked(actor=actor)
        try:
            return asked(actor=last_actor)
        except ActorUnknown:
            return asked()
    except BaseException:
        tasks.close()
        database.close()
        raise


class Opening(QObject):
    """Tries to open until it works or the person gives up."""

    ready = Signal()
    """Everything is loaded, and every room is made."""

    def __init__(
        self,
        app: QApplication,
        state: WindowState,
        language: Language,
        make_work: Callable[[], Work],
        url: str,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._state = state
        self._language = language
        self._make_work = make_work
        self._url = url
        self._work: Work | None = None
        self.upgrading: UpgradeWindow | None = None
        self.window: MainWindow | None = None
        self.warm_up = WarmUp(self)
        self.warm_up.ended.connect(self._make_rooms)

    @Slot()
    def start(self) -> None:
        """Open the database and show the window, or say why not."""
        from app.desk import SYSTEM
        from app.schema import DatabaseOutdated

        try:
            self._work = self._make_work()
        except DatabaseOutdated:
            self._upgrade()
            return
        except (Refusal, Trouble) as problem:
            self._tell(problem)
            return
        self.window = self._make_window(self._work)
        warm = partial(warm_readings, self, self._work.tasks)
        self.warm_up.begun.connect(lambda: QTimer.singleShot(FIRST_MS, self, warm))
        self.warm_up.start(self._work.tasks)
        if self._work.desk.actor == SYSTEM:
            self.window.ask_who_acts()

    @Slot()
    def _make_rooms(self) -> None:
        if self.window is not None:
            from ui.shell.room_maker import RoomMaker

            maker = RoomMaker(self.window)
            maker.ended.connect(self.ready)
            maker.start()

    def _upgrade(self) -> None:
        from app.database import place_of
        from app.schema import create_or_upgrade
        from ui.shell.upgrade_window import UpgradeWindow

        upgrade = partial(create_or_upgrade, self._url)
        self.upgrading = UpgradeWindow(upgrade, place_of(self._url), Tasks())
        self.upgrading.upgraded.connect(self.start)
        self.upgrading.rejected.connect(self._app.quit)
        self.upgrading.begin()

    def _make_window(self, work: Work, page_id: str = FIRST_PAGE) -> MainWindow:
        window = MainWindow(work, self._state, Ask())
        window.language_wanted.connect(self._speak)
        place_window(window, self._state.data("geometry"))
        window.enter(page_id)
        window.show()
        window.raise_()
        window.activateWindow()
        window.others.start()
        # The desktop shows the icon, a room that rings is heard: soon enough when the
        # first list is painted.
        begin = partial(_begin_watches, window, watches())
        if self.warm_up.is_done():
            QTimer.singleShot(FIRST_MS, window, begin)
        else:
            self.warm_up.begun.connect(begin)
            self.warm_up.begun.connect(partial(give_icon, self._app))
        return window

    @Slot(str)
    def _speak(self, name: str) -> None:
        """Build the window again in another language; what was typed goes along."""
        old, work = self.window, self._work
        if old is None or work is None:
            return
        trouble = old.rescue()
        if trouble is not None:
            work.trouble_met.emit(trouble, lambda: old.choose_language(name))
            return
        page_id = old.front_page_id()
        # The last window that closes ends the program.
        self._app.setQuitOnLastWindowClosed(False)
        old.shut()
        old.deleteLater()
        self._language.speak(name)
        self.window = self._make_window(work, page_id)
        if self.warm_up.is_done():
            self._make_rooms()
        self._app.setQuitOnLastWindowClosed(True)

    def _tell(self, problem: Refusal | Trouble) -> None:
        from ui.shell.trouble_box import TroubleBox
        from ui.texts import sentence

        box = TroubleBox(
            None, sentence(problem, translate), self.start, leave_text=self.tr("Quit")
        )
        box.rejected.connect(self._app.quit)
        box.open()

    def rescue(self) -> None:
        """Have the window save what was typed, if there is one."""
        if self.window is None or self._work is None:
            return
        trouble = self.window.rescue()
        if trouble is not None:
            self._work.trouble_met.emit(trouble, self.rescue)

    def close(self) -> None:
        """Stop accepting, stop what runs, wait, let the database go."""
        if self.upgrading is not None and isValid(self.upgrading):
            self.upgrading.close_tasks()
        if self._work is not None:
            self._work.close()
