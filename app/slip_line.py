"""Labour and material lines of a slip as they are typed, checked and kept."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import delete, exists, insert, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.slip_fields import checked_amount, clean_code, clean_optional
from app.slip_refusals import AmountMalformed, FieldMissing
from app.tariff_price import tariff_price
from models.base import table_of
from models.money import multiply
from models.slip import Slip
from models.slip_line import LineKind, SlipLine


@dataclass(frozen=True, slots=True)
class Line:
    """One labour or material line as typed; the amount is worked out.

    ``tariff_code`` names the item it was picked from, ``price_reason`` why its price
    is not the tariff's.
    """

    kind: LineKind
    name: str
    price: Decimal
    quantity: Decimal = Decimal("1.00")
    uom: str = ""
    tariff_code: str = ""
    price_reason: str = ""


def put_lines(
    session: Session,
    desk: Desk,
    slip: Slip,
    lines: tuple[Line, ...],
    begun_at: datetime | None = None,
) -> dict[str, object]:
    """Replace the slip's lines; answers with what the log says of them.

    Lines of the tariff are held against it at the time of work, ``begun_at`` or what
    the slip knows. Raises ``FieldMissing``, ``FieldTooLong``, ``AmountMalformed``,
    ``TariffNotValid`` or ``PriceNeedsReason``.
    """
    begun_at = begun_at or slip.arrived_at or desk.now()
    rows = []
    for position, line in enumerate(lines, start=1):
        name = clean_optional(line.name, "lines", 60)
        if name is None:
            raise FieldMissing(field="lines")
        price = checked_amount(line.price, "lines")
        quantity = checked_amount(line.quantity, "lines")
        if not quantity:
            raise AmountMalformed(field="lines", value=str(quantity))
        reason = clean_optional(line.price_reason, "lines", 100)
        code, is_night = clean_code(line.tariff_code, "lines", 20), False
        if code is not None:
            price_at = tariff_price(session, desk, code, line.kind, begun_at)
            is_night = price_at.is_night
            price_at.check(price, reason)
        rows.append(
            {
                "slip_id": slip.id,
                "position": position,
                "kind": line.kind,
                "name": name,
                "tariff_code": code,
                "uom": clean_optional(line.uom, "lines", 10),
                "quantity": quantity,
                "price": price,
                "amount": checked_amount(multiply(quantity, price), "lines"),
                "is_night": is_night,
                "price_reason": reason if code else None,
            }
        )
    of_slip = table_of(SlipLine).c.slip_id == slip.id
    if session.scalar(select(exists().where(of_slip))):
        session.execute(delete(table_of(SlipLine)).where(of_slip))
    if rows:
        session.execute(insert(table_of(SlipLine)), rows)
    return {"lines": [line_fact(row) for row in rows]}


def line_fact(row: dict[str, object]) -> list[object]:
    """One line as the log keeps it: kind, name, quantity, price, amount; for a line of
    the tariff also code, whether the night's price held, and why another was taken.
    """
    fact = [str(row["kind"]), row["name"]] + [
        str(row[name]) for name in ("quantity", "price", "amount")
    ]
    if row.get("tariff_code"):
        fact += [row["tariff_code"], bool(row["is_night"]), row["price_reason"]]
    return fact
