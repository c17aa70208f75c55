"""Receipts (收据): a number belongs to one payer and one day; which comes next."""

import re
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.desk import Desk
from app.payment_refusals import ReceiptTaken
from models.base import table_of
from models.centre import Centre
from models.ledger_entry import LedgerEntry
from models.slip import Slip

MOST_RECEIPT = 40
_LAST_DIGITS = re.compile(r"(.*?)([0-9]+)", re.DOTALL)

_answer = aliased(LedgerEntry)


def stands() -> ColumnElement[bool]:
    """Whether an entry was neither reversed nor is itself a reversal."""
    is_answered = select(_answer.id).where(_answer.reverses_id == LedgerEntry.id)
    return LedgerEntry.reverses_id.is_(None) & ~is_answered.exists()


def wait_for_receipts(session: Session, desk: Desk) -> None:
    """Two desks of Finance give receipts one after the other, also on a server."""
    session.execute(
        select(table_of(Centre).c.id)
        .where(table_of(Centre).c.id == desk.centre_id)
        .with_for_update(key_share=True)
    )


def require_own_receipt(
    session: Session, desk: Desk, receipt_no: str, payer: str, slip: Slip, at: datetime
) -> None:
    """Raise ``ReceiptTaken`` where another payer or another day has the number.

    Slips of several owners never share one: a data book tells payers by owners. What
    was reversed gives its number back.
    """
    from_at, until_at = desk.day_bounds(desk.local(at).date())
    other = session.execute(
        select(LedgerEntry.payer, LedgerEntry.effective_at, Slip.number)
        .join(Slip, Slip.id == LedgerEntry.slip_id)
        .where(
            LedgerEntry.centre_id == desk.centre_id,
            LedgerEntry.receipt_no == receipt_no,
            stands(),
            or_(
                func.coalesce(LedgerEntry.payer, "") != payer,
                owner_in_sql() != payer_of(slip),
                LedgerEntry.effective_at < from_at,
                LedgerEntry.effective_at >= until_at,
            ),
        )
        .order_by(LedgerEntry.id)
        .limit(1)
    ).first()
    if other is not None:
        raise ReceiptTaken(
            receipt_no=receipt_no,
            payer=other.payer or "—",
            day=f"{desk.local(other.effective_at):%Y-%m-%d}",
            number=other.number,
        )


def payer_of(slip: Slip) -> str:
    """Who pays for a slip unless somebody else is named: its owner, else the room."""
    return slip.owner_name or slip.unit_label or slip.place


def owner_in_sql() -> ColumnElement[str]:
    """The same of ``Slip`` in SQL."""
    return func.coalesce(
        func.nullif(Slip.owner_name, ""), func.nullif(Slip.unit_label, ""), Slip.place
    )


def next_receipt(session: Session, desk: Desk) -> str:
    """The number after the one that was given last, if that ends in digits; else
    empty.
    """
    last = session.scalar(
        select(LedgerEntry.receipt_no)
        .where(
            LedgerEntry.centre_id == desk.centre_id,
            LedgerEntry.receipt_no.is_not(None),
        )
        .order_by(LedgerEntry.id.desc())
        .limit(1)
    )
    return following(last or "")


def following(receipt_no: str) -> str:
    """``SJ0099`` → ``SJ0100``; a text that does not end in digits has none."""
    found = _LAST_DIGITS.fullmatch(receipt_no)
    if found is None:
        return ""
    head, digits = found.groups()
    return f"{head}{int(digits) + 1:0{len(digits)}d}"[:MOST_RECEIPT]
