"""The desk: who is working, for which centre, what time it is, and may they."""

import difflib
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database import server_time
from app.duty_calendar import DutyCalendar, duty_post_at, load_calendar
from app.errors import Refusal
from app.settings import SPECS, Settings
from app.slip_fields import clean_optional
from models.centre import Centre
from models.copy_scheme import CopyRole, CopyScheme, CopySchemeRow
from models.setting import Setting
from models.slip import DutyPost
from models.staff import RIGHTS, Permission, Post, Staff

Clock = Callable[[], datetime]
_SERVER_SLACK = timedelta(seconds=2)
Schemes = Mapping[str, Mapping[int, CopyRole]]
"""Copy schemes: code → copy number → role, in order."""
SYSTEM = "系统"

_log = logging.getLogger(__name__)


class CentreUnknown(Refusal):
    """No centre has this ``code``; ``known`` names those there are."""


class ActorUnknown(Refusal):
    """Nobody called ``name`` works here; ``near`` names who is meant, perhaps."""


class NotAllowed(Refusal):
    """``actor`` holds no post that may do this."""


def system_clock() -> datetime:
    """The present moment by this computer, cut to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def _server_clock(session: Session) -> tuple[Clock, timedelta]:
    """The server's clock where there is one, and how exactly it is known.

    Desks whose computers tell different times issue in one order then.
    """
    told = server_time(session)
    if told is None:
        return system_clock, timedelta(0)
    ahead = told - datetime.now(UTC)
    return lambda: (datetime.now(UTC) + ahead).replace(microsecond=0), _SERVER_SLACK


@dataclass(frozen=True, slots=True)
class Desk:
    """What every use case is told about the person and the moment."""

    centre_id: int
    centre_code: str
    centre_name: str
    actor: str
    posts: frozenset[Post]
    permissions: frozenset[Permission]
    settings: Settings
    calendar: DutyCalendar
    schemes: Schemes
    zone: ZoneInfo
    clock: Clock
    clock_slack: timedelta = timedelta(0)

    def now(self) -> datetime:
        """The present moment, aware, in UTC, whole seconds."""
        return self.clock()

    def today(self) -> date:
        """The day in the site's zone."""
        return self.local(self.now()).date()

    def local(self, at: datetime) -> datetime:
        """An instant as the site's clock shows it (aware)."""
        return at.astimezone(self.zone)

    def at_local(self, day: date, clock_time: time = time(0)) -> datetime:
        """The instant of a local day and clock time, in UTC."""
        return datetime.combine(day, clock_time, self.zone).astimezone(UTC)

    def day_bounds(self, day: date) -> tuple[datetime, datetime]:
        """The half-open instants ``[day 00:00, next day 00:00)``."""
        return self.at_local(day), self.at_local(day + timedelta(days=1))

    def duty_post(self, at: datetime) -> DutyPost:
        """The post that takes calls at an instant."""
        local = self.local(at)
        minute = local.hour * 60 + local.minute
        return duty_post_at(self.calendar, self.settings, local.date(), minute)

    def may(self, permission: Permission) -> bool:
        """Whether the actor holds a post with this right."""
        return permission in self.permissions

    def require(self, permission: Permission) -> None:
        """Raise ``NotAllowed`` unless the actor may."""
        if permission not in self.permissions:
            raise NotAllowed(actor=self.actor, permission=permission)

    def at(self, moment: datetime) -> "Desk":
        """The same desk with its clock standing at ``moment``."""
        return replace(self, clock=lambda: moment, clock_slack=timedelta(0))


def open_desk(
    session: Session,
    *,
    centre: str | None = None,
    actor: str | None = None,
    clock: Clock = system_clock,
) -> Desk:
    """The desk of a centre (code; default the first) and a person (name).

    On a server the server's clock is the clock unless another is given. Until the
    staff directory holds anybody, every name may act. Raises
    ``CentreUnknown``, ``ActorUnknown`` or ``FieldTooLong``.
    """
    slack = timedelta(0)
    if clock is system_clock:
        clock, slack = _server_clock(session)
    found = _centre(session, centre)
    settings = load_settings(session, found.id)
    name = clean_optional(actor, "actor", 80) or SYSTEM
    posts, permissions = _rights(session, found.id, name)
    return Desk(
        centre_id=found.id,
        centre_code=found.code,
        centre_name=found.name,
        actor=name,
        posts=posts,
        permissions=permissions,
        settings=settings,
        calendar=load_calendar(session, found.id),
        schemes=_schemes(session, found.id),
        zone=ZoneInfo(settings.text("zone")),
        clock=clock,
        clock_slack=slack,
    )


def load_settings(session: Session, centre_id: int) -> Settings:
    """The changed settings; an unknown or ill-typed value is logged and left out."""
    changed = {}
    rows = session.execute(
        select(Setting.key, Setting.value).where(Setting.centre_id == centre_id)
    )
    for key, text in rows:
        spec = SPECS.get(key)
        value = spec.parse(text) if spec else None
        if value is None:
            _log.warning("setting %s has the unusable value %r", key, text)
        else:
            changed[key] = value
    return Settings(changed)


def _schemes(session: Session, centre_id: int) -> Schemes:
    schemes: dict[str, dict[int, CopyRole]] = {}
    rows = session.execute(
        select(CopyScheme.code, CopySchemeRow.copy_no, CopySchemeRow.role)
        .join(CopySchemeRow, CopySchemeRow.scheme_id == CopyScheme.id)
        .where(CopyScheme.centre_id == centre_id)
        .order_by(CopySchemeRow.copy_no)
    )
    for code, copy_no, role in rows:
        schemes.setdefault(code, {})[copy_no] = role
    return schemes


def _centre(session: Session, code: str | None) -> Centre:
    centres = session.scalars(select(Centre).order_by(Centre.id)).all()
    for centre in centres:
        if code is None or centre.code == code:
            return centre
    raise CentreUnknown(code=code, known="、".join(c.code for c in centres))


def _rights(
    session: Session, centre_id: int, name: str
) -> tuple[frozenset[Post], frozenset[Permission]]:
    everything = frozenset(Post), frozenset(Permission)
    if name == SYSTEM:
        return everything
    here = Staff.centre_id == centre_id, Staff.is_active
    words = session.scalar(select(Staff.posts).where(*here, Staff.name == name))
    if words is not None:
        posts = frozenset(Post(word) for word in words)
        return posts, frozenset().union(*(RIGHTS[post] for post in posts))
    names = session.scalars(select(Staff.name).where(*here)).all()
    if not names:
        return everything
    near = difflib.get_close_matches(name, names, 3, 0.3) or sorted(names)[:3]
    raise ActorUnknown(name=name, near="、".join(near))
