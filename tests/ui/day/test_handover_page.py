"""The next post is told what is left over, once, by one person to another."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.return_check import FinalCheck, make_final
from app.shift_handover import HandoverRow, find_handover_ids, load_handover_rows
from models.slip import JobType
from tests.app.books import by_hand
from tests.clock import Clock
from tests.makers import make_slip
from ui.day.handover_line import Part, lines_of
from ui.day.handover_page import HandoverPage
from ui.shell.main_window import MainWindow
from ui.slip.paper_dialog import PaperDialog

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(
    two: tuple[int, int],
    lost: int,
    peopled: Database,
    shop_desk: Desk,
    clock: Clock,
    window: MainWindow,
    qtbot: QtBot,
) -> HandoverPage:
    """The page ten minutes before the shift changes."""
    make_slip(peopled, shop_desk, job_type=JobType.URGENT)
    clock.local("2026-03-03 17:50:00")
    made = window.show_page("handover")
    assert isinstance(made, HandoverPage)
    qtbot.waitUntil(lambda: made.sheet is not None)
    return made


def handed(shop: Database, desk: Desk) -> list[HandoverRow]:
    ids = shop.read(find_handover_ids, desk, 60)
    rows = shop.read(load_handover_rows, desk, ids)
    return [row for row in rows if row is not None and row.handed_at is not None]


def close_papers(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(window.findChildren(PaperDialog)))
    for paper in window.findChildren(PaperDialog):
        qtbot.waitUntil(lambda p=paper: p.page_count() > 0)  # type: ignore[misc]
        paper.reject()


def test_urgent_slips_stand_first_and_gap_cases_last(page: HandoverPage) -> None:
    parts = [page.model.row_at(at) for at in range(page.model.rowCount())]
    told = [line.part for line in parts if line is not None]
    others = [Part.OTHER] * 3
    assert told == [Part.URGENT, *others, Part.GAP, Part.GAP]


def test_an_urgent_slip_says_that_it_is_missing_and_when_its_appointment_is(
    page: HandoverPage,
) -> None:
    assert page.sheet is not None
    slip = replace(page.sheet.urgent[0], appointment_at=page.sheet.shift_at)
    sheet = replace(page.sheet, slips=(slip,), missing=(slip.number,), gaps=())
    (line,) = lines_of(sheet)
    assert line.part is Part.URGENT
    assert line.text == f"{slip.content}（Nothing heard）"
    assert line.due_at == slip.appointment_at


def test_a_damaged_return_check_is_told_in_words(
    shop: Database,
    shop_desk: Desk,
    clock: Clock,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    clock.local("2026-03-02 17:45:00")
    shop.write(make_final, shop_desk, FinalCheck(date(2026, 3, 2)))
    by_hand(shop, "UPDATE return_check SET snapshot = 'nothing'")
    page = window.show_page("handover")
    assert isinstance(page, HandoverPage)
    qtbot.waitUntil(lambda: page.sheet is not None)
    said = page._checked.text()
    assert "03-02 is not what was made final" in said
    assert page.save.isEnabled()


def test_a_shift_is_handed_over_by_keys_and_its_sheet_is_shown(
    page: HandoverPage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    assert page.form.given_by.line.hasFocus()
    page.form.given_by.set_value("演示主管")
    page.form.taken_by.set_value("演示技工")
    page.form.note.set_value("3栋停水到21点")
    qtbot.keyClick(page, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(handed(shop, shop_desk)) == 1)
    (row,) = handed(shop, shop_desk)
    assert (row.given_by, row.taken_by) == ("演示主管", "演示技工")
    assert row.note == "3栋停水到21点"
    close_papers(window, qtbot)
    qtbot.waitUntil(lambda: page.past.filling.count == 1)
    qtbot.waitUntil(lambda: not page.save.isEnabled())
    page.submit()
    qtbot.wait(50)
    assert len(handed(shop, shop_desk)) == 1


def test_nobody_hands_over_to_himself(
    page: HandoverPage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    page.form.given_by.set_value("演示主管")
    page.form.taken_by.set_value("演示主管")
    page.form.note.set_value("长" * 300)
    page.submit()
    qtbot.waitUntil(lambda: page.form.taken_by.problem() != "")
    assert len(page.form.note.value()) == 300
    page.form.taken_by.set_value("演示技公")
    page.submit()
    qtbot.waitUntil(lambda: "演示技工" in page.form.taken_by.problem())
    assert handed(shop, shop_desk) == []


def test_before_its_time_a_shift_is_not_handed_over(
    page: HandoverPage, clock: Clock, window: MainWindow, qtbot: QtBot
) -> None:
    page.form.given_by.set_value("演示主管")
    page.form.taken_by.set_value("演示技工")
    page.submit()
    close_papers(window, qtbot)
    clock.local("2026-03-03 19:00:00")
    window.work.tell_changed(frozenset({"slip"}))
    qtbot.waitUntil(lambda: not page.save.isEnabled())
    clock.local("2026-03-04 08:00:00")
    window.work.tell_changed(frozenset({"slip"}))
    qtbot.waitUntil(page.save.isEnabled)


def test_a_missed_shift_is_listed_and_has_no_sheet(
    page: HandoverPage, clock: Clock, window: MainWindow, qtbot: QtBot
) -> None:
    page.form.given_by.set_value("演示主管")
    page.form.taken_by.set_value("演示技工")
    page.submit()
    close_papers(window, qtbot)
    clock.local("2026-03-04 18:30:00")
    window.work.tell_changed(frozenset({"shift_handover"}))
    qtbot.waitUntil(lambda: page.past.filling.count == 3)
    page.past.choose_position(1)
    qtbot.waitUntil(lambda: page.past.chosen_row() is not None)
    missed = page.past.chosen_row()
    assert missed is not None
    assert missed.handed_at is None
    page.past.opened.emit(page.past.chosen_id())
    qtbot.wait(100)
    shown = [p for p in window.findChildren(PaperDialog) if p.isVisible()]
    assert not shown
    page.past.choose_position(2)
    page.past.opened.emit(page.past.chosen_id())
    qtbot.waitUntil(
        lambda: any(p.isVisible() for p in window.findChildren(PaperDialog))
    )
    close_papers(window, qtbot)


def test_a_note_typed_before_the_handover_is_kept(
    page: HandoverPage, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.form.note.text, "water off until nine")
    window.show_page("register")
    window.work.tell_changed(frozenset({"slip"}))
    window.show_page("handover")
    qtbot.wait(50)
    assert page.form.note.value() == "water off until nine"
    assert page.typed.of("2026-03-03T10:00")["note"] == "water off until nine"


def test_enter_opens_the_slip_of_a_line(
    page: HandoverPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.table.choose_position(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.front_page_id() == "slip")
    window.go_back()
    page.table.choose_position(5)
    assert page.open.isHidden(), "a gap case is no slip"
