"""A card of the dispatcher's board: an open slip, its clocks, what may be done."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from app.desk import Desk
from app.limit_clock import Clock, judge, judge_all, whole_minutes
from app.limit_standing import Standing, in_order_of_need, standing_of
from app.slip_record import may_cause
from app.slip_times import SlipTimes, times_of
from app.time_limit import LIMIT, LimitKey
from models.slip import ChargeClass, JobType, SlipEvent, SlipState, legal_events
from models.unit import AreaKind


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody was on site at this place before."""

    slip_id: int
    technicians: tuple[str, ...]
    arrived_at: datetime | None


@dataclass(frozen=True, slots=True)
class Card:
    """One open slip on the board.

    ``suggested_trade`` is what the words of the fault say where no trade is set;
    ``arrival_from`` is when the clock of the arrival began; ``quote`` the latest price
    in yuan; ``visit`` the last visit to the place, asked only while the slip waits.
    """

    id: int
    version: int
    number: str
    state: SlipState
    area_kind: AreaKind
    area: str
    place: str
    unit_label: str | None
    content: str
    job_type: JobType
    charge_class: ChargeClass
    issued_at: datetime
    trade: str | None
    supervisor: str | None
    technicians: tuple[str, ...]
    appointment_at: datetime | None
    dispatched_at: datetime | None
    supervisor_received_at: datetime | None
    late_notice_at: datetime | None
    late_notice_for_at: datetime | None
    arrived_at: datetime | None
    diagnosed_at: datetime | None
    done_at: datetime | None
    returned_at: datetime | None
    suspended_at: datetime | None
    escalated_at: datetime | None
    paused_at: datetime | None
    paused_min: int
    unfinished_reason: str | None
    eta_at: datetime | None
    is_bounced: bool
    bounce_reason: str | None
    arrival_from: datetime | None
    quote: Decimal | None
    visit: Visit | None = None
    suggested_trade: str | None = None

    @property
    def is_urgent(self) -> bool:
        """Whether the slip carries the 紧急 stamp (S4c-2.4)."""
        return self.job_type is JobType.URGENT

    @property
    def waits(self) -> bool:
        """Whether the dispatcher has it to hand out; a bounced one waits for the
        desk.
        """
        return self.state is SlipState.ISSUED and not self.is_bounced

    @property
    def column(self) -> str:
        """The trade under whose heading the card stands; empty where none is known."""
        return self.trade or self.suggested_trade or ""

    @property
    def times(self) -> SlipTimes:
        """What its clocks are judged by."""
        return times_of(lambda name: getattr(self, name))

    @property
    def arrival_minutes(self) -> int | None:
        """How long it took until somebody was there."""
        if self.arrived_at is None or self.arrival_from is None:
            return None
        return max(0, whole_minutes(self.arrival_from, self.arrived_at))


_ON_CARD = tuple(
    LIMIT[key]
    for key in (
        LimitKey.UNIT_ONSITE,
        LimitKey.URGENT_RESPONSE,
        LimitKey.URGENT_DIAGNOSE,
        LimitKey.URGENT_FINISH,
        LimitKey.ROUTINE_FINISH,
        LimitKey.RETURN,
        LimitKey.PUBLIC_RETURN,
        LimitKey.UNRESOLVED_ESCALATE,
    )
)
"""What a card may speak of while it runs."""
_LOUD = (Standing.BREACHED, Standing.OVERRUN, Standing.PRESSING)


def arrival_clock(desk: Desk, card: Card, now: datetime) -> Clock | None:
    """The clock of the arrival (K-03, K-05); None where none runs.

    A unit has the centre's limit; an appointment, wherever it is, its own time.
    """
    if card.state is not SlipState.DISPATCHED or card.arrived_at is not None:
        return None
    return _running(desk, card, LimitKey.UNIT_ONSITE, now)


def response_clock(desk: Desk, card: Card, now: datetime) -> Clock | None:
    """How long an urgent slip may wait to be handed out (K-03); None for others."""
    if not card.waits:
        return None
    return _running(desk, card, LimitKey.URGENT_RESPONSE, now)


def came_late(desk: Desk, card: Card) -> int:
    """By how many minutes the arrival missed its limit; 0 when it was in time."""
    if card.arrived_at is None:
        return 0
    clock = judge(
        LIMIT[LimitKey.UNIT_ONSITE], card.times, card.arrived_at, desk.settings
    )
    return clock.over


def running_clocks(desk: Desk, card: Card, now: datetime) -> list[Clock]:
    """The clocks of a card that run, the most pressing first.

    An arrival is waited for until somebody was there once, or the slip is put aside.
    """
    awaits = card.state in (SlipState.ISSUED, SlipState.DISPATCHED)
    clocks = [
        clock
        for clock in judge_all(card.times, now, desk.settings, _ON_CARD)
        if clock.is_running
        and standing_of(clock) is not Standing.NOT_COUNTED
        and (awaits or clock.limit.key is not LimitKey.UNIT_ONSITE)
    ]
    return in_order_of_need(clocks)


def is_loud(clock: Clock) -> bool:
    """Whether somebody should look at it: late, or soon to be."""
    return standing_of(clock) in _LOUD


def _running(desk: Desk, card: Card, key: LimitKey, now: datetime) -> Clock | None:
    clock = judge(LIMIT[key], card.times, now, desk.settings)
    return clock if clock.is_running else None


def events_of(desk: Desk, card: Card) -> frozenset[SlipEvent]:
    """What the person at the desk may cause on a card, as far as it tells; the step
    itself looks again.
    """
    is_paid = card.charge_class is ChargeClass.PAID
    left_out = {SlipEvent.START if is_paid else SlipEvent.QUOTE}
    if card.is_bounced:
        left_out |= {SlipEvent.DISPATCH, SlipEvent.BOUNCE}
    else:
        left_out.add(SlipEvent.RESEND)
    return frozenset(
        event for event in legal_events(card.state) - left_out if may_cause(desk, event)
    )
