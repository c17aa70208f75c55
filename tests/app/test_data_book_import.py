"""A data book becomes slips, copies, money, events and gap cases, or nothing at all."""

import time
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.check import check_books
from app.data_book_finding import BookRefused
from app.data_book_ground import judge_book
from app.data_book_import import ImportSummary, import_book
from app.database import Database
from app.desk import Desk, NotAllowed, open_desk
from app.errors import Cancelled
from app.event_log import Recorded, facts_text, record
from app.ledger import load_account
from app.progress import Progress
from app.slip_issue import IssueSlip, issue_slip
from app.slip_view import load_slip_view_by_number
from models.all import Base
from models.data_book import BookRows, FeedbackRow, SlipRow
from models.data_book_problem import CellFault
from models.event import Event
from models.feedback import Feedback
from models.gap_case import GapCase
from models.quote import Quote
from models.slip import Slip, SlipState
from models.slip_copy import CopyMove, CopyPlace, SlipCopy
from models.staff import Post
from models.unit import AreaKind, Unit, UnitOwner
from reports.data_book import read_xlsx
from tests.clock import Clock
from tests.data_book_maker import (
    NOW,
    ZONE,
    at,
    book_file,
    full_book,
    large_book,
    numbered,
    public_slip,
    unit_slip,
    worked_book,
    yuan,
)
from tests.kept_books import Keep
from tests.makers import PUBLIC_CALL, make_slip, make_staff, make_unit


@pytest.fixture(autouse=True)
def _the_clock_stands_after_the_book(clock: Clock) -> None:
    clock.at = NOW


def taken(database: Database, desk: Desk, rows: BookRows) -> ImportSummary:
    """Import a book that must be good."""
    summary, _ = database.write(import_book, desk, numbered(rows))
    assert database.read(check_books, desk) == []
    return summary


def taken_slips(database: Database, desk: Desk, *slips: SlipRow) -> ImportSummary:
    return taken(database, desk, BookRows(slips=slips))


def slip_of(database: Database, number: str) -> Slip:
    return database.read(
        lambda session: session.scalars(select(Slip).where(Slip.number == number)).one()
    )


def places(database: Database, number: str) -> dict[int, CopyPlace]:
    """Where the copies of a slip are."""

    def ask(session: Session) -> dict[int, CopyPlace]:
        rows = session.execute(
            select(SlipCopy.copy_no, SlipCopy.place)
            .join(Slip, Slip.id == SlipCopy.slip_id)
            .where(Slip.number == number, SlipCopy.is_live)
        )
        return {copy_no: place for copy_no, place in rows}

    return database.read(ask)


def counts(session: Session) -> dict[str, int]:
    return {
        table.name: session.scalar(select(func.count()).select_from(table)) or 0
        for table in Base.metadata.sorted_tables
    }


def test_a_book_of_every_feature_comes_in_whole(database: Database, desk: Desk) -> None:
    rows = full_book()

    assert taken(database, desk, rows) == ImportSummary(
        slips=11,
        units=2,
        money=7,
        waivers=2,
        feedback=3,
        callbacks=4,
        closings=2,
        gaps=1,
    )
    found = database.read(counts)
    assert found["slip"] == 11
    assert found["ledger_entry"] == 7 + 2 + 2
    assert found["waiver"] == 2
    assert found["finance_copy"] == 6
    assert found["finance_period"] == 2
    assert found["callback"] == 4
    assert found["feedback"] == 3


def test_the_facts_of_a_slip_stand_in_its_row(database: Database, desk: Desk) -> None:
    taken(database, desk, full_book())
    slip = slip_of(database, "WX261102-001")
    later = slip_of(database, "WX261104-001")

    assert slip.is_imported
    assert slip.seq is None
    assert slip.issued_at == at("2026-11-02 09:10:05")
    assert slip.technicians == ("演示技工一", "演示技工二")
    assert (slip.unit_label, slip.owner_name) == ("3-1502", "演示业户甲")
    assert (slip.entered_by, slip.signed_by) == ("演示前台", "演示业户甲")
    assert slip.finance_early_at == at("2026-11-02 11:00")
    assert slip.result_text == "更换阀芯\n试水正常"
    assert later.parent_slip_id == slip.id


STATES: dict[str, tuple[dict[str, Any], SlipState]] = {
    "issued": ({}, SlipState.ISSUED),
    "given to a supervisor": ({"supervisor": "演示主管"}, SlipState.DISPATCHED),
    "dispatched": ({"dispatched_at": at("2026-11-20 10:00")}, SlipState.DISPATCHED),
    "received": ({"received_at": at("2026-11-20 10:00")}, SlipState.DISPATCHED),
    "on site": ({"arrived_at": at("2026-11-20 10:00")}, SlipState.ON_SITE),
    "done": ({"done_at": at("2026-11-20 10:00")}, SlipState.DONE),
    "back": ({"returned_at": at("2026-11-20 10:00")}, SlipState.RETURNED),
    "back unfinished": (
        {"returned_at": at("2026-11-20 10:00"), "outcome": "未完成"},
        SlipState.SUSPENDED,
    ),
    "void": ({"ending": "作废", "ended_at": at("2026-11-20 10:00")}, SlipState.VOID),
    "cancelled": (
        {"ending": "销单", "ended_at": at("2026-11-20 10:00")},
        SlipState.CANCELLED,
    ),
}


@pytest.mark.parametrize("name", STATES)
def test_the_state_follows_the_latest_fact_present(
    database: Database, desk: Desk, name: str
) -> None:
    facts, state = STATES[name]
    taken_slips(database, desk, unit_slip("A", "2026-11-20 09:00", **facts))
    view = database.read(load_slip_view_by_number, desk, "A")

    assert view.facts["state"] == state
    assert view.events[0].what == "issue"
    assert view.events[-1].facts["set"]["state"] == state  # type: ignore[index]


def test_a_public_slip_that_failed_its_inspection_is_out_again(
    database: Database, desk: Desk
) -> None:
    facts = {
        "dispatched_at": at("2026-11-20 09:10"),
        "returned_at": at("2026-11-20 10:00"),
        "inspection": "不合格",
        "inspected_at": at("2026-11-20 11:00"),
        "inspected_by": "演示管家",
    }
    taken_slips(database, desk, public_slip("A", "2026-11-20 09:00", **facts))
    slip = slip_of(database, "A")

    assert (slip.state, slip.rework_no) == (SlipState.DISPATCHED, 1)
    assert places(database, "A") == {
        1: CopyPlace.ENG_FILE,
        2: CopyPlace.SUPERVISOR,
        3: CopyPlace.SUPERVISOR,
        4: CopyPlace.SUPERVISOR,
    }
    assert database.read(load_account, slip.id).charged == 0


BACK = {"returned_at": at("2026-11-20 17:00")}
OUT = {"dispatched_at": at("2026-11-20 09:10")}
DESK, FILED = CopyPlace.HK_DESK, CopyPlace.ENG_FILE
MADE_VOID = {"ending": "作废", "ended_at": at("2026-11-20 10:00")}
MADE_CANCELLED = {"ending": "销单", "ended_at": at("2026-11-20 10:00")}


@pytest.mark.parametrize(
    ("slip", "expected"),
    [
        (unit_slip("A", "2026-11-20 09:00"), ()),
        (unit_slip("A", "2026-11-20 09:00", **OUT), (CopyPlace.SUPERVISOR,) * 4),
        (
            unit_slip("A", "2026-11-20 09:00", technicians=("演示甲",), **OUT),
            (CopyPlace.TECHNICIAN,) * 4,
        ),
        (
            unit_slip("A", "2026-11-20 09:00", **OUT, **BACK),
            (FILED, DESK, CopyPlace.OWNER, DESK),
        ),
        (
            unit_slip(
                "A", "2026-11-20 09:00", escorted_at=at("2026-11-20 12:00"), **BACK
            ),
            (FILED, CopyPlace.FINANCE, CopyPlace.OWNER, DESK),
        ),
        (public_slip("A", "2026-11-20 09:00", **BACK), (FILED, DESK, DESK, DESK)),
        (
            unit_slip("A", "2026-11-20 09:00", **MADE_VOID),
            (CopyPlace.VOID_COLLECTED,) * 4,
        ),
        (
            unit_slip("A", "2026-11-20 09:00", **MADE_CANCELLED),
            (FILED, DESK, DESK, DESK),
        ),
    ],
)
def test_each_copy_lies_where_the_slips_life_left_it(
    database: Database, desk: Desk, slip: SlipRow, expected: tuple[CopyPlace, ...]
) -> None:
    taken_slips(database, desk, slip)

    assert places(database, "A") == dict(enumerate(expected, start=1))


def test_a_copy_has_one_way_from_its_print_to_its_place(
    database: Database, desk: Desk
) -> None:
    taken_slips(database, desk, unit_slip("A", "2026-11-20 09:00", **OUT, **BACK))
    moves = database.read(
        lambda session: session.execute(
            select(CopyMove.from_place, CopyMove.to_place, CopyMove.moved_at)
            .where(CopyMove.copy_no == 2)
            .order_by(CopyMove.id)
        ).all()
    )

    assert [tuple(move) for move in moves] == [
        (None, CopyPlace.SUPERVISOR, OUT["dispatched_at"]),
        (CopyPlace.SUPERVISOR, DESK, BACK["returned_at"]),
    ]


def test_everything_is_recorded_at_its_own_time_in_time_order(
    database: Database, desk: Desk
) -> None:
    taken(database, desk, full_book())

    def ask(session: Session) -> list[Any]:
        columns = (Event.happened_at, Event.entity, Event.what, Event.by)
        return list(session.execute(select(*columns).order_by(Event.seq)))

    entries = [e for e in database.read(ask) if e.entity not in ("unit", "centre")]
    moments = [entry.happened_at for entry in entries]
    assert all(one <= two for one, two in pairwise(moments))
    assert moments[0] == at("2026-11-02 09:10:05")
    kinds = {entry.entity for entry in entries}
    assert kinds == {"slip", "finance_period"}
    by = {(entry.what, entry.by) for entry in entries}
    assert ("issue", "演示前台") in by
    assert ("receive", "演示主管") in by
    assert ("arrive", "演示技工一") in by
    assert ("escort", "演示管家") in by
    assert ("return", desk.actor) in by


def test_the_life_of_an_imported_slip_can_be_shown(
    database: Database, desk: Desk
) -> None:
    taken(database, desk, full_book())
    view = database.read(load_slip_view_by_number, desk, "WX261102-001")

    assert [event.what for event in view.events] == [
        "issue",
        "dispatch",
        "receive",
        "arrive",
        "complete",
        "escort",
        "pay",
        "return",
        "callback",
        "pay",
        "adjust",
        "refund",
    ]
    assert [(line.name, line.amount) for line in view.lines] == [
        ("人工费", yuan("80")),
        ("材料费", yuan("35.50")),
    ]
    assert [quote.amount for quote in view.quotes] == [yuan("115.50")]
    assert view.money.received == yuan("115.50")
    assert view.money.balance == 0


def the_worked_example(database: Database, desk: Desk, clock: Clock) -> None:
    clock.at = NOW
    taken(database, desk, worked_book())


@pytest.mark.parametrize(
    ("number", "charged", "balance"),
    [
        ("WX261020-031", "80", "0"),
        ("WX261025-004", "500", "0"),
        ("WX261025-005", "499.99", "0"),
        ("WX261101-003", "0", "0"),
        ("WX261105-001", "0", "0"),
        ("WX261107-002", "0", "0"),
        ("WX261110-005", "0", "0"),
        ("WX261115-002", "150", "0"),
        ("WX261118-003", "90", "90"),
        ("WX261119-004", "75.50", "75.50"),
    ],
)
def test_the_worked_example_ties_out_slip_by_slip(
    keep: Keep, clock: Clock, number: str, charged: str, balance: str
) -> None:
    database = Database(keep(the_worked_example).url)
    desk = database.read(open_desk, clock=clock)
    money = database.read(load_slip_view_by_number, desk, number).money
    database.close()

    assert (money.charged, money.balance) == (yuan(charged), yuan(balance))


def test_the_worked_examples_balances_come_to_the_statements_end(
    database: Database, desk: Desk
) -> None:
    taken(database, desk, worked_book())

    def ask(session: Session) -> Decimal:
        ids = session.scalars(select(Slip.id)).all()
        return sum((load_account(session, each).balance for each in ids), Decimal(0))

    assert database.read(ask) == yuan("165.50")


# units


def test_a_unit_not_in_the_directory_is_added_from_its_row(
    database: Database, desk: Desk
) -> None:
    make_unit(database, desk, "3-1502", "演示老业户", "13900000000")
    first = unit_slip("A", "2026-11-20 09:00", unit="3栋1502室")
    other = unit_slip("B", "2026-11-20 09:01", unit="9-0101", owner_name="演示新业户")
    again = replace(other, number="C")
    summary = taken_slips(database, desk, first, other, again)

    def ask(session: Session) -> list[Any]:
        return list(
            session.execute(
                select(Unit.label, Unit.floor, UnitOwner.name, UnitOwner.phone)
                .join(UnitOwner, UnitOwner.unit_id == Unit.id)
                .order_by(Unit.id)
            )
        )

    assert summary.units == 1
    assert [tuple(row) for row in database.read(ask)] == [
        ("3-1502", 15, "演示老业户", "13900000000"),
        ("9-0101", 1, "演示新业户", "13800000001"),
    ]
    slip = slip_of(database, "A")
    assert (slip.unit_label, slip.owner_name) == ("3栋1502室", "演示业户甲")
    assert slip.unit_id is not None


def test_without_a_unit_the_place_is_the_room(database: Database, desk: Desk) -> None:
    unit_id = make_unit(database, desk)
    summary = taken_slips(
        database,
        desk,
        unit_slip("A", "2026-11-20 09:00", unit=""),
        unit_slip("B", "2026-11-20 09:00", unit="", place="小花园旁"),
    )

    assert summary.units == 0
    assert slip_of(database, "A").unit_id == unit_id
    assert slip_of(database, "B").unit_id is None


# numbers


def test_holes_in_the_house_pattern_become_gap_cases(
    database: Database, desk: Desk
) -> None:
    numbers = ("WX261120-002", "WX261120-006", "WX261120-007", "X-1", "WX261121-001")
    slips = [unit_slip(number, "2026-11-20 09:00") for number in numbers]
    summary = taken_slips(database, desk, *slips)
    refs = database.read(
        lambda session: session.scalars(select(GapCase.ref).order_by(GapCase.id)).all()
    )

    assert summary.gaps == 2
    assert refs == ["WX261120-001", "WX261120-003…005"]


def test_new_numbers_go_on_after_the_highest_taken(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-11-20 12:00:00")
    taken_slips(database, desk, unit_slip("WX261120-031", "2026-11-20 09:00"))
    issued = make_slip(database, desk)

    assert issued.number == "WX261120-032"
    assert slip_of(database, issued.number).seq == 1
    assert database.read(check_books, desk) == []


def test_a_second_book_asks_only_for_its_own_holes(
    database: Database, desk: Desk
) -> None:
    taken_slips(database, desk, unit_slip("WX261120-003", "2026-11-20 09:00"))
    second = taken_slips(database, desk, unit_slip("WX261120-005", "2026-11-20 10:00"))
    refs = database.read(
        lambda session: session.scalars(select(GapCase.ref).order_by(GapCase.id)).all()
    )

    assert second.gaps == 1
    assert refs == ["WX261120-001…002", "WX261120-004"]


# all or nothing


def refusal_of(database: Database, desk: Desk, rows: BookRows) -> BookRefused:
    before = database.read(counts)
    with pytest.raises(BookRefused) as refused:
        database.write(import_book, desk, numbered(rows))
    assert database.read(counts) == before
    return refused.value


def test_a_book_with_one_wrong_cell_writes_nothing(
    database: Database, desk: Desk
) -> None:
    rows = full_book()
    wrong = replace(rows.callbacks[0], number="B-9")
    refused = refusal_of(database, desk, replace(rows, callbacks=(wrong,)))

    assert [problem.fault for problem in refused.problems] == [CellFault.UNKNOWN_SLIP]
    assert refused.facts["count"] == 1


def test_a_book_is_not_imported_twice(database: Database, desk: Desk) -> None:
    taken(database, desk, full_book())
    refused = refusal_of(database, desk, full_book())
    faults = {problem.fault for problem in refused.problems}

    assert len(refused.problems) == 11 + 2
    assert faults == {CellFault.NUMBER_TAKEN, CellFault.PERIOD_TWICE}


def test_a_receipt_of_an_earlier_book_keeps_its_payer(
    database: Database, desk: Desk
) -> None:
    taken(database, desk, full_book())
    fee = yuan("20")
    slip = unit_slip(
        "N-1", "2026-12-01 09:00", labour_fee=fee, unit="9-0101", owner_name="演示丙"
    )
    receipt = replace(full_book().money[0], number="N-1", amount=fee, at=NOW)
    refused = refusal_of(database, desk, BookRows(slips=(slip,), money=(receipt,)))

    assert [problem.fault for problem in refused.problems] == [CellFault.RECEIPT_TWICE]


def test_the_settings_decide_how_a_book_is_judged(
    database: Database, desk: Desk
) -> None:
    settings = replace(desk.settings, changed={"phone_required": "ALL"})
    strict = replace(desk, settings=settings)
    rows = numbered(BookRows(slips=(public_slip("P", "2026-11-20 09:00"),)))
    problems = database.read(judge_book, strict, rows)

    assert [problem.fault for problem in problems] == [CellFault.MISSING]


def test_a_book_stopped_half_way_writes_nothing(database: Database, desk: Desk) -> None:
    before = database.read(counts)
    told: list[int] = []
    progress = Progress(lambda done, total: told.append(done))

    class Stopping(Progress):
        def step(self, done: int, total: int) -> None:
            progress.step(done, total)
            if done >= 400:
                raise Cancelled

    with pytest.raises(Cancelled):
        database.write(import_book, desk, numbered(large_book(600)), Stopping())

    assert told[:3] == [0, 200, 400]
    assert database.read(counts) == before


def test_moving_a_book_in_is_a_right_of_its_own(
    database: Database, desk: Desk, clock: Clock
) -> None:
    make_staff(database, desk, "演示前台", Post.FRONT_DESK)
    someone = database.read(open_desk, actor="演示前台", clock=clock)

    with pytest.raises(NotAllowed):
        database.write(import_book, someone, numbered(full_book()))


def test_rows_with_unread_cells_are_never_imported(
    database: Database, desk: Desk
) -> None:
    slip = replace(unit_slip("A", "2026-11-20 09:00"), bad=frozenset({"remark"}))

    with pytest.raises(AssertionError):
        database.write(import_book, desk, BookRows(slips=(slip,)))


# what comes later


def test_feedback_is_told_on_its_slip(database: Database, desk: Desk) -> None:
    taken(database, desk, full_book())
    told = database.read(
        lambda session: session.execute(
            select(Feedback.told_at, Feedback.reason).order_by(Feedback.told_at)
        ).all()
    )

    slip = slip_of(database, "WX261104-001")
    assert (slip.unfinished_reason, slip.eta_at) == ("待料", at("2026-11-12"))
    assert tuple(told[0]) == (at("2026-11-04 17:35"), "待料")


def test_feedback_is_a_step_of_its_slips_life(database: Database, desk: Desk) -> None:
    slips = (unit_slip("A", "2026-11-02 09:00", supervisor="演示主管"),)
    first, last = at("2026-11-02 17:35"), at("2026-11-03 17:40:59")
    feedback = (
        FeedbackRow(number="A", at=last, reason="返厂", eta_at=at("2026-11-09")),
        FeedbackRow(number="A", at=first, reason="待料", eta_at=at("2026-11-05")),
    )
    taken(database, desk, numbered(BookRows(slips=slips, feedback=feedback)))

    view = database.read(load_slip_view_by_number, desk, "A")
    told = [
        (event.happened_at, event.facts["set"])
        for event in view.events
        if event.what == "feedback"
    ]
    assert told == [
        (first, {"unfinished_reason": "待料", "eta_at": "2026-11-04T16:00:00Z"}),
        (last, {"unfinished_reason": "返厂", "eta_at": "2026-11-08T16:00:00Z"}),
    ]
    assert database.read(check_books, desk) == []


def test_feedback_an_earlier_program_kept_apart_is_no_fault(
    database: Database, desk: Desk
) -> None:
    taken(database, desk, BookRows(slips=(unit_slip("A", "2026-11-02 09:00"),)))
    told = {
        "told_at": at("2026-11-02 17:35"),
        "reason": "待料",
        "eta_at": at("2026-11-05"),
    }

    def keep_apart(session: Session, desk: Desk) -> None:
        [slip_id] = session.scalars(select(Slip.id))
        session.add(Feedback(slip_id=slip_id, told_by=desk.actor, **told))
        entry = Recorded(
            desk.centre_id,
            at("2026-11-02 17:35"),
            desk.actor,
            "feedback",
            slip_id,
            "tell",
            facts_text(told),
        )
        record(session, entry)

    database.write(keep_apart, desk)
    assert database.read(check_books, desk) == []


def test_a_slip_after_the_import_goes_its_usual_way(
    database: Database, desk: Desk
) -> None:
    taken(database, desk, full_book())
    order = IssueSlip(**{**_fields(PUBLIC_CALL), "area_kind": AreaKind.PUBLIC})
    issued, _ = database.write(issue_slip, desk, order)

    assert issued.number == "WX270110-001"
    assert database.read(check_books, desk) == []


def _fields(order: IssueSlip) -> dict[str, Any]:
    return {name: getattr(order, name) for name in order.__slots__}


def test_quotes_of_a_book_are_agreed(database: Database, desk: Desk) -> None:
    taken(database, desk, full_book())
    found = database.read(
        lambda s: s.execute(
            select(Quote.amount, Quote.status).order_by(Quote.amount)
        ).all()
    )

    assert [(amount, str(status)) for amount, status in found] == [
        (yuan("115.50"), "agreed"),
        (yuan("260"), "agreed"),
    ]


def test_five_thousand_slips_come_in_under_twenty_seconds(
    database: Database, desk: Desk
) -> None:
    file = book_file(large_book(5000))
    started = time.perf_counter()
    rows, problems = read_xlsx(file, ZONE)
    assert not problems
    summary, _ = database.write(import_book, desk, rows)
    took = time.perf_counter() - started

    assert summary.slips == 5000
    assert took < 20
