"""Who must sign a waiver (S4-4.1.4.4b, 4.8), and when one looks split up."""

from collections.abc import Collection
from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.ledger import load_account
from models.money import ZERO
from models.slip import LinkKind, Slip
from models.waiver import Waiver, WaiverLevel, WaiverStatus
from models.waiver_row import CountedWaiver, SplitWarning, WaiverNeed

SPLIT_DAYS = 7
STANDING = (WaiverStatus.APPROVED, WaiverStatus.PENDING)
"""A waiver that was rejected or withdrawn counts nowhere."""


def waiver_level(
    session: Session, desk: Desk, slip: Slip, amount: Decimal
) -> WaiverLevel:
    """Who must sign if ``amount`` is asked for now."""
    return waiver_need(session, desk, slip, amount).level


def waiver_need(
    session: Session,
    desk: Desk,
    slip: Slip,
    amount: Decimal,
    asked: Waiver | None = None,
) -> WaiverNeed:
    """Who must sign ``amount``, earlier waivers of the slip and its linked rework
    counted.

    ``asked`` is the request itself where there is one: what was asked for after it
    counts only once it was approved, so that the later one is what needs more.
    """
    rows = session.execute(
        select(Waiver.id, Slip.id, Slip.number, *_COUNTED)
        .join(Slip, Slip.id == Waiver.slip_id)
        .where(
            Waiver.slip_id.in_(linked_slips(session, slip.id)),
            Waiver.status.in_(STANDING),
        )
        .order_by(Waiver.id)
    )
    counted = tuple(
        CountedWaiver(waiver_id, number, of, status, at, slip_id != slip.id)
        for waiver_id, slip_id, number, of, status, at in rows
        if asked is None
        or waiver_id < asked.id
        or (waiver_id > asked.id and status is WaiverStatus.APPROVED)
    )
    is_fee_measured = desk.settings.text("waiver_basis") == "FEE"
    total = amount + sum((one.amount for one in counted), ZERO)
    if is_fee_measured:
        total = load_account(session, slip.id).expected or ZERO
    limit = leader_from(desk)
    level = level_of(total, limit)
    return WaiverNeed(level, amount, total, limit, is_fee_measured, counted)


_COUNTED = (Waiver.amount, Waiver.status, Waiver.applied_at)


def level_of(total: Decimal, limit: Decimal) -> WaiverLevel:
    """Who signs such a sum; the very limit is the leader's (K-12)."""
    return WaiverLevel.DIRECTOR if total < limit else WaiverLevel.LEADER


def leader_from(desk: Desk) -> Decimal:
    """The amount in yuan from which the company's leader must sign (K-12)."""
    return Decimal(desk.settings.number("waiver_leader_from")).scaleb(-2)


def linked_slips(session: Session, slip_id: int) -> frozenset[int]:
    """The slip, what it is the rework of, and every rework of these."""
    family = {slip_id}
    fresh = {slip_id}
    while fresh:
        near = _linked(session, Slip.id.in_(fresh))
        near |= _linked(session, Slip.parent_slip_id.in_(fresh))
        fresh = near - family
        family |= fresh
    return frozenset(family)


def standing_sum(session: Session, family: frozenset[int]) -> Decimal:
    """What was waived, or asked for and not decided, on linked slips."""
    total = session.scalar(
        select(func.sum(Waiver.amount)).where(
            Waiver.slip_id.in_(family), Waiver.status.in_(STANDING)
        )
    )
    return total if total is not None else ZERO


def _linked(session: Session, which: ColumnElement[bool]) -> set[int]:
    rows = session.execute(
        select(Slip.id, Slip.parent_slip_id).where(
            which, Slip.link_kind == LinkKind.REWORK
        )
    )
    return {each for row in rows for each in row if each is not None}


def split_warning(
    session: Session,
    desk: Desk,
    slip: Slip,
    need: WaiverNeed,
    at: datetime,
    asked: Waiver | None = None,
) -> SplitWarning | None:
    """What to look at before the director signs: waivers on other slips of the unit
    within seven days of ``at`` that together with this one reach the leader's limit.
    """
    if need.level is WaiverLevel.LEADER or (not slip.unit_id and not slip.unit_label):
        return None
    family = linked_slips(session, slip.id)
    near = timedelta(days=SPLIT_DAYS)
    rows = session.execute(
        select(Slip.id, Slip.number, Waiver.amount)
        .join(Waiver, Waiver.slip_id == Slip.id)
        .where(
            Slip.centre_id == desk.centre_id,
            Slip.id.in_(family) | _of_unit(slip),
            Waiver.status.in_(STANDING),
            Waiver.applied_at >= at - near,
            Waiver.applied_at <= at + near,
            Waiver.id != (asked.id if asked else 0),
        )
        .order_by(Slip.issued_at, Slip.id)
    ).all()
    others = _numbers(rows, family)
    total = need.amount + sum((row.amount for row in rows), ZERO)
    if not others or total < need.limit:
        return None
    return SplitWarning(total, need.limit, SPLIT_DAYS, others)


def _of_unit(slip: Slip) -> ColumnElement[bool]:
    if slip.unit_id is not None:
        return Slip.unit_id == slip.unit_id
    return Slip.unit_label == slip.unit_label


def _numbers(rows: Collection[object], family: frozenset[int]) -> tuple[str, ...]:
    found = (row.number for row in rows if row.id not in family)  # type: ignore[attr-defined]
    return tuple(dict.fromkeys(found))
