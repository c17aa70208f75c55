"""The money of a data book: finance copies, charges, payments, waivers, closes.

Facts are taken as recorded at their own times, and post as they would have then
(4.7-6, 4.7-7): what comes after a 关账 of the book goes to a later period, and nothing
to a period that the database has closed already.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from app.data_book_history import Entry
from app.data_book_slips import charge_class_of, in_hand_at, is_public, out_again_at
from app.desk import Desk
from app.directory import wait_turn
from app.event_log import fact_value
from app.finance_copy import TOLD as OF_COPY
from app.finance_copy import told_copy
from app.ledger import EVENTS, TOLD
from app.period_close import replay_close
from app.posting import Closings, last_closed_period
from app.waiver_told import told_waiver
from models.base import Base, table_of
from models.data_book import (
    ADJUSTMENT,
    CONTRACT,
    LEADER,
    PAID,
    REFUND,
    ClosingRow,
    MoneyRow,
    SlipRow,
    WaiverRow,
)
from models.finance_copy import FinanceCopy
from models.ledger_entry import EntryKind, LedgerEntry, PayMethod
from models.money import ZERO
from models.period import next_period
from models.slip import SlipEvent
from models.waiver import Waiver, WaiverLevel, WaiverStatus

KINDS = {
    "收款": EntryKind.PAY,
    REFUND: EntryKind.REFUND,
    ADJUSTMENT: EntryKind.ADJUST,
}
METHODS = {
    "现金": PayMethod.CASH,
    "转账": PayMethod.TRANSFER,
    "微信": PayMethod.WECHAT,
    "支付宝": PayMethod.ALIPAY,
    "刷卡": PayMethod.CARD,
    "其他": PayMethod.OTHER,
}
"""The words written and what the ledger calls them."""

_LONGEST_NAME = 80
_EMPTY_ENTRY: Mapping[str, object] = {
    column.name: None for column in table_of(LedgerEntry).columns if column.name != "id"
}

Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """What the log says of an entry of the ledger."""

    at: datetime
    slip_id: int
    what: SlipEvent
    facts: Facts


class BookLedger:
    """Gathers the money of one book and writes it table by table."""

    def __init__(
        self,
        session: Session,
        desk: Desk,
        closings: Sequence[ClosingRow],
        owners: Mapping[str, str],
    ) -> None:
        wait_turn(session, desk)
        self._session = session
        self._desk = desk
        self._owners = owners
        self._closes = sorted((_at(row), row.period) for row in closings)
        closed = last_closed_period(session, desk)
        least = next_period(closed) if closed else ""
        self._closings = Closings(self._closes, desk.zone, least)
        self._copies: list[Facts] = []
        self._entries: list[Facts] = []
        self._included: dict[int, str] = {}
        self._payers: dict[int, str] = {}

    def take_slip(
        self, slip_id: int, row: SlipRow, entries: Iterable[Entry], *, is_printed: bool
    ) -> None:
        """The finance copy of a slip and its fee; its entries are told of them."""
        room = row.unit or row.place
        payer = row.owner_name or self._owners.get(room) or room
        self._payers[slip_id] = payer[:_LONGEST_NAME]
        at = in_hand_at(row)
        if at is None:
            return
        assert row.issued_at is not None
        period = self._closings.period(row.issued_at, at)
        out_at = out_again_at(row)
        if out_at is not None and self._closings.earliest_open(out_at) > period:
            out_at = None  # a closed statement keeps the copy
        self._copies.append(
            {
                "centre_id": self._desk.centre_id,
                "slip_id": slip_id,
                "arrived_at": at,
                "left_at": out_at,
                "is_early": at == row.escorted_at,
                "has_paper": is_printed,
                "posting_period": period,
            }
        )
        fee = _fee(row)
        if fee:
            self._add(slip_id, EntryKind.CHARGE, fee, at, period)
        if out_at is None:
            self._included[slip_id] = period
        _tell(entries, at, told_copy("arrives", period, fee))
        _tell(entries, out_at, told_copy("leaves", period, ZERO))

    def take_money(
        self, rows: Iterable[MoneyRow], ids: Mapping[str, int]
    ) -> list[Told]:
        """Rows of 收退款 as entries; what the log says of each."""
        told = []
        for row in rows:
            kind, at, slip_id = KINDS[row.kind], _at(row), ids[row.number]
            assert row.amount is not None
            entry = self._add(
                slip_id,
                kind,
                row.amount,
                at,
                self._closings.period(at, at),
                method=METHODS.get(row.method) if kind in _PAID else None,
                payer=self._payers[slip_id] if kind in _PAID else None,
                receipt_no=row.receipt_no or None,
                note=row.note or None,
            )
            told.append(_told(entry))
        return told

    def take_waivers(
        self, rows: Sequence[WaiverRow], ids: Mapping[str, int]
    ) -> list[Told]:
        """Rows of 减免 as approved waivers and their entries."""
        table = table_of(Waiver)
        made = [self._waiver(row, ids[row.number]) for row in rows]
        if not made:
            return []
        keys = self._session.scalars(
            insert(table).returning(table.c.id, sort_by_parameter_order=True), made
        ).all()
        told = []
        for row, facts, waiver_id in zip(rows, made, keys, strict=True):
            slip_id, at = ids[row.number], _at(row)
            assert row.amount is not None
            included = self._included.get(slip_id)
            period = included and max(included, self._closings.period(at, at))
            entry = self._add(
                slip_id, EntryKind.WAIVE, row.amount, at, period, waiver_id=waiver_id
            )
            said = _told(entry)
            said.facts["waiver"] = told_waiver({"id": waiver_id, **facts})
            told.append(said)
        return told

    def write(self) -> None:
        """Everything but the closes."""
        self._insert(FinanceCopy, self._copies)
        self._insert(LedgerEntry, self._entries)

    def close_periods(self) -> None:
        """The closes last, in order: then the database takes nothing for them."""
        for at, code in self._closes:
            replay_close(self._session, self._desk.at(at), code)

    def _add(
        self,
        slip_id: int,
        kind: EntryKind,
        amount: Decimal,
        at: datetime,
        period: str | None,
        **more: object,
    ) -> Facts:
        entry = {
            **_EMPTY_ENTRY,
            "centre_id": self._desk.centre_id,
            "slip_id": slip_id,
            "kind": kind,
            "amount": amount,
            "effective_at": at,
            "recorded_at": at,
            "recorded_by": self._desk.actor,
            "posting_period": period,
            **more,
        }
        self._entries.append(entry)
        return entry

    def _waiver(self, row: WaiverRow, slip_id: int) -> Facts:
        is_leader = row.level == LEADER
        return {
            "centre_id": self._desk.centre_id,
            "slip_id": slip_id,
            "amount": row.amount,
            "reason": row.reason,
            "level": WaiverLevel.LEADER if is_leader else WaiverLevel.DIRECTOR,
            "applicant": row.applicant,
            "applied_at": row.at,
            "status": WaiverStatus.APPROVED,
            "approver": row.approver,
            "approver_title": row.level,
            "decided_at": row.at,
            "recorded_by": self._desk.actor,
        }

    def _insert(self, entity: type[Base], rows: list[Facts]) -> None:
        if rows:
            self._session.execute(insert(table_of(entity)), rows)


_PAID = (EntryKind.PAY, EntryKind.REFUND)


def _fee(row: SlipRow) -> Decimal:
    """人工费 + 材料费, where it is charged at all."""
    if is_public(row) or row.ending or charge_class_of(row) not in (PAID, CONTRACT):
        return ZERO
    return (row.labour_fee or ZERO) + (row.material_fee or ZERO)


def _tell(entries: Iterable[Entry], at: datetime | None, said: Facts) -> None:
    """Let the entry of that moment say what became of the copy: the last of them."""
    same = [entry for entry in entries if entry.at == at]
    if same:
        same[-1].said[OF_COPY] = said


def _told(entry: Facts) -> Told:
    said = {n: fact_value(entry[n]) for n in TOLD if entry[n] is not None}
    return Told(
        entry["effective_at"],
        entry["slip_id"],
        EVENTS[entry["kind"]],
        {"money": said},
    )


def _at(row: MoneyRow | WaiverRow | ClosingRow) -> datetime:
    assert row.at is not None
    return row.at
