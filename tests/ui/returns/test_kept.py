"""What is typed at the return desk outlives the window: a language, a crash."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.database import Database
from app.database_trouble import DatabaseBusy
from app.desk import Desk
from app.kept_form import FormKind, list_kept_forms
from tests.ui.answering import Answering
from ui.returns.page import ReturnPage
from ui.shell.main_window import MainWindow
from ui.window_state import WindowState
from ui.work import Work

PAPER = FormKind.RETURN


def _type(page: ReturnPage, out: int, qtbot: QtBot) -> None:
    page.look_at(out)
    qtbot.waitUntil(lambda: page.view is not None)
    qtbot.keyClicks(page.form.arrived_at.line, "1012")
    page.form.result_text.line.setFocus()
    qtbot.keyClicks(page.form.result_text.line, "Valve 12")
    page.form.copies.ticks[1].click()


def test_a_window_built_anew_shows_the_paper_as_it_was_typed(
    out: int,
    page: ReturnPage,
    work: Work,
    window: MainWindow,
    tmp_path: Path,
    ask: Answering,
    qtbot: QtBot,
) -> None:
    _type(page, out, qtbot)
    assert window.rescue() is None
    again = MainWindow(work, WindowState(tmp_path / "again.ini"), ask)
    qtbot.addWidget(again)
    again.show()
    anew = again.show_page("return")
    assert isinstance(anew, ReturnPage)
    qtbot.waitUntil(lambda: anew.view is not None)
    assert anew.form.arrived_at.line.text() == "10:12"
    assert anew.form.result_text.value() == "Valve 12"
    assert sorted(anew.form.copies.in_hand()) == [1, 4]


def test_it_is_saved_soon_after_the_last_key_without_being_told(
    out: int, page: ReturnPage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    _type(page, out, qtbot)
    qtbot.waitUntil(lambda: bool(shop.read(list_kept_forms, shop_desk)))
    kept = shop.read(list_kept_forms, shop_desk)[PAPER, out]
    assert kept["arrived_at"] == "2026-03-02 10:12"
    page.form.quote.set_value(Decimal("90.00"))
    page.paper.submit()
    qtbot.waitUntil(lambda: page.paper.lost.isVisible())
    page.paper.lost.click()
    qtbot.waitUntil(lambda: shop.read(list_kept_forms, shop_desk) == {})


def test_a_disk_that_does_not_take_it_is_told_and_it_is_still_there(
    out: int,
    page: ReturnPage,
    work: Work,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise DatabaseBusy

    _type(page, out, qtbot)
    with monkeypatch.context() as patched:
        patched.setattr(work, "change_now", refuse)
        assert isinstance(page.rescue(), DatabaseBusy)
    assert page.rescue() is None


def test_who_comes_after_finds_the_desk_empty_and_the_other_one_finds_it_again(
    out: int, page: ReturnPage, peopled: Database, window: MainWindow, qtbot: QtBot
) -> None:
    _type(page, out, qtbot)
    before = window.work.desk.actor
    window.act_as("演示主管")
    qtbot.waitUntil(lambda: window.work.desk.actor == "演示主管")
    qtbot.waitUntil(lambda: page._kept.slips(PAPER) == frozenset())
    window.act_as(before)
    qtbot.waitUntil(lambda: page._kept.slips(PAPER) == frozenset({out}))
    qtbot.keyClick(page, Qt.Key.Key_Escape)
