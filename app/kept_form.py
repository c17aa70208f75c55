"""Half-typed forms about a slip at the return desk: kept while typing, taken up again
after a crash, thrown away when they are done.

They lie beside the drafts of calls, under a key that names what they are about.
"""

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.slip_draft import KEY, OF_A_SLIP, save_drafts
from models.slip_draft import SlipDraft


class FormKind(StrEnum):
    """Which form it is; the words stand in the keys."""

    RETURN = "return"
    FEEDBACK = "feedback"


_KINDS = frozenset(kind.value for kind in FormKind)

FormKey = tuple[FormKind, int]
"""A form and the id of the slip it is about."""
Typed = Mapping[str, Any]


def keep_forms(session: Session, desk: Desk, forms: Mapping[FormKey, Typed]) -> None:
    """Keep what stands in these forms; one where nothing stands is thrown away."""
    save_drafts(
        session, desk, {_word(key): typed for key, typed in forms.items() if typed}
    )
    for key, typed in forms.items():
        if not typed:
            forget_form(session, desk, key)


def list_kept_forms(session: Session, desk: Desk) -> dict[FormKey, dict[str, Any]]:
    """The half-typed forms of the person at the desk."""
    found: dict[FormKey, dict[str, Any]] = {}
    for draft in _mine(session, desk):
        fields: dict[str, Any] = json.loads(draft.fields)
        kind, _, slip_id = str(fields.pop(KEY, "")).partition(OF_A_SLIP)
        if kind in _KINDS and slip_id.isdigit():
            found[FormKind(kind), int(slip_id)] = fields
    return found


def forget_form(session: Session, desk: Desk, key: FormKey) -> None:
    """Throw a form away: it was handed in, or emptied."""
    word = _word(key)
    for draft in _mine(session, desk):
        if json.loads(draft.fields).get(KEY) == word:
            session.delete(draft)


def _word(key: FormKey) -> str:
    kind, slip_id = key
    return f"{kind}{OF_A_SLIP}{slip_id}"


def _mine(session: Session, desk: Desk) -> list[SlipDraft]:
    wanted = select(SlipDraft).where(
        SlipDraft.centre_id == desk.centre_id, SlipDraft.typed_by == desk.actor
    )
    return list(session.scalars(wanted))
