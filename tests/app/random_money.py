"""Random data books with money: what a desk could write down, at tricky moments."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from models.data_book import (
    BookRows,
    ClosingRow,
    MoneyRow,
    SlipRow,
    WaiverRow,
)
from tests.data_book_maker import at, numbered, public_slip, unit_slip

FIRST = at("2026-09-25")
NOW = at("2027-03-10")
"""Books begin in the period 2026-10 and are read in 2027-03."""

_EDGES = tuple(
    at(text)
    for text in (
        "2026-10-20 23:59:59",
        "2026-10-21 00:00:00",
        "2026-11-20 23:59:59",
        "2026-11-21 00:00:00",
        "2026-12-20 23:59:59",
        "2026-12-21 00:00:00",
        "2026-12-31 23:59:59",
        "2027-01-20 23:59:59",
        "2027-01-21 00:00:00",
    )
)
_CLOSABLE = ("2026-10", "2026-11", "2026-12", "2027-01")
_METHODS = ("现金", "转账", "微信", "支付宝", "刷卡", "其他")


@dataclass(slots=True)
class _Making:
    random: Random
    closes: list[datetime]
    money: list[MoneyRow] = field(default_factory=list)
    waivers: list[WaiverRow] = field(default_factory=list)


def random_book(seed: int, count: int) -> BookRows:
    """A book of ``count`` slips whose money the importer takes."""
    random = Random(seed)
    closings = _closings(random)
    making = _Making(random, [row.at for row in closings if row.at])
    slips = [_slip(making, f"书{place:05d}") for place in range(count)]
    return numbered(
        BookRows(
            slips=tuple(slips),
            money=tuple(making.money),
            waivers=tuple(making.waivers),
            closings=tuple(closings),
        )
    )


def _closings(random: Random) -> list[ClosingRow]:
    """The first periods, each closed between the 21st 00:00:00 and some days later."""
    rows: list[ClosingRow] = []
    last = FIRST
    for period in _CLOSABLE[: random.randrange(len(_CLOSABLE) + 1)]:
        ends_at = at(f"{period}-21")
        delay = random.choice((0, 0, 1, 3600, 36_000, 210_000, 3_000_000))
        when = max(ends_at + timedelta(seconds=delay), last)
        rows.append(ClosingRow(period=period, at=when))
        last = when
    return rows


def _moment(making: _Making, since: datetime) -> datetime:
    """A moment not before ``since``: often an edge or the second of a close."""
    pick = making.random
    near = [when for when in (*_EDGES, *making.closes) if since <= when <= NOW]
    if near and pick.random() < 0.25:
        shift = timedelta(seconds=pick.choice((-1, 0, 0, 1)))
        return max(since, pick.choice(near) + shift)
    span = int((NOW - since).total_seconds())
    # Most things follow soon, some months later.
    return since + timedelta(seconds=int(span * pick.random() ** 4))


def _slip(making: _Making, number: str) -> SlipRow:
    pick = making.random
    span = int((NOW - FIRST).total_seconds())
    issued = FIRST + timedelta(seconds=pick.randrange(span))
    if pick.random() < 0.15:
        issued = pick.choice(_EDGES)
    local = issued.astimezone(at("2026-11-01").tzinfo).isoformat(" ")
    facts: dict[str, object] = {"issued_at": issued}
    roll = pick.random()
    if roll < 0.08:
        ending = pick.choice(("作废", "销单"))
        facts |= {"ending": ending, "ended_at": _moment(making, issued)}
    elif roll < 0.88:
        facts["returned_at"] = _moment(making, issued)
        facts["outcome"] = pick.choice(("完成", "完成", "完成", "", "未完成"))
    if pick.random() < 0.3:
        return _public(making, number, local, facts)
    return _unit(making, number, local, facts)


def _public(
    making: _Making, number: str, local: str, facts: dict[str, object]
) -> SlipRow:
    pick = making.random
    returned = facts.get("returned_at")
    if isinstance(returned, datetime) and pick.random() < 0.6:
        facts |= {
            "inspection": pick.choice(("合格", "不合格")),
            "inspected_by": "演示管家",
            "inspected_at": _moment(making, returned),
        }
    facts.pop("issued_at")
    if facts.get("inspection") and facts.get("outcome") == "未完成":
        facts["outcome"] = "完成"
    return public_slip(number, local[:19], **facts)


def _unit(
    making: _Making, number: str, local: str, facts: dict[str, object]
) -> SlipRow:
    pick = making.random
    issued = facts.pop("issued_at")
    assert isinstance(issued, datetime)
    facts["charge_class"] = pick.choice(("有偿", "有偿", "有偿", "合同", "保修", ""))
    is_charged = facts["charge_class"] in ("有偿", "合同", "") and "ending" not in facts
    if is_charged and pick.random() < 0.9:
        fee = pick.choice((1, 4999, 49_999, 50_000, pick.randrange(1, 90_000)))
        facts["labour_fee"] = _yuan(fee)
        if pick.random() < 0.5:
            facts["material_fee"] = _yuan(pick.randrange(20_000))
        if "returned_at" in facts and pick.random() < 0.2:
            facts["escorted_at"] = _moment(making, issued)
        total = sum(
            (Decimal(str(facts.get(n, 0))) for n in ("labour_fee", "material_fee")),
            Decimal("0.00"),
        )
        _spend(making, number, issued, total)
    return unit_slip(number, local[:19], **facts)


def _spend(making: _Making, number: str, issued: datetime, fee: Decimal) -> None:
    """Payments, waivers, refunds and adjustments that leave nothing below zero."""
    pick = making.random
    when, owed, paid, waived = issued, fee, Decimal("0.00"), Decimal("0.00")
    for _ in range(pick.choice((0, 1, 1, 2, 4))):
        when = _moment(making, when + timedelta(seconds=1))
        if when > NOW:
            return
        kind = pick.choice(("收款", "收款", "收款", "减免", "退款", "调整"))
        part = pick.choice((owed, _part(pick, owed)))
        if kind == "收款" and part > 0:
            making.money.append(_money(pick, number, kind, part, when))
            owed, paid = owed - part, paid + part
        elif kind == "减免" and part > 0:
            waived += part
            owed -= part
            making.waivers.append(_waiver(number, part, waived, when))
        elif kind == "退款" and paid > 0:
            part = pick.choice((paid, _part(pick, paid)))
            if part > 0:
                making.money.append(_money(pick, number, kind, part, when))
                owed, paid = owed + part, paid - part
        elif kind == "调整" and owed > 0:
            part = pick.choice((-_part(pick, owed), Decimal("12.34")))
            if part:
                row = MoneyRow(number=number, kind=kind, amount=part, at=when)
                making.money.append(row)
                owed += part


def _part(pick: Random, amount: Decimal) -> Decimal:
    """Some of an amount."""
    return _yuan(pick.randrange(int(amount * 100) + 1))


def _yuan(fen: int) -> Decimal:
    return (Decimal(fen) / 100).quantize(Decimal("0.01"))


def _money(
    pick: Random, number: str, kind: str, amount: Decimal, when: datetime
) -> MoneyRow:
    method = pick.choice(_METHODS)
    return MoneyRow(number=number, kind=kind, amount=amount, method=method, at=when)


def _waiver(number: str, amount: Decimal, waived: Decimal, when: datetime) -> WaiverRow:
    return WaiverRow(
        number=number,
        amount=amount,
        reason="特殊原因",
        applicant="演示管家",
        approver="演示领导",
        level="公司领导" if waived >= 500 else "物业总监",
        at=when,
    )
