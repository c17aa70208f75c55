"""Registers and work lists: which slips, in which order, and what their rows say."""

from datetime import timedelta

import pytest

from app.database import Database
from app.desk import Desk, open_desk
from app.seed import seed_centre
from app.slip_list import (
    Register,
    SlipFilter,
    SlipOrder,
    count_slips,
    find_slip_ids,
    first_slip_rows,
    load_slip_rows,
)
from models.slip import JobType, SlipState
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip, make_unit

_S = SlipState


def numbers(database: Database, desk: Desk, wanted: SlipFilter) -> list[str]:
    """The numbers of a list, asked in both ways a window asks."""
    ids = database.read(find_slip_ids, desk, wanted)
    rows = database.read(load_slip_rows, desk, ids)
    found = [row.number for row in rows if row is not None]
    first = database.read(first_slip_rows, desk, wanted, 2)
    assert [row.number for row in first] == found[:2]
    assert database.read(count_slips, desk, wanted) == len(found)
    return [number.removeprefix("WX260302-") for number in found]


@pytest.fixture
def books(database: Database, desk: Desk, clock: Clock) -> None:
    """Five slips of a morning, one minute apart."""
    make_unit(database, desk, "3-1502", "演示𬭎业主", "13800001502")
    for state, kind, more in (
        (_S.ISSUED, AreaKind.UNIT, {"content": "厨房漏水"}),
        (_S.DISPATCHED, AreaKind.PUBLIC, {"content": "电梯异响 100%"}),
        (_S.RETURNED, AreaKind.OFFICE, {"area": "管理处", "place": "前台"}),
        (_S.VOID, AreaKind.UNIT, {"job_type": JobType.URGENT}),
        (_S.CANCELLED, AreaKind.PUBLIC, {}),
    ):
        make_slip(database, desk, state, area_kind=kind, **more)
        clock.advance(minutes=1)


@pytest.mark.usefixtures("books")
def test_the_register_is_chosen_by_area_and_never_by_fee(
    database: Database, desk: Desk
) -> None:
    """S4-4.1.4, K-24; offices count as public; void and cancelled rows stay."""
    unit = SlipFilter(Register.UNIT, order=SlipOrder.OLDEST_FIRST)
    assert numbers(database, desk, unit) == ["001", "004"]
    public = SlipFilter(Register.PUBLIC, order=SlipOrder.OLDEST_FIRST)
    assert numbers(database, desk, public) == ["002", "003", "005"]


@pytest.mark.usefixtures("books")
def test_a_list_opens_with_the_newest_slip(database: Database, desk: Desk) -> None:
    assert numbers(database, desk, SlipFilter()) == ["005", "004", "003", "002", "001"]


@pytest.mark.usefixtures("books")
def test_slips_of_one_second_stand_in_the_order_of_their_numbers(
    database: Database, desk: Desk
) -> None:
    for _ in range(3):
        make_slip(database, desk)
    oldest = SlipFilter(order=SlipOrder.OLDEST_FIRST)
    assert numbers(database, desk, oldest) == [f"{n:03}" for n in range(1, 9)]
    assert numbers(database, desk, SlipFilter())[:3] == ["008", "007", "006"]


@pytest.mark.usefixtures("books")
def test_a_span_of_time_takes_its_first_moment_and_not_its_last(
    database: Database, desk: Desk, clock: Clock
) -> None:
    start = clock.at - timedelta(minutes=5)
    minute = timedelta(minutes=1)
    wanted = SlipFilter(from_at=start + minute, until_at=start + 3 * minute)
    assert numbers(database, desk, wanted) == ["003", "002"]


@pytest.mark.usefixtures("books")
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("漏水", ["004", "001"]),
        ("厨房漏水", ["001"]),
        ("WX260302-003", ["003"]),
        ("wx260302", ["005", "004", "003", "002", "001"]),
        ("3-1502", ["004", "001"]),
        ("𬭎", ["004", "001"]),
        ("13800001502", ["004", "001"]),
        ("管理处 前台", ["003"]),
        ("  电梯\n100% ", ["002"]),
        ("%", ["002"]),
        ("_", []),
        ("'", []),
        ("\ud800", ["005", "004", "003", "002", "001"]),
        ("没有这回事", []),
    ],
)
def test_what_is_typed_is_looked_for_in_every_word_of_a_slip(
    database: Database, desk: Desk, typed: str, expected: list[str]
) -> None:
    assert numbers(database, desk, SlipFilter(text=typed)) == expected


@pytest.mark.usefixtures("books")
def test_a_work_list_shows_the_states_it_is_about(
    database: Database, desk: Desk
) -> None:
    states = frozenset({_S.ISSUED, _S.DISPATCHED})
    assert numbers(database, desk, SlipFilter(states=states)) == ["002", "001"]


@pytest.mark.usefixtures("books")
def test_a_row_says_what_a_list_shows(database: Database, desk: Desk) -> None:
    ids = database.read(find_slip_ids, desk, SlipFilter())
    rows = database.read(load_slip_rows, desk, ids)
    void, returned, unit = rows[1], rows[2], rows[4]
    assert void is not None
    assert returned is not None
    assert unit is not None
    assert (void.state, void.is_urgent) == (_S.VOID, True)
    assert (unit.room, unit.owner_name) == ("3-1502", "演示𬭎业主")
    assert returned.room == "管理处 前台"
    assert returned.technicians == ("演示技工",)
    assert returned.returned_at is not None


@pytest.mark.usefixtures("books")
def test_rows_come_in_the_order_asked_and_a_gone_one_is_empty(
    database: Database, desk: Desk
) -> None:
    rows = database.read(load_slip_rows, desk, [3, 4711, 1, 3])
    found = [row.number[-3:] if row else None for row in rows]
    assert found == ["003", None, "001", "003"]
    assert database.read(load_slip_rows, desk, []) == []


@pytest.mark.usefixtures("books")
def test_a_page_of_a_list_is_one_statement(
    database: Database, desk: Desk, statements: list[str]
) -> None:
    for query, argument in (
        (find_slip_ids, SlipFilter()),
        (load_slip_rows, [1, 2, 3]),
        (count_slips, SlipFilter()),
    ):
        statements.clear()
        database.read(query, desk, argument)  # type: ignore[arg-type]
        assert len(statements) == 1
    statements.clear()
    database.read(count_slips, desk, SlipFilter(text="漏水"))
    assert len(statements) <= 4, "what the words mean is asked of the index first"


@pytest.mark.usefixtures("books")
def test_one_centre_does_not_see_the_slips_of_another(
    database: Database, desk: Desk, clock: Clock
) -> None:
    with database.connect(writing=True) as connection:
        seed_centre(connection, "02", "二期服务中心")
    second = database.read(open_desk, centre="02", clock=clock)
    own = make_slip(database, second)
    assert numbers(database, second, SlipFilter()) == ["001"]
    assert numbers(database, desk, SlipFilter())[0] == "005"
    assert database.read(load_slip_rows, desk, [own.id]) == [None]
