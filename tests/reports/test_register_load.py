"""The registers hold every slip of their area, as the books know it."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from app.callback import CallBack, call_back
from app.database import Database
from app.desk import Desk, open_desk
from app.settings_change import change_settings
from app.slip_amend import AmendSlip, amend_slip
from app.slip_close import InspectSlip, VoidSlip, inspect_slip, void_slip
from app.slip_dispatch import DispatchSlip, dispatch_slip
from app.slip_line import Line
from app.slip_list import Register as Which
from app.slip_list import SlipFilter, find_slip_numbers
from app.slip_return import TakeBackSlip, take_back_slip
from app.slip_signature import Signature
from app.slip_work import (
    ReceiveSlip,
    StepSlip,
    SuspendSlip,
    arrive,
    receive_slip,
    suspend_slip,
)
from models.callback import CallbackMethod, CallbackResult
from models.slip import ChargeClass, OwnerOpinion, SignStatus, SlipState
from models.slip_line import LineKind
from models.unit import AreaKind
from reports.register_load import load, number_order
from reports.register_row import Register, RegisterRow
from tests.clock import Clock
from tests.makers import make_slip


def _register(
    database: Database,
    desk: Desk,
    *,
    is_unit: bool = False,
    from_on: date | None = None,
    until_on: date | None = None,
) -> Register:
    return database.read(
        lambda session: load(
            session, desk, is_unit=is_unit, from_on=from_on, until_on=until_on
        )
    )


def _row(database: Database, desk: Desk, *, is_unit: bool = False) -> RegisterRow:
    (row,) = _register(database, desk, is_unit=is_unit).rows
    return row


def test_a_slip_stands_in_the_register_of_its_area_whatever_it_costs(
    database: Database, desk: Desk
) -> None:
    unit = make_slip(
        database, desk, area_kind=AreaKind.UNIT, charge_class=ChargeClass.FREE_WARRANTY
    )
    public = make_slip(database, desk)
    office = make_slip(database, desk, area_kind=AreaKind.OFFICE, place="小会议室")
    register = _register(database, desk)
    assert [row.number for row in register.rows] == [public.number, office.number]
    assert register.title == "工程维修单追踪统计表"
    paid = _register(database, desk, is_unit=True)
    assert [row.number for row in paid.rows] == [unit.number]
    assert paid.title == "工程有偿维修单追踪统计表"


def test_the_days_of_a_register_are_those_of_the_site(
    database: Database, desk: Desk, clock: Clock
) -> None:
    numbers = []
    for moment in ("11-20 23:59:59", "11-21 00:00:00", "12-20 23:59:59"):
        clock.local(f"2026-{moment}")
        numbers.append(make_slip(database, desk, anyway_reason="已核对").number)
    month = _register(
        database, desk, from_on=date(2026, 11, 21), until_on=date(2026, 12, 21)
    )
    assert [row.number for row in month.rows] == numbers[1:]


def test_rows_follow_their_numbers() -> None:
    numbers = ["WX261120-1000", "WX261120-999", "F1-0010", "WX261119-002", "老单"]
    assert sorted(numbers, key=number_order) == [
        "F1-0010",
        "WX261119-002",
        "WX261120-999",
        "WX261120-1000",
        "老单",
    ]


def test_telephone_numbers_are_masked(database: Database, desk: Desk) -> None:
    make_slip(database, desk, area_kind=AreaKind.UNIT)
    assert _row(database, desk, is_unit=True).phone == "138****1502"


def test_void_and_cancelled_slips_keep_their_line(
    database: Database, desk: Desk
) -> None:
    make_slip(database, desk, SlipState.VOID)
    make_slip(database, desk, SlipState.CANCELLED, anyway_reason="已核对")
    void, cancelled = _register(database, desk).rows
    assert (void.is_struck, void.finance_copy) == (True, "作废")
    assert (cancelled.is_struck, cancelled.finance_copy) == (True, "销单")
    assert void.remark == "作废：录入错误"
    assert cancelled.remark == "销单：业户撤销"


@pytest.mark.parametrize(
    ("issued", "returned", "in_time"),
    [
        ("10:00:00", "17:30:59", "是"),
        ("10:00:00", "17:31:00", "否"),
        ("17:35:00", "17:38:00", "是"),
        ("17:29:00", "18:05:00", "否"),
    ],
)
def test_a_paper_back_by_half_past_five_is_in_time(
    issued: str,
    returned: str,
    in_time: str,
    database: Database,
    desk: Desk,
    clock: Clock,
) -> None:
    clock.local(f"2026-11-20 {issued}")
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    clock.local(f"2026-11-20 {returned}")
    database.write(take_back_slip, desk, TakeBackSlip(slip.id, result_text="已修好"))
    row = _row(database, desk)
    assert row.returned_in_time == in_time
    assert row.result == "完成，已修好"
    assert row.finance_copy == "已返未交"


@pytest.mark.parametrize(
    ("received", "arrived", "in_time"),
    [
        ("10:00:00", "10:20:00", "是"),
        ("10:00:30", "10:20:59", "是"),
        ("10:00:00", "10:21:00", "否"),
    ],
)
def test_twenty_minutes_are_counted_in_whole_minutes(
    received: str,
    arrived: str,
    in_time: str,
    database: Database,
    desk: Desk,
    clock: Clock,
) -> None:
    clock.local("2026-11-20 09:50:00")
    slip = make_slip(database, desk, SlipState.DISPATCHED, area_kind=AreaKind.UNIT)
    clock.local(f"2026-11-20 {received}")
    database.write(receive_slip, desk, ReceiveSlip(slip.id))
    clock.local(f"2026-11-20 {arrived}")
    database.write(arrive, desk, StepSlip(slip.id))
    assert _row(database, desk, is_unit=True).arrived_in_time == in_time


def test_an_appointment_is_kept_or_not(
    database: Database, desk: Desk, clock: Clock
) -> None:
    appointment = clock.local("2026-11-20 14:00:00")
    clock.local("2026-11-20 09:00:00")
    slip = make_slip(
        database, desk, area_kind=AreaKind.UNIT, appointment_at=appointment
    )
    order = DispatchSlip(slip.id, "水工", "演示主管", ("演示技工",))
    database.write(dispatch_slip, desk, order)
    clock.local("2026-11-20 14:00:59")
    database.write(arrive, desk, StepSlip(slip.id))
    assert _row(database, desk, is_unit=True).arrived_in_time == "是"


def test_fees_are_blank_until_the_paper_is_back(database: Database, desk: Desk) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED, area_kind=AreaKind.UNIT)
    before = _row(database, desk, is_unit=True)
    assert (before.material, before.labour, before.charged) == (None, None, None)
    order = TakeBackSlip(
        slip.id,
        result_text="已修好",
        owner_opinion=OwnerOpinion.SATISFIED,
        signature=Signature(SignStatus.SIGNED, "演示业户"),
        lines=(
            Line(LineKind.LABOUR, "人工费", Decimal("30.00")),
            Line(LineKind.MATERIAL, "角阀", Decimal("45.50"), Decimal(2), "只"),
            Line(LineKind.MATERIAL, "生料带", Decimal("2.50")),
        ),
        quote=Decimal("123.50"),
    )
    database.write(take_back_slip, desk, order)
    row = _row(database, desk, is_unit=True)
    assert (row.material, row.labour) == (Decimal("93.50"), Decimal("30.00"))
    assert (row.quote, row.charged) == (Decimal("123.50"), Decimal("123.50"))
    assert row.charge == "有偿"
    assert row.opinion == "满意 演示业户"


def test_a_free_slip_costs_nothing(database: Database, desk: Desk) -> None:
    make_slip(
        database,
        desk,
        SlipState.RETURNED,
        area_kind=AreaKind.UNIT,
        charge_class=ChargeClass.FREE_WARRANTY,
    )
    row = _row(database, desk, is_unit=True)
    assert (row.charge, row.charged) == ("保修", Decimal("0.00"))


def test_an_unfinished_slip_says_why_and_until_when(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    eta = clock.at.replace(day=5)
    database.write(suspend_slip, desk, SuspendSlip(slip.id, "待料", eta))
    row = _row(database, desk)
    assert (row.unfinished_reason, row.state_word) == ("待料", "未完成待续")
    assert str(row.eta_at) == "2026-03-05 10:00:00"
    database.write(take_back_slip, desk, TakeBackSlip(slip.id, result_text="已修好"))
    row = _row(database, desk)
    assert (row.unfinished_reason, row.eta_at) == ("", None)


def test_public_work_says_how_it_was_inspected(database: Database, desk: Desk) -> None:
    slip = make_slip(database, desk, SlipState.RETURNED)
    assert _row(database, desk).inspection == "待验收"
    database.write(inspect_slip, desk, InspectSlip(slip.id, is_passed=True))
    assert _row(database, desk).inspection == f"合格 {desk.actor}"


def test_the_clock_may_start_elsewhere(
    database: Database, desk: Desk, clock: Clock
) -> None:
    values = {"sla_start": "ISSUED", "unit_onsite_min": "45"}
    database.write(change_settings, desk, values)
    desk = database.read(open_desk, clock=desk.clock)
    slip = make_slip(database, desk, area_kind=AreaKind.UNIT)
    clock.advance(minutes=30)
    order = DispatchSlip(slip.id, "水工", "演示主管", ("演示技工",))
    database.write(dispatch_slip, desk, order)
    clock.advance(minutes=16)
    database.write(arrive, desk, StepSlip(slip.id))
    assert _row(database, desk, is_unit=True).arrived_in_time == "否"


def test_a_register_asks_the_database_nine_times_whatever_its_length(
    database: Database, desk: Desk, statements: list[str]
) -> None:
    for _ in range(5):
        make_slip(database, desk, SlipState.RETURNED, anyway_reason="已核对")
    statements.clear()
    assert len(_register(database, desk).rows) == 5
    assert len(statements) == 9


def test_an_empty_register_is_a_register(database: Database, desk: Desk) -> None:
    register = _register(database, desk, is_unit=True)
    assert (register.rows, register.centre) == ((), desk.centre_name)


def _called(
    database: Database, desk: Desk, slip_id: int, **answer: object
) -> RegisterRow:
    known: dict[str, object] = {"result": CallbackResult.REACHED} | answer
    order = CallBack(slip_id, CallbackMethod.PHONE, **known)  # type: ignore[arg-type]
    database.write(call_back, desk, order)
    return _row(database, desk, is_unit=True)


def test_the_register_says_when_and_how_the_owner_was_called(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, SlipState.RETURNED, area_kind=AreaKind.UNIT)
    row = _row(database, desk, is_unit=True)
    assert (row.called_on, row.call_result) == (None, "")
    row = _called(database, desk, slip.id, result=CallbackResult.UNREACHABLE)
    assert (row.called_on, row.call_result) == (date(2026, 3, 2), "未接通")
    clock.advance(days=1)
    row = _called(database, desk, slip.id, is_normal=False)
    assert (row.called_on, row.call_result) == (date(2026, 3, 3), "不正常")
    clock.advance(days=1)
    row = _called(database, desk, slip.id, satisfaction=OwnerOpinion.FAIR)
    assert (row.called_on, row.call_result) == (date(2026, 3, 4), "基本满意")
    clock.advance(days=1)
    row = _called(database, desk, slip.id, result=CallbackResult.REFUSED)
    assert (row.called_on, row.call_result) == (date(2026, 3, 4), "基本满意")


def test_an_export_is_of_one_moment_even_while_slips_change(
    database: Database, desk: Desk
) -> None:
    slips = [make_slip(database, desk, anyway_reason="已核对") for _ in range(2)]
    wanted = SlipFilter(register=Which.PUBLIC, states=frozenset({SlipState.ISSUED}))

    def export(session: Session) -> Register:
        numbers = find_slip_numbers(session, desk, wanted)
        other = AmendSlip(slips[0].id, content="灯座烧坏")
        database.write(amend_slip, desk, other)
        database.write(void_slip, desk, VoidSlip(slips[1].id, "录入错误"))
        make_slip(database, desk, anyway_reason="已核对")
        return load(session, desk, is_unit=False, numbers=numbers)

    seen = database.read(export)
    after = database.read(lambda session: load(session, desk, is_unit=False))
    assert [row.content for row in seen.rows] == ["照明灯不亮"] * 2
    assert {row.state for row in seen.rows} == {SlipState.ISSUED}
    assert seen.origin.seq < after.origin.seq, "the base says when it was"
    assert [len(seen.rows), len(after.rows)] == [2, 3]
