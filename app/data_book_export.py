"""Takes the books out as a data book, from which they can be built again."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.data_book_callback import callback_rows
from app.data_book_money_export import closing_rows, money_rows, waiver_rows
from app.data_book_word import (
    AREA_KINDS,
    CHANNELS,
    CHARGE_CLASSES,
    ENDINGS,
    INSPECTIONS,
    JOB_TYPES,
    OPINIONS,
    OUTCOMES,
    SIGN_STATUSES,
    word_of,
)
from app.desk import Desk
from app.event_log import Recorded, facts_text, record
from models.base import table_of
from models.data_book import BookRows, FeedbackRow, SlipRow
from models.feedback import Feedback
from models.finance_period import FinancePeriod
from models.ledger_entry import EntryKind, LedgerEntry
from models.quote import Quote, QuoteStatus
from models.slip import (
    OPEN_STATES,
    ChargeClass,
    InspectStatus,
    Outcome,
    Slip,
    SlipState,
)
from models.slip_line import LineKind, SlipLine
from models.staff import Permission
from models.unit import AreaKind

Wanted = ColumnElement[bool]

_CHUNK = 1000
_STEPS = ("dispatched_at", "supervisor_received_at", "arrived_at", "done_at")
_CHARGED = (ChargeClass.PAID, ChargeClass.CONTRACT)


def export_book(
    session: Session,
    desk: Desk,
    from_on: date | None = None,
    until_on: date | None = None,
) -> BookRows:
    """Everything of the slips issued in ``[from_on, until_on)``, and say so in the log.

    The book carries full telephone numbers, so taking it out is a right of its own.
    """
    desk.require(Permission.EXPORT_BOOK)
    rows = load_book(session, desk, from_on, until_on)
    facts = {"from": from_on, "until": until_on, "slips": len(rows.slips)}
    entry = Recorded(
        desk.centre_id,
        desk.now(),
        desk.actor,
        "centre",
        desk.centre_id,
        "export",
        facts_text(facts),
    )
    record(session, entry)
    return rows


def load_book(
    session: Session,
    desk: Desk,
    from_on: date | None = None,
    until_on: date | None = None,
) -> BookRows:
    """The books as rows of a data book, in order of issue and of time.

    A closing belongs to the range by its moment.
    """
    wanted = _wanted(desk, from_on, until_on)
    closed = in_range(desk, FinancePeriod.closed_at, from_on, until_on)
    return BookRows(
        slips=tuple(_slips(session, wanted)),
        money=tuple(money_rows(session, wanted)),
        waivers=tuple(waiver_rows(session, wanted)),
        feedback=tuple(_feedback(session, wanted)),
        callbacks=tuple(callback_rows(session, wanted)),
        closings=tuple(closing_rows(session, desk, closed)),
    )


def in_range(
    desk: Desk,
    column: InstrumentedAttribute[Any],
    from_on: date | None,
    until_on: date | None,
) -> list[Wanted]:
    conditions: list[Wanted] = []
    if from_on is not None:
        conditions.append(column >= desk.at_local(from_on))
    if until_on is not None:
        conditions.append(column < desk.at_local(until_on))
    return conditions


def _wanted(desk: Desk, from_on: date | None, until_on: date | None) -> Wanted:
    conditions = in_range(desk, Slip.issued_at, from_on, until_on)
    return and_(Slip.centre_id == desk.centre_id, *conditions)


def _slips(session: Session, wanted: Wanted) -> Iterator[SlipRow]:
    fees = _fees(session, wanted)
    quotes = _quotes(session, wanted)
    parent = table_of(Slip).alias("parent")
    rows = session.execute(
        select(*table_of(Slip).columns, parent.c.number.label("parent_number"))
        .outerjoin(parent, parent.c.id == table_of(Slip).c.parent_slip_id)
        .where(wanted)
        .order_by(Slip.issued_at, Slip.id),
        execution_options={"yield_per": _CHUNK},
    )
    charged = _charged(session, wanted)
    for slip in rows:
        fee = fees.get(slip.id, {}) if _may_be_charged(slip) else {}
        if not fee and charged.get(slip.id):
            # Charged at the escort, before anybody wrote down what for.
            fee = {LineKind.LABOUR: charged[slip.id]}
        yield _slip_row(slip, fee, quotes.get(slip.id))


def _fees(session: Session, wanted: Wanted) -> dict[int, dict[LineKind, Decimal]]:
    """Slip id → what its labour and its material lines come to."""
    sums: dict[int, dict[LineKind, Decimal]] = {}
    rows = session.execute(
        select(SlipLine.slip_id, SlipLine.kind, func.sum(SlipLine.amount))
        .join(Slip, Slip.id == SlipLine.slip_id)
        .where(wanted)
        .group_by(SlipLine.slip_id, SlipLine.kind)
    )
    for slip_id, kind, amount in rows:
        sums.setdefault(slip_id, {})[kind] = amount
    return sums


def _charged(session: Session, wanted: Wanted) -> dict[int, Decimal]:
    """Slip id → what was charged."""
    rows = session.execute(
        select(LedgerEntry.slip_id, func.sum(LedgerEntry.amount))
        .join(Slip, Slip.id == LedgerEntry.slip_id)
        .where(wanted, LedgerEntry.kind == EntryKind.CHARGE)
        .group_by(LedgerEntry.slip_id)
    )
    return {slip_id: amount for slip_id, amount in rows}


def _quotes(session: Session, wanted: Wanted) -> dict[int, Decimal]:
    """Slip id → the price that stands, if the owner agreed to it."""
    latest: dict[int, Decimal | None] = {}
    rows = session.execute(
        select(Quote.slip_id, Quote.amount, Quote.status)
        .join(Slip, Slip.id == Quote.slip_id)
        .where(wanted)
        .order_by(Quote.slip_id, Quote.position)
    )
    for slip_id, amount, status in rows:
        latest[slip_id] = amount if status is QuoteStatus.AGREED else None
    return {slip_id: amount for slip_id, amount in latest.items() if amount is not None}


def _may_be_charged(slip: Row[*tuple[Any, ...]]) -> bool:
    """Lines of free, public and ended work tell of material, not of a fee."""
    return (
        slip.charge_class in _CHARGED
        and slip.area_kind is AreaKind.UNIT
        and slip.state not in (SlipState.VOID, SlipState.CANCELLED)
    )


def _slip_row(
    slip: Row[*tuple[Any, ...]], fee: dict[LineKind, Decimal], quote: Decimal | None
) -> SlipRow:
    times = _times(slip)
    # A book has no word for a slip that was taken up again: it is out.
    is_back = not _was_reopened(slip)
    ending = slip.state if slip.state in ENDINGS.values() else None
    return SlipRow(
        number=slip.number,
        area_kind=word_of(AREA_KINDS, slip.area_kind),
        area=slip.area,
        place=slip.place,
        unit=slip.unit_label or "",
        owner_name=slip.owner_name or "",
        reporter=slip.reporter_name,
        report_dept=slip.report_dept or "",
        phone=slip.phone or "",
        content=slip.content,
        channel=word_of(CHANNELS, slip.channel),
        job_type=word_of(JOB_TYPES, slip.job_type),
        reported_at=slip.reported_at,
        issued_at=slip.issued_at,
        taken_by=slip.entered_by or "",
        trade=slip.trade or "",
        dispatched_at=times["dispatched_at"],
        supervisor=slip.supervisor or "",
        received_at=times["supervisor_received_at"],
        technicians=slip.technicians,
        appointment_at=_not_before(slip.appointment_at, slip.issued_at),
        arrived_at=times["arrived_at"],
        done_at=times["done_at"],
        returned_at=slip.returned_at if is_back else None,
        escorted_at=slip.finance_early_at,
        escort=slip.escort or "",
        outcome=word_of(OUTCOMES, slip.outcome if is_back else None),
        result_text=slip.result_text or "",
        charge_class=word_of(CHARGE_CLASSES, slip.charge_class),
        labour_fee=fee.get(LineKind.LABOUR),
        material_fee=fee.get(LineKind.MATERIAL),
        quote=quote,
        opinion=word_of(OPINIONS, slip.owner_opinion),
        sign_status=word_of(SIGN_STATUSES, slip.sign_status),
        signed_by=slip.signed_by or "",
        inspection=word_of(INSPECTIONS, slip.inspect_status),
        inspected_by=slip.inspected_by or "",
        inspected_at=slip.inspected_at,
        ending=word_of(ENDINGS, ending),
        ended_at=slip.ended_at,
        end_reason=slip.end_reason or "",
        parent_number=slip.parent_number or slip.origin_number or "",
        remark=slip.remark or "",
    )


def _was_reopened(slip: Row[*tuple[Any, ...]]) -> bool:
    """Whether finished work is out again for another reason than its inspection."""
    return (
        slip.state in OPEN_STATES
        and slip.outcome is Outcome.COMPLETED
        and slip.inspect_status is not InspectStatus.FAILED
    )


def _times(slip: Row[*tuple[Any, ...]]) -> dict[str, datetime | None]:
    """The steps of the slip's one way in the book.

    A slip that went out again after its return (续修, 验收不合格) may have been
    received or reached again; a book has one time for each step and keeps those that
    belong to the return it tells of.
    """
    limits = [at for at in (slip.returned_at, slip.finance_early_at) if at is not None]
    times: dict[str, datetime | None] = {}
    for step in reversed(_STEPS):
        at = getattr(slip, step)
        if at is not None and any(at > limit for limit in limits):
            at = None
        elif at is not None:
            limits.append(at)
        times[step] = at
    return times


def _not_before(at: datetime | None, first: datetime) -> datetime | None:
    return at if at is not None and at >= first else None


def _feedback(session: Session, wanted: Wanted) -> Iterator[FeedbackRow]:
    rows = session.execute(
        select(Slip.number, Feedback.told_at, Feedback.reason, Feedback.eta_at)
        .join(Slip, Slip.id == Feedback.slip_id)
        .where(wanted)
        .order_by(Feedback.told_at, Feedback.id)
    )
    for number, told_at, reason, eta_at in rows:
        yield FeedbackRow(number=number, at=told_at, reason=reason, eta_at=eta_at)
