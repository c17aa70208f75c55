"""The finance copy comes in hand or goes out again, and the fee posts with it (4.7-6).

``inclusion = max(period of issue, earliest period still open when the copy comes)``:
the statement it is in charges the slip, so that a statement always comes to the sum on
the paper that lies with it. Each copy is in one statement: what a close has taken
stays there, whatever becomes of the slip.
"""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import bindparam, exists, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.posting import last_closed_period, posting_period
from app.slip_money import expected_amount
from models.finance_copy import FinanceCopy
from models.ledger_entry import EntryKind, LedgerEntry
from models.money import ZERO
from models.period import period_of
from models.slip import Slip
from models.slip_copy import SlipCopy

TOLD = "finance"
"""Under this the log tells of the copy and of what was charged."""

_IN_HAND = select(FinanceCopy).where(
    FinanceCopy.slip_id == bindparam("slip"), FinanceCopy.left_at.is_(None)
)
_WAIVERS = select(LedgerEntry).where(
    LedgerEntry.slip_id == bindparam("slip"), LedgerEntry.kind == EntryKind.WAIVE
)
_PRINTED = select(exists().where(SlipCopy.slip_id == bindparam("slip")))


def copy_in_hand(session: Session, slip_id: int) -> FinanceCopy | None:
    """The arrival that counts, if the copy is in hand."""
    return session.scalars(_IN_HAND, {"slip": slip_id}).one_or_none()


def copy_arrives(
    session: Session,
    desk: Desk,
    slip: Slip,
    at: datetime,
    *,
    is_early: bool = False,
    is_charged: bool = True,
) -> dict[str, object]:
    """Take the finance copy into its statement; answers with what the log says.

    Nothing happens where it is in hand already. ``is_charged`` False: the slip ended,
    and its paper is kept with the others.
    """
    present = copy_in_hand(session, slip.id)
    if present is not None:
        return _brought_early(session, desk, present) if is_early else {}
    period = posting_period(session, desk, slip.issued_at)
    session.add(
        FinanceCopy(
            centre_id=slip.centre_id,
            slip_id=slip.id,
            arrived_at=at,
            is_early=is_early,
            has_paper=_was_printed(session, slip),
            posting_period=period,
        )
    )
    fee = (expected_amount(session, slip) if is_charged else None) or ZERO
    if fee:
        session.add(_charge(desk, slip, fee, at, period))
    _post_waivers(session, desk, slip, period)
    session.flush()
    return {TOLD: told_copy("arrives", period, fee)}


def copy_leaves(
    session: Session, desk: Desk, slip: Slip, at: datetime
) -> dict[str, object]:
    """Let the copy go out again and take the fee back; what the log says.

    A statement that was closed keeps the copy and its fee as they are.
    """
    present = copy_in_hand(session, slip.id)
    if present is None or is_closed(session, desk, present):
        return {}
    present.left_at = at
    period = present.posting_period
    fee = ZERO
    for charge in _charges_that_stand(session, slip):
        back = _charge(desk, slip, -charge.amount, at, charge.posting_period)
        back.reverses_id = charge.id
        session.add(back)
        fee -= charge.amount
    # A waiver stands beside the fee it gives up.
    for waiver in _waivers(session, slip):
        waiver.posting_period = None
    session.flush()
    return {TOLD: told_copy("leaves", period, fee)}


def is_closed(session: Session, desk: Desk, copy: FinanceCopy) -> bool:
    """Whether the copy stands in a closed statement."""
    closed = last_closed_period(session, desk)
    return closed is not None and copy.posting_period <= closed


def told_copy(what: str, period: str, fee: Decimal) -> dict[str, object]:
    """What the log says of a copy that ``arrives`` or ``leaves``."""
    said: dict[str, object] = {what: period}
    return said | {"charge": str(fee)} if fee else said


def _brought_early(
    session: Session, desk: Desk, present: FinanceCopy
) -> dict[str, object]:
    """It was in hand and an escort brings it over before the bundle does."""
    if not present.is_early and not is_closed(session, desk, present):
        present.is_early = True
        return {TOLD: {"early": present.posting_period}}
    return {}


def _charge(
    desk: Desk, slip: Slip, amount: Decimal, at: datetime, period: str | None
) -> LedgerEntry:
    return LedgerEntry(
        centre_id=slip.centre_id,
        slip_id=slip.id,
        kind=EntryKind.CHARGE,
        amount=amount,
        effective_at=at,
        recorded_at=desk.now(),
        recorded_by=desk.actor,
        posting_period=period,
    )


def _charges_that_stand(session: Session, slip: Slip) -> list[LedgerEntry]:
    """Charges that nothing has taken back."""
    entries = session.scalars(
        select(LedgerEntry)
        .where(LedgerEntry.slip_id == slip.id, LedgerEntry.kind == EntryKind.CHARGE)
        .order_by(LedgerEntry.id)
    ).all()
    reversed_ids = {entry.reverses_id for entry in entries}
    return [
        entry
        for entry in entries
        if entry.reverses_id is None and entry.id not in reversed_ids
    ]


def _post_waivers(session: Session, desk: Desk, slip: Slip, inclusion: str) -> None:
    """Waivers that waited for the copy post now, not earlier than it (4.7-7)."""
    for waiver in _waivers(session, slip):
        if waiver.posting_period is None:
            own = period_of(waiver.effective_at, desk.zone)
            waiver.posting_period = max(own, inclusion)


def _waivers(session: Session, slip: Slip) -> list[LedgerEntry]:
    return list(session.scalars(_WAIVERS, {"slip": slip.id}))


def _was_printed(session: Session, slip: Slip) -> bool:
    return session.scalar(_PRINTED, {"slip": slip.id}) or False
