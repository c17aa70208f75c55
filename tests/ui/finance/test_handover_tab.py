"""移交: scanning builds the bundle, refusals are heard and read, two sign it over."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from models.staff import Department, Post
from tests.app.books import copy_places
from tests.clock import Clock
from tests.makers import make_staff
from tests.reports.paper import text_of
from tests.ui.answering import Answering
from tests.ui.finance.conftest import Month
from ui.finance.handover_tab import HandoverTab
from ui.finance.page import FinancePage
from ui.scanner.code import Code
from ui.shell.main_window import MainWindow
from ui.slip.paper_dialog import PaperDialog

Enter = Callable[[], FinancePage]


def _tab(enter: Enter, qtbot: QtBot) -> HandoverTab:
    tab = enter().enter("handover")
    assert isinstance(tab, HandoverTab)
    qtbot.waitUntil(lambda: tab.found is not None)
    _rest(tab, qtbot)
    return tab


def _rest(tab: HandoverTab, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not tab.frame.work.tasks.running())
    qtbot.wait(1)
    qtbot.waitUntil(lambda: not tab.frame.work.tasks.running())


def _in(tab: HandoverTab, part: str) -> list[str]:
    rows = tab.copies.rows()
    return [row.number for row in rows if row.part == part and row.choice is not None]


def test_a_scan_begins_the_bundle_and_moves_the_copy(
    month: Month, enter: Enter, peopled: Database, window: MainWindow, qtbot: QtBot
) -> None:
    tab = _tab(enter, qtbot)
    numbers = [month.number[each] for each in (month.paid, month.partly, month.free)]
    assert _in(tab, "waiting") == numbers
    assert not tab.signing.sign.isEnabled()
    page = window.front_page()
    assert isinstance(page, FinancePage)
    assert page.take_scan((Code(numbers[1], 2),))
    _rest(tab, qtbot)
    assert _in(tab, "bundle") == [numbers[1]]
    assert _in(tab, "waiting") == [numbers[0], numbers[2]]
    assert tab.said.text() == f"{numbers[1]} is in the bundle"
    assert copy_places(peopled, month.partly)[2] == "fin_transit"
    assert tab.signing.total.text() == "1 copies　300.00"


def test_a_number_is_typed_in_full_or_by_its_last_digits(
    month: Month, enter: Enter, qtbot: QtBot
) -> None:
    tab = _tab(enter, qtbot)
    for typed in (month.number[month.paid], "305-001"):
        tab.scan.setText(typed)
        qtbot.keyClick(tab.scan, Qt.Key.Key_Return)
        _rest(tab, qtbot)
        assert tab.scan.text() == ""
    assert _in(tab, "bundle") == [month.number[month.partly], month.number[month.paid]]


def test_two_scans_of_one_copy_within_a_moment_count_once(
    month: Month, enter: Enter, heard: list[str], qtbot: QtBot
) -> None:
    tab = _tab(enter, qtbot)
    number = month.number[month.paid]
    tab.take_scan((Code(number, 2),))
    tab.take_scan((Code(number, 2),))
    tab.take_scan((Code(month.number[month.free], 2),))
    _rest(tab, qtbot)
    assert _in(tab, "bundle") == [month.number[month.free], number]
    assert heard == ["REFUSED"]


def test_what_does_not_belong_into_the_bundle_is_heard_and_read(
    month: Month, enter: Enter, heard: list[str], qtbot: QtBot
) -> None:
    tab = _tab(enter, qtbot)
    for number, copy, said in (
        (month.number[month.paid], 4, "This is copy 4 of"),
        ("WX991231-001", 2, "WX991231-001"),
        (month.number[month.out], 2, "is not in hand"),
    ):
        tab.take_scan((Code(number, copy),))
        _rest(tab, qtbot)
        assert said in tab.problem.text()
        # Nothing was begun for a copy that was refused.
        assert _in(tab, "bundle") == []
        assert tab.found is not None
        assert tab.found.bundles == ()
    assert heard == ["REFUSED"] * 3


def test_a_copy_is_taken_out_by_its_key(
    month: Month, enter: Enter, peopled: Database, qtbot: QtBot
) -> None:
    tab = _tab(enter, qtbot)
    tab.take_scan((Code(month.number[month.paid], 2),))
    _rest(tab, qtbot)
    tab.copies.setFocus()
    assert tab.copies.chosen_line() is not None
    qtbot.keyClick(tab.copies, Qt.Key.Key_Delete)
    _rest(tab, qtbot)
    assert _in(tab, "bundle") == []
    assert copy_places(peopled, month.paid)[2] == "hk_desk"


def test_who_may_not_sign_is_told_beside_the_field(
    month: Month, enter: Enter, peopled: Database, window: MainWindow, qtbot: QtBot
) -> None:
    tab = _tab(enter, qtbot)
    for slip_id in (month.paid, month.partly, month.free):
        tab.take_scan((Code(month.number[slip_id], 2),))
    _rest(tab, qtbot)
    tab.signing.giver.set_value("演示主管")
    tab.signing.taker.set_value("演示主管")
    tab.submit()
    _rest(tab, qtbot)
    assert tab.signing.giver.problem() is not None
    assert copy_places(peopled, month.paid)[2] == "fin_transit"


def test_the_reminder_says_what_should_be_at_finance(
    month: Month, enter: Enter, clock: Clock, shop_desk: Desk, qtbot: QtBot
) -> None:
    tab = _tab(enter, qtbot)
    assert tab.reminder.text() == (
        "3 finance copies of 2026-03 should be at Finance since 03-20."
    )
    clock.local("2026-03-20 17:50")
    tab.show_period()
    _rest(tab, qtbot)
    assert "are to be handed over today" in tab.reminder.text()


def test_a_bundle_that_was_signed_over_is_fixed_and_its_list_is_printed(
    month: Month,
    enter: Enter,
    peopled: Database,
    window: MainWindow,
    ask: Answering,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    desk = window.work.desk
    make_staff(peopled, desk, "演示前台", Post.FRONT_DESK)
    make_staff(peopled, desk, "演示财务", Post.FINANCE, department=Department.FINANCE)
    tab = _tab(enter, qtbot)
    tab.take_scan((Code(month.number[month.paid], 2),))
    _rest(tab, qtbot)
    tab.signing.giver.set_value("演示前台")
    tab.signing.taker.set_value("演示财务")
    tab.submit()
    _rest(tab, qtbot)
    assert copy_places(peopled, month.paid)[2] == "finance"
    assert _in(tab, "bundle") == []
    qtbot.waitUntil(lambda: bool(_open_papers(window)))
    paper = _open_papers(window)[0]
    assert tab.found is not None
    assert tab.found.bundles[0].printed_at is None
    # Only looked at, it is not printed; saved, it is.
    ask.path = tmp_path / "list.pdf"
    paper.saved.click()
    qtbot.waitUntil(ask.path.exists)
    _rest(tab, qtbot)
    assert tab.found.bundles[0].printed_at is not None
    assert "财务联移交清单" in text_of(ask.path.read_bytes())


def _open_papers(window: MainWindow) -> list[PaperDialog]:
    return [box for box in window.findChildren(PaperDialog) if box.isVisible()]


def test_a_finance_copy_goes_into_the_bundle_whatever_tab_is_in_front(
    month: Month, enter: Enter, qtbot: QtBot
) -> None:
    page = enter()
    page.enter("statement")
    # Another copy is not for this room: the return desk takes it.
    assert not page.take_scan((Code(month.number[month.paid], 4),))
    assert page.front() is page.tab("statement")
    assert page.take_scan((Code(month.number[month.paid], 2),))
    tab = page.front()
    assert isinstance(tab, HandoverTab)
    _rest(tab, qtbot)
    assert _in(tab, "bundle") == [month.number[month.paid]]
    # On plies a code names no copy.
    page.enter("close")
    assert page.take_scan((Code(month.number[month.free]),))
    _rest(tab, qtbot)
    assert _in(tab, "bundle")[0] == month.number[month.free]


def test_whoever_may_not_begin_a_bundle_reads_why(
    month: Month,
    enter: Enter,
    peopled: Database,
    shop_desk: Desk,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    make_staff(peopled, shop_desk, "会计", Post.FINANCE, department=Department.FINANCE)
    window.work.choose_actor(window, "会计", lambda: None)
    qtbot.waitUntil(lambda: window.work.desk.actor == "会计")
    tab = _tab(enter, qtbot)
    assert not tab.scan.isEnabled()
    assert "ask somebody whose post allows it" in tab.signing.total.text()
