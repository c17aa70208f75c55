"""An entry stands in the ledger once, in the log too, and posts where 4.7 says."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from app.database import Database
from app.desk import Desk, NotAllowed, open_desk
from app.ledger import Account, add_entry, load_account
from app.posting import (
    Closings,
    earliest_open_period,
    last_closed_period,
    posting_period,
)
from app.slip_record import get_slip
from app.slip_refusals import SlipCannotMove
from models.finance_period import FinancePeriod
from models.ledger_entry import EntryKind, PayMethod
from models.slip import SlipState
from models.staff import Department, Post
from models.unit import AreaKind
from tests.app.books import books, events_of, last_facts
from tests.clock import SITE, Clock
from tests.makers import make_slip, make_staff

PAY, REFUND, ADJUST, WAIVE = (
    EntryKind.PAY,
    EntryKind.REFUND,
    EntryKind.ADJUST,
    EntryKind.WAIVE,
)


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SITE)


def closed(database: Database, desk: Desk, code: str, at: str) -> None:
    """A period that somebody closed."""

    def close(session: Session) -> None:
        session.add(
            FinancePeriod(
                centre_id=desk.centre_id,
                code=code,
                closed_at=local(at),
                closed_by="演示财务",
            )
        )

    database.write(close)


def put(
    database: Database,
    desk: Desk,
    slip_id: int,
    kind: EntryKind,
    amount: str,
    at: datetime | None = None,
) -> str | None:
    """An entry of money; answers with its period."""

    def step(session: Session) -> str | None:
        slip = get_slip(session, desk, slip_id)
        method = PayMethod.CASH if kind in (PAY, REFUND) else None
        entry = add_entry(
            session,
            desk,
            slip,
            kind,
            Decimal(amount),
            effective_at=at or desk.now(),
            method=method,
            payer=slip.reporter_name,
            receipt_no="R-1",
        )
        return entry.posting_period

    answer, _ = database.write(step)
    return answer


def quoted(database: Database, desk: Desk) -> int:
    """A slip of a unit whose owner agreed to 85.00."""
    return make_slip(database, desk, SlipState.WORKING, area_kind=AreaKind.UNIT).id


def test_an_account_adds_up(database: Database, desk: Desk) -> None:
    slip_id = quoted(database, desk)
    assert database.read(load_account, slip_id) == Account(expected=Decimal("85.00"))
    put(database, desk, slip_id, PAY, "60.00")
    put(database, desk, slip_id, REFUND, "10.00")
    put(database, desk, slip_id, ADJUST, "-5.00")
    account = database.read(load_account, slip_id)
    assert account.received == Decimal("60.00")
    assert account.refunded == Decimal("10.00")
    assert account.adjusted == Decimal("-5.00")
    assert account.balance == Decimal("-55.00")
    assert account.left_to_pay == Decimal("30.00")


def test_a_price_nobody_named_is_not_nothing(database: Database, desk: Desk) -> None:
    unnamed = make_slip(database, desk, area_kind=AreaKind.UNIT).id
    public = make_slip(database, desk).id
    assert database.read(load_account, unnamed).left_to_pay is None
    assert database.read(load_account, public).left_to_pay == 0


def test_an_entry_stands_in_the_log(
    database: Database, desk: Desk, clock: Clock
) -> None:
    slip_id = quoted(database, desk)
    paid_at = clock.advance(hours=1)
    clock.advance(hours=1)
    put(database, desk, slip_id, PAY, "85.00", paid_at)
    assert events_of(database, slip_id)[-1] == "pay"
    told = last_facts(database, slip_id)
    assert '"amount":"85.00"' in told
    assert '"receipt_no":"R-1"' in told
    assert '"effective_at":"2026-03-02T03:00:00Z"' in told


def test_money_is_finances_alone(database: Database, desk: Desk, clock: Clock) -> None:
    slip_id = quoted(database, desk)
    make_staff(database, desk, "演示前台", Post.FRONT_DESK)
    make_staff(database, desk, "演示财务", Post.FINANCE, department=Department.FINANCE)
    front = database.read(open_desk, actor="演示前台", clock=clock)
    finance = database.read(open_desk, actor="演示财务", clock=clock)
    before = books(database)
    for kind in (PAY, REFUND, ADJUST):
        with pytest.raises(NotAllowed):
            put(database, front, slip_id, kind, "5.00")
    with pytest.raises(NotAllowed):
        put(database, finance, slip_id, WAIVE, "5.00")
    assert books(database) == before
    assert put(database, finance, slip_id, PAY, "5.00") == "2026-03"


@pytest.mark.parametrize("state", [SlipState.VOID, SlipState.CANCELLED])
def test_no_money_on_a_slip_that_ended(
    database: Database, desk: Desk, state: SlipState
) -> None:
    slip_id = make_slip(database, desk, state, area_kind=AreaKind.UNIT).id
    for kind in (PAY, REFUND, ADJUST, WAIVE):
        with pytest.raises(SlipCannotMove):
            put(database, desk, slip_id, kind, "5.00")


def test_money_posts_to_its_own_period_or_the_earliest_open_one(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-10-20 09:00:00")
    slip_id = quoted(database, desk)
    assert put(database, desk, slip_id, PAY, "1.00") == "2026-10"
    clock.local("2026-10-21 09:59:59")
    late = local("2026-10-20 18:00:00")
    assert put(database, desk, slip_id, PAY, "2.00", late) == "2026-10"
    closed(database, desk, "2026-10", "2026-10-21 10:00:00")
    clock.local("2026-10-21 10:00:00")
    assert put(database, desk, slip_id, PAY, "3.00", late) == "2026-11"
    assert put(database, desk, slip_id, PAY, "4.00") == "2026-11"
    clock.local("2026-11-21 00:00:00")
    assert put(database, desk, slip_id, PAY, "5.00") == "2026-12"


def test_what_is_really_closed_takes_nothing_whatever_the_clock_says(
    database: Database, desk: Desk, clock: Clock
) -> None:
    clock.local("2026-10-20 09:00:00")
    slip_id = quoted(database, desk)
    closed(database, desk, "2026-10", "2026-10-21 10:00:00")
    assert put(database, desk, slip_id, PAY, "1.00") == "2026-11"


def test_a_close_at_the_very_second_comes_first(
    database: Database, desk: Desk, clock: Clock
) -> None:
    at = clock.local("2026-10-21 10:00:00")
    assert database.read(earliest_open_period, desk, at) == "2026-11"
    assert database.read(last_closed_period, desk) is None
    issued_at = clock.local("2026-10-05 10:00:00")
    make_slip(database, desk)
    assert database.read(earliest_open_period, desk, at) == "2026-10"
    posted, _ = database.write(posting_period, desk, issued_at)
    assert posted == "2026-10"
    closed(database, desk, "2026-10", "2026-10-21 10:00:00")
    before = at - timedelta(seconds=1)
    assert database.read(earliest_open_period, desk, before) == "2026-10"
    assert database.read(earliest_open_period, desk, at) == "2026-11"
    assert database.read(last_closed_period, desk, before) is None


def test_a_proposed_period_is_open(database: Database, desk: Desk) -> None:
    def propose(session: Session) -> None:
        session.add(
            FinancePeriod(
                centre_id=desk.centre_id, code="2026-03", proposed_at=desk.now()
            )
        )

    database.write(propose)
    assert database.read(last_closed_period, desk) is None


def test_closes_of_a_book_are_replayed_at_their_own_times() -> None:
    closings = Closings(
        [
            (local("2026-11-23 10:00:00"), "2026-11"),
            (local("2026-10-21 10:00:00"), "2026-10"),
        ],
        SITE,
    )
    late, early = local("2026-10-20 23:59:59"), local("2026-10-21 09:59:59")
    assert closings.period(late, early) == "2026-10"
    assert closings.period(late, local("2026-10-21 10:00:00")) == "2026-11"
    assert closings.period(late, local("2026-11-23 10:00:00")) == "2026-12"
    assert closings.period(local("2026-12-25 10:00:00"), early) == "2027-01"


def test_a_book_posts_nothing_to_what_the_database_closed() -> None:
    closings = Closings((), SITE, "2026-11")
    early = local("2026-09-01 10:00:00")
    assert closings.period(early, early) == "2026-11"
    assert Closings((), SITE).period(early, early) == "2026-09"
