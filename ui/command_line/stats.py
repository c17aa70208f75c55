"""``silian stats``: the statistics of a span, and the reports that are due."""

from collections.abc import Iterator
from pathlib import Path

from app.desk import Desk
from app.statistics import load_statistics, load_statistics_report
from app.statistics_due import due_reports
from app.statistics_figures import figures
from app.statistics_span import span_of
from models.statistics import FigureKey, Measure, Span
from models.statistics_report import Statistics
from models.text import QT_TRANSLATE_NOOP
from reports.statistics_words import name_of
from ui.command_line.session import CommandSession, local_text
from ui.paper_trouble import FileKindUnknown
from ui.statistics_due import FolderMissing, names_in, write_report
from ui.statistics_paper import statistics_pdf, statistics_xlsx
from ui.whole_file import whole_file

_KINDS = (".xlsx", ".pdf")


def stats(session: CommandSession) -> int:
    """Tell the statistics of a span; write them with ``-o``."""
    typed = session.arguments
    target = None if typed.output is None else Path(typed.output)
    if target is not None and target.suffix.lower() not in _KINDS:
        raise FileKindUnknown(value=target.name, known="、".join(_KINDS))
    desk = session.desk
    from_at, until_at = session.moment(typed.from_), session.moment(typed.to)
    assert from_at is not None and until_at is not None
    span = span_of(desk, from_at, until_at, session.moment(typed.at))
    if target is None:
        _say(session, session.database.read(load_statistics, desk, span))
        return 0
    with whole_file(target) as partial:
        report = session.database.read(load_statistics_report, desk, span)
        draw = statistics_pdf if target.suffix.lower() == ".pdf" else statistics_xlsx
        partial.write_bytes(draw(desk, report))
    _say(session, report.now)
    text = QT_TRANSLATE_NOOP("Command", "The statistics are written to {file}")
    session.warn(session.text(text, file=target))
    return 0


def as_json(desk: Desk, found: Statistics) -> dict[str, object]:
    """The statistics as other programs read them (interfaces.md 3)."""
    span: Span = found.span
    return {
        "from": local_text(desk, span.from_at),
        "to": local_text(desk, span.until_at),
        "at": local_text(desk, span.at),
        **figures(found),
    }


def _say(session: CommandSession, found: Statistics) -> None:
    if session.wants_json:
        session.say_json(as_json(session.desk, found))
        return
    for line in _lines(session, found):
        session.say(line)


def _lines(session: CommandSession, found: Statistics) -> Iterator[str]:
    span = found.span
    yield session.text(
        QT_TRANSLATE_NOOP(
            "Command", "Statistics of slips issued from {since} to {until}, at {at}"
        ),
        since=local_text(session.desk, span.from_at),
        until=local_text(session.desk, span.until_at),
        at=local_text(session.desk, span.at),
    )
    for key in FigureKey:
        figure = found.figure(key)
        name = name_of(key, session.translate)
        parts = ""
        if figure.measure in (Measure.RATE, Measure.MONEY_RATE):
            parts = f"  ({figure.numerator} / {figure.denominator})"
        unit = " %" if figure.rate is not None else ""
        if figure.measure is Measure.NOT_KEPT:
            value = session.text(QT_TRANSLATE_NOOP("Command", "not kept"))
        else:
            value = "—" if figure.value is None else f"{figure.value}{unit}"
        yield f"{name}: {value}{parts}"
    for row in found.reasons:
        yield f"  {row.reason}: {row.count}"


def due(session: CommandSession) -> int:
    """Write the reports that are due, oldest first; for cron and task schedulers."""
    typed = session.arguments
    desk = session.desk_at(typed.at)
    place = typed.folder or desk.settings.text("report_folder")
    if not place:
        raise FolderMissing
    folder = Path(place)
    reports = session.database.read(due_reports, desk, names_in(folder))
    for report in reports:
        found = session.database.read(load_statistics_report, desk, report.span)
        session.say(str(write_report(desk, found, folder / report.name)))
    if not reports:
        session.warn(session.text(QT_TRANSLATE_NOOP("Command", "No report is due.")))
    return 0
