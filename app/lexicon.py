"""A list of words that can be found in a text by sight or by ear."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import resources

from app.sound import Heard, sound_of, sounds_of_word

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What words mean and how much that tells (1 little, 3 much; 0 nothing)."""

    name: str
    weight: int
    words: tuple[str, ...]


def load_lexicon(name: str) -> "Lexicon":
    """The lexicon of ``resources/words/<name>.txt``; ``-`` there means nothing."""
    path = resources.files("resources") / "words" / f"{name}.txt"
    meanings = []
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            meaning, weight, words = (part.strip() for part in line.split("|"))
            meanings.append(
                Meaning(meaning.strip("-"), int(weight), tuple(words.split()))
            )
    return Lexicon(meanings)


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of a text: what it means, None where that is not known."""

    meaning: Meaning | None
    start: int
    end: int


class Lexicon:
    """Words by sight (their characters) and by ear (their sounds).

    A word of one character is found by sight only: too many others sound the same.
    Where two words sound alike the one listed first is heard.
    """

    def __init__(self, meanings: Iterable[Meaning]) -> None:
        self._by_sight: dict[Phrase, Meaning] = {}
        for each in meanings:
            for word in each.words:
                self._by_sight.setdefault(tuple(word), each)
        self._longest = max(map(len, self._by_sight))

    def read(self, heard: Heard) -> Iterator[Found]:
        """Cut a text into stretches, from the left, the longest word first.

        What is not known by sight is tried by ear.
        """
        everything = Found(None, 0, len(heard.sounds))
        for seen in _cut(heard.signs, everything, self._by_sight, self._longest):
            if seen.meaning is not None:
                yield seen
            else:
                yield from _cut(heard.sounds, seen, self._by_ear, self._longest)

    @cached_property
    def _by_ear(self) -> dict[Phrase, Meaning]:
        table: dict[Phrase, Meaning] = {}
        for word, each in self._by_sight.items():
            if len(word) > 1:
                table.setdefault(sounds_of_word("".join(word)), each)
                table.setdefault(tuple(map(sound_of, word)), each)
        return table


def _cut(
    text: Phrase, within: Found, words: Mapping[Phrase, Meaning], longest: int
) -> Iterator[Found]:
    """The known words of a stretch and what lies between them."""
    start = unknown = within.start
    while start < within.end:
        for end in range(min(start + longest, within.end), start, -1):
            meaning = words.get(text[start:end])
            if meaning is not None:
                if unknown < start:
                    yield Found(None, unknown, start)
                yield Found(meaning, start, end)
                start = unknown = end
                break
        else:
            start += 1
    if unknown < within.end:
        yield Found(None, unknown, within.end)
