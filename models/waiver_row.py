"""What is known of a waiver beside its row: who must sign it, what is left to waive."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from models.money import ZERO
from models.waiver import WaiverLevel, WaiverStatus


@dataclass(frozen=True, slots=True)
class CountedWaiver:
    """An earlier waiver that counts: of the slip itself or of one linked to it."""

    number: str
    amount: Decimal
    status: WaiverStatus
    at: datetime
    is_linked: bool


@dataclass(frozen=True, slots=True)
class WaiverNeed:
    """Who must sign an amount, and why (4.8, K-12, K-29).

    ``total`` is what is measured against ``limit``: the amount with the earlier ones,
    or the slip's fee where ``is_fee_measured``.
    """

    level: WaiverLevel
    amount: Decimal
    total: Decimal
    limit: Decimal
    is_fee_measured: bool
    counted: tuple[CountedWaiver, ...] = ()

    @property
    def earlier(self) -> Decimal:
        """What the earlier ones come to."""
        return sum((one.amount for one in self.counted), ZERO)


@dataclass(frozen=True, slots=True)
class SplitWarning:
    """Waivers of several slips of one unit that together reach the leader's limit."""

    total: Decimal
    limit: Decimal
    days: int
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WaiverRow:
    """One request as lists and papers show it.

    ``left`` is what could be waived if nothing else were asked for, None while nobody
    has named a price. ``need`` and ``split`` are those of the present moment for one
    that is pending, else None.
    """

    id: int
    slip_id: int
    number: str
    room: str
    owner_name: str
    content: str
    expected: Decimal | None
    left: Decimal | None
    amount: Decimal
    reason: str
    applicant: str
    applied_at: datetime
    status: WaiverStatus
    level: WaiverLevel
    approver: str
    approver_title: str
    decided_at: datetime | None
    decided_note: str
    paper_ref: str
    recorded_by: str
    need: WaiverNeed | None = None
    split: SplitWarning | None = None
