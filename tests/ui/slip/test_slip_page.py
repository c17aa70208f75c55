"""One slip: what is known of it, what happened, what may be done."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.callback import CallBack, call_back
from app.database import Database
from app.desk import Desk
from app.slip_amend import AmendSlip, amend_slip
from app.slip_view import load_slip_view
from models.callback import CallbackMethod, CallbackResult
from models.slip import JobType, OwnerOpinion, SlipEvent, SlipState
from models.unit import AreaKind
from tests.app.waiving import ask, priced
from tests.makers import make_slip
from tests.ui.answering import Answering
from tests.ui.dialogs import shown_dialog
from ui.finance.page import FinancePage
from ui.finance.waiver_tab import WaiverTab
from ui.shell.main_window import MainWindow
from ui.slip.amend_dialog import AmendDialog
from ui.slip.copy_dialog import PrintDialog
from ui.slip.copy_face import copy_faces
from ui.slip.moment import Moments
from ui.slip.paper_dialog import PaperDialog
from ui.slip.phone_label import PhoneLabel
from ui.slip.slip_page import SlipPage


@pytest.fixture
def slip_id(peopled: Database, shop_desk: Desk) -> int:
    """A unit's slip that came back."""
    kind = AreaKind.UNIT
    return make_slip(peopled, shop_desk, SlipState.RETURNED, area_kind=kind).id


@pytest.fixture
def page(slip_id: int, window: MainWindow, qtbot: QtBot) -> SlipPage:
    """The slip, in front."""
    made = window.show_page("slip", slip_id)
    assert isinstance(made, SlipPage)
    qtbot.waitUntil(lambda: made.view is not None)
    return made


def test_its_life_is_told_in_order(page: SlipPage) -> None:
    heads = [entry.head for entry in page.life.entries()]
    assert heads[:2] == ["Issue", "Dispatch and print"]
    assert heads[-1] == "Take back"
    assert not any(entry.is_ahead for entry in page.life.entries())


def test_a_phone_number_is_masked_until_somebody_asks_for_it(page: SlipPage) -> None:
    (phone,) = page.findChildren(PhoneLabel)
    assert phone.text() == "138****1502"
    phone.reveal.click()
    assert phone.text() == "13800001502"


def test_every_copy_says_where_it_is(page: SlipPage) -> None:
    assert page.view is not None
    faces = copy_faces(page.view, Moments(page.frame.work))
    assert [(face.number, face.where) for face in faces] == [
        (1, "Engineering file"),
        (2, "Housekeeping desk"),
        (3, "Left with owner"),
        (4, "Housekeeping desk"),
    ]


def test_a_call_noted_at_this_desk_shows_here(
    slip_id: int, page: SlipPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.others.stop()  # what another desk wrote is looked up whatever it is
    qtbot.waitUntil(lambda: not window.work.tasks.running())
    before = len(page.life.entries())
    order = CallBack(
        slip_id,
        CallbackMethod.PHONE,
        CallbackResult.REACHED,
        is_normal=True,
        satisfaction=OwnerOpinion.SATISFIED,
    )
    window.work.change(window, call_back, order, done=lambda _: None)
    qtbot.waitUntil(lambda: len(page.life.entries()) == before + 1)


def test_what_was_amended_is_told_old_and_new(
    shop: Database, shop_desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    slip = make_slip(shop, shop_desk)
    order = AmendSlip(slip.id, content="照明灯闪烁", job_type=JobType.URGENT)
    shop.write(amend_slip, shop_desk, order)
    page = window.show_page("slip", slip.id)
    assert isinstance(page, SlipPage)
    qtbot.waitUntil(lambda: page.view is not None)
    *_, last, ahead = page.life.entries()
    assert (ahead.head, ahead.is_ahead) == ("Dispatch and print", True)
    assert "照明灯不亮 → 照明灯闪烁" in last.text
    assert "Routine → Urgent" in last.text


def test_a_change_made_here_shows_here(
    shop: Database, shop_desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    slip = make_slip(shop, shop_desk)
    page = window.show_page("slip", slip.id)
    assert isinstance(page, SlipPage)
    qtbot.waitUntil(lambda: page.view is not None)
    page.moves.start(SlipEvent.AMEND, slip.id)
    dialog = shown_dialog(window, AmendDialog, qtbot)
    assert dialog.unit is None, "a public place has no unit"
    dialog.place.set_value("B1层13号柱")
    dialog.submit()
    qtbot.waitUntil(lambda: page.life.entries()[-2].head == "Amend")


def test_a_first_print_asks_nothing_and_a_reprint_asks_for_the_old_ones(
    shop: Database,
    shop_desk: Desk,
    window: MainWindow,
    ask: Answering,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    slip = make_slip(shop, shop_desk)
    page = window.show_page("slip", slip.id)
    assert isinstance(page, SlipPage)
    qtbot.waitUntil(lambda: page.view is not None)
    ask.path = tmp_path / "slip.pdf"
    page.print.click()
    shown_dialog(window, PaperDialog, qtbot).saved.click()
    qtbot.waitUntil(ask.path.exists)
    view = shop.read(load_slip_view, shop_desk, slip.id)
    assert {copy.print_seq for copy in view.copies} == {1}
    page.print.click()
    dialog = shown_dialog(window, PrintDialog, qtbot)
    for tick in dialog.ticks[1:]:
        tick.click()
    dialog.collected.set_value(True)
    dialog.submit()
    shown_dialog(window, PaperDialog, qtbot).saved.click()
    qtbot.waitUntil(lambda: "Saved" in window.messages.message()[1])
    view = shop.read(load_slip_view, shop_desk, slip.id)
    assert [copy.print_seq for copy in view.copies] == [2, 1, 1, 1]
    assert view.open_gaps == ()


def test_going_back_returns_to_where_one_came_from(
    page: SlipPage, slip_id: int, window: MainWindow, qtbot: QtBot
) -> None:
    window.show_page("dispatch")
    window.show_page("slip", slip_id)
    page.back.click()
    assert window.front_page_id() == "dispatch"


def test_the_menu_leads_to_asking_for_a_waiver_where_something_is_left(
    window: MainWindow, peopled: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    slip_id = priced(peopled, shop_desk, "80.00")
    page = window.show_page("slip", slip_id)
    assert isinstance(page, SlipPage)
    qtbot.waitUntil(lambda: page.view is not None)
    assert page.view is not None
    menu = page.moves.menu_of(page.view, window)
    found = [each for each in menu.actions() if each.text() == "Ask for a waiver"]
    assert len(found) == 1
    found[0].trigger()
    menu.close()
    room = window.page("finance")
    assert isinstance(room, FinancePage)
    tab = room.front()
    assert isinstance(tab, WaiverTab)
    qtbot.waitUntil(lambda: tab.ask.outlook is not None)
    assert tab.ask.outlook is not None
    assert tab.ask.outlook.slip_id == slip_id
    ask(peopled, shop_desk, slip_id, "80.00")
    view = peopled.read(load_slip_view, shop_desk, slip_id)
    menu = page.moves.menu_of(view, window)
    assert "Ask for a waiver" not in [each.text() for each in menu.actions()]
    menu.close()
