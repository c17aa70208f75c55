"""The owner is taken to Finance to pay, and the finance copy with them (陪同缴费)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.desk import Desk
from app.finance_copy import copy_arrives
from app.ledger import require_settled_within
from app.posting import inclusion_of
from app.slip_copy_move import live_copies, move_copies, roles_of_slip
from app.slip_fields import clean_optional, in_order
from app.slip_money import expected_amount, is_chargeable
from app.slip_record import change_slip, get_slip, require_move
from app.slip_refusals import (
    BroughtAlready,
    NoFinanceCopy,
    NothingToCharge,
    PriceMissing,
)
from models.copy_scheme import CopyRole
from models.slip import Slip, SlipEvent, SlipState
from models.slip_copy import CopyPlace


@dataclass(frozen=True, slots=True)
class EscortSlip:
    """Bring owner and finance copy to Finance (S4-4.1.2.5-2).

    ``escort`` empty is whoever acts, ``at`` None is now.
    """

    slip_id: int
    escort: str = ""
    at: datetime | None = None
    version: int | None = None


def escort_slip(session: Session, desk: Desk, order: EscortSlip) -> None:
    """The finance copy is at Finance the same day, and the fee is charged with it.

    Raises ``NothingToCharge``, ``PriceMissing``, ``PriceBelowPaid``,
    ``NoFinanceCopy``, ``BroughtAlready``, ``TimeInFuture`` or ``TimeOrder``.
    """
    slip = get_slip(session, desk, order.slip_id, order.version)
    require_move(desk, slip, SlipEvent.ESCORT, slip.state)
    if not is_chargeable(slip):
        raise NothingToCharge(number=slip.number)
    _require_price(session, slip)
    at = order.at or desk.now()
    in_order(
        (
            ("dispatched_at", slip.dispatched_at),
            ("supervisor_received_at", slip.supervisor_received_at),
            ("arrived_at", slip.arrived_at),
            ("done_at", slip.done_at),
            ("finance_early_at", at),
        ),
        desk.now(),
    )
    copy_no = _copy_to_bring(session, desk, slip)
    places = {copy_no: CopyPlace.FINANCE}
    said: dict[str, object] = {"copies": move_copies(session, desk, slip, places, at)}
    said |= copy_arrives(session, desk, slip, at, is_early=True)
    escort = clean_optional(order.escort, "escort", 80) or desk.actor
    change_slip(
        session,
        desk,
        slip,
        SlipEvent.ESCORT,
        {"finance_early_at": at, "escort": escort},
        to=slip.state,
        said=said,
        at=at,
    )


def _require_price(session: Session, slip: Slip) -> None:
    """There is something to pay, and no less than was settled before the price was."""
    price = expected_amount(session, slip)
    if price is None:
        raise PriceMissing(number=slip.number)
    if not price:
        raise NothingToCharge(number=slip.number)
    if inclusion_of(session, slip.id) is None:
        require_settled_within(session, slip, price)


def _copy_to_bring(session: Session, desk: Desk, slip: Slip) -> int:
    """The number of the finance copy, where it can be brought."""
    roles = roles_of_slip(desk, slip)
    for copy_no, copy in live_copies(session, slip.id).items():
        if roles.get(copy_no) is CopyRole.FIN and copy.place is not CopyPlace.LOST:
            is_back = slip.state is SlipState.RETURNED
            if copy.place is CopyPlace.FINANCE and (is_back or slip.finance_early_at):
                raise BroughtAlready(number=slip.number)
            return copy_no
    raise NoFinanceCopy(number=slip.number)
