"""Who is at work at a moment of the demonstration."""

from collections.abc import Callable
from datetime import datetime
from random import Random
from zoneinfo import ZoneInfo

from app.demo_words import StaffName, staff_names
from models.slip import DutyPost
from models.staff import Post

_DISPATCH_FROM, _DISPATCH_UNTIL = (8, 30), (18, 0)


class Crew:
    """The staff of the demonstration, asked by post and trade."""

    def __init__(
        self, random: Random, zone: ZoneInfo, post_at: Callable[[datetime], DutyPost]
    ) -> None:
        self._random = random
        self._zone = zone
        self._post_at = post_at

    def at_the_desk(self, at: datetime) -> str:
        """Who takes calls: the two of a post take turns by the week."""
        people = self._with(Post(self._post_at(at).value))
        return people[at.astimezone(self._zone).isocalendar().week % len(people)].name

    def dispatcher(self, at: datetime, trade: str) -> str:
        """The dispatcher by day, the supervisor on call at night."""
        local = at.astimezone(self._zone)
        if _DISPATCH_FROM <= (local.hour, local.minute) < _DISPATCH_UNTIL:
            return self._with(Post.DISPATCHER)[0].name
        return self.supervisor(trade)

    def supervisor(self, trade: str) -> str:
        """The supervisor of a trade."""
        return self._of_trade(Post.SUPERVISOR, trade)[0].name

    def technicians(self, trade: str) -> tuple[str, ...]:
        """One technician of a trade, two now and then."""
        people = [person.name for person in self._of_trade(Post.TECHNICIAN, trade)]
        self._random.shuffle(people)
        return tuple(people[: 2 if self._random.randrange(12) == 0 else 1])

    def chief(self) -> str:
        """Who supervises housekeeping: voids, corrections, passwords."""
        return self._with(Post.HOUSEKEEPING_SUPERVISOR)[0].name

    def finance(self) -> str:
        """Who takes the money."""
        return self._with(Post.FINANCE)[0].name

    def director(self) -> str:
        """Who decides on waivers."""
        return self._with(Post.DIRECTOR)[0].name

    def _with(self, post: Post) -> list[StaffName]:
        return [person for person in staff_names() if post.value in person.posts]

    def _of_trade(self, post: Post, trade: str) -> list[StaffName]:
        people = self._with(post)
        return [person for person in people if trade in person.trades] or people
