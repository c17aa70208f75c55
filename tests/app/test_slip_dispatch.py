"""A slip is handed out: dispatched, bounced, sent again, reassigned."""

import json
from dataclasses import replace

import pytest

from app.database import Database
from app.desk import Desk
from app.errors import FieldRefusal
from app.slip_dispatch import (
    BounceSlip,
    DispatchSlip,
    ReassignSlip,
    ResendSlip,
    bounce_slip,
    dispatch_slip,
    reassign_slip,
    resend_slip,
)
from app.slip_refusals import (
    FieldMissing,
    FieldTooLong,
    ReasonUnknown,
    SignedByTechnician,
    SlipIsBounced,
    SlipNotBounced,
    SlipUnknown,
    TradeUnknown,
)
from models.slip import SlipState
from models.unit import AreaKind
from tests.app.books import books, copy_places, last_facts, problems, slip_of
from tests.clock import Clock
from tests.makers import make_slip

ORDER = DispatchSlip(0, "水工", "演示主管")


def test_dispatch_needs_trade_and_supervisor_and_sets_the_time(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """S4-4.1.2.1."""
    slip_id = make_slip(database, desk).id
    before = books(database)
    with pytest.raises(FieldMissing) as refused:
        database.write(dispatch_slip, desk, DispatchSlip(slip_id, "", "演示主管"))
    assert refused.value.field == "trade"
    with pytest.raises(FieldMissing) as refused:
        database.write(dispatch_slip, desk, DispatchSlip(slip_id, "水工", " \n"))
    assert refused.value.field == "supervisor"
    with pytest.raises(TradeUnknown):
        database.write(dispatch_slip, desk, DispatchSlip(slip_id, "木工", "演示主管"))
    assert books(database) == before
    clock.advance(minutes=3)
    order = DispatchSlip(slip_id, "水工", " 演示主管 ", ("演示甲、演示乙", "演示甲"))
    number, _ = database.write(dispatch_slip, desk, order)
    slip = slip_of(database, slip_id)
    assert number == slip.number
    assert slip.dispatched_at == slip.eng_accepted_at == clock.at
    assert (slip.trade, slip.supervisor) == ("水工", "演示主管")
    assert slip.technicians == ("演示甲", "演示乙")
    assert slip.dispatcher == desk.actor
    assert slip.copy_scheme == "MLCS016_4"


@pytest.mark.parametrize("field", ["supervisor", "answered_by"])
def test_a_name_too_long_for_the_paper_is_refused(
    database: Database, desk: Desk, field: str
) -> None:
    slip_id = make_slip(database, desk).id
    before = books(database)
    order = replace(ORDER, slip_id=slip_id)
    order = (
        replace(order, supervisor="长" * 81)
        if field == "supervisor"
        else replace(order, answered_by="长" * 81)
    )
    with pytest.raises(FieldTooLong) as refused:
        database.write(dispatch_slip, desk, order)
    assert refused.value.field == field
    assert books(database) == before


def test_a_bounced_slip_keeps_its_number_and_waits_for_the_desk(
    database: Database, desk: Desk
) -> None:
    """S4c-2.1, 4.2 rows 4 and 25."""
    slip = make_slip(database, desk)
    with pytest.raises(SlipNotBounced):
        database.write(resend_slip, desk, ResendSlip(slip.id))
    with pytest.raises(ReasonUnknown):
        database.write(bounce_slip, desk, BounceSlip(slip.id, "不想去"))
    with pytest.raises(FieldMissing):
        database.write(bounce_slip, desk, BounceSlip(slip.id, ""))
    database.write(bounce_slip, desk, BounceSlip(slip.id, "内容不清", "哪一盏灯？"))
    bounced = slip_of(database, slip.id)
    assert bounced.is_bounced
    assert bounced.bounce_reason == "内容不清：哪一盏灯？"
    assert (bounced.number, bounced.state) == (slip.number, SlipState.ISSUED)
    before = books(database)
    with pytest.raises(SlipIsBounced):
        database.write(dispatch_slip, desk, replace(ORDER, slip_id=slip.id))
    with pytest.raises(SlipIsBounced):
        database.write(bounce_slip, desk, BounceSlip(slip.id, "内容不清"))
    assert books(database) == before
    database.write(resend_slip, desk, ResendSlip(slip.id, "12号柱旁第二盏"))
    assert not slip_of(database, slip.id).is_bounced
    assert json.loads(last_facts(database, slip.id))["note"] == "12号柱旁第二盏"
    database.write(dispatch_slip, desk, replace(ORDER, slip_id=slip.id))
    assert not problems(database, desk)


def test_who_does_the_work_may_change_and_both_are_kept(
    database: Database, desk: Desk
) -> None:
    """S3-7.2, 4.2 row 22."""
    slip_id = make_slip(database, desk, SlipState.WORKING).id
    order = ReassignSlip(slip_id, trade="电工", technicians=("演示丙",), reason="请假")
    database.write(reassign_slip, desk, order)
    slip = slip_of(database, slip_id)
    assert (slip.trade, slip.supervisor) == ("电工", "演示主管")
    assert slip.technicians == ("演示丙",)
    facts = json.loads(last_facts(database, slip_id))
    assert facts["old"]["technicians"] == "演示技工"
    assert facts["set"]["technicians"] == "演示丙"
    assert facts["reason"] == "请假"
    with pytest.raises(TradeUnknown):
        database.write(reassign_slip, desk, ReassignSlip(slip_id, trade="木工"))
    with pytest.raises(FieldTooLong):
        database.write(reassign_slip, desk, ReassignSlip(slip_id, supervisor="长" * 81))


def test_who_signed_for_the_owner_cannot_become_the_technician(
    database: Database, desk: Desk
) -> None:
    """S3-8.6, K-19: nobody who did the work signs, in whatever order it is typed."""
    slip_id = make_slip(database, desk, SlipState.DONE, area_kind=AreaKind.UNIT).id
    before = books(database)
    with pytest.raises(SignedByTechnician):
        order = ReassignSlip(slip_id, technicians=("演示业户",))
        database.write(reassign_slip, desk, order)
    assert books(database) == before


def test_a_slip_of_nobody_is_refused(database: Database, desk: Desk) -> None:
    with pytest.raises(SlipUnknown):
        database.write(dispatch_slip, desk, replace(ORDER, slip_id=4711))


def test_the_copies_go_to_who_will_use_them(database: Database, desk: Desk) -> None:
    """domain-model 4.4: from the dispatcher to supervisor or technician."""
    plain = make_slip(database, desk).id
    database.write(dispatch_slip, desk, replace(ORDER, slip_id=plain))
    assert set(copy_places(database, plain).values()) == {"supervisor"}
    named = make_slip(database, desk).id
    order = replace(ORDER, slip_id=named, technicians=("演示技工",))
    database.write(dispatch_slip, desk, order)
    assert set(copy_places(database, named).values()) == {"technician"}


def test_half_characters_in_names_do_no_harm(database: Database, desk: Desk) -> None:
    slip_id = make_slip(database, desk).id
    order = DispatchSlip(slip_id, "水工", "主\ud800管", ("技\udfff工",), "接\ud83d听")
    database.write(dispatch_slip, desk, order)
    slip = slip_of(database, slip_id)
    assert (slip.supervisor, slip.technicians) == ("主 管", ("技 工",))
    with pytest.raises(FieldRefusal):
        database.write(reassign_slip, desk, ReassignSlip(slip_id, trade="\ud800木"))
