"""What was written since one last looked, by whatever desk: read from the log's end."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import Desk
from models.event import Event, EventHead

MOST_ENTRIES = 2_000
"""More than so many count as: anything may be different."""

_OF_SLIP = frozenset(
    {
        "slip",
        "slip_copy",
        "copy_move",
        "slip_line",
        "quote",
        "feedback",
        "follow_up",
        "gap_case",
        "inspection",
        "manager_notice",
        "number_series",
        "waiver",
    }
)
_OF_CENTRE = _OF_SLIP | frozenset(
    {"centre", "unit", "unit_owner", "staff", "trade", "reason_code", "setting"}
)
"""Entries of the centre itself: a data book came in, the clock was confirmed."""


@dataclass(frozen=True, slots=True)
class News:
    """The log's end, and the entries since: place in the log and what it is about.

    ``entries`` None means that there are too many to tell.
    """

    last_seq: int
    entries: tuple[tuple[int, str], ...] | None = ()


def load_news(session: Session, desk: Desk, since: int | None) -> News:
    """What follows the entry ``since``; None only asks where the log ends."""
    last = session.scalar(
        select(EventHead.last_seq).where(EventHead.centre_id == desk.centre_id)
    )
    last = last or 0
    if since is None or last == since:
        return News(last)
    if not since < last <= since + MOST_ENTRIES:
        return News(last, None)
    found = session.execute(
        select(Event.seq, Event.entity).where(
            Event.centre_id == desk.centre_id, Event.seq > since
        )
    )
    return News(last, tuple((seq, entity) for seq, entity in found))


def tables_of(entities: Iterable[str] | None) -> frozenset[str]:
    """The tables that entries about such things touch; None: any of them."""
    if entities is None:
        return _OF_CENTRE
    tables: set[str] = {"event"}
    for entity in entities:
        tables |= {
            "slip": _OF_SLIP,
            "centre": _OF_CENTRE,
            "unit": frozenset({"unit", "unit_owner"}),
            "calendar": frozenset({"calendar_day"}),
        }.get(entity, frozenset({entity}))
    return frozenset(tables)
