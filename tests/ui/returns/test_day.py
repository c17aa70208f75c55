"""The day at the left: what is back, why the rest is not, and the day made final."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.kept_form import FormKind
from app.return_check import check_day, load_final
from models.return_check import CheckClass
from models.slip import SlipState
from tests.app.books import take_away
from tests.clock import Clock
from tests.data_book_maker import at
from tests.makers import make_slip
from ui.returns.day_groups import Group
from ui.returns.page import ReturnPage
from ui.shell.main_window import MainWindow

DAY = date(2026, 3, 2)
Make = Callable[[SlipState], int]


@pytest.fixture
def make(peopled: Database, shop_desk: Desk) -> Make:
    """A public slip of a state."""
    return lambda state: make_slip(peopled, shop_desk, state).id


def _groups(page: ReturnPage) -> dict[Group, list[int]]:
    found: dict[Group, list[int]] = {}
    for row in page.day.list.rows():
        if row.slip_id is not None:
            found.setdefault(row.group, []).append(row.slip_id)
    return found


def _at(page: ReturnPage, clock: Clock, text: str, qtbot: QtBot) -> None:
    """It is another time now, and the minute has come round."""
    clock.local(text)
    page.day.ask()
    qtbot.waitUntil(lambda: page.day.day is not None)
    run_at = page.frame.work.desk.now()
    qtbot.waitUntil(lambda: page.day.day.check.run_at == run_at)  # type: ignore[union-attr]


def test_the_ring_and_the_groups_say_what_the_check_says(
    make: Make, page: ReturnPage, clock: Clock, qtbot: QtBot
) -> None:
    lost = make(SlipState.DISPATCHED)
    clock.local("2026-03-03 10:00:00")
    out, told = make(SlipState.DISPATCHED), make(SlipState.SUSPENDED)
    make(SlipState.RETURNED)
    clock.local("2026-03-03 17:33:00")
    slip = make(SlipState.DISPATCHED)  # after the list was fixed: not of the day
    page.arrive()
    qtbot.waitUntil(lambda: len(_groups(page)) == 3)
    assert _groups(page) == {
        Group.LOST: [lost],
        Group.OPEN: [out],
        Group.FEEDBACK: [told],
    }
    assert all(slip not in ids for ids in _groups(page).values())
    assert page.day.ring.accessibleName() == "of 4 1"
    assert "Back in time 1" in page.day.legend.accessibleName()
    assert "Lost 1" in page.day.legend.accessibleName()


def test_what_another_desk_does_and_the_clock_are_followed(
    make: Make, page: ReturnPage, window: MainWindow, clock: Clock, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: page.day.day is not None)
    out = make(SlipState.DISPATCHED)
    clock.advance(minutes=1)
    window.work.changed.emit(frozenset({"slip"}))
    qtbot.waitUntil(lambda: _groups(page) == {Group.OPEN: [out]})
    assert not page.day.end.make_final.isEnabled()
    assert "17:30" in page.day.end.text()
    _at(page, clock, "2026-03-02 17:30:00", qtbot)
    qtbot.waitUntil(page.day.end.make_final.isEnabled)
    assert "10 min left" in page.day.end.text()
    _at(page, clock, "2026-03-02 17:41:00", qtbot)
    qtbot.waitUntil(lambda: "lost" in page.day.end.text())


def test_feedback_is_typed_in_place_one_slip_after_the_other(
    make: Make,
    page: ReturnPage,
    shop: Database,
    shop_desk: Desk,
    clock: Clock,
    qtbot: QtBot,
) -> None:
    first, second = make(SlipState.DISPATCHED), make(SlipState.ISSUED)
    _at(page, clock, "2026-03-02 17:36:00", qtbot)
    page.day.begin_feedback()
    form = page.day.feedback
    assert form.slip_id == first
    qtbot.keyClick(form.reason.box, Qt.Key.Key_1)
    form.likely.buttons[-1].click()
    qtbot.keyClick(form.eta.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form.slip_id == second)
    assert form.reason.value() is None
    qtbot.keyClick(form.reason.box, Qt.Key.Key_2)
    form.eta.set_typed("03-01 10:00")
    form.submit()
    qtbot.waitUntil(lambda: bool(form.eta.problem()))
    form.eta.set_typed("03-03 10:00")
    form.submit()
    qtbot.waitUntil(lambda: form.slip_id is None)
    check = shop.read(check_day, shop_desk, DAY)
    assert [item.reason for item in check.of(CheckClass.FEEDBACK)] == ["待料", "缺人手"]
    assert page.focusWidget() is page.scan


def test_what_is_typed_before_the_next_slip_is_asked_about_is_its_reason(
    make: Make,
    page: ReturnPage,
    shop: Database,
    shop_desk: Desk,
    clock: Clock,
    qtbot: QtBot,
) -> None:
    make(SlipState.DISPATCHED)
    second = make(SlipState.DISPATCHED)
    _at(page, clock, "2026-03-02 17:36:00", qtbot)
    page.day.begin_feedback()
    form = page.day.feedback
    qtbot.keyClick(form.reason.box, Qt.Key.Key_1)
    form.eta.set_typed("03-03 10:00")
    form.eta.setFocus()
    qtbot.keyClick(form.eta.line, Qt.Key.Key_Return)
    qtbot.keyClicks(form.eta.line, "2")
    qtbot.keyClick(form.eta.line, Qt.Key.Key_Return)
    qtbot.keyClicks(form.eta.line, "03-04 10:00")
    qtbot.keyClick(form.eta.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form.slip_id is None)
    check = shop.read(check_day, shop_desk, DAY)
    told = check.of(CheckClass.FEEDBACK)
    assert [item.reason for item in told] == ["待料", "缺人手"]
    assert told[1].slip_id == second
    assert told[1].eta_at == at("2026-03-04 10:00")


def test_a_slip_that_came_back_while_its_reason_is_typed_keeps_the_text(
    make: Make, page: ReturnPage, clock: Clock, window: MainWindow, qtbot: QtBot
) -> None:
    from app.slip_return import TakeBackSlip, take_back_slip

    out = make(SlipState.DISPATCHED)
    _at(page, clock, "2026-03-02 17:36:00", qtbot)
    page.day.begin_feedback()
    form = page.day.feedback
    qtbot.keyClick(form.reason.box, Qt.Key.Key_1)
    window.work.change(window, take_back_slip, TakeBackSlip(out), done=lambda _: None)
    qtbot.waitUntil(lambda: "came back meanwhile" in form._problem.text())
    assert form.reason.value() == "待料"
    assert page._kept.typed(FormKind.FEEDBACK, out) == {"reason": "待料"}


def test_the_day_is_made_final_in_place_and_its_papers_are_offered(
    make: Make,
    page: ReturnPage,
    shop: Database,
    shop_desk: Desk,
    clock: Clock,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    make(SlipState.DISPATCHED)
    take_away(shop, make_slip(shop, shop_desk).number)
    _at(page, clock, "2026-03-02 17:42:00", qtbot)
    assert not page.day.end.check_paper.isVisible()
    page.day.end.make_final.click()
    form = page.day.end.final
    assert form.engineering_by.value() in ("演示主管", "演示技工")
    form.engineering_by.set_value("调度王")
    qtbot.keyClick(form.engineering_by.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shop.read(load_final, shop_desk, DAY) is not None)
    final = shop.read(load_final, shop_desk, DAY)
    assert final is not None
    assert final.final is not None
    assert final.final.engineering_by == "调度王"
    assert final.counts[CheckClass.MISSING] == 1
    assert len(final.loose_gaps) == 2, "the number that is missing is asked after"
    qtbot.waitUntil(page.day.end.check_paper.isVisible)
    assert "run 1" in page.day.end.text()
    page.day.end.chase_paper.click()

    def papers() -> list[QDialog]:
        return [box for box in window.findChildren(QDialog) if box.isVisible()]

    qtbot.waitUntil(lambda: len(papers()) == 1)
    assert "2026-03-02" in papers()[0].windowTitle()
    papers()[0].reject()
    page.day.end.make_final.click()
    qtbot.keyClick(form.engineering_by.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "run 2" in page.day.end.text())


def test_the_check_sheet_asked_for_while_the_day_is_kept_shows_when_it_is(
    make: Make,
    page: ReturnPage,
    clock: Clock,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    make(SlipState.DISPATCHED)
    _at(page, clock, "2026-03-02 17:42:00", qtbot)
    qtbot.keyClick(page, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    line = page.day.end.final.engineering_by.line
    qtbot.waitUntil(line.isVisible)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(
        lambda: any(box.isVisible() for box in window.findChildren(QDialog))
    )
    shown = [box for box in window.findChildren(QDialog) if box.isVisible()]
    assert ["2026-03-02" in box.windowTitle() for box in shown] == [True]
    shown[0].reject()


def test_days_that_were_missed_are_run_late_with_their_own_times(
    make: Make,
    page: ReturnPage,
    shop: Database,
    shop_desk: Desk,
    clock: Clock,
    qtbot: QtBot,
) -> None:
    out = make(SlipState.DISPATCHED)
    _at(page, clock, "2026-03-04 09:05:00", qtbot)
    qtbot.waitUntil(lambda: "03-02、03-03" in page.day.missed_text())
    page.day.catch_up.click()
    page.day.end.final.submit()
    qtbot.waitUntil(lambda: page.day.missed_text() == "")
    for day in (DAY, date(2026, 3, 3)):
        final = shop.read(load_final, shop_desk, day)
        assert final is not None
        assert final.final is not None
        assert (
            f"{shop_desk.local(final.final.run_at):%m-%d %H:%M}" == f"{day:%m-%d} 17:40"
        )
        assert final.final.recorded_at == clock.at
    assert _groups(page) == {Group.LOST: [out]}
