"""One walk is typed in with one key each: Enter or 1 is good, 2 and a reason is not."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.slip_close import InspectSlip, inspect_slip
from app.slip_dispatch import DispatchSlip, dispatch_slip
from app.slip_return import TakeBackSlip, take_back_slip
from models.slip import InspectStatus, SlipState
from models.staff import Department, Post
from tests.app.books import books, slip_of, state_of
from tests.clock import Clock
from tests.makers import make_slip, make_staff
from tests.ui.accessible import things_in
from tests.ui.dialogs import shown_dialog
from tests.ui.inspection.conftest import Walk
from tests.ui.keyboard import compose
from ui.inspection.answer import Asked
from ui.inspection.page import InspectionPage
from ui.inspection.walk_row import Part
from ui.shell.frame import Kind
from ui.shell.main_window import MainWindow
from ui.slip.paper_dialog import PaperDialog

Enter = Callable[[], InspectionPage]


def _press(page: InspectionPage, key: Qt.Key, qtbot: QtBot) -> None:
    """Press a key where the keyboard is, and wait until everything is still."""
    where = page.window().focusWidget()
    assert isinstance(where, QWidget)
    qtbot.keyClick(where, key)
    qtbot.waitUntil(lambda: not page.frame.work.tasks.running())


def _titles(page: InspectionPage) -> list[str]:
    return [row.title for row in page.list.rows()]


def _status(shop: Database, slip_id: int) -> InspectStatus | None:
    return slip_of(shop, slip_id).inspect_status


def test_what_waits_stands_area_by_area_in_the_order_of_one_walk(
    walk: Walk, enter: Enter
) -> None:
    page = enter()
    assert _titles(page) == ["3栋", "9层楼道", "10层楼道", "地下车库", "B1层12号柱"]
    assert page.list.chosen() == (Part.WAITING, walk.first)
    assert page.focusWidget() is page.list
    assert page.day is not None
    oldest = page.day.waiting[0]
    assert oldest.slip_id == walk.third, "what came back first is not what comes first"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_1])
def test_one_key_passes_and_calls_up_the_next(
    key: Qt.Key, walk: Walk, enter: Enter, shop: Database, qtbot: QtBot
) -> None:
    page = enter()
    _press(page, key, qtbot)
    assert _status(shop, walk.first) is InspectStatus.PASSED
    assert page.list.chosen() == (Part.WAITING, walk.second)
    assert page.found is not None
    assert page.found.view.facts["id"] == walk.second
    assert page.focusWidget() is page.list
    assert _titles(page)[-1] == "3栋9层楼道", "it stands among those of today"
    _press(page, key, qtbot)
    _press(page, key, qtbot)
    assert _status(shop, walk.third) is InspectStatus.PASSED
    assert {row.part for row in page.list.rows()} == {Part.HEADING, Part.INSPECTED}


def test_a_failure_asks_for_its_reason_and_enter_sends_it_back(
    walk: Walk, enter: Enter, shop: Database, window: MainWindow, qtbot: QtBot
) -> None:
    page = enter()
    _press(page, Qt.Key.Key_2, qtbot)
    assert page.answer.is_failing
    assert page.focusWidget() is page.answer.reason.line
    compose(page.answer.reason.line, "灯罩未装回")
    _press(page, Qt.Key.Key_Return, qtbot)
    found = slip_of(shop, walk.first)
    assert (found.state, found.inspect_note) == (SlipState.DISPATCHED, "灯罩未装回")
    assert page.list.chosen() == (Part.WAITING, walk.second)
    assert not page.answer.is_failing
    assert page.focusWidget() is page.list
    kind, head, _ = window.messages.message()
    assert kind is Kind.DONE
    assert found.number in head


def test_a_failure_without_a_reason_says_so_under_the_field(
    walk: Walk, enter: Enter, shop: Database, qtbot: QtBot
) -> None:
    page = enter()
    _press(page, Qt.Key.Key_2, qtbot)
    before = books(shop)
    _press(page, Qt.Key.Key_Return, qtbot)
    assert page.answer.reason.problem() != ""
    assert page.focusWidget() is page.answer.reason.line
    assert books(shop) == before


def test_a_reason_that_is_too_long_stays_to_be_shortened(
    walk: Walk, enter: Enter, shop: Database, qtbot: QtBot
) -> None:
    page = enter()
    _press(page, Qt.Key.Key_2, qtbot)
    compose(page.answer.reason.line, "漏" * 201)
    _press(page, Qt.Key.Key_Return, qtbot)
    assert "200" in page.answer.reason.problem()
    assert page.answer.reason.value() == "漏" * 201
    qtbot.keyClick(page.answer.reason.line, Qt.Key.Key_Backspace)
    _press(page, Qt.Key.Key_Return, qtbot)
    assert slip_of(shop, walk.first).inspect_note == "漏" * 200


def test_a_usual_reason_is_one_key_and_more_of_them_are_joined(
    walk: Walk, enter: Enter, shop: Database, qtbot: QtBot
) -> None:
    page = enter()
    _press(page, Qt.Key.Key_2, qtbot)
    first, second = (button.text() for button in page.answer.quick[:2])
    for key in (Qt.Key.Key_1, Qt.Key.Key_2):
        qtbot.keyClick(page.answer.reason.line, key, Qt.KeyboardModifier.AltModifier)
    assert page.answer.reason.value() == f"{first}，{second}"
    assert page.focusWidget() is page.answer.reason.line
    _press(page, Qt.Key.Key_Return, qtbot)
    assert slip_of(shop, walk.first).inspect_note == f"{first}，{second}"


def test_escape_leaves_the_reason_and_what_was_typed_waits_with_its_slip(
    walk: Walk, enter: Enter, shop: Database, qtbot: QtBot
) -> None:
    page = enter()
    _press(page, Qt.Key.Key_2, qtbot)
    compose(page.answer.reason.line, "看不清")
    _press(page, Qt.Key.Key_Escape, qtbot)
    assert page.focusWidget() is page.list
    assert _status(shop, walk.first) is InspectStatus.PENDING
    _press(page, Qt.Key.Key_Down, qtbot)
    _press(page, Qt.Key.Key_2, qtbot)
    assert page.answer.reason.value() == "", "it belongs to the other one"
    _press(page, Qt.Key.Key_Escape, qtbot)
    _press(page, Qt.Key.Key_Up, qtbot)
    _press(page, Qt.Key.Key_2, qtbot)
    assert page.answer.reason.value() == "看不清"


def test_digits_belong_to_the_reason_while_it_is_typed(
    walk: Walk, enter: Enter, shop: Database, qtbot: QtBot
) -> None:
    page = enter()
    _press(page, Qt.Key.Key_2, qtbot)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2):
        _press(page, key, qtbot)
    assert page.answer.reason.value() == "12"
    assert _status(shop, walk.first) is InspectStatus.PENDING


def test_a_key_held_down_passes_no_second_piece_of_work(
    walk: Walk, enter: Enter, shop: Database, qtbot: QtBot
) -> None:
    page = enter()
    for key, text in ((Qt.Key.Key_Return, "\r"), (Qt.Key.Key_1, "1")):
        held = QKeyEvent(
            QKeyEvent.Type.KeyPress,
            key,
            Qt.KeyboardModifier.NoModifier,
            text,
            autorep=True,
        )
        QApplication.sendEvent(page.list, held)
        qtbot.waitUntil(lambda: not page.frame.work.tasks.running())
    assert _status(shop, walk.first) is InspectStatus.PENDING


def test_arrows_step_over_the_headings(walk: Walk, enter: Enter, qtbot: QtBot) -> None:
    page = enter()
    seen = [page.list.chosen()]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        _press(page, key, qtbot)
        seen.append(page.list.chosen())
    expected = [walk.first, walk.second, walk.third, walk.third]
    assert seen == [(Part.WAITING, slip_id) for slip_id in expected]
    for _ in range(3):
        _press(page, Qt.Key.Key_Up, qtbot)
    assert page.list.chosen() == (Part.WAITING, walk.first)


def test_several_that_are_ticked_pass_together(
    walk: Walk, enter: Enter, shop: Database, window: MainWindow, qtbot: QtBot
) -> None:
    page = enter()
    _press(page, Qt.Key.Key_Space, qtbot)
    _press(page, Qt.Key.Key_Down, qtbot)
    _press(page, Qt.Key.Key_Down, qtbot)
    _press(page, Qt.Key.Key_Space, qtbot)
    assert page.list.ticked() == {walk.first, walk.third}
    assert "2" in page.answer.pass_it.text()
    _press(page, Qt.Key.Key_Return, qtbot)
    passed = {_status(shop, each) for each in (walk.first, walk.third)}
    assert passed == {InspectStatus.PASSED}
    assert _status(shop, walk.second) is InspectStatus.PENDING
    assert page.list.ticked() == frozenset()
    assert "2" in window.messages.message()[1]


def test_all_are_ticked_at_once_and_again_none(
    walk: Walk, enter: Enter, qtbot: QtBot
) -> None:
    page = enter()
    everything = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(page.list, Qt.Key.Key_A, everything)
    assert page.list.ticked() == {walk.first, walk.second, walk.third}
    qtbot.keyClick(page.list, Qt.Key.Key_A, everything)
    assert page.list.ticked() == frozenset()


def test_a_wrong_pass_is_failed_from_what_was_inspected_today(
    walk: Walk, enter: Enter, shop: Database, qtbot: QtBot
) -> None:
    page = enter()
    _press(page, Qt.Key.Key_Return, qtbot)
    while page.list.chosen() != (Part.WAITING, walk.third):
        _press(page, Qt.Key.Key_Down, qtbot)
    _press(page, Qt.Key.Key_Down, qtbot)
    chosen = page.list.chosen()
    assert chosen is not None
    assert chosen[0] is Part.INSPECTED
    assert page.answer.asked is Asked.CORRECTION
    assert "系统" in page.answer.note()
    before = books(shop)
    _press(page, Qt.Key.Key_Return, qtbot)
    assert books(shop) == before, "what passed is not passed again"
    _press(page, Qt.Key.Key_2, qtbot)
    compose(page.answer.reason.line, "看错了地方")
    _press(page, Qt.Key.Key_Return, qtbot)
    assert state_of(shop, walk.first) is SlipState.DISPATCHED


def test_what_another_desk_inspected_meanwhile_is_said_and_goes_from_the_list(
    walk: Walk, enter: Enter, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    page = enter()
    other = InspectSlip(walk.first, False, "别的台判的")
    shop.write(inspect_slip, shop_desk, other)
    _press(page, Qt.Key.Key_Return, qtbot)
    assert page.list.chosen() == (Part.WAITING, walk.second)
    assert _status(shop, walk.second) is InspectStatus.PENDING


def test_what_a_refusal_says_stays_in_sight_when_the_slip_is_gone(
    walk: Walk,
    enter: Enter,
    shop: Database,
    shop_desk: Desk,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    page = enter()
    number = slip_of(shop, walk.first).number
    shop.write(inspect_slip, shop_desk, InspectSlip(walk.first, True))
    _press(page, Qt.Key.Key_Return, qtbot)
    kind, _, text = window.messages.message()
    assert kind is Kind.FAILED
    assert number in text


def test_who_repaired_is_asked_where_the_paper_did_not_say(
    peopled: Database, shop_desk: Desk, enter: Enter, qtbot: QtBot
) -> None:
    slip = make_slip(peopled, shop_desk)
    peopled.write(dispatch_slip, shop_desk, DispatchSlip(slip.id, "水工", "演示主管"))
    peopled.write(take_back_slip, shop_desk, TakeBackSlip(slip.id))
    page = enter()
    assert page.answer.technicians.isVisible()
    _press(page, Qt.Key.Key_Return, qtbot)
    assert page.answer.technicians.problem() != ""
    assert page.focusWidget() is page.answer.technicians.line
    compose(page.answer.technicians.line, "演示技工")
    _press(page, Qt.Key.Key_Return, qtbot)
    assert slip_of(peopled, slip.id).technicians == ("演示技工",)
    assert _status(peopled, slip.id) is InspectStatus.PASSED


def test_the_facts_tell_what_was_done_used_and_failed_before(
    walk: Walk, enter: Enter, shop: Database, shop_desk: Desk, clock: Clock
) -> None:
    shop.write(inspect_slip, shop_desk, InspectSlip(walk.first, False, "灯罩未装回"))
    clock.advance(minutes=90)
    order = TakeBackSlip(walk.first, result_text="换了灯罩")
    shop.write(take_back_slip, shop_desk, order)
    page = enter()
    told = " ".join(page.facts.told())
    assert "换了灯罩" in told
    assert "灯罩未装回" in told
    assert "演示技工" in told
    (row,) = [row for row in page.list.rows() if row.key == walk.first and row.mark]
    assert "1" in row.mark


def test_the_walk_is_printed_before_it_is_made(
    walk: Walk, enter: Enter, window: MainWindow, qtbot: QtBot
) -> None:
    page = enter()
    qtbot.keyClick(page.list, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = shown_dialog(window, PaperDialog, qtbot)
    qtbot.waitUntil(lambda: dialog.page_count() == 1)


def test_whoever_only_manages_sees_failures_and_inspects_nothing(
    walk: Walk,
    enter: Enter,
    shop: Database,
    shop_desk: Desk,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    make_staff(
        shop, shop_desk, "陈总监", Post.DIRECTOR, department=Department.MANAGEMENT
    )
    shop.write(inspect_slip, shop_desk, InspectSlip(walk.first, False, "灯罩未装回"))
    window.act_as("陈总监")
    qtbot.waitUntil(lambda: window.work.desk.actor == "陈总监")
    page = enter()
    assert page.list.rows()[1].part is Part.FAILURE
    window.show_page("inspection", Part.FAILURE)
    qtbot.waitUntil(lambda: page.answer.asked is Asked.SIGHT)
    _press(page, Qt.Key.Key_Return, qtbot)
    assert page.day is not None
    assert not page.day.unseen
    assert page.list.chosen() == (Part.WAITING, walk.second)
    assert page.answer.asked is Asked.NOTHING
    before = books(shop)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_2):
        _press(page, key, qtbot)
    assert books(shop) == before
    assert not page.answer.is_failing


def test_the_badge_counts_what_waits_and_what_must_be_seen(
    walk: Walk, enter: Enter, window: MainWindow, qtbot: QtBot
) -> None:
    page = enter()
    item = window.rail.item("inspection")
    window._facts.count()
    qtbot.waitUntil(lambda: "3" in item.accessibleName())
    _press(page, Qt.Key.Key_Return, qtbot)
    qtbot.waitUntil(lambda: "2" in item.accessibleName())


def test_a_reader_of_the_screen_hears_every_part(
    walk: Walk, enter: Enter, qtbot: QtBot
) -> None:
    page = enter()
    _press(page, Qt.Key.Key_2, qtbot)
    assert all(each.name for each in things_in(page) if each.is_control)
    assert page.answer.reason.line.accessibleName() != ""
    first = page.list.model().index(1, 0)
    spoken = first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("9层楼道")
