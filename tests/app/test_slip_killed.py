"""A desk that dies loses nothing it has told (goals R1, issue: shown when 5)."""

from collections.abc import Callable
from random import Random

import pytest

from app.database import Database
from app.desk import open_desk
from tests.app.books import problems
from tests.app.killing import issue, issue_carelessly, kill_desks

KILLS = {"sqlite": 200, "postgresql": 40}


@pytest.mark.timeout(600)
def test_a_killed_desk_loses_no_slip_it_has_told(
    database_url: str,
    engine_name: str,
    record_testsuite_property: Callable[[str, object], None],
) -> None:
    random = Random(20261121)
    killed = kill_desks(database_url, KILLS[engine_name], random, issue)
    assert killed.kills == KILLS[engine_name]
    assert killed.in_transaction >= killed.kills / 2, killed
    assert killed.told > killed.kills, killed
    assert 0 <= killed.untold <= killed.kills, killed
    database = Database(database_url)
    desk = database.read(open_desk)
    assert not problems(database, desk)
    database.close()
    record_testsuite_property(f"desks killed on {engine_name}", killed)


def test_a_desk_that_tells_before_its_commit_would_be_caught(
    new_sqlite: Callable[[str], str],
) -> None:
    with pytest.raises(AssertionError, match="told and lost"):
        kill_desks(new_sqlite("careless"), 60, Random(7), issue_carelessly)
