"""What the payment form shows: a slip, what else its payer owes, what comes next."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.payable import PayableRow, load_payable_rows
from app.payment_list import SlipAccount, load_slip_account
from app.receipt import next_receipt
from app.slip_money import CHARGED
from app.slip_record import get_slip
from app.slip_scan import load_scanned_slip
from models.ledger_entry import EntryKind, LedgerEntry
from models.money import ZERO
from models.slip import OPEN_STATES, ChargeClass, Slip, SlipState
from models.staff import Post, Staff
from models.unit import AreaKind

MOST_BESIDE = 40
_ADDS = (EntryKind.CHARGE, EntryKind.ADJUST, EntryKind.REFUND)
_ESCORTS = (Post.HOUSEKEEPER, Post.HOUSEKEEPING_SUPERVISOR, Post.FRONT_DESK)


@dataclass(frozen=True, slots=True)
class PaymentView:
    """One slip in hand with its account, and what else its payer has to settle."""

    slip_id: int
    number: str
    payer: str
    content: str
    area_kind: AreaKind
    state: SlipState
    charge_class: ChargeClass
    account: SlipAccount
    rows: tuple[PayableRow, ...]
    next_receipt: str
    escorts: tuple[str, ...]

    @property
    def takes_money(self) -> bool:
        """Whether money may come in for the slip in hand."""
        return (
            self.account.may_record
            and self.area_kind is AreaKind.UNIT
            and self.charge_class in CHARGED
            and self.state not in (SlipState.VOID, SlipState.CANCELLED)
        )


def load_payment_view(session: Session, desk: Desk, slip_id: int) -> PaymentView:
    """The form for a slip; raises ``SlipUnknown``."""
    slip = get_slip(session, desk, slip_id)
    account = load_slip_account(session, desk, slip_id)
    ids = [slip_id, *_others(session, desk, slip)]
    rows = load_payable_rows(session, desk, ids)
    return PaymentView(
        slip.id,
        slip.number,
        account.payer,
        slip.content,
        slip.area_kind,
        slip.state,
        slip.charge_class,
        account,
        tuple(row for row in rows if row.slip_id == slip_id or row.left),
        next_receipt(session, desk),
        _escorts(session, desk),
    )


def load_scanned_payment(
    session: Session, desk: Desk, numbers: tuple[str, ...]
) -> PaymentView:
    """The form for the slip whose paper was scanned; raises ``SlipUnknown``."""
    view = load_scanned_slip(session, desk, numbers)
    return load_payment_view(session, desk, int(str(view.facts["id"])))


def _others(session: Session, desk: Desk, slip: Slip) -> list[int]:
    """The payer's other slips that are owed on or still out, the oldest first."""
    here = (
        Slip.centre_id == desk.centre_id,
        _of_payer(slip),
        Slip.id != slip.id,
        Slip.area_kind == AreaKind.UNIT,
        Slip.charge_class.in_(CHARGED),
    )
    amount = LedgerEntry.amount
    owed = func.sum(case((LedgerEntry.kind.in_(_ADDS), amount), else_=-amount))
    with_debt = (
        select(Slip.id)
        .join(LedgerEntry, LedgerEntry.slip_id == Slip.id)
        .where(*here)
        .group_by(Slip.id)
        .having(owed > ZERO)
    )
    open_ones = select(Slip.id).where(*here, Slip.state.in_(OPEN_STATES))
    ids = session.scalars(with_debt.union(open_ones))
    return sorted(ids)[:MOST_BESIDE]


def _of_payer(slip: Slip) -> ColumnElement[bool]:
    if slip.owner_name:
        return Slip.owner_name == slip.owner_name
    return Slip.owner_name.is_(None) & (Slip.unit_label == slip.unit_label)


def _escorts(session: Session, desk: Desk) -> tuple[str, ...]:
    """Who may come with an owner and the finance copy (S4-4.1.2.5)."""
    found = session.execute(
        select(Staff.name, Staff.posts)
        .where(Staff.centre_id == desk.centre_id, Staff.is_active)
        .order_by(Staff.name)
    )
    return tuple(
        name for name, posts in found if not set(_ESCORTS).isdisjoint(map(Post, posts))
    )
