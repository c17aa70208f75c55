"""What is left of a slip's price to be waived (4.8), and whether asking is any use."""

from collections.abc import Mapping
from decimal import Decimal

from sqlalchemy.orm import Session

from app.desk import Desk
from app.ledger import Account, load_account
from app.slip_money import CHARGED, is_chargeable
from app.waiver_refusals import NothingPriced, NothingToWaive
from models.money import ZERO
from models.slip import MONEY_STATES, Slip
from models.staff import Permission
from models.unit import AreaKind


def require_waivable(session: Session, slip: Slip) -> Decimal:
    """What can still be asked for; raises ``NothingToWaive`` or ``NothingPriced``."""
    if not is_chargeable(slip):
        raise NothingToWaive(number=slip.number)
    left = left_to_waive(load_account(session, slip.id))
    if left is None:
        raise NothingPriced(number=slip.number)
    return left


def may_ask_for(desk: Desk, facts: Mapping[str, object], account: Account) -> bool:
    """Whether asking is worth offering for a slip with these facts (its columns)."""
    return (
        desk.may(Permission.APPLY_WAIVER)
        and facts["state"] in MONEY_STATES
        and facts["area_kind"] is AreaKind.UNIT
        and facts["charge_class"] in CHARGED
        and bool(left_to_waive(account))
    )


def left_to_waive(account: Account) -> Decimal | None:
    """What was neither waived nor asked to be, nor paid (4.8); None without a price."""
    if account.left_to_pay is None:
        return None
    return max(ZERO, account.left_to_pay - account.pending_waived)
