"""What the books so far have to say about a data book that comes in."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.data_book_check import check_book
from app.data_book_finding import BookGround, Receipt
from app.desk import Desk
from app.receipt import stands
from app.waiver_need import linked_slips, standing_sum
from models.data_book import BookRows
from models.data_book_problem import Problem
from models.finance_period import FinancePeriod
from models.ledger_entry import LedgerEntry
from models.slip import Slip
from models.staff import Permission
from models.unit import Unit, UnitOwner

_CHUNK = 500


def judge_book(session: Session, desk: Desk, rows: BookRows) -> tuple[Problem, ...]:
    """What the rules and the books so far have against a data book.

    The answer tells of the books, so that it needs the right of the import.
    """
    desk.require(Permission.IMPORT_BOOK)
    return check_book(rows, load_ground(session, desk, rows))


def load_ground(session: Session, desk: Desk, rows: BookRows) -> BookGround:
    """What ``check_book`` asks of the database, for this book alone."""
    settings = desk.settings
    linked, waived = _linked(session, desk, rows) if rows.waivers else ({}, {})
    return BookGround(
        now=desk.now(),
        zone=desk.zone,
        number_template=settings.text("number_template"),
        leader_from=Decimal(settings.number("waiver_leader_from")) / 100,
        is_fee_measured=settings.text("waiver_basis") == "FEE",
        is_phone_for_all=settings.text("phone_required") == "ALL",
        numbers=frozenset(_taken_numbers(session, desk, rows)),
        owners=dict(_owners(session, desk, rows)),
        closed=dict(_closings(session, desk)),
        receipts=dict(_receipts(session, desk)) if rows.money else {},
        linked=linked,
        waived=waived,
    )


def _taken_numbers(session: Session, desk: Desk, rows: BookRows) -> Iterator[str]:
    wanted = {row.number for row in rows.slips}
    for part in _parts(sorted(wanted)):
        yield from session.scalars(
            select(Slip.number).where(
                Slip.centre_id == desk.centre_id, Slip.number.in_(part)
            )
        )


def _owners(session: Session, desk: Desk, rows: BookRows) -> Iterator[tuple[str, str]]:
    for part in _parts(sorted({row.unit or row.place for row in rows.slips})):
        yield from (
            (label, name)
            for label, name in session.execute(
                select(Unit.label, UnitOwner.name)
                .join(UnitOwner, UnitOwner.unit_id == Unit.id)
                .where(
                    Unit.centre_id == desk.centre_id,
                    Unit.label.in_(part),
                    UnitOwner.position == 1,
                )
            )
        )


def _closings(session: Session, desk: Desk) -> Iterator[tuple[str, datetime]]:
    rows = session.execute(
        select(FinancePeriod.code, FinancePeriod.closed_at).where(
            FinancePeriod.centre_id == desk.centre_id
        )
    )
    yield from ((code, at) for code, at in rows if at is not None)


def _receipts(session: Session, desk: Desk) -> Iterator[tuple[str, Receipt]]:
    rows = session.execute(
        select(
            LedgerEntry.effective_at,
            LedgerEntry.receipt_no,
            Slip.owner_name,
            Slip.unit_label,
            Slip.place,
            UnitOwner.name,
        )
        .join(Slip, Slip.id == LedgerEntry.slip_id)
        .outerjoin(
            UnitOwner, (UnitOwner.unit_id == Slip.unit_id) & (UnitOwner.position == 1)
        )
        .where(
            LedgerEntry.centre_id == desk.centre_id,
            LedgerEntry.receipt_no.is_not(None),
            stands(),
        )
    )
    for at, number, owner, label, place, unit_owner in rows:
        day = f"{desk.local(at):%Y-%m-%d}"
        yield number or "", Receipt(owner or unit_owner or label or place, day)


def _linked(
    session: Session, desk: Desk, rows: BookRows
) -> tuple[dict[str, str], dict[str, Decimal]]:
    """The families that slips of the book join, and what was waived in each (4.8)."""
    linked: dict[str, str] = {}
    waived: dict[str, Decimal] = {}
    named = {row.parent_number for row in rows.slips if row.parent_number}
    for part in _parts(sorted(named)):
        for slip_id, number in session.execute(
            select(Slip.id, Slip.number).where(
                Slip.centre_id == desk.centre_id, Slip.number.in_(part)
            )
        ).all():
            kin = linked_slips(session, slip_id)
            first = session.scalars(
                select(Slip.number).where(Slip.id == min(kin))
            ).one()
            linked[number] = first
            waived[first] = standing_sum(session, kin)
    return linked, waived


def _parts(values: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(values), _CHUNK):
        yield values[start : start + _CHUNK]
