"""The items of the tariff (收费标准) as lists, pickers and papers read them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from app.desk import Desk
from models.base import table_of
from models.tariff_item import MaterialMode, TariffItem

_item = table_of(TariffItem).c


@dataclass(frozen=True, slots=True)
class TariffRow:
    """One price of an item, valid in [``valid_from``, ``valid_until``).

    ``is_active``: it holds today or later. Amounts in yuan for one ``uom``.
    """

    id: int
    version: int
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
    note: str | None
    is_active: bool = True

    def holds_on(self, day: date) -> bool:
        """Whether this price holds on a day."""
        return self.valid_from <= day and (
            self.valid_until is None or day < self.valid_until
        )

    @property
    def is_material(self) -> bool:
        """Whether it is a thing that is sold, not work that is done."""
        return not self.labour and self.material is not None


_COLUMNS = tuple(name for name in TariffRow.__dataclass_fields__ if name in _item)


def list_tariff(
    session: Session, desk: Desk, *, on: date | None = None
) -> list[TariffRow]:
    """Every price there was and is, or those that hold on a day: category by category
    in the order of their codes, an item's prices by date.
    """
    asked = [_item.centre_id == desk.centre_id]
    if on is not None:
        asked += _holding(on)
    return _rows(session, desk, asked)


def load_tariff(
    session: Session, desk: Desk, ids: Sequence[int]
) -> list[TariffRow | None]:
    """The prices with these ids, in the order asked; None for one that is unknown."""
    asked = [_item.centre_id == desk.centre_id, _item.id.in_(ids)]
    rows = {row.id: row for row in _rows(session, desk, asked)}
    return [rows.get(key) for key in ids]


def row_on(session: Session, desk: Desk, code: str, on: date) -> TariffRow | None:
    """An item as it holds on a day; None where the tariff has none."""
    asked = [_item.centre_id == desk.centre_id, _item.code == code, *_holding(on)]
    return next(iter(_rows(session, desk, asked)), None)


def _holding(on: date) -> list[ColumnElement[bool]]:
    return [
        _item.valid_from <= on,
        or_(_item.valid_until.is_(None), _item.valid_until > on),
    ]


def _rows(
    session: Session, desk: Desk, asked: Sequence[ColumnElement[bool]]
) -> list[TariffRow]:
    is_active = or_(_item.valid_until.is_(None), _item.valid_until > desk.today())
    columns = [*(_item[name] for name in _COLUMNS), is_active]
    rows = [TariffRow(*row) for row in session.execute(select(*columns).where(*asked))]
    firsts: dict[str, str] = {}
    for row in rows:
        firsts[row.category] = min(row.code, firsts.get(row.category, row.code))
    return sorted(
        rows,
        key=lambda row: (firsts[row.category], row.category, row.code, row.valid_from),
    )
