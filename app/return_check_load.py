"""Reads what a return check is judged from: slips, returns, feedback, paper, gaps.

Few statements whatever the book's size: slips are found by state and by time.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import func, or_, select, union
from sqlalchemy.orm import Session

from app.desk import Desk
from app.return_check_day import DayMoments
from models.base import table_of
from models.day_check import CheckedGap
from models.feedback import Feedback
from models.gap_case import GapCase
from models.id_list import in_ids
from models.slip import OPEN_STATES, JobType, SignStatus, Slip, SlipState
from models.slip_copy import CopyMove, CopyPlace
from models.slip_return import SlipReturn
from models.unit import AreaKind

_ENDED = (SlipState.VOID, SlipState.CANCELLED)


@dataclass(frozen=True, slots=True)
class FoundSlip:
    """A slip that may belong to the day, as it is now."""

    id: int
    number: str
    area_kind: AreaKind
    area: str
    unit_label: str | None
    place: str
    content: str
    job_type: JobType
    trade: str | None
    supervisor: str | None
    technicians: tuple[str, ...]
    state: SlipState
    issued_at: datetime
    ended_at: datetime | None
    end_reason: str | None
    sign_status: SignStatus | None
    copy_scheme: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """One feedback."""

    told_at: datetime
    reason: str
    eta_at: datetime


@dataclass(frozen=True, slots=True)
class CopyAt:
    """Where the newest print of a copy lay, and since when."""

    print_seq: int
    place: CopyPlace
    since: datetime


Stay = tuple[datetime, datetime | None]
"""A slip is back in [returned, out again)."""


@dataclass(frozen=True, slots=True)
class DayFacts:
    """Everything the day is judged from; the mappings go by the slip's id.

    ``told`` holds the feedback of the day and of the day before, and before those the
    last one, in time order.
    """

    slips: Sequence[FoundSlip]
    stays: Mapping[int, Sequence[Stay]]
    told: Mapping[int, Sequence[Told]]
    copies: Mapping[int, Mapping[int, CopyAt]]
    gaps: Sequence[CheckedGap]


def load_day_facts(session: Session, desk: Desk, moments: DayMoments) -> DayFacts:
    """The slips that may belong to the day in order of issue, and what befell them."""
    slips = _slips(session, desk, moments)
    ids = [slip.id for slip in slips]
    return DayFacts(
        slips,
        _stays(session, ids, moments),
        _told(session, ids, moments),
        _copies(session, ids, moments),
        _gaps(session, desk, moments),
    )


def _slips(session: Session, desk: Desk, moments: DayMoments) -> list[FoundSlip]:
    slip = table_of(Slip)
    here = slip.c.centre_id == desk.centre_id
    # Each of these has its index; one condition with OR would read the whole book.
    wanted = union(
        *(
            select(slip.c.id).where(here, *each)
            for each in (
                (slip.c.state.in_(OPEN_STATES),),
                (slip.c.returned_at > moments.run_before,),
                (slip.c.state.in_(_ENDED), slip.c.ended_at > moments.run_before),
                (
                    slip.c.issued_at >= moments.late_from,
                    slip.c.issued_at < moments.return_until,
                ),
            )
        )
    ).subquery()
    rows = session.execute(
        select(*(slip.c[field.name] for field in fields(FoundSlip)))
        .where(slip.c.id.in_(select(wanted.c.id)))
        .where(slip.c.issued_at < moments.return_until)
        .order_by(slip.c.issued_at, slip.c.id)
    )
    return [FoundSlip(*row) for row in rows]


def _stays(
    session: Session, ids: Sequence[int], moments: DayMoments
) -> Mapping[int, list[Stay]]:
    table = table_of(SlipReturn)
    rows = session.execute(
        select(table.c.slip_id, table.c.returned_at, table.c.out_again_at)
        .where(in_ids(table.c.slip_id, ids), table.c.returned_at <= moments.run_at)
        .order_by(table.c.slip_id, table.c.returned_at, table.c.id)
    )
    stays: defaultdict[int, list[Stay]] = defaultdict(list)
    for slip_id, returned_at, out_again_at in rows:
        stays[slip_id].append((returned_at, out_again_at))
    return stays


def _told(
    session: Session, ids: Sequence[int], moments: DayMoments
) -> Mapping[int, list[Told]]:
    table = table_of(Feedback)
    place = func.row_number().over(
        partition_by=table.c.slip_id,
        order_by=(table.c.told_at.desc(), table.c.id.desc()),
    )
    having = (
        select(table, place.label("place"))
        .where(in_ids(table.c.slip_id, ids), table.c.told_at < moments.ends)
        .subquery()
    )
    rows = session.execute(
        select(having.c.slip_id, having.c.told_at, having.c.reason, having.c.eta_at)
        .where(or_(having.c.place == 1, having.c.told_at >= moments.day_before))
        .order_by(having.c.slip_id, having.c.told_at, having.c.id)
    )
    told: defaultdict[int, list[Told]] = defaultdict(list)
    for slip_id, *facts in rows:
        told[slip_id].append(Told(*facts))
    return told


def _copies(
    session: Session, ids: Sequence[int], moments: DayMoments
) -> Mapping[int, dict[int, CopyAt]]:
    table = table_of(CopyMove)
    last = (
        select(func.max(table.c.id))
        .where(in_ids(table.c.slip_id, ids), table.c.moved_at <= moments.run_at)
        .group_by(table.c.slip_id, table.c.copy_no, table.c.print_seq)
    )
    rows = session.execute(
        select(
            table.c.slip_id,
            table.c.copy_no,
            table.c.print_seq,
            table.c.to_place,
            table.c.moved_at,
        )
        .where(table.c.id.in_(last))
        .order_by(table.c.slip_id, table.c.copy_no, table.c.print_seq)
    )
    copies: defaultdict[int, dict[int, CopyAt]] = defaultdict(dict)
    for slip_id, copy_no, *where in rows:
        # The newest print comes last, and is the one that counts.
        copies[slip_id][copy_no] = CopyAt(*where)
    return copies


def _gaps(session: Session, desk: Desk, moments: DayMoments) -> list[CheckedGap]:
    table = table_of(GapCase)
    rows = session.execute(
        select(
            table.c.kind, table.c.ref, table.c.slip_id, table.c.found_at, table.c.owner
        )
        .where(
            table.c.centre_id == desk.centre_id,
            table.c.found_at <= moments.run_at,
            or_(table.c.closed_at.is_(None), table.c.closed_at > moments.run_at),
        )
        .order_by(table.c.found_at, table.c.id)
    )
    return [CheckedGap(*row) for row in rows]
