"""When the last backup (备份) was made: an entry of the log, so every desk knows."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.event_log import Recorded, facts_text, record
from models.event import Event

ENTITY = "backup"


def note_backup(session: Session, desk: Desk, name: str) -> None:
    """Record that a verified copy called ``name`` (no folder) was made now.

    A name of the disk may hold bytes that are no text; a ``?`` stands for each.
    """
    readable = name.encode("utf-8", "replace").decode("utf-8")
    record(
        session,
        Recorded(
            desk.centre_id,
            desk.now(),
            desk.actor,
            ENTITY,
            desk.centre_id,
            "make",
            facts_text({"file": readable}),
        ),
    )


def last_backup(session: Session, desk: Desk) -> datetime | None:
    """When the last one was made; None when none is known."""
    return session.scalar(
        select(Event.happened_at)
        .where(Event.entity == ENTITY, Event.entity_id == desk.centre_id)
        .order_by(Event.seq.desc())
        .limit(1)
    )
