"""The one way to change a slip: right, legal move, facts, and the entry in the log.

An entry's facts are JSON: ``set`` (field → new value), ``old`` (AMEND and CORRECT),
``copies`` (copy number → [print, place]), ``lines``, ``quote`` and what the event
itself has to say. ``app/check.py`` plays the entries of a slip again and holds the
result against its row, so a fact changed behind the program's back is found.
"""

import unicodedata
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database_trouble import ChangedByOthers
from app.desk import Desk, NotAllowed
from app.event_log import Recorded, fact_value, facts_text, record
from app.search_index import take_out
from app.search_key import SEARCHED
from app.slip_fields import clean
from app.slip_money import is_chargeable
from app.slip_refusals import (
    SignedByTechnician,
    SlipCannotMove,
    SlipUnknown,
)
from models.slip import (
    MOVES,
    WAIVER_EVENTS,
    ChargeClass,
    InspectStatus,
    Slip,
    SlipEvent,
    SlipState,
    legal_events,
)
from models.staff import Permission
from models.unit import AreaKind

_P = Permission
_E = SlipEvent

RIGHTS_OF_EVENTS: Mapping[SlipEvent, frozenset[Permission]] = {
    _E.ISSUE: frozenset({_P.ISSUE_SLIP}),
    _E.DISPATCH: frozenset({_P.DISPATCH_SLIP}),
    _E.BOUNCE: frozenset({_P.DISPATCH_SLIP}),
    _E.RESEND: frozenset({_P.ISSUE_SLIP}),
    _E.RECEIVE: frozenset({_P.WORK_SLIP}),
    _E.ARRIVE: frozenset({_P.WORK_SLIP}),
    _E.QUOTE: frozenset({_P.WORK_SLIP}),
    _E.AGREE: frozenset({_P.WORK_SLIP, _P.NEGOTIATE_SLIP}),
    _E.DISPUTE: frozenset({_P.WORK_SLIP, _P.NEGOTIATE_SLIP}),
    _E.RESOLVE: frozenset({_P.NEGOTIATE_SLIP}),
    _E.START: frozenset({_P.WORK_SLIP}),
    _E.SUSPEND: frozenset({_P.WORK_SLIP}),
    _E.RESUME: frozenset({_P.WORK_SLIP}),
    _E.COMPLETE: frozenset({_P.WORK_SLIP}),
    _E.RETURN: frozenset({_P.TAKE_BACK_SLIP}),
    _E.INSPECT_PASS: frozenset({_P.INSPECT_SLIP}),
    _E.INSPECT_FAIL: frozenset({_P.INSPECT_SLIP}),
    _E.REOPEN: frozenset({_P.CORRECT_SLIP}),
    _E.CLOSE: frozenset({_P.CLOSE_SLIP}),
    _E.CANCEL: frozenset({_P.CANCEL_SLIP}),
    _E.VOID: frozenset({_P.VOID_SLIP}),
    _E.REASSIGN: frozenset({_P.DISPATCH_SLIP}),
    _E.RESCHEDULE: frozenset({_P.WORK_SLIP, _P.NEGOTIATE_SLIP}),
    _E.ESCALATE: frozenset({_P.WORK_SLIP, _P.NEGOTIATE_SLIP}),
    _E.CORRECT: frozenset({_P.CORRECT_SLIP}),
    _E.AMEND: frozenset({_P.ISSUE_SLIP}),
    _E.JOIN: frozenset({_P.ISSUE_SLIP}),
    _E.PRINT: frozenset({_P.PRINT_SLIP}),
    _E.MOVE_COPY: frozenset({_P.MOVE_COPY}),
    _E.ESCORT: frozenset({_P.TAKE_BACK_SLIP, _P.RECORD_MONEY}),
    _E.FEEDBACK: frozenset({_P.WORK_SLIP, _P.TAKE_BACK_SLIP}),
    _E.LATE_NOTICE: frozenset({_P.WORK_SLIP, _P.NEGOTIATE_SLIP}),
    _E.FOLLOW_UP: frozenset({_P.FOLLOW_UP}),
    _E.CALLBACK: frozenset({_P.CALL_BACK}),
    _E.APPLY_WAIVER: frozenset({_P.APPLY_WAIVER}),
    _E.DECIDE_WAIVER: frozenset({_P.APPLY_WAIVER, _P.APPROVE_WAIVER}),
    _E.WITHDRAW_WAIVER: frozenset({_P.APPLY_WAIVER}),
    _E.PAY: frozenset({_P.RECORD_MONEY}),
    _E.REFUND: frozenset({_P.RECORD_MONEY}),
    _E.ADJUST: frozenset({_P.RECORD_MONEY}),
    _E.WAIVE: frozenset({_P.APPLY_WAIVER, _P.APPROVE_WAIVER}),
}
"""Who may cause an event: any one of these (the actor column of 4.2)."""


_IN_OWN_ROOMS = frozenset(
    {_E.FOLLOW_UP, _E.CALLBACK, _E.PAY, _E.REFUND, _E.ADJUST, _E.WAIVE} | WAIVER_EVENTS
)
"""What has a room of its own is not a step of the slip's menu."""
_PRICED = frozenset({SlipState.WORKING, SlipState.DONE, SlipState.RETURNED})
"""The owner has agreed to a price, and may go and pay it."""


def may_cause(desk: Desk, event: SlipEvent) -> bool:
    """Whether the actor holds a right that allows ``event``."""
    return bool(RIGHTS_OF_EVENTS[event] & desk.permissions)


def possible_events(desk: Desk, slip: Slip) -> frozenset[SlipEvent]:
    """The events this actor may cause on this slip as it is now."""
    left_out = set(_IN_OWN_ROOMS)
    is_priced = slip.state in _PRICED and is_chargeable(slip)
    if not is_priced or slip.finance_early_at is not None:
        left_out.add(SlipEvent.ESCORT)
    if slip.area_kind is AreaKind.UNIT:
        left_out |= {SlipEvent.INSPECT_PASS, SlipEvent.INSPECT_FAIL}
    if slip.inspect_status is InspectStatus.PASSED:
        left_out.add(SlipEvent.INSPECT_PASS)
    is_paid = slip.charge_class is ChargeClass.PAID
    left_out.add(SlipEvent.START if is_paid else SlipEvent.QUOTE)
    if slip.is_bounced:
        left_out |= {SlipEvent.DISPATCH, SlipEvent.BOUNCE}
    else:
        left_out.add(SlipEvent.RESEND)
    if was_worked_on(slip):
        left_out.add(SlipEvent.VOID)
    return frozenset(
        event for event in legal_events(slip.state) - left_out if may_cause(desk, event)
    )


def was_worked_on(slip: Slip) -> bool:
    """Whether somebody was on site or the paper came back once; only a slip without
    work can be void (4.2 row 20).
    """
    return slip.arrived_at is not None or slip.returned_at is not None


def require_event(desk: Desk, event: SlipEvent) -> None:
    """Raise ``NotAllowed`` unless the actor may cause ``event``."""
    if not may_cause(desk, event):
        permission = sorted(RIGHTS_OF_EVENTS[event])[0]
        raise NotAllowed(actor=desk.actor, permission=permission)


def get_slip(
    session: Session, desk: Desk, slip_id: int, version: int | None = None
) -> Slip:
    """The slip of this centre; ``version`` is the one the person was looking at.

    Raises ``SlipUnknown``, or ``ChangedByOthers`` if it changed since.
    """
    slip = session.get(Slip, slip_id)
    if slip is None or slip.centre_id != desk.centre_id:
        raise SlipUnknown(number=f"#{slip_id}")
    if version is not None and slip.version != version:
        raise ChangedByOthers(number=slip.number)
    return slip


def find_slip(session: Session, desk: Desk, number: str) -> Slip:
    """The slip with this number, however it was typed; raises ``SlipUnknown``."""
    exact = clean(number)
    typed = unicodedata.normalize("NFKC", exact).upper()
    slips = session.scalars(
        select(Slip).where(
            Slip.centre_id == desk.centre_id, Slip.number.in_({exact, typed})
        )
    ).all()
    slip = next((each for each in slips if each.number == exact), None)
    slip = slip or next(iter(slips), None)
    if slip is None:
        raise SlipUnknown(number=number)
    return slip


def require_move(
    desk: Desk, slip: Slip, event: SlipEvent, to: SlipState | None = None
) -> SlipState:
    """The state ``event`` leads to; raises what refuses it."""
    require_event(desk, event)
    targets = {
        target
        for what, from_, target in MOVES
        if what is event and from_ is slip.state and to in (None, target)
    }
    if not targets:
        raise SlipCannotMove(number=slip.number, state=slip.state, event=event)
    assert len(targets) == 1, f"{event} from {slip.state} needs its target"
    return targets.pop()


def change_slip(
    session: Session,
    desk: Desk,
    slip: Slip,
    event: SlipEvent,
    facts: Mapping[str, object],
    *,
    to: SlipState | None = None,
    keep_old: bool = False,
    said: Mapping[str, object] | None = None,
    at: datetime | None = None,
) -> None:
    """Make a move: set ``facts`` (field → value) and the state, and record it.

    ``said`` joins the entry without being a field of the slip. Raises
    ``SlipCannotMove``, ``NotAllowed`` or ``SignedByTechnician``; nothing is set then.
    """
    target = require_move(desk, slip, event, to)
    _refuse_technicians_signature(slip, facts)
    changed = {
        name: value
        for name, value in {**facts, "state": target}.items()
        if getattr(slip, name) != value
    }
    if not SEARCHED.isdisjoint(changed):
        take_out(session, slip)
    fresh: dict[str, object] = {}
    old: dict[str, object] = {}
    for name, value in changed.items():
        fresh[name] = fact_value(value)
        old[name] = fact_value(getattr(slip, name))
        setattr(slip, name, value)
    entry: dict[str, object] = {"set": fresh, **(said or {})}
    if keep_old:
        entry["old"] = old
    record_slip_event(session, desk, slip.id, event, entry, at or desk.now())


def _refuse_technicians_signature(slip: Slip, facts: Mapping[str, object]) -> None:
    """Nobody who did the work signs for the owner, whichever is typed first (K-19)."""
    signer = facts.get("signed_by", slip.signed_by)
    technicians = facts.get("technicians", slip.technicians)
    if isinstance(technicians, tuple) and signer in technicians:
        raise SignedByTechnician(name=signer)


def record_slip_event(
    session: Session,
    desk: Desk,
    slip_id: int,
    event: SlipEvent,
    entry: Mapping[str, object],
    at: datetime,
) -> None:
    """Add an entry about a slip to the log."""
    record(
        session,
        Recorded(
            desk.centre_id,
            at,
            desk.actor,
            "slip",
            slip_id,
            event.value,
            facts_text(entry),
        ),
    )
