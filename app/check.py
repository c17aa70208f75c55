"""Integrity (自检): the file, numbers, copies, money and the chained log together."""

from collections.abc import Callable, Iterator

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.check_callback import wrong_callbacks
from app.check_chain import broken_entries
from app.check_day import changed_cases, changed_handovers
from app.check_facts import differing_facts
from app.check_money import wrong_ledger
from app.check_number import wrong_numbers
from app.check_paper import misplaced_copies, wrong_money
from app.check_period import wrong_periods
from app.check_problem import Fault, Problem, ProblemKind
from app.check_return_check import wrong_return_checks
from app.check_right import held_rights
from app.check_search import wrong_search
from app.check_trigger import wrong_triggers
from app.check_waiver import wrong_waivers
from app.desk import Desk
from app.progress import SILENT, Progress

_PARTS: tuple[Callable[[Session, Desk], Iterator[Problem]], ...] = (
    wrong_numbers,
    misplaced_copies,
    wrong_money,
    wrong_ledger,
    broken_entries,
    differing_facts,
    wrong_return_checks,
    wrong_callbacks,
    wrong_waivers,
    changed_cases,
    changed_handovers,
    wrong_periods,
    wrong_triggers,
    held_rights,
    wrong_search,
)


def check_books(
    session: Session, desk: Desk, progress: Progress = SILENT
) -> list[Problem]:
    """Everything that is wrong with a centre's books; empty when they are sound."""
    problems = list(_damaged(session))
    if any(problem.fault is Fault.FILE_DAMAGED for problem in problems):
        return problems
    for done, part in enumerate(_PARTS, start=1):
        problems.extend(part(session, desk))
        progress.step(done, len(_PARTS))
    return problems


def _damaged(session: Session) -> Iterator[Problem]:
    if session.get_bind().dialect.name != "sqlite":
        return  # the server watches its own pages and links
    answer = session.scalar(text("PRAGMA integrity_check"))
    if answer != "ok":
        # A page that is broken is told below a line that names the database alone.
        lines = [each for each in str(answer).splitlines() if each[:3] != "***"]
        facts = {"detail": lines[0]}
        yield Problem(ProblemKind.DATABASE, "file", Fault.FILE_DAMAGED, facts)
        return
    for table, key, parent, _ in session.execute(text("PRAGMA foreign_key_check")):
        facts = {"table": table, "key": key, "parent": parent}
        yield Problem(ProblemKind.DATABASE, f"{table}/{key}", Fault.LINK_BROKEN, facts)
