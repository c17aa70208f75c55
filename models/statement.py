"""What a finance statement (有偿维修费用汇总表) says: counted in app, drawn elsewhere.

All amounts are yuan. Section A: slips of the period whose finance copy is in hand;
B: slips of earlier periods whose copy came later; C: slips without their copy (4.7-5).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from models.ledger_entry import EntryKind, PayMethod
from models.slip import ChargeClass, SlipState
from models.unit import AreaKind
from models.waiver import WaiverLevel


class Section(StrEnum):
    """Where a slip stands in a statement."""

    A = "a"
    B = "b"
    C = "c"


@dataclass(frozen=True, slots=True)
class StatementSlip:
    """One slip of a section.

    ``arrived_at``: when the finance copy came in hand; None in section C.
    ``batch_no`` of its bundle, or None; ``is_early``: an escort had brought it.
    ``has_paper`` False: it ended before it was printed. ``charged`` and the sums beside
    it are what this statement posts on the slip, ``balance`` what is owed at its end.
    ``expected``, ``reason`` and ``eta_at`` speak of a slip that is not back.
    """

    id: int
    number: str
    section: Section
    area_kind: AreaKind
    room: str
    owner_name: str
    content: str
    state: SlipState
    charge_class: ChargeClass
    issued_at: datetime
    done_at: datetime | None
    arrived_at: datetime | None
    batch_no: int | None
    is_early: bool
    has_paper: bool
    labour: Decimal
    material: Decimal
    charged: Decimal
    waived: Decimal
    adjusted: Decimal
    received: Decimal
    refunded: Decimal
    balance: Decimal
    expected: Decimal | None
    reason: str
    eta_at: datetime | None

    @property
    def is_paid_unseen(self) -> bool:
        """已收款未见单: money came in, the paper did not (an exception)."""
        return self.section is Section.C and self.received - self.refunded > 0


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """One entry of the ledger that this statement posts."""

    slip_id: int
    number: str
    room: str
    owner_name: str
    kind: EntryKind
    amount: Decimal
    method: PayMethod | None
    payer: str
    receipt_no: str
    invoice_no: str
    effective_at: datetime
    note: str
    is_earlier: bool
    """The slip was issued before the period."""
    level: WaiverLevel | None
    applicant: str
    approver: str
    paper_ref: str


@dataclass(frozen=True, slots=True)
class StatementBalance:
    """A slip whose balance is not zero at the end."""

    slip_id: int
    number: str
    room: str
    owner_name: str
    issued_at: datetime
    charged: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True)
class StatementBatch:
    """A bundle that was handed over for this statement."""

    batch_no: int
    handed_at: datetime
    from_staff: str
    to_staff: str
    copy_count: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class StatementGap:
    """A gap case that is still open: it stays on every statement until it is closed."""

    ref: str
    found_at: datetime
    owner: str
    cause: str


@dataclass(frozen=True, slots=True)
class Split:
    """A sum over slips of the period, and over slips of earlier ones."""

    own: Decimal
    earlier: Decimal

    @property
    def total(self) -> Decimal:
        """Both together."""
        return self.own + self.earlier


@dataclass(frozen=True, slots=True)
class Identity:
    """One of the five tie-out identities (4.7-10): both sides, as text to print."""

    key: str
    left: str
    right: str

    @property
    def holds(self) -> bool:
        """Whether the books agree."""
        return self.left == self.right


@dataclass(frozen=True, slots=True)
class Statement:
    """A whole statement, as closed or as it would close at ``at``.

    ``starts_at`` and ``ends_at`` are the half-open bounds of the period. ``issued`` is
    the number of slips issued in it. ``hash`` is known once it is closed; ``chain`` is
    the head of the event log's chain then.
    """

    centre_name: str
    period: str
    starts_at: datetime
    ends_at: datetime
    at: datetime
    is_closed: bool
    closed_at: datetime | None
    proposed_by: str
    closed_by: str
    hash: str
    chain: str
    issued: int
    slips: tuple[StatementSlip, ...]
    entries: tuple[StatementEntry, ...]
    balances: tuple[StatementBalance, ...]
    batches: tuple[StatementBatch, ...]
    gaps: tuple[StatementGap, ...]
    opening: Decimal
    charged: Split
    waived: Split
    adjusted: Split
    received: Split
    refunded: Split
    waived_by_level: Mapping[WaiverLevel, Decimal]
    received_by_method: Mapping[PayMethod, Decimal]
    closing: Decimal
    identities: tuple[Identity, ...]

    def section(self, section: Section) -> tuple[StatementSlip, ...]:
        """The slips of one section, in order of issue."""
        return tuple(slip for slip in self.slips if slip.section is section)

    @property
    def void(self) -> tuple[str, ...]:
        """The numbers of void slips in A and B."""
        return self._ended(SlipState.VOID)

    @property
    def cancelled(self) -> tuple[str, ...]:
        """The numbers of cancelled slips in A and B."""
        return self._ended(SlipState.CANCELLED)

    def _ended(self, state: SlipState) -> tuple[str, ...]:
        return tuple(slip.number for slip in self.slips if slip.state is state)
