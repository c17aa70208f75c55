"""One column of a table: what it says of a row, and how it stands there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from ui.kit.glyph import Status
from ui.kit.label import Tone

Row = TypeVar("Row")


class Asks(Enum):
    """What can be asked of a column in its heading."""

    NOTHING = "nothing"
    WORDS = "words"
    CHOICE = "choice"
    DAYS = "days"
    MONEY = "money"
    MINUTES = "minutes"


@dataclass(frozen=True)
class Column(Generic[Row]):
    """``key`` names the column in saved widths and in orders of sorting.

    Numbers stand at the right. Only columns that say so may be cut short. ``choices``
    are (stored word, shown word) of a column that asks for a choice; a ``glyph`` of
    lucide stands before the text where there is something to heed. A column with
    ``of_position`` says at which place of the list (from 1) a row stands.
    """

    key: str
    title: str
    text: Callable[[Row], str]
    width: int = 96
    status: Callable[[Row], Status] | None = None
    tone: Callable[[Row], Tone] | Tone = Tone.TEXT
    is_number: bool = False
    is_strong: bool = False
    may_cut: bool = False
    takes_rest: bool = False
    asks: Asks = Asks.NOTHING
    choices: Sequence[tuple[str, str]] = ()
    is_sortable: bool = False
    glyph: Callable[[Row], str] | None = None
    of_position: Callable[[int], str] | None = None

    def text_of(self, row: Row, position: int) -> str:
        """What the cell of ``row`` says, which stands at ``position`` (from 0)."""
        if self.of_position is not None:
            return self.of_position(position + 1)
        return self.text(row)

    def tone_of(self, row: Row) -> Tone:
        """The tone of this column in ``row``."""
        return self.tone if isinstance(self.tone, Tone) else self.tone(row)
