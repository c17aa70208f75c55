"""What a clerk does with a register: columns, views, pasted numbers, many slips changed
together, a cell put right.
"""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.listing import HasWords, IsOneOf, IsWithin
from app.saved_view import list_views
from app.slip_amend import AmendSlip, amend_slip
from app.slip_list import Register
from app.slip_view import load_slip_view
from models.slip import JobType, SlipState
from models.text import translator
from models.unit import AreaKind
from reports.register_row import PUBLIC_COLUMNS, UNIT_COLUMNS
from tests.clock import Clock
from tests.makers import make_slip
from tests.ui.dialogs import shown_dialog
from tests.ui.slip.registers import edit_cell, ids_of, keep_view, place_of, row_of
from ui.kit.cell_editor import CellHint
from ui.shell.main_window import MainWindow
from ui.slip.bulk_dialog import AssignManyDialog, CancelManyDialog, UrgencyManyDialog
from ui.slip.columns import PUBLIC_REGISTER, UNIT_REGISTER, column_titles
from ui.slip.register_columns import PUBLIC_PAPER, UNIT_PAPER
from ui.slip.register_page import RegisterPage
from ui.slip.register_views import ViewDialog
from ui.slip.span import Span

_S = SlipState
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def books(few_slips: list[int]) -> list[int]:
    return few_slips


@pytest.fixture
def page(books: list[int], window: MainWindow, qtbot: QtBot) -> RegisterPage:
    """The register of units, in front."""
    made = window.show_page("register")
    assert isinstance(made, RegisterPage)
    qtbot.waitUntil(lambda: made.list.filling.count == 3)
    return made


@pytest.mark.parametrize(
    ("which", "paper"),
    [(Register.PUBLIC, PUBLIC_COLUMNS), (Register.UNIT, UNIT_COLUMNS)],
)
def test_every_column_of_the_paper_may_be_chosen_under_its_exact_name(
    which: Register, paper: tuple[object, ...]
) -> None:
    """4.5: 28 columns of public areas, 40 of units."""
    is_public = which is Register.PUBLIC
    keys = PUBLIC_PAPER if is_public else UNIT_PAPER
    assert len(keys) == (28 if is_public else 40)
    titles = column_titles(is_public=is_public)
    translate = translator("zh_CN")
    shown = [translate("SlipColumns", titles[key]) for key in keys]
    assert shown == ["序号", *(column.title for column in paper)]  # type: ignore[attr-defined]
    assert set(keys) <= set(PUBLIC_REGISTER if is_public else UNIT_REGISTER)


def test_the_columns_of_the_paper_are_shown_in_its_order_and_kept(
    page: RegisterPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.columns.click()
    menu = next(each for each in page.findChildren(QMenu) if each.isVisible())
    names = {action.text(): action for action in menu.actions()}
    names["As on paper"].trigger()
    menu.close()
    others = tuple(key for key in UNIT_PAPER if key not in ("serial", "number"))
    assert page.table.shown_keys() == ("number", "serial", *others)
    page.keep()
    again = RegisterPage(window)
    qtbot.addWidget(again)
    assert again.table.shown_keys() == page.table.shown_keys()


def test_a_serial_counts_the_rows_of_the_list(page: RegisterPage) -> None:
    model = page.table.model_of_rows
    serial = place_of(page, "serial")
    assert [model.index(place, serial).data() for place in range(3)] == ["1", "2", "3"]


def test_any_days_are_asked_for_from_their_chip(
    page: RegisterPage, books: list[int], qtbot: QtBot
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_D, CONTROL)
    popup = page.table.filters.popup
    assert popup is not None
    popup.first.set_value(date(2026, 3, 1))  # type: ignore[attr-defined]
    popup.last.set_value(date(2026, 3, 1))  # type: ignore[attr-defined]
    qtbot.keyClick(popup.last.line, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: ids_of(page) == [])
    assert page.bar.days.text() == "03-01"
    assert page.bar.days.isChecked()
    assert page.period.value() is None
    page.period.chips[Span.ALL].click()
    qtbot.waitUntil(lambda: len(ids_of(page)) == 3)
    assert not page.bar.days.isChecked()


def test_pasted_numbers_are_found_whenever_they_were_issued_and_the_lack_is_named(
    page: RegisterPage, books: list[int], window: MainWindow, qtbot: QtBot
) -> None:
    page.list.question.ask("issued", IsWithin(date(2026, 1, 1), date(2026, 1, 2)))
    qtbot.waitUntil(lambda: ids_of(page) == [])
    text = "ＷＸ２６０３０２－００１，WX260302-003\nWX260302-004\r\nWX991231-001\n"
    QApplication.clipboard().setText(text + text)
    page.list.question.drop("issued")
    page.period.chips[Span.TODAY].click()
    qtbot.keyClick(page, Qt.Key.Key_F, CONTROL)
    qtbot.keyClick(page.words.line, Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(page.pasted.isVisible)
    qtbot.waitUntil(lambda: ids_of(page) == [books[2], books[0]])
    assert page.pasted.here.text() == "4 number(s) pasted: 2 here"
    assert page.pasted.lack.text() == "1 not found: WX991231-001"
    page.pasted.copy.click()
    assert QGuiApplication.clipboard().text() == "WX991231-001"
    page.pasted.other.click()
    qtbot.waitUntil(lambda: ids_of(page) == [books[3]])
    assert page.asked_in_words() == "4 pasted number(s)"
    page.words.set_value("")
    page.words.edited.emit()
    qtbot.waitUntil(lambda: not page.pasted.isVisible())


def test_a_view_is_kept_chosen_changed_renamed_and_thrown_away(
    page: RegisterPage,
    books: list[int],
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.list.question.ask("content", HasWords("坏"))
    page.list.question.sort_by("content")
    page.table.show_columns(("content", "state"))
    qtbot.waitUntil(lambda: len(ids_of(page)) == 2)
    keep_view(page, window, "坏的", qtbot)
    strip = page.views.strip
    (view,) = strip.views()
    chip = strip.chips[view.id]
    qtbot.waitUntil(lambda: chip.text() == "坏的  2")
    assert chip.isChecked()
    assert not strip.keep.isVisible()

    page.list.question.ask("state", IsOneOf(("returned",)))
    qtbot.waitUntil(lambda: strip.chips[view.id].text() == "坏的 (changed)")
    assert strip.keep.isVisible()
    page.clear_filters()
    page.table.show_usual_columns()
    qtbot.waitUntil(lambda: len(ids_of(page)) == 3)
    strip.chips[view.id].click()
    qtbot.waitUntil(lambda: len(ids_of(page)) == 2)
    assert page.table.shown_keys() == ("number", "content", "state")
    assert page.list.question.sort.key == "content"
    qtbot.waitUntil(lambda: strip.chips[view.id].text() == "坏的  2")

    page.list.question.ask("state", IsOneOf(("returned",)))
    qtbot.waitUntil(strip.keep.isVisible)
    strip.keep.click()
    qtbot.waitUntil(lambda: strip.chips[view.id].text() == "坏的  1")
    strip.rename_wanted.emit(view)
    dialog = shown_dialog(window, ViewDialog, qtbot)
    dialog.view_name.set_value("坏而已返")
    dialog.submit()
    qtbot.waitUntil(lambda: [v.name for v in strip.views()] == ["坏而已返"])
    strip.forget_wanted.emit(strip.views()[0])
    qtbot.waitUntil(lambda: not strip.isVisible())
    assert shop.read(list_views, shop_desk, "unit") == ()
    window.messages.offers()[0].click()
    qtbot.waitUntil(lambda: [v.name for v in strip.views()] == ["坏而已返"])


def test_a_view_whose_name_is_taken_is_refused_beside_its_name(
    page: RegisterPage, window: MainWindow, qtbot: QtBot
) -> None:
    keep_view(page, window, "今天", qtbot)
    page.bar.keep_view.click()
    dialog = shown_dialog(window, ViewDialog, qtbot)
    dialog.view_name.set_value("今天")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.view_name.problem()))


def test_the_chosen_view_is_known_again_after_a_restart(
    page: RegisterPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.list.question.ask("content", HasWords("坏"))
    keep_view(page, window, "坏的", qtbot)
    page.keep()
    again = RegisterPage(window)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: len(again.views.strip.views()) == 1)
    (view,) = again.views.strip.views()
    qtbot.waitUntil(lambda: again.views.strip.chips[view.id].isChecked())


def test_ticked_slips_are_assigned_together_and_taken_back(
    page: RegisterPage,
    books: list[int],
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    page.list.ticks.take_all()
    qtbot.keyClick(page, Qt.Key.Key_G, CONTROL)
    dialog = shown_dialog(window, AssignManyDialog, qtbot)
    assert dialog.preview.counts.text() == (
        "2 slip(s) will be changed, 1 stay(s) as they are"
    )
    fates = ["Reassign", "To dispatch → Dispatch and print"]
    assert dialog.preview.texts()[1:] == fates
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.trade.problem()))
    dialog.trade.set_value("电工")
    dialog.supervisor.set_value("演示主管")
    dialog.people.set_value(("演示新技工",))
    dialog.submit()
    qtbot.waitUntil(lambda: row_of(page, books[1]).technicians == ("演示新技工",))
    qtbot.waitUntil(lambda: row_of(page, books[0]).state is _S.DISPATCHED)
    assert "Assign: 2 slip(s)" in window.messages.message()[1]
    _, undo = window.messages.offers()
    undo.click()
    qtbot.waitUntil(lambda: row_of(page, books[1]).technicians == ("演示技工",))
    assert row_of(page, books[0]).technicians == ("演示新技工",)
    assert "Taken back: 1 slip(s)" in window.messages.message()[1]


def test_what_somebody_changed_meanwhile_is_left_alone_and_named(
    page: RegisterPage,
    books: list[int],
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.list.ticks.tick(books[:2])
    page.list.selection.more.click()
    menu = next(each for each in window.findChildren(QMenu) if each.isVisible())
    names = {action.text(): action for action in menu.actions()}
    names["Urgency"].trigger()
    menu.close()
    dialog = shown_dialog(window, UrgencyManyDialog, qtbot)
    dialog.job_type.set_value(JobType.URGENT)
    shop.write(amend_slip, shop_desk, AmendSlip(books[0], content="水管爆了"))
    dialog.submit()
    qtbot.waitUntil(lambda: row_of(page, books[1]).is_urgent)
    _, head, text = window.messages.message()
    assert head == "Urgency: 1 slip(s)"
    assert row_of(page, books[0]).number in text


def test_where_nothing_can_be_done_nothing_is_offered(
    page: RegisterPage, books: list[int], window: MainWindow, qtbot: QtBot
) -> None:
    from app.slip_bulk import BulkAction

    page.list.ticks.tick(books[2:3])
    wanted = page.list.ticked()
    assert wanted is not None
    page.steps[page.list]._changing.start(BulkAction.CANCEL, wanted)
    dialog = shown_dialog(window, CancelManyDialog, qtbot)
    assert not dialog.save.isEnabled()
    dialog.submit()
    assert dialog.isVisible()


def test_a_cell_of_an_open_slip_is_amended_where_it_stands(
    page: RegisterPage, books: list[int], qtbot: QtBot
) -> None:
    editing = edit_cell(page, books[0], "content", qtbot)
    assert editing.editor is not None
    line = editing.editor.field.line  # type: ignore[attr-defined]
    assert line.text() == "厨房漏水"
    line.setText("厨房水管漏水")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: row_of(page, books[0]).content == "厨房水管漏水")
    assert editing.editor is None
    assert page.table.hasFocus()


def test_escape_leaves_a_cell_as_it_was(
    page: RegisterPage, books: list[int], qtbot: QtBot
) -> None:
    editing = edit_cell(page, books[0], "content", qtbot)
    assert editing.editor is not None
    line = editing.editor.field.line  # type: ignore[attr-defined]
    line.setText("别的")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert editing.editor is None
    assert page.table.hasFocus()
    assert row_of(page, books[0]).content == "厨房漏水"


def test_what_the_paper_said_is_corrected_with_a_reason(
    page: RegisterPage,
    books: list[int],
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    editing = edit_cell(page, books[2], "remark", qtbot)
    editor = editing.editor
    assert editor is not None
    assert editor.also is not None
    line = editor.field.line  # type: ignore[attr-defined]
    line.setText("二次上门")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert editor.also.editor.hasFocus(), "first the reason"
    qtbot.keyClick(editor.also.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(editor.also and editor.also.problem()))
    editor.also.set_value("漏记")
    qtbot.keyClick(editor.also.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: row_of(page, books[2]).remark == "二次上门")
    view = shop.read(load_slip_view, shop_desk, books[2])
    assert "漏记" in str(view.events)


def test_a_cell_that_another_desk_changed_meanwhile_is_refused_where_it_stands(
    page: RegisterPage,
    books: list[int],
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    editing = edit_cell(page, books[0], "content", qtbot)
    editor = editing.editor
    assert editor is not None
    _, tables = shop.write(amend_slip, shop_desk, AmendSlip(books[0], area="5栋"))
    page.frame.work.changed.emit(tables)
    editor.field.line.setText("我写的")  # type: ignore[attr-defined]
    editor.submit()
    qtbot.waitUntil(lambda: bool(editor.problem()))
    assert editor.isVisible(), "what was typed stays"
    assert editor.field.value() == "我写的"
    assert shop.read(load_slip_view, shop_desk, books[0]).facts["content"] == "厨房漏水"


@pytest.mark.parametrize(
    ("slip", "key", "said"),
    [
        (2, "content", "Returned"),
        (0, "arrived", "To dispatch"),
        (0, "charged", "Charged"),
    ],
)
def test_a_cell_that_may_not_be_edited_says_so_quietly(
    slip: int, key: str, said: str, page: RegisterPage, books: list[int], qtbot: QtBot
) -> None:
    editing = edit_cell(page, books[slip], key, qtbot)
    assert editing.editor is None
    (hint,) = [h for h in page.table.findChildren(CellHint) if h.isVisible()]
    assert said in hint.label.text()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert not hint.isVisible()


def test_what_is_said_of_the_number_is_not_covered_by_its_column(
    page: RegisterPage, books: list[int], qtbot: QtBot
) -> None:
    edit_cell(page, books[0], "number", qtbot)
    (hint,) = [h for h in page.table.findChildren(CellHint) if h.isVisible()]
    frozen = page.table.frozen
    seen_from = frozen.mapTo(page.table.window(), frozen.rect().topRight()).x()
    assert hint.mapTo(page.table.window(), QPoint()).x() >= seen_from


def test_a_double_click_edits_what_may_be_edited_and_opens_the_slip_elsewhere(
    page: RegisterPage, books: list[int], window: MainWindow, qtbot: QtBot
) -> None:
    table, model = page.table, page.table.model_of_rows
    place = table.position_of(books[2])
    assert place is not None

    def double(row: int, key: str) -> None:
        cell = table.visualRect(model.index(row, place_of(page, key)))
        at = cell.topLeft() + QPoint(12, 8)
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)

    first = table.position_of(books[0])
    assert first is not None
    double(first, "content")
    editor = page.steps[page.list].editing.editor
    assert editor is not None
    editor.leave()
    double(place, "content")
    qtbot.waitUntil(lambda: window.front_page_id() == "slip")


def test_a_slip_from_another_desk_does_not_push_the_rows_that_are_read(
    page: RegisterPage,
    shop: Database,
    shop_desk: Desk,
    clock: Clock,
    qtbot: QtBot,
) -> None:
    unit = AreaKind.UNIT
    for _ in range(40):
        make_slip(shop, shop_desk, area_kind=unit)
    page.frame.work.changed.emit(frozenset({"slip"}))
    qtbot.waitUntil(lambda: len(ids_of(page)) == 43)
    bar = page.table.verticalScrollBar()
    bar.setValue(10 * 32 + 7)
    top = page.table.top_id()
    page.list.ticks.tick(ids_of(page)[:3])
    clock.advance(minutes=1)
    make_slip(shop, shop_desk, area_kind=unit)
    page.frame.work.changed.emit(frozenset({"slip"}))
    qtbot.waitUntil(lambda: len(ids_of(page)) == 44)
    assert page.table.top_id() == top
    assert bar.value() == 11 * 32 + 7
    assert page.list.ticks.count(44) == 3


def test_both_registers_stand_where_one_stood_before_the_restart(
    page: RegisterPage,
    books: list[int],
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    page.table.choose_id(books[0])
    page.list.ticks.tick(books[:2])
    page.register.segments()[1].click()
    qtbot.waitUntil(lambda: ids_of(page) == [books[3]])
    page.list.ticks.tick([books[3]])
    page.keep()
    again = RegisterPage(window)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: ids_of(again) == [books[3]])
    assert list(again.list.ticks.ids) == [books[3]]
    again.register.segments()[0].click()
    qtbot.waitUntil(lambda: again.table.chosen_id() == books[0])
    assert list(again.list.ticks.ids) == books[:2]


def test_the_columns_stand_where_they_stood_before_the_restart(
    page: RegisterPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.table.horizontalScrollBar().setValue(300)
    page.keep()
    again = RegisterPage(window)
    qtbot.addWidget(again)
    again.resize(page.size())
    again.show()
    qtbot.waitUntil(lambda: again.table.horizontalScrollBar().value() == 300)


def test_sums_give_way_to_the_main_ones_and_stand_in_the_tip(
    page: RegisterPage, qtbot: QtBot
) -> None:
    foot = page.list.foot
    qtbot.waitUntil(lambda: "charged" in foot.shown_sums())
    assert foot.shown_sums()["charged"] == foot.shown_sums()["unpaid"] == "85.00"
    foot.resize(480, 36)
    assert "unpaid" in foot.shown_sums()
    assert "Charged 85.00" in foot.toolTip()


def test_an_order_of_columns_is_no_change_of_the_question(page: RegisterPage) -> None:
    before = page.question()
    page.table.show_columns(("content", "state"))
    assert page.question() == before
