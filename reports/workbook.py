"""A workbook from outside: its sheets, texts and date formats, read as a stream.

Dates are told from numbers by their format, those of Chinese Excel included.
"""

import posixpath
import re
from collections.abc import Iterator, Sized
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation

from openpyxl.styles.numbers import is_date_format

from models.data_book_problem import FileFault
from reports.workbook_cells import Merged, Row, SheetTarget, TextPieces
from reports.workbook_package import Package

_MAIN_TYPE = re.compile(
    r"application/vnd\.(openxmlformats-officedocument\.spreadsheetml\.(sheet|template)"
    r"|ms-excel\.(sheet|template)\.macroEnabled)\.main\+xml"
)
_CELLLESS = ("chartsheet", "dialogsheet", "xlMacrosheet")
# Formats that only their number tells: the usual ones, and those of Chinese Excel.
_DATE_FORMATS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_MOST_FORMATS = 70_000
_MOST_STRINGS = 1_000_000
_MOST_SIGNS = 30_000_000
_MOST_PARTS = 2_000
_LONGEST_TITLE = 100
_DAY = 86_400
_LAST_SERIAL = 2_958_466


@dataclass(slots=True)
class SheetCells:
    """A sheet being read: run through ``rows`` once, then ``merged`` is known."""

    title: str
    rows: Iterator[Row]
    merged: list[Merged] = field(default_factory=list)
    is_hidden: bool = False


class Workbook:
    """A workbook whose sheets can be read one after the other.

    ``takes_results``: a formula's cell says what the spreadsheet last reckoned, where
    it did.
    """

    def __init__(self, package: Package, *, takes_results: bool = False) -> None:
        self._package = package
        self._takes_results = takes_results
        self._is_1904 = False
        self._sheets: list[tuple[str, str]] = []
        self._hidden: set[str] = set()
        self._dates: set[str] = set()
        self._strings: list[str] = []
        self._read_workbook(self._workbook_part())

    def sheets(self) -> Iterator[SheetCells]:
        """Every sheet in its order, hidden ones too."""
        for title, part in self._sheets:
            merged: list[Merged] = []
            is_hidden = title in self._hidden
            yield SheetCells(title, self._rows(part, merged), merged, is_hidden)

    def date_of(self, text: str) -> datetime | None:
        """The local time behind a date cell's number; None if it is out of range."""
        if not (number := _decimal(text)) or not 0 < number < _LAST_SERIAL:
            return None
        epoch = datetime(1904, 1, 1) if self._is_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's time is local
        return epoch + timedelta(seconds=int((number * _DAY).to_integral_value()))

    def _workbook_part(self) -> str:
        package = self._package
        if not package.has("[Content_Types].xml") or not package.has("_rels/.rels"):
            raise package.fault(FileFault.NOT_A_WORKBOOK)
        main = [
            target
            for kind, target in self._related("", "_rels/.rels").values()
            if kind == "officeDocument"
        ]
        types: dict[str, str] = {}

        def start(name: str, attributes: dict[str, str]) -> None:
            if name == "Override":
                part = attributes.get("PartName", "").lstrip("/")
                types[part] = attributes.get("ContentType", "")
                self._refuse_many(types)

        package.parse_whole("[Content_Types].xml", start)
        for part in main:
            if _MAIN_TYPE.fullmatch(types.get(part, "")) and package.has(part):
                return part
        raise package.fault(FileFault.NOT_A_WORKBOOK)

    def _related(self, folder: str, part: str) -> dict[str, tuple[str, str]]:
        """Relationship id → (last word of its type, part it leads to)."""
        found: dict[str, tuple[str, str]] = {}

        def start(name: str, attributes: dict[str, str]) -> None:
            if name == "Relationship" and attributes.get("TargetMode") != "External":
                kind = attributes.get("Type", "").rpartition("/")[2]
                target = posixpath.join("/", folder, attributes.get("Target", ""))
                path = posixpath.normpath(target).lstrip("/")
                found[attributes.get("Id", "")] = kind, path
                self._refuse_many(found)

        self._package.parse_whole(part, start)
        return found

    def _refuse_many(self, things: Sized) -> None:
        if len(things) > _MOST_PARTS:
            raise self._package.fault(FileFault.TOO_MANY)

    def _read_workbook(self, part: str) -> None:
        folder, name = posixpath.split(part)
        links_part = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self._package.has(links_part):
            raise self._package.fault(FileFault.DAMAGED)
        links = self._related(folder, links_part)
        sheets: list[tuple[str, str]] = []

        def start(name: str, attributes: dict[str, str]) -> None:
            if name == "workbookPr":
                self._is_1904 = attributes.get("date1904") in ("1", "true")
            elif name == "sheet":
                link = next((v for k, v in attributes.items() if k.endswith(":id")), "")
                title = attributes.get("name", "")[:_LONGEST_TITLE]
                sheets.append((title, link))
                if attributes.get("state", "visible") != "visible":
                    self._hidden.add(title)
                self._refuse_many(sheets)

        self._package.parse_whole(part, start)
        for title, link in sheets:
            kind, target = links.get(link, ("", ""))
            if kind == "worksheet" and self._package.has(target):
                self._sheets.append((title, target))
            elif kind in _CELLLESS:
                self._sheets.append((title, ""))
        if not sheets or len(self._sheets) != len(sheets):
            raise self._package.fault(FileFault.DAMAGED)
        for kind, target in links.values():
            if kind == "styles" and self._package.has(target):
                self._read_formats(target)
            elif kind == "sharedStrings" and self._package.has(target):
                self._read_strings(target)

    def _read_formats(self, part: str) -> None:
        own: dict[str, str] = {}
        used: list[str] = []
        is_cell = False

        def start(name: str, attributes: dict[str, str]) -> None:
            nonlocal is_cell
            if name == "numFmt":
                own[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            elif name in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
                is_cell = name == "cellXfs"
            elif name == "xf" and is_cell:
                used.append(attributes.get("numFmtId", "0"))
            if len(own) + len(used) > _MOST_FORMATS:
                raise self._package.fault(FileFault.TOO_MANY)

        self._package.parse_whole(part, start)
        dates = {str(number) for number in _DATE_FORMATS}
        for number, code in own.items():
            if is_date_format(code[:255]):
                dates.add(number)
            else:
                dates.discard(number)
        self._dates = {str(i) for i, number in enumerate(used) if number in dates}

    def _read_strings(self, part: str) -> None:
        strings = self._strings
        pieces = TextPieces()
        signs = 0

        def end(name: str) -> None:
            nonlocal signs
            pieces.end(name)
            if name == "si":
                text = pieces.take()
                strings.append(text)
                signs += len(text)
                if len(strings) > _MOST_STRINGS or signs > _MOST_SIGNS:
                    raise self._package.fault(FileFault.TOO_MANY)

        for _ in self._package.parse(part, pieces.start, end, pieces.text):
            pass

    def _rows(self, part: str, merged: list[Merged]) -> Iterator[Row]:
        if not part:
            return
        target = SheetTarget(
            self._strings, self._dates, merged, takes_results=self._takes_results
        )
        steps = self._package.parse(part, target.start, target.end, target.text)
        for _ in steps:
            yield from target.rows
            target.rows.clear()


def _decimal(text: str) -> Decimal | None:
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
