"""Work away from the screen, and how its answers come home."""

import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.progress import Progress
from ui.tasks import TELL_EVERY_SECONDS, Job, Lane, SameThread, Tasks


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    """Real lanes with real threads."""
    made = Tasks()
    yield made
    made.close()


def _fail(problem: Exception) -> None:
    raise problem


def test_an_answer_comes_home_on_the_thread_of_the_screen(
    tasks: Tasks, qtbot: QtBot
) -> None:
    threads: list[object] = []

    def work(_: Progress) -> int:
        threads.append(threading.current_thread())
        return 7

    def home(answer: int) -> None:
        threads.extend([answer, QThread.currentThread()])

    tasks.start(Lane.READ, None, work, home, _fail)
    qtbot.waitUntil(lambda: len(threads) == 3)
    app = QApplication.instance()
    assert app is not None
    assert threads[0] is not threading.main_thread()
    assert threads[1:] == [7, app.thread()]


def test_an_answer_never_comes_before_the_question_has_been_left(
    qapp: QApplication, qtbot: QtBot
) -> None:
    tasks = Tasks(lambda _: SameThread())
    came: list[int] = []
    tasks.start(Lane.READ, None, lambda _: 1, came.append, _fail)
    assert not came, "the same thread still answers by queued signal"
    qtbot.waitUntil(lambda: came == [1])
    tasks.close()


def test_an_answer_whose_owner_has_closed_is_dropped(
    tasks: Tasks, qtbot: QtBot
) -> None:
    owner = QObject()
    go_on = threading.Event()
    came: list[object] = []
    ended: list[Job] = []
    tasks.job_ended.connect(ended.append)

    def work(_: Progress) -> str:
        go_on.wait(5)
        return "too late"

    tasks.start(Lane.READ, owner, work, came.append, _fail)
    owner.deleteLater()
    qtbot.waitUntil(lambda: _is_gone(owner))
    go_on.set()
    qtbot.waitUntil(lambda: len(ended) == 1)
    assert not came


def _is_gone(thing: QObject) -> bool:
    from shiboken6 import isValid

    return not isValid(thing)


def test_a_question_that_nobody_asks_any_more_is_not_answered(
    tasks: Tasks, qtbot: QtBot
) -> None:
    came: list[object] = []
    first = tasks.start(Lane.READ, None, lambda _: "old", came.append, _fail)
    first.drop()
    tasks.start(Lane.READ, None, lambda _: "new", came.append, _fail)
    qtbot.waitUntil(lambda: bool(came))
    assert came == ["new"]


def test_a_problem_is_carried_home_and_a_cancelled_job_says_nothing(
    tasks: Tasks, qtbot: QtBot
) -> None:
    problems: list[Exception] = []
    begun = threading.Event()

    def refuse(_: Progress) -> None:
        raise ValueError("no")

    def count(progress: Progress) -> None:
        begun.set()
        for step in range(100_000):
            progress.step(step, 100_000)
            time.sleep(0.001)

    tasks.start(Lane.PAPER, None, refuse, _never, problems.append)
    job = tasks.start(Lane.PAPER, None, count, _never, problems.append)
    assert begun.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: not tasks.running())
    assert [str(problem) for problem in problems] == ["no"]


def _never(answer: Any) -> None:
    raise AssertionError(answer)


def test_progress_is_told_at_most_ten_times_a_second(
    tasks: Tasks, qtbot: QtBot
) -> None:
    told: list[int] = []
    tasks.job_told.connect(lambda job: told.append(job.done))
    done: list[float] = []

    def work(progress: Progress) -> float:
        begun = time.monotonic()
        step = 0
        while time.monotonic() - begun < 0.35:
            step += 1
            progress.step(step, 0)
        return time.monotonic() - begun

    tasks.start(Lane.PAPER, None, work, done.append, _fail)
    qtbot.waitUntil(lambda: bool(done))
    assert 2 <= len(told) <= 1 + done[0] / TELL_EVERY_SECONDS + 1


def test_a_long_report_does_not_hold_up_the_issue_of_a_slip(
    tasks: Tasks, qtbot: QtBot
) -> None:
    go_on = threading.Event()
    came: list[str] = []

    def report(_: Progress) -> str:
        go_on.wait(5)
        return "report"

    tasks.start(Lane.PAPER, None, report, came.append, _fail)
    tasks.start(Lane.WRITE, None, lambda _: "slip", came.append, _fail)
    qtbot.waitUntil(lambda: came == ["slip"])
    go_on.set()
    qtbot.waitUntil(lambda: came == ["slip", "report"])


def test_a_fault_in_one_callback_does_not_lose_the_next_answer(
    tasks: Tasks, qtbot: QtBot
) -> None:
    came: list[int] = []

    def broken(_: int) -> None:
        raise RuntimeError("a fault of the page")

    with qtbot.capture_exceptions() as caught:
        tasks.start(Lane.READ, None, lambda _: 1, broken, _fail)
        tasks.start(Lane.READ, None, lambda _: 2, came.append, _fail)
        qtbot.waitUntil(lambda: came == [2])
    assert [str(each[1]) for each in caught] == ["a fault of the page"]


def test_closing_stops_what_runs_and_waits_for_it(qapp: QApplication) -> None:
    tasks = Tasks()
    stopped: list[bool] = []
    begun = threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        try:
            while True:
                progress.step(0, 0)
                time.sleep(0.001)
        finally:
            stopped.append(True)

    tasks.start(Lane.WRITE, None, work, _never, _fail, title="A long import")
    assert begun.wait(5)
    tasks.close()
    assert stopped == [True]
    late = tasks.start(Lane.READ, None, lambda _: 1, _never, _fail)
    assert late.is_dropped
