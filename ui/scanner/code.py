"""What a scanner's keys mean: the number on the paper, and the copy it stands on.

A scanner presses keys of an American keyboard. Where the computer believes another
keyboard is connected, other signs arrive; those of the usual ones are known here.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

LEAST = 5
"""Signs of the shortest code: fewer are the end of a number that somebody types."""

_PLAIN = re.compile(r"(?P<number>[A-Z0-9]+(-[A-Z0-9]+)*)(/(?P<copy>[0-9]))?")
_DIGITS = re.compile(r"[0-9]{3}")
_HOUSE = re.compile(r"[A-Z]{0,6}[0-9]{4,8}-[0-9]{3,6}(/[0-9])?")
"""The form most numbers have: only so much is believed of a foreign keyboard."""

_AFTER_DIGITS = re.compile(r"(?<=[0-9])[A-Z]{1,6}[0-9]{4,8}-[0-9]{3,6}(/[0-9])?$")

_AZERTY_DIGITS = dict(zip("à&é\"'(-è_ç", "0123456789", strict=True))
_AZERTY_LETTERS = {"A": "Q", "Q": "A", "Z": "W", "W": "Z"}
_BELGIAN_DIGITS = dict(zip("à&é\"'(§è!ç", "0123456789", strict=True))
_QWERTZ_LETTERS = {"Y": "Z", "Z": "Y"}

LAYOUTS: Mapping[str, Mapping[str, str]] = {
    "German": {**_QWERTZ_LETTERS, "ß": "-", "-": "/"},
    "French": {**_AZERTY_LETTERS, **_AZERTY_DIGITS, ")": "-", "!": "/", "§": "/"},
    "Belgian": {**_AZERTY_LETTERS, **_BELGIAN_DIGITS, ")": "-", "=": "/"},
    "Swiss": {**_QWERTZ_LETTERS, "'": "-", "-": "/"},
    "Italian, Spanish": {"'": "-", "-": "/"},
}
"""What each keyboard writes where the American one has another sign."""

_CHINESE = str.maketrans({"、": "/", "—": "-", "–": "-", "−": "-", "·": "/"})
"""Signs an input method puts in the place of others."""


@dataclass(frozen=True, slots=True)
class Code:
    """What stands on a paper: the slip's number (or the form's own), and the copy."""

    number: str
    copy_no: int | None = None


def meanings(keys: str) -> tuple[Code, ...]:
    """Everything ``keys`` may mean, the likeliest first; none if it is no code."""
    text = unicodedata.normalize("NFKC", keys).translate(_CHINESE).strip()
    found = [text.upper()]
    for layout in LAYOUTS.values():
        typed = "".join(
            layout.get(sign, layout.get(sign.upper(), sign)) for sign in text
        )
        if _HOUSE.fullmatch(typed.upper()):
            found.append(typed.upper())
    codes = (_read(text) for text in dict.fromkeys(found) if len(text) >= LEAST)
    return tuple(code for code in codes if code is not None)


def is_of_house(keys: str) -> bool:
    """Whether ``keys`` have the form most numbers have."""
    return bool(_HOUSE.fullmatch(keys.upper()))


def typed_before(keys: str) -> int:
    """How many signs a person had typed just before a code, whose letters begin where
    digits ended: ``12WX260302-001`` has 2.
    """
    found = _AFTER_DIGITS.search(keys.upper())
    return found.start() if found else 0


def has_foreign_signs(keys: str) -> bool:
    """Whether another keyboard than the scanner's must have written ``keys``."""
    text = unicodedata.normalize("NFKC", keys).translate(_CHINESE)
    return re.fullmatch(r"[A-Za-z0-9/ .:_-]*", text) is None


def _read(text: str) -> Code | None:
    match = _PLAIN.fullmatch(text)
    if match is None or not _DIGITS.search(match["number"]):
        return None
    return Code(match["number"], int(match["copy"]) if match["copy"] else None)
