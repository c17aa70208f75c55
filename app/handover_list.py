"""Loads the bundles of a period with what is not in one yet (财务联移交清单)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, false, func, or_, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.handover_guard import is_still_in_hand
from models.copy_scheme import CopyRole
from models.finance_copy import FinanceCopy
from models.finance_period import FinancePeriod
from models.handover_batch import HandoverBatch, HandoverCopy
from models.handover_list import Bundle, BundleCopy, HandoverList
from models.ledger_entry import EntryKind, LedgerEntry
from models.money import ZERO
from models.period import period_bounds, previous_period
from models.slip import Slip
from models.slip_copy import CopyPlace, SlipCopy
from models.unit import room_name

_SLIP = (
    Slip.id,
    Slip.number,
    Slip.unit_label,
    Slip.area,
    Slip.place,
    Slip.owner_name,
    Slip.content,
    Slip.state,
    Slip.issued_at,
    Slip.escort,
)


def load_handover(session: Session, desk: Desk, period: str) -> HandoverList:
    """Everything of a period's handover in a few statements.

    What the statement before it closed without waits here too.
    """
    starts_at, ends_at = period_bounds(period, desk.zone)
    periods = _periods(session, desk, period)
    batches = session.scalars(
        select(HandoverBatch)
        .where(
            HandoverBatch.centre_id == desk.centre_id, HandoverBatch.period == period
        )
        .order_by(HandoverBatch.batch_no)
    ).all()
    in_bundles = _in_bundles(session, desk, [each.id for each in batches], starts_at)
    arrived = _arrived(session, desk, periods)
    bundles = tuple(
        Bundle(
            batch.id,
            batch.period,
            batch.batch_no,
            batch.begun_at,
            batch.begun_by,
            batch.handed_at,
            batch.from_staff or "",
            batch.to_staff or "",
            batch.printed_at,
            tuple(in_bundles.get(batch.id, ())),
        )
        for batch in batches
    )
    own = [row for row in arrived if row.posting_period == period]
    return HandoverList(
        period,
        starts_at,
        ends_at,
        desk.now(),
        periods[period],
        bundles,
        waiting=tuple(
            _copy(row, starts_at)
            for row in arrived
            if row.has_paper and not row.is_early and not row.is_bundled
        ),
        early=tuple(_copy(row, starts_at) for row in own if row.is_early),
        number_only=tuple(_copy(row, starts_at) for row in own if not row.has_paper),
    )


def _periods(session: Session, desk: Desk, period: str) -> dict[str, bool]:
    """The periods whose copies may go into a bundle of ``period``, and whether each
    is closed.
    """
    before = previous_period(period)
    closed = set(
        session.scalars(
            select(FinancePeriod.code).where(
                FinancePeriod.centre_id == desk.centre_id,
                FinancePeriod.code.in_((before, period)),
                FinancePeriod.closed_at.is_not(None),
            )
        )
    )
    periods = {period: period in closed}
    if before in closed and period not in closed:
        periods[before] = True
    return periods


def _in_bundles(
    session: Session, desk: Desk, batch_ids: list[int], starts_at: datetime
) -> Mapping[int, list[BundleCopy]]:
    """The copies of bundles, in the order they were scanned."""
    if not batch_ids:
        return {}
    arrived_at = (
        select(func.max(FinanceCopy.arrived_at))
        .where(FinanceCopy.slip_id == Slip.id)
        .scalar_subquery()
    )
    rows = session.execute(
        select(
            HandoverCopy.batch_id,
            HandoverCopy.scanned_at,
            arrived_at.label("arrived_at"),
            *_slip_columns(desk),
        )
        .join(Slip, Slip.id == HandoverCopy.slip_id)
        .join(HandoverBatch, HandoverBatch.id == HandoverCopy.batch_id)
        .where(
            HandoverCopy.batch_id.in_(batch_ids),
            HandoverBatch.handed_at.is_not(None) | is_still_in_hand(),
        )
        .order_by(HandoverCopy.scanned_at, Slip.issued_at, Slip.id)
    )
    found = defaultdict(list)
    for row in rows:
        found[row.batch_id].append(_copy(row, starts_at, row.scanned_at))
    return found


def _arrived(
    session: Session, desk: Desk, periods: Iterable[str]
) -> Sequence[Row[Any]]:
    """The copies that are in hand, in order of issue, and whether a bundle that counts
    has each.
    """
    is_bundled = (
        select(HandoverCopy.slip_id)
        .join(HandoverBatch, HandoverBatch.id == HandoverCopy.batch_id)
        .outerjoin(
            FinancePeriod,
            (FinancePeriod.centre_id == HandoverBatch.centre_id)
            & (FinancePeriod.code == HandoverBatch.period)
            & FinancePeriod.closed_at.is_not(None),
        )
        .where(
            HandoverCopy.slip_id == FinanceCopy.slip_id,
            # A bundle that its period's close left open holds nothing any more.
            (HandoverBatch.handed_at >= FinanceCopy.arrived_at)
            | (
                HandoverBatch.handed_at.is_(None)
                & FinancePeriod.id.is_(None)
                & (HandoverCopy.scanned_at >= FinanceCopy.arrived_at)
            ),
        )
        .exists()
    )
    return session.execute(
        select(
            FinanceCopy.posting_period,
            FinanceCopy.arrived_at,
            FinanceCopy.is_early,
            FinanceCopy.has_paper,
            is_bundled.label("is_bundled"),
            *_slip_columns(desk),
        )
        .join(Slip, Slip.id == FinanceCopy.slip_id)
        .where(
            FinanceCopy.centre_id == desk.centre_id,
            FinanceCopy.posting_period.in_(list(periods)),
            FinanceCopy.left_at.is_(None),
        )
        .order_by(Slip.issued_at, Slip.id)
    ).all()


def _slip_columns(desk: Desk) -> tuple[Any, ...]:
    charged = (
        select(func.sum(LedgerEntry.amount))
        .where(LedgerEntry.slip_id == Slip.id, LedgerEntry.kind == EntryKind.CHARGE)
        .scalar_subquery()
    )
    scheme = func.coalesce(Slip.copy_scheme, desk.settings.text("copy_scheme"))
    finance_copies = [
        (scheme == code) & (SlipCopy.copy_no == copy_no)
        for code, roles in desk.schemes.items()
        for copy_no, role in roles.items()
        if role is CopyRole.FIN
    ]
    is_lost = (
        select(SlipCopy.slip_id)
        .where(
            SlipCopy.slip_id == Slip.id,
            SlipCopy.is_live,
            SlipCopy.place == CopyPlace.LOST,
            or_(false(), *finance_copies),
        )
        .exists()
    )
    return (*_SLIP, charged.label("charged"), is_lost.label("is_lost"))


def _copy(
    row: Row[Any], starts_at: datetime, scanned_at: datetime | None = None
) -> BundleCopy:
    return BundleCopy(
        row.id,
        row.number,
        room_name(row.unit_label, row.area, row.place),
        row.owner_name or "",
        row.content,
        row.state,
        row.issued_at,
        row.arrived_at,
        ZERO if row.charged is None else row.charged,
        row.issued_at < starts_at,
        row.is_lost,
        scanned_at,
        row.escort or "",
    )
