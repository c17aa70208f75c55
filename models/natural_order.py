"""How names with numbers in them are ordered: 1-101 before 1-1002 (自然顺序)."""

import re

_DIGITS = re.compile("[0-9]+")
_LONGEST = 9


def natural_key(text: str) -> str:
    """A text that sorts as the numbers in ``text`` count: 3-9 before 3-10.

    Longer numbers than nine digits are compared as they are written.
    """
    return _DIGITS.sub(lambda found: found[0].zfill(_LONGEST), text)
