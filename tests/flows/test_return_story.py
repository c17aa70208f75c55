"""An evening at the return desk: thirty papers scanned, three explained, final."""

import time
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from app.return_check import load_final
from app.settings_change import change_settings
from app.slip_dispatch import DispatchSlip, dispatch_slip
from app.slip_issue import issue_slip
from app.slip_view import SlipView, load_slip_view
from models.day_check import DayCheck
from models.return_check import CheckClass
from models.slip import Outcome, SlipEvent, SlipState
from models.slip_copy import CopyPlace
from tests.flows.books import Books
from tests.flows.screen import Screen, missing_tools, running, wait_until
from tests.makers import PUBLIC_CALL

pytestmark = pytest.mark.skipif(
    bool(missing_tools()), reason=f"not installed: {', '.join(missing_tools())}"
)
BACK, OUT = 30, 3
REASON = "待料"


class Evening:
    """Slips that went out the day before; the list is fixed from midnight on."""

    def __init__(self, books: Books) -> None:
        self.books = books
        database, desk = books.database, books.desk
        limits = {"return_deadline": "00:00", "feedback_deadline": "00:01"}
        database.write(change_settings, desk, limits)
        self.now: datetime = desk.local(desk.now())
        before = desk.at(desk.now() - timedelta(hours=26))
        self.slips = []
        for number in range(BACK + OUT):
            call = replace(PUBLIC_CALL, place=f"B1层{number + 1}号柱")
            slip, _ = database.write(issue_slip, before, call)
            order = DispatchSlip(slip.id, "水工", "演示主管", ("演示技工",))
            database.write(dispatch_slip, before, order)
            self.slips.append(slip)

    def clock(self, hours: int) -> str:
        """A time of the work as somebody types it: ``1410``."""
        return f"{self.now - timedelta(hours=hours):%H%M}"

    def view(self, place: int) -> SlipView:
        """A slip as the books have it."""
        slip_id = self.slips[place].id
        return self.books.database.read(load_slip_view, self.books.desk, slip_id)

    def is_told(self, place: int) -> bool:
        """Whether Engineering has said why it is not back."""
        events = self.view(place).events
        return any(event.what is SlipEvent.FEEDBACK for event in events)

    def final(self) -> DayCheck | None:
        """What was made final today."""
        desk = self.books.desk
        return self.books.database.read(load_final, desk, desk.today())


def test_thirty_papers_come_back_three_are_explained_and_the_day_is_final(
    screen: Screen, books: Books, tmp_path: Path
) -> None:
    evening = Evening(books)
    paper = tmp_path / "check.pdf"
    with running(screen.start_program(books.url)):
        screen.wait_for_window("接报台")
        time.sleep(2)  # the window listens to the scanner soon after its first paint
        for slip in evening.slips[:BACK]:
            # Wherever the keyboard is, the first one from the front desk.
            screen.scans(f"{slip.number}/2")
            screen.scans(f"{slip.number}/4")
            screen.wait_for_window(f"返单台 {slip.number}")
            screen.types(evening.clock(3) + evening.clock(2) + "1")
            screen.keys("Return")
        last = BACK - 1
        wait_until(lambda: _is_back(evening.view(last)), "the last paper is back")
        screen.wait_until_gone(f"返单台 {evening.slips[last].number}")
        screen.keys("F4")
        eta = evening.now + timedelta(days=1)
        for place in range(BACK, BACK + OUT):
            screen.types("1")
            screen.keys("Return")
            screen.types(f"{eta:%m-%d} 17:00")
            screen.keys("Return")
            wait_until(partial(evening.is_told, place), "it is explained")
            time.sleep(1)  # the next one is asked about
        screen.keys("ctrl+d")
        screen.types("Wang")
        screen.keys("Return")
        wait_until(lambda: evening.final() is not None, "the day is final")
        screen.keys("ctrl+p")
        screen.wait_for_window("每日返单核对表")
        screen.keys("ctrl+s")
        screen.wait_for_window("存为 PDF")
        screen.keys("ctrl+a")
        screen.types(str(paper))
        screen.keys("Return")
        wait_until(paper.exists, "the check sheet is saved")

    for place in range(BACK):
        _assert_back(evening, place)
    check = evening.final()
    assert check is not None
    assert check.final is not None
    assert check.final.engineering_by == "Wang"
    assert check.set_size == BACK + OUT
    is_late = check.counts[CheckClass.LATE] + check.counts[CheckClass.ON_TIME]
    assert is_late == BACK
    told = (*check.of(CheckClass.FEEDBACK), *check.of(CheckClass.LATE_FEEDBACK))
    assert [item.reason for item in told] == [REASON] * OUT
    assert paper.read_bytes().startswith(b"%PDF")


def _is_back(view: SlipView) -> bool:
    return view.facts["state"] is SlipState.RETURNED


def _assert_back(evening: Evening, place: int) -> None:
    view = evening.view(place)
    facts = view.facts
    assert facts["state"] is SlipState.RETURNED, view.number
    assert facts["outcome"] is Outcome.COMPLETED
    local = evening.books.desk.local
    for name, hours in (("arrived_at", 3), ("done_at", 2)):
        at = facts[name]
        assert isinstance(at, datetime)
        assert f"{local(at):%H%M}" == evening.clock(hours), view.number
    assert facts["result_text"] == "已修复，试用正常"
    places = {copy.copy_no: copy.place for copy in view.copies}
    assert places[2] is CopyPlace.HK_DESK
    assert places[4] is CopyPlace.HK_DESK
