"""The money of the demonstration: owners pay, a few fees are waived, months are closed.

What is to be done follows from the books of the day, through the same use cases.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.demo_crew import Crew
from app.demo_day import Hours
from app.demo_routine import DeskOf, Step
from app.desk import Desk
from app.handover_batch import (
    HandOverBundle,
    ScanCopy,
    begin_batch,
    hand_over,
    scan_copy,
)
from app.ledger_sql import ledger_in_sql
from app.payment import Share, TakePayment, take_payment
from app.period_close import confirm_close, propose_close, replay_close
from app.posting import earliest_open_period
from app.slip_escort import EscortSlip, escort_slip
from app.waiver import ApplyWaiver, DecideWaiver, apply_waiver, decide_waiver
from models.finance_copy import FinanceCopy
from models.handover_batch import HandoverCopy
from models.ledger_entry import PayMethod
from models.money import ZERO
from models.period import next_period, period_bounds, period_of, previous_period
from models.slip import Slip, SlipState
from models.waiver import Waiver, WaiverStatus

_ASKED_FOR = timedelta(days=40)  # how long Finance goes after a fee
_METHODS = (
    *(PayMethod.WECHAT,) * 9,
    *(PayMethod.CASH,) * 5,
    *(PayMethod.TRANSFER,) * 3,
    *(PayMethod.ALIPAY,) * 2,
    PayMethod.CARD,
)
_WAIVED_FOR = ("维修超时，业主投诉", "返工给业主造成不便", "孤寡老人，生活困难")
_TENTH = Decimal(10)


class MoneyRoutine:
    """Draws the steps of money of each day; drawn apart, so that all else stays."""

    def __init__(
        self, crew: Crew, hours: Hours, *, from_at: datetime, until: datetime
    ) -> None:
        self._crew = crew
        self._hours = hours
        self._from_at = from_at
        self._until = until
        self._receipts = 0

    def steps(self, day: date) -> Iterator[Step]:
        """The steps of a day in order of time, none before the year or after it."""
        if day.weekday() >= 5:
            return
        hours = self._hours
        planned = [Step(hours.on(day, "15:20", "15:50"), self._take_money)]
        if day.weekday() == 1:
            planned.append(Step(hours.on(day, "10:20", "10:40"), self._ask_to_waive))
            planned.append(Step(hours.on(day, "14:05", "14:20"), self._decide))
        planned.append(Step(hours.on(day, "17:47", "17:55"), self._hand_over))
        planned.append(Step(hours.exactly(day, "10:00"), self._close))
        planned.sort(key=lambda step: step.at)
        for step in planned:
            if self._from_at <= step.at <= self._until:
                yield step

    def _take_money(self, session: Session, at: datetime, desk_of: DeskOf) -> None:
        finance = desk_of(self._crew.finance(), at)
        for slip, owed, arrived_at in _owing(session, finance, at):
            draw = Random(f"who pays {slip.number}")
            method = draw.choice(_METHODS)
            days = 0 if method is PayMethod.CASH else draw.choice((0, 1, 1, 2, 3, 6))
            if draw.randrange(12) == 0 or at < arrived_at + timedelta(days=days):
                continue
            amount = owed
            if draw.randrange(25) == 0 and owed > _TENTH:
                amount = (owed / 2).quantize(_TENTH)
            is_today = self._hours.day(arrived_at) == self._hours.day(at)
            escort = self._bring(session, slip, at, desk_of) if is_today else ""
            self._receipts += 1
            has_receipt = method is PayMethod.CASH or draw.randrange(3) == 0
            order = TakePayment(
                (Share(slip.id, amount),),
                method,
                receipt_no=f"S{self._receipts:06}" if has_receipt else "",
                escort=escort if method is PayMethod.CASH else "",
            )
            take_payment(session, finance, order)

    def _bring(
        self, session: Session, slip: Slip, at: datetime, desk_of: DeskOf
    ) -> str:
        """Who pays the same day is taken to Finance, and the copy with them."""
        housekeeper = self._crew.at_the_desk(at)
        if slip.state is SlipState.RETURNED and slip.finance_early_at is None:
            order = EscortSlip(slip.id, housekeeper)
            escort_slip(session, desk_of(housekeeper, at), order)
        return housekeeper

    def _ask_to_waive(self, session: Session, at: datetime, desk_of: DeskOf) -> None:
        desk = desk_of(self._crew.at_the_desk(at), at)
        for slip, owed, _ in _owing(session, desk, at)[:1]:
            draw = Random(f"what is waived of {slip.number}")
            amount = owed if draw.randrange(3) == 0 else min(owed, _TENTH)
            reason = draw.choice(_WAIVED_FOR)
            apply_waiver(session, desk, ApplyWaiver(slip.id, amount, reason))

    def _decide(self, session: Session, at: datetime, desk_of: DeskOf) -> None:
        director = desk_of(self._crew.director(), at)
        asked = select(Waiver.id).where(
            Waiver.centre_id == director.centre_id,
            Waiver.status == WaiverStatus.PENDING,
        )
        for waiver_id in session.scalars(asked).all():
            is_given = waiver_id % 6 != 0
            note = "" if is_given else "不属减免范围"
            order = DecideWaiver(waiver_id, is_given, note)
            decide_waiver(session, director, order)

    def _hand_over(self, session: Session, at: datetime, desk_of: DeskOf) -> None:
        """On the 20th, or the next working day, the last month's copies are signed
        over; the months before are history.
        """
        desk = desk_of(self._crew.at_the_desk(at), at)
        day = self._hours.day(at)
        if day.day < 20 or (day.day > 20 and day.day - day.weekday() > 20):
            return
        period = period_of(at, desk.zone)
        if day.day > 20:
            period = previous_period(period)
        if self._is_recent(desk, period):
            self._bundle(session, desk, period)

    def _bundle(self, session: Session, desk: Desk, period: str) -> None:
        waiting = session.scalars(
            select(Slip.number)
            .join(FinanceCopy, FinanceCopy.slip_id == Slip.id)
            .outerjoin(HandoverCopy, HandoverCopy.slip_id == Slip.id)
            .where(
                FinanceCopy.centre_id == desk.centre_id,
                FinanceCopy.posting_period == period,
                FinanceCopy.left_at.is_(None),
                FinanceCopy.has_paper,
                ~FinanceCopy.is_early,
                HandoverCopy.slip_id.is_(None),
            )
            .order_by(Slip.issued_at, Slip.id)
        ).all()
        if not waiting:
            return
        batch_id = begin_batch(session, desk, period)
        for number in waiting:
            scan_copy(session, desk, ScanCopy(batch_id, (number,), 2))
        order = HandOverBundle(batch_id, desk.actor, self._crew.finance())
        hand_over(session, desk, order)

    def _close(self, session: Session, at: datetime, desk_of: DeskOf) -> None:
        """The next working morning after the 20th; housekeeping and Finance."""
        chief = desk_of(self._crew.chief(), at)
        period = earliest_open_period(session, chief, at)
        while period < period_of(at, chief.zone):
            finance = desk_of(self._crew.finance(), at)
            if self._is_recent(chief, period):
                self._bundle(session, chief, period)
                propose_close(session, chief, period)
                confirm_close(session, finance, period, None)
            else:
                replay_close(session, finance, period)
            period = next_period(period)

    def _is_recent(self, desk: Desk, period: str) -> bool:
        _, over_at = period_bounds(period, desk.zone)
        return self._until - over_at < timedelta(days=31)


def _owing(
    session: Session, desk: Desk, at: datetime
) -> list[tuple[Slip, Decimal, datetime]]:
    """Slips whose paper came back lately and that are not paid, the oldest first."""
    owed = ledger_in_sql("unpaid")
    rows = session.execute(
        select(Slip, owed, FinanceCopy.arrived_at)
        .join(FinanceCopy, FinanceCopy.slip_id == Slip.id)
        .where(
            FinanceCopy.centre_id == desk.centre_id,
            FinanceCopy.left_at.is_(None),
            FinanceCopy.arrived_at > at - _ASKED_FOR,
            FinanceCopy.arrived_at < at,
            owed > ZERO,
        )
        .order_by(FinanceCopy.arrived_at, Slip.id)
    )
    return [(slip, amount, arrived_at) for slip, amount, arrived_at in rows]
