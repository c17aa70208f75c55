"""What 《年末截止清单》 says: the charges of a year that the next year's books post.

The period that ends on 20 January begins on 21 December (4.7-11).
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from models.money import ZERO
from models.statement import Statement, StatementSlip


@dataclass(frozen=True, slots=True)
class YearEnd:
    """The slips of period ``YYYY+1-01`` whose work was done in ``year``.

    ``cut_at`` is the end of the year, not included. ``done`` are charged in
    ``statement``; ``waiting`` were done too, but their finance copy is not in hand, so
    that they are charged later.
    """

    year: int
    cut_at: datetime
    statement: Statement
    done: tuple[StatementSlip, ...]
    waiting: tuple[StatementSlip, ...]

    @property
    def total(self) -> Decimal:
        """What belongs to the year."""
        return sum((slip.charged for slip in self.done), ZERO)

    @property
    def after(self) -> Decimal:
        """What the same statement charges for work of the new year."""
        return self.statement.charged.total - self.total

    @property
    def expected(self) -> Decimal:
        """What is expected of work whose paper is not in hand."""
        return sum((slip.expected or ZERO for slip in self.waiting), ZERO)
