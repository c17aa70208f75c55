"""Which slips a list shows, and what stands in their rows (登记表 and work lists)."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from itertools import islice
from typing import Any, TypeAlias, TypeVarTuple

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.ledger_sql import LEDGER_SUMS, ledger_in_sql
from app.limit_sql import arrival_start_in_sql
from app.slip_filter import (
    Register,
    SlipFilter,
    SlipOrder,
    column_condition,
    in_order,
    is_newest_first,
    last_call_in_sql,
    quote_in_sql,
)
from app.slip_times import SlipTimes, times_of
from models.base import table_of
from models.callback import Callback, CallbackResult
from models.id_list import in_ids
from models.slip import JobType, Outcome, OwnerOpinion, Slip, SlipState
from models.unit import AreaKind, room_name

__all__ = [
    "Ids",
    "Register",
    "SlipFilter",
    "SlipOrder",
    "SlipRow",
    "asked_slips",
    "count_slips",
    "find_slip_ids",
    "find_slip_numbers",
    "first_slip_rows",
    "load_slip_rows",
]

Ids: TypeAlias = "array[int]"
Ts = TypeVarTuple("Ts")
_ID = table_of(Slip).c.id
_OF_CALL = (Callback.called_at, Callback.result, Callback.satisfaction)
ROWS_AT_ONCE = 1_000
"""Rows fetched in one go: the screen gets its turn between two of them."""


@dataclass(frozen=True, slots=True)
class SlipRow:
    """One slip as lists show it.

    ``charged`` is the posted fee, ``waived``, ``received`` and ``unpaid`` what became
    of it, ``quote`` the price the owner agreed to; yuan, None where there is none yet.
    ``arrival_from`` is when the clock of the arrival began; the times before it are
    there for the other clocks. ``called_at`` and the two after it are of the last
    callback in which somebody was reached, else of the last try.
    """

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
    appointment_at: datetime | None
    arrived_at: datetime | None
    done_at: datetime | None
    returned_at: datetime | None
    outcome: Outcome | None
    unfinished_reason: str | None
    eta_at: datetime | None
    is_bounced: bool
    needs_reprint: bool
    supervisor_received_at: datetime | None = None
    late_notice_at: datetime | None = None
    late_notice_for_at: datetime | None = None
    diagnosed_at: datetime | None = None
    suspended_at: datetime | None = None
    escalated_at: datetime | None = None
    paused_at: datetime | None = None
    paused_min: int = 0
    arrival_from: datetime | None = None
    quote: Decimal | None = None
    charged: Decimal | None = None
    waived: Decimal | None = None
    received: Decimal | None = None
    unpaid: Decimal | None = None
    called_at: datetime | None = None
    call_result: CallbackResult | None = None
    call_opinion: OwnerOpinion | None = None

    @property
    def is_urgent(self) -> bool:
        """Whether the slip carries the 紧急 stamp (S4c-2.4)."""
        return self.job_type is JobType.URGENT

    @property
    def room(self) -> str:
        """How the desk names the place: the unit's label, else area and place."""
        return room_name(self.unit_label, self.area, self.place)

    @property
    def times(self) -> SlipTimes:
        """What its clocks are judged by."""
        return times_of(lambda name: getattr(self, name))

    @property
    def arrival_minutes(self) -> int | None:
        """How long it took until somebody was there, seconds cut from both ends."""
        if self.arrived_at is None or self.arrival_from is None:
            return None
        return _minute(self.arrived_at) - _minute(self.arrival_from)

    def is_arrival_late(self, minutes: int) -> bool:
        """Whether nobody came within ``minutes``, or by the appointment (K-05)."""
        if self.arrived_at is None:
            return False
        if self.appointment_at is not None:
            return _minute(self.arrived_at) > _minute(self.appointment_at)
        took = self.arrival_minutes
        return took is not None and took > minutes


_OF_OTHERS = frozenset(
    {"arrival_from", "quote", *LEDGER_SUMS}
    | {"called_at", "call_result", "call_opinion"}
)
_OF_SLIP = tuple(
    getattr(Slip, name)
    for name in SlipRow.__dataclass_fields__
    if name not in _OF_OTHERS
)


def find_slip_ids(session: Session, desk: Desk, wanted: SlipFilter) -> Ids:
    """The ids of all slips asked for, in order."""
    statement = asked_slips(session, select(Slip.id), desk, wanted)
    ids = array("q")
    for part in _plain(session, in_order(statement, desk, wanted)):
        ids.extend(part)
    return ids


def find_slip_numbers(
    session: Session, desk: Desk, wanted: SlipFilter
) -> tuple[str, ...]:
    """The numbers of all slips asked for, in order: what leaves the house is named."""
    statement = asked_slips(session, select(Slip.number), desk, wanted)
    found = _plain(session, in_order(statement, desk, wanted))
    return tuple(number for part in found for number in part)


def _plain(session: Session, statement: Select[Any]) -> Iterator[list[Any]]:
    """The one column of a statement, part by part, as the driver gives it.

    A million rows through the layers above it take three times as long and hold the
    interpreter: the screen would stand for 40 ms at a time.
    """
    result = session.connection().execute(statement)
    cursor = result.cursor
    assert cursor is not None
    while rows := cursor.fetchmany(ROWS_AT_ONCE):
        yield [row[0] for row in rows]
    result.close()


def first_slip_rows(
    session: Session, desk: Desk, wanted: SlipFilter, count: int
) -> list[SlipRow]:
    """The first rows of a list by a statement of their own, to be painted at once."""
    if wanted.text.strip() and is_newest_first(wanted):
        return _newest_with_words(session, desk, wanted, count)
    statement = asked_slips(session, select(*_columns(desk)), desk, wanted)
    statement = in_order(statement, desk, wanted).limit(count)
    return [SlipRow(*row) for row in session.execute(statement)]


def _newest_with_words(
    session: Session, desk: Desk, wanted: SlipFilter, count: int
) -> list[SlipRow]:
    """The same without finding every slip that has the words."""
    from app.search import newest_matches  # for the reason below

    having = newest_matches(session, desk, wanted.text, wanted.from_at)
    others = replace(wanted, text="")
    rows: list[SlipRow] = []
    size = count
    while len(rows) < count and (ids := list(islice(having, size))):
        statement = asked_slips(session, select(*_columns(desk)), desk, others)
        statement = statement.where(in_ids(table_of(Slip).c.id, ids))
        statement = in_order(statement, desk, wanted).limit(count - len(rows))
        rows += (SlipRow(*row) for row in session.execute(statement))
        size *= 4
    return rows


def load_slip_rows(
    session: Session, desk: Desk, ids: Sequence[int]
) -> list[SlipRow | None]:
    """One row per id in the order asked; None where the slip is gone."""
    statement = select(*_columns(desk)).where(
        Slip.id.in_(ids), Slip.centre_id == desk.centre_id
    )
    rows = {row.id: SlipRow(*row) for row in session.execute(statement)}
    return [rows.get(slip_id) for slip_id in ids]


def count_slips(session: Session, desk: Desk, wanted: SlipFilter) -> int:
    """How many slips are asked for."""
    return (
        session.scalar(asked_slips(session, select(func.count(Slip.id)), desk, wanted))
        or 0
    )


def asked_slips(
    session: Session, statement: Select[*Ts], desk: Desk, wanted: SlipFilter
) -> Select[*Ts]:
    """The statement about the slips that ``wanted`` asks for, in no order.

    Its words are looked up at once, by way of the index of the search.
    """
    conditions: list[ColumnElement[bool]] = [Slip.centre_id == desk.centre_id]
    if wanted.register is not None:
        conditions.append(Slip.area_kind.in_(wanted.register.area_kinds()))
    if wanted.states:
        conditions.append(Slip.state.in_(wanted.states))
    if wanted.from_at is not None:
        conditions.append(Slip.issued_at >= wanted.from_at)
    if wanted.until_at is not None:
        conditions.append(Slip.issued_at < wanted.until_at)
    if wanted.ids is not None:
        conditions.append(in_ids(_ID, wanted.ids))
    if wanted.without:
        conditions.append(~in_ids(_ID, wanted.without))
    for key, asked in wanted.columns:
        conditions.append(column_condition(desk, key, asked))
    if wanted.text.strip():
        # A list is first painted without words, and without what finds them.
        from app.search import slip_matches

        conditions += slip_matches(session, desk, wanted.text)
    return statement.where(*conditions)


def _columns(desk: Desk) -> tuple[Any, ...]:
    start = arrival_start_in_sql(desk)
    called = (last_call_in_sql(column) for column in _OF_CALL)
    money = (ledger_in_sql(key) for key in LEDGER_SUMS)
    return (*_OF_SLIP, start, quote_in_sql(), *money, *called)


def _minute(at: datetime) -> int:
    return int(at.timestamp()) // 60
