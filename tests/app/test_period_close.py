"""Closing a period: after its end, in order, once, by two people, for good."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

import pytest
from sqlalchemy.orm import Session

from app.database import Database
from app.database_trouble import ChangedByOthers
from app.desk import Desk, NotAllowed, open_desk
from app.errors import Refusal
from app.ledger import add_entry
from app.period_close import (
    CloseNotProposed,
    CloseProposedAlready,
    EarlierPeriodOpen,
    LaterPeriodClosed,
    Papers,
    PeriodClosedAlready,
    PeriodNotOver,
    ProposerConfirms,
    close_alone,
    confirm_close,
    propose_close,
    what_is_missing,
)
from app.period_day import act_day, closing_day
from app.settings_change import change_settings
from app.slip_archive import ReopenSlip, reopen_slip
from app.slip_line import Line
from app.slip_record import get_slip
from app.slip_refusals import InClosedStatement
from app.slip_return import TakeBackSlip, take_back_slip
from app.statement import PeriodMalformed, chain_head, load_statement
from app.statement_file import load_file
from models.finance_period import FileKind
from models.ledger_entry import EntryKind, PayMethod
from models.money import ZERO
from models.slip import SlipState
from models.slip_line import LineKind
from models.staff import Department, Post
from models.statement import Section, Statement
from models.unit import AreaKind
from tests.app.books import books, changed_between, gap_refs, problems
from tests.app.slip_step import SIGNED
from tests.clock import Clock
from tests.makers import make_slip, make_staff

PERIOD = "2026-03"
"""Of the clock's first moment: [21 February, 21 March)."""


def drawn(name: bytes) -> Callable[[Statement], bytes]:
    """A paper that shows the hash of its statement."""
    return lambda statement: name + statement.hash.encode()


BACK = TakeBackSlip(
    0,
    result_text="已修好",
    signature=SIGNED,
    lines=(Line(LineKind.LABOUR, "人工", Decimal(85)),),
    quote=Decimal("85.00"),
)
"""All that the paper of a paid slip says."""

PAPERS = Papers(drawn(b"%PDF "), drawn(b"PK "))


@pytest.fixture
def housekeeping(database: Database, desk: Desk, clock: Clock) -> Desk:
    """The desk of the housekeeping supervisor."""
    make_staff(database, desk, "演示管家主管", Post.HOUSEKEEPING_SUPERVISOR)
    return database.read(open_desk, actor="演示管家主管", clock=clock)


@pytest.fixture
def finance(database: Database, desk: Desk, clock: Clock) -> Desk:
    """The desk of Finance."""
    make_staff(database, desk, "演示财务", Post.FINANCE, department=Department.FINANCE)
    return database.read(open_desk, actor="演示财务", clock=clock)


def close(database: Database, desk: Desk, period: str = PERIOD) -> Statement:
    """Both halves, by two people."""
    database.write(propose_close, replace(desk, actor="演示甲"), period)
    closed, _ = database.write(
        confirm_close, replace(desk, actor="演示乙"), period, PAPERS
    )
    return closed


def returned(database: Database, desk: Desk) -> int:
    """A paid slip that is back with its papers, at the desk's moment."""
    return make_slip(database, desk, SlipState.RETURNED, area_kind=AreaKind.UNIT).id


def pay(database: Database, desk: Desk, slip_id: int, amount: str = "85.00") -> None:
    """A payment at the desk's moment."""

    def step(session: Session) -> None:
        add_entry(
            session,
            desk,
            get_slip(session, desk, slip_id),
            EntryKind.PAY,
            Decimal(amount),
            effective_at=desk.now(),
            method=PayMethod.CASH,
        )

    database.write(step)


def numbers(statement: Statement, section: Section) -> int:
    return len(statement.section(section))


def test_two_people_close_a_period(
    database: Database, desk: Desk, housekeeping: Desk, finance: Desk, clock: Clock
) -> None:
    slip_id = returned(database, desk)
    clock.local("2026-03-23 09:50")
    database.write(propose_close, housekeeping, PERIOD)
    clock.local("2026-03-23 10:00")
    closed, changed = database.write(confirm_close, finance, PERIOD, PAPERS)
    assert {"finance_period", "statement_file", "carried_slip"} <= changed
    assert closed.is_closed
    assert closed.closed_at == clock.at
    assert (closed.proposed_by, closed.closed_by) == ("演示管家主管", "演示财务")
    assert [slip.id for slip in closed.section(Section.A)] == [slip_id]
    assert closed.charged.own == closed.closing == Decimal("85.00")
    assert database.read(load_statement, finance, PERIOD) == closed
    assert problems(database, finance) == []


def test_the_statement_names_the_head_of_the_chain_before_it(
    database: Database, desk: Desk, clock: Clock
) -> None:
    returned(database, desk)
    clock.local("2026-03-23 10:00")
    database.write(propose_close, replace(desk, actor="演示甲"), PERIOD)

    before = database.read(chain_head, desk)
    closed, _ = database.write(confirm_close, desk, PERIOD, PAPERS)
    assert closed.chain == before
    # The close is an entry of the log itself.
    assert database.read(chain_head, desk) != before


def test_the_papers_are_stored_as_they_were_drawn(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-03-23 10:00")
    closed = close(database, desk)
    clock.local("2026-06-01 10:00")
    pdf = database.read(load_file, desk, PERIOD, FileKind.PDF)
    assert pdf == b"%PDF " + closed.hash.encode()
    xlsx = database.read(load_file, desk, PERIOD, FileKind.XLSX)
    assert xlsx == b"PK " + closed.hash.encode()
    assert database.read(load_file, desk, "2026-04", FileKind.PDF) is None


def test_a_period_is_not_closed_before_its_end(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-03-20 23:59:59")
    before = books(database)
    for step in (propose_close, confirm_close, close_alone):
        papers = () if step is propose_close else (PAPERS,)
        with pytest.raises(PeriodNotOver) as refused:
            database.write(step, desk, PERIOD, *papers)
        assert refused.value.facts["from_at"] == Clock().local("2026-03-21 00:00:00")
    assert books(database) == before
    clock.local("2026-03-21 00:00:00")
    assert close(database, desk).is_closed


def test_a_period_is_not_closed_twice(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-03-23 10:00")
    close(database, desk)
    clock.local("2026-03-23 11:00")
    for step in (propose_close, confirm_close, close_alone):
        papers = () if step is propose_close else (PAPERS,)
        with pytest.raises(PeriodClosedAlready) as refused:
            database.write(step, desk, PERIOD, *papers)
        assert refused.value.facts["by"] == "演示乙"


def test_periods_are_closed_in_order(
    database: Database, desk: Desk, clock: Clock
) -> None:
    returned(database, desk)
    clock.local("2026-05-25 10:00")
    with pytest.raises(EarlierPeriodOpen) as refused:
        database.write(propose_close, desk, "2026-05")
    assert refused.value.facts == {"period": "2026-05", "earlier": PERIOD}
    close(database, desk)
    with pytest.raises(EarlierPeriodOpen) as refused:
        database.write(propose_close, desk, "2026-05")
    assert refused.value.facts["earlier"] == "2026-04"
    close(database, desk, "2026-04")
    close(database, desk, "2026-05")
    with pytest.raises(LaterPeriodClosed):
        database.write(propose_close, desk, "2026-01")


def test_empty_books_begin_with_any_period(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-05-25 10:00")
    closed = close(database, desk, "2026-05")
    assert closed.issued == 0
    assert not closed.slips
    assert closed.closing == ZERO
    assert all(each.holds for each in closed.identities)
    clock.local("2026-06-22 10:00")
    close(database, desk, "2026-06")
    assert problems(database, desk) == []


def test_who_proposed_does_not_confirm(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-03-23 10:00")
    database.write(propose_close, desk, PERIOD)
    with pytest.raises(ProposerConfirms):
        database.write(confirm_close, desk, PERIOD, PAPERS)
    with pytest.raises(CloseProposedAlready) as refused:
        database.write(propose_close, replace(desk, actor="演示乙"), PERIOD)
    assert refused.value.facts["by"] == desk.actor


def test_nobody_confirms_what_nobody_proposed(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-03-23 10:00")
    with pytest.raises(CloseNotProposed):
        database.write(confirm_close, desk, PERIOD, PAPERS)


def test_each_half_needs_its_right(
    database: Database, housekeeping: Desk, finance: Desk, clock: Clock
) -> None:
    clock.local("2026-03-23 10:00")
    with pytest.raises(NotAllowed):
        database.write(propose_close, finance, PERIOD)
    database.write(propose_close, housekeeping, PERIOD)
    with pytest.raises(NotAllowed):
        database.write(confirm_close, housekeeping, PERIOD, PAPERS)


@pytest.mark.parametrize("text", ["", "2026", "2026-13", "三月", "2026-03-21"])
def test_what_names_no_period_is_not_closed(
    database: Database, desk: Desk, text: str
) -> None:
    with pytest.raises(PeriodMalformed):
        database.write(propose_close, desk, text)


def test_a_file_is_closed_in_one_step(
    new_sqlite: Callable[[str], str], clock: Clock
) -> None:
    database = Database(new_sqlite("alone"))
    desk = database.read(open_desk, actor="演示财务", clock=clock)
    clock.local("2026-03-23 10:00")
    closed, _ = database.write(close_alone, desk, PERIOD, PAPERS)
    assert (closed.proposed_by, closed.closed_by) == ("演示财务", "演示财务")
    assert problems(database, desk) == []
    # Half done in the window is finished by the command.
    clock.local("2026-04-21 10:00")
    database.write(propose_close, replace(desk, actor="演示主管"), "2026-04")
    closed, _ = database.write(close_alone, desk, "2026-04", PAPERS)
    assert (closed.proposed_by, closed.closed_by) == ("演示主管", "演示财务")
    database.close()


def test_on_a_file_too_somebody_without_either_right_closes_nothing(
    new_sqlite: Callable[[str], str], clock: Clock
) -> None:
    database = Database(new_sqlite("alone"))
    desk = database.read(open_desk, clock=clock)
    make_staff(database, desk, "演示前台")
    front = database.read(open_desk, actor="演示前台", clock=clock)
    clock.local("2026-03-23 10:00")
    with pytest.raises(NotAllowed):
        database.write(close_alone, front, PERIOD, PAPERS)
    database.close()


def test_a_server_is_not_closed_by_one_person(
    new_postgres: Callable[[str], str], clock: Clock
) -> None:
    database = Database(new_postgres("alone"))
    desk = database.read(open_desk, actor="演示财务", clock=clock)
    clock.local("2026-03-23 10:00")
    with pytest.raises(CloseNotProposed):
        database.write(close_alone, desk, PERIOD, PAPERS)
    database.write(propose_close, desk, PERIOD)
    with pytest.raises(ProposerConfirms):
        database.write(close_alone, desk, PERIOD, PAPERS)
    other = replace(desk, actor="演示主管")
    closed, _ = database.write(close_alone, other, PERIOD, PAPERS)
    assert (closed.proposed_by, closed.closed_by) == ("演示财务", "演示主管")
    database.close()


def at_once(
    database_url: str, *steps: Callable[[Database], object]
) -> list[Refusal | None]:
    """Each step in a session of its own, all begun together: how each ended."""
    ends: list[Refusal | None] = [None] * len(steps)
    gate = threading.Barrier(len(steps))

    def run(place: int) -> None:
        own = Database(database_url)
        try:
            gate.wait()
            steps[place](own)
        except Refusal as refusal:
            ends[place] = refusal
        finally:
            own.close()

    threads = [threading.Thread(target=run, args=(n,)) for n in range(len(steps))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ends


def test_of_two_desks_that_close_at_once_one_is_told(
    database: Database, database_url: str, desk: Desk, clock: Clock
) -> None:
    returned(database, desk)
    clock.local("2026-03-23 10:00")
    proposer = replace(desk, actor="演示甲")
    database.write(propose_close, proposer, PERIOD)

    def confirm(name: str) -> Callable[[Database], object]:
        actor = replace(desk, actor=name)
        return lambda own: own.write(confirm_close, actor, PERIOD, PAPERS)

    ends = at_once(database_url, confirm("演示乙"), confirm("演示丙"))
    assert sorted(type(end).__name__ for end in ends) == [
        "NoneType",
        "PeriodClosedAlready",
    ]
    assert problems(database, desk) == []


def test_of_two_desks_that_propose_at_once_one_is_told(
    database: Database, database_url: str, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-03-23 10:00")

    def propose(name: str) -> Callable[[Database], object]:
        actor = replace(desk, actor=name)
        return lambda own: own.write(propose_close, actor, PERIOD)

    ends = at_once(database_url, propose("演示甲"), propose("演示乙"))
    told = [end for end in ends if end is not None]
    assert len(told) == 1
    assert isinstance(told[0], CloseProposedAlready)
    assert not isinstance(told[0], ChangedByOthers)


def test_who_pays_while_a_period_closes_pays_into_one_of_the_two(
    database: Database, database_url: str, desk: Desk, clock: Clock
) -> None:
    slips = [returned(database, desk) for _ in range(4)]
    clock.local("2026-03-23 10:00")
    database.write(propose_close, replace(desk, actor="演示甲"), PERIOD)
    ends = at_once(
        database_url,
        lambda own: own.write(confirm_close, desk, PERIOD, PAPERS),
        *(partial(pay, desk=desk, slip_id=slip_id) for slip_id in slips),
    )
    assert ends == [None] * 5
    march = database.read(load_statement, desk, PERIOD)
    april = database.read(load_statement, desk, "2026-04")
    assert march.received.total + april.received.total == Decimal("340.00")
    assert april.opening == march.closing
    assert problems(database, desk) == []


def test_what_comes_at_the_second_of_the_close_belongs_to_the_next(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-03-02 10:00")
    early, late, at_it = (
        make_slip(database, desk, SlipState.DISPATCHED, area_kind=AreaKind.UNIT).id
        for _ in range(3)
    )
    take_back(database, desk, early, "2026-03-23 09:59:59", clock)
    take_back(database, desk, at_it, "2026-03-23 10:00:00", clock)
    pay(database, desk, early)
    march = close(database, desk)
    assert [slip.id for slip in march.section(Section.A)] == [early]
    assert {slip.id for slip in march.section(Section.C)} == {late, at_it}
    assert march.received.total == ZERO
    april = database.read(load_statement, desk, "2026-04")
    assert [slip.id for slip in april.section(Section.B)] == [at_it]
    assert april.received.earlier == Decimal("85.00")
    assert problems(database, desk) == []


def test_what_goes_out_again_at_the_second_of_the_close_is_not_charged(
    database: Database, desk: Desk, clock: Clock
) -> None:
    """4.7-5: a slip whose copy is out stands in C, and its fee in no total."""
    here, gone = returned(database, desk), returned(database, desk)
    brief = make_slip(database, desk, SlipState.DISPATCHED, area_kind=AreaKind.UNIT).id
    clock.local("2026-03-23 10:00:00")
    database.write(reopen_slip, desk, ReopenSlip(gone, "又漏了"))
    database.write(take_back_slip, desk, replace(BACK, slip_id=brief))
    database.write(reopen_slip, desk, ReopenSlip(brief, "又漏了"))
    march = close(database, desk)
    assert [slip.id for slip in march.section(Section.A)] == [here]
    assert {slip.id for slip in march.section(Section.C)} == {gone, brief}
    price = Decimal("85.00")
    assert (march.charged.total, march.closing) == (price, price)
    clock.local("2026-03-24 09:00:00")
    database.write(take_back_slip, desk, replace(BACK, slip_id=gone))
    april = database.read(load_statement, desk, "2026-04")
    assert [slip.id for slip in april.section(Section.B)] == [gone]
    assert (april.charged.own, april.charged.earlier) == (ZERO, price)
    assert problems(database, desk) == []


def take_back(
    database: Database, desk: Desk, slip_id: int, moment: str, clock: Clock
) -> None:
    clock.local(moment)
    database.write(take_back_slip, desk, replace(BACK, slip_id=slip_id))


def test_a_close_that_is_dated_back_leaves_what_came_after_to_the_next(
    database: Database, desk: Desk, clock: Clock
) -> None:
    first = returned(database, desk)
    second = make_slip(database, desk, SlipState.DISPATCHED, area_kind=AreaKind.UNIT).id
    take_back(database, desk, second, "2026-03-24 16:00", clock)
    clock.local("2026-03-25 10:00")
    pay(database, desk, first)
    march = close(database, desk.at(Clock().local("2026-03-23 10:00")))
    assert [slip.id for slip in march.section(Section.A)] == [first]
    assert march.closing == Decimal("85.00")
    april = database.read(load_statement, desk, "2026-04")
    assert [slip.id for slip in april.section(Section.B)] == [second]
    assert april.received.earlier == Decimal("85.00")
    assert april.closing == Decimal("85.00")
    assert problems(database, desk) == []


def test_a_late_second_copy_comes_into_the_next_statement(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = make_slip(
        database, desk, SlipState.DISPATCHED, area_kind=AreaKind.UNIT
    ).id
    clock.local("2026-03-23 10:00")
    march = close(database, desk)
    assert (numbers(march, Section.A), numbers(march, Section.C)) == (0, 1)
    take_back(database, desk, slip_id, "2026-03-23 14:00", clock)
    assert database.read(load_statement, desk, PERIOD) == march
    april = database.read(load_statement, desk, "2026-04")
    assert [slip.id for slip in april.section(Section.B)] == [slip_id]
    assert april.charged.earlier == Decimal("85.00")
    assert numbers(april, Section.C) == 0


def test_a_slip_of_a_closed_statement_is_not_reopened(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = returned(database, desk)
    clock.local("2026-03-23 10:00")
    close(database, desk)
    before = books(database)
    with pytest.raises(InClosedStatement):
        database.write(reopen_slip, desk, ReopenSlip(slip_id, "又漏了"))
    assert changed_between(before, books(database)) == set()


def test_a_lost_second_copy_stays_out_of_the_totals(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = make_slip(
        database, desk, SlipState.DISPATCHED, area_kind=AreaKind.UNIT
    ).id
    order = replace(
        BACK,
        slip_id=slip_id,
        copies_back=frozenset({1, 3, 4}),
        copies_lost=frozenset({2}),
    )
    database.write(take_back_slip, desk, order)
    (ref,) = gap_refs(database)
    clock.local("2026-03-23 10:00")
    missing = database.read(what_is_missing, desk, PERIOD)
    assert len(missing.not_back) == 1
    assert missing.gaps == (ref,)
    closed = close(database, desk)
    (slip,) = closed.section(Section.C)
    assert (slip.state, slip.reason) == (SlipState.RETURNED, "单据遗失")
    assert slip.expected == Decimal("85.00")
    assert closed.charged.total == ZERO
    assert [gap.ref for gap in closed.gaps] == [ref]
    assert all(each.holds for each in closed.identities)


def test_what_is_missing_is_shown_before_the_close(
    database: Database, desk: Desk, clock: Clock
) -> None:
    back = make_slip(database, desk, SlipState.RETURNED, area_kind=AreaKind.UNIT)
    make_slip(database, desk, SlipState.RETURNED)
    out = make_slip(database, desk, SlipState.DISPATCHED)
    in_dispute = make_slip(database, desk, SlipState.DISPUTED, area_kind=AreaKind.UNIT)
    void = make_slip(database, desk, SlipState.VOID)
    clock.local("2026-03-20 18:00")
    missing = database.read(what_is_missing, desk, PERIOD)
    assert missing.not_back == (out.number, in_dispute.number)
    assert back.number in missing.unbundled
    assert void.number not in missing.unbundled
    assert missing.in_dispute == (in_dispute.number,)
    assert missing.unpaid == (back.number,)
    assert not missing.paid_unseen
    assert not missing.is_handed_over
    assert (missing.act_on, missing.closes_on) == (date(2026, 3, 20), date(2026, 3, 23))
    assert missing.closes_from == Clock().local("2026-03-21 00:00:00")
    assert missing.earlier_open is None
    assert (missing.proposed_by, missing.closed_by) == ("", "")
    pay(database, desk, in_dispute.id, "10.00")
    clock.local("2026-03-23 10:00")
    database.write(propose_close, desk, PERIOD)
    missing = database.read(what_is_missing, desk, PERIOD)
    assert missing.paid_unseen == (in_dispute.number,)
    assert missing.proposed_by == desk.actor
    assert missing.proposed_at == clock.at
    assert database.read(what_is_missing, desk, "2026-04").earlier_open == PERIOD


VECTORS_5_9 = {
    "2026-01": ("2026-01-20", "2026-01-21"),
    "2026-02": ("2026-02-24", "2026-02-24"),
    "2026-03": ("2026-03-20", "2026-03-23"),
    "2026-04": ("2026-04-20", "2026-04-21"),
    "2026-05": ("2026-05-20", "2026-05-21"),
    "2026-06": ("2026-06-22", "2026-06-22"),
    "2026-07": ("2026-07-20", "2026-07-21"),
    "2026-08": ("2026-08-20", "2026-08-21"),
    "2026-09": ("2026-09-20", "2026-09-21"),
    "2026-10": ("2026-10-20", "2026-10-21"),
    "2026-11": ("2026-11-20", "2026-11-23"),
    "2026-12": ("2026-12-21", "2026-12-21"),
}


@pytest.mark.parametrize("period", VECTORS_5_9)
def test_the_act_of_the_20th_and_the_earliest_normal_close(
    desk: Desk, period: str
) -> None:
    days = act_day(desk, period), closing_day(desk, period)
    assert tuple(day.isoformat() for day in days) == VECTORS_5_9[period]


@pytest.mark.parametrize(
    ("shift", "act"),
    [("PREV_WORKDAY", "2026-12-18"), ("SAME_DAY", "2026-12-20")],
)
def test_the_act_moves_as_the_setting_says_and_the_close_does_not(
    database: Database, desk: Desk, clock: Clock, shift: str, act: str
) -> None:
    database.write(change_settings, desk, {"handover_shift": shift})
    moved = database.read(open_desk, clock=clock)
    assert act_day(moved, "2026-12").isoformat() == act
    assert closing_day(moved, "2026-12").isoformat() == "2026-12-21"
