"""A slip is handed out from the popup beside its card."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.dispatch_card import Visit
from app.slip_dispatch import BounceSlip, bounce_slip
from models.slip import SlipState
from models.slip_copy import CopyPlace
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip
from tests.ui.dialogs import shown_dialog
from tests.ui.slip.dispatch import names, popup_of, press, view_of
from ui.kit.label import Tone
from ui.shell.main_window import MainWindow
from ui.shell.trouble_box import TroubleBox
from ui.slip.dispatch_page import DispatchPage
from ui.slip.paper_dialog import PaperDialog

UNIT = AreaKind.UNIT
KEY = Qt.Key


def test_a_waiting_slip_is_dispatched_and_printed_with_three_keys(
    crew: Database,
    enter: Callable[[], DispatchPage],
    window: MainWindow,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    slip = make_slip(crew, shop_desk, area_kind=UNIT)
    page = enter()
    assert page.board.chosen_id() == slip.id
    press(KEY.Key_Return, qtbot=qtbot)
    assert popup_of(page).isVisible()
    press("l", KEY.Key_Return, qtbot=qtbot)
    paper = shown_dialog(window, PaperDialog, qtbot)
    qtbot.waitUntil(lambda: paper.page_count() == 4)
    view = view_of(crew, shop_desk, slip.id)
    assert view.facts["state"] is SlipState.DISPATCHED
    assert view.facts["technicians"] == ("刘志强",)
    assert view.facts["supervisor"] == "唐立民"
    assert view.facts["trade"] == "水工"
    assert {copy.print_seq for copy in view.copies} == {1}
    assert {copy.place for copy in view.copies} == {CopyPlace.TECHNICIAN}
    assert page.assigning.popup() is None
    assert window.messages.message()[1] == "Dispatched"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lh", ["林浩"]),
        ("linh", ["林浩"]),
        ("l", ["刘志强", "林浩"]),
        ("LZ", ["刘志强"]),
        ("林", ["林浩"]),
        ("shan", ["单雄"]),
        ("sx", ["单雄"]),
    ],
)
def test_letters_characters_and_surname_readings_find_a_technician(
    crew: Database,
    enter: Callable[[], DispatchPage],
    shop_desk: Desk,
    qtbot: QtBot,
    typed: str,
    found: list[str],
) -> None:
    make_slip(crew, shop_desk, area_kind=UNIT)
    page = enter()
    press(KEY.Key_Return, qtbot=qtbot)
    popup = popup_of(page)
    popup.line.setText(typed)
    assert names(page) == found


def test_letters_count_while_an_input_method_still_composes_them(
    crew: Database,
    enter: Callable[[], DispatchPage],
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    make_slip(crew, shop_desk, area_kind=UNIT)
    page = enter()
    press(KEY.Key_Return, qtbot=qtbot)
    popup = popup_of(page)
    QApplication.sendEvent(popup.line, QInputMethodEvent("l'h", []))
    assert names(page) == ["林浩"]
    page.refresh()
    page.frame.work.changed.emit(frozenset({"slip"}))
    qtbot.waitUntil(lambda: not page.frame.work.tasks.running())
    assert names(page) == ["林浩"], "a refresh does not disturb what is composed"
    QApplication.sendEvent(popup.line, QInputMethodEvent("", []))
    assert len(names(page)) == 3


def test_nobody_of_that_name_is_said_in_place_and_sends_nothing(
    crew: Database,
    enter: Callable[[], DispatchPage],
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    slip = make_slip(crew, shop_desk, area_kind=UNIT)
    page = enter()
    press(KEY.Key_Return, "xyz%", KEY.Key_Return, qtbot=qtbot)
    assert "other letters" in popup_of(page).problem()
    assert view_of(crew, shop_desk, slip.id).facts["state"] is SlipState.ISSUED
    press(KEY.Key_Escape, qtbot=qtbot)
    assert page.assigning.popup() is None
    assert page.board.has_keyboard()


def test_the_space_bar_sends_two(
    crew: Database,
    enter: Callable[[], DispatchPage],
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    slip = make_slip(crew, shop_desk, area_kind=UNIT)
    page = enter()
    press(KEY.Key_Return, "lh", KEY.Key_Space, "lz", KEY.Key_Space, qtbot=qtbot)
    assert popup_of(page).names() == ("林浩", "刘志强")
    press(KEY.Key_Return, qtbot=qtbot)
    qtbot.waitUntil(
        lambda: (
            view_of(crew, shop_desk, slip.id).facts["technicians"] == ("林浩", "刘志强")
        )
    )


def test_whom_letters_find_after_a_tick_goes_too(
    crew: Database,
    enter: Callable[[], DispatchPage],
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    slip = make_slip(crew, shop_desk, area_kind=UNIT)
    page = enter()
    press(KEY.Key_Return, "lh", KEY.Key_Space, qtbot=qtbot)
    assert popup_of(page).names() == ("林浩",)
    press("lz", KEY.Key_Return, qtbot=qtbot)
    qtbot.waitUntil(
        lambda: (
            view_of(crew, shop_desk, slip.id).facts["technicians"] == ("林浩", "刘志强")
        )
    )


def test_who_is_marked_stays_marked_when_it_is_known_who_was_there(
    crew: Database,
    enter: Callable[[], DispatchPage],
    shop_desk: Desk,
    clock: Clock,
    qtbot: QtBot,
) -> None:
    """Between an arrow and Enter the list is put in another order."""
    make_slip(crew, shop_desk, area_kind=UNIT)
    page = enter()
    press(KEY.Key_Return, "l", KEY.Key_Down, qtbot=qtbot)
    popup = popup_of(page)
    first, second = (pick.name for pick in popup.list.picks())
    assert popup.names() == (second,)
    popup.show_visits([Visit(0, (second,), clock()), Visit(0, (first,), clock())])
    assert popup.names() == (second,)
    popup.trade.set_value("电工")
    popup.trade.edited.emit()
    assert popup.names() == (second,)


def test_who_was_there_before_stands_first_with_the_days(
    crew: Database,
    enter: Callable[[], DispatchPage],
    shop_desk: Desk,
    clock: Clock,
    qtbot: QtBot,
) -> None:
    from app.slip_dispatch import DispatchSlip, dispatch_slip
    from app.slip_work import StepSlip, arrive

    for _ in range(2):
        old = make_slip(crew, shop_desk, area_kind=UNIT, unit="3-1502").id
        order = DispatchSlip(old, "水工", "唐立民", ("林浩",))
        crew.write(dispatch_slip, shop_desk, order)
        crew.write(arrive, shop_desk, StepSlip(old))
        clock.advance(days=2)
    slip = make_slip(crew, shop_desk, area_kind=UNIT, unit="3-1502")
    page = enter()
    page.look_at(slip.id)
    press(KEY.Key_Return, qtbot=qtbot)
    qtbot.waitUntil(lambda: bool(popup_of(page).list.picks()[0].remark))
    first = popup_of(page).list.picks()[0]
    assert (first.name, first.remark) == ("林浩", "was there 03-04、03-02")
    assert first.remark_tone is Tone.OK


def test_a_refusal_stands_beside_its_field_and_enter_tries_again(
    shop: Database,
    shop_desk: Desk,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    """No directory at all: everything has to be typed."""
    slip = make_slip(shop, shop_desk, area_kind=UNIT)
    page = window.show_page("dispatch")
    assert isinstance(page, DispatchPage)
    qtbot.waitUntil(lambda: page.board.chosen_id() == slip.id)
    press(KEY.Key_Return, KEY.Key_Return, qtbot=qtbot)
    popup = popup_of(page)
    qtbot.waitUntil(lambda: bool(popup.supervisor.problem()))
    assert QApplication.focusWidget() is popup.supervisor.line
    popup.supervisor.line.setText("唐立民")
    press(KEY.Key_Return, qtbot=qtbot)
    qtbot.waitUntil(
        lambda: view_of(shop, shop_desk, slip.id).facts["supervisor"] == "唐立民"
    )
    copies = view_of(shop, shop_desk, slip.id).copies
    assert {copy.place for copy in copies} == {CopyPlace.SUPERVISOR}


def test_a_slip_that_changed_under_the_popup_is_not_overwritten(
    crew: Database,
    enter: Callable[[], DispatchPage],
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    slip = make_slip(crew, shop_desk, area_kind=UNIT)
    page = enter()
    press(KEY.Key_Return, qtbot=qtbot)
    crew.write(bounce_slip, shop_desk, BounceSlip(slip.id, "内容不清"))
    press(KEY.Key_Return, qtbot=qtbot)
    qtbot.waitUntil(lambda: "meanwhile" in popup_of(page).problem())
    assert view_of(crew, shop_desk, slip.id).facts["state"] is SlipState.ISSUED


def test_enter_pressed_twice_sends_once(
    crew: Database,
    enter: Callable[[], DispatchPage],
    window: MainWindow,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    slip = make_slip(crew, shop_desk, area_kind=UNIT)
    page = enter()
    press(KEY.Key_Return, qtbot=qtbot)
    popup = popup_of(page)
    sent: list[object] = []
    popup.ordered.connect(sent.append)
    qtbot.keyClick(popup.line, KEY.Key_Return)
    qtbot.keyClick(popup.line, KEY.Key_Return)
    shown_dialog(window, PaperDialog, qtbot)
    assert len(sent) == 1
    events = [each.what.value for each in view_of(crew, shop_desk, slip.id).events]
    assert events == ["issue", "dispatch"]


def test_a_dispatch_that_the_disk_stopped_can_be_sent_again(
    crew: Database,
    enter: Callable[[], DispatchPage],
    window: MainWindow,
    shop_desk: Desk,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    slip = make_slip(crew, shop_desk, area_kind=UNIT)
    page = enter()
    press(KEY.Key_Return, qtbot=qtbot)
    popup = popup_of(page)
    (tmp_path / "window.db").rename(tmp_path / "away.db")
    qtbot.keyClick(popup.line, KEY.Key_Return)
    box = shown_dialog(window, TroubleBox, qtbot)
    box.reject()
    (tmp_path / "away.db").rename(tmp_path / "window.db")
    qtbot.keyClick(popup.line, KEY.Key_Return)
    shown_dialog(window, PaperDialog, qtbot)
    assert view_of(crew, shop_desk, slip.id).facts["state"] is SlipState.DISPATCHED


def test_after_a_dispatch_the_next_slip_that_waits_is_chosen(
    crew: Database,
    enter: Callable[[], DispatchPage],
    window: MainWindow,
    shop_desk: Desk,
    clock: Clock,
    qtbot: QtBot,
) -> None:
    first = make_slip(crew, shop_desk, place="一号梯").id
    clock.advance(minutes=1)
    second = make_slip(crew, shop_desk, place="二号梯").id
    page = enter()
    page.look_at(first)
    press(KEY.Key_Return, KEY.Key_Return, qtbot=qtbot)
    shown_dialog(window, PaperDialog, qtbot).reject()
    qtbot.waitUntil(lambda: page.board.chosen_id() == second)
    card = page.card(first)
    assert card is not None
    assert card.state is SlipState.DISPATCHED
    qtbot.waitUntil(page.board.has_keyboard)
