"""What is missing is chased on its page: explained, found, closed, opened again."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.gap import CloseGap, close_gap
from app.gap_list import list_gaps
from models.gap_row import GapRow
from models.slip_copy import CopyPlace
from tests.app.books import by_hand, copy_places
from tests.makers import make_slip
from ui.day.gap_page import CLOSED, FORMS, GapPage
from ui.shell.main_window import MainWindow
from ui.slip.paper_dialog import PaperDialog

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(lost: int, window: MainWindow, qtbot: QtBot) -> GapPage:
    """The page in front, its first case in hand."""
    made = window.show_page("gap")
    assert isinstance(made, GapPage)
    qtbot.waitUntil(lambda: made.case is not None and made.form.cause.box.count() > 1)
    return made


def gaps(shop: Database, desk: Desk, is_open: bool = True) -> list[GapRow]:
    return shop.read(list_gaps, desk, is_open=is_open)


def fill(page: GapPage, resolution: str = "以复印件代替") -> None:
    page.form.cause.set_value("遗失")
    page.form.owner.set_value("演示主管")
    page.form.resolution.set_value(resolution)


def test_a_case_is_closed_with_cause_owner_and_result(
    page: GapPage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    fill(page)
    qtbot.keyClick(page, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(gaps(shop, shop_desk)) == 1)
    (case,) = gaps(shop, shop_desk, is_open=False)
    assert (case.cause, case.owner) == ("遗失", "演示主管")
    assert case.resolution == "以复印件代替"
    qtbot.waitUntil(lambda: page.table.filling.count == 1)
    assert page.table.hasFocus()


@pytest.mark.parametrize("field", ["cause", "owner", "resolution"])
def test_nothing_is_closed_silently(
    page: GapPage, shop: Database, shop_desk: Desk, field: str, qtbot: QtBot
) -> None:
    fill(page)
    page.form.field(field).set_value(None)
    page.submit()
    qtbot.waitUntil(lambda: page.form.field(field).problem() != "")
    assert len(gaps(shop, shop_desk)) == 2


def test_a_case_is_kept_open_with_who_chases_it(
    page: GapPage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    fill(page, "")
    qtbot.keyClick(page, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: gaps(shop, shop_desk)[0].owner == "演示主管")
    assert len(gaps(shop, shop_desk)) == 2
    qtbot.waitUntil(lambda: "演示主管" in page.facts.texts()[-1])


def test_a_result_typed_while_the_case_stays_open_is_still_there(
    page: GapPage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    page.form.cause.set_value("遗失")
    qtbot.keyClicks(page.form.owner.line, "Wang")
    qtbot.keyClicks(page.form.resolution.text, "asked everybody")
    page.explain.click()
    qtbot.waitUntil(lambda: gaps(shop, shop_desk)[0].owner == "Wang")
    qtbot.waitUntil(lambda: page.case is not None and page.case.owner == "Wang")
    assert page.form.resolution.value() == "asked everybody"


def test_a_found_copy_goes_to_its_place(
    page: GapPage, lost: int, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    fill(page, "夹在另一张单中")
    page.form.found_at.set_value(CopyPlace.SUPERVISOR)
    page.submit()
    qtbot.waitUntil(lambda: len(gaps(shop, shop_desk)) == 1)
    assert copy_places(shop, lost)[2] == "supervisor"


def test_a_case_closed_at_another_desk_is_told_and_not_closed_twice(
    page: GapPage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    assert page.case is not None
    order = CloseGap(page.case.id, "已补", "遗失", "另一人")
    shop.write(close_gap, shop_desk, order)
    fill(page)
    page.submit()
    qtbot.waitUntil(lambda: page.problem.text() != "")
    (case,) = gaps(shop, shop_desk, is_open=False)
    assert case.owner == "另一人"
    assert page.form.resolution.value() == "以复印件代替"


def test_a_closed_case_is_opened_again_with_a_reason(
    page: GapPage, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    fill(page)
    page.submit()
    qtbot.waitUntil(lambda: len(gaps(shop, shop_desk)) == 1)
    page.look_at(CLOSED)
    qtbot.waitUntil(lambda: page.case is not None and page.case.closed_at is not None)
    assert page.form.resolution.isHidden()
    assert page.explain.isHidden()
    page.submit()
    qtbot.waitUntil(lambda: page.form.reason.problem() != "")
    page.form.reason.set_value("误销")
    page.submit()
    qtbot.waitUntil(lambda: len(gaps(shop, shop_desk)) == 2)
    qtbot.waitUntil(lambda: page.case is None)


def test_looking_opens_new_cases_once(
    page: GapPage, shop: Database, shop_desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    slip = make_slip(shop, shop_desk)
    by_hand(shop, "DELETE FROM slip WHERE id = :slip", slip=slip.id)
    qtbot.keyClick(page, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: page.table.filling.count == 4)
    assert {slip.number, "#2"} <= {case.ref for case in gaps(shop, shop_desk)}
    qtbot.waitUntil(page.look.isEnabled)
    page.look.click()
    qtbot.waitUntil(page.look.isEnabled)
    qtbot.wait(50)
    assert len(gaps(shop, shop_desk)) == 4


def test_what_is_typed_belongs_to_its_case(page: GapPage, qtbot: QtBot) -> None:
    first, second = page.table.id_at(0), page.table.id_at(1)
    qtbot.keyClicks(page.form.owner.line, "Wang")
    page.table.choose_id(second)
    assert page.form.owner.value() == ""
    page.table.choose_id(first)
    assert page.form.owner.value() == "Wang"


def test_packs_are_received_and_forms_spoiled_in_place(
    page: GapPage, shop: Database, qtbot: QtBot
) -> None:
    page.look_at(FORMS)
    forms = page.forms
    forms.first.line.setFocus()
    qtbot.keyClicks(forms.first.line, "A0001")
    qtbot.keyClicks(forms.last.line, "A0010")
    qtbot.keyClick(forms.last.line, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: page.packs.filling.count == 1)
    qtbot.waitUntil(lambda: forms.first.value() == "")
    forms.first.set_value("A0005")
    forms.last.set_value("A0006")
    forms.receive.click()
    qtbot.waitUntil(lambda: forms.first.problem() != "")
    forms.stock_no.line.setFocus()
    qtbot.keyClicks(forms.stock_no.line, "A0003")
    qtbot.keyClicks(forms.reason.line, "torn")
    qtbot.keyClick(forms.reason.line, Qt.Key.Key_Return, CONTROL)

    def spoiled() -> bool:
        pack = page.packs.chosen_row()
        return pack is not None and pack.spoiled == 1

    qtbot.waitUntil(spoiled)
    assert forms.first.value() == "A0005", "the other form keeps what was typed"


def test_the_list_is_shown_before_it_is_printed(
    page: GapPage, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: bool(window.findChildren(PaperDialog)))
    (paper,) = window.findChildren(PaperDialog)
    qtbot.waitUntil(lambda: paper.page_count() == 1)
    paper.reject()


def test_without_cases_a_friendly_sentence_stands_there(
    peopled: Database, window: MainWindow, qtbot: QtBot
) -> None:
    page = window.show_page("gap")
    assert isinstance(page, GapPage)
    qtbot.waitUntil(lambda: page.table.filling.count == 0)
    assert page.case is None
    assert not page.save.isVisible()
    page.submit()
    assert not page.is_saving
