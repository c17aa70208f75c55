"""减免: who may sign is seen before one asks; asked and decided by keys alone."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from models.staff import Department, Post
from models.waiver import WaiverLevel, WaiverStatus
from tests.app.waiving import ask, pay, priced, sign, waived, waiver_of
from tests.clock import Clock
from tests.makers import make_slip, make_staff
from ui.finance.page import FinancePage
from ui.finance.waiver_decide import Way
from ui.finance.waiver_lines import SLIP, WAIVER
from ui.finance.waiver_tab import WaiverTab
from ui.scanner.code import Code
from ui.shell.main_window import MainWindow

Enter = Callable[[], FinancePage]
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def slip_id(peopled: Database, shop_desk: Desk) -> int:
    """A slip of 1000.00 that may be waived."""
    return priced(peopled, shop_desk)


def _tab(enter: Enter, qtbot: QtBot) -> WaiverTab:
    tab = enter().enter("waiver")
    assert isinstance(tab, WaiverTab)
    _rest(tab, qtbot)
    return tab


def _rest(tab: WaiverTab, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.waitUntil(lambda: not tab.frame.work.tasks.running())
        qtbot.wait(1)


def _type(tab: WaiverTab, qtbot: QtBot, text: str) -> None:
    qtbot.keyClicks(tab.window().focusWidget(), text)


def _press(
    tab: WaiverTab,
    qtbot: QtBot,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    held = tab.window().focusWidget()
    assert isinstance(held, QWidget)
    qtbot.keyClick(held, key, modifier)
    _rest(tab, qtbot)


def _act_as(window: MainWindow, qtbot: QtBot, name: str) -> None:
    window.work.choose_actor(window, name, lambda: None)
    qtbot.waitUntil(lambda: window.work.desk.actor == name)


def test_a_waiver_is_asked_for_by_keys_alone(
    slip_id: int, enter: Enter, peopled: Database, qtbot: QtBot
) -> None:
    tab = _tab(enter, qtbot)
    tab.arrive()
    _type(tab, qtbot, "3-1502")
    qtbot.waitUntil(lambda: tab.list.list.choices() == [(SLIP, slip_id)])
    _press(tab, qtbot, Qt.Key.Key_Return)
    assert tab.ask.outlook is not None
    assert tab.ask.form.amount.line.hasFocus()
    assert tab.ask.left.text() == "1,000.00 can be waived"
    _type(tab, qtbot, "500")
    qtbot.waitUntil(lambda: not tab.ask.signing.isHidden())
    assert tab.ask.signing.who.text() == "Company leader signs"
    assert tab.ask.signing.why.text() == (
        "It comes to 500.00 yuan; the limit is 500.00 yuan."
    )
    tab.ask.form.reason.setFocus()
    _type(tab, qtbot, "1")
    _press(tab, qtbot, Qt.Key.Key_Return)
    _type(tab, qtbot, "leak again")
    _press(tab, qtbot, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: tab.case.view is not None)
    assert tab.case.view is not None
    row = tab.case.view.row
    assert (row.amount, row.status) == (Decimal("500.00"), WaiverStatus.PENDING)
    assert row.reason == "投诉补偿：leak again"
    assert tab.list.list.choices() == [(WAIVER, row.id)]
    assert not tab.asking.drafts.of(slip_id)


def test_who_signs_follows_what_is_typed(
    slip_id: int,
    enter: Enter,
    peopled: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    sign(peopled, shop_desk, ask(peopled, shop_desk, slip_id, "300.00").id)
    tab = _tab(enter, qtbot)
    tab.look_at(slip_id)
    _rest(tab, qtbot)
    for amount, level in (("199.99", "Property director"), ("200", "Company leader")):
        tab.ask.form.amount.clear()
        tab.ask.form.amount.setFocus()
        _type(tab, qtbot, amount)
        assert tab.ask.signing.isHidden()  # nothing is said that is about another sum
        qtbot.waitUntil(lambda: not tab.ask.signing.isHidden())
        assert tab.ask.signing.who.text() == f"{level} signs"
    assert "With 300.00 yuan asked for before" in tab.ask.signing.why.text()
    assert "300.00，Approved" in tab.ask.signing.counted.text()


def test_a_split_is_pointed_out_before_it_is_asked_for(
    slip_id: int, enter: Enter, peopled: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    other = priced(peopled, shop_desk)
    ask(peopled, shop_desk, other, "400.00")
    tab = _tab(enter, qtbot)
    tab.look_at(slip_id)
    _rest(tab, qtbot)
    _type(tab, qtbot, "100")
    qtbot.waitUntil(lambda: not tab.ask.signing.isHidden())
    assert tab.ask.signing.split.text().startswith("Looks split up: with WX260302-")
    assert "500.00 yuan within 7 days" in tab.ask.signing.split.text()


def test_what_cannot_be_waived_says_so_and_asks_nothing(
    enter: Enter, peopled: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    public = make_slip(peopled, shop_desk)
    settled = priced(peopled, shop_desk, "80.00")
    pay(peopled, shop_desk, settled, "80.00")
    tab = _tab(enter, qtbot)
    tab.look_at(public.id)
    _rest(tab, qtbot)
    assert "costs the owner nothing" in tab.ask.why_not.text()
    assert not tab.ask.save.isVisible()
    tab.look_at(settled)
    _rest(tab, qtbot)
    assert "refund" in tab.ask.why_not.text()
    tab.asking.submit()
    assert not tab.ask.save.isVisible()


def test_a_refusal_stands_under_its_field_and_nothing_typed_is_lost(
    slip_id: int, enter: Enter, peopled: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    tab = _tab(enter, qtbot)
    tab.look_at(slip_id)
    _rest(tab, qtbot)
    form = tab.ask.form
    tab.asking.submit()
    assert form.amount.problem()
    _type(tab, qtbot, "1.005")
    tab.asking.submit()
    assert form.amount.problem() == "An amount has at most two decimals."
    form.amount.clear()
    _type(tab, qtbot, "1000.01")
    tab.asking.submit()
    _rest(tab, qtbot)
    assert "only 1000.00 yuan" in form.amount.problem()
    form.amount.clear()
    _type(tab, qtbot, "10")
    tab.asking.submit()
    _rest(tab, qtbot)
    assert form.reason.problem()
    assert form.amount.typed() == "10"
    assert waived(peopled, slip_id) == []


def test_what_is_half_typed_is_there_again(
    slip_id: int, enter: Enter, peopled: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    other = priced(peopled, shop_desk)
    tab = _tab(enter, qtbot)
    tab.look_at(slip_id)
    _rest(tab, qtbot)
    _type(tab, qtbot, "12.5")
    tab.ask.form.details.setFocus()
    _type(tab, qtbot, "wet floor")
    tab.look_at(other)
    _rest(tab, qtbot)
    assert tab.ask.form.amount.typed() == ""
    tab.look_at(slip_id)
    _rest(tab, qtbot)
    assert tab.ask.form.amount.typed() == "12.5"
    assert tab.ask.form.details.value() == "wet floor"
    assert tab.rescue() is None


def test_all_that_is_left_is_one_key(slip_id: int, enter: Enter, qtbot: QtBot) -> None:
    tab = _tab(enter, qtbot)
    tab.look_at(slip_id)
    _rest(tab, qtbot)
    _press(tab, qtbot, Qt.Key.Key_0, ALT)
    assert tab.ask.form.amount.value() == Decimal("1000.00")
    assert tab.ask.form.capitals.text() == "人民币壹仟元整"


def test_a_scanned_paper_is_asked_for(
    slip_id: int, enter: Enter, qtbot: QtBot, window: MainWindow
) -> None:
    _tab(enter, qtbot)
    page = window.front_page()
    assert isinstance(page, FinancePage)
    assert page.take_scan((Code("WX260302-001", 4),))
    tab = page.front()
    assert isinstance(tab, WaiverTab)
    _rest(tab, qtbot)
    assert tab.ask.outlook is not None
    assert tab.ask.outlook.slip_id == slip_id


@pytest.fixture
def staff(peopled: Database, shop_desk: Desk) -> Database:
    """A housekeeper and a director beside who is there."""
    management = Department.MANAGEMENT
    make_staff(peopled, shop_desk, "演示管家", Post.HOUSEKEEPER)
    make_staff(peopled, shop_desk, "演示总监", Post.DIRECTOR, department=management)
    return peopled


def test_the_director_decides_with_keys_and_goes_on_to_the_next(
    slip_id: int,
    staff: Database,
    shop_desk: Desk,
    window: MainWindow,
    enter: Enter,
    clock: Clock,
    qtbot: QtBot,
) -> None:
    first = ask(staff, shop_desk, slip_id, "100.00").id
    clock.advance(minutes=1)
    second = ask(staff, shop_desk, slip_id, "50.00").id
    _act_as(window, qtbot, "演示总监")
    tab = _tab(enter, qtbot)
    assert tab.list.list.chosen() == (WAIVER, first)
    assert tab.case.form.way.value() is Way.SCREEN
    tab.case.focus_decision()
    _press(tab, qtbot, Qt.Key.Key_Y, ALT)
    assert waiver_of(staff, first).status is WaiverStatus.APPROVED
    assert waived(staff, slip_id) == [(Decimal("100.00"), first)]
    assert tab.list.list.chosen() == (WAIVER, second)
    _press(tab, qtbot, Qt.Key.Key_N, ALT)
    assert tab.case.form.note.problem()  # why not is missing
    assert waiver_of(staff, second).status is WaiverStatus.PENDING
    _type(tab, qtbot, "no")
    _press(tab, qtbot, Qt.Key.Key_N, ALT)
    rejected = waiver_of(staff, second)
    assert rejected.status is WaiverStatus.REJECTED
    assert rejected.decided_note == "no"
    assert "Rejected by 物业总监 演示总监" in tab.case.ended.text()


def test_the_director_is_told_what_only_a_leader_signs(
    slip_id: int,
    staff: Database,
    shop_desk: Desk,
    window: MainWindow,
    enter: Enter,
    qtbot: QtBot,
) -> None:
    ask(staff, shop_desk, slip_id, "500.00")
    _act_as(window, qtbot, "演示总监")
    tab = _tab(enter, qtbot)
    assert "A leader of the company must approve it" in tab.case.why_not.text()
    assert not tab.case.approve.isEnabled()
    assert tab.case.reject.isEnabled()
    tab.case.form.way.set_value(Way.PAPER)
    tab.case.form.way.edited.emit()
    assert tab.case.approve.isEnabled()


def test_a_leader_approves_on_the_screen(
    slip_id: int,
    staff: Database,
    shop_desk: Desk,
    window: MainWindow,
    enter: Enter,
    qtbot: QtBot,
) -> None:
    management = Department.MANAGEMENT
    make_staff(staff, shop_desk, "演示领导", Post.LEADER, department=management)
    waiver_id = ask(staff, shop_desk, slip_id, "500.00").id
    _act_as(window, qtbot, "演示领导")
    tab = _tab(enter, qtbot)
    assert tab.case.form.way.value() is Way.SCREEN
    assert tab.case.why_not.isHidden()
    tab.case.focus_decision()
    _press(tab, qtbot, Qt.Key.Key_Y, ALT)
    signed = waiver_of(staff, waiver_id)
    assert (signed.status, signed.level) == (WaiverStatus.APPROVED, WaiverLevel.LEADER)
    assert "by 公司领导 演示领导" in tab.case.ended.text()


def test_housekeeping_records_the_signed_paper(
    slip_id: int,
    staff: Database,
    shop_desk: Desk,
    window: MainWindow,
    enter: Enter,
    qtbot: QtBot,
) -> None:
    waiver_id = ask(staff, shop_desk, slip_id, "600.00").id
    _act_as(window, qtbot, "演示管家")
    tab = _tab(enter, qtbot)
    form = tab.case.form
    assert form.way.isHidden()
    assert form.level.value() is WaiverLevel.LEADER
    assert form.paper_ref.value() == "WX260302-001-M1"
    assert form.approver.value() == ""
    tab.deciding.decide(True)
    _rest(tab, qtbot)
    assert form.approver.problem()
    form.approver.set_value("集团副总")
    form.approver_title.set_value("副总经理")
    tab.deciding.decide(True)
    _rest(tab, qtbot)
    signed = waiver_of(staff, waiver_id)
    assert (signed.status, signed.level) == (WaiverStatus.APPROVED, WaiverLevel.LEADER)
    assert (signed.approver, signed.paper_ref) == ("集团副总", "WX260302-001-M1")
    assert signed.recorded_by == "演示管家"
    assert "form WX260302-001-M1, recorded by 演示管家" in tab.case.ended.text()


def test_the_director_and_the_title_are_proposed(
    slip_id: int,
    staff: Database,
    shop_desk: Desk,
    window: MainWindow,
    enter: Enter,
    qtbot: QtBot,
) -> None:
    ask(staff, shop_desk, slip_id, "10.00")
    _act_as(window, qtbot, "演示管家")
    form = _tab(enter, qtbot).case.form
    assert (form.approver.value(), form.approver_title.value()) == (
        "演示总监",
        "物业总监",
    )
    form.level.set_value(WaiverLevel.LEADER)
    form.level.edited.emit()
    assert (form.approver.value(), form.approver_title.value()) == ("", "")


def test_a_request_is_withdrawn(
    slip_id: int, enter: Enter, peopled: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    waiver_id = ask(peopled, shop_desk, slip_id, "10.00").id
    tab = _tab(enter, qtbot)
    tab.case.withdraw.click()
    _rest(tab, qtbot)
    assert waiver_of(peopled, waiver_id).status is WaiverStatus.WITHDRAWN
    assert "Withdrawn" in tab.case.ended.text()
    assert not tab.case.withdraw.isVisible()


def test_what_another_desk_decided_is_seen(
    slip_id: int,
    enter: Enter,
    peopled: Database,
    shop_desk: Desk,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    waiver_id = ask(peopled, shop_desk, slip_id, "10.00").id
    tab = _tab(enter, qtbot)
    sign(peopled, shop_desk, waiver_id)
    tab.case.form.approver.set_value("演示总监")
    tab.deciding.decide(True)
    _rest(tab, qtbot)
    assert tab.case.view is not None
    assert tab.case.view.row.status is WaiverStatus.APPROVED
    assert not tab.case.approve.isVisible()


def test_the_form_and_the_list_are_shown_ready_to_print(
    slip_id: int, enter: Enter, peopled: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    ask(peopled, shop_desk, slip_id, "10.00")
    tab = _tab(enter, qtbot)
    for button in (tab.case.print, tab.list.sheet):
        button.click()
        _rest(tab, qtbot)
        boxes = tab.window().findChildren(QDialog)
        shown = [box for box in boxes if box.isVisible()]
        assert len(shown) == 1
        shown[0].reject()


def test_the_room_counts_what_waits_for_who_decides(
    slip_id: int,
    staff: Database,
    shop_desk: Desk,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    ask(staff, shop_desk, slip_id, "10.00")
    for name, count in (("演示总监", 1), ("演示管家", 0)):
        _act_as(window, qtbot, name)
        rail = window.rail.item("finance")
        qtbot.waitUntil(lambda rail=rail, n=count: rail.badge.count == n)  # type: ignore[misc]
