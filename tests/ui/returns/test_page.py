"""The paper comes back: found by its number, typed, ticked."""

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.settings_change import change_settings
from app.slip_amend import RescheduleSlip, reschedule_slip
from app.slip_archive import ReopenSlip, reopen_slip
from app.slip_return import take_back_slip
from app.slip_signature import Signature
from app.slip_view import SlipView, load_slip_view
from models.slip import Outcome, OwnerOpinion, SignStatus, SlipState
from models.slip_copy import CopyPlace
from models.slip_line import LineKind
from models.unit import AreaKind
from tests.app.slip_step import dispatch, inspect, take_back
from tests.clock import Clock
from tests.makers import make_slip, paper_of
from tests.ui.keyboard import compose
from ui.returns.page import ReturnPage
from ui.scanner.code import Code
from ui.shell.main_window import MainWindow


def _view(shop: Database, desk: Desk, slip_id: int) -> SlipView:
    return shop.read(load_slip_view, desk, slip_id)


def _listed(page: ReturnPage) -> list[int]:
    rows = page.day.list.rows()
    return [row.slip_id for row in rows if row.slip_id is not None]


def _scan(page: ReturnPage, typed: str, qtbot: QtBot) -> None:
    page.scan.clear()
    qtbot.keyClicks(page.scan, typed)
    qtbot.keyClick(page.scan, Qt.Key.Key_Return)


@pytest.mark.parametrize("typed", ["WX260302-001", "wx260302-001/4", "001", "1"])
def test_a_slip_is_found_by_number_code_or_last_digits(
    typed: str, out: int, page: ReturnPage, qtbot: QtBot
) -> None:
    _scan(page, typed, qtbot)
    qtbot.waitUntil(lambda: page.view is not None)
    assert page.scan.text() == "WX260302-001"
    assert page.focusWidget() is page.form.arrived_at.line


@pytest.mark.parametrize("is_scanned", [True, False])
def test_times_typed_before_the_slip_is_there_are_the_paper_s(
    is_scanned: bool, out: int, page: ReturnPage, qtbot: QtBot
) -> None:
    if is_scanned:
        page.take_scan([Code("WX260302-001", 2)])
    else:
        _scan(page, "001", qtbot)
    assert page.view is None
    qtbot.keyClicks(page.scan, "1012103")
    qtbot.waitUntil(lambda: page.form.done_at.line.text().startswith("103"))
    assert page.form.arrived_at.line.text() == "10:12"
    assert page.scan.text() == "WX260302-001"
    assert page.focusWidget() is page.form.done_at.line


def test_what_is_typed_for_a_slip_that_is_not_found_stays_in_the_field(
    out: int, page: ReturnPage, qtbot: QtBot
) -> None:
    page.take_scan([Code("WX990101-001", 2)])
    qtbot.keyClicks(page.scan, "00")
    qtbot.waitUntil(lambda: bool(page.scan_problem()))
    qtbot.waitUntil(lambda: page.scan.text() == "00")
    qtbot.keyClicks(page.scan, "1")
    qtbot.keyClick(page.scan, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.view is not None)


def test_the_paper_in_hand_is_marked_among_those_that_are_out(
    out: int, page: ReturnPage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: out in _listed(page))
    _scan(page, "001", qtbot)
    qtbot.waitUntil(lambda: page.view is not None)
    assert page.day.list.chosen() == out
    assert page.focusWidget() is page.form.arrived_at.line


def test_when_failed_work_was_done_again_is_still_to_be_typed(
    peopled: Database, shop_desk: Desk, clock: Clock, page: ReturnPage, qtbot: QtBot
) -> None:
    slip = make_slip(peopled, shop_desk, SlipState.DONE)
    clock.advance(minutes=10)
    take_back(peopled, shop_desk, slip.id)
    inspect(False)(peopled, shop_desk, slip.id)
    clock.advance(hours=3)
    _scan(page, slip.number, qtbot)
    qtbot.waitUntil(lambda: page.view is not None)
    assert page.form.arrived_at.line.text() == "10:00"
    assert page.form.done_at.line.text() == ""
    assert page.focusWidget() is page.form.done_at.line


def test_result_and_signature_are_typed_anew_of_a_paper_that_was_back_before(
    peopled: Database, shop_desk: Desk, clock: Clock, page: ReturnPage, qtbot: QtBot
) -> None:
    slip = make_slip(peopled, shop_desk, SlipState.DONE, area_kind=AreaKind.UNIT)
    note = Signature(SignStatus.ABSENT, note="家中无人")
    paper = paper_of(
        peopled, slip.id, signature=note, owner_opinion=OwnerOpinion.SATISFIED
    )
    peopled.write(take_back_slip, shop_desk, paper)
    peopled.write(reopen_slip, shop_desk, ReopenSlip(slip.id, "又漏了"))
    clock.advance(hours=3)
    _scan(page, slip.number, qtbot)
    qtbot.waitUntil(lambda: page.view is not None)
    assert page.form.result_text.value() == ""
    assert page.form.sign_status.value() is SignStatus.SIGNED, "as of any paper"
    assert page.form.signed_by.value() == "演示业户"
    assert page.form.owner_opinion.value() is None


@pytest.fixture
def another(out: int, peopled: Database, shop_desk: Desk, clock: Clock) -> int:
    """The first slip of the next day, whose paper is out too."""
    clock.local("2026-03-03 10:00:00")
    return make_slip(peopled, shop_desk, SlipState.DISPATCHED).id


def test_a_number_typed_at_the_list_goes_to_its_field(
    out: int, page: ReturnPage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: out in _listed(page))
    page.day.list.setFocus()
    qtbot.keyClicks(page.day.list, "0")
    qtbot.keyClicks(page.scan, "01")
    assert page.scan.text() == "001"
    assert page.focusWidget() is page.scan
    qtbot.keyClick(page.scan, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.view is not None)


def test_digits_that_fit_several_papers_are_chosen_from(
    another: int, page: ReturnPage, qtbot: QtBot
) -> None:
    _scan(page, "1", qtbot)
    qtbot.waitUntil(lambda: bool(page.findChildren(QMenu)))
    assert page.view is None, "none is taken before the person says which"
    qtbot.keyClick(page.candidates, Qt.Key.Key_Down)
    qtbot.keyClick(page.candidates, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.view is not None)
    assert page.scan.text() == "WX260302-001"


def test_a_day_typed_with_the_number_tells_papers_apart(
    another: int, page: ReturnPage, qtbot: QtBot
) -> None:
    _scan(page, "302-001", qtbot)
    qtbot.waitUntil(lambda: page.view is not None)
    assert page.scan.text() == "WX260302-001"


def test_the_form_rests_while_another_number_is_typed(
    out: int, page: ReturnPage, qtbot: QtBot
) -> None:
    _scan(page, "001", qtbot)
    qtbot.waitUntil(lambda: page.view is not None)
    assert page.paper.take_back.isEnabled()
    qtbot.keyClicks(page.scan, "9")
    assert not page.paper.take_back.isEnabled()
    assert not page.form.isEnabled()
    _scan(page, "001", qtbot)
    qtbot.waitUntil(page.paper.take_back.isEnabled)


def test_an_unknown_number_is_said_under_the_scan_field(
    out: int, page: ReturnPage, qtbot: QtBot
) -> None:
    _scan(page, "WX260302-999", qtbot)
    qtbot.waitUntil(lambda: page.scan_problem() != "")
    assert "WX260302-999" in page.scan_problem()
    _scan(page, "77", qtbot)
    qtbot.waitUntil(lambda: "77" in page.scan_problem())
    assert page.view is None


def test_the_whole_paper_is_taken_back_in_one_form(
    out: int, page: ReturnPage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    _scan(page, "001", qtbot)
    qtbot.waitUntil(lambda: page.view is not None)
    form = page.form
    form.arrived_at.set_typed("10:12")
    form.done_at.set_typed("10:40")
    form.result_text.set_value("更换软管，试水正常")
    form.owner_opinion.set_value(OwnerOpinion.SATISFIED)
    form.quote.set_typed("120")
    labour, material = form.lines.rows()[:2]
    labour.price.setText("40")
    material.name.setText("软管")
    material.quantity.setText("2")
    material.price.setText("40")
    qtbot.keyClick(page.scan, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.view is None)
    view = _view(shop, shop_desk, out)
    assert view.facts["state"] is SlipState.RETURNED
    assert view.facts["sign_status"] is SignStatus.SIGNED
    assert view.facts["signed_by"] == "演示业户"
    assert view.money.charged == Decimal("120.00")
    assert view.quotes[-1].amount == Decimal("120.00")
    places = {copy.copy_no: copy.place for copy in view.copies}
    assert places == {
        1: CopyPlace.ENG_FILE,
        2: CopyPlace.HK_DESK,
        3: CopyPlace.OWNER,
        4: CopyPlace.HK_DESK,
    }
    assert page.scan.text() == ""
    assert page.focusWidget() is page.scan


def test_what_was_typed_of_one_paper_is_there_again_after_another(
    another: int, page: ReturnPage, qtbot: QtBot
) -> None:
    def take_up(digits: str, number: str) -> None:
        _scan(page, digits, qtbot)
        qtbot.waitUntil(lambda: page.view is not None and page.view.number == number)

    take_up("302-001", "WX260302-001")
    form = page.form
    qtbot.keyClicks(form.arrived_at.line, "10:12")
    compose(form.result_text.line, "更换软管")
    price = form.lines.rows()[0].price
    qtbot.keyClicks(price, "80")
    take_up("303-001", "WX260303-001")
    assert form.result_text.value() == ""
    take_up("302-001", "WX260302-001")
    assert form.result_text.value() == "更换软管"
    assert form.arrived_at.line.text() == "03-02 10:12", "not still to come"
    assert form.lines.rows()[0].price.text() == "80"


def test_a_finish_before_the_arrival_is_said_beside_the_finish(
    out: int, page: ReturnPage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    _scan(page, "001", qtbot)
    qtbot.waitUntil(lambda: page.view is not None)
    page.form.arrived_at.set_typed("10:47")
    page.form.done_at.set_typed("10:32")
    page.paper.take_back.click()
    qtbot.waitUntil(lambda: bool(page.form.done_at.problem()))
    assert page.form.arrived_at.line.text() == "10:47"
    assert _view(shop, shop_desk, out).facts["state"] is SlipState.DISPATCHED


def _write_bill(page: ReturnPage) -> None:
    """The price the owner agreed to, and a line that comes to it."""
    page.form.quote.set_typed("85")
    page.form.lines.set_typed([[LineKind.LABOUR, "人工费", "", "85"]])


def test_a_technician_does_not_sign_for_the_owner(
    out: int, page: ReturnPage, qtbot: QtBot
) -> None:
    _scan(page, "001", qtbot)
    qtbot.waitUntil(lambda: page.view is not None)
    page.form.signed_by.set_value("演示技工")
    _write_bill(page)
    page.paper.take_back.click()
    qtbot.waitUntil(lambda: bool(page.form.signed_by.problem()))


def test_a_missing_copy_is_ticked_or_declared_lost(
    out: int, page: ReturnPage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    _scan(page, "001", qtbot)
    qtbot.waitUntil(lambda: page.view is not None)
    finance = page.form.copies.ticks[1]
    assert finance.face.number == 2
    _write_bill(page)
    finance.click()
    page.paper.take_back.click()
    qtbot.waitUntil(page.paper.lost.isVisible)
    assert _view(shop, shop_desk, out).facts["state"] is SlipState.DISPATCHED
    page.paper.lost.click()
    qtbot.waitUntil(lambda: page.view is None)
    view = _view(shop, shop_desk, out)
    assert view.facts["state"] is SlipState.RETURNED
    assert view.open_gaps == ("WX260302-001/2/1",)


def test_unfinished_work_asks_for_reason_and_time_only_then(
    out: int, page: ReturnPage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    _scan(page, "001", qtbot)
    qtbot.waitUntil(lambda: page.view is not None)
    assert not page.form.unfinished_reason.isVisible()
    page.form.outcome.segments()[1].click()
    assert page.form.outcome.value() is Outcome.UNFINISHED
    assert page.form.unfinished_reason.isVisible()
    assert not page.form.sign_status.isVisible()
    page.paper.take_back.click()
    qtbot.waitUntil(lambda: bool(page.form.unfinished_reason.problem()))
    page.form.unfinished_reason.set_value("待料")
    page.form.eta_at.set_typed("03-03 17:00")
    page.paper.take_back.click()
    qtbot.waitUntil(lambda: page.view is None)
    assert _view(shop, shop_desk, out).facts["state"] is SlipState.SUSPENDED


def test_a_public_slip_asks_for_no_signature_and_no_money(
    page: ReturnPage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    slip = make_slip(shop, shop_desk, SlipState.DISPATCHED)
    page.look_at(slip.id)
    qtbot.waitUntil(lambda: page.view is not None)
    for field in (page.form.sign_status, page.form.quote, page.form.lines):
        assert not field.isVisible()
    page.paper.take_back.click()
    qtbot.waitUntil(lambda: page.view is None)
    assert _view(shop, shop_desk, slip.id).facts["state"] is SlipState.RETURNED


def test_a_slip_that_is_not_out_is_not_taken_back(
    page: ReturnPage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    slip = make_slip(shop, shop_desk)
    _scan(page, slip.number, qtbot)
    qtbot.waitUntil(lambda: page.scan_problem() != "")
    assert "never dispatched" in page.scan_problem()


def test_what_is_out_stands_at_the_left_until_it_is_back(
    out: int, page: ReturnPage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: _listed(page) == [out])
    page.look_at(out)
    qtbot.waitUntil(lambda: page.view is not None)
    _write_bill(page)
    page.paper.take_back.click()
    qtbot.waitUntil(lambda: _listed(page) == [])


@pytest.mark.parametrize(
    ("start", "minutes", "said"),
    [
        ("DISPATCHED", 20, "after 20 min, in time"),
        ("DISPATCHED", 21, "after 21 min, late"),
        ("ISSUED", 20, "after 30 min, late"),
    ],
)
def test_an_arrival_is_judged_from_where_the_setting_says(
    window: MainWindow,
    page: ReturnPage,
    peopled: Database,
    shop_desk: Desk,
    clock: Clock,
    qtbot: QtBot,
    start: str,
    minutes: int,
    said: str,
) -> None:
    """K-05: dispatched ten minutes after the issue."""
    slip = make_slip(peopled, shop_desk, area_kind=AreaKind.UNIT)
    clock.advance(minutes=10)
    dispatch(peopled, shop_desk, slip.id)
    there = shop_desk.local(clock.at) + timedelta(minutes=minutes)
    clock.advance(hours=2)
    work = window.work
    work.change(page, change_settings, {"sla_start": start}, done=lambda _: None)
    qtbot.waitUntil(lambda: work.desk.settings.text("sla_start") == start)
    _scan(page, "001", qtbot)
    qtbot.waitUntil(lambda: page.view is not None)
    page.form.arrived_at.set_value(there)
    page.form.show_rows()
    assert page.form.timely.text() == said


def test_the_time_an_owner_named_decides_over_the_minutes(
    page: ReturnPage, peopled: Database, shop_desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    slip = make_slip(peopled, shop_desk, area_kind=AreaKind.UNIT)
    dispatch(peopled, shop_desk, slip.id)
    named = clock.at + timedelta(hours=1)
    order = RescheduleSlip(slip.id, named, "业户改约")
    peopled.write(reschedule_slip, shop_desk, order)
    clock.advance(hours=2)
    _scan(page, "001", qtbot)
    qtbot.waitUntil(lambda: page.view is not None)
    for minutes, said in ((0, "as agreed"), (3, "3 min after the time agreed")):
        there = shop_desk.local(named) + timedelta(minutes=minutes)
        page.form.arrived_at.set_value(there)
        page.form.show_rows()
        assert page.form.timely.text() == said


def test_the_lines_are_compared_with_the_price_that_was_signed(
    out: int,
    window: MainWindow,
    page: ReturnPage,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    """Said while it is typed, and refused until both are the same."""
    window.resize(1280, 720)
    _scan(page, "001", qtbot)
    qtbot.waitUntil(lambda: page.view is not None)
    form = page.form
    labour = form.lines.rows()[0]
    labour.price.setFocus()
    assert form.lines.note.visibleRegion().isEmpty(), "the window is low"
    form.quote.line.clear()
    qtbot.keyClicks(form.quote.line, "120")
    assert form.lines.note.text() == "", "no line is typed yet"
    for price, said in (
        ("120", "the same as the signed quote of 120.00"),
        ("132", "12.00 more than the signed quote of 120.00"),
        ("119.50", "0.50 less than the signed quote of 120.00"),
    ):
        labour.price.clear()
        qtbot.keyClicks(labour.price, price)
        assert form.lines.note.text() == said
    qtbot.waitUntil(lambda: not form.lines.note.visibleRegion().isEmpty())
    assert not labour.price.visibleRegion().isEmpty()
    form.arrived_at.set_typed("10:12")
    form.done_at.set_typed("10:40")
    qtbot.keyClick(page.scan, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(form.lines.problem()))
    labour.price.clear()
    qtbot.keyClicks(labour.price, "120")
    qtbot.keyClick(page.scan, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.view is None)
    assert _view(shop, shop_desk, out).facts["state"] is SlipState.RETURNED
