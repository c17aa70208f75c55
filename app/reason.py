"""Looks reason codes up and keeps their lists."""

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.slip_fields import clean
from app.slip_refusals import FieldMissing, ReasonUnknown
from models.reason_code import ReasonCode, ReasonKind

_TEXTS = (
    select(ReasonCode.text)
    .where(
        ReasonCode.centre_id == bindparam("centre"),
        ReasonCode.kind == bindparam("kind"),
        ReasonCode.is_active,
    )
    .order_by(ReasonCode.position)
)


def reason_texts(session: Session, desk: Desk, kind: ReasonKind) -> tuple[str, ...]:
    """The reasons of a kind that may be chosen, in order."""
    asked = {"centre": desk.centre_id, "kind": kind}
    return tuple(session.scalars(_TEXTS, asked))


def known_reason(
    session: Session, desk: Desk, kind: ReasonKind, text: str, field: str = "reason"
) -> str:
    """The reason as the list writes it; raises ``FieldMissing``/``ReasonUnknown``."""
    plain = clean(text)
    if not plain:
        raise FieldMissing(field=field)
    known = reason_texts(session, desk, kind)
    if plain not in known:
        raise ReasonUnknown(field=field, value=plain, known="、".join(known))
    return plain


def code_of_reason(
    session: Session, desk: Desk, kind: ReasonKind, text: str
) -> str | None:
    """What the program knows the reason ``text`` by."""
    return session.scalar(
        select(ReasonCode.code).where(
            ReasonCode.centre_id == desk.centre_id,
            ReasonCode.kind == kind,
            ReasonCode.text == text,
        )
    )
