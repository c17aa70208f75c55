"""Half-typed intake forms: saved while typing, taken up again, thrown away."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import Desk
from models.slip_draft import SlipDraft


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
    draft = session.get(SlipDraft, draft_id) if draft_id is not None else None
    if draft is None or draft.centre_id != desk.centre_id:
        draft = SlipDraft(centre_id=desk.centre_id)
        session.add(draft)
    draft.typed_by = desk.actor
    draft.typed_at = desk.now()
    draft.fields = json.dumps(dict(fields))  # in ASCII: half a character is kept too
    session.flush()
    return draft.id


def list_drafts(session: Session, desk: Desk) -> list[DraftRow]:
    """The drafts of the person at the desk, oldest first."""
    drafts = session.scalars(
        select(SlipDraft)
        .where(SlipDraft.centre_id == desk.centre_id, SlipDraft.typed_by == desk.actor)
        .order_by(SlipDraft.id)
    )
    return [
        DraftRow(d.id, d.typed_by, d.typed_at, json.loads(d.fields)) for d in drafts
    ]


def discard_draft(session: Session, desk: Desk, draft_id: int) -> None:
    """Throw a draft away (取消录入, 4.2 row 2); no number was used."""
    draft = session.get(SlipDraft, draft_id)
    if draft is not None and draft.centre_id == desk.centre_id:
        session.delete(draft)
