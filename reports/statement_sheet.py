"""One list of the statement as a sheet: heads, rows, live sums, signatures."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from reports.register_row import ENDED
from reports.sheet import Kind, display_width
from reports.sheet_stream import Content, Formula, Row, StreamBook
from reports.statement_column import STRUCK, Part
from reports.statement_figures import ListFigures
from reports.statement_frame import Frame
from reports.statement_page import lay_out
from reports.statement_style import LINE, Styles

FIRST = 6
"""The row of the first slip."""

_SERIAL_WIDTH = 5.5


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where the figures of a list stand, for formulas on other sheets."""

    sheet: str
    letters: dict[str, str]
    first: int
    last: int
    total: int
    parts: dict[Part, int]

    def range(self, key: str) -> str:
        """All cells of a column."""
        letter = self.letters[key]
        return f"'{self.sheet}'!${letter}${self.first}:${letter}${self.last}"

    def cell(self, key: str, part: Part | None = None) -> str:
        """The sum of a column, or of a part of it."""
        row = self.total if part is None else self.parts[part]
        return f"'{self.sheet}'!{self.letters[key]}{row}"

    @property
    def count(self) -> str:
        """The cell that counts the rows."""
        return f"'{self.sheet}'!B{self.total}"


def place_of(figures: ListFigures) -> ListPlace:
    """Where a list stands on its sheet."""
    which = figures.which
    last = FIRST + max(figures.count, 1) - 1
    return ListPlace(
        sheet=which.name,
        letters={
            column.key: get_column_letter(index)
            for index, column in enumerate(which.columns, start=2)
        },
        first=FIRST,
        last=last,
        total=last + 1,
        parts={part: last + 2 + index for index, part in enumerate(which.parts)},
    )


def add_list(
    book: StreamBook, styles: Styles, frame: Frame, figures: ListFigures
) -> None:
    """Add the sheet of a list; its rows are made when the book is saved."""
    which = figures.which
    writer = _ListWriter(styles, frame, figures)
    end = writer.place.total + len(which.parts) + 2
    last_letter = get_column_letter(len(which.columns) + 1)
    sheet = book.add(which.name, writer.rows(), f"{last_letter}{end}")
    lay_out(sheet, frame, title=which.name, heads=FIRST - 1, last=f"{last_letter}{end}")
    sheet.freeze_panes = f"C{FIRST}"
    for index, width in enumerate(writer.widths, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    writer.merge(sheet, end)


class _ListWriter:
    """Makes the rows of translate list."""

    def __init__(self, styles: Styles, frame: Frame, figures: ListFigures) -> None:
        self._styles = styles
        self._frame = frame
        self._figures = figures
        self._which = figures.which
        self._items = figures.items
        self.place = place_of(figures)
        self.widths = [_SERIAL_WIDTH, *map(figures.width, self._which.columns)]
        count = len(str(figures.count))
        self.widths[1] = max(self.widths[1], count + 8)
        self.widths[2] = max(self.widths[2], count + 12)

    def rows(self) -> Iterator[Row]:
        """All rows of the sheet."""
        yield from self._heads()
        yield from self._data() if self._items else self._nothing()
        yield self._total()
        yield from map(self._part, self._which.parts)
        yield Row((), ())
        yield self._signatures()

    def merge(self, sheet: Worksheet, end: int) -> None:
        """Join the cells of titles, heads, parts and signatures."""
        across = len(self._which.columns) + 1
        for row in (1, 2, 3, end):
            _merge(sheet, row, 1, row, across)
        start = 1
        for is_grouped, columns in groupby(
            ("", *(column.group for column in self._which.columns))
        ):
            length = len(list(columns))
            if is_grouped:
                _merge(sheet, 4, start, 4, start + length - 1)
            else:
                for column in range(start, start + length):
                    _merge(sheet, 4, column, 5, column)
            start += length
        for row in self.place.parts.values():
            _merge(sheet, row, 1, row, 4)

    def _heads(self) -> Iterator[Row]:
        frame, styles = self._frame, self._styles
        across = len(self._which.columns) + 1
        closed = frame.statement.is_closed
        facts = (frame.period, frame.basis, frame.state)
        said = "　".join(facts if closed else (frame.state, *facts[:2]))
        count = frame.translate("Statement", "{count} rows")
        title = self._which.title(frame.words)
        title = f"{title}　{count.format(count=len(self._items))}"
        under = styles.subtitle if closed else styles.warning
        yield Row((styles.title,), (frame.title,), 26)
        room = sum(self.widths)
        yield Row((under,), (said,), LINE * text_lines(said, room) + 4)
        yield Row((styles.section,), (title,), 20)
        groups = ["", *(column.group for column in self._which.columns)]
        titles = [column.title for column in self._which.columns]
        heads = [frame.translate("Statement", each) for each in titles]
        serial = frame.translate("Statement", "No.")
        # Nothing may lie hidden in a cell that is joined to its neighbour.
        over = [
            text
            if not group
            else None
            if group == before
            else frame.translate("Statement", group)
            for text, group, before in zip(
                [serial, *heads], groups, ["", *groups[:-1]], strict=True
            )
        ]
        under_groups = [
            head if group else None
            for head, group in zip([serial, *heads], groups, strict=True)
        ]
        yield Row([styles.heading] * across, over, LINE + 4)
        lines = max(
            text_lines(head, width) - (not group)
            for head, width, group in zip(
                heads, self.widths[1:], groups[1:], strict=True
            )
        )
        lines = max(lines, 1)
        yield Row([styles.heading] * across, under_groups, LINE * lines + 4)

    def _data(self) -> Iterator[Row]:
        columns = self._which.columns
        styles = [self._styles.serial, *self._each(self._styles.cells)]
        struck = [
            styles[0],
            *(
                self._styles.struck[column.kind]
                if column.key in STRUCK
                else self._styles.cells[column.kind]
                for column in columns
            ),
        ]
        values = [column.value for column in columns]
        rooms = [
            (index, width)
            for index, (column, width) in enumerate(
                zip(columns, self.widths[1:], strict=True), start=1
            )
            if column.kind is Kind.TEXT
        ]
        words = self._frame.words
        for serial, item in enumerate(self._items, start=1):
            contents: list[Any] = [serial, *(value(item, words) for value in values)]
            lines = 1
            for index, room in rooms:
                text = contents[index]
                if 2 * len(text) > room or "\n" in text:
                    lines = max(lines, text_lines(text, room))
            is_ended = getattr(item, "state", None) in ENDED
            height = LINE * lines if lines > 1 else None
            yield Row(struck if is_ended else styles, contents, height)

    def _nothing(self) -> Iterator[Row]:
        styles = [self._styles.plain, *self._each(self._styles.cells)]
        empty: list[Content] = [None] * len(self._which.columns)
        yield Row(styles, (self._frame.words.none, *empty))

    def _each(self, styles: dict[Kind, int]) -> list[int]:
        return [styles[column.kind] for column in self._which.columns]

    def _total(self) -> Row:
        """Sums, the count of rows as it is and as the program knows it."""
        translate = self._frame.translate
        count, place = len(self._items), self.place
        letter = place.letters[self._which.counted]
        counted = f"COUNTA({letter}{place.first}:{letter}{place.last})"
        verdict = self._frame.words
        check = f'IF(B{place.total}=C{place.total},"{verdict.agrees}",'
        check += f'"{verdict.differs}")'
        styles = [self._styles.sums[Kind.TEXT], *self._each(self._styles.sums)]
        contents: list[Content] = [
            translate("Statement", "Sum"),
            *self._sum_cells(None),
        ]
        styles[1] = self._styles.counted(translate("Statement", '"= "0" rows"'))
        styles[2] = self._styles.counted(translate("Statement", '"program: "0" rows"'))
        styles[3] = self._styles.counted("@")
        contents[1] = Formula(counted, count)
        contents[2] = count
        contents[3] = Formula(check, verdict.agrees)
        return Row(styles, contents, LINE + 6)

    def _part(self, part: Part) -> Row:
        translate = self._frame.translate
        text = translate("Statement", "of which {what}").format(
            what=part.text(self._frame.words)
        )
        styles = [self._styles.cells[Kind.TEXT], *self._each(self._styles.cells)]
        styles[1:4] = [self._styles.cells[Kind.TEXT]] * 3
        return Row(styles, [text, *self._sum_cells(part)], LINE + 3)

    def _sum_cells(self, part: Part | None) -> list[Content]:
        cells: list[Content] = []
        place = self.place
        for column in self._which.columns:
            if not column.is_summed:
                cells.append(None)
                continue
            letter = place.letters[column.key]
            cells_of = f"{letter}{place.first}:{letter}{place.last}"
            if part is None:
                text = f"SUM({cells_of})"
            else:
                told = place.letters[part.key]
                wanted = part.text(self._frame.words)
                asked = f"{told}{place.first}:{told}{place.last}"
                text = f'SUMIF({asked},"{wanted}",{cells_of})'
            cells.append(Formula(text, self._figures.sum_of(column, part)))
        return cells

    def _signatures(self) -> Row:
        names = self._frame.signatures
        room = sum(self.widths) - display_width("".join(names)) - 4 * len(names)
        line = "＿" * max(min(int(room / 2 / len(names)), 8), 2)
        text = "　　".join(f"{name}{line}" for name in names)
        return Row((self._styles.plain,), (text,), 26)


def _merge(sheet: Worksheet, top: int, left: int, bottom: int, right: int) -> None:
    if (top, left) != (bottom, right):
        sheet.merged_cells.add(CellRange(None, left, top, right, bottom))


def text_lines(text: str, room: float) -> int:
    """How many lines a text takes in a column."""
    across = max(int(room), 1)
    return sum(-(-display_width(line) // across) or 1 for line in text.split("\n"))
