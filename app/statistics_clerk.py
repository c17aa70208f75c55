"""What somebody at the desk did in a span, and the slips it was done to (S2-6A.3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from models.callback import Callback, CallbackResult
from models.slip import Slip
from models.slip_return import SlipReturn
from models.staff import Permission
from models.statistics import Span


class Deed(Enum):
    """What is counted of a person beside the slips taken down."""

    TAKEN_BACK = "taken_back"
    CALLED = "called"
    REACHED = "reached"


@dataclass(frozen=True, slots=True)
class BehindClerk:
    """A question for the slips that a person did something to; "": nobody is named."""

    name: str
    deed: Deed


def taken_back_in(desk: Desk, span: Span) -> ColumnElement[bool]:
    """The returns of a span, as far as known."""
    return and_(
        SlipReturn.centre_id == desk.centre_id,
        SlipReturn.returned_at >= span.from_at,
        SlipReturn.returned_at < span.until_at,
        SlipReturn.returned_at <= span.at,
    )


def called_in(desk: Desk, span: Span) -> ColumnElement[bool]:
    """The callbacks tried in a span, as far as known."""
    return and_(
        Callback.centre_id == desk.centre_id,
        Callback.called_at >= span.from_at,
        Callback.called_at < span.until_at,
        Callback.called_at <= span.at,
    )


_SLIP_OF: Mapping[Deed, tuple[Any, Any]] = {
    Deed.TAKEN_BACK: (SlipReturn.slip_id, SlipReturn.returned_to),
    Deed.CALLED: (Callback.slip_id, Callback.called_by),
    Deed.REACHED: (Callback.slip_id, Callback.called_by),
}


def find_clerk_ids(
    session: Session, desk: Desk, span: Span, behind: BehindClerk
) -> tuple[int, ...]:
    """The slips of a person's deeds, in order of issue; each is named once, however
    often something was done to it. Raises ``NotAllowed``.
    """
    desk.require(Permission.READ_BOOKS)
    slip_id, by = _SLIP_OF[behind.deed]
    if behind.deed is Deed.TAKEN_BACK:
        counted = taken_back_in(desk, span)
    else:
        counted = called_in(desk, span)
    asked = select(slip_id).where(counted, func.coalesce(by, "") == behind.name)
    if behind.deed is Deed.REACHED:
        asked = asked.where(Callback.result == CallbackResult.REACHED)
    found = session.scalars(
        select(Slip.id)
        .where(Slip.centre_id == desk.centre_id, Slip.id.in_(asked))
        .order_by(Slip.issued_at, Slip.id)
    )
    return tuple(found)
