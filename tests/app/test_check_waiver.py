"""`silian check` finds waivers that nobody approved, or nobody who may."""

from decimal import Decimal

import pytest

from app.check_problem import Fault, ProblemKind
from app.check_waiver import wrong_waivers
from app.data_book_import import import_book
from app.database import Database
from app.desk import Desk
from models.text import LANGUAGES, translator
from tests.app.books import by_hand
from tests.app.waiving import LEADER, ask, priced, sign, with_settings
from tests.clock import Clock
from tests.data_book_maker import NOW, full_book, numbered
from ui.texts import problem_sentence

_WAIVE = "waiver_id = :id"


def found(database: Database, desk: Desk) -> set[Fault]:
    """What is wrong with waivers; each of it can be said."""
    problems = database.read(lambda session: list(wrong_waivers(session, desk)))
    for problem in problems:
        is_chain = problem.fault is Fault.FACT_DIFFERS
        assert problem.kind is (ProblemKind.CHAIN if is_chain else ProblemKind.MONEY)
        for language in LANGUAGES:
            said = problem_sentence(problem, translator(language))
            assert problem.ref in said
            assert "—" not in said
            assert "{" not in said
    return {problem.fault for problem in problems}


@pytest.fixture
def waiver_id(database: Database, desk: Desk) -> int:
    """A waiver of 300.00 that the director approved."""
    applied = ask(database, desk, priced(database, desk), "300.00")
    sign(database, desk, applied.id)
    return applied.id


def test_waivers_as_the_program_makes_them_are_sound(
    database: Database, desk: Desk, waiver_id: int
) -> None:
    assert not found(database, desk)
    ask(database, desk, priced(database, desk), "10.00")
    assert not found(database, desk)


@pytest.mark.parametrize(
    ("command", "fault"),
    [
        (f"DELETE FROM ledger_entry WHERE {_WAIVE}", Fault.WAIVER_NOT_POSTED),
        (
            f"UPDATE ledger_entry SET amount = amount - 1 WHERE {_WAIVE}",
            Fault.WAIVER_NOT_POSTED,
        ),
        (
            f"UPDATE ledger_entry SET waiver_id = NULL WHERE {_WAIVE}",
            Fault.WAIVER_NOT_APPROVED,
        ),
        (
            "UPDATE waiver SET status = 'pending' WHERE id = :id",
            Fault.WAIVER_NOT_APPROVED,
        ),
        ("UPDATE waiver SET approver = applicant WHERE id = :id", Fault.WAIVER_OWN),
        ("UPDATE waiver SET amount = 50000 WHERE id = :id", Fault.WAIVER_LEVEL),
        ("UPDATE waiver SET reason = '无' WHERE id = :id", Fault.FACT_DIFFERS),
        ("UPDATE waiver SET paper_ref = 'X' WHERE id = :id", Fault.FACT_DIFFERS),
    ],
)
def test_what_was_changed_behind_the_program_is_found(
    database: Database, desk: Desk, waiver_id: int, command: str, fault: Fault
) -> None:
    by_hand(database, command, id=waiver_id)
    assert fault in found(database, desk)


def test_two_entries_for_one_waiver_are_found(
    database: Database, desk: Desk, waiver_id: int
) -> None:
    by_hand(
        database,
        "INSERT INTO ledger_entry (centre_id, slip_id, kind, amount, effective_at,"
        " recorded_at, recorded_by, waiver_id)"
        " SELECT centre_id, slip_id, kind, amount, effective_at, recorded_at,"
        f" recorded_by, waiver_id FROM ledger_entry WHERE {_WAIVE}",
        id=waiver_id,
    )
    assert found(database, desk) == {Fault.WAIVER_NOT_POSTED}


def test_a_row_nobody_asked_for_is_found(
    database: Database, desk: Desk, waiver_id: int
) -> None:
    columns = "centre_id, slip_id, amount, reason, level, applicant, applied_at"
    by_hand(
        database,
        f"INSERT INTO waiver ({columns}, status, recorded_by)"
        f" SELECT {columns}, 'pending', recorded_by FROM waiver WHERE id = :id",
        id=waiver_id,
    )
    assert found(database, desk) == {Fault.FACT_DIFFERS}


def test_a_row_that_is_gone_is_found(database: Database, desk: Desk) -> None:
    applied = ask(database, desk, priced(database, desk), "10.00")
    by_hand(database, "DELETE FROM waiver WHERE id = :id", id=applied.id)
    assert found(database, desk) == {Fault.FACT_DIFFERS}


def test_a_signature_too_low_over_linked_slips_is_found(
    database: Database, desk: Desk, waiver_id: int
) -> None:
    first = priced(database, desk)
    again = priced(database, desk, rework_of=first)
    sign(database, desk, ask(database, desk, first, "300.00").id)
    last = ask(database, desk, again, "200.00")
    sign(database, desk, last.id, LEADER)
    assert not found(database, desk)
    by_hand(database, "UPDATE waiver SET level = 'director' WHERE id = :id", id=last.id)
    assert found(database, desk) == {Fault.WAIVER_LEVEL, Fault.FACT_DIFFERS}


def test_a_limit_that_changed_later_makes_no_fault(
    database: Database, desk: Desk, waiver_id: int
) -> None:
    lower = with_settings(desk, waiver_leader_from=10_000)
    assert not found(database, lower)
    by_fee = with_settings(desk, waiver_basis="FEE")
    assert not found(database, by_fee)
    applied = ask(database, by_fee, priced(database, desk, "499.99"), "10.00")
    sign(database, by_fee, applied.id)
    assert applied.need.total == Decimal("499.99")
    assert not found(database, desk)


def test_the_waivers_of_a_data_book_stand_in_the_log_too(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.at = NOW
    database.write(import_book, desk, numbered(full_book()))
    assert not found(database, desk)
    by_hand(database, "UPDATE waiver SET approver = '另一人'")
    assert found(database, desk) == {Fault.FACT_DIFFERS}
