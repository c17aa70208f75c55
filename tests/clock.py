"""The clock of the tests: it stands until it is told to move."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

SITE = ZoneInfo("Asia/Shanghai")


class Clock:
    """A moment that tests set; use cases call it as they call the real clock.

    It begins on Monday, 2 March 2026, 10:00 at the site: a working day, by day.
    """

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def advance(
        self, *, days: int = 0, hours: int = 0, minutes: int = 0, seconds: int = 0
    ) -> datetime:
        """Let time pass; answers with the new moment."""
        self.at += timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
        return self.at

    def local(self, text: str) -> datetime:
        """Set the moment to a local time such as ``2026-11-20 17:30:00``."""
        self.at = datetime.fromisoformat(text).replace(tzinfo=SITE).astimezone(UTC)
        return self.at
