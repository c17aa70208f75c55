"""How Chinese sounds however it was typed: 漏水, 樓漏氵, loushui and lou shui alike.

A desk types fast and by ear. Texts are therefore compared by toneless syllables with
the distinctions folded that southern speech and fast typing lose (zh/z, ch/c, sh/s,
n/l at the start, ng/n at the end). The two dictionaries are loaded when first needed:
pypinyin takes 0.15 s, OpenCC 0.01 s.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC  # type: ignore[import-untyped]

_PART = re.compile(r"[0-9]+|[a-z']+|[㐀-鿿\U00020000-\U000323af]|#")
_ACCENTED = re.compile("[\u00e0-\u01dc]")
_MARKS = re.compile("[\u0300-\u036f]")
_LONGEST_SYLLABLE = 6


@dataclass(frozen=True, slots=True)
class Heard:
    """A text as it sounds: one sound a syllable, a number or a foreign word.

    ``signs`` are the characters as written (simplified), in step with ``sounds``;
    empty where a syllable was typed in letters.
    """

    sounds: tuple[str, ...]
    signs: tuple[str, ...]


@lru_cache(maxsize=8192)
def hear(text: str) -> Heard:
    """Take a text apart into sounds; punctuation and space fall away."""
    sounds: list[str] = []
    signs: list[str] = []
    for part in _PART.findall(simplify(text)):
        if part[0].isascii():
            heard = _spelled(part) if part[0].isalpha() else (part,)
            sounds.extend(heard)
            signs.extend("" if part[0].isalpha() else part for _ in heard)
        else:
            sounds.append(sound_of(part))
            signs.append(part)
    return Heard(tuple(sounds), tuple(signs))


def simplify(text: str) -> str:
    """Half-width, lower case, simplified characters, tone marks taken off letters."""
    plain = unicodedata.normalize("NFKC", text).lower()
    if _ACCENTED.search(plain):
        plain = unicodedata.normalize("NFC", _toneless(plain))
    try:
        plain.encode("gb2312")  # holds simplified characters only
    except UnicodeEncodeError:
        simplified: str = _converter().convert(plain)
        return simplified
    return plain


@cache
def sound_of(character: str) -> str:
    """The folded syllable of one character; itself where no reading is known."""
    reading = _readings().get(ord(character))
    if reading is None:
        return character
    return fold(_toneless(reading.partition(",")[0]))


def sounds_of_word(word: str) -> tuple[str, ...]:
    """The sounds of a word, read as a word: 空调 is kong tiao, not kong diao."""
    from pypinyin import lazy_pinyin

    return tuple(fold(syllable) for syllable in lazy_pinyin(word))


@cache
def fold(syllable: str) -> str:
    """A syllable without the distinctions that ears and fingers lose."""
    syllable = syllable.replace("v", "u")
    if syllable[:2] in ("zh", "ch", "sh"):
        syllable = syllable[0] + syllable[2:]
    if len(syllable) > 1 and syllable[0] == "n" and syllable[1] != "g":
        syllable = "l" + syllable[1:]
    if len(syllable) > 2 and syllable.endswith("ng"):
        syllable = syllable[:-1]
    return syllable


def _spelled(letters: str) -> tuple[str, ...]:
    """Letters as syllables if they are nothing else, otherwise as one foreign word."""
    heard: list[str] = []
    for run in letters.split("'"):
        cut = _cut(run)
        if cut is None or len(run) < 2:
            heard.extend([run] if run else [])
        else:
            heard.extend(fold(syllable) for syllable in cut)
    return tuple(heard)


@lru_cache(maxsize=4096)
def _cut(run: str) -> tuple[str, ...] | None:
    """The fewest syllables that spell ``run``, the longest first; None if none do."""
    best: list[tuple[str, ...] | None] = [()]
    for end in range(1, len(run) + 1):
        ways = [
            (*before, run[start:end])
            for start in range(max(0, end - _LONGEST_SYLLABLE), end)
            if (before := best[start]) is not None and run[start:end] in _syllables()
        ]
        best.append(
            min(ways, key=lambda way: (len(way), [-len(s) for s in way]))
            if ways
            else None
        )
    return best[-1]


@cache
def _syllables() -> frozenset[str]:
    """Every syllable of the 6,763 characters of GB 2312, as people type them."""
    rows = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(161, 255))
    every: set[str] = set()
    for row in rows:
        try:
            reading = _readings().get(ord(row.decode("gb2312")), "")
        except UnicodeDecodeError:
            continue
        every.update(_toneless(one) for one in reading.split(",") if one)
    return frozenset(every) - {"", "n", "m", "ng", "hm", "hng"}


def _toneless(reading: str) -> str:
    letters = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return _MARKS.sub("", letters)


@cache
def _readings() -> Mapping[int, str]:
    from pypinyin.constants import PINYIN_DICT

    readings: Mapping[int, str] = PINYIN_DICT
    return readings


@cache
def _converter() -> "OpenCC":
    from opencc import OpenCC

    return OpenCC("t2s")
