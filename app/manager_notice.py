"""Tells management of failed inspections (报部门经理) and keeps who has seen them.

A failure is told in the transaction that records it, so that none is lost; it stays
until a person who may see failures says so.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.directory import log_change
from models.base import table_of
from models.inspection_day import Failure
from models.manager_notice import ManagerNotice
from models.slip import Slip
from models.staff import Permission

_NOTICE = table_of(ManagerNotice)
_SLIP = table_of(Slip)


def tell_manager(session: Session, desk: Desk, slip: Slip, note: str) -> None:
    """Report that a slip has failed its inspection, for the reason given."""
    notice = ManagerNotice(
        centre_id=desk.centre_id,
        slip_id=slip.id,
        told_at=desk.now(),
        told_by=desk.actor,
        note=note,
        failed_no=slip.rework_no,
    )
    session.add(notice)


def unseen_count(desk: Desk) -> Select[int]:
    """The question how many failures management has still to see."""
    return select(func.count()).select_from(_NOTICE).where(*_unseen(desk))


def load_unseen(session: Session, desk: Desk) -> tuple[Failure, ...]:
    """The failures that management has still to see, the oldest first."""
    return _failures(session, *_unseen(desk))


def load_failures(session: Session, desk: Desk) -> tuple[Failure, ...]:
    """Those of today, and those of any day that management has still to see."""
    from_at, until_at = desk.day_bounds(desk.today())
    is_of_today = (_NOTICE.c.told_at >= from_at) & (_NOTICE.c.told_at < until_at)
    is_recent = or_(_NOTICE.c.seen_at.is_(None), is_of_today)
    return _failures(session, _NOTICE.c.centre_id == desk.centre_id, is_recent)


def see_failures(session: Session, desk: Desk, notice_ids: Sequence[int]) -> int:
    """Management has seen these; answers with how many were news.

    What somebody else has seen meanwhile stays as it is. Raises ``NotAllowed``.
    """
    desk.require(Permission.SEE_FAILURE)
    notices = session.scalars(
        select(ManagerNotice).where(ManagerNotice.id.in_(notice_ids), *_unseen(desk))
    ).all()
    for notice in notices:
        notice.seen_at = desk.now()
        notice.seen_by = desk.actor
        facts = {"slip_id": notice.slip_id, "seen_by": desk.actor}
        log_change(session, desk, "manager_notice", notice.id, "see", facts)
    return len(notices)


def _unseen(desk: Desk) -> tuple[ColumnElement[bool], ...]:
    return _NOTICE.c.centre_id == desk.centre_id, _NOTICE.c.seen_at.is_(None)


def _failures(
    session: Session, *conditions: ColumnElement[bool]
) -> tuple[Failure, ...]:
    rows: Iterable[Any] = session.execute(
        select(
            _NOTICE.c.id,
            _NOTICE.c.slip_id,
            _SLIP.c.number,
            _SLIP.c.area,
            _SLIP.c.place,
            _SLIP.c.content,
            func.coalesce(_SLIP.c.trade, ""),
            func.coalesce(_SLIP.c.supervisor, ""),
            _SLIP.c.technicians,
            func.coalesce(_SLIP.c.result_text, ""),
            _NOTICE.c.note,
            _NOTICE.c.told_by,
            _NOTICE.c.told_at,
            _NOTICE.c.failed_no,
            _SLIP.c.state,
            func.coalesce(_NOTICE.c.seen_by, ""),
            _NOTICE.c.seen_at,
        )
        .join(_SLIP, _SLIP.c.id == _NOTICE.c.slip_id)
        .where(*conditions)
        .order_by(_NOTICE.c.id)
    )
    return tuple(Failure(*row) for row in rows)
