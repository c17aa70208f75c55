"""Checks numbers: control numbers and daily serials without a hole (4.3)."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.check_problem import Fault, Problem, ProblemKind
from app.desk import Desk
from app.event_log import fact_value
from models.column_types import Instant
from models.event import Event
from models.number_series import NumberSeries, Series
from models.slip import Slip
from models.slip_number import format_number, parse_number

_CHUNK = 2000
_CONFIRMED = ("centre", "confirm_clock")
_CHANGED = ("setting", "change")


def wrong_numbers(
    session: Session, desk: Desk, days: tuple[date, date] | None = None
) -> Iterator[Problem]:
    """Holes in the numbers the program gave; ``days`` [from, until) narrows the daily
    serials to those of some days.

    Imported numbers are a closed list: a hole below an imported number is one for the
    gap report, not for here.
    """
    yield from _wrong_seqs(session, desk)
    yield from _wrong_serials(session, desk, days)


def _wrong_seqs(session: Session, desk: Desk) -> Iterator[Problem]:
    confirmed = {json.loads(facts)["seq"] for facts in _told(session, desk, _CONFIRMED)}
    given = Slip.centre_id == desk.centre_id, Slip.seq.is_not(None)
    row = select(
        Slip.seq,
        Slip.number,
        Slip.issued_at,
        func.lag(Slip.seq, 1, 0).over(order_by=Slip.seq).label("seq_before"),
        func.lag(Slip.issued_at, type_=Instant())
        .over(order_by=Slip.seq)
        .label("issued_before"),
    ).where(*given)
    here = row.subquery()
    # Of a million slips only those that something is wrong with come home.
    wrong = select(here).where(
        or_(
            here.c.seq != here.c.seq_before + 1,
            here.c.issued_at < here.c.issued_before,
        )
    )
    for seq, number, issued_at, before, issued_before in session.execute(
        wrong.order_by(here.c.seq)
    ):
        if seq != before + 1:
            hole = {"first": before + 1, "last": seq - 1}
            yield Problem(ProblemKind.NUMBER, number, Fault.SEQ_MISSING, hole)
        went_back = issued_before is not None and issued_at < issued_before
        if went_back and seq - 1 not in confirmed:
            facts = {"number": number, "at": fact_value(issued_at)}
            yield Problem(ProblemKind.NUMBER, number, Fault.ISSUED_BACKWARDS, facts)
    found = session.scalar(select(func.max(Slip.seq)).where(*given)) or 0
    series = session.get(NumberSeries, (desk.centre_id, Series.SLIP_SEQ, ""))
    last = series.last if series else 0
    if last != found:
        ends = {"last": last, "found": found}
        yield Problem(ProblemKind.NUMBER, f"#{last}", Fault.SEQ_AHEAD, ends)


def _told(session: Session, desk: Desk, wanted: tuple[str, str]) -> Iterator[str]:
    entity, what = wanted
    yield from session.scalars(
        select(Event.facts)
        .where(Event.centre_id == desk.centre_id)
        .where(Event.entity == entity, Event.what == what)
        .order_by(Event.seq)
    )


def number_templates(session: Session, desk: Desk) -> tuple[str, ...]:
    """Every form that numbers of this centre have had, the present one first."""
    now = desk.settings.text("number_template")
    changes = (json.loads(facts) for facts in _told(session, desk, _CHANGED))
    before = [said["number_template"] for said in changes if "number_template" in said]
    return tuple(dict.fromkeys((now, *(form for pair in before for form in pair))))


def _wrong_serials(
    session: Session, desk: Desk, days: tuple[date, date] | None
) -> Iterator[Problem]:
    template = desk.settings.text("number_template")
    templates = number_templates(session, desk)
    lasts = _last_serials(session, desk, days)
    given: dict[date, set[int]] = {}
    imported: dict[date, int] = {}
    own: dict[date, int] = {}
    rows = (
        _every_number(session, desk)
        if days is None
        else _numbers_of(session, desk, templates, lasts)
    )
    for number, is_imported in rows:
        found_in = (parse_number(form, number) for form in templates)
        parsed = next(filter(None, found_in), None)
        if parsed is None:
            continue
        given.setdefault(parsed.day_on, set()).add(parsed.serial)
        tops = imported if is_imported else own
        tops[parsed.day_on] = max(tops.get(parsed.day_on, 0), parsed.serial)
    for day, last in lasts.items():
        for serial in range(imported.get(day, 0) + 1, last + 1):
            if serial not in given.get(day, set()):
                ref = format_number(template, day, serial)
                facts = {"number": ref}
                yield Problem(ProblemKind.NUMBER, ref, Fault.SERIAL_MISSING, facts)
    for day, serial in own.items():
        if serial > lasts.get(day, 0):
            ref = format_number(template, day, serial)
            facts = {"number": ref}
            yield Problem(ProblemKind.NUMBER, ref, Fault.SERIAL_AHEAD, facts)


def _last_serials(
    session: Session, desk: Desk, days: tuple[date, date] | None
) -> dict[date, int]:
    """The last serial that was given, by day."""
    asked = [
        NumberSeries.centre_id == desk.centre_id,
        NumberSeries.series == Series.SLIP,
    ]
    if days is not None:
        first, until = (day.isoformat() for day in days)
        asked += [NumberSeries.day >= first, NumberSeries.day < until]
    series = session.execute(
        select(NumberSeries.day, NumberSeries.last)
        .where(*asked)
        .order_by(NumberSeries.day)
    )
    return {date.fromisoformat(day): last for day, last in series}


def _every_number(session: Session, desk: Desk) -> Iterator[tuple[str, bool]]:
    rows = session.execute(
        select(Slip.number, Slip.is_imported).where(Slip.centre_id == desk.centre_id),
        execution_options={"yield_per": _CHUNK},
    )
    return ((number, is_imported) for number, is_imported in rows)


def _numbers_of(
    session: Session,
    desk: Desk,
    templates: Sequence[str],
    lasts: Mapping[date, int],
) -> Iterator[tuple[str, bool]]:
    """The numbers of some days that are there, asked for one by one: their index
    finds them whatever else the centre has.
    """
    wanted = iter(
        [
            format_number(template, day, serial)
            for template in templates
            for day, last in lasts.items()
            for serial in range(1, last + 1)
        ]
    )
    while chunk := list(islice(wanted, _CHUNK)):
        rows = session.execute(
            select(Slip.number, Slip.is_imported).where(
                Slip.centre_id == desk.centre_id, Slip.number.in_(chunk)
            )
        )
        yield from ((number, is_imported) for number, is_imported in rows)
