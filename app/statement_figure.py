"""Which slips stand behind a figure of a finance statement; their sums are the figure.

Only what the statement itself says is used, so that a closed one never changes.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from models.ledger_entry import EntryKind, PayMethod
from models.money import ZERO
from models.statement import Section, Statement, StatementEntry
from models.waiver import WaiverLevel


class FigureKind(StrEnum):
    """What a figure counts."""

    SECTION = "section"
    OPENING = "opening"
    CHARGED = "charged"
    WAIVED = "waived"
    ADJUSTED = "adjusted"
    RECEIVED = "received"
    REFUNDED = "refunded"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. ``is_earlier`` None is both columns together."""

    kind: FigureKind
    is_earlier: bool | None = None
    section: Section | None = None
    level: WaiverLevel | None = None
    method: PayMethod | None = None


@dataclass(frozen=True, slots=True)
class BehindRow:
    """A slip behind a figure, with what it adds to it."""

    slip_id: int
    number: str
    room: str
    at: datetime
    amount: Decimal
    entry: StatementEntry | None = None
    section: Section | None = None


_KINDS = {
    FigureKind.WAIVED: EntryKind.WAIVE,
    FigureKind.ADJUSTED: EntryKind.ADJUST,
    FigureKind.RECEIVED: EntryKind.PAY,
    FigureKind.REFUNDED: EntryKind.REFUND,
}
_SIGNS = {
    EntryKind.CHARGE: 1,
    EntryKind.ADJUST: 1,
    EntryKind.REFUND: 1,
    EntryKind.WAIVE: -1,
    EntryKind.PAY: -1,
}


def rows_behind(statement: Statement, figure: Figure) -> tuple[BehindRow, ...]:
    """The slips behind a figure, in order of issue, entries in order of time."""
    if figure.kind is FigureKind.CLOSING:
        return tuple(
            BehindRow(each.slip_id, each.number, each.room, each.issued_at, each.amount)
            for each in statement.balances
        )
    if figure.kind is FigureKind.OPENING:
        return tuple(_opening(statement))
    if figure.kind is FigureKind.SECTION:
        return tuple(_of_section(statement, figure.section))
    if figure.kind is FigureKind.CHARGED:
        return tuple(_charged(statement, figure.is_earlier))
    return tuple(
        _row(entry)
        for entry in statement.entries
        if entry.kind is _KINDS[figure.kind]
        and figure.is_earlier in (None, entry.is_earlier)
        and figure.level in (None, entry.level)
        and figure.method in (None, entry.method)
    )


def _of_section(statement: Statement, section: Section | None) -> Iterable[BehindRow]:
    for slip in statement.slips:
        if section in (None, slip.section):
            yield BehindRow(
                slip.id,
                slip.number,
                slip.room,
                slip.issued_at,
                slip.charged,
                section=slip.section,
            )


def _charged(statement: Statement, is_earlier: bool | None) -> Iterable[BehindRow]:
    """What each slip is charged, less what was taken back again."""
    found: dict[int, BehindRow] = {}
    for entry in statement.entries:
        if entry.kind is EntryKind.CHARGE and is_earlier in (None, entry.is_earlier):
            before = found.get(entry.slip_id)
            row = _row(entry)
            found[entry.slip_id] = (
                row
                if before is None
                else replace(before, amount=before.amount + row.amount)
            )
    return [row for row in found.values() if row.amount]


def _row(entry: StatementEntry) -> BehindRow:
    return BehindRow(
        entry.slip_id,
        entry.number,
        entry.room,
        entry.effective_at,
        entry.amount,
        entry,
    )


def _opening(statement: Statement) -> Iterable[BehindRow]:
    """What each slip owed at the beginning: its end less what the statement posts."""
    names: dict[int, tuple[str, str, datetime]] = {}
    owed: dict[int, Decimal] = defaultdict(lambda: ZERO)
    for entry in statement.entries:
        names[entry.slip_id] = (entry.number, entry.room, entry.effective_at)
        owed[entry.slip_id] -= _SIGNS[entry.kind] * entry.amount
    for slip in statement.slips:
        names[slip.id] = (slip.number, slip.room, slip.issued_at)
    for each in statement.balances:
        names[each.slip_id] = (each.number, each.room, each.issued_at)
        owed[each.slip_id] += each.amount
    for slip_id, amount in sorted(owed.items()):
        if amount:
            yield BehindRow(slip_id, *names[slip_id], amount)
