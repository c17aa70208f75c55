"""The day's inspection (验收, S4-4.2.3.2-2): what waits, what was looked at today."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.inspection_count import waiting_count, waits_for_inspection
from app.limit_clock import judge_between
from app.limit_standing import is_missed
from app.manager_notice import load_failures
from app.slip_close import InspectSlip, inspect_slip
from app.slip_view import SlipView, load_slip_view
from app.time_limit import LimitKey
from models.base import table_of
from models.inspection import Inspection
from models.inspection_day import InspectedWork, InspectionDay, WorkToInspect
from models.slip import JobType, Slip

MOST_LISTED = 1_000
"""A centre that does not inspect has more; the newest are listed."""
QUICK_REASONS = ("问题仍在", "现场未清理", "收口不平", "配件未装回", "材料与单不符")
"""Why work usually fails; a centre's own reasons come before them."""
MOST_REASONS = 6
_REASONS_DAYS = 60

_SLIP = table_of(Slip)
_INSPECTION = table_of(Inspection)
# Written so that no index of all slips looks better than that of the few asked for.
_centre = _SLIP.c.centre_id + 0
_back_at = func.coalesce(_SLIP.c.returned_at, _SLIP.c.issued_at)


@dataclass(frozen=True, slots=True)
class PastInspection:
    """One time a slip was inspected."""

    at: datetime
    by: str
    is_passed: bool
    note: str


@dataclass(frozen=True, slots=True)
class InspectedSlip:
    """A slip as whoever inspects it wants to know it."""

    view: SlipView
    past: tuple[PastInspection, ...]


def load_inspection_day(session: Session, desk: Desk) -> InspectionDay:
    """What waits, what was inspected today, what failed."""
    waiting = _waiting(session, desk)
    counted = len(waiting)
    if counted == MOST_LISTED:
        counted = session.scalars(waiting_count(desk)).one()
    return InspectionDay(
        day=desk.today(),
        waiting=waiting,
        older=counted - len(waiting),
        inspected=_inspected(session, desk),
        failures=load_failures(session, desk),
    )


def came_late(desk: Desk, done_at: datetime, returned_at: datetime) -> bool:
    """Whether the paper of public work came later than it should (S4-4.2.3.2-1)."""
    key, now = LimitKey.PUBLIC_RETURN, desk.now()
    return is_missed(judge_between(key, done_at, returned_at, now, desk.settings))


def load_inspected_slip(session: Session, desk: Desk, slip_id: int) -> InspectedSlip:
    """One slip with every inspection so far; raises ``SlipUnknown``."""
    rows = session.execute(
        select(
            _INSPECTION.c.inspected_at,
            func.coalesce(_INSPECTION.c.inspected_by, ""),
            _INSPECTION.c.is_passed,
            func.coalesce(_INSPECTION.c.note, ""),
        )
        .where(_INSPECTION.c.slip_id == slip_id)
        .order_by(_INSPECTION.c.id)
    )
    past = tuple(PastInspection(*row) for row in rows)
    return InspectedSlip(load_slip_view(session, desk, slip_id), past)


def load_quick_reasons(session: Session, desk: Desk) -> tuple[str, ...]:
    """The reasons this centre gives most, then the usual ones."""
    since = desk.now() - timedelta(days=_REASONS_DAYS)
    notes = session.scalars(
        select(_INSPECTION.c.note)
        .join(_SLIP, _SLIP.c.id == _INSPECTION.c.slip_id)
        .where(
            _INSPECTION.c.inspected_at >= since,
            ~_INSPECTION.c.is_passed,
            _INSPECTION.c.note.is_not(None),
            _centre == desk.centre_id,
        )
    )
    often = [note for note, times in Counter(notes).most_common() if times > 1]
    return tuple(dict.fromkeys((*often, *QUICK_REASONS)))[:MOST_REASONS]


def pass_slips(
    session: Session, desk: Desk, orders: Sequence[InspectSlip]
) -> tuple[int, ...]:
    """Pass several slips that were looked at on one walk, all or none; their ids.

    Raises what ``inspect_slip`` does.
    """
    for order in orders:
        inspect_slip(session, desk, order)
    return tuple(order.slip_id for order in orders)


def _waiting(session: Session, desk: Desk) -> tuple[WorkToInspect, ...]:
    waits = waits_for_inspection(desk)
    waiting_ids = select(_SLIP.c.id).where(*waits).correlate(None)
    rows = session.execute(
        select(
            _SLIP.c.id,
            _SLIP.c.number,
            _SLIP.c.version,
            _SLIP.c.area,
            _SLIP.c.place,
            _SLIP.c.content,
            _SLIP.c.job_type,
            _SLIP.c.trade,
            _SLIP.c.technicians,
            _SLIP.c.result_text,
            _SLIP.c.done_at,
            _SLIP.c.returned_at,
            _SLIP.c.rework_no,
        )
        .where(_SLIP.c.id.in_(waiting_ids))
        .order_by(_back_at.desc(), _SLIP.c.id.desc())
        .limit(MOST_LISTED)
    ).all()
    failed = _failed_for(session, [row.id for row in rows if row.rework_no])
    return tuple(
        WorkToInspect(
            slip_id=row.id,
            number=row.number,
            version=row.version,
            area=row.area,
            place=row.place,
            content=row.content,
            is_urgent=row.job_type is JobType.URGENT,
            trade=row.trade or "",
            technicians=row.technicians,
            result_text=row.result_text or "",
            done_at=row.done_at,
            returned_at=row.returned_at,
            is_late=None
            if row.done_at is None
            else came_late(desk, row.done_at, row.returned_at),
            rework_no=row.rework_no,
            failed_for=failed.get(row.id, ""),
        )
        for row in reversed(rows)
    )


def _failed_for(session: Session, slip_ids: Sequence[int]) -> dict[int, str]:
    """Why each of these failed the last time."""
    if not slip_ids:
        return {}
    rows = session.execute(
        select(_INSPECTION.c.slip_id, func.coalesce(_INSPECTION.c.note, ""))
        .where(_INSPECTION.c.slip_id.in_(slip_ids), ~_INSPECTION.c.is_passed)
        .order_by(_INSPECTION.c.id)
    )
    return {slip_id: note for slip_id, note in rows}


def _inspected(session: Session, desk: Desk) -> tuple[InspectedWork, ...]:
    from_at, until_at = desk.day_bounds(desk.today())
    later = _INSPECTION.alias()
    rows = session.execute(
        select(
            _INSPECTION.c.id,
            _INSPECTION.c.slip_id,
            _SLIP.c.number,
            _SLIP.c.area,
            _SLIP.c.place,
            _SLIP.c.content,
            _INSPECTION.c.is_passed,
            func.coalesce(_INSPECTION.c.note, ""),
            func.coalesce(_INSPECTION.c.inspected_by, ""),
            _INSPECTION.c.inspected_at,
            ~select(later.c.id)
            .where(
                later.c.slip_id == _INSPECTION.c.slip_id, later.c.id > _INSPECTION.c.id
            )
            .exists(),
        )
        .join(_SLIP, _SLIP.c.id == _INSPECTION.c.slip_id)
        .where(
            _INSPECTION.c.inspected_at >= from_at,
            _INSPECTION.c.inspected_at < until_at,
            _centre == desk.centre_id,
        )
        .order_by(_INSPECTION.c.id.desc())
        .limit(MOST_LISTED)
    )
    return tuple(InspectedWork(*row) for row in rows)
