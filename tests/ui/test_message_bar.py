"""Messages stand in one quiet bar; what can be undone counts down and is not lost."""

import pytest
from pytestqt.qtbot import QtBot

from ui.shell import message_bar
from ui.shell.frame import Kind, Offer
from ui.shell.message_bar import MessageBar


@pytest.fixture
def bar(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MessageBar:
    """A bar whose seconds are short."""
    monkeypatch.setattr(message_bar, "SECOND_MS", 20)
    made = MessageBar()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def undone() -> list[str]:
    return []


@pytest.fixture
def undo(undone: list[str]) -> Offer:
    return Offer("Undo", lambda: undone.append("undone"), seconds=3)


def texts(bar: MessageBar) -> list[str]:
    return [button.text() for button in bar.offers()]


def test_what_can_be_undone_for_a_while_counts_down_and_goes(
    bar: MessageBar, undo: Offer, qtbot: QtBot
) -> None:
    bar.say(Kind.DONE, "Draft thrown away", "3-1502", [undo])
    assert texts(bar) == ["Undo 3 s"]
    qtbot.waitUntil(lambda: texts(bar) == ["Undo 1 s"])
    qtbot.waitUntil(lambda: texts(bar) == [])
    assert bar.message()[1] == "Draft thrown away"


def test_what_was_undone_is_not_offered_again(
    bar: MessageBar, undo: Offer, undone: list[str]
) -> None:
    bar.say(Kind.DONE, "Draft thrown away", "", [undo])
    bar.offers()[0].click()
    assert undone == ["undone"]
    assert bar.isHidden()


def test_an_undo_waits_behind_the_next_message(
    bar: MessageBar, undo: Offer, undone: list[str]
) -> None:
    bar.say(Kind.DONE, "Draft thrown away", "", [undo])
    bar.say(Kind.DONE, "WX260302-001", "issued")
    assert bar.message()[1] == "WX260302-001"
    assert texts(bar) == []
    bar.close_message()
    assert bar.message()[1] == "Draft thrown away"
    bar.offers()[0].click()
    assert undone == ["undone"]


def test_a_message_that_is_only_news_gives_way(bar: MessageBar) -> None:
    bar.say(Kind.DONE, "one")
    bar.say(Kind.DONE, "two")
    bar.close_message()
    assert bar.isHidden()


def test_what_waits_for_an_answer_is_not_lost(bar: MessageBar) -> None:
    answer = Offer("Choose", lambda: None)
    bar.say(Kind.WAITS, "Who are you?", "", [answer])
    for number in range(3):
        bar.say(Kind.DONE, f"slip {number}")
    bar.close_message()
    assert bar.message()[:2] == (Kind.WAITS, "Who are you?")


def test_the_same_message_twice_is_one(bar: MessageBar, undo: Offer) -> None:
    for _ in range(2):
        bar.say(Kind.DONE, "Filter cleared", "", [undo])
    bar.close_message()
    assert bar.isHidden()


def test_what_has_been_answered_is_asked_no_more(bar: MessageBar) -> None:
    bar.say(Kind.WAITS, "Who are you?", "", [Offer("Choose", lambda: None)])
    bar.say(Kind.DONE, "slip 1")
    bar.withdraw("Who are you?")
    assert bar.message()[1] == "slip 1"
    bar.close_message()
    assert bar.isHidden()
