"""The paper comes back: what it says is typed in and its copies are ticked."""

from datetime import timedelta
from decimal import Decimal

import pytest

from app.database import Database
from app.desk import Desk, open_desk
from app.settings_change import change_settings
from app.slip_copy_move import MoveCopies, put_copies
from app.slip_dispatch import DispatchSlip, dispatch_slip
from app.slip_line import Line
from app.slip_refusals import (
    CopiesMissing,
    CopiesUnknown,
    FieldMissing,
    FieldTooLong,
    NeedsAgreement,
    ReasonUnknown,
    SignedByTechnician,
    SlipCannotMove,
    TimeInFuture,
    TimeOrder,
)
from app.slip_return import TakeBackSlip, take_back_slip
from app.slip_signature import Signature
from app.slip_view import load_slip_view
from models.quote import QuoteStatus
from models.slip import (
    InspectStatus,
    Outcome,
    OwnerOpinion,
    SignStatus,
    SlipEvent,
    SlipState,
)
from models.slip_copy import CopyPlace
from models.slip_line import LineKind
from models.unit import AreaKind
from tests.app.books import (
    books,
    copy_places,
    gap_refs,
    problems,
    slip_of,
    state_of,
)
from tests.app.slip_step import SIGNED, STEPS, inspect, take_back
from tests.clock import Clock
from tests.makers import make_slip, paper_of

_S = SlipState


def out(
    database: Database, desk: Desk, kind: AreaKind = AreaKind.PUBLIC
) -> tuple[int, str]:
    slip = make_slip(database, desk, _S.DISPATCHED, area_kind=kind)
    return slip.id, slip.number


def test_all_a_paper_says_is_typed_in_one_form(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """4.2 row 15, the fast path: from dispatched to returned at once."""
    slip_id, number = out(database, desk, AreaKind.UNIT)
    start = desk.now()
    clock.advance(hours=2)
    order = TakeBackSlip(
        slip_id,
        arrived_at=start + timedelta(minutes=12),
        done_at=start + timedelta(minutes=50),
        result_text="更换阀芯\n试水正常",
        cause_code="老化",
        owner_opinion=OwnerOpinion.SATISFIED,
        signature=SIGNED,
        technicians=("演示甲", "演示乙"),
        accepted_by="演示管家",
        lines=(
            Line(LineKind.LABOUR, "人工", Decimal("30.00")),
            Line(LineKind.MATERIAL, "阀芯", Decimal("27.50"), Decimal(2), "个"),
        ),
        quote=Decimal("85.00"),
        quote_confirmed_by="演示业户",
    )
    answered, _ = database.write(take_back_slip, desk, order)
    assert answered == number
    slip = slip_of(database, slip_id)
    assert slip.state is _S.RETURNED
    assert slip.outcome is Outcome.COMPLETED
    assert slip.result_text == "更换阀芯 试水正常"
    assert (slip.cause_code, slip.accepted_by) == ("老化", "演示管家")
    assert slip.technicians == ("演示甲", "演示乙")
    assert slip.returned_at == clock.at
    assert slip.returned_to == desk.actor
    assert slip.inspect_status is None
    view = database.read(load_slip_view, desk, slip_id)
    assert [str(line.amount) for line in view.lines] == ["30.00", "55.00"]
    assert view.quotes[-1].status is QuoteStatus.AGREED
    assert view.money.charged == view.money.balance == Decimal("85.00")
    assert not problems(database, desk)


def test_public_work_that_is_back_waits_for_its_inspection(
    database: Database, desk: Desk
) -> None:
    """S4-4.2.3.2-2."""
    slip_id, _ = out(database, desk)
    take_back(database, desk, slip_id)
    assert slip_of(database, slip_id).inspect_status is InspectStatus.PENDING


@pytest.mark.parametrize("kind", [AreaKind.UNIT, AreaKind.PUBLIC])
def test_the_copies_come_home_when_the_paper_is_back(
    database: Database, desk: Desk, kind: AreaKind
) -> None:
    """S4-4.1.3.1, 4.4: 1 engineering, 2 and 4 the desk, 3 the owner (K-02)."""
    slip_id, _ = out(database, desk, kind)
    take_back(database, desk, slip_id)
    third = "owner" if kind is AreaKind.UNIT else "hk_desk"
    assert copy_places(database, slip_id) == {
        1: "eng_file",
        2: "hk_desk",
        3: third,
        4: "hk_desk",
    }


def test_a_copy_that_must_be_back_is_back_or_declared_lost(
    database: Database, desk: Desk
) -> None:
    """4.4: RETURNED requires copies 2 and 4."""
    slip_id, number = out(database, desk)
    before = books(database)
    order = TakeBackSlip(slip_id, copies_back=frozenset({4}))
    with pytest.raises(CopiesMissing) as refused:
        database.write(take_back_slip, desk, order)
    assert refused.value.facts == {"number": number, "copies": "2"}
    assert books(database) == before
    order = TakeBackSlip(
        slip_id, copies_back=frozenset({4}), copies_lost=frozenset({2})
    )
    database.write(take_back_slip, desk, order)
    assert copy_places(database, slip_id)[2] == "lost"
    assert gap_refs(database) == [f"{number}/2/1"]
    assert not problems(database, desk)


def test_a_copy_declared_lost_before_is_not_asked_for_again(
    database: Database, desk: Desk
) -> None:
    slip_id, number = out(database, desk)
    lost = MoveCopies(slip_id, {2: CopyPlace.LOST})
    database.write(put_copies, desk, lost)
    take_back(database, desk, slip_id)  # ticks what is there
    assert copy_places(database, slip_id)[2] == "lost"
    assert gap_refs(database) == [f"{number}/2/1"]
    assert not problems(database, desk)


def test_a_lost_copy_that_turns_up_is_ticked(database: Database, desk: Desk) -> None:
    slip_id, _ = out(database, desk)
    database.write(put_copies, desk, MoveCopies(slip_id, {2: CopyPlace.LOST}))
    order = TakeBackSlip(slip_id, copies_back=frozenset({2, 4}))
    database.write(take_back_slip, desk, order)
    assert copy_places(database, slip_id)[2] == "hk_desk"


@pytest.mark.parametrize("field", ["copies_back", "copies_lost"])
def test_a_copy_there_is_none_of_cannot_be_ticked(
    database: Database, desk: Desk, field: str
) -> None:
    slip_id, _ = out(database, desk)
    before = books(database)
    ticked, lost = frozenset({2, 4}), frozenset({7})
    order = (
        TakeBackSlip(slip_id, copies_back=ticked | lost)
        if field == "copies_back"
        else TakeBackSlip(slip_id, copies_back=ticked, copies_lost=lost)
    )
    with pytest.raises(CopiesUnknown) as refused:
        database.write(take_back_slip, desk, order)
    assert refused.value.facts["copies"] == "7"
    assert books(database) == before


def test_the_owners_copy_that_came_back_was_not_left_with_the_owner(
    database: Database, desk: Desk
) -> None:
    """4.4: owner refuses or is absent → copy 3 returns with copy 4."""
    slip_id, _ = out(database, desk, AreaKind.UNIT)
    absent = Signature(SignStatus.ABSENT, note="主管已电话确认")
    order = paper_of(
        database, slip_id, signature=absent, copies_back=frozenset({2, 3, 4})
    )
    database.write(take_back_slip, desk, order)
    assert copy_places(database, slip_id)[3] == "hk_desk"


def test_a_copy_nobody_brought_is_not_said_to_be_at_the_desk(
    database: Database, desk: Desk
) -> None:
    """A public slip has no owner to leave copy 3 with: unticked, it is still out."""
    slip_id, _ = out(database, desk)
    order = TakeBackSlip(slip_id, copies_back=frozenset({2, 4}))
    database.write(take_back_slip, desk, order)
    assert copy_places(database, slip_id) == {
        1: "eng_file",
        2: "hk_desk",
        3: "technician",
        4: "hk_desk",
    }
    assert not problems(database, desk)


def test_unfinished_work_goes_on_and_says_why_and_until_when(
    database: Database, desk: Desk
) -> None:
    """interfaces.md 2: the paper is back, the work is not."""
    slip_id, _ = out(database, desk, AreaKind.UNIT)
    before = books(database)
    tomorrow = desk.now() + timedelta(days=1)
    order = TakeBackSlip(slip_id, outcome=Outcome.UNFINISHED, eta_at=tomorrow)
    with pytest.raises(FieldMissing) as refused:
        database.write(take_back_slip, desk, order)
    assert refused.value.field == "unfinished_reason"
    order = TakeBackSlip(slip_id, outcome=Outcome.UNFINISHED, unfinished_reason="待料")
    with pytest.raises(FieldMissing) as refused:
        database.write(take_back_slip, desk, order)
    assert refused.value.field == "eta_at"
    order = TakeBackSlip(
        slip_id,
        outcome=Outcome.UNFINISHED,
        unfinished_reason="没空",
        eta_at=tomorrow,
    )
    with pytest.raises(ReasonUnknown):
        database.write(take_back_slip, desk, order)
    assert books(database) == before
    order = TakeBackSlip(
        slip_id,
        outcome=Outcome.UNFINISHED,
        unfinished_reason="待料",
        eta_at=tomorrow,
    )
    database.write(take_back_slip, desk, order)
    slip = slip_of(database, slip_id)
    assert (slip.state, slip.outcome) == (_S.SUSPENDED, Outcome.UNFINISHED)
    assert slip.unfinished_reason == "待料"
    assert len(books(database)["feedback"]) == 1
    assert not problems(database, desk)


def test_a_slip_that_was_not_handed_out_cannot_come_back(
    database: Database, desk: Desk
) -> None:
    """4.2 row 15: not from ISSUED, not from DISPUTED; unfinished neither."""
    for state in (_S.ISSUED, _S.DISPUTED):
        slip = make_slip(database, desk, state, area_kind=AreaKind.UNIT)
        before = books(database)
        for outcome in Outcome:
            order = TakeBackSlip(
                slip.id,
                outcome=outcome,
                signature=SIGNED,
                unfinished_reason="待料",
                eta_at=desk.now(),
            )
            with pytest.raises(SlipCannotMove):
                database.write(take_back_slip, desk, order)
        assert books(database) == before


def test_work_at_a_price_nobody_agreed_to_does_not_come_back_done(
    database: Database, desk: Desk
) -> None:
    """4.2 row 15: PAID → agreed quote."""
    slip_id = make_slip(database, desk, _S.QUOTED, area_kind=AreaKind.UNIT).id
    before = books(database)
    with pytest.raises(NeedsAgreement):
        order = TakeBackSlip(slip_id, signature=SIGNED)
        database.write(take_back_slip, desk, order)
    assert books(database) == before
    order = paper_of(database, slip_id, quote=Decimal("85.00"))
    database.write(take_back_slip, desk, order)
    assert state_of(database, slip_id) is _S.RETURNED
    assert not problems(database, desk)


def test_unagreed_work_may_come_back_unfinished(database: Database, desk: Desk) -> None:
    slip_id = make_slip(database, desk, _S.QUOTED, area_kind=AreaKind.UNIT).id
    order = TakeBackSlip(
        slip_id,
        outcome=Outcome.UNFINISHED,
        unfinished_reason="报价争议",
        eta_at=desk.now() + timedelta(days=1),
    )
    database.write(take_back_slip, desk, order)
    assert state_of(database, slip_id) is _S.SUSPENDED


def test_a_unit_slip_comes_back_only_when_it_is_said_how_it_was_signed(
    database: Database, desk: Desk
) -> None:
    """K-19."""
    slip_id, _ = out(database, desk, AreaKind.UNIT)
    with pytest.raises(FieldMissing) as refused:
        database.write(take_back_slip, desk, TakeBackSlip(slip_id))
    assert refused.value.field == "sign_status"
    done = make_slip(database, desk, _S.DONE, area_kind=AreaKind.UNIT).id
    order = paper_of(database, done, signature=Signature())  # said at completion
    database.write(take_back_slip, desk, order)
    assert slip_of(database, done).signed_by == "演示业户"


@pytest.mark.parametrize("technicians", [("演示业户",), ("演示甲、演示业户",)])
def test_who_is_typed_as_technician_at_the_return_cannot_have_signed(
    database: Database, desk: Desk, technicians: tuple[str, ...]
) -> None:
    """S3-8.6, whether the signature was typed now or at completion."""
    for slip_id, signature in (
        (out(database, desk, AreaKind.UNIT)[0], SIGNED),
        (
            make_slip(database, desk, _S.DONE, area_kind=AreaKind.UNIT).id,
            Signature(),
        ),
    ):
        before = books(database)
        order = paper_of(
            database, slip_id, signature=signature, technicians=technicians
        )
        with pytest.raises(SignedByTechnician):
            database.write(take_back_slip, desk, order)
        assert books(database) == before


@pytest.mark.parametrize(
    ("arrived", "done", "returned", "field"),
    [
        (-1, None, None, "arrived_at"),
        (5, 4, None, "done_at"),
        (None, -1, None, "done_at"),
        (5, 10, 9, "returned_at"),
        (None, None, -1, "returned_at"),
        (61, None, None, "arrived_at"),
        (None, 61, None, "done_at"),
        (None, None, 61, "returned_at"),
    ],
)
def test_times_on_the_paper_follow_each_other(
    database: Database,
    desk: Desk,
    clock: Clock,
    arrived: int | None,
    done: int | None,
    returned: int | None,
    field: str,
) -> None:
    """Minutes after the dispatch; the paper is typed an hour after it."""
    slip_id, _ = out(database, desk)
    start = clock.at
    clock.advance(hours=1)

    def after(minutes: int | None) -> object:
        return None if minutes is None else start + timedelta(minutes=minutes)

    order = TakeBackSlip(
        slip_id,
        arrived_at=after(arrived),  # type: ignore[arg-type]
        done_at=after(done),  # type: ignore[arg-type]
        returned_at=after(returned),  # type: ignore[arg-type]
    )
    before = books(database)
    with pytest.raises((TimeOrder, TimeInFuture)) as refused:
        database.write(take_back_slip, desk, order)
    assert refused.value.field == field
    assert books(database) == before


@pytest.mark.parametrize(
    ("field", "limit"), [("result_text", 300), ("cause_code", 40), ("accepted_by", 80)]
)
def test_what_the_paper_says_fits_its_field(
    database: Database, desk: Desk, field: str, limit: int
) -> None:
    slip_id, _ = out(database, desk)
    before = books(database)
    order = TakeBackSlip(slip_id, **{field: "长" * (limit + 1)})  # type: ignore[arg-type]
    with pytest.raises(FieldTooLong) as refused:
        database.write(take_back_slip, desk, order)
    assert refused.value.facts["limit"] == limit
    assert books(database) == before
    order = TakeBackSlip(slip_id, **{field: "长" * limit})  # type: ignore[arg-type]
    database.write(take_back_slip, desk, order)
    assert not problems(database, desk)


def test_work_that_failed_goes_out_again_with_its_paper_and_comes_back_again(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """4.2 row 16: rework is counted, copies go back out, the next return is new."""
    slip_id, _ = out(database, desk)
    for count in (1, 2):
        clock.advance(hours=1)
        take_back(database, desk, slip_id)
        clock.advance(minutes=10)
        inspect(False)(database, desk, slip_id)
        slip = slip_of(database, slip_id)
        assert slip.rework_no == count
        assert slip.state is _S.DISPATCHED
        assert slip.inspect_status is InspectStatus.FAILED
        assert slip.inspect_note == "仍不亮"
        places = copy_places(database, slip_id)
        assert places == {
            1: "eng_file",
            2: "technician",
            3: "technician",
            4: "technician",
        }
    clock.advance(hours=1)
    take_back(database, desk, slip_id)
    slip = slip_of(database, slip_id)
    assert slip.inspect_status is InspectStatus.PENDING
    assert slip.inspected_by is None
    inspect(True)(database, desk, slip_id)
    assert slip_of(database, slip_id).inspect_status is InspectStatus.PASSED
    assert not problems(database, desk)


def test_a_paper_that_went_out_again_comes_back_after_it_went(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """A second return is not typed before the inspection that failed."""
    slip_id, _ = out(database, desk)
    clock.advance(hours=1)
    take_back(database, desk, slip_id)
    clock.advance(minutes=10)
    inspect(False)(database, desk, slip_id)
    failed_at = clock.at
    clock.advance(hours=1)

    def order(minutes: int) -> TakeBackSlip:
        return TakeBackSlip(slip_id, returned_at=failed_at + timedelta(minutes=minutes))

    before = books(database)
    with pytest.raises(TimeOrder) as refused:
        database.write(take_back_slip, desk, order(-1))
    assert refused.value.facts == {"field": "returned_at", "earlier": "inspected_at"}
    assert books(database) == before
    database.write(take_back_slip, desk, order(0))
    assert slip_of(database, slip_id).returned_at == failed_at
    assert not problems(database, desk)


def test_unfinished_work_comes_back_after_it_came_back_unfinished(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id, _ = out(database, desk)
    clock.advance(hours=1)
    first = TakeBackSlip(
        slip_id,
        outcome=Outcome.UNFINISHED,
        unfinished_reason="待料",
        eta_at=desk.now() + timedelta(days=1),
    )
    database.write(take_back_slip, desk, first)
    came_at = clock.at
    clock.advance(hours=1)
    before = books(database)
    early = TakeBackSlip(slip_id, returned_at=came_at - timedelta(minutes=1))
    with pytest.raises(TimeOrder) as refused:
        database.write(take_back_slip, desk, early)
    assert refused.value.facts == {"field": "returned_at", "earlier": "return_before"}
    assert books(database) == before
    take_back(database, desk, slip_id)
    assert not problems(database, desk)


def test_a_slip_on_hotel_paper_needs_no_finance_copy(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """K-01: rules speak of roles; HOTEL_3 has neither finance nor housekeeping."""
    database.write(change_settings, desk, {"copy_scheme": "HOTEL_3"})
    hotel = database.read(open_desk, clock=clock)
    slip = make_slip(database, hotel)
    database.write(dispatch_slip, hotel, DispatchSlip(slip.id, "水工", "演示主管"))
    assert set(copy_places(database, slip.id)) == {1, 2, 3}
    order = TakeBackSlip(slip.id, copies_back=frozenset())
    database.write(take_back_slip, hotel, order)
    assert state_of(database, slip.id) is _S.RETURNED
    assert not problems(database, hotel)


def test_a_slip_keeps_the_scheme_it_was_printed_with(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """K-01: a slip stores its scheme; a change holds for future slips."""
    slip_id, _ = out(database, desk)
    database.write(change_settings, desk, {"copy_scheme": "HOTEL_3"})
    hotel = database.read(open_desk, clock=clock)
    with pytest.raises(CopiesMissing):
        order = TakeBackSlip(slip_id, copies_back=frozenset({4}))
        database.write(take_back_slip, hotel, order)
    take_back(database, hotel, slip_id)
    STEPS[SlipEvent.PRINT](database, hotel, slip_id)
    assert set(copy_places(database, slip_id)) == {1, 2, 3, 4}
    assert slip_of(database, slip_id).copy_scheme == "MLCS016_4"
