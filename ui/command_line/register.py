"""``silian register``: one of the two registers as workbook or PDF."""

from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.slip_filter_text import filter_of
from app.slip_list import find_slip_numbers
from app.slip_refusals import DayWanted
from app.statistics_span import SpanEmpty
from models.staff import Permission
from models.text import QT_TRANSLATE_NOOP, translator
from ui.command_line.session import CommandSession
from ui.paper_draw import PAPER_LANGUAGE, fonts_at_hand
from ui.paper_trouble import FileKindUnknown
from ui.whole_file import whole_file

if TYPE_CHECKING:
    from reports.register_row import Register


def register(session: CommandSession) -> int:
    """Write the register of units, or of public areas and offices, by area (K-24)."""
    from reports.register_load import load
    from reports.register_part import SheetsBy
    from reports.register_pdf import write_pdf
    from reports.register_xlsx import write_xlsx

    typed = session.arguments
    target = Path(typed.output)
    writers = {".xlsx": write_xlsx, ".pdf": write_pdf}
    write = writers.get(target.suffix.lower())
    if write is None:
        raise FileKindUnknown(value=target.name, known="、".join(writers))
    session.desk.require(Permission.READ_BOOKS)
    from_on, until_on = local_days(session)
    wanted = None
    if typed.wanted is not None:
        wanted = filter_of(Path(typed.wanted).read_text("utf-8"))

    def ask(asking: Any) -> "Register":
        """The list as it is at the moment its rows are of."""
        numbers = None
        if wanted is not None:
            numbers = find_slip_numbers(asking, session.desk, wanted)
        return load(
            asking,
            session.desk,
            is_unit=typed.which == "unit",
            from_on=from_on,
            until_on=until_on,
            numbers=numbers,
            asked=typed.asked,
            sorted_by=typed.sorted_by,
        )

    with whole_file(target) as partial:
        found = session.database.read(ask)
        with fonts_at_hand(), partial.open("wb") as out:
            write(found, out, translator(PAPER_LANGUAGE), SheetsBy(typed.by))
    text = QT_TRANSLATE_NOOP("Command", "{count} slips written to {file}")
    session.say(session.text(text, count=len(found.rows), file=target))
    return 0


def local_days(session: CommandSession) -> tuple[date | None, date | None]:
    """The days [from, to) that were typed, None where none was.

    Raises ``DayWanted`` of a time within a day, ``SpanEmpty`` if the end comes first.
    """
    typed = session.arguments
    from_on, until_on = (local_day(session, day) for day in (typed.from_, typed.to))
    if from_on is not None and until_on is not None and until_on < from_on:
        raise SpanEmpty
    return from_on, until_on


def local_day(session: CommandSession, text: str | None) -> date | None:
    """The day that was typed; raises ``DayWanted`` of a time within it."""
    moment = session.moment(text)
    if moment is None:
        return None
    local = session.desk.local(moment)
    if local.time() != time():
        raise DayWanted(value=text)
    return local.date()
