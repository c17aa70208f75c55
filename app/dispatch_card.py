"""A card of the dispatcher's board: an open slip, its clocks, what may be done."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from app.arrival_clock import Countdown, count_down, count_down_to, whole_minutes
from app.desk import Desk
from app.slip_record import may_cause
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
    arrived_at: datetime | None
    done_at: datetime | None
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
    def arrival_minutes(self) -> int | None:
        """How long it took until somebody was there."""
        if self.arrived_at is None or self.arrival_from is None:
            return None
        return max(0, whole_minutes(self.arrival_from, self.arrived_at))


def arrival_clock(desk: Desk, card: Card, now: datetime) -> Countdown | None:
    """The clock of the arrival (K-03, K-05); None where none runs.

    A unit has the centre's limit; an appointment, wherever it is, its own time.
    """
    if card.state is not SlipState.DISPATCHED or card.arrived_at is not None:
        return None
    if card.appointment_at is not None:
        return count_down_to(card.appointment_at, now)
    if card.area_kind is not AreaKind.UNIT or card.arrival_from is None:
        return None
    return count_down(card.arrival_from, desk.settings.number("unit_onsite_min"), now)


def response_clock(desk: Desk, card: Card, now: datetime) -> Countdown | None:
    """How long an urgent slip may wait to be handed out (K-03); None for others."""
    if not card.waits or not card.is_urgent:
        return None
    limit = desk.settings.number("urgent_response_min")
    return count_down(card.issued_at, limit, now)


def came_late(desk: Desk, card: Card) -> int:
    """By how many minutes the arrival missed its limit; 0 when it was in time."""
    if card.arrived_at is None:
        return 0
    if card.appointment_at is not None:
        return max(0, whole_minutes(card.appointment_at, card.arrived_at))
    took = card.arrival_minutes
    if card.area_kind is not AreaKind.UNIT or took is None:
        return 0
    return max(0, took - desk.settings.number("unit_onsite_min"))


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
