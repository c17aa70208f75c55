"""Telephone numbers (联系电话): how much of one a list may show."""

import re

_EXTENSION = re.compile(r"(.*\d.*)((?:转|x|-)\d{1,6})")
_SHORTEST_LINE = 7


def mask_phone(phone: str | None) -> str:
    """``138****5678``: enough to recognise a number, not enough to call it.

    A mobile keeps its first three and last four digits, a line its last four, an
    extension nothing (worked-examples 5.11). Signs between the digits stay; no
    number at all is the empty text.
    """
    line, extension = _split(phone or "")
    digits = "".join(filter(str.isdecimal, line))
    is_mobile = len(digits) == 11 and digits.startswith("1")
    head = 3 if is_mobile else 0
    tail = 4 if len(digits) > 4 else 0
    shown = iter(
        digit if index < head or index >= len(digits) - tail else "*"
        for index, digit in enumerate(digits)
    )
    masked = "".join(next(shown) if sign.isdecimal() else sign for sign in line)
    return masked + re.sub(r"\d", "*", extension)


def _split(phone: str) -> tuple[str, str]:
    """A number and its extension: ``010-88881234``, ``转802``."""
    found = _EXTENSION.fullmatch(phone)
    if found is None:
        return phone, ""
    line, extension = found.groups()
    if sum(map(str.isdecimal, line)) < _SHORTEST_LINE:
        return phone, ""
    return line, extension
