"""Rates (率) as the books print them: two decimals, half up, in whole numbers."""

from decimal import ROUND_HALF_UP, Decimal


def rate_text(part: int, whole: int) -> str | None:
    """``part`` of ``whole`` in per cent, ``83.33``; None where nothing is divided."""
    if whole == 0:
        return None
    hundredths = (part * 20_000 + whole) // (2 * whole)
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def complement_text(rate: str | None) -> str | None:
    """What is left of 100.00 beside a rate, so that both together make 100.00."""
    if rate is None:
        return None
    hundredths = 10_000 - int(rate.replace(".", ""))
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def money_rate_text(part: Decimal, whole: Decimal) -> str | None:
    """As ``rate_text``, of yuan; None where ``whole`` is not above zero."""
    if whole <= 0:
        return None
    rate = (part * 100 / whole).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{rate:f}"


def mean_text(total: int, count: int) -> str | None:
    """``total`` divided by ``count``, one decimal, half up; None of nothing."""
    if count == 0:
        return None
    tenths = (total * 20 + count) // (2 * count)
    return f"{tenths // 10}.{tenths % 10}"
