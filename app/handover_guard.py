"""Which finance copy a scan means, and what keeps it out of a bundle (4.7-6)."""

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.handover_refusals import (
    CopyInBundle,
    CopyNotInHand,
    CopyOfOtherPeriod,
    CopyWasHandedOver,
    CopyWentEarly,
    CopyWithoutPaper,
)
from app.slip_copy_move import roles_of_slip
from app.slip_record import find_slip
from app.slip_refusals import NoFinanceCopy, SlipUnknown
from models.copy_scheme import CopyRole
from models.finance_copy import FinanceCopy
from models.finance_period import FinancePeriod
from models.handover_batch import HandoverBatch, HandoverCopy
from models.slip import Slip


def find_scanned(session: Session, desk: Desk, numbers: tuple[str, ...]) -> Slip:
    """The slip of a scanned paper: by its number, else by the form's own."""
    for number in numbers:
        try:
            return find_slip(session, desk, number)
        except SlipUnknown:
            continue
    slip = session.scalar(
        select(Slip).where(Slip.centre_id == desk.centre_id, Slip.stock_no.in_(numbers))
    )
    if slip is None:
        raise SlipUnknown(number=numbers[0] if numbers else "")
    return slip


def finance_copy_no(desk: Desk, slip: Slip) -> int:
    """The number of Finance's copy of a slip; raises ``NoFinanceCopy``."""
    for copy_no, role in roles_of_slip(desk, slip).items():
        if role is CopyRole.FIN:
            return copy_no
    raise NoFinanceCopy(number=slip.number)


def counting_arrival(session: Session, slip: Slip) -> FinanceCopy:
    """The arrival of the finance copy that counts now, if it goes into a bundle.

    Raises ``CopyNotInHand``, ``CopyWentEarly`` or ``CopyWithoutPaper``.
    """
    arrival = session.scalar(
        select(FinanceCopy)
        .where(FinanceCopy.slip_id == slip.id, FinanceCopy.left_at.is_(None))
        .order_by(FinanceCopy.id.desc())
        .limit(1)
    )
    if arrival is None:
        raise CopyNotInHand(number=slip.number)
    if arrival.is_early:
        raise CopyWentEarly(number=slip.number, at=arrival.arrived_at)
    if not arrival.has_paper:
        raise CopyWithoutPaper(number=slip.number)
    return arrival


def is_still_in_hand() -> ColumnElement[bool]:
    """Whether the copy that was scanned into an open bundle did not go out again, or
    to Finance by an escort, since.
    """
    return exists().where(
        FinanceCopy.slip_id == HandoverCopy.slip_id,
        FinanceCopy.left_at.is_(None),
        ~FinanceCopy.is_early,
        FinanceCopy.arrived_at <= HandoverCopy.scanned_at,
    )


def refuse_second(session: Session, slip: Slip) -> None:
    """A copy goes to Finance once; one that came back out may go again."""
    last = session.execute(
        select(
            HandoverBatch.period,
            HandoverBatch.batch_no,
            HandoverBatch.handed_at,
            FinancePeriod.closed_at,
        )
        .join(HandoverCopy, HandoverCopy.batch_id == HandoverBatch.id)
        .outerjoin(
            FinancePeriod,
            (FinancePeriod.centre_id == HandoverBatch.centre_id)
            & (FinancePeriod.code == HandoverBatch.period),
        )
        .where(HandoverCopy.slip_id == slip.id)
        .order_by(HandoverBatch.id.desc())
        .limit(1)
    ).first()
    if last is None:
        return
    facts = {"number": slip.number, "period": last.period, "batch_no": last.batch_no}
    if last.handed_at is None:
        # A bundle that its period's close left open holds nothing any more.
        if last.closed_at is None:
            raise CopyInBundle(**facts)
        return
    came_again = session.scalar(
        select(FinanceCopy.id).where(
            FinanceCopy.slip_id == slip.id,
            FinanceCopy.left_at.is_(None),
            FinanceCopy.arrived_at > last.handed_at,
        )
    )
    if came_again is None:
        raise CopyWasHandedOver(**facts, at=last.handed_at)


def refuse_other_period(
    session: Session, desk: Desk, slip: Slip, arrival: FinanceCopy, period: str
) -> None:
    """A copy goes with its own statement; one that its statement left behind, with
    the present one.
    """
    its_own = arrival.posting_period
    if its_own == period or (its_own < period and is_closed(session, desk, its_own)):
        return
    raise CopyOfOtherPeriod(number=slip.number, statement=its_own, period=period)


def is_closed(session: Session, desk: Desk, period: str) -> bool:
    """Whether a period was closed."""
    return (
        session.scalar(
            select(FinancePeriod.id).where(
                FinancePeriod.centre_id == desk.centre_id,
                FinancePeriod.code == period,
                FinancePeriod.closed_at.is_not(None),
            )
        )
        is not None
    )
