"""A statement counted a second time, from domain-model 4.7 and interfaces.md alone.

It looks at a whole data book in plain Python, knows no database and imports nothing
of ``app``.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from models.data_book import BookRows, MoneyRow, SlipRow, WaiverRow

ZONE = ZoneInfo("Asia/Shanghai")
NOTHING = Decimal("0.00")
METHODS = {
    "现金": "cash",
    "转账": "transfer",
    "微信": "wechat",
    "支付宝": "alipay",
    "刷卡": "card",
    "其他": "other",
}
LEVELS = {"物业总监": "director", "公司领导": "leader"}


def month_of(at: datetime) -> int:
    """4.7-1, as a number that counts months: the 21st begins the next one."""
    local = at.astimezone(ZONE)
    return local.year * 12 + local.month - 1 + (local.day >= 21)


def bounds(month: int) -> tuple[datetime, datetime]:
    """[21st 00:00 of the month before, 21st 00:00)."""
    return _twenty_first(month - 1), _twenty_first(month)


def number_of(code: str) -> int:
    """2026-11 as a month that counts."""
    year, month = code.split("-")
    return int(year) * 12 + int(month) - 1


def code_of(month: int) -> str:
    """The month's name."""
    return f"{month // 12}-{month % 12 + 1:02d}"


def _twenty_first(month: int) -> datetime:
    return datetime(month // 12, month % 12 + 1, 21, tzinfo=ZONE)


@dataclass(frozen=True, slots=True)
class Posted:
    """One entry and the month of the statement it stands in."""

    number: str
    kind: str
    amount: Decimal
    month: int
    at: datetime
    word: str = ""


class PlainBooks:
    """The facts of a book, and what every statement says of them."""

    def __init__(self, rows: BookRows) -> None:
        self.slips = sorted(rows.slips, key=lambda slip: (slip.issued_at, slip.row))
        self.by_number = {slip.number: slip for slip in self.slips}
        self.closes = sorted(
            (row.at, number_of(row.period)) for row in rows.closings if row.at
        )
        self.copy_month: dict[str, int] = {}
        for slip in self.slips:
            arrived = arrival(slip)
            if arrived is not None:
                own = month_of(given(slip.issued_at))
                month = max(own, self.earliest_open(arrived))
                if self._stays(slip, month):
                    self.copy_month[slip.number] = month
        self.entries = [*self._charges(), *self._money(rows), *self._waivers(rows)]

    def earliest_open(self, at: datetime) -> int:
        """A close at the very second comes first."""
        closed = [month for when, month in self.closes if when <= at]
        return max(closed) + 1 if closed else 0

    def closed_at(self, month: int) -> datetime | None:
        """When a month was closed."""
        return next((when for when, each in self.closes if each == month), None)

    def _stays(self, slip: SlipRow, month: int) -> bool:
        """Whether the copy was still in hand at the close: a failed inspection takes
        it out again, unless its statement was closed by then.
        """
        if slip.inspection != "不合格" or slip.inspected_at is None:
            return True
        closed = self.closed_at(month)
        return closed is not None and closed <= slip.inspected_at

    def _charges(self) -> Iterable[Posted]:
        for slip in self.slips:
            fee = fee_of(slip)
            month = self.copy_month.get(slip.number)
            if fee and month is not None:
                yield Posted(slip.number, "charge", fee, month, given(arrival(slip)))

    def _money(self, rows: BookRows) -> Iterable[Posted]:
        kinds = {"收款": "pay", "退款": "refund", "调整": "adjust"}
        for row in rows.money:
            yield self._posted(row, kinds[row.kind], METHODS.get(row.method, ""))

    def _waivers(self, rows: BookRows) -> Iterable[Posted]:
        for row in rows.waivers:
            if row.number in self.copy_month:
                yield self._posted(
                    row, "waive", LEVELS[row.level], self.copy_month[row.number]
                )

    def _posted(
        self, row: MoneyRow | WaiverRow, kind: str, word: str, least: int = 0
    ) -> Posted:
        at = given(row.at)
        month = max(month_of(at), self.earliest_open(at), least)
        return Posted(row.number, kind, row.amount or NOTHING, month, at, word)

    def statement(self, code: str, now: datetime) -> dict[str, object]:
        """The statement of a month as closed, else as known at ``now``."""
        month = number_of(code)
        closed = self.closed_at(month)
        at = closed or now
        starts_at, ends_at = bounds(month)
        known = [slip for slip in self.slips if given(slip.issued_at) <= at]
        own = [s for s in known if starts_at <= given(s.issued_at) < ends_at]
        taken = {
            number
            for number, copy_month in self.copy_month.items()
            if copy_month <= month and given(arrival(self.by_number[number])) <= at
        }
        here = {number for number in taken if self.copy_month[number] == month}
        out = [
            slip
            for slip in known
            if given(slip.issued_at) < ends_at and slip.number not in taken
        ]
        before = [e for e in self._known(at, taken) if e.month < month]
        posted = [e for e in self._known(at, taken) if e.month == month]
        own_numbers = {slip.number for slip in own}
        balances: defaultdict[str, Decimal] = defaultdict(lambda: NOTHING)
        for entry in (*before, *posted):
            balances[entry.number] += signed(entry)
        opening = sum((signed(entry) for entry in before), NOTHING)
        charged = {
            is_own: _sum(
                e
                for e in posted
                if e.kind == "charge" and (e.number in own_numbers) is is_own
            )
            for is_own in (True, False)
        }
        sums = {
            kind: _sum(entry for entry in posted if entry.kind == kind)
            for kind in ("charge", "waive", "adjust", "pay", "refund")
        }
        closing = sum((signed(entry) for entry in posted), opening)
        return {
            "period": code,
            "from": local_text(starts_at),
            "to": local_text(ends_at),
            "state": "open" if closed is None else "closed",
            "closed_at": None if closed is None else local_text(closed),
            "issued": len(own),
            "section_a": [s.number for s in own if s.number in here],
            "section_b": [s.number for s in known if s.number in here - own_numbers],
            "section_c": [s.number for s in out],
            "void": [s.number for s in known if _is(s, here, "作废")],
            "cancelled": [s.number for s in known if _is(s, here, "销单")],
            "opening": str(opening),
            "charged": str(sums["charge"]),
            "waived": str(sums["waive"]),
            "waived_by_level": _by_word(posted, "waive", LEVELS),
            "adjusted": str(sums["adjust"]),
            "received": str(sums["pay"]),
            "received_by_method": _by_word(posted, "pay", METHODS),
            "refunded": str(sums["refund"]),
            "closing": str(closing),
            "charged_a": str(charged[True]),
            "charged_b": str(charged[False]),
            "balances": [
                {"no": slip.number, "amount": str(balances[slip.number])}
                for slip in self.slips
                if balances.get(slip.number)
            ],
        }

    def _known(self, at: datetime, taken: set[str]) -> list[Posted]:
        return [
            entry
            for entry in self.entries
            if entry.at <= at
            and (entry.kind not in ("charge", "waive") or entry.number in taken)
        ]


def arrival(slip: SlipRow) -> datetime | None:
    """When the finance copy came in hand (interfaces.md 2)."""
    if slip.ending:
        return slip.ended_at
    if slip.escorted_at is not None:
        return slip.escorted_at
    # Unfinished work has its paper out again.
    return None if slip.outcome == "未完成" else slip.returned_at


def fee_of(slip: SlipRow) -> Decimal:
    """人工费 + 材料费, where a fee is charged."""
    is_paid = slip.charge_class in ("有偿", "合同") or (
        not slip.charge_class and slip.area_kind == "业户单元"
    )
    if slip.ending or not is_paid:
        return NOTHING
    return (slip.labour_fee or NOTHING) + (slip.material_fee or NOTHING)


def signed(entry: Posted) -> Decimal:
    """What an entry does to what is owed."""
    return -entry.amount if entry.kind in ("waive", "pay") else entry.amount


def given(at: datetime | None) -> datetime:
    """A time that must be there."""
    assert at is not None
    return at


def local_text(at: datetime) -> str:
    """As commands print times."""
    return at.astimezone(ZONE).strftime("%Y-%m-%d %H:%M:%S")


def _is(slip: SlipRow, here: set[str], ending: str) -> bool:
    return slip.number in here and slip.ending == ending


def _sum(entries: Iterable[Posted]) -> Decimal:
    return sum((entry.amount for entry in entries), NOTHING)


def _by_word(
    posted: Iterable[Posted], kind: str, words: Mapping[str, str]
) -> dict[str, str]:
    sums = dict.fromkeys(words.values(), NOTHING)
    for entry in posted:
        if entry.kind == kind:
            sums[entry.word] += entry.amount
    return {word: str(amount) for word, amount in sums.items()}
