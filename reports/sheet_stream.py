"""A workbook whose rows run straight into its file: quick, small, the same bytes.

openpyxl writes everything but the rows. A formula carries the value it had when it was
written, so that a viewer that does not reckon shows it too.
"""

import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, BinaryIO, TypeAlias
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo
from zoneinfo import ZoneInfo

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.packaging.relationship import RelationshipList
from openpyxl.styles import Alignment, Border, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from reports.sheet import Value, safe_text


@dataclass(frozen=True, slots=True)
class Formula:
    """What a spreadsheet reckons (without its =), and what it comes to."""

    text: str
    value: Decimal | int | str


Content: TypeAlias = Value | Formula


@dataclass(frozen=True, slots=True)
class Row:
    """Contents from column A on, each in its style; ``height`` None: as usual."""

    styles: Sequence[int]
    contents: Sequence[Content]
    height: float | None = None


_CHUNK = 500
_HIGHEST = 409
"""A row can not be higher (pt)."""
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's time is local
_DAY = timedelta(days=1)
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_ROWS_PART = re.compile(rb"<sheetData\s*/>|<sheetData></sheetData>")
_SIZE_PART = re.compile(rb'<dimension ref="[^"]*"')


class StreamBook:
    """A workbook of sheets added in their order; ``save`` writes it once.

    Aware times are shown in ``zone``; ``made_at`` is what the file says of its age.
    """

    def __init__(self, zone: ZoneInfo, made_at: datetime) -> None:
        self._book = Workbook()
        self._first = self._book.worksheets[0]
        self._book.remove(self._first)
        self._rows: dict[str, tuple[str, Iterable[Row]]] = {}
        self._zone = zone
        properties = self._book.properties
        properties.creator = "Silian"
        properties.created = made_at.astimezone(UTC).replace(tzinfo=None)
        properties.modified = properties.created

    def add(self, title: str, rows: Iterable[Row], size: str) -> Worksheet:
        """Add a sheet; its rows are asked for while it is saved.

        ``size`` is the last cell. Answers with what openpyxl writes around the rows.
        """
        sheet: Worksheet = self._book.create_sheet(title)
        self._rows[sheet.title] = (size, rows)
        return sheet

    def style(
        self,
        *,
        font: Font,
        alignment: Alignment,
        border: Border | None = None,
        fill: PatternFill | None = None,
        number_format: str = "General",
    ) -> int:
        """The number of a style, to be used in any sheet of the book."""
        cell: Any = Cell(self._first, 1, 1)
        cell.font = font
        cell.alignment = alignment
        cell.number_format = number_format
        if border is not None:
            cell.border = border
        if fill is not None:
            cell.fill = fill
        number: int = cell.style_id
        return number

    def save(self, out: BinaryIO) -> None:
        """Write the file; nothing can be added afterwards."""
        with _Archive(out, "w", ZIP_DEFLATED) as archive:
            writer = _Writer(self._book, archive)
            writer.rows = self._rows
            writer.ink = _Ink(self._zone)
            writer.write_data()


class _Archive(ZipFile):
    """A package whose parts have no age of their own."""

    def writestr(self, part: Any, data: Any, *_others: Any) -> None:
        super().writestr(_part(part), data, ZIP_DEFLATED)


def _part(name: str) -> ZipInfo:
    part = ZipInfo(name, _ZIP_DATE)
    part.compress_type = ZIP_DEFLATED
    part.create_system = 3
    return part


class _Writer(ExcelWriter):
    """Puts the rows between what openpyxl writes before and after them."""

    rows: dict[str, tuple[str, Iterable[Row]]]
    ink: "_Ink"

    def write_worksheet(self, ws: Any) -> None:
        around = io.BytesIO()
        writer: Any = WorksheetWriter(ws, around)
        writer.write()
        ws._rels, ws._drawing = RelationshipList(), None
        before, after = _ROWS_PART.split(around.getvalue())
        size, rows = self.rows[ws.title]
        before = _SIZE_PART.sub(f'<dimension ref="A1:{size}"'.encode(), before)
        archive: Any = self._archive  # type: ignore[attr-defined]
        with archive.open(_part(ws.path[1:]), "w", force_zip64=True) as part:
            part.write(before + b"<sheetData>")
            for piece in self.ink.pieces(rows):
                part.write(piece)
            part.write(b"</sheetData>" + after)
        self.manifest.append(ws)


class _Ink:
    """Turns rows into the XML of a sheet."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self._content: dict[type, Callable[[Any], str]] = {
            str: _text,
            int: _number,
            Decimal: _money,
            date: _day,
            time: _clock,
            datetime: self._moment,
            Formula: _formula,
        }

    def pieces(self, rows: Iterable[Row]) -> Iterator[bytes]:
        """The rows as bytes, some hundreds at a time."""
        letters = [get_column_letter(column) for column in range(1, 100)]
        lines: list[str] = []
        content = self._content
        for number, row in enumerate(rows, start=1):
            height = row.height and min(row.height, _HIGHEST)
            line = [
                f'<row r="{number}">'
                if height is None
                else f'<row r="{number}" ht="{height:g}" customHeight="1">'
            ]
            for letter, style, value in zip(  # noqa: B905 - more letters than cells
                letters, row.styles, row.contents
            ):
                if value is None or value == "":
                    if style:
                        line.append(f'<c r="{letter}{number}" s="{style}"/>')
                else:
                    written = content[type(value)](value)
                    line.append(f'<c r="{letter}{number}" s="{style}"{written}</c>')
            line.append("</row>")
            lines.append("".join(line))
            if len(lines) == _CHUNK:
                yield "".join(lines).encode()
                lines.clear()
        yield "".join(lines).encode()

    def _moment(self, value: datetime) -> str:
        if value.tzinfo is not None:
            value = value.astimezone(self._zone).replace(tzinfo=None)
        return f"><v>{(value - _FIRST_DAY) / _DAY!r}</v>"


def _text(value: str) -> str:
    """Text and nothing else, whatever it begins with: = + - @ #."""
    plain = escape(safe_text(value))
    return f' t="inlineStr"><is><t xml:space="preserve">{plain}</t></is>'


def _number(value: int) -> str:
    return f"><v>{value}</v>"


def _money(value: Decimal) -> str:
    return f"><v>{value:f}</v>"


def _day(value: date) -> str:
    return f"><v>{(value - _FIRST_DAY.date()).days}</v>"


def _clock(value: time) -> str:
    seconds = (value.hour * 60 + value.minute) * 60 + value.second
    return f"><v>{seconds / 86_400!r}</v>"


def _formula(value: Formula) -> str:
    kind = ' t="str"' if isinstance(value.value, str) else ""
    shown = escape(safe_text(str(value.value)))
    return f"{kind}><f>{escape(value.text)}</f><v>{shown}</v>"
