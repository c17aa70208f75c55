"""What the headings of a register ask: every column sorts, and each filter its kind."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from app.database import Database
from app.desk import Desk
from app.listing import (
    ColumnFilter,
    HasWords,
    IsAtLeast,
    IsOneOf,
    IsWithin,
    Sort,
)
from app.slip_batch import find_batch, print_batch
from app.slip_list import (
    Register,
    SlipFilter,
    find_slip_ids,
    find_slip_numbers,
    first_slip_rows,
    load_slip_rows,
)
from app.slip_totals import load_slip_totals
from app.slip_view import load_slip_view
from app.slip_work import StepSlip, arrive
from models.slip import JobType, SlipState
from models.unit import AreaKind
from tests.clock import Clock
from tests.kept_books import Keep, Kept
from tests.makers import make_slip, make_unit

_S = SlipState
KEYS = (
    "number",
    "state",
    "issued",
    "room",
    "unit",
    "area",
    "place",
    "owner",
    "reporter",
    "phone",
    "content",
    "job_type",
    "trade",
    "supervisor",
    "technicians",
    "dispatched",
    "arrived",
    "done",
    "returned",
    "outcome",
    "unfinished_reason",
    "eta",
    "arrival",
    "quote",
    "charged",
    "waived",
    "received",
    "unpaid",
)


def numbers(database: Database, desk: Desk, wanted: SlipFilter) -> list[str]:
    """The tails of the numbers of a list, asked in the three ways there are."""
    ids = database.read(find_slip_ids, desk, wanted)
    rows = database.read(load_slip_rows, desk, ids)
    found = [row.number for row in rows if row is not None]
    first = database.read(first_slip_rows, desk, wanted, 3)
    assert [row.number for row in first] == found[:3]
    assert list(database.read(find_slip_numbers, desk, wanted)) == found
    return [number.removeprefix("WX260302-") for number in found]


def five_slips(database: Database, desk: Desk, clock: Clock) -> list[int]:
    """Five slips of units, one minute apart, at different places in their lives."""
    make_unit(database, desk, "3-1502", "演示甲", "13800001502")
    make_unit(database, desk, "3-0301", "演示乙", "13800000301")
    ids = []
    for state, more in (
        (_S.ISSUED, {"content": "厨房漏水", "job_type": JobType.URGENT}),
        (_S.DISPATCHED, {"content": "插座没电", "unit": "3-0301", "place": "3-0301"}),
        (_S.WORKING, {"content": "马桶堵塞"}),
        (_S.RETURNED, {"content": "灯不亮", "unit": "3-0301", "place": "3-0301"}),
        (_S.VOID, {"content": "门锁坏"}),
    ):
        ids.append(make_slip(database, desk, state, area_kind=AreaKind.UNIT, **more).id)
        clock.advance(minutes=1)
    return ids


@pytest.fixture
def kept(keep: Keep) -> Kept[list[int]]:
    return keep(five_slips)


@pytest.fixture
def books(kept: Kept[list[int]]) -> list[int]:
    """The ids of five slips."""
    return kept.answer


@pytest.fixture
def database_url(
    request: pytest.FixtureRequest, new_database_url: Callable[[str], str]
) -> str:
    """The five slips' where a test asks for ``books``, otherwise an empty one."""
    if "books" not in request.fixturenames:
        return new_database_url("silian")
    kept: Kept[list[int]] = request.getfixturevalue("kept")
    return kept.url


@pytest.mark.usefixtures("books")
@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("from_at", [True, False])
def test_every_column_sorts_both_ways_and_what_is_empty_stands_last(
    key: str, from_at: bool, database: Database, desk: Desk, clock: Clock
) -> None:
    start = desk.at_local(date(2026, 3, 2)) if from_at else None
    lists = [
        numbers(database, desk, SlipFilter(sort=Sort(key, down), from_at=start))
        for down in (False, True)
    ]
    assert sorted(lists[0]) == sorted(lists[1]) == [f"{n:03}" for n in range(1, 6)]
    empty = {
        "arrived": {"001", "002", "005", "004"},
        "dispatched": {"001", "005"},
        "technicians": {"001", "005"},
        "quote": {"001", "002", "005"},
        "charged": {"001", "002", "003", "005"},
        "unpaid": {"001", "002", "003", "005"},
    }.get(key)
    if empty is not None:
        for found in lists:
            assert set(found[-len(empty) :]) == empty


@pytest.mark.usefixtures("books")
def test_states_are_sorted_as_a_slip_lives(database: Database, desk: Desk) -> None:
    by_state = SlipFilter(sort=Sort("state"))
    assert numbers(database, desk, by_state) == ["001", "002", "003", "004", "005"]


@pytest.mark.usefixtures("books")
@pytest.mark.parametrize(
    ("key", "asked", "expected"),
    [
        ("content", HasWords("漏"), ["001"]),
        ("unit", HasWords("0301"), ["002", "004"]),
        ("owner", HasWords("演示"), ["001", "002", "003", "004", "005"]),
        ("owner", HasWords("演示 乙"), ["002", "004"]),
        ("technicians", HasWords("技工"), ["002", "003", "004"]),
        ("content", HasWords("%"), []),
        ("content", HasWords("_"), []),
        ("phone", HasWords("1502"), ["001", "002", "003", "004", "005"]),
        ("number", HasWords("WX260302-004 wx260302-002"), ["002", "004"]),
        ("state", IsOneOf(("issued", "void")), ["001", "005"]),
        ("job_type", IsOneOf(("urgent",)), ["001"]),
        ("quote", IsAtLeast(Decimal("85.00")), ["003", "004"]),
        ("charged", IsAtLeast(Decimal("0.01")), ["004"]),
        ("unpaid", IsAtLeast(Decimal("85.00")), ["004"]),
        ("unpaid", IsAtLeast(Decimal("85.01")), []),
        ("received", IsAtLeast(Decimal("0.01")), []),
        ("quote", IsAtLeast(Decimal("85.01")), []),
        ("dispatched", IsWithin(date(2026, 3, 2)), ["002", "003", "004"]),
        ("dispatched", IsWithin(until_on=date(2026, 3, 2)), []),
        (
            "issued",
            IsWithin(date(2026, 3, 2), date(2026, 3, 3)),
            ["001", "002", "003", "004", "005"],
        ),
        ("returned", IsWithin(), ["004"]),
    ],
)
def test_a_heading_narrows_the_list(
    key: str,
    asked: ColumnFilter,
    expected: list[str],
    database: Database,
    desk: Desk,
) -> None:
    wanted = SlipFilter(sort=Sort("issued"), columns=((key, asked),))
    assert numbers(database, desk, wanted) == expected


def test_headings_together_ask_for_what_fits_all_of_them(
    books: list[int], database: Database, desk: Desk
) -> None:
    columns = (
        ("unit", HasWords("0301")),
        ("state", IsOneOf(("returned", "issued"))),
    )
    assert numbers(database, desk, SlipFilter(columns=columns)) == ["004"]
    named = SlipFilter(ids=(books[0], books[3]), without=frozenset({books[0]}))
    assert numbers(database, desk, named) == ["004"]


def test_an_arrival_is_counted_in_whole_minutes_from_the_dispatch(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-03-02 10:00:50")
    slip = make_slip(database, desk, _S.DISPATCHED, area_kind=AreaKind.UNIT)
    clock.local("2026-03-02 10:21:10")
    database.write(arrive, desk, StepSlip(slip.id))
    (row,) = database.read(load_slip_rows, desk, [slip.id])
    assert row is not None
    assert row.arrival_minutes == 21
    assert row.is_arrival_late(20)
    assert not row.is_arrival_late(21)
    for least, expected in (("21", ["001"]), ("22", [])):
        asked = (("arrival", IsAtLeast(Decimal(least))),)
        assert numbers(database, desk, SlipFilter(columns=asked)) == expected


@pytest.mark.usefixtures("books")
def test_totals_count_by_state_and_add_up_what_was_agreed(
    database: Database, desk: Desk, statements: list[str]
) -> None:
    statements.clear()
    totals = database.read(load_slip_totals, desk, SlipFilter(Register.UNIT))
    assert len(statements) == 4
    assert (totals.count, totals.valid, totals.void, totals.cancelled) == (5, 4, 1, 0)
    assert totals.charged == totals.unpaid == Decimal("85.00")
    assert totals.waived == totals.received == Decimal("0.00")
    assert totals.quoted == Decimal("85.00")
    none = database.read(load_slip_totals, desk, SlipFilter(Register.PUBLIC))
    assert (none.count, none.charged) == (0, Decimal("0.00"))


@pytest.mark.usefixtures("books")
def test_a_page_is_one_statement_in_any_order(
    database: Database, desk: Desk, statements: list[str]
) -> None:
    for key in KEYS:
        wanted = SlipFilter(Register.UNIT, sort=Sort(key, is_descending=True))
        statements.clear()
        database.read(first_slip_rows, desk, wanted, 100)
        assert len(statements) == 1


def test_slips_printed_together_are_counted_all_or_none(
    books: list[int], database: Database, desk: Desk
) -> None:
    wanted = SlipFilter(ids=tuple(books[:2]), sort=Sort("issued"))
    batch = database.read(find_batch, desk, wanted)
    assert [number[-3:] for _, number in batch.slips] == ["001", "002"]
    assert batch.printed == frozenset({books[1]}), "dispatch printed it"
    told, _ = database.write(print_batch, desk, batch, True)
    assert [number[-3:] for number in told] == ["001", "002"]
    first = database.read(load_slip_view, desk, books[0])
    second = database.read(load_slip_view, desk, books[1])
    assert {copy.print_seq for copy in first.copies} == {1}
    assert {copy.print_seq for copy in second.copies} == {2}
    assert second.open_gaps == ()


def test_any_number_of_slips_can_be_named_one_by_one(
    books: list[int], database: Database, desk: Desk
) -> None:
    many = tuple(range(100_000, 200_000))
    named = SlipFilter(ids=(*many, *books), sort=Sort("issued"))
    assert len(numbers(database, desk, named)) == 5
    but = SlipFilter(without=frozenset((*many, *books[1:])))
    assert numbers(database, desk, but) == ["001"]
