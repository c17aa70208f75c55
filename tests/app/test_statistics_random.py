"""Random books: a second count says the same, and so does every day's own check."""

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from app.data_book_import import import_book
from app.database import Database
from app.desk import Desk, open_desk
from app.return_check import check_day, load_final
from app.statistics import load_statistics
from app.statistics_behind import find_figure_ids
from app.statistics_days import CheckedDay, count_days
from models.data_book import BookRows, CallbackRow, FeedbackRow, SlipRow
from models.return_check import CheckClass
from models.statistics import Behind, FigureKey, Part, Span
from tests.app.checked_days import Days
from tests.app.plain_statistics import PlainStatistics
from tests.app.test_return_check_random import WEEK, RandomWeek
from tests.data_book_maker import ZONE, at, numbered, public_slip, unit_slip
from ui.command_line.stats import as_json

FIRST = at("2026-12-26")
EDGES = [at(f"{day} 00:00:00") for day in ("2026-12-28", "2027-01-01", "2027-01-04")]
NOW = at("2027-01-12 09:00")
_STEP = (0, 1, 59, 60, 61, 600, 1199, 1200, 1259, 1260, 4000, 30_000, 100_000)


class RandomBook:
    """Slips with any of their facts missing, at moments that touch the edges."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.feedback: list[FeedbackRow] = []
        self.callbacks: list[CallbackRow] = []

    def rows(self, count: int) -> BookRows:
        """The whole book."""
        slips = tuple(self._slip(f"ZZ{place:05d}") for place in range(count))
        return numbered(
            BookRows(
                slips=slips,
                feedback=tuple(self.feedback),
                callbacks=tuple(self.callbacks),
            )
        )

    def _later(self, moment: datetime) -> datetime:
        near = [edge for edge in EDGES if edge >= moment]
        if near and self.chance.random() < 0.15:
            return near[0] + timedelta(seconds=self.chance.choice((0, 0, 1)))
        return moment + timedelta(seconds=self.chance.choice(_STEP))

    def _slip(self, number: str) -> SlipRow:
        pick = self.chance
        issued = self._later(FIRST + timedelta(minutes=pick.randrange(14_000)))
        facts: dict[str, object] = {"trade": pick.choice(("", "水工", "电工"))}
        moment = issued
        steps = ("dispatched_at", "received_at", "arrived_at", "done_at")
        for name in steps[: pick.randrange(5)]:
            moment = self._later(moment)
            if pick.random() < 0.8:
                facts[name] = moment
        if pick.random() < 0.2:
            facts["appointment_at"] = self._later(issued)
        self._tell(number, issued, moment)
        is_public = pick.random() < 0.4
        fate = pick.choice(("out", "back", "back", "back", "half", "end"))
        if fate == "end":
            facts |= {"ending": pick.choice(("作废", "销单"))}
            facts |= {"ended_at": self._later(moment), "end_reason": "重复"}
        elif fate in ("back", "half"):
            moment = self._later(moment)
            outcome = "未完成" if fate == "half" else pick.choice(("完成", ""))
            facts |= {"returned_at": moment, "outcome": outcome}
            if fate == "back":
                self._look(number, moment, facts, is_public=is_public)
        make = public_slip if is_public else unit_slip
        row = make(number, "2026-12-26", **facts)
        return replace(row, issued_at=issued)

    def _tell(self, number: str, issued: datetime, until: datetime) -> None:
        while self.chance.random() < 0.4:
            told = self._later(issued)
            if not issued < told < until:
                return
            self.feedback.append(
                FeedbackRow(
                    number=number,
                    at=told,
                    reason=self.chance.choice(("待料", "缺人手")),
                    eta_at=told + timedelta(days=1),
                )
            )
            issued = told

    def _look(
        self, number: str, back: datetime, facts: dict[str, object], *, is_public: bool
    ) -> None:
        pick, moment = self.chance, back
        while pick.random() < 0.6:
            moment = self._later(moment) + timedelta(seconds=1)
            self.callbacks.append(
                CallbackRow(
                    number=number,
                    at=moment,
                    method="电话",
                    result=pick.choice(("接通", "接通", "未接通")),
                    opinion=pick.choice(("", "满意", "基本满意", "不满意")),
                    called_by="演示管家",
                )
            )
        if is_public and pick.random() < 0.7:
            facts |= {
                "inspection": pick.choice(("合格", "合格", "不合格")),
                "inspected_by": "演示管家",
                "inspected_at": self._later(moment),
            }


@pytest.fixture(params=[3, 88])
def book(request: pytest.FixtureRequest, database: Database) -> tuple[BookRows, Desk]:
    """A random book in the database."""
    rows = RandomBook(request.param).rows(160)
    desk = database.read(open_desk, clock=lambda: NOW)
    database.write(import_book, desk, rows)
    return rows, desk


def spans() -> list[Span]:
    """Weeks over the turn of the year, and odd ones, each known at odd moments."""
    bounds = [(EDGES[0], EDGES[2]), (EDGES[1], EDGES[2]), (FIRST, NOW)]
    bounds.append((at("2026-12-29 10:00:01"), at("2027-01-02 17:30:59")))
    bounds.append((at("2025-01-01"), at("2025-02-01")))  # nothing at all
    moments = [NOW, EDGES[1], EDGES[2], at("2027-01-02 12:00:30")]
    return [Span(*each, moment) for each in bounds for moment in moments]


def test_a_second_count_says_the_same(
    database: Database, book: tuple[BookRows, Desk]
) -> None:
    rows, desk = book
    for span in spans():
        found = database.read(load_statistics, desk, span)
        plain = PlainStatistics(rows, ZONE, span.from_at, span.until_at, span.at)
        assert as_json(desk, found) == plain.answer()
        assert found.flow.carried_in + found.flow.issued + found.flow.others == (
            found.flow.completed + found.flow.ended + found.flow.carried_out
        )


def test_the_random_books_have_enough_in_them() -> None:
    rows = RandomBook(3).rows(160)
    said = PlainStatistics(rows, ZONE, FIRST, NOW, NOW).answer()
    assert said["void"] and said["cancelled"] and said["unfinished"] > 20
    assert len(said["reasons"]) == 3
    assert 0 < said["arrival_20min"]["on_time"] < said["arrival_20min"]["base"]
    assert 0 < said["satisfaction"]["satisfied"] < said["satisfaction"]["answered"]
    assert 0 < said["inspection"]["passed"] < said["inspection"]["inspected"]


def test_every_figure_names_as_many_slips_as_it_counts(
    database: Database, book: tuple[BookRows, Desk]
) -> None:
    _, desk = book
    for span in spans()[:3]:
        found = database.read(load_statistics, desk, span)
        for key in (*_OF_SLIPS,):
            figure = found.figure(key)
            for part, count in (
                (Part.NUMERATOR, figure.numerator),
                (Part.DENOMINATOR, figure.denominator),
            ):
                if count is not None:
                    behind = Behind(key, part)
                    ids = database.read(find_figure_ids, desk, span, behind)
                    assert len(ids) == count, (span, key, part)


_OF_SLIPS = (
    FigureKey.COMPLETED,
    FigureKey.UNFINISHED_RATE,
    FigureKey.CARRIED_IN,
    FigureKey.CARRIED_OUT,
    FigureKey.COMPLETED_IN_WINDOW,
    FigureKey.ENDED_IN_WINDOW,
    FigureKey.ARRIVAL,
    FigureKey.REPAIR_IN_TIME,
    FigureKey.INSPECTION,
    FigureKey.SATISFACTION,
    FigureKey.CALLBACK_UNIT,
    FigureKey.CALLBACK_PUBLIC,
)


@pytest.mark.parametrize("seed", [4, 17])
def test_the_days_add_up_to_what_each_day_says(days: Days, seed: int) -> None:
    week = RandomWeek(days, seed)
    week.live()
    now = days.clock.local("2026-12-14 09:00")
    desk, database = days.desk, days.database
    span = Span(desk.at_local(WEEK[0]), now, now)
    found = database.read(count_days, desk, span)
    assert [day.day for day in found][: len(WEEK)] == WEEK
    assert any(day.is_final for day in found)
    assert any(not day.is_final for day in found)
    for day in found:
        counts = database.read(check_day, desk, day.day, day.run_at).counts
        if day.is_final:
            continue  # as it was made final, whatever became of its slips since
        out = counts[CheckClass.FEEDBACK] + counts[CheckClass.LATE_FEEDBACK]
        assert (day.on_time, day.late, day.feedback, day.out) == (
            counts[CheckClass.ON_TIME],
            counts[CheckClass.LATE],
            counts[CheckClass.FEEDBACK],
            out + counts[CheckClass.MISSING],
        ), day


@pytest.mark.parametrize("seed", [4, 17])
def test_the_slips_behind_the_days_are_those_of_each_day(days: Days, seed: int) -> None:
    RandomWeek(days, seed).live()
    now = days.clock.local("2026-12-14 09:00")
    span = Span(days.desk.at_local(WEEK[0]), now, now)
    counted = assert_each_day_names_its_slips(days.database, days.desk, span)
    assert any(day.is_final for day in counted)
    assert any(not day.is_final for day in counted)


def assert_each_day_names_its_slips(
    database: Database, desk: Desk, span: Span
) -> Sequence[CheckedDay]:
    """Every part of both rates of days, against the checks of the days one by one."""
    of_class: dict[CheckClass | None, set[int]] = defaultdict(set)
    counted = database.read(count_days, desk, span)
    for day in counted:
        if day.is_final:
            check = database.read(load_final, desk, day.day)
        else:
            check = database.read(check_day, desk, day.day, day.run_at)
        assert check is not None
        for item in check.items:
            of_class[item.check_class].add(item.slip_id)
    assert all(of_class[each] for each in CheckClass), of_class
    told, late_told, missing = (
        of_class[each]
        for each in (
            CheckClass.FEEDBACK,
            CheckClass.LATE_FEEDBACK,
            CheckClass.MISSING,
        )
    )
    on_time, late = of_class[CheckClass.ON_TIME], of_class[CheckClass.LATE]
    for key, above, below in (
        (FigureKey.RETURN_IN_TIME, on_time, on_time | late),
        (FigureKey.FEEDBACK, told, told | late_told | missing),
    ):
        for part, ids in (
            (Part.NUMERATOR, above),
            (Part.DENOMINATOR, below),
            (Part.MISSED, below - above),
        ):
            found = database.read(find_figure_ids, desk, span, Behind(key, part))
            assert len(found) == len(set(found))
            assert set(found) == ids, (key, part)
    return counted


def test_a_past_moment_does_not_know_what_happened_after_it(days: Days) -> None:
    week = RandomWeek(days, 2026)
    week.live()
    desk = days.desk.at(days.clock.local("2026-12-14 09:00"))
    last = datetime.combine(WEEK[-1], time(23, 59, 59))
    failed = [each for slip in week.slips for each in slip.failed]
    assert len(failed) > 3, "nothing changed after it was complete"
    for moment in sorted(
        {last, *failed, *(each - timedelta(seconds=1) for each in failed)}
    ):
        at_then = moment.replace(tzinfo=ZONE)
        span = Span(desk.at_local(WEEK[0]), desk.now(), at_then)
        found = days.database.read(load_statistics, desk, span)
        known = [slip for slip in week.slips if slip.issued <= moment]
        gone = [slip for slip in known if slip.ended and slip.ended <= moment]
        cohort = found.cohort
        assert cohort.issued == len(known)
        assert cohort.void + cohort.cancelled == len(gone)
        assert cohort.completed == sum(
            slip.is_back(moment) for slip in known if slip not in gone
        )
        assert found.flow.carried_out == sum(slip.is_open(moment) for slip in known)


@pytest.mark.parametrize("seed", [5, 29])
def test_days_nobody_made_final_are_counted_together(
    database: Database, seed: int
) -> None:
    desk = database.read(open_desk, clock=lambda: NOW)
    database.write(import_book, desk, RandomBook(seed).rows(160))
    span = Span(FIRST, NOW, NOW)
    found = assert_each_day_names_its_slips(database, desk, span)
    assert len(found) == 17
    for day in found:
        counts = database.read(check_day, desk, day.day, None).counts
        out = counts[CheckClass.FEEDBACK] + counts[CheckClass.LATE_FEEDBACK]
        assert (day.on_time, day.late, day.feedback, day.out) == (
            counts[CheckClass.ON_TIME],
            counts[CheckClass.LATE],
            counts[CheckClass.FEEDBACK],
            out + counts[CheckClass.MISSING],
        ), day
