"""A desk that works through days, for tests of the return check."""

from datetime import date, datetime, timedelta
from typing import Any

from app.database import Database
from app.desk import Desk
from app.feedback import TellFeedback, tell_feedback
from app.return_check import FinalCheck, check_day, make_final
from app.slip_return import TakeBackSlip, take_back_slip
from models.day_check import DayCheck
from tests.app.slip_step import dispatch, inspect
from tests.clock import Clock
from tests.data_book_maker import at
from tests.makers import make_slip


class Days:
    """A desk whose clock moves through days; slips are public unless said."""

    def __init__(self, database: Database, desk: Desk, clock: Clock) -> None:
        self.database, self.desk, self.clock = database, desk, clock
        self.numbers: dict[int, str] = {}

    def issue(self, moment: str, **fields: Any) -> int:
        """A slip issued and handed out at a local time."""
        self.clock.local(moment)
        slip = make_slip(self.database, self.desk, **fields)
        dispatch(self.database, self.desk, slip.id)
        self.numbers[slip.id] = slip.number
        return slip.id

    def back(self, moment: str, slip_id: int, **facts: Any) -> None:
        """Its paper came back."""
        self.clock.local(moment)
        order = TakeBackSlip(slip_id, result_text="已修好", **facts)
        self.database.write(take_back_slip, self.desk, order)

    def fail(self, moment: str, slip_id: int) -> None:
        """Its inspection failed."""
        self.clock.local(moment)
        inspect(False)(self.database, self.desk, slip_id)

    def tell(
        self, moment: str, slip_id: int, reason: str = "待料", **facts: Any
    ) -> None:
        """Engineering says why it is not done."""
        eta_at = self.clock.local(moment) + timedelta(days=2)
        order = TellFeedback(slip_id, reason, eta_at, **facts)
        self.database.write(tell_feedback, self.desk, order)

    def classes(self, day: str, run: str | None = None) -> dict[int, str]:
        """Each slip of the set with its class."""
        moment = None if run is None else at(run)
        check = self.check(day, moment)
        return {item.slip_id: str(item.check_class) for item in check.items}

    def check(self, day: str, run: datetime | None = None) -> DayCheck:
        """The check of a day."""
        wanted = date.fromisoformat(day)
        return self.database.read(check_day, self.desk, wanted, run)

    def final(self, day: str, moment: str, **more: Any) -> DayCheck:
        """Make it final at a local time."""
        self.clock.local(moment)
        order = FinalCheck(date.fromisoformat(day), **more)
        made, _ = self.database.write(make_final, self.desk, order)
        return made
