"""`silian check` finds money that can not be true."""

from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from app.check_problem import Fault, ProblemKind
from app.database import Database
from app.desk import Desk, open_desk
from app.ledger import add_entry
from app.slip_record import get_slip
from app.waiver import ApplyWaiver, DecideWaiver, apply_waiver, decide_waiver
from models.ledger_entry import EntryKind, PayMethod
from models.slip import SlipState
from models.text import LANGUAGES, translator
from models.unit import AreaKind
from tests.app.books import by_hand, problems
from tests.clock import Clock
from tests.makers import make_slip
from ui.texts import problem_sentence

Books = tuple[Database, Desk]


@pytest.fixture
def lived(database: Database, desk: Desk, clock: Clock) -> Books:
    """A slip of 85.00 with 10.00 waived and 50.00 paid, one that was cancelled."""
    clock.local("2026-10-15 09:00:00")
    slip_id = make_slip(database, desk, SlipState.RETURNED, area_kind=AreaKind.UNIT).id
    make_slip(database, desk, SlipState.CANCELLED, area_kind=AreaKind.UNIT)
    clock.advance(hours=1)

    asked, _ = database.write(
        apply_waiver,
        desk,
        ApplyWaiver(slip_id, Decimal("10.00"), "客诉", "演示管家"),
    )
    director = database.read(open_desk, actor="演示总监", clock=clock)
    database.write(decide_waiver, director, DecideWaiver(asked.id, True))

    def pay(session: Session) -> None:
        slip = get_slip(session, desk, slip_id)
        at = desk.now()
        add_entry(
            session,
            desk,
            slip,
            EntryKind.PAY,
            Decimal("50.00"),
            effective_at=at,
            method=PayMethod.CASH,
            payer="演示业户",
            receipt_no="S-1",
        )

    database.write(pay)
    assert not problems(database, desk)
    return database, desk


def faults(books: Books) -> set[Fault]:
    """What is found; every fault has its sentence."""
    found = problems(*books)
    for problem in found:
        for language in LANGUAGES:
            assert "{" not in problem_sentence(problem, translator(language))
        assert problem.fault is Fault.FACT_DIFFERS or problem.kind in (
            ProblemKind.MONEY,
            ProblemKind.CHAIN,
        )
    return {problem.fault for problem in found}


@pytest.mark.parametrize(
    ("command", "fault"),
    [
        (
            "UPDATE ledger_entry SET amount = 8400 WHERE kind = 'charge'",
            Fault.CHARGE_WRONG,
        ),
        ("DELETE FROM ledger_entry WHERE kind = 'charge'", Fault.CHARGE_WRONG),
        (
            "UPDATE finance_copy SET left_at = arrived_at WHERE slip_id = 1",
            Fault.CHARGE_WRONG,
        ),
        ("DELETE FROM finance_copy WHERE slip_id = 2", Fault.COPY_UNPOSTED),
        (
            "INSERT INTO finance_copy (centre_id, slip_id, arrived_at, is_early,"
            " has_paper, posting_period) SELECT centre_id, slip_id, arrived_at,"
            " is_early, has_paper, posting_period FROM finance_copy WHERE slip_id = 1",
            Fault.COPY_TWICE,
        ),
        (
            "UPDATE ledger_entry SET amount = 9000 WHERE kind = 'pay'",
            Fault.BALANCE_NEGATIVE,
        ),
        (
            "UPDATE ledger_entry SET amount = 4000 WHERE kind = 'pay'",
            Fault.LEDGER_UNRECORDED,
        ),
        ("DELETE FROM ledger_entry WHERE kind = 'pay'", Fault.LEDGER_UNRECORDED),
        (
            "UPDATE ledger_entry SET posting_period = '2026-09' WHERE kind = 'pay'",
            Fault.POSTING_WRONG,
        ),
        (
            "UPDATE ledger_entry SET posting_period = NULL WHERE kind = 'waive'",
            Fault.POSTING_WRONG,
        ),
        (
            "UPDATE finance_copy SET posting_period = '2026-09'",
            Fault.POSTING_WRONG,
        ),
    ],
)
def test_money_that_can_not_be_true_is_found(
    lived: Books, command: str, fault: Fault
) -> None:
    by_hand(lived[0], command)
    assert fault in faults(lived)


def test_a_receipt_of_two_payers_is_found(lived: Books) -> None:
    database, desk = lived

    def pay_again(session: Session) -> None:
        add_entry(
            session,
            desk,
            get_slip(session, desk, 1),
            EntryKind.PAY,
            Decimal("5.00"),
            effective_at=desk.now(),
            method=PayMethod.CASH,
            payer="演示邻居",
            receipt_no="S-1",
        )

    database.write(pay_again)
    assert faults(lived) == {Fault.RECEIPT_SHARED}
