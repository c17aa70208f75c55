"""The front desk by keys alone: few of them, pasted texts, characters composed."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.slip_view import load_slip_view
from app.unit_directory import Owner, SaveUnit, find_units, save_unit
from models.slip import JobType
from tests.ui.keyboard import compose
from tests.ui.slip.intake import CTRL, open_intake, slips, type_line
from ui.shell.frame import Kind
from ui.shell.main_window import MainWindow
from ui.slip.intake_page import IntakePage


@pytest.fixture
def page(peopled: Database, window: MainWindow, qtbot: QtBot) -> IntakePage:
    """The front desk of a centre with one unit, in front."""
    return open_intake(window, qtbot)


@pytest.fixture
def couple(shop: Database, shop_desk: Desk) -> None:
    """A room with two owners, and another owner of the same name elsewhere."""
    owners = (Owner("陈淑敏", "13800005678"), Owner("周建国", "13900000412"))
    shop.write(save_unit, shop_desk, SaveUnit("8-0603", "8栋", owners))
    other = (Owner("单淑敏", "13700001111"),)
    shop.write(save_unit, shop_desk, SaveUnit("9-0101", "9栋", other))


class Keyboard:
    """Presses one key after the other at whatever has the keyboard, and counts."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self._window = window
        self._qtbot = qtbot
        self.count = 0

    def _at(self) -> QWidget:
        focus = QApplication.focusWidget() or self._window.focusWidget()
        assert focus is not None
        return focus

    def types(self, text: str) -> None:
        for sign in text:
            self.count += 1
            if sign.isascii():
                self._qtbot.keyClick(self._at(), sign)
            else:
                compose(self._at(), sign)

    def press(self, key: Qt.Key, *, with_ctrl: bool = False) -> None:
        # Holding Ctrl is a key of its own for a hand.
        self.count += 2 if with_ctrl else 1
        more = CTRL if with_ctrl else Qt.KeyboardModifier.NoModifier
        self._qtbot.keyClick(self._at(), key, more)


def test_from_first_key_to_printed_slip_in_at_most_45_keys(
    page: IntakePage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A known room; the fault as an input method takes it, pinyin letter by letter."""
    from ui.printing import Printing
    from ui.slip.paper_dialog import PaperDialog

    printed: list[str] = []

    def print_pdf(  # type: ignore[no-untyped-def]
        _: object, work: object, owner: object, pdf: bytes, title: str, done, ready
    ):
        def send(pages: bytes) -> None:
            printed.append(title)
            done()

        ready(send, lambda: None)

    monkeypatch.setattr(Printing, "print_pdf", print_pdf)
    keyboard = Keyboard(window, qtbot)
    keyboard.types("3-1502 ")
    # 厨房漏水: chufangloushui and the space that takes it, 15 keys for 4 signs.
    keyboard.count += len("chufangloushui ") - len("厨房漏水")
    keyboard.types("厨房漏水")
    # 急: j i and the space.
    keyboard.count += len("ji ") - len("急")
    keyboard.types(" 急")
    keyboard.press(Qt.Key.Key_Return, with_ctrl=True)
    qtbot.waitUntil(lambda: bool(slips(shop, shop_desk)))
    qtbot.waitUntil(lambda: window.messages.message()[0] is Kind.DONE)
    qtbot.waitUntil(lambda: any(o.isVisible() for o in window.messages.offers()))
    keyboard.press(Qt.Key.Key_P, with_ctrl=True)
    qtbot.waitUntil(
        lambda: any(box.isVisible() for box in window.findChildren(PaperDialog)),
        timeout=15000,
    )
    (dialog,) = [box for box in window.findChildren(PaperDialog) if box.isVisible()]
    keyboard.count += 1
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(printed))
    assert keyboard.count <= 45, keyboard.count
    (row,) = slips(shop, shop_desk)
    assert row.is_urgent and row.unit_label == "3-1502"
    assert row.number in printed[0]


def test_enter_walks_to_what_is_missing_and_twice_issues_once(
    page: IntakePage, window: MainWindow, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    type_line(page, "3-1502")
    qtbot.keyClick(page.form.entry.line, Qt.Key.Key_Return)
    assert window.focusWidget() is page.form.content.text
    compose(page.form.content.text, "厨房漏水")
    page.form.entry.setFocus()
    qtbot.waitUntil(lambda: page.form.phone.value() != "")
    qtbot.keyClick(page.form.entry.line, Qt.Key.Key_Return)
    assert window.focusWidget() is page.issue
    for _ in range(3):
        qtbot.keyClick(page.issue, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.form.is_blank())
    qtbot.wait(50)
    assert len(slips(shop, shop_desk)) == 1
    assert window.focusWidget() is page.form.entry.line


def test_ctrl_enter_twice_issues_once(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    type_line(page, "3-1502 厨房漏水")
    for _ in range(2):
        qtbot.keyClick(page.form.entry.line, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(slips(shop, shop_desk)))
    qtbot.keyClick(page.form.entry.line, Qt.Key.Key_Return, CTRL)
    qtbot.wait(100)
    assert len(slips(shop, shop_desk)) == 1


def test_tab_goes_through_every_fact_once(
    couple: None, page: IntakePage, window: MainWindow, qtbot: QtBot
) -> None:
    type_line(page, "8-0603 厨房漏水")
    qtbot.waitUntil(lambda: len(page.form.cards.cards()) == 2)
    seen: list[QWidget] = []
    for _ in range(14):
        focus = window.focusWidget()
        assert focus is not None
        seen.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    form = page.form
    wanted = [
        form.entry.line,
        form.area_kind.segments()[0],
        form.unit.line,
        form.cards.cards()[0],
        form.content.text,
        form.job_type.segments()[1],
        form.charge_class.segments()[0],
        form.trade.box,
        form.appointment_at.line,
        form.channel.segments()[0],
        page.issue,
    ]
    places = [seen.index(part) for part in wanted]
    assert places == sorted(places)


# Bad input.


def _paste(widget: QWidget, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    widget.setFocus()
    widget.paste()  # type: ignore[attr-defined]


def test_line_breaks_and_full_width_digits_may_be_pasted_into_every_field(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    form = page.form
    _paste(form.entry.line, "３－１５０２\r\n厨房漏水\n急")
    assert form.unit.value() == "3-1502"
    assert form.content.value() == "厨房漏水"
    assert form.job_type.value() is JobType.URGENT
    qtbot.waitUntil(lambda: form.phone.value() != "")
    form.cards.other.click()
    _paste(form.reporter_name.line, "演示\n租户")
    _paste(form.phone.line, "１３８０００００００１\n")
    form.content.text.selectAll()
    _paste(form.content.text, "厨房\r\n漏水\u2028严重１２")
    _paste(form.appointment_at.line, "１７：３０\n")
    form.more.click()
    _paste(form.remark.line, "备注\n两行")
    page.submit()
    qtbot.waitUntil(lambda: bool(slips(shop, shop_desk)))
    (row,) = slips(shop, shop_desk)
    assert row.reporter_name == "演示 租户"
    assert row.phone == "13800000001"
    assert row.content == "厨房 漏水 严重１２"
    view = shop.read(load_slip_view, shop_desk, row.id)
    assert view.facts["remark"] == "备注 两行"
    assert row.appointment_at is not None


def test_a_pasted_public_call_is_one_line_a_field(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    form = page.form
    form.area_kind.segments()[1].click()
    _paste(form.area.line, "１２栋\n")
    _paste(form.place.line, "大堂\r\n东侧")
    _paste(form.reporter_name.line, "演示\t保安")
    _paste(form.report_dept.line, "客服\n部")
    _paste(form.content.text, "门禁\n不开")
    page.submit()
    qtbot.waitUntil(lambda: bool(slips(shop, shop_desk)))
    (row,) = slips(shop, shop_desk)
    assert (row.area, row.place, row.content) == ("12栋", "大堂 东侧", "门禁 不开")
    view = shop.read(load_slip_view, shop_desk, row.id)
    assert view.facts["report_dept"] == "客服 部"


@pytest.mark.parametrize("text", ["%", "_", "'", "😀", "漏" * 10_000, "\ud83d", "\x00"])
def test_any_text_may_stand_in_the_line(
    page: IntakePage, qtbot: QtBot, text: str
) -> None:
    page.form.entry.set_value(text)
    page.form.entry.edited.emit()
    qtbot.wait(250)
    assert page.form.unit.value() == ""


def _preedit(widget: QWidget, text: str) -> None:
    QApplication.sendEvent(widget, QInputMethodEvent(text, []))


def test_a_refresh_while_a_character_is_composed_loses_nothing(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    """The directory answers while the clerk composes the reporter's name."""
    form = page.form
    form.cards.other.click()
    form.reporter_name.setFocus()
    _preedit(form.reporter_name.line, "zhang")
    (unit,) = shop.read(find_units, shop_desk, "3-1502")
    page.filling.take_unit(unit)
    assert form.reporter_name.line.text() == ""
    compose(form.reporter_name.line, "张三")
    qtbot.wait(50)
    assert form.reporter_name.value() == "张三"


def test_a_change_elsewhere_does_not_interrupt_the_line_or_the_fault(
    page: IntakePage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    type_line(page, "3-1502 ")
    _preedit(page.form.entry.line, "loushui")
    page.frame.work.changed.emit(frozenset({"slip", "unit", "trade"}))
    qtbot.wait(300)
    compose(page.form.entry.line, "漏水")
    assert page.form.entry.value() == "3-1502 漏水"
    assert page.form.content.value() == "漏水"
    page.form.content.setFocus()
    _preedit(page.form.content.text, "yanzhong")
    page.frame.work.changed.emit(frozenset({"slip", "unit", "trade"}))
    qtbot.wait(300)
    compose(page.form.content.text, "严重")
    assert "严重" in page.form.content.value()


def test_every_control_of_the_front_desk_has_a_name(
    couple: None, page: IntakePage, qtbot: QtBot
) -> None:
    type_line(page, "8-0603 厨房漏水")
    qtbot.waitUntil(lambda: len(page.form.cards.cards()) == 2)
    page.form.more.click()
    unnamed = [
        repr(part)
        for part in page.findChildren(QWidget)
        if part.isVisible()
        and part.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not part.accessibleName()
    ]
    assert unnamed == []
