"""The statistics worked out slip by slip, from the words of interfaces.md alone.

It knows nothing of the program but the rows of a data book. Whoever wonders whether a
figure is right reads this file.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from zoneinfo import ZoneInfo

from models.data_book import BookRows, SlipRow

_TWENTY = timedelta(minutes=20)


@dataclass(frozen=True, slots=True)
class PlainStatistics:
    """The books, asked about the slips issued in [since, until), as known at ``at``."""

    rows: BookRows
    zone: ZoneInfo
    since: datetime
    until: datetime
    at: datetime

    def answer(self) -> dict[str, Any]:
        """What ``stats --json`` says."""
        issued = [
            slip
            for slip in self._slips()
            if self.since <= _at(slip.issued_at) < self.until
            and _at(slip.issued_at) <= self.at
        ]
        void = [slip for slip in issued if self._ended(slip, self.at) == "作废"]
        cancelled = [slip for slip in issued if self._ended(slip, self.at) == "销单"]
        effective = [slip for slip in issued if not self._ended(slip, self.at)]
        completed = [slip for slip in effective if self._is_completed(slip, self.at)]
        rest = [slip for slip in effective if slip not in completed]
        rate = _rate(len(completed), len(effective))
        end = min(self.until, self.at)
        return {
            "from": self._text(self.since),
            "to": self._text(self.until),
            "at": self._text(self.at),
            "issued": len(issued),
            "void": len(void),
            "cancelled": len(cancelled),
            "effective": len(effective),
            "completed": len(completed),
            "unfinished": len(rest),
            "completion_rate": rate,
            "unfinished_rate": rate and str(Decimal("100.00") - Decimal(rate)),
            "reasons": dict(Counter(self._reason(slip) for slip in rest)),
            "carried_in": sum(
                self._is_open(slip, self.since) for slip in self._slips()
            ),
            "completed_in_window": sum(map(self._is_completed_here, self._slips())),
            "carried_out": sum(self._is_open(slip, end) for slip in self._slips()),
            "by_area": {
                name: self._part(effective, lambda slip, n=name: _area(slip) == n)
                for name in ("unit", "public")
            },
            "by_trade": {
                name: self._part(effective, lambda slip, n=name: self._trade(slip) == n)
                for name in {self._trade(slip) for slip in effective}
            },
            "arrival_20min": self._arrivals(effective),
            "satisfaction": self._satisfaction(effective),
            "inspection": self._inspection(effective),
        }

    def _slips(self) -> Sequence[SlipRow]:
        return self.rows.slips

    def _text(self, moment: datetime) -> str:
        return str(moment.astimezone(self.zone).replace(tzinfo=None))

    def _by(self, moment: datetime | None, at: datetime) -> bool:
        """Whether it had happened by then, that second included."""
        return moment is not None and moment <= at

    def _ended(self, slip: SlipRow, at: datetime) -> str:
        return slip.ending if slip.ending and self._by(slip.ended_at, at) else ""

    def _is_completed(self, slip: SlipRow, at: datetime) -> bool:
        """Returned with the work completed, and not failed, by then."""
        back = slip.returned_at or slip.inspected_at
        is_done = self._by(back, at) and slip.outcome != "未完成"
        failed = slip.inspection == "不合格" and self._by(slip.inspected_at, at)
        return is_done and not failed

    def _is_open(self, slip: SlipRow, at: datetime) -> bool:
        is_there = _at(slip.issued_at) < at
        gone = self._ended(slip, at) or self._is_completed(slip, at)
        return is_there and not gone

    def _is_completed_here(self, slip: SlipRow) -> bool:
        back = slip.returned_at or slip.inspected_at
        return (
            back is not None
            and self.since <= back < self.until
            and self._is_completed(slip, self.at)
            and not self._ended(slip, self.at)
        )

    def _reason(self, slip: SlipRow) -> str:
        told = [
            row
            for row in self.rows.feedback
            if row.number == slip.number and self._by(row.at, self.at)
        ]
        return max(told, key=lambda row: _at(row.at)).reason if told else "未反馈"

    def _trade(self, slip: SlipRow) -> str:
        """Nobody knows the trade before the slip was given to it."""
        is_later = slip.dispatched_at is not None and slip.dispatched_at > self.at
        return "未派工" if is_later or not slip.trade else slip.trade

    def _part(self, slips: Iterable[SlipRow], fits: Any) -> dict[str, int]:
        here = [slip for slip in slips if fits(slip)]
        done = sum(self._is_completed(slip, self.at) for slip in here)
        return {"effective": len(here), "completed": done}

    def _arrivals(self, effective: Iterable[SlipRow]) -> dict[str, Any]:
        on_time = base = 0
        for slip in effective:
            known = [
                moment
                for moment in (slip.received_at, slip.dispatched_at)
                if self._by(moment, self.at)
            ]
            named = slip.appointment_at
            if _area(slip) != "unit" or not (known or named):
                continue
            limit = _minute(named) if named else _minute(known[0]) + _TWENTY
            arrived = slip.arrived_at if self._by(slip.arrived_at, self.at) else None
            if arrived is None and _minute(self.at) <= limit:
                continue
            base += 1
            on_time += arrived is not None and _minute(arrived) <= limit
        return {"on_time": on_time, "base": base, "rate": _rate(on_time, base)}

    def _satisfaction(self, effective: Iterable[SlipRow]) -> dict[str, Any]:
        satisfied = answered = 0
        for slip in effective:
            reached = [
                row
                for row in self.rows.callbacks
                if row.number == slip.number
                and row.result == "接通"
                and self._by(row.at, self.at)
            ]
            last = max(reached, key=lambda row: _at(row.at), default=None)
            said = "" if last is None else last.opinion
            answered += bool(said)
            satisfied += said in ("满意", "基本满意")
        rate = _rate(satisfied, answered)
        return {"satisfied": satisfied, "answered": answered, "rate": rate}

    def _inspection(self, effective: Iterable[SlipRow]) -> dict[str, Any]:
        seen = [
            slip
            for slip in effective
            if _area(slip) == "public" and self._by(slip.inspected_at, self.at)
        ]
        passed = sum(slip.inspection == "合格" for slip in seen)
        rate = _rate(passed, len(seen))
        return {"passed": passed, "inspected": len(seen), "rate": rate}


def _at(moment: datetime | None) -> datetime:
    assert moment is not None
    return moment


def _area(slip: SlipRow) -> str:
    return "unit" if slip.area_kind == "业户单元" else "public"


def _minute(moment: datetime | None) -> datetime:
    return _at(moment).replace(second=0, microsecond=0)


def _rate(part: int, whole: int) -> str | None:
    if not whole:
        return None
    exact = Decimal(part) * 100 / Decimal(whole)
    return str(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))
