"""The table of a slip's life (domain-model 4.2): what is legal and what is not."""

import json
from collections.abc import Mapping
from typing import NamedTuple

import pytest
from sqlalchemy.orm import Session

from app.callback import CallBack, call_back
from app.database import Database
from app.desk import Desk, NotAllowed, open_desk
from app.errors import Refusal
from app.slip_record import possible_events
from app.slip_refusals import SlipCannotMove
from models.callback import CallbackMethod, CallbackResult
from models.slip import WAIVER_EVENTS, Slip, SlipEvent, SlipState
from models.staff import Department, Post
from models.text import LANGUAGES, translator
from models.unit import AreaKind
from tests.app.books import (
    books,
    events_of,
    last_facts,
    problems,
    slip_of,
    state_of,
)
from tests.app.slip_step import STEPS, dispatch
from tests.clock import Clock
from tests.kept_books import Keep
from tests.makers import make_slip, make_staff
from ui.texts import sentence

_E = SlipEvent
_S = SlipState

OPEN = (
    *(_S.ISSUED, _S.DISPATCHED, _S.ON_SITE, _S.QUOTED),
    *(_S.DISPUTED, _S.WORKING, _S.SUSPENDED, _S.DONE),
)
OUT = tuple(state for state in OPEN if state is not _S.ISSUED)
ENDED = (_S.RETURNED, _S.CANCELLED, _S.VOID, _S.CLOSED)
STATES = (*OPEN, *ENDED)


def stays(*states: SlipState) -> dict[SlipState, SlipState]:
    return {state: state for state in states}


# Written down from the table a second time, on purpose.
TABLE: Mapping[SlipEvent, Mapping[SlipState, SlipState]] = {
    _E.DISPATCH: {_S.ISSUED: _S.DISPATCHED},
    _E.BOUNCE: stays(_S.ISSUED),
    _E.RESEND: stays(_S.ISSUED),
    _E.RECEIVE: stays(*OUT),
    _E.ARRIVE: {_S.DISPATCHED: _S.ON_SITE},
    _E.QUOTE: {_S.ON_SITE: _S.QUOTED},
    _E.AGREE: {_S.QUOTED: _S.WORKING},
    _E.DISPUTE: {_S.QUOTED: _S.DISPUTED},
    _E.RESOLVE: {_S.DISPUTED: _S.QUOTED},
    _E.START: {_S.ON_SITE: _S.WORKING},
    _E.SUSPEND: dict.fromkeys((_S.DISPATCHED, _S.ON_SITE, _S.WORKING), _S.SUSPENDED),
    _E.FEEDBACK: stays(*OPEN),
    _E.RESUME: {_S.SUSPENDED: _S.DISPATCHED},
    _E.COMPLETE: {_S.WORKING: _S.DONE},
    _E.RETURN: dict.fromkeys(
        (_S.DISPATCHED, _S.ON_SITE, _S.WORKING, _S.SUSPENDED, _S.DONE), _S.RETURNED
    ),
    _E.INSPECT_PASS: stays(_S.RETURNED),
    _E.INSPECT_FAIL: {_S.RETURNED: _S.DISPATCHED},
    _E.VOID: dict.fromkeys((_S.ISSUED, _S.DISPATCHED), _S.VOID),
    _E.CANCEL: dict.fromkeys(
        (
            *(_S.ISSUED, _S.DISPATCHED, _S.ON_SITE),
            *(_S.SUSPENDED, _S.QUOTED, _S.DISPUTED),
        ),
        _S.CANCELLED,
    ),
    _E.REASSIGN: stays(*OUT),
    _E.RESCHEDULE: stays(*OPEN),
    _E.ESCALATE: stays(*OPEN),
    _E.CORRECT: stays(_S.RETURNED, _S.CLOSED),
    _E.AMEND: stays(*OPEN),
    _E.JOIN: stays(*OPEN),
    _E.PRINT: stays(*STATES),
    _E.LATE_NOTICE: stays(_S.DISPATCHED, _S.SUSPENDED),
    _E.MOVE_COPY: stays(*(state for state in STATES if state is not _S.ISSUED)),
    _E.ESCORT: stays(*OUT, _S.RETURNED),
    _E.REOPEN: {_S.RETURNED: _S.DISPATCHED},
    _E.CLOSE: {_S.RETURNED: _S.CLOSED},
    _E.PAY: stays(*OPEN, _S.RETURNED, _S.CLOSED),
    _E.REFUND: stays(*OPEN, _S.RETURNED, _S.CLOSED),
    _E.ADJUST: stays(*OPEN, _S.RETURNED, _S.CLOSED),
    _E.WAIVE: stays(*OPEN, _S.RETURNED, _S.CLOSED),
}
"""Event → from → to."""

OF_A_UNIT = {_E.QUOTE, _E.AGREE, _E.DISPUTE, _E.RESOLVE, _E.ESCORT, _E.CLOSE}
PAID_STATES = {_S.QUOTED, _S.DISPUTED, _S.CLOSED}

# What the table allows and another guard refuses in this very form.
MONEY = frozenset({_E.PAY, _E.REFUND, _E.ADJUST, _E.WAIVE})
GUARDED_ELSEWHERE: Mapping[tuple[SlipEvent, SlipState], str] = {
    (_E.RETURN, _S.QUOTED): "a price nobody agreed to",
    (_E.MOVE_COPY, _S.CANCELLED): "never printed",
    (_E.MOVE_COPY, _S.VOID): "never printed",
    **dict.fromkeys(
        ((_E.ESCORT, state) for state in OUT if state not in (_S.WORKING, _S.DONE)),
        "a price nobody agreed to",
    ),
}


def settled(database: Database, desk: Desk) -> int:
    """A slip that came back, whose copies are where they belong, and which was called
    about: nothing keeps it from being filed.
    """
    slip_id = make_slip(database, desk, _S.DONE, area_kind=AreaKind.UNIT).id
    for event in (_E.ESCORT, _E.RETURN, _E.MOVE_COPY):
        STEPS[event](database, desk, slip_id)
    call = CallBack(slip_id, CallbackMethod.PHONE, CallbackResult.REACHED, True)
    database.write(call_back, desk, call)
    return slip_id


class Sort(NamedTuple):
    """What a slip has to be for an event to happen to it, or to be refused."""

    state: SlipState
    kind: AreaKind
    is_settled: bool
    is_bounced: bool


def sort_for(state: SlipState, event: SlipEvent) -> Sort:
    """The sort of slip the event asks for."""
    is_unit = event in OF_A_UNIT or state in PAID_STATES
    return Sort(
        state,
        AreaKind.UNIT if is_unit else AreaKind.PUBLIC,
        state is _S.CLOSED or (state is _S.RETURNED and event is _E.CLOSE),
        state is _S.ISSUED and event is _E.RESEND,
    )


def slip_of_sort(database: Database, desk: Desk, sort: Sort) -> int:
    """A new slip of that sort."""
    if sort.is_settled:
        slip_id = settled(database, desk)
        if sort.state is _S.CLOSED:
            STEPS[_E.CLOSE](database, desk, slip_id)
        return slip_id
    slip_id = make_slip(database, desk, sort.state, area_kind=sort.kind).id
    if sort.is_bounced:
        STEPS[_E.BOUNCE](database, desk, slip_id)
    return slip_id


def slip_in(database: Database, desk: Desk, state: SlipState, event: SlipEvent) -> int:
    """A new slip in a state, of the sort the event asks for."""
    return slip_of_sort(database, desk, sort_for(state, event))


def one_of_each(database: Database, desk: Desk, _: Clock) -> Mapping[Sort, int]:
    """A slip of every sort that some event asks for."""
    sorts = dict.fromkeys(sort_for(state, event) for state in STATES for event in TABLE)
    return {sort: slip_of_sort(database, desk, sort) for sort in sorts}


@pytest.mark.parametrize("event", TABLE)
def test_a_slip_makes_the_moves_of_the_table_and_no_others(
    keep: Keep, clock: Clock, event: SlipEvent
) -> None:
    kept = keep(one_of_each)
    database = Database(kept.url)
    desk = database.read(open_desk, clock=clock)
    before = books(database)
    reached: dict[SlipState, SlipState] = {}
    for state in STATES:
        if (event, state) in GUARDED_ELSEWHERE:
            continue
        slip_id = kept.answer[sort_for(state, event)]
        try:
            STEPS[event](database, desk, slip_id)
        except SlipCannotMove as refusal:
            assert refusal.facts["state"] is state
            assert refusal.facts["event"] is event
            assert books(database) == before, f"{event} from {state} left something"
        else:
            reached[state] = state_of(database, slip_id)
            assert events_of(database, slip_id)[-1] == event
            before = books(database)
    expected = {
        from_: to
        for from_, to in TABLE[event].items()
        if (event, from_) not in GUARDED_ELSEWHERE
    }
    assert reached == expected
    database.close()


def test_the_table_speaks_of_every_event() -> None:
    told = {*TABLE, _E.FOLLOW_UP, _E.CALLBACK, _E.ISSUE, *WAIVER_EVENTS}
    assert told == set(SlipEvent)


def test_an_entry_says_who_did_what_and_when(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """S2-6A.3: the whole trail stands in the log."""
    slip = make_slip(database, desk)
    clock.advance(minutes=7)
    dispatch(database, desk, slip.id)
    facts = json.loads(last_facts(database, slip.id))
    assert facts["set"]["state"] == "dispatched"
    assert facts["set"]["dispatched_at"] == "2026-03-02T02:07:00Z"
    assert facts["set"]["dispatcher"] == desk.actor
    assert events_of(database, slip.id) == ["issue", "dispatch"]


@pytest.mark.parametrize("state", STATES)
def test_what_is_offered_is_what_would_be_taken(
    database: Database, desk: Desk, state: SlipState
) -> None:
    """A window offers ``possible_events``; none of them may be refused as a move."""
    kinds = (
        [AreaKind.UNIT] if state in PAID_STATES else [AreaKind.UNIT, AreaKind.PUBLIC]
    )
    for kind in kinds:
        event_of_kind = _E.ESCORT if kind is AreaKind.UNIT else _E.PRINT
        sample = slip_in(database, desk, state, event_of_kind)

        def offered(session: Session, slip_id: int = sample) -> frozenset[SlipEvent]:
            return possible_events(desk, session.get_one(Slip, slip_id))

        for event in database.read(offered):
            if (event, state) in GUARDED_ELSEWHERE or event is _E.CLOSE:
                continue  # what keeps a slip from being filed is told then
            slip_id = slip_in(database, desk, state, event_of_kind)
            STEPS[event](database, desk, slip_id)
            assert events_of(database, slip_id)[-1] == event


_DESK = {
    *(_E.RESEND, _E.AGREE, _E.DISPUTE, _E.RESOLVE, _E.RETURN),
    *(_E.INSPECT_PASS, _E.INSPECT_FAIL, _E.CANCEL, _E.RESCHEDULE, _E.LATE_NOTICE),
    *(_E.ESCALATE, _E.AMEND, _E.JOIN, _E.PRINT, _E.MOVE_COPY, _E.FEEDBACK),
    *(_E.ESCORT, _E.WAIVE),
}
_ENGINEERING = {
    *(_E.DISPATCH, _E.BOUNCE, _E.RECEIVE, _E.ARRIVE, _E.QUOTE, _E.AGREE),
    *(_E.DISPUTE, _E.START, _E.SUSPEND, _E.RESUME, _E.COMPLETE),
    *(_E.REASSIGN, _E.RESCHEDULE, _E.LATE_NOTICE, _E.ESCALATE),
    *(_E.PRINT, _E.MOVE_COPY, _E.FEEDBACK),
}
MAY: Mapping[Post, set[SlipEvent]] = {
    Post.FRONT_DESK: _DESK,
    Post.CONTROL_ROOM: _DESK,
    Post.HOUSEKEEPER: _DESK,
    Post.HOUSEKEEPING_SUPERVISOR: _DESK | {_E.VOID, _E.CORRECT, _E.CLOSE, _E.REOPEN},
    Post.DISPATCHER: _ENGINEERING,
    Post.SUPERVISOR: _ENGINEERING,
    Post.TECHNICIAN: {
        *(_E.RECEIVE, _E.ARRIVE, _E.QUOTE, _E.AGREE, _E.DISPUTE, _E.START),
        *(_E.SUSPEND, _E.RESUME, _E.COMPLETE, _E.RESCHEDULE, _E.LATE_NOTICE),
        *(_E.ESCALATE, _E.FEEDBACK),
    },
    Post.FINANCE: {_E.MOVE_COPY, _E.ESCORT, _E.PAY, _E.REFUND, _E.ADJUST},
    Post.DIRECTOR: {_E.WAIVE},
    Post.LEADER: {_E.WAIVE},
    Post.ADMIN: set(),
}
"""Who may cause what (the actor column of 4.2 and domain-model 4.13)."""

FROM = {event: next(iter(moves)) for event, moves in TABLE.items()} | {
    _E.ESCORT: _S.WORKING,
    _E.MOVE_COPY: _S.RETURNED,
    _E.CANCEL: _S.DISPATCHED,
}


def test_each_post_causes_what_its_work_asks_for_and_nothing_else(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slips = {event: slip_in(database, desk, FROM[event], event) for event in FROM}
    for post in Post:
        make_staff(
            database, desk, f"演示{post}", post, department=Department.MANAGEMENT
        )
    for post in Post:
        somebody = database.read(open_desk, actor=f"演示{post}", clock=clock)
        caused = set()
        before = books(database)
        for event, slip_id in slips.items():
            try:
                STEPS[event](database, somebody, slip_id)
            except NotAllowed as refusal:
                assert refusal.facts["actor"] == f"演示{post}"
            else:
                caused.add(event)
                slips[event] = slip_in(database, desk, FROM[event], event)
            if event not in caused:
                assert books(database) == before, f"{post} {event} left something"
            else:
                before = books(database)
        assert caused == MAY[post], post


def test_every_step_is_refused_in_a_sentence(database: Database, desk: Desk) -> None:
    slip = make_slip(database, desk, _S.VOID)
    said = set()
    for event in sorted(TABLE):
        try:
            STEPS[event](database, desk, slip.id)
        except Refusal as refusal:
            for language in LANGUAGES:
                text = sentence(refusal, translator(language))
                assert slip.number in text or event is _E.MOVE_COPY
                said.add(text)
    assert len(said) > len(TABLE)  # each names its step, in each language


def test_a_slip_that_lived_through_every_step_leaves_clean_books(
    database: Database, desk: Desk
) -> None:
    for event, moves in TABLE.items():
        for state in moves:
            # The steps of money here are bare entries; what an account allows is asked
            # where they are taken, paid back, adjusted and waived.
            if event not in MONEY and (event, state) not in GUARDED_ELSEWHERE:
                slip_id = slip_in(database, desk, state, event)
                STEPS[event](database, desk, slip_id)
    assert not problems(database, desk)
    assert slip_of(database, 1).number == "WX260302-001"
