"""The words of the demonstration: what breaks, how people say it, what they are called.

The tables are ``resources/sample/demo_faults.csv`` and ``demo_names.csv``.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources

from models.unit import AreaKind

MARK = "（演示）"
"""Stands behind every invented name."""

ROOMS = ("厨房", "卫生间", "主卧", "次卧", "客厅", "阳台", "书房")

SEASONS: Mapping[str, tuple[int, ...]] = {
    "all": (10,) * 12,
    "summer": (1, 1, 1, 3, 10, 20, 32, 30, 12, 2, 1, 1),
    "winter": (30, 20, 10, 1, 0, 0, 0, 0, 0, 3, 22, 30),
    "rain": (3, 3, 5, 9, 12, 20, 25, 20, 10, 5, 3, 3),
    "frost": (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
}
"""How often something breaks in each month, in tenths."""


@dataclass(frozen=True, slots=True)
class PriceRange:
    """What something costs, in whole yuan, least and most.

    ``code`` is its item of the sample tariff, whose price comes first.
    """

    name: str
    least: int
    most: int
    code: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of fault. ``weight`` is how common it is, ``urgent`` a percentage.

    ``where`` names the kind of public place; ``labour`` None: no charge.
    """

    key: str
    kind: AreaKind
    where: str
    trade: str
    weight: int
    season: str
    urgent: int
    charge: str
    labour: PriceRange | None
    materials: tuple[PriceRange, ...]
    wordings: tuple[str, ...]
    results: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StaffName:
    """One member of staff: posts and trades in the words of the program."""

    name: str
    posts: tuple[str, ...]
    trades: tuple[str, ...]


@cache
def faults() -> tuple[Fault, ...]:
    """Every kind of fault of the demonstration."""
    return tuple(
        Fault(
            key=row["key"],
            kind=AreaKind(row["kind"]),
            where=row["where"],
            trade=row["trade"],
            weight=int(row["weight"]),
            season=row["season"],
            urgent=int(row["urgent"]),
            charge=row["charge"],
            labour=_price(f"人工费:{row['labour']}") if row["labour"] else None,
            materials=tuple(map(_price, filter(None, row["material"].split(";")))),
            wordings=tuple(row["wordings"].split("/")),
            results=tuple(row["done"].split("/")),
        )
        for row in _rows("demo_faults.csv")
    )


@cache
def names(kind: str) -> tuple[str, ...]:
    """The names of a kind: ``surname``, ``given``, ``rare``."""
    found = [row["names"] for row in _rows("demo_names.csv") if row["kind"] == kind]
    return tuple(found[0].split())


@cache
def staff_names() -> tuple[StaffName, ...]:
    """The eighteen who work here."""
    people = []
    for entry in names("staff"):
        posts, name, *trades = entry.split(":")
        people.append(
            StaffName(
                name + MARK,
                tuple(posts.split("+")),
                tuple(trades[0].split("+")) if trades else (),
            )
        )
    return tuple(people)


def yuan(amount: int) -> Decimal:
    """Whole yuan as money."""
    return Decimal(amount).quantize(Decimal("0.01"))


def _price(text: str) -> PriceRange:
    """``角阀:25-45@CL-01``: the name, whole yuan, and where it has one the code."""
    name, rest = text.split(":")
    amounts, _, code = rest.partition("@")
    least, most = amounts.split("-")
    return PriceRange(name, int(least), int(most), code)


def _rows(name: str) -> list[dict[str, str]]:
    path = resources.files("resources") / "sample" / name
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))
