"""Telephone numbers (联系电话): how much of one a list may show."""

_SHOWN_TAIL = 4


def mask_phone(phone: str | None) -> str:
    """``138****5678``: enough to recognise a number, not enough to call it.

    A mobile keeps its first three and last four digits, any other number its last
    four; an extension of four digits or fewer keeps nothing (worked-examples 5.11).
    Signs between the digits stay where they are. Empty stays empty.
    """
    if not phone:
        return ""
    digits = sum(character.isdigit() for character in phone)
    is_mobile = digits == 11 and phone.isdigit() and phone.startswith("1")
    head = 3 if is_mobile else 0
    tail = _SHOWN_TAIL if digits > _SHOWN_TAIL else 0
    seen = 0
    masked = ""
    for character in phone:
        if character.isdigit():
            is_shown = seen < head or seen >= digits - tail
            masked += character if is_shown else "*"
            seen += 1
        else:
            masked += character
    return masked
