"""What the tariff asks for an item at the time of work, and whether a price fits it."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.errors import FieldRefusal
from models.money import format_money
from models.slip_line import LineKind
from models.tariff_item import TariffItem


class TariffNotValid(FieldRefusal):
    """The tariff has no item ``code`` on the day ``on``."""

    field = "lines"


class PriceNeedsReason(FieldRefusal):
    """The tariff says ``tariff`` for ``name``; ``price`` needs a reason."""

    field = "lines"


@dataclass(frozen=True, slots=True)
class TariffPrice:
    """What an item may cost: ``least`` to ``most``, the same where it is fixed."""

    name: str
    least: Decimal
    most: Decimal
    is_night: bool = False

    def fits(self, price: Decimal) -> bool:
        """Whether a price needs no reason."""
        return self.least <= price <= self.most

    def check(self, price: Decimal, reason: str | None) -> None:
        """Raise ``PriceNeedsReason`` for a price of its own without a reason."""
        if not self.fits(price) and reason is None:
            raise PriceNeedsReason(
                name=self.name, price=format_money(price), tariff=self.text()
            )

    def text(self) -> str:
        """``80.00`` or ``80.00–150.00``."""
        if self.least == self.most:
            return format_money(self.least)
        return f"{format_money(self.least)}–{format_money(self.most)}"


def tariff_price(
    session: Session, desk: Desk, code: str, kind: LineKind, at: datetime
) -> TariffPrice:
    """The price of an item for work begun at ``at``; raises ``TariffNotValid``."""
    on = desk.local(at).date()
    item = item_on(session, desk, code, on)
    if item is None:
        raise TariffNotValid(code=code, on=f"{on}")
    night = is_night(desk, at)
    return price_of(
        item.name,
        kind,
        labour=item.labour,
        labour_most=item.labour_most,
        night_labour=item.night_labour if night else None,
        material=item.material,
    )


def price_of(
    name: str,
    kind: LineKind,
    *,
    labour: Decimal,
    labour_most: Decimal | None,
    night_labour: Decimal | None,
    material: Decimal | None,
) -> TariffPrice:
    """The price of a labour or material line; ``night_labour`` only in the night.

    The night's price stands in place of the lower end; the upper end stays above it.
    """
    if kind is LineKind.MATERIAL:
        price = material if material is not None else labour
        return TariffPrice(name, price, price)
    is_night = night_labour is not None
    least = labour if night_labour is None else night_labour
    most = least if labour_most is None else max(least, labour_most)
    return TariffPrice(name, least, most, is_night)


def item_on(session: Session, desk: Desk, code: str, on: date) -> TariffItem | None:
    """The item as it holds on a day."""
    return session.scalars(
        select(TariffItem).where(
            TariffItem.centre_id == desk.centre_id,
            TariffItem.code == code,
            TariffItem.valid_from <= on,
            or_(TariffItem.valid_until.is_(None), TariffItem.valid_until > on),
        )
    ).one_or_none()


def is_night(desk: Desk, at: datetime) -> bool:
    """Whether work begun at ``at`` begins in the night: [night_from, night_until)."""
    local = desk.local(at)
    minute = local.hour * 60 + local.minute
    first = desk.settings.minute_of_day("night_from")
    until = desk.settings.minute_of_day("night_until")
    if first <= until:
        return first <= minute < until
    return minute >= first or minute < until
