"""Judges the sheets 反馈, 回访 and 关账 of a data book."""

from collections.abc import Iterable
from datetime import datetime

from app.callback import PHONE_ADVICE
from app.data_book_finding import Findings, title_of
from app.data_book_slips import Slips
from models.data_book import (
    CANCELLED,
    FAILED,
    UNFINISHED,
    CallbackRow,
    ClosingRow,
    FeedbackRow,
    SlipRow,
)
from models.data_book_problem import CellFault
from models.period import next_period, period_bounds


def judge_feedback(
    rows: Iterable[FeedbackRow], slips: Slips, findings: Findings
) -> None:
    """Feedback needs a slip still open at its time."""
    for row in rows:
        findings.judge_future(row)
        slip = _slip_at(row, slips, findings)
        if slip is None or row.at is None:
            continue
        known = findings.is_good(
            slip, "returned_at", "outcome", "inspection", "inspected_at", "ended_at"
        )
        if known and not _is_open(slip, row.at):
            findings.tell(row, "at", CellFault.NOT_OPEN)


def judge_callbacks(
    rows: Iterable[CallbackRow], slips: Slips, findings: Findings
) -> None:
    """A callback follows the return, and no slip that has ended; but who was advised
    over the telephone is called after that (4.2 row 21).
    """
    for row in rows:
        findings.judge_future(row)
        slip = _slip_at(row, slips, findings)
        if slip is None or row.at is None:
            continue
        returned, ended = slip.returned_at, slip.ended_at
        if returned and row.at < returned and findings.is_good(slip, "returned_at"):
            other = title_of(slip, "returned_at")
            findings.tell(row, "at", CellFault.EARLIER_THAN, other=other)
        elif ended and row.at > ended and findings.is_good(slip, "ended_at"):
            if slip.ending == CANCELLED and slip.end_reason.startswith(PHONE_ADVICE):
                continue
            findings.tell(row, "at", CellFault.ENDED, ending=slip.ending)


def judge_closings(rows: Iterable[ClosingRow], findings: Findings) -> None:
    """Each period is closed once, in order, from the 21st on (4.7-4)."""
    ground = findings.ground
    closed = dict(ground.closed)
    good: list[ClosingRow] = []
    for row in rows:
        findings.judge_future(row)
        if not row.period or not findings.is_good(row, "period"):
            continue
        if row.period in closed:
            findings.tell(row, "period", CellFault.PERIOD_TWICE)
            continue
        _, until_at = period_bounds(row.period, ground.zone)
        at = row.at if findings.is_good(row, "at") else None
        if at is not None and at < until_at:
            shown = findings.shown(until_at)
            findings.tell(row, "at", CellFault.CLOSED_TOO_EARLY, start=shown)
            at = None
        closed[row.period] = at or until_at
        good.append(row)
    is_sure = not findings.problems_of(ClosingRow)
    good.sort(key=lambda row: row.period)
    last = max(ground.closed, default="")
    for row in good:
        if last and row.period < last:
            findings.tell(row, "period", CellFault.PERIOD_ORDER)
            continue
        if last and row.at and findings.is_good(row, "at") and row.at < closed[last]:
            findings.tell(row, "at", CellFault.PERIOD_ORDER)
        elif last and is_sure and next_period(last) != row.period:
            missing = next_period(last)
            findings.tell(row, "period", CellFault.PERIOD_SKIPPED, missing=missing)
        last = row.period


def _slip_at(
    row: FeedbackRow | CallbackRow, slips: Slips, findings: Findings
) -> SlipRow | None:
    """The slip of a row, if the row's time can be judged against it."""
    if not row.number or not findings.is_good(row, "number"):
        return None
    slip = slips.find(row.number)
    if slip is None:
        if not slips.may_be_lost(row.number):
            findings.tell(row, "number", CellFault.UNKNOWN_SLIP)
        return None
    if row.at is None or not findings.is_good(row, "at"):
        return None
    issued = slip.issued_at
    if issued is None or not findings.is_good(slip, "issued_at"):
        return None
    if row.at < issued:
        shown = findings.shown(issued)
        findings.tell(row, "at", CellFault.BEFORE_ISSUE, issued=shown)
        return None
    return slip


def _is_open(slip: SlipRow, at: datetime) -> bool:
    """Whether a slip was still open; the second of the return itself counts."""
    if slip.ended_at is not None and at > slip.ended_at:
        return False
    if slip.returned_at is None or slip.outcome == UNFINISHED:
        return True
    is_out_again = (
        slip.inspection == FAILED
        and slip.inspected_at is not None
        and at >= slip.inspected_at
    )
    return at <= slip.returned_at or is_out_again
