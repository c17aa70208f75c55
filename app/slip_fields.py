"""Cleans and checks what a person typed into a slip, one field at a time."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from app.slip_refusals import (
    AmountMalformed,
    AmountNegative,
    AmountTooLarge,
    AmountTooPrecise,
    FieldMissing,
    FieldTooLong,
    FieldTooShort,
    PhoneMalformed,
    TimeInFuture,
    TimeOrder,
)
from models.money import MOST_AMOUNT, format_money, to_fen

LIMITS = {
    "area": (1, 40),
    "place": (1, 80),
    "reporter_name": (1, 80),
    "content": (2, 300),
}
"""Characters allowed in the required fields (S4-4.1.2a)."""

_PHONE = re.compile(r"[0-9+\-() ]{3,20}((转|-|x)[0-9]{1,6})?")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\s]+")

_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}


def clean(text: str) -> str:
    """One line of what was typed: line breaks and control characters become spaces."""
    return _UNSEEN.sub(" ", text).strip()


def clean_optional(text: str | None, field: str, limit: int) -> str | None:
    """The cleaned text or None; raises ``FieldTooLong``."""
    plain = clean(text or "")
    if len(plain) > limit:
        raise FieldTooLong(field=field, length=len(plain), limit=limit)
    return plain or None


def clean_code(text: str | None, field: str, limit: int) -> str | None:
    """A number as it is printed, or None: full-width letters and digits become
    ordinary ones, small letters capitals; raises ``FieldTooLong``.
    """
    plain = clean_optional((text or "").translate(_NARROW), field, limit)
    return plain.upper() if plain else None


def clean_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names without blanks, each once, in the order given."""
    plain = (clean(part) for name in names for part in name.split("、"))
    return tuple(dict.fromkeys(name for name in plain if name))


def required(text: str, field: str) -> str:
    """A required field, cleaned and within its limits."""
    plain = clean(text)
    least, most = LIMITS[field]
    if not plain:
        raise FieldMissing(field=field)
    if len(plain) < least:
        raise FieldTooShort(field=field, limit=least)
    if len(plain) > most:
        raise FieldTooLong(field=field, length=len(plain), limit=most)
    return plain


def checked_phone(text: str | None, *, is_required: bool) -> str | None:
    """A telephone number such as ``010-88881234转802`` or ``8801``; full-width
    digits are taken. Raises ``FieldMissing`` or ``PhoneMalformed``.
    """
    plain = clean(unicodedata.normalize("NFKC", text or ""))
    if not plain:
        if is_required:
            raise FieldMissing(field="phone")
        return None
    if not _PHONE.fullmatch(plain):
        raise PhoneMalformed(value=plain)
    return plain


def is_phone(text: str) -> bool:
    """Whether ``text`` has the form of a telephone number."""
    return _PHONE.fullmatch(text) is not None


def in_order(steps: Sequence[tuple[str, datetime | None]], now: datetime) -> None:
    """Steps known so far must follow each other and not lie in the future.

    Raises ``TimeInFuture`` or ``TimeOrder`` naming the later field of a wrong pair.
    """
    before: tuple[str, datetime] | None = None
    for field, at in steps:
        if at is None:
            continue
        if at > now:
            raise TimeInFuture(field=field)
        if before is not None and at < before[1]:
            raise TimeOrder(field=field, earlier=before[0])
        before = (field, at)


def checked_amount(amount: Decimal, field: str) -> Decimal:
    """One amount of money: not below zero, two decimals, not above ``MOST_AMOUNT``.

    Raises ``AmountMalformed`` or the one of its kind that says what is wrong.
    """
    if not amount.is_finite():
        raise AmountMalformed(field=field, value=str(amount))
    if amount < 0:
        raise AmountNegative(field=field, value=f"{amount:f}")
    if amount > MOST_AMOUNT:
        limit = format_money(MOST_AMOUNT)
        raise AmountTooLarge(field=field, value=f"{amount:f}", limit=limit)
    if amount != to_fen(amount):
        raise AmountTooPrecise(field=field, value=f"{amount:f}")
    return to_fen(amount)
