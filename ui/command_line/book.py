"""``silian import`` and ``silian export``: data books in and out."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from app.backup import FileExists
from app.data_book_check import check_book
from app.data_book_export import export_book
from app.data_book_finding import BookGround, BookRefused
from app.data_book_ground import judge_book
from app.data_book_import import import_book
from app.database_trouble import DatabaseMissing
from app.desk import Desk, system_clock
from app.schema import create_or_upgrade
from app.settings import SPECS
from models.data_book import BookRows, problem_order
from models.data_book_problem import Problem, UnreadableBook
from models.text import QT_TRANSLATE_NOOP
from ui.book_texts import cell_sentence, file_sentence, problem_line
from ui.command_line.progress_line import progress_line
from ui.command_line.register import local_days
from ui.command_line.session import CommandSession, typed_time
from ui.whole_file import whole_file

BAD_INPUT = 2


def import_(session: CommandSession) -> int:
    """Load a data book, all or nothing; every bad cell is listed at once.

    A missing database is made only once the book is known to be good.
    """
    typed = session.arguments
    source = Path(typed.book)
    if typed.errors and Path(typed.errors).resolve() == source.resolve():
        raise FileExists(place=typed.errors)
    try:
        desk: Desk | None = session.desk
    except DatabaseMissing:
        desk = None
    zone = desk.zone if desk else ZoneInfo(str(SPECS["zone"].default))
    now = typed_time(typed.now, zone) if typed.now else system_clock()
    try:
        rows, problems = _judged(session, desk, source, zone, now)
        if problems:
            return _refuse(session, source, problems)
    except UnreadableBook as error:
        session.warn(file_sentence(error, session.translate))
        return BAD_INPUT
    if typed.dry_run:
        text = QT_TRANSLATE_NOOP(
            "Command", "The book is good: {slips} slips. Nothing was written."
        )
        session.say(session.text(text, slips=len(rows.slips)))
        return 0
    if desk is None:
        create_or_upgrade(session.url)
        desk = session.desk
    try:
        summary, _ = session.database.write(
            import_book, desk.at(now), rows, progress_line()
        )
    except BookRefused as refused:
        return _refuse(session, source, refused.problems)
    text = QT_TRANSLATE_NOOP(
        "Command",
        "{slips} slips imported, {units} units added,"
        " {gaps} gaps in the numbers noted.",
    )
    session.say(
        session.text(text, slips=summary.slips, units=summary.units, gaps=summary.gaps)
    )
    return 0


def _judged(
    session: CommandSession,
    desk: Desk | None,
    source: Path,
    zone: ZoneInfo,
    now: datetime,
) -> tuple[BookRows, tuple[Problem, ...]]:
    from reports.data_book import read_xlsx

    rows, unread = read_xlsx(source, zone)
    if desk is None:
        found = check_book(rows, BookGround(now=now, zone=zone))
    else:
        found = session.database.read(judge_book, desk.at(now), rows)
    return rows, (*unread, *found)


def _refuse(session: CommandSession, source: Path, problems: Sequence[Problem]) -> int:
    from reports.data_book_writing import write_annotated

    for problem in sorted(problems, key=problem_order):
        session.warn(problem_line(problem, session.translate))
    text = QT_TRANSLATE_NOOP(
        "Command", "{count} cells are wrong; nothing was written to the database."
    )
    session.warn(session.text(text, count=len(problems)))
    if session.arguments.errors:
        target = Path(session.arguments.errors)

        def explain(problem: Problem) -> str:
            return cell_sentence(problem, session.translate)

        with whole_file(target) as partial, partial.open("wb") as out:
            write_annotated(source, tuple(problems), out, explain)
        text = QT_TRANSLATE_NOOP("Command", "The book with its bad cells: {file}")
        session.warn(session.text(text, file=target))
    return BAD_INPUT


def export(session: CommandSession) -> int:
    """Write a data book; taking it out is logged (it holds full phone numbers)."""
    from reports.data_book_writing import write_xlsx

    typed = session.arguments
    target = Path(typed.book)
    from_on, until_on = local_days(session)
    with whole_file(target) as partial:
        rows, _ = session.database.write(export_book, session.desk, from_on, until_on)
        with partial.open("wb") as out:
            write_xlsx(rows, out, session.desk.zone)
    text = QT_TRANSLATE_NOOP("Command", "{count} slips written to {file}")
    session.say(session.text(text, count=len(rows.slips), file=target))
    return 0
