"""The registers: which slips, found by words, exported as they are seen."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.listing import IsOneOf, IsWithin
from app.slip_close import CancelSlip, cancel_slip
from app.slip_list import Register
from models.slip import SlipState
from models.staff import Post
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip, make_staff
from tests.ui.answering import Answering
from tests.ui.slip.exporting import export
from tests.ui.slip.registers import ids_of
from ui.shell.main_window import MainWindow
from ui.slip.export_dialog import ExportDialog
from ui.slip.register_page import RegisterPage
from ui.slip.slip_page import SlipPage
from ui.slip.span import Span, span_bounds


@pytest.fixture
def books(peopled: Database, shop_desk: Desk) -> list[int]:
    """Two slips of units and one of a public area."""
    unit = AreaKind.UNIT
    return [
        make_slip(peopled, shop_desk, area_kind=unit).id,
        make_slip(
            peopled, shop_desk, SlipState.RETURNED, area_kind=unit, content="锁坏了"
        ).id,
        make_slip(peopled, shop_desk).id,
    ]


@pytest.fixture
def page(books: list[int], window: MainWindow, qtbot: QtBot) -> RegisterPage:
    """The registers, in front."""
    made = window.show_page("register")
    assert isinstance(made, RegisterPage)
    qtbot.waitUntil(lambda: len(made.table.model_of_rows.ids()) == 2)
    return made


def test_an_area_decides_the_register(
    page: RegisterPage, books: list[int], qtbot: QtBot
) -> None:
    assert ids_of(page) == [books[1], books[0]], "the newest stands first"
    page.register.segments()[1].click()
    assert page.register.value() is Register.PUBLIC
    qtbot.waitUntil(lambda: ids_of(page) == [books[2]])


def test_words_narrow_the_list_and_are_not_lost_by_a_change(
    page: RegisterPage,
    books: list[int],
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    page.words.line.setText("锁")
    page.words.edited.emit()
    qtbot.waitUntil(lambda: ids_of(page) == [books[1]])
    page.frame.work.change(
        page,
        cancel_slip,
        CancelSlip(books[0], "业户撤销"),
        done=lambda _: None,
    )
    qtbot.wait(50)
    assert ids_of(page) == [books[1]]
    assert page.words.value() == "锁"


@pytest.mark.parametrize("typed", ["%", "_", "'", "😀", "词" * 10_000])
def test_signs_that_mean_something_to_a_database_are_only_words(
    typed: str, page: RegisterPage, qtbot: QtBot
) -> None:
    page.words.line.setText(typed)
    page.words.edited.emit()
    qtbot.waitUntil(lambda: ids_of(page) == [])


def test_a_cancelled_slip_stays_and_is_struck(
    page: RegisterPage, books: list[int], qtbot: QtBot
) -> None:
    page.frame.work.change(
        page,
        cancel_slip,
        CancelSlip(books[0], "业户撤销"),
        done=lambda _: None,
    )
    model = page.table.model_of_rows
    qtbot.waitUntil(lambda: model.is_struck(1))
    assert ids_of(page) == [books[1], books[0]]
    assert not model.is_struck(0)


def test_the_chosen_slip_shows_beside_the_list_and_enter_opens_it(
    page: RegisterPage, books: list[int], window: MainWindow, qtbot: QtBot
) -> None:
    page.table.choose_id(books[0])
    qtbot.waitUntil(
        lambda: page.pane.view is not None and page.pane.view.facts["id"] == books[0]
    )
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert window.front_page_id() == "slip"
    opened = window.page("slip")
    assert isinstance(opened, SlipPage)
    qtbot.waitUntil(lambda: opened.view is not None)
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.front_page_id() == "register")
    assert page.table.chosen_id() == books[0]


@pytest.mark.parametrize("kind", [".xlsx", ".pdf"])
def test_what_is_seen_is_exported(
    kind: str,
    page: RegisterPage,
    ask: Answering,
    window: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    ask.path = tmp_path / f"register{kind}"
    export(page.export, window, qtbot, ending=kind)
    qtbot.waitUntil(ask.path.exists, timeout=10_000)
    qtbot.waitUntil(lambda: "exported" in window.messages.message()[1])
    start = ask.path.read_bytes()[:4]
    assert start == (b"PK\x03\x04" if kind == ".xlsx" else b"%PDF")
    assert "2 slip(s)" in window.messages.message()[1]


def test_an_export_holds_only_the_slips_that_the_words_left(
    page: RegisterPage,
    books: list[int],
    ask: Answering,
    window: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    page.words.line.setText("锁")
    page.words.edited.emit()
    qtbot.waitUntil(lambda: ids_of(page) == [books[1]])
    ask.path = tmp_path / "register.xlsx"
    export(page.export, window, qtbot)
    qtbot.waitUntil(ask.path.exists, timeout=10_000)
    numbers = _texts_of(ask.path)
    assert "WX260302-002" in numbers
    assert "WX260302-001" not in numbers


def _texts_of(path: Path) -> set[str]:
    from openpyxl import load_workbook

    sheet = load_workbook(path).active
    assert sheet is not None
    return {str(cell) for row in sheet.iter_rows(values_only=True) for cell in row}


def test_a_file_that_cannot_be_written_is_told_with_its_name(
    page: RegisterPage,
    ask: Answering,
    window: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    from tests.ui.dialogs import shown_dialog
    from ui.shell.trouble_box import TroubleBox

    ask.path = tmp_path / "no such folder" / "register.xlsx"
    export(page.export, window, qtbot)
    box = shown_dialog(window, TroubleBox, qtbot)
    assert "register.xlsx" in box.sentence
    box.reject()


def test_the_export_key_works_from_the_search_field(
    page: RegisterPage, qtbot: QtBot
) -> None:
    pressed: list[bool] = []
    page.export.clicked.disconnect()
    page.export.clicked.connect(lambda: pressed.append(True))
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(page, Qt.Key.Key_F, control)
    assert page.words.line.hasFocus()
    qtbot.keyClick(page.words.line, Qt.Key.Key_E, control)
    qtbot.waitUntil(lambda: pressed == [True])


def test_the_search_goes_on_to_the_list_and_esc_takes_its_words_away(
    page: RegisterPage, books: list[int], qtbot: QtBot
) -> None:
    line = page.words.line
    page.words.come_here()
    line.setText("锁")
    line.textEdited.emit("锁")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.table.hasFocus()
    assert page.question().text == "锁"
    qtbot.waitUntil(lambda: ids_of(page) == [books[1]])
    page.words.come_here()
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.hasFocus()
    assert line.text() == ""
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    qtbot.waitUntil(lambda: ids_of(page) == [books[1], books[0]])


def test_columns_come_back_as_they_were_left(
    page: RegisterPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.table.setColumnWidth(1, 234)
    page.leave()
    other = RegisterPage(window)
    qtbot.addWidget(other)
    assert other.table.columnWidth(1) == 234


def test_spans_of_time_are_cut_at_the_site(shop_desk: Desk, clock: Clock) -> None:
    clock.local("2026-11-20 16:07:00")

    def first(span: Span) -> str:
        from_at, _ = span_bounds(span, shop_desk)
        assert from_at is not None
        return f"{shop_desk.local(from_at):%Y-%m-%d %H:%M}"

    assert first(Span.TODAY) == "2026-11-20 00:00"
    assert first(Span.WEEK) == "2026-11-16 00:00"
    assert first(Span.MONTH) == "2026-11-01 00:00"
    assert first(Span.PERIOD) == "2026-10-21 00:00"
    assert span_bounds(Span.ALL, shop_desk) == (None, None)
    clock.local("2026-11-21 00:00:00")
    assert first(Span.PERIOD) == "2026-11-21 00:00"


def test_who_may_not_read_the_books_does_not_take_a_register_out_of_the_house(
    page: RegisterPage,
    shop: Database,
    shop_desk: Desk,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    make_staff(shop, shop_desk, "演示调度", Post.DISPATCHER)
    page.frame.work.choose_actor(page, "演示调度", lambda: None)
    qtbot.waitUntil(lambda: page.frame.work.desk.actor == "演示调度")
    page.export.click()
    assert not window.findChildren(ExportDialog)
    assert "演示调度" in window.messages.message()[2]


def test_days_asked_in_a_heading_bound_the_weeks_that_are_written(
    page: RegisterPage,
    ask: Answering,
    window: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    """An empty week before the first slip has its sheet too."""
    days = IsWithin(date(2026, 2, 16), date(2026, 3, 9))
    page.list.question.ask("issued", days)
    qtbot.waitUntil(lambda: page.list.filling.count == 2)
    ask.path = tmp_path / "register.xlsx"
    export(page.export, window, qtbot, by="week")
    qtbot.waitUntil(ask.path.exists, timeout=10_000)
    book = load_workbook(ask.path)
    assert [each.title for each in book if each.sheet_state == "visible"] == [
        "2026-02-16至2026-02-22",
        "2026-02-23至2026-03-01",
        "2026-03-02至2026-03-08",
    ]
    assert "派发 2026-02-16" in str(book.worksheets[0]["A2"].value)


def test_days_of_another_year_are_asked_with_their_year(
    page: RegisterPage, qtbot: QtBot
) -> None:
    for days, said in (
        (IsWithin(date(2026, 3, 1), date(2026, 3, 2)), "03-01"),
        (IsWithin(date(2025, 3, 1), date(2025, 3, 2)), "2025-03-01"),
        (IsWithin(date(2025, 3, 2), date(2026, 3, 3)), "2025-03-02–2026-03-02"),
        (IsWithin(None, date(2026, 1, 1)), "–2025-12-31"),
    ):
        page.list.question.ask("issued", days)
        assert page.bar.days.text() == said


def test_the_sheet_names_every_state_it_was_narrowed_to(page: RegisterPage) -> None:
    page.list.question.ask("state", IsOneOf(("issued", "working", "returned")))
    said = page.asked_in_words()
    assert said == "State To dispatch、Working、Returned"
