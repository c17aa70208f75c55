"""One hundred papers in ten minutes: how many keys one of them takes."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.slip_line import Line
from app.slip_quote import AgreeQuote, QuoteSlip, agree_quote, quote_slip
from app.slip_view import SlipView, load_slip_view
from app.tariff import SaveTariffItem, save_tariff_item
from models.slip import ChargeClass, Outcome, SignStatus, SlipState
from models.slip_line import LineKind
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip
from tests.ui.scanner.pressing import press, scan, type_signs
from ui.returns.page import ReturnPage
from ui.scanner.burst import HOLD_MS

TAP = SaveTariffItem(
    "SH-01", "给排水", "更换水龙头", "个", Decimal(30), date(2026, 1, 1)
)
MOST_KEYS = 12
"""After the scan (issue of the return desk)."""
GAP_MS = 45
"""A fast hand; a scanner is faster."""


class Keys:
    """Presses keys and counts them."""

    def __init__(self) -> None:
        self.pressed = 0

    def types(self, signs: str) -> None:
        """Signs of a field."""
        type_signs(signs, ms=GAP_MS)
        self.pressed += len(signs)
        QTest.qWait(2 * HOLD_MS)  # the last key has arrived

    def enter(self) -> None:
        """Enter."""
        press(Qt.Key.Key_Return, "\r", ms=GAP_MS)
        self.pressed += 1
        QTest.qWait(GAP_MS)

    def down(self) -> None:
        """The arrow down."""
        press(Qt.Key.Key_Down, "", ms=GAP_MS)
        self.pressed += 1
        QTest.qWait(GAP_MS)


def _view(shop: Database, desk: Desk, slip_id: int) -> SlipView:
    return shop.read(load_slip_view, desk, slip_id)


@pytest.mark.parametrize(
    "fields",
    [
        {"area_kind": AreaKind.UNIT, "charge_class": ChargeClass.FREE_WARRANTY},
        {"area_kind": AreaKind.PUBLIC},
    ],
)
def test_an_ordinary_paper_takes_twelve_keys_at_most(
    fields: dict[str, object],
    peopled: Database,
    shop_desk: Desk,
    clock: Clock,
    page: ReturnPage,
    with_keyboard: Callable[[], None],
    qtbot: QtBot,
) -> None:
    slip = make_slip(peopled, shop_desk, SlipState.DISPATCHED, **fields)
    clock.local("2026-03-02 16:00:00")
    with_keyboard()
    scan(f"{slip.number}/2")
    scan(f"{slip.number}/4")
    qtbot.waitUntil(lambda: page.view is not None)
    qtbot.waitUntil(lambda: not page.form.copies.missing())
    keys = Keys()
    keys.types("1410")
    keys.types("1440")
    keys.types("1")
    while page.view is not None and keys.pressed < 2 * MOST_KEYS:
        keys.enter()
    assert keys.pressed <= MOST_KEYS
    assert page.focusWidget() is page.scan
    facts = _view(peopled, shop_desk, slip.id).facts
    assert facts["state"] is SlipState.RETURNED
    assert facts["outcome"] is Outcome.COMPLETED
    assert facts["result_text"] == "已修复，试用正常"
    at_site = [shop_desk.local(facts[name]) for name in ("arrived_at", "done_at")]  # type: ignore[arg-type]
    assert [f"{at:%H:%M}" for at in at_site] == ["14:10", "14:40"]
    if fields["area_kind"] is AreaKind.UNIT:
        assert facts["sign_status"] is SignStatus.SIGNED
        assert facts["signed_by"] == "演示业户"


@pytest.mark.parametrize("has_lines", [True, False])
def test_a_paid_paper_takes_twelve_keys_at_most(
    has_lines: bool,
    peopled: Database,
    shop_desk: Desk,
    clock: Clock,
    page: ReturnPage,
    with_keyboard: Callable[[], None],
    qtbot: QtBot,
) -> None:
    """Quoted and agreed on site: the lines are known, or the price is all labour."""
    clock.local("2026-03-02 14:00:00")
    peopled.write(save_tariff_item, shop_desk, TAP)
    kind = AreaKind.UNIT
    slip = make_slip(peopled, shop_desk, SlipState.ON_SITE, area_kind=kind)
    line = Line(LineKind.LABOUR, TAP.name, Decimal(30), uom="个", tariff_code=TAP.code)
    lines = (line,) if has_lines else ()
    order = QuoteSlip(slip.id, Decimal(30), lines=lines)
    peopled.write(quote_slip, shop_desk, order)
    peopled.write(agree_quote, shop_desk, AgreeQuote(slip.id))
    clock.local("2026-03-02 16:00:00")
    with_keyboard()
    scan(slip.number)
    qtbot.waitUntil(lambda: page.view is not None)
    keys = Keys()
    keys.types("1440")
    keys.types("1")
    while page.view is not None and keys.pressed < 2 * MOST_KEYS:
        keys.enter()
    assert keys.pressed <= MOST_KEYS
    view = _view(peopled, shop_desk, slip.id)
    assert view.facts["state"] is SlipState.RETURNED
    code = TAP.code if has_lines else None
    assert [(line.tariff_code, str(line.amount)) for line in view.lines] == [
        (code, "30.00")
    ]
    assert len(view.quotes) == 1


def test_a_price_without_lines_is_labour_and_takes_no_more_than_its_figures(
    out: int,
    shop: Database,
    shop_desk: Desk,
    page: ReturnPage,
    with_keyboard: Callable[[], None],
    qtbot: QtBot,
) -> None:
    with_keyboard()
    scan("WX260302-001")
    qtbot.waitUntil(lambda: page.view is not None)
    keys = Keys()
    keys.types("10121040")
    keys.types("2")
    keys.types("90")
    keys.enter()
    qtbot.waitUntil(lambda: page.view is None)
    assert keys.pressed <= MOST_KEYS
    view = _view(shop, shop_desk, out)
    assert [(line.name, str(line.price)) for line in view.lines] == [
        ("人工费", "90.00")
    ]
    assert str(view.quotes[-1].amount) == "90.00"


def test_an_enter_from_habit_after_the_picked_result_leaves_the_price_to_be_typed(
    out: int, page: ReturnPage, with_keyboard: Callable[[], None], qtbot: QtBot
) -> None:
    with_keyboard()
    scan("WX260302-001")
    qtbot.waitUntil(lambda: page.view is not None)
    keys = Keys()
    keys.types("10121040")
    type_signs("2", ms=GAP_MS)
    press(Qt.Key.Key_Return, "\r", ms=GAP_MS)
    keys.types("90")
    qtbot.waitUntil(lambda: page.form.quote.typed() == "90")
    assert page.view is not None


def test_an_item_of_the_tariff_takes_its_initials_and_enter(
    out: int,
    shop: Database,
    shop_desk: Desk,
    page: ReturnPage,
    with_keyboard: Callable[[], None],
    qtbot: QtBot,
) -> None:
    shop.write(save_tariff_item, shop_desk, TAP)
    with_keyboard()
    scan("WX260302-001")
    qtbot.waitUntil(lambda: page.view is not None)
    keys = Keys()
    keys.types("10121040")
    keys.types("2")
    keys.enter()
    keys.types("30")
    keys.down()
    keys.types("slt")
    keys.enter()
    keys.enter()
    qtbot.waitUntil(lambda: page.view is None)
    (line,) = _view(shop, shop_desk, out).lines
    assert (line.name, line.uom, line.tariff_code) == ("更换水龙头", "个", "SH-01")
    assert str(line.price) == "30.00"


def test_an_enter_from_habit_after_a_time_skips_nothing(
    out: int, page: ReturnPage, with_keyboard: Callable[[], None], qtbot: QtBot
) -> None:
    with_keyboard()
    scan("WX260302-001")
    qtbot.waitUntil(lambda: page.view is not None)
    keys = Keys()
    keys.types("1012")
    keys.enter()
    keys.types("1040")
    qtbot.waitUntil(lambda: page.form.done_at.line.text() == "10:40")
    assert page.form.arrived_at.line.text() == "10:12"


def test_whoever_ends_both_times_with_enter_still_types_the_result(
    out: int, page: ReturnPage, with_keyboard: Callable[[], None], qtbot: QtBot
) -> None:
    with_keyboard()
    scan("WX260302-001")
    qtbot.waitUntil(lambda: page.view is not None)
    keys = Keys()
    keys.types("1012")
    keys.enter()
    type_signs("1040", ms=GAP_MS)
    press(Qt.Key.Key_Return, "\r", ms=GAP_MS)
    keys.types("gasket")
    qtbot.waitUntil(lambda: page.form.result_text.typed() == "gasket")
    assert page.view is not None


def test_the_bill_is_typed_line_by_line_with_enter(
    out: int,
    shop: Database,
    shop_desk: Desk,
    page: ReturnPage,
    with_keyboard: Callable[[], None],
    qtbot: QtBot,
) -> None:
    with_keyboard()
    scan("WX260302-001")
    qtbot.waitUntil(lambda: page.view is not None)
    keys = Keys()
    keys.types("10121040")
    keys.types("2")
    keys.enter()
    keys.types("90")
    keys.down()
    keys.types("40")
    keys.enter()
    keys.types("gaskets")
    keys.enter()
    keys.types("50")
    keys.enter()
    keys.enter()
    qtbot.waitUntil(lambda: page.view is None)
    view = _view(shop, shop_desk, out)
    assert [(line.name, str(line.price)) for line in view.lines] == [
        ("人工费", "40.00"),
        ("gaskets", "50.00"),
    ]
    assert str(view.quotes[-1].amount) == "90.00"


def test_a_time_after_now_was_the_evening_before(
    peopled: Database,
    shop_desk: Desk,
    clock: Clock,
    page: ReturnPage,
    with_keyboard: Callable[[], None],
    qtbot: QtBot,
) -> None:
    clock.local("2026-03-02 20:00:00")
    slip = make_slip(peopled, shop_desk, SlipState.DISPATCHED)
    clock.local("2026-03-03 09:10:00")
    with_keyboard()
    scan(slip.number)
    qtbot.waitUntil(lambda: page.view is not None)
    Keys().types("22302300")
    page.paper.take_back.click()
    qtbot.waitUntil(lambda: page.view is None)
    facts = _view(peopled, shop_desk, slip.id).facts
    arrived = shop_desk.local(facts["arrived_at"])  # type: ignore[arg-type]
    assert f"{arrived:%m-%d %H:%M}" == "03-02 22:30"


def test_tab_goes_from_the_scan_field_to_the_copies_and_on_to_the_arrival(
    peopled: Database,
    shop_desk: Desk,
    page: ReturnPage,
    with_keyboard: Callable[[], None],
    qtbot: QtBot,
) -> None:
    for _ in range(2):  # the copies of the second paper stand where the first's did
        kind = AreaKind.UNIT
        slip = make_slip(peopled, shop_desk, SlipState.DISPATCHED, area_kind=kind)
        with_keyboard()
        scan(f"{slip.number}/2")
        qtbot.waitUntil(
            lambda number=slip.number: (
                page.view is not None  # type: ignore[misc]
                and page.view.facts["number"] == number
            )
        )
        ticks = page.form.copies.ticks
        ticks[0].setFocus()
        came_to = []
        for _ in range(len(ticks)):
            QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
            came_to.append(page.focusWidget())
        assert came_to == [*ticks[1:], page.form.arrived_at.editor]
        QTest.keyClick(ticks[0], Qt.Key.Key_Backtab)
        held = page.focusWidget()
        assert not isinstance(held, QScrollArea), "nothing shows that it is there"
