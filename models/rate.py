"""Rates in percent: two decimals, half up, or none where nothing can be divided."""

from decimal import Decimal


def rate(part: int, whole: int) -> Decimal | None:
    """``part`` of ``whole`` in percent, ``Decimal("83.33")``; None of nothing."""
    if whole == 0:
        return None
    hundredths = (part * 20_000 + whole) // (2 * whole)
    return Decimal(hundredths).scaleb(-2)
