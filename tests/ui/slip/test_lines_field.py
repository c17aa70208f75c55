"""The lines of a bill: typed freely, or picked from the tariff with a few keys."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.slip_line import Line
from app.slip_view import load_slip_view
from app.tariff import SaveTariffItem, save_tariff_item
from app.tariff_book import load_tariff_book
from models.slip import SlipEvent, SlipState
from models.slip_line import LineKind
from models.tariff_item import MaterialMode
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip
from tests.ui.dialogs import shown_dialog
from ui.kit.field import NotReadable
from ui.kit.typed_line import TypedLine
from ui.shell.main_window import MainWindow
from ui.slip.lines_field import LinesField
from ui.slip.moment import Moments
from ui.slip.quote_dialog import DisputeDialog, QuoteDialog, ResolveDialog
from ui.slip.slip_page import SlipPage

BEGIN = date(2026, 1, 1)
TAP = SaveTariffItem("SH-01", "给排水", "更换水龙头", "个", Decimal(30), BEGIN)
DRAIN = replace(
    TAP,
    code="SH-04",
    name="疏通下水道",
    uom="次",
    labour=Decimal(80),
    labour_most=Decimal(150),
    night_labour=Decimal(120),
    material_mode=MaterialMode.ALL_IN,
)
VALVE = replace(
    TAP, code="CL-01", name="角阀", labour=Decimal(0), material=Decimal("25.5")
)


def _write(line: TypedLine, text: str) -> None:
    """What an input method does, whose signs are no keys."""
    line.setText(text)
    line.textEdited.emit(text)


class Bill:
    """The field in front, and the keys it is typed with."""

    def __init__(self, field: LinesField) -> None:
        self.field = field
        self.begun: datetime | None = None

    def types(self, at: int, what: str, keys: str) -> None:
        line = getattr(self.field.rows()[at], what)
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, keys)

    def enter(self) -> bool:
        return self.field.go_on()

    def texts(self) -> list[tuple[str, str, str]]:
        return [
            (row.kind.value, row.name.text(), row.price.text())
            for row in self.field.rows()[:-1]
        ]


@pytest.fixture
def priced(shop: Database, shop_desk: Desk) -> Database:
    """A centre with a short tariff."""
    for item in (TAP, DRAIN, VALVE):
        shop.write(save_tariff_item, shop_desk, item)
    return shop


@pytest.fixture
def bill(
    priced: Database, shop_desk: Desk, window: MainWindow, clock: Clock, qtbot: QtBot
) -> Bill:
    """An empty bill, at two in the afternoon."""
    clock.local("2026-03-02 14:00:00")
    made = Bill(LinesField())
    book = priced.read(load_tariff_book, shop_desk)
    made.field.tariff.use(book, Moments(window.work), lambda: made.begun)
    qtbot.addWidget(made.field)
    made.field.show()
    made.field.activateWindow()
    qtbot.waitUntil(made.field.isActiveWindow)
    return made


def test_initials_in_the_price_of_labour_fill_the_line(bill: Bill) -> None:
    bill.types(0, "price", "slt")
    assert "SH-01" in bill.field.rows()[0].hint.text()
    assert bill.enter()
    assert bill.texts() == [("labour", "更换水龙头", "30.00")]
    (line,) = bill.field.value()
    assert line == Line(
        LineKind.LABOUR, "更换水龙头", Decimal("30.00"), Decimal(1), "个", "SH-01"
    )
    assert bill.field.focusWidget() is bill.field.rows()[1].name


def test_a_digit_behind_letters_chooses_and_a_code_may_be_typed(bill: Bill) -> None:
    bill.types(0, "price", "s2")
    assert bill.texts()[0][1] == "疏通下水道"
    bill.types(1, "name", "sh-01")
    assert bill.enter()
    assert [text[1] for text in bill.texts()] == ["疏通下水道", "更换水龙头"]


def test_a_thing_that_is_sold_becomes_a_material_line(bill: Bill) -> None:
    bill.types(1, "name", "jf")
    bill.enter()
    assert bill.texts()[1:] == [("material", "角阀", "25.50")]


def test_an_item_with_a_range_asks_for_its_price(bill: Bill) -> None:
    bill.types(0, "price", "stxsd")
    bill.enter()
    row = bill.field.rows()[0]
    assert bill.field.focusWidget() is row.price
    assert row.price.selectedText() == "80.00"
    QTest.keyClicks(row.price, "160")
    assert row.needs_reason()
    assert row.reason.isVisible()
    bill.enter()
    assert bill.field.focusWidget() is row.reason
    _write(row.reason, "高层加压")
    (line,) = bill.field.value()
    assert (line.price, line.price_reason) == (Decimal("160.00"), "高层加压")


def test_a_line_typed_freely_is_of_no_item(bill: Bill) -> None:
    bill.types(0, "price", "slt")
    bill.enter()
    row = bill.field.rows()[0]
    row.name.setFocus()
    row.name.selectAll()
    QTest.keyClicks(row.name, "LED")
    assert row.code == ""
    bill.types(0, "price", "0")
    assert [line.tariff_code for line in bill.field.value()] == [""]


def test_the_night_is_priced_by_when_the_work_was_begun(
    bill: Bill, shop_desk: Desk, clock: Clock
) -> None:
    bill.types(0, "price", "stxsd")
    bill.enter()
    assert bill.texts()[0][2] == "80.00"
    bill.begun = clock.local("2026-03-01 22:00:00")
    bill.field.price_anew()
    assert bill.texts()[0][2] == "120.00"
    assert "120.00–150.00" in bill.field.rows()[0].hint.text()
    row = bill.field.rows()[0]
    row.price.setFocus()
    row.price.selectAll()
    QTest.keyClicks(row.price, "140")
    bill.begun = clock.local("2026-03-02 10:00:00")
    bill.field.price_anew()
    assert bill.texts()[0][2] == "140", "what a person typed stands"


def test_material_beside_an_all_in_price_is_warned_of(bill: Bill) -> None:
    bill.types(0, "price", "stxsd")
    bill.enter()
    assert not bill.field.warning.isVisible()
    bill.types(1, "name", "jf")
    bill.enter()
    assert bill.field.warning.isVisible()
    assert "疏通下水道" in bill.field.warning.text()


def test_what_was_typed_comes_back_with_its_item_and_reason(bill: Bill) -> None:
    bill.types(0, "price", "slt")
    bill.enter()
    bill.types(0, "price", "5")
    row = bill.field.rows()[0]
    _write(row.reason, "老业户")
    kept, lines = bill.field.typed(), bill.field.value()
    bill.field.clear()
    assert bill.field.value() == ()
    bill.field.set_typed(kept)
    assert bill.field.value() == lines
    bill.field.set_typed([["labour", "人工费", "", "40"], ["material", "", "", ""]])
    assert [line.price for line in bill.field.value()] == [Decimal("40.00")]


@pytest.mark.parametrize(
    ("price", "sentence"),
    [
        ("1.005", "two decimals"),
        ("-5", "not below zero"),
        ("1000000000", "10,000,000.00"),
        ("xyz", "Type an amount"),
    ],
)
def test_a_price_that_is_none_is_told_in_one_sentence(
    bill: Bill, price: str, sentence: str
) -> None:
    bill.field.rows()[0].price.setText(price)
    with pytest.raises(NotReadable, match=sentence):
        bill.field.value()


@pytest.mark.parametrize(("at", "name"), [(0, "LED"), (1, "PVC")])
def test_a_line_with_a_name_and_no_price_is_refused_and_a_typed_0_is_taken(
    bill: Bill, at: int, name: str
) -> None:
    bill.types(at, "name", name)
    assert bill.field.total() is None, "nothing is charged before a price is typed"
    with pytest.raises(NotReadable, match=f"price of {name}"):
        bill.field.value()
    bill.types(at, "price", "0")
    assert [line.price for line in bill.field.value()] == [Decimal("0.00")]
    assert bill.field.total() == Decimal("0.00")


# The quote.


def _dialog(
    window: MainWindow,
    slip_id: int,
    event: SlipEvent,
    kind: type[QuoteDialog | ResolveDialog],
    qtbot: QtBot,
) -> QuoteDialog | ResolveDialog:
    page = window.show_page("slip", slip_id)
    assert isinstance(page, SlipPage)
    qtbot.waitUntil(lambda: page.view is not None)
    page.moves.start(event, slip_id)
    return shown_dialog(window, kind, qtbot)


def _quotes(shop: Database, desk: Desk, slip_id: int) -> list[str]:
    """What became of each quote so far."""
    quotes = shop.read(load_slip_view, desk, slip_id).quotes
    return [quote.status.value for quote in quotes]


def test_a_quote_is_made_of_items_and_shows_its_sum(
    priced: Database, shop_desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    slip = make_slip(priced, shop_desk, SlipState.ON_SITE, area_kind=AreaKind.UNIT)
    dialog = _dialog(window, slip.id, SlipEvent.QUOTE, QuoteDialog, qtbot)
    first = dialog.lines.rows()[0]
    first.price.setFocus()
    QTest.keyClicks(first.price, "slt")
    QTest.keyClick(first.price, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter took the item"
    second = dialog.lines.rows()[1]
    QTest.keyClicks(second.name, "jf")
    QTest.keyClick(second.name, Qt.Key.Key_Return)
    assert dialog.amount.typed() == "55.50"
    QTest.keyClick(dialog.lines.rows()[2].name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(_quotes(priced, shop_desk, slip.id)) == 1)
    view = priced.read(load_slip_view, shop_desk, slip.id)
    assert [line.tariff_code for line in view.lines] == ["SH-01", "CL-01"]
    assert view.quotes[-1].amount == Decimal("55.50")


def test_tab_comes_to_a_line_that_was_added_before_the_amount(
    priced: Database, shop_desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    slip = make_slip(priced, shop_desk, SlipState.ON_SITE, area_kind=AreaKind.UNIT)
    dialog = _dialog(window, slip.id, SlipEvent.QUOTE, QuoteDialog, qtbot)
    second = dialog.lines.rows()[1]
    QTest.keyClicks(second.name, "LED")
    third = dialog.lines.rows()[2]
    second.price.setFocus()
    came_to = []
    for _ in range(4):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        came_to.append(dialog.focusWidget())
    assert came_to == [third.name, third.quantity, third.price, dialog.amount.editor]


def test_a_wrong_amount_keeps_the_dialog_open_with_what_was_typed(
    priced: Database, shop_desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    slip = make_slip(priced, shop_desk, SlipState.ON_SITE, area_kind=AreaKind.UNIT)
    dialog = _dialog(window, slip.id, SlipEvent.QUOTE, QuoteDialog, qtbot)
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.amount.problem()))
    for typed in ("1.005", "-1", "1000000000"):
        dialog.amount.set_typed(typed)
        dialog.submit()
        assert dialog.amount.problem()
        assert dialog.amount.typed() == typed
    dialog.amount.set_typed("10000000")
    dialog.submit()
    qtbot.waitUntil(lambda: len(_quotes(priced, shop_desk, slip.id)) == 1)


def test_a_name_without_a_price_is_told_at_the_lines_and_no_quote_is_made(
    priced: Database, shop_desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    slip = make_slip(priced, shop_desk, SlipState.ON_SITE, area_kind=AreaKind.UNIT)
    dialog = _dialog(window, slip.id, SlipEvent.QUOTE, QuoteDialog, qtbot)
    QTest.keyClicks(dialog.lines.rows()[1].name, "PVC")
    assert dialog.amount.typed() == ""
    dialog.submit()
    assert "PVC" in dialog.lines.problem()
    QTest.keyClicks(dialog.lines.rows()[1].price, "12")
    assert dialog.lines.problem() == ""
    dialog.submit()
    qtbot.waitUntil(lambda: _quotes(priced, shop_desk, slip.id) == ["offered"])


def test_an_amount_typed_by_hand_stands_until_it_is_emptied(
    priced: Database, shop_desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    slip = make_slip(priced, shop_desk, SlipState.ON_SITE, area_kind=AreaKind.UNIT)
    dialog = _dialog(window, slip.id, SlipEvent.QUOTE, QuoteDialog, qtbot)
    price = dialog.lines.rows()[0].price
    QTest.keyClicks(price, "30")
    assert dialog.amount.typed() == "30.00"
    dialog.amount.line.selectAll()
    QTest.keyClicks(dialog.amount.line, "50")
    QTest.keyClicks(price, "1")
    assert dialog.amount.typed() == "50"
    dialog.submit()
    qtbot.waitUntil(lambda: "301.00" in dialog.amount.problem())
    dialog.amount.line.selectAll()
    QTest.keyClick(dialog.amount.line, Qt.Key.Key_Delete)
    assert dialog.amount.typed() == ""
    price.selectAll()
    QTest.keyClicks(price, "40")
    assert dialog.amount.typed() == "40.00"


def test_a_dispute_is_resolved_by_changing_a_price_with_its_reason(
    priced: Database, shop_desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    slip = make_slip(priced, shop_desk, SlipState.ON_SITE, area_kind=AreaKind.UNIT)
    dialog = _dialog(window, slip.id, SlipEvent.QUOTE, QuoteDialog, qtbot)
    row = dialog.lines.rows()[0]
    row.price.setFocus()
    QTest.keyClicks(row.price, "slt")
    QTest.keyClick(row.price, Qt.Key.Key_Return)
    dialog.submit()
    qtbot.waitUntil(lambda: _quotes(priced, shop_desk, slip.id) == ["offered"])
    page = window.page("slip")
    assert isinstance(page, SlipPage)
    page.moves.start(SlipEvent.DISPUTE, slip.id)

    dispute = shown_dialog(window, DisputeDialog, qtbot)
    dispute.note.set_value("比上次贵")
    dispute.submit()
    qtbot.waitUntil(lambda: _quotes(priced, shop_desk, slip.id) == ["disputed"])
    resolve = _dialog(window, slip.id, SlipEvent.RESOLVE, ResolveDialog, qtbot)
    row = resolve.lines.rows()[0]
    row.price.selectAll()
    QTest.keyClicks(row.price, "20")
    assert resolve.amount.typed() == "20.00"
    resolve.submit()
    qtbot.waitUntil(lambda: bool(resolve.lines.problem()))
    _write(row.reason, "协商")
    resolve.submit()
    said = ["disputed", "agreed"]
    qtbot.waitUntil(lambda: _quotes(priced, shop_desk, slip.id) == said)
    view = priced.read(load_slip_view, shop_desk, slip.id)
    assert view.lines[0].price_reason == "协商"
