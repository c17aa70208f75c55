"""The money of one slip as far as it is known: lines, and rows kept from books."""

import json
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from models.book_row import BookRow
from models.money import ZERO
from models.quote import Quote, QuoteStatus
from models.slip import ChargeClass, InspectStatus, Slip, SlipState
from models.slip_line import SlipLine
from models.unit import AreaKind

_NOTHING = Decimal("0.00")
_SHEETS = {"收退款": "金额", "减免": "金额"}
_KINDS = {"收款": "received", "退款": "refunded", "调整": "adjusted"}


@dataclass(frozen=True, slots=True)
class SlipMoney:
    """Sums in yuan; ``balance`` = charged + adjusted − waived − received + refunded."""

    charged: Decimal = _NOTHING
    waived: Decimal = _NOTHING
    received: Decimal = _NOTHING
    refunded: Decimal = _NOTHING
    adjusted: Decimal = _NOTHING

    @property
    def balance(self) -> Decimal:
        """What the owner still owes."""
        return (
            self.charged + self.adjusted - self.waived - self.received + self.refunded
        )


def load_slip_money(session: Session, slip: Slip) -> SlipMoney:
    """The sums of a slip. A fee is charged once the finance copy came in hand."""
    sums = {name: _NOTHING for name in SlipMoney.__dataclass_fields__}
    if is_charged(slip):
        total = session.scalar(
            select(func.sum(SlipLine.amount)).where(SlipLine.slip_id == slip.id)
        )
        sums["charged"] = total or _NOTHING
    rows = session.execute(
        select(BookRow.sheet, BookRow.cells).where(
            BookRow.slip_id == slip.id, BookRow.sheet.in_(_SHEETS)
        )
    )
    for sheet, text in rows:
        cells = json.loads(text)
        amount = Decimal(cells[_SHEETS[sheet]])
        name = "waived" if sheet == "减免" else _KINDS[cells["种类"]]
        sums[name] += amount
    return SlipMoney(**sums)


def is_charged(slip: Slip) -> bool:
    """Whether the slip's fee is posted: a charged class, paper back or paid early."""
    return (
        slip.charge_class in (ChargeClass.PAID, ChargeClass.CONTRACT)
        and slip.state not in (SlipState.VOID, SlipState.CANCELLED)
        and slip.inspect_status is not InspectStatus.FAILED
        and (slip.returned_at is not None or slip.finance_early_at is not None)
    )


def is_charged_in_sql() -> ColumnElement[bool]:
    """The same as a condition on ``Slip``."""
    return and_(
        Slip.charge_class.in_((ChargeClass.PAID, ChargeClass.CONTRACT)),
        Slip.state.not_in((SlipState.VOID, SlipState.CANCELLED)),
        func.coalesce(Slip.inspect_status, InspectStatus.PENDING)
        != InspectStatus.FAILED,
        or_(Slip.returned_at.is_not(None), Slip.finance_early_at.is_not(None)),
    )


CHARGED = (ChargeClass.PAID, ChargeClass.CONTRACT)
"""The classes whose fee is charged; all other work is free to the owner."""


def is_chargeable(slip: Slip) -> bool:
    """Whether the slip's fee is asked of the owner."""
    return slip.charge_class in CHARGED and slip.area_kind is AreaKind.UNIT


def expected_amount(session: Session, slip: Slip) -> Decimal | None:
    """What the work costs, nothing where it is free; None while no price is known.

    A quote that came in with a book is told of, but the fee counts (interfaces.md 2).
    """
    if not is_chargeable(slip):
        return ZERO
    quote = _agreed_quote(session, slip)
    if quote is not None and quote.quoted_at is not None:
        return quote.amount
    lines = session.scalar(
        select(func.sum(SlipLine.amount)).where(SlipLine.slip_id == slip.id)
    )
    if lines is not None:
        return lines
    return None if quote is None else quote.amount


def _agreed_quote(session: Session, slip: Slip) -> Quote | None:
    """The latest quote, if the owner agreed to it."""
    latest = session.scalars(
        select(Quote)
        .where(Quote.slip_id == slip.id)
        .order_by(Quote.position.desc())
        .limit(1)
    ).one_or_none()
    is_agreed = latest is not None and latest.status is QuoteStatus.AGREED
    return latest if is_agreed else None
