"""One slip opened: its facts, copies, events, lines, money, and what may come next."""

from decimal import Decimal

import pytest

from app.database import Database
from app.desk import Desk, open_desk
from app.seed import seed_centre
from app.slip_copy_move import PrintSlip, print_slip
from app.slip_line import Line
from app.slip_refusals import SlipUnknown
from app.slip_return import TakeBackSlip, take_back_slip
from app.slip_view import load_slip_view, load_slip_view_by_number
from models.copy_scheme import CopyRole
from models.slip import ChargeClass, SlipEvent, SlipState
from models.slip_copy import CopyPlace
from models.slip_line import LineKind
from models.staff import Post
from models.unit import AreaKind
from tests.app.slip_step import SIGNED, STEPS
from tests.clock import Clock
from tests.makers import make_slip, make_staff

_S = SlipState
_E = SlipEvent
FEE = (Line(LineKind.LABOUR, "人工", Decimal("30.00"), Decimal("1.50"), "工时"),)


def test_an_opened_slip_shows_its_whole_life(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, _S.WORKING, area_kind=AreaKind.UNIT)
    clock.advance(hours=1)
    fee = Decimal("45.00")
    order = TakeBackSlip(slip.id, signature=SIGNED, lines=FEE, quote=fee)
    database.write(take_back_slip, desk, order)
    view = database.read(load_slip_view_by_number, desk, slip.number)
    assert view.number == slip.number
    assert view.facts["state"] is _S.RETURNED
    assert [event.what for event in view.events] == [
        _E.ISSUE,
        _E.DISPATCH,
        _E.ARRIVE,
        _E.QUOTE,
        _E.AGREE,
        _E.RETURN,
    ]
    assert [event.seq for event in view.events] == sorted(
        event.seq for event in view.events
    )
    assert {event.by for event in view.events} == {desk.actor}
    assert [(c.copy_no, c.role, c.colour) for c in view.copies] == [
        (1, CopyRole.ENG, "白"),
        (2, CopyRole.FIN, "红"),
        (3, CopyRole.OWNER, "蓝"),
        (4, CopyRole.HK, "黄"),
    ]
    (line,) = view.lines
    assert (line.name, line.uom, line.quantity) == ("人工", "工时", Decimal("1.50"))
    assert view.money.charged == view.money.balance == Decimal("45.00")
    assert view.open_gaps == ()
    assert view == database.read(load_slip_view, desk, slip.id)


def test_copies_that_were_not_printed_have_no_place(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk)
    view = database.read(load_slip_view, desk, slip.id)
    assert [(c.print_seq, c.place) for c in view.copies] == [(0, None)] * 4
    database.write(print_slip, desk, PrintSlip(slip.id, (2,)))
    view = database.read(load_slip_view, desk, slip.id)
    places = [copy.place for copy in view.copies]
    assert places == [None, CopyPlace.DISPATCH, None, None]


@pytest.mark.parametrize(
    ("kind", "charge", "expected"),
    [
        (AreaKind.UNIT, ChargeClass.PAID, "45.00"),
        (AreaKind.UNIT, ChargeClass.CONTRACT, "45.00"),
        (AreaKind.UNIT, ChargeClass.FREE_WARRANTY, "0.00"),
        (AreaKind.UNIT, ChargeClass.FREE_REWORK, "0.00"),
        (AreaKind.PUBLIC, ChargeClass.FREE_PUBLIC, "0.00"),
    ],
)
def test_a_fee_is_charged_once_the_paper_is_back_and_only_where_it_is_owed(
    database: Database,
    desk: Desk,
    kind: AreaKind,
    charge: ChargeClass,
    expected: str,
) -> None:
    """interfaces.md 2: only 有偿 or 合同, when the finance copy comes in hand."""
    slip = make_slip(database, desk, _S.DISPATCHED, area_kind=kind, charge_class=charge)
    assert database.read(load_slip_view, desk, slip.id).money.charged == 0
    quote = Decimal("45.00") if charge is ChargeClass.PAID else None
    order = TakeBackSlip(slip.id, signature=SIGNED, lines=FEE, quote=quote)
    database.write(take_back_slip, desk, order)
    money = database.read(load_slip_view, desk, slip.id).money
    assert money.charged == money.balance == Decimal(expected)


def test_work_that_was_taken_up_again_is_not_charged_until_it_is_back(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(
        database,
        desk,
        _S.DISPATCHED,
        area_kind=AreaKind.UNIT,
        charge_class=ChargeClass.CONTRACT,
    )
    order = TakeBackSlip(slip.id, signature=SIGNED, lines=FEE)
    database.write(take_back_slip, desk, order)
    charged = []
    for event in (None, _E.REOPEN, _E.RETURN):
        if event is not None:
            STEPS[event](database, desk, slip.id)
        view = database.read(load_slip_view, desk, slip.id)
        charged.append(str(view.money.charged))
    assert charged == ["45.00", "0.00", "45.00"]


def test_a_slip_names_the_copies_somebody_looks_for(
    database: Database, desk: Desk
) -> None:
    slip = make_slip(database, desk, _S.DISPATCHED)
    database.write(print_slip, desk, PrintSlip(slip.id, (4, 2)))
    view = database.read(load_slip_view, desk, slip.id)
    assert view.open_gaps == (f"{slip.number}/2/1", f"{slip.number}/4/1")


def test_what_is_offered_depends_on_who_looks(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, _S.DISPATCHED)
    make_staff(database, desk, "演示前台", Post.FRONT_DESK)
    make_staff(database, desk, "演示财务", Post.FINANCE)
    front = database.read(open_desk, actor="演示前台", clock=clock)
    finance = database.read(open_desk, actor="演示财务", clock=clock)
    assert database.read(load_slip_view, front, slip.id).moves == {
        *(_E.RETURN, _E.CANCEL, _E.AMEND, _E.JOIN, _E.PRINT, _E.MOVE_COPY),
        *(_E.RESCHEDULE, _E.LATE_NOTICE, _E.FEEDBACK, _E.ESCALATE),
    }
    assert database.read(load_slip_view, finance, slip.id).moves == {_E.MOVE_COPY}


def test_a_slip_that_is_not_there_is_refused(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk)
    with database.connect(writing=True) as connection:
        seed_centre(connection, "02", "二期服务中心")
    second = database.read(open_desk, centre="02", clock=clock)
    for where, number in (
        (desk, "WX260302-999"),
        (desk, ""),
        (desk, "半\udc80个"),
        (second, slip.number),
    ):
        with pytest.raises(SlipUnknown):
            database.read(load_slip_view_by_number, where, number)
    with pytest.raises(SlipUnknown):
        database.read(load_slip_view, second, slip.id)


def test_opening_a_slip_takes_few_statements(
    database: Database, desk: Desk, statements: list[str]
) -> None:
    slip = make_slip(database, desk, _S.RETURNED, area_kind=AreaKind.UNIT)
    statements.clear()
    database.read(load_slip_view, desk, slip.id)
    assert len(statements) <= 14
