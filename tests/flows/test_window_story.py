"""A day at the desk on a real display, by keyboard alone, looked up in the books."""

import re
import subprocess
from pathlib import Path

import pytest

from app.slip_view import load_slip_view
from models.slip import SignStatus, SlipState
from models.slip_copy import CopyPlace
from tests.flows.books import Books
from tests.flows.screen import (
    Screen,
    missing_tools,
    running,
    wait_until,
)

pytestmark = pytest.mark.skipif(
    bool(missing_tools()), reason=f"not installed: {', '.join(missing_tools())}"
)


def _take_the_call(screen: Screen, books: Books) -> None:
    screen.types("3-1502")
    wait_until(lambda: books.draft("unit") == "3-1502", "the room is typed")
    screen.keys("Return")
    wait_until(lambda: books.draft("phone") == "13800001502", "the owner is known")
    screen.types("厨房水龙头漏水")
    wait_until(lambda: "漏水" in books.draft("content"), "the fault is typed")
    screen.keys("ctrl+Return")
    wait_until(lambda: books.state() is SlipState.ISSUED, "the slip is issued")


def _dispatch_and_save(screen: Screen, books: Books, number: str, paper: Path) -> None:
    screen.keys("ctrl+2")
    screen.wait_for_window(f"派工台 {number}")
    screen.keys("Return")
    screen.wait_for_window(f"派工 {number}")
    screen.keys("Return")
    wait_until(lambda: books.state() is SlipState.DISPATCHED, "it is dispatched")
    screen.wait_for_window(f"工程维修单 {number}")
    screen.keys("ctrl+s")
    screen.wait_for_window("存为 PDF")
    screen.keys("ctrl+a")
    screen.types(str(paper))
    screen.keys("Return")
    wait_until(paper.exists, "the pages are saved")
    screen.wait_until_gone(f"工程维修单 {number}")


def test_a_call_is_taken_dispatched_printed_and_taken_back_by_keyboard(
    screen: Screen, books: Books, tmp_path: Path
) -> None:
    paper = tmp_path / "slip.pdf"
    with running(screen.start_program(books.url)):
        screen.wait_for_window("四联")
        _take_the_call(screen, books)
        (slip,) = books.slips()
        assert re.fullmatch(r"WX\d{6}-001", slip.number)
        assert (slip.unit_label, slip.trade) == ("3-1502", "水工")
        assert books.draft("content") == "", "the draft became the slip"

        _dispatch_and_save(screen, books, slip.number, paper)

        screen.keys("ctrl+3")
        screen.wait_for_window("返单台")
        screen.types("1")
        screen.keys("Return")
        screen.wait_for_window(f"返单台 {slip.number}")
        # Arrival, completion and technicians are left as they are.
        screen.keys("Tab", "Tab", "Tab", "Tab")
        screen.types("更换软管，试水正常")
        # The price that was signed is asked for next; it is all labour.
        screen.keys("Return")
        screen.types("60")
        screen.keys("ctrl+Return")
        wait_until(lambda: books.state() is SlipState.RETURNED, "the paper is back")

    view = books.database.read(load_slip_view, books.desk, slip.id)
    assert view.facts["result_text"] == "更换软管，试水正常"
    assert view.facts["supervisor"] == "演示主管"
    assert view.facts["sign_status"] is SignStatus.SIGNED
    assert [event.what.value for event in view.events] == [
        "issue",
        "dispatch",
        "return",
    ]
    places = {copy.copy_no: copy.place for copy in view.copies}
    assert places[2] is CopyPlace.HK_DESK
    assert places[3] is CopyPlace.OWNER
    _assert_four_copies(paper, slip.number)


def _assert_four_copies(paper: Path, number: str) -> None:
    ended = subprocess.run(
        ["pdftotext", "-layout", str(paper), "-"],
        capture_output=True,
        text=True,
        check=True,
    )
    pages = ended.stdout.rstrip("\f").split("\f")
    assert len(pages) == 4
    for page in pages:
        assert number in page
        assert "厨房水龙头漏水" in page
        assert "演示业户" in page


def test_a_half_typed_call_survives_a_killed_program(
    screen: Screen, books: Books
) -> None:
    program = screen.start_program(books.url)
    with running(program):
        screen.wait_for_window("四联")
        screen.types("3-1502")
        wait_until(lambda: books.draft("unit") == "3-1502", "the room is typed")
        screen.keys("Return")
        wait_until(lambda: books.draft("phone") != "", "the owner is known")
        screen.types("马桶堵了")
        wait_until(lambda: books.draft("content") == "马桶堵了", "the fault is typed")
        program.kill()
        program.wait()
    with running(screen.start_program(books.url)):
        screen.wait_for_window("四联")
        screen.wait_for_window("接报台 3-1502")
        screen.keys("ctrl+Return")
        wait_until(lambda: books.state() is SlipState.ISSUED, "the slip is issued")
    (slip,) = books.slips()
    assert slip.content == "马桶堵了"
    assert slip.reporter_name == "演示业户"
