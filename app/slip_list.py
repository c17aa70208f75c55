"""Which slips a list shows, and what stands in their rows (登记表 and work lists)."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from itertools import islice
from typing import Any, TypeAlias, TypeVarTuple

from sqlalchemy import ColumnElement, Row, Select, func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.ledger_sql import LEDGER_SUMS, ledger_in_sql
from app.limit_sql import arrival_start_in_sql
from app.register_fact import NO_FACTS, RegisterFacts, load_register_facts
from app.register_sql import (
    ENDED,
    CallSaid,
    CopyStanding,
    last_call_in_sql,
    quote_in_sql,
)
from app.slip_filter import (
    Register,
    SlipFilter,
    SlipOrder,
    column_condition,
    in_order,
    is_newest_first,
)
from app.slip_times import BACK, SlipTimes, times_of
from models.base import table_of
from models.callback import Callback, CallbackResult
from models.id_list import in_ids
from models.slip import (
    ChargeClass,
    DutyPost,
    InspectStatus,
    JobType,
    Outcome,
    OwnerOpinion,
    SignStatus,
    Slip,
    SlipState,
)
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
    "first_register_rows",
    "first_slip_rows",
    "load_register_rows",
    "load_slip_rows",
]

Ids: TypeAlias = "array[int]"
Ts = TypeVarTuple("Ts")
_ID = table_of(Slip).c.id
_OF_CALL = (
    Callback.called_at,
    Callback.result,
    Callback.satisfaction,
    Callback.is_normal,
)
ROWS_AT_ONCE = 1_000
"""Rows fetched in one go: the screen gets its turn between two of them."""


@dataclass(frozen=True, slots=True)
class SlipRow:
    """One slip as lists show it.

    ``charged`` is the posted fee, ``waived``, ``received`` and ``unpaid`` what became
    of it, ``quote`` the price the owner agreed to; yuan, None where there is none yet.
    ``arrival_from`` is when the clock of the arrival began; the times before it are
    there for the other clocks. ``called_at`` and the three after it are of the last
    callback in which somebody was reached, else of the last try. ``facts`` are what
    only the registers show; other lists leave them empty.
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
    reported_at: datetime | None = None
    duty_post: DutyPost = DutyPost.FRONT_DESK
    entered_by: str | None = None
    report_dept: str | None = None
    charge_class: ChargeClass = ChargeClass.PAID
    result_text: str | None = None
    owner_opinion: OwnerOpinion | None = None
    sign_status: SignStatus | None = None
    signed_by: str | None = None
    inspect_status: InspectStatus | None = None
    inspected_by: str | None = None
    finance_early_at: datetime | None = None
    end_reason: str | None = None
    origin_number: str | None = None
    remark: str | None = None
    stock_no: str | None = None
    arrival_from: datetime | None = None
    quote: Decimal | None = None
    charged: Decimal | None = None
    waived: Decimal | None = None
    received: Decimal | None = None
    unpaid: Decimal | None = None
    called_at: datetime | None = None
    call_result: CallbackResult | None = None
    call_opinion: OwnerOpinion | None = None
    call_is_normal: bool | None = None
    facts: RegisterFacts = NO_FACTS

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

    @property
    def is_ended(self) -> bool:
        """Whether the slip keeps its line, struck out (4.5)."""
        return self.state in ENDED

    @property
    def is_finished(self) -> bool:
        """Whether its paper is back and says that the work is done."""
        return self.state in BACK and self.outcome is Outcome.COMPLETED

    @property
    def why_unfinished(self) -> str | None:
        """The reason on the slip, else the one that was told last."""
        if self.is_finished:
            return None
        return self.unfinished_reason or self.facts.told_reason

    @property
    def expected_at(self) -> datetime | None:
        """When an unfinished slip is expected to be done."""
        if self.is_finished:
            return None
        return self.eta_at or self.facts.told_eta_at

    @property
    def call_said(self) -> CallSaid | None:
        """What came of the callback, in one word."""
        if self.call_opinion is not None:
            return CallSaid(self.call_opinion.value)
        if self.call_is_normal is not None:
            return CallSaid.NORMAL if self.call_is_normal else CallSaid.NOT_NORMAL
        return None if self.call_result is None else CallSaid(self.call_result.value)

    @property
    def finance_copy(self) -> CopyStanding:
        """Where the finance copy stands."""
        if self.is_ended:
            return CopyStanding(self.state.value)
        if self.finance_early_at is not None:
            return CopyStanding.EARLY
        if self.facts.batch:
            return CopyStanding.HANDED
        return CopyStanding.BACK if self.state in BACK else CopyStanding.OUT

    def is_arrived_in_time(self, minutes: int) -> bool | None:
        """The other way round; None where nobody came or no clock ran."""
        if self.arrived_at is None:
            return None
        if self.appointment_at is None and self.arrival_from is None:
            return None
        return not self.is_arrival_late(minutes)

    def is_returned_in_time(self, desk: Desk) -> bool | None:
        """Whether the paper was back by 17:30 of its day; what was issued after that
        belongs to the next day (interfaces.md 3). None while it is out.
        """
        if self.returned_at is None:
            return None
        deadline = desk.settings.minute_of_day("return_deadline")
        returned, issued = desk.local(self.returned_at), desk.local(self.issued_at)
        is_same_day = issued.date() == returned.date()
        is_of_next_day = is_same_day and _minute_of_day(issued) > deadline
        return _minute_of_day(returned) <= deadline or is_of_next_day

    def is_arrival_late(self, minutes: int) -> bool:
        """Whether nobody came within ``minutes``, or by the appointment (K-05)."""
        if self.arrived_at is None:
            return False
        if self.appointment_at is not None:
            return _minute(self.arrived_at) > _minute(self.appointment_at)
        took = self.arrival_minutes
        return took is not None and took > minutes


_OF_OTHERS = frozenset(
    {"arrival_from", "quote", "facts", *LEDGER_SUMS}
    | {"called_at", "call_result", "call_opinion", "call_is_normal"}
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
    return [_made(row) for row in _first(session, desk, wanted, count)]


def _first(
    session: Session, desk: Desk, wanted: SlipFilter, count: int
) -> Sequence[Row[Any]]:
    if wanted.text.strip() and is_newest_first(wanted):
        return _newest_with_words(session, desk, wanted, count)
    statement = asked_slips(session, select(*_columns(desk)), desk, wanted)
    return session.execute(in_order(statement, desk, wanted).limit(count)).all()


def _newest_with_words(
    session: Session, desk: Desk, wanted: SlipFilter, count: int
) -> Sequence[Row[Any]]:
    """The same without finding every slip that has the words."""
    from app.search import newest_matches  # for the reason below

    having = newest_matches(session, desk, wanted.text, wanted.from_at)
    others = replace(wanted, text="")
    rows: list[Row[Any]] = []
    size = count
    while len(rows) < count and (ids := list(islice(having, size))):
        statement = asked_slips(session, select(*_columns(desk)), desk, others)
        statement = statement.where(in_ids(table_of(Slip).c.id, ids))
        statement = in_order(statement, desk, wanted).limit(count - len(rows))
        rows += session.execute(statement)
        size *= 4
    return rows


def load_slip_rows(
    session: Session, desk: Desk, ids: Sequence[int]
) -> list[SlipRow | None]:
    """One row per id in the order asked; None where the slip is gone."""
    rows = {row[0]: _made(row) for row in _of_ids(session, desk, ids)}
    return [rows.get(slip_id) for slip_id in ids]


def _of_ids(session: Session, desk: Desk, ids: Sequence[int]) -> Sequence[Row[Any]]:
    statement = select(*_columns(desk)).where(
        Slip.id.in_(ids), Slip.centre_id == desk.centre_id
    )
    return session.execute(statement).all()


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


def first_register_rows(
    session: Session, desk: Desk, wanted: SlipFilter, count: int
) -> list[SlipRow]:
    """As ``first_slip_rows``, with what only the registers show."""
    found = _first(session, desk, wanted, count)
    facts = load_register_facts(session, [row[0] for row in found])
    return [_made(row, facts.get(row[0], NO_FACTS)) for row in found]


def load_register_rows(
    session: Session, desk: Desk, ids: Sequence[int]
) -> list[SlipRow | None]:
    """As ``load_slip_rows``, with what only the registers show."""
    facts = load_register_facts(session, ids)
    found = _of_ids(session, desk, ids)
    rows = {row[0]: _made(row, facts.get(row[0], NO_FACTS)) for row in found}
    return [rows.get(slip_id) for slip_id in ids]


def _made(row: Row[Any], facts: RegisterFacts = NO_FACTS) -> SlipRow:
    values: tuple[Any, ...] = (*row, facts)
    return SlipRow(*values)


def _minute_of_day(at: datetime) -> int:
    return at.hour * 60 + at.minute


def _minute(at: datetime) -> int:
    return int(at.timestamp()) // 60
