"""Checks the money of slips: the ledger against prices, paper, waivers and the log."""

import json
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, func, or_, select, type_coerce
from sqlalchemy.orm import Session, aliased

from app.check_problem import Fault, Problem, ProblemKind
from app.desk import Desk
from app.ledger import EVENTS
from app.ledger_sql import ledger_in_sql
from app.posting import Closings
from app.receipt import stands
from app.slip_money import CHARGED
from models.column_types import Fen
from models.event import Event
from models.finance_copy import FinanceCopy
from models.finance_period import FinancePeriod
from models.ledger_entry import EntryKind, LedgerEntry
from models.money import ZERO
from models.quote import Quote, QuoteStatus
from models.slip import Slip, SlipState
from models.slip_line import SlipLine
from models.unit import AreaKind

_BACK = (SlipState.RETURNED, SlipState.CLOSED)
_ENDED = (SlipState.VOID, SlipState.CANCELLED)
_KEPT = {"收款": EntryKind.PAY, "退款": EntryKind.REFUND, "调整": EntryKind.ADJUST}
"""What earlier versions kept as rows of data books, with entries of their own."""

_in_hand = exists().where(FinanceCopy.slip_id == Slip.id, FinanceCopy.left_at.is_(None))


def wrong_ledger(session: Session, desk: Desk) -> Iterator[Problem]:
    """What the ledger says and can not be true."""
    for check in (
        _wrong_charges,
        _copies_in_no_statement,
        _overpaid,
        _shared_receipts,
        _wrong_periods,
        _differing_from_log,
    ):
        yield from check(session, desk)


def _wrong_charges(session: Session, desk: Desk) -> Iterator[Problem]:
    """The price is charged once, while the finance copy is in hand, and never else."""
    charged = func.coalesce(ledger_in_sql("charged"), ZERO)
    may_be = and_(
        Slip.area_kind == AreaKind.UNIT,
        Slip.charge_class.in_(CHARGED),
        Slip.state.not_in(_ENDED),
        _in_hand,
    )
    price = case((may_be, _price()), else_=ZERO)
    # At the escort nobody need have written down yet what the price is made of.
    is_settled = or_(Slip.state.in_(_BACK), ~may_be)
    yield from _each(
        session,
        desk,
        Fault.CHARGE_WRONG,
        is_settled,
        charged != type_coerce(price, Fen()),
    )


def _price() -> ColumnElement[Any]:
    """The last quote, if the owner agreed to it here, else the lines."""
    later = aliased(Quote)
    last = select(func.max(later.position)).where(later.slip_id == Slip.id)
    agreed = (
        select(Quote.amount)
        .where(
            Quote.slip_id == Slip.id,
            Quote.position == last.scalar_subquery(),
            Quote.status == QuoteStatus.AGREED,
            Quote.quoted_at.is_not(None),
        )
        .scalar_subquery()
    )
    lines = select(func.sum(SlipLine.amount)).where(SlipLine.slip_id == Slip.id)
    return func.coalesce(agreed, lines.scalar_subquery(), ZERO)


def _copies_in_no_statement(session: Session, desk: Desk) -> Iterator[Problem]:
    """A slip that ended has its paper in a statement, and none is there twice."""
    yield from _each(
        session,
        desk,
        Fault.COPY_UNPOSTED,
        Slip.state.in_(_ENDED),
        Slip.ended_at.is_not(None),
        ~_in_hand,
    )
    twice = (
        select(FinanceCopy.slip_id)
        .where(FinanceCopy.centre_id == desk.centre_id, FinanceCopy.left_at.is_(None))
        .group_by(FinanceCopy.slip_id)
        .having(func.count() > 1)
    )
    yield from _each(session, desk, Fault.COPY_TWICE, Slip.id.in_(twice))


def _overpaid(session: Session, desk: Desk) -> Iterator[Problem]:
    """Once the price is charged, nobody has paid more than it."""
    yield from _each(
        session, desk, Fault.BALANCE_NEGATIVE, _in_hand, ledger_in_sql("unpaid") < ZERO
    )


def _shared_receipts(session: Session, desk: Desk) -> Iterator[Problem]:
    """A receipt has one payer and one day; one that was written off does not count."""
    seen: dict[str, set[tuple[str | None, str]]] = defaultdict(set)
    rows = session.execute(
        select(
            LedgerEntry.receipt_no, LedgerEntry.payer, LedgerEntry.effective_at
        ).where(
            LedgerEntry.centre_id == desk.centre_id,
            LedgerEntry.kind == EntryKind.PAY,
            LedgerEntry.receipt_no.is_not(None),
            stands(),
        )
    )
    for receipt, payer, at in rows:
        seen[str(receipt)].add((payer, f"{desk.local(at):%Y-%m-%d}"))
    for receipt in sorted(each for each, payers in seen.items() if len(payers) > 1):
        facts = {"receipt": receipt}
        yield Problem(ProblemKind.MONEY, receipt, Fault.RECEIPT_SHARED, facts)


def _wrong_periods(session: Session, desk: Desk) -> Iterator[Problem]:
    """Nothing stands in a period before the one 4.7-6 and 4.7-7 name."""
    closes = session.execute(
        select(FinancePeriod.closed_at, FinancePeriod.code).where(
            FinancePeriod.centre_id == desk.centre_id,
            FinancePeriod.closed_at.is_not(None),
        )
    )
    rule = Closings([(at, code) for at, code in closes if at is not None], desk.zone)
    wrong: set[str] = set()
    included: dict[int, str] = {}
    copies = session.execute(
        select(
            Slip.number,
            Slip.id,
            Slip.issued_at,
            FinanceCopy.arrived_at,
            FinanceCopy.left_at,
            FinanceCopy.posting_period,
        )
        .join(Slip, Slip.id == FinanceCopy.slip_id)
        .where(Slip.centre_id == desk.centre_id)
    )
    for number, slip_id, issued_at, at, left_at, period in copies:
        if left_at is None:
            included[slip_id] = period
        if period < rule.period(issued_at, at):
            wrong.add(number)
    entries = session.execute(
        select(
            Slip.number,
            Slip.id,
            LedgerEntry.kind,
            LedgerEntry.effective_at,
            LedgerEntry.recorded_at,
            LedgerEntry.posting_period,
        )
        .join(Slip, Slip.id == LedgerEntry.slip_id)
        .where(Slip.centre_id == desk.centre_id)
    )
    for number, slip_id, kind, effective_at, recorded_at, posted in entries:
        own = included.get(slip_id)
        if kind is EntryKind.CHARGE:
            continue  # charged with the copy: the statement's identities ask that
        if kind is EntryKind.WAIVE and own is None:
            is_wrong = posted is not None
        else:
            least = rule.period(effective_at, recorded_at)
            if kind is EntryKind.WAIVE and own is not None:
                least = max(least, own)
            is_wrong = posted is None or posted < least
        if is_wrong:
            wrong.add(number)
    for number in sorted(wrong):
        facts = {"number": number}
        yield Problem(ProblemKind.MONEY, number, Fault.POSTING_WRONG, facts)


def _differing_from_log(session: Session, desk: Desk) -> Iterator[Problem]:
    """What the ledger holds of each slip is what the log says was written down."""
    told = _told(session, desk)
    rows = session.execute(
        select(LedgerEntry.slip_id, LedgerEntry.kind, func.sum(LedgerEntry.amount))
        .where(
            LedgerEntry.centre_id == desk.centre_id,
            LedgerEntry.kind != EntryKind.CHARGE,
        )
        .group_by(LedgerEntry.slip_id, LedgerEntry.kind)
    )
    held = {(slip_id, kind): amount for slip_id, kind, amount in rows}
    differing = {
        key[0]
        for key in held.keys() | told.keys()
        if held.get(key, ZERO) != told.get(key, ZERO)
    }
    if differing:
        wanted = Slip.id.in_(sorted(differing))
        yield from _each(session, desk, Fault.LEDGER_UNRECORDED, wanted)


def _told(session: Session, desk: Desk) -> dict[tuple[int, EntryKind], Decimal]:
    told: dict[tuple[int, EntryKind], Decimal] = defaultdict(lambda: ZERO)
    rows = session.execute(
        select(Event.entity, Event.entity_id, Event.facts).where(
            Event.centre_id == desk.centre_id,
            or_(
                and_(
                    Event.entity == "slip",
                    Event.what.in_([event.value for event in EVENTS.values()]),
                ),
                and_(Event.entity == "book_row", Event.what.in_(("money", "waive"))),
            ),
        )
    )
    for entity, slip_id, text in rows:
        facts = json.loads(text)
        if entity == "slip":
            entry = facts["money"]
            told[slip_id, EntryKind(entry["kind"])] += Decimal(entry["amount"])
        else:
            kind = _KEPT.get(facts.get("种类", ""), EntryKind.WAIVE)
            told[slip_id, kind] += Decimal(facts["金额"])
    return told


def _each(
    session: Session, desk: Desk, fault: Fault, *conditions: ColumnElement[bool]
) -> Iterator[Problem]:
    numbers = session.scalars(
        select(Slip.number)
        .where(Slip.centre_id == desk.centre_id, *conditions)
        .order_by(Slip.issued_at, Slip.id)
    )
    for number in numbers:
        yield Problem(ProblemKind.MONEY, number, fault, {"number": number})
