"""Which slips a list shows, and what stands in their rows (登记表 and work lists)."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias, TypeVarTuple

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.slip_fields import clean
from models.slip import JobType, Outcome, Slip, SlipState
from models.unit import AreaKind

Ids: TypeAlias = "array[int]"
Ts = TypeVarTuple("Ts")


class Register(StrEnum):
    """The two registers, chosen by area, never by fee (S4-4.1.4, K-24)."""

    PUBLIC = "public"
    UNIT = "unit"

    def area_kinds(self) -> tuple[AreaKind, ...]:
        """The area kinds whose slips stand in the register."""
        if self is Register.UNIT:
            return (AreaKind.UNIT,)
        return (AreaKind.PUBLIC, AreaKind.OFFICE)


class SlipOrder(StrEnum):
    """How a list is sorted."""

    NEWEST_FIRST = "newest_first"
    OLDEST_FIRST = "oldest_first"
    URGENT_FIRST = "urgent_first"


@dataclass(frozen=True, slots=True)
class SlipFilter:
    """What a list asks for; None and empty ask for everything.

    ``from_at`` and ``until_at`` bound the time of issue, half-open. ``text`` is looked
    for in number, room, place, names, phone and fault.
    """

    register: Register | None = None
    states: frozenset[SlipState] = frozenset()
    from_at: datetime | None = None
    until_at: datetime | None = None
    text: str = ""
    order: SlipOrder = SlipOrder.NEWEST_FIRST


@dataclass(frozen=True, slots=True)
class SlipRow:
    """One slip as lists show it."""

    id: int
    version: int
    number: str
    state: SlipState
    area_kind: AreaKind
    area: str
    place: str
    unit_label: str | None
    owner_name: str | None
    reporter_name: str
    phone: str | None
    content: str
    job_type: JobType
    issued_at: datetime
    trade: str | None
    dispatched_at: datetime | None
    supervisor: str | None
    technicians: tuple[str, ...]
    arrived_at: datetime | None
    done_at: datetime | None
    returned_at: datetime | None
    outcome: Outcome | None
    unfinished_reason: str | None
    eta_at: datetime | None
    is_bounced: bool
    needs_reprint: bool

    @property
    def is_urgent(self) -> bool:
        """Whether the slip carries the 紧急 stamp (S4c-2.4)."""
        return self.job_type is JobType.URGENT

    @property
    def room(self) -> str:
        """How the desk names the place: the unit's label, else area and place."""
        return self.unit_label or f"{self.area} {self.place}"


_COLUMNS = tuple(getattr(Slip, name) for name in SlipRow.__dataclass_fields__)


def find_slip_ids(session: Session, desk: Desk, wanted: SlipFilter) -> Ids:
    """The ids of all slips asked for, in order."""
    return array("q", session.scalars(_asked(select(Slip.id), desk, wanted)))


def first_slip_rows(
    session: Session, desk: Desk, wanted: SlipFilter, count: int
) -> list[SlipRow]:
    """The first rows of a list by a statement of their own, to be painted at once."""
    statement = _asked(select(*_COLUMNS), desk, wanted).limit(count)
    return [SlipRow(*row) for row in session.execute(statement)]


def load_slip_rows(
    session: Session, desk: Desk, ids: Sequence[int]
) -> list[SlipRow | None]:
    """One row per id in the order asked; None where the slip is gone."""
    statement = select(*_COLUMNS).where(
        Slip.id.in_(ids), Slip.centre_id == desk.centre_id
    )
    rows = {row.id: SlipRow(*row) for row in session.execute(statement)}
    return [rows.get(slip_id) for slip_id in ids]


def count_slips(session: Session, desk: Desk, wanted: SlipFilter) -> int:
    """How many slips are asked for."""
    statement = _asked(select(func.count(Slip.id)), desk, wanted).order_by(None)
    return session.scalar(statement) or 0


def _asked(statement: Select[*Ts], desk: Desk, wanted: SlipFilter) -> Select[*Ts]:
    conditions: list[ColumnElement[bool]] = [Slip.centre_id == desk.centre_id]
    if wanted.register is not None:
        conditions.append(Slip.area_kind.in_(wanted.register.area_kinds()))
    if wanted.states:
        conditions.append(Slip.state.in_(wanted.states))
    if wanted.from_at is not None:
        conditions.append(Slip.issued_at >= wanted.from_at)
    if wanted.until_at is not None:
        conditions.append(Slip.issued_at < wanted.until_at)
    for word in clean(wanted.text).split(" "):
        if word:
            conditions.append(_holds(word))
    statement = statement.where(*conditions)
    if wanted.order is SlipOrder.NEWEST_FIRST:
        return statement.order_by(Slip.issued_at.desc(), Slip.id.desc())
    if wanted.order is SlipOrder.URGENT_FIRST:
        is_calm = Slip.job_type != JobType.URGENT
        return statement.order_by(is_calm, Slip.issued_at, Slip.id)
    return statement.order_by(Slip.issued_at, Slip.id)


def _holds(word: str) -> ColumnElement[bool]:
    searched = (
        Slip.number,
        Slip.unit_label,
        Slip.place,
        Slip.area,
        Slip.owner_name,
        Slip.reporter_name,
        Slip.phone,
        Slip.content,
    )
    return or_(*(column.icontains(word, autoescape=True) for column in searched))
