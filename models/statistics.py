"""Figures of the statistics (统计): what each is, over which span, known when.

A figure is two numbers and what they make: the parts stay, so that weeks are added part
by part and a rate is always divided last (domain-model 4.12). Where nothing can be
divided the rate is None, which is written "—".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum, StrEnum

from models.money import format_plain
from models.rate import complement_text, mean_text, money_rate_text, rate_text

NOT_TOLD = "未反馈"
"""The reason of an unfinished slip without feedback (interfaces.md 3)."""
NO_TRADE = "未派工"
"""The trade of a slip that was not given to any (interfaces.md 3)."""


class SpanKind(StrEnum):
    """Which stretch of time is asked for (K-23)."""

    WEEK = "week"
    MONTH = "month"
    PERIOD = "period"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Span:
    """The window [from_at, until_at), as known at ``at``; that second included."""

    from_at: datetime
    until_at: datetime
    at: datetime
    kind: SpanKind = SpanKind.ANY

    @property
    def ends_at(self) -> datetime:
        """The earlier of its end and of what is known."""
        return min(self.until_at, self.at)

    @property
    def is_whole(self) -> bool:
        """Whether all of it is over."""
        return self.at >= self.until_at


class FigureKey(StrEnum):
    """Every figure by its stable name; its words and its rule are kept by this key."""

    ISSUED = "issued"
    VOID = "void"
    CANCELLED = "cancelled"
    EFFECTIVE = "effective"
    COMPLETED = "completed"
    UNFINISHED = "unfinished"
    COMPLETION_RATE = "completion_rate"
    UNFINISHED_RATE = "unfinished_rate"
    CARRIED_IN = "carried_in"
    COMPLETED_IN_WINDOW = "completed_in_window"
    ENDED_IN_WINDOW = "ended_in_window"
    CARRIED_OUT = "carried_out"
    ARRIVAL = "arrival_20min"
    URGENT_RESPONSE = "urgent_response"
    REPAIR_IN_TIME = "repair_in_time"
    RETURN_IN_TIME = "return_in_time"
    FEEDBACK = "feedback"
    INSPECTION = "inspection"
    REWORK = "rework"
    CALLBACK_UNIT = "callback_unit"
    CALLBACK_PUBLIC = "callback_public"
    CALLBACK_OVERALL = "callback_overall"
    SATISFACTION = "satisfaction"
    COLLECTION = "collection"
    UNPAID = "unpaid"
    COMPLAINTS = "complaints"
    GAP_CASES = "gap_cases"
    ARRIVAL_MINUTES = "arrival_minutes"
    FINISH_MINUTES = "finish_minutes"


BY_OTHER_TIMES = frozenset(
    {
        FigureKey.CARRIED_IN,
        FigureKey.COMPLETED_IN_WINDOW,
        FigureKey.ENDED_IN_WINDOW,
        FigureKey.CARRIED_OUT,
        FigureKey.RETURN_IN_TIME,
        FigureKey.FEEDBACK,
        FigureKey.CALLBACK_UNIT,
        FigureKey.CALLBACK_PUBLIC,
        FigureKey.CALLBACK_OVERALL,
        FigureKey.COLLECTION,
        FigureKey.UNPAID,
        FigureKey.COMPLAINTS,
        FigureKey.GAP_CASES,
    }
)
"""Figures whose basis is not the time of issue, but what their rules say."""


class Measure(Enum):
    """What the two numbers of a figure are.

    COUNT: slips, no denominator. RATE: slips of slips. REST: 100 % less the rate.
    MONEY: yuan. MONEY_RATE: yuan of yuan. MINUTES: minutes of slips.
    NOT_KEPT: the books hold nothing it could be counted from.
    """

    COUNT = "count"
    RATE = "rate"
    REST = "rest"
    MONEY = "money"
    MONEY_RATE = "money_rate"
    MINUTES = "minutes"
    NOT_KEPT = "not_kept"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure; ``key`` names what it is and the rule that counted it.

    ``numerator`` and ``denominator`` are slips, whole minutes of slips, or yuan, as
    ``measure`` says; COUNT and MONEY have no denominator. ``median`` in minutes.
    ``need``: how many of the denominator the numerator must be at least (回访).
    """

    key: FigureKey
    measure: Measure
    numerator: int | Decimal | None = None
    denominator: int | Decimal | None = None
    median: Decimal | None = None
    need: int | None = None

    @property
    def rate(self) -> str | None:
        """In percent, ``83.33``; None where nothing can be divided."""
        above, below = self.numerator, self.denominator
        match self.measure:
            case Measure.RATE if isinstance(above, int) and isinstance(below, int):
                return rate_text(above, below)
            case Measure.REST if isinstance(above, int) and isinstance(below, int):
                return complement_text(rate_text(below - above, below))
            case Measure.MONEY_RATE if above is not None and below is not None:
                return money_rate_text(Decimal(above), Decimal(below))
            case _:
                return None

    @property
    def mean(self) -> str | None:
        """Minutes a slip took on average, one decimal; None where none is known."""
        above, below = self.numerator, self.denominator
        if self.measure is not Measure.MINUTES:
            return None
        assert isinstance(above, int) and isinstance(below, int)
        return mean_text(above, below)

    @property
    def value(self) -> str | None:
        """The figure itself as plain text without its unit; None is "—"."""
        match self.measure:
            case Measure.COUNT:
                return str(self.numerator)
            case Measure.MONEY if self.numerator is not None:
                return format_plain(Decimal(self.numerator))
            case Measure.MINUTES:
                return self.mean
            case _:
                return self.rate

    @property
    def is_met(self) -> bool | None:
        """Whether as many were reached as must be; None where nothing is asked."""
        if self.need is None or self.numerator is None:
            return None
        return self.numerator >= self.need


class Part(Enum):
    """Which of the slips of a figure are meant."""

    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    MISSED = "missed"


class Dimension(StrEnum):
    """By what the slips of the cohort are told apart."""

    AREA = "area"
    TRADE = "trade"
    JOB_TYPE = "job_type"
    SUPERVISOR = "supervisor"
    TECHNICIAN = "technician"
    BUILDING = "building"
    CLERK = "clerk"
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class Behind:
    """A question for slips: those of a part of a figure, or of one row of a split.

    With ``dimension`` only the slips of the cohort whose word in it is ``name``; the
    ``key`` is then one of EFFECTIVE, COMPLETED and UNFINISHED.
    """

    key: FigureKey
    part: Part = Part.NUMERATOR
    dimension: Dimension | None = None
    name: str = ""


Figures = Mapping[FigureKey, Figure]
