"""How a slip ends: inspected, cancelled, void."""

import json
from datetime import timedelta
from decimal import Decimal

import pytest

from app.database import Database
from app.desk import Desk
from app.errors import Refusal
from app.slip_close import (
    CancelSlip,
    InspectSlip,
    VoidSlip,
    cancel_slip,
    inspect_slip,
    void_slip,
)
from app.slip_copy_move import MoveCopies, put_copies
from app.slip_line import Line
from app.slip_refusals import (
    CopiesUnknown,
    FieldMissing,
    NotPublic,
    ReasonUnknown,
    SlipUnknown,
)
from app.slip_return import TakeBackSlip, take_back_slip
from app.slip_view import load_slip_view
from app.slip_work import ResumeSlip, resume_slip
from models.slip import LinkKind, Outcome, SlipState
from models.slip_copy import CopyPlace
from models.slip_line import LineKind
from models.unit import AreaKind
from tests.app.books import (
    books,
    copy_places,
    gap_refs,
    last_facts,
    problems,
    slip_of,
    state_of,
)
from tests.app.slip_step import inspect, take_back
from tests.clock import Clock
from tests.makers import make_slip

_S = SlipState
ALL = {1, 2, 3, 4}


def test_only_public_work_is_inspected(database: Database, desk: Desk) -> None:
    """K-18: in a unit the owner accepts the work."""
    slip_id = make_slip(database, desk, _S.RETURNED, area_kind=AreaKind.UNIT).id
    before = books(database)
    for is_passed in (True, False):
        with pytest.raises(NotPublic):
            database.write(inspect_slip, desk, InspectSlip(slip_id, is_passed, "差"))
    assert books(database) == before


def test_a_failed_inspection_says_what_is_wrong(database: Database, desk: Desk) -> None:
    slip_id = make_slip(database, desk, _S.RETURNED).id
    before = books(database)
    with pytest.raises(FieldMissing) as refused:
        database.write(inspect_slip, desk, InspectSlip(slip_id, False, " "))
    assert refused.value.field == "note"
    assert books(database) == before


def test_a_slip_nobody_worked_on_is_void_and_its_copies_are_collected(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """4.2 row 20: the number is kept."""
    slip = make_slip(database, desk, _S.DISPATCHED)
    clock.advance(minutes=5)
    database.write(void_slip, desk, VoidSlip(slip.id, "录入错误", "写错房号"))
    found = slip_of(database, slip.id)
    assert (found.number, found.state) == (slip.number, _S.VOID)
    assert found.end_reason == "录入错误：写错房号"
    assert found.ended_at == clock.at
    assert copy_places(database, slip.id) == dict.fromkeys(ALL, "void_collected")
    assert not gap_refs(database)
    assert make_slip(database, desk).number == "WX260302-002"
    assert not problems(database, desk)


def test_a_void_slip_names_its_reason(database: Database, desk: Desk) -> None:
    slip_id = make_slip(database, desk).id
    before = books(database)
    for reason, refusal in (("", FieldMissing), ("不想要", ReasonUnknown)):
        with pytest.raises(refusal):
            database.write(void_slip, desk, VoidSlip(slip_id, reason))
    assert books(database) == before


def test_a_copy_of_a_void_slip_that_is_missing_opens_a_gap_case(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, _S.DISPATCHED)
    before = books(database)
    with pytest.raises(CopiesUnknown):
        order = VoidSlip(slip.id, "单据损坏", copies_lost=frozenset({5}))
        database.write(void_slip, desk, order)
    assert books(database) == before
    order = VoidSlip(slip.id, "单据损坏", copies_lost=frozenset({3}))
    database.write(void_slip, desk, order)
    assert copy_places(database, slip.id)[3] == "lost"
    assert gap_refs(database) == [f"{slip.number}/3/1"]
    assert not problems(database, desk)


@pytest.mark.parametrize("ending", ["void", "cancel"])
def test_a_copy_that_is_lost_is_not_collected_by_ending_the_slip(
    database: Database, desk: Desk, ending: str
) -> None:
    slip = make_slip(database, desk, _S.DISPATCHED)
    database.write(put_copies, desk, MoveCopies(slip.id, {2: CopyPlace.LOST}))
    if ending == "void":
        database.write(void_slip, desk, VoidSlip(slip.id, "录入错误"))
    else:
        database.write(cancel_slip, desk, CancelSlip(slip.id, "业户撤销"))
    assert copy_places(database, slip.id)[2] == "lost"
    assert gap_refs(database) == [f"{slip.number}/2/1"]
    assert not problems(database, desk)


def test_a_slip_that_was_worked_on_is_cancelled_not_void(
    database: Database, desk: Desk
) -> None:
    """4.2 row 20: no work, no money."""
    failed = make_slip(database, desk, _S.RETURNED).id
    inspect(False)(database, desk, failed)
    charged = make_slip(database, desk, _S.DISPATCHED, area_kind=AreaKind.UNIT).id
    order = TakeBackSlip(
        charged,
        outcome=Outcome.UNFINISHED,
        unfinished_reason="待料",
        eta_at=desk.now() + timedelta(days=1),
        lines=(Line(LineKind.LABOUR, "上门", Decimal(30)),),
    )
    database.write(take_back_slip, desk, order)
    database.write(resume_slip, desk, ResumeSlip(charged))
    for slip_id in (failed, charged):
        before = books(database)
        with pytest.raises(Refusal):
            database.write(void_slip, desk, VoidSlip(slip_id, "录入错误"))
        assert books(database) == before
        database.write(cancel_slip, desk, CancelSlip(slip_id, "业户撤销"))
    assert not problems(database, desk)


@pytest.mark.parametrize("reason", ["重复", "业户撤销", "电话指导解决", "业户不修"])
def test_a_slip_that_needs_no_work_is_cancelled_with_its_reason(
    database: Database, desk: Desk, reason: str
) -> None:
    """4.2 rows 10 and 21."""
    slip_id = make_slip(database, desk, _S.QUOTED, area_kind=AreaKind.UNIT).id
    database.write(cancel_slip, desk, CancelSlip(slip_id, reason))
    slip = slip_of(database, slip_id)
    assert (slip.state, slip.end_reason) == (_S.CANCELLED, reason)
    places = copy_places(database, slip_id)
    assert places == {1: "eng_file", 2: "hk_desk", 3: "hk_desk", 4: "hk_desk"}
    assert not problems(database, desk)


def test_what_is_not_ours_to_mend_needs_a_written_reason(
    database: Database, desk: Desk
) -> None:
    """4.2 row 21: 非本处范围."""
    slip_id = make_slip(database, desk).id
    before = books(database)
    with pytest.raises(FieldMissing) as refused:
        database.write(cancel_slip, desk, CancelSlip(slip_id, "非本处范围"))
    assert refused.value.field == "note"
    with pytest.raises(ReasonUnknown):
        database.write(cancel_slip, desk, CancelSlip(slip_id, "不想修"))
    assert books(database) == before
    order = CancelSlip(slip_id, "非本处范围", "燃气公司")
    database.write(cancel_slip, desk, order)
    assert slip_of(database, slip_id).end_reason == "非本处范围：燃气公司"


def test_a_duplicate_names_the_slip_that_stands_for_it(
    database: Database, desk: Desk
) -> None:
    first = make_slip(database, desk)
    second = make_slip(database, desk)
    with pytest.raises(SlipUnknown):
        order = CancelSlip(second.id, "重复", duplicate_of=4711)
        database.write(cancel_slip, desk, order)
    order = CancelSlip(second.id, "重复", duplicate_of=first.id)
    database.write(cancel_slip, desk, order)
    slip = slip_of(database, second.id)
    assert (slip.parent_slip_id, slip.link_kind) == (first.id, LinkKind.DUPLICATE)
    assert json.loads(last_facts(database, second.id))["set"]["parent_slip_id"] == 1
    assert not problems(database, desk)


def test_a_slip_is_not_a_duplicate_of_itself(database: Database, desk: Desk) -> None:
    slip = make_slip(database, desk)
    with pytest.raises(Refusal):
        order = CancelSlip(slip.id, "重复", duplicate_of=slip.id)
        database.write(cancel_slip, desk, order)
    assert state_of(database, slip.id) is _S.ISSUED


def test_a_cancelled_slip_owes_nothing(database: Database, desk: Desk) -> None:
    slip_id = make_slip(database, desk, _S.QUOTED, area_kind=AreaKind.UNIT).id
    database.write(cancel_slip, desk, CancelSlip(slip_id, "业户不修"))
    view = database.read(load_slip_view, desk, slip_id)
    assert view.money.charged == view.money.balance == Decimal(0)


def test_a_passed_inspection_stands_until_the_slip_is_closed(
    database: Database, desk: Desk
) -> None:
    slip_id = make_slip(database, desk, _S.DISPATCHED).id
    take_back(database, desk, slip_id)
    inspect(True)(database, desk, slip_id)
    slip = slip_of(database, slip_id)
    assert slip.inspected_by == desk.actor
    assert slip.inspected_at == desk.now()
    assert slip.state is _S.RETURNED
