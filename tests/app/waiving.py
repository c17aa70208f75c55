"""Slips with a price, and waivers asked for and decided in one call."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database import Database
from app.desk import Desk
from app.ledger import Account, add_entry, load_account
from app.settings import Settings
from app.slip_quote import AgreeQuote, QuoteSlip, agree_quote, quote_slip
from app.slip_record import get_slip
from app.waiver import (
    AppliedWaiver,
    ApplyWaiver,
    DecideWaiver,
    SignedPaper,
    apply_waiver,
    decide_waiver,
)
from models.ledger_entry import EntryKind, LedgerEntry, PayMethod
from models.slip import LinkKind, SlipState
from models.unit import AreaKind
from models.waiver import Waiver, WaiverLevel
from tests.makers import make_slip

DIRECTOR, LEADER = WaiverLevel.DIRECTOR, WaiverLevel.LEADER
REASON = "投诉补偿：维修后二次漏水"


def priced(
    database: Database,
    desk: Desk,
    fee: str = "1000.00",
    rework_of: int | None = None,
    **fields: Any,
) -> int:
    """A slip of a unit whose owner agreed to ``fee``; the id."""
    if rework_of is not None:
        fields |= {"parent_slip_id": rework_of, "link_kind": LinkKind.REWORK}
    unit = {"area_kind": AreaKind.UNIT, **fields}
    slip = make_slip(database, desk, SlipState.ON_SITE, **unit)
    database.write(quote_slip, desk, QuoteSlip(slip.id, Decimal(fee)))
    database.write(agree_quote, desk, AgreeQuote(slip.id))
    return slip.id


def ask(
    database: Database, desk: Desk, slip_id: int, amount: str, reason: str = REASON
) -> AppliedWaiver:
    """A waiver that is asked for."""
    order = ApplyWaiver(slip_id, Decimal(amount), reason)
    applied, _ = database.write(apply_waiver, desk, order)
    return applied


def paper(level: WaiverLevel, **more: Any) -> SignedPaper:
    """The form as somebody signed it."""
    name = "演示总监" if level is DIRECTOR else "演示总经理"
    title = "" if level is DIRECTOR else "总经理"
    return replace(SignedPaper(level, name, "QM-26-001", title), **more)


def sign(
    database: Database,
    desk: Desk,
    waiver_id: int,
    level: WaiverLevel = DIRECTOR,
    **more: Any,
) -> None:
    """A request approved on paper."""
    order = DecideWaiver(waiver_id, True, paper=paper(level, **more))
    database.write(decide_waiver, desk, order)


def pay(database: Database, desk: Desk, slip_id: int, amount: str) -> None:
    """Money that Finance took."""

    def step(session: Session) -> None:
        add_entry(
            session,
            desk,
            get_slip(session, desk, slip_id),
            EntryKind.PAY,
            Decimal(amount),
            effective_at=desk.now(),
            method=PayMethod.TRANSFER,
        )

    database.write(step)


def account(database: Database, slip_id: int) -> Account:
    """What became of a slip's price."""
    return database.read(load_account, slip_id)


def waiver_of(database: Database, waiver_id: int) -> Waiver:
    """A request as its row has it."""

    def load(session: Session) -> Waiver:
        found = session.get_one(Waiver, waiver_id)
        session.expunge(found)
        return found

    return database.read(load)


def waived(database: Database, slip_id: int) -> list[tuple[Decimal, int | None]]:
    """The WAIVE entries of a slip: amount and request."""

    def load(session: Session) -> list[tuple[Decimal, int | None]]:
        rows = session.execute(
            select(LedgerEntry.amount, LedgerEntry.waiver_id)
            .where(LedgerEntry.slip_id == slip_id, LedgerEntry.kind == EntryKind.WAIVE)
            .order_by(LedgerEntry.id)
        )
        return [(amount, waiver_id) for amount, waiver_id in rows]

    return database.read(load)


def with_settings(desk: Desk, **values: Any) -> Desk:
    """The same desk where these settings were changed."""
    return replace(desk, settings=Settings(values))
