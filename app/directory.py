"""What keeping a directory has in common: the entry in the log, the version."""

from collections.abc import Mapping
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database_trouble import ChangedByOthers
from app.desk import Desk
from app.errors import FieldRefusal
from app.event_log import Recorded, fact_value, facts_text, record
from models.base import Base
from models.centre import Centre

Kept = TypeVar("Kept", bound=Base)


class NameTaken(FieldRefusal):
    """There is a ``name`` in this directory already."""

    field = "name"


def wait_turn(session: Session, desk: Desk) -> None:
    """Desks that do such a thing at the same moment do it one after the other; those
    who issue do not wait. On SQLite whoever writes is alone already.
    """
    session.scalar(
        select(Centre.id)
        .where(Centre.id == desk.centre_id)
        .with_for_update(key_share=True)
    )


def check_version(found: int, expected: int | None) -> None:
    """Raise ``ChangedByOthers`` if the record changed since it was read."""
    if expected is not None and found != expected:
        raise ChangedByOthers


def find_own(
    session: Session, desk: Desk, kind: type[Kept], key: int | None
) -> Kept | None:
    """The centre's record with this key, None for a new one; raises
    ``ChangedByOthers`` if it is gone.
    """
    if key is None:
        return None
    found = session.get(kind, key)
    if found is None or getattr(found, "centre_id", None) != desk.centre_id:
        raise ChangedByOthers
    return found


def put(entity: object, values: Mapping[str, object]) -> dict[str, object]:
    """Set values; answers with what changed as field → [old, new]."""
    changed: dict[str, object] = {}
    for name, value in values.items():
        before = getattr(entity, name)
        if before != value:
            changed[name] = [fact_value(before), fact_value(value)]
            setattr(entity, name, value)
    return changed


def log_change(
    session: Session,
    desk: Desk,
    entity: str,
    entity_id: int,
    what: str,
    facts: Mapping[str, object],
) -> None:
    """Record a change of a directory; nothing is recorded where nothing changed."""
    if facts:
        text = facts_text(facts)
        entry = Recorded(
            desk.centre_id, desk.now(), desk.actor, entity, entity_id, what, text
        )
        record(session, entry)
