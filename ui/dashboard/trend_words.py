"""The bars of a trend, of reasons and of a split, with their words."""

from PySide6.QtCore import QCoreApplication

from app.desk import Desk
from models.statistics import Dimension
from models.statistics_report import (
    OldSlip,
    ReasonRow,
    SplitRow,
    Statistics,
    StatisticsReport,
    TrendPoint,
)
from reports.statistics_face import step_name
from reports.statistics_words import NOTHING
from ui.dashboard.bar_lines import BarLine
from ui.dashboard.figure_words import split_name
from ui.dashboard.trend_chart import TrendBar
from ui.finance.slip_line import SlipLine
from ui.slip.moment import Moments
from ui.words import word

VITAL_SHARE = 80
"""Reasons that together make so many per cent are those to begin with (Pareto)."""
OLD = "old"


def trend_bars(report: StatisticsReport, desk: Desk) -> list[TrendBar]:
    """One bar a day or week; the last may be running still."""
    at = report.now.span.at
    return [
        TrendBar(
            step_name(report, desk, point.from_at),
            point.effective,
            point.completed,
            _spoken(report, desk, point),
            is_running=point.until_at > at,
        )
        for point in report.trend
    ]


def is_by_weeks(report: StatisticsReport) -> bool:
    """Whether the bars of the trend are weeks."""
    return any(
        (point.until_at - point.from_at).total_seconds() > 100_000
        for point in report.trend
    )


def _spoken(report: StatisticsReport, desk: Desk, point: TrendPoint) -> str:
    text = QCoreApplication.translate(
        "TrendWords", "{day}: effective {effective}, completed {completed}, {rate}"
    )
    rate = NOTHING if point.rate is None else f"{point.rate} %"
    return text.format(
        day=step_name(report, desk, point.from_at),
        effective=point.effective,
        completed=point.completed,
        rate=rate,
    )


def reason_lines(now: Statistics) -> list[BarLine]:
    """Why slips are unfinished, the most frequent first, with the running share."""
    if not now.reasons:
        return []
    head = BarLine(
        None,
        QCoreApplication.translate("TrendWords", "Reason"),
        count=QCoreApplication.translate("TrendWords", "Slips"),
        last=QCoreApplication.translate("TrendWords", "Running"),
    )
    most = now.reasons[0].count
    return [head, *(_reason_line(row, most) for row in now.reasons)]


def _reason_line(row: ReasonRow, most: int) -> BarLine:
    # The one that reaches the share belongs to the few.
    is_vital = (row.running - row.count) * 100 < row.total * VITAL_SHARE
    running = f"{row.running_share} %"
    return BarLine(
        row.reason,
        row.reason,
        row.count,
        most,
        int(is_vital),
        f"{row.count}",
        running,
        f"{row.reason} {row.count}, {row.share} %, {running}",
    )


def split_lines(now: Statistics, dimension: Dimension) -> list[BarLine]:
    """The cohort told apart: how many, and how many of them are unfinished."""
    rows = now.splits.get(dimension, ())
    if not rows:
        return []
    head = BarLine(
        None,
        QCoreApplication.translate("TrendWords", "Effective; hatched: unfinished"),
        count=QCoreApplication.translate("TrendWords", "Slips"),
        last=QCoreApplication.translate("TrendWords", "Completion"),
    )
    most = max(row.effective for row in rows)
    return [head, *(_split_line(row, dimension, most) for row in rows)]


def _split_line(row: SplitRow, dimension: Dimension, most: int) -> BarLine:
    name = split_name(dimension, row.name)
    rate = NOTHING if row.rate is None else f"{row.rate} %"
    said = QCoreApplication.translate(
        "TrendWords", "{name} {effective}, unfinished {unfinished}, {rate}"
    )
    return BarLine(
        row.name,
        name,
        row.effective,
        most,
        row.unfinished,
        f"{row.effective}",
        rate,
        said.format(
            name=name, effective=row.effective, unfinished=row.unfinished, rate=rate
        ),
    )


def old_lines(report: StatisticsReport, moments: Moments) -> list[SlipLine]:
    """The slips that are open longest, with what they wait for."""
    days = QCoreApplication.translate("TrendWords", "{days} d")
    return [_old_line(row, moments, days) for row in report.oldest]


def _old_line(row: OldSlip, moments: Moments, days: str) -> SlipLine:
    return SlipLine(
        OLD,
        row.number,
        row.slip_id,
        day=moments.write_day(row.issued_at),
        room=row.room,
        mark=days.format(days=row.days),
        text=f"{row.reason or word(row.state)}　{row.content}",
    )
