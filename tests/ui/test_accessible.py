"""A screen reader finds a name and a role for every control of every scene."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from models.slip import SlipState
from models.staff import Department, Post
from models.unit import AreaKind
from tests.makers import make_slip, make_staff, make_unit
from tests.ui.accessible import CONTROLS, things_in, unseen_stops
from tests.ui.answering import Answering
from ui.language import Language
from ui.scene import Stage, all_scenes
from ui.shell.main_window import MainWindow
from ui.window_state import WindowState
from ui.work import Work

_LIFE = (
    SlipState.ISSUED,
    SlipState.DISPATCHED,
    SlipState.ON_SITE,
    SlipState.QUOTED,
    SlipState.DISPUTED,
    SlipState.WORKING,
    SlipState.SUSPENDED,
    SlipState.DONE,
    SlipState.RETURNED,
    SlipState.CANCELLED,
)


@pytest.fixture
def lived(shop: Database, shop_desk: Desk, qapp: QApplication) -> Iterator[Database]:
    """A centre with a slip in every state, read in Chinese."""
    make_unit(shop, shop_desk)
    engineering = Department.ENGINEERING
    make_staff(shop, shop_desk, "主管", Post.SUPERVISOR, department=engineering)
    make_staff(shop, shop_desk, "技工", Post.TECHNICIAN, department=engineering)
    for state in _LIFE:
        make_slip(shop, shop_desk, state, area_kind=AreaKind.UNIT)
        make_slip(shop, shop_desk, SlipState.RETURNED)
    language = Language(qapp)
    language.speak("zh_CN")
    yield shop
    language.fall_silent()


def test_every_control_of_every_scene_has_a_name_and_a_role(
    lived: Database, work: Work, ask: Answering, tmp_path: Path, qtbot: QtBot
) -> None:
    window = MainWindow(work, WindowState(tmp_path / "window.ini"), ask)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    faults: dict[str, str] = {}
    controls = 0
    scenes = set()
    for name, find in all_scenes(Stage(window)):
        qtbot.waitUntil(lambda: not work.tasks.running())
        qtbot.wait(20)
        shown = find() if name else None
        if shown is None:
            continue
        scenes.add(name)
        for thing in things_in(shown):
            controls += thing.role in CONTROLS
            faults.update(dict.fromkeys(thing.faults, name))
        faults.update(dict.fromkeys(unseen_stops(shown), name))
        if isinstance(shown, QDialog):
            shown.reject()
        elif isinstance(shown, QMenu):
            shown.close()
    window.close()
    assert len(scenes) > 30
    assert controls > 500
    assert not faults, "\n".join(f"{scene}: {what}" for what, scene in faults.items())
