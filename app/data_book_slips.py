"""Judges sheet 维修单 of a data book: numbers, times, endings, fees, links."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from itertools import combinations

from app.data_book_finding import Findings, time_of, title_of
from app.slip_fields import is_phone
from models.data_book import CONTRACT, FAILED, FREE, PAID, UNFINISHED, UNIT, SlipRow
from models.data_book_problem import CellFault
from models.money import ZERO
from models.slip_number import parse_number

_STEPS = (
    "reported_at",
    "issued_at",
    "dispatched_at",
    "received_at",
    "arrived_at",
    "done_at",
)
_ORDER = (
    *combinations(_STEPS, 2),
    *((step, "escorted_at") for step in _STEPS),
    *((step, "returned_at") for step in _STEPS),
    ("returned_at", "inspected_at"),
    ("issued_at", "appointment_at"),
    ("issued_at", "ended_at"),
)
"""Which time may not be later than which."""

# Where two times contradict each other alone, the later step is named; the issue
# last, because the number vouches for it.
_BLAME = (
    "issued_at",
    "reported_at",
    "dispatched_at",
    "received_at",
    "arrived_at",
    "done_at",
    "escorted_at",
    "returned_at",
    "inspected_at",
    "appointment_at",
    "ended_at",
)
_PAIRS = (("ending", "ended_at"), ("inspection", "inspected_at"))


class Slips:
    """The slips of a book by number, as the other sheets ask for them."""

    def __init__(self, rows: Iterable[SlipRow], findings: Findings) -> None:
        self.by_number: dict[str, SlipRow] = {}
        self._findings = findings
        self._lost_days: set[date] = set()
        twins: defaultdict[str, list[SlipRow]] = defaultdict(list)
        for row in rows:
            if row.number and findings.is_good(row, "number"):
                twins[row.number].append(row)
            else:
                self._lose(row)
        for number, same in twins.items():
            self._settle(number, same)

    def find(self, number: str) -> SlipRow | None:
        """The slip of a number, if the book has it."""
        return self.by_number.get(number)

    def may_be_lost(self, number: str) -> bool:
        """Whether an unknown number may be that of a row whose own number is wrong.

        Then its other rows are no faults of their own.
        """
        day = self._day_of(number)
        return day is not None and day in self._lost_days

    def _settle(self, number: str, same: list[SlipRow]) -> None:
        rightful = same[0]
        if len(same) > 1:
            rightful = next((row for row in same if self._fits(row)), rightful)
        self.by_number[number] = rightful
        for row in same:
            if row is not rightful:
                self._findings.tell(
                    row, "number", CellFault.DUPLICATE_NUMBER, row=rightful.row
                )
                self._lose(row)
        if number in self._findings.ground.numbers:
            self._findings.tell(rightful, "number", CellFault.NUMBER_TAKEN)

    def _fits(self, row: SlipRow) -> bool:
        day = self._day_of(row.number)
        return day is not None and day == self._day(row)

    def _lose(self, row: SlipRow) -> None:
        day = self._day(row)
        if day is not None:
            self._lost_days.add(day)

    def _day(self, row: SlipRow) -> date | None:
        if row.issued_at is None:
            return None
        return row.issued_at.astimezone(self._findings.ground.zone).date()

    def _day_of(self, number: str) -> date | None:
        house = parse_number(self._findings.ground.number_template, number)
        return house.day_on if house else None


def judge_slips(rows: Iterable[SlipRow], slips: Slips, findings: Findings) -> None:
    """Ask every rule of every slip."""
    for row in rows:
        findings.judge_future(row)
        _judge_order(row, findings)
        _judge_phone(row, findings)
        _judge_pairs(row, findings)
        _judge_signature(row, findings)
        _judge_fee(row, findings)
        _judge_parent(row, findings)


def is_public(row: SlipRow) -> bool:
    """Whether a slip is of a public area or an office."""
    return row.area_kind != UNIT


def charge_class_of(row: SlipRow) -> str:
    """计费类别; empty: 有偿 for a unit slip, else 免费."""
    return row.charge_class or (FREE if is_public(row) else PAID)


def in_hand_at(row: SlipRow) -> datetime | None:
    """When the finance copy came in hand: at the escort, else with the return; the
    papers of slips that ended when they did. Unfinished work has its paper out again.
    """
    if row.ending:
        return row.ended_at
    if row.escorted_at is not None:
        return row.escorted_at
    return row.returned_at if row.outcome != UNFINISHED else None


def out_again_at(row: SlipRow) -> datetime | None:
    """When the paper went out again: public work that failed its inspection."""
    return row.inspected_at if row.inspection == FAILED else None


def expected_amount(row: SlipRow, findings: Findings) -> Decimal | None:
    """What a slip costs: its fee, else, while its finance copy is out, its quote; None
    if that cannot be known.
    """
    if not findings.is_good(
        row, "labour_fee", "material_fee", "quote", "charge_class", "area_kind"
    ):
        return None
    if charge_class_of(row) not in (PAID, CONTRACT):
        return ZERO
    if row.labour_fee is None and row.material_fee is None:
        return ZERO if in_hand_at(row) is not None else row.quote or ZERO
    return (row.labour_fee or ZERO) + (row.material_fee or ZERO)


def _judge_order(row: SlipRow, findings: Findings) -> None:
    """Name as few times as explain all contradictions."""
    times = {
        name: time
        for name in _BLAME
        if (time := time_of(row, name)) is not None and findings.is_good(row, name)
    }
    wrong = [
        (before, after)
        for before, after in _ORDER
        if before in times and after in times and times[before] > times[after]
    ]
    while wrong:
        counted = Counter(name for pair in wrong for name in pair)
        blamed = max(counted, key=lambda name: (counted[name], _BLAME.index(name)))
        earlier = [before for before, after in wrong if after == blamed]
        if earlier:
            other = title_of(row, earlier[-1])
            findings.tell(row, blamed, CellFault.EARLIER_THAN, other=other)
        else:
            later = next(after for before, after in wrong if before == blamed)
            other = title_of(row, later)
            findings.tell(row, blamed, CellFault.LATER_THAN, other=other)
        wrong = [pair for pair in wrong if blamed not in pair]


def _judge_phone(row: SlipRow, findings: Findings) -> None:
    if not findings.is_good(row, "phone"):
        return
    if row.phone:
        if not is_phone(row.phone):
            findings.tell(row, "phone", CellFault.PHONE_WRONG)
    elif findings.ground.is_phone_for_all or row.area_kind == UNIT:
        findings.tell(row, "phone", CellFault.MISSING)


def _judge_pairs(row: SlipRow, findings: Findings) -> None:
    has_inspection = row.inspection or row.inspected_at
    if has_inspection and row.area_kind == UNIT:
        if findings.is_good(row, "inspection", "inspected_at"):
            name = "inspection" if row.inspection else "inspected_at"
            findings.tell(row, name, CellFault.INSPECTION_ON_UNIT)
        return
    for word, moment in _PAIRS:
        if not findings.is_good(row, word, moment):
            continue
        if getattr(row, word) and getattr(row, moment) is None:
            other = title_of(row, word)
            findings.tell(row, moment, CellFault.NEEDED_WITH, other=other)
        elif getattr(row, moment) is not None and not getattr(row, word):
            other = title_of(row, moment)
            findings.tell(row, word, CellFault.NEEDED_WITH, other=other)


def _judge_signature(row: SlipRow, findings: Findings) -> None:
    if row.signed_by and row.signed_by in row.technicians:
        findings.tell(row, "signed_by", CellFault.SIGNED_BY_TECHNICIAN)


def _judge_fee(row: SlipRow, findings: Findings) -> None:
    for name in ("labour_fee", "material_fee", "quote"):
        if (getattr(row, name) or ZERO) < 0:
            findings.tell(row, name, CellFault.MONEY_NEGATIVE)
    fees = ("labour_fee", "material_fee")
    named = next((name for name in fees if getattr(row, name)), None)
    if named is None or not findings.is_good(row, *fees, "area_kind"):
        return
    if is_public(row):
        findings.tell(row, named, CellFault.FEE_ON_PUBLIC)
    elif row.ending:
        findings.tell(row, named, CellFault.FEE_ON_ENDED, ending=row.ending)
    elif findings.is_good(row, "charge_class") and (
        charge_class := charge_class_of(row)
    ) not in (PAID, CONTRACT):
        findings.tell(
            row, named, CellFault.FEE_NOT_CHARGEABLE, charge_class=charge_class
        )


def _judge_parent(row: SlipRow, findings: Findings) -> None:
    """No slip is its own original; one that is in no book is kept as it is written."""
    if row.parent_number and row.parent_number == row.number:
        findings.tell(row, "parent_number", CellFault.OWN_PARENT)
