"""What can be wrong with a data book: a cell, or the whole file.

The sentences stand in ``ui/book_texts.py``.
"""

from dataclasses import dataclass
from enum import StrEnum


class CellFault(StrEnum):
    """What is wrong with a cell, a heading or a sheet."""

    UNKNOWN_SHEET = "unknown_sheet"
    MISSING_SHEET = "missing_sheet"
    NO_HEADINGS = "no_headings"
    UNKNOWN_HEADING = "unknown_heading"
    DUPLICATE_HEADING = "duplicate_heading"
    MISSING_HEADING = "missing_heading"
    NO_HEADING = "no_heading"
    MERGED = "merged"
    FORMULA = "formula"
    ERROR_VALUE = "error_value"
    MISSING = "missing"
    NOT_TEXT = "not_text"
    UNPRINTABLE = "unprintable"
    TOO_LONG = "too_long"
    TOO_SHORT = "too_short"
    NOT_A_CHOICE = "not_a_choice"
    NOT_A_TIME = "not_a_time"
    TIME_OUT_OF_RANGE = "time_out_of_range"
    NOT_MONEY = "not_money"
    MONEY_DECIMALS = "money_decimals"
    MONEY_TOO_LARGE = "money_too_large"
    MONEY_NEGATIVE = "money_negative"
    MONEY_NOT_POSITIVE = "money_not_positive"
    MONEY_ZERO = "money_zero"
    NOT_A_PERIOD = "not_a_period"
    DUPLICATE_NUMBER = "duplicate_number"
    REPEATED = "repeated"
    NUMBER_TAKEN = "number_taken"
    PHONE_WRONG = "phone_wrong"
    IN_FUTURE = "in_future"
    EARLIER_THAN = "earlier_than"
    LATER_THAN = "later_than"
    NEEDED_WITH = "needed_with"
    INSPECTION_ON_UNIT = "inspection_on_unit"
    SIGNED_BY_TECHNICIAN = "signed_by_technician"
    FEE_NOT_CHARGEABLE = "fee_not_chargeable"
    FEE_ON_PUBLIC = "fee_on_public"
    FEE_ON_ENDED = "fee_on_ended"
    UNKNOWN_SLIP = "unknown_slip"
    OWN_PARENT = "own_parent"
    MONEY_ON_PUBLIC = "money_on_public"
    MONEY_ON_ENDED = "money_on_ended"
    BEFORE_ISSUE = "before_issue"
    NOT_OPEN = "not_open"
    ENDED = "ended"
    RECEIPT_TWICE = "receipt_twice"
    REFUND_OVER_PAYMENTS = "refund_over_payments"
    BALANCE_BELOW_ZERO = "balance_below_zero"
    WAIVER_LEVEL = "waiver_level"
    WAIVER_OVER_CHARGE = "waiver_over_charge"
    APPLICANT_APPROVES = "applicant_approves"
    CLOSED_TOO_EARLY = "closed_too_early"
    PERIOD_TWICE = "period_twice"
    PERIOD_ORDER = "period_order"
    PERIOD_SKIPPED = "period_skipped"
    RANGE_BACKWARDS = "range_backwards"
    NIGHT_CHEAPER = "night_cheaper"
    MATERIAL_NOT_EXTRA = "material_not_extra"
    MINUTES_WRONG = "minutes_wrong"
    DAY_OUT_OF_RANGE = "day_out_of_range"
    ENDS_TOO_EARLY = "ends_too_early"
    TARIFF_OVERLAPS = "tariff_overlaps"
    TARIFF_IN_FORCE = "tariff_in_force"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a book: where, what stands there, and why.

    ``row`` is the row of the sheet (1: the headings; 0: the sheet itself).
    """

    sheet: str
    row: int
    heading: str
    value: str
    fault: CellFault
    facts: tuple[tuple[str, object], ...] = ()


class FileFault(StrEnum):
    """Why a file cannot be read as a data book at all."""

    NOT_THERE = "not_there"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    ENCRYPTED = "encrypted"
    OLD_FORMAT = "old_format"
    NOT_A_WORKBOOK = "not_a_workbook"
    DAMAGED = "damaged"
    FORBIDDEN_XML = "forbidden_xml"
    TOO_MANY = "too_many"
    NO_REGISTER = "no_register"


class UnreadableBook(Exception):
    """The file cannot be read as a workbook; nothing in it was judged."""

    def __init__(self, fault: FileFault, **facts: object) -> None:
        super().__init__(fault.name, facts)
        self.fault = fault
        self.facts = facts
