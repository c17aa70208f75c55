"""Who may sign a waiver: the property director, a leader of the company (4.13)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import SYSTEM, Desk
from app.staff_directory import list_staff
from app.waiver_refusals import NotDirector, NotLeader
from models.staff import Department, Post, Staff
from models.waiver import WaiverLevel

DIRECTOR_TITLE = "物业总监"
TITLES = {WaiverLevel.DIRECTOR: DIRECTOR_TITLE, WaiverLevel.LEADER: "公司领导"}
"""As what somebody signs on the screen."""


def directors(session: Session, desk: Desk) -> tuple[str, ...]:
    """Who is 物业总监 here, as far as the directory knows."""
    return tuple(row.name for row in list_staff(session, desk, post=Post.DIRECTOR))


def level_on_screen(desk: Desk, needed: WaiverLevel) -> WaiverLevel:
    """As what whoever acts decides on the screen, where ``needed`` is asked for.

    Nobody decides as a leader before saying who that is.
    """
    if Post.LEADER not in desk.posts or desk.actor == SYSTEM:
        return WaiverLevel.DIRECTOR
    return needed if Post.DIRECTOR in desk.posts else WaiverLevel.LEADER


def check_signer(session: Session, desk: Desk, level: WaiverLevel, name: str) -> None:
    """Refuse a signature that cannot be of this level.

    Raises ``NotDirector`` or ``NotLeader``.
    """
    if level is WaiverLevel.DIRECTOR:
        known = directors(session, desk)
        if known and name not in known:
            raise NotDirector(name=name, known="、".join(known))
        return
    found = session.execute(
        select(Staff.department, Staff.posts).where(
            Staff.centre_id == desk.centre_id, Staff.name == name, Staff.is_active
        )
    ).one_or_none()
    # A leader stands above the centre; one of its management may be in its directory.
    if found is None or Post.LEADER.value in found.posts:
        return
    if (
        found.department is not Department.MANAGEMENT
        or Post.DIRECTOR.value in found.posts
    ):
        raise NotLeader(name=name)
