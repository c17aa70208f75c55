"""Money (金额): rounding, reading, writing in figures and in capitals (大写).

Everywhere a ``Decimal`` of yuan with two places; never a float.
"""

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal

FEN = Decimal("0.01")
ZERO = Decimal("0.00")

MOST_AMOUNT = Decimal("10000000.00")
"""What one amount may come to: more was mistyped (1e9 yuan). Sums may be larger."""

_FIGURES = re.compile(r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?", re.ASCII)

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_UNITS = (("亿", 10**8), ("万", 10**4), ("仟", 1000), ("佰", 100), ("拾", 10))


class NotMoney(ValueError):
    """The value cannot stand in the books as an amount."""


class TooManyDecimals(NotMoney):
    """The value has a part smaller than a fen."""


class NegativeAmount(NotMoney):
    """The value is below zero where only zero or more has a meaning."""


class TooMuchMoney(NotMoney):
    """The value is larger than ``MOST_AMOUNT``."""


def to_fen(amount: Decimal) -> Decimal:
    """Round half up to whole fen: 0.125 → 0.13, −0.125 → −0.13."""
    return amount.quantize(FEN, ROUND_HALF_UP)


def multiply(quantity: Decimal, price: Decimal) -> Decimal:
    """The amount of a line in yuan: quantity × price, rounded half up to the fen."""
    return to_fen(quantity * price)


def parse_money(value: object, *, may_be_negative: bool = False) -> Decimal:
    """Yuan with two places from what was typed, imported or counted.

    Takes text (``1,785.49``, ``¥80``, ``−50``), ``int`` and ``Decimal``. Raises
    ``TooManyDecimals`` for a third decimal, ``NegativeAmount`` below zero unless
    ``may_be_negative``, ``TooMuchMoney`` above ``MOST_AMOUNT``, ``NotMoney`` for all
    else: words, floats.
    """
    if isinstance(value, str):
        amount = _read(value)
    elif isinstance(value, int | Decimal) and not isinstance(value, bool):
        amount = Decimal(value)
    else:
        raise NotMoney(value)
    if not amount.is_finite():
        raise NotMoney(value)
    if abs(amount) > MOST_AMOUNT:
        raise TooMuchMoney(value)
    amount = _exact(amount)
    if amount < 0 and not may_be_negative:
        raise NegativeAmount(value)
    return amount


def _read(text: str) -> Decimal:
    plain = unicodedata.normalize("NFKC", text).replace("−", "-")
    found = _FIGURES.fullmatch(plain.strip().removeprefix("¥").strip())
    if found is None:
        raise NotMoney(text)
    sign, yuan, decimals = found.groups()
    if len(decimals or "") > 2:
        raise TooManyDecimals(text)
    return Decimal(f"{sign}{yuan.replace(',', '')}.{decimals or 0}")


def format_plain(amount: Decimal) -> str:
    """``1785.49``, ``-50.00``: for files and other programs."""
    return f"{_exact(amount):f}"


def format_money(amount: Decimal) -> str:
    """``1,785.49``, ``−50.00`` with a true minus sign: for people."""
    return f"{_exact(amount):,f}".replace("-", "−")


def format_quantity(quantity: Decimal) -> str:
    """``2``, ``1.5``: a quantity without zeros that say nothing."""
    return f"{quantity.normalize():f}"


def format_capitals(amount: Decimal) -> str:
    """``人民币壹仟柒佰捌拾伍元肆角玖分``: the amount in capitals, for a signature.

    整 stands after 元 and after 角, never after 分; 零 stands for a place that is
    skipped, also between a 元 of zero and the 角 (field-practice 3.7).
    """
    fen = int(_exact(amount) * 100)
    yuan, rest = divmod(abs(fen), 100)
    return f"人民币{'负' if fen < 0 else ''}{_capitals(yuan, *divmod(rest, 10))}"


def _capitals(yuan: int, jiao: int, fen: int) -> str:
    if not jiao and not fen:
        return f"{_integer_capitals(yuan)}元整"
    words = f"{_integer_capitals(yuan)}元" if yuan else ""
    if jiao:
        gap = "零" if yuan and yuan % 10 == 0 else ""
        words += f"{gap}{_DIGITS[jiao]}角"
    elif yuan:
        words += "零"
    return words + (f"{_DIGITS[fen]}分" if fen else "整")


def _integer_capitals(number: int) -> str:
    for unit, size in _UNITS:
        high, low = divmod(number, size)
        if high:
            gap = "零" if 0 < low < size // 10 else ""
            rest = gap + _integer_capitals(low) if low else ""
            return _integer_capitals(high) + unit + rest
    return _DIGITS[number]


def _exact(amount: Decimal) -> Decimal:
    """The amount with two places, −0.00 as 0.00."""
    exact = amount.quantize(FEN)
    if exact != amount:
        raise TooManyDecimals(amount)
    return exact + ZERO
