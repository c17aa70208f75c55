"""What the rules find wrong with a data book, each fault told once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from app.errors import Refusal
from models.data_book import HEADINGS, NAMES, SHEETS, CellKind, SheetRow, SlipRow
from models.data_book_problem import CellFault, Problem
from models.money import format_plain

_SHEET_OF = {row_type: title for title, row_type in SHEETS.items()}
_MAY_LIE_AHEAD = {"appointment_at", "eta_at"}
_PAST_TIMES = {
    sheet: tuple(
        heading.name
        for heading in headings
        if heading.kind is CellKind.TIME and heading.name not in _MAY_LIE_AHEAD
    )
    for sheet, headings in HEADINGS.items()
}
_TITLES = {
    sheet: {heading.name: heading.title for heading in headings}
    for sheet, headings in HEADINGS.items()
}


class BookRefused(Refusal):
    """``count`` cells of a data book are wrong (``problems``); nothing was written."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Each wrong cell."""
        problems = self.facts["problems"]
        assert isinstance(problems, tuple)
        return problems


@dataclass(frozen=True, slots=True)
class Receipt:
    """Whom a receipt was given to and on which day (local, ISO)."""

    payer: str
    day: str


@dataclass(frozen=True, slots=True)
class BookGround:
    """What a book is judged against: the moment, the settings, the books so far.

    ``numbers`` are the slips of the database, ``owners`` its units' owners by label,
    ``closed`` its closed periods with their moments, ``receipts`` those it knows.
    ``linked`` are its slips that the book names as 原单号, each with the first number
    of its family; ``waived`` is what was waived or asked for in such a family.
    """

    now: datetime
    zone: ZoneInfo
    number_template: str = "WX{yy}{mm}{dd}-{nnn}"
    leader_from: Decimal = Decimal("500.00")
    is_fee_measured: bool = False
    is_phone_for_all: bool = False
    numbers: frozenset[str] = frozenset()
    owners: Mapping[str, str] = field(default_factory=dict)
    closed: Mapping[str, datetime] = field(default_factory=dict)
    receipts: Mapping[str, Receipt] = field(default_factory=dict)
    linked: Mapping[str, str] = field(default_factory=dict)
    waived: Mapping[str, Decimal] = field(default_factory=dict)


class Findings:
    """Gathers problems; a cell found bad is not judged by any further rule."""

    def __init__(self, ground: BookGround) -> None:
        self.ground = ground
        self.problems: list[Problem] = []
        self._bad: set[tuple[str, int, str]] = set()

    def tell(
        self, row: SheetRow, name: str, fault: CellFault, /, **facts: object
    ) -> None:
        """Name the cell of attribute ``name`` as wrong."""
        sheet = _SHEET_OF[type(row)]
        self._bad.add((sheet, row.row, name))
        value = self.shown(getattr(row, name))
        title = _TITLES[sheet][name]
        self.problems.append(
            Problem(sheet, row.row, title, value, fault, tuple(facts.items()))
        )

    def is_good(self, row: SheetRow, *names: str) -> bool:
        """Whether nothing is known against these cells."""
        sheet = _SHEET_OF[type(row)]
        return not any(
            name in row.bad or (sheet, row.row, name) in self._bad for name in names
        )

    def problems_of(self, row_type: type[SheetRow]) -> list[Problem]:
        """What was told of one sheet so far."""
        sheet = _SHEET_OF[row_type]
        return [problem for problem in self.problems if problem.sheet == sheet]

    def shown(self, value: object) -> str:
        """A value as the book shows it."""
        if isinstance(value, datetime):
            return f"{value.astimezone(self.ground.zone):%Y-%m-%d %H:%M:%S}"
        if isinstance(value, Decimal):
            return format_plain(value)
        if isinstance(value, tuple):
            return NAMES.join(value)
        return "" if value is None else str(value)[:200]

    def judge_future(self, row: SheetRow) -> None:
        """A fact later than now is an error; plans may lie ahead."""
        for name in _PAST_TIMES[_SHEET_OF[type(row)]]:
            value = getattr(row, name)
            if value is not None and value > self.ground.now:
                self.tell(row, name, CellFault.IN_FUTURE)


def title_of(row: SheetRow, name: str) -> str:
    """The heading of an attribute."""
    return _TITLES[_SHEET_OF[type(row)]][name]


def time_of(row: SlipRow, name: str) -> datetime | None:
    """One of a slip's times."""
    value = getattr(row, name)
    assert value is None or isinstance(value, datetime)
    return value
