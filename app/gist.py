"""What a fault text says: meanings such as ``leak``, and sounds without a meaning.

漏水, 渗水, 滲水 and loushui all say ``leak``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from app.lexicon import Lexicon, load_lexicon
from app.sound import hear

_RESIDUE_LIMIT = 4  # a long story is no reason to be unlike


@dataclass(frozen=True, slots=True)
class Gist:
    """Meaning or unknown sound → weight; ``total`` is their sum.

    ``pairs`` are the sounds that follow one another.
    """

    weights: Mapping[str, int]
    total: int
    rooms: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    def says(self, meanings: frozenset[str]) -> bool:
        """Whether any of the meanings occurs."""
        return not meanings.isdisjoint(self.weights)


@lru_cache(maxsize=8192)
def gist_of(text: str) -> Gist:
    """The gist of a fault text."""
    heard = hear(text)
    weights: dict[str, int] = {}
    residue = 0
    for found in _lexicon().read(heard):
        if found.meaning is not None:
            if found.meaning.weight:
                weights[found.meaning.name] = found.meaning.weight
            continue
        for sound in heard.sounds[found.start : found.end]:
            if residue < _RESIDUE_LIMIT and sound not in weights:
                weights[sound] = 1
                residue += 1
    rooms = frozenset(word for word in weights if word.startswith("room:"))
    pairs = frozenset(pairwise(heard.sounds))
    return Gist(weights, sum(weights.values()), rooms, pairs)


@cache
def _lexicon() -> Lexicon:
    return load_lexicon("fault")
