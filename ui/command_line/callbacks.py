"""``silian callbacks``: how many of the slips that came back were called about."""

from pathlib import Path

from models.callback_coverage import CallbackCoverage, CallbackShare
from models.staff import Permission
from models.text import QT_TRANSLATE_NOOP
from ui.command_line.session import CommandSession, local_text
from ui.paper_trouble import FileKindUnknown


def callbacks(session: CommandSession) -> int:
    """Say the coverage of what was returned in [from, to), as known at T."""
    from app.callback_count import count_callbacks
    from app.statistics_span import require_span

    typed = session.arguments
    target = Path(typed.output) if typed.output else None
    if target is not None and target.suffix.lower() != ".pdf":
        raise FileKindUnknown(value=target.name, known=".pdf")
    desk = session.desk
    from_at, until_at = session.moment(typed.from_), session.moment(typed.to)
    assert from_at is not None
    assert until_at is not None
    at = session.moment(typed.at) or desk.now()
    require_span(desk, from_at, until_at)
    desk.require(Permission.READ_BOOKS)
    coverage = session.database.read(count_callbacks, desk, from_at, until_at, at)
    if target is not None:
        _write(session, coverage, target)
    if session.wants_json:
        session.say_json(_answer(session, coverage))
        return 0
    for text, share in (
        (QT_TRANSLATE_NOOP("Command", "Owners: {said}"), coverage.unit),
        (QT_TRANSLATE_NOOP("Command", "Public areas: {said}"), coverage.public),
        (QT_TRANSLATE_NOOP("Command", "Overall: {said}"), coverage.overall),
    ):
        session.say(session.text(text, said=_said(session, share)))
    return 0


def _write(session: CommandSession, coverage: CallbackCoverage, target: Path) -> None:
    from models.text import translator
    from reports.callback_sheet import write_pdf
    from reports.callback_sheet_load import load
    from ui.paper_draw import PAPER_LANGUAGE, fonts_at_hand
    from ui.whole_file import whole_file

    found = session.database.read(load, session.desk, coverage)
    with (
        whole_file(target) as partial,
        fonts_at_hand(),
        partial.open("wb") as out,
    ):
        write_pdf(found, out, translator(PAPER_LANGUAGE))


def _said(session: CommandSession, share: CallbackShare) -> str:
    if share.rate is None:
        return session.text(QT_TRANSLATE_NOOP("Command", "nothing to call back, —"))
    text = QT_TRANSLATE_NOOP(
        "Command",
        "{done} of {base} reached, {rate} %; needed {need}, missing {missing}",
    )
    return session.text(
        text,
        done=share.done,
        base=share.base,
        rate=share.rate,
        need=share.need,
        missing=share.missing,
    )


def _answer(session: CommandSession, coverage: CallbackCoverage) -> dict[str, object]:
    return {
        "from": local_text(session.desk, coverage.from_at),
        "to": local_text(session.desk, coverage.until_at),
        "unit": _share(coverage.unit),
        "public": _share(coverage.public),
        "overall": _share(coverage.overall),
    }


def _share(share: CallbackShare) -> dict[str, object]:
    return {
        "base": share.base,
        "need": share.need,
        "done": share.done,
        "rate": share.rate,
    }
