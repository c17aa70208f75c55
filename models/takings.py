"""What Finance took and paid back on one day (日收款), counted once for all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from models.ledger_entry import EntryKind, PayMethod
from models.money import ZERO


@dataclass(frozen=True, slots=True)
class TakingsLine:
    """One entry of money in or out.

    ``payment_id`` is the first entry of its payment. ``is_reversal``: it answers a
    wrong entry; ``is_reversed``: it was answered. ``recorded_at`` on a later day than
    ``effective_at``: it was written down afterwards (补录).
    """

    entry_id: int
    payment_id: int
    slip_id: int
    number: str
    room: str
    payer: str
    kind: EntryKind
    method: PayMethod
    amount: Decimal
    receipt_no: str
    invoice_no: str
    effective_at: datetime
    recorded_at: datetime
    recorded_by: str
    note: str
    is_reversal: bool
    is_reversed: bool


@dataclass(frozen=True, slots=True)
class DayTakings:
    """The entries of a day in order of time, by when the money changed hands."""

    day: date
    at: datetime
    lines: tuple[TakingsLine, ...]

    @property
    def payments(self) -> tuple[TakingsLine, ...]:
        """What came in."""
        return tuple(line for line in self.lines if line.kind is EntryKind.PAY)

    @property
    def refunds(self) -> tuple[TakingsLine, ...]:
        """What went out."""
        return tuple(line for line in self.lines if line.kind is EntryKind.REFUND)

    @property
    def received(self) -> Decimal:
        """The sum of what came in."""
        return sum_of(self.payments)

    @property
    def refunded(self) -> Decimal:
        """The sum of what went out."""
        return sum_of(self.refunds)

    @property
    def net(self) -> Decimal:
        """What is left of the day."""
        return self.received - self.refunded

    def by_method(self, method: PayMethod) -> tuple[Decimal, Decimal]:
        """What came in and what went out by one method."""
        return (
            sum_of(line for line in self.payments if line.method is method),
            sum_of(line for line in self.refunds if line.method is method),
        )

    @property
    def cash_to_bank(self) -> Decimal:
        """Cash taken less cash paid out: the day's takings go to the bank the same
        day (银发[1988]288号 第十一条).
        """
        received, refunded = self.by_method(PayMethod.CASH)
        return received - refunded


def sum_of(lines: Iterable[TakingsLine]) -> Decimal:
    """The amounts of some lines."""
    return sum((line.amount for line in lines), ZERO)
