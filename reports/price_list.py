"""《有偿服务收费标准》: the price list that hangs where owners see it (明码标价).

Items by category with unit, price or range, the price of the night, what becomes of
material, and from when it holds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from typing import BinaryIO

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from models.base import table_of
from models.money import format_money
from models.sheet_target import MATERIAL_WORDS, SAMPLE
from models.tariff_item import MaterialMode, TariffItem
from models.text import Translate
from reports.list_sheet import ListSection, ListSheet, write_list
from reports.office import Office
from reports.table import TableColumn

TITLE = "有偿服务收费标准"
_COLUMNS = (
    TableColumn("编码", 8),
    TableColumn("服务项目", 24),
    TableColumn("单位", 6, "centre"),
    TableColumn("人工费（元）", 13, "right"),
    TableColumn("夜间人工费（元）", 13, "right"),
    TableColumn("材料", 14),
    TableColumn("参考工时", 8, "right"),
    TableColumn("执行日期", 18),
    TableColumn("备注", 20),
)


@dataclass(frozen=True, slots=True)
class PriceItem:
    """One price of an item; amounts in yuan for one ``uom``."""

    code: str
    category: str
    name: str
    uom: str
    labour: Decimal
    labour_most: Decimal | None
    night_labour: Decimal | None
    material_mode: MaterialMode
    material: Decimal | None
    minutes: int | None
    valid_from: date
    valid_until: date | None
    is_sample: bool
    note: str


@dataclass(frozen=True, slots=True)
class PriceList:
    """The prices of a centre: those that hold on ``on``, or all of them (None)."""

    centre_name: str
    on: date | None
    night_from: str
    night_until: str
    phone: str
    items: tuple[PriceItem, ...]


def load(session: Session, office: Office, on: date | None = None) -> PriceList:
    """The items that hold on a day, or every price there was and is."""
    item = table_of(TariffItem).c
    asked = [item.centre_id == office.centre_id]
    if on is not None:
        asked += [
            item.valid_from <= on,
            or_(item.valid_until.is_(None), item.valid_until > on),
        ]
    names = [name for name in PriceItem.__dataclass_fields__ if name != "note"]
    columns = [*(item[name] for name in names), func.coalesce(item.note, "")]
    rows = session.execute(select(*columns).where(*asked))
    items = [PriceItem(*row) for row in rows]
    firsts: dict[str, str] = {}
    for each in items:
        firsts[each.category] = min(each.code, firsts.get(each.category, each.code))
    items.sort(
        key=lambda each: (
            firsts[each.category],
            each.category,
            each.code,
            each.valid_from,
        )
    )
    text = office.settings.text
    return PriceList(
        office.centre_name,
        on,
        text("night_from"),
        text("night_until"),
        text("repair_phone"),
        tuple(items),
    )


def write_pdf(prices: PriceList, out: BinaryIO, translate: Translate) -> None:
    """Draw the list, A4 landscape, one table a category."""
    has_samples = any(item.is_sample for item in prices.items)
    sections = tuple(
        ListSection(category, _COLUMNS, tuple(_texts(item) for item in items))
        for category, items in _by_category(prices.items)
    )
    on = f"{prices.on:%Y-%m-%d}" if prices.on is not None else ""
    subtitle = translate("PriceList", "{centre}　valid on {day}　{count} items").format(
        centre=prices.centre_name, day=on, count=len(prices.items)
    )
    empty = translate("PriceList", "The tariff has no item that holds on this day.")
    drawn = ListSheet(
        title=f"{TITLE}（{SAMPLE}）" if has_samples else TITLE,
        subtitle=subtitle,
        sections=sections or (ListSection("", _COLUMNS, (), empty),),
        signatures=("制表：", "审核：", "批准：", "日期："),
        foot=translate("PriceList", "Prices include tax; not a voucher or an invoice"),
        note=_note(prices, has_samples),
    )
    write_list(drawn, out, translate)


def _by_category(
    items: Sequence[PriceItem],
) -> list[tuple[str, list[PriceItem]]]:
    grouped = groupby(items, key=lambda item: item.category)
    return [(category, list(found)) for category, found in grouped]


def _texts(item: PriceItem) -> tuple[str, ...]:
    last = item.valid_until - timedelta(days=1) if item.valid_until else None
    until = "起" if last is None else f"至 {last:%Y-%m-%d}"
    note = f"{SAMPLE}；{item.note}" if item.is_sample and item.note else item.note
    return (
        item.code,
        item.name,
        item.uom,
        _labour(item),
        "" if item.night_labour is None else format_money(item.night_labour),
        _material(item),
        "" if item.minutes is None else f"{item.minutes} 分钟",
        f"{item.valid_from:%Y-%m-%d} {until}",
        note or (SAMPLE if item.is_sample else ""),
    )


def _labour(item: PriceItem) -> str:
    if not item.labour and item.material is not None:
        return ""
    if item.labour_most is None:
        return format_money(item.labour)
    return f"{format_money(item.labour)}–{format_money(item.labour_most)}"


def _material(item: PriceItem) -> str:
    word = MATERIAL_WORDS[item.material_mode]
    if item.material is None:
        return word
    if not item.labour:
        return f"材料 {format_money(item.material)}"
    return f"{word} {format_money(item.material)}"


def _note(prices: PriceList, has_samples: bool) -> str:
    """What an owner should know, under the list."""
    parts = [
        "维修前请业户确认金额，业户同意后施工；完工后请业户查验签字。",
        "有偿服务费由财务部收取，请索取收据或发票。",
    ]
    if any(item.night_labour is not None for item in prices.items):
        parts.insert(
            0, f"夜间指 {prices.night_from} 至次日 {prices.night_until} 开工的维修。"
        )
    if any(item.labour_most is not None for item in prices.items):
        parts.insert(0, "区间价按现场难度在区间内报价。")
    if prices.phone:
        parts.append(f"报修及价格咨询电话 {prices.phone}。")
    if has_samples:
        parts.append(f"标明“{SAMPLE}”的价格只作演示，不是本中心的收费标准。")
    return "".join(parts)
