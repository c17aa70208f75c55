"""What may go wrong on a register: late answers, rows that leave, midnight."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.database import Database
from app.desk import Desk
from app.listing import IsOneOf, IsWithin
from app.progress import Progress
from app.saved_view import SaveView, list_views, save_view
from app.slip_amend import AmendSlip, amend_slip
from app.slip_bulk import BulkAction, BulkDone, Left, change_bulk
from app.slip_filter import SlipFilter
from app.slip_list import Register
from app.slip_refusals import SignedByTechnician
from models.slip import JobType, SlipState
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip
from tests.ui.dialogs import shown_dialog
from tests.ui.slip.registers import edit_cell, ids_of, keep_view, row_of
from ui.kit.cell_editor import CellHint
from ui.kit.segmented import Segment
from ui.shell.main_window import MainWindow
from ui.slip.bulk_dialog import UrgencyManyDialog
from ui.slip.register_page import RegisterPage
from ui.slip.register_view import ViewBody, read_view
from ui.slip.span import Span

_S = SlipState
NOTHING = "Nothing written."


@pytest.fixture
def books(few_slips: list[int]) -> list[int]:
    return few_slips


@pytest.fixture
def page(books: list[int], window: MainWindow, qtbot: QtBot) -> RegisterPage:
    """The register of units, in front."""
    made = window.show_page("register")
    assert isinstance(made, RegisterPage)
    qtbot.waitUntil(lambda: made.list.filling.count == 3)
    qtbot.waitUntil(lambda: not window.work.tasks.running())
    return made


def test_sums_of_a_list_that_was_left_never_stand_under_the_next_one(
    page: RegisterPage, qtbot: QtBot
) -> None:
    foot = page.list.foot
    foot.ask(SlipFilter(register=Register.UNIT))
    foot.show_nothing()
    qtbot.waitUntil(lambda: not page.frame.work.tasks.running())
    assert foot.count.text() == "Counting…"
    assert not foot.shown_sums()


def test_sums_of_ticks_that_were_given_up_are_not_shown(
    page: RegisterPage, books: list[int], qtbot: QtBot
) -> None:
    page.list.ticks.tick(books[2:3])
    page.list.ticks.take_all()
    qtbot.waitUntil(lambda: not page.frame.work.tasks.running())
    assert page.list.selection.sums.text() == ""


def test_a_second_cell_waits_while_something_is_typed_in_the_first(
    page: RegisterPage, books: list[int], qtbot: QtBot
) -> None:
    editing = edit_cell(page, books[0], "content", qtbot)
    first = editing.editor
    assert first is not None
    first.field.line.setText("厨房水管漏水")  # type: ignore[attr-defined]
    edit_cell(page, books[1], "content", qtbot)
    assert editing.editor is first
    assert first.field.value() == "厨房水管漏水"
    assert first.field.line.hasFocus()  # type: ignore[attr-defined]
    edit_cell(page, books[1], "charged", qtbot)
    assert editing.editor is first
    assert not [h for h in page.table.findChildren(CellHint) if h.isVisible()]


def test_a_cell_in_which_nothing_was_typed_gives_way_to_the_next(
    page: RegisterPage, books: list[int], qtbot: QtBot
) -> None:
    first = edit_cell(page, books[0], "content", qtbot).editor
    second = edit_cell(page, books[1], "content", qtbot).editor
    assert second is not None
    assert second is not first
    assert second.field.value() == "灯坏了"


def test_what_was_typed_over_a_slip_that_changed_meanwhile_is_sent_by_a_second_enter(
    page: RegisterPage,
    books: list[int],
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    editor = edit_cell(page, books[0], "content", qtbot).editor
    assert editor is not None
    _, tables = shop.write(amend_slip, shop_desk, AmendSlip(books[0], content="跳闸了"))
    page.frame.work.changed.emit(tables)
    qtbot.waitUntil(lambda: row_of(page, books[0]).content == "跳闸了")
    line = editor.field.line  # type: ignore[attr-defined]
    line.setText("我写的")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    # What stands there now is said as soon as it is looked up.
    qtbot.waitUntil(lambda: "跳闸了" in editor.problem())
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: row_of(page, books[0]).content == "我写的")


def test_a_cell_being_edited_whose_row_left_the_list_names_the_slip_it_is_for(
    page: RegisterPage,
    books: list[int],
    qtbot: QtBot,
) -> None:
    editing = edit_cell(page, books[0], "content", qtbot)
    editor = editing.editor
    assert editor is not None
    editor.field.line.setText("厨房水管漏水")  # type: ignore[attr-defined]
    page.list.question.ask("state", IsOneOf(("returned",)))
    qtbot.waitUntil(lambda: ids_of(page) == [books[2]])
    assert "WX260302-001 left this list" in editor.problem()
    page.list.question.ask("state", None)
    qtbot.waitUntil(lambda: len(ids_of(page)) == 3)
    assert editor.problem() == ""
    assert editor.field.value() == "厨房水管漏水"


def test_a_view_of_pasted_numbers_counts_the_slips_it_shows(
    page: RegisterPage, window: MainWindow, clock: Clock, qtbot: QtBot
) -> None:
    clock.advance(days=2)
    page.period.chips[Span.TODAY].click()
    page.words.set_value("WX260302-001 WX260302-003 WX991231-001")
    page.words.edited.emit()
    qtbot.waitUntil(lambda: len(ids_of(page)) == 2)
    keep_view(page, window, "这两张", qtbot)
    (view,) = page.views.strip.views()
    qtbot.waitUntil(lambda: page.views.strip.chips[view.id].text() == "这两张  2")


def test_after_midnight_the_list_of_today_is_that_of_the_new_day(
    page: RegisterPage, clock: Clock, qtbot: QtBot
) -> None:
    page.period.chips[Span.TODAY].click()
    qtbot.waitUntil(lambda: page.list.filling.count == 3)
    clock.advance(days=1)
    page.watch_day()
    qtbot.waitUntil(lambda: page.list.filling.count == 0)


def test_days_asked_of_one_register_leave_the_other_with_a_span_that_is_seen(
    page: RegisterPage, books: list[int], window: MainWindow, qtbot: QtBot
) -> None:
    days = IsWithin(date(2026, 3, 1), date(2026, 3, 2))
    page.list.question.ask("issued", days)
    qtbot.waitUntil(lambda: ids_of(page) == [])
    page.register.segments()[1].click()
    qtbot.waitUntil(lambda: ids_of(page) == [books[3]])
    assert page.period.value() is Span.ALL
    page.keep()
    again = RegisterPage(window)
    qtbot.addWidget(again)
    again.register.segments()[0].click()
    qtbot.waitUntil(lambda: again.list.filling.count == 0)
    assert again.list.question.filters["issued"] == days
    assert again.period.value() is None


def test_unticked_rows_too_many_to_remember_untick_all(
    page: RegisterPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.slip.register_list.MOST_TICKS", 1)
    page.list.ticks.take_all()
    for each in ids_of(page)[:2]:
        page.list.ticks.turn(each)
    assert not page.list.place().ticked_all, "they would be ticked after a restart"


def test_all_that_was_ticked_yesterday_is_not_all_of_today(
    page: RegisterPage, window: MainWindow, clock: Clock, qtbot: QtBot
) -> None:
    page.period.chips[Span.TODAY].click()
    qtbot.waitUntil(lambda: page.list.filling.count == 3)
    page.list.ticks.take_all()
    page.keep()
    again = RegisterPage(window)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.list.filling.count == 3)
    assert again.list.ticks.is_all
    clock.advance(days=1)
    later = RegisterPage(window)
    qtbot.addWidget(later)
    qtbot.waitUntil(lambda: later.list.filling.count == 0)
    assert later.list.ticks.is_empty()


def test_the_trade_of_a_slip_under_way_is_chosen_in_its_cell(
    page: RegisterPage, books: list[int], qtbot: QtBot
) -> None:
    editing = edit_cell(page, books[1], "trade", qtbot)
    qtbot.waitUntil(lambda: editing.editor is not None)
    editor = editing.editor
    assert editor is not None
    assert editor.field.value() == "水工"
    editor.field.set_value("电工")
    qtbot.keyClick(editor.field.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: row_of(page, books[1]).trade == "电工")


def test_why_and_until_when_are_told_together_in_either_cell(
    page: RegisterPage, books: list[int], shop_desk: Desk, qtbot: QtBot
) -> None:
    editing = edit_cell(page, books[1], "unfinished_reason", qtbot)
    qtbot.waitUntil(lambda: editing.editor is not None)
    editor = editing.editor
    assert editor is not None
    assert editor.also is not None
    qtbot.keyClick(editor.field.editor, Qt.Key.Key_Return)
    assert editor.also.editor.hasFocus(), "first until when"
    qtbot.keyClicks(editor.also.editor, "03-05 17:00")
    qtbot.keyClick(editor.also.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(editor.problem()))
    editor.field.set_value("待料")
    qtbot.keyClick(editor.also.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: row_of(page, books[1]).why_unfinished == "待料")
    editing = edit_cell(page, books[1], "eta", qtbot)
    qtbot.waitUntil(lambda: editing.editor is not None)
    second = editing.editor
    assert second is not None
    assert second.also is not None
    assert second.also.value() == "待料"
    second.field.line.setText("03-01 09:00")  # type: ignore[attr-defined]
    qtbot.keyClick(second.field.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(second.field.problem()), timeout=2000)
    second.field.line.setText("03-06 09:00")  # type: ignore[attr-defined]
    qtbot.keyClick(second.field.editor, Qt.Key.Key_Return)
    wanted = shop_desk.at_local(date(2026, 3, 6)) + timedelta(hours=9)
    qtbot.waitUntil(lambda: row_of(page, books[1]).expected_at == wanted)


def test_a_remark_is_written_on_an_open_slip_without_a_reason(
    page: RegisterPage, books: list[int], qtbot: QtBot
) -> None:
    editor = edit_cell(page, books[0], "remark", qtbot).editor
    assert editor is not None
    assert editor.also is None
    editor.field.line.setText("业主下午在家")  # type: ignore[attr-defined]
    qtbot.keyClick(editor.field.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: row_of(page, books[0]).remark == "业主下午在家")


def test_an_opinion_that_nobody_gave_is_not_shown_as_one(
    page: RegisterPage, books: list[int], qtbot: QtBot
) -> None:
    editor = edit_cell(page, books[2], "opinion", qtbot).editor
    assert editor is not None
    assert editor.field.value() == row_of(page, books[2]).owner_opinion


def _urgent(page: RegisterPage, window: MainWindow, qtbot: QtBot) -> None:
    page.list.ticks.take_all()
    wanted = page.list.ticked()
    assert wanted is not None
    page.steps[page.list]._changing.start(BulkAction.URGENCY, wanted)
    dialog = shown_dialog(window, UrgencyManyDialog, qtbot)
    dialog.job_type.set_value(JobType.URGENT)
    dialog.submit()


def test_slips_that_are_that_urgent_already_are_told_before_and_not_counted(
    page: RegisterPage,
    books: list[int],
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    shop.write(amend_slip, shop_desk, AmendSlip(books[0], job_type=JobType.URGENT))
    page.list.ticks.tick(books[:2])
    wanted = page.list.ticked()
    assert wanted is not None
    page.steps[page.list]._changing.start(BulkAction.URGENCY, wanted)
    dialog = shown_dialog(window, UrgencyManyDialog, qtbot)
    assert dialog.job_type.value() is JobType.URGENT
    said = "1 slip(s) will be changed, 1 stay(s) as they are"
    assert dialog.preview.counts.text() == said
    assert "already" in dialog.preview.texts()[0]
    track = dialog.job_type.editor
    urgent, routine, planned = track.findChildren(Segment)
    planned.click()
    assert dialog.preview.counts.text() == "2 slip(s) will be changed"
    routine.click()
    assert dialog.count == 1
    urgent.click()
    dialog.submit()
    qtbot.waitUntil(lambda: row_of(page, books[1]).is_urgent)
    _, head, text = window.messages.message()
    assert (head, text) == ("Urgency: 1 slip(s)", "")


def test_who_stops_a_run_over_many_slips_is_told_that_nothing_was_written(
    page: RegisterPage,
    books: list[int],
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    def stopped(
        session: Session, desk: Desk, rows: Any, order: Any, progress: Progress
    ) -> BulkDone:
        progress.step(1, 2)
        progress.stop()
        return change_bulk(session, desk, rows, order, progress)

    monkeypatch.setattr("ui.slip.register_bulk.change_bulk", stopped)
    _urgent(page, window, qtbot)
    qtbot.waitUntil(lambda: window.messages.message()[1:] == ("Stopped", NOTHING))
    assert not row_of(page, books[0]).is_urgent


def test_slips_that_refused_are_not_said_to_be_changed_by_others(
    page: RegisterPage,
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    left = tuple(Left(each, SignedByTechnician(name="演示技工")) for each in "AB")
    monkeypatch.setattr(
        "ui.slip.register_bulk.change_bulk", lambda *_, progress: BulkDone((), left)
    )
    _urgent(page, window, qtbot)
    qtbot.waitUntil(lambda: "A、B" in window.messages.message()[2])
    said = window.messages.message()[2]
    assert "Changed by others" not in said
    assert "演示技工" in said


def test_a_view_of_any_words_can_be_kept(shop: Database, shop_desk: Desk) -> None:
    question = '{"sort": ["issued", true], "filters": {}}'
    body = ViewBody(Span.ALL, "漏\ud83d水\x00", question, ("number", "content"))
    shop.write(save_view, shop_desk, SaveView("unit", "半个字", body.to_text()))
    (kept,) = shop.read(list_views, shop_desk, "unit")
    assert read_view(kept.body) == body


def test_a_pasted_number_that_is_given_meanwhile_is_found(
    page: RegisterPage,
    books: list[int],
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.words.set_value("WX260302-001 WX260302-005")
    page.words.edited.emit()
    qtbot.waitUntil(lambda: ids_of(page) == books[:1])
    assert "WX260302-005" in page.pasted.lack.text()
    unit = AreaKind.UNIT
    made = make_slip(shop, shop_desk, area_kind=unit, anyway_reason="已核对").id
    page.frame.work.changed.emit(frozenset({"slip"}))
    qtbot.waitUntil(lambda: ids_of(page) == [made, books[0]])
    assert page.pasted.lack.text() == ""


def test_a_telephone_may_be_taken_out_where_none_is_needed(
    page: RegisterPage,
    books: list[int],
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    editor = edit_cell(page, books[0], "phone", qtbot).editor
    assert editor is not None
    editor.field.set_value("")
    qtbot.keyClick(editor.field.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(editor.problem()))
    editor.leave()
    shop.write(amend_slip, shop_desk, AmendSlip(books[3], phone="13800002233"))
    page.register.segments()[1].click()
    qtbot.waitUntil(lambda: ids_of(page) == [books[3]])
    qtbot.waitUntil(lambda: row_of(page, books[3]).phone == "13800002233")
    other = edit_cell(page, books[3], "phone", qtbot).editor
    assert other is not None
    other.field.set_value("")
    qtbot.keyClick(other.field.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: row_of(page, books[3]).phone is None)
