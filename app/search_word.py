"""What was typed, word by word: which keys to look under, and what fits it."""

import re
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from app.listing import MOST_WORDS
from app.name_reading import readings
from app.search_hit import SearchField, Why
from app.search_key import (
    LONG_TAIL,
    SHORTEST_PART,
    SHORTEST_TAIL,
    SlipTexts,
    digits_of,
    key_of_room,
    key_of_tail,
    keys_asked,
    keys_of_part,
    keys_of_reading,
    phone_lines,
    room_of_slip,
    rooms_meant,
)
from app.search_mask import common
from app.search_text import fold, fold_name
from models.unit import Room

LONGEST_WORD = 300
"""Signs of the longest text searched: no longer word can stand in it."""

_MOST_KEYS = 8  # enough to leave few slips that only seem to fit
_BETWEEN = re.compile("[ ,;、。]+")
_PHONE = re.compile("[0-9()+-]+")
_COUNTRY = re.compile("^86(?=1[3-9][0-9]{9}$)")
_EVERY_BIT = -1


class Asked(Enum):
    """Which facts of a slip a word is looked for in."""

    ALL = auto()
    NUMBERS = auto()
    OTHERS = auto()


@dataclass(frozen=True, slots=True)
class Branch:
    """One way in which a word may fit: slips kept under all of ``keys`` may.

    ``is_exact``: they do, and need not be looked at.
    """

    keys: tuple[str, ...]
    is_exact: bool


class Word:
    """One word, folded, and the ways in which it may fit a slip."""

    def __init__(self, text: str, asked: Asked = Asked.ALL) -> None:
        self.text = text
        self.letters = _letters(text)
        digits = digits_of(text) if _PHONE.fullmatch(text) else ""
        self.digits = _COUNTRY.sub("", digits)
        self.rooms: frozenset[Room] = frozenset()
        self._asks_numbers = (
            asked is not Asked.OTHERS
            and len(text) >= SHORTEST_PART
            and any(map(str.isdecimal, text))
        )
        self._asks_others = asked is not Asked.NUMBERS
        if self._asks_others and len(text) <= LONGEST_WORD:
            self.rooms = rooms_meant(text)

    @cached_property
    def branches(self) -> tuple[Branch, ...]:
        """The ways in which it may fit; none where nothing can."""
        return tuple(self._branches()) if len(self.text) <= LONGEST_WORD else ()

    def _branches(self) -> Iterator[Branch]:
        text = self.text
        if self._asks_numbers:
            keys = keys_of_part(text)
            # A number's end tells more than its beginning.
            yield Branch(keys[-_MOST_KEYS:], len(text) == SHORTEST_PART)
        if not self._asks_others:
            return
        is_one = len(text) < 3 or (len(text) == 3 and text.isascii())
        yield Branch(_some(keys_asked(text)), is_one)
        if self.letters:
            keys = keys_of_reading(self.letters)
            yield Branch(_some(keys), len(self.letters) <= 3)
        if self.digits:
            is_whole = (
                len(self.digits) <= SHORTEST_TAIL or len(self.digits) == LONG_TAIL
            )
            yield Branch((key_of_tail(self.digits),), is_whole)
        for room in self.rooms:
            yield Branch((key_of_room(room),), True)

    def why(self, texts: SlipTexts) -> Why | None:
        """How the word fits a slip; None if it does not."""
        found = self.where(texts)
        if found is None:
            return None
        field, text = found
        if field is SearchField.NAME:
            return self.why_name(text)
        if field is SearchField.PHONE:
            return Why(field, self.digits)
        return Why(field, part_of(text, self.text))

    def where(self, texts: SlipTexts) -> tuple[SearchField, str] | None:
        """The field of a slip that the word fits, and what stands there."""
        if len(self.text) > LONGEST_WORD:
            return None
        word = self.text
        if self._asks_numbers:
            if word in fold(texts.number):
                return SearchField.NUMBER, texts.number
            if texts.stock_no and word in fold(texts.stock_no):
                return SearchField.STOCK_NO, texts.stock_no
        if not self._asks_others:
            return None
        if self.rooms and room_of_slip(texts) in self.rooms:
            return SearchField.ROOM, texts.unit_label or texts.place
        for field, text in (
            (SearchField.ROOM, texts.unit_label),
            (SearchField.CONTENT, texts.content),
            (SearchField.PLACE, texts.place),
            (SearchField.AREA, texts.area),
        ):
            if text and word in fold(text):
                return field, text
        for name in (texts.reporter_name, texts.owner_name):
            if name and self.is_name(name):
                return SearchField.NAME, name
        if self.digits and texts.phone and self.is_phone(texts.phone):
            return SearchField.PHONE, texts.phone
        return None

    def is_name(self, name: str) -> bool:
        """Whether the word fits a name: in characters, or as it is read."""
        return self.text in fold_name(name) or bool(
            self.letters
            and any(reading.startswith(self.letters) for reading in readings(name))
        )

    def is_phone(self, phone: str) -> bool:
        """Whether the word is the end of a phone, four digits or more, or all of it."""
        is_long = len(self.digits) >= SHORTEST_TAIL
        return bool(self.digits) and any(
            line == self.digits or (is_long and line.endswith(self.digits))
            for line in phone_lines(phone)
        )

    def why_name(self, name: str) -> Why | None:
        """How the word fits a name; None if it does not."""
        if self.text in fold_name(name):
            return Why(SearchField.NAME, part_of(name, self.text))
        return Why(SearchField.NAME, name) if self.is_name(name) else None

    def why_phone(self, phone: str) -> Why | None:
        """How the word fits a phone; None if it does not."""
        fits = self.is_phone(phone)
        return Why(SearchField.PHONE, self.digits) if fits else None


class Query:
    """What was typed: a slip fits if all words do, or all together as one word.

    Letters or digits with spaces between (``zhang wei``, ``138 0000 1502``) are one
    word too.
    """

    def __init__(self, words: Sequence[str], asked: Asked = Asked.ALL) -> None:
        """``words`` as ``words_of`` gives them."""
        joined = "".join(words)
        readable: list[Sequence[str]] = []
        if words and len(words) <= MOST_WORDS:
            readable.append(words)
            if len(words) > 1 and joined.isascii():
                readable.append((joined,))
        self.ways = tuple(
            tuple(Word(word, asked) for word in each) for each in readable
        )
        self._branches = [
            branch for way in self.ways for word in way for branch in word.branches
        ]
        self.keys = frozenset([key for branch in self._branches for key in branch.keys])
        self.is_exact = all([branch.is_exact for branch in self._branches])

    @property
    def words(self) -> list[Word]:
        """All words of all ways."""
        return [word for way in self.ways for word in way]

    @property
    def is_empty(self) -> bool:
        """Whether nothing can fit."""
        return not any(all(word.branches for word in way) for way in self.ways)

    def mask(self, kept: Mapping[str, bytes]) -> int:
        """The slips of a block that may fit, as bits, from what is kept of it."""
        found = 0
        for way in self.ways:
            all_words = _EVERY_BIT
            for word in way:
                one_word = 0
                for branch in word.branches:
                    if all(map(kept.__contains__, branch.keys)):
                        one_word |= common([kept[key] for key in branch.keys])
                all_words &= one_word
                if not all_words:
                    break
            found |= all_words
        return found

    def telling(self, known: Collection[Mapping[str, bytes]]) -> frozenset[str]:
        """Of each branch the key that fewest slips have, by what is known of some
        blocks.
        """
        sizes = dict.fromkeys(self.keys, 0)
        for kept in known:
            for key in self.keys & kept.keys():
                sizes[key] += len(kept[key])
        return frozenset(
            [min(branch.keys, key=sizes.__getitem__) for branch in self._branches]
        )

    def may_hold(self, kept: Container[str], telling: Container[str]) -> bool:
        """Whether a block may have slips that fit, from which of the ``telling`` keys
        it has.
        """
        return any(
            all(
                any(
                    all(key in kept for key in branch.keys if key in telling)
                    for branch in word.branches
                )
                for word in way
            )
            for way in self.ways
        )

    def fits(self, texts: SlipTexts) -> bool:
        """Whether a slip is meant."""
        return any(
            all(word.where(texts) is not None for word in way) for way in self.ways
        )

    def why(self, texts: SlipTexts) -> tuple[Why, ...]:
        """How each word fits a slip that is meant."""
        for way in self.ways:
            found = [word.why(texts) for word in way]
            if None not in found:
                return tuple(why for why in dict.fromkeys(found) if why is not None)
        return ()


def words_of(text: str) -> tuple[str, ...]:
    """The words of what was typed, folded, each once."""
    return tuple(dict.fromkeys(filter(None, _BETWEEN.split(fold(text)))))


def part_of(text: str, folded: str) -> str:
    """The part of ``text`` that folds to ``folded``; all of it if that is not plain."""
    at = text.find(folded)
    if at >= 0:
        return folded
    at = text.casefold().find(folded)
    if at >= 0 and len(text.casefold()) == len(text):
        return text[at : at + len(folded)]
    signs = [fold(sign) if not sign.isspace() else " " for sign in text]
    start = "".join(signs).find(folded)
    if start < 0:
        return text
    at = 0
    first = last = None
    for index, sign in enumerate(signs):
        if at < start + len(folded) and at + len(sign) > start:
            first = index if first is None else first
            last = index
        at += len(sign)
    return text if first is None or last is None else text[first : last + 1]


def _letters(text: str) -> str:
    letters = text.replace("'", "")
    return letters if letters.isascii() and letters.isalpha() else ""


def _some(keys: Sequence[str]) -> tuple[str, ...]:
    """At most so many of the keys as serve, from all over the word."""
    if len(keys) <= _MOST_KEYS:
        return tuple(keys)
    step = (len(keys) - 1) / (_MOST_KEYS - 1)
    return tuple(dict.fromkeys(keys[round(at * step)] for at in range(_MOST_KEYS)))
