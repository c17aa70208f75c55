"""The board under the hands of a dispatcher who never touches the mouse."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.dispatch_standing import Counter
from models.slip import JobType, SlipState
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip
from tests.ui.dialogs import shown_dialog
from tests.ui.slip.dispatch import popup_of, press, view_of
from ui.kit.label import Tone
from ui.kit.popup import Popup
from ui.shell.main_window import MainWindow
from ui.slip.copy_dialog import PrintDialog
from ui.slip.dispatch_dialog import BounceDialog
from ui.slip.dispatch_holder import HolderPopup
from ui.slip.dispatch_page import DispatchPage
from ui.slip.quote_dialog import QuoteDialog
from ui.slip.work_dialog import ArriveDialog, SuspendDialog

UNIT = AreaKind.UNIT
KEY = Qt.Key


def test_arrow_keys_walk_down_a_column_and_over_to_the_next(
    crew: Database,
    enter: Callable[[], DispatchPage],
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    water = make_slip(crew, shop_desk, area_kind=UNIT).id
    light = [make_slip(crew, shop_desk, place=f"{at}号柱").id for at in range(3)]
    page = enter()
    page.look_at(water)
    seen = []
    for key in (KEY.Key_Right, KEY.Key_Down, KEY.Key_Down, KEY.Key_Left):
        press(key, qtbot=qtbot)
        seen.append(page.board.chosen_id())
    assert seen == [*light, water]
    chosen = [cards.chosen_id() for cards in page.board.lists()]
    assert chosen.count(water) == 1


def test_the_same_cards_stand_in_one_list_and_that_is_kept(
    crew: Database,
    enter: Callable[[], DispatchPage],
    window: MainWindow,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    water = make_slip(crew, shop_desk, area_kind=UNIT).id
    light = make_slip(crew, shop_desk, job_type=JobType.URGENT).id
    page = enter()
    page.look_at(water)
    page.views.segments()[1].click()
    (cards,) = page.board.lists()
    assert [face.id for face in cards.faces()] == [light, water]
    assert page.board.chosen_id() == water
    page.leave()
    again = DispatchPage(window)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.board.chosen_id() == water)
    assert again.views.value() == "list"


def test_counters_narrow_the_board_and_a_second_press_shows_all(
    crew: Database,
    enter: Callable[[], DispatchPage],
    shop_desk: Desk,
    clock: Clock,
    qtbot: QtBot,
) -> None:
    waits = make_slip(crew, shop_desk, place="门厅").id
    late = make_slip(crew, shop_desk, SlipState.DISPATCHED, area_kind=UNIT).id
    clock.advance(minutes=26)
    page = enter()
    assert page.chips[Counter.WAITING].count == 1
    assert page.chips[Counter.ON_THE_WAY].count == 1
    assert page.chips[Counter.LATE].count == 1
    page.chips[Counter.LATE].click()
    shown = [face for cards in page.board.lists() for face in cards.faces()]
    assert [face.id for face in shown] == [late]
    assert shown[0].status == "6 min late"
    assert shown[0].status_tone is Tone.BAD
    page.chips[Counter.LATE].click()
    shown = [face for cards in page.board.lists() for face in cards.faces()]
    assert {face.id for face in shown} == {late, waits}


def test_clocks_tick_without_a_question_and_repaint_only_what_changed(
    crew: Database,
    enter: Callable[[], DispatchPage],
    shop_desk: Desk,
    clock: Clock,
    statements: list[str],
    qtbot: QtBot,
) -> None:
    make_slip(crew, shop_desk, SlipState.DISPATCHED, area_kind=UNIT)
    make_slip(crew, shop_desk, SlipState.SUSPENDED, place="门厅")
    page = enter()
    (cards,) = page.board.lists()
    told: list[int] = []
    model = cards.model()
    model.dataChanged.connect(lambda top, _: told.append(top.row()))
    model.modelReset.connect(lambda: told.append(-1))
    statements.clear()
    clock.advance(seconds=30)
    page._tick()
    assert told == []
    clock.advance(minutes=8)
    page._tick()
    assert told == [0, 1], "the ages of both, and the clock of one"
    face = cards.faces()[0]
    assert face.status == "8 min gone, 12 left"
    assert face.per_mille == 400
    assert statements == []


def test_choice_scroll_place_and_filter_survive_a_change_by_another_desk(
    crew: Database,
    enter: Callable[[], DispatchPage],
    shop_desk: Desk,
    clock: Clock,
    qtbot: QtBot,
) -> None:
    ids = []
    for number in range(20):
        clock.advance(minutes=1)
        ids.append(make_slip(crew, shop_desk, place=f"{number}号柱").id)
    page = enter()
    page.chips[Counter.WAITING].click()
    page.look_at(ids[12])
    (cards,) = page.board.lists()
    bar = cards.verticalScrollBar()
    before = bar.value()
    assert before > 0
    below = page.board.columns()[0].below()
    assert below
    make_slip(crew, shop_desk, SlipState.DISPATCHED, place="门厅")
    page.frame.work.changed.emit(frozenset({"slip"}))
    qtbot.waitUntil(lambda: len(page.data.cards) == 21)
    assert page.board.chosen_id() == ids[12]
    assert bar.value() == before
    assert page.narrowed() is Counter.WAITING
    assert len(cards.faces()) == 20


def test_a_slip_whose_step_moves_it_down_the_column_stays_in_sight(
    crew: Database,
    enter: Callable[[], DispatchPage],
    window: MainWindow,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    for _ in range(14):
        make_slip(crew, shop_desk, SlipState.DISPATCHED, area_kind=UNIT)
    page = enter()
    (cards,) = page.board.lists()
    first = cards.faces()[0].id
    page.look_at(first)
    press("a", qtbot=qtbot)
    shown_dialog(window, ArriveDialog, qtbot).submit()
    qtbot.waitUntil(lambda: cards.row_of(first) == 13)
    assert page.board.chosen_id() == first
    qtbot.waitUntil(lambda: cards.shows(first))


def test_keys_of_the_board_open_the_step_that_fits(
    crew: Database,
    enter: Callable[[], DispatchPage],
    window: MainWindow,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    waits = make_slip(crew, shop_desk, place="门厅").id
    out = make_slip(crew, shop_desk, SlipState.DISPATCHED, area_kind=UNIT).id
    there = make_slip(crew, shop_desk, SlipState.ON_SITE, area_kind=UNIT)
    page = enter()
    for slip_id, key, kind in (
        (waits, "b", BounceDialog),
        (out, "a", ArriveDialog),
        (out, "s", SuspendDialog),
        (there.id, "q", QuoteDialog),
    ):
        page.look_at(slip_id)
        press(key, qtbot=qtbot)
        dialog = shown_dialog(window, kind, qtbot)
        qtbot.keyClick(dialog, KEY.Key_Escape)
        qtbot.waitUntil(lambda box=dialog: not box.isVisible())  # type: ignore[misc]


def test_the_keys_of_every_slip_work_on_the_board_too(
    crew: Database,
    enter: Callable[[], DispatchPage],
    window: MainWindow,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    make_slip(crew, shop_desk, SlipState.DISPATCHED, area_kind=UNIT)
    page = enter()
    (cards,) = page.board.lists()
    qtbot.keyClick(cards, KEY.Key_P, Qt.KeyboardModifier.ControlModifier)
    shown_dialog(window, PrintDialog, qtbot).reject()


def test_a_step_that_is_not_possible_is_refused_in_words(
    crew: Database,
    enter: Callable[[], DispatchPage],
    window: MainWindow,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    make_slip(crew, shop_desk, place="门厅")
    page = enter()
    press("a", qtbot=qtbot)
    qtbot.waitUntil(lambda: "not possible" in window.messages.message()[2])
    assert page.board.has_keyboard()


def test_a_key_with_several_meanings_asks_which_at_the_card(
    crew: Database,
    enter: Callable[[], DispatchPage],
    window: MainWindow,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    make_slip(crew, shop_desk, SlipState.QUOTED, area_kind=UNIT)
    enter()
    press("q", qtbot=qtbot)

    def menus() -> list[QMenu]:
        return [menu for menu in window.findChildren(QMenu) if menu.isVisible()]

    qtbot.waitUntil(lambda: len(menus()) == 1)
    (menu,) = menus()
    assert len(menu.actions()) == 2
    menu.close()


def test_a_slip_is_given_to_somebody_else_from_the_same_place(
    crew: Database,
    enter: Callable[[], DispatchPage],
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    slip = make_slip(crew, shop_desk, SlipState.DISPATCHED, area_kind=UNIT)
    page = enter()
    press("r", qtbot=qtbot)
    assert popup_of(page).is_reassigning
    press("lh", KEY.Key_Return, qtbot=qtbot)
    qtbot.waitUntil(
        lambda: view_of(crew, shop_desk, slip.id).facts["technicians"] == ("林浩",)
    )


def test_a_reassignment_is_taken_back_and_both_are_kept(
    crew: Database,
    enter: Callable[[], DispatchPage],
    window: MainWindow,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    slip = make_slip(crew, shop_desk, SlipState.DISPATCHED, area_kind=UNIT)
    enter()
    press("r", "lh", KEY.Key_Return, qtbot=qtbot)
    qtbot.waitUntil(lambda: window.messages.message()[1] == "Reassigned")
    undo = window.messages.offers()[0]
    assert undo.text() == "Undo"
    undo.click()
    qtbot.waitUntil(lambda: window.messages.message()[1] == "Taken back")
    view = view_of(crew, shop_desk, slip.id)
    assert view.facts["technicians"] == ("演示技工",)
    assert [each.what.value for each in view.events][-2:] == ["reassign", "reassign"]


def test_the_slips_in_somebodys_hands_are_seen_and_gone_to(
    crew: Database,
    enter: Callable[[], DispatchPage],
    window: MainWindow,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    from app.slip_dispatch import DispatchSlip, dispatch_slip

    held = []
    for place in ("门厅", "屋面", "车库入口"):
        slip = make_slip(crew, shop_desk, place=place)
        name = "林浩" if place != "屋面" else "刘志强"
        order = DispatchSlip(slip.id, "水工", "唐立民", (name,))
        crew.write(dispatch_slip, shop_desk, order)
        held.append(slip.id)
    page = enter()
    page.look_at(held[1])
    press("h", qtbot=qtbot)
    (popup,) = window.findChildren(HolderPopup)
    press("lh", qtbot=qtbot)
    assert [face.id for face in popup.slips.faces()] == [held[0], held[2]]
    press(KEY.Key_Return, KEY.Key_Down, KEY.Key_Return, qtbot=qtbot)
    assert not popup.isVisible()
    assert page.board.chosen_id() == held[2]
    assert page.board.has_keyboard()


def test_enter_on_the_name_of_a_trade_shows_what_its_people_hold(
    crew: Database,
    enter: Callable[[], DispatchPage],
    window: MainWindow,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    make_slip(crew, shop_desk, place="门厅")
    page = enter()
    qtbot.keyClick(page.board.columns()[0].head, Qt.Key.Key_Return)
    (popup,) = window.findChildren(HolderPopup)
    assert popup.isVisible()


def test_tab_stays_in_the_popup_and_a_press_beside_it_closes_it(
    crew: Database,
    enter: Callable[[], DispatchPage],
    window: MainWindow,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    make_slip(crew, shop_desk, area_kind=UNIT)
    page = enter()
    press(KEY.Key_Return, qtbot=qtbot)
    popup = popup_of(page)
    stops = []
    for _ in range(5):
        focus = QApplication.focusWidget()
        assert focus is not None
        assert popup.isAncestorOf(focus)
        stops.append(focus)
        press(KEY.Key_Tab, qtbot=qtbot)
    assert stops[0] is popup.line
    assert stops[4] is stops[0], "line, trade, supervisor, button, line"
    inside = popup.mapTo(window, popup.rect().center())
    beside = window.rail.mapTo(window, QPoint(20, 600))
    for at, is_open in ((inside, True), (beside, False)):
        QTest.mouseClick(
            window.windowHandle(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            at,
        )
        assert (page.assigning.popup() is not None) is is_open


def test_a_popup_stands_inside_the_window_beside_its_card(
    crew: Database,
    enter: Callable[[], DispatchPage],
    window: MainWindow,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    window.resize(1280, 720)
    for content in ("灯不亮", "水管漏水", "门锁坏", "空调不冷", "墙皮脱落"):
        make_slip(crew, shop_desk, content=content, place=content)
    page = enter()
    for card in page.data.cards:
        page.look_at(card.id)
        page.assigning.begin(card)
        popup: QWidget = popup_of(page)
        assert window.rect().contains(popup.geometry())
        rect = page.board.card_rect(card.id, window)
        covered = popup.geometry().adjusted(8, 8, -8, -8).intersected(rect)
        assert covered.isEmpty()


def test_whoever_may_not_dispatch_is_offered_what_they_may(
    peopled: Database,
    shop_desk: Desk,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    make_slip(peopled, shop_desk, area_kind=UNIT)
    page = window.show_page("dispatch")
    assert isinstance(page, DispatchPage)
    qtbot.waitUntil(lambda: page.board.chosen_id() is not None)

    def keys() -> set[str]:
        return {each.hint.id for each in page.hints.hints()}

    assert "slip.dispatch" in keys()
    window.act_as("演示技工")
    qtbot.waitUntil(lambda: "slip.dispatch" not in keys())
    press("b", qtbot=qtbot)
    qtbot.waitUntil(lambda: window.messages.message()[0].value == "failed")


def test_every_card_is_read_aloud_whole(
    crew: Database,
    enter: Callable[[], DispatchPage],
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    make_slip(crew, shop_desk, area_kind=UNIT, job_type=JobType.URGENT)
    page = enter()
    (cards,) = page.board.lists()
    spoken = cards.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("3-1502", "Urgent", "厨房水龙头漏水", "Dispatch 15 min left", "0 min"):
        assert part in spoken
    assert page.board.columns()[0].head.accessibleName().startswith("水工 1")


def test_no_popup_is_left_when_the_page_is_told_that_the_slip_is_gone(
    crew: Database,
    enter: Callable[[], DispatchPage],
    window: MainWindow,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    from app.slip_close import CancelSlip, cancel_slip

    slip = make_slip(crew, shop_desk, area_kind=UNIT)
    page = enter()
    press(KEY.Key_Return, qtbot=qtbot)
    crew.write(cancel_slip, shop_desk, CancelSlip(slip.id, "业户撤销"))
    page.frame.work.changed.emit(frozenset({"slip"}))
    qtbot.waitUntil(lambda: page.assigning.popup() is None)
    shown = [popup for popup in window.findChildren(Popup) if popup.isVisible()]
    assert shown == []
