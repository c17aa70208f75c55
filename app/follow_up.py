"""Follow-up of unfinished slips (跟进, S4-4.1.4.2): who looked after which, when."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, false, func, literal, or_, select
from sqlalchemy.orm import Session

from app.desk import SYSTEM, Desk
from app.errors import FieldRefusal
from app.limit_clock import judge_between
from app.limit_settings import Mode
from app.limit_sql import due_in_sql
from app.limit_standing import is_missed
from app.site_time import minute_in_sql
from app.slip_amend import EscalateSlip, escalate_slip
from app.slip_fields import clean_optional
from app.slip_record import change_slip, get_slip, require_move
from app.slip_refusals import FieldMissing, TimeOrder
from app.time_limit import LIMIT, LimitKey
from models.follow_up import FollowUp, FollowUpSide
from models.slip import OPEN_STATES, JobType, Slip, SlipEvent
from models.staff import Department, Staff
from models.unfinished_row import LastLook, UnfinishedRow

LIMIT_OF = {
    FollowUpSide.ENGINEERING: LimitKey.ENG_FOLLOWUP,
    FollowUpSide.HOUSEKEEPING: LimitKey.HK_FOLLOWUP,
}
"""How long a side may leave a slip without a look, and what a late look is."""
NOTE_LIMIT = 300
WHOM_LIMIT = 40


class SideOfOthers(FieldRefusal):
    """``actor`` belongs to the other side and does not follow up for it."""

    field = "side"


@dataclass(frozen=True, slots=True)
class FollowUpSlip:
    """A look after a slip; ``side`` None is the actor's own, ``eta_at`` None stays.

    ``report_to``: who higher up is told where it is complex (S4-4.1.4.1-3).
    """

    slip_id: int
    note: str
    side: FollowUpSide | None = None
    eta_at: datetime | None = None
    report_to: str = ""


@dataclass(frozen=True, slots=True)
class FollowUpFilter:
    """Which unfinished slips; with a side only those that are late for it."""

    late_for: FollowUpSide | None = None


def own_side(session: Session, desk: Desk) -> FollowUpSide | None:
    """The side whoever acts belongs to; None may choose (系统, no directory yet)."""
    if desk.actor == SYSTEM:
        return None
    department = session.scalar(
        select(Staff.department).where(
            Staff.centre_id == desk.centre_id,
            Staff.name == desk.actor,
            Staff.is_active,
        )
    )
    if department is None:
        return None
    if department is Department.ENGINEERING:
        return FollowUpSide.ENGINEERING
    return FollowUpSide.HOUSEKEEPING


def follow_up_slip(session: Session, desk: Desk, order: FollowUpSlip) -> str:
    """Record that a side looked after a slip that is still out; its number.

    Raises ``SlipCannotMove`` if it came back meanwhile, ``SideOfOthers``,
    ``FieldMissing``, ``FieldTooLong`` or ``TimeOrder``.
    """
    slip = get_slip(session, desk, order.slip_id)
    require_move(desk, slip, SlipEvent.FOLLOW_UP, slip.state)
    own = own_side(session, desk)
    side = order.side or own
    if side is None:
        raise FieldMissing(field="side")
    if own not in (None, side):
        raise SideOfOthers(actor=desk.actor)
    note = clean_optional(order.note, "look", NOTE_LIMIT)
    if note is None:
        raise FieldMissing(field="look")
    whom = clean_optional(order.report_to, "report_to", WHOM_LIMIT)
    now = desk.now()
    facts: dict[str, object] = {}
    if order.eta_at is not None and order.eta_at != slip.eta_at:
        if order.eta_at < now:
            raise TimeOrder(field="eta_at", earlier="now")
        facts["eta_at"] = order.eta_at
    session.add(
        FollowUp(
            slip_id=slip.id,
            side=side,
            followed_at=now,
            followed_by=desk.actor,
            note=note,
        )
    )
    change_slip(
        session,
        desk,
        slip,
        SlipEvent.FOLLOW_UP,
        facts,
        to=slip.state,
        said={"side": side.value, "note": note},
    )
    if whom is not None:
        escalate_slip(session, desk, EscalateSlip(slip.id, whom, note[:200]))
    return slip.number


def find_unfinished_ids(
    session: Session, desk: Desk, question: FollowUpFilter
) -> "array[int]":
    """Unfinished slips: urgent ones first, then the oldest."""
    ids = session.scalars(
        select(Slip.id)
        .where(*_asked(desk, question))
        .order_by(Slip.job_type != JobType.URGENT, Slip.issued_at, Slip.id)
    )
    return array("q", ids)


def count_late(session: Session, desk: Desk, side: FollowUpSide | None) -> int:
    """How many unfinished slips wait for a look of ``side`` (None: of either)."""
    sides = tuple(FollowUpSide) if side is None else (side,)
    late = or_(*(_is_late(desk, each) for each in sides))
    found = session.scalar(select(func.count()).where(*_open_here(desk), late))
    return found or 0


def load_unfinished_rows(
    session: Session, desk: Desk, ids: Sequence[int]
) -> list[UnfinishedRow | None]:
    """One row per id in the order asked; None where the slip is no longer open."""
    looks = _last_looks(session, ids)
    found: dict[int, UnfinishedRow] = {}
    rows = session.execute(
        select(
            Slip.id,
            Slip.version,
            Slip.number,
            Slip.unit_label,
            Slip.area,
            Slip.place,
            Slip.content,
            Slip.state,
            Slip.job_type,
            Slip.trade,
            Slip.supervisor,
            Slip.technicians,
            Slip.issued_at,
            Slip.unfinished_reason,
            Slip.eta_at,
            Slip.escalated_to,
        ).where(*_open_here(desk), Slip.id.in_(ids))
    )
    for row in rows:
        of_slip = {side: looks.get((row.id, side)) for side in FollowUpSide}
        late = {
            side
            for side, look in of_slip.items()
            if _has_waited(desk, side, look.at if look else row.issued_at)
        }
        found[row.id] = UnfinishedRow(
            id=row.id,
            version=row.version,
            number=row.number,
            unit_label=row.unit_label,
            area=row.area,
            place=row.place,
            content=row.content,
            state=row.state,
            job_type=row.job_type,
            trade=row.trade,
            supervisor=row.supervisor,
            technicians=row.technicians,
            issued_at=row.issued_at,
            reason=row.unfinished_reason,
            eta_at=row.eta_at,
            escalated_to=row.escalated_to,
            engineering=of_slip[FollowUpSide.ENGINEERING],
            housekeeping=of_slip[FollowUpSide.HOUSEKEEPING],
            late_for=frozenset(late),
        )
    return [found.get(each) for each in ids]


def list_unfinished(
    session: Session, desk: Desk, question: FollowUpFilter
) -> list[UnfinishedRow]:
    """All of them at once, for papers."""
    ids = find_unfinished_ids(session, desk, question)
    return [row for row in load_unfinished_rows(session, desk, ids) if row is not None]


def _asked(desk: Desk, question: FollowUpFilter) -> list[ColumnElement[bool]]:
    asked = _open_here(desk)
    if question.late_for is not None:
        asked.append(_is_late(desk, question.late_for))
    return asked


def _open_here(desk: Desk) -> list[ColumnElement[bool]]:
    return [Slip.centre_id == desk.centre_id, Slip.state.in_(sorted(OPEN_STATES))]


def _has_waited(desk: Desk, side: FollowUpSide, since: datetime) -> bool:
    clock = judge_between(LIMIT_OF[side], since, None, desk.now(), desk.settings)
    return is_missed(clock)


def _is_late(desk: Desk, side: FollowUpSide) -> ColumnElement[bool]:
    """The same in SQL."""
    limit = LIMIT[LIMIT_OF[side]]
    if limit.mode_in(desk.settings) not in (Mode.BREACH, Mode.WARN):
        return false()
    last = (
        select(func.max(FollowUp.followed_at))
        .where(FollowUp.slip_id == Slip.id, FollowUp.side == side)
        .correlate(Slip)
        .scalar_subquery()
    )
    now = desk.now()
    due = due_in_sql(limit, func.coalesce(last, Slip.issued_at), desk, now)
    is_past: ColumnElement[bool] = (
        minute_in_sql(literal(now, Slip.issued_at.type)) > due
    )
    return is_past


def _last_looks(
    session: Session, ids: Sequence[int]
) -> dict[tuple[int, FollowUpSide], LastLook]:
    rows = session.execute(
        select(
            FollowUp.slip_id,
            FollowUp.side,
            FollowUp.followed_at,
            FollowUp.followed_by,
            FollowUp.note,
        )
        .where(FollowUp.slip_id.in_(ids))
        .order_by(FollowUp.followed_at, FollowUp.id)
    )
    return {
        (slip_id, side): LastLook(at, by, note) for slip_id, side, at, by, note in rows
    }
