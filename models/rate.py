"""Rates (率) as the books print them: two decimals, half up, in whole numbers."""


def rate_text(part: int, whole: int) -> str | None:
    """``part`` of ``whole`` in per cent, ``83.33``; None where nothing is divided."""
    if whole == 0:
        return None
    hundredths = (part * 20_000 + whole) // (2 * whole)
    return f"{hundredths // 100}.{hundredths % 100:02d}"
