"""A server's rights keep what is only ever added to, and what was given back shows."""

from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text

from app.backup import back_up, restore
from app.check_problem import Fault, ProblemKind
from app.database import Database
from app.database_trouble import DatabaseForbids, PeriodClosed
from app.desk import Desk, open_desk
from app.schema import create_or_upgrade
from app.table_right import take_rights, taken_rights
from models.base import Base
from tests.app.books import problems
from tests.app.finance_books import drop_guard, put_book
from tests.data_book_maker import NOW, numbered, worked_book
from tests.makers import make_slip
from tests.postgres import OWNER, Cluster

ONLY_ADDED = (
    "event",
    "statement_file",
    "carried_slip",
    "copy_move",
    "feedback",
    "follow_up",
    "inspection",
    "callback",
    "return_check",
    "daily_review",
    "shift_handover",
    "form_stock",
    "spoiled_form",
)
MONEY = ("ledger_entry", "finance_copy", "finance_period", "handover_batch", "waiver")


@pytest.fixture
def worked(new_postgres: Callable[[str], str]) -> Iterator[Database]:
    """The books of worked-examples 5.2 on a server, its three periods closed."""
    database = Database(new_postgres("rights"))
    put_book(database, desk_of(database), numbered(worked_book()))
    yield database
    database.close()


def desk_of(database: Database) -> Desk:
    """The desk in January 2027."""
    return database.read(open_desk, clock=lambda: NOW)


def found(database: Database) -> set[tuple[str, Fault]]:
    """What the check says of the guard."""
    told = problems(database, desk_of(database))
    assert {each.kind for each in told} <= {ProblemKind.TRIGGER}
    return {(each.ref, each.fault) for each in told}


def run(database: Database, *commands: str) -> None:
    """Run raw SQL with the program's own login."""
    with database.connect(writing=True) as connection:
        for command in commands:
            connection.execute(text(command))


def require_refused(database: Database, command: str) -> None:
    """The server itself says no, and that it is a right that is missing."""
    with pytest.raises(DatabaseForbids) as told:
        run(database, command)
    assert told.value.__cause__ is not None
    cause = vars(told.value.__cause__)["orig"]
    assert isinstance(cause, psycopg.errors.InsufficientPrivilege), command


def test_what_is_only_added_to_is_not_changed_even_without_its_triggers(
    worked: Database,
) -> None:
    drop_guard(worked)
    left = taken_rights().columns
    for name in (*ONLY_ADDED, *MONEY):
        require_refused(worked, f"DELETE FROM {name}")
        columns = [column.name for column in Base.metadata.tables[name].columns]
        fixed = [column for column in columns if column not in left.get(name, ())]
        assert (fixed == columns) is (name in ONLY_ADDED)
        for column in fixed:
            require_refused(worked, f"UPDATE {name} SET {column} = {column}")


def test_what_stands_in_a_ledger_for_good_is_no_column_that_is_left() -> None:
    left = taken_rights().columns
    assert set(left) == set(MONEY)
    assert left["ledger_entry"] == {"posting_period"}
    assert left["finance_copy"] == {"left_at", "is_early", "posting_period"}
    assert not left["finance_period"] & {"centre_id", "code", "proposed_by"}
    assert not left["handover_batch"] & {"centre_id", "period", "batch_no"}
    assert not left["waiver"] & {"slip_id", "amount", "applicant", "applied_at"}


def test_no_table_is_emptied_at_once(worked: Database) -> None:
    drop_guard(worked)
    for name in Base.metadata.tables:
        require_refused(worked, f"TRUNCATE {name} CASCADE")


def test_slips_and_their_papers_are_not_deleted(worked: Database) -> None:
    for name in ("slip", "slip_copy", "slip_return", "quote", "gap_case", "event_head"):
        require_refused(worked, f"DELETE FROM {name}")


def test_a_column_that_is_filled_in_later_is_left_to_the_trigger(
    worked: Database,
) -> None:
    for command in (
        "UPDATE finance_period SET statement = '{}' WHERE code = '2026-11'",
        "UPDATE ledger_entry SET posting_period = '2027-01'"
        " WHERE posting_period = '2026-11'",
    ):
        with pytest.raises(PeriodClosed):
            run(worked, command)


def test_a_right_that_was_given_back_is_noticed_and_so_is_a_trigger_taken_out(
    worked: Database,
) -> None:
    assert found(worked) == set()
    run(
        worked,
        "DROP TRIGGER closed_ledger_entry ON ledger_entry",
        "ALTER TABLE finance_period DISABLE TRIGGER closed_finance_period",
        "GRANT UPDATE ON event TO CURRENT_USER",
        "GRANT UPDATE (amount) ON ledger_entry TO CURRENT_USER",
        "GRANT TRUNCATE, DELETE ON statement_file TO PUBLIC",
        "GRANT TRUNCATE ON staff TO CURRENT_USER",
    )
    assert found(worked) == {
        ("closed_ledger_entry", Fault.TRIGGER_GONE),
        ("closed_finance_period", Fault.TRIGGER_CHANGED),
        ("silian/event", Fault.RIGHT_GIVEN),
        ("silian/ledger_entry", Fault.RIGHT_GIVEN),
        ("silian/statement_file", Fault.RIGHT_GIVEN),
        ("silian/staff", Fault.RIGHT_GIVEN),
    }
    told = problems(worked, desk_of(worked))
    facts = {(each.facts.get("table"), each.facts.get("right")) for each in told}
    assert ("event", "UPDATE") in facts
    assert {("statement_file", "DELETE"), ("statement_file", "TRUNCATE")} <= facts


def test_another_login_that_was_given_a_right_is_noticed(
    worked: Database, cluster: Cluster
) -> None:
    cluster.add_login("visitor")
    try:
        run(worked, "GRANT SELECT, INSERT ON event TO visitor")
        assert found(worked) == set()
        run(worked, "GRANT DELETE ON event TO visitor")
        assert found(worked) == {("visitor/event", Fault.RIGHT_GIVEN)}
        run(worked, "REVOKE ALL ON event FROM visitor")
    finally:
        cluster.drop_login("visitor")


def test_a_login_that_no_right_holds_is_noticed(
    worked: Database, cluster: Cluster
) -> None:
    name = worked.url.rsplit("/", 1)[1]
    chief = Database(cluster.url(name, OWNER))
    assert found(chief) == {(OWNER, Fault.LOGIN_UNBOUND)}
    chief.close()


def test_rights_are_taken_twice_as_well(worked: Database) -> None:
    with worked.connect(writing=True) as connection:
        take_rights(connection)
    assert found(worked) == set()


def test_a_copy_that_was_put_back_has_its_rights_and_triggers(
    worked: Database, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.dump"
    back_up(worked.url, copy)
    run(worked, "GRANT ALL ON event TO CURRENT_USER")
    worked.close()
    restore(worked.url, copy)
    assert found(worked) == set()
    require_refused(worked, "DELETE FROM event")
    make_slip(worked, desk_of(worked))
    worked.close()


def test_a_copy_of_a_server_with_another_login_is_put_back(
    cluster: Cluster, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.dump"
    cluster.add_login("former")
    cluster.create("former", login="former")
    try:
        create_or_upgrade(cluster.url("former", "former"))
        back_up(cluster.url("former", "former"), copy)
    finally:
        cluster.drop("former")
        cluster.drop_login("former")
    cluster.create("present")
    database = Database(cluster.url("present"))
    try:
        restore(database.url, copy)
        assert found(database) == set()
        make_slip(database, desk_of(database))
    finally:
        database.close()
        cluster.drop("present")


def test_a_login_that_does_not_own_its_database_is_told(cluster: Cluster) -> None:
    cluster.add_login("guest")
    cluster.create("not_of_the_guest")
    try:
        with pytest.raises(DatabaseForbids):
            create_or_upgrade(cluster.url("not_of_the_guest", "guest"))
    finally:
        cluster.drop("not_of_the_guest")
        cluster.drop_login("guest")
