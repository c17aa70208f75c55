"""What the dispatcher's board shows: open slips as cards, and who holds how many.

A handful of statements whatever the register's size: open slips are found by state.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, case, func, select
from sqlalchemy.orm import Session, aliased

from app.desk import Desk
from app.dispatch_card import Card, Visit
from app.limit_sql import arrival_start_in_sql
from app.slip_record import get_slip
from app.staff_directory import StaffRow, list_staff
from app.word_list import TradeRow, list_trades
from models.quote import Quote
from models.slip import (
    OPEN_STATES,
    JobType,
    Slip,
    SlipState,
)
from models.staff import Post

_PUBLIC_MEMORY = timedelta(days=92)  # who was there before, in a public place
_MOST_VISITS = 6
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Technician:
    """Somebody who does the work: open slips held, and slips of today in all."""

    name: str
    trades: tuple[str, ...]
    held: int
    today: int


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the board shows at one moment; ``supervisors`` with their trades."""

    cards: tuple[Card, ...]
    technicians: tuple[Technician, ...]
    supervisors: tuple[tuple[str, tuple[str, ...]], ...]
    trades: tuple[str, ...]

    def supervisor_of(self, trade: str) -> str:
        """Who takes the slips of a trade over; the first of all where nobody does."""
        for name, trades in self.supervisors:
            if trade in trades:
                return name
        return self.supervisors[0][0] if self.supervisors else ""


def load_board(session: Session, desk: Desk) -> Board:
    """The open slips of the centre and the people who work on them."""
    trades = list_trades(session, desk)
    staff = list_staff(session, desk)
    cards = _cards(session, desk, trades)
    supervisors = tuple(
        (person.name, person.trades)
        for person in staff
        if Post.SUPERVISOR in person.posts
    )
    return Board(
        cards,
        _technicians(session, desk, staff, cards),
        supervisors,
        tuple(trade.name for trade in trades),
    )


def load_visits(session: Session, desk: Desk, slip_id: int) -> tuple[Visit, ...]:
    """Who was at the place of a slip before, the last visit first."""
    slip = get_slip(session, desk, slip_id)
    if slip.unit_id is not None:
        same = [Slip.unit_id == slip.unit_id]
    else:
        same = [
            Slip.place_key == slip.place_key,
            Slip.area == slip.area,
            Slip.place == slip.place,
            Slip.issued_at >= slip.issued_at - _PUBLIC_MEMORY,
        ]
    found = session.execute(
        select(Slip.id, Slip.technicians, Slip.arrived_at)
        .where(
            Slip.centre_id == desk.centre_id,
            *same,
            Slip.id != slip_id,
            Slip.arrived_at.is_not(None),
            Slip.issued_at <= slip.issued_at,
        )
        .order_by(Slip.issued_at.desc(), Slip.id.desc())
        .limit(_MOST_VISITS)
    )
    return tuple(Visit(*row) for row in found)


def suggested_trade(trades: Sequence[TradeRow], content: str) -> str | None:
    """The first trade one of whose words stands in the fault."""
    for trade in trades:
        if any(word in content for word in trade.words):
            return trade.name
    return None


_OF_SLIP = tuple(
    getattr(Slip, name)
    for name in Card.__dataclass_fields__
    if name not in ("arrival_from", "quote", "visit", "suggested_trade")
)
_PRICED = (SlipState.QUOTED, SlipState.DISPUTED, SlipState.WORKING)


def _cards(
    session: Session, desk: Desk, trades: Sequence[TradeRow]
) -> tuple[Card, ...]:
    rows = session.execute(
        select(
            *_OF_SLIP,
            arrival_start_in_sql(desk),
            _latest_quote(),
            _last_visit(desk.now() - _PUBLIC_MEMORY),
        )
        # Asked for in order, the whole register would be walked by time of issue.
        .where(Slip.centre_id == desk.centre_id, Slip.state.in_(OPEN_STATES))
    ).all()
    visits = _visits(session, [row[-1] for row in rows if row[-1] is not None])
    names = [column.key for column in _OF_SLIP]
    place = names.index("content")
    cards = []
    for row in rows:
        *facts, arrival_from, quote, visited = row
        card = Card(
            **dict(zip(names, facts, strict=True)),
            arrival_from=arrival_from,
            quote=quote,
            visit=visits.get(visited),
            suggested_trade=suggested_trade(trades, facts[place]),
        )
        cards.append(card)
    return tuple(sorted(cards, key=lambda card: (card.issued_at, card.id)))


def _latest_quote() -> ColumnElement[Decimal]:
    amount = (
        select(Quote.amount)
        .where(Quote.slip_id == Slip.id)
        .order_by(Quote.position.desc())
        .limit(1)
        .scalar_subquery()
    )
    return case((Slip.state.in_(_PRICED), amount), else_=None)


def _last_visit(public_from: datetime) -> ColumnElement[int]:
    """The last slip of the place on which somebody came; only for what waits."""

    def last(*where: ColumnElement[bool]) -> ScalarSelect[int]:
        return (
            select(before.id)
            .where(
                *where,
                before.arrived_at.is_not(None),
                before.issued_at <= Slip.issued_at,
                before.id != Slip.id,
            )
            .order_by(before.issued_at.desc())
            .limit(1)
            .correlate(Slip)
            .scalar_subquery()
        )

    before = aliased(Slip)
    in_unit = last(before.unit_id == Slip.unit_id)
    in_public = last(*_is_same_public_place(before), before.issued_at >= public_from)
    waits = Slip.state == SlipState.ISSUED
    return case(
        (waits & Slip.unit_id.is_not(None), in_unit),
        (waits, in_public),
        else_=None,
    )


def _is_same_public_place(before: Any) -> tuple[ColumnElement[bool], ...]:
    # The key finds them, the words tell one lamp of the grounds from another.
    return (
        before.centre_id == Slip.centre_id,
        before.place_key == Slip.place_key,
        before.area == Slip.area,
        before.place == Slip.place,
    )


def _visits(session: Session, ids: Sequence[int]) -> dict[int, Visit]:
    found: dict[int, Visit] = {}
    for start in range(0, len(ids), _AT_ONCE):
        rows = session.execute(
            select(Slip.id, Slip.technicians, Slip.arrived_at).where(
                Slip.id.in_(ids[start : start + _AT_ONCE])
            )
        )
        found |= {row[0]: Visit(*row) for row in rows if row[1]}
    return found


def _technicians(
    session: Session, desk: Desk, staff: Sequence[StaffRow], cards: Iterable[Card]
) -> tuple[Technician, ...]:
    """Those of the directory, then those whom only a slip names."""
    held: Counter[str] = Counter()
    today: dict[int, tuple[str, ...]] = {}
    for card in cards:
        if card.state is not SlipState.ISSUED:
            held.update(card.technicians)
            today[card.id] = card.technicians
    start, _ = desk.day_bounds(desk.today())
    rows = session.execute(
        select(Slip.id, Slip.technicians).where(
            Slip.centre_id == desk.centre_id, Slip.dispatched_at >= start
        )
    )
    today |= {slip_id: names for slip_id, names in rows}
    of_today = Counter(name for names in today.values() for name in names)
    known: Mapping[str, tuple[str, ...]] = {
        person.name: person.trades
        for person in staff
        if Post.TECHNICIAN in person.posts
    }
    others = [name for name in held if name not in known]
    return tuple(
        Technician(name, known.get(name, ()), held[name], of_today[name])
        for name in (*known, *others)
    )


@dataclass(frozen=True, slots=True)
class Waiting:
    """A slip nobody has been given yet, as a desk that listens hears of it."""

    id: int
    number: str
    room: str
    content: str
    is_urgent: bool


def load_waiting(session: Session, desk: Desk) -> tuple[Waiting, ...]:
    """What waits to be handed out, the oldest first; bounced slips do not."""
    found = session.execute(
        select(
            Slip.id,
            Slip.number,
            func.coalesce(Slip.unit_label, Slip.place),
            Slip.content,
            Slip.job_type == JobType.URGENT,
        ).where(
            Slip.centre_id == desk.centre_id,
            Slip.state == SlipState.ISSUED,
            Slip.is_bounced.is_(False),
        )
    )
    return tuple(sorted((Waiting(*row) for row in found), key=lambda one: one.id))
