"""What the tariff asks for an item at the time of work, and whether a price fits it."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy.orm import Session

from app.desk import Desk
from app.errors import FieldRefusal
from app.tariff_row import TariffRow, row_on
from models.money import format_money
from models.slip_line import LineKind


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
    row = row_on(session, desk, code, on)
    if row is None:
        raise TariffNotValid(code=code, on=f"{on}")
    return price_of(row, kind, in_night=is_night(desk, at))


def price_of(row: TariffRow, kind: LineKind, *, in_night: bool) -> TariffPrice:
    """The price of a labour or material line of an item.

    In the night its night price stands in place of the lower end; the upper end stays
    where it is higher.
    """
    if kind is LineKind.MATERIAL:
        price = row.labour if row.material is None else row.material
        return TariffPrice(row.name, price, price)
    least, holds = row.labour, False
    if in_night and row.night_labour is not None:
        least, holds = row.night_labour, True
    most = least if row.labour_most is None else max(least, row.labour_most)
    return TariffPrice(row.name, least, most, holds)


def is_night(desk: Desk, at: datetime) -> bool:
    """Whether work begun at ``at`` begins in the night: [night_from, night_until)."""
    local = desk.local(at)
    minute = local.hour * 60 + local.minute
    first = desk.settings.minute_of_day("night_from")
    until = desk.settings.minute_of_day("night_until")
    if first <= until:
        return first <= minute < until
    return minute >= first or minute < until
