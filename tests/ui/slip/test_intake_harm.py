"""What the world does to a call that is being taken: slow desks, gone disks."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.slip_draft import list_drafts, save_draft
from tests.clock import Clock
from tests.ui.answering import Answering
from tests.ui.dialogs import shown_dialog
from tests.ui.slip.intake import CTRL, open_intake, slips, type_line
from ui.shell.main_window import MainWindow
from ui.shell.trouble_box import TroubleBox
from ui.slip.intake_drafts import AGAIN_MS, SAVE_MS
from ui.slip.intake_page import IntakePage
from ui.tasks import Lane, SameThread, Tasks
from ui.work import open_work


class Held(Executor):
    """A lane that does nothing until it is let go, then everything at once."""

    def __init__(self) -> None:
        self.is_held = False
        self._waiting: list[Callable[[], object]] = []

    def submit(
        self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any
    ) -> Future[Any]:
        if self.is_held:
            self._waiting.append(lambda: fn(*args, **kwargs))
        else:
            fn(*args, **kwargs)
        return Future()

    def let_go(self) -> None:
        """Do what waited."""
        self.is_held = False
        waiting, self._waiting = self._waiting, []
        for step in waiting:
            step()


@pytest.fixture
def writes() -> Held:
    """The write lane."""
    return Held()


@pytest.fixture
def reads() -> Held:
    """The read lane."""
    return Held()


@pytest.fixture
def work(shop: Database, clock: Clock, writes: Held, reads: Held) -> Any:
    """The door to the desk, with lanes that can be held up."""
    lanes: dict[Lane, Executor] = {Lane.WRITE: writes, Lane.READ: reads}
    opened = open_work(
        shop, Tasks(lambda lane: lanes.get(lane) or SameThread()), clock=clock
    )
    yield opened
    opened.close()


@pytest.fixture
def page(peopled: Database, window: MainWindow, qtbot: QtBot) -> IntakePage:
    """The front desk of a centre with one unit, in front."""
    return open_intake(window, qtbot)


def _contents(shop: Database, desk: Desk) -> list[str]:
    return [str(each.fields.get("content")) for each in shop.read(list_drafts, desk)]


def _type_known(page: IntakePage, qtbot: QtBot, text: str) -> None:
    type_line(page, text)
    qtbot.waitUntil(lambda: page.filling.unit is not None)
    qtbot.wait(SAVE_MS + 150)


def test_going_to_another_draft_while_one_is_issued_throws_neither_away(
    page: IntakePage,
    shop: Database,
    shop_desk: Desk,
    writes: Held,
    qtbot: QtBot,
) -> None:
    type_line(page, "12栋大堂 门禁不开")
    page.new_draft()
    _type_known(page, qtbot, "3-1502 厨房漏水")
    writes.is_held = True
    qtbot.keyClick(page.form.entry.line, Qt.Key.Key_Return, CTRL)
    assert page.issuing.is_under_way
    qtbot.keyClick(page.form.entry.line, Qt.Key.Key_Tab, CTRL)
    writes.let_go()
    qtbot.waitUntil(lambda: not page.issuing.is_under_way)
    qtbot.wait(SAVE_MS + 150)
    assert [slip.content for slip in slips(shop, shop_desk)] == ["厨房漏水"]
    assert _contents(shop, shop_desk) == ["门禁不开"]
    assert "12栋 大堂 门禁不开" in [tab.text() for tab in page.tabs.tabs()]
    assert "3-1502 厨房漏水" not in [tab.text() for tab in page.tabs.tabs()]


def test_what_is_typed_while_a_slow_desk_issues_is_not_wiped(
    page: IntakePage,
    shop: Database,
    shop_desk: Desk,
    writes: Held,
    qtbot: QtBot,
) -> None:
    _type_known(page, qtbot, "3-1502 厨房漏水")
    writes.is_held = True
    qtbot.keyClick(page.form.entry.line, Qt.Key.Key_Return, CTRL)
    qtbot.keyClick(page.form.entry.line, Qt.Key.Key_N, CTRL)
    type_line(page, "12栋大堂 门禁不开")
    writes.let_go()
    qtbot.waitUntil(lambda: not page.issuing.is_under_way)
    qtbot.wait(SAVE_MS + 150)
    assert len(slips(shop, shop_desk)) == 1
    assert page.form.entry.value() == "12栋大堂 门禁不开"
    assert page.form.content.value() == "门禁不开"
    assert _contents(shop, shop_desk) == ["门禁不开"]


def test_who_types_before_the_drafts_of_last_time_are_here_gets_both(
    peopled: Database,
    shop: Database,
    shop_desk: Desk,
    window: MainWindow,
    reads: Held,
    qtbot: QtBot,
) -> None:
    fields = {"area_kind": "public", "area": "9栋", "place": "大堂", "content": "灯"}
    peopled.write(save_draft, shop_desk, None, fields)
    reads.is_held = True
    page = window.show_page("intake")
    assert isinstance(page, IntakePage)
    type_line(page, "12栋大堂 门禁不开")
    page.filling.hurry()
    reads.let_go()
    qtbot.waitUntil(lambda: len(page.tabs.tabs()) == 2)
    assert page.form.content.value() == "门禁不开"
    page.tabs.tabs()[0].click()
    assert page.form.content.value() == "灯"


def test_a_disk_that_is_away_takes_no_key_from_who_types(
    page: IntakePage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    database = tmp_path / "window.db"
    away = tmp_path / "away.db"
    database.rename(away)
    type_line(page, "12栋大堂 门禁不开")
    qtbot.waitUntil(lambda: page.tabs.saved.text() == "Draft not saved yet")
    assert window.focusWidget() is page.form.entry.line
    assert window.messages.message()[1] == "Draft not saved yet"
    assert "window.db" in window.messages.message()[2]
    assert not window.findChildren(TroubleBox)
    away.rename(database)
    qtbot.waitUntil(lambda: page.tabs.saved.text().startswith("Draft saved"))
    assert window.messages.message()[1] == "Draft saved again"
    assert _contents(shop, shop_desk) == ["门禁不开"]


def test_issuing_while_the_disk_is_away_says_so_and_works_when_it_is_back(
    page: IntakePage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    database = tmp_path / "window.db"
    away = tmp_path / "away.db"
    database.rename(away)
    type_line(page, "3-1502 厨房漏水")
    qtbot.keyClick(page.form.entry.line, Qt.Key.Key_Return, CTRL)
    box = shown_dialog(window, TroubleBox, qtbot)
    away.rename(database)
    box.retry.click()
    qtbot.waitUntil(lambda: bool(slips(shop, shop_desk)))
    qtbot.wait(AGAIN_MS + 300)
    assert len(slips(shop, shop_desk)) == 1
    assert _contents(shop, shop_desk) == []


def test_a_call_is_issued_though_its_first_save_is_still_under_way(
    page: IntakePage,
    shop: Database,
    shop_desk: Desk,
    writes: Held,
    qtbot: QtBot,
) -> None:
    type_line(page, "3-1502 厨房漏水")
    qtbot.waitUntil(lambda: page.filling.unit is not None)
    writes.is_held = True
    page.drafts.save()
    qtbot.keyClick(page.form.entry.line, Qt.Key.Key_Return, CTRL)
    qtbot.keyClick(page.form.entry.line, Qt.Key.Key_N, CTRL)
    type_line(page, "12栋大堂 门禁不开")
    writes.let_go()
    qtbot.waitUntil(lambda: len(slips(shop, shop_desk)) == 1)
    qtbot.wait(SAVE_MS + 150)
    assert _contents(shop, shop_desk) == ["门禁不开"]


def test_a_window_whose_draft_cannot_be_saved_asks_before_it_closes(
    page: IntakePage,
    window: MainWindow,
    ask: Answering,
    shop: Database,
    shop_desk: Desk,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    database = tmp_path / "window.db"
    away = tmp_path / "away.db"
    database.rename(away)
    type_line(page, "12栋大堂 门禁不开")
    ask.says_yes = False
    window.close()
    assert window.isVisible()
    assert ask.asked != []
    away.rename(database)
    window.close()
    assert not window.isVisible()
    assert _contents(shop, shop_desk) == ["门禁不开"]
