"""One column of a table: what it says of a row, and how it stands there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ui.kit.glyph import Status
from ui.kit.label import Tone

Row = TypeVar("Row")


@dataclass(frozen=True)
class Column(Generic[Row]):
    """``key`` names the column in saved widths and in orders of sorting.

    Numbers stand at the right. Only columns that say so may be cut short.
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

    def tone_of(self, row: Row) -> Tone:
        """The tone of this column in ``row``."""
        return self.tone if isinstance(self.tone, Tone) else self.tone(row)
