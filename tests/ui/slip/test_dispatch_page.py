"""Slips that wait are dispatched and printed; every other step has its dialog."""

from typing import Any

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.slip_dispatch import BounceSlip, bounce_slip
from app.slip_view import SlipView, load_slip_view
from models.slip import SlipEvent, SlipState
from models.slip_copy import CopyPlace
from models.unit import AreaKind
from tests.makers import make_slip
from tests.ui.dialogs import shown_dialog
from ui.shell.main_window import MainWindow
from ui.slip.amend_dialog import AmendDialog
from ui.slip.copy_dialog import MoveCopiesDialog
from ui.slip.dispatch_dialog import BounceDialog, DispatchDialog
from ui.slip.dispatch_page import DispatchPage
from ui.slip.end_dialog import VoidDialog
from ui.slip.moves import MOVES
from ui.slip.quote_dialog import QuoteDialog
from ui.slip.work_dialog import ArriveDialog, SuspendDialog
from ui.words import word


@pytest.fixture
def page(peopled: Database, window: MainWindow) -> DispatchPage:
    """The dispatcher's page, in front."""
    made = window.show_page("dispatch")
    assert isinstance(made, DispatchPage)
    return made


def _view(shop: Database, desk: Desk, slip_id: int) -> SlipView:
    return shop.read(load_slip_view, desk, slip_id)


@pytest.fixture
def waiting(peopled: Database, shop_desk: Desk) -> int:
    """A slip that nobody has been given yet."""
    return make_slip(peopled, shop_desk, area_kind=AreaKind.UNIT).id


def test_a_dispatch_without_supervisor_is_refused_beside_the_field(
    waiting: int,
    page: DispatchPage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.moves.start(SlipEvent.DISPATCH, waiting)
    dialog = shown_dialog(window, DispatchDialog, qtbot)
    dialog.supervisor.set_value("")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.supervisor.problem()))
    assert dialog.isVisible()
    assert _view(shop, shop_desk, waiting).facts["state"] is SlipState.ISSUED


def test_a_slip_changed_meanwhile_is_not_overwritten(
    waiting: int,
    page: DispatchPage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.moves.start(SlipEvent.AMEND, waiting)
    dialog = shown_dialog(window, AmendDialog, qtbot)
    shop.write(bounce_slip, shop_desk, BounceSlip(waiting, "内容不清"))
    dialog.content.set_value("厨房水龙头断了")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.problem()))
    assert "meanwhile" in dialog.problem()
    assert dialog.content.value() == "厨房水龙头断了"


def test_a_bounced_slip_is_offered_to_the_desk_again_not_to_the_dispatcher(
    waiting: int,
    page: DispatchPage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.moves.start(SlipEvent.BOUNCE, waiting)
    dialog = shown_dialog(window, BounceDialog, qtbot)
    dialog.reason_field.set_value("内容不清")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(_view(shop, shop_desk, waiting).facts["is_bounced"]))
    view = _view(shop, shop_desk, waiting)
    words = _menu_words(page.moves.menu_of(view, window))
    assert "Send again" in words
    assert "Dispatch and print" not in words


def _menu_words(menu: QMenu) -> list[str]:
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    menu.deleteLater()
    return words


def test_the_menu_offers_exactly_the_moves_that_are_legal(
    page: DispatchPage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    for state in (SlipState.DISPATCHED, SlipState.WORKING, SlipState.RETURNED):
        slip = make_slip(shop, shop_desk, state, place=f"门厅{state}")
        view = _view(shop, shop_desk, slip.id)
        elsewhere = {SlipEvent.RETURN, SlipEvent.JOIN}
        missing = view.moves - set(MOVES) - elsewhere
        assert not missing, f"{state}: nobody can do {missing}"
        offered = set(_menu_words(page.moves.menu_of(view, window)))
        wanted = {word(event) for event in view.moves - {SlipEvent.JOIN}}
        assert offered == wanted


def test_a_letter_of_the_page_takes_its_step_in_the_menu_too(
    page: DispatchPage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    slip = make_slip(shop, shop_desk, SlipState.DISPATCHED)
    menu = page.moves.menu_of(_view(shop, shop_desk, slip.id), window)
    shown = {entry.text(): entry.shortcut().toString() for entry in menu.actions()}
    named = {event: shown[word(event)] for event in (SlipEvent.ARRIVE, SlipEvent.VOID)}
    assert named == {SlipEvent.ARRIVE: "A", SlipEvent.VOID: ""}
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.keyClick(menu, "a")
    dialog = shown_dialog(window, ArriveDialog, qtbot)
    assert slip.number in dialog.windowTitle()
    dialog.reject()


def test_a_cancelled_slip_has_only_its_paper_looked_after(
    page: DispatchPage, window: MainWindow, shop: Database, shop_desk: Desk
) -> None:
    slip = make_slip(shop, shop_desk, SlipState.CANCELLED)
    view = _view(shop, shop_desk, slip.id)
    words = _menu_words(page.moves.menu_of(view, window))
    assert set(words) == {"Print", "Move copies"}


def test_unfinished_work_needs_its_expected_time(
    page: DispatchPage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    slip = make_slip(shop, shop_desk, SlipState.DISPATCHED)
    page.moves.start(SlipEvent.SUSPEND, slip.id)
    dialog = shown_dialog(window, SuspendDialog, qtbot)
    dialog.reason_field.set_value("待料")
    dialog.submit()
    assert dialog.eta.problem()
    dialog.eta.set_typed("03-04 17:00")
    dialog.submit()
    qtbot.waitUntil(
        lambda: _view(shop, shop_desk, slip.id).facts["state"] is SlipState.SUSPENDED
    )
    view = _view(shop, shop_desk, slip.id)
    assert shop_desk.local(view.facts["eta_at"]).hour == 17  # type: ignore[arg-type]


def test_an_arrival_before_the_dispatch_is_refused_beside_its_time(
    page: DispatchPage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    slip = make_slip(shop, shop_desk, SlipState.DISPATCHED)
    page.moves.start(SlipEvent.ARRIVE, slip.id)
    dialog = shown_dialog(window, ArriveDialog, qtbot)
    dialog.at.set_typed("08:00")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.at.problem()))
    dialog.at.set_typed("")
    dialog.submit()
    qtbot.waitUntil(
        lambda: _view(shop, shop_desk, slip.id).facts["state"] is SlipState.ON_SITE
    )


def test_a_quote_without_amount_is_refused(
    page: DispatchPage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    slip = make_slip(shop, shop_desk, SlipState.ON_SITE, area_kind=AreaKind.UNIT)
    page.moves.start(SlipEvent.QUOTE, slip.id)
    dialog = shown_dialog(window, QuoteDialog, qtbot)
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.amount.problem()))
    dialog.amount.set_typed("120")
    dialog.submit()
    qtbot.waitUntil(
        lambda: _view(shop, shop_desk, slip.id).facts["state"] is SlipState.QUOTED
    )


def test_a_copy_that_is_not_collected_is_lost_when_a_slip_is_voided(
    page: DispatchPage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    slip = make_slip(shop, shop_desk, SlipState.DISPATCHED)
    page.moves.start(SlipEvent.VOID, slip.id)
    dialog = shown_dialog(window, VoidDialog, qtbot)
    dialog.reason_field.set_value("录入错误")
    dialog.ticks[1].click()
    dialog.submit()
    qtbot.waitUntil(
        lambda: _view(shop, shop_desk, slip.id).facts["state"] is SlipState.VOID
    )
    view = _view(shop, shop_desk, slip.id)
    assert [copy.place for copy in view.copies if copy.copy_no == 2] == [CopyPlace.LOST]
    assert len(view.open_gaps) == 1


def test_where_one_copy_lies_is_put_down_and_the_others_stay(
    page: DispatchPage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    slip = make_slip(shop, shop_desk, SlipState.DISPATCHED)
    before = {c.copy_no: c.place for c in _view(shop, shop_desk, slip.id).copies}
    page.moves.start(SlipEvent.MOVE_COPY, slip.id)
    dialog = shown_dialog(window, MoveCopiesDialog, qtbot)
    assert dialog.order().places == {}, "nothing was moved yet"
    dialog.places[1].set_value(CopyPlace.LOST)
    dialog.note.set_value("演示：雨中遗失")
    dialog.submit()
    after = before | {1: CopyPlace.LOST}
    qtbot.waitUntil(
        lambda: (
            {c.copy_no: c.place for c in _view(shop, shop_desk, slip.id).copies}
            == after
        )
    )


def test_every_dialog_of_a_move_opens_with_a_title_and_a_field_in_focus(
    page: DispatchPage,
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    from ui.slip.slip_dialog import SlipDialog

    slip = make_slip(shop, shop_desk, SlipState.DISPATCHED, area_kind=AreaKind.UNIT)
    for event in MOVES:
        page.moves.start(event, slip.id)
        dialog: SlipDialog[Any] = shown_dialog(window, SlipDialog, qtbot)
        assert dialog.windowTitle()
        assert dialog.focusWidget() is not None
        assert dialog.focusWidget() is not dialog.leave
        dialog.reject()
