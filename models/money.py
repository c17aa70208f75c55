"""Money (金额): rounding, reading, writing in figures and in capitals (大写).

Everywhere a ``Decimal`` of yuan with two places; never a float.
"""

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

FEN = Decimal("0.01")
ZERO = Decimal("0.00")
_MOST = Decimal("1e16")
_FIGURES = re.compile(r"[+\-−]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)?(\.[0-9]*)?")

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")


class NotMoney(ValueError):
    """The value cannot stand in the books as an amount."""


class TooManyDecimals(NotMoney):
    """The value has a part smaller than a fen."""


class NegativeAmount(NotMoney):
    """The value is below zero where only zero or more has a meaning."""


def to_fen(amount: Decimal) -> Decimal:
    """Round half up to whole fen: 0.125 → 0.13, −0.125 → −0.13."""
    return amount.quantize(FEN, ROUND_HALF_UP)


def multiply(quantity: Decimal, price: Decimal) -> Decimal:
    """The amount of a line in yuan: quantity × price, rounded half up to the fen."""
    return to_fen(quantity * price)


def parse_money(value: object, *, may_be_negative: bool = False) -> Decimal:
    """Yuan with two places from what was typed, imported or counted.

    Takes text (``1,785.49``, ``¥80``, ``−50``), ``int`` and ``Decimal``. Raises
    ``TooManyDecimals`` for a third decimal that is not zero, ``NegativeAmount``
    below zero unless ``may_be_negative``, ``NotMoney`` for all else, floats and
    amounts of 10^16 yuan and more among it.
    """
    if isinstance(value, str):
        amount = _from_text(value)
    elif isinstance(value, int | Decimal) and not isinstance(value, bool):
        amount = Decimal(value)
    else:
        raise NotMoney(value)
    if not amount.is_finite() or abs(amount) >= _MOST:
        raise NotMoney(value)
    exact = amount.quantize(FEN)
    if exact != amount:
        raise TooManyDecimals(value)
    if exact < 0 and not may_be_negative:
        raise NegativeAmount(value)
    return exact + ZERO  # −0.00 becomes 0.00


def _from_text(text: str) -> Decimal:
    figures = text.strip().removeprefix("¥").removeprefix("￥").strip()
    if not figures.isascii() and "−" not in figures:
        raise NotMoney(text)
    if _FIGURES.fullmatch(figures) is None:
        raise NotMoney(text)
    try:
        return Decimal(figures.replace(",", "").replace("−", "-"))
    except InvalidOperation as error:
        raise NotMoney(text) from error


def format_plain(amount: Decimal) -> str:
    """``1785.49``: for files and other programs."""
    return f"{_exact(amount):f}"


def format_money(amount: Decimal) -> str:
    """``1,785.49``, ``−50.00`` with a true minus sign: for people."""
    return f"{_exact(amount):,f}".replace("-", "−")


def format_quantity(quantity: Decimal) -> str:
    """``2``, ``1.5``: a quantity without zeros that say nothing."""
    return f"{quantity.normalize():f}"


def format_capitals(amount: Decimal) -> str:
    """``人民币壹仟柒佰捌拾伍元肆角玖分``: the amount in capitals, for a signature.

    整 stands after 元 and after 角, never after 分; 零 stands where a place is
    skipped, also between a 元 that is zero and the 角 (field-practice 3.7).
    """
    amount = _exact(amount)
    sign = "负" if amount < 0 else ""
    yuan, fen = divmod(int(abs(amount) * 100), 100)
    return f"人民币{sign}{_capitals(yuan, *divmod(fen, 10))}"


def _capitals(yuan: int, jiao: int, fen: int) -> str:
    words = f"{_integer_capitals(yuan)}元" if yuan else ""
    if not jiao and not fen:
        return f"{words or '零元'}整"
    if jiao:
        skips_a_place = bool(yuan) and yuan % 10 == 0
        words += f"{'零' if skips_a_place else ''}{_DIGITS[jiao]}角"
    elif yuan:
        words += "零"
    return words + (f"{_DIGITS[fen]}分" if fen else "整")


def _integer_capitals(number: int) -> str:
    words = ""
    zero_waits = False
    digits = str(number)
    for index, digit in enumerate(digits):
        group, place = divmod(len(digits) - 1 - index, 4)
        if digit == "0":
            zero_waits = True
        else:
            words += "零" if zero_waits and words else ""
            words += _DIGITS[int(digit)] + _PLACES[place]
            zero_waits = False
        if place == 0 and digits[max(0, index - 3) : index + 1].strip("0"):
            words += _GROUPS[group][:1]
        if place == 0 and group == 2 and len(digits) > 12 and not words.endswith("亿"):
            words += "亿"
    return words


def _exact(amount: Decimal) -> Decimal:
    """The amount with two places; a third decimal is a mistake of the caller."""
    exact = amount.quantize(FEN)
    if exact != amount:
        raise TooManyDecimals(amount)
    return exact + ZERO
