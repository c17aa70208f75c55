"""What the paper says is what the books hold, on both databases."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from app.database import Database
from app.desk import Desk, open_desk
from app.settings_change import change_settings
from app.slip_copy_move import PrintSlip, print_slip
from app.slip_dispatch import DispatchSlip, dispatch_slip
from app.slip_line import Line
from app.slip_return import TakeBackSlip, take_back_slip
from app.slip_signature import Signature
from models.slip import OwnerOpinion, SignStatus, SlipState
from models.slip_line import LineKind
from models.unit import AreaKind
from reports.slip_form_load import load
from reports.slip_paper import Material, SlipForm, as_next_print
from tests.clock import Clock
from tests.makers import make_slip, make_unit


def _form(database: Database, desk: Desk, number: str) -> SlipForm:
    return database.read(load, desk, [number])[0]


def test_an_issued_slip_has_no_print_yet(database: Database, desk: Desk) -> None:
    slip = make_slip(database, desk)
    form = _form(database, desk, slip.number)
    assert form.content == "照明灯不亮"
    assert form.area_kind is AreaKind.PUBLIC
    assert [copy.label for copy in form.copies] == [
        "工程部",
        "财务部",
        "客户",
        "管家部",
    ]
    assert all(copy.printed_at is None for copy in form.copies)
    assert form.trade == ""


def test_times_are_those_of_the_sites_clock(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-11-20 16:09:00")
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    form = _form(database, desk, slip.number)
    assert str(form.dispatched_at) == "2026-11-20 16:09:00"
    assert str(form.copies[0].printed_at) == "2026-11-20 16:09:00"
    assert form.post == "前台"


def test_a_reprint_counts_for_the_copies_it_replaced(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip = make_slip(database, desk, SlipState.DISPATCHED)
    clock.advance(hours=1)
    database.write(print_slip, desk, PrintSlip(slip.id, (2,)))
    form = _form(database, desk, slip.number)
    assert [copy.reprint for copy in form.copies] == [0, 1, 0, 0]


def test_the_next_print_is_foretold_as_it_will_be_counted(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """The pages that are looked at say what those that are printed say."""
    slip = make_slip(database, desk)
    at = datetime(2026, 3, 2, 10, 0)  # noqa: DTZ001 - the site's clock, as on paper
    first = as_next_print(_form(database, desk, slip.number), None, at)
    database.write(print_slip, desk, PrintSlip(slip.id))
    assert _form(database, desk, slip.number).copies == first.copies
    second = as_next_print(_form(database, desk, slip.number), (2, 4), at)
    database.write(print_slip, desk, PrintSlip(slip.id, (2, 4)))
    assert _form(database, desk, slip.number).copies == second.copies
    assert [copy.reprint for copy in second.copies] == [0, 1, 0, 1]


def test_a_slip_keeps_the_scheme_it_was_printed_with(
    database: Database, desk: Desk
) -> None:
    old = make_slip(database, desk, SlipState.DISPATCHED)
    database.write(change_settings, desk, {"copy_scheme": "HOTEL_3"})
    new = make_slip(database, desk, anyway_reason="已核对，另一处")
    desk = database.read(open_desk, clock=desk.clock)
    forms = database.read(load, desk, [old.number, new.number])
    assert [len(form.copies) for form in forms] == [4, 3]
    assert [copy.colour for copy in forms[1].copies] == ["白", "红", "黄"]


def test_a_public_slip_may_go_without_the_customers_copy(
    database: Database, desk: Desk
) -> None:
    database.write(change_settings, desk, {"public_copy3": "NOT_PRINTED"})
    desk = database.read(open_desk, clock=desk.clock)
    slip = make_slip(database, desk)
    numbers = [copy.number for copy in _form(database, desk, slip.number).copies]
    assert numbers == [1, 2, 4]


def test_a_returned_slip_says_what_it_cost_and_who_signed(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_unit(database, desk)
    slip = make_slip(database, desk, area_kind=AreaKind.UNIT, unit="3-1502")
    order = DispatchSlip(slip.id, "水工", "演示主管", ("演示技工", "演示学徒"))
    database.write(dispatch_slip, desk, order)
    called_at = clock.advance(hours=1)
    clock.advance(hours=1)
    returned = TakeBackSlip(
        slip.id,
        result_text="更换角阀",
        owner_opinion=OwnerOpinion.FAIR,
        signature=Signature(
            SignStatus.PROXY, "演示邻居", "邻居", called_at, note="代签"
        ),
        lines=(
            Line(LineKind.LABOUR, "人工费", Decimal("30.00")),
            Line(LineKind.MATERIAL, "角阀", Decimal("45.50"), Decimal(2), "只"),
        ),
        quote=Decimal("121.00"),
        quote_confirmed_by="演示业户",
    )
    database.write(take_back_slip, desk, returned)
    form = _form(database, desk, slip.number)
    assert form.unit == "3-1502"
    assert form.phone == "13800001502"
    assert form.charge == "有偿"
    assert form.technicians == ("演示技工", "演示学徒")
    price, amount = Decimal("45.50"), Decimal("91.00")
    assert form.materials == (Material("角阀", "只", Decimal(2), price, amount),)
    assert (form.labour, form.total) == (Decimal("30.00"), Decimal("121.00"))
    assert (form.quote, form.quote_signed_by) == (Decimal("121.00"), "演示业户")
    assert form.signed_by == "演示邻居"
    assert form.sign_note == "代签，邻居，电话同意 03-02 11:00"
    assert form.opinion is OwnerOpinion.FAIR
    assert form.returned_at is not None
    assert form.returned_at - form.dispatched_at == timedelta(hours=2)  # type: ignore[operator]


def test_an_offered_price_is_not_signed(database: Database, desk: Desk) -> None:
    slip = make_slip(database, desk, SlipState.QUOTED, area_kind=AreaKind.UNIT)
    form = _form(database, desk, slip.number)
    assert (form.quote, form.quote_signed_by, form.quote_signed_at) == (
        Decimal("85.00"),
        "",
        None,
    )


def test_the_centres_texts_are_on_the_form(database: Database, desk: Desk) -> None:
    values = {"repair_phone": "88001100", "procedure_version": "B/2"}
    database.write(change_settings, desk, values)
    desk = database.read(open_desk, clock=desk.clock)
    form = _form(database, desk, make_slip(database, desk).number)
    assert form.hotline == "88001100"
    assert form.procedure == "ML-CS-016 B/2"
    assert form.centre == desk.centre_name


def test_forms_come_in_the_order_asked_and_once_each(
    database: Database, desk: Desk, statements: list[str]
) -> None:
    first = make_slip(database, desk)
    second = make_slip(database, desk, anyway_reason="已核对，另一处")
    numbers = [second.number, first.number, second.number]
    statements.clear()
    forms = database.read(load, desk, numbers)
    assert [form.number for form in forms] == numbers[:2]
    assert len(statements) == 5


def test_a_number_the_centre_does_not_have_is_named(
    database: Database, desk: Desk
) -> None:
    with pytest.raises(LookupError, match="WX000101-001"):
        database.read(load, desk, ["WX000101-001"])
