"""Many slips changed together: looked through first, all in one transaction, and where
a step has a way back, taken back again by steps of its own.

Nothing is undone by taking entries out of the log: the way back is the reverse step, as
a new entry, and only for a slip that nobody changed since. A number stays given, paper
that was printed stays printed, and what has ended stays ended.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database_trouble import ChangedByOthers
from app.desk import Desk
from app.errors import Refusal
from app.feedback import TellFeedback, tell_feedback
from app.progress import SILENT, Progress
from app.slip_amend import AmendSlip, EscalateSlip, amend_slip, escalate_slip
from app.slip_archive import CloseSlip, close_slip, require_settled
from app.slip_bulk_order import (
    AssignSlips,
    BulkOrder,
    CancelSlips,
    CloseSlips,
    EscalateSlips,
    FeedBackSlips,
    SetUrgency,
    check_bulk_order,
)
from app.slip_close import CancelSlip, cancel_slip, require_no_need
from app.slip_dispatch import (
    DispatchSlip,
    ReassignSlip,
    dispatch_slip,
    reassign_slip,
)
from app.slip_filter import SlipFilter, in_order
from app.slip_list import asked_slips
from app.slip_record import change_slip, require_move
from app.slip_refusals import (
    SignedByTechnician,
    SlipIsBounced,
    TooManySlips,
    UrgencyUnchanged,
)
from models.id_list import in_ids
from models.slip import JobType, Slip, SlipEvent, SlipState
from models.unit import room_name

MOST_SLIPS = 1_000
"""More than this is not looked through before it is done."""
MOST_DISPATCHED = 100
"""Each makes four sheets, and the person who ticked them will carry them."""


class BulkAction(StrEnum):
    """What can be done to many slips at once."""

    ASSIGN = "assign"
    FEEDBACK = "feedback"
    URGENCY = "urgency"
    ESCALATE = "escalate"
    CLOSE = "close"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class BulkRow:
    """One ticked slip: the step it would take, or what refuses it."""

    id: int
    version: int
    number: str
    room: str
    state: SlipState
    job_type: JobType
    event: SlipEvent
    refusal: Refusal | None

    def under(self, order: BulkOrder) -> "BulkRow":
        """The row once it is known what is asked: what is so already stays."""
        is_so = isinstance(order, SetUrgency) and order.job_type is self.job_type
        if not is_so or self.refusal is not None:
            return self
        refusal = UrgencyUnchanged(number=self.number, job_type=self.job_type)
        return replace(self, refusal=refusal)


@dataclass(frozen=True, slots=True)
class BulkPlan:
    """All ticked slips in the order of their list."""

    action: BulkAction
    rows: tuple[BulkRow, ...]

    def under(self, order: BulkOrder) -> "BulkPlan":
        """The plan once it is known what is asked."""
        return replace(self, rows=tuple(row.under(order) for row in self.rows))

    @property
    def can(self) -> tuple[BulkRow, ...]:
        """The slips that will be changed."""
        return tuple(row for row in self.rows if row.refusal is None)

    @property
    def cannot(self) -> tuple[BulkRow, ...]:
        """The slips that will stay as they are."""
        return tuple(row for row in self.rows if row.refusal is not None)


@dataclass(frozen=True, slots=True)
class Changed:
    """A slip after its step; ``old`` are the facts a way back would set again."""

    id: int
    number: str
    version: int
    event: SlipEvent
    old: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Left:
    """A slip that stayed as it was, and why."""

    number: str
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class BulkDone:
    """What came of it."""

    changed: tuple[Changed, ...]
    left: tuple[Left, ...]

    @property
    def can_undo(self) -> tuple[Changed, ...]:
        """The changes that have a way back."""
        return tuple(each for each in self.changed if each.old)

    def numbers(self, event: SlipEvent) -> tuple[str, ...]:
        """The slips that took one step."""
        return tuple(each.number for each in self.changed if each.event is event)


_UNDONE_FACTS: Mapping[SlipEvent, tuple[str, ...]] = {
    SlipEvent.REASSIGN: ("trade", "supervisor", "technicians"),
    SlipEvent.AMEND: ("job_type", "needs_reprint"),
}
"""Which facts a way back sets again; the other steps have none."""


def plan_bulk(
    session: Session, desk: Desk, wanted: SlipFilter, action: BulkAction
) -> BulkPlan:
    """What would become of the slips that ``wanted`` holds. Raises ``TooManySlips``."""
    ids = session.scalars(
        in_order(
            asked_slips(session, select(Slip.id), desk, wanted), desk, wanted
        ).limit(MOST_SLIPS + 1)
    ).all()
    if len(ids) > MOST_SLIPS:
        raise TooManySlips(most=MOST_SLIPS)
    found = {
        slip.id: slip
        for slip in session.scalars(
            select(Slip).where(in_ids(Slip.__table__.c.id, ids))
        )
    }
    rows = tuple(_row(session, desk, found[slip_id], action) for slip_id in ids)
    plan = BulkPlan(action, rows)
    if sum(row.event is SlipEvent.DISPATCH for row in plan.can) > MOST_DISPATCHED:
        raise TooManySlips(most=MOST_DISPATCHED)
    return plan


def change_bulk(
    session: Session,
    desk: Desk,
    rows: Sequence[BulkRow],
    order: BulkOrder,
    progress: Progress = SILENT,
) -> BulkDone:
    """Take the step with every slip of a plan, all or, when stopped, none.

    A slip that somebody changed since it was looked through is left as it is, and so is
    one that refuses its step now. What is wrong with ``order`` refuses the whole.
    """
    check_bulk_order(session, desk, order)
    action = action_of(order)
    changed: list[Changed] = []
    left: list[Left] = []
    for at, row in enumerate(rows):
        progress.step(at, len(rows))
        slip = _held(session, row.id)
        if slip is None or slip.version != row.version:
            left.append(Left(row.number, ChangedByOthers(number=row.number)))
            continue
        now = _row(session, desk, slip, action).under(order)
        if now.refusal is not None:
            left.append(Left(row.number, now.refusal))
            continue
        names = _UNDONE_FACTS.get(now.event, ())
        old = tuple((name, getattr(slip, name)) for name in names)
        try:
            _take_step(session, desk, slip, now.event, order)
        except SignedByTechnician as refusal:
            # It is refused before anything of the step is written.
            left.append(Left(row.number, refusal))
            continue
        session.flush()
        is_other = any(getattr(slip, name) != value for name, value in old)
        changed.append(
            Changed(slip.id, slip.number, slip.version, now.event, old * is_other)
        )
    progress.step(len(rows), len(rows))
    return BulkDone(tuple(changed), tuple(left))


def undo_bulk(
    session: Session,
    desk: Desk,
    changes: Sequence[Changed],
    reason: str,
    progress: Progress = SILENT,
) -> BulkDone:
    """Take back what has a way back, as new entries of the log; ``reason`` says so.

    A slip that took another step since is left as it is.
    """
    undone: list[Changed] = []
    left: list[Left] = []
    for at, change in enumerate(changes):
        progress.step(at, len(changes))
        slip = _held(session, change.id)
        if slip is None or slip.version != change.version:
            left.append(Left(change.number, ChangedByOthers(number=change.number)))
            continue
        event, facts, said = change.event, dict(change.old), {"reason": reason}
        try:
            change_slip(session, desk, slip, event, facts, keep_old=True, said=said)
        except Refusal as refusal:
            left.append(Left(change.number, refusal))
            continue
        session.flush()
        undone.append(Changed(slip.id, slip.number, slip.version, change.event))
    return BulkDone(tuple(undone), tuple(left))


def _held(session: Session, slip_id: int) -> Slip | None:
    """The slip as it is now, waiting for whoever is just changing it at another desk;
    nobody changes it until the run is over.
    """
    return session.get(Slip, slip_id, with_for_update=True)


def action_of(order: BulkOrder) -> BulkAction:
    """The action an order is about."""
    return {
        AssignSlips: BulkAction.ASSIGN,
        FeedBackSlips: BulkAction.FEEDBACK,
        SetUrgency: BulkAction.URGENCY,
        EscalateSlips: BulkAction.ESCALATE,
        CloseSlips: BulkAction.CLOSE,
        CancelSlips: BulkAction.CANCEL,
    }[type(order)]


def _row(session: Session, desk: Desk, slip: Slip, action: BulkAction) -> BulkRow:
    event = _event_of(slip, action)
    refusal: Refusal | None = None
    try:
        _require(session, desk, slip, event)
    except Refusal as found:
        refusal = found
    return BulkRow(
        slip.id,
        slip.version,
        slip.number,
        room_name(slip.unit_label, slip.area, slip.place),
        slip.state,
        slip.job_type,
        event,
        refusal,
    )


def _event_of(slip: Slip, action: BulkAction) -> SlipEvent:
    match action:
        case BulkAction.ASSIGN if slip.state is SlipState.ISSUED:
            return SlipEvent.DISPATCH
        case BulkAction.ASSIGN:
            return SlipEvent.REASSIGN
        case BulkAction.FEEDBACK:
            return SlipEvent.FEEDBACK
        case BulkAction.URGENCY:
            return SlipEvent.AMEND
        case BulkAction.ESCALATE:
            return SlipEvent.ESCALATE
        case BulkAction.CLOSE:
            return SlipEvent.CLOSE
        case BulkAction.CANCEL:
            return SlipEvent.CANCEL


def _require(session: Session, desk: Desk, slip: Slip, event: SlipEvent) -> None:
    """Raise what refuses the step; what its own use case would refuse it for."""
    if event is SlipEvent.CLOSE:
        require_settled(session, desk, slip)
    elif event is SlipEvent.CANCEL:
        require_no_need(session, desk, slip)
    else:
        require_move(desk, slip, event)
    if event is SlipEvent.DISPATCH and slip.is_bounced:
        raise SlipIsBounced(number=slip.number)


_Step: TypeAlias = tuple[Any, Any]


def _take_step(
    session: Session, desk: Desk, slip: Slip, event: SlipEvent, order: BulkOrder
) -> None:
    step, one = _step(slip, event, order)
    step(session, desk, one)


def _step(slip: Slip, event: SlipEvent, order: BulkOrder) -> _Step:
    """The use case of one slip, and its order."""
    match order:
        case AssignSlips() if event is SlipEvent.DISPATCH:
            people = (order.trade, order.supervisor, order.technicians)
            return dispatch_slip, DispatchSlip(slip.id, *people)
        case AssignSlips():
            people = (order.trade, order.supervisor, order.technicians)
            return reassign_slip, ReassignSlip(slip.id, *people, reason=order.reason)
        case FeedBackSlips():
            return tell_feedback, TellFeedback(slip.id, order.reason, order.eta_at)
        case SetUrgency():
            return amend_slip, AmendSlip(slip.id, job_type=order.job_type)
        case EscalateSlips():
            return escalate_slip, EscalateSlip(slip.id, order.to_whom, order.note)
        case CloseSlips():
            return close_slip, CloseSlip(slip.id)
        case CancelSlips():
            return cancel_slip, CancelSlip(slip.id, order.reason, order.note)
