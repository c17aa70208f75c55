"""Judges the money of a data book: 收退款, 减免, receipts and balances (4.7, 4.8)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from decimal import Decimal

from app.data_book_finding import Findings, Receipt
from app.data_book_slips import Slips, expected_amount, is_public
from models.data_book import (
    ADJUSTMENT,
    DIRECTOR,
    PAYMENT,
    REFUND,
    BookRows,
    MoneyRow,
    SlipRow,
    WaiverRow,
)
from models.data_book_problem import CellFault
from models.money import ZERO, format_plain

Entry = MoneyRow | WaiverRow

_EARLIEST = datetime.min.replace(tzinfo=UTC)
_LATEST = datetime.max.replace(tzinfo=UTC)

# Within one second the money comes first, then the price, then what is given up.
_AT_ONCE = {PAYMENT: 0, ADJUSTMENT: 1, REFUND: 2}


def judge_money(rows: BookRows, slips: Slips, findings: Findings) -> None:
    """Ask the rules of money of every row, then of every slip."""
    by_slip: defaultdict[str, list[Entry]] = defaultdict(list)
    every: tuple[Entry, ...] = (*rows.money, *rows.waivers)
    for row in every:
        findings.judge_future(row)
        if isinstance(row, MoneyRow):
            _judge_money_row(row, findings)
        else:
            _judge_waiver_row(row, findings)
        slip = find_slip(row, slips, findings)
        if slip is not None:
            _judge_place(row, slip, findings)
            by_slip[slip.number].append(row)
    _judge_receipts(rows.money, slips, findings)
    for number, entries in by_slip.items():
        _judge_account(slips.by_number[number], entries, findings)
    _judge_levels(rows, slips, findings)


def find_slip(
    row: MoneyRow | WaiverRow, slips: Slips, findings: Findings
) -> SlipRow | None:
    """The slip a row belongs to; an unknown number is told."""
    if not row.number or not findings.is_good(row, "number"):
        return None
    slip = slips.find(row.number)
    if slip is None and not slips.may_be_lost(row.number):
        findings.tell(row, "number", CellFault.UNKNOWN_SLIP)
    return slip


def _judge_money_row(row: MoneyRow, findings: Findings) -> None:
    if row.amount is not None and findings.is_good(row, "kind"):
        if row.kind == ADJUSTMENT:
            if row.amount == 0:
                findings.tell(row, "amount", CellFault.MONEY_ZERO)
        elif row.amount <= 0:
            findings.tell(row, "amount", CellFault.MONEY_NOT_POSITIVE)
    needs_method = row.kind in (PAYMENT, REFUND)
    if needs_method and not row.method and findings.is_good(row, "method"):
        findings.tell(row, "method", CellFault.MISSING)


def _judge_waiver_row(row: WaiverRow, findings: Findings) -> None:
    if row.amount is not None and row.amount <= 0:
        findings.tell(row, "amount", CellFault.MONEY_NOT_POSITIVE)
    if row.applicant and row.applicant == row.approver:
        findings.tell(row, "approver", CellFault.APPLICANT_APPROVES)


def _judge_place(row: Entry, slip: SlipRow, findings: Findings) -> None:
    if slip.area_kind and is_public(slip):
        findings.tell(row, "number", CellFault.MONEY_ON_PUBLIC)
    elif slip.ending:
        findings.tell(row, "number", CellFault.MONEY_ON_ENDED, ending=slip.ending)
    elif (
        row.at is not None
        and slip.issued_at is not None
        and row.at < slip.issued_at
        and findings.is_good(row, "at")
        and findings.is_good(slip, "issued_at")
    ):
        issued = findings.shown(slip.issued_at)
        findings.tell(row, "at", CellFault.BEFORE_ISSUE, issued=issued)


def _judge_receipts(rows: Iterable[MoneyRow], slips: Slips, findings: Findings) -> None:
    """A receipt number belongs to one payer and one day."""
    given: defaultdict[str, list[tuple[MoneyRow, Receipt]]] = defaultdict(list)
    for row in rows:
        slip = slips.find(row.number)
        if not row.receipt_no or row.at is None or slip is None:
            continue
        if findings.is_good(row, "receipt_no", "at", "number"):
            day = f"{row.at.astimezone(findings.ground.zone):%Y-%m-%d}"
            given[row.receipt_no].append((row, Receipt(payer_of(slip, findings), day)))
    for number, same in given.items():
        known = findings.ground.receipts.get(number)
        most = Counter(receipt for _, receipt in same).most_common(1)[0][0]
        right = known or most
        first = next((row.row for row, receipt in same if receipt == right), 0)
        for row, receipt in same:
            if receipt != right:
                findings.tell(row, "receipt_no", CellFault.RECEIPT_TWICE, row=first)


def payer_of(slip: SlipRow, findings: Findings) -> str:
    """Who pays for a slip: the owner's name, else the room."""
    room = slip.unit or slip.place
    return slip.owner_name or findings.ground.owners.get(room) or room


def _judge_account(slip: SlipRow, entries: list[Entry], findings: Findings) -> None:
    """Run through a slip's money in time order (domain model 4.7-0, 4.8)."""
    expected = expected_amount(slip, findings)
    if any(not findings.is_good(entry, "number") for entry in entries):
        return
    unknown = {
        entry.kind
        for entry in entries
        if isinstance(entry, MoneyRow) and not findings.is_good(entry, "amount", "kind")
    }
    are_refunds_sure = not unknown & {PAYMENT, ""}
    is_balance_sure = expected is not None and not unknown & {REFUND, ADJUSTMENT, ""}
    paid = balance = ZERO
    balance += expected or ZERO
    fell: MoneyRow | None = None
    for entry in sorted(entries, key=lambda each: _moment(each, findings)):
        amount = entry.amount
        if amount is None or not findings.is_good(entry, "amount"):
            continue
        change = amount
        if isinstance(entry, WaiverRow):
            if is_balance_sure and amount > balance:
                left = format_plain(max(balance, ZERO))
                findings.tell(entry, "amount", CellFault.WAIVER_OVER_CHARGE, left=left)
                continue
            change = -amount
        elif entry.kind == REFUND:
            if are_refunds_sure and amount > paid:
                told = format_plain(paid)
                findings.tell(
                    entry, "amount", CellFault.REFUND_OVER_PAYMENTS, paid=told
                )
                continue
            paid -= amount
        elif entry.kind == PAYMENT:
            paid += amount
            change = -amount
        balance += change
        if balance >= 0:
            fell = None
        elif fell is None and isinstance(entry, MoneyRow):
            fell = entry
    if fell is not None and is_balance_sure:
        told = format_plain(balance)
        findings.tell(fell, "amount", CellFault.BALANCE_BELOW_ZERO, balance=told)


def _moment(entry: Entry, findings: Findings) -> tuple[datetime, int, int]:
    kind = _AT_ONCE.get(entry.kind, 0) if isinstance(entry, MoneyRow) else 3
    at = entry.at
    if at is None or not findings.is_good(entry, "at"):
        # Its time is unknown: a refund may have come last, all else first.
        at = _LATEST if kind == _AT_ONCE[REFUND] else _EARLIEST
    return at, kind, entry.row


def _judge_levels(rows: BookRows, slips: Slips, findings: Findings) -> None:
    """500.00 and more in all, linked slips included, needs the leader (K-12, K-29)."""
    ground = findings.ground
    family = _families(rows.slips, ground.linked)
    waived: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
    for number, amount in ground.waived.items():
        waived[family.get(number, number)] += amount
    for row in sorted(rows.waivers, key=lambda each: _moment(each, findings)):
        slip = slips.find(row.number)
        if slip is None or row.amount is None:
            continue
        if not findings.is_good(row, "number", "amount"):
            continue
        key = family.get(row.number, row.number)
        waived[key] += row.amount
        measured = waived[key]
        if ground.is_fee_measured:
            measured = expected_amount(slip, findings) or ZERO
        if row.level == DIRECTOR and measured >= ground.leader_from:
            total = format_plain(measured)
            findings.tell(row, "level", CellFault.WAIVER_LEVEL, total=total)


def _families(slips: Iterable[SlipRow], known: Mapping[str, str]) -> dict[str, str]:
    """Number → the first number of its linked slips (原单号), ``known`` ones too."""
    leader: dict[str, str] = {}

    def first(number: str) -> str:
        while leader.get(number, number) != number:
            leader[number] = leader.get(leader[number], leader[number])
            number = leader[number]
        return number

    for slip in slips:
        if slip.number and slip.parent_number:
            leader[first(slip.number)] = first(slip.parent_number)
    for number, family in known.items():
        leader[first(number)] = first(family)
    return {number: first(number) for number in list(leader)}
