"""The staff directory: who works here, on which posts, in which trades."""

import difflib
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import SYSTEM, Desk
from app.directory import NameTaken, check_version, find_own, log_change, put
from app.errors import FieldRefusal
from app.slip_fields import checked_phone, clean, clean_names, clean_optional
from app.slip_refusals import FieldMissing, FieldTooLong
from models.staff import Department, Permission, Post, Staff


class PersonUnknown(FieldRefusal):
    """Nobody called ``name`` works here; ``near`` names who is meant, perhaps."""


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One member of staff as lists and choosers show it."""

    id: int
    version: int
    name: str
    department: Department
    posts: tuple[Post, ...]
    trades: tuple[str, ...]
    badge_no: str | None
    phone: str | None
    is_active: bool


@dataclass(frozen=True, slots=True)
class SaveStaff:
    """Add (``staff_id`` None) or change a member of staff."""

    name: str
    department: Department
    posts: tuple[Post, ...]
    trades: tuple[str, ...] = ()
    badge_no: str = ""
    phone: str = ""
    is_active: bool = True
    staff_id: int | None = None
    version: int | None = None


def list_staff(
    session: Session, desk: Desk, *, post: Post | None = None, with_gone: bool = False
) -> list[StaffRow]:
    """Staff by name, those on a post only if one is asked for."""
    asked = [Staff.centre_id == desk.centre_id]
    if not with_gone:
        asked.append(Staff.is_active.is_(True))
    members = session.scalars(select(Staff).where(*asked).order_by(Staff.id))
    rows = [
        StaffRow(
            member.id,
            member.version,
            member.name,
            member.department,
            tuple(Post(word) for word in member.posts),
            member.trades,
            member.badge_no,
            member.phone,
            member.is_active,
        )
        for member in members
    ]
    return [row for row in rows if post is None or post in row.posts]


def save_staff(session: Session, desk: Desk, order: SaveStaff) -> int:
    """Add or change a member of staff; the id. Somebody who left is made inactive."""
    desk.require(Permission.CHANGE_SETTINGS)
    name = clean(order.name)
    if not name:
        raise FieldMissing(field="name")
    if len(name) > 40:
        raise FieldTooLong(field="name", length=len(name), limit=40)
    twin = session.scalar(
        select(Staff.id).where(Staff.centre_id == desk.centre_id, Staff.name == name)
    )
    if name == SYSTEM or (twin is not None and twin != order.staff_id):
        raise NameTaken(name=name)
    if not order.posts:
        raise FieldMissing(field="posts")
    member = find_own(session, desk, Staff, order.staff_id)
    if member is None:
        member = Staff(centre_id=desk.centre_id, posts=(), trades=())
        session.add(member)
    else:
        check_version(member.version, order.version)
    values = {
        "name": name,
        "department": order.department,
        "posts": tuple(post.value for post in order.posts),
        "trades": clean_names(order.trades),
        "badge_no": clean_optional(order.badge_no, "badge_no", 20),
        "phone": checked_phone(order.phone, is_required=False),
        "is_active": order.is_active,
    }
    changed = put(member, values)
    session.flush()
    log_change(session, desk, "staff", member.id, "save", changed)
    return member.id


def known_person(session: Session, desk: Desk, name: str, field: str) -> str:
    """The name of somebody who works here; while the directory is empty, any name.

    Raises ``PersonUnknown``.
    """
    names = [member.name for member in list_staff(session, desk)]
    if names and name not in names:
        near = difflib.get_close_matches(name, names, 3, 0.3) or sorted(names)[:3]
        raise PersonUnknown(field=field, name=name, near="、".join(near))
    return name
