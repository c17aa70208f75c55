"""Checks numbers: control numbers and daily serials without a hole (4.3)."""

import json
from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.check_problem import Fault, Problem, ProblemKind
from app.desk import Desk
from app.event_log import fact_value
from models.event import Event
from models.number_series import NumberSeries, Series
from models.slip import Slip
from models.slip_number import format_number, parse_number

_CHUNK = 2000
_CONFIRMED = ("centre", "confirm_clock")
_CHANGED = ("setting", "change")


def wrong_numbers(session: Session, desk: Desk) -> Iterator[Problem]:
    """Holes in the numbers the program gave.

    Imported numbers are a closed list: a hole below an imported number is one for the
    gap report, not for here.
    """
    yield from _wrong_seqs(session, desk)
    yield from _wrong_serials(session, desk)


def _wrong_seqs(session: Session, desk: Desk) -> Iterator[Problem]:
    confirmed = {json.loads(facts)["seq"] for facts in _told(session, desk, _CONFIRMED)}
    rows = session.execute(
        select(Slip.seq, Slip.number, Slip.issued_at)
        .where(Slip.centre_id == desk.centre_id, Slip.seq.is_not(None))
        .order_by(Slip.seq),
        execution_options={"yield_per": _CHUNK},
    )
    expected, before = 1, None
    for given, number, issued_at in rows:
        seq = given or 0
        if seq != expected:
            hole = {"first": expected, "last": seq - 1}
            yield Problem(ProblemKind.NUMBER, number, Fault.SEQ_MISSING, hole)
        went_back = before is not None and issued_at < before
        if went_back and seq - 1 not in confirmed:
            facts = {"number": number, "at": fact_value(issued_at)}
            yield Problem(ProblemKind.NUMBER, number, Fault.ISSUED_BACKWARDS, facts)
        expected, before = seq + 1, issued_at
    series = session.get(NumberSeries, (desk.centre_id, Series.SLIP_SEQ, ""))
    last = series.last if series else 0
    if last != expected - 1:
        ends = {"last": last, "found": expected - 1}
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


def _wrong_serials(session: Session, desk: Desk) -> Iterator[Problem]:
    template = desk.settings.text("number_template")
    templates = number_templates(session, desk)
    given: dict[date, set[int]] = {}
    imported: dict[date, int] = {}
    own: dict[date, int] = {}
    rows = session.execute(
        select(Slip.number, Slip.is_imported).where(Slip.centre_id == desk.centre_id),
        execution_options={"yield_per": _CHUNK},
    )
    for number, is_imported in rows:
        found_in = (parse_number(form, number) for form in templates)
        parsed = next(filter(None, found_in), None)
        if parsed is None:
            continue
        given.setdefault(parsed.day_on, set()).add(parsed.serial)
        tops = imported if is_imported else own
        tops[parsed.day_on] = max(tops.get(parsed.day_on, 0), parsed.serial)
    series = session.execute(
        select(NumberSeries.day, NumberSeries.last)
        .where(
            NumberSeries.centre_id == desk.centre_id,
            NumberSeries.series == Series.SLIP,
        )
        .order_by(NumberSeries.day)
    )
    lasts = {date.fromisoformat(day): last for day, last in series}
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
