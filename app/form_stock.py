"""Pre-printed forms (预印单据): packs are received, forms are used or spoiled (4.3)."""

import re
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.directory import log_change, wait_turn
from app.errors import FieldRefusal
from app.form_pack import form_text, serial_in
from app.slip_fields import clean_code, clean_optional
from app.slip_refusals import FieldMissing, TimeInFuture
from models.form_stock import FormStock, SpoiledForm
from models.slip import Slip
from models.staff import Permission

MOST_IN_PACK = 100_000
NUMBER_LIMIT = 27
_SERIAL = re.compile(r"(.*?)([0-9]{1,9})")


class FormNumberMalformed(FieldRefusal):
    """``value`` does not end with the digits that count the forms."""


class PackMismatch(FieldRefusal):
    """``first`` and ``last`` are not the ends of one pack."""

    field = "last"


class PackTooLarge(FieldRefusal):
    """The pack would hold ``count`` forms; ``limit`` are allowed."""

    field = "last"


class PackOverlaps(FieldRefusal):
    """Some of these forms came with the pack ``first`` to ``last``."""

    field = "first"


class FormUsed(FieldRefusal):
    """The form ``stock_no`` became the slip ``number``."""

    field = "stock_no"


class FormSpoiled(FieldRefusal):
    """The form ``stock_no`` was spoiled: ``reason``."""

    field = "stock_no"


class FormUnknown(FieldRefusal):
    """The form ``stock_no`` came with no pack."""

    field = "stock_no"


@dataclass(frozen=True, slots=True)
class ReceivePack:
    """A pack by its first and its last number, as they are printed."""

    first: str
    last: str
    received_on: date | None = None


@dataclass(frozen=True, slots=True)
class SpoilForm:
    """A form that became no slip, and why."""

    stock_no: str
    reason: str


def receive_pack(session: Session, desk: Desk, order: ReceivePack) -> int:
    """Add a pack to the stock; its id.

    Raises ``FormNumberMalformed``, ``PackMismatch``, ``PackTooLarge``,
    ``PackOverlaps`` or ``TimeInFuture``.
    """
    desk.require(Permission.CHASE_GAP)
    prefix, first, digits = _ends(order.first, "first")
    last_prefix, last, _ = _ends(order.last, "last")
    # An unpadded pack may grow by a digit: 1 to 100.
    is_one = form_text(prefix, last, digits) == clean_code(
        order.last, "last", NUMBER_LIMIT
    )
    if prefix != last_prefix or last < first or not is_one:
        raise PackMismatch(first=order.first, last=order.last)
    if last - first >= MOST_IN_PACK:
        raise PackTooLarge(count=last - first + 1, limit=MOST_IN_PACK)
    wait_turn(session, desk)
    twin = session.scalars(
        select(FormStock)
        .where(
            FormStock.centre_id == desk.centre_id,
            FormStock.prefix == prefix,
            FormStock.first_no <= last,
            FormStock.last_no >= first,
        )
        .limit(1)
    ).one_or_none()
    if twin is not None:
        raise PackOverlaps(
            first=form_text(prefix, twin.first_no, twin.digits),
            last=form_text(prefix, twin.last_no, twin.digits),
        )
    received_on = order.received_on or desk.today()
    if received_on > desk.today():
        raise TimeInFuture(field="received_on")
    pack = FormStock(
        centre_id=desk.centre_id,
        prefix=prefix,
        first_no=first,
        last_no=last,
        digits=digits,
        received_on=received_on,
        received_by=desk.actor,
    )
    session.add(pack)
    session.flush()
    said = {
        "first": form_text(prefix, first, digits),
        "last": form_text(prefix, last, digits),
        "received_on": received_on,
    }
    log_change(session, desk, "form_stock", pack.id, "receive", said)
    return pack.id


def spoil_form(session: Session, desk: Desk, order: SpoilForm) -> int:
    """Take a form out of the stock with its reason; the id.

    Raises ``FieldMissing``, ``FormUsed``, ``FormSpoiled`` or ``FormUnknown``.
    """
    desk.require(Permission.CHASE_GAP)
    stock_no = clean_code(order.stock_no, "stock_no", 30)
    if stock_no is None:
        raise FieldMissing(field="stock_no")
    reason = clean_optional(order.reason, "reason", 200)
    if reason is None:
        raise FieldMissing(field="reason")
    wait_turn(session, desk)
    stock_no = unused_form(session, desk, stock_no)
    packs = session.scalars(
        select(FormStock).where(FormStock.centre_id == desk.centre_id)
    )
    if not any(serial_in(pack, stock_no) is not None for pack in packs):
        raise FormUnknown(stock_no=stock_no)
    form = SpoiledForm(
        centre_id=desk.centre_id,
        stock_no=stock_no,
        reason=reason,
        spoiled_at=desk.now(),
        spoiled_by=desk.actor,
    )
    session.add(form)
    session.flush()
    said = {"stock_no": stock_no, "reason": reason}
    log_change(session, desk, "spoiled_form", form.id, "spoil", said)
    return form.id


def checked_stock_no(session: Session, desk: Desk, typed: str) -> str | None:
    """The form a slip was written on, None if none was typed.

    Raises ``FieldTooLong``, ``FormUsed`` or ``FormSpoiled``.
    """
    stock_no = clean_code(typed, "stock_no", 30)
    return None if stock_no is None else unused_form(session, desk, stock_no)


def unused_form(session: Session, desk: Desk, stock_no: str) -> str:
    """The number of a form that may still become a slip or be spoiled.

    Raises ``FormUsed`` or ``FormSpoiled``.
    """
    number = session.scalar(
        select(Slip.number).where(
            Slip.centre_id == desk.centre_id, Slip.stock_no == stock_no
        )
    )
    if number is not None:
        raise FormUsed(stock_no=stock_no, number=number)
    reason = session.scalar(
        select(SpoiledForm.reason).where(
            SpoiledForm.centre_id == desk.centre_id, SpoiledForm.stock_no == stock_no
        )
    )
    if reason is not None:
        raise FormSpoiled(stock_no=stock_no, reason=reason)
    return stock_no


def _ends(typed: str, field: str) -> tuple[str, int, int]:
    plain = clean_code(typed, field, NUMBER_LIMIT)
    if plain is None:
        raise FieldMissing(field=field)
    found = _SERIAL.fullmatch(plain)
    if found is None or len(found[1]) > 18:
        raise FormNumberMalformed(field=field, value=plain)
    return found[1], int(found[2]), len(found[2])
