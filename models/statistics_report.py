"""What the statistics of a span say: counted once, then shown, printed and told.

The flow of a span (4.12): carried in + issued − completed − ended + others = carried
out. ``others`` are slips that were open again after they were complete, and what fell
on the very second of an edge.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from models.rate import complement_text, rate_text
from models.slip import SlipState
from models.statistics import (
    Dimension,
    Figure,
    FigureKey,
    Figures,
    Span,
)


@dataclass(frozen=True, slots=True)
class SplitRow:
    """The slips of the cohort with one word in a dimension; "" where none is known."""

    name: str
    effective: int
    completed: int

    @property
    def unfinished(self) -> int:
        """Those not complete."""
        return self.effective - self.completed

    @property
    def rate(self) -> str | None:
        """完成率."""
        return rate_text(self.completed, self.effective)


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """One reason of unfinished slips; ``running`` are its slips and those before it."""

    reason: str
    count: int
    running: int
    total: int

    @property
    def share(self) -> str | None:
        """Of all unfinished slips, in percent."""
        return rate_text(self.count, self.total)

    @property
    def running_share(self) -> str | None:
        """With those before it, in percent (Pareto)."""
        return rate_text(self.running, self.total)


@dataclass(frozen=True, slots=True)
class Cohort:
    """The slips issued in a span, as far as known (4.12)."""

    issued: int
    void: int
    cancelled: int
    completed: int

    @property
    def effective(self) -> int:
        """有效 E = N − V − K."""
        return self.issued - self.void - self.cancelled

    @property
    def unfinished(self) -> int:
        """未完成 U = E − F."""
        return self.effective - self.completed

    @property
    def completion_rate(self) -> str | None:
        """F of E."""
        return rate_text(self.completed, self.effective)

    @property
    def unfinished_rate(self) -> str | None:
        """100.00 less the other, so that both printed make 100.00."""
        return complement_text(self.completion_rate)


@dataclass(frozen=True, slots=True)
class Flow:
    """What was open at the start, came, went, and was open at the end."""

    carried_in: int
    issued: int
    completed: int
    ended: int
    carried_out: int

    @property
    def others(self) -> int:
        """Opened again after they were complete; what fell on the second of an edge."""
        came = self.carried_in + self.issued
        return self.carried_out - came + self.completed + self.ended


@dataclass(frozen=True, slots=True)
class Statistics:
    """Every figure of one span.

    ``splits`` go by dimension, most slips first (buildings and areas in their order);
    ``reasons`` are the Pareto of what is unfinished. ``limits`` are the settings the
    rules of the figures speak of, by name.
    """

    span: Span
    cohort: Cohort
    flow: Flow
    figures: Figures
    reasons: tuple[ReasonRow, ...]
    splits: Mapping[Dimension, tuple[SplitRow, ...]]
    limits: Mapping[str, str]

    def figure(self, key: FigureKey) -> Figure:
        """One figure."""
        return self.figures[key]


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """The cohort of one day or week of the span, as known at the span's moment."""

    from_at: datetime
    until_at: datetime
    issued: int
    effective: int
    completed: int

    @property
    def rate(self) -> str | None:
        """完成率 of the day or week."""
        return rate_text(self.completed, self.effective)


@dataclass(frozen=True, slots=True)
class OldSlip:
    """One of the slips that are open longest at the span's moment."""

    slip_id: int
    number: str
    issued_at: datetime
    room: str
    content: str
    state: SlipState
    trade: str
    holder: str
    reason: str
    days: int


@dataclass(frozen=True, slots=True)
class PersonRow:
    """What one technician did of the cohort (S2-6A.3); a slip of two counts for both.

    ``arrived`` of ``arrival_base`` were there in time, ``satisfied`` of ``answered``
    content, ``reworked`` of ``returned`` were done again. ``minutes`` from arrival to
    completion over ``timed`` slips.
    """

    name: str
    effective: int
    completed: int
    arrived: int
    arrival_base: int
    satisfied: int
    answered: int
    reworked: int
    returned: int
    minutes: int
    timed: int


@dataclass(frozen=True, slots=True)
class ClerkRow:
    """What one person at the desk did in the span (接报人).

    ``issued`` slips taken down, ``void`` of them; ``returned`` papers taken back,
    ``called`` callbacks tried and ``reached`` of them.
    """

    name: str
    issued: int
    void: int
    returned: int
    called: int
    reached: int


@dataclass(frozen=True, slots=True)
class StatisticsReport:
    """A span beside the one before it, its course, what is old, and who did what.

    ``before`` is known as long after its start as the span is, or as long after its
    end where that is over: what the report before it said; it has no splits and no
    reasons. ``finance`` is the cohort of the finance period that ends in the month of a
    monthly report (K-23), else None.
    """

    centre_name: str
    now: Statistics
    before: Statistics
    trend: tuple[TrendPoint, ...]
    oldest: tuple[OldSlip, ...]
    technicians: tuple[PersonRow, ...]
    clerks: tuple[ClerkRow, ...]
    finance: tuple[str, Cohort] | None = None


def money_of(figure: Figure) -> Decimal:
    """The amount of a figure of money."""
    assert figure.numerator is not None
    return Decimal(figure.numerator)
