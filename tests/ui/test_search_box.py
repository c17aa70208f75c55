"""Ctrl+K: what is typed is answered while one types, and Enter opens it."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.search_hit import Found, SearchField, SlipHit, UnitHit, Why
from models.slip import SlipState
from tests.makers import make_slip, make_unit
from ui.search.hit_line import Heading, InRegister, lines_of
from ui.search.search_box import SearchBox
from ui.shell.main_window import MainWindow
from ui.slip.intake_page import IntakePage
from ui.slip.register_page import RegisterPage

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def box(window: MainWindow, qtbot: QtBot) -> Iterator[SearchBox]:
    window.show_page("return")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window.search


def ask(window: MainWindow, box: SearchBox, words: str, qtbot: QtBot) -> None:
    """Come with Ctrl+K, type, and wait for the answer."""
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.waitUntil(box.line.hasFocus)
    box.line.insert(words)
    box.line.textEdited.emit(box.line.text())
    qtbot.waitUntil(box.popup.isVisible)
    qtbot.waitUntil(lambda: not window.work.tasks.running())


def test_a_number_is_opened_with_enter(
    window: MainWindow, box: SearchBox, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    slip = make_slip(shop, shop_desk, SlipState.ISSUED)
    ask(window, box, slip.number, qtbot)
    hit = box.popup.hits.chosen()
    assert isinstance(hit, SlipHit)
    assert hit.number == slip.number
    qtbot.keyClick(box.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.front_page_id() == "slip")
    assert box.line.text() == ""
    assert not box.popup.isVisible()


def test_enter_pressed_before_the_answer_opens_what_comes(
    window: MainWindow, box: SearchBox, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    slip = make_slip(shop, shop_desk, SlipState.ISSUED)
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.waitUntil(box.line.hasFocus)
    qtbot.keyClicks(box.line, slip.number)
    qtbot.keyClick(box.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.front_page_id() == "slip")


def test_esc_gives_the_keyboard_back_to_where_it_was(
    window: MainWindow, box: SearchBox, qtbot: QtBot
) -> None:
    before = QApplication.focusWidget()
    assert before is not None
    ask(window, box, "nothing like this", qtbot)
    qtbot.keyClick(box.line, Qt.Key.Key_Escape)
    assert not box.popup.isVisible()
    assert QApplication.focusWidget() is before
    assert box.line.text() == ""


def test_arrows_pass_headings_by(
    window: MainWindow, box: SearchBox, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    make_unit(shop, shop_desk)
    make_slip(shop, shop_desk, SlipState.ISSUED)
    ask(window, box, "1", qtbot)
    shown = [line for line in box.popup.hits.lines() if not isinstance(line, Heading)]
    met = [box.popup.hits.chosen()]
    for _ in shown[1:]:
        qtbot.keyClick(box.line, Qt.Key.Key_Down)
        met.append(box.popup.hits.chosen())
    assert met == shown
    qtbot.keyClick(box.line, Qt.Key.Key_Down)
    assert box.popup.hits.chosen() == shown[-1]
    qtbot.keyClick(box.line, Qt.Key.Key_Up)
    assert box.popup.hits.chosen() == shown[-2]


def test_typing_on_asks_anew_and_old_answers_are_dropped(
    window: MainWindow, box: SearchBox, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    slip = make_slip(shop, shop_desk, SlipState.ISSUED)
    asked: list[object] = []
    window.work.tasks.job_started.connect(asked.append)
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.waitUntil(box.line.hasFocus)
    qtbot.waitUntil(lambda: not window.work.tasks.running())
    asked.clear()
    qtbot.keyClicks(box.line, slip.number)
    qtbot.waitUntil(box.popup.isVisible)
    assert len(asked) < len(slip.number), "not one question a key"
    first = box.popup.hits.lines()
    box.line.setText("zzzz")
    box._show(slip.number, Found())
    assert box.popup.hits.lines() == first, "the answer to other words"


HOSTILE = [
    "%",
    "_",
    "'",
    '"; DROP TABLE slip; --',
    "😀",
    "\u202e",
    "\x00",
    "漏" * 10_000,
]


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: repr(words)[:12])
def test_nothing_that_can_be_typed_does_harm(
    words: str, window: MainWindow, box: SearchBox, qtbot: QtBot
) -> None:
    ask(window, box, words, qtbot)
    line = box.popup.hits.lines()[-1]
    assert isinstance(line, InRegister)
    assert len(line.text) < 100
    qtbot.keyClick(box.line, Qt.Key.Key_Escape)
    assert not box.popup.isVisible()


def test_several_pasted_numbers_lead_to_the_register() -> None:
    at = datetime(2026, 3, 2, tzinfo=UTC)
    hits = [
        SlipHit(
            at_, f"WX260302-00{at_}", "3-1502", "", "漏水", SlipState.ISSUED, at, ()
        )
        for at_ in (2, 1)
    ]
    lines = lines_of(Found(numbers=hits), "WX260302-002 WX260302-001")
    assert lines[1:3] == hits
    last = lines[-1]
    assert isinstance(last, InRegister)
    assert last.words == "WX260302-002 WX260302-001"


def test_words_lead_to_the_register(
    window: MainWindow, box: SearchBox, qtbot: QtBot
) -> None:
    ask(window, box, "nothing like this", qtbot)
    qtbot.keyClick(box.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.front_page_id() == "register")
    page = window.page("register")
    assert isinstance(page, RegisterPage)
    assert page.question().text == "nothing like this"
    assert page.question().from_at is None


def test_a_unit_opens_a_call_that_knows_its_room(
    peopled: Database, window: MainWindow, box: SearchBox, qtbot: QtBot
) -> None:
    why = (Why(SearchField.ROOM, "3-1502"),)
    box.popup.hits.taken.emit(UnitHit(1, "3-1502", "陈淑敏", why))
    qtbot.waitUntil(lambda: window.front_page_id() == "intake")
    page = window.page("intake")
    assert isinstance(page, IntakePage)
    qtbot.waitUntil(lambda: page.form.unit.value() is not None)
