"""Sensible records in one call, made by the program's own use cases."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from app.database import Database
from app.desk import Desk
from app.slip_close import CancelSlip, VoidSlip, cancel_slip, void_slip
from app.slip_dispatch import DispatchSlip, dispatch_slip
from app.slip_issue import IssuedSlip, IssueSlip, issue_slip
from app.slip_line import Line
from app.slip_money import agreed_amount, expected_amount, is_chargeable
from app.slip_quote import (
    AgreeQuote,
    DisputeQuote,
    QuoteSlip,
    agree_quote,
    dispute_quote,
    quote_slip,
)
from app.slip_return import TakeBackSlip, take_back_slip
from app.slip_signature import Signature
from app.slip_work import (
    CompleteSlip,
    StepSlip,
    SuspendSlip,
    arrive,
    complete_slip,
    start_work,
    suspend_slip,
)
from app.staff_directory import SaveStaff, save_staff
from app.unit_directory import Owner, SaveUnit, save_unit
from models.slip import ChargeClass, SignStatus, Slip, SlipState
from models.slip_line import LineKind
from models.staff import Department, Post
from models.unit import AreaKind

PUBLIC_CALL = IssueSlip(
    area_kind=AreaKind.PUBLIC,
    area="地下车库",
    place="B1层12号柱",
    reporter_name="演示保安",
    content="照明灯不亮",
    anyway_reason="已核对",
)
"""A call from a public area; somebody has looked for duplicates."""

UNIT_CALL = IssueSlip(
    area_kind=AreaKind.UNIT,
    area="3栋",
    place="3-1502",
    reporter_name="演示业户",
    phone="13800001502",
    content="厨房水龙头漏水",
    anyway_reason="已核对",
)
"""A call from a unit."""

PRICE = Decimal("85.00")
"""What paid work costs where nobody said otherwise."""


def make_unit(
    database: Database,
    desk: Desk,
    label: str = "3-1502",
    owner: str = "演示业户",
    phone: str | None = "13800001502",
) -> int:
    """A unit of the directory with one owner; its id."""
    order = SaveUnit(label=label, area="3栋", owners=(Owner(owner, phone),))
    unit_id, _ = database.write(save_unit, desk, order)
    return unit_id


def make_staff(
    database: Database,
    desk: Desk,
    name: str = "演示前台",
    *posts: Post,
    department: Department = Department.HOUSEKEEPING,
) -> int:
    """A member of staff on the posts given (none: the front desk); the id."""
    order = SaveStaff(name, department, posts or (Post.FRONT_DESK,))
    staff_id, _ = database.write(save_staff, desk, order)
    return staff_id


def make_slip(
    database: Database,
    desk: Desk,
    state: SlipState = SlipState.ISSUED,
    **fields: Any,
) -> IssuedSlip:
    """A slip that went the usual way to ``state``, every step at the desk's moment.

    ``fields`` are those of ``IssueSlip``; with ``area_kind=AreaKind.UNIT`` it is the
    call of a unit, which is paid, else one of a public area.
    """
    is_unit = fields.get("area_kind") is AreaKind.UNIT
    order = replace(UNIT_CALL if is_unit else PUBLIC_CALL, **fields)
    issued, _ = database.write(issue_slip, desk, order)
    paid = (order.charge_class or ChargeClass.PAID) is ChargeClass.PAID and is_unit
    for step in _steps_to(state, paid):
        step(database, desk, issued.id)
    return issued


Step = Callable[[Database, Desk, int], None]


def _steps_to(state: SlipState, is_paid: bool) -> list[Step]:
    on_site: list[Step] = [_dispatch, _arrive]
    working = [*on_site, *([_quote, _agree] if is_paid else [_start])]
    steps: dict[SlipState, list[Step]] = {
        SlipState.ISSUED: [],
        SlipState.DISPATCHED: [_dispatch],
        SlipState.ON_SITE: on_site,
        SlipState.QUOTED: [*on_site, _quote],
        SlipState.DISPUTED: [*on_site, _quote, _dispute],
        SlipState.WORKING: working,
        SlipState.SUSPENDED: [_dispatch, _suspend],
        SlipState.DONE: [*working, _complete],
        SlipState.RETURNED: [_dispatch, _take_back],
        SlipState.CANCELLED: [_cancel],
        SlipState.VOID: [_void],
    }
    return steps[state]


def _dispatch(database: Database, desk: Desk, slip_id: int) -> None:
    order = DispatchSlip(slip_id, "水工", "演示主管", ("演示技工",))
    database.write(dispatch_slip, desk, order)


def _arrive(database: Database, desk: Desk, slip_id: int) -> None:
    database.write(arrive, desk, StepSlip(slip_id))


def _start(database: Database, desk: Desk, slip_id: int) -> None:
    database.write(start_work, desk, StepSlip(slip_id))


def _quote(database: Database, desk: Desk, slip_id: int) -> None:
    database.write(quote_slip, desk, QuoteSlip(slip_id, PRICE))


def _agree(database: Database, desk: Desk, slip_id: int) -> None:
    database.write(agree_quote, desk, AgreeQuote(slip_id))


def _dispute(database: Database, desk: Desk, slip_id: int) -> None:
    database.write(dispute_quote, desk, DisputeQuote(slip_id, "业户认为偏高"))


def _suspend(database: Database, desk: Desk, slip_id: int) -> None:
    order = SuspendSlip(slip_id, "待料", desk.now() + timedelta(days=1))
    database.write(suspend_slip, desk, order)


def _complete(database: Database, desk: Desk, slip_id: int) -> None:
    order = CompleteSlip(slip_id, result_text="已修好", signature=_SIGNED)
    database.write(complete_slip, desk, order)


def paper_of(database: Database, slip_id: int, **more: Any) -> TakeBackSlip:
    """A paper that says all it must; of paid work the agreed price too, or 85.00."""
    order = TakeBackSlip(slip_id, result_text="已修好", signature=_SIGNED)

    def prices(session: Session) -> tuple[Decimal | None, Decimal | None]:
        slip = session.get_one(Slip, slip_id)
        if not is_chargeable(slip) or slip.charge_class is not ChargeClass.PAID:
            return Decimal(0), None
        return expected_amount(session, slip), agreed_amount(session, slip)

    known, agreed = database.read(prices)
    if known != 0:
        price = known or PRICE
        labour = Line(LineKind.LABOUR, "人工费", price)
        quote = price if agreed is None else None
        order = replace(order, lines=(labour,), quote=quote)
    return replace(order, **more)


def _take_back(database: Database, desk: Desk, slip_id: int) -> None:
    database.write(take_back_slip, desk, paper_of(database, slip_id))


def _cancel(database: Database, desk: Desk, slip_id: int) -> None:
    database.write(cancel_slip, desk, CancelSlip(slip_id, "业户撤销"))


def _void(database: Database, desk: Desk, slip_id: int) -> None:
    database.write(void_slip, desk, VoidSlip(slip_id, "录入错误"))


_SIGNED = Signature(SignStatus.SIGNED, signed_by="演示业户")
