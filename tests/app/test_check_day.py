"""What `silian check` finds in the days: returns, inspections, feedback, final runs."""

from datetime import date, timedelta

import pytest

from app.check_problem import Fault, ProblemKind
from app.data_book_import import import_book
from app.return_check import FinalCheck, make_final
from models.slip import Outcome
from models.text import LANGUAGES, translator
from tests.app.books import by_hand, problems
from tests.app.checked_days import Days
from tests.data_book_maker import NOW, at, full_book, numbered
from ui.texts import problem_sentence


@pytest.fixture
def lived(days: Days) -> Days:
    """Three slips: back twice, unfinished, told about; and two final runs."""
    again = days.issue("2026-12-08 09:00")
    unfinished = days.issue("2026-12-08 09:01")
    told = days.issue("2026-12-08 09:02")
    days.back("2026-12-08 10:00", again)
    days.fail("2026-12-08 11:00", again)
    days.back("2026-12-08 16:00", again)
    days.back(
        "2026-12-08 16:30",
        unfinished,
        outcome=Outcome.UNFINISHED,
        unfinished_reason="待料",
        eta_at=at("2026-12-09 12:00"),
    )
    days.tell("2026-12-08 17:35", told)
    days.final("2026-12-08", "2026-12-08 17:41")
    days.final("2026-12-08", "2026-12-08 17:50")
    assert problems(days.database, days.desk) == []
    return days


def found(days: Days) -> set[tuple[Fault, object]]:
    """The faults, each with the table or the run it is about."""
    return {
        (problem.fault, problem.facts.get("fact") or problem.ref)
        for problem in problems(days.database, days.desk)
        if problem.kind is ProblemKind.CHAIN
    }


@pytest.mark.parametrize(
    ("tampered", "table"),
    [
        ("UPDATE slip_return SET returned_at = '2026-12-08 01:00:00'", "slip_return"),
        ("UPDATE slip_return SET returned_to = '别人'", "slip_return"),
        ("UPDATE slip_return SET outcome = 'unfinished'", "slip_return"),
        ("UPDATE slip_return SET out_again_at = NULL", "slip_return"),
        ("DELETE FROM slip_return WHERE id = 1", "slip_return"),
        (
            "INSERT INTO slip_return (id, centre_id, slip_id, returned_at, outcome)"
            " VALUES (99, 1, 3, '2026-12-08 09:00:00', 'completed')",
            "slip_return",
        ),
        ("UPDATE inspection SET is_passed = true", "inspection"),
        ("UPDATE inspection SET note = '改过'", "inspection"),
        ("UPDATE inspection SET inspected_at = '2026-12-08 01:00:00'", "inspection"),
        ("DELETE FROM inspection", "inspection"),
        ("UPDATE feedback SET told_at = '2026-12-08 01:00:00'", "feedback"),
        ("UPDATE feedback SET reason = '改过'", "feedback"),
        ("UPDATE feedback SET eta_at = '2027-01-01 01:00:00'", "feedback"),
        ("DELETE FROM feedback WHERE id = 1", "feedback"),
        (
            "INSERT INTO feedback (id, slip_id, told_at, told_by, reason, eta_at)"
            " VALUES (99, 3, '2026-12-08 09:00:00', '系统', '待料',"
            " '2026-12-09 09:00:00')",
            "feedback",
        ),
    ],
)
def test_what_befell_a_slip_cannot_be_changed_behind_the_log(
    lived: Days, tampered: str, table: str
) -> None:
    by_hand(lived.database, tampered)
    assert found(lived) == {(Fault.FACT_DIFFERS, table)}


@pytest.mark.parametrize(
    ("tampered", "fault"),
    [
        ("UPDATE return_check SET missing = 7 WHERE run_no = 2", Fault.CHECK_CHANGED),
        (
            "UPDATE return_check SET engineering_by = '别人' WHERE run_no = 2",
            Fault.CHECK_CHANGED,
        ),
        (
            "UPDATE return_check SET run_at = '2026-12-08 10:00:00' WHERE run_no = 2",
            Fault.CHECK_CHANGED,
        ),
        (
            "UPDATE return_check SET snapshot = replace(snapshot, 'on_time', 'missing')"
            " WHERE run_no = 2",
            Fault.CHECK_CHANGED,
        ),
        (
            "UPDATE return_check SET snapshot = '{}', hash ="
            " '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'"
            " WHERE run_no = 2",
            Fault.CHECK_CHANGED,
        ),
        ("DELETE FROM return_check WHERE run_no = 2", Fault.CHECK_GONE),
    ],
)
def test_a_final_run_cannot_be_changed_behind_the_log(
    lived: Days, tampered: str, fault: Fault
) -> None:
    by_hand(lived.database, tampered)
    assert found(lived) == {(fault, "2026-12-08/2")}
    (problem,) = problems(lived.database, lived.desk)
    for language in LANGUAGES:
        said = problem_sentence(problem, translator(language))
        assert "2026-12-08" in said
        assert "{" not in said


def test_a_run_that_nobody_made_is_found(lived: Days) -> None:
    by_hand(
        lived.database,
        "INSERT INTO return_check SELECT 99, centre_id, day, 3, run_at, recorded_at,"
        " run_by, engineering_by, set_size, on_time, late, feedback, late_feedback,"
        " missing, exceptions, snapshot, hash FROM return_check WHERE run_no = 2",
    )
    assert found(lived) == {(Fault.CHECK_CHANGED, "2026-12-08/3")}


def test_a_run_whose_hash_was_made_anew_is_found_by_the_log(lived: Days) -> None:
    """Who rewrites the snapshot can hash it again, but the log has the old hash."""
    made, _ = lived.database.write(
        make_final,
        lived.desk.at(lived.clock.at + timedelta(minutes=1)),
        FinalCheck(date(2026, 12, 8)),
    )
    assert made.final is not None
    by_hand(
        lived.database,
        "UPDATE return_check SET snapshot = (SELECT snapshot FROM return_check"
        " WHERE run_no = 1), hash = (SELECT hash FROM return_check WHERE run_no = 1)"
        " WHERE run_no = 3",
    )
    assert found(lived) == {(Fault.CHECK_CHANGED, "2026-12-08/3")}


def test_the_history_of_imported_slips_is_held_against_the_log(days: Days) -> None:
    days.database.write(import_book, days.desk.at(NOW), numbered(full_book()))
    assert problems(days.database, days.desk) == []
    by_hand(days.database, "DELETE FROM feedback")
    by_hand(days.database, "UPDATE inspection SET inspected_by = '别人'")
    by_hand(days.database, "DELETE FROM slip_return")
    assert {name for _, name in found(days)} == {
        "feedback",
        "inspection",
        "slip_return",
    }
