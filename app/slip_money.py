"""The money of one slip as far as it is known: lines, and rows kept from books."""

import json
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from models.book_row import BookRow
from models.slip import ChargeClass, InspectStatus, Slip, SlipState
from models.slip_line import SlipLine

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
