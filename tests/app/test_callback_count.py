"""Callbacks needed and made: the vectors of worked-examples 5.6 and 5.2."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from random import Random

import pytest

from app.callback import CallBack, call_back
from app.callback_count import count_callbacks, needed
from app.data_book_import import import_book
from app.database import Database
from app.desk import Desk, open_desk
from app.settings import Settings
from app.settings_change import change_settings
from models.callback import CallbackMethod, CallbackResult
from models.callback_coverage import CallbackCoverage, CallbackShare, share
from models.data_book import BookRows, CallbackRow, SlipRow
from models.slip import OwnerOpinion, ReporterKind, SlipEvent, SlipState
from models.unit import AreaKind
from tests.app.slip_step import STEPS, inspect, take_back
from tests.clock import Clock
from tests.data_book_maker import (
    NOW,
    at,
    numbered,
    public_slip,
    unit_slip,
    worked_book,
)
from tests.makers import make_slip

FROM, UNTIL = at("2026-10-21"), at("2026-11-21")
CLOSE = at("2026-11-23 10:00")


def counted(
    database: Database,
    desk: Desk,
    known_at: datetime,
    from_at: datetime = FROM,
    until_at: datetime = UNTIL,
) -> CallbackCoverage:
    return database.read(count_callbacks, desk, from_at, until_at, known_at)


def taken(
    database: Database,
    desk: Desk,
    slips: Iterable[SlipRow],
    calls: Iterable[CallbackRow] = (),
) -> None:
    rows = BookRows(tuple(slips), callbacks=tuple(calls))
    database.write(import_book, desk.at(NOW), numbered(rows))


def called(number: str, when: str, result: str = "接通", **more: str) -> CallbackRow:
    known = {"method": "电话", "called_by": "演示管家"} | more
    return CallbackRow(number=number, at=at(when), result=result, **known)  # type: ignore[arg-type]


def back(number: str, returned: str, **more: object) -> SlipRow:
    return unit_slip(number, "2026-10-01 09:00", returned_at=at(returned), **more)


def passed(number: str, returned: str, inspected: str = "") -> SlipRow:
    return public_slip(
        number,
        "2026-10-01 09:00",
        returned_at=at(returned),
        inspection="合格",
        inspected_by="演示管家",
        inspected_at=at(inspected or returned),
    )


VECTORS = {0: 0, 1: 1, 2: 2, 3: 2, 4: 3, 5: 3, 6: 4, 7: 5, 10: 6, 11: 7}


@pytest.mark.parametrize(("returned", "need"), VECTORS.items())
def test_six_tenths_of_the_public_slips_are_called(returned: int, need: int) -> None:
    """5.6: whole numbers, never a float."""
    assert needed(Settings(), 0, returned) == (0, need)
    assert share(60, returned) == (3 * returned + 4) // 5 == need


def test_the_share_is_the_smallest_whole_number_that_is_enough() -> None:
    for percent in range(101):
        for count in range(60):
            found = share(percent, count)
            assert 100 * found >= percent * count
            assert found == 0 or 100 * (found - 1) < percent * count


def test_six_of_ten_are_enough_and_five_are_not(database: Database, desk: Desk) -> None:
    slips = [passed(f"P{n:02d}", f"2026-11-01 10:{n:02d}") for n in range(10)]
    calls = [called(f"P{n:02d}", f"2026-11-02 10:0{n}") for n in range(6)]
    taken(database, desk, slips, calls)

    six = counted(database, desk, CLOSE).public
    five = counted(database, desk, at("2026-11-02 10:04")).public

    assert (six.base, six.need, six.done, six.rate) == (10, 6, 6, "60.00")
    assert six.is_met
    assert (five.done, five.rate, five.missing) == (5, "50.00", 1)
    assert not five.is_met


def test_every_owner_is_called_whatever_the_whole_comes_to(
    database: Database, desk: Desk
) -> None:
    slips = [back(f"U{n}", "2026-11-01 10:00") for n in range(3)]
    public = [passed(f"P{n}", "2026-11-01 10:00") for n in range(3)]
    calls = [called(number, "2026-11-02 10:00") for number in ("U0", "U1", "P0", "P1")]
    taken(database, desk, [*slips, *public], calls)

    found = counted(database, desk, CLOSE)

    assert found.unit == CallbackShare(3, 3, 2)
    assert (found.unit.rate, found.unit.is_met) == ("66.67", False)
    assert found.public.is_met
    assert found.overall == CallbackShare(6, 5, 4)
    assert found.overall.rate == "66.67"


def test_of_nothing_nothing_is_asked(database: Database, desk: Desk) -> None:
    found = counted(database, desk, CLOSE)
    for each in (found.unit, found.public, found.overall):
        assert each == CallbackShare(0, 0, 0)
        assert each.rate is None
        assert each.is_met


def test_the_worked_month(database: Database, desk: Desk) -> None:
    """5.2: UNIT base 7 (#1, 2, 3, 4, 5, 10, 11), PUBLIC base 1 (#6)."""
    database.write(import_book, desk.at(NOW), numbered(worked_book()))

    found = counted(database, desk, CLOSE)

    assert found.unit == CallbackShare(7, 7, 0)
    assert found.public == CallbackShare(1, 1, 0)
    assert found.overall == CallbackShare(8, 8, 0)
    assert found.overall.rate == "0.00"
    # Before the inspection of 17:00 the public slip was not yet one of them.
    assert counted(database, desk, at("2026-11-01 16:59:59")).public.base == 0
    assert counted(database, desk, at("2026-11-01 17:00")).public.base == 1


def test_the_window_begins_with_its_first_second(
    database: Database, desk: Desk
) -> None:
    slips = [
        back("A", "2026-10-20 23:59:59"),
        back("B", "2026-10-21 00:00:00"),
        back("C", "2026-11-20 23:59:59"),
        back("D", "2026-11-21 00:00:00"),
    ]
    taken(database, desk, slips)

    assert counted(database, desk, CLOSE).unit.base == 2
    # By T includes T.
    assert counted(database, desk, at("2026-10-20 23:59:59")).unit.base == 0
    assert counted(database, desk, at("2026-10-21 00:00:00")).unit.base == 1


def test_only_who_was_reached_by_then_counts(database: Database, desk: Desk) -> None:
    slips = [back(name, "2026-11-01 10:00") for name in "ABCDE"]
    calls = [
        called("A", "2026-11-02 10:00", "未接通"),
        called("B", "2026-11-02 10:00", "拒绝"),
        called("C", "2026-11-02 10:00", method="现场复核"),
        called("D", "2026-11-02 10:00", "未接通"),
        called("D", "2026-11-03 10:00"),
        called("D", "2026-11-04 10:00"),
    ]
    taken(database, desk, slips, calls)

    assert counted(database, desk, CLOSE).unit == CallbackShare(5, 5, 2)
    assert counted(database, desk, at("2026-11-03 09:59:59")).unit.done == 1


def test_what_is_not_finished_is_not_called_about(
    database: Database, desk: Desk
) -> None:
    failed = public_slip(
        "F",
        "2026-11-01 09:00",
        returned_at=at("2026-11-01 10:00"),
        inspection="不合格",
        inspected_at=at("2026-11-01 11:00"),
    )
    waiting = public_slip("W", "2026-11-01 09:00", returned_at=at("2026-11-01 10:00"))
    slips = [
        back("A", "2026-11-01 10:00", outcome="未完成"),
        back("B", "2026-11-01 10:00", ending="销单", ended_at=at("2026-11-01 12:00")),
        failed,
        waiting,
        unit_slip("O", "2026-11-01 09:00"),
    ]
    taken(database, desk, slips)

    assert counted(database, desk, CLOSE).overall == CallbackShare(0, 0, 0)
    assert counted(database, desk, at("2026-11-01 11:59:59")).unit.base == 1


def reached(database: Database, desk: Desk, slip_id: int) -> None:
    order = CallBack(
        slip_id,
        CallbackMethod.PHONE,
        CallbackResult.REACHED,
        satisfaction=OwnerOpinion.SATISFIED,
    )
    database.write(call_back, desk, order)


def test_a_slip_that_came_back_twice_counts_by_its_completed_return(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-11-18 10:00:00")
    slip = make_slip(database, desk, SlipState.RETURNED)
    inspect(False)(database, desk, slip.id)
    clock.local("2026-11-22 10:00:00")
    STEPS[SlipEvent.ARRIVE](database, desk, slip.id)
    take_back(database, desk, slip.id)
    clock.advance(minutes=30)
    inspect(True)(database, desk, slip.id)
    now = desk.now()

    next_window = at("2026-11-21"), at("2026-12-21")
    assert counted(database, desk, now).public.base == 0
    assert counted(database, desk, now, *next_window).public == CallbackShare(1, 1, 0)
    reached(database, desk, slip.id)
    assert counted(database, desk, now, *next_window).public.done == 1


def test_the_weaker_reading_asks_the_share_of_all_slips(
    database: Database, desk: Desk
) -> None:
    slips = [back(f"U{n}", "2026-11-01 10:00") for n in range(3)]
    public = [passed(f"P{n}", "2026-11-01 10:00") for n in range(7)]
    taken(database, desk, [*slips, *public])
    database.write(change_settings, desk, {"callback_public_basis": "OVERALL"})
    weaker = database.read(open_desk, clock=desk.clock)

    found = counted(database, weaker, CLOSE)

    # 60 % of ten are six, three of which the owners give.
    assert found.unit == CallbackShare(3, 3, 0)
    assert found.public == CallbackShare(7, 3, 0)
    assert found.overall.need == 6


@pytest.mark.parametrize(
    ("units", "others", "need"),
    [(0, 0, 0), (5, 1, 0), (10, 2, 0), (1, 9, 5), (0, 3, 2)],
)
def test_the_weaker_reading_never_asks_more_than_there_is(
    units: int, others: int, need: int
) -> None:
    settings = Settings({"callback_public_basis": "OVERALL"})
    assert needed(settings, units, others) == (units, need)


def test_public_slips_an_owner_reported_may_count_as_the_owners(
    database: Database, desk: Desk
) -> None:
    owner = make_slip(
        database, desk, SlipState.RETURNED, reporter_kind=ReporterKind.OWNER
    )
    staff = make_slip(
        database, desk, SlipState.RETURNED, reporter_kind=ReporterKind.STAFF
    )
    unit = make_slip(database, desk, SlipState.RETURNED, area_kind=AreaKind.UNIT)
    for slip in (owner, staff):
        inspect(True)(database, desk, slip.id)
    assert unit.number
    window = desk.now(), desk.now() + timedelta(days=1)

    plain = counted(database, desk, desk.now(), *window)
    database.write(
        change_settings, desk, {"callback_owner_basis": "UNIT_OR_OWNER_REPORTED"}
    )
    wider = database.read(open_desk, clock=desk.clock)
    found = counted(database, wider, desk.now(), *window)

    assert (plain.unit.base, plain.public.base) == (1, 2)
    assert (found.unit.base, found.public.base) == (2, 1)


def _by_hand(
    rows: BookRows, from_at: datetime, until_at: datetime, known_at: datetime
) -> tuple[CallbackShare, CallbackShare]:
    """The same from the rows of the book, slip by slip."""
    reached = {
        row.number
        for row in rows.callbacks
        if row.result == "接通" and row.at is not None and row.at <= known_at
    }
    bases: dict[bool, list[str]] = {True: [], False: []}
    for row in rows.slips:
        is_unit = row.area_kind == "业户单元"
        came = row.returned_at
        if came is None or came > known_at or not from_at <= came < until_at:
            continue
        if row.outcome == "未完成" or (row.ended_at and row.ended_at <= known_at):
            continue
        looked = row.inspected_at is not None and row.inspected_at <= known_at
        if is_unit or (looked and row.inspection == "合格"):
            bases[is_unit].append(row.number)
    shares = []
    for is_unit, percent in ((True, 100), (False, 60)):
        base = bases[is_unit]
        need = -(-percent * len(base) // 100)
        shares.append(CallbackShare(len(base), need, len(reached & set(base))))
    return shares[0], shares[1]


@pytest.mark.parametrize("seed", range(3))
def test_random_books_are_counted_as_by_hand(
    database: Database, desk: Desk, seed: int
) -> None:
    draw = Random(seed)
    start = at("2026-10-01 08:00")

    def after(moment: datetime, hours: int) -> datetime:
        return moment + timedelta(seconds=draw.randrange(hours * 3600))

    slips, calls = [], []
    for n in range(120):
        issued = after(start, 50 * 24)
        local = issued.astimezone(desk.zone).replace(tzinfo=None).isoformat(" ")
        returned = after(issued, 48)
        facts: dict[str, object] = {"returned_at": returned}
        is_unit = draw.random() < 0.5
        throw = draw.random()
        if throw < 0.1:
            facts["outcome"] = "未完成"
        elif throw < 0.15:
            facts = {}
        elif not is_unit and throw < 0.85:
            facts["inspection"] = "合格" if throw < 0.75 else "不合格"
            facts["inspected_at"] = after(returned, 24)
        make = unit_slip if is_unit else public_slip
        slips.append(make(f"R{n:03d}", local, **facts))
        for _ in range(draw.randrange(4)):
            result = draw.choice(("接通", "未接通", "拒绝"))
            when = after(returned, 90)
            calls.append(
                CallbackRow(
                    number=f"R{n:03d}",
                    at=when,
                    method=draw.choice(("电话", "上门", "现场复核")),
                    result=result,
                    called_by="演示管家",
                )
            )
    rows = BookRows(tuple(slips), callbacks=tuple(calls))
    database.write(import_book, desk.at(NOW), numbered(rows))
    total = 0
    for _ in range(25):
        from_at = after(start, 30 * 24)
        until_at = after(from_at, 30 * 24)
        known_at = after(from_at, 45 * 24)
        found = counted(database, desk, known_at, from_at, until_at)
        assert (found.unit, found.public) == _by_hand(rows, from_at, until_at, known_at)
        total += found.overall.done
    assert total > 50
