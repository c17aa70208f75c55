"""The demonstration's price list: the sample (示例) that comes with the program.

``resources/sample/收费标准（示例）.csv`` is what the assistant for sheets reads too; no
price of it is a centre's own.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from importlib.resources import files

from sqlalchemy.orm import Session

from app.desk import Desk
from app.tariff import SaveTariffItem, save_tariff_item
from models.money import parse_money
from models.sheet_target import MATERIAL_WORDS
from models.slip_line import LineKind

SAMPLE_NAME = "收费标准（示例）"
_LATEST_WORK = timedelta(days=60)
"""So long after its call work may begin."""
_MODES = {word: mode for mode, word in MATERIAL_WORDS.items()}


@dataclass(frozen=True, slots=True)
class HeldPrice:
    """An item of the sample and what it costs in whole yuan, least and most."""

    item: SaveTariffItem
    least: int
    most: int


def hang_up(session: Session, desk: Desk) -> None:
    """Write the sample price list into the centre."""
    for order in sample_items():
        save_tariff_item(session, desk, order)


@cache
def held_price(code: str, kind: LineKind, on: date) -> HeldPrice | None:
    """What an item costs by day and by night alike; None where there is no such price.

    ``on`` is the day of the call; the work begins later.
    """
    of_code = (item for item in sample_items() if item.code == code)
    item = next((item for item in of_code if _holds(item, on)), None)
    if item is None:
        return None
    assert item.labour is not None
    if kind is LineKind.MATERIAL:
        price = item.labour if item.material is None else item.material
        return HeldPrice(item, int(price), int(price))
    least = max(item.labour, item.night_labour or item.labour)
    most = item.labour_most or item.labour
    return HeldPrice(item, int(least), int(most)) if least <= most else None


def _holds(item: SaveTariffItem, on: date) -> bool:
    begins, ends = item.valid_from, item.valid_until or date.max
    return begins is not None and begins <= on < ends - _LATEST_WORK


def sample_items() -> list[SaveTariffItem]:
    """Every price of the sample."""
    folder = files("resources") / "sample"
    text = (folder / f"{SAMPLE_NAME}.csv").read_text("utf-8-sig")
    _, *lines = text.splitlines()  # the title stands above the headings
    return [_order(row) for row in csv.DictReader(lines)]


def _order(row: Mapping[str, str]) -> SaveTariffItem:
    return SaveTariffItem(
        code=row["编码"],
        category=row["类别"],
        name=row["项目"],
        uom=row["单位"],
        labour=parse_money(row["人工费"]),
        valid_from=date.fromisoformat(row["生效日期"]),
        labour_most=_amount(row["人工费上限"]),
        night_labour=_amount(row["夜间人工费"]),
        material_mode=_MODES[row["材料方式"]],
        material=_amount(row["材料费"]),
        minutes=int(row["参考工时"]) if row["参考工时"] else None,
        valid_until=date.fromisoformat(row["失效日期"]) if row["失效日期"] else None,
        note=row["备注"],
        is_sample=bool(row["示例"]),
    )


def _amount(text: str) -> Decimal | None:
    return parse_money(text) if text else None
