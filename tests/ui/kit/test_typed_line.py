"""What is pasted or composed into a field arrives as it was meant."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.kit.fields import LongTextField, NumberField, TextField
from ui.kit.form import Form
from ui.kit.money_field import MoneyField
from ui.kit.typed_line import TypedLine, half_width, one_line


def paste(line: TypedLine, text: str) -> None:
    QApplication.clipboard().setText(text)
    line.paste()


def composing(preedit: str, commit: str = "") -> QInputMethodEvent:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    return event


@pytest.mark.parametrize(
    ("pasted", "meant"),
    [
        ("3-1502\r\n", "3-1502"),
        ("厨房\n漏水", "厨房 漏水"),
        ("a\tb\r\n\r\nc", "a b c"),
        ("\u2028x\u2029y", "x y"),
        (" two  blanks stay ", " two  blanks stay "),
        ("", ""),
    ],
)
def test_breaks_that_are_pasted_become_spaces(pasted: str, meant: str) -> None:
    assert one_line(pasted) == meant


def test_full_width_signs_become_ordinary_ones() -> None:
    assert half_width("１３８－０００，０１１５") == "138-000,0115"
    assert half_width("１２。５０") == "12.50"
    assert half_width("三栋　门") == "三栋 门"


def test_a_pasted_column_of_numbers_is_one_line(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    paste(field.line, "WX261120-001\r\nWX261120-002\r\n")
    assert field.line.text() == "WX261120-001 WX261120-002"
    assert field.line.cursorPosition() == len(field.line.text())


def test_what_is_pasted_in_the_middle_leaves_the_cursor_behind_it(
    qtbot: QtBot,
) -> None:
    field = TextField()
    qtbot.addWidget(field)
    field.line.setText("厨房漏水")
    field.line.setCursorPosition(2)
    paste(field.line, "水槽\n下")
    assert field.line.text() == "厨房水槽 下漏水"
    assert field.line.cursorPosition() == 6


def test_words_keep_their_full_width_signs_and_numbers_do_not(qtbot: QtBot) -> None:
    content, number, money = TextField(), NumberField(), MoneyField()
    for field in (content, number, money):
        qtbot.addWidget(field)
    paste(content.line, "门锁坏了（急）")
    paste(number.line, "１２")
    paste(money.line, "１２。５０")
    assert content.value() == "门锁坏了（急）"
    assert number.value() == 12
    assert money.value() == Decimal("12.50")


def test_a_telephone_of_any_form_is_typed_in_ordinary_digits(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    phone = form.add("phone", "Telephone", TextField())
    paste(phone.line, "１３８００００５６７８\n")
    assert phone.value() == "13800005678"


def test_a_long_paste_is_kept_whole(qtbot: QtBot) -> None:
    """Too long is refused by the desk, never cut in silence."""
    field = TextField()
    qtbot.addWidget(field)
    paste(field.line, "漏" * 10_000)
    assert len(field.value()) == 10_000


def test_a_refresh_does_not_interrupt_composing(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    QApplication.sendEvent(field.line, composing("loushui"))
    field.set_value("3-1502")
    assert field.line.text() == ""
    QApplication.sendEvent(field.line, composing("", "漏水"))
    assert field.line.text() == "漏水"


def test_what_was_held_back_is_shown_when_composing_is_given_up(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    QApplication.sendEvent(field.line, composing("lou"))
    field.set_value("3-1502")
    QApplication.sendEvent(field.line, composing(""))
    assert field.line.text() == "3-1502"


def test_clearing_clears_also_while_composing(qtbot: QtBot) -> None:
    field, long = TextField(), LongTextField()
    for each in (field, long):
        qtbot.addWidget(each)
    field.set_value("3-1502")
    long.set_value("漏水")
    QApplication.sendEvent(field.line, composing("lou"))
    QApplication.sendEvent(long.text, composing("lou"))
    field.clear()
    long.clear()
    assert field.value() == ""
    assert long.value() == ""


def test_a_long_text_is_not_interrupted_either(qtbot: QtBot) -> None:
    field = LongTextField()
    qtbot.addWidget(field)
    QApplication.sendEvent(field.text, composing("loushui"))
    field.set_value("门锁")
    QApplication.sendEvent(field.text, composing("", "漏水"))
    assert field.value() == "漏水"


@pytest.mark.parametrize(
    ("key", "is_of_the_line"),
    [(Qt.Key.Key_U, False), (Qt.Key.Key_E, False), (Qt.Key.Key_C, True)],
)
def test_a_key_of_the_page_is_not_taken_by_the_line(
    key: Qt.Key, is_of_the_line: bool, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on desktops where Ctrl+U empties a line and Ctrl+E goes to its end."""
    theirs = {
        QKeySequence.StandardKey.DeleteCompleteLine: Qt.Key.Key_U,
        QKeySequence.StandardKey.MoveToEndOfLine: Qt.Key.Key_E,
        QKeySequence.StandardKey.Copy: Qt.Key.Key_C,
    }
    monkeypatch.setattr(
        QKeyEvent, "matches", lambda event, what: theirs.get(what) == event.key()
    )
    line = TypedLine("WX260302-001")
    qtbot.addWidget(line)
    control = Qt.KeyboardModifier.ControlModifier
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, control)
    event.accept()
    QApplication.sendEvent(line, event)
    assert event.isAccepted() is is_of_the_line


def test_a_long_text_is_read_from_its_beginning_and_gone_on_with_at_its_end(
    qtbot: QtBot,
) -> None:
    line = TypedLine()
    qtbot.addWidget(line)
    line.setFixedWidth(80)
    line.show()
    line.put("郑建国家属（演示）")
    assert line.cursorPosition() == 0
    line.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(line.hasFocus)
    assert line.cursorPosition() == len(line.text())
