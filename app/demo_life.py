"""The steps of one slip's life in the demonstration, one after the other in time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from random import Random
from typing import Any

from sqlalchemy.orm import Session

from app import (
    manager_notice,
    slip_amend,
    slip_close,
    slip_copy_move,
    slip_dispatch,
    slip_issue,
    slip_quote,
    slip_return,
    slip_work,
)
from app.demo_act import Act
from app.demo_call import Call, reworded
from app.demo_crew import Crew
from app.demo_day import Hours
from app.demo_paper import (
    Price,
    came_back,
    came_back_unfinished,
    charge_class,
    price_on_site,
    signature,
)
from app.desk import Desk
from models.slip import ChargeClass, JobType
from models.unit import AreaKind


@dataclass(frozen=True, slots=True)
class _Read:
    """Read what failed by now."""

    slip_id: int


def _read_failures(session: Session, desk: Desk, _: _Read) -> None:
    unseen = manager_notice.load_unseen(session, desk)
    manager_notice.see_failures(session, desk, [one.notice_id for one in unseen])


@dataclass(frozen=True, slots=True)
class World:
    """What every life of the demonstration draws from."""

    random: Random
    crew: Crew
    hours: Hours


class Life:
    """Writes the acts of one slip; ``at`` is where its time has got to."""

    def __init__(self, world: World, slip: int, call: Call) -> None:
        self.call = call
        self.at = call.at
        self.acts: list[Act] = []
        self.is_unit = call.fault.kind is AreaKind.UNIT
        self.charge = charge_class(world.random, call)
        self._world = world
        self._slip = slip
        self._arrived_at: datetime | None = None
        self._done_at: datetime | None = None
        self._signed = False
        self._price: Price | None = None
        if self.charge is ChargeClass.PAID:
            self._price = price_on_site(world.random, call)
        self._technicians: tuple[str, ...] = ()

    @property
    def is_paid(self) -> bool:
        """Whether the owner is quoted a price."""
        return self._price is not None

    def wait(self, least: int, most: int) -> datetime:
        """Let so many minutes pass."""
        self.at = self._world.hours.later(self.at, least, most)
        return self.at

    def wait_until(self, at: datetime) -> datetime:
        """Go on at a moment, not before the last step."""
        self.at = max(self.at, at)
        return self.at

    def issue(self, appointment_at: datetime | None = None) -> None:
        """The desk on duty takes the call down."""
        call = self.call
        self._do(
            slip_issue.issue_slip,
            slip_issue.IssueSlip(
                area_kind=call.fault.kind,
                area=call.area,
                place=call.place,
                reporter_name=call.reporter_name,
                content=call.content,
                unit=call.home.label if call.home else "",
                phone=call.phone,
                reporter_kind=call.reporter_kind,
                job_type=JobType.URGENT if call.is_urgent else JobType.ROUTINE,
                channel=call.channel,
                charge_class=self.charge,
                appointment_at=appointment_at,
            ),
            self._desk(),
        )

    def dispatch(self, *, is_at_once: bool = False) -> None:
        """The dispatcher prints it and gives it out."""
        crew, trade = self._world.crew, self.call.fault.trade
        is_urgent = self.call.is_urgent or is_at_once
        self.wait_until(self._world.hours.dispatch(self.at, is_urgent=is_urgent))
        self._technicians = crew.technicians(trade)
        self._do(
            slip_dispatch.dispatch_slip,
            slip_dispatch.DispatchSlip(
                0, trade, crew.supervisor(trade), self._technicians
            ),
            crew.dispatcher(self.at, trade),
        )

    def bounce(self) -> None:
        """The dispatcher refuses it as incomplete."""
        reason = self._choice(("栏目内容不全", "内容不清", "地点有误"))
        self._do(
            slip_dispatch.bounce_slip,
            slip_dispatch.BounceSlip(0, reason),
            self._world.crew.dispatcher(self.at, self.call.fault.trade),
        )

    def resend(self) -> None:
        """The desk fills in what was asked for."""
        order = slip_dispatch.ResendSlip(0, "已与报修人核实补充")
        self._do(slip_dispatch.resend_slip, order, self._desk())

    def amend(self) -> None:
        """The caller rang again and said it better; a printed slip is reprinted."""
        content = reworded(self._world.random, self.call)
        if content == self.call.content:
            content += "，请尽快处理"
        self._do(
            slip_amend.amend_slip,
            slip_amend.AmendSlip(0, content=content),
            self._desk(),
        )

    def reprint(self) -> None:
        """The copies are printed again (补打), the old ones are in hand."""
        self._do(
            slip_copy_move.print_slip,
            slip_copy_move.PrintSlip(0, old_prints_collected=True),
            self._world.crew.dispatcher(self.at, self.call.fault.trade),
        )

    def reassign(self) -> None:
        """Somebody else of the trade goes."""
        crew, trade = self._world.crew, self.call.fault.trade
        self._technicians = crew.technicians(trade)
        self._do(
            slip_dispatch.reassign_slip,
            slip_dispatch.ReassignSlip(
                0, technicians=self._technicians, reason="原维修人支援其他抢修"
            ),
            crew.supervisor(trade),
        )

    def reschedule(self, appointment_at: datetime) -> None:
        """The owner asks for another time."""
        order = slip_amend.RescheduleSlip(0, appointment_at, "业主白天不在家")
        self._do(slip_amend.reschedule_slip, order, self._supervisor())

    def escalate(self) -> None:
        """It does not move, so somebody higher is told."""
        order = slip_amend.EscalateSlip(0, "工程部经理", "超过两日未完成")
        self._do(slip_amend.escalate_slip, order, self._supervisor())

    def receive(self) -> None:
        """The supervisor has the paper."""
        order = slip_work.ReceiveSlip(0, self._technicians)
        self._do(slip_work.receive_slip, order, self._supervisor())

    def arrive(self) -> None:
        """Somebody is on site."""
        self._arrived_at = self.at
        self._do(slip_work.arrive, slip_work.StepSlip(0), self._supervisor())

    def quote(self, more: int = 0) -> None:
        """A price is named, ``more`` yuan above what it will be."""
        assert self._price is not None
        order = slip_quote.QuoteSlip(0, self._price.total + Decimal(more))
        self._do(slip_quote.quote_slip, order, self._supervisor())

    def agree(self) -> None:
        """The owner agrees to the price."""
        order = slip_quote.AgreeQuote(0, self.call.reporter_name)
        self._do(slip_quote.agree_quote, order, self._supervisor())

    def dispute(self) -> None:
        """The owner does not agree."""
        note = self._choice(("业主认为人工费偏高", "业主要求按收费标准重新核价"))
        order = slip_quote.DisputeQuote(0, note)
        self._do(slip_quote.dispute_quote, order, self._supervisor())

    def resolve(self) -> None:
        """Housekeeping has talked with the owner: less, and agreed."""
        assert self._price is not None
        order = slip_quote.ResolveDispute(0, self._price.total, self.call.reporter_name)
        self._do(slip_quote.resolve_dispute, order, self._desk())

    def start(self) -> None:
        """Free work begins."""
        self._do(slip_work.start_work, slip_work.StepSlip(0), self._supervisor())

    def complete(self) -> None:
        """The work is done, the paper still out."""
        self._done_at, self._signed = self.at, True
        order = slip_work.CompleteSlip(
            0,
            result_text=self._choice(self.call.fault.results),
            signature=signature(self._world.random, self.call, self.at),
            lines=self._price.lines if self._price else (),
        )
        self._do(slip_work.complete_slip, order, self._supervisor())

    def suspend(self, reason: str, eta_at: datetime) -> None:
        """It can not go on today; the same day's feedback."""
        order = slip_work.SuspendSlip(0, reason, eta_at)
        self._do(slip_work.suspend_slip, order, self._supervisor())

    def resume(self) -> None:
        """It goes on."""
        order = slip_work.ResumeSlip(0)
        self._do(slip_work.resume_slip, order, self._supervisor())

    def work(self, least: int = 15, most: int = 95) -> None:
        """Somebody comes and does it; only the paper will say so."""
        if self._arrived_at is None:
            # Most are there within the twenty minutes, some are not.
            late = self._world.random.randrange(12) == 0
            self._arrived_at = self.wait(21, 45) if late else self.wait(6, 19)
        self._done_at = self.wait(least, most)

    def take_back(self, *, is_at_once: bool = False) -> None:
        """The paper is back with all it says."""
        done_at = self._done_at
        if not is_at_once:
            hours, is_public = self._world.hours, not self.is_unit
            self.wait_until(hours.return_(done_at or self.at, is_public=is_public))
        signed = None
        if not self._signed:
            signed = signature(self._world.random, self.call, done_at or self.at)
        order = came_back(
            self._world.random,
            self.call,
            arrived_at=self._arrived_at,
            done_at=done_at,
            price=None if self._signed else self._price,
            signed=signed,
        )
        self._do(slip_return.take_back_slip, order, self._desk())

    def take_back_unfinished(self, reason: str, eta_at: datetime) -> None:
        """The paper is back, the work is not done."""
        arrived_at = self._arrived_at or self.wait(6, 19)
        self._arrived_at = arrived_at
        self.wait(20, 60)
        order = came_back_unfinished(arrived_at, reason, eta_at)
        self._do(slip_return.take_back_slip, order, self._desk())

    def inspect(self, *, is_passed: bool) -> None:
        """Housekeeping looks at public work."""
        note = "" if is_passed else self._choice(("灯罩未装回", "仍有异响", "收口不平"))
        order = slip_close.InspectSlip(0, is_passed, note)
        self._do(slip_close.inspect_slip, order, self._desk())
        if not is_passed:
            self._signed = False
            self._arrived_at = self._done_at = None

    def is_read_by_the_manager(self) -> None:
        """Whoever manages Housekeeping reads what failed."""
        self._do(_read_failures, _Read(0), self._world.crew.chief())

    def cancel(self, reason: str, note: str = "", twin: int | None = None) -> None:
        """It ends without work."""
        order = slip_close.CancelSlip(0, reason, note)
        self._do(slip_close.cancel_slip, order, self._desk(), twin)

    def void(self) -> None:
        """It was a mistake."""
        order = slip_close.VoidSlip(0, "录入错误", "房号听错，另开新单")
        self._do(slip_close.void_slip, order, self._world.crew.chief())

    def _do(
        self,
        step: Callable[..., Any],
        order: object,
        by: str,
        twin: int | None = None,
    ) -> None:
        self.acts.append(Act(self.at, by, self._slip, step, order, twin))

    def _desk(self) -> str:
        return self._world.crew.at_the_desk(self.at)

    def _supervisor(self) -> str:
        return self._world.crew.supervisor(self.call.fault.trade)

    def _choice(self, texts: tuple[str, ...]) -> str:
        return self._world.random.choice(texts)
