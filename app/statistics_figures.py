"""The figures of ``stats --json`` (interfaces.md 3)."""

from collections.abc import Iterable

from models.statistics import Dimension, FigureKey
from models.statistics_report import SplitRow, Statistics

_NAMED = (
    (FigureKey.ARRIVAL, "on_time", "base"),
    (FigureKey.SATISFACTION, "satisfied", "answered"),
    (FigureKey.INSPECTION, "passed", "inspected"),
)


def figures(found: Statistics) -> dict[str, object]:
    """Counts, rates as text, and splits; keys never change."""
    cohort, flow = found.cohort, found.flow
    areas = {row.name: row for row in found.splits[Dimension.AREA]}
    return {
        "issued": cohort.issued,
        "void": cohort.void,
        "cancelled": cohort.cancelled,
        "effective": cohort.effective,
        "completed": cohort.completed,
        "unfinished": cohort.unfinished,
        "completion_rate": cohort.completion_rate,
        "unfinished_rate": cohort.unfinished_rate,
        "reasons": {row.reason: row.count for row in found.reasons},
        "carried_in": flow.carried_in,
        "completed_in_window": flow.completed,
        "carried_out": flow.carried_out,
        "by_area": _split(
            areas.get(name, SplitRow(name, 0, 0)) for name in ("unit", "public")
        ),
        "by_trade": _split(found.splits[Dimension.TRADE]),
        **{
            key.value: {
                above: found.figure(key).numerator,
                below: found.figure(key).denominator,
                "rate": found.figure(key).rate,
            }
            for key, above, below in _NAMED
        },
    }


def _split(rows: Iterable[SplitRow]) -> dict[str, dict[str, int]]:
    return {
        row.name: {"effective": row.effective, "completed": row.completed}
        for row in rows
    }
