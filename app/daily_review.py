"""The supervisor's daily look through the repair records (S4-4.2.2.5-2)."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import SYSTEM, Desk, NotAllowed
from app.directory import log_change, wait_turn
from app.errors import Refusal
from app.slip_fields import clean_optional
from app.slip_refusals import FieldMissing, TimeInFuture
from models.follow_up import DailyReview
from models.staff import Permission, Post


class DayReviewed(Refusal):
    """``supervisor`` has ticked ``day`` already."""


@dataclass(frozen=True, slots=True)
class ReviewDay:
    """The records of ``day`` were looked through; ``supervisor`` empty: the actor."""

    day: date
    supervisor: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One tick."""

    day: date
    supervisor: str
    reviewed_at: datetime
    note: str | None


def review_day(session: Session, desk: Desk, order: ReviewDay) -> None:
    """Tick a day; once for each supervisor. Only 系统 ticks for somebody else.

    Raises ``NotAllowed``, ``FieldMissing``, ``TimeInFuture`` or ``DayReviewed``.
    """
    desk.require(Permission.FOLLOW_UP)
    if Post.SUPERVISOR not in desk.posts:
        raise NotAllowed(actor=desk.actor, permission=Permission.FOLLOW_UP)
    name = clean_optional(order.supervisor, "supervisor", 80)
    if desk.actor == SYSTEM and name is None:
        raise FieldMissing(field="supervisor")
    name = name or desk.actor
    if desk.actor != SYSTEM and name != desk.actor:
        raise NotAllowed(actor=desk.actor, permission=Permission.FOLLOW_UP)
    if order.day > desk.today():
        raise TimeInFuture(field="day")
    note = clean_optional(order.note, "note", 300)
    wait_turn(session, desk)
    twin = session.scalar(
        select(DailyReview.id).where(
            DailyReview.centre_id == desk.centre_id,
            DailyReview.day == order.day,
            DailyReview.supervisor == name,
        )
    )
    if twin is not None:
        raise DayReviewed(supervisor=name, day=order.day)
    review = DailyReview(
        centre_id=desk.centre_id,
        day=order.day,
        supervisor=name,
        reviewed_at=desk.now(),
        note=note,
    )
    session.add(review)
    session.flush()
    said = {"day": order.day, "supervisor": name, "note": note}
    log_change(session, desk, "daily_review", review.id, "review", said)


def list_reviews(
    session: Session, desk: Desk, from_on: date, until_on: date
) -> list[ReviewRow]:
    """The ticks of the days [from_on, until_on), the latest day first."""
    rows = session.execute(
        select(
            DailyReview.day,
            DailyReview.supervisor,
            DailyReview.reviewed_at,
            DailyReview.note,
        )
        .where(
            DailyReview.centre_id == desk.centre_id,
            DailyReview.day >= from_on,
            DailyReview.day < until_on,
        )
        .order_by(DailyReview.day.desc(), DailyReview.reviewed_at)
    )
    return [ReviewRow(*row) for row in rows]
