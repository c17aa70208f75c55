"""The money of a walk kept a second time, from domain-model 4.7 alone.

It is told each step that was done, knows no database and imports nothing of ``app``.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from tests.app.plain_statement import METHODS, NOTHING, bounds, month_of

LEVELS = ("director", "leader")


@dataclass(slots=True)
class Noted:
    """One entry; ``month`` None: a waiver whose finance copy is out. ``came_at``: when
    the charge came that this one takes back.
    """

    number: int
    kind: str
    amount: Decimal
    month: int | None
    at: datetime
    effective_at: datetime
    word: str = ""
    came_at: datetime | None = None


@dataclass(slots=True)
class MoneyModel:
    """Slips by key: when each was issued, and where its copy and its money stand."""

    names: dict[int, str] = field(default_factory=dict)
    issued: dict[int, datetime] = field(default_factory=dict)
    ended: dict[int, str] = field(default_factory=dict)
    copies: dict[int, tuple[int, datetime]] = field(default_factory=dict)
    entries: list[Noted] = field(default_factory=list)
    first_open: int = 0

    def issue(self, key: int, name: str, at: datetime) -> None:
        """A slip got its number."""
        self.names[key], self.issued[key] = name, at

    def post(
        self,
        key: int,
        kind: str,
        amount: Decimal,
        at: datetime,
        word: str = "",
        effective_at: datetime | None = None,
    ) -> None:
        """Money, 4.7-7; a waiver not earlier than its slip's copy."""
        effective_at = effective_at or at
        own = max(month_of(effective_at), self.first_open)
        month: int | None = own
        if kind == "waive":
            month = max(own, self.copies[key][0]) if key in self.copies else None
        entry = Noted(key, kind, amount, month, at, effective_at, word)
        self.entries.append(entry)

    def arrive(self, key: int, fee: Decimal, at: datetime) -> None:
        """The finance copy comes in hand and the fee with it, 4.7-6."""
        if key in self.copies:
            return
        month = max(month_of(self.issued[key]), self.first_open)
        self.copies[key] = (month, at)
        if fee:
            self.entries.append(Noted(key, "charge", fee, month, at, at))
        for entry in self._waivers(key):
            if entry.month is None:
                entry.month = max(month_of(entry.effective_at), month)

    def leave(self, key: int, at: datetime) -> None:
        """It goes out again: the fee is taken back, waivers wait."""
        if key not in self.copies:
            return
        month, came_at = self.copies.pop(key)
        fee = self.charged(key)
        if fee:
            entry = Noted(key, "charge", -fee, month, at, at, came_at=came_at)
            self.entries.append(entry)
        for entry in self._waivers(key):
            entry.month = None

    def charged(self, key: int) -> Decimal:
        """What is charged on a slip."""
        mine = (e for e in self.entries if e.number == key and e.kind == "charge")
        return sum((entry.amount for entry in mine), NOTHING)

    def close(self, month: int, at: datetime) -> None:
        """What came at that second or later goes on to the next month; a fee that was
        taken back then stays with the copy that is out.
        """
        late = {
            k for k, (own, came) in self.copies.items() if own == month and came >= at
        }
        for key in late:
            self.copies[key] = (month + 1, self.copies[key][1])
        for entry in self.entries:
            is_late = entry.at >= at
            if entry.came_at is not None:
                is_late = entry.at > at or entry.came_at >= at
            if entry.kind == "waive" and entry.number in late:
                is_late = True
            if entry.month == month and is_late:
                entry.month = month + 1
        self.first_open = month + 1

    def figures(self, month: int) -> dict[str, object]:
        """What the statement of a month has to say."""
        starts_at, ends_at = bounds(month)
        order = sorted(self.issued, key=lambda key: (self.issued[key], key))
        here = {key for key, (own, _) in self.copies.items() if own == month}
        taken = {key for key, (own, _) in self.copies.items() if own <= month}
        own = {key for key in order if starts_at <= self.issued[key] < ends_at}
        posted = [entry for entry in self.entries if entry.month == month]
        before = [e for e in self.entries if e.month is not None and e.month < month]
        owed: defaultdict[int, Decimal] = defaultdict(lambda: NOTHING)
        for entry in (*before, *posted):
            owed[entry.number] += _signed(entry)

        def named(keys: Iterable[int]) -> list[str]:
            wanted = set(keys)
            return [self.names[key] for key in order if key in wanted]

        def total(kind: str, word: str | None = None) -> str:
            mine = (e for e in posted if e.kind == kind and word in (None, e.word))
            return str(sum((entry.amount for entry in mine), NOTHING))

        charges = [entry for entry in posted if entry.kind == "charge"]
        opening = sum((_signed(entry) for entry in before), NOTHING)
        out = (key for key in order if self.issued[key] < ends_at and key not in taken)
        return {
            "issued": len(own),
            "section_a": named(here & own),
            "section_b": named(here - own),
            "section_c": named(out),
            "void": named(k for k in here if self.ended.get(k) == "void"),
            "cancelled": named(k for k in here if self.ended.get(k) == "cancelled"),
            "opening": str(opening),
            "charged": total("charge"),
            "waived": total("waive"),
            "waived_by_level": {level: total("waive", level) for level in LEVELS},
            "adjusted": total("adjust"),
            "received": total("pay"),
            "received_by_method": {w: total("pay", w) for w in METHODS.values()},
            "refunded": total("refund"),
            "closing": str(sum((_signed(entry) for entry in posted), opening)),
            "charged_a": _sum(e for e in charges if e.number in own),
            "charged_b": _sum(e for e in charges if e.number not in own),
            "balances": [
                {"no": self.names[key], "amount": str(owed[key])}
                for key in order
                if owed.get(key)
            ],
        }

    def _waivers(self, key: int) -> list[Noted]:
        return [e for e in self.entries if e.number == key and e.kind == "waive"]


def _sum(entries: Iterable[Noted]) -> str:
    return str(sum((entry.amount for entry in entries), NOTHING))


def _signed(entry: Noted) -> Decimal:
    """What an entry adds to what is owed."""
    return -entry.amount if entry.kind in ("waive", "pay") else entry.amount
