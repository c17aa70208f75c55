"""One slip with its life: facts, lines, quotes, copies, events, money, next moves."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.finance_copy import copy_in_hand, is_closed
from app.ledger import Account, load_account
from app.limit_load import load_times
from app.payment_list import SlipAccount, slip_account
from app.slip_copy_move import live_copies, roles_of_slip
from app.slip_record import find_slip, get_slip, possible_events
from app.slip_times import SlipTimes
from models.base import table_of
from models.copy_scheme import CopyRole, CopyScheme, CopySchemeRow
from models.event import Event
from models.gap_case import GapCase
from models.quote import Quote, QuoteStatus
from models.slip import Slip, SlipEvent
from models.slip_copy import CopyPlace
from models.slip_line import LineKind, SlipLine


@dataclass(frozen=True, slots=True)
class CopyView:
    """One copy as it is now; ``print_seq`` 0 and no place: not printed yet."""

    copy_no: int
    role: CopyRole
    label: str
    colour: str
    print_seq: int
    place: CopyPlace | None
    place_since: datetime | None


@dataclass(frozen=True, slots=True)
class EventView:
    """One entry of the slip's life; ``facts`` as the log keeps them."""

    seq: int
    happened_at: datetime
    by: str
    what: SlipEvent
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class LineView:
    """One labour or material line."""

    kind: LineKind
    name: str
    uom: str | None
    quantity: Decimal
    price: Decimal
    amount: Decimal
    tariff_code: str | None = None
    is_night: bool = False
    price_reason: str | None = None


@dataclass(frozen=True, slots=True)
class QuoteView:
    """One quote; ``note`` is what was said against it."""

    amount: Decimal
    status: QuoteStatus
    confirmed_by: str | None
    quoted_at: datetime | None = None
    confirmed_at: datetime | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class SlipView:
    """Everything the program knows of one slip.

    ``closed_in`` is the closed statement that has its finance copy, if one has.
    ``facts`` maps each column of ``Slip`` to its value, ``times`` is what its time
    limits are judged by. ``moves`` are the events the
    person at the desk may cause now.
    """

    facts: Mapping[str, object]
    number: str
    copies: tuple[CopyView, ...]
    events: tuple[EventView, ...]
    lines: tuple[LineView, ...]
    quotes: tuple[QuoteView, ...]
    money: Account
    closed_in: str | None
    account: SlipAccount
    open_gaps: tuple[str, ...]
    times: SlipTimes
    moves: frozenset[SlipEvent]


def load_slip_view(session: Session, desk: Desk, slip_id: int) -> SlipView:
    """One slip by id; raises ``SlipUnknown``."""
    return _view(session, desk, get_slip(session, desk, slip_id))


def load_slip_view_by_number(session: Session, desk: Desk, number: str) -> SlipView:
    """One slip by number; raises ``SlipUnknown``."""
    return _view(session, desk, find_slip(session, desk, number))


def _view(session: Session, desk: Desk, slip: Slip) -> SlipView:
    lines = session.execute(
        select(
            SlipLine.kind,
            SlipLine.name,
            SlipLine.uom,
            SlipLine.quantity,
            SlipLine.price,
            SlipLine.amount,
            SlipLine.tariff_code,
            SlipLine.is_night,
            SlipLine.price_reason,
        )
        .where(SlipLine.slip_id == slip.id)
        .order_by(SlipLine.position)
    )
    quotes = session.execute(
        select(
            Quote.amount,
            Quote.status,
            Quote.confirmed_by,
            Quote.quoted_at,
            Quote.confirmed_at,
            Quote.note,
        )
        .where(Quote.slip_id == slip.id)
        .order_by(Quote.position)
    )
    gaps = session.scalars(
        select(GapCase.ref).where(
            GapCase.slip_id == slip.id, GapCase.closed_at.is_(None)
        )
    )
    money = load_account(session, slip.id)
    return SlipView(
        facts={
            column.name: getattr(slip, column.name) for column in table_of(Slip).columns
        },
        number=slip.number,
        copies=_copies(session, desk, slip),
        events=load_slip_events(session, slip.id),
        lines=tuple(LineView(*line) for line in lines),
        quotes=tuple(QuoteView(*quote) for quote in quotes),
        money=money,
        closed_in=_closed_in(session, desk, slip),
        account=slip_account(session, desk, slip, money),
        open_gaps=tuple(gaps),
        times=load_times(session, desk, slip),
        moves=possible_events(desk, slip),
    )


def _closed_in(session: Session, desk: Desk, slip: Slip) -> str | None:
    copy = copy_in_hand(session, slip.id)
    is_taken = copy is not None and is_closed(session, desk, copy)
    return copy.posting_period if copy is not None and is_taken else None


def load_slip_events(session: Session, slip_id: int) -> tuple[EventView, ...]:
    """The entries of a slip in the order they were made."""
    rows = session.execute(
        select(Event.seq, Event.happened_at, Event.by, Event.what, Event.facts)
        .where(Event.entity == "slip", Event.entity_id == slip_id)
        .order_by(Event.seq)
    )
    return tuple(
        EventView(seq, at, by, SlipEvent(what), json.loads(facts))
        for seq, at, by, what, facts in rows
    )


def _copies(session: Session, desk: Desk, slip: Slip) -> tuple[CopyView, ...]:
    code = slip.copy_scheme or desk.settings.text("copy_scheme")
    labels = {
        copy_no: (label, colour)
        for copy_no, label, colour in session.execute(
            select(CopySchemeRow.copy_no, CopySchemeRow.label, CopySchemeRow.colour)
            .join(CopyScheme, CopyScheme.id == CopySchemeRow.scheme_id)
            .where(CopyScheme.centre_id == desk.centre_id, CopyScheme.code == code)
        )
    }
    live = live_copies(session, slip.id)
    views = []
    for copy_no, role in roles_of_slip(desk, slip).items():
        copy = live.get(copy_no)
        label, colour = labels[copy_no]
        views.append(
            CopyView(
                copy_no,
                role,
                label,
                colour,
                copy.print_seq if copy else 0,
                copy.place if copy else None,
                copy.place_since if copy else None,
            )
        )
    return tuple(views)
