"""Time limits (时限) where people see them: board, page of a slip, register, bell."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.dispatch_board import load_board
from app.limit_standing import Standing
from app.listing import IsOneOf, Sort
from app.slip_delay import TellDelay, tell_delay
from app.slip_quote import ResolveDispute, resolve_dispute
from app.slip_work import StepSlip, arrive
from models.slip import JobType, SlipState
from models.unit import AreaKind
from tests.app.books import slip_of
from tests.clock import Clock
from tests.makers import make_slip, make_staff
from tests.ui.dialogs import shown_dialog
from tests.ui.slip.dispatch import press
from ui.kit.card import CardFace
from ui.kit.label import Tone
from ui.shell.main_window import MainWindow
from ui.shell.pages import begin_watches
from ui.slip.delay_dialog import DelayDialog
from ui.slip.dispatch_face import CardFaces
from ui.slip.dispatch_page import DispatchPage
from ui.slip.limit_watch import LimitWatch
from ui.slip.register_page import RegisterPage
from ui.slip.slip_page import SlipPage
from ui.work import Work

_S = SlipState
UNIT = AreaKind.UNIT
URGENT = JobType.URGENT
Write = Callable[[int], CardFace]


@pytest.fixture
def face(peopled: Database, shop_desk: Desk, work: Work, clock: Clock) -> Write:
    """What the card of a slip says now."""
    faces = CardFaces(work, work)

    def write(slip_id: int) -> CardFace:
        board = peopled.read(load_board, shop_desk)
        card = next(card for card in board.cards if card.id == slip_id)
        return faces.face(card, board, clock.at)

    return write


@pytest.mark.parametrize(
    ("state", "facts", "minutes", "status", "tone"),
    [
        (_S.ISSUED, {}, 5, "To dispatch", Tone.WARN),
        (_S.ISSUED, {"job_type": URGENT}, 5, "Dispatch 10 min left", Tone.SECOND),
        (_S.ISSUED, {"job_type": URGENT}, 12, "Dispatch 3 min left", Tone.WARN),
        (_S.ISSUED, {"job_type": URGENT}, 18, "Dispatch 3 min late", Tone.BAD),
        (_S.DISPATCHED, {"area_kind": UNIT}, 17, "17 min gone, 3 left", Tone.WARN),
        (_S.DISPATCHED, {"area_kind": UNIT}, 28, "8 min late", Tone.BAD),
        (_S.WORKING, {}, 90, "Working", Tone.SECOND),
        (_S.WORKING, {"job_type": URGENT}, 95, "Urgent work 25 min left", Tone.SECOND),
        (_S.WORKING, {"job_type": URGENT}, 96, "Urgent work 24 min left", Tone.WARN),
        (_S.WORKING, {"job_type": URGENT}, 130, "Urgent work 10 min late", Tone.WARN),
        (_S.WORKING, {}, 38 * 60 + 30, "Work 6 h late", Tone.WARN),
        (_S.DONE, {}, 70, "Public paper 10 min late", Tone.WARN),
    ],
)
def test_a_card_says_its_most_pressing_clock_in_words_and_colour(
    peopled: Database,
    shop_desk: Desk,
    clock: Clock,
    face: Write,
    state: SlipState,
    facts: dict[str, Any],
    minutes: int,
    status: str,
    tone: Tone,
) -> None:
    clock.local("2026-03-02 10:00:00" if minutes < 2000 else "2026-03-02 15:30:00")
    slip = make_slip(peopled, shop_desk, state, **facts)
    clock.advance(minutes=minutes)
    found = face(slip.id)
    assert found.status == status
    assert found.status_tone is tone
    has_ring = status not in ("To dispatch", "Working")
    assert (found.per_mille is not None) is has_ring


def test_a_second_clock_stands_in_the_note_and_a_dispute_stops_one(
    peopled: Database, shop_desk: Desk, clock: Clock, face: Write
) -> None:
    slip = make_slip(peopled, shop_desk, _S.DISPUTED, area_kind=UNIT, job_type=URGENT)
    clock.advance(hours=4)
    found = face(slip.id)
    assert (found.status, found.per_mille) == ("Quote disputed", None)
    assert found.note.startswith("Urgent work stands still，Quote 85.00")
    order = ResolveDispute(slip.id, confirmed_by="演示业户")
    peopled.write(resolve_dispute, shop_desk, order)
    assert face(slip.id).status == "Urgent work 2 h 00 min left"
    late = make_slip(peopled, shop_desk, _S.DISPATCHED, area_kind=UNIT, job_type=URGENT)
    clock.advance(hours=2, minutes=5)
    found = face(late.id)
    assert found.status == "1 h 45 min late"
    assert found.note == "Urgent work 5 min late"
    assert found.note_tone is Tone.WARN


def test_a_long_delay_of_an_appointment_asks_for_the_supervisor(
    peopled: Database, shop_desk: Desk, clock: Clock, face: Write
) -> None:
    due = clock.at + timedelta(hours=1)
    slip = make_slip(peopled, shop_desk, _S.DISPATCHED, appointment_at=due)
    clock.advance(minutes=54)
    peopled.write(tell_delay, shop_desk, TellDelay(slip.id, "上一单未完"))
    clock.advance(minutes=20)
    assert face(slip.id).status == "14 min late, told"
    assert face(slip.id).note == ""
    clock.advance(minutes=1)
    assert face(slip.id).note == "tell the supervisor"


def test_the_delay_is_told_from_the_board_by_one_key(
    peopled: Database,
    shop_desk: Desk,
    clock: Clock,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    due = clock.at + timedelta(hours=1)
    slip = make_slip(
        peopled, shop_desk, _S.DISPATCHED, area_kind=UNIT, appointment_at=due
    )
    clock.advance(minutes=30)
    page = window.show_page("dispatch")
    assert isinstance(page, DispatchPage)
    qtbot.waitUntil(lambda: page.board.chosen_id() == slip.id)
    page.board.take_keyboard()
    press("d", qtbot=qtbot)
    dialog = shown_dialog(window, DelayDialog, qtbot)
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.note.problem()))
    dialog.note.set_value("上一单未完")
    dialog.new_appointment.set_value(due - timedelta(hours=1))
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.new_appointment.problem()))
    assert dialog.note.value() == "上一单未完"
    dialog.new_appointment.set_value(due + timedelta(hours=2))
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: slip_of(peopled, slip.id).late_notice_at is not None)
    known = slip_of(peopled, slip.id)
    assert known.late_notice_at == clock.at
    assert known.appointment_at == due + timedelta(hours=2)


def test_the_page_of_a_slip_has_a_line_for_every_clock_that_counts(
    peopled: Database,
    shop_desk: Desk,
    clock: Clock,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    slip = make_slip(peopled, shop_desk, _S.DISPATCHED, area_kind=UNIT, job_type=URGENT)
    clock.advance(minutes=15)
    peopled.write(tell_delay, shop_desk, TellDelay(slip.id, "堵车"))
    clock.advance(minutes=13)
    peopled.write(arrive, shop_desk, StepSlip(slip.id))
    page = window.show_page("slip", slip.id)
    assert isinstance(page, SlipPage)
    qtbot.waitUntil(lambda: bool(page.clocks.said()))
    lines = {name: (words, tone) for name, words, tone in page.clocks.said()}
    assert lines["Arrival"] == (
        "8 min late, due 10:20，delay told in time at 10:15",
        Tone.BAD,
    )
    assert lines["Dispatch"] == ("On time, after 0 min", Tone.SECOND)
    assert lines["Diagnosis"] == ("30 min left, due 10:58", Tone.SECOND)
    assert lines["Urgent work"][0] == "1 h 32 min left, due 12:00"
    assert lines["Feedback"][0] == "7 h 12 min left, due 17:40"
    clock.advance(minutes=31)
    page.clocks.refresh()
    lines = {name: (words, tone) for name, words, tone in page.clocks.said()}
    assert lines["Diagnosis"] == ("1 min over, due 10:58", Tone.WARN)


def test_the_register_names_the_clock_filters_and_sorts_by_it(
    peopled: Database,
    shop_desk: Desk,
    clock: Clock,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    ended = make_slip(peopled, shop_desk, _S.VOID, area_kind=UNIT)
    late = make_slip(peopled, shop_desk, _S.DISPATCHED, area_kind=UNIT)
    clock.advance(minutes=28)
    fresh = make_slip(peopled, shop_desk, _S.DISPATCHED, area_kind=UNIT)
    page = window.show_page("register")
    assert isinstance(page, RegisterPage)
    qtbot.waitUntil(lambda: page.list.filling.count == 3)
    model = page.table.model_of_rows
    (column,) = [each for each in model.columns() if each.key == "limit"]
    words = dict(column.choices)
    assert words[Standing.BREACHED] == "Limit missed"

    def shown() -> list[tuple[str, Tone]]:
        rows = (model.row_at(place) for place in range(model.rowCount()))
        return [(column.text(row), column.tone_of(row)) for row in rows if row]

    page.list.question.sort_by("limit")
    question = page.list.filling
    qtbot.waitUntil(
        lambda: (
            question.question is not None and question.question.sort == Sort("limit")
        )
    )
    qtbot.waitUntil(lambda: list(model.ids()) == [late.id, fresh.id, ended.id])
    qtbot.waitUntil(lambda: len(shown()) == 3)
    assert shown()[0] == ("Arrival 8 min late", Tone.BAD)
    assert shown()[1] == ("Arrival 20 min left", Tone.SECOND)
    page.list.question.ask("limit", IsOneOf((Standing.BREACHED.value,)))
    qtbot.waitUntil(lambda: list(model.ids()) == [late.id])


@pytest.fixture
def watch(peopled: Database, window: MainWindow, qtbot: QtBot) -> LimitWatch:
    """It has listened before, and does from the window's start, at whatever page."""
    window.state.set_text("dispatch.limits", "+")
    window.show_page("intake")
    begin_watches(window)
    _settle(window, qtbot)
    return LimitWatch.of(window)


def _settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.work.tasks.running())


def _hear(window: MainWindow, qtbot: QtBot) -> None:
    window.work.changed.emit(frozenset({"slip"}))
    _settle(window, qtbot)


def test_a_limit_rings_once_when_it_is_nearly_over_and_once_when_it_is(
    watch: LimitWatch,
    peopled: Database,
    shop_desk: Desk,
    clock: Clock,
    window: MainWindow,
    heard: list[str],
    qtbot: QtBot,
) -> None:
    make_slip(peopled, shop_desk, _S.DISPATCHED, area_kind=UNIT)
    _hear(window, qtbot)
    rung: list[int] = []
    for minute in range(1, 31):
        clock.advance(minutes=1)
        before = len(heard)
        watch._tick()
        watch._tick()
        if heard[before:]:
            rung.append(minute)
    assert rung == [16, 21]
    clock.advance(minutes=-10)
    watch._tick()
    _hear(window, qtbot)
    assert [each for each in heard if "|" not in each] == ["NEW", "URGENT"]


def test_what_was_told_is_not_told_again_after_a_restart_and_news_come_together(
    peopled: Database,
    shop_desk: Desk,
    clock: Clock,
    window: MainWindow,
    heard: list[str],
    qtbot: QtBot,
) -> None:
    for content in ("厨房漏水", "灯不亮"):
        make_slip(peopled, shop_desk, _S.DISPATCHED, area_kind=UNIT, content=content)
    clock.advance(minutes=30)
    LimitWatch(window)
    _settle(window, qtbot)
    assert heard == [], "at the very first start everything old would be news"
    window.state.set_text("dispatch.limits", "+")
    LimitWatch(window)
    _settle(window, qtbot)
    assert [each for each in heard if "|" not in each] == ["URGENT"]
    heard.clear()
    LimitWatch(window)
    _settle(window, qtbot)
    assert heard == []


def test_a_new_urgent_slip_rings_by_itself_and_days_are_not_heard(
    watch: LimitWatch,
    peopled: Database,
    shop_desk: Desk,
    clock: Clock,
    window: MainWindow,
    heard: list[str],
    qtbot: QtBot,
) -> None:
    make_slip(peopled, shop_desk, job_type=URGENT)
    make_slip(peopled, shop_desk, _S.WORKING, place="门厅")
    _hear(window, qtbot)
    assert [each for each in heard if "|" not in each] == ["URGENT"]
    clock.advance(minutes=13)
    watch._tick()
    clock.advance(days=3)
    heard.clear()
    watch._tick()
    assert len([each for each in heard if "|" not in each]) == 1, "two hours are over"


def test_who_does_not_dispatch_is_not_rung(
    peopled: Database,
    shop_desk: Desk,
    clock: Clock,
    window: MainWindow,
    heard: list[str],
    qtbot: QtBot,
) -> None:
    make_staff(peopled, shop_desk, "演示甲前台")
    window.state.set_text("dispatch.limits", "+")
    make_slip(peopled, shop_desk, _S.DISPATCHED, area_kind=UNIT)
    window.act_as("演示甲前台")
    _settle(window, qtbot)
    window.show_page("intake")
    begin_watches(window)
    _settle(window, qtbot)
    clock.advance(minutes=30)
    LimitWatch.of(window)._tick()
    assert heard == []
