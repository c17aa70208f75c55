"""Labels of the statistics: figures, spans, parts, what slips are told apart by."""

from collections.abc import Mapping
from enum import StrEnum

from models.statistics import Dimension, FigureKey, Measure, Part, SpanKind
from models.statistics_words import FIGURE_NAMES
from models.text import QT_TRANSLATE_NOOP

STATISTICS_LABELS: Mapping[type[StrEnum], Mapping[str, str]] = {
    FigureKey: FIGURE_NAMES,
    SpanKind: {
        SpanKind.WEEK: QT_TRANSLATE_NOOP("SpanKind", "Week"),
        SpanKind.MONTH: QT_TRANSLATE_NOOP("SpanKind", "Month"),
        SpanKind.PERIOD: QT_TRANSLATE_NOOP("SpanKind", "Finance period"),
        SpanKind.ANY: QT_TRANSLATE_NOOP("SpanKind", "Any days"),
    },
    Measure: {
        Measure.COUNT: QT_TRANSLATE_NOOP("Measure", "Count"),
        Measure.RATE: QT_TRANSLATE_NOOP("Measure", "Rate"),
        Measure.REST: QT_TRANSLATE_NOOP("Measure", "Rest"),
        Measure.MONEY: QT_TRANSLATE_NOOP("Measure", "Money"),
        Measure.MONEY_RATE: QT_TRANSLATE_NOOP("Measure", "Rate of money"),
        Measure.MINUTES: QT_TRANSLATE_NOOP("Measure", "Minutes"),
        Measure.NOT_KEPT: QT_TRANSLATE_NOOP("Measure", "Not kept"),
    },
    Part: {
        Part.NUMERATOR: QT_TRANSLATE_NOOP("Part", "Counted"),
        Part.DENOMINATOR: QT_TRANSLATE_NOOP("Part", "All of them"),
        Part.MISSED: QT_TRANSLATE_NOOP("Part", "Missed"),
    },
    Dimension: {
        Dimension.AREA: QT_TRANSLATE_NOOP("Dimension", "Area"),
        Dimension.TRADE: QT_TRANSLATE_NOOP("Dimension", "Trade"),
        Dimension.JOB_TYPE: QT_TRANSLATE_NOOP("Dimension", "Type"),
        Dimension.SUPERVISOR: QT_TRANSLATE_NOOP("Dimension", "Supervisor"),
        Dimension.TECHNICIAN: QT_TRANSLATE_NOOP("Dimension", "Technician"),
        Dimension.BUILDING: QT_TRANSLATE_NOOP("Dimension", "Building"),
        Dimension.CLERK: QT_TRANSLATE_NOOP("Dimension", "Clerk"),
        Dimension.REASON: QT_TRANSLATE_NOOP("Dimension", "Reason"),
    },
}
