"""Takes prices from a centre's own sheet into the tariff."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from app.desk import Desk
from app.errors import FieldRefusal
from app.progress import Progress
from app.sheet_row import ReadRow
from app.slip_fields import clean_code
from app.slip_refusals import AmountNegative, FieldTooLong
from app.tariff import (
    MOST_MINUTES,
    PRICES,
    DayOutOfRange,
    MaterialNotExtra,
    MinutesMalformed,
    NightCheaper,
    RangeBackwards,
    SaveTariffItem,
    TariffEndsTooEarly,
    TariffInForce,
    TariffOverlaps,
    checked_item,
    overlap,
    save_tariff_item,
)
from app.tariff_row import TariffRow, list_tariff
from models.data_book_problem import CellFault, Problem
from models.sheet_target import MATERIAL_WORDS, TARIFF_HEADINGS
from models.tariff_item import MaterialMode

_TELL_EVERY = 50
_TITLES = {heading.name: heading.title for heading in TARIFF_HEADINGS}
_MODES = {words: mode for mode, words in MATERIAL_WORDS.items()}
_FAULTS: Mapping[type[FieldRefusal], CellFault] = {
    AmountNegative: CellFault.MONEY_NEGATIVE,
    FieldTooLong: CellFault.TOO_LONG,
    RangeBackwards: CellFault.RANGE_BACKWARDS,
    NightCheaper: CellFault.NIGHT_CHEAPER,
    MaterialNotExtra: CellFault.MATERIAL_NOT_EXTRA,
    MinutesMalformed: CellFault.MINUTES_WRONG,
    DayOutOfRange: CellFault.DAY_OUT_OF_RANGE,
    TariffEndsTooEarly: CellFault.ENDS_TOO_EARLY,
    TariffOverlaps: CellFault.TARIFF_OVERLAPS,
    TariffInForce: CellFault.TARIFF_IN_FORCE,
}
_NEEDED = frozenset({"code", "category", "item", "uom", "labour"})
Prices = dict[str, list[tuple[SaveTariffItem, bool]]]
"""Code → its prices as they will stand, each with whether the tariff had it before."""


def judge_tariff(
    session: Session, desk: Desk, rows: Sequence[ReadRow]
) -> Iterator[Problem]:
    """What the rules of the tariff and its prices so far have against the rows."""
    known: Prices = {}
    for item in list_tariff(session, desk):
        known.setdefault(item.code, []).append((_order_of(item), True))
    for row in _in_order(rows, desk):
        try:
            order = _order(row, desk)
            if order is not None:
                checked_item(order)
                _try(known, order, desk.today())
        except FieldRefusal as refusal:
            yield _problem(row, refusal)


def import_tariff(
    session: Session, desk: Desk, rows: Sequence[ReadRow], progress: Progress
) -> tuple[int, int, int]:
    """Add prices and mend words; answers with (added, changed, as they were)."""
    added = changed = same = 0
    ordered = _in_order(rows, desk)
    known: dict[str, list[TariffRow]] = {}
    for item in list_tariff(session, desk):
        known.setdefault(item.code, []).append(item)
    for done, row in enumerate(ordered):
        if done % _TELL_EVERY == 0:
            progress.step(done, len(ordered))
        order = _order(row, desk)
        assert order is not None, "a sheet with errors is not taken in"
        prices = known.setdefault(order.code, [])
        before = _before([_order_of(item) for item in prices], order)
        if before is not None:
            order = _meant(order, before)
            if order == before:
                same += 1
                continue
        is_new = before is None or before.valid_from != order.valid_from
        save_tariff_item(session, desk, order)
        added += is_new
        changed += not is_new
        rows_now = list_tariff(session, desk)
        known[order.code] = [item for item in rows_now if item.code == order.code]
    return added, changed, same


def _try(known: Prices, order: SaveTariffItem, today: date) -> None:
    """Let an order stand among the prices of its item, or raise what refuses it."""
    prices = known.setdefault(order.code, [])
    assert order.valid_from is not None
    before = _before([each for each, _ in prices], order)
    if before is not None:
        order = _meant(order, before)
        at = next(at for at, (each, _) in enumerate(prices) if each == before)
        was_known = prices[at][1]
        assert before.valid_from is not None
        if before.valid_from == order.valid_from:
            is_priced = any(getattr(before, n) != getattr(order, n) for n in PRICES)
            if not was_known:
                _refuse_overlap(order, before)
            if is_priced and before.valid_from < today:
                raise TariffInForce(code=order.code, begins=f"{before.valid_from}")
            del prices[at]
        else:
            prices[at] = replace(before, valid_until=order.valid_from), was_known
    for other, _ in prices:
        if overlap(
            (order.valid_from, order.valid_until),
            (other.valid_from, other.valid_until),
        ):
            _refuse_overlap(order, other)
    prices.append((order, False))


def _meant(order: SaveTariffItem, before: SaveTariffItem) -> SaveTariffItem:
    """An order about a known price; an end the sheet does not say stays as it is."""
    return replace(
        order,
        valid_until=order.valid_until or before.valid_until,
        item_id=before.item_id,
        version=before.version,
    )


def _refuse_overlap(order: SaveTariffItem, other: SaveTariffItem) -> None:
    until = "…" if other.valid_until is None else f"{other.valid_until}"
    raise TariffOverlaps(code=order.code, begins=f"{other.valid_from}", ends=until)


def _before(
    prices: Sequence[SaveTariffItem], order: SaveTariffItem
) -> SaveTariffItem | None:
    """The price that holds on the day an order begins."""
    begins = order.valid_from
    assert begins is not None
    for each in prices:
        assert each.valid_from is not None
        if each.valid_from <= begins and (
            each.valid_until is None or begins < each.valid_until
        ):
            return each
    return None


def _in_order(rows: Sequence[ReadRow], desk: Desk) -> list[ReadRow]:
    """The rows as prices follow each other: by code, then by their first day."""

    def key(row: ReadRow) -> tuple[str, date, int]:
        return str(row.values.get("code", "")), _day(row, desk), row.number

    return sorted(rows, key=key)


def _day(row: ReadRow, desk: Desk) -> date:
    at = row.values.get("valid_from")
    return desk.today() if at is None else desk.local(at).date()


def _order(row: ReadRow, desk: Desk) -> SaveTariffItem | None:
    """What a row asks for; None where it could not be read."""
    values: Mapping[str, Any] = row.values
    if row.bad or not values.keys() >= _NEEDED:
        return None
    until = values.get("valid_until")
    return SaveTariffItem(
        code=clean_code(values["code"], "code", 20) or "",
        category=values["category"],
        name=values["item"],
        uom=values["uom"],
        labour=values["labour"],
        valid_from=_day(row, desk),
        labour_most=_above(values.get("labour_most"), values["labour"]),
        night_labour=values.get("night_labour"),
        material_mode=_MODES.get(values.get("material_mode", ""), MaterialMode.EXTRA),
        material=values.get("material"),
        minutes=_minutes(values.get("minutes", "")),
        valid_until=None if until is None else desk.local(until).date(),
        note=values.get("note", ""),
        is_sample="is_sample" in values,
    )


def _above(most: Decimal | None, labour: Decimal) -> Decimal | None:
    """An upper end that is the price itself is none."""
    return None if most == labour else most


def _minutes(text: str) -> int | None:
    """Whole minutes; 0, which is refused, for what is no such number."""
    plain = text.removesuffix("分钟").removesuffix("分").strip()
    if not plain:
        return None
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 6 else 0


def _order_of(item: TariffRow) -> SaveTariffItem:
    """A price as the order that saves it as it is."""
    return SaveTariffItem(
        code=item.code,
        category=item.category,
        name=item.name,
        uom=item.uom,
        labour=item.labour,
        valid_from=item.valid_from,
        labour_most=item.labour_most,
        night_labour=item.night_labour,
        material_mode=item.material_mode,
        material=item.material,
        minutes=item.minutes,
        valid_until=item.valid_until,
        note=item.note or "",
        is_sample=item.is_sample,
        item_id=item.id,
        version=item.version,
    )


def _problem(row: ReadRow, refusal: FieldRefusal) -> Problem:
    fault = _FAULTS[type(refusal)]
    facts = dict(refusal.facts)
    if fault is CellFault.MINUTES_WRONG:
        facts["limit"] = MOST_MINUTES
    value = row.values.get(refusal.field)
    title = _TITLES[refusal.field]
    shown = "" if value is None else f"{value}"
    if refusal.field in ("valid_from", "valid_until"):
        shown = shown[:10]
    return Problem("", row.number, title, shown, fault, tuple(facts.items()))
