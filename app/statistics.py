"""Counts the statistics of a span (统计, S4-4.1.4.3): every figure of 4.12."""

from sqlalchemy.orm import Session

from app.desk import Desk
from models.statistics import Behind, Span
from models.statistics_report import Statistics, StatisticsReport


def load_statistics(session: Session, desk: Desk, span: Span) -> Statistics:
    """Every figure of a span, as known at its moment."""
    raise NotImplementedError


def load_statistics_report(
    session: Session, desk: Desk, span: Span
) -> StatisticsReport:
    """A span beside the one before it, its course, old slips and people."""
    raise NotImplementedError


def find_figure_ids(
    session: Session, desk: Desk, span: Span, behind: Behind
) -> tuple[int, ...]:
    """The slips behind a part of a figure, in order of issue.

    A slip that counts on several days (返单及时率, 反馈率) is named once.
    """
    raise NotImplementedError
