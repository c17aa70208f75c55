"""Keeps the tariff: an item is added, gets a new price from a day on, and ends.

Nothing is deleted: what was charged by an old price can always be held against it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.directory import check_version, find_own, log_change, put, wait_turn
from app.errors import FieldRefusal
from app.event_log import fact_value
from app.slip_fields import checked_amount, clean_code, clean_optional
from app.slip_refusals import FieldMissing
from models.staff import Permission
from models.tariff_item import MaterialMode, TariffItem

PRICES = ("labour", "labour_most", "night_labour", "material_mode", "material")
"""What makes the price of an item; the rest are words about it."""
MOST_MINUTES = 24 * 60
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)


class TariffOverlaps(FieldRefusal):
    """``code`` has a price from ``begins`` to ``ends`` already."""

    field = "valid_from"


class TariffInForce(FieldRefusal):
    """The price of ``code`` holds since ``begins``: another one begins later."""

    field = "valid_from"


class TariffEndsTooEarly(FieldRefusal):
    """A price that begins on ``begins`` ends later than that."""

    field = "valid_until"


class DayOutOfRange(FieldRefusal):
    """A day of the tariff lies between ``first`` and ``last``."""


class RangeBackwards(FieldRefusal):
    """The upper end of a range is not below ``labour``."""

    field = "labour_most"


class NightCheaper(FieldRefusal):
    """The night does not cost less than the day, ``labour``."""

    field = "night_labour"


class MaterialNotExtra(FieldRefusal):
    """Only material that is charged extra has a price of its own."""

    field = "material"


class MinutesMalformed(FieldRefusal):
    """The usual time is 1 to ``limit`` minutes."""

    field = "minutes"


@dataclass(frozen=True, slots=True)
class SaveTariffItem:
    """Add an item (``item_id`` None), mend its words, or give it a new price.

    A ``valid_from`` later than the item's is a new price from that day on: the old
    row ends that day. With the item's own day its words are mended, and its price too
    where it does not hold yet.
    """

    code: str
    category: str
    name: str
    uom: str
    labour: Decimal | None
    valid_from: date | None
    labour_most: Decimal | None = None
    night_labour: Decimal | None = None
    material_mode: MaterialMode = MaterialMode.EXTRA
    material: Decimal | None = None
    minutes: int | None = None
    valid_until: date | None = None
    note: str = ""
    is_sample: bool = False
    item_id: int | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class EndTariffItem:
    """The price holds no longer from ``valid_until`` on; None: it goes on."""

    item_id: int
    valid_until: date | None
    version: int | None = None


def save_tariff_item(session: Session, desk: Desk, order: SaveTariffItem) -> int:
    """Add, mend or price anew; answers with the id of the row that holds then."""
    desk.require(Permission.CHANGE_TARIFF)
    values = checked_item(order)
    wait_turn(session, desk)
    item = find_own(session, desk, TariffItem, order.item_id)
    begins = values["valid_from"]
    assert isinstance(begins, date)
    if item is None:
        return _add(session, desk, values)
    check_version(item.version, order.version)
    values["code"] = item.code
    if begins > item.valid_from:
        return _price_anew(session, desk, item, values)
    is_priced = any(getattr(item, name) != values[name] for name in PRICES)
    is_moved = begins != item.valid_from
    if (is_priced or is_moved) and item.valid_from < desk.today():
        raise TariffInForce(code=item.code, begins=f"{item.valid_from}")
    _require_free(session, desk, item.code, values, item.id)
    changed = put(item, values)
    session.flush()
    log_change(session, desk, "tariff_item", item.id, "save", changed)
    return item.id


def end_tariff_item(session: Session, desk: Desk, order: EndTariffItem) -> int:
    """Let an item end on a day, or go on again; its id."""
    desk.require(Permission.CHANGE_TARIFF)
    wait_turn(session, desk)
    item = find_own(session, desk, TariffItem, order.item_id)
    assert item is not None
    check_version(item.version, order.version)
    ends = {"valid_from": item.valid_from, "valid_until": order.valid_until}
    _check_days(ends)
    _require_free(session, desk, item.code, ends, item.id)
    changed = put(item, {"valid_until": order.valid_until})
    session.flush()
    log_change(session, desk, "tariff_item", item.id, "end", changed)
    return item.id


def checked_item(order: SaveTariffItem) -> dict[str, object]:
    """The columns of an item as they will stand; raises what is wrong with a field."""
    values: dict[str, object] = {
        "code": clean_code(order.code, "code", 20),
        "category": clean_optional(order.category, "category", 40),
        "name": clean_optional(order.name, "name", 60),
        "uom": clean_optional(order.uom, "uom", 10),
        "labour": order.labour,
        "valid_from": order.valid_from,
    }
    for field, value in values.items():
        if value is None:
            raise FieldMissing(field=field)
    assert order.labour is not None
    labour = values["labour"] = checked_amount(order.labour, "labour")
    for field in ("labour_most", "night_labour", "material"):
        amount = getattr(order, field)
        values[field] = None if amount is None else checked_amount(amount, field)
    most, night = values["labour_most"], values["night_labour"]
    if isinstance(most, Decimal) and most < labour:
        raise RangeBackwards(labour=f"{labour}")
    if most == labour:
        values["labour_most"] = None
    if isinstance(night, Decimal) and night < labour:
        raise NightCheaper(labour=f"{labour}")
    if values["material"] is not None and order.material_mode != MaterialMode.EXTRA:
        raise MaterialNotExtra
    if order.minutes is not None and not 1 <= order.minutes <= MOST_MINUTES:
        raise MinutesMalformed(limit=MOST_MINUTES)
    values |= {
        "material_mode": order.material_mode,
        "minutes": order.minutes,
        "valid_until": order.valid_until,
        "note": clean_optional(order.note, "note", 100),
        "is_sample": order.is_sample,
    }
    _check_days(values)
    return values


def _check_days(values: Mapping[str, object]) -> None:
    for field in ("valid_from", "valid_until"):
        day = values[field]
        if isinstance(day, date) and not FIRST_DAY <= day <= LAST_DAY:
            raise DayOutOfRange(field=field, first=f"{FIRST_DAY}", last=f"{LAST_DAY}")
    begins, ends = values["valid_from"], values["valid_until"]
    assert isinstance(begins, date)
    if isinstance(ends, date) and ends <= begins:
        raise TariffEndsTooEarly(begins=f"{begins}")


def _add(session: Session, desk: Desk, values: Mapping[str, object]) -> int:
    code = str(values["code"])
    _require_free(session, desk, code, values, None)
    item = TariffItem(centre_id=desk.centre_id, **values)
    session.add(item)
    session.flush()
    facts = {
        name: [None, fact_value(value)]
        for name, value in values.items()
        if value is not None
    }
    log_change(session, desk, "tariff_item", item.id, "save", facts)
    return item.id


def _price_anew(
    session: Session, desk: Desk, old: TariffItem, values: dict[str, object]
) -> int:
    """The old row ends on the day the new one begins; it ends when the old one did,
    unless the order says otherwise.
    """
    begins = values["valid_from"]
    assert isinstance(begins, date)
    if old.valid_until is not None and begins >= old.valid_until:
        return _add(session, desk, values)
    values["valid_until"] = values["valid_until"] or old.valid_until
    changed = put(old, {"valid_until": begins})
    session.flush()
    log_change(session, desk, "tariff_item", old.id, "end", changed)
    return _add(session, desk, values)


def _require_free(
    session: Session,
    desk: Desk,
    code: str,
    values: Mapping[str, object],
    own_id: int | None,
) -> None:
    """Raise ``TariffOverlaps`` if another price of the item holds on a day of this."""
    begins, ends = values["valid_from"], values["valid_until"]
    for item in session.scalars(
        select(TariffItem)
        .where(TariffItem.centre_id == desk.centre_id, TariffItem.code == code)
        .order_by(TariffItem.valid_from)
    ):
        if item.id != own_id and overlap(
            (begins, ends), (item.valid_from, item.valid_until)
        ):
            until = "…" if item.valid_until is None else f"{item.valid_until}"
            raise TariffOverlaps(code=code, begins=f"{item.valid_from}", ends=until)


def overlap(one: tuple[object, object], other: tuple[object, object]) -> bool:
    """Whether two validities, [from, until) with None for ever, share a day."""
    (first, last), (begins, ends) = one, other
    assert isinstance(first, date)
    assert isinstance(begins, date)
    is_before = isinstance(last, date) and last <= begins
    is_after = isinstance(ends, date) and ends <= first
    return not (is_before or is_after)
