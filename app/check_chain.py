"""Checks the chained log: nothing changed, taken out, put in between or cut off."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.check_problem import Fault, Problem, ProblemKind
from app.desk import Desk
from app.event_log import FIRST_HASH, Recorded, entry_hash
from models.event import Event, EventHead

_CHUNK = 2000


def broken_entries(session: Session, desk: Desk) -> Iterator[Problem]:
    """The first bad entry of the centre's chain, and a wrong end."""
    columns = (
        Event.seq,
        Event.happened_at,
        Event.by,
        Event.entity,
        Event.entity_id,
        Event.what,
        Event.facts,
        Event.hash,
    )
    last_seq, last_hash = 0, FIRST_HASH
    with session.execute(
        select(*columns).where(Event.centre_id == desk.centre_id).order_by(Event.seq),
        execution_options={"yield_per": _CHUNK},
    ) as rows:
        for seq, at, by, entity, entity_id, what, facts, stored in rows:
            if seq != last_seq + 1:
                yield _broken(Fault.ENTRY_MISSING, last_seq + 1)
                return
            entry = Recorded(desk.centre_id, at, by, entity, entity_id, what, facts)
            if entry_hash(last_hash, seq, entry) != stored:
                yield _broken(Fault.ENTRY_CHANGED, seq)
                return
            last_seq, last_hash = seq, stored
    head = session.get(EventHead, desk.centre_id)
    if head is None or (head.last_seq, head.last_hash) != (last_seq, last_hash):
        yield _broken(Fault.CHAIN_END, last_seq)


def _broken(fault: Fault, seq: int) -> Problem:
    return Problem(ProblemKind.CHAIN, f"#{seq}", fault, {"seq": seq})
