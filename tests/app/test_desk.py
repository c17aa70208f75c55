"""The desk: who acts, for which centre, at what time, with which settings."""

import logging
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Self

import pytest

import app.desk
from app.database import Database
from app.desk import (
    SYSTEM,
    ActorUnknown,
    CentreUnknown,
    Desk,
    NotAllowed,
    open_desk,
)
from app.errors import Refusal
from app.numbering import ClockWentBack
from app.seed import seed_centre
from app.slip_issue import issue_slip
from app.staff_directory import SaveStaff, save_staff
from models.staff import RIGHTS, Department, Permission, Post
from tests.app.books import by_hand, problems
from tests.clock import Clock
from tests.makers import PUBLIC_CALL, make_slip, make_staff

SECOND = timedelta(seconds=1)


def test_while_nobody_is_in_the_directory_anybody_acts(
    database: Database, clock: Clock
) -> None:
    desk = database.read(open_desk, actor="谁都行", clock=clock)
    assert desk.actor == "谁都行"
    assert desk.permissions == frozenset(Permission)


def test_who_does_not_work_here_is_refused_with_the_nearest_names(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_staff(database, desk, "演示张前台")
    make_staff(database, desk, "演示李前台")
    with pytest.raises(ActorUnknown) as refused:
        database.read(open_desk, actor="演示张前合", clock=clock)
    assert refused.value.facts["name"] == "演示张前合"
    assert str(refused.value.facts["near"]).startswith("演示张前台")


def test_somebody_who_left_does_not_act_any_more(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_staff(database, desk, "演示留任")
    gone = make_staff(database, desk, "演示离职")
    order = SaveStaff(
        "演示离职",
        Department.HOUSEKEEPING,
        (Post.FRONT_DESK,),
        is_active=False,
        staff_id=gone,
    )
    database.write(save_staff, desk, order)
    with pytest.raises(ActorUnknown):
        database.read(open_desk, actor="演示离职", clock=clock)


@pytest.mark.parametrize("post", Post)
def test_a_post_gives_its_rights_and_several_posts_give_all_of_theirs(
    database: Database, desk: Desk, clock: Clock, post: Post
) -> None:
    make_staff(database, desk, "演示一岗", post)
    one = database.read(open_desk, actor="演示一岗", clock=clock)
    assert one.permissions == RIGHTS[post]
    make_staff(database, desk, "演示两岗", post, Post.DISPATCHER)
    two = database.read(open_desk, actor=" 演示两岗 ", clock=clock)
    assert two.permissions == RIGHTS[post] | RIGHTS[Post.DISPATCHER]
    for permission in Permission:
        if permission in RIGHTS[post]:
            one.require(permission)
        else:
            with pytest.raises(NotAllowed) as refused:
                one.require(permission)
            assert refused.value.facts["permission"] is permission


def test_the_program_itself_acts_where_nobody_is_named(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_staff(database, desk)
    for name in (None, "", "  "):
        assert database.read(open_desk, actor=name, clock=clock).actor == SYSTEM


@pytest.mark.parametrize("name", ["半\udc80个", "响\x07铃\x1f名", "两\n行"])
def test_a_name_is_kept_as_it_can_be_printed(
    database: Database, clock: Clock, name: str
) -> None:
    desk = database.read(open_desk, actor=name, clock=clock)
    make_slip(database, desk)
    assert not problems(database, desk)
    assert desk.actor.isprintable()


def test_a_name_longer_than_the_log_holds_is_refused(
    database: Database, clock: Clock
) -> None:
    database.read(open_desk, actor="长" * 80, clock=clock)
    with pytest.raises(Refusal):
        database.read(open_desk, actor="长" * 81, clock=clock)


def test_a_centre_is_named_by_its_code(database: Database, clock: Clock) -> None:
    with database.connect(writing=True) as connection:
        seed_centre(connection, "02", "二期服务中心")
    assert database.read(open_desk, clock=clock).centre_code == "01"
    second = database.read(open_desk, centre="02", clock=clock)
    assert second.centre_name == "二期服务中心"
    with pytest.raises(CentreUnknown) as refused:
        database.read(open_desk, centre="03", clock=clock)
    assert refused.value.facts == {"code": "03", "known": "01、02"}


def test_staff_of_one_centre_do_not_act_at_another(
    database: Database, desk: Desk, clock: Clock
) -> None:
    with database.connect(writing=True) as connection:
        seed_centre(connection, "02", "二期服务中心")
    second = database.read(open_desk, centre="02", clock=clock)
    make_staff(database, desk, "演示一期")
    make_staff(database, second, "演示二期")
    with pytest.raises(ActorUnknown):
        database.read(open_desk, centre="02", actor="演示一期", clock=clock)


def test_a_setting_that_cannot_be_used_falls_back_and_is_logged(
    database: Database, desk: Desk, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    """architecture 10."""
    for key, value in (
        ("duplicate_days", "bald"),
        ("night_scope", "SOMETIMES"),
        ("zone", "Mars/Olympus"),
        ("day_start", "25:00"),
        ("no_such_setting", "1"),
    ):
        by_hand(
            database,
            "INSERT INTO setting (centre_id, key, value, changed_by, changed_at)"
            " VALUES (1, :key, :value, 'x', '2026-03-02 00:00:00')",
            key=key,
            value=value,
        )
    with caplog.at_level(logging.WARNING):
        opened = database.read(open_desk, clock=clock)
    assert opened.settings.number("duplicate_days") == 30
    assert opened.settings.text("night_scope") == "ALL_NIGHTS"
    assert opened.zone.key == "Asia/Shanghai"
    assert opened.settings.minute_of_day("day_start") == 9 * 60
    told = caplog.text
    for word in ("bald", "SOMETIMES", "Mars/Olympus", "25:00", "no_such_setting"):
        assert word in told


def test_days_are_cut_in_the_zone_of_the_site(desk: Desk, clock: Clock) -> None:
    clock.local("2026-11-20 00:00:00")
    assert desk.today() == date(2026, 11, 20)
    first, last = desk.day_bounds(date(2026, 11, 20))
    assert first == datetime(2026, 11, 19, 16, tzinfo=UTC)
    assert last - first == timedelta(days=1)
    assert desk.at_local(date(2026, 11, 20), time(17, 30)) == datetime(
        2026, 11, 20, 9, 30, tzinfo=UTC
    )


def test_time_is_told_in_whole_seconds(database: Database) -> None:
    now = database.read(open_desk).now()
    assert now.microsecond == 0
    assert now.tzinfo is UTC


class _Fast(datetime):
    """The time of a computer that is ten minutes fast."""

    @classmethod
    def now(cls, tz: object = None) -> Self:
        return super().now(UTC) + timedelta(minutes=10)


def test_on_a_server_a_computer_that_is_fast_does_not_stop_the_others(
    new_postgres: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """architecture 18.6: on PostgreSQL the server's clock is the clock."""
    database = Database(new_postgres("clocks"))
    right = database.read(open_desk)
    told = right.now()
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(app.desk, "datetime", _Fast)
        fast = database.read(open_desk)
        database.write(issue_slip, fast, PUBLIC_CALL)
        assert abs(fast.now() - told) < timedelta(minutes=1)
    database.write(issue_slip, right, PUBLIC_CALL)
    assert not problems(database, right)
    database.close()


def test_two_clocks_of_one_server_that_differ_by_a_moment_issue_in_one_order(
    new_postgres: Callable[[str], str],
) -> None:
    database = Database(new_postgres("moments"))
    desk = database.read(open_desk)
    ahead = desk.now() + SECOND
    first, _ = database.write(issue_slip, desk.at(ahead), PUBLIC_CALL)
    second, _ = database.write(issue_slip, desk, PUBLIC_CALL)
    assert second.issued_at >= first.issued_at
    assert not problems(database, desk)
    with pytest.raises(ClockWentBack):
        database.write(issue_slip, desk.at(ahead - timedelta(minutes=1)), PUBLIC_CALL)
    database.close()


def test_the_clock_of_one_computer_is_its_own(new_sqlite: Callable[[str], str]) -> None:
    database = Database(new_sqlite("alone"))
    desk = database.read(open_desk)
    database.write(issue_slip, desk.at(desk.now() + timedelta(hours=1)), PUBLIC_CALL)
    with pytest.raises(ClockWentBack):
        database.write(issue_slip, desk, PUBLIC_CALL)
    database.close()
