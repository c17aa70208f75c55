"""What a clerk does all morning on a real display, looked up in the books."""

import re
from pathlib import Path

import pytest
from pypinyin import lazy_pinyin

from app.slip_view import load_slip_view
from models.slip import SlipEvent, SlipState
from tests.flows.books import Books
from tests.flows.screen import Screen, missing_tools, running, wait_until

pytestmark = pytest.mark.skipif(
    bool(missing_tools()), reason=f"not installed: {', '.join(missing_tools())}"
)

MOST_KEYS = 45
"""From the first key to the printed slip of a known room (issue of the window)."""
_HAN = re.compile("([一-鿿]+)")


class Hands:
    """Types on a screen and counts the keys that a clerk would press for it."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self.pressed = 0

    def types(self, text: str) -> None:
        """Chinese takes the letters of its pinyin, and one key to choose the word."""
        self._screen.types(text)
        for part in _HAN.split(text):
            is_han = bool(_HAN.fullmatch(part))
            self.pressed += len("".join(lazy_pinyin(part))) + 1 if is_han else len(part)

    def keys(self, *names: str) -> None:
        """``ctrl+p`` takes two keys."""
        self._screen.keys(*names)
        self.pressed += sum(len(name.split("+")) for name in names)


def _types_a_call(screen: Screen, books: Books, text: str, fault: str) -> None:
    screen.types(text)
    wait_until(lambda: books.draft("content") == fault, f"“{text}” is understood")


def test_a_call_becomes_a_printed_slip_with_few_keys(
    screen: Screen, books: Books, tmp_path: Path
) -> None:
    paper = tmp_path / "slip.pdf"
    hands = Hands(screen)
    with running(screen.start_program(books.url)):
        screen.wait_for_window("四联")
        hands.types("3-1502 厨房水龙头漏水")
        wait_until(lambda: books.draft("phone") == "13800001502", "the owner is known")
        hands.keys("ctrl+Return")
        wait_until(lambda: books.state() is SlipState.ISSUED, "the slip is issued")
        (slip,) = books.slips()
        hands.keys("ctrl+p")
        screen.wait_for_window(f"工程维修单 {slip.number}")
        # There is no printer here: Enter would print, the file is saved instead.
        hands.pressed += 1
        screen.keys("ctrl+s")
        screen.wait_for_window("存为 PDF")
        screen.keys("ctrl+a")
        screen.types(str(paper))
        screen.keys("Return")
        wait_until(paper.exists, "the pages are saved")
    assert hands.pressed <= MOST_KEYS
    assert slip.content == "厨房水龙头漏水"
    assert (slip.unit_label, slip.owner_name) == ("3-1502", "演示业户")
    view = books.database.read(load_slip_view, books.desk, slip.id)
    assert [event.what for event in view.events] == [SlipEvent.ISSUE, SlipEvent.PRINT]


def test_three_drafts_survive_a_killed_program(screen: Screen, books: Books) -> None:
    calls = ("3-1502 厨房漏水", "3-1503 客厅灯不亮", "3-1504 入户门锁坏了")
    for label in ("3-1503", "3-1504"):
        books.add_unit(label)
    program = screen.start_program(books.url)
    with running(program):
        screen.wait_for_window("四联")
        for at, call in enumerate(calls):
            if at:
                screen.keys("ctrl+n")
            _types_a_call(screen, books, call, call.split()[1])
        before = [dict(draft.fields) for draft in books.drafts()]
        program.kill()
        program.wait()
    assert [fields["unit"] for fields in before] == ["3-1502", "3-1503", "3-1504"]

    with running(screen.start_program(books.url)):
        screen.wait_for_window("接报台 3-1504")
        assert [dict(draft.fields) for draft in books.drafts()] == before
        for label in ("3-1502", "3-1503", "3-1504"):
            screen.keys("ctrl+Tab")
            screen.wait_for_window(f"接报台 {label}")
        screen.keys("ctrl+Return")
        wait_until(lambda: books.state() is SlipState.ISSUED, "the third is issued")
        wait_until(lambda: len(books.drafts()) == 2, "two drafts are left")
    (slip,) = books.slips()
    assert slip.content == "入户门锁坏了"
    left = [draft.fields["content"] for draft in books.drafts()]
    assert left == ["厨房漏水", "客厅灯不亮"]


def test_a_second_call_for_the_same_trouble_is_joined_to_its_slip(
    screen: Screen, books: Books
) -> None:
    with running(screen.start_program(books.url)):
        screen.wait_for_window("四联")
        _types_a_call(screen, books, "3-1502 厨房漏水", "厨房漏水")
        screen.keys("ctrl+Return")
        wait_until(lambda: books.state() is SlipState.ISSUED, "the slip is issued")
        (slip,) = books.slips()
        _types_a_call(screen, books, "3-1502 厨房还在漏水", "厨房还在漏水")
        # Nobody can issue it by mistake: the desk is asked why.
        screen.keys("ctrl+Return")
        screen.wait_for_window("接报台 3-1502")
        screen.keys("F3")
        wait_until(lambda: not books.drafts(), "the call is part of the slip")
    assert [row.number for row in books.slips()] == [slip.number]
    view = books.database.read(load_slip_view, books.desk, slip.id)
    assert [event.what for event in view.events] == [SlipEvent.ISSUE, SlipEvent.JOIN]
