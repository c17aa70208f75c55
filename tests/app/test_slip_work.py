"""Between dispatch and return: received, arrived, started, put aside, done."""

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from app.database import Database
from app.desk import Desk
from app.errors import FieldRefusal
from app.event_log import fact_value
from app.slip_amend import RescheduleSlip, reschedule_slip
from app.slip_line import Line
from app.slip_refusals import (
    AmountMalformed,
    FieldMissing,
    FieldTooLong,
    NeedsAgreement,
    ReasonUnknown,
    SignedByTechnician,
    TimeInFuture,
    TimeOrder,
)
from app.slip_return import TakeBackSlip, take_back_slip
from app.slip_signature import Signature
from app.slip_view import load_slip_view
from app.slip_work import (
    CompleteSlip,
    ReceiveSlip,
    ResumeSlip,
    StepSlip,
    SuspendSlip,
    arrive,
    complete_slip,
    receive_slip,
    resume_slip,
    start_work,
    suspend_slip,
)
from models.base import table_of
from models.feedback import Feedback
from models.slip import ChargeClass, Outcome, SignStatus, SlipState
from models.slip_line import LineKind
from models.unit import AreaKind
from tests.app.books import books, copy_places, last_facts, problems, slip_of, state_of
from tests.app.slip_step import SIGNED, inspect, take_back
from tests.clock import Clock
from tests.makers import make_slip

_S = SlipState


def at(text: str) -> datetime:
    """A moment of 2 March 2026 at the site."""
    hour, minute = map(int, text.split(":"))
    return datetime(2026, 3, 2, hour - 8, minute, tzinfo=UTC)


def test_the_supervisor_takes_the_slip_and_names_who_goes(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """S4-4.1.2.2-1: the 20-minute clock starts here."""
    slip_id = make_slip(database, desk, _S.DISPATCHED).id
    clock.advance(minutes=5)
    database.write(receive_slip, desk, ReceiveSlip(slip_id, ("演示甲",)))
    slip = slip_of(database, slip_id)
    assert slip.supervisor_received_at == clock.at
    assert slip.technicians == ("演示甲",)
    assert slip.state is _S.DISPATCHED
    assert set(copy_places(database, slip_id).values()) == {"technician"}


def test_times_of_the_steps_follow_each_other(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """interfaces.md 2: 派工 ≤ 主管接单 ≤ 到场 ≤ 完工; none lies in the future."""
    slip_id = make_slip(database, desk, _S.DISPATCHED).id  # at 10:00
    clock.local("2026-03-02 11:00:00")
    before = books(database)
    for wrong in (at("9:59"), at("11:01")):
        with pytest.raises((TimeOrder, TimeInFuture)) as refused:
            database.write(receive_slip, desk, ReceiveSlip(slip_id, at=wrong))
        assert refused.value.field == "supervisor_received_at"
        with pytest.raises((TimeOrder, TimeInFuture)) as refused:
            database.write(arrive, desk, StepSlip(slip_id, wrong))
        assert refused.value.field == "arrived_at"
    assert books(database) == before
    database.write(receive_slip, desk, ReceiveSlip(slip_id, at=at("10:05")))
    with pytest.raises(TimeOrder) as order:
        database.write(arrive, desk, StepSlip(slip_id, at("10:04")))
    assert order.value.facts["earlier"] == "supervisor_received_at"
    database.write(arrive, desk, StepSlip(slip_id, at("10:20")))
    database.write(start_work, desk, StepSlip(slip_id))
    with pytest.raises(TimeOrder) as order:
        database.write(complete_slip, desk, CompleteSlip(slip_id, at("10:19")))
    assert order.value.field == "done_at"
    database.write(complete_slip, desk, CompleteSlip(slip_id, at("10:20")))
    assert slip_of(database, slip_id).done_at == at("10:20")


def test_a_receipt_typed_after_the_arrival_does_not_block_the_return(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """The desk often types the supervisor's receipt when the man is there already."""
    slip_id = make_slip(database, desk, _S.ON_SITE).id  # arrived at 10:00
    clock.advance(minutes=9)
    with pytest.raises(TimeOrder):
        database.write(receive_slip, desk, ReceiveSlip(slip_id, at=at("10:01")))
    database.write(receive_slip, desk, ReceiveSlip(slip_id))
    clock.advance(minutes=30)
    take_back(database, desk, slip_id)
    slip = slip_of(database, slip_id)
    assert slip.supervisor_received_at is not None
    assert slip.arrived_at is not None
    assert slip.supervisor_received_at <= slip.arrived_at
    assert not problems(database, desk)


def test_work_that_failed_its_inspection_is_done_and_returned_again(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """4.2 row 16: the times of the first round are no obstacle to the second."""
    slip_id = make_slip(database, desk, _S.DONE).id
    clock.advance(hours=1)
    take_back(database, desk, slip_id)
    inspect(False)(database, desk, slip_id)
    clock.advance(hours=1)
    database.write(receive_slip, desk, ReceiveSlip(slip_id, ("演示乙",)))
    clock.advance(minutes=10)
    database.write(arrive, desk, StepSlip(slip_id))
    clock.advance(minutes=10)
    take_back(database, desk, slip_id)
    assert state_of(database, slip_id) is _S.RETURNED
    assert not problems(database, desk)


def test_paid_work_begins_with_an_agreement_only(
    database: Database, desk: Desk
) -> None:
    """S4-4.1.2.3: no work before the owner agreed."""
    paid = make_slip(database, desk, _S.ON_SITE, area_kind=AreaKind.UNIT).id
    before = books(database)
    with pytest.raises(NeedsAgreement):
        database.write(start_work, desk, StepSlip(paid))
    assert books(database) == before
    free = make_slip(
        database,
        desk,
        _S.ON_SITE,
        area_kind=AreaKind.UNIT,
        charge_class=ChargeClass.FREE_WARRANTY,
    ).id
    database.write(start_work, desk, StepSlip(free))
    assert state_of(database, free) is _S.WORKING


def test_a_slip_is_put_aside_with_a_reason_and_a_date_and_that_is_the_feedback(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """S4-4.1.3.3-2, S4-4.1.4.1-2, 4.2 row 12."""
    slip_id = make_slip(database, desk, _S.ON_SITE).id
    tomorrow = desk.now() + timedelta(days=1)
    before = books(database)
    for reason, refusal in (("", FieldMissing), ("懒得修", ReasonUnknown)):
        with pytest.raises(refusal):
            database.write(suspend_slip, desk, SuspendSlip(slip_id, reason, tomorrow))
    with pytest.raises(TimeOrder) as refused:
        past = desk.now() - timedelta(seconds=1)
        database.write(suspend_slip, desk, SuspendSlip(slip_id, "待料", past))
    assert refused.value.field == "eta_at"
    assert books(database) == before
    database.write(suspend_slip, desk, SuspendSlip(slip_id, "待料", tomorrow))
    slip = slip_of(database, slip_id)
    assert slip.state is _S.SUSPENDED
    assert (slip.unfinished_reason, slip.eta_at) == ("待料", tomorrow)
    told = select(*table_of(Feedback).c)
    (feedback,) = database.read(lambda session: session.execute(told).all())
    assert feedback[1:] == (slip_id, clock.at, desk.actor, "待料", tomorrow)


@pytest.mark.parametrize("is_working", [False, True])
def test_a_slip_put_aside_is_taken_up_where_it_was_left(
    database: Database, desk: Desk, is_working: bool
) -> None:
    """4.2 row 13."""
    slip_id = make_slip(database, desk, _S.SUSPENDED).id
    database.write(resume_slip, desk, ResumeSlip(slip_id, is_working))
    expected = _S.WORKING if is_working else _S.DISPATCHED
    assert state_of(database, slip_id) is expected


def test_the_paper_of_unfinished_work_goes_out_again(
    database: Database, desk: Desk
) -> None:
    slip_id = make_slip(database, desk, _S.DISPATCHED).id
    order = TakeBackSlip(
        slip_id,
        outcome=Outcome.UNFINISHED,
        unfinished_reason="待料",
        eta_at=desk.now() + timedelta(days=2),
    )
    database.write(take_back_slip, desk, order)
    assert copy_places(database, slip_id)[4] == "hk_desk"
    database.write(resume_slip, desk, ResumeSlip(slip_id))
    places = copy_places(database, slip_id)
    assert (places[2], places[4]) == ("technician", "technician")
    assert not problems(database, desk)


# K-19, S3-8.5 to S3-8.8.


def done_unit_slip(database: Database, desk: Desk) -> int:
    return make_slip(database, desk, _S.WORKING, area_kind=AreaKind.UNIT).id


def test_work_in_a_unit_is_done_only_when_it_is_said_how_it_was_signed(
    database: Database, desk: Desk
) -> None:
    slip_id = done_unit_slip(database, desk)
    with pytest.raises(FieldMissing) as refused:
        database.write(complete_slip, desk, CompleteSlip(slip_id))
    assert refused.value.field == "sign_status"
    database.write(complete_slip, desk, CompleteSlip(slip_id, signature=SIGNED))
    slip = slip_of(database, slip_id)
    assert (slip.sign_status, slip.signed_by) == (SignStatus.SIGNED, "演示业户")
    assert slip.signed_at == slip.done_at


def test_the_owner_signs_where_nobody_else_is_named(
    database: Database, desk: Desk
) -> None:
    slip_id = done_unit_slip(database, desk)
    signed = Signature(SignStatus.SIGNED)
    database.write(complete_slip, desk, CompleteSlip(slip_id, signature=signed))
    assert slip_of(database, slip_id).signed_by == "演示业户"


@pytest.mark.parametrize("status", [SignStatus.SIGNED, SignStatus.PROXY])
def test_a_technician_never_signs_for_the_owner(
    database: Database, desk: Desk, status: SignStatus
) -> None:
    slip_id = done_unit_slip(database, desk)
    signature = Signature(status, "演示技工", proxy_phone_at=desk.now())
    before = books(database)
    with pytest.raises(SignedByTechnician) as refused:
        database.write(complete_slip, desk, CompleteSlip(slip_id, signature=signature))
    assert refused.value.field == "signed_by"
    assert books(database) == before


def test_a_colleague_signs_with_name_and_time_of_the_owners_call(
    database: Database, desk: Desk
) -> None:
    slip_id = done_unit_slip(database, desk)
    called = desk.now() - timedelta(minutes=2)
    for signature, field in (
        (Signature(SignStatus.PROXY, proxy_phone_at=called), "signed_by"),
        (Signature(SignStatus.PROXY, "演示同事"), "proxy_phone_at"),
    ):
        with pytest.raises(FieldMissing) as refused:
            order = CompleteSlip(slip_id, signature=signature)
            database.write(complete_slip, desk, order)
        assert refused.value.field == field
    proxy = Signature(SignStatus.PROXY, "演示同事", "同事", called)
    database.write(complete_slip, desk, CompleteSlip(slip_id, signature=proxy))
    slip = slip_of(database, slip_id)
    assert (slip.signed_by, slip.signer_role) == ("演示同事", "同事")
    assert slip.proxy_phone_at == called


@pytest.mark.parametrize("status", [SignStatus.ABSENT, SignStatus.REFUSED])
def test_an_unsigned_slip_needs_the_supervisors_note(
    database: Database, desk: Desk, status: SignStatus
) -> None:
    slip_id = done_unit_slip(database, desk)
    with pytest.raises(FieldMissing) as refused:
        order = CompleteSlip(slip_id, signature=Signature(status, "演示业户"))
        database.write(complete_slip, desk, order)
    assert refused.value.field == "sign_note"
    noted = Signature(status, "演示业户", note="主管已电话确认")
    database.write(complete_slip, desk, CompleteSlip(slip_id, signature=noted))
    slip = slip_of(database, slip_id)
    assert (slip.sign_status, slip.signed_by) == (status, None)
    assert slip.sign_note == "主管已电话确认"


def test_a_public_slip_needs_no_signature(database: Database, desk: Desk) -> None:
    slip_id = make_slip(database, desk, _S.WORKING).id
    database.write(complete_slip, desk, CompleteSlip(slip_id))
    assert slip_of(database, slip_id).sign_status is None


def test_a_signers_name_fits_the_paper(database: Database, desk: Desk) -> None:
    slip_id = done_unit_slip(database, desk)
    signature = Signature(SignStatus.SIGNED, "长" * 81)
    with pytest.raises(FieldTooLong) as refused:
        database.write(complete_slip, desk, CompleteSlip(slip_id, signature=signature))
    assert refused.value.field == "signed_by"


# Lines of labour and material.


def complete_with(database: Database, desk: Desk, *lines: Line) -> int:
    slip_id = done_unit_slip(database, desk)
    order = CompleteSlip(slip_id, signature=SIGNED, lines=lines)
    database.write(complete_slip, desk, order)
    return slip_id


def test_a_line_costs_quantity_times_price_rounded_half_up(
    database: Database, desk: Desk
) -> None:
    """domain-model 4.1: amount = round_half_up(qty × price)."""
    slip_id = complete_with(
        database,
        desk,
        Line(LineKind.LABOUR, "换龙头", Decimal("30.00")),
        Line(LineKind.MATERIAL, "电线", Decimal("1.50"), Decimal("2.75"), "米"),
        Line(LineKind.MATERIAL, "螺丝", Decimal("0.01"), Decimal("0.50"), "个"),
    )
    lines = database.read(load_slip_view, desk, slip_id).lines
    amounts = [line.amount for line in lines]
    assert sorted(map(str, amounts)) == ["0.01", "30.00", "4.13"]
    assert not problems(database, desk)


@pytest.mark.parametrize(
    ("price", "quantity"),
    [
        ("-0.01", "1"),
        ("0.001", "1"),
        ("NaN", "1"),
        ("Infinity", "1"),
        ("100000000", "1"),
        ("1", "0"),
        ("1", "-1"),
        ("1", "0.001"),
        ("1", "NaN"),
        ("1", "Infinity"),
        ("1", "1E+30"),
        ("1", "100000000"),
        ("99999999.99", "99999999.99"),
    ],
)
def test_a_line_that_cannot_be_reckoned_is_refused(
    database: Database, desk: Desk, price: str, quantity: str
) -> None:
    slip_id = done_unit_slip(database, desk)
    before = books(database)
    line = Line(LineKind.MATERIAL, "垫圈", Decimal(price), Decimal(quantity))
    with pytest.raises(AmountMalformed):
        order = CompleteSlip(slip_id, signature=SIGNED, lines=(line,))
        database.write(complete_slip, desk, order)
    assert books(database) == before


@pytest.mark.parametrize(
    ("name", "uom"),
    [("", "个"), ("\ud800", "个"), ("长" * 61, "个"), ("垫圈", "长" * 11)],
)
def test_what_a_line_calls_things_is_never_cut_off(
    database: Database, desk: Desk, name: str, uom: str
) -> None:
    slip_id = done_unit_slip(database, desk)
    line = Line(LineKind.MATERIAL, name, Decimal(1), uom=uom)
    with pytest.raises(FieldRefusal) as refused:
        order = CompleteSlip(slip_id, signature=SIGNED, lines=(line,))
        database.write(complete_slip, desk, order)
    assert refused.value.field == "lines"


def test_who_comes_again_does_not_change_when_somebody_was_there_first(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """4.2 row 5: the first arrival fixes the result, unless a new time was agreed."""
    slip = make_slip(database, desk, SlipState.ON_SITE, area_kind=AreaKind.UNIT)
    first = slip_of(database, slip.id).arrived_at

    def come_again() -> datetime:
        order = SuspendSlip(slip.id, "待料", clock.at + timedelta(days=1))
        database.write(suspend_slip, desk, order)
        clock.advance(days=1)
        database.write(resume_slip, desk, ResumeSlip(slip.id))
        database.write(arrive, desk, StepSlip(slip.id))
        return clock.at

    again = come_again()
    assert slip_of(database, slip.id).arrived_at == first
    said = json.loads(last_facts(database, slip.id))
    assert said["arrived_at"] == fact_value(again)
    due = clock.at + timedelta(days=1, hours=2)
    database.write(reschedule_slip, desk, RescheduleSlip(slip.id, due, "业户外出"))
    assert come_again() == slip_of(database, slip.id).arrived_at
    assert problems(database, desk) == []
