"""What tests of the window are given: an application, a work, a window on a desk."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk, open_desk
from tests.clock import Clock
from tests.makers import make_staff, make_unit
from tests.ui.answering import Answering
from ui.notice import Notice
from ui.printing import Printing
from ui.shell.main_window import MainWindow
from ui.shell.window import make_application
from ui.tasks import SameThread, Tasks
from ui.theme.theme import Choice, Theme
from ui.window_state import WindowState
from ui.work import Work, open_work

HERE = Path(__file__).parent
PATIENCE_MS = 20_000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # The offscreen platform warns of what it cannot do: raise, grab the keyboard.
    quiet = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(quiet)


class PatientBot(QtBot):
    """Waits longer than a busy computer takes."""

    def waitUntil(
        self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS
    ) -> None:
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The bot of the plugin, with more patience."""
    return PatientBot(request)


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The program's own application: its fonts, its colours, English texts."""
    return make_application()


@pytest.fixture(autouse=True)
def _as_the_application_was() -> Iterator[None]:
    """The look that a test chose goes with it, and what it copied: there is one
    application for all, and Qt would free a test's mime data after Python has ended.
    """
    yield
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    if Theme.of(app).choice is not Choice.SYSTEM:
        Theme.of(app).choose(Choice.SYSTEM)
    app.clipboard().clear()


@pytest.fixture
def shop(new_sqlite: Callable[[str], str]) -> Iterator[Database]:
    """A database for the window; what the engines differ in is not seen here."""
    opened = Database(new_sqlite("window"))
    yield opened
    opened.close()


@pytest.fixture
def shop_desk(shop: Database, clock: Clock) -> Desk:
    """The desk that fills the database before the window opens."""
    return shop.read(open_desk, clock=clock)


@pytest.fixture
def work(shop: Database, clock: Clock, qapp: QApplication) -> Iterator[Work]:
    """The door to the desk; what is asked runs at once, answers come home queued."""
    opened = open_work(shop, Tasks(lambda _: SameThread()), clock=clock)
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What would have been played, and the notes left on the desktop."""
    sounds: list[str] = []

    def tell(_: Notice, title: str, text: str, clicked: Callable[[], object]) -> None:
        sounds.append(f"{title} | {text}")

    monkeypatch.setattr(Notice, "ring", lambda _, sound: sounds.append(sound.name))
    monkeypatch.setattr(Notice, "tell", tell)
    monkeypatch.setattr(Printing, "print_straight", lambda *_: False)
    return sounds


@pytest.fixture
def ask() -> Answering:
    """Boxes that answer by themselves."""
    return Answering()


@pytest.fixture
def window(
    work: Work, ask: Answering, tmp_path: Path, qtbot: QtBot
) -> Iterator[MainWindow]:
    """The window on an empty centre."""
    made = MainWindow(work, WindowState(tmp_path / "window.ini"), ask)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    yield made
    for box in made.findChildren(QDialog):
        box.reject()
    made.close()


@pytest.fixture
def peopled(shop: Database, shop_desk: Desk) -> Database:
    """The database with a unit of two owners and somebody on each post of the slip."""
    from models.staff import Department, Post

    make_unit(shop, shop_desk)
    engineering = Department.ENGINEERING
    make_staff(shop, shop_desk, "演示主管", Post.SUPERVISOR, department=engineering)
    make_staff(shop, shop_desk, "演示技工", Post.TECHNICIAN, department=engineering)
    return shop
