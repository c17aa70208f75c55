"""What is known of a waiver beside its row: who must sign it, what is left to waive."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from models.money import ZERO
from models.waiver import WaiverLevel, WaiverStatus


@dataclass(frozen=True, slots=True)
class CountedWaiver:
    """An earlier waiver that counts: of the slip itself or of one linked to it."""

    id: int
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

    ``form_no`` is the number printed on its form; ``left`` is what could be waived if
    nothing else were asked for, None while nobody has named a price. ``need`` and
    ``split`` are those of the present moment for one that is pending, else None.
    """

    id: int
    slip_id: int
    number: str
    form_no: str
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


@dataclass(frozen=True, slots=True)
class WaiverPaper:
    """What 《签免审批单》 says: the request, the money beside it, who must sign.

    ``expected`` is the price with its adjustments, ``waived`` and ``pending`` are other
    waivers of the slip, ``received`` what was paid less what was given back.
    """

    row: WaiverRow
    need: WaiverNeed
    issued_at: datetime
    done_at: datetime | None
    expected: Decimal
    received: Decimal
    waived: Decimal
    pending: Decimal
    printed_at: datetime

    @property
    def left_after(self) -> Decimal:
        """What the owner would owe once it is approved."""
        return self.expected - self.received - self.waived - self.row.amount
