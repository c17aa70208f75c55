"""What the columns of the registers say (4.5), in SQL: for sorting and for filters.

It says the same as the rows of ``app/register_fact.py``; a test holds the two against
each other.
"""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    SQLColumnExpression,
    Text,
    and_,
    case,
    exists,
    func,
    literal,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import InstrumentedAttribute

from app.desk import Desk
from app.limit_sql import arrival_start_in_sql
from app.listing import minutes_between
from app.site_time import DAY, local_minute_in_sql, minute_in_sql
from app.slip_times import BACK
from models.callback import Callback, CallbackResult
from models.feedback import Feedback
from models.handover_batch import HandoverBatch, HandoverCopy
from models.ledger_entry import EntryKind, LedgerEntry
from models.quote import Quote, QuoteStatus
from models.slip import DutyPost, Outcome, Slip, SlipState
from models.slip_line import LineKind, SlipLine

V = TypeVar("V")
ENDED = (SlipState.VOID, SlipState.CANCELLED)


class YesNo(StrEnum):
    """A column that says whether something was in time."""

    YES = "yes"
    NO = "no"


class CallSaid(StrEnum):
    """回访结果: what the owner thinks, else how the work is, else what came of it."""

    SATISFIED = "satisfied"
    FAIR = "fair"
    DISSATISFIED = "dissatisfied"
    NORMAL = "normal"
    NOT_NORMAL = "not_normal"
    REACHED = "reached"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"


class CopyStanding(StrEnum):
    """财务联: where the finance copy of a slip stands."""

    OUT = "out"
    BACK = "back"
    HANDED = "handed"
    EARLY = "early"
    CANCELLED = "cancelled"
    VOID = "void"


POST_WORDS: Mapping[DutyPost, str] = {
    DutyPost.FRONT_DESK: "前台 front desk ",
    DutyPost.CONTROL_ROOM: "中控 control room ",
    DutyPost.HOUSEKEEPER: "管家 housekeeper ",
}
"""By these words a post is found, in whichever language the window speaks."""


def last_call_in_sql(column: InstrumentedAttribute[V]) -> ColumnElement[V]:
    """A fact of the callback that counts: the last one in which somebody was reached,
    else the last try.
    """
    return (
        select(column)
        .where(Callback.slip_id == Slip.id)
        .order_by(
            (Callback.result == CallbackResult.REACHED).desc(),
            Callback.called_at.desc(),
            Callback.id.desc(),
        )
        .limit(1)
        .scalar_subquery()
    )


def call_said_in_sql() -> ColumnElement[Any]:
    """The word of ``CallSaid``; empty where nobody called."""
    is_normal = last_call_in_sql(Callback.is_normal)
    return func.coalesce(
        type_coerce(last_call_in_sql(Callback.satisfaction), Text),
        case(
            (is_normal.is_(True), CallSaid.NORMAL.value),
            (is_normal.is_(False), CallSaid.NOT_NORMAL.value),
            else_=None,
        ),
        type_coerce(last_call_in_sql(Callback.result), Text),
    )


def quote_in_sql() -> ColumnElement[Decimal]:
    """The price the owner agreed to before work, the latest where there are several."""
    return (
        select(Quote.amount)
        .where(Quote.slip_id == Slip.id, Quote.status == QuoteStatus.AGREED)
        .order_by(Quote.position.desc())
        .limit(1)
        .scalar_subquery()
    )


def fee_in_sql(kind: LineKind) -> ColumnElement[Decimal]:
    """What the labour or the material of a slip comes to."""
    return (
        select(func.sum(SlipLine.amount))
        .where(SlipLine.slip_id == Slip.id, SlipLine.kind == kind)
        .scalar_subquery()
    )


def reported_in_sql() -> ColumnElement[datetime]:
    """When the call came in; the issue where nobody noted another moment."""
    return func.coalesce(Slip.reported_at, Slip.issued_at)


def taken_by_in_sql() -> ColumnElement[str]:
    """The post and the person that took the call."""
    words = {post: literal(text) for post, text in POST_WORDS.items()}
    post = case(words, value=Slip.duty_post, else_=literal(""))
    return post + func.coalesce(Slip.entered_by, "")


def arrived_in_time_in_sql(desk: Desk) -> ColumnElement[Any]:
    """The word of ``YesNo``; empty before the arrival, or where no clock began."""
    start = arrival_start_in_sql(desk)
    by_appointment = minute_in_sql(Slip.arrived_at) <= minute_in_sql(
        Slip.appointment_at
    )
    limit = desk.settings.number("unit_onsite_min")
    by_clock = minutes_between(Slip.arrived_at, start) <= limit
    return case(
        (Slip.arrived_at.is_(None), None),
        (and_(Slip.appointment_at.is_not(None), by_appointment), YesNo.YES.value),
        (Slip.appointment_at.is_not(None), YesNo.NO.value),
        (start.is_(None), None),
        (by_clock, YesNo.YES.value),
        else_=YesNo.NO.value,
    )


def returned_in_time_in_sql(desk: Desk) -> ColumnElement[Any]:
    """The word of ``YesNo``: by 17:30 of its day; what was issued after that belongs
    to the next day. Empty while the paper is out.
    """
    deadline = desk.settings.minute_of_day("return_deadline")
    now = desk.now()
    returned = local_minute_in_sql(Slip.returned_at, desk.zone, now)
    issued = local_minute_in_sql(Slip.issued_at, desk.zone, now)
    is_of_next_day = and_(returned // DAY == issued // DAY, issued % DAY > deadline)
    return case(
        (Slip.returned_at.is_(None), None),
        (or_(returned % DAY <= deadline, is_of_next_day), YesNo.YES.value),
        else_=YesNo.NO.value,
    )


def _told_in_sql(column: InstrumentedAttribute[V]) -> ColumnElement[V]:
    """A fact of the last feedback."""
    return (
        select(column)
        .where(Feedback.slip_id == Slip.id)
        .order_by(Feedback.told_at.desc(), Feedback.id.desc())
        .limit(1)
        .scalar_subquery()
    )


def _is_finished() -> ColumnElement[bool]:
    is_completed = Slip.outcome == Outcome.COMPLETED
    return and_(Slip.state.in_(BACK), Slip.outcome.is_not(None), is_completed)


def unfinished_reason_in_sql() -> ColumnElement[Any]:
    """Why the work is not finished; what was told last where the slip says nothing."""
    own = func.nullif(Slip.unfinished_reason, "")
    return case((_is_finished(), None), else_=func.coalesce(own, _told("reason")))


def eta_in_sql() -> ColumnElement[Any]:
    """When an unfinished slip is expected to be done."""
    return case(
        (_is_finished(), None), else_=func.coalesce(Slip.eta_at, _told("eta_at"))
    )


def _told(name: str) -> ColumnElement[Any]:
    return _told_in_sql(getattr(Feedback, name))


def finance_copy_in_sql() -> ColumnElement[Any]:
    """The word of ``CopyStanding``."""
    is_handed = exists().where(
        HandoverCopy.slip_id == Slip.id,
        HandoverBatch.id == HandoverCopy.batch_id,
        HandoverBatch.handed_at.is_not(None),
    )
    return case(
        (Slip.state == SlipState.VOID, CopyStanding.VOID.value),
        (Slip.state == SlipState.CANCELLED, CopyStanding.CANCELLED.value),
        (Slip.finance_early_at.is_not(None), CopyStanding.EARLY.value),
        (is_handed, CopyStanding.HANDED.value),
        (Slip.state.in_(BACK), CopyStanding.BACK.value),
        else_=CopyStanding.OUT.value,
    )


def _of_payments(what: Any) -> ColumnElement[Any]:
    return (
        select(what)
        .where(LedgerEntry.slip_id == Slip.id, LedgerEntry.kind == EntryKind.PAY)
        .scalar_subquery()
    )


def paid_at_in_sql() -> ColumnElement[Any]:
    """When money was taken last."""
    return _of_payments(func.max(LedgerEntry.effective_at))


def method_in_sql() -> ColumnElement[Any]:
    """One of the ways in which a slip was paid, to sort by."""
    return _of_payments(func.min(type_coerce(LedgerEntry.method, Text)))


def is_paid_by(methods: tuple[str, ...]) -> ColumnElement[bool]:
    """Whether money for a slip was taken in one of these ways."""
    method = type_coerce(LedgerEntry.method, Text)
    return exists().where(
        LedgerEntry.slip_id == Slip.id,
        LedgerEntry.kind == EntryKind.PAY,
        method.in_(methods),
    )


def receipts_in_sql() -> ColumnElement[Any]:
    """The receipts and invoices of a slip, one after the other."""
    both = (
        func.coalesce(LedgerEntry.receipt_no, "")
        + " "
        + func.coalesce(LedgerEntry.invoice_no, "")
    )
    return _of_payments(func.aggregate_strings(type_coerce(both, Text), " "))


def remark_in_sql() -> SQLColumnExpression[Any]:
    """What the column of remarks begins with: why a slip ended, else its old number."""
    ended = case((Slip.state.in_(ENDED), Slip.end_reason), else_=None)
    return func.coalesce(ended, Slip.origin_number, Slip.remark)
