"""How alike two calls are, whatever the wording and however they were typed.

Pure functions in whole numbers, no database.
"""

from app.gist import Gist, gist_of
from app.place import place_of
from app.sound import hear

FULL = 1000
"""Two texts that say the same."""
ALIKE = 440
"""From here on two texts about one place may be one fault."""

_CONTAINED = 800  # all of a short call stands in a longer one
_STRONG = 3  # the weight of common meanings from which containment tells something
_NEARLY_THE_SAME = 700
_OTHER_ROOM = 500  # what is left when the two name different rooms


def likeness(one: str, other: str) -> int:
    """How alike two fault texts are, in per mille: 0 nothing, 1000 the same."""
    return gist_likeness(gist_of(one), gist_of(other))


def gist_likeness(one: Gist, other: Gist) -> int:
    """The same for gists already taken, in per mille."""
    score = max(_by_meaning(one, other), _by_ear(one, other))
    if one.rooms and other.rooms and one.rooms.isdisjoint(other.rooms):
        score = score * _OTHER_ROOM // FULL
    return score


def _by_meaning(one: Gist, other: Gist) -> int:
    common = sum(
        min(weight, other.weights[word])
        for word, weight in one.weights.items()
        if word in other.weights
    )
    if not common:
        return 0
    score = 2 * FULL * common // (one.total + other.total)
    if common >= _STRONG:
        shorter = min(one.total, other.total)
        score = max(score, _CONTAINED * common // shorter)
    return score


def _by_ear(one: Gist, other: Gist) -> int:
    """For words nobody listed: nearly the same sounds in nearly the same order."""
    together = len(one.pairs) + len(other.pairs)
    score = 2 * FULL * len(one.pairs & other.pairs) // together if together else 0
    return score if score >= _NEARLY_THE_SAME else 0


def sound_key(text: str) -> str:
    """A text as it sounds, spaces between: 厨房漏水 and ``chufangloushui`` alike."""
    return " ".join(hear(text).sounds)


def place_key(place: str, area: str = "") -> str:
    """The key under which a place is looked up: ``3/1502``, ``3/hall``, ``garage``.

    Coarse on purpose and ASCII, so that an index finds every place that may be this
    one; ``app/place.py`` tells them apart.
    """
    return place_of(place, area).key
