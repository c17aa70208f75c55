"""What a draft is called in its tab, and how long ago somebody typed in it."""

from collections.abc import Mapping
from typing import Any

from models.unit import AreaKind
from ui.language import translate
from ui.slip.intake_drafts import Draft
from ui.slip.intake_tabs import TabText
from ui.slip.moment import Moments

_LONGEST = 40


def room_of(typed: Mapping[str, Any]) -> str:
    """The room or the place that a draft is about; empty while none is said."""
    if typed.get("area_kind", AreaKind.UNIT) == AreaKind.UNIT:
        return str(typed.get("unit") or "").strip()
    area = str(typed.get("area") or "").strip()
    place = str(typed.get("place") or "").strip()
    return place if place.startswith(area) else f"{area} {place}".strip()


def draft_text(draft: Draft, moments: Moments, *, with_age: bool = False) -> TabText:
    """``3-1502 厨房漏水``, and beside it how long ago that was."""
    typed = draft.typed
    said = " ".join(f"{room_of(typed)} {typed.get('content') or ''}".split())
    said = said or " ".join(str(typed.get("entry") or "").split())
    said = said or str(typed.get("reporter_name") or typed.get("phone") or "")
    title = said[:_LONGEST] or translate("IntakeDraft", "New call")
    age = _age(draft, moments) if with_age else ""
    return TabText(title, age, can_close=not draft.is_blank)


def _age(draft: Draft, moments: Moments) -> str:
    if draft.typed_at is None:
        return ""
    minutes = int((moments.now() - draft.typed_at).total_seconds()) // 60
    if minutes < 1:
        return translate("IntakeDraft", "just now")
    if minutes < 60:
        text = translate("IntakeDraft", "{minutes} min ago")
        return text.format(minutes=minutes)
    return moments.write(draft.typed_at)
