"""New slips ring, urgent ones until somebody opens them, wherever the window is."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.slip_amend import AmendSlip, amend_slip
from app.slip_dispatch import BounceSlip, ResendSlip, bounce_slip, resend_slip
from models.slip import JobType, SlipState
from tests.makers import make_slip, make_staff
from tests.ui.answering import Answering
from ui.shell.main_window import MainWindow
from ui.shell.pages import begin_watches
from ui.slip.dispatch_page import DispatchPage
from ui.slip.dispatch_watch import DispatchWatch
from ui.window_state import WindowState
from ui.work import Work

URGENT = JobType.URGENT


@pytest.fixture
def watch(peopled: Database, window: MainWindow, qtbot: QtBot) -> DispatchWatch:
    """It listens from the window's start, at whatever page."""
    window.show_page("intake")
    begin_watches(window)
    found = DispatchWatch.of(window)
    _settle(window, qtbot)
    return found


def _settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.work.tasks.running())


def _hear(window: MainWindow, qtbot: QtBot) -> None:
    """Another desk wrote; the window was told so."""
    window.work.changed.emit(frozenset({"slip", "event"}))
    _settle(window, qtbot)


def _sounds(heard: list[str]) -> list[str]:
    return [each for each in heard if "|" not in each]


def test_a_slip_of_another_desk_rings_once(
    watch: DispatchWatch,
    peopled: Database,
    shop_desk: Desk,
    window: MainWindow,
    heard: list[str],
    qtbot: QtBot,
) -> None:
    slip = make_slip(peopled, shop_desk)
    _hear(window, qtbot)
    assert _sounds(heard) == ["NEW"]
    assert watch.fresh == {slip.id}
    assert not watch.is_repeating
    _hear(window, qtbot)
    watch._ring_again()
    assert _sounds(heard) == ["NEW"]


def test_what_waited_before_is_not_new(
    peopled: Database,
    shop_desk: Desk,
    window: MainWindow,
    heard: list[str],
    qtbot: QtBot,
) -> None:
    make_slip(peopled, shop_desk)
    begin_watches(window)
    _settle(window, qtbot)
    assert heard == []
    assert DispatchWatch.of(window).fresh == frozenset()


def test_an_urgent_slip_rings_until_it_is_opened_also_with_the_window_hidden(
    watch: DispatchWatch,
    peopled: Database,
    shop_desk: Desk,
    window: MainWindow,
    heard: list[str],
    qtbot: QtBot,
) -> None:
    window.hide()
    slip = make_slip(peopled, shop_desk, job_type=URGENT)
    _hear(window, qtbot)
    assert watch.is_repeating
    for _ in range(2):
        watch._repeat.timeout.emit()
    assert _sounds(heard) == ["URGENT"] * 3
    notes = [each for each in heard if "|" in each]
    assert len(notes) == 3
    assert notes[0].startswith("Urgent slip to dispatch: B1层12号柱 | ")
    window.show()
    window.show_page("dispatch", slip.id)
    assert not watch.is_repeating
    assert watch.fresh == frozenset()


def test_an_urgent_slip_that_somebody_else_dispatched_is_silent(
    watch: DispatchWatch,
    peopled: Database,
    shop_desk: Desk,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    from app.slip_dispatch import DispatchSlip, dispatch_slip

    slip = make_slip(peopled, shop_desk, job_type=URGENT)
    _hear(window, qtbot)
    assert watch.is_repeating
    order = DispatchSlip(slip.id, "电工", "演示主管")
    peopled.write(dispatch_slip, shop_desk, order)
    _hear(window, qtbot)
    assert not watch.is_repeating


def test_a_calm_slip_that_became_urgent_rings_again(
    watch: DispatchWatch,
    peopled: Database,
    shop_desk: Desk,
    window: MainWindow,
    heard: list[str],
    qtbot: QtBot,
) -> None:
    slip = make_slip(peopled, shop_desk)
    _hear(window, qtbot)
    watch.open(slip.id)
    peopled.write(amend_slip, shop_desk, AmendSlip(slip.id, job_type=URGENT))
    _hear(window, qtbot)
    assert _sounds(heard) == ["NEW", "URGENT"]
    assert watch.is_repeating


def test_what_was_sent_back_is_new_when_it_comes_again(
    watch: DispatchWatch,
    peopled: Database,
    shop_desk: Desk,
    window: MainWindow,
    heard: list[str],
    qtbot: QtBot,
) -> None:
    slip = make_slip(peopled, shop_desk)
    _hear(window, qtbot)
    peopled.write(bounce_slip, shop_desk, BounceSlip(slip.id, "内容不清"))
    _hear(window, qtbot)
    assert watch.fresh == frozenset()
    peopled.write(resend_slip, shop_desk, ResendSlip(slip.id, "补了地点"))
    _hear(window, qtbot)
    assert _sounds(heard) == ["NEW", "NEW"]


def test_a_new_slip_stands_at_the_top_marked_until_it_is_chosen(
    watch: DispatchWatch,
    peopled: Database,
    shop_desk: Desk,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    old = make_slip(peopled, shop_desk, place="门厅").id
    _hear(window, qtbot)
    page = window.show_page("dispatch")
    assert isinstance(page, DispatchPage)
    _settle(window, qtbot)
    watch.open(old)
    page.look_at(old)
    new = make_slip(peopled, shop_desk, place="屋面").id
    _hear(window, qtbot)
    (cards,) = page.board.lists()
    assert [(face.id, face.fresh) for face in cards.faces()] == [
        (new, "New"),
        (old, ""),
    ]
    assert page.board.chosen_id() == old, "the choice is not taken away"
    page.look_at(new)
    _hear(window, qtbot)
    assert [(face.id, face.fresh) for face in cards.faces()] == [(new, ""), (old, "")]


def test_a_new_slip_is_shown_though_the_board_is_narrowed(
    watch: DispatchWatch,
    peopled: Database,
    shop_desk: Desk,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    from app.dispatch_standing import Counter

    make_slip(peopled, shop_desk, SlipState.DONE, place="门厅")
    page = window.show_page("dispatch")
    assert isinstance(page, DispatchPage)
    _settle(window, qtbot)
    page.narrow_to(Counter.PAPER_OUT)
    new = make_slip(peopled, shop_desk, job_type=URGENT, place="屋面").id
    _hear(window, qtbot)
    shown = [face.id for cards in page.board.lists() for face in cards.faces()]
    assert new in shown


def test_the_sound_of_this_computer_is_switched_off_and_stays_off(
    watch: DispatchWatch,
    peopled: Database,
    shop_desk: Desk,
    window: MainWindow,
    work: Work,
    ask: Answering,
    tmp_path: Path,
    heard: list[str],
    qtbot: QtBot,
) -> None:
    page = window.show_page("dispatch")
    assert isinstance(page, DispatchPage)
    page.act("dispatch.sound")
    assert page.sound.hints()[0].hint.text == "Sound off"
    make_slip(peopled, shop_desk, job_type=URGENT)
    _hear(window, qtbot)
    assert _sounds(heard) == []
    assert watch.is_repeating, "its mark and the notes go on"
    again = MainWindow(work, WindowState(tmp_path / "window.ini"), ask)
    qtbot.addWidget(again)
    assert not DispatchWatch.of(again).has_sound
    _settle(again, qtbot)


def test_an_urgent_slip_not_opened_before_the_program_ended_rings_at_the_next_start(
    watch: DispatchWatch,
    peopled: Database,
    shop_desk: Desk,
    window: MainWindow,
    work: Work,
    ask: Answering,
    tmp_path: Path,
    heard: list[str],
    qtbot: QtBot,
) -> None:
    unopened = make_slip(peopled, shop_desk, job_type=URGENT, place="门厅").id
    seen = make_slip(peopled, shop_desk, place="屋面").id
    _hear(window, qtbot)
    watch.open(seen)
    window.state.save()
    while_closed = make_slip(peopled, shop_desk, place="车库入口").id
    heard.clear()
    again = MainWindow(work, WindowState(tmp_path / "window.ini"), ask)
    qtbot.addWidget(again)
    begin_watches(again)
    _settle(again, qtbot)
    assert DispatchWatch.of(again).fresh == {unopened, while_closed}
    assert _sounds(heard) == ["URGENT"]
    DispatchWatch.of(again).open(unopened)


def test_a_desk_that_does_not_dispatch_is_not_rung(
    watch: DispatchWatch,
    peopled: Database,
    shop_desk: Desk,
    window: MainWindow,
    heard: list[str],
    qtbot: QtBot,
) -> None:
    make_staff(peopled, shop_desk)
    window.act_as("演示前台")
    _settle(window, qtbot)
    make_slip(peopled, shop_desk, place="门厅")
    _hear(window, qtbot)
    assert heard == []
    window.act_as("演示主管")
    _settle(window, qtbot)
    make_slip(peopled, shop_desk, place="屋面")
    _hear(window, qtbot)
    assert _sounds(heard) == ["NEW"]
