"""What other desks wrote is learned from the end of the log."""

from collections.abc import Iterator

import pytest

from app.database import Database
from app.desk import Desk
from app.news import News, load_news, tables_of
from app.slip_issue import issue_slip
from app.staff_directory import SaveStaff, save_staff
from models.staff import Department, Post
from tests.makers import PUBLIC_CALL


@pytest.fixture
def other_desk(database: Database) -> Iterator[Database]:
    """A second desk's door to the same database."""
    other = Database(database.url)
    yield other
    other.close()


def test_a_quiet_database_has_no_news(database: Database, desk: Desk) -> None:
    database.write(issue_slip, desk, PUBLIC_CALL)
    seen = database.read(load_news, desk, None)
    assert seen.entries == ()
    assert database.read(load_news, desk, seen.last_seq) == seen


def test_what_another_desk_wrote_is_told_with_what_it_touches(
    database: Database, other_desk: Database, desk: Desk
) -> None:
    seen = database.read(load_news, desk, None).last_seq
    other_desk.write(issue_slip, desk, PUBLIC_CALL)
    order = SaveStaff("演示技工", Department.ENGINEERING, (Post.TECHNICIAN,))
    other_desk.write(save_staff, desk, order)
    news = database.read(load_news, desk, seen)
    assert news.entries is not None
    entities = [entity for _, entity in news.entries]
    assert sorted(set(entities)) == ["slip", "staff"]
    assert {"slip", "slip_copy", "staff"} <= tables_of(entities)
    assert "unit" not in tables_of(entities)


def test_a_door_knows_its_own_entries_from_those_of_others(
    database: Database, other_desk: Database, desk: Desk
) -> None:
    seen = database.read(load_news, desk, None).last_seq
    database.write(issue_slip, desk, PUBLIC_CALL)
    own = database.read(load_news, desk, seen)
    other_desk.write(issue_slip, desk, PUBLIC_CALL)
    others = database.read(load_news, desk, own.last_seq)

    def wrote(news: News) -> set[bool]:
        assert news.entries
        return {database.wrote(desk.centre_id, seq) for seq, _ in news.entries}

    assert wrote(own) == {True}
    assert wrote(others) == {False}


def test_a_log_that_is_shorter_than_it_was_may_mean_anything(
    database: Database, desk: Desk
) -> None:
    """A copy was put back while the window was open."""
    database.write(issue_slip, desk, PUBLIC_CALL)
    news = database.read(load_news, desk, 10_000)
    assert news.entries is None
    assert {"slip", "unit", "staff"} <= tables_of(news.entries)
