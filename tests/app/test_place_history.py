"""What the desk knows of a place while a call about it is typed."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.database import Database
from app.desk import Desk, open_desk
from app.place_history import PlaceHistory, PlaceQuestion, load_place_history
from app.settings_change import change_settings
from app.unit_directory import Owner, SaveUnit, find_units, save_unit
from models.slip import ChargeClass, SlipState
from models.unit import AreaKind
from tests.app.slip_step import take_back
from tests.app.waiving import ask, pay, priced, sign
from tests.clock import Clock
from tests.makers import make_slip, make_unit

HERE = PlaceQuestion(AreaKind.UNIT, "3-1502")


def _ask(database: Database, desk: Desk, question: PlaceQuestion) -> PlaceHistory:
    known = database.read(load_place_history, desk, question)
    assert known is not None
    return known


@pytest.fixture
def unit(database: Database, desk: Desk) -> int:
    """A unit with one owner."""
    return make_unit(database, desk)


def test_no_place_is_asked_about_while_none_is_named(
    database: Database, desk: Desk, unit: int
) -> None:
    for question in (
        PlaceQuestion(AreaKind.UNIT),
        PlaceQuestion(AreaKind.UNIT, "9-9999"),
        PlaceQuestion(AreaKind.PUBLIC),
    ):
        assert database.read(load_place_history, desk, question) is None


def test_a_unit_is_known_however_its_room_is_written(
    database: Database, desk: Desk, unit: int
) -> None:
    known = _ask(database, desk, PlaceQuestion(AreaKind.UNIT, "３栋1502"))
    assert (known.label, known.building, known.floor) == ("3-1502", "3", 15)
    assert known.unit is not None
    assert known.unit.owners == (Owner("演示业户", "13800001502"),)
    assert (known.repairs, known.count) == ((), 0)


def test_the_last_repairs_are_named_with_their_technician_newest_first(
    database: Database, desk: Desk, clock: Clock, unit: int
) -> None:
    kind = AreaKind.UNIT
    old = make_slip(database, desk, SlipState.RETURNED, area_kind=kind)
    clock.advance(days=1)
    make_slip(database, desk, SlipState.VOID, area_kind=kind, content="录错的单")
    clock.advance(days=1)
    new = make_slip(database, desk, area_kind=kind, content="卧室灯不亮")
    known = _ask(database, desk, HERE)
    assert [one.id for one in known.repairs] == [new.id, old.id]
    assert known.count == 2, "a void slip is no repair"
    assert known.repairs[0].technicians == ()
    assert known.last_technicians == ("演示技工",)


def test_a_repair_says_its_fee_once_it_is_posted_and_free_where_it_was(
    database: Database, desk: Desk, unit: int
) -> None:
    kind = AreaKind.UNIT
    make_slip(database, desk, SlipState.RETURNED, area_kind=kind)
    free = ChargeClass.FREE_WARRANTY
    make_slip(database, desk, SlipState.RETURNED, area_kind=kind, charge_class=free)
    make_slip(database, desk, SlipState.DISPATCHED, area_kind=kind)
    open_one, warranty, paid = _ask(database, desk, HERE).repairs
    assert (open_one.charged, open_one.is_free) == (None, False)
    assert warranty.is_free
    assert paid.charged == Decimal("85.00") and not paid.is_free


@pytest.mark.parametrize(
    ("days", "is_offered"), [(0, True), (90, True), (91, False), (400, False)]
)
def test_the_same_fault_is_free_until_the_last_day_of_its_guarantee(
    database: Database,
    desk: Desk,
    clock: Clock,
    unit: int,
    days: int,
    is_offered: bool,
) -> None:
    """K-14: 90 days from the day it was done."""
    kind = AreaKind.UNIT
    done = make_slip(database, desk, SlipState.RETURNED, area_kind=kind)
    clock.advance(days=days)
    question = replace(HERE, content="水龙头又漏水了")
    rework = _ask(database, desk, question).rework
    assert (rework is not None) == is_offered
    if rework is not None:
        assert (rework.id, rework.number) == (done.id, done.number)
        assert (rework.done_on, rework.until_on) == (
            date(2026, 3, 2),
            date(2026, 5, 31),
        )
        assert rework.technicians == ("演示技工",)


@pytest.mark.parametrize("content", ["卧室空调不制冷", "卫生间马桶堵", ""])
def test_another_fault_is_no_rework(
    database: Database, desk: Desk, unit: int, content: str
) -> None:
    make_slip(database, desk, SlipState.RETURNED, area_kind=AreaKind.UNIT)
    question = replace(HERE, content=content, trade="水工")
    assert _ask(database, desk, question).rework is None


def test_the_same_trade_at_the_same_thing_is_a_rework(
    database: Database, desk: Desk, unit: int
) -> None:
    kind = AreaKind.UNIT
    content = "厨房水龙头漏水"
    make_slip(database, desk, SlipState.RETURNED, area_kind=kind, content=content)
    question = replace(HERE, content="厨房龙头松动", trade="水工")
    assert _ask(database, desk, question).rework is not None
    assert (
        _ask(database, desk, replace(question, content="卫生间龙头松动")).rework is None
    )


@pytest.mark.parametrize("state", [SlipState.DISPATCHED, SlipState.CANCELLED])
def test_what_was_never_done_has_no_guarantee(
    database: Database, desk: Desk, unit: int, state: SlipState
) -> None:
    make_slip(database, desk, state, area_kind=AreaKind.UNIT)
    question = replace(HERE, content="厨房水龙头漏水")
    assert _ask(database, desk, question).rework is None


def test_no_guarantee_is_offered_where_the_centre_gives_none(
    database: Database, desk: Desk, clock: Clock, unit: int
) -> None:
    make_slip(database, desk, SlipState.RETURNED, area_kind=AreaKind.UNIT)
    database.write(change_settings, desk, {"repair_warranty_days": "0"})
    again = database.read(open_desk, clock=clock)
    question = replace(HERE, content="厨房水龙头漏水")
    assert _ask(database, again, question).rework is None


@pytest.mark.parametrize(("left", "is_in"), [(0, True), (-1, False), (300, True)])
def test_the_warranty_of_the_building_holds_until_its_last_day(
    database: Database, desk: Desk, unit: int, left: int, is_in: bool
) -> None:
    (row,) = database.read(find_units, desk, "3-1502")
    until = desk.today() + timedelta(days=left)
    order = SaveUnit(
        row.label,
        owners=row.owners,
        warranty_until_on=until,
        unit_id=row.id,
        version=row.version,
    )
    database.write(save_unit, desk, order)
    assert _ask(database, desk, HERE).is_in_warranty is is_in


def test_a_public_place_has_a_past_of_its_own(database: Database, desk: Desk) -> None:
    def call(area: str, place: str) -> int:
        return make_slip(database, desk, area=area, place=place).id

    hall = call("12栋", "大堂")
    call("12栋", "15层走廊")
    call("11栋", "大堂")
    same = call("12号楼", "一楼大堂")
    question = PlaceQuestion(AreaKind.PUBLIC, area="12栋", place="大堂")
    known = _ask(database, desk, question)
    assert {one.id for one in known.repairs} == {hall, same}
    assert (known.label, known.unit) == ("12栋大堂", None)


def test_the_past_of_a_place_is_asked_in_few_statements(
    database: Database, desk: Desk, unit: int, statements: list[str]
) -> None:
    for _ in range(12):
        make_slip(database, desk, area_kind=AreaKind.UNIT)
    statements.clear()
    known = _ask(database, desk, replace(HERE, content="漏水"))
    assert len(known.repairs) == 8
    assert known.count == 12
    assert len([text for text in statements if "SELECT" in text]) <= 4


def test_what_a_unit_owes_is_told_from_the_ledger(
    database: Database, desk: Desk, clock: Clock, unit: int
) -> None:
    first = priced(database, desk, "100.00")
    clock.advance(days=1)
    second = priced(database, desk, "200.00")
    make_unit(database, desk, "3-1503", owner="演示邻居")
    elsewhere = priced(database, desk, "50.00", unit="3-1503", place="3-1503")
    assert _ask(database, desk, HERE).debts == (), (
        "nothing is charged before it is back"
    )
    for slip_id in (first, second, elsewhere):
        take_back(database, desk, slip_id)
    known = _ask(database, desk, HERE)
    assert [(debt.id, debt.owed) for debt in known.debts] == [
        (first, Decimal("100.00")),
        (second, Decimal("200.00")),
    ]
    assert known.owed == Decimal("300.00")
    pay(database, desk, first, "60.00")
    sign(database, desk, ask(database, desk, first, "40.00").id)
    ask(database, desk, second, "200.00")
    known = _ask(database, desk, HERE)
    assert [debt.id for debt in known.debts] == [second], "a request pays nothing yet"
    assert known.owed == Decimal("200.00")
