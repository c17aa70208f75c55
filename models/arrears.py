"""What is owed, by whom and since when (欠费): counted once, shown and printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from models.money import ZERO

AGES = (30, 60, 90)
"""Days at which a debt comes into the next class of age."""


@dataclass(frozen=True, slots=True)
class ArrearsLine:
    """One slip whose balance is not zero.

    ``since`` is when the price was posted; None: nothing was posted yet, and the
    balance is below zero because the money came before the paper (已收款未见单).
    ``pending`` is what was asked to be waived and is not decided.
    """

    slip_id: int
    number: str
    payer: str
    room: str
    content: str
    issued_at: datetime
    since: datetime | None
    days: int
    charged: Decimal
    waived: Decimal
    pending: Decimal
    received: Decimal
    balance: Decimal


@dataclass(frozen=True, slots=True)
class PayerArrears:
    """What one payer owes, the oldest first."""

    payer: str
    lines: tuple[ArrearsLine, ...]

    @property
    def balance(self) -> Decimal:
        """The sum."""
        return sum((line.balance for line in self.lines), ZERO)

    @property
    def days(self) -> int:
        """The age of the oldest."""
        return max(line.days for line in self.lines)


@dataclass(frozen=True, slots=True)
class Arrears:
    """Everything owed at a moment; ``prepaid`` are the balances below zero."""

    at: datetime
    payers: tuple[PayerArrears, ...]
    prepaid: tuple[ArrearsLine, ...]

    @property
    def lines(self) -> Iterator[ArrearsLine]:
        """The slips with a debt, payer by payer."""
        return (line for payer in self.payers for line in payer.lines)

    @property
    def owed(self) -> Decimal:
        """The sum of the debts."""
        return sum((line.balance for line in self.lines), ZERO)

    @property
    def paid_ahead(self) -> Decimal:
        """What was paid before its paper came, as a sum above zero."""
        return -sum((line.balance for line in self.prepaid), ZERO)

    def by_age(self) -> tuple[Decimal, ...]:
        """The debts up to 30, 60 and 90 days, and older."""
        sums = [ZERO] * (len(AGES) + 1)
        for line in self.lines:
            sums[sum(line.days > age for age in AGES)] += line.balance
        return tuple(sums)
