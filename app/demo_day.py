"""The hours of the demonstration: when people start, arrive and hand paper back."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo


class Hours:
    """Draws the times of the working day at the site; instants in UTC."""

    def __init__(self, random: Random, zone: ZoneInfo) -> None:
        self._random = random
        self._zone = zone

    def drawn_from(self, random: Random) -> "Hours":
        """The same hours, drawn by another hand."""
        return Hours(random, self._zone)

    def later(self, at: datetime, least: int, most: int) -> datetime:
        """``least`` to ``most`` minutes after ``at``, not on the full minute."""
        return at + timedelta(seconds=self._random.randrange(least * 60, most * 60 + 1))

    def on(self, day: date, start: str, end: str) -> datetime:
        """A moment of a local day between two clock times such as ``17:05``."""
        first, last = time.fromisoformat(start), time.fromisoformat(end)
        span = (last.hour - first.hour) * 3600 + (last.minute - first.minute) * 60
        begin = datetime.combine(day, first, self._zone)
        return begin.astimezone(UTC) + timedelta(seconds=self._random.randrange(span))

    def exactly(self, day: date, clock: str) -> datetime:
        """A clock time of a local day, on the minute."""
        at = datetime.combine(day, time.fromisoformat(clock), self._zone)
        return at.astimezone(UTC)

    def spoken(self, at: datetime) -> datetime:
        """A moment as people name it: on the half hour, which is not after it."""
        return at - timedelta(
            minutes=at.minute % 30, seconds=at.second, microseconds=at.microsecond
        )

    def day(self, at: datetime) -> date:
        """The local day of an instant."""
        return at.astimezone(self._zone).date()

    def minute(self, at: datetime) -> int:
        """Local minutes since midnight."""
        local = at.astimezone(self._zone)
        return local.hour * 60 + local.minute

    def dispatch(self, at: datetime, *, is_urgent: bool) -> datetime:
        """When a slip is handed out: at once if urgent, at night in the morning."""
        if is_urgent:
            return self.later(at, 1, 9)
        minute = self.minute(at)
        if 8 * 60 + 30 <= minute < 17 * 60 + 40:
            return self.later(at, 2, 18)
        tomorrow = timedelta(days=1 if minute >= 17 * 60 + 40 else 0)
        return self.on(self.day(at) + tomorrow, "08:31", "09:10")

    def return_(self, done_at: datetime, *, is_public: bool) -> datetime:
        """When the paper is back: most of it by 17:30 of the day."""
        minute, day = self.minute(done_at), self.day(done_at)
        if minute < 8 * 60 + 30:
            return self.on(day, "08:40", "09:30")
        if minute >= 17 * 60 + 5:
            return self.on(day + timedelta(days=1), "08:40", "10:20")
        if is_public:
            return self.later(done_at, 8, 45)
        if self._random.randrange(25) == 0:
            return self.on(day, "17:31", "17:39")
        if minute > 14 * 60:
            return max(self.later(done_at, 3, 5), self.on(day, "16:20", "17:29"))
        return self.later(done_at, 15, 150)
