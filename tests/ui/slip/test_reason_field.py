"""A reason is chosen with one or two keys, and a time with one press."""

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.slip_view import load_slip_view
from models.slip import SlipEvent, SlipState
from tests.makers import make_slip
from tests.ui.dialogs import shown_dialog
from ui.kit.button import Button
from ui.shell.main_window import MainWindow
from ui.slip.dispatch_page import DispatchPage
from ui.slip.reason_field import ReasonField
from ui.slip.work_dialog import SuspendDialog

REASONS = ("待料", "缺人手", "技术原因", "待厂家", "单据遗失")


@pytest.fixture
def field(qtbot: QtBot) -> ReasonField:
    """A field with five reasons, none chosen."""
    made = ReasonField(REASONS, empty="选原因")
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        ("1", "待料"),
        ("5", "单据遗失"),
        ("9", None),
        ("q", "缺人手"),
        ("dl", "待料"),
        ("dc", "待厂家"),
        ("dj", "单据遗失"),
        ("dd", "待厂家"),
        ("x", None),
    ],
)
def test_numbers_and_initials_choose(
    field: ReasonField, keys: str, chosen: str | None, qtbot: QtBot
) -> None:
    if keys == "dd":
        qtbot.keyClicks(field.box, "d")
        field._since.invalidate()  # the person waited, and wants the next with d
        keys = "d"
    qtbot.keyClicks(field.box, keys)
    assert field.value() == chosen


def test_a_stored_reason_has_no_number(field: ReasonField, qtbot: QtBot) -> None:
    qtbot.keyClick(field.box, Qt.Key.Key_2)
    assert field.value() == "缺人手"
    assert field.box.currentText() == "2 缺人手"


def test_unfinished_work_is_recorded_with_a_number_a_time_and_enter(
    peopled: Database,
    window: MainWindow,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    slip = make_slip(peopled, shop_desk, SlipState.DISPATCHED)
    page = window.show_page("dispatch")
    assert isinstance(page, DispatchPage)
    page.moves.start(SlipEvent.SUSPEND, slip.id)
    dialog = shown_dialog(window, SuspendDialog, qtbot)
    qtbot.keyClick(dialog.reason_field.box, Qt.Key.Key_1)
    times = dialog.likely.findChildren(Button)
    texts = [each.text() for each in times]
    assert texts == [
        "Today 12:00",
        "Today 17:30",
        "Tomorrow 12:00",
        "Tomorrow 17:30",
    ]
    qtbot.keyClick(times[2], Qt.Key.Key_Return)
    assert dialog.eta.typed() == "03-03 12:00"
    qtbot.keyClick(dialog.eta.line, Qt.Key.Key_Return)

    def facts() -> Mapping[str, object]:
        return peopled.read(load_slip_view, shop_desk, slip.id).facts

    qtbot.waitUntil(lambda: facts()["state"] is SlipState.SUSPENDED)
    assert facts()["unfinished_reason"] == "待料"
