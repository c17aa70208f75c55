"""What somebody wants to look behind, and the answer: slips and the rule."""

from dataclasses import dataclass, replace
from typing import Any

from app.desk import Desk
from app.slip_list import Register, SlipFilter, SlipOrder, count_slips
from app.statistics_behind import find_figure_ids
from app.statistics_clerk import BehindClerk, find_clerk_ids
from models.statistics import (
    BY_OTHER_TIMES,
    Behind,
    Figure,
    FigureKey,
    Measure,
    Part,
    Span,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """The slips of ``behind`` in ``span``, called ``title``; ``value`` stands beside.

    ``has_parts``: numerator, denominator and what was missed can be told apart.
    """

    span: Span
    behind: Behind | BehindClerk
    title: str
    value: str = ""
    has_parts: bool = False

    @property
    def key(self) -> FigureKey | None:
        """Which figure it is of; None: of what a person did."""
        return self.behind.key if isinstance(self.behind, Behind) else None

    @property
    def is_by_issue(self) -> bool:
        """Whether the slips are those issued in the span, and no others."""
        return self.key is not None and self.key not in BY_OTHER_TIMES

    @property
    def part(self) -> Part:
        """Which part of the figure is meant."""
        if isinstance(self.behind, Behind):
            return self.behind.part
        return Part.NUMERATOR

    def other(self, part: Part) -> "Asked":
        """Another part of the same figure."""
        assert isinstance(self.behind, Behind)
        return replace(self, behind=replace(self.behind, part=part))


@dataclass(frozen=True, slots=True)
class SlipsBehind:
    """The slips behind a figure, in order of issue, and how many each register has."""

    asked: Asked
    ids: tuple[int, ...]
    in_register: dict[Register, int]

    def question(self) -> SlipFilter:
        """The same slips as a list asks for them."""
        return SlipFilter(ids=self.ids, order=SlipOrder.OLDEST_FIRST)


_WITH_PARTS = frozenset({Measure.RATE, Measure.MONEY_RATE})


def has_parts(figure: Figure) -> bool:
    """Whether a figure is one number of another."""
    return figure.measure in _WITH_PARTS


def load_slips_behind(session: Any, desk: Desk, asked: Asked) -> SlipsBehind:
    """The slips of a figure. Raises ``NotAllowed``."""
    if isinstance(asked.behind, BehindClerk):
        ids = find_clerk_ids(session, desk, asked.span, asked.behind)
    else:
        ids = find_figure_ids(session, desk, asked.span, asked.behind)
    wanted = SlipFilter(ids=ids)
    counts = {
        register: count_slips(session, desk, replace(wanted, register=register))
        for register in Register
    }
    return SlipsBehind(asked, ids, counts)
