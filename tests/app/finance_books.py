"""Puts a data book with its money and its closes into the books."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.data_book_import import import_book
from app.database import Database
from app.desk import Desk
from app.period_close import replay_close
from models.base import table_of
from models.data_book import BookRows, ClosingRow
from models.finance_copy import FinanceCopy
from models.ledger_entry import EntryKind, LedgerEntry, PayMethod
from models.slip import Slip
from models.waiver import Waiver, WaiverLevel, WaiverStatus
from tests.app.plain_statement import (
    PlainBooks,
    Posted,
    arrival,
    code_of,
    given,
    month_of,
)


def put_book(database: Database, desk: Desk, rows: BookRows) -> None:
    """Import the slips, write their money as the model says, close the periods."""
    slips = replace(rows, money=(), waivers=(), closings=())
    database.write(import_book, desk, slips)
    database.write(_put_money, desk, PlainBooks(rows))
    for row in _in_order(rows.closings):
        database.write(replay_close, desk.at(given(row.at)), row.period)


def drop_guard(database: Database) -> None:
    """Take every trigger out, as somebody who owns the database could."""
    is_file = database.url.startswith("sqlite")
    asked = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if is_file
        else "SELECT tgname || ' ON ' || tgrelid::regclass FROM pg_trigger"
        " WHERE NOT tgisinternal"
    )
    with database.connect(writing=True) as connection:
        for (name,) in connection.exec_driver_sql(asked).fetchall():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")


def _in_order(closings: Iterable[ClosingRow]) -> list[ClosingRow]:
    return sorted(closings, key=lambda row: given(row.at))


def _put_money(session: Session, desk: Desk, plain: PlainBooks) -> None:
    ids = {number: key for number, key in session.execute(select(Slip.number, Slip.id))}
    copies = []
    for slip in plain.slips:
        at = arrival(slip)
        if at is None:
            continue
        own = max(month_of(given(slip.issued_at)), plain.earliest_open(at))
        month = plain.copy_month.get(slip.number)
        copies.append(
            {
                "centre_id": desk.centre_id,
                "slip_id": ids[slip.number],
                "arrived_at": at,
                "left_at": slip.inspected_at if month is None else None,
                "is_early": slip.escorted_at is not None,
                "has_paper": not slip.ending or slip.dispatched_at is not None,
                "posting_period": code_of(own if month is None else month),
            }
        )
    if copies:
        session.execute(insert(table_of(FinanceCopy)), copies)
    for entry in sorted(plain.entries, key=lambda entry: entry.at):
        _put_entry(session, desk, ids[entry.number], entry)


def _put_entry(session: Session, desk: Desk, slip_id: int, entry: Posted) -> None:
    at, waiver_id = entry.at, None
    if entry.kind == "waive":
        waiver_id = _put_waiver(session, desk, slip_id, entry, at)
    session.add(
        LedgerEntry(
            centre_id=desk.centre_id,
            slip_id=slip_id,
            kind=EntryKind(entry.kind),
            amount=entry.amount,
            method=PayMethod(entry.word) if entry.kind in ("pay", "refund") else None,
            effective_at=at,
            recorded_at=at,
            recorded_by=desk.actor,
            posting_period=code_of(entry.month),
            waiver_id=waiver_id,
        )
    )


def _put_waiver(
    session: Session, desk: Desk, slip_id: int, entry: Posted, at: datetime
) -> int:
    waiver = Waiver(
        centre_id=desk.centre_id,
        slip_id=slip_id,
        amount=entry.amount,
        reason="特殊原因",
        level=WaiverLevel(entry.word),
        applicant="演示管家",
        applied_at=at,
        status=WaiverStatus.APPROVED,
        approver="演示领导",
        decided_at=at,
        recorded_by=desk.actor,
    )
    session.add(waiver)
    session.flush()
    return waiver.id
