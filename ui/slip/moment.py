"""Instants as the site's clock shows them, for every page of slips."""

from datetime import datetime

from app.desk import Desk
from ui.kit.fields import write_moment
from ui.work import Work


class Moments:
    """Writes instants in the site's zone, short where the day is clear."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def now(self) -> datetime:
        """The local time at the site."""
        desk = self._work.desk
        return desk.local(desk.now())

    @property
    def desk(self) -> Desk:
        """The desk whose clock and settings hold here."""
        return self._work.desk

    def write(self, at: datetime | None) -> str:
        """``11-20 17:32``; today's only the time, other years with the year."""
        if at is None:
            return ""
        # Lists cut seconds, as every limit of the desk does.
        return write_moment(at.replace(second=0), self.now())

    def write_day(self, at: datetime) -> str:
        """Only the day, with its year if that is another one: ``2025-12-30``."""
        now = self.now()
        local = at.astimezone(now.tzinfo)
        return local.strftime("%m-%d" if local.year == now.year else "%Y-%m-%d")

    def write_short(self, at: datetime | None) -> str:
        """Only the time today, only the day otherwise."""
        text = self.write(at)
        return text.rsplit(" ", 1)[0]
