"""What is missing is chased to its end: numbers, copies, forms (4.3, S4-4.1.4.1-1)."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database import Database
from app.database_trouble import ChangedByOthers
from app.desk import Desk, NotAllowed, open_desk
from app.errors import Refusal
from app.form_stock import ReceivePack, receive_pack
from app.gap import (
    CloseGap,
    ExplainGap,
    GapIsClosed,
    GapIsOpen,
    GapNoCopy,
    ReopenGap,
    close_gap,
    explain_gap,
    look_for_gaps,
    open_gaps,
    reopen_gap,
)
from app.gap_find import GapSpan, Hole, find_gaps
from app.gap_list import list_gaps
from app.slip_copy_move import MoveCopies, PrintSlip, print_slip, put_copies
from app.slip_refusals import (
    CopiesMissing,
    FieldMissing,
    FieldTooLong,
    ReasonUnknown,
)
from app.slip_return import TakeBackSlip, take_back_slip
from models.event import Event
from models.gap_case import GapKind
from models.gap_row import GapRow
from models.slip import SlipState
from models.slip_copy import CopyPlace
from models.staff import Post
from tests.app.books import books, by_hand, copy_places, problems, take_away
from tests.clock import Clock
from tests.makers import make_slip, make_staff


def gaps(database: Database, desk: Desk, is_open: bool | None = True) -> list[GapRow]:
    return database.read(list_gaps, desk, is_open=is_open)


def only(database: Database, desk: Desk) -> GapRow:
    """The one open case."""
    (row,) = gaps(database, desk)
    return row


def steps(database: Database, case_id: int) -> list[str]:
    """What happened to a case, by its log."""

    def load(session: Session) -> list[str]:
        wanted = Event.entity == "gap_case", Event.entity_id == case_id
        return list(
            session.scalars(select(Event.what).where(*wanted).order_by(Event.seq))
        )

    return database.read(load)


def lose(database: Database, desk: Desk, slip_id: int, copy_no: int = 2) -> None:
    order = MoveCopies(slip_id, {copy_no: CopyPlace.LOST})
    database.write(put_copies, desk, order)


def test_a_sound_centre_has_nothing_to_chase(database: Database, desk: Desk) -> None:
    for state in (SlipState.ISSUED, SlipState.WORKING, SlipState.RETURNED):
        make_slip(database, desk, state)
    make_slip(database, desk, SlipState.VOID)
    assert database.read(find_gaps, desk) == []
    assert database.write(look_for_gaps, desk)[0] == 0


def test_a_number_without_a_slip_is_found_once(database: Database, desk: Desk) -> None:
    for _ in range(5):
        make_slip(database, desk)
    take_away(database, "WX260302-002")
    take_away(database, "WX260302-003")
    take_away(database, "WX260302-005")
    assert database.write(look_for_gaps, desk)[0] == 4
    refs = {row.ref for row in gaps(database, desk)}
    assert refs == {"#2…3", "#5", "WX260302-002…003", "WX260302-005"}
    before = books(database)
    assert database.write(look_for_gaps, desk)[0] == 0
    assert books(database) == before


def test_a_wider_hole_opens_a_case_for_what_is_new(
    database: Database, desk: Desk
) -> None:
    for _ in range(4):
        make_slip(database, desk)
    take_away(database, "WX260302-002")
    database.write(look_for_gaps, desk)
    take_away(database, "WX260302-003")
    database.write(look_for_gaps, desk)
    refs = [row.ref for row in gaps(database, desk)]
    assert "WX260302-003" in refs
    assert refs.count("WX260302-002") == 1


def test_a_span_looks_at_its_days_and_at_what_is_still_open(
    database: Database, desk: Desk, clock: Clock
) -> None:
    for _ in range(3):
        make_slip(database, desk)
    take_away(database, "WX260302-002")
    clock.advance(days=1)
    make_slip(database, desk)
    today = GapSpan(date(2026, 3, 3), date(2026, 3, 4))
    refs = [hole.ref for hole in database.read(find_gaps, desk, today)]
    assert refs == ["#2"], "control numbers know no day"
    yesterday = GapSpan(date(2026, 3, 2), date(2026, 3, 3))
    refs = [hole.ref for hole in database.read(find_gaps, desk, yesterday)]
    assert refs == ["#2", "WX260302-002"]


@pytest.mark.parametrize("state", [SlipState.DISPATCHED, SlipState.RETURNED])
def test_a_copy_that_was_never_printed_is_missing(
    database: Database, desk: Desk, state: SlipState
) -> None:
    slip = make_slip(database, desk, state)
    by_hand(database, "DELETE FROM slip_copy WHERE copy_no = 4")
    (hole,) = database.read(find_gaps, desk)
    assert hole == Hole(GapKind.COPY, f"{slip.number}/4/1", slip.id)


def test_a_needed_copy_of_a_returned_slip_that_is_not_back_is_missing(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, SlipState.RETURNED)
    by_hand(database, "UPDATE slip_copy SET place = 'technician' WHERE copy_no = 2")
    (hole,) = database.read(find_gaps, desk)
    assert hole.ref == f"{slip.number}/2/1"


def test_a_lost_copy_is_asked_after_when_it_is_declared(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    lose(database, desk, slip.id)
    case = only(database, desk)
    assert (case.kind, case.ref) == (GapKind.COPY, f"{slip.number}/2/1")
    assert case.number == slip.number
    assert case.place is CopyPlace.LOST
    assert case.place_before is CopyPlace.TECHNICIAN
    assert case.holder == "演示技工"
    assert not case.is_back
    assert steps(database, case.id) == ["open"]
    assert database.write(look_for_gaps, desk)[0] == 0


def test_a_case_is_explained_and_closed_with_all_three_facts(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    lose(database, desk, slip.id)
    case = only(database, desk)
    database.write(explain_gap, desk, ExplainGap(case.id, "遗失", "演示主管"))
    case = only(database, desk)
    assert (case.cause, case.owner, case.closed_at) == ("遗失", "演示主管", None)
    closed_at = clock.advance(hours=1)
    order = CloseGap(case.id, "以第四联复印件代替", version=case.version)
    database.write(close_gap, desk, order)
    (case,) = gaps(database, desk, is_open=False)
    assert case.resolution == "以第四联复印件代替"
    assert case.closed_at == closed_at
    assert steps(database, case.id) == ["open", "explain", "close"]
    assert database.write(look_for_gaps, desk)[0] == 0, "what was explained stays so"
    assert problems(database, desk) == []


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"resolution": "已补", "owner": "演示主管"}, "cause"),
        ({"resolution": "已补", "cause": "遗失"}, "owner"),
        ({"resolution": "", "cause": "遗失", "owner": "演示主管"}, "resolution"),
        ({"resolution": "　 ", "cause": "遗失", "owner": "演示主管"}, "resolution"),
    ],
)
def test_a_case_is_never_closed_silently(
    database: Database, desk: Desk, fields: dict[str, Any], missing: str
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    lose(database, desk, slip.id)
    before = books(database)
    order = CloseGap(only(database, desk).id, **fields)
    with pytest.raises(FieldMissing) as refused:
        database.write(close_gap, desk, order)
    assert refused.value.field == missing
    assert books(database) == before


def test_a_cause_is_one_of_the_list_and_texts_have_their_limits(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    lose(database, desk, slip.id)
    case = only(database, desk)
    with pytest.raises(ReasonUnknown) as refused:
        database.write(explain_gap, desk, ExplainGap(case.id, "忘了", "演示主管"))
    assert refused.value.field == "cause"
    long = CloseGap(case.id, "长" * 201, "遗失", "演示主管")
    with pytest.raises(FieldTooLong):
        database.write(close_gap, desk, long)
    with pytest.raises(FieldTooLong):
        database.write(explain_gap, desk, ExplainGap(case.id, "遗失", "长" * 81))


def test_a_case_is_closed_once_and_at_one_desk(database: Database, desk: Desk) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    lose(database, desk, slip.id)
    case = only(database, desk)
    order = CloseGap(case.id, "已补", "遗失", "演示主管", version=case.version)
    database.write(close_gap, desk, order)
    with pytest.raises(ChangedByOthers):
        database.write(close_gap, desk, order)
    with pytest.raises(GapIsClosed):
        database.write(close_gap, desk, CloseGap(case.id, "再关"))
    with pytest.raises(GapIsClosed):
        database.write(explain_gap, desk, ExplainGap(case.id, "遗失", "另一人"))
    with pytest.raises(ChangedByOthers):
        database.write(close_gap, desk, CloseGap(999, "无此案"))


def test_a_found_copy_goes_to_where_it_was_found(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    lose(database, desk, slip.id)
    found = CloseGap(
        only(database, desk).id,
        "夹在另一张单中",
        "在他人手中",
        "演示主管",
        found_at=CopyPlace.SUPERVISOR,
    )
    database.write(close_gap, desk, found)
    assert gaps(database, desk) == []
    assert copy_places(database, slip.id)[2] == "supervisor"
    assert problems(database, desk) == []


def test_a_returned_slip_whose_lost_copy_is_found_has_it_at_the_desk(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    order = TakeBackSlip(slip.id, result_text="已修好", copies_lost=frozenset({2}))
    database.write(take_back_slip, desk, order)
    case = only(database, desk)
    wrong = CloseGap(case.id, "找到", "遗失", "前台", found_at=CopyPlace.TECHNICIAN)
    before = books(database)
    with pytest.raises(CopiesMissing):
        database.write(close_gap, desk, wrong)
    assert books(database) == before
    right = CloseGap(case.id, "找到", "遗失", "前台", found_at=CopyPlace.HK_DESK)
    database.write(close_gap, desk, right)
    assert copy_places(database, slip.id)[2] == "hk_desk"
    assert problems(database, desk) == []


def test_a_copy_that_came_back_by_itself_is_told_in_its_case(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    lose(database, desk, slip.id)
    order = TakeBackSlip(
        slip.id, result_text="已修好", copies_back=frozenset({2, 3, 4})
    )
    database.write(take_back_slip, desk, order)
    case = only(database, desk)
    assert case.is_back
    assert case.place is CopyPlace.HK_DESK


def test_an_old_print_that_turns_up_is_collected(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    database.write(print_slip, desk, PrintSlip(slip.id, (3,)))
    case = only(database, desk)
    assert case.ref == f"{slip.number}/3/1"
    found = CloseGap(case.id, "已收回销毁", "遗失", "前台", found_at=CopyPlace.HK_DESK)
    database.write(close_gap, desk, found)
    assert gaps(database, desk) == []
    assert database.read(find_gaps, desk) == []
    assert problems(database, desk) == []


def test_a_copy_lost_again_after_its_case_was_closed_is_found_again(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    lose(database, desk, slip.id)
    case = only(database, desk)
    found = CloseGap(case.id, "找到", "遗失", "前台", found_at=CopyPlace.SUPERVISOR)
    database.write(close_gap, desk, found)
    clock.advance(hours=1)
    lose(database, desk, slip.id)
    assert only(database, desk).id != case.id


def test_a_number_has_no_place_to_be_found_at(database: Database, desk: Desk) -> None:
    for _ in range(2):
        make_slip(database, desk)
    take_away(database, "WX260302-001")
    database.write(look_for_gaps, desk)
    case = gaps(database, desk)[0]
    order = CloseGap(case.id, "找到", "跳号", "前台", found_at=CopyPlace.HK_DESK)
    with pytest.raises(GapNoCopy):
        database.write(close_gap, desk, order)


def test_a_case_closed_wrongly_is_opened_again_with_a_reason(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    lose(database, desk, slip.id)
    case = only(database, desk)
    with pytest.raises(GapIsOpen):
        database.write(reopen_gap, desk, ReopenGap(case.id, "误关"))
    database.write(close_gap, desk, CloseGap(case.id, "已补", "遗失", "演示主管"))
    with pytest.raises(FieldMissing):
        database.write(reopen_gap, desk, ReopenGap(case.id, " "))
    database.write(reopen_gap, desk, ReopenGap(case.id, "误关"))
    case = only(database, desk)
    assert (case.cause, case.owner, case.resolution) == ("遗失", "演示主管", None)
    assert steps(database, case.id) == ["open", "close", "reopen"]


def test_forms_between_used_ones_are_missing(database: Database, desk: Desk) -> None:
    database.write(receive_pack, desk, ReceivePack("A0001", "A0010"))
    make_slip(database, desk, stock_no="A0002")
    make_slip(database, desk, stock_no="A0006")
    assert database.write(look_for_gaps, desk)[0] == 2
    assert [row.ref for row in gaps(database, desk)] == ["A0001", "A0003…0005"]
    make_slip(database, desk, stock_no="A0004")
    make_slip(database, desk, stock_no="A0008")
    assert database.write(look_for_gaps, desk)[0] == 1
    assert gaps(database, desk)[-1].ref == "A0007"
    assert all(row.kind is GapKind.STOCK for row in gaps(database, desk))


def test_what_two_desks_find_at_once_is_opened_once(
    database: Database, desk: Desk
) -> None:
    for _ in range(2):
        make_slip(database, desk)
    take_away(database, "WX260302-001")
    found = database.read(find_gaps, desk)
    assert database.write(open_gaps, desk, found)[0] == len(found) == 2
    assert database.write(open_gaps, desk, found)[0] == 0


def test_who_does_not_chase_opens_and_closes_nothing(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    lose(database, desk, slip.id)
    make_staff(database, desk, "演示技工", Post.TECHNICIAN)
    other = database.read(open_desk, actor="演示技工", clock=desk.clock)
    case = only(database, desk)
    wishes: list[Any] = [
        lambda: database.write(look_for_gaps, other),
        lambda: database.write(close_gap, other, CloseGap(case.id, "已补")),
        lambda: database.write(explain_gap, other, ExplainGap(case.id, "遗失", "我")),
        lambda: database.write(reopen_gap, other, ReopenGap(case.id, "误关")),
    ]
    for wish in wishes:
        with pytest.raises(NotAllowed):
            wish()


def test_a_case_of_another_centre_is_not_known_here(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    lose(database, desk, slip.id)
    case = only(database, desk)
    by_hand(database, "INSERT INTO centre (code, name) VALUES ('02', '二期')")
    other = database.read(open_desk, centre="02", clock=desk.clock)
    assert gaps(database, other) == []
    with pytest.raises(Refusal):
        database.write(close_gap, other, CloseGap(case.id, "已补", "遗失", "前台"))
