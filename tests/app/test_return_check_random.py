"""Random weeks of use cases, and random data books, against a plain count."""

import random
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest

from app.data_book_import import import_book
from app.database import Database
from app.desk import Desk
from app.return_check import check_day
from app.slip_close import CancelSlip, VoidSlip, cancel_slip, void_slip
from models.data_book import BookRows, FeedbackRow, SlipRow
from models.return_check import CheckClass
from models.slip import Outcome
from tests.app.books import problems
from tests.app.checked_days import Days
from tests.app.plain_day import PlainSlip, plain_check
from tests.clock import SITE
from tests.data_book_maker import NOW, at, numbered, public_slip

FIRST = date(2026, 12, 7)
WEEK = [FIRST + timedelta(days=count) for count in range(5)]
_TRICKY = (
    "00:00:00 00:00:01 08:30:00 09:15:20 12:00:00 16:59:59 17:29:59 17:30:00 17:30:20"
    " 17:30:59 17:31:00 17:31:01 17:35:00 17:40:00 17:40:30 17:40:58 17:40:59 17:41:00"
    " 17:41:01 18:20:00 21:00:00 23:59:59"
)


class RandomWeek:
    """Acts of one week in order of time, told to the program and to the plain count."""

    def __init__(self, days: Days, seed: int) -> None:
        self.days = days
        self.chance = random.Random(seed)
        self.ids: list[int] = []
        self.slips: list[PlainSlip] = []
        self.runs: dict[date, datetime] = {}

    def live(self) -> None:
        """Some acts at every tricky moment of every day."""
        for day in WEEK:
            for clock in _TRICKY.split():
                moment = datetime.combine(day, time.fromisoformat(clock))
                for _ in range(self.chance.choice((0, 1, 1, 2, 3))):
                    self._act(moment)
                if clock.startswith("17:3") or clock > "17:40":
                    self._perhaps_run(moment)

    def _act(self, moment: datetime) -> None:
        acts: list[Callable[[datetime], None]] = [self._issue] * 2
        acts += [self._return] * 3 + [self._fail] * 2 + [self._tell] * 2
        acts += [self._unfinished, self._cancel, self._void]
        self.chance.choice(acts)(moment)

    def _pick(self, moment: datetime, *, is_back: bool) -> int | None:
        """A slip that is back, or one that is out and was not issued just now."""
        having = [
            place
            for place, slip in enumerate(self.slips)
            if slip.ended is None
            and slip.issued < moment
            and slip.is_back(moment) is is_back
            and moment not in (*slip.returned, *slip.failed, *slip.unfinished)
        ]
        return self.chance.choice(having) if having else None

    def _issue(self, moment: datetime) -> None:
        self.ids.append(self.days.issue(str(moment)))
        self.slips.append(PlainSlip(moment))

    def _return(self, moment: datetime) -> None:
        if (place := self._pick(moment, is_back=False)) is not None:
            self.days.back(str(moment), self.ids[place])
            self.slips[place].returned.append(moment)

    def _unfinished(self, moment: datetime) -> None:
        if (place := self._pick(moment, is_back=False)) is not None:
            self.days.back(
                str(moment),
                self.ids[place],
                outcome=Outcome.UNFINISHED,
                unfinished_reason="待料",
                eta_at=at(str(moment)) + timedelta(days=1),
            )
            # The paper tells why: that is the day's feedback.
            self.slips[place].unfinished.append(moment)
            self.slips[place].told.append(moment)

    def _fail(self, moment: datetime) -> None:
        if (place := self._pick(moment, is_back=True)) is not None:
            self.days.fail(str(moment), self.ids[place])
            self.slips[place].failed.append(moment)

    def _tell(self, moment: datetime) -> None:
        if (place := self._pick(moment, is_back=False)) is not None:
            self.days.tell(str(moment), self.ids[place])
            self.slips[place].told.append(moment)

    def _cancel(self, moment: datetime) -> None:
        place = self._pick(moment, is_back=False)
        if place is not None and self.chance.random() < 0.5:
            self.days.clock.local(str(moment))
            order = CancelSlip(self.ids[place], "业户撤销")
            self.days.database.write(cancel_slip, self.days.desk, order)
            self.slips[place].ended = moment

    def _void(self, moment: datetime) -> None:
        place = self._pick(moment, is_back=False)
        if place is None or self.slips[place].returned or self.slips[place].unfinished:
            return
        self.days.clock.local(str(moment))
        order = VoidSlip(self.ids[place], "录入错误")
        self.days.database.write(void_slip, self.days.desk, order)
        self.slips[place].ended = moment

    def _perhaps_run(self, moment: datetime) -> None:
        if self.chance.random() < 0.15:
            self.days.final(str(moment.date()), str(moment))
            self.runs[moment.date()] = moment


@pytest.mark.parametrize("seed", [4, 17, 2026])
def test_a_random_week_is_counted_as_a_plain_count_counts_it(
    days: Days, seed: int
) -> None:
    week = RandomWeek(days, seed)
    week.live()
    days.clock.local("2026-12-14 09:00")

    seen: set[str] = set()
    for day in WEEK:
        some = datetime.combine(day, time.fromisoformat(_one_of(week)))
        for run in (None, some):
            expected = plain_check(week.slips, week.runs, day, run)
            found = days.classes(str(day), None if run is None else str(run))
            want = {week.ids[place]: name for place, name in expected.items()}
            assert found == want
            seen |= set(found.values())
    assert len(seen) >= 4, "the week has too little in it"
    assert problems(days.database, days.desk) == []


def _one_of(week: RandomWeek) -> str:
    return week.chance.choice(_TRICKY.split())


def test_a_random_book_is_counted_as_a_plain_count_counts_it(
    database: Database, desk: Desk
) -> None:
    chance = random.Random(5)
    slips = sorted(
        (_imported(chance) for _ in range(250)), key=lambda slip: slip.issued
    )
    rows = [_row(serial, slip) for serial, slip in enumerate(slips, start=1)]
    told = [
        FeedbackRow(
            number=row.number,
            at=_instant(moment),
            reason="待料",
            eta_at=_instant(moment + timedelta(days=1)),
        )
        for row, slip in zip(rows, slips, strict=True)
        for moment in slip.told
    ]
    book = BookRows(slips=tuple(rows), feedback=tuple(told))
    desk = desk.at(NOW)
    database.write(import_book, desk, numbered(book))

    seen: set[object] = set()
    for day in WEEK:
        for run in (None, datetime.combine(day, time.fromisoformat("17:30:30"))):
            expected = plain_check(slips, {}, day, run)
            check = database.read(
                check_day, desk, day, None if run is None else _instant(run)
            )
            found = {item.number: item.check_class for item in check.items}
            assert found == {
                rows[place].number: each for place, each in expected.items()
            }
            seen |= set(found.values())
    assert seen == set(CheckClass)


def _imported(chance: random.Random) -> PlainSlip:
    """A slip as a book can tell it: one return, one inspection, one end."""
    issued, *later = sorted(_moment(chance) for _ in range(6))
    slip = PlainSlip(issued)
    later = [each for each in later if each > issued]
    fate = chance.choice(("out", "back", "back", "back", "failed", "unfinished", "end"))
    if later and fate == "end":
        slip.ended = later[-1]
    elif later and fate in ("back", "failed", "unfinished"):
        back = later.pop(0)
        (slip.unfinished if fate == "unfinished" else slip.returned).append(back)
        later = [each for each in later if each > back]
        if later and fate == "failed":
            slip.failed.append(later[-1])
    end = min([*slip.returned, *slip.failed], default=slip.ended or _moment(chance))
    slip.told = [
        each for each in (_moment(chance), _moment(chance)) if issued < each < end
    ]
    return slip


def _moment(chance: random.Random) -> datetime:
    return datetime.combine(
        chance.choice(WEEK), time.fromisoformat(chance.choice(_TRICKY.split()))
    )


def _instant(moment: datetime) -> datetime:
    return moment.replace(tzinfo=SITE)


def _row(serial: int, slip: PlainSlip) -> SlipRow:
    facts: dict[str, object] = {}
    if back := [*slip.returned, *slip.unfinished]:
        facts |= {"returned_at": _instant(back[0])}
        facts |= {"outcome": "未完成" if slip.unfinished else "完成"}
    if slip.failed:
        facts |= {"inspection": "不合格", "inspected_at": _instant(slip.failed[0])}
    if slip.ended is not None:
        facts |= {"ending": "销单", "ended_at": _instant(slip.ended)}
        facts |= {"end_reason": "业户撤销"}
    return public_slip(f"ZZ{serial:05d}", str(slip.issued), **facts)
