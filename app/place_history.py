"""What is known of a place while a call about it is taken down."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.fault_word import FIXTURES
from app.gist import gist_of
from app.ledger_sql import ledger_in_sql
from app.likeness import ALIKE, gist_likeness
from app.place import keys_near, may_be_one, place_of
from app.slip_fields import clean
from app.slip_issue import find_unit
from app.unit_directory import UnitRow, get_unit
from models.money import ZERO
from models.slip import ChargeClass, Outcome, Slip, SlipState
from models.unit import AreaKind

SHOWN = 8
_LOOKED_AT = 200
"""So many slips of a public neighbourhood are read to find those of one place."""
FREE = frozenset(
    {
        ChargeClass.FREE_PUBLIC,
        ChargeClass.FREE_REWORK,
        ChargeClass.FREE_WARRANTY,
        ChargeClass.CONTRACT,
    }
)


@dataclass(frozen=True, slots=True)
class PlaceQuestion:
    """A place as typed so far, and what is wrong there; empty text is not given."""

    area_kind: AreaKind
    unit_label: str = ""
    area: str = ""
    place: str = ""
    content: str = ""
    trade: str = ""


@dataclass(frozen=True, slots=True)
class PastRepair:
    """One slip of the place. ``charged`` is the posted fee in yuan, None before it is
    posted; ``is_free`` when its kind of charge asks nothing of the owner.
    """

    id: int
    number: str
    state: SlipState
    issued_at: datetime
    content: str
    technicians: tuple[str, ...]
    charged: Decimal | None
    is_free: bool


@dataclass(frozen=True, slots=True)
class Debt:
    """A slip of the place on which something is owed, by the ledger."""

    id: int
    number: str
    issued_at: datetime
    content: str
    owed: Decimal


@dataclass(frozen=True, slots=True)
class Rework:
    """The repair whose guarantee still holds for this fault (K-14).

    ``until_on`` is the last day on which it is done again free of charge.
    """

    id: int
    number: str
    done_on: date
    until_on: date
    days: int
    content: str
    technicians: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceHistory:
    """The place, its last repairs (newest first) and how many there were.

    ``debts``: what is not paid, the oldest first.
    """

    label: str
    unit: UnitRow | None = None
    building: str = ""
    floor: int | None = None
    repairs: tuple[PastRepair, ...] = ()
    count: int = 0
    rework: Rework | None = None
    is_in_warranty: bool = False
    debts: tuple[Debt, ...] = ()

    @property
    def owed(self) -> Decimal:
        """What is owed in all."""
        return sum((debt.owed for debt in self.debts), ZERO)

    @property
    def last_technicians(self) -> tuple[str, ...]:
        """Who was there last, if anybody was."""
        return next((one.technicians for one in self.repairs if one.technicians), ())


def load_place_history(
    session: Session, desk: Desk, question: PlaceQuestion
) -> PlaceHistory | None:
    """What the books know of a place; None while no place is named."""
    question = replace(
        question,
        unit_label=clean(question.unit_label),
        area=clean(question.area),
        place=clean(question.place),
        content=clean(question.content),
    )
    if question.area_kind is AreaKind.UNIT:
        return _of_unit(session, desk, question)
    if not question.place and not question.area:
        return None
    return _of_public_place(session, desk, question)


def _of_unit(
    session: Session, desk: Desk, question: PlaceQuestion
) -> PlaceHistory | None:
    label = question.unit_label.strip()
    known = find_unit(session, desk, label) if label else None
    unit = get_unit(session, desk, known.id) if known is not None else None
    if known is None or unit is None:
        return None
    mine = Slip.unit_id == known.id
    rows = session.execute(_slips(desk).where(mine).limit(_LOOKED_AT)).all()
    count = len(rows)
    if count == _LOOKED_AT:
        count = session.scalar(
            select(func.count(Slip.id)).where(mine, Slip.state != SlipState.VOID)
        ) or len(rows)
    place = place_of(unit.label)
    until = unit.warranty_until_on
    return PlaceHistory(
        label=unit.label,
        unit=unit,
        building=place.building,
        floor=place.floor,
        repairs=tuple(map(_repair, rows[:SHOWN])),
        count=count,
        rework=_rework(desk, question, rows),
        is_in_warranty=until is not None and until >= desk.today(),
        debts=_debts(rows),
    )


def _of_public_place(
    session: Session, desk: Desk, question: PlaceQuestion
) -> PlaceHistory:
    place = place_of(question.place or question.area, question.area)
    rows = session.execute(
        _slips(desk)
        .where(
            Slip.place_key.in_(keys_near(place)),
            Slip.area_kind != AreaKind.UNIT,
        )
        .limit(_LOOKED_AT)
    ).all()
    here = [row for row in rows if may_be_one(place, place_of(row.place, row.area))]
    area, name = question.area.strip(), question.place.strip()
    label = name if not area or name.startswith(area) else f"{area}{name}"
    return PlaceHistory(
        label=label or area,
        building=place.building,
        floor=place.floor,
        repairs=tuple(map(_repair, here[:SHOWN])),
        count=len(here),
    )


def _slips(desk: Desk) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Slip.id,
            Slip.number,
            Slip.state,
            Slip.issued_at,
            Slip.content,
            Slip.technicians,
            Slip.charge_class,
            Slip.area,
            Slip.place,
            Slip.trade,
            Slip.outcome,
            Slip.done_at,
            Slip.returned_at,
            ledger_in_sql("charged").label("charged"),
            ledger_in_sql("unpaid").label("owed"),
        )
        .where(Slip.centre_id == desk.centre_id, Slip.state != SlipState.VOID)
        .order_by(Slip.issued_at.desc(), Slip.id.desc())
    )


def _debts(rows: Sequence[Row[Any]]) -> tuple[Debt, ...]:
    """What is owed on these slips; money on a slip that is not back is no credit."""
    return tuple(
        Debt(row.id, row.number, row.issued_at, row.content, row.owed)
        for row in reversed(rows)
        if row.owed is not None and row.owed > 0
    )


def _repair(row: Row[Any]) -> PastRepair:
    return PastRepair(
        row.id,
        row.number,
        row.state,
        row.issued_at,
        row.content,
        tuple(row.technicians),
        row.charged,
        row.charge_class in FREE
        and row.state in (SlipState.RETURNED, SlipState.CLOSED),
    )


def _rework(
    desk: Desk, question: PlaceQuestion, rows: Sequence[Row[Any]]
) -> Rework | None:
    """The newest repair of the same fault, or by the same trade at the same thing,
    whose days of guarantee are not over.
    """
    days = desk.settings.number("repair_warranty_days")
    if not days or not question.content.strip():
        return None
    gist = gist_of(question.content)
    today = desk.today()
    for row in rows:
        done_at = row.done_at or row.returned_at
        is_done = row.state in (SlipState.RETURNED, SlipState.CLOSED)
        if not is_done or done_at is None or row.outcome is Outcome.UNFINISHED:
            continue
        done_on = desk.local(done_at).date()
        until_on = done_on + timedelta(days=days)
        if until_on < today:
            continue
        theirs = gist_of(row.content)
        is_same = gist_likeness(gist, theirs) >= ALIKE
        things = FIXTURES & gist.weights.keys() & theirs.weights.keys()
        rooms_differ = (
            gist.rooms and theirs.rooms and gist.rooms.isdisjoint(theirs.rooms)
        )
        by_trade = bool(
            question.trade
            and question.trade == row.trade
            and things
            and not rooms_differ
        )
        if is_same or by_trade:
            return Rework(
                row.id,
                row.number,
                done_on,
                until_on,
                days,
                row.content,
                tuple(row.technicians),
            )
    return None
