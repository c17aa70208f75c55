"""Half-typed intake forms: saved while typing, taken up again, thrown away."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.desk import Desk
from models.slip_draft import SlipDraft

KEY = "draft_key"
"""Among the fields of a draft: a word the screen drew for it. Who saves before the
id of the first save has come home means the same draft, not a second one."""
OF_A_SLIP = ":"
"""Stands in the key of a form about a slip, never in that of a call."""


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One draft: field name → what stands in it."""

    id: int
    typed_by: str
    typed_at: datetime
    fields: Mapping[str, str]


def save_draft(
    session: Session, desk: Desk, draft_id: int | None, fields: Mapping[str, str]
) -> int:
    """Keep what stands in an intake form; the draft's id. It takes no number."""
    key = fields.get(KEY, "")
    draft = _of_id(session, desk, draft_id, key)
    if draft is None and key:
        draft = _by_key(session, desk, key)
    if draft is None:
        draft = SlipDraft(centre_id=desk.centre_id)
        session.add(draft)
    draft.typed_by = desk.actor
    draft.typed_at = desk.now()
    draft.fields = json.dumps(dict(fields))  # in ASCII: half a character is kept too
    session.flush()
    return draft.id


def save_drafts(
    session: Session, desk: Desk, drafts: Mapping[str, Mapping[str, str]]
) -> dict[str, int]:
    """Keep several drafts at once, by key; their ids by key."""
    return {
        key: save_draft(session, desk, None, {**fields, KEY: key})
        for key, fields in drafts.items()
    }


def list_drafts(session: Session, desk: Desk) -> list[DraftRow]:
    """The drafts of calls of the person at the desk, oldest first."""
    rows = [
        DraftRow(d.id, d.typed_by, d.typed_at, json.loads(d.fields))
        for d in session.scalars(_mine(desk).order_by(SlipDraft.id))
    ]
    # The forms of ``app/kept_form.py`` lie here too.
    return [row for row in rows if OF_A_SLIP not in row.fields.get(KEY, "")]


def discard_draft(
    session: Session, desk: Desk, draft_id: int | None, key: str = ""
) -> None:
    """Throw a draft away (取消录入, 4.2 row 2); no number was used."""
    draft = _of_id(session, desk, draft_id, key)
    if draft is not None:
        session.delete(draft)


def _of_id(
    session: Session, desk: Desk, draft_id: int | None, key: str
) -> SlipDraft | None:
    """The row of a draft while it is this one's: SQLite gives the id of a row that
    another window threw away to the next draft.
    """
    draft = session.get(SlipDraft, draft_id) if draft_id is not None else None
    if draft is None or draft.centre_id != desk.centre_id:
        return None
    return draft if json.loads(draft.fields).get(KEY, "") in ("", key) else None


def _by_key(session: Session, desk: Desk, key: str) -> SlipDraft | None:
    for draft in session.scalars(_mine(desk)):
        if json.loads(draft.fields).get(KEY) == key:
            return draft
    return None


def _mine(desk: Desk) -> Select[SlipDraft]:
    return select(SlipDraft).where(
        SlipDraft.centre_id == desk.centre_id, SlipDraft.typed_by == desk.actor
    )
