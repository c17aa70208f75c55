"""The cells of a sheet as they were typed, made from the sheet's XML elements.

Numbers stay the text that stands in the file, so that money never passes through a
float.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from openpyxl.utils.escape import unescape

LONGEST_TEXT = 32_767
"""What a cell can hold; the rest of a longer text is not kept."""

_MOST_MERGED = 10_000
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?")


class Content(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"
    ERROR = "error"
    FORMULA = "formula"


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell: ``text`` is what stands in the file, a number's digits too."""

    column: int
    content: Content
    text: str


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged range, columns and rows counted from 1, both ends included."""

    text: str
    first_column: int
    first_row: int
    last_column: int
    last_row: int


@dataclass(frozen=True, slots=True)
class Row:
    """One row with something in it; ``number`` counts from 1."""

    number: int
    cells: tuple[Cell, ...]
    is_hidden: bool = False


class TextPieces:
    """Gathers the text of ``t`` elements; readings (``rPh``) are left out."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._is_open = False
        self._is_reading = False

    def start(self, name: str, _: dict[str, str]) -> None:
        if name == "rPh":
            self._is_reading = True
        elif name == "t":
            self._is_open = not self._is_reading

    def end(self, name: str) -> None:
        if name == "rPh":
            self._is_reading = False
        elif name == "t":
            self._is_open = False

    def text(self, text: str) -> None:
        if self._is_open and self._length <= LONGEST_TEXT:
            self._parts.append(text)
            self._length += len(text)

    def take(self) -> str:
        whole = "".join(self._parts)[: LONGEST_TEXT + 1]
        self._parts.clear()
        self._length = 0
        return unescape(whole) if "_x" in whole else whole


class SheetTarget:
    """Turns the elements of one sheet into rows; ``ValueError`` where they are wrong.

    ``Package.parse`` makes an ``UnreadableBook`` of that.
    """

    def __init__(
        self,
        strings: list[str],
        dates: set[str],
        merged: list[Merged],
        *,
        takes_results: bool = False,
    ) -> None:
        self.rows: list[Row] = []
        self._takes_results = takes_results
        self._strings = strings
        self._dates = dates
        self._merged = merged
        self._number = 0
        self._is_hidden = False
        self._cells: list[Cell] = []
        self._column = 0
        self._type = "n"
        self._style = "0"
        self._value: list[str] = []
        self._formula: list[str] | None = None
        self._into: list[str] | None = None
        self._length = 0
        self._pieces = TextPieces()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._start_cell(attributes)
        elif name == "v":
            self._into = self._value
        elif name == "f":
            self._into = self._formula = []
        elif name == "row":
            number = int(attributes.get("r", self._number + 1))
            if not self._number < number <= _LAST_ROW:
                raise ValueError("rows out of order")
            self._number, self._column = number, 0
            self._is_hidden = attributes.get("hidden") in ("1", "true")
        elif name == "mergeCell":
            if len(self._merged) >= _MOST_MERGED:
                raise ValueError("too many merged ranges")
            self._merged.append(_merged(attributes.get("ref", "")))
        else:
            self._pieces.start(name, attributes)

    def text(self, text: str) -> None:
        if self._into is None:
            self._pieces.text(text)
        elif self._length <= LONGEST_TEXT:
            self._into.append(text)
            self._length += len(text)

    def end(self, name: str) -> None:
        if name == "c":
            self._end_cell()
        elif name in ("v", "f"):
            self._into = None
        elif name == "row":
            if self._cells:
                self.rows.append(Row(self._number, tuple(self._cells), self._is_hidden))
                self._cells.clear()
        else:
            self._pieces.end(name)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        else:
            found = _REFERENCE.fullmatch(reference)
            if found is None:
                raise ValueError("no cell reference")
            self._column = _column_number(found[1])
        if self._column > _LAST_COLUMN:
            raise ValueError("beyond the last column")
        self._type = attributes.get("t", "n")
        self._style = attributes.get("s", "0")
        self._value.clear()
        self._formula = None
        self._length = 0

    def _end_cell(self) -> None:
        value = "".join(self._value)[: LONGEST_TEXT + 1]
        inline = self._pieces.take()
        is_reckoned = self._takes_results and (value.strip() or self._type == "str")
        if self._formula is not None and not is_reckoned:
            formula = "=" + "".join(self._formula)[:LONGEST_TEXT]
            self._cells.append(Cell(self._column, Content.FORMULA, formula))
            return
        content = Content.TEXT
        if self._type == "s":
            index = int(value) if value.strip() else -1
            if not 0 <= index < len(self._strings):
                raise ValueError("no such shared text")
            value = self._strings[index]
        elif self._type == "inlineStr":
            value = inline
        elif self._type == "str":
            value = unescape(value) if "_x" in value else value
        elif self._type == "b":
            content = Content.BOOLEAN
        elif self._type == "e":
            content = Content.ERROR
        elif self._type == "d":
            # A date of the strict format is text of its own form.
            value = value.replace("T", " ").removesuffix("Z").partition(".")[0]
        else:
            is_date = self._style in self._dates
            content = Content.DATE if is_date else Content.NUMBER
        if value.strip():
            if len(self._cells) >= _LAST_COLUMN:
                raise ValueError("too many cells in a row")
            self._cells.append(Cell(self._column, content, value))


def _merged(reference: str) -> Merged:
    found = _RANGE.fullmatch(reference)
    if found is None:
        raise ValueError("no range")
    first, top, last, bottom = found.groups()
    return Merged(
        reference,
        _column_number(first),
        int(top),
        _column_number(last or first),
        int(bottom or top),
    )


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
