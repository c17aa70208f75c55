"""``silian return-check``: the 17:30 and 17:40 check of a day, and its 定稿."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from app.gap_find import find_gaps
from app.return_check import (
    FinalCheck,
    check_day,
    gaps_of_day,
    load_final,
    make_final,
)
from app.return_check_day import recorded_run
from app.slip_refusals import TimeMalformed
from models.day_check import CheckedSlip, DayCheck
from models.return_check import CheckClass
from models.text import QT_TRANSLATE_NOOP
from ui.command_line.register import local_day
from ui.command_line.session import CommandSession, local_text
from ui.labels import label
from ui.paper_draw import return_check_pdf
from ui.paper_trouble import FileKindUnknown
from ui.whole_file import whole_file

_YEARS = range(1900, 3000)


def return_check(session: CommandSession) -> int:
    """Tell how a day stands; with ``--final`` keep it."""
    typed = session.arguments
    target = None if typed.output is None else Path(typed.output)
    if target is not None and target.suffix.lower() != ".pdf":
        raise FileKindUnknown(value=target.name, known=".pdf")
    day = _day(session, typed.date)
    if target is None:
        _say(session, _checked(session, day))
        return 0
    with whole_file(target) as partial:
        check = _checked(session, day)
        paper = return_check_pdf(_on_paper(session, check), session.desk)
        partial.write_bytes(paper)
    _say(session, check)
    text = QT_TRANSLATE_NOOP("Command", "The return check is written to {file}")
    session.warn(session.text(text, file=target))
    return 0


def as_json(check: DayCheck) -> dict[str, object]:
    """The result as other programs read it (interfaces.md 3)."""
    return {
        "date": check.day.isoformat(),
        "set": check.set_size,
        **{each.value: check.numbers(each) for each in CheckClass},
        "return_rate": check.return_rate,
        "feedback_rate": check.feedback_rate,
    }


def _day(session: CommandSession, text: str) -> date:
    day = local_day(session, text)
    assert day is not None
    if day.year not in _YEARS:
        raise TimeMalformed(value=text)
    return day


def _checked(session: CommandSession, day: date) -> DayCheck:
    if session.arguments.final:
        return _made_final(session, day)
    at = session.moment(session.arguments.at)
    if day > session.desk.today():
        text = QT_TRANSLATE_NOOP(
            "Command", "{day} is still to come; only what is known so far is counted."
        )
        session.warn(session.text(text, day=day))
    return session.database.read(check_day, session.desk, day, at)


def _made_final(session: CommandSession, day: date) -> DayCheck:
    """A moment typed or recorded that is still to come counts as the present, as
    with ``slip issue --at``: books prepared ahead, training.
    """
    desk = session.desk
    at = session.moment(session.arguments.at)
    at = at or session.database.read(recorded_run, desk, day)
    if at is not None and at > desk.now():
        desk = desk.at(at)
    holes = session.database.read(find_gaps, desk, gaps_of_day(day))
    order = FinalCheck(day, at=at, holes=holes)
    check, _ = session.database.write(make_final, desk, order)
    return check


def _on_paper(session: CommandSession, check: DayCheck) -> DayCheck:
    """What was made final, unless another moment was asked for."""
    if session.arguments.at is not None or check.is_final:
        return check
    return session.database.read(load_final, session.desk, check.day) or check


def _say(session: CommandSession, check: DayCheck) -> None:
    if session.wants_json:
        session.say_json(as_json(check))
        return
    for line in _lines(session, check):
        session.say(line)


def _lines(session: CommandSession, check: DayCheck) -> Iterator[str]:
    yield session.text(
        QT_TRANSLATE_NOOP("Command", "Return check of {day}, judged at {at}"),
        day=check.day,
        at=local_text(session.desk, check.run_at),
    )
    counts = (
        f"{label(each, session.translate)} {count}"
        for each, count in check.counts.items()
    )
    yield session.text(
        QT_TRANSLATE_NOOP(
            "Command", "Slips: {set}. {counts}. Exceptions: {x}, void or cancelled: {e}"
        ),
        set=check.set_size,
        counts=" · ".join(counts),
        x=check.exception_count,
        e=len(check.ended),
    )
    yield session.text(
        QT_TRANSLATE_NOOP(
            "Command", "Returned on time: {returned}, explained: {explained}"
        ),
        returned=_per_cent(check.return_rate),
        explained=_per_cent(check.feedback_rate),
    )
    for item in check.chased_first:
        if item.check_class is CheckClass.MISSING:
            yield _chased(session, item)
    yield _standing(session, check)


def _per_cent(rate: str | None) -> str:
    return "—" if rate is None else f"{rate} %"


def _chased(session: CommandSession, item: CheckedSlip) -> str:
    """One line of the list of those nobody explained."""
    place = "—"
    if item.paper_place is not None:
        place = label(item.paper_place, session.translate)
    parts = (item.number, item.where, item.content, item.holder or "—", place)
    return f"{label(CheckClass.MISSING, session.translate)}  " + "  ".join(parts)


def _standing(session: CommandSession, check: DayCheck) -> str:
    final = check.final
    if final is None:
        return session.text(QT_TRANSLATE_NOOP("Command", "Not final."))
    facts = {
        "no": final.run_no,
        "at": local_text(session.desk, final.recorded_at),
        "by": final.run_by,
        "hash": final.hash[:12],
    }
    if not check.is_final:
        text = QT_TRANSLATE_NOOP(
            "Command",
            "Not final: run {no}, made final at {at} by {by}, said otherwise ({hash}).",
        )
    elif final.repeats is not None:
        text = QT_TRANSLATE_NOOP(
            "Command", "Final: run {no}, {at}, {by} ({hash}); nothing has changed."
        )
    else:
        text = QT_TRANSLATE_NOOP("Command", "Final: run {no}, {at}, {by} ({hash}).")
    return session.text(text, **facts)
