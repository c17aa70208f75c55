"""Half-typed forms about slips: saved while typing, taken up again, thrown away."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import Desk
from models.form_draft import FormDraft

Typed = Mapping[str, Any]
"""Field name → what stands in it, as JSON holds it."""


def save_form_drafts(
    session: Session, desk: Desk, room: str, typed: Mapping[int, Typed]
) -> None:
    """Keep what stands in the forms of a room, by slip; an empty one is thrown away."""
    known = {draft.slip_id: draft for draft in session.scalars(_mine(desk, room))}
    for slip_id, fields in typed.items():
        draft = known.get(slip_id)
        if not fields:
            if draft is not None:
                session.delete(draft)
            continue
        if draft is None:
            draft = FormDraft(
                centre_id=desk.centre_id,
                typed_by=desk.actor,
                room=room,
                slip_id=slip_id,
            )
            session.add(draft)
        draft.typed_at = desk.now()
        draft.fields = json.dumps(dict(fields))  # in ASCII: half a character is kept


def load_form_drafts(
    session: Session, desk: Desk, room: str
) -> dict[int, dict[str, Any]]:
    """What the person at the desk has half typed in a room, by slip."""
    return {
        draft.slip_id: json.loads(draft.fields)
        for draft in session.scalars(_mine(desk, room))
    }


def _mine(desk: Desk, room: str) -> Any:
    return select(FormDraft).where(
        FormDraft.centre_id == desk.centre_id,
        FormDraft.typed_by == desk.actor,
        FormDraft.room == room,
    )
