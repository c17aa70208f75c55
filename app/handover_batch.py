"""Hands the finance copies of a period over to Finance, bundle by bundle (K-20).

A copy goes into the bundle of the statement that takes it (4.7-6); one whose statement
was closed without it joins the present bundle.
"""

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from app.database import note_changed
from app.database_trouble import ChangedByOthers
from app.desk import Desk, NotAllowed
from app.directory import log_change, wait_turn
from app.handover_guard import (
    counting_arrival,
    finance_copy_no,
    find_scanned,
    is_closed,
    is_still_in_hand,
    refuse_other_period,
    refuse_second,
)
from app.handover_refusals import (
    BundleEmpty,
    BundleHandedOver,
    BundleToOneself,
    MayNotHandOver,
    NotFinanceCopy,
)
from app.period_order import PeriodClosedAlready
from app.slip_copy_move import live_copies, move_copies
from app.slip_fields import clean_optional
from app.slip_record import change_slip, get_slip
from app.slip_refusals import FieldMissing
from app.staff_directory import known_person, list_staff
from models.finance_period import FinancePeriod
from models.handover_batch import HandoverBatch, HandoverCopy
from models.ledger_entry import EntryKind, LedgerEntry
from models.money import ZERO
from models.slip import Slip, SlipEvent
from models.slip_copy import CopyMove, CopyPlace
from models.staff import RIGHTS, Permission


@dataclass(frozen=True, slots=True)
class ScanCopy:
    """Put a finance copy into a bundle.

    ``numbers``: what was scanned may mean any of these, the likeliest first.
    ``copy_no`` is None where the code names no copy, or the number was typed: the
    finance copy is meant then.
    """

    batch_id: int
    numbers: tuple[str, ...]
    copy_no: int | None = None


@dataclass(frozen=True, slots=True)
class HandOverBundle:
    """Sign a bundle over: housekeeping gives, Finance takes."""

    batch_id: int
    from_staff: str
    to_staff: str


def begin_batch(session: Session, desk: Desk, period: str) -> int:
    """Begin the next bundle of a period; its key. One that is open already is it.

    Raises ``NotAllowed`` or ``PeriodClosedAlready``.
    """
    desk.require(Permission.HAND_OVER_COPY)
    wait_turn(session, desk)
    closed = session.execute(
        select(FinancePeriod.closed_at, FinancePeriod.closed_by).where(
            FinancePeriod.centre_id == desk.centre_id,
            FinancePeriod.code == period,
            FinancePeriod.closed_at.is_not(None),
        )
    ).first()
    if closed is not None:
        raise PeriodClosedAlready(
            period=period, at=closed.closed_at, by=closed.closed_by
        )
    of_period = (
        HandoverBatch.centre_id == desk.centre_id,
        HandoverBatch.period == period,
    )
    is_open = HandoverBatch.handed_at.is_(None)
    found = session.scalar(select(HandoverBatch.id).where(*of_period, is_open))
    if found is not None:
        return found
    last = session.scalar(select(func.max(HandoverBatch.batch_no)).where(*of_period))
    batch = HandoverBatch(
        centre_id=desk.centre_id,
        period=period,
        batch_no=(last or 0) + 1,
        begun_at=desk.now(),
        begun_by=desk.actor,
    )
    session.add(batch)
    session.flush()
    facts = {"period": period, "batch_no": batch.batch_no}
    log_change(session, desk, "handover_batch", batch.id, "begin", facts)
    return batch.id


def scan_copy(session: Session, desk: Desk, order: ScanCopy) -> str:
    """Put a copy into an open bundle; the slip's number.

    Raises ``SlipUnknown``, ``BundleHandedOver`` or what keeps the copy out of it.
    """
    desk.require(Permission.HAND_OVER_COPY)
    wait_turn(session, desk)
    batch = _open_batch(session, desk, order.batch_id)
    _drop_gone(session, batch)
    slip = find_scanned(session, desk, order.numbers)
    finance_no = finance_copy_no(desk, slip)
    if order.copy_no not in (None, finance_no):
        raise NotFinanceCopy(
            number=slip.number, copy_no=order.copy_no, finance_no=finance_no
        )
    refuse_second(session, slip)
    arrival = counting_arrival(session, slip)
    refuse_other_period(session, desk, slip, arrival, batch.period)
    copy = live_copies(session, slip.id)[finance_no]
    session.add(
        HandoverCopy(
            batch_id=batch.id,
            slip_id=slip.id,
            print_seq=copy.print_seq,
            scanned_at=desk.now(),
        )
    )
    session.flush()
    # For a lost copy an approved photocopy stands (4.7-6): its own place stays open.
    is_photocopy = copy.place is CopyPlace.LOST and order.copy_no is None
    place = CopyPlace.LOST if is_photocopy else CopyPlace.FIN_TRANSIT
    _move(session, desk, slip, finance_no, place, batch)
    return slip.number


def take_out(session: Session, desk: Desk, batch_id: int, slip_id: int) -> str:
    """Take a copy out of an open bundle again, to where it lay; the slip's number."""
    desk.require(Permission.HAND_OVER_COPY)
    wait_turn(session, desk)
    batch = _open_batch(session, desk, batch_id)
    slip = get_slip(session, desk, slip_id)
    taken = session.execute(
        delete(HandoverCopy)
        .where(HandoverCopy.batch_id == batch.id, HandoverCopy.slip_id == slip_id)
        .returning(HandoverCopy.slip_id)
    ).all()
    if not taken:
        raise ChangedByOthers(number=slip.number)
    note_changed(session, "handover_copy")
    finance_no = finance_copy_no(desk, slip)
    copy = live_copies(session, slip.id)[finance_no]
    if copy.place is CopyPlace.FIN_TRANSIT:
        before = session.scalar(
            select(CopyMove.from_place)
            .where(CopyMove.slip_id == slip.id, CopyMove.copy_no == finance_no)
            .order_by(CopyMove.id.desc())
            .limit(1)
        )
        place = before or CopyPlace.HK_DESK
        _move(session, desk, slip, finance_no, place, batch)
    return slip.number


def hand_over(session: Session, desk: Desk, order: HandOverBundle) -> int:
    """Sign a bundle over and fix its count and sum; how many copies it has.

    Either side may record it. Raises ``BundleEmpty``, ``BundleHandedOver``,
    ``PersonUnknown``, ``BundleToOneself`` or ``MayNotHandOver``.
    """
    sides = {Permission.HAND_OVER_COPY, Permission.ACCEPT_COPY}
    if desk.permissions.isdisjoint(sides):
        raise NotAllowed(actor=desk.actor, permission=Permission.HAND_OVER_COPY)
    wait_turn(session, desk)
    batch = _open_batch(session, desk, order.batch_id)
    from_staff = _side(
        session, desk, order.from_staff, "from_staff", Permission.HAND_OVER_COPY
    )
    to_staff = _side(session, desk, order.to_staff, "to_staff", Permission.ACCEPT_COPY)
    if from_staff == to_staff:
        raise BundleToOneself(name=to_staff)
    _drop_gone(session, batch)
    slips = session.scalars(
        select(Slip)
        .join(HandoverCopy, HandoverCopy.slip_id == Slip.id)
        .where(HandoverCopy.batch_id == batch.id)
        .order_by(HandoverCopy.scanned_at, Slip.id)
    ).all()
    if not slips:
        raise BundleEmpty(period=batch.period, batch_no=batch.batch_no)
    amount = _charged(session, batch)
    for slip in slips:
        finance_no = finance_copy_no(desk, slip)
        copy = live_copies(session, slip.id)[finance_no]
        is_lost = copy.place is CopyPlace.LOST
        place = CopyPlace.LOST if is_lost else CopyPlace.FINANCE
        _move(session, desk, slip, finance_no, place, batch)
    batch.handed_at = desk.now()
    batch.from_staff, batch.to_staff = from_staff, to_staff
    batch.copy_count, batch.amount = len(slips), amount
    session.flush()
    facts = {
        "period": batch.period,
        "batch_no": batch.batch_no,
        "from_staff": from_staff,
        "to_staff": to_staff,
        "copy_count": len(slips),
        "amount": str(amount),
        "numbers": [slip.number for slip in slips],
    }
    log_change(session, desk, "handover_batch", batch.id, "hand_over", facts)
    return len(slips)


def note_printed(session: Session, desk: Desk, batch_id: int) -> None:
    """The list of a bundle was printed."""
    session.execute(
        update(HandoverBatch)
        .where(HandoverBatch.id == batch_id, HandoverBatch.centre_id == desk.centre_id)
        .values(printed_at=desk.now())
    )
    note_changed(session, "handover_batch")


def _open_batch(session: Session, desk: Desk, batch_id: int) -> HandoverBatch:
    batch = session.get(HandoverBatch, batch_id, populate_existing=True)
    if batch is None or batch.centre_id != desk.centre_id:
        raise ChangedByOthers
    if batch.handed_at is not None or is_closed(session, desk, batch.period):
        raise BundleHandedOver(period=batch.period, batch_no=batch.batch_no)
    return batch


def _drop_gone(session: Session, batch: HandoverBatch) -> None:
    """What went out of hand since it was scanned is in the bundle no more."""
    session.execute(
        delete(HandoverCopy).where(
            HandoverCopy.batch_id == batch.id, ~is_still_in_hand()
        )
    )


def _charged(session: Session, batch: HandoverBatch) -> Decimal:
    """What is charged on the slips of a bundle, by the statement of its period."""
    total = session.scalar(
        select(func.sum(LedgerEntry.amount)).where(
            LedgerEntry.kind == EntryKind.CHARGE,
            LedgerEntry.slip_id.in_(
                select(HandoverCopy.slip_id).where(HandoverCopy.batch_id == batch.id)
            ),
        )
    )
    return total if total is not None else ZERO


def _side(
    session: Session, desk: Desk, name: str, field: str, permission: Permission
) -> str:
    """One of the two who sign; while the directory is empty, any name."""
    typed = clean_optional(name, field, 80)
    if typed is None:
        raise FieldMissing(field=field)
    known = known_person(session, desk, typed, field)
    for member in list_staff(session, desk):
        if member.name == known:
            allowed = frozenset().union(*(RIGHTS[post] for post in member.posts))
            if permission not in allowed:
                raise MayNotHandOver(field=field, name=known)
    return known


def _move(
    session: Session,
    desk: Desk,
    slip: Slip,
    finance_no: int,
    place: CopyPlace,
    batch: HandoverBatch,
) -> None:
    """Put the copy there, and say in the slip's log for which bundle."""
    moved = move_copies(session, desk, slip, {finance_no: place})
    said = {"copies": moved, "bundle": f"{batch.period}/{batch.batch_no}"}
    change_slip(session, desk, slip, SlipEvent.MOVE_COPY, {}, to=slip.state, said=said)
