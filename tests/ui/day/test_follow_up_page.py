"""Unfinished slips are looked after beside their list; nothing typed is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.follow_up import FollowUpFilter, list_unfinished
from app.slip_return import TakeBackSlip, take_back_slip
from models.follow_up import FollowUpSide
from models.staff import Post
from models.unfinished_row import UnfinishedRow
from tests.ui.answering import Answering
from ui.day.follow_up_page import FollowUpPage
from ui.shell.main_window import MainWindow
from ui.slip.paper_dialog import PaperDialog
from ui.window_state import WindowState
from ui.work import Work

CONTROL = Qt.KeyboardModifier.ControlModifier
ENGINEERING, HOUSEKEEPING = FollowUpSide


@pytest.fixture
def page(two: tuple[int, int], window: MainWindow, qtbot: QtBot) -> FollowUpPage:
    """The page in front, its first slip in hand."""
    made = window.show_page("follow_up")
    assert isinstance(made, FollowUpPage)
    qtbot.waitUntil(lambda: made.row is not None)
    return made


def rows(shop: Database, desk: Desk) -> list[UnfinishedRow]:
    return shop.read(list_unfinished, desk, FollowUpFilter())


def test_the_oldest_slip_is_in_hand_and_says_who_is_late(
    page: FollowUpPage, two: tuple[int, int]
) -> None:
    assert page.row is not None
    assert page.row.id == two[0]
    assert page.row.number in page.facts.texts()
    late, calm = page.facts.texts()[-2:]
    assert "overdue" in late
    assert "overdue" not in calm


def test_a_look_is_typed_and_saved_by_keys_alone(
    page: FollowUpPage,
    two: tuple[int, int],
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.form.note.text.hasFocus()
    qtbot.keyClicks(page.form.note.text, "parts come on Friday")
    page.form.eta_at.set_typed("03-06 17:00")
    page.form.report_to.set_value("物业总监")
    qtbot.keyClick(page.form.note.text, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: rows(shop, shop_desk)[0].engineering is not None)
    row = rows(shop, shop_desk)[0]
    assert row.engineering is not None
    assert row.engineering.note == "parts come on Friday"
    assert row.escalated_to == "物业总监"
    assert row.eta_at is not None
    assert f"{shop_desk.local(row.eta_at):%m-%d %H:%M}" == "03-06 17:00"
    qtbot.waitUntil(lambda: page.form.note.value() == "")
    assert page.table.hasFocus()
    qtbot.waitUntil(lambda: "overdue" not in "".join(page.facts.texts()))


def test_what_is_wrong_is_said_beside_its_field_and_stays_typed(
    page: FollowUpPage, qtbot: QtBot
) -> None:
    page.submit()
    qtbot.waitUntil(lambda: page.form.note.problem() != "")
    page.form.note.set_value("长" * 301)
    page.submit()
    qtbot.waitUntil(lambda: "301" in page.form.note.problem())
    assert len(page.form.note.value()) == 301
    page.form.note.set_value("已问")
    page.form.eta_at.set_typed("2026-03-01 08:00")
    page.submit()
    qtbot.waitUntil(lambda: page.form.eta_at.problem() != "")
    assert page.form.note.value() == "已问"
    page.form.eta_at.set_typed("someday")
    page.submit()
    assert page.form.eta_at.problem() != ""
    assert not page.is_saving


def test_what_is_typed_belongs_to_its_slip(
    page: FollowUpPage, two: tuple[int, int], qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.form.note.text, "first")
    page.table.choose_id(two[1])
    assert page.row is not None
    assert page.row.id == two[1]
    assert page.form.note.value() == ""
    qtbot.keyClicks(page.form.note.text, "second")
    page.table.choose_id(two[0])
    assert page.form.note.value() == "first"
    page.table.choose_id(two[1])
    assert page.form.note.value() == "second"


def test_what_is_typed_outlives_a_crash_and_a_change_of_language(
    page: FollowUpPage,
    two: tuple[int, int],
    window: MainWindow,
    work: Work,
    ask: Answering,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    qtbot.keyClicks(page.form.note.text, "half a sentence")
    assert window.rescue() is None
    again = MainWindow(work, WindowState(tmp_path / "window.ini"), ask)
    qtbot.addWidget(again)
    again.show()
    other = again.show_page("follow_up")
    assert isinstance(other, FollowUpPage)
    qtbot.waitUntil(lambda: other.row is not None)
    assert other.form.note.value() == "half a sentence"
    again.close()


def test_a_slip_that_came_back_meanwhile_is_told_and_leaves_the_list(
    page: FollowUpPage,
    two: tuple[int, int],
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.table.choose_id(two[1])
    page.form.note.setFocus()
    qtbot.keyClicks(page.form.note.text, "asked")
    shop.write(take_back_slip, shop_desk, TakeBackSlip(two[1], result_text="已修好"))
    page.submit()
    qtbot.waitUntil(lambda: window.messages.isVisible())
    window.work.tell_changed(frozenset({"slip"}))
    qtbot.waitUntil(lambda: page.table.row_count() == 1)
    assert page.row is None or page.row.id == two[0]


def test_the_list_shows_only_who_is_due(
    page: FollowUpPage, two: tuple[int, int], qtbot: QtBot
) -> None:
    page.look_at(ENGINEERING)
    qtbot.waitUntil(lambda: page.table.filling.count == 2)
    page.look_at(HOUSEKEEPING)
    qtbot.waitUntil(lambda: page.table.filling.count == 0)
    assert page.row is None
    page.look_at(two[1])
    qtbot.waitUntil(lambda: page.row is not None and page.row.id == two[1])


def test_somebody_of_a_side_does_not_choose_it(
    page: FollowUpPage, window: MainWindow, qtbot: QtBot
) -> None:
    assert not page.form.side.isHidden()
    window.act_as("演示主管")
    qtbot.waitUntil(lambda: window.work.desk.actor == "演示主管")
    qtbot.waitUntil(lambda: page.form.side.isHidden())
    assert page.form.side.value() is ENGINEERING


def test_a_supervisor_ticks_the_day_once(
    page: FollowUpPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.act_as("演示主管")
    qtbot.waitUntil(lambda: window.work.desk.actor == "演示主管")
    assert Post.SUPERVISOR in window.work.desk.posts
    qtbot.waitUntil(lambda: not page.review.supervisor.isVisible())
    assert page.review.tick.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: not page.review.tick.isVisible())


@pytest.mark.parametrize("side", list(FollowUpSide))
def test_the_list_is_shown_before_it_is_printed(
    page: FollowUpPage, window: MainWindow, side: FollowUpSide, qtbot: QtBot
) -> None:
    page.form.side.set_value(side)
    qtbot.keyClick(page, Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: bool(window.findChildren(PaperDialog)))
    (paper,) = window.findChildren(PaperDialog)
    qtbot.waitUntil(lambda: paper.page_count() == 1)
    paper.reject()
