"""``silian register``: one of the two registers as workbook or PDF."""

from datetime import date
from pathlib import Path

from models.staff import Permission
from models.text import QT_TRANSLATE_NOOP, translator
from ui.command_line.session import CommandSession
from ui.paper_draw import PAPER_LANGUAGE, fonts_at_hand
from ui.paper_trouble import FileKindUnknown
from ui.whole_file import whole_file


def register(session: CommandSession) -> int:
    """Write the register of units, or of public areas and offices, by area (K-24)."""
    from reports.register import write_pdf, write_xlsx
    from reports.register_load import load

    typed = session.arguments
    target = Path(typed.output)
    writers = {".xlsx": write_xlsx, ".pdf": write_pdf}
    write = writers.get(target.suffix.lower())
    if write is None:
        raise FileKindUnknown(value=target.name, known="、".join(writers))
    session.desk.require(Permission.READ_BOOKS)
    numbers = None
    if typed.slips is not None:
        numbers = Path(typed.slips).read_text("utf-8").split()
    with whole_file(target) as partial:
        found = session.database.read(
            load,
            session.desk,
            is_unit=typed.which == "unit",
            from_on=local_day(session, typed.from_),
            until_on=local_day(session, typed.to),
            numbers=numbers,
            asked=typed.asked,
        )
        with fonts_at_hand(), partial.open("wb") as out:
            write(found, out, translator(PAPER_LANGUAGE))
    text = QT_TRANSLATE_NOOP("Command", "{count} slips written to {file}")
    session.say(session.text(text, count=len(found.rows), file=target))
    return 0


def local_day(session: CommandSession, text: str | None) -> date | None:
    """The day of a typed time at the site; None if none was typed."""
    moment = session.moment(text)
    return None if moment is None else session.desk.local(moment).date()
