"""What `silian check` finds: nothing in clean books, everything done behind them."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from pysqlite3 import dbapi2  # type: ignore[import-untyped]
from sqlalchemy import text

from app.check import check_books
from app.check_problem import Fault, ProblemKind
from app.database import Database
from app.desk import Desk, open_desk
from app.errors import Cancelled
from app.progress import Progress
from app.slip_line import Line
from app.slip_return import TakeBackSlip, take_back_slip
from models.slip import SlipState
from models.slip_line import LineKind
from models.text import LANGUAGES, translator
from models.unit import AreaKind
from tests.app.books import by_hand, problems
from tests.app.slip_step import SIGNED
from tests.clock import Clock
from tests.kept_books import Keep
from tests.makers import make_slip, make_staff, make_unit
from ui.texts import problem_sentence

_S = SlipState

Lived = tuple[Database, Desk]


@pytest.fixture
def lived(keep: Keep, clock: Clock) -> Iterator[Lived]:
    """Books of a busy morning: every kind of record, and a chain of some length."""
    database = Database(keep(busy_morning).url)
    yield database, database.read(open_desk, clock=clock)
    database.close()


def busy_morning(database: Database, desk: Desk, clock: Clock) -> None:
    make_unit(database, desk)
    make_staff(database, desk)
    for state in (_S.ISSUED, _S.DISPATCHED, _S.WORKING, _S.RETURNED, _S.VOID):
        make_slip(database, desk, state, area_kind=AreaKind.UNIT)
        clock.advance(minutes=3)
    slip = make_slip(database, desk, _S.DISPATCHED, area_kind=AreaKind.UNIT)
    order = TakeBackSlip(
        slip.id,
        signature=SIGNED,
        lines=(Line(LineKind.LABOUR, "人工", Decimal(30)),),
        quote=Decimal(30),
    )
    database.write(take_back_slip, desk, order)
    assert not problems(database, desk)


def found(lived: Lived) -> set[tuple[ProblemKind, Fault]]:
    return {(problem.kind, problem.fault) for problem in problems(*lived)}


def refs(lived: Lived) -> set[str]:
    return {problem.ref for problem in problems(*lived)}


CHAIN = ProblemKind.CHAIN


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("facts", '{"set":{}}'),
        ('"by"', "别人"),
        ("what", "amend"),
        ("entity_id", "99"),
        ("happened_at", "2026-03-02 01:00:00"),
    ],
)
def test_an_entry_that_was_edited_is_named(
    lived: Lived, column: str, value: str
) -> None:
    database, desk = lived
    value = f"'{value}'" if column != "entity_id" else value
    by_hand(database, f"UPDATE event SET {column} = {value} WHERE seq = 5")
    (broken, *_) = problems(database, desk)
    faults = {problem.fault: problem for problem in problems(database, desk)}
    assert faults[Fault.ENTRY_CHANGED].ref == "#5"
    assert broken.kind is CHAIN


def test_an_entry_that_was_deleted_is_missed(lived: Lived) -> None:
    by_hand(lived[0], "DELETE FROM event WHERE seq = 5")
    faults = {problem.fault: problem.ref for problem in problems(*lived)}
    assert faults[Fault.ENTRY_MISSING] == "#5"


def test_an_entry_whose_gap_was_closed_up_is_missed_too(lived: Lived) -> None:
    by_hand(lived[0], "DELETE FROM event WHERE seq = 5")
    by_hand(lived[0], "UPDATE event SET seq = -seq WHERE seq > 5")
    by_hand(lived[0], "UPDATE event SET seq = -seq - 1 WHERE seq < 0")
    faults = {problem.fault: problem.ref for problem in problems(*lived)}
    assert faults[Fault.ENTRY_CHANGED] == "#5"


def test_an_entry_that_was_put_in_between_is_found(lived: Lived) -> None:
    by_hand(lived[0], "UPDATE event SET seq = -seq WHERE seq >= 5")
    by_hand(lived[0], "UPDATE event SET seq = -seq + 1 WHERE seq < 0")
    by_hand(
        lived[0],
        'INSERT INTO event SELECT centre_id, 5, happened_at, "by", entity, entity_id,'
        " what, facts, hash FROM event WHERE seq = 4",
    )
    faults = {problem.fault: problem.ref for problem in problems(*lived)}
    assert faults[Fault.ENTRY_CHANGED] == "#5"


def test_an_entry_added_at_the_end_is_found(lived: Lived) -> None:
    by_hand(
        lived[0],
        'INSERT INTO event SELECT centre_id, seq + 1, happened_at, "by", entity,'
        " entity_id, what, facts, hash FROM event"
        " WHERE seq = (SELECT max(seq) FROM event)",
    )
    assert (CHAIN, Fault.ENTRY_CHANGED) in found(lived)


def test_two_entries_that_changed_places_are_found(lived: Lived) -> None:
    for from_, to in ((5, -1), (6, 5), (-1, 6)):
        by_hand(lived[0], f"UPDATE event SET seq = {to} WHERE seq = {from_}")
    faults = {problem.fault: problem.ref for problem in problems(*lived)}
    assert faults[Fault.ENTRY_CHANGED] == "#5"


def test_a_log_that_was_cut_off_is_found(lived: Lived) -> None:
    database, _ = lived
    by_hand(database, "DELETE FROM event WHERE seq > 10")
    faults = {problem.fault: problem.ref for problem in problems(*lived)}
    assert faults[Fault.CHAIN_END] == "#10"


def test_a_log_that_was_cut_off_with_its_end_set_back_is_found_by_its_slips(
    lived: Lived,
) -> None:
    database, _ = lived
    by_hand(database, "DELETE FROM event WHERE seq > 10")
    by_hand(
        database,
        "UPDATE event_head SET last_seq = 10,"
        " last_hash = (SELECT hash FROM event WHERE seq = 10)",
    )
    assert (CHAIN, Fault.SLIP_UNRECORDED) in found(lived)


def test_an_end_that_is_gone_is_found(lived: Lived) -> None:
    by_hand(lived[0], "DELETE FROM event_head")
    assert (CHAIN, Fault.CHAIN_END) in found(lived)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("content", "'换个说法'"),
        ("state", "'cancelled'"),
        ("owner_name", "'别人'"),
        ("phone", "NULL"),
        ("dispatched_at", "'2026-03-01 00:00:00'"),
        ("technicians", "'演示甲'"),
        ("charge_class", "'contract'"),
        ("job_type", "'urgent'"),
        ("rework_no", "1"),
        ("unit_id", "NULL"),
        ("duty_post", "'control_room'"),
        ("is_imported", "TRUE"),
        ("seq", "NULL"),
        ("remark", "'添一句'"),
    ],
)
def test_a_fact_changed_behind_the_programs_back_is_named(
    lived: Lived, column: str, value: str
) -> None:
    database, desk = lived
    by_hand(database, f"UPDATE slip SET {column} = {value} WHERE id = 3")
    differing = [
        problem
        for problem in problems(database, desk)
        if problem.fault is Fault.FACT_DIFFERS
    ]
    assert [(p.ref, p.facts["fact"]) for p in differing] == [("WX260302-003", column)]


def test_a_number_changed_behind_the_programs_back_is_found(lived: Lived) -> None:
    by_hand(lived[0], "UPDATE slip SET number = 'WX260302-010' WHERE id = 3")
    faults = {fault for _, fault in found(lived)}
    expected = {Fault.SERIAL_MISSING, Fault.SERIAL_AHEAD, Fault.FACT_DIFFERS}
    assert faults == expected
    assert {"WX260302-003", "WX260302-010"} <= refs(lived)


TABLES_OF_A_SLIP = (
    *("copy_move", "slip_copy", "slip_line", "quote"),
    *("feedback", "gap_case", "slip_return", "inspection"),
    *("finance_copy", "ledger_entry", "slip"),
)


def test_a_slip_that_was_deleted_is_missed(lived: Lived) -> None:
    for table in TABLES_OF_A_SLIP:
        key = "id" if table == "slip" else "slip_id"
        by_hand(lived[0], f"DELETE FROM {table} WHERE {key} = 3")
    assert found(lived) == {
        (CHAIN, Fault.SLIP_GONE),
        (ProblemKind.NUMBER, Fault.SEQ_MISSING),
        (ProblemKind.NUMBER, Fault.SERIAL_MISSING),
    }


def test_the_last_slip_that_was_deleted_is_missed(lived: Lived) -> None:
    for table in TABLES_OF_A_SLIP:
        key = "id" if table == "slip" else "slip_id"
        by_hand(lived[0], f"DELETE FROM {table} WHERE {key} = 6")
    assert found(lived) == {
        (CHAIN, Fault.SLIP_GONE),
        (ProblemKind.NUMBER, Fault.SEQ_AHEAD),
        (ProblemKind.NUMBER, Fault.SERIAL_MISSING),
    }


def test_a_slip_smuggled_in_is_found(lived: Lived) -> None:
    database, _ = lived
    by_hand(
        database,
        "INSERT INTO slip (centre_id, number, is_imported, is_late_entry, area_kind,"
        " area, place, place_key, reporter_name, reporter_kind, content, job_type,"
        " charge_class, issued_at, duty_post, is_bounced, technicians, needs_reprint,"
        " rework_no, state, version) SELECT centre_id, 'WX260302-007', is_imported,"
        " is_late_entry, area_kind, area, place, place_key, reporter_name,"
        " reporter_kind, content, job_type, charge_class, issued_at, duty_post,"
        " is_bounced, technicians, needs_reprint, rework_no, state, version"
        " FROM slip WHERE id = 1",
    )
    assert {Fault.SLIP_UNRECORDED, Fault.SERIAL_AHEAD} <= {
        fault for _, fault in found(lived)
    }


@pytest.mark.parametrize(
    "spoiled",
    [
        "UPDATE slip_copy SET place = 'owner' WHERE slip_id = 4 AND copy_no = 4",
        "UPDATE slip_copy SET is_live = FALSE WHERE slip_id = 4 AND copy_no = 4",
        "DELETE FROM slip_copy WHERE slip_id = 4 AND copy_no = 4",
        "UPDATE slip_copy SET print_seq = 2 WHERE slip_id = 4 AND copy_no = 4",
    ],
)
def test_a_copy_moved_behind_the_programs_back_is_found(
    lived: Lived, spoiled: str
) -> None:
    by_hand(lived[0], spoiled)
    assert (CHAIN, Fault.FACT_DIFFERS) in found(lived)
    assert any(ref.startswith("WX260302-004") for ref in refs(lived))


def test_a_move_taken_out_of_a_copys_trail_is_found(lived: Lived) -> None:
    by_hand(
        lived[0],
        "DELETE FROM copy_move WHERE slip_id = 4 AND copy_no = 2 AND to_place = "
        "'hk_desk'",
    )
    assert found(lived) == {(ProblemKind.COPY, Fault.COPY_TRAIL_BROKEN)}


def test_a_second_live_print_of_a_copy_is_found(lived: Lived) -> None:
    by_hand(
        lived[0],
        "INSERT INTO slip_copy SELECT slip_id, copy_no, 2, is_live, place,"
        " place_since, printed_at FROM slip_copy WHERE slip_id = 4 AND copy_no = 1",
    )
    assert (ProblemKind.COPY, Fault.COPY_UNEXPECTED) in found(lived)


def test_a_returned_slip_whose_finance_copy_is_elsewhere_is_found(
    lived: Lived,
) -> None:
    by_hand(
        lived[0],
        "UPDATE slip_copy SET place = 'owner' WHERE slip_id = 4 AND copy_no = 2",
    )
    assert (ProblemKind.COPY, Fault.COPY_NOT_BACK) in found(lived)


def test_an_amount_changed_behind_the_programs_back_is_found(lived: Lived) -> None:
    by_hand(lived[0], "UPDATE slip_line SET amount = 2999")
    assert found(lived) == {
        (ProblemKind.MONEY, Fault.LINE_AMOUNT),
        (CHAIN, Fault.FACT_DIFFERS),
    }


def test_a_price_changed_with_its_amount_is_found_by_the_log(lived: Lived) -> None:
    by_hand(lived[0], "UPDATE slip_line SET amount = 2000, price = 2000")
    assert found(lived) == {(CHAIN, Fault.FACT_DIFFERS)}


def test_a_line_taken_out_is_found(lived: Lived) -> None:
    by_hand(lived[0], "DELETE FROM slip_line")
    assert found(lived) == {(CHAIN, Fault.FACT_DIFFERS)}


@pytest.mark.parametrize(
    "spoiled",
    [
        "UPDATE quote SET confirmed_by = '别人' WHERE slip_id = 6",
        "UPDATE quote SET status = 'offered' WHERE slip_id = 6",
        "DELETE FROM quote WHERE slip_id = 6",
    ],
)
def test_an_agreed_price_changed_behind_the_programs_back_is_found(
    lived: Lived, spoiled: str
) -> None:
    """What the owner signed is what is charged (4.7: the agreed quote)."""
    by_hand(lived[0], spoiled)
    assert found(lived) == {(CHAIN, Fault.FACT_DIFFERS)}
    assert refs(lived) == {"WX260302-006"}


def test_an_agreed_amount_changed_behind_the_programs_back_is_not_what_was_charged(
    lived: Lived,
) -> None:
    by_hand(lived[0], "UPDATE quote SET amount = 1 WHERE slip_id = 6")
    wrong = (ProblemKind.MONEY, Fault.CHARGE_WRONG)
    assert found(lived) == {(CHAIN, Fault.FACT_DIFFERS), wrong}
    assert refs(lived) == {"WX260302-006"}


@pytest.mark.parametrize(
    ("spoiled", "fault"),
    [
        ("last = last + 1 WHERE series = 'slip_seq'", Fault.SEQ_AHEAD),
        ("last = last - 1 WHERE series = 'slip_seq'", Fault.SEQ_AHEAD),
        ("last = last + 1 WHERE series = 'slip'", Fault.SERIAL_MISSING),
        ("last = last - 1 WHERE series = 'slip'", Fault.SERIAL_AHEAD),
    ],
)
def test_a_counter_that_was_turned_is_found(
    lived: Lived, spoiled: str, fault: Fault
) -> None:
    by_hand(lived[0], f"UPDATE number_series SET {spoiled}")
    assert found(lived) == {(ProblemKind.NUMBER, fault)}


def test_a_counter_that_is_gone_is_found(lived: Lived) -> None:
    by_hand(lived[0], "DELETE FROM number_series")
    assert found(lived) >= {
        (ProblemKind.NUMBER, Fault.SEQ_AHEAD),
        (ProblemKind.NUMBER, Fault.SERIAL_AHEAD),
    }


def test_a_record_that_names_nobody_is_found_in_a_file(
    new_sqlite: Callable[[str], str], clock: Clock
) -> None:
    """A server keeps its links itself."""
    database = Database(new_sqlite("links"))
    desk = database.read(open_desk, clock=clock)
    make_slip(database, desk, _S.RETURNED)
    careless = dbapi2.connect(database.url.removeprefix("sqlite:///"))
    careless.execute("DELETE FROM trade")
    careless.execute("UPDATE slip SET unit_id = 4711")
    careless.commit()
    careless.close()
    problem = problems(database, desk)[0]
    assert (problem.kind, problem.fault) == (ProblemKind.DATABASE, Fault.LINK_BROKEN)
    database.close()


def test_a_page_that_is_broken_is_named(
    new_sqlite: Callable[[str], str], clock: Clock
) -> None:
    url = new_sqlite("broken")
    path = url.removeprefix("sqlite:///")
    with closing(dbapi2.connect(path)) as whole:
        index = "SELECT rootpage FROM sqlite_master WHERE name = 'ix_feedback_told'"
        page = whole.execute(index).fetchone()[0]
        size = whole.execute("PRAGMA page_size").fetchone()[0]
        whole.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with Path(path).open("r+b") as broken:
        broken.seek((page - 1) * size)
        broken.write(b"\xff" * size)
    with closing(Database(url)) as database:
        desk = database.read(open_desk, clock=clock)
        [problem] = problems(database, desk)
    assert (problem.kind, problem.fault) == (ProblemKind.DATABASE, Fault.FILE_DAMAGED)
    assert f"page {page}:" in str(problem.facts["detail"])


def test_every_problem_is_told_in_a_sentence(lived: Lived) -> None:
    database, desk = lived
    by_hand(database, "UPDATE slip SET content = 'x' WHERE id = 1")
    by_hand(database, "UPDATE slip_line SET amount = 1")
    by_hand(database, "UPDATE number_series SET last = 9")
    by_hand(database, "DELETE FROM event WHERE seq = 3")
    by_hand(database, "UPDATE slip_copy SET place = 'owner' WHERE copy_no = 2")
    told = problems(database, desk)
    assert len({problem.fault for problem in told}) >= 5
    for language in LANGUAGES:
        said = [problem_sentence(problem, translator(language)) for problem in told]
        assert all(said)
        assert not [text for text in said if "{" in text or "—" in text]


def test_a_check_can_be_stopped(lived: Lived) -> None:
    database, desk = lived
    progress = Progress()
    progress.stop()
    with pytest.raises(Cancelled):
        database.read(check_books, desk, progress)


def test_the_log_is_json_that_other_programs_can_read(lived: Lived) -> None:
    def entries(session: object) -> list[str]:
        return list(session.scalars(text("SELECT facts FROM event ORDER BY seq")))  # type: ignore[attr-defined]

    for facts in lived[0].read(entries):
        assert isinstance(json.loads(facts), dict)
