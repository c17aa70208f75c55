"""The frame: rooms, who acts, messages, troubles, work under way."""

import threading
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.database import Database
from app.database_trouble import DatabaseBusy
from app.desk import Desk
from app.progress import Progress
from app.slip_refusals import SlipUnknown
from models.slip import SlipState
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip
from tests.ui.answering import Answering
from tests.ui.dialogs import shown_dialog
from ui.shell.frame import Kind, Offer
from ui.shell.job_bar import JobBar
from ui.shell.key_sheet import Keycap, KeySheet, keys_of
from ui.shell.main_window import MainWindow
from ui.shell.pages import PAGES
from ui.shell.rail import COMPACT, WIDE, PersonButton
from ui.shell.trouble_box import TroubleBox
from ui.tasks import Lane, Tasks

CTRL = Qt.KeyboardModifier.ControlModifier


def test_every_room_is_entered_by_its_key(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("intake")
    for page in PAGES:
        if page.icon_name:
            digit = Qt.Key(ord(page.keys[-1]))
            qtbot.keyClick(window, digit, CTRL)
            wanted = page.id
            qtbot.waitUntil(partial(_is_in_front, window, wanted))
            assert window.rail.item(page.id).isChecked()


def _is_in_front(window: MainWindow, page_id: str) -> bool:
    return window.front_page_id() == page_id


def test_a_narrow_window_has_the_compact_rail(window: MainWindow) -> None:
    window.resize(1440, 900)
    assert window.rail.width() == WIDE
    window.resize(1280, 720)
    assert window.rail.width() == COMPACT


def test_whoever_acts_is_chosen_from_the_directory_and_remembered(
    peopled: Database, window: MainWindow, qtbot: QtBot
) -> None:
    window.rail.person.click()
    menus: list[QMenu] = []

    def found() -> bool:
        menus[:] = [m for m in window.findChildren(QMenu) if m.isVisible()]
        return bool(menus)

    qtbot.waitUntil(found)
    names = [action.text().split()[0] for action in menus[0].actions()[:2]]
    assert names == ["演示主管", "演示技工"]
    menus[0].actions()[0].trigger()
    menus[0].close()
    qtbot.waitUntil(lambda: window.work.desk.actor == "演示主管")
    assert window.rail.person.text() == "演示主管"
    assert window.state.text("actor") == "演示主管"


def test_an_empty_directory_says_where_to_add_people(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.rail.person.click()
    qtbot.waitUntil(
        lambda: any(menu.isVisible() for menu in window.findChildren(QMenu))
    )
    menu = next(m for m in window.findChildren(QMenu) if m.isVisible())
    menu.actions()[0].trigger()
    menu.close()
    assert window.front_page_id() == "settings"


def test_the_duty_post_follows_the_clock(window: MainWindow, clock: Clock) -> None:
    assert window.status_texts()[0] == "On duty: Front desk"
    clock.local("2026-03-02 18:00:00")
    window.tick()
    assert window.status_texts()[0] == "On duty: Control room"


def test_a_missing_holiday_year_is_said_aloud(window: MainWindow, clock: Clock) -> None:
    assert window.status_texts()[2] == ""
    clock.local("2027-01-04 10:00:00")
    window.tick()
    assert "2027" in window.status_texts()[2]


def test_a_message_offers_what_to_do_next_and_gives_way_to_the_next(
    window: MainWindow, qtbot: QtBot
) -> None:
    taken: list[str] = []
    offer = Offer("Print", lambda: taken.append("print"), "Ctrl+P")
    window.say(Kind.DONE, "Issued", "3-1502", [offer])
    window.messages.offers()[0].click()
    assert taken == ["print"]
    window.say(Kind.FAILED, "Not done", "Because.")
    assert window.messages.offers() == []
    assert window.messages.message() == (Kind.FAILED, "Not done", "Because.")


def test_a_refusal_nobody_waits_for_is_said_in_the_bar(window: MainWindow) -> None:
    window.work.refusal_met.emit(SlipUnknown(number="WX1"))
    kind, _, text = window.messages.message()
    assert kind is Kind.FAILED
    assert "WX1" in text


def test_a_trouble_has_a_box_that_tries_again(window: MainWindow, qtbot: QtBot) -> None:
    tries: list[int] = []
    window.work.trouble_met.emit(DatabaseBusy(), lambda: tries.append(1))
    box = shown_dialog(window, TroubleBox, qtbot)
    assert "locked" in box.sentence
    box.retry.click()
    assert tries == [1]


def test_the_same_trouble_met_twice_is_one_box(
    window: MainWindow, qtbot: QtBot
) -> None:
    """A line that is cut stops every list at once."""
    tries: list[int] = []
    for number in (1, 2, 3):
        window.work.trouble_met.emit(DatabaseBusy(), partial(tries.append, number))
    boxes = [box for box in window.findChildren(TroubleBox) if box.isVisible()]
    assert len(boxes) == 1
    boxes[0].retry.click()
    assert tries == [1, 2, 3]


def test_the_keys_of_a_page_are_on_one_sheet(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("register")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    sheet = shown_dialog(window, KeySheet, qtbot)
    said = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"Registers", "Everywhere", "Export", "Search everything"} <= said
    keys = {cap.accessibleName() for cap in sheet.findChildren(Keycap)}
    assert {"Ctrl+1", "Ctrl+E", "Ctrl+K", "F1"} <= keys
    sheet.reject()


def test_the_sheet_tells_no_key_that_the_return_desk_has_not() -> None:
    told = [keys for keys, _ in keys_of("return")]
    assert "Ctrl+M" not in told
    assert len(told) == len(set(told)), "one key does one thing"


def test_enter_offers_the_others_where_it_is_said_who_acts(
    window: MainWindow, qtbot: QtBot
) -> None:
    (person,) = window.findChildren(PersonButton)
    pressed: list[bool] = []
    person.clicked.disconnect()
    person.clicked.connect(lambda: pressed.append(True))
    qtbot.keyClick(person, Qt.Key.Key_Return)
    assert pressed == [True]


def test_long_work_shows_how_far_it_is_and_can_be_stopped(qtbot: QtBot) -> None:
    tasks = Tasks()
    bar = JobBar(tasks)
    qtbot.addWidget(bar)
    go_on = threading.Event()

    def work(progress: Progress) -> None:
        while not go_on.is_set():
            progress.step(3, 10)
            go_on.wait(0.01)

    tasks.start(
        Lane.PAPER, None, work, lambda _: None, lambda _: None, title="The report"
    )
    assert bar.shown_jobs() == 0, "what ends at once shows nothing"
    qtbot.waitUntil(lambda: bar.shown_jobs() == 1)
    cancel = bar.findChild(QAbstractButton)
    assert cancel is not None
    cancel.click()
    qtbot.waitUntil(lambda: bar.shown_jobs() == 0)
    assert not go_on.is_set(), "it was stopped, it did not end by itself"
    tasks.close()


def test_closing_asks_while_work_is_under_way(
    window: MainWindow, ask: Answering, qtbot: QtBot
) -> None:
    ask.says_yes = False
    window.work.draw(window, lambda _: None, lambda _: None, title="The report")
    window.close()
    assert ask.asked == ["Work is still running"]
    assert window.isVisible()
    qtbot.waitUntil(lambda: not window.work.tasks.running())
    window.close()
    assert not window.isVisible()


def test_every_control_has_a_name_that_can_be_read_aloud(
    peopled: Database, shop_desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    unit = AreaKind.UNIT
    slip = make_slip(peopled, shop_desk, SlipState.DISPATCHED, area_kind=unit)
    nameless: list[str] = []
    for page in PAGES:
        shown = window.show_page(page.id, slip.id if page.id == "slip" else None)
        if page.id == "return":
            shown.look_at(slip.id)
        qtbot.wait(30)
        nameless += [
            f"{page.id}: {type(widget).__name__} {widget.objectName()}"
            for widget in window.findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not _name_of(widget)
        ]
    assert not nameless


def _name_of(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    parent = widget.parentWidget()
    # A box with a list inside is one control.
    return parent.accessibleName() if parent is not None else ""
