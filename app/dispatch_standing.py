"""In what order the cards of the board stand, and which of its counters they belong to.

What waits comes first, urgent before calm; then what is late, then whose clock runs.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum

from app.desk import Desk
from app.dispatch_card import Card, arrival_clock, running_clocks
from app.limit_standing import Standing, standing_of
from models.slip import SlipState


class Counter(StrEnum):
    """What the dispatcher counts; each narrows the board to its cards."""

    WAITING = "waiting"
    ON_THE_WAY = "on_the_way"
    LATE = "late"
    PAPER_OUT = "paper_out"


_PLACES = {
    SlipState.DONE: Counter.PAPER_OUT,
    SlipState.DISPATCHED: Counter.ON_THE_WAY,
}
_STEPS = (
    SlipState.DISPATCHED,
    SlipState.DISPUTED,
    SlipState.QUOTED,
    SlipState.ON_SITE,
    SlipState.WORKING,
    SlipState.SUSPENDED,
    SlipState.DONE,
)


def counters_of(desk: Desk, card: Card, now: datetime) -> frozenset[Counter]:
    """The counters a card belongs to; what is late is also where it stands."""
    clocks = running_clocks(desk, card, now)
    is_late = any(standing_of(clock) is Standing.BREACHED for clock in clocks)
    found = {Counter.LATE} if is_late else set()
    if card.waits:
        found.add(Counter.WAITING)
    elif card.state in _PLACES:
        found.add(_PLACES[card.state])
    return frozenset(found)


def in_standing_order(
    desk: Desk, cards: Iterable[Card], now: datetime, on_top: Sequence[int] = ()
) -> list[Card]:
    """The cards from top to bottom; ``on_top`` are the ids of new ones, the newest
    first, which stand above others of their kind.
    """
    places = {card_id: place for place, card_id in enumerate(on_top)}

    def rank(card: Card) -> tuple[int, bool, int, int, datetime, int]:
        place = places.get(card.id, len(places))
        if card.waits:
            group, left = 0, 0
        elif card.state is SlipState.ISSUED:
            group, left = 2, 0  # bounced: the desk has it
        else:
            clock = arrival_clock(desk, card, now)
            group = 1 if clock is not None and clock.is_late else 3
            group += 0 if group == 1 else _STEPS.index(card.state)
            left = 10_000 if clock is None else clock.left
        return group, not card.is_urgent, place, left, card.issued_at, card.id

    return sorted(cards, key=rank)
