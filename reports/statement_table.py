"""A list of the statement on paper: title, headings that repeat, rows, sums."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

from models.money import format_money
from reports import fonts
from reports.box import MM, Box
from reports.flow import Block
from reports.office import local_time, moment_text
from reports.page import Align, Page
from reports.register_row import ENDED
from reports.sheet import Kind, Value
from reports.statement_column import STRUCK, Part
from reports.statement_figures import ListFigures
from reports.statement_frame import Frame
from reports.table import Table, TableColumn, TableRow

GREY = "#ECECE7"

_TITLE = 8.5 * MM
_AIR = 0.55 * MM
_MANY = 14
_SMALL, _LARGE = 6.6, 8.0
_SHARES = {Kind.MOMENT: 0.68, Kind.DATE: 0.72}
"""Days are shorter on paper: the year stands only where it is another."""


class ListPaper:
    """One list as blocks of a page."""

    def __init__(self, frame: Frame, figures: ListFigures, width: float) -> None:
        self._frame = frame
        self._figures = figures
        self._which = figures.which
        columns = self._which.columns
        shares = {} if frame.has_two_years else _SHARES
        serial = frame.translate("Statement", "No.")
        size = _SMALL if len(columns) > _MANY else _LARGE
        self.table = Table(
            [
                TableColumn(serial, 4.5 + len(str(figures.count)) / 2, "centre"),
                *(
                    TableColumn(
                        frame.translate("Statement", column.title),
                        figures.width(column) * shares.get(column.kind, 1),
                        _align(column.kind),
                    )
                    for column in columns
                ),
            ],
            width,
            size,
        )
        self.table.heading_height = 2 * size * 1.28 + 1.4 * MM

    def blocks(self) -> Iterator[Block]:
        """Title, headings, rows; the sums keep the last row beside them."""
        headings = Block(self.table.heading_height, self.table.draw_headings)
        rows = list(self._rows())
        first = rows[0].height if rows else self.table.size * 2
        yield Block(_TITLE, self._draw_title, keep=headings.height + first)
        yield headings
        if not rows:
            yield Block(self.table.size * 2, self._draw_none)
        for row, is_last in zip(rows, (*[False] * (len(rows) - 1), True), strict=False):
            keep = self.table.size * 2 if is_last else 0
            yield self._row(row, again=headings, keep=keep)
        yield self._row(self._sums(None), again=headings, is_sum=True)
        for part in self._which.parts:
            yield self._row(self._sums(part), again=headings)

    def _rows(self) -> Iterator[TableRow]:
        columns = self._which.columns
        values = [column.value for column in columns]
        kinds = [column.kind for column in columns]
        struck = frozenset(
            place
            for place, column in enumerate(columns, start=1)
            if column.key in STRUCK
        )
        words, nothing = self._frame.words, frozenset[int]()
        for serial, item in enumerate(self._figures.items, start=1):
            texts = [
                self._text(value(item, words), kind)
                for value, kind in zip(values, kinds, strict=True)
            ]
            is_ended = getattr(item, "state", None) in ENDED
            yield self.table.row([str(serial), *texts], struck if is_ended else nothing)

    def _sums(self, part: Part | None) -> TableRow:
        frame = self._frame
        texts = [
            self._text(self._figures.sum_of(column, part), column.kind)
            if column.is_summed
            else ""
            for column in self._which.columns
        ]
        if part is None:
            count = frame.translate("Statement", "{count} rows")
            texts[0] = count.format(count=self._figures.count)
            return self.table.row([frame.translate("Statement", "Sum"), *texts])
        text = frame.translate("Statement", "of which {what}")
        texts[0] = text.format(what=part.text(frame.words))
        return self.table.row(["", *texts])

    def _row(
        self,
        row: TableRow,
        *,
        again: Block,
        keep: float = 0,
        is_sum: bool = False,
    ) -> Block:
        def draw(page: Page, box: Box) -> None:
            if is_sum:
                page.fill(box, GREY)
            font = fonts.SEMIBOLD if is_sum else fonts.REGULAR
            self.table.draw_row(page, box, row, _AIR, font)

        return Block(row.height + 2 * _AIR, draw, again=again, keep=keep)

    def _draw_title(self, page: Page, box: Box) -> None:
        baseline = box.bottom - 1.8 * MM
        text = self._which.title(self._frame.words)
        width = page.text(box.x, baseline, text, 10.5, font=fonts.SEMIBOLD)
        count = self._frame.translate("Statement", "{count} rows")
        count = count.format(count=self._figures.count)
        page.text(box.x + width + 4 * MM, baseline, count, 8.5)

    def _draw_none(self, page: Page, box: Box) -> None:
        page.frame(box, 0.12 * MM)
        text = self._frame.words.none
        page.line_in(box, text, self.table.size, align="centre")

    def _text(self, value: Value, kind: Kind) -> str:
        """A value as the paper writes it."""
        frame = self._frame
        match value:
            case None:
                return ""
            case datetime():
                if kind is Kind.DATE:
                    return self._day(value)
                return moment_text(frame.office, value, frame.beside)
            case Decimal():
                return format_money(value)
            case _:
                return str(value)

    def _day(self, value: datetime) -> str:
        local = local_time(self._frame.office, value)
        near = local_time(self._frame.office, self._frame.beside)
        assert local is not None and near is not None
        return local.strftime("%m-%d" if local.year == near.year else "%Y-%m-%d")


def _align(kind: Kind) -> Align:
    if kind is Kind.MONEY:
        return "right"
    return "centre" if kind is Kind.WHOLE else "left"
