"""Shifts (班次): when they change and which post comes next (domain-model 4.10)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.desk import Desk
from models.slip import DutyPost


@dataclass(frozen=True, slots=True)
class Shift:
    """One shift [begins_at, ends_at), the post before it and its own."""

    begins_at: datetime
    ends_at: datetime
    from_post: DutyPost
    to_post: DutyPost


def shift_at(desk: Desk, moment: datetime) -> Shift:
    """The shift that a moment lies in, half-open (domain-model 4.10)."""
    day = desk.local(moment).date()
    edges = [
        _edge(desk, day + timedelta(days=step), key)
        for step in (-1, 0, 1, 2)
        for key in ("day_start", "night_start")
    ]
    begins = max(edge for edge in edges if edge <= moment)
    ends = min(edge for edge in edges if edge > moment)
    before = desk.duty_post(begins - timedelta(seconds=1))
    return Shift(begins, ends, before, desk.duty_post(begins))


def _edge(desk: Desk, day: date, key: str) -> datetime:
    minute = desk.settings.minute_of_day(key)
    return desk.at_local(day) + timedelta(minutes=minute)
