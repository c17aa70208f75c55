"""Texts as they are compared when something is looked for.

``３－１５０２`` is ``3-1502``, ``陳偉`` is ``陈伟``, ``lǐ`` is ``li``. A text is folded
sign by sign, so that a part of it folds to a part of the whole.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from app.slip_fields import clean

if TYPE_CHECKING:
    from opencc import OpenCC  # type: ignore[import-untyped]

_MARKED = re.compile("[\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]")
_MARKS = re.compile("[\u0300-\u036f]")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－", "-"))
_HAN = re.compile("[㐀-鿿豈-龎\U00020000-\U000323af]")
_INSIDE = re.compile(f"(?<={_HAN.pattern}) (?={_HAN.pattern})")


@lru_cache(maxsize=32768)
def fold(text: str) -> str:
    """One line, half-width, lower case, simplified, without accents; ``ü`` is ``v``."""
    plain = clean(text)
    if plain.isascii():
        return plain.casefold()
    plain = unicodedata.normalize("NFKC", plain.translate(_DASHES)).casefold()
    if _MARKED.search(plain):
        apart = unicodedata.normalize("NFD", plain).replace("u\u0308", "v")
        plain = unicodedata.normalize("NFC", _MARKS.sub("", apart))
    try:
        plain.encode("gb2312")  # holds simplified characters only
    except UnicodeEncodeError:
        plain = "".join(map(_simplified, plain))
    return " ".join(plain.split())


def fold_name(name: str) -> str:
    """A name folded without the blanks that make two characters as wide as three:
    ``王　伟`` is ``王伟``.
    """
    folded = fold(name)
    return _INSIDE.sub("", folded) if " " in folded else folded


def is_han(sign: str) -> bool:
    """Whether ``sign`` is a Chinese character."""
    return _HAN.match(sign) is not None


@cache
def _simplified(sign: str) -> str:
    if not is_han(sign):
        return sign
    simplified: str = _converter().convert(sign)
    return simplified


@cache
def _converter() -> "OpenCC":
    from opencc import OpenCC

    return OpenCC("t2s")
