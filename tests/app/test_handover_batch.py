"""Finance copies go to Finance in bundles, each once (4.7-3, S4-4.1.3.2-1)."""

import json

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database import Database
from app.desk import Desk, NotAllowed, open_desk
from app.handover_batch import (
    HandOverBundle,
    ScanCopy,
    begin_batch,
    hand_over,
    scan_copy,
    take_out,
)
from app.handover_list import load_handover
from app.handover_refusals import (
    BundleEmpty,
    BundleHandedOver,
    BundleToOneself,
    CopyInBundle,
    CopyNotInHand,
    CopyOfOtherPeriod,
    CopyWasHandedOver,
    CopyWentEarly,
    CopyWithoutPaper,
    MayNotHandOver,
    NotFinanceCopy,
)
from app.period_order import PeriodClosedAlready
from app.settings_change import change_settings
from app.slip_archive import ReopenSlip, reopen_slip
from app.slip_close import VoidSlip, void_slip
from app.slip_escort import EscortSlip, escort_slip
from app.slip_refusals import FieldMissing, NoFinanceCopy, SlipUnknown
from app.staff_directory import PersonUnknown
from app.statement import load_statement
from models.handover_batch import HandoverBatch
from models.slip import SlipState
from models.staff import Department, Post
from tests.app.books import copy_places, events_of, last_facts, problems
from tests.app.finance_month import (
    PERIOD,
    bring_back,
    bring_early,
    close_by_hand,
    make_returned,
)
from tests.app.slip_step import inspect
from tests.clock import Clock
from tests.makers import make_slip, make_staff


def _scan(
    database: Database, desk: Desk, batch: int, number: str, copy: int | None
) -> str:
    return database.write(scan_copy, desk, ScanCopy(batch, (number,), copy))[0]


def _begin(database: Database, desk: Desk, period: str = PERIOD) -> int:
    return database.write(begin_batch, desk, period)[0]


def test_a_scanned_copy_is_on_its_way_and_handed_over_it_is_at_finance(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id, number = make_returned(database, desk, clock)
    batch = _begin(database, desk)
    assert _begin(database, desk) == batch
    clock.advance(minutes=1)
    assert _scan(database, desk, batch, number, 2) == number
    assert copy_places(database, slip_id)[2] == "fin_transit"
    found = database.read(load_handover, desk, PERIOD)
    assert [copy.number for copy in found.bundles[0].copies] == [number]
    assert found.waiting == ()
    order = HandOverBundle(batch, "演示前台", "演示财务")
    assert database.write(hand_over, desk, order)[0] == 1
    assert copy_places(database, slip_id)[2] == "finance"
    assert json.loads(last_facts(database, slip_id))["bundle"] == f"{PERIOD}/1"
    row = database.read(
        lambda session: session.get_one(HandoverBatch, batch).copy_count
    )
    assert row == 1
    assert problems(database, desk) == []


def test_the_next_bundle_has_the_next_number_and_takes_what_came_later(
    database: Database, desk: Desk, clock: Clock
) -> None:
    _, first = make_returned(database, desk, clock)
    batch = _begin(database, desk)
    _scan(database, desk, batch, first, 2)
    _, second = make_returned(database, desk, clock, "2026-03-20 10:00:00")
    found = database.read(load_handover, desk, PERIOD)
    assert [copy.number for copy in found.waiting] == [second]
    database.write(hand_over, desk, HandOverBundle(batch, "演示前台", "演示财务"))
    later = _begin(database, desk)
    _scan(database, desk, later, second, None)
    found = database.read(load_handover, desk, PERIOD)
    assert [each.batch_no for each in found.bundles] == [1, 2]
    assert found.open_bundle is not None
    assert [copy.number for copy in found.open_bundle.copies] == [second]


def test_the_same_copy_scanned_twice_is_refused_and_stands_once(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id, number = make_returned(database, desk, clock)
    batch = _begin(database, desk)
    _scan(database, desk, batch, number, 2)
    steps = len(events_of(database, slip_id))
    with pytest.raises(CopyInBundle) as refused:
        _scan(database, desk, batch, number, 2)
    assert refused.value.facts["batch_no"] == 1
    assert len(events_of(database, slip_id)) == steps
    database.write(hand_over, desk, HandOverBundle(batch, "演示前台", "演示财务"))
    with pytest.raises(CopyWasHandedOver):
        _scan(database, desk, _begin(database, desk), number, 2)


def test_another_copy_of_the_slip_is_refused(
    database: Database, desk: Desk, clock: Clock
) -> None:
    _, number = make_returned(database, desk, clock)
    batch = _begin(database, desk)
    with pytest.raises(NotFinanceCopy) as refused:
        _scan(database, desk, batch, number, 4)
    assert refused.value.facts["finance_no"] == 2
    with pytest.raises(SlipUnknown):
        _scan(database, desk, batch, "WX991231-999", None)


def test_a_copy_that_is_not_in_hand_is_refused(database: Database, desk: Desk) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    with pytest.raises(CopyNotInHand):
        _scan(database, desk, _begin(database, desk), slip.number, 2)


def test_a_copy_that_an_escort_brought_goes_into_no_bundle(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id, number = make_returned(database, desk, clock)
    database.write(bring_early, desk, slip_id)
    with pytest.raises(CopyWentEarly):
        _scan(database, desk, _begin(database, desk), number, 2)
    found = database.read(load_handover, desk, PERIOD)
    assert [copy.number for copy in found.early] == [number]
    assert found.waiting == ()


def test_a_slip_of_a_later_period_waits_for_its_own_bundle(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_returned(database, desk, clock)
    batch = _begin(database, desk)
    _, later = make_returned(database, desk, clock, "2026-03-21 00:00:00")
    with pytest.raises(CopyOfOtherPeriod) as refused:
        _scan(database, desk, batch, later, 2)
    assert refused.value.facts["statement"] == "2026-04"
    found = database.read(load_handover, desk, "2026-04")
    assert [copy.number for copy in found.waiting] == [later]


def test_a_slip_of_an_earlier_period_that_came_late_joins_the_present_bundle(
    database: Database, desk: Desk, clock: Clock
) -> None:
    # Issued before the close, in hand after it: it posts to the open period.
    clock.local("2026-03-10 10:00:00")
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    clock.local("2026-03-23 10:00:00")
    database.write(close_by_hand, desk, PERIOD, clock.at)
    clock.local("2026-03-23 14:00:00")
    bring_back(database, desk, slip.id)
    batch = _begin(database, desk, "2026-04")
    _scan(database, desk, batch, slip.number, 2)
    found = database.read(load_handover, desk, "2026-04")
    assert found.open_bundle is not None
    assert [copy.is_earlier for copy in found.open_bundle.copies] == [True]


def test_what_a_closed_statement_left_behind_joins_the_present_bundle(
    database: Database, desk: Desk, clock: Clock
) -> None:
    _, number = make_returned(database, desk, clock)
    clock.local("2026-03-23 10:00:00")
    database.write(close_by_hand, desk, PERIOD, clock.at)
    with pytest.raises(PeriodClosedAlready):
        _begin(database, desk)
    found = database.read(load_handover, desk, "2026-04")
    assert [copy.number for copy in found.waiting] == [number]
    _scan(database, desk, _begin(database, desk, "2026-04"), number, 2)
    assert database.read(load_handover, desk, "2026-04").waiting == ()


def test_a_copy_can_be_taken_out_again_until_it_is_handed_over(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id, number = make_returned(database, desk, clock)
    other_id, other = make_returned(database, desk, clock)
    batch = _begin(database, desk)
    _scan(database, desk, batch, number, 2)
    _scan(database, desk, batch, other, 2)
    assert database.write(take_out, desk, batch, slip_id)[0] == number
    assert copy_places(database, slip_id)[2] == "hk_desk"
    found = database.read(load_handover, desk, PERIOD)
    assert [copy.number for copy in found.waiting] == [number]
    _scan(database, desk, batch, number, 2)
    database.write(take_out, desk, batch, slip_id)
    database.write(hand_over, desk, HandOverBundle(batch, "演示前台", "演示财务"))
    with pytest.raises(BundleHandedOver):
        database.write(take_out, desk, batch, other_id)
    with pytest.raises(BundleHandedOver):
        _scan(database, desk, batch, number, 2)
    with pytest.raises(BundleHandedOver):
        database.write(hand_over, desk, HandOverBundle(batch, "演示前台", "演示财务"))
    assert problems(database, desk) == []


def test_an_empty_bundle_is_not_handed_over(database: Database, desk: Desk) -> None:
    batch = _begin(database, desk)
    with pytest.raises(BundleEmpty):
        database.write(hand_over, desk, HandOverBundle(batch, "演示前台", "演示财务"))


def test_two_people_sign_each_of_the_right_side(
    database: Database, desk: Desk, clock: Clock
) -> None:
    _, number = make_returned(database, desk, clock)
    batch = _begin(database, desk)
    _scan(database, desk, batch, number, 2)
    with pytest.raises(BundleToOneself):
        database.write(hand_over, desk, HandOverBundle(batch, "演示前台", "演示前台"))
    with pytest.raises(FieldMissing) as missing:
        database.write(hand_over, desk, HandOverBundle(batch, "演示前台", "  "))
    assert missing.value.field == "to_staff"
    make_staff(database, desk, "演示前台", Post.FRONT_DESK)
    make_staff(database, desk, "演示财务", Post.FINANCE, department=Department.FINANCE)
    with pytest.raises(PersonUnknown):
        database.write(hand_over, desk, HandOverBundle(batch, "演示前台", "无此人"))
    with pytest.raises(MayNotHandOver) as refused:
        database.write(hand_over, desk, HandOverBundle(batch, "演示财务", "演示财务"))
    assert refused.value.field == "from_staff"
    clerk = database.read(open_desk, actor="演示财务", clock=clock)
    with pytest.raises(NotAllowed):
        _begin(database, clerk)
    # Finance may record that it took the bundle.
    order = HandOverBundle(batch, "演示前台", "演示财务")
    assert database.write(hand_over, clerk, order)[0] == 1
    batch_row = database.read(_signed, batch)
    assert batch_row == ("演示前台", "演示财务")


def _signed(session: Session, batch: int) -> tuple[str | None, str | None]:
    row = session.execute(
        select(HandoverBatch.from_staff, HandoverBatch.to_staff).where(
            HandoverBatch.id == batch
        )
    ).one()
    return row.from_staff, row.to_staff


def test_a_void_slip_whose_copy_is_lost_goes_over_as_a_photocopy(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    order = VoidSlip(slip.id, "录入错误", copies_lost=frozenset({2}))
    database.write(void_slip, desk, order)
    batch = _begin(database, desk)
    _scan(database, desk, batch, slip.number, None)
    assert copy_places(database, slip.id)[2] == "lost"
    found = database.read(load_handover, desk, PERIOD)
    assert found.open_bundle is not None
    assert [copy.is_photocopy for copy in found.open_bundle.copies] == [True]
    database.write(hand_over, desk, HandOverBundle(batch, "演示前台", "演示财务"))
    assert copy_places(database, slip.id)[2] == "lost"


def test_a_void_slip_that_was_never_printed_has_only_its_number(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, SlipState.VOID)
    found = database.read(load_handover, desk, PERIOD)
    assert [copy.number for copy in found.number_only] == [slip.number]
    assert found.waiting == ()
    with pytest.raises(CopyWithoutPaper):
        _scan(database, desk, _begin(database, desk), slip.number, None)


def test_a_collected_copy_of_a_void_slip_goes_over_and_comes_back_where_it_lay(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    database.write(void_slip, desk, VoidSlip(slip.id, "录入错误"))
    batch = _begin(database, desk)
    _scan(database, desk, batch, slip.number, 2)
    assert copy_places(database, slip.id)[2] == "fin_transit"
    database.write(take_out, desk, batch, slip.id)
    assert copy_places(database, slip.id)[2] == "void_collected"
    assert problems(database, desk) == []


def test_a_copy_that_went_out_again_is_in_the_bundle_no_more(
    database: Database, desk: Desk, clock: Clock
) -> None:
    public = make_slip(database, desk, SlipState.RETURNED)
    _, other = make_returned(database, desk, clock)
    batch = _begin(database, desk)
    _scan(database, desk, batch, public.number, 2)
    _scan(database, desk, batch, other, 2)
    clock.advance(minutes=5)
    inspect(False)(database, desk, public.id)
    found = database.read(load_handover, desk, PERIOD)
    assert found.open_bundle is not None
    assert [copy.number for copy in found.open_bundle.copies] == [other]
    with pytest.raises(CopyNotInHand):
        _scan(database, desk, batch, public.number, 2)
    clock.advance(minutes=5)
    bring_back(database, desk, public.id)
    found = database.read(load_handover, desk, PERIOD)
    assert [copy.number for copy in found.waiting] == [public.number]
    clock.advance(minutes=5)
    _scan(database, desk, batch, public.number, 2)
    order = HandOverBundle(batch, "演示前台", "演示财务")
    assert database.write(hand_over, desk, order)[0] == 2
    assert problems(database, desk) == []


def test_a_copy_that_an_escort_took_out_of_the_bundle_counts_once(
    database: Database, desk: Desk, clock: Clock
) -> None:
    first_id, first = make_returned(database, desk, clock)
    _, second = make_returned(database, desk, clock)
    batch = _begin(database, desk)
    for number in (first, second):
        _scan(database, desk, batch, number, 2)
    clock.advance(minutes=5)
    database.write(escort_slip, desk, EscortSlip(first_id, "演示管家"))
    found = database.read(load_handover, desk, PERIOD)
    assert [copy.number for copy in found.early] == [first]
    order = HandOverBundle(batch, "演示前台", "演示财务")
    assert database.write(hand_over, desk, order)[0] == 1
    statement = database.read(load_statement, desk, PERIOD)
    assert [each.key for each in statement.identities if not each.holds] == []


def test_a_copy_that_was_handed_over_and_came_again_counts_once(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """4.7-10 (iv): what goes out again after its bundle is in hand no more."""
    first_id, first = make_returned(database, desk, clock)
    second_id, second = make_returned(database, desk, clock)

    def untied() -> list[str]:
        statement = database.read(load_statement, desk, PERIOD)
        return [each.key for each in statement.identities if not each.holds]

    def hand_over_now(*numbers: str) -> None:
        batch = _begin(database, desk)
        for number in numbers:
            _scan(database, desk, batch, number, 2)
        order = HandOverBundle(batch, "演示前台", "演示财务")
        database.write(hand_over, desk, order)

    clock.advance(hours=1)
    hand_over_now(first, second)
    clock.advance(hours=1)
    for slip_id in (first_id, second_id):
        database.write(reopen_slip, desk, ReopenSlip(slip_id, "又漏了"))
    assert untied() == []
    clock.advance(hours=1)
    database.write(escort_slip, desk, EscortSlip(second_id, "演示管家"))
    for slip_id in (first_id, second_id):
        bring_back(database, desk, slip_id)
    assert untied() == []
    hand_over_now(first)
    assert untied() == []
    assert problems(database, desk) == []


def test_copies_of_a_scheme_without_finance_are_refused(
    database: Database, desk: Desk, clock: Clock
) -> None:
    database.write(change_settings, desk, {"copy_scheme": "HOTEL_3"})
    hotel = database.read(open_desk, clock=clock)
    slip = make_slip(database, hotel, SlipState.DISPATCHED)
    with pytest.raises(NoFinanceCopy):
        _scan(database, hotel, _begin(database, hotel), slip.number, 2)
