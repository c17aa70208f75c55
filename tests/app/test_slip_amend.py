"""A slip is put right: amended while it is open, corrected once it is back."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from app.database import Database
from app.desk import Desk
from app.slip_amend import (
    AmendSlip,
    CorrectSlip,
    EscalateSlip,
    RescheduleSlip,
    amend_slip,
    correct_slip,
    escalate_slip,
    reschedule_slip,
)
from app.slip_copy_move import PrintSlip, print_slip
from app.slip_refusals import (
    FieldMissing,
    FieldTooLong,
    PhoneMalformed,
    TimeInFuture,
    TimeOrder,
    UnitUnknown,
)
from app.slip_return import TakeBackSlip, take_back_slip
from app.slip_work import ReceiveSlip, receive_slip
from models.slip import JobType, OwnerOpinion, SlipState
from models.unit import AreaKind
from tests.app.books import books, events_of, last_facts, problems, slip_of
from tests.clock import Clock
from tests.makers import make_slip, make_unit

_S = SlipState


def test_what_was_amended_keeps_old_and_new(database: Database, desk: Desk) -> None:
    """4.2 row 24: the five fields, unit and urgency."""
    make_unit(database, desk, "3-1502", "演示业主甲")
    make_unit(database, desk, "3-1602", "演示业主乙")
    slip_id = make_slip(database, desk, area_kind=AreaKind.UNIT).id
    order = AmendSlip(
        slip_id,
        area="4栋",
        place="厨房",
        reporter_name="演示租户",
        phone="8801",
        content="卫生间漏水",
        unit="3-1602",
        job_type=JobType.URGENT,
    )
    database.write(amend_slip, desk, order)
    slip = slip_of(database, slip_id)
    assert (slip.area, slip.place, slip.phone) == ("4栋", "厨房", "8801")
    assert (slip.reporter_name, slip.content) == ("演示租户", "卫生间漏水")
    assert slip.job_type is JobType.URGENT
    assert slip.unit_label == "3-1602"
    assert slip.owner_name == "演示业主乙"
    facts = json.loads(last_facts(database, slip_id))
    assert facts["old"]["content"] == "厨房水龙头漏水"
    assert facts["set"]["content"] == "卫生间漏水"
    assert facts["old"]["owner_name"] == "演示业主甲"
    assert slip.needs_reprint is False
    assert not problems(database, desk)


def test_a_printed_slip_that_was_amended_asks_for_a_reprint(
    database: Database, desk: Desk
) -> None:
    slip_id = make_slip(database, desk, _S.DISPATCHED).id
    database.write(amend_slip, desk, AmendSlip(slip_id, content="三盏灯不亮"))
    assert slip_of(database, slip_id).needs_reprint
    database.write(print_slip, desk, PrintSlip(slip_id, old_prints_collected=True))
    assert not slip_of(database, slip_id).needs_reprint


def test_an_amendment_that_changes_nothing_leaves_no_entry(
    database: Database, desk: Desk
) -> None:
    slip_id = make_slip(database, desk).id
    before = books(database)
    database.write(amend_slip, desk, AmendSlip(slip_id, content=" 照明灯不亮 "))
    database.write(amend_slip, desk, AmendSlip(slip_id))
    assert books(database) == before


def test_amended_fields_keep_to_the_rules_of_intake(
    database: Database, desk: Desk
) -> None:
    make_unit(database, desk)
    slip_id = make_slip(database, desk, area_kind=AreaKind.UNIT).id
    before = books(database)
    for order, refusal in (
        (AmendSlip(slip_id, content=""), FieldMissing),
        (AmendSlip(slip_id, content="长" * 301), FieldTooLong),
        (AmendSlip(slip_id, phone=""), FieldMissing),
        (AmendSlip(slip_id, phone="电话稍后告知"), PhoneMalformed),
        (AmendSlip(slip_id, unit="9-9999"), UnitUnknown),
    ):
        with pytest.raises(refusal):
            database.write(amend_slip, desk, order)
    assert books(database) == before


def test_an_unknown_unit_is_refused_with_the_nearest_names(
    database: Database, desk: Desk
) -> None:
    make_unit(database, desk, "3-1502")
    slip_id = make_slip(database, desk, area_kind=AreaKind.UNIT).id
    with pytest.raises(UnitUnknown) as refused:
        database.write(amend_slip, desk, AmendSlip(slip_id, unit="3-1503"))
    assert "3-1502" in str(refused.value.facts["near"])


def test_a_public_slip_moves_to_where_the_fault_is(
    database: Database, desk: Desk
) -> None:
    """S3-6.8: the fault is elsewhere."""
    slip_id = make_slip(database, desk).id
    key = slip_of(database, slip_id).place_key
    order = AmendSlip(slip_id, area="3号楼", place="5层电梯厅")
    database.write(amend_slip, desk, order)
    assert slip_of(database, slip_id).place_key != key
    assert not problems(database, desk)


def test_what_was_typed_from_the_paper_is_corrected_with_a_reason(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """4.2 row 23: old and new kept, only once the slip is back."""
    slip_id = make_slip(database, desk, _S.RETURNED).id
    start = desk.now()
    clock.advance(hours=1)
    order = CorrectSlip(slip_id, "", result_text="换灯管")
    with pytest.raises(FieldMissing) as refused:
        database.write(correct_slip, desk, order)
    assert refused.value.field == "reason"
    order = replace(
        order,
        reason="抄错",
        cause_code="老化",
        owner_opinion=OwnerOpinion.FAIR,
        binder_no="2026-03",
        arrived_at=start,
        remark="第二页",
    )
    database.write(correct_slip, desk, order)
    slip = slip_of(database, slip_id)
    assert (slip.result_text, slip.cause_code) == ("换灯管", "老化")
    assert (slip.binder_no, slip.remark) == ("2026-03", "第二页")
    facts = json.loads(last_facts(database, slip_id))
    assert facts["old"]["result_text"] == "已修好"
    assert facts["reason"] == "抄错"
    assert not problems(database, desk)


def test_a_corrected_time_keeps_the_order_of_the_steps(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = make_slip(database, desk, _S.RETURNED).id  # all at ten o'clock
    start = desk.now()
    clock.advance(hours=1)
    before = books(database)
    for order, refusal in (
        (CorrectSlip(slip_id, "抄错", arrived_at=start - timedelta(1)), TimeOrder),
        (CorrectSlip(slip_id, "抄错", done_at=start + timedelta(minutes=1)), TimeOrder),
        (CorrectSlip(slip_id, "抄错", done_at=start + timedelta(1)), TimeInFuture),
    ):
        with pytest.raises(refusal):
            database.write(correct_slip, desk, order)
    assert books(database) == before


def test_a_correction_does_not_move_the_arrival_before_the_receipt(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """interfaces.md 2: 主管接单 ≤ 到场."""
    slip_id = make_slip(database, desk, _S.DISPATCHED).id
    start = desk.now()
    clock.advance(minutes=10)
    database.write(receive_slip, desk, ReceiveSlip(slip_id))
    clock.advance(minutes=10)
    database.write(take_back_slip, desk, TakeBackSlip(slip_id))
    with pytest.raises(TimeOrder):
        order = CorrectSlip(slip_id, "抄错", arrived_at=start + timedelta(minutes=5))
        database.write(correct_slip, desk, order)


def test_a_correction_says_what_it_corrects(database: Database, desk: Desk) -> None:
    slip_id = make_slip(database, desk, _S.RETURNED).id
    with pytest.raises(FieldTooLong):
        database.write(correct_slip, desk, CorrectSlip(slip_id, "长" * 201))
    with pytest.raises(FieldTooLong):
        order = CorrectSlip(slip_id, "抄错", result_text="长" * 301)
        database.write(correct_slip, desk, order)
    assert events_of(database, slip_id)[-1] == "return"


def test_another_time_is_agreed_with_the_owner(database: Database, desk: Desk) -> None:
    """4.2 row 22: 改约, audited."""
    slip_id = make_slip(database, desk, _S.DISPATCHED).id
    later = desk.now() + timedelta(hours=3)
    with pytest.raises(FieldMissing):
        database.write(reschedule_slip, desk, RescheduleSlip(slip_id, later, ""))
    database.write(reschedule_slip, desk, RescheduleSlip(slip_id, later, "业户外出"))
    slip = slip_of(database, slip_id)
    assert (slip.appointment_at, slip.appointment_reason) == (later, "业户外出")
    assert json.loads(last_facts(database, slip_id))["old"]["appointment_at"] is None


def test_an_appointment_before_the_issue_is_refused(
    database: Database, desk: Desk
) -> None:
    """interfaces.md 2: 派发 ≤ 预约."""
    slip_id = make_slip(database, desk).id
    before = books(database)
    early = desk.now() - timedelta(seconds=1)
    with pytest.raises(TimeOrder) as refused:
        database.write(reschedule_slip, desk, RescheduleSlip(slip_id, early, "改"))
    assert refused.value.field == "appointment_at"
    assert books(database) == before


def test_a_slip_that_does_not_move_is_taken_up(database: Database, desk: Desk) -> None:
    """S4-4.1.4.1-3: supervisor → 工程部经理 → 物业总监."""
    slip_id = make_slip(database, desk, _S.SUSPENDED).id
    with pytest.raises(FieldMissing):
        database.write(escalate_slip, desk, EscalateSlip(slip_id, " "))
    for whom in ("工程部经理", "物业总监"):
        database.write(escalate_slip, desk, EscalateSlip(slip_id, whom, "三天未动"))
        assert slip_of(database, slip_id).escalated_to == whom
    facts = json.loads(last_facts(database, slip_id))
    assert facts["old"]["escalated_to"] == "工程部经理"
    assert facts["note"] == "三天未动"
