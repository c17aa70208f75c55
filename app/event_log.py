"""The event log (操作记录): recorded during a step, chained just before its commit.

An entry's hash is SHA-256 over the previous hash and the entry's own fields, so an
entry that is changed, taken out or put in between is found by ``silian check``.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.orm import Session

from models.base import table_of
from models.event import Event, EventHead

_RECORDED = "recorded_events"
FIRST_HASH = "0" * 64

_HEAD = table_of(EventHead)
_LOCK_HEAD = (
    select(_HEAD.c.last_seq, _HEAD.c.last_hash)
    .where(_HEAD.c.centre_id == bindparam("centre"))
    .with_for_update()
)
_MOVE_HEAD = (
    update(_HEAD)
    .where(_HEAD.c.centre_id == bindparam("centre"))
    .values(last_seq=bindparam("seq"), last_hash=bindparam("hash"))
)
_ADD = insert(table_of(Event))


@dataclass(frozen=True, slots=True)
class Recorded:
    """One entry that waits for its place in the chain."""

    centre_id: int
    happened_at: datetime
    by: str
    entity: str
    entity_id: int
    what: str
    facts: str


def facts_text(facts: Mapping[str, object]) -> str:
    """Facts as JSON with sorted keys: money as text, instants as UTC text."""
    return json.dumps(
        facts, default=_plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def fact_value(value: object) -> object:
    """One fact as it stands in the log."""
    if isinstance(value, StrEnum):
        return value.value
    if value is None or isinstance(value, (str, int, list, dict)):
        return value
    return _plain(value)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple):
        return "、".join(value)
    raise TypeError(f"no fact can be a {type(value).__name__}")


def record(session: Session, entry: Recorded) -> None:
    """Keep an entry until the step ends; it is chained in the order recorded."""
    session.info.setdefault(_RECORDED, []).append(entry)


def sort_recorded(session: Session) -> None:
    """Put what waits into the order of time: facts of a book come in sheet by sheet."""
    session.info.get(_RECORDED, []).sort(key=lambda entry: entry.happened_at)


def append_recorded(session: Session) -> dict[int, range]:
    """Chain what the step recorded; called by ``app/database.py`` alone.

    Answers with the places the entries got, by centre.
    """
    entries: list[Recorded] = session.info.pop(_RECORDED, [])
    return {
        centre_id: _append(
            session, centre_id, [e for e in entries if e.centre_id == centre_id]
        )
        for centre_id in sorted({entry.centre_id for entry in entries})
    }


def _append(session: Session, centre_id: int, entries: list[Recorded]) -> range:
    connection = session.connection()
    head = connection.execute(_LOCK_HEAD, {"centre": centre_id}).one()
    seq, last = head.last_seq, head.last_hash
    rows: list[dict[str, object]] = []
    for entry in entries:
        seq += 1
        last = entry_hash(last, seq, entry)
        rows.append(
            {
                "centre_id": centre_id,
                "seq": seq,
                "happened_at": entry.happened_at,
                "by": entry.by,
                "entity": entry.entity,
                "entity_id": entry.entity_id,
                "what": entry.what,
                "facts": entry.facts,
                "hash": last,
            }
        )
    connection.execute(_ADD, rows)
    connection.execute(_MOVE_HEAD, {"centre": centre_id, "seq": seq, "hash": last})
    return range(head.last_seq + 1, seq + 1)


def entry_hash(previous: str, seq: int, entry: Recorded) -> str:
    """The hash of an entry that follows one with hash ``previous``."""
    fields = (
        previous,
        str(seq),
        str(int(entry.happened_at.timestamp())),
        entry.by,
        entry.entity,
        str(entry.entity_id),
        entry.what,
        entry.facts,
    )
    return hashlib.sha256("\x1f".join(fields).encode("utf-8")).hexdigest()
