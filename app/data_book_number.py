"""Numbers of imported slips: the series goes on after them, holes become gap cases."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.numbering import raise_serial
from models.base import table_of
from models.gap_case import GapCase, GapKind
from models.number_series import NumberSeries, Series
from models.slip_number import format_run, parse_number


def take_numbers(session: Session, desk: Desk, numbers: Iterable[str]) -> int:
    """Let new numbers go on after those taken; answers with the holes between them.

    A hole is a run of missing serials of one day, above what the day had before.
    """
    template = desk.settings.text("number_template")
    serials: defaultdict[date, set[int]] = defaultdict(set)
    for number in numbers:
        parsed = parse_number(template, number)
        if parsed is not None:
            serials[parsed.day_on].add(parsed.serial)
    before = {
        day: last
        for day, last in session.execute(
            select(NumberSeries.day, NumberSeries.last).where(
                NumberSeries.centre_id == desk.centre_id,
                NumberSeries.series == Series.SLIP,
            )
        )
    }
    holes = []
    for day, taken in sorted(serials.items()):
        holes += [
            format_run(template, day, first, last)
            for first, last in _holes(before.get(day.isoformat(), 0), taken)
        ]
        raise_serial(session, desk.centre_id, day, max(taken))
    if holes:
        session.execute(
            insert(table_of(GapCase)),
            [
                {
                    "centre_id": desk.centre_id,
                    "kind": GapKind.NUMBER,
                    "ref": ref,
                    "found_at": desk.now(),
                    "found_by": desk.actor,
                    "version": 1,
                }
                for ref in holes
            ],
        )
    return len(holes)


def _holes(last: int, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of missing serials between ``last`` and the highest taken."""
    for serial in sorted(taken):
        if serial > last + 1:
            yield last + 1, serial - 1
        last = max(last, serial)
