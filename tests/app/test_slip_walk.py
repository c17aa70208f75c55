"""A long random day: whatever a desk may do, the books stay clean."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from random import Random

import pytest
from sqlalchemy.orm import Session

from app.database import Database
from app.desk import Desk
from app.errors import FieldRefusal, Refusal
from app.slip_close import CancelSlip, VoidSlip, cancel_slip, void_slip
from app.slip_copy_move import (
    MoveCopies,
    PrintSlip,
    live_copies,
    print_slip,
    put_copies,
)
from app.slip_dispatch import DispatchSlip, dispatch_slip
from app.slip_issue import issue_slip
from app.slip_line import Line
from app.slip_quote import ResolveDispute, resolve_dispute
from app.slip_record import possible_events
from app.slip_return import take_back_slip
from app.slip_work import CompleteSlip, ResumeSlip, complete_slip, resume_slip
from models.slip import (
    WAIVER_EVENTS,
    JobType,
    Outcome,
    OwnerOpinion,
    Slip,
    SlipEvent,
    SlipState,
)
from models.slip_copy import CopyPlace
from models.slip_line import LineKind
from tests.app.books import problems, slip_of
from tests.app.slip_step import SIGNED, STEPS
from tests.clock import Clock
from tests.makers import PUBLIC_CALL, UNIT_CALL, make_unit, paper_of

MOVES = 300
CHECKED_EVERY = 50
_E = SlipEvent


class Walk:
    """One desk that does something it may do, again and again."""

    def __init__(
        self, database: Database, desk: Desk, clock: Clock, random: Random
    ) -> None:
        self.database = database
        self.desk = desk
        self.clock = clock
        self.random = random
        self.slips: list[int] = []
        self.done: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()

    def step(self) -> None:
        self.clock.advance(minutes=self.random.choice((0, 1, 7, 45)))
        if len(self.slips) < 3 or self.random.random() < 0.12:
            self._issue()
            return
        slip_id = self.random.choice(self.slips[-12:])

        def may(session: Session) -> list[SlipEvent]:
            slip = session.get_one(Slip, slip_id)
            # Nobody brings these copies to Finance, so none of them is filed.
            return sorted(possible_events(self.desk, slip) - {_E.CLOSE})

        # What was seldom done goes first, so that every step has its turn.
        offered = self.database.read(may)
        if not offered:
            return
        event = min(offered, key=self._turn)
        try:
            self._do(event, slip_id)
        except Refusal as refusal:
            # What is offered may still ask for something a person has to type.
            name = type(refusal).__name__
            assert isinstance(refusal, FieldRefusal) or name in MAY_BE_ASKED, refusal
            self.refused[f"{event} {name}"] += 1
        else:
            self.done[event] += 1

    def _turn(self, event: SlipEvent) -> float:
        ends = 12 if event in (_E.VOID, _E.CANCEL) else 0
        return self.done[event] + ends + self.random.random() * 4

    def _issue(self) -> None:
        call = self.random.choice((PUBLIC_CALL, UNIT_CALL))
        job = self.random.choice(list(JobType))
        order = replace(call, job_type=job)
        issued, _ = self.database.write(issue_slip, self.desk, order)
        self.slips.append(issued.id)
        self.done["issue"] += 1

    def _do(self, event: SlipEvent, slip_id: int) -> None:
        write, desk, random = self.database.write, self.desk, self.random
        names = random.choice(((), ("演示甲",), ("演示甲", "演示乙")))
        lost = frozenset(no for no in range(1, 5) if random.random() < 0.1)
        lines = random.choice((None, (), (self._line(),), (self._line(),) * 3))
        if event is _E.DISPATCH:
            write(dispatch_slip, desk, DispatchSlip(slip_id, "水工", "演示主管", names))
        elif event is _E.RETURN:
            self._take_back(slip_id, lost, lines)
        elif event is _E.COMPLETE:
            order = CompleteSlip(slip_id, signature=SIGNED, lines=lines or ())
            write(complete_slip, desk, order)
        elif event is _E.RESUME:
            write(resume_slip, desk, ResumeSlip(slip_id, random.random() < 0.5))
        elif event is _E.RESOLVE:
            agreed = random.choice(("", "演示业户"))
            amount = random.choice((None, Decimal("61.20")))
            write(resolve_dispute, desk, ResolveDispute(slip_id, amount, agreed))
        elif event is _E.PRINT:
            which = random.choice((None, (1,), (2, 4), (3,)))
            collected = random.random() < 0.5
            write(print_slip, desk, PrintSlip(slip_id, which, collected))
        elif event is _E.MOVE_COPY:
            place = random.choice([p for p in CopyPlace if not p.startswith("fin")])
            out = self.database.read(live_copies, slip_id)
            numbers = random.sample(sorted(out), min(len(out), 2))
            write(put_copies, desk, MoveCopies(slip_id, dict.fromkeys(numbers, place)))
        elif event is _E.VOID:
            there = frozenset(self.database.read(live_copies, slip_id))
            write(void_slip, desk, VoidSlip(slip_id, "单据损坏", "", lost & there))
        elif event is _E.CANCEL:
            other = random.choice((None, self.slips[0]))
            order_ = CancelSlip(slip_id, "重复", duplicate_of=other)
            write(cancel_slip, desk, order_)
        else:
            STEPS[event](self.database, desk, slip_id)

    def _take_back(
        self,
        slip_id: int,
        lost: frozenset[int],
        lines: tuple[Line, ...] | None,
    ) -> None:
        random = self.random
        there = frozenset(self.database.read(live_copies, slip_id))
        back = frozenset(no for no in there if random.random() < 0.9)
        is_done = random.random() < 0.7
        order = paper_of(self.database, slip_id)
        if random.random() < 0.3:
            quote = random.choice((None, Decimal("30.50")))
            order = replace(order, lines=lines, quote=quote)
        order = replace(
            order,
            outcome=Outcome.COMPLETED if is_done else Outcome.UNFINISHED,
            result_text=random.choice(("", "已修好")),
            owner_opinion=random.choice((None, *OwnerOpinion)),
            unfinished_reason="待料",
            eta_at=self.desk.now() + timedelta(days=1),
            copies_back=random.choice((None, back)),
            copies_lost=lost & there,
        )
        self.database.write(take_back_slip, self.desk, order)

    def _line(self) -> Line:
        price = Decimal(self.random.randrange(100_000)).scaleb(-2)
        quantity = Decimal(self.random.randrange(1, 500)).scaleb(-2)
        return Line(LineKind.MATERIAL, "配件", price, quantity, "个")


MAY_BE_ASKED = {
    *("CopiesMissing", "NeedsAgreement"),
    *("NoFinanceCopy", "BroughtAlready", "MoneyOnSlip"),
}


@pytest.mark.parametrize("seed", [1, 2])
def test_after_three_hundred_random_steps_the_books_are_clean(
    database: Database, desk: Desk, clock: Clock, seed: int
) -> None:
    make_unit(database, desk)
    walk = Walk(database, desk, clock, Random(seed))
    while sum(walk.done.values()) < MOVES:
        walk.step()
        if sum(walk.done.values()) % CHECKED_EVERY == 0:
            assert not problems(database, desk)
    assert not problems(database, desk)
    own_rooms = {_E.FOLLOW_UP, _E.CALLBACK}
    own_rooms |= {_E.PAY, _E.REFUND, _E.ADJUST, _E.WAIVE}
    events = set(SlipEvent) - {_E.CLOSE} - own_rooms - WAIVER_EVENTS
    assert len(events - set(walk.done)) <= 1, walk.done
    # Nobody is refused half the time what the program offers.
    assert sum(walk.refused.values()) < MOVES / 4, walk.refused
    states = {slip_of(database, slip_id).state for slip_id in walk.slips}
    assert {SlipState.RETURNED, SlipState.VOID, SlipState.CANCELLED} <= states
