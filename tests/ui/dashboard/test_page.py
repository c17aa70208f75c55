"""The range, the people, the paper, what is kept, and what nobody may see."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from models.slip import SlipState
from models.staff import Department, Post
from models.statistics import FigureKey
from models.unit import AreaKind
from tests.clock import Clock
from tests.makers import make_slip, make_staff
from tests.ui.answering import Answering
from tests.ui.dashboard.conftest import Enter, rest
from ui.dashboard.chosen import Days, Reach
from ui.dashboard.page import CLERKS, OVERVIEW, TECHNICIANS, DashboardPage
from ui.shell.main_window import MainWindow
from ui.slip.paper_dialog import PaperDialog
from ui.slip.slip_page import SlipPage
from ui.window_state import WindowState
from ui.work import Work

_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier


def _press(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
    held = QApplication.focusWidget()
    assert isinstance(held, QWidget)
    qtbot.keyClick(held, key, modifiers)


@pytest.fixture
def week(peopled: Database, shop_desk: Desk, clock: Clock) -> list[int]:
    """Four slips of one week: back, unfinished, void, out; their ids."""
    made = []
    clock.local("2026-03-17 10:00")
    for state in (SlipState.RETURNED, SlipState.SUSPENDED, SlipState.VOID):
        kind = AreaKind.UNIT if state is SlipState.RETURNED else AreaKind.PUBLIC
        made.append(make_slip(peopled, shop_desk, state, area_kind=kind).id)
    clock.local("2026-03-18 09:00")
    made.append(make_slip(peopled, shop_desk, SlipState.DISPATCHED).id)
    clock.local("2026-03-18 12:00")
    return made


def test_an_empty_database_has_nothing_to_divide(enter: Enter) -> None:
    page = enter()
    assert page.overview.others is not None
    cells = {**page.overview.front.cells, **page.overview.others.cells}
    shown = {key.value: cell.text() for key, cell in cells.items()}
    assert shown.pop("unpaid") == "0.00"
    assert shown.pop("gap_cases") == "0"
    assert set(shown.values()) == {"—"}
    assert page.overview.reasons is not None
    assert page.overview.reasons.isHidden()
    # And looking behind nothing is no fault.
    page.overview.open_figure(FigureKey.COMPLETION_RATE)


def test_a_range_in_which_nothing_happened(
    week: list[int], enter: Enter, window: MainWindow, qtbot: QtBot
) -> None:
    page = enter()
    page.bar.first.line.setText("2025-02-03")
    page.bar.last.line.setText("2025-02-09")
    before = page.bar.name.text()
    page.bar.take_typed()
    # The figures of another range are never taken for those of this one.
    assert page.bar.words.text().startswith("Counting…")
    assert before in page.bar.words.text()
    rest(window, qtbot)
    assert page.chosen.days == Days(Reach.ANY, date(2025, 2, 3), date(2025, 2, 10))
    cell = page.overview.front.cells[FigureKey.COMPLETION_RATE]
    assert (cell.text(), cell.face.made_of) == ("—", "0 / 0")
    assert "2025-02-03 00:00" in page.bar.words.text()


def test_days_that_can_not_be_are_refused_beside_their_field(enter: Enter) -> None:
    page = enter()
    before = page.chosen.days
    for first, last, wrong in (
        ("2025-02-10", "2025-02-09", page.bar.last),
        ("", "2025-02-09", page.bar.first),
        ("soon", "2025-02-09", page.bar.first),
        ("1989-12-31", "2025-02-09", page.bar.first),
        ("2025-02-09", "2100-01-01", page.bar.last),
    ):
        page.bar.first.line.setText(first)
        page.bar.last.line.setText(last)
        page.bar.take_typed()
        assert wrong.problem()
        assert page.chosen.days == before
    page.chosen.choose_present(Reach.WEEK)
    assert not page.bar.first.problem()


def test_ranges_step_back_and_never_beyond_today(
    enter: Enter, clock: Clock, window: MainWindow, qtbot: QtBot
) -> None:
    clock.local("2026-03-18 12:00")
    page = enter()
    steps = {
        Reach.WEEK: (date(2026, 3, 16), date(2026, 3, 9)),
        Reach.MONTH: (date(2026, 3, 1), date(2026, 2, 1)),
        Reach.PERIOD: (date(2026, 2, 21), date(2026, 1, 21)),
        Reach.YEAR: (date(2026, 1, 1), date(2025, 1, 1)),
    }
    for reach, (now, before) in steps.items():
        page.bar.chips[reach].click()
        assert page.chosen.days.from_on == now
        assert page.bar.chips[reach].isChecked()
        assert not page.bar.after.isEnabled()
        page.bar.before.click()
        assert page.chosen.days.from_on == before
        # It is called by its own name now, not by that of the present one.
        assert not page.bar.chips[reach].isChecked()
        page.bar.after.click()
        assert page.chosen.days.from_on == now
    page.chosen.choose(Days(Reach.ANY, date(2026, 3, 2), date(2026, 3, 5)))
    page.chosen.step(-1)
    assert page.chosen.days.from_on == date(2026, 2, 27)
    rest(window, qtbot)


def test_the_range_the_tab_and_the_split_are_kept(
    week: list[int], work: Work, ask: Answering, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "kept.ini"

    def open_window() -> tuple[MainWindow, DashboardPage]:
        window = MainWindow(work, WindowState(file), ask)
        qtbot.addWidget(window)
        window.show()
        page = window.show_page("dashboard")
        assert isinstance(page, DashboardPage)
        rest(window, qtbot)
        return window, page

    window, page = open_window()
    page.chosen.choose_present(Reach.WEEK)
    page.chosen.step(-1)
    page.enter(CLERKS)
    rest(window, qtbot)
    kept = page.chosen.days
    page.leave()
    window.state.save()
    window.hide()
    other, again = open_window()
    assert again.chosen.days == kept
    assert again.tab == CLERKS
    # What can not be read is as if nothing was kept.
    other.state.set_text("dashboard.state", '{"reach": "decade"}')
    other.state.save()
    other.hide()
    _, fresh = open_window()
    assert fresh.tab == OVERVIEW
    assert fresh.chosen.days.reach is Reach.MONTH
    again.frame.state.set_text("dashboard.state", "")


def test_people_have_their_figures_and_each_cell_its_slips(
    week: list[int], enter: Enter, window: MainWindow, qtbot: QtBot
) -> None:
    page = enter()
    page.enter(TECHNICIANS)
    table = page.people[TECHNICIANS]
    (line,) = table.people.lines
    assert line.name == "演示技工"
    texts = [cell.text for cell in line.cells]
    assert texts[:4] == ["3", "1", "2", "33.33 %"]
    for column, count in ((1, 3), (2, 1), (3, 2)):
        table.setFocus()
        table.setCurrentIndex(table.people.index(0, column))
        qtbot.keyClick(table, Qt.Key.Key_Return)
        rest(window, qtbot)
        assert page.behind is not None and page.behind.found is not None
        assert len(page.behind.found.ids) == count
        qtbot.keyClick(page.behind.table, Qt.Key.Key_Escape)
        assert not page.shows_behind
        assert table.hasFocus()
    page.enter(CLERKS)
    desk = page.people[CLERKS]
    assert sum(int(line.cells[0].text) for line in desk.people.lines) == 4
    assert sum(int(line.cells[1].text) for line in desk.people.lines) == 1
    for column, count in ((3, 1), (4, 0), (5, 0)):
        desk.setFocus()
        desk.setCurrentIndex(desk.people.index(0, column))
        assert desk.people.lines[0].cells[column - 1].text == f"{count}"
        qtbot.keyClick(desk, Qt.Key.Key_Return)
        rest(window, qtbot)
        assert page.behind is not None and page.behind.found is not None
        assert len(page.behind.found.ids) == count
        assert page.behind.parts.isHidden()
        assert "this person" in page.behind.rule.text()
        page.leave_behind()


def test_another_desks_change_is_counted_soon(
    week: list[int],
    enter: Enter,
    peopled: Database,
    shop_desk: Desk,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    page = enter()
    button = page.overview.cohort.buttons[FigureKey.ISSUED]
    assert button.text().endswith(" 4")
    make_slip(peopled, shop_desk, SlipState.ISSUED)
    window.work.tell_changed(frozenset({"slip"}))
    # Changes that follow each other are counted once; the wait is not part of this.
    assert page.is_counting_soon
    page.ask()
    rest(window, qtbot)
    assert button.text().endswith(" 5")


def test_the_sheet_is_shown_with_the_same_numbers(
    week: list[int], enter: Enter, window: MainWindow, qtbot: QtBot
) -> None:
    page = enter()
    page.bar.print.click()
    qtbot.waitUntil(lambda: window.findChild(PaperDialog) is not None)
    dialog = window.findChild(PaperDialog)
    assert isinstance(dialog, PaperDialog)
    qtbot.waitUntil(lambda: dialog.page_count() == 1)
    assert dialog.windowTitle() == "维修看板 2026-03"


def test_the_sheet_is_called_by_the_range_its_numbers_are_of(
    week: list[int], enter: Enter, window: MainWindow, qtbot: QtBot
) -> None:
    page = enter()
    page.chosen.choose_present(Reach.YEAR)
    # Those of the year are still counted; what is shown is the month.
    page.print_page()
    qtbot.waitUntil(lambda: window.findChild(PaperDialog) is not None)
    dialog = window.findChild(PaperDialog)
    assert isinstance(dialog, PaperDialog)
    assert dialog.windowTitle() == "维修看板 2026-03"
    qtbot.waitUntil(lambda: dialog.page_count() == 1)
    rest(window, qtbot)


def test_who_looks_at_this_week_looks_at_the_next_when_it_is_over(
    week: list[int], enter: Enter, clock: Clock, window: MainWindow, qtbot: QtBot
) -> None:
    page = enter()
    page.bar.chips[Reach.WEEK].click()
    rest(window, qtbot)
    window.show_page("intake")
    clock.local("2026-03-23 09:00")
    page = enter()
    assert page.chosen.days.from_on == date(2026, 3, 23)
    assert page.bar.name.text() == "2026-W13"
    assert page.bar.chips[Reach.WEEK].isChecked()
    # A week that was chosen as a past one stays.
    page.chosen.step(-1)
    rest(window, qtbot)
    window.show_page("intake")
    clock.local("2026-03-30 09:00")
    page = enter()
    assert page.chosen.days.from_on == date(2026, 3, 16)
    assert not page.bar.chips[Reach.WEEK].isChecked()


def test_the_keyboard_stays_with_the_person_when_the_order_changes(
    week: list[int],
    enter: Enter,
    peopled: Database,
    shop_desk: Desk,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    page = enter()
    page.enter(CLERKS)
    table = page.people[CLERKS]
    first = table.people.lines[0]
    table.setCurrentIndex(table.people.index(0, 2))
    other = replace(first, name="演示他人")
    table.show_lines(table.people.titles, [other, first])
    at = table.currentIndex()
    assert (table.people.lines[at.row()].name, at.column()) == (first.name, 2)


def test_the_room_is_only_for_those_who_may_read_the_books(
    peopled: Database, shop_desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    make_staff(peopled, shop_desk, "领导", Post.DIRECTOR)
    engineering = Department.ENGINEERING
    make_staff(peopled, shop_desk, "师傅", Post.TECHNICIAN, department=engineering)
    for name, is_open in (("领导", True), ("师傅", False)):
        with qtbot.waitSignal(window.work.desk_changed):
            window.work.choose_actor(window, name, lambda: None)
        assert ("dashboard" in window.open_pages()) is is_open


def test_the_whole_walk_without_a_mouse(
    week: list[int], window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    window.show_page("intake")
    rest(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_8, _CTRL)
    page = window.front_page()
    assert isinstance(page, DashboardPage)
    rest(window, qtbot)
    first = page.overview.front.cells[FigureKey.COMPLETION_RATE]
    assert first.hasFocus()
    _press(qtbot, Qt.Key.Key_Return)
    rest(window, qtbot)
    pane = page.behind
    assert pane is not None and pane.found is not None
    assert page.shows_behind
    assert pane.table.hasFocus()
    assert pane.title.text().startswith("Completion rate")
    assert len(pane.found.ids) == 1
    _press(qtbot, Qt.Key.Key_F4)
    rest(window, qtbot)
    assert len(pane.found.ids) == 3
    _press(qtbot, Qt.Key.Key_Return)
    slip = window.front_page()
    assert isinstance(slip, SlipPage)
    rest(window, qtbot)
    _press(qtbot, Qt.Key.Key_Escape)
    assert window.front_page() is page
    assert pane.table.hasFocus()
    _press(qtbot, Qt.Key.Key_Escape)
    assert not page.shows_behind
    assert first.hasFocus()
    _press(qtbot, Qt.Key.Key_Tab, _CTRL)
    assert page.tab == TECHNICIANS
    assert page.people[TECHNICIANS].hasFocus()
    _press(qtbot, Qt.Key.Key_Left, _ALT)
    rest(window, qtbot)
    assert page.chosen.days.from_on == date(2026, 2, 1)
    assert page.people[TECHNICIANS].people.lines == ()


def test_everything_can_be_reached_by_tab(
    week: list[int], enter: Enter, window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    page = enter()
    overview = page.overview
    assert overview.others is not None
    assert overview.trend is not None
    wanted: set[QWidget | None] = {
        *overview.front.cells.values(),
        *overview.others.cells.values(),
        *overview.cohort.buttons.values(),
        overview.trend.bars,
        overview.reasons,
        overview.split,
        overview.oldest,
        page.bar.first.line,
    }
    seen = []
    for _ in range(70):
        _press(qtbot, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert not wanted - set(seen)
    # From above to below, as it is read.
    order = [each for each in seen if each in wanted]
    places = [
        order.index(each)
        for each in (overview.trend.bars, overview.reasons, overview.split)
    ]
    assert places == sorted(places)


def test_parts_are_made_in_steps_that_are_short(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.made_page("dashboard")
    assert isinstance(page, DashboardPage)
    assert page.overview.others is None
    steps: list[Callable[[], object]] = list(page.rest_to_make())
    assert len(steps) >= 5
    for step in steps:
        step()
    assert page.overview.split is not None
    assert set(page.people) == {TECHNICIANS, CLERKS}
