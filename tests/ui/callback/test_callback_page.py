"""Callbacks by keyboard: an answer is a key, Enter saves and calls up the next."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.callback import CallBack, call_back
from app.database import Database
from app.desk import Desk
from app.form_draft import load_form_drafts
from app.slip_close import CancelSlip, cancel_slip
from app.slip_line import Line
from app.slip_record import find_slip
from app.slip_return import TakeBackSlip, take_back_slip
from models.callback import Callback, CallbackMethod, CallbackResult
from models.slip import ChargeClass, OwnerOpinion, SlipState
from models.slip_line import LineKind
from models.staff import Department, Post
from models.unit import AreaKind
from tests.app.slip_step import SIGNED, inspect
from tests.clock import Clock
from tests.makers import make_slip, make_staff
from tests.ui.keyboard import compose
from ui.callback.page import ROOM, CallbackPage
from ui.shell.main_window import MainWindow
from ui.slip.paper_dialog import PaperDialog
from ui.slip.register_page import RegisterPage
from ui.work import Work

K = Qt.Key


@pytest.fixture
def back(peopled: Database, shop_desk: Desk, clock: Clock) -> list[int]:
    """Three slips of units that came back one after the other."""
    ids = []
    for _ in range(3):
        slip = make_slip(
            peopled, shop_desk, SlipState.RETURNED, area_kind=AreaKind.UNIT
        )
        ids.append(slip.id)
        clock.advance(minutes=10)
    clock.advance(hours=2)
    return ids


@pytest.fixture
def page(back: list[int], window: MainWindow, qtbot: QtBot) -> CallbackPage:
    """The page of callbacks with the first slip called up."""
    made = window.show_page("callback")
    assert isinstance(made, CallbackPage)
    qtbot.waitUntil(lambda: made.view is not None)
    return made


def calls(database: Database) -> list[Callback]:
    def load(session: Session) -> list[Callback]:
        found = list(session.scalars(select(Callback).order_by(Callback.id)))
        session.expunge_all()
        return found

    return database.read(load)


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    """Keys on whatever has the keyboard."""
    for key in keys:
        widget = QApplication.focusWidget()
        assert widget is not None
        qtbot.keyClick(widget, key)


def shown(page: CallbackPage) -> int:
    assert page.view is not None
    return page.view.slip_id


def test_the_first_to_call_is_there_with_its_script(
    page: CallbackPage, back: list[int]
) -> None:
    assert shown(page) == back[0]
    assert "厨房水龙头漏水" in page.head.script()
    assert "演示业户" in page.head._who.text()
    assert page.head.phone.text() == "138****1502"
    page.head.phone.reveal.click()
    assert page.head.phone.text() == "13800001502"
    assert page.form.method.value() is CallbackMethod.PHONE
    assert page.list.unit.words() == "0/3, 3 more"


def test_two_keys_and_enter_note_a_call_and_bring_the_next(
    page: CallbackPage, back: list[int], shop: Database, clock: Clock, qtbot: QtBot
) -> None:
    press(qtbot, K.Key_1, K.Key_Y, K.Key_Return)
    qtbot.waitUntil(lambda: shown(page) == back[1])
    (call,) = calls(shop)
    assert (call.slip_id, call.called_at) == (back[0], clock.at)
    assert (call.result, call.is_normal) == (CallbackResult.REACHED, True)
    assert call.satisfaction is OwnerOpinion.SATISFIED
    qtbot.waitUntil(lambda: len(page.list.rows()) == 2)
    assert page.list.unit.words() == "1/3, 2 more"
    assert page.form.satisfaction.value() is None, "the next form is empty"
    press(qtbot, K.Key_2, K.Key_Return)
    qtbot.waitUntil(lambda: shown(page) == back[2])
    press(qtbot, K.Key_N, K.Key_Return)
    qtbot.waitUntil(lambda: page.view is None)
    qtbot.waitUntil(lambda: page.list.rows() == ())
    assert page.list.unit.words() == "3 called, enough"
    assert [(c.is_normal, c.satisfaction) for c in calls(shop)[1:]] == [
        (None, OwnerOpinion.FAIR),
        (False, None),
    ]


def test_unreachable_is_one_key(
    page: CallbackPage, back: list[int], shop: Database, qtbot: QtBot
) -> None:
    press(qtbot, K.Key_U)
    qtbot.waitUntil(lambda: shown(page) == back[1])
    (call,) = calls(shop)
    assert (call.result, call.satisfaction) == (CallbackResult.UNREACHABLE, None)
    qtbot.waitUntil(lambda: page.list.rows()[0].attempts == 1)
    page.look_at(back[0])
    qtbot.waitUntil(lambda: shown(page) == back[0])
    assert page.attempts.isVisible()
    assert [entry.head for entry in page.attempts.calls.entries()] == ["Not reached"]


def test_unreachable_after_an_answer_waits_for_enter(
    page: CallbackPage, back: list[int], shop: Database, qtbot: QtBot
) -> None:
    press(qtbot, K.Key_1, K.Key_U)
    assert page.form.result.value() is CallbackResult.UNREACHABLE
    assert calls(shop) == []
    press(qtbot, K.Key_1)
    assert page.form.result.value() is CallbackResult.REACHED
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: len(calls(shop)) == 1)


def test_what_is_typed_before_the_next_slip_is_there_belongs_to_it(
    page: CallbackPage, back: list[int], shop: Database, work: Work, qtbot: QtBot
) -> None:
    press(qtbot, K.Key_1, K.Key_Return, K.Key_2, K.Key_N, K.Key_Return, K.Key_3)
    qtbot.waitUntil(lambda: shown(page) == back[2])
    assert page.form.satisfaction.value() is OwnerOpinion.DISSATISFIED
    assert page.form.result.value() is CallbackResult.REACHED
    assert [(c.slip_id, c.satisfaction, c.is_normal) for c in calls(shop)] == [
        (back[0], OwnerOpinion.SATISFIED, None),
        (back[1], OwnerOpinion.FAIR, False),
    ]
    page.rescue()
    kept = shop.read(load_form_drafts, work.desk, ROOM)
    assert kept.keys() == {back[2]}, "a slip that is saved has no draft"


def test_a_second_enter_does_not_save_the_same_call_again(
    page: CallbackPage, back: list[int], shop: Database, qtbot: QtBot
) -> None:
    press(qtbot, K.Key_1, K.Key_Return, K.Key_Return)
    qtbot.waitUntil(lambda: shown(page) == back[1])
    assert len(calls(shop)) == 1
    assert page.form.satisfaction.problem() == ""


def test_what_is_typed_after_a_refused_call_answers_nothing(
    page: CallbackPage, back: list[int], shop: Database, qtbot: QtBot
) -> None:
    press(qtbot, K.Key_1)
    page.form.comment.setFocus()
    compose(page.form.comment.text, "长" * 301)
    press(qtbot, K.Key_Return, K.Key_2)
    qtbot.waitUntil(lambda: page.form.comment.problem() != "")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.form.comment.text)
    assert page.form.satisfaction.value() is OwnerOpinion.SATISFIED
    assert calls(shop) == []


def test_letters_answer_in_the_list_too(
    page: CallbackPage, back: list[int], qtbot: QtBot
) -> None:
    page.list.cards.setFocus()
    press(qtbot, K.Key_N, K.Key_3)
    assert page.form.is_normal.value() is False
    assert page.form.satisfaction.value() is OwnerOpinion.DISSATISFIED


def test_dissatisfied_tells_what_happens_next(
    page: CallbackPage,
    back: list[int],
    shop: Database,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    assert page.form._next.isHidden()
    press(qtbot, K.Key_3)
    assert page.form._next.isVisible()
    page.form.comment.setFocus()
    compose(page.form.comment.text, "又漏了")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: shown(page) == back[1])
    (call,) = calls(shop)
    assert (call.satisfaction, call.comment) == (OwnerOpinion.DISSATISFIED, "又漏了")
    qtbot.waitUntil(lambda: page.list.rows()[0].attempts == 1)
    assert page.list.rows()[0].slip_id == back[0], "it stays on top"
    assert "is followed" in window.messages.message()[1]


def test_letters_in_the_comment_are_text(
    page: CallbackPage, shop: Database, qtbot: QtBot
) -> None:
    page.form.comment.setFocus()
    qtbot.keyClicks(page.form.comment.text, "yn12u")
    assert page.form.comment.value() == "yn12u"
    assert not page.form.has_answer()
    assert calls(shop) == []


def test_an_answer_is_wanted(
    page: CallbackPage, back: list[int], shop: Database, qtbot: QtBot
) -> None:
    press(qtbot, K.Key_Return)
    qtbot.wait(1)
    assert shown(page) == back[0]
    assert page.form.satisfaction.problem() != ""
    assert calls(shop) == []


def test_too_long_a_comment_is_told_beside_it_and_kept(
    page: CallbackPage, shop: Database, qtbot: QtBot
) -> None:
    press(qtbot, K.Key_1)
    page.form.comment.setFocus()
    compose(page.form.comment.text, "长" * 301)
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: page.form.comment.problem() != "")
    assert "301" in page.form.comment.problem()
    assert page.form.comment.value() == "长" * 301
    assert calls(shop) == []


def test_a_time_may_be_typed_with_full_width_digits(
    page: CallbackPage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    press(qtbot, K.Key_1)
    page.form.called_at.setFocus()
    compose(page.form.called_at.line, "１１：３０")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: len(calls(shop)) == 1)
    assert f"{shop_desk.local(calls(shop)[0].called_at):%H:%M}" == "11:30"


@pytest.mark.parametrize(("typed", "said"), [("23:59", "future"), ("abc", "time")])
def test_a_wrong_time_is_told_beside_it(
    typed: str, said: str, page: CallbackPage, shop: Database, qtbot: QtBot
) -> None:
    press(qtbot, K.Key_1)
    page.form.called_at.setFocus()
    qtbot.keyClicks(page.form.called_at.line, typed)
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: page.form.called_at.problem() != "")
    assert said in page.form.called_at.problem()
    assert page.form.called_at.line.text() == typed
    assert calls(shop) == []


def test_arrows_walk_the_list_and_enter_goes_into_the_form(
    page: CallbackPage, back: list[int], shop: Database, qtbot: QtBot
) -> None:
    page.list.cards.setFocus()
    press(qtbot, K.Key_Down)
    qtbot.waitUntil(lambda: shown(page) == back[1])
    assert page.list.cards.hasFocus(), "the arrows go on"
    press(qtbot, K.Key_Down)
    qtbot.waitUntil(lambda: shown(page) == back[2])
    press(qtbot, K.Key_Return)
    assert not page.list.cards.hasFocus()
    page.list.cards.setFocus()
    press(qtbot, K.Key_1, K.Key_Return)
    qtbot.waitUntil(lambda: len(calls(shop)) == 1)
    assert calls(shop)[0].slip_id == back[2]


def test_what_is_typed_stays_with_its_slip(
    page: CallbackPage, back: list[int], shop: Database, work: Work, qtbot: QtBot
) -> None:
    press(qtbot, K.Key_2)
    page.form.comment.setFocus()
    compose(page.form.comment.text, "等久了")
    page.look_at(back[1])
    qtbot.waitUntil(lambda: shown(page) == back[1])
    assert page.form.satisfaction.value() is None
    assert page.form.comment.value() == ""
    page.look_at(back[0])
    qtbot.waitUntil(lambda: shown(page) == back[0])
    assert page.form.satisfaction.value() is OwnerOpinion.FAIR
    assert page.form.comment.value() == "等久了"
    qtbot.waitUntil(
        lambda: shop.read(load_form_drafts, work.desk, ROOM).get(back[0]) is not None
    )


def test_what_is_typed_is_there_again_after_a_crash(
    page: CallbackPage,
    back: list[int],
    shop: Database,
    work: Work,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    press(qtbot, K.Key_3, K.Key_N)
    page.form.comment.setFocus()
    compose(page.form.comment.text, "又漏了")
    assert window.rescue() is None
    kept = shop.read(load_form_drafts, work.desk, ROOM)
    assert kept == {
        back[0]: {
            "satisfaction": "dissatisfied",
            "is_normal": False,
            "comment": "又漏了",
        }
    }
    again = CallbackPage(window)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.view is not None)
    qtbot.waitUntil(lambda: again.form.comment.value() == "又漏了")
    assert again.form.satisfaction.value() is OwnerOpinion.DISSATISFIED
    assert again.form.is_normal.value() is False
    # What was saved for good is not a draft any more.
    again.submit()
    qtbot.waitUntil(lambda: shown(again) == back[1])
    again.rescue()
    assert shop.read(load_form_drafts, work.desk, ROOM) == {}


def test_another_person_finds_an_empty_form_and_nothing_is_lost(
    page: CallbackPage,
    back: list[int],
    shop: Database,
    shop_desk: Desk,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    make_staff(shop, shop_desk, "演示前台", Post.FRONT_DESK)
    press(qtbot, K.Key_2)
    window.act_as("演示前台")
    qtbot.waitUntil(lambda: window.work.desk.actor == "演示前台")
    qtbot.waitUntil(lambda: page.form.satisfaction.value() is None)
    kept = shop.read(load_form_drafts, shop_desk, ROOM)
    assert kept == {back[0]: {"satisfaction": "fair"}}


def elsewhere(shop: Database, desk: Desk, slip_id: int) -> None:
    """Another desk notes a call."""
    order = CallBack(
        slip_id, CallbackMethod.PHONE, CallbackResult.REACHED, is_normal=True
    )
    shop.write(call_back, desk, order)


def test_a_call_noted_at_another_desk_is_told_and_the_typing_stays(
    page: CallbackPage,
    back: list[int],
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    elsewhere(shop, replace(shop_desk, actor="演示管家"), back[0])
    press(qtbot, K.Key_2, K.Key_Return)
    qtbot.waitUntil(lambda: page.problem() != "")
    assert "演示管家" in page.problem()
    assert page.form.satisfaction.value() is OwnerOpinion.FAIR
    qtbot.waitUntil(lambda: len(page.attempts.calls.entries()) == 1)
    page.submit()
    qtbot.waitUntil(lambda: len(calls(shop)) == 2)


def test_a_slip_that_went_out_again_is_told_and_the_typing_stays(
    shop: Database,
    shop_desk: Desk,
    peopled: Database,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    slip = make_slip(shop, shop_desk, SlipState.RETURNED)
    inspect(True)(shop, shop_desk, slip.id)
    page = window.show_page("callback")
    assert isinstance(page, CallbackPage)
    qtbot.waitUntil(lambda: page.view is not None)
    assert page.form.method.value() is CallbackMethod.ONSITE_CHECK
    inspect(False)(shop, shop_desk, slip.id)
    press(qtbot, K.Key_Y, K.Key_Return)
    qtbot.waitUntil(lambda: page.problem() != "")
    assert slip.number in page.problem()
    assert page.form.is_normal.value() is True
    assert calls(shop) == []


def test_the_script_tells_result_and_fee(
    shop: Database,
    shop_desk: Desk,
    peopled: Database,
    window: MainWindow,
    clock: Clock,
    qtbot: QtBot,
) -> None:
    """S4h-2.6."""
    slip = make_slip(
        shop,
        shop_desk,
        SlipState.DISPATCHED,
        area_kind=AreaKind.UNIT,
        charge_class=ChargeClass.PAID,
    )
    clock.advance(hours=1)
    order = TakeBackSlip(
        slip.id,
        result_text="更换软管，试水正常。",
        signature=SIGNED,
        lines=(Line(LineKind.LABOUR, "人工费", Decimal("40")),),
        quote=Decimal("40"),
        quote_confirmed_by="演示业户",
    )
    shop.write(take_back_slip, shop_desk, order)
    page = window.show_page("callback")
    assert isinstance(page, CallbackPage)
    qtbot.waitUntil(lambda: page.view is not None)
    said = page.head.script()
    assert "repaired it: 更换软管，试水正常，the fee is 40.00 yuan." in said


def test_advice_over_the_telephone_has_words_of_its_own(
    shop: Database,
    shop_desk: Desk,
    peopled: Database,
    window: MainWindow,
    clock: Clock,
    qtbot: QtBot,
) -> None:
    slip = make_slip(shop, shop_desk, area_kind=AreaKind.UNIT)
    shop.write(cancel_slip, shop_desk, CancelSlip(slip.id, "电话指导解决"))
    page = window.show_page("callback")
    assert isinstance(page, CallbackPage)
    qtbot.waitUntil(lambda: page.view is not None)
    assert "advice" in page.head.script()
    press(qtbot, K.Key_Y, K.Key_Return)
    qtbot.waitUntil(lambda: page.view is None)
    assert len(calls(shop)) == 1


def test_the_rail_says_how_many_must_be_called(
    page: CallbackPage, window: MainWindow, qtbot: QtBot
) -> None:
    item = window.rail.item("callback")
    qtbot.waitUntil(lambda: item.badge.figure == "3")
    press(qtbot, K.Key_1, K.Key_Return)
    qtbot.waitUntil(lambda: item.badge.figure == "2")


def test_who_may_not_call_does_not_see_the_room(
    page: CallbackPage,
    shop: Database,
    shop_desk: Desk,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    make_staff(
        shop,
        shop_desk,
        "演示调度",
        Post.DISPATCHER,
        department=Department.ENGINEERING,
    )
    window.act_as("演示调度")
    qtbot.waitUntil(lambda: not window.rail.item("callback").isVisible())


def test_the_sheet_of_today_is_shown(
    page: CallbackPage, window: MainWindow, qtbot: QtBot
) -> None:
    press(qtbot, K.Key_1, K.Key_Return)
    qtbot.waitUntil(lambda: page.list.unit.words().startswith("1/"))
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, K.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert page.paper.menu is not None
    qtbot.keyClick(page.paper.menu, K.Key_Return)

    def sheets() -> list[QDialog]:
        return [d for d in window.findChildren(PaperDialog) if d.isVisible()]

    # The first paper of a run loads the fonts.
    qtbot.waitUntil(lambda: len(sheets()) == 1, timeout=60_000)


def test_enter_in_the_search_box_saves_no_call(
    page: CallbackPage, window: MainWindow, shop: Database, qtbot: QtBot
) -> None:
    press(qtbot, K.Key_1)
    window.search.setFocus()
    press(qtbot, K.Key_U, K.Key_3, K.Key_Return)
    qtbot.wait(1)
    assert calls(shop) == []
    assert page.form.satisfaction.value() is OwnerOpinion.SATISFIED


def test_the_slip_opens_from_its_number(
    page: CallbackPage, window: MainWindow, shop: Database, shop_desk: Desk
) -> None:
    assert page.view is not None
    page.head.number.click()
    assert window.front_page_id() == "slip"
    shop.read(find_slip, shop_desk, page.view.number)


def test_the_register_hears_of_a_call(
    page: CallbackPage, window: MainWindow, qtbot: QtBot
) -> None:
    registers = window.show_page("register")
    assert isinstance(registers, RegisterPage)
    model = registers.table.model_of_rows
    qtbot.waitUntil(lambda: len(model.ids()) == 3)
    window.show_page("callback")
    press(qtbot, K.Key_2, K.Key_Return)
    qtbot.waitUntil(lambda: page.list.unit.words().startswith("1/"))
    window.show_page("register")

    def said() -> list[str]:
        rows = [model.row_at(at) for at in range(3)]
        return [row.call_opinion or "" for row in rows if row is not None]

    qtbot.waitUntil(lambda: "fair" in said())
