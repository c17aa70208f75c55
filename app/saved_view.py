"""Views of the registers: named, chosen, renamed, thrown away.

They belong to the person and not to the computer: whoever takes another desk finds
them there, and desks that share a computer do not mix theirs. They change nothing of
the business, so they stand in no log; thrown away they are gone.
"""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.directory import NameTaken
from app.slip_fields import clean_optional
from app.slip_refusals import FieldMissing
from models.saved_view import SavedView

LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class View:
    """One kept view; ``body`` is what the screen wrote."""

    id: int
    name: str
    body: str


@dataclass(frozen=True, slots=True)
class SaveView:
    """Keep a view under a name; ``view_id`` says which one gives way to it.

    None of ``name`` and ``body`` stays as it was.
    """

    place: str
    name: str | None = None
    body: str | None = None
    view_id: int | None = None


def list_views(session: Session, desk: Desk, place: str) -> tuple[View, ...]:
    """The views of a list that the person at the desk has named, the oldest first."""
    wanted = (
        select(SavedView)
        .where(
            SavedView.centre_id == desk.centre_id,
            SavedView.owner == desk.actor,
            SavedView.place == place,
        )
        .order_by(SavedView.id)
    )
    return tuple(View(v.id, v.name, v.body) for v in session.scalars(wanted))


def save_view(session: Session, desk: Desk, order: SaveView) -> View:
    """Keep a view. Raises ``FieldMissing``, ``FieldTooLong`` or ``NameTaken``."""
    view = _find(session, desk, order.view_id) if order.view_id else None
    name = order.name
    if view is None or name is not None:
        name = clean_optional(name, "name", LONGEST_NAME)
        if name is None:
            raise FieldMissing(field="name")
        known = {each.name: each.id for each in list_views(session, desk, order.place)}
        if known.get(name, order.view_id) != order.view_id:
            raise NameTaken(name=name)
    if view is None:
        view = SavedView(centre_id=desk.centre_id, owner=desk.actor, place=order.place)
        view.body = ""
        session.add(view)
    if name is not None:
        view.name = name
    if order.body is not None:
        view.body = order.body
    view.saved_at = desk.now()
    session.flush()
    return View(view.id, view.name, view.body)


def forget_view(session: Session, desk: Desk, view_id: int) -> View | None:
    """Throw a view away; what it was, so that it can be kept again."""
    view = _find(session, desk, view_id)
    if view is None:
        return None
    session.delete(view)
    return View(view.id, view.name, view.body)


def _find(session: Session, desk: Desk, view_id: int) -> SavedView | None:
    """A view of the person at the desk; None where it was thrown away meanwhile."""
    view = session.get(SavedView, view_id)
    is_own = view is not None and (
        (view.centre_id, view.owner) == (desk.centre_id, desk.actor)
    )
    return view if is_own else None
