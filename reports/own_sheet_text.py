"""Reads a simple CSV of a centre's own: UTF-8, GB 18030 or UTF-16; , ; or tab."""

import csv
import io
import re
from pathlib import Path

from models.data_book_problem import FileFault, UnreadableBook
from models.sheet_grid import (
    MOST_COLUMNS,
    MOST_ROWS,
    CellForm,
    Grid,
    GridCell,
    GridRow,
)
from reports.workbook_package import MOST_PACKED_MB

_MB = 1024 * 1024
_ENCODINGS = ("utf-8-sig", "gb18030")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_DELIMITERS = ",\t;"
_LONGEST = 4_000
_WRAPPED = re.compile(r'="(.*)"')
"""How programs keep a spreadsheet from taking a telephone for a number."""


def read_text(source: Path) -> Grid:
    """The rows of a CSV; every cell is text. Raises ``UnreadableBook``."""
    file = str(source)
    try:
        with source.open("rb") as stream:
            data = stream.read(MOST_PACKED_MB * _MB + 1)
    except FileNotFoundError as error:
        raise UnreadableBook(FileFault.NOT_THERE, file=file) from error
    except OSError as error:
        raise UnreadableBook(FileFault.UNREADABLE, file=file) from error
    if len(data) > MOST_PACKED_MB * _MB:
        raise UnreadableBook(FileFault.TOO_LARGE, file=file, limit=MOST_PACKED_MB)
    text = _decoded(data)
    if text is None:
        raise UnreadableBook(FileFault.NOT_A_WORKBOOK, file=file)
    if not text.strip():
        raise UnreadableBook(FileFault.EMPTY, file=file)
    first = text[:20_000]
    delimiter = max(_DELIMITERS, key=first.count)
    rows: list[GridRow] = []
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        for number, line in enumerate(lines, start=1):
            if len(line) > MOST_COLUMNS or number > MOST_ROWS:
                raise UnreadableBook(FileFault.TOO_MANY, file=file)
            cells = tuple(_cell(value) for value in line)
            if any(cell is not None for cell in cells):
                rows.append(GridRow(number, cells))
    except csv.Error as error:
        raise UnreadableBook(FileFault.DAMAGED, file=file) from error
    if not rows:
        raise UnreadableBook(FileFault.EMPTY, file=file)
    return Grid(source.stem, tuple(rows))


def _decoded(data: bytes) -> str | None:
    encodings = ("utf-16",) if data.startswith(_UTF_16) else _ENCODINGS
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None


def _cell(value: str) -> GridCell | None:
    plain = value.strip()
    if wrapped := _WRAPPED.fullmatch(plain):
        plain = wrapped[1].strip()
    return GridCell(CellForm.TEXT, plain[:_LONGEST]) if plain else None
