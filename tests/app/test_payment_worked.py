"""The money of worked example 5.2, taken through the use cases at its own times."""

from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.arrears import load_arrears
from app.database import Database
from app.desk import Desk
from app.ledger import load_account
from app.payment import PayBack, Share, TakePayment, pay_back, take_payment
from app.period_close import confirm_close, propose_close
from app.slip_issue import issue_slip
from app.slip_quote import (
    AgreeQuote,
    DisputeQuote,
    QuoteSlip,
    ResolveDispute,
    agree_quote,
    dispute_quote,
    quote_slip,
    resolve_dispute,
)
from app.slip_return import take_back_slip
from app.slip_work import StepSlip, arrive
from app.takings import load_takings
from models.ledger_entry import EntryKind, LedgerEntry, PayMethod
from models.money import ZERO
from models.statement import Statement
from tests.app.books import problems
from tests.app.slip_step import dispatch
from tests.clock import Clock
from tests.makers import UNIT_CALL, paper_of

CASH, TRANSFER, WECHAT = PayMethod.CASH, PayMethod.TRANSFER, PayMethod.WECHAT
Posted = dict[tuple[str | None, EntryKind, PayMethod | None], Decimal]


@dataclass
class Site:
    """The centre of the example; every step is taken at its own moment."""

    database: Database
    desk: Desk
    clock: Clock

    def issue(self, when: str) -> int:
        self.clock.local(when)
        issued, _ = self.database.write(issue_slip, self.desk, UNIT_CALL)
        return issued.id

    def agree(self, when: str, slip_id: int, price: str) -> None:
        """Dispatched, on site, quoted, agreed."""
        self.clock.local(when)
        dispatch(self.database, self.desk, slip_id)
        self.database.write(arrive, self.desk, StepSlip(slip_id))
        self.database.write(quote_slip, self.desk, QuoteSlip(slip_id, Decimal(price)))
        self.database.write(agree_quote, self.desk, AgreeQuote(slip_id))

    def back(self, when: str, slip_id: int) -> None:
        self.clock.local(when)
        paper = paper_of(self.database, slip_id)
        self.database.write(take_back_slip, self.desk, paper)

    def pay(
        self, when: str, slip_id: int, amount: str, method: PayMethod, escort: str = ""
    ) -> None:
        self.clock.local(when)
        order = TakePayment(
            (Share(slip_id, Decimal(amount)),),
            method,
            receipt_no=f"SJ{when}{slip_id}" if method is CASH else "",
            escort=escort,
        )
        self.database.write(take_payment, self.desk, order)

    def close(self, when: str, period: str) -> Statement:
        self.clock.local(when)
        proposer, confirmer = (
            replace(self.desk, actor=name) for name in ("演示主管", "演示财务")
        )
        self.database.write(propose_close, proposer, period)
        statement, _ = self.database.write(confirm_close, confirmer, period, None)
        return statement

    def posted(self) -> Posted:
        """What each period posts of money and adjustments, by method."""

        def ask(session: Session) -> Posted:
            rows = session.execute(
                select(
                    LedgerEntry.posting_period,
                    LedgerEntry.kind,
                    LedgerEntry.method,
                    func.sum(LedgerEntry.amount),
                )
                .where(LedgerEntry.kind != EntryKind.CHARGE)
                .group_by(
                    LedgerEntry.posting_period, LedgerEntry.kind, LedgerEntry.method
                )
            )
            return {(period, kind, how): amount for period, kind, how, amount in rows}

        return self.database.read(ask)


def test_the_money_of_the_worked_example(
    database: Database, desk: Desk, clock: Clock
) -> None:
    site = Site(database, desk, clock)
    no1 = site.issue("2026-10-20 23:59:59")
    no2 = site.issue("2026-10-21 00:00:00")
    first = site.close("2026-10-21 10:00:00", "2026-10")
    site.agree("2026-10-21 10:30:00", no1, "80.00")
    site.pay("2026-10-21 10:40:00", no1, "80.00", CASH, "演示管家")
    site.agree("2026-10-21 15:00:00", no2, "120.00")
    site.back("2026-10-21 17:20:00", no2)
    site.pay("2026-10-23 09:00:00", no2, "120.00", TRANSFER)
    no5 = site.issue("2026-10-28 09:00:00")
    site.agree("2026-10-28 10:00:00", no5, "300.00")
    site.pay("2026-10-29 10:00:00", no5, "100.00", CASH, "演示管家")
    no7 = site.issue("2026-11-03 09:00:00")
    clock.advance(hours=1)
    dispatch(database, desk, no7)
    database.write(arrive, desk, StepSlip(no7))
    database.write(quote_slip, desk, QuoteSlip(no7, Decimal("260.00")))
    database.write(dispute_quote, desk, DisputeQuote(no7, "偏高"))
    no16 = site.issue("2026-11-12 09:00:00")
    site.agree("2026-11-12 10:00:00", no16, "35.00")
    site.pay("2026-11-12 11:00:00", no16, "35.00", WECHAT)
    no11 = site.issue("2026-11-15 09:00:00")
    site.agree("2026-11-15 10:00:00", no11, "150.00")
    site.back("2026-11-15 17:15:00", no11)
    site.pay("2026-11-15 17:30:00", no11, "150.00", WECHAT)
    no13 = site.issue("2026-11-20 23:59:59")
    no14 = site.issue("2026-11-21 00:00:00")
    site.agree("2026-11-21 09:00:00", no13, "60.00")
    site.agree("2026-11-21 09:10:00", no14, "45.00")
    site.back("2026-11-21 17:00:00", no13)
    site.back("2026-11-21 17:00:00", no14)
    site.pay("2026-11-21 17:10:00", no14, "45.00", TRANSFER)
    second = site.close("2026-11-23 10:00:00", "2026-11")
    clock.local("2026-11-24 09:00:00")
    agreed = ResolveDispute(no7, Decimal("200.00"), confirmed_by="演示业户")
    database.write(resolve_dispute, desk, agreed)
    site.back("2026-11-24 17:00:00", no7)
    site.pay("2026-11-24 17:30:00", no13, "60.00", TRANSFER)
    site.pay("2026-11-25 09:00:00", no5, "200.00", TRANSFER)
    site.pay("2026-11-25 09:10:00", no7, "200.00", TRANSFER)
    clock.local("2026-11-28 09:00:00")
    cut = PayBack(no11, Decimal("50.00"), WECHAT, "协商降价", is_price_cut=True)
    database.write(pay_back, desk, cut)
    site.back("2026-12-02 09:00:00", no16)
    third = site.close("2026-12-21 10:00:00", "2026-12")

    pay, refund, adjust = EntryKind.PAY, EntryKind.REFUND, EntryKind.ADJUST
    assert site.posted() == {
        ("2026-11", pay, CASH): Decimal("180.00"),
        ("2026-11", pay, TRANSFER): Decimal("120.00"),
        ("2026-11", pay, WECHAT): Decimal("185.00"),
        ("2026-12", pay, TRANSFER): Decimal("505.00"),
        ("2026-12", refund, WECHAT): Decimal("50.00"),
        ("2026-12", adjust, None): Decimal("-50.00"),
    }
    assert first.received.total == ZERO
    assert (second.received.own, second.received.earlier) == (
        Decimal("405.00"),
        Decimal("80.00"),
    )
    assert (third.received.own, third.received.earlier) == (
        Decimal("45.00"),
        Decimal("460.00"),
    )
    assert (third.refunded.total, third.adjusted.total) == (
        Decimal("50.00"),
        Decimal("-50.00"),
    )
    for slip_id in (no1, no2, no5, no7, no11, no13, no14, no16):
        assert database.read(load_account, slip_id).balance == ZERO
    assert database.read(load_arrears, desk).payers == ()
    day = desk.local(clock.at - timedelta(days=23)).date()
    takings = database.read(load_takings, desk, day)
    assert (takings.received, takings.refunded) == (ZERO, Decimal("50.00"))
    assert problems(database, desk) == []
