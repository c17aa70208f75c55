"""Stores a closed statement with its papers and what it hands on; then it is closed."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, Row, and_, func, insert, or_, select, update
from sqlalchemy.orm import Session

from app.desk import Desk
from app.directory import log_change
from app.statement import as_closed, count_statement
from app.statement_scope import COPY, ENTRY
from app.statement_text import statement_text, text_hash
from models.base import table_of
from models.finance_period import CarriedSlip, FileKind, FinancePeriod, StatementFile
from models.ledger_entry import EntryKind
from models.money import ZERO
from models.period import next_period
from models.slip import Slip
from models.statement import Section, Statement

PERIOD = table_of(FinancePeriod)
_FILE = table_of(StatementFile)
_CARRIED = table_of(CarriedSlip)
_SLIP = table_of(Slip)
_TAKEN_BACK = ENTRY.alias()

Draw = Callable[[Statement], bytes]


@dataclass(frozen=True, slots=True)
class Papers:
    """How the PDF and the workbook of a statement are drawn; ``ui`` hands them in."""

    pdf: Draw
    xlsx: Draw


def close_now(
    session: Session, desk: Desk, row: Row[tuple[object, ...]], papers: Papers | None
) -> Statement:
    """Close the proposed period ``row`` at the desk's moment, for good.

    What was recorded at that very second or later goes on to the next period first.
    Without ``papers`` none is stored, and a reprint is drawn from the statement.
    """
    period, at = row.code, desk.now()
    _move_on(session, desk, period, at)
    counted = count_statement(session, desk, period, at)
    closed = as_closed(counted, desk.actor, row.proposed_by)
    text = statement_text(closed)
    closed = replace(closed, hash=text_hash(text))
    hashes = _store_papers(session, row.id, closed, papers)
    _hand_on(session, row.id, closed)
    facts: dict[str, object] = {
        "closed_at": at,
        "closed_by": desk.actor,
        "hash": closed.hash,
        "closing": closed.closing,
        "last_slip_id": _last_slip(session, desk),
    }
    session.execute(
        update(PERIOD).where(PERIOD.c.id == row.id).values(statement=text, **facts)
    )
    said = {"period": period, "proposed_by": row.proposed_by, **facts, **hashes}
    log_change(session, desk, "finance_period", row.id, "close", said)
    return closed


def _move_on(session: Session, desk: Desk, period: str, at: datetime) -> None:
    """What was recorded at the close or after it belongs to the next period (4.7-7);
    there is something only where a close is dated back.
    """
    following = {"posting_period": next_period(period)}
    copies = and_(COPY.c.centre_id == desk.centre_id, COPY.c.posting_period == period)
    late = set(
        session.scalars(select(COPY.c.slip_id).where(copies, COPY.c.arrived_at >= at))
    )
    if late:
        session.execute(
            update(COPY).where(copies, COPY.c.arrived_at >= at).values(following)
        )
    session.execute(
        update(ENTRY)
        .where(
            ENTRY.c.centre_id == desk.centre_id,
            ENTRY.c.posting_period == period,
            or_(
                _is_late_charge(at),
                and_(ENTRY.c.kind != EntryKind.CHARGE, ENTRY.c.recorded_at >= at),
                and_(ENTRY.c.kind == EntryKind.WAIVE, ENTRY.c.slip_id.in_(late)),
            ),
        )
        .values(following)
    )


def _is_late_charge(at: datetime) -> ColumnElement[bool]:
    """A charge that came with its copy at the close or after it. What takes one back
    stays beside it where the copy was out at that very second: it is not in hand then.
    """
    came = and_(ENTRY.c.reverses_id.is_(None), ENTRY.c.effective_at >= at)
    went = or_(
        ENTRY.c.effective_at > at,
        ENTRY.c.reverses_id.in_(
            select(_TAKEN_BACK.c.id).where(_TAKEN_BACK.c.effective_at >= at)
        ),
    )
    is_back = ENTRY.c.reverses_id.is_not(None)
    return and_(ENTRY.c.kind == EntryKind.CHARGE, or_(came, and_(is_back, went)))


def _store_papers(
    session: Session, period_id: int, closed: Statement, papers: Papers | None
) -> dict[str, object]:
    """Draw and store both papers; what the log says of them."""
    if papers is None:
        return {}
    drawn = {FileKind.PDF: papers.pdf(closed), FileKind.XLSX: papers.xlsx(closed)}
    hashes = {
        kind: hashlib.sha256(content).hexdigest() for kind, content in drawn.items()
    }
    session.execute(
        insert(_FILE),
        [
            {
                "period_id": period_id,
                "kind": kind,
                "content": content,
                "hash": hashes[kind],
            }
            for kind, content in drawn.items()
        ],
    )
    return {kind.value: digest for kind, digest in hashes.items()}


def _hand_on(session: Session, period_id: int, closed: Statement) -> None:
    """Write down what the next statement goes on with."""
    owed = {each.slip_id: each.amount for each in closed.balances}
    waiting = {each.id for each in closed.section(Section.C)}
    rows = [
        {
            "period_id": period_id,
            "slip_id": slip_id,
            "balance": owed.get(slip_id, ZERO),
            "is_waiting": slip_id in waiting,
        }
        for slip_id in sorted(owed.keys() | waiting)
    ]
    if rows:
        session.execute(insert(_CARRIED), rows)


def _last_slip(session: Session, desk: Desk) -> int:
    newest: int | None = session.execute(
        select(func.max(_SLIP.c.id)).where(_SLIP.c.centre_id == desk.centre_id)
    ).scalar()
    return newest or 0
