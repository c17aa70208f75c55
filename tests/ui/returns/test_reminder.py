"""The return check reminds at its three moments, and of a day that was slept over."""

import pytest
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.return_check import FinalCheck, make_final
from models.slip import SlipState
from models.staff import Department, Post
from tests.clock import Clock
from tests.makers import make_slip, make_staff
from ui.returns.reminder import Reminder
from ui.shell.main_window import MainWindow


class Bell:
    """A reminder whose clock is moved; what it told so far."""

    def __init__(
        self, window: MainWindow, clock: Clock, heard: list[str], qtbot: QtBot
    ) -> None:
        self.window, self.clock, self.heard, self.qtbot = window, clock, heard, qtbot
        self.reminder = Reminder.of(window)

    def at(self, text: str) -> list[str]:
        """What is told when it is that time, and the timer has come round twice."""
        self.clock.local(text)
        before = len(self.heard)
        for _ in range(2):
            self.reminder.tick()
            self.qtbot.waitUntil(lambda: not self.window.work.tasks.running())
            self.qtbot.wait(5)
        return [said for said in self.heard[before:] if said != "RETURN_CHECK"]


@pytest.fixture
def bell(
    peopled: Database,
    shop_desk: Desk,
    window: MainWindow,
    clock: Clock,
    heard: list[str],
    qtbot: QtBot,
) -> Bell:
    """One slip is out, and another page is in front."""
    make_slip(peopled, shop_desk, SlipState.DISPATCHED)
    window.show_page("register")
    return Bell(window, clock, heard, qtbot)


def test_each_moment_is_told_once(bell: Bell) -> None:
    assert bell.at("2026-03-02 16:59:00") == []
    (soon,) = bell.at("2026-03-02 17:00:00")
    assert soon.startswith("Return check at 17:30 | 1 slip")
    assert bell.at("2026-03-02 17:10:00") == []
    (fixed,) = bell.at("2026-03-02 17:30:00")
    assert "need a reason until 17:40" in fixed
    (last,) = bell.at("2026-03-02 17:40:00")
    assert "lost" in last
    assert bell.at("2026-03-02 18:30:00") == []
    assert bell.window.front_page_id() == "register"


def test_a_clock_set_back_an_hour_does_not_ring_twice(bell: Bell) -> None:
    assert len(bell.at("2026-03-02 17:30:30")) == 1
    assert bell.at("2026-03-02 16:30:30") == []
    assert bell.at("2026-03-02 17:00:30") == []
    assert bell.at("2026-03-02 17:30:30") == []
    assert len(bell.at("2026-03-02 17:40:30")) == 1


def test_whoever_slept_over_it_is_told_once_in_the_morning(bell: Bell) -> None:
    assert len(bell.at("2026-03-02 17:00:00")) == 1
    (missed,) = bell.at("2026-03-03 09:00:00")
    assert "03-02 was not made final" in missed
    assert bell.at("2026-03-03 10:00:00") == []


def test_several_moments_slept_over_are_told_as_the_last_one(bell: Bell) -> None:
    (last,) = bell.at("2026-03-02 17:50:00")
    assert "lost" in last


def test_a_day_that_is_final_or_has_nothing_open_rings_nobody(
    bell: Bell, peopled: Database, shop_desk: Desk
) -> None:
    bell.clock.local("2026-03-02 17:35:00")
    peopled.write(make_final, shop_desk, FinalCheck(shop_desk.today()))
    assert bell.at("2026-03-02 17:40:00") == []
    assert bell.at("2026-03-03 09:00:00") == []


def test_only_who_may_do_something_about_it_is_told(
    bell: Bell, peopled: Database, shop_desk: Desk
) -> None:
    department = Department.FINANCE
    make_staff(peopled, shop_desk, "财务", Post.FINANCE, department=department)
    bell.window.act_as("财务")
    bell.qtbot.waitUntil(lambda: bell.window.work.desk.actor == "财务")
    assert bell.at("2026-03-02 17:30:00") == []


def test_a_window_built_anew_does_not_tell_again(bell: Bell) -> None:
    assert len(bell.at("2026-03-02 17:00:00")) == 1
    bell.reminder.setParent(None)
    bell.reminder.deleteLater()
    bell.reminder = Reminder.of(bell.window)
    assert bell.at("2026-03-02 17:05:00") == []
