"""Four copies, each with its place at every moment (domain-model 4.4)."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.check_problem import Fault
from app.database import Database
from app.desk import Desk, NotAllowed, open_desk
from app.settings_change import change_settings
from app.slip_copy_move import (
    MoveCopies,
    PrintSlip,
    check_print,
    print_slip,
    print_slips,
    put_copies,
)
from app.slip_dispatch import DispatchSlip, dispatch_slip
from app.slip_refusals import (
    CopiesMissing,
    CopiesUnknown,
    FieldTooLong,
    PlaceNeedsHandover,
    SlipUnknown,
)
from app.slip_view import load_slip_view
from app.slip_work import ReceiveSlip, receive_slip
from models.slip import SlipEvent, SlipState
from models.slip_copy import CopyPlace
from models.staff import Department, Post
from models.unit import AreaKind
from tests.app.books import (
    books,
    by_hand,
    copy_places,
    events_of,
    gap_refs,
    last_facts,
    problems,
    slip_of,
    state_of,
)
from tests.app.slip_step import STEPS, inspect, take_back
from tests.clock import Clock
from tests.makers import make_slip, make_staff

_S = SlipState
_E = SlipEvent


def everywhere(place: str, count: int = 4) -> dict[int, str]:
    return dict.fromkeys(range(1, count + 1), place)


def trail(database: Database, slip_id: int, copy_no: int) -> list[str]:
    """Where a copy has been, one after the other, over all its prints."""

    def load(session: Session) -> list[str]:
        moves = session.execute(
            text(
                "SELECT print_seq, to_place FROM copy_move WHERE slip_id = :slip"
                " AND copy_no = :copy ORDER BY id"
            ),
            {"slip": slip_id, "copy": copy_no},
        )
        return [f"{seq} {place}" for seq, place in moves]

    return database.read(load)


def test_a_copy_has_its_place_after_every_step_of_a_unit_slip(
    database: Database, desk: Desk
) -> None:
    slip_id = make_slip(database, desk, area_kind=AreaKind.UNIT).id
    assert copy_places(database, slip_id) == {}
    order = DispatchSlip(slip_id, "水工", "演示主管")
    database.write(dispatch_slip, desk, order)
    assert copy_places(database, slip_id) == everywhere("supervisor")
    database.write(receive_slip, desk, ReceiveSlip(slip_id, ("演示技工",)))
    assert copy_places(database, slip_id) == everywhere("technician")
    for event in (_E.ARRIVE, _E.QUOTE, _E.AGREE, _E.COMPLETE):
        STEPS[event](database, desk, slip_id)
        assert copy_places(database, slip_id) == everywhere("technician")
    take_back(database, desk, slip_id)
    home = {1: "eng_file", 2: "hk_desk", 3: "owner", 4: "hk_desk"}
    assert copy_places(database, slip_id) == home
    filed = MoveCopies(slip_id, {4: CopyPlace.HK_FILE})
    database.write(put_copies, desk, filed)
    assert copy_places(database, slip_id) == home | {4: "hk_file"}
    assert trail(database, slip_id, 4) == [
        "1 dispatch",
        "1 supervisor",
        "1 technician",
        "1 hk_desk",
        "1 hk_file",
    ]
    assert not problems(database, desk)


def test_a_public_slip_keeps_its_third_copy_with_the_desk(
    database: Database, desk: Desk
) -> None:
    """K-02."""
    slip_id = make_slip(database, desk, _S.RETURNED).id
    assert copy_places(database, slip_id)[3] == "hk_desk"


def test_paper_of_failed_work_goes_back_out(database: Database, desk: Desk) -> None:
    slip_id = make_slip(database, desk, _S.RETURNED).id
    inspect(False)(database, desk, slip_id)
    assert copy_places(database, slip_id) == {1: "eng_file"} | dict.fromkeys(
        (2, 3, 4), "technician"
    )


def test_where_no_third_copy_is_printed_there_is_none(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """K-02: public_copy3 NOT_PRINTED; a unit's owner still gets one."""
    database.write(change_settings, desk, {"public_copy3": "NOT_PRINTED"})
    sparing = database.read(open_desk, clock=clock)
    public = make_slip(database, sparing, _S.DISPATCHED).id
    assert set(copy_places(database, public)) == {1, 2, 4}
    with pytest.raises(CopiesUnknown):
        database.write(print_slip, sparing, PrintSlip(public, (3,)))
    take_back(database, sparing, public)
    unit = make_slip(database, sparing, _S.DISPATCHED, area_kind=AreaKind.UNIT).id
    assert set(copy_places(database, unit)) == {1, 2, 3, 4}
    assert not problems(database, sparing)


def test_hotel_paper_has_three_copies(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """K-01."""
    database.write(change_settings, desk, {"copy_scheme": "HOTEL_3"})
    hotel = database.read(open_desk, clock=clock)
    slip_id = make_slip(database, hotel, _S.DISPATCHED).id
    assert copy_places(database, slip_id) == everywhere("technician", 3)
    assert slip_of(database, slip_id).copy_scheme == "HOTEL_3"
    take_back(database, hotel, slip_id)
    places = {1: "eng_file", 2: "department", 3: "hk_desk"}
    assert copy_places(database, slip_id) == places
    assert not problems(database, hotel)


def test_a_reprint_is_counted_and_takes_the_place_of_the_old_print(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """4.3: 补打 n."""
    slip_id = make_slip(database, desk, _S.DISPATCHED).id
    for number in (2, 3):
        clock.advance(minutes=1)
        order = PrintSlip(slip_id, (2,), old_prints_collected=True)
        highest, _ = database.write(print_slip, desk, order)
        assert highest == number
        view = database.read(load_slip_view, desk, slip_id)
        assert [copy.print_seq for copy in view.copies] == [1, number, 1, 1]
        assert copy_places(database, slip_id) == everywhere("technician")
    assert trail(database, slip_id, 2) == [
        "1 dispatch",
        "1 technician",
        "1 void_collected",
        "2 technician",
        "2 void_collected",
        "3 technician",
    ]
    assert not gap_refs(database)
    assert state_of(database, slip_id) is _S.DISPATCHED
    assert not problems(database, desk)


def test_an_old_print_nobody_has_seen_opens_a_gap_case(
    database: Database, desk: Desk
) -> None:
    """4.3: it must be located or declared lost."""
    slip = make_slip(database, desk, _S.DISPATCHED)
    database.write(print_slip, desk, PrintSlip(slip.id, (2, 4)))
    assert gap_refs(database) == [f"{slip.number}/2/1", f"{slip.number}/4/1"]
    assert trail(database, slip.id, 2)[-2:] == ["1 lost", "2 technician"]
    assert copy_places(database, slip.id) == everywhere("technician")
    assert not problems(database, desk)


def test_a_slip_may_be_printed_before_it_is_dispatched(
    database: Database, desk: Desk
) -> None:
    """interfaces.md 1: those fields stay blank, the state does not change."""
    slip_id = make_slip(database, desk).id
    database.write(print_slip, desk, PrintSlip(slip_id))
    assert state_of(database, slip_id) is _S.ISSUED
    assert copy_places(database, slip_id) == everywhere("dispatch")
    assert not problems(database, desk)


def test_blank_prints_made_before_the_dispatch_are_replaced_and_collected(
    database: Database, desk: Desk
) -> None:
    slip_id = make_slip(database, desk).id
    database.write(print_slip, desk, PrintSlip(slip_id, (1, 2)))
    order = DispatchSlip(slip_id, "电工", "演示主管")
    database.write(dispatch_slip, desk, order)
    view = database.read(load_slip_view, desk, slip_id)
    assert [copy.print_seq for copy in view.copies] == [2, 2, 1, 1]
    assert trail(database, slip_id, 1) == [
        "1 dispatch",
        "1 void_collected",
        "2 dispatch",
        "2 supervisor",
    ]
    assert not gap_refs(database)
    assert not problems(database, desk)


def test_a_copy_there_is_none_of_is_not_printed(database: Database, desk: Desk) -> None:
    slip_id = make_slip(database, desk).id
    before = books(database)
    for numbers in ((5,), (0,), (1, 9), (-1,), ()):
        with pytest.raises(CopiesUnknown):
            database.write(print_slip, desk, PrintSlip(slip_id, numbers))
    assert books(database) == before


def test_looking_at_a_print_asks_the_same_and_counts_nothing(
    database: Database, desk: Desk
) -> None:
    """What was only looked at leaves no reprint behind."""
    slip = make_slip(database, desk, _S.DISPATCHED)
    make_staff(
        database, desk, "李师傅", Post.TECHNICIAN, department=Department.ENGINEERING
    )
    technician = database.read(open_desk, actor="李师傅", clock=desk.clock)
    before = books(database)
    assert database.read(check_print, desk, PrintSlip(slip.id, (1, 4))) == slip.number
    for who, order, refusal in (
        (desk, PrintSlip(slip.id, (5,)), CopiesUnknown),
        (desk, PrintSlip(slip.id, ()), CopiesUnknown),
        (desk, PrintSlip(999), SlipUnknown),
        (technician, PrintSlip(slip.id), NotAllowed),
    ):
        for step in (check_print, print_slip):
            with pytest.raises(refusal):
                database.write(step, who, order)
    assert books(database) == before


def test_many_slips_are_counted_together_or_not_at_all(
    database: Database, desk: Desk
) -> None:
    first = make_slip(database, desk)
    second = make_slip(database, desk)
    before = books(database)
    with pytest.raises(SlipUnknown) as refused:
        database.write(print_slips, desk, [first.number, "WX260302-999"])
    assert refused.value.facts["number"] == "WX260302-999"
    assert books(database) == before
    numbers = [first.number, second.number, first.number]
    database.write(print_slips, desk, numbers)
    for slip in (first, second):
        assert events_of(database, slip.id) == ["issue", "print"]


def test_copies_reach_finance_with_a_handover_or_an_escort_only(
    database: Database, desk: Desk
) -> None:
    """4.4: FINANCE requires a batch or an escort record."""
    slip = make_slip(database, desk, _S.RETURNED)
    before = books(database)
    for place in (CopyPlace.FINANCE, CopyPlace.FIN_TRANSIT):
        with pytest.raises(PlaceNeedsHandover) as refused:
            database.write(put_copies, desk, MoveCopies(slip.id, {2: place}))
        assert refused.value.facts["number"] == slip.number
    assert books(database) == before


def test_a_returned_slip_keeps_the_copies_its_return_stands_on(
    database: Database, desk: Desk
) -> None:
    """4.4: RETURNED requires copies 2 and 4 at the desk, filed or explained."""
    slip_id = make_slip(database, desk, _S.RETURNED).id
    before = books(database)
    for place in (CopyPlace.TECHNICIAN, CopyPlace.OWNER, CopyPlace.VOID_COLLECTED):
        with pytest.raises(CopiesMissing):
            order = MoveCopies(slip_id, {1: CopyPlace.ENG_FILE, 2: place})
            database.write(put_copies, desk, order)
    assert books(database) == before
    database.write(put_copies, desk, MoveCopies(slip_id, {2: CopyPlace.LOST}))
    assert not problems(database, desk)


def test_a_copy_is_declared_lost_once(database: Database, desk: Desk) -> None:
    slip = make_slip(database, desk, _S.DISPATCHED)
    lost = MoveCopies(slip.id, {3: CopyPlace.LOST}, "业户未见")
    database.write(put_copies, desk, lost)
    database.write(put_copies, desk, lost)
    assert gap_refs(database) == [f"{slip.number}/3/1"]
    assert copy_places(database, slip.id)[3] == "lost"
    assert not problems(database, desk)


def test_a_note_to_a_move_is_kept_and_fits(database: Database, desk: Desk) -> None:
    slip_id = make_slip(database, desk, _S.DISPATCHED).id
    order = MoveCopies(slip_id, {1: CopyPlace.SUPERVISOR}, "补\ud800签")
    database.write(put_copies, desk, order)
    assert json.loads(last_facts(database, slip_id))["note"] == "补 签"
    with pytest.raises(FieldTooLong):
        order = MoveCopies(slip_id, {1: CopyPlace.TECHNICIAN}, "长" * 201)
        database.write(put_copies, desk, order)


def test_a_copy_there_is_none_of_is_not_moved(database: Database, desk: Desk) -> None:
    slip_id = make_slip(database, desk, _S.DISPATCHED).id
    before = books(database)
    with pytest.raises(CopiesUnknown):
        order = MoveCopies(slip_id, {4: CopyPlace.SUPERVISOR, 5: CopyPlace.SUPERVISOR})
        database.write(put_copies, desk, order)
    assert books(database) == before


def test_a_move_takes_its_time_with_it(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = make_slip(database, desk, _S.DISPATCHED).id
    clock.advance(hours=1)
    order = MoveCopies(slip_id, {1: CopyPlace.SUPERVISOR})
    database.write(put_copies, desk, order)
    first, second, *_ = database.read(load_slip_view, desk, slip_id).copies
    assert first.place_since == clock.at
    assert second.place_since == clock.at - timedelta(hours=1)


def test_a_copy_that_vanished_behind_the_programs_back_is_found(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, _S.RETURNED)
    by_hand(database, "DELETE FROM slip_copy WHERE slip_id = :id", id=slip.id)
    found = {(problem.ref, problem.fault) for problem in problems(database, desk)}
    assert (slip.number, Fault.COPIES_INCOMPLETE) in found
    assert (slip.number, Fault.FACT_DIFFERS) in found
