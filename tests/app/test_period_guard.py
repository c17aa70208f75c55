"""What was closed is refused by the database itself, and what was forced is noticed."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.check import check_books
from app.check_problem import Fault, Problem, ProblemKind
from app.database import Database
from app.database_trouble import PeriodClosed
from app.desk import Desk, open_desk
from app.period_close import Papers, close_alone, confirm_close, propose_close
from app.statement import load_statement
from models.statement import Statement
from tests.app.books import by_hand, forcing
from tests.app.finance_books import drop_guard, put_book
from tests.data_book_maker import NOW, numbered, worked_book

CLOSED = "'2026-11'"
_SLIP = "(SELECT id FROM slip WHERE number = 'WX261025-004')"
_NEW_ENTRY = (
    "INSERT INTO ledger_entry (centre_id, slip_id, kind, amount, method, effective_at,"
    " recorded_at, recorded_by, posting_period) VALUES (1, {slip}, 'pay', 500, 'cash',"
    " '2026-12-22', '2026-12-22', 'x', {period})"
)
_NEW_COPY = (
    "INSERT INTO finance_copy (centre_id, slip_id, arrived_at, is_early, has_paper,"
    " posting_period) VALUES (1, {slip}, '2026-12-22', true, true, {period})"
)
_PERIOD_ID = "(SELECT id FROM finance_period WHERE code = '2026-11')"
_BATCH_ID = "(SELECT id FROM handover_batch WHERE period = '2026-11')"

FORBIDDEN = {
    "a payment into it": _NEW_ENTRY.format(slip=_SLIP, period=CLOSED),
    "a payment into one before it": _NEW_ENTRY.format(slip=_SLIP, period="'2026-09'"),
    "another amount": "UPDATE ledger_entry SET amount = amount + 1"
    " WHERE posting_period = '2026-11' AND kind = 'charge'",
    "an entry taken out of it": "UPDATE ledger_entry SET posting_period = '2027-01'"
    " WHERE posting_period = '2026-11'",
    "an entry moved into it": "UPDATE ledger_entry SET posting_period = '2026-11'"
    " WHERE posting_period = '2026-12'",
    "an entry deleted": "DELETE FROM ledger_entry WHERE posting_period = '2026-11'",
    "a copy put into it": _NEW_COPY.format(slip=_SLIP, period=CLOSED),
    "a copy that leaves": "UPDATE finance_copy SET left_at = '2026-12-22'"
    " WHERE posting_period = '2026-11'",
    "a copy deleted": "DELETE FROM finance_copy WHERE posting_period = '2026-11'",
    "another statement": "UPDATE finance_period SET statement = '{}'"
    " WHERE code = '2026-11'",
    "opened again": "UPDATE finance_period SET closed_at = NULL WHERE code = '2026-11'",
    "a period deleted": "DELETE FROM finance_period WHERE code = '2026-12'",
    "another carried sum": "UPDATE carried_slip SET balance = 0"
    f" WHERE period_id = {_PERIOD_ID}",
    "a carried slip deleted": "DELETE FROM carried_slip"
    f" WHERE period_id = {_PERIOD_ID}",
    "a paper added": "INSERT INTO statement_file (period_id, kind, content, hash)"
    f" VALUES ({_PERIOD_ID}, 'pdf', 'x', 'x')",
    "another bundle": "UPDATE handover_batch SET copy_count = 99"
    " WHERE period = '2026-11'",
    "a bundle deleted": "DELETE FROM handover_batch WHERE period = '2026-11'",
    "a copy put into a bundle": "INSERT INTO handover_copy (batch_id, slip_id,"
    " print_seq, scanned_at) SELECT "
    f"{_BATCH_ID}, id, 1, '2026-12-22' FROM slip WHERE number = 'WX261121-001'",
    "a copy taken out of a bundle": "DELETE FROM handover_copy"
    f" WHERE batch_id = {_BATCH_ID}",
}


@pytest.fixture
def late_desk(database: Database) -> Desk:
    """The desk in January 2027."""
    return database.read(open_desk, clock=lambda: NOW)


@pytest.fixture
def worked(database: Database, late_desk: Desk) -> Database:
    """The books of worked-examples 5.2, its three periods closed."""
    put_book(database, late_desk, numbered(worked_book()))
    return database


def test_raw_sql_that_touches_a_closed_period_is_refused(
    worked: Database, late_desk: Desk
) -> None:
    before = worked.read(load_statement, late_desk, "2026-11")
    for what, command in FORBIDDEN.items():
        try:
            by_hand(worked, command)
        except PeriodClosed:
            continue
        pytest.fail(f"not refused: {what}")
    assert worked.read(load_statement, late_desk, "2026-11") == before
    assert problems(worked, late_desk) == set()


ALLOWED = {
    "a payment into the open period": _NEW_ENTRY.format(slip=_SLIP, period="'2027-01'"),
    "a copy of the open period": _NEW_COPY.format(slip=_SLIP, period="'2027-01'"),
    "a list that is printed again": "UPDATE handover_batch"
    " SET printed_at = '2026-12-22' WHERE period = '2026-11'",
}


def test_what_touches_no_closed_period_is_done(worked: Database) -> None:
    for command in ALLOWED.values():
        by_hand(worked, command)


def test_a_file_replaces_no_closed_row_either(
    new_sqlite: Callable[[str], str],
) -> None:
    """REPLACE deletes without asking the triggers of deleting."""
    database = Database(new_sqlite("replaced"))
    try:
        desk = database.read(open_desk, clock=lambda: NOW)
        put_book(database, desk, numbered(worked_book()))
        for table, values in (
            ("ledger_entry", "posting_period = '2026-11' LIMIT 1"),
            ("finance_period", "code = '2026-11'"),
        ):
            columns = ", ".join(
                f"'2027-01' AS {name}" if name == "posting_period" else name
                for name in _columns(database, table)
            )
            with pytest.raises(PeriodClosed):
                by_hand(
                    database,
                    f"REPLACE INTO {table} SELECT {columns} FROM {table}"
                    f" WHERE {values}",
                )
    finally:
        database.close()


def _columns(database: Database, table: str) -> list[str]:
    with database.connect(writing=False) as connection:
        rows = connection.exec_driver_sql(f"PRAGMA table_info({table})").fetchall()
    return [row[1] for row in rows]


def test_a_server_empties_no_table_of_a_closed_period(
    new_postgres: Callable[[str], str],
) -> None:
    database = Database(new_postgres("emptied"))
    try:
        desk = database.read(open_desk, clock=lambda: NOW)
        put_book(database, desk, numbered(worked_book()))
        for table in ("ledger_entry", "finance_copy", "finance_period", "carried_slip"):
            with pytest.raises(PeriodClosed):
                by_hand(database, f"TRUNCATE {table} CASCADE")
    finally:
        database.close()


# --- silian check


def problems(database: Database, desk: Desk) -> set[tuple[ProblemKind, str, Fault]]:
    return told(database.read(check_books, desk))


def told(problems: list[Problem]) -> set[tuple[ProblemKind, str, Fault]]:
    return {(each.kind, each.ref, each.fault) for each in problems}


def money(fault: Fault, period: str = "2026-11") -> tuple[ProblemKind, str, Fault]:
    return ProblemKind.MONEY, period, fault


def without_triggers(
    found: set[tuple[ProblemKind, str, Fault]],
) -> set[tuple[ProblemKind, str, Fault]]:
    return {each for each in found if each[0] is not ProblemKind.TRIGGER}


FORCED = {
    "statement": (
        "UPDATE finance_period SET statement = replace(statement, '1705.49', '1605.49')"
        " WHERE code = '2026-11'",
        Fault.STATEMENT_CHANGED,
    ),
    "hash": (
        "UPDATE finance_period SET hash = '0' WHERE code = '2026-11'",
        Fault.STATEMENT_CHANGED,
    ),
    "who closed": (
        "UPDATE finance_period SET closed_by = '别人' WHERE code = '2026-11'",
        Fault.STATEMENT_CHANGED,
    ),
    "a charge": (
        "UPDATE ledger_entry SET amount = amount - 100"
        f" WHERE slip_id = {_SLIP} AND kind = 'charge'",
        Fault.STATEMENT_FACTS,
    ),
    "a method": (
        "UPDATE ledger_entry SET method = 'other'"
        " WHERE posting_period = '2026-11' AND method = 'cash'",
        Fault.STATEMENT_FACTS,
    ),
    "a level": (
        f"UPDATE waiver SET level = 'director' WHERE slip_id = {_SLIP}",
        Fault.STATEMENT_FACTS,
    ),
    "a copy": (
        f"DELETE FROM finance_copy WHERE slip_id = {_SLIP}",
        Fault.STATEMENT_FACTS,
    ),
    "what is carried": (
        f"UPDATE carried_slip SET balance = 0 WHERE period_id = {_PERIOD_ID}",
        Fault.STATEMENT_CARRIED,
    ),
}


def test_a_fact_that_was_forced_is_noticed(worked: Database, late_desk: Desk) -> None:
    drop_guard(worked)
    assert without_triggers(problems(worked, late_desk)) == set()
    for what, (command, fault) in FORCED.items():
        found = after(worked, late_desk, command)
        assert money(fault) in found, what


class Undone(Exception):
    """Takes a change back that was only tried."""


def after(
    database: Database, desk: Desk, command: str
) -> set[tuple[ProblemKind, str, Fault]]:
    """What the check would find after a change, which is taken back then."""
    found: set[tuple[ProblemKind, str, Fault]] = set()
    with suppress(Undone), forcing(database) as connection:
        changed = connection.execute(text(command))
        assert changed.rowcount
        with Session(connection) as session:
            found = told(check_books(session, desk))
        raise Undone
    return found


def test_a_forced_close_that_vanished_is_noticed(
    worked: Database, late_desk: Desk
) -> None:
    drop_guard(worked)
    for command in (
        "DELETE FROM carried_slip WHERE period_id ="
        " (SELECT id FROM finance_period WHERE code = '2026-12')",
        "DELETE FROM finance_period WHERE code = '2026-12'",
    ):
        by_hand(worked, command)
    found = without_triggers(problems(worked, late_desk))
    assert found == {money(Fault.STATEMENT_GONE, "2026-12")}


def test_a_period_that_was_closed_by_hand_is_noticed(
    worked: Database, late_desk: Desk
) -> None:
    by_hand(
        worked,
        "INSERT INTO finance_period (centre_id, code, closed_at, closed_by)"
        " VALUES (1, '2027-01', '2027-01-21', 'x')",
    )
    found = problems(worked, late_desk)
    assert found == {money(Fault.STATEMENT_CHANGED, "2027-01")}


def drawn(name: bytes) -> Callable[[Statement], bytes]:
    return lambda statement: name + statement.hash.encode()


PAPERS = Papers(drawn(b"%PDF "), drawn(b"PK "))


def test_a_stored_paper_that_was_forced_is_noticed(
    database: Database, late_desk: Desk
) -> None:
    database.write(propose_close, named(late_desk, "演示主管"), "2026-12")
    database.write(confirm_close, named(late_desk, "演示财务"), "2026-12", PAPERS)
    assert problems(database, late_desk) == set()
    drop_guard(database)
    for command in (
        "UPDATE statement_file SET content = (SELECT content FROM statement_file"
        " WHERE kind = 'xlsx') WHERE kind = 'pdf'",
        "DELETE FROM statement_file WHERE kind = 'pdf'",
    ):
        found = without_triggers(after(database, late_desk, command))
        assert found == {money(Fault.STATEMENT_PAPER, "2026-12")}


def named(desk: Desk, name: str) -> Desk:
    return replace(desk, actor=name)


def test_a_trigger_that_was_taken_out_is_noticed(
    worked: Database, late_desk: Desk
) -> None:
    is_file = worked.url.startswith("sqlite")
    name = "closed_ledger_entry_update" if is_file else "closed_ledger_entry"
    by_hand(worked, f"DROP TRIGGER {name}{'' if is_file else ' ON ledger_entry'}")
    assert problems(worked, late_desk) == {
        (ProblemKind.TRIGGER, name, Fault.TRIGGER_GONE)
    }


def test_a_trigger_that_was_changed_is_noticed(
    worked: Database, late_desk: Desk
) -> None:
    if worked.url.startswith("sqlite"):
        name = "closed_finance_copy_delete"
        by_hand(worked, f"DROP TRIGGER {name}")
        by_hand(
            worked,
            f"CREATE TRIGGER {name} BEFORE DELETE ON finance_copy"
            " WHEN 1 = 0 BEGIN SELECT RAISE(ABORT, 'no'); END",
        )
        assert problems(worked, late_desk) == {
            (ProblemKind.TRIGGER, name, Fault.TRIGGER_CHANGED)
        }
        return
    changes = (
        "ALTER TABLE finance_copy DISABLE TRIGGER closed_finance_copy",
        "CREATE OR REPLACE FUNCTION closed_bundle() RETURNS trigger LANGUAGE plpgsql"
        " AS $$ BEGIN RETURN NEW; END $$",
        "DROP TRIGGER closed_carried_slip_all ON carried_slip",
    )
    for command in changes:
        by_hand(worked, command)
    assert problems(worked, late_desk) == {
        (ProblemKind.TRIGGER, "closed_finance_copy", Fault.TRIGGER_CHANGED),
        (ProblemKind.TRIGGER, "closed_bundle()", Fault.TRIGGER_CHANGED),
        (ProblemKind.TRIGGER, "closed_carried_slip_all", Fault.TRIGGER_GONE),
    }


def test_a_running_period_that_does_not_tie_is_noticed(
    worked: Database, late_desk: Desk
) -> None:
    drop_guard(worked)
    by_hand(
        worked,
        "UPDATE finance_period SET closing = closing + 100 WHERE code = '2026-12'",
    )
    found = without_triggers(problems(worked, late_desk))
    assert money(Fault.STATEMENT_UNTIED, "2027-01") in found


def test_the_hash_is_that_of_the_stored_text(worked: Database) -> None:
    with worked.connect(writing=False) as connection:
        rows = connection.exec_driver_sql(
            "SELECT statement, hash FROM finance_period ORDER BY code"
        ).fetchall()
    assert len(rows) == 3
    for stored, digest in rows:
        assert hashlib.sha256(stored.encode()).hexdigest() == digest


def test_a_close_of_a_file_and_one_of_two_people_store_the_same(
    new_sqlite: Callable[[str], str],
) -> None:
    """One step is both halves, word for word but for who did them."""
    told = []
    for name, step in (("alone", "alone"), ("two", "two")):
        database = Database(new_sqlite(name))
        desk = database.read(open_desk, clock=lambda: NOW)
        if step == "two":
            database.write(propose_close, named(desk, "演示主管"), "2026-12")
            actor = named(desk, "演示财务")
            closed, _ = database.write(confirm_close, actor, "2026-12", PAPERS)
        else:
            closed, _ = database.write(close_alone, desk, "2026-12", PAPERS)
        told.append((closed.period, closed.proposed_by, closed.closed_by))
        database.close()
    assert told == [
        ("2026-12", "系统", "系统"),
        ("2026-12", "演示主管", "演示财务"),
    ]
