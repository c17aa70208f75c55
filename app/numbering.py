"""Numbers of slips, taken inside the transaction that saves them.

One INSERT … ON CONFLICT … RETURNING on both engines: never skipped (a rollback takes
the number back), never given twice (the row stays locked until the commit).
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, text
from sqlalchemy.orm import Session

from app.desk import Desk
from app.errors import Refusal
from app.event_log import Recorded, facts_text, record
from models.column_types import Instant
from models.number_series import NumberSeries, Series
from models.slip_number import format_number
from models.staff import Permission


class ClockWentBack(Refusal):
    """The last slip was issued at ``last``, after ``now``: no number is given until
    a supervisor confirms the clock.
    """


@dataclass(frozen=True, slots=True)
class SlipNumber:
    """A fresh number, its control number within the centre, and when it was given."""

    number: str
    seq: int
    issued_at: datetime


_NEXT_SEQ = text(
    "INSERT INTO number_series (centre_id, series, day, last, last_at)"
    " VALUES (:centre, 'slip_seq', '', 1, :now)"
    " ON CONFLICT (centre_id, series, day) DO UPDATE"
    " SET last = number_series.last + 1, last_at = excluded.last_at"
    " WHERE number_series.last_at IS NULL"
    " OR number_series.last_at <= excluded.last_at"
    " RETURNING last"
).bindparams(bindparam("now", type_=Instant()))
_NEXT_SERIAL = text(
    "INSERT INTO number_series (centre_id, series, day, last)"
    " VALUES (:centre, 'slip', :day, 1)"
    " ON CONFLICT (centre_id, series, day) DO UPDATE"
    " SET last = number_series.last + 1"
    " RETURNING last"
)
_RAISE_SERIAL = text(
    "INSERT INTO number_series (centre_id, series, day, last)"
    " VALUES (:centre, 'slip', :day, :taken)"
    " ON CONFLICT (centre_id, series, day) DO UPDATE"
    " SET last = excluded.last WHERE number_series.last < excluded.last"
)


def next_slip_number(session: Session, desk: Desk, now: datetime) -> SlipNumber:
    """Take the next number of the day of ``now``; raises ``ClockWentBack``.

    Another desk may have issued while this one waited for its turn: then the clock
    is read again, and of two desks' clocks the later one counts.
    """
    connection = session.connection()
    asked = {"centre": desk.centre_id, "now": now}
    seq = connection.scalar(_NEXT_SEQ, asked)
    if seq is None:
        series = session.get_one(NumberSeries, (desk.centre_id, Series.SLIP_SEQ, ""))
        last, again = series.last_at, desk.now()
        if last is None or again + desk.clock_slack < last:
            raise ClockWentBack(last=last, now=again)
        now = max(again, last)
        seq = connection.scalar(_NEXT_SEQ, {**asked, "now": now})
        assert seq is not None
    day = desk.local(now).date()
    serial = connection.scalar(
        _NEXT_SERIAL, {"centre": desk.centre_id, "day": day.isoformat()}
    )
    assert serial is not None
    template = desk.settings.text("number_template")
    return SlipNumber(format_number(template, day, serial), seq, now)


def raise_serial(session: Session, centre_id: int, day: date, taken: int) -> None:
    """Let the numbers of ``day`` go on after ``taken`` (an imported serial)."""
    session.execute(
        _RAISE_SERIAL, {"centre": centre_id, "day": day.isoformat(), "taken": taken}
    )


def confirm_clock(session: Session, desk: Desk) -> None:
    """A supervisor says that the clock is right now although it went back.

    The confirmation stands in the log, where ``silian check`` finds why ``issued_at``
    falls between two numbers.
    """
    desk.require(Permission.CONFIRM_CLOCK)
    now = desk.now()
    series = session.get(NumberSeries, (desk.centre_id, Series.SLIP_SEQ, ""))
    if series is None:
        return  # no number was given yet, so no clock can have gone back
    facts = facts_text({"last_at": series.last_at, "now": now, "seq": series.last})
    series.last_at = now
    record(
        session,
        Recorded(
            desk.centre_id,
            now,
            desk.actor,
            "centre",
            desk.centre_id,
            "confirm_clock",
            facts,
        ),
    )
