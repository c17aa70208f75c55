"""Months of money in random steps: a second count says the same of every statement."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database import Database
from app.desk import Desk
from app.errors import Refusal
from app.handover_batch import (
    HandOverBundle,
    ScanCopy,
    begin_batch,
    hand_over,
    scan_copy,
)
from app.ledger import Account, load_account
from app.payment import (
    Adjust,
    PayBack,
    Share,
    TakePayment,
    adjust,
    pay_back,
    take_payment,
)
from app.payment_reverse import ReverseEntry, reverse_entry
from app.period_close import confirm_close, propose_close
from app.slip_archive import ReopenSlip, reopen_slip
from app.slip_close import CancelSlip, VoidSlip, cancel_slip, void_slip
from app.slip_escort import EscortSlip, escort_slip
from app.slip_line import Line
from app.slip_quote import AgreeQuote, QuoteSlip, agree_quote, quote_slip
from app.slip_return import take_back_slip
from app.statement import count_statement, find_period, load_statement
from app.statement_figures import figures
from app.statement_identity import COPIES
from app.waiver import (
    ApplyWaiver,
    DecideWaiver,
    SignedPaper,
    apply_waiver,
    decide_waiver,
)
from models.ledger_entry import EntryKind, LedgerEntry, PayMethod
from models.money import FEN, ZERO
from models.slip import ChargeClass, SlipState
from models.slip_line import LineKind
from models.unit import AreaKind
from models.waiver import WaiverLevel
from tests.app.books import problems
from tests.app.money_model import MoneyModel
from tests.app.plain_statement import bounds, code_of, month_of
from tests.clock import Clock
from tests.makers import make_slip, paper_of

STEPS_TAKEN, JUDGED_EVERY = 240, 60
_STATES = (SlipState.DISPATCHED, SlipState.ON_SITE, SlipState.WORKING)
_CLASSES = (ChargeClass.PAID,) * 4 + (
    ChargeClass.CONTRACT,
    ChargeClass.FREE_WARRANTY,
)
_ANSWERS = {"pay": "refund", "refund": "pay", "adjust": "adjust"}
_TRIES = 6
_LAST = 20
"""Steps are tried on slips that were issued lately."""


class Walk:
    """A desk that takes random steps, and tells the second count of each that held."""

    def __init__(
        self, database: Database, desk: Desk, clock: Clock, random: Random
    ) -> None:
        self.database, self.desk, self.clock = database, desk, clock
        self.finance = replace(desk, actor="演示财务")
        self.random = random
        self.model = MoneyModel()
        self.waivers: dict[int, tuple[int, Decimal]] = {}
        self.closed: dict[int, dict[str, object]] = {}
        self.lost: set[int] = set()
        self.done: Counter[str] = Counter()
        self.receipt = 0
        clock.local("2026-10-15 09:00:00")
        self.issue()
        self.first = month_of(clock.at)
        self.model.first_open = self.first

    def step(self) -> None:
        self._pass_time()
        names = list(STEPS)
        (name,) = self.random.choices(names, [STEPS[each][1] for each in names])
        for _ in range(_TRIES):
            try:
                STEPS[name][0](self)
            except Refusal:
                continue
            self.done[name] += 1
            return

    def judge(self) -> None:
        """Each month is what the second count says; a closed one is what it was."""
        for month in range(self.first, month_of(self.clock.at) + 1):
            code = code_of(month)
            statement = self.database.read(load_statement, self.desk, code)
            said = figures(statement)
            wrong = {each.key for each in statement.identities if not each.holds}
            assert wrong <= {COPIES}, (code, wrong)
            if month not in self.closed:
                assert said == self.model.figures(month), code
                continue
            assert said == self.closed[month], code
            row = self.database.read(find_period, self.desk, code)
            assert row is not None
            again = self.database.read(
                count_statement,
                self.desk,
                code,
                row.closed_at,
                last_slip_id=row.last_slip_id,
            )
            assert figures(again) == said, code
        assert problems(self.database, self.desk) == []

    # the steps

    def issue(self) -> None:
        fields = {
            "area_kind": AreaKind.UNIT,
            "charge_class": self.random.choice(_CLASSES),
        }
        state = self.random.choice(_STATES)
        slip = make_slip(self.database, self.desk, state, **fields)
        self.model.issue(slip.id, slip.number, self.clock.at)

    def quote(self) -> None:
        slip_id = self._slip()
        order = QuoteSlip(slip_id, self._amount(90_000))
        self.database.write(quote_slip, self.desk, order)
        if self.random.random() < 0.8:
            self.database.write(agree_quote, self.desk, AgreeQuote(slip_id))

    def take_back(self) -> None:
        slip_id = self._slip()
        order = paper_of(self.database, slip_id)
        if order.lines and self.random.random() < 0.6:
            quantity = self._amount(900)
            line = Line(LineKind.MATERIAL, "配件", self._amount(9_000), quantity)
            price = (line.quantity * line.price).quantize(FEN, "ROUND_HALF_UP")
            quote = price if order.quote is not None else None
            order = replace(order, lines=(line,), quote=quote)
        if self.random.random() < 0.1:
            order = replace(order, copies_lost=frozenset({2}))
        self.database.write(take_back_slip, self.desk, order)
        if order.copies_lost:
            self.lost.add(slip_id)
        if slip_id not in self.lost:
            self._arrive(slip_id)

    def pay(self) -> None:
        pick = self.random
        shares = []
        for slip_id in {self._slip() for _ in range(pick.choice((1, 1, 2, 3)))}:
            left = self._account(slip_id).left_to_pay
            shares.append(
                Share(slip_id, self._some(Decimal(50) if left is None else left))
            )
        method = pick.choice(list(PayMethod))
        is_escorted = method is PayMethod.CASH and pick.random() < 0.5
        paid_at = self.clock.at - timedelta(hours=pick.choice((0, 0, 5, 600)))
        self.receipt += 1
        order = TakePayment(
            tuple(shares),
            method,
            f"SJ{self.receipt:05d}",
            escort="演示管家" if is_escorted else "",
            paid_at=paid_at,
        )
        self.database.write(take_payment, self.finance, order)
        for share in shares:
            if is_escorted:
                self._arrive(share.slip_id, paid_at)
            self._post(share.slip_id, "pay", share.amount, method.value, paid_at)

    def pay_back(self) -> None:
        slip_id = self._slip()
        account = self._account(slip_id)
        amount = self._some(account.received - account.refunded)
        is_cut = self.random.random() < 0.5
        method = self.random.choice(list(PayMethod))
        order = PayBack(slip_id, amount, method, "多收", is_price_cut=is_cut)
        self.database.write(pay_back, self.finance, order)
        self._post(slip_id, "refund", amount, method.value)
        if is_cut:
            self._post(slip_id, "adjust", -amount)

    def adjust(self) -> None:
        slip_id = self._slip()
        balance = self._account(slip_id).balance
        amount = self.random.choice((-self._some(balance), Decimal("7.77")))
        self.database.write(adjust, self.finance, Adjust(slip_id, amount, "改价"))
        self._post(slip_id, "adjust", amount)

    def reverse(self) -> None:
        def written(session: Session) -> list[LedgerEntry]:
            rows = list(session.scalars(select(LedgerEntry).order_by(LedgerEntry.id)))
            session.expunge_all()
            return rows

        rows = self.database.read(written)
        wrong = self.random.choice([e for e in rows if e.kind in _ANSWERS] or [None])
        if wrong is None:
            return
        order = ReverseEntry(wrong.id, "误录")
        self.database.write(reverse_entry, self.finance, order)
        first = wrong.payment_id or wrong.id
        for entry in rows:
            if first in (entry.id, entry.payment_id):
                is_cut = entry.kind is EntryKind.ADJUST
                amount = -entry.amount if is_cut else entry.amount
                method = entry.method.value if entry.method else ""
                self._post(entry.slip_id, _ANSWERS[entry.kind], amount, method)

    def ask(self) -> None:
        slip_id = self._slip()
        amount = self._some(self._account(slip_id).left_to_pay or ZERO)
        order = ApplyWaiver(slip_id, amount, "特殊原因")
        asked, _ = self.database.write(apply_waiver, self.desk, order)
        self.waivers[asked.id] = (slip_id, amount)

    def decide(self) -> None:
        if not self.waivers:
            return
        waiver_id = self.random.choice(list(self.waivers))
        level = self.random.choice(list(WaiverLevel))
        name = "演示总监" if level is WaiverLevel.DIRECTOR else "演示总经理"
        signed_at = self.clock.at - timedelta(hours=self.random.choice((0, 0, 3)))
        paper = SignedPaper(level, name, "QM-1", "总经理", signed_at)
        is_approved = self.random.random() < 0.7
        order = DecideWaiver(waiver_id, is_approved, "已核", paper)
        self.database.write(decide_waiver, self.desk, order)
        slip_id, amount = self.waivers.pop(waiver_id)
        if is_approved:
            self._post(slip_id, "waive", amount, level.value, signed_at)

    def reopen(self) -> None:
        slip_id = self._slip()
        self.database.write(reopen_slip, self.desk, ReopenSlip(slip_id, "又漏了"))
        self.model.leave(slip_id, self.clock.at)

    def escort(self) -> None:
        slip_id = self._slip()
        self.database.write(escort_slip, self.desk, EscortSlip(slip_id, "演示管家"))
        self._arrive(slip_id)

    def void(self) -> None:
        slip_id = self._slip()
        self.database.write(void_slip, self.desk, VoidSlip(slip_id, "录入错误"))
        self._end(slip_id, "void")

    def cancel(self) -> None:
        slip_id = self._slip()
        self.database.write(cancel_slip, self.desk, CancelSlip(slip_id, "业户撤销"))
        self._end(slip_id, "cancelled")

    def hand_over(self) -> None:
        month = self.model.first_open
        batch, _ = self.database.write(begin_batch, self.desk, code_of(month))
        for slip_id, (own, _) in self.model.copies.items():
            if own == month:
                scanned = ScanCopy(batch, (self.model.names[slip_id],))
                try:
                    self.database.write(scan_copy, self.desk, scanned)
                except Refusal:
                    continue
        order = HandOverBundle(batch, "演示管家", "演示财务")
        self.database.write(hand_over, self.desk, order)

    def close(self) -> None:
        month = self.model.first_open
        code = code_of(month)
        row = self.database.read(find_period, self.desk, code)
        if row is None:
            self.database.write(propose_close, self.desk, code)
        statement, _ = self.database.write(confirm_close, self.finance, code, None)
        self.model.close(month, self.clock.at)
        self.closed[month] = figures(statement)
        assert self.closed[month] == self.model.figures(month), code

    # what the steps share

    def _pass_time(self) -> None:
        roll = self.random.random()
        ends_at = bounds(month_of(self.clock.at))[1]
        if roll < 0.4:
            return
        if roll < 0.9:
            self.clock.advance(minutes=self.random.choice((0, 30, 300)), seconds=1)
        elif ends_at - self.clock.at < timedelta(days=12):
            edge = timedelta(seconds=self.random.choice((-1, 0, 0, 3600)))
            self.clock.at = max(self.clock.at, ends_at + edge)
        else:
            self.clock.advance(days=self.random.choice((1, 5)))

    def _slip(self) -> int:
        return self.random.choice(list(self.model.issued)[-_LAST:])

    def _account(self, slip_id: int) -> Account:
        return self.database.read(load_account, slip_id)

    def _amount(self, most: int) -> Decimal:
        return Decimal(self.random.randrange(1, most)).scaleb(-2)

    def _some(self, amount: Decimal) -> Decimal:
        """All of it, some of it, or a fen more than there is."""
        part = (amount * self.random.randrange(1, 100) / 100).quantize(FEN)
        return self.random.choice((amount, part, amount + FEN))

    def _arrive(self, slip_id: int, at: datetime | None = None) -> None:
        charged = self._account(slip_id).charged
        self.model.arrive(slip_id, charged, at or self.clock.at)

    def _end(self, slip_id: int, how: str) -> None:
        self.model.ended[slip_id] = how
        self.model.arrive(slip_id, ZERO, self.clock.at)

    def _post(
        self,
        slip_id: int,
        kind: str,
        amount: Decimal,
        word: str = "",
        effective_at: datetime | None = None,
    ) -> None:
        now = self.clock.at
        self.model.post(slip_id, kind, amount, now, word, effective_at)


STEPS: Mapping[str, tuple[Callable[[Walk], None], float]] = {
    "issue": (Walk.issue, 3),
    "quote": (Walk.quote, 2),
    "take back": (Walk.take_back, 4),
    "pay": (Walk.pay, 4),
    "pay back": (Walk.pay_back, 2),
    "adjust": (Walk.adjust, 1.5),
    "reverse": (Walk.reverse, 1),
    "ask": (Walk.ask, 2),
    "decide": (Walk.decide, 2),
    "reopen": (Walk.reopen, 1.5),
    "escort": (Walk.escort, 1),
    "void": (Walk.void, 0.4),
    "cancel": (Walk.cancel, 0.4),
    "hand over": (Walk.hand_over, 0.5),
    "close": (Walk.close, 2),
}
"""Each step and how often it has its turn."""


@pytest.mark.parametrize("seed", [2, 5, 8])
def test_months_of_money_are_the_same_counted_twice(
    database: Database, desk: Desk, clock: Clock, seed: int
) -> None:
    walk = Walk(database, desk, clock, Random(seed))
    for number in range(1, STEPS_TAKEN + 1):
        walk.step()
        if number % JUDGED_EVERY == 0:
            walk.judge()
    assert len(walk.closed) >= 2
    assert walk.done.keys() >= {"pay", "pay back", "adjust", "decide", "reopen"}
