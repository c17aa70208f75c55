"""An urgent slip of another desk is heard, opened and dispatched by keyboard."""

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from app.slip_issue import issue_slip
from app.slip_view import load_slip_view
from models.slip import JobType, SlipState
from tests.flows.books import Books
from tests.flows.screen import Screen, missing_tools, running, wait_until
from tests.makers import PUBLIC_CALL

pytestmark = pytest.mark.skipif(
    bool(missing_tools()), reason=f"not installed: {', '.join(missing_tools())}"
)
REPEAT_SECONDS = 15


def _player(folder: Path, played: Path) -> str:
    """A search path on which the player of the desktop only notes what it was told."""
    folder.mkdir()
    program = folder / "pw-play"
    program.write_text(f'#!/bin/sh\necho "$@" >> {played}\n')
    program.chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


def test_an_urgent_slip_of_another_desk_rings_until_it_is_opened(
    screen: Screen, books: Books, tmp_path: Path
) -> None:
    played = tmp_path / "played"
    screen.environment["PATH"] = _player(tmp_path / "bin", played)

    def rings() -> int:
        return len(played.read_text().splitlines()) if played.exists() else 0

    with running(screen.start_program(books.url)):
        screen.wait_for_window("接报台")
        time.sleep(2)  # the window has asked what waits already
        order = replace(PUBLIC_CALL, content="立管爆裂喷水", job_type=JobType.URGENT)
        slip, _ = books.database.write(issue_slip, books.desk, order)
        wait_until(lambda: rings() == 1, "it rings though another page is in front")
        assert played.read_text().strip().endswith("urgent_slip.wav")
        wait_until(lambda: rings() == 2, "it rings again")
        screen.keys("ctrl+2")
        screen.wait_for_window(f"派工台 {slip.number}")
        screen.keys("Return")
        screen.wait_for_window(f"派工 {slip.number}")
        opened = rings()
        time.sleep(REPEAT_SECONDS + 1)
        assert rings() == opened
        screen.keys("Return")
        screen.wait_for_window(f"工程维修单 {slip.number}")

    view = books.database.read(load_slip_view, books.desk, slip.id)
    assert view.facts["state"] is SlipState.DISPATCHED
    assert all(copy.print_seq == 1 for copy in view.copies)
