"""What stands on the returned papers of the demonstration: work, price, signature."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from app.demo_call import Call
from app.demo_tariff import held_price
from app.demo_words import MARK, PriceRange, yuan
from app.slip_line import Line
from app.slip_return import TakeBackSlip
from app.slip_signature import Signature
from models.slip import ChargeClass, Outcome, OwnerOpinion, SignStatus
from models.slip_line import LineKind
from models.unit import AreaKind

_HOUSEKEEPING_COPY = frozenset({4})


@dataclass(frozen=True, slots=True)
class Price:
    """What the owner pays: the lines and their sum in yuan."""

    lines: tuple[Line, ...]
    total: Decimal


def charge_class(random: Random, call: Call) -> ChargeClass:
    """Who pays, decided when the call is taken."""
    if call.fault.kind is not AreaKind.UNIT:
        return ChargeClass.FREE_PUBLIC
    if random.randrange(25) == 0:
        return ChargeClass.FREE_REWORK
    return ChargeClass(call.fault.charge)


def price_on_site(random: Random, call: Call) -> Price:
    """Labour by the tariff, and mostly some material."""
    labour = call.fault.labour
    assert labour is not None, call.fault.key
    lines = [_line(random, call, LineKind.LABOUR, labour, "项")]
    if call.fault.materials and random.randrange(4):
        material = random.choice(call.fault.materials)
        lines.append(_line(random, call, LineKind.MATERIAL, material, "个"))
    return Price(tuple(lines), sum((line.price for line in lines), Decimal("0.00")))


def _line(
    random: Random, call: Call, kind: LineKind, wanted: PriceRange, uom: str
) -> Line:
    """Of the tariff where it has the item, at a price the tariff allows."""
    held = held_price(wanted.code, kind, call.at.date()) if wanted.code else None
    step = 5 if kind is LineKind.LABOUR else 1
    if held is not None:
        price = yuan(random.randrange(held.least, held.most + 1, step))
        item = held.item
        name = wanted.name if kind is LineKind.MATERIAL else item.name
        return Line(kind, name, price, uom=item.uom, tariff_code=item.code)
    price = yuan(random.randrange(wanted.least, wanted.most + 1, step))
    if kind is LineKind.MATERIAL and random.randrange(5) == 0:
        price += Decimal("0.50")
    return Line(kind, wanted.name, price, uom=uom)


def signature(random: Random, call: Call, done_at: datetime) -> Signature:
    """How the owner signed; public work asks for none."""
    if call.fault.kind is not AreaKind.UNIT:
        return Signature()
    throw = random.randrange(100)
    if throw < 90:
        return Signature(SignStatus.SIGNED, call.reporter_name, "业主")
    if throw < 95:
        return Signature(
            SignStatus.PROXY,
            "保姆" + MARK,
            "代签",
            proxy_phone_at=done_at - timedelta(minutes=5),
        )
    if throw < 99:
        return Signature(SignStatus.ABSENT, note="业主外出，电话确认已修好")
    return Signature(SignStatus.REFUSED, note="业主对等候时间不满，拒签")


def came_back(
    random: Random,
    call: Call,
    *,
    arrived_at: datetime | None,
    done_at: datetime | None,
    price: Price | None,
    signed: Signature | None = None,
) -> TakeBackSlip:
    """A paper that says the work is done; ``price`` None: nothing to pay."""
    is_unit = call.fault.kind is AreaKind.UNIT
    opinion = random.choices(
        (
            OwnerOpinion.SATISFIED,
            OwnerOpinion.FAIR,
            OwnerOpinion.DISSATISFIED,
            None,
        ),
        (80, 13, 4, 3),
    )[0]
    return TakeBackSlip(
        slip_id=0,
        arrived_at=arrived_at,
        done_at=done_at,
        result_text=random.choice(call.fault.results),
        owner_opinion=opinion if is_unit else None,
        signature=signed or Signature(),
        accepted_by="" if is_unit else call.reporter_name,
        lines=price.lines if price else None,
        quote=price.total if price else None,
        quote_confirmed_by=call.reporter_name if price else "",
        copies_lost=_HOUSEKEEPING_COPY if random.randrange(900) == 0 else frozenset(),
    )


def came_back_unfinished(
    arrived_at: datetime, reason: str, eta_at: datetime
) -> TakeBackSlip:
    """A paper that says the work goes on another day."""
    return TakeBackSlip(
        slip_id=0,
        outcome=Outcome.UNFINISHED,
        arrived_at=arrived_at,
        unfinished_reason=reason,
        eta_at=eta_at,
        result_text=f"现场查看，{reason}",
    )
