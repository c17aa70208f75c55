"""What the frame says of itself: what waits, the day's check, the data, the backup."""

from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk, open_desk
from app.last_backup import note_backup
from app.return_check import FinalCheck, make_final
from app.slip_issue import issue_slip
from app.waiver import ApplyWaiver, apply_waiver
from models.slip import SlipState
from models.staff import Post
from tests.app.waiving import priced
from tests.clock import Clock
from tests.makers import PUBLIC_CALL, make_slip, make_staff
from ui.kit.label import Tone
from ui.shell.check_countdown import countdown
from ui.shell.frame_facts import COUNT_MS
from ui.shell.main_window import MainWindow
from ui.shell.pages import PAGES


def badges(window: MainWindow) -> dict[str, str]:
    found = {page.id: window.rail.item(page.id).badge for page in PAGES if page.badge}
    return {page_id: badge.figure for page_id, badge in found.items() if badge.figure}


def test_the_rail_counts_what_waits_in_each_room(
    window: MainWindow, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    assert badges(window) == {}
    for state in (SlipState.ISSUED, SlipState.ISSUED, SlipState.WORKING):
        make_slip(shop, shop_desk, state)
    window.work.tell_changed(frozenset({"slip"}))
    qtbot.waitUntil(lambda: badges(window) == {"dispatch": "2", "return": "3"})
    item = window.rail.item("dispatch")
    assert item.accessibleName() == "Dispatch, waiting 2"


def test_a_slip_issued_here_is_counted_at_once(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.work.change(window, issue_slip, PUBLIC_CALL, done=lambda _: None)
    qtbot.waitUntil(lambda: badges(window) == {"dispatch": "1", "return": "1"})


def test_only_the_rooms_a_person_may_enter_are_there(
    window: MainWindow, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    make_staff(shop, shop_desk, "演示调度", Post.DISPATCHER)
    window.show_page("intake")
    window.act_as("演示调度")
    qtbot.waitUntil(lambda: window.work.desk.actor == "演示调度")
    rooms = [page.id for page in PAGES if page.icon_name]
    open_ = [room for room in rooms if not window.rail.item(room).isHidden()]
    # He follows up and chases, so the room of returns has pages for him.
    assert open_ == ["dispatch", "return", "register"]
    assert window.front_page_id() == "dispatch"


@pytest.mark.parametrize(
    ("at", "out", "text", "tone"),
    [
        ("2026-03-02 16:07:00", 5, "Return check in 01:23", Tone.SECOND),
        ("2026-03-02 16:59:59", 5, "Return check in 00:31", Tone.SECOND),
        ("2026-03-02 17:00:00", 5, "Return check in 00:30", Tone.WARN),
        ("2026-03-02 17:29:59", 0, "Return check in 00:01", Tone.WARN),
        ("2026-03-02 17:30:00", 5, "Final at 17:40: 10 min, 5 out", Tone.BAD),
        ("2026-03-02 17:40:00", 5, "Return check 17:30: 5 out", Tone.BAD),
        (
            "2026-03-02 17:30:00",
            0,
            "Return check at 17:30: everything is back",
            Tone.SECOND,
        ),
        ("2026-03-03 00:00:00", 5, "Return check in 17:30", Tone.SECOND),
    ],
)
def test_the_countdown_turns_amber_half_an_hour_before_and_red_after(
    at: str, out: int, text: str, tone: Tone, shop_desk: Desk, clock: Clock
) -> None:
    clock.local(at)
    assert countdown(shop_desk, shop_desk.now(), out) == (text, tone)


def test_the_countdown_follows_the_setting(
    shop: Database, shop_desk: Desk, clock: Clock
) -> None:
    from app.settings_change import change_settings

    shop.write(change_settings, shop_desk, {"return_deadline": "18:00"})
    desk = shop.read(open_desk, clock=clock)
    clock.local("2026-03-02 17:29:00")
    assert countdown(desk, desk.now(), 1)[0] == "Return check in 00:31"


def test_a_day_that_is_final_counts_down_no_more(shop_desk: Desk, clock: Clock) -> None:
    clock.local("2026-03-02 17:35:00")
    said = countdown(shop_desk, shop_desk.now(), 5, is_final=True)
    assert said == ("Return check is final: 5 out", Tone.SECOND)


def test_a_day_made_final_at_this_desk_is_told_at_once(
    window: MainWindow, shop: Database, shop_desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    window.others.stop()  # what another desk wrote is counted whatever it is
    make_slip(shop, shop_desk, SlipState.DISPATCHED)
    clock.local("2026-03-02 17:35:00")
    window.work.tell_changed(frozenset({"slip"}))
    qtbot.waitUntil(lambda: "Final at 17:40" in window.status_texts()[1])
    qtbot.wait(3 * COUNT_MS)  # nothing more is about to be counted
    order = FinalCheck(shop_desk.today(), "调度王")
    window.work.change(window, make_final, order, done=lambda _: None)
    qtbot.waitUntil(lambda: "is final: 1 out" in window.status_texts()[1])


def test_a_waiver_asked_for_at_this_desk_is_counted_at_once(
    window: MainWindow, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    window.others.stop()
    slip_id = priced(shop, shop_desk)
    window.work.tell_changed(frozenset({"slip"}))
    qtbot.wait(3 * COUNT_MS)
    before = badges(window).get("finance", "")
    order = ApplyWaiver(slip_id, Decimal("10.00"), "维修超时")
    window.work.change(window, apply_waiver, order, done=lambda _: None)
    qtbot.waitUntil(lambda: badges(window).get("finance", "") != before)


def _acts(window: MainWindow, name: str) -> bool:
    return window.work.desk.actor == name


def test_whoever_holds_the_post_on_duty_is_named(
    window: MainWindow, shop: Database, shop_desk: Desk, qtbot: QtBot
) -> None:
    make_staff(shop, shop_desk, "演示前台", Post.FRONT_DESK)
    make_staff(shop, shop_desk, "演示财务", Post.FINANCE)
    for name, said in (
        ("演示前台", "On duty: Front desk 演示前台"),
        ("演示财务", "On duty: Front desk"),
    ):
        window.act_as(name)
        qtbot.waitUntil(partial(_acts, window, name))
        assert window.status_texts()[0] == said


def test_the_last_backup_is_told_and_a_quiet_word_before_the_first(
    window: MainWindow, shop: Database, shop_desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    assert window.status_texts()[4] == "No backup yet"
    clock.local("2026-03-02 12:30:00")
    shop.write(note_backup, shop_desk, "copy.bak")
    clock.local("2026-03-02 16:07:00")
    window.work.tell_changed(frozenset({"event"}))
    qtbot.waitUntil(lambda: window.status_texts()[4] == "Last backup 12:30")


def test_what_another_desk_writes_is_heard_of(
    window: MainWindow,
    shop: Database,
    shop_desk: Desk,
    qtbot: QtBot,
) -> None:
    told: list[frozenset[str]] = []
    window.work.changed.connect(told.append)
    window.others.start()
    qtbot.waitUntil(lambda: not window.work.tasks.running())
    other = Database(shop.url)
    make_slip(other, shop_desk, SlipState.ISSUED)
    other.close()
    window.others.look()
    qtbot.waitUntil(lambda: bool(told))
    assert "slip" in told[0]
    qtbot.waitUntil(lambda: badges(window) == {"dispatch": "1", "return": "1"})
    told.clear()
    window.others.look()
    qtbot.waitUntil(lambda: not window.work.tasks.running())
    qtbot.wait(30)
    assert not told


def test_what_this_desk_writes_is_told_once(window: MainWindow, qtbot: QtBot) -> None:
    told: list[frozenset[str]] = []
    window.work.changed.connect(told.append)
    window.others.start()
    qtbot.waitUntil(lambda: not window.work.tasks.running())
    window.work.change(window, issue_slip, PUBLIC_CALL, done=lambda _: None)
    qtbot.waitUntil(lambda: bool(told))
    window.others.look()
    qtbot.waitUntil(lambda: not window.work.tasks.running())
    qtbot.wait(30)
    assert len(told) == 1


def test_a_lost_database_is_shown_without_a_box_and_mends_by_itself(
    window: MainWindow, shop: Database, qtbot: QtBot
) -> None:
    from PySide6.QtWidgets import QDialog

    window.others.start()
    qtbot.waitUntil(lambda: not window.work.tasks.running())
    path = Path(shop.url.removeprefix("sqlite:///"))
    path.rename(path.with_suffix(".aside"))
    window.others.look()
    qtbot.waitUntil(lambda: not window.others.is_connected)
    assert window.status_texts()[3] == "The database file is missing, looking for it"
    assert not [box for box in window.findChildren(QDialog) if box.isVisible()]
    path.with_suffix(".aside").rename(path)
    window.others.look()
    qtbot.waitUntil(lambda: window.others.is_connected)
    assert window.status_texts()[3] == "This computer"


def test_a_window_that_is_closing_asks_no_more(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.others.start()
    window.close()
    qtbot.waitUntil(lambda: not window.work.tasks.running())
    qtbot.wait(30)
    asked: list[object] = []
    window.work.tasks.job_started.connect(asked.append)
    qtbot.wait(50)
    assert not asked
