"""What an integrity check finds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ProblemKind(StrEnum):
    """Which part of the books is wrong; the words other programs read."""

    DATABASE = "database"
    NUMBER = "number"
    COPY = "copy"
    MONEY = "money"
    CHAIN = "chain"
    TRIGGER = "trigger"


class Fault(StrEnum):
    """What exactly is wrong; the sentence stands in ``ui/texts.py``."""

    FILE_DAMAGED = "file_damaged"
    LINK_BROKEN = "link_broken"
    SEQ_MISSING = "seq_missing"
    SEQ_AHEAD = "seq_ahead"
    SERIAL_MISSING = "serial_missing"
    SERIAL_AHEAD = "serial_ahead"
    ISSUED_BACKWARDS = "issued_backwards"
    COPIES_INCOMPLETE = "copies_incomplete"
    COPY_NOT_BACK = "copy_not_back"
    COPY_UNEXPECTED = "copy_unexpected"
    COPY_TRAIL_BROKEN = "copy_trail_broken"
    LINE_AMOUNT = "line_amount"
    FEE_ON_FREE = "fee_on_free"
    CHARGE_WRONG = "charge_wrong"
    COPY_UNPOSTED = "copy_unposted"
    COPY_TWICE = "copy_twice"
    BALANCE_NEGATIVE = "balance_negative"
    RECEIPT_SHARED = "receipt_shared"
    POSTING_WRONG = "posting_wrong"
    LEDGER_UNRECORDED = "ledger_unrecorded"
    WAIVER_NOT_POSTED = "waiver_not_posted"
    WAIVER_NOT_APPROVED = "waiver_not_approved"
    WAIVER_LEVEL = "waiver_level"
    WAIVER_OWN = "waiver_own"
    ENTRY_MISSING = "entry_missing"
    ENTRY_CHANGED = "entry_changed"
    CHAIN_END = "chain_end"
    FACT_DIFFERS = "fact_differs"
    SLIP_UNRECORDED = "slip_unrecorded"
    SLIP_GONE = "slip_gone"
    CHECK_CHANGED = "check_changed"
    CHECK_GONE = "check_gone"
    GAP_CHANGED = "gap_changed"
    GAP_SILENT = "gap_silent"
    HANDOVER_CHANGED = "handover_changed"
    STATEMENT_CHANGED = "statement_changed"
    STATEMENT_GONE = "statement_gone"
    STATEMENT_PAPER = "statement_paper"
    STATEMENT_FACTS = "statement_facts"
    STATEMENT_CARRIED = "statement_carried"
    STATEMENT_UNTIED = "statement_untied"
    TRIGGER_GONE = "trigger_gone"
    TRIGGER_CHANGED = "trigger_changed"
    RIGHT_GIVEN = "right_given"
    LOGIN_UNBOUND = "login_unbound"
    SEARCH_SLIPS = "search_slips"
    SEARCH_PERSON = "search_person"
    SEARCH_UNIT = "search_unit"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: ``ref`` names it, ``facts`` fill the sentence."""

    kind: ProblemKind
    ref: str
    fault: Fault
    facts: Mapping[str, object] = field(default_factory=dict)
