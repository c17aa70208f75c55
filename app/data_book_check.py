"""Asks all rules of a data book at once (interfaces.md 2, Meaning on import)."""

from app.data_book_finding import BookGround, Findings
from app.data_book_later import judge_callbacks, judge_closings, judge_feedback
from app.data_book_money import judge_money
from app.data_book_slips import Slips, judge_slips
from models.data_book import BookRows
from models.data_book_problem import Problem


def check_book(rows: BookRows, ground: BookGround) -> tuple[Problem, ...]:
    """Everything the rules have against a book; empty if it may be imported.

    Cells that reading already refused (``SheetRow.bad``) are not judged again, and
    one fault gives one problem: what only follows from it is not named.
    """
    findings = Findings(ground)
    slips = Slips(rows.slips, findings)
    judge_slips(rows.slips, slips, findings)
    judge_money(rows, slips, findings)
    judge_feedback(rows.feedback, slips, findings)
    judge_callbacks(rows.callbacks, slips, findings)
    judge_closings(rows.closings, findings)
    return tuple(findings.problems)
