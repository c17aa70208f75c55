"""《工程维修统计》 as a workbook: figures, course, splits and people, with charts.

Every number is a number: rates too, in percent with two decimals, so that they can be
reckoned with. The charts are the spreadsheet's own, over the cells beside them.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.marker import Marker
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.text import (
    CharacterProperties,
    Paragraph,
    ParagraphProperties,
    RichTextProperties,
)
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from models.rate import mean_text, rate_text
from models.statistics import Figure, FigureKey, Measure
from models.statistics_report import StatisticsReport
from models.text import Translate
from reports.office import Office, local_time
from reports.sheet import FORMATS, Kind, display_width, put_text
from reports.statistics_frame import SPLITS, StatisticsFrame
from reports.statistics_words import (
    NOT_KEPT,
    NOTHING,
    change_of,
    name_of,
    word_of,
)

_FACE = "宋体"
_HAIR = Side(style="hair", color="FF808080")
_LINE = Border(left=_HAIR, right=_HAIR, top=_HAIR, bottom=_HAIR)
_FILL = PatternFill("solid", fgColor="FFEFEFEA")
_MOMENT = FORMATS[Kind.MOMENT]
_WHOLE, _TENTH, _RATE, _MONEY = "0", "0.0", "0.00", "#,##0.00;[Red]-#,##0.00"
_FORMS = {
    Measure.COUNT: _WHOLE,
    Measure.RATE: _RATE,
    Measure.REST: _RATE,
    Measure.MONEY: _MONEY,
    Measure.MONEY_RATE: _RATE,
    Measure.MINUTES: _TENTH,
    Measure.NOT_KEPT: _WHOLE,
}
_WIDEST = 46
_A4 = 9
_PALE, _DARK, _BLACK = "BFD3E6", "2F5D8A", "000000"
_WIDE, _HIGH = 16.0, 7.5
"""A chart in centimetres."""
_MOST_LABELS = 12
"""More names than these stand upright under a chart."""

Cell = str | int | Decimal | datetime | None


def write_xlsx(
    report: StatisticsReport, office: Office, out: BinaryIO, translate: Translate
) -> None:
    """Write the report; the same report gives the same cells."""
    frame = StatisticsFrame(report, office, translate)
    book = Workbook()
    # Not the moment of writing: who opens it reads what it speaks of.
    book.properties.creator = "Silian"
    book.properties.created = local_time(office, report.now.span.at)
    pen = _Pen(book, frame)
    pen.figures()
    pen.course()
    pen.reasons()
    pen.splits()
    pen.people()
    pen.oldest()
    pen.rules()
    book.save(out)


class _Pen:
    """Writes the sheets one after the other."""

    def __init__(self, book: Workbook, frame: StatisticsFrame) -> None:
        self._book = book
        self._frame = frame
        self.translate = frame.translate
        self._is_first = True

    def figures(self) -> None:
        """Every figure with what it is made of and the one before it."""
        frame, report = self._frame, self._frame.report
        sheet = self._sheet(self.translate("Statistics", "Figures"))
        setup: Any = sheet.page_setup
        setup.orientation, setup.fitToHeight = "portrait", 1
        self._head(sheet)
        name, now, _, before, change, rule = frame.heads
        top, below = (
            self.translate("Statistics", "Numerator"),
            self.translate("Statistics", "Denominator"),
        )
        heads = (
            name,
            now,
            self.translate("Statistics", "Unit"),
            top,
            below,
            self.translate("Statistics", "Median"),
            before,
            change,
            rule,
        )
        self._row(sheet, heads, is_head=True)
        number = 0
        for title, rows in frame.groups():
            self._row(sheet, (title, *[""] * 8), is_head=True)
            for figure, _ in rows:
                number += 1
                earlier = report.before.figure(figure.key)
                self._figure(sheet, figure, earlier, number)
        for text in (frame.others, frame.finance):
            if text:
                self._line(sheet, text)
        self._finish(sheet)

    def _figure(
        self, sheet: Worksheet, figure: Figure, before: Figure, number: int
    ) -> None:
        form = _FORMS[figure.measure]
        of_money = figure.measure in (Measure.MONEY, Measure.MONEY_RATE)
        parts = _MONEY if of_money else _WHOLE
        has_parts = figure.denominator is not None
        self._row(
            sheet,
            (
                name_of(figure.key, self.translate),
                self._value(figure),
                self._unit(figure),
                figure.numerator if has_parts else None,
                figure.denominator,
                figure.median,
                self._value(before),
                change_of(figure, before),
                number,
            ),
            ("@", form, "@", parts, parts, _TENTH, form, form, _WHOLE),
        )

    def _value(self, figure: Figure) -> Cell:
        if figure.measure is Measure.NOT_KEPT:
            return self.translate("Statistics", NOT_KEPT)
        return NOTHING if figure.value is None else Decimal(figure.value)

    def _unit(self, figure: Figure) -> str:
        match figure.measure:
            case Measure.RATE | Measure.REST | Measure.MONEY_RATE:
                return "%"
            case Measure.MONEY:
                return self.translate("Statistics", "yuan")
            case Measure.MINUTES:
                return self.translate("Statistics", "minutes, average")
            case Measure.NOT_KEPT:
                return ""
            case Measure.COUNT if figure.key is FigureKey.GAP_CASES:
                return self.translate("Statistics", "cases")
            case _:
                return self.translate("Statistics", "slips")

    def course(self) -> None:
        """The days or weeks, with a chart."""
        frame = self._frame
        sheet = self._sheet(self.translate("Statistics", "Course"))
        issued = self.translate("Statistics", "Issued")
        effective, completed, _, rate = frame.split_heads
        heads = (
            self.translate("Statistics", "From"),
            issued,
            effective,
            completed,
            rate,
        )
        first = self._row(sheet, heads, is_head=True)
        for name, point in zip(frame.step_names(), frame.report.trend, strict=True):
            cells = (name, point.issued, point.effective, point.completed)
            self._row(
                sheet,
                (*cells, _rate(point.rate)),
                ("@", _WHOLE, _WHOLE, _WHOLE, _RATE),
            )
        last = sheet.max_row
        if last > first:
            chart = _columns(
                sheet, first, last, (3, 4), self.translate("Statistics", "Course")
            )
            sheet.add_chart(chart, "G2")
        self._finish(sheet)

    def reasons(self) -> None:
        """The Pareto of the reasons, with a chart."""
        frame = self._frame
        sheet = self._sheet(self.translate("Statistics", "Why unfinished"))
        first = self._row(sheet, frame.reason_heads, is_head=True)
        for row in frame.report.now.reasons:
            self._row(
                sheet,
                (row.reason, row.count, _rate(row.share), _rate(row.running_share)),
                ("@", _WHOLE, _RATE, _RATE),
            )
        last = sheet.max_row
        if last > first:
            chart = _columns(
                sheet,
                first,
                last,
                (2,),
                self.translate("Statistics", "Why unfinished"),
            )
            line: Any = LineChart()
            line.add_data(
                Reference(sheet, min_col=4, min_row=first, max_row=last),
                titles_from_data=True,
            )
            (together,) = line.series
            # A curve would rise over 100 % between two reasons.
            together.smooth = False
            together.graphicalProperties.line.solidFill = _BLACK
            together.marker = Marker("square", 6)
            together.marker.graphicalProperties = GraphicalProperties(solidFill=_BLACK)
            line.y_axis.axId = 200
            line.y_axis.crosses = "max"
            line.y_axis.delete = False
            line.y_axis.scaling.min = 0
            line.y_axis.scaling.max = 100
            line.y_axis.majorGridlines = None
            line.y_axis.number_format = "0"
            chart += line
            sheet.add_chart(chart, "F2")
        self._finish(sheet)

    def splits(self) -> None:
        """One sheet for each way the slips are told apart, with a chart."""
        frame = self._frame
        for dimension in SPLITS:
            name = frame.dimension(dimension)
            sheet = self._sheet(name)
            first = self._row(sheet, (name, *frame.split_heads), is_head=True)
            for row in frame.report.now.splits[dimension]:
                word = word_of(row.name, self.translate)
                counts = (row.effective, row.completed, row.unfinished)
                self._row(
                    sheet,
                    (word, *counts, _rate(row.rate)),
                    ("@", _WHOLE, _WHOLE, _WHOLE, _RATE),
                )
            last = sheet.max_row
            if last > first:
                sheet.add_chart(_columns(sheet, first, last, (2, 3), name), "G2")
            self._finish(sheet)

    def people(self) -> None:
        """Technicians and the people of the desk (S2-6A.3)."""
        frame, report = self._frame, self._frame.report
        sheet = self._sheet(self.translate("Statistics", "Technicians"))
        self._row(sheet, frame.person_heads, is_head=True)
        for row in report.technicians:
            self._row(
                sheet,
                (
                    row.name,
                    row.effective,
                    row.completed,
                    _rate(rate_text(row.completed, row.effective)),
                    _rate(rate_text(row.arrived, row.arrival_base)),
                    _rate(rate_text(row.satisfied, row.answered)),
                    _rate(rate_text(row.reworked, row.returned)),
                    _rate(mean_text(row.minutes, row.timed)),
                ),
                ("@", _WHOLE, _WHOLE, *[_RATE] * 4, _TENTH),
            )
        self._finish(sheet)
        sheet = self._sheet(self.translate("Statistics", "People of the desk"))
        self._row(sheet, frame.clerk_heads, is_head=True)
        for one in report.clerks:
            counts = (one.issued, one.void, one.returned, one.called, one.reached)
            self._row(
                sheet,
                (word_of(one.name, self.translate), *counts),
                ("@", *[_WHOLE] * 5),
            )
        self._finish(sheet)

    def oldest(self) -> None:
        """The slips that are open longest."""
        sheet = self._sheet(self.translate("Statistics", "Open longest"))
        self._row(sheet, self._frame.oldest_heads, is_head=True)
        for slip, row in zip(
            self._frame.report.oldest, self._frame.oldest(), strict=True
        ):
            cells: list[Cell] = [*row]
            issued = local_time(self._frame.office, slip.issued_at)
            assert issued is not None
            cells[1:3] = issued, slip.days
            self._row(sheet, cells, ("@", _MOMENT, _WHOLE, *["@"] * 5))
        self._finish(sheet)

    def rules(self) -> None:
        """What every figure counts."""
        sheet = self._sheet(self.translate("Statistics", "Rules"))
        heads = (
            self.translate("Statistics", "Rule"),
            self.translate("Statistics", "Figure"),
            self.translate("Statistics", "What counts"),
        )
        self._row(sheet, heads, is_head=True)
        for number, name, rule in self._frame.rules():
            self._row(sheet, (int(number), name, rule), (_WHOLE, "@", "@"))
        self._finish(sheet)
        sheet.column_dimensions["C"].width = 100

    def _head(self, sheet: Worksheet) -> None:
        frame = self._frame
        for place, text in enumerate(
            (
                f"{frame.title}　{frame.kind}",
                frame.addressees,
                frame.span,
                frame.basis,
                frame.comparison,
                frame.according,
            )
        ):
            self._line(sheet, text, size=16 if place == 0 else 10)

    def _sheet(self, title: str) -> Worksheet:
        is_front = self._is_first
        if is_front:
            self._is_first = False
            sheet = self._book.worksheets[0]
            sheet.title = title
        else:
            sheet = self._book.create_sheet(title)
        sheet.sheet_view.showGridLines = False
        setup: Any = sheet
        setup.page_setup.paperSize = _A4
        setup.page_setup.orientation = "landscape"
        setup.page_setup.fitToWidth = 1
        setup.page_setup.fitToHeight = 0
        setup.sheet_properties.pageSetUpPr.fitToPage = True
        frame = self._frame
        setup.oddFooter.center.text = "&P / &N"
        if not is_front:
            # A sheet that is printed alone says of what it is.
            setup.oddHeader.left.text = _in_margin(f"{frame.title}　{frame.kind}")
            setup.oddHeader.right.text = _in_margin(frame.span)
            setup.oddFooter.left.text = _in_margin(frame.cut_off)
        return sheet

    def _line(self, sheet: Worksheet, text: str, size: int = 10) -> None:
        row = sheet.max_row + (sheet["A1"].value is not None)
        cell: Any = sheet.cell(row, 1)
        put_text(cell, text)
        cell.font = Font(name=_FACE, size=size, bold=size > 10)

    def _row(
        self,
        sheet: Worksheet,
        cells: Iterable[Cell],
        forms: Sequence[str] = (),
        *,
        is_head: bool = False,
    ) -> int:
        """Write a row under what is there; answers with its number."""
        number = sheet.max_row + (sheet["A1"].value is not None)
        for place, value in enumerate(cells):
            cell: Any = sheet.cell(number, place + 1)
            if isinstance(value, str):
                put_text(cell, value)
            else:
                cell.value = value
                cell.number_format = forms[place]
            cell.font = Font(name=_FACE, size=10, bold=is_head)
            cell.border = _LINE
            is_text = isinstance(value, str) and value != NOTHING
            across = "center" if is_head else "left" if is_text else "right"
            cell.alignment = Alignment(across, "center", wrap_text=True)
            if is_head:
                cell.fill = _FILL
        return number

    def _finish(self, sheet: Worksheet) -> None:
        """Columns as wide as their cells; what is above a table does not count."""
        widths: dict[int, int] = {}
        for row in sheet.iter_rows():
            told = [cell for cell in row if cell.value is not None]
            if len(told) < 2:
                continue
            for cell in told:
                assert cell.column is not None
                text = cell.value
                shown = f"{text:,.2f}" if isinstance(text, Decimal) else str(text)
                width = min(
                    _WIDEST, max(map(display_width, shown.splitlines() or [""]))
                )
                widths[cell.column] = max(widths.get(cell.column, 6), width)
        for column, width in widths.items():
            sheet.column_dimensions[get_column_letter(column)].width = width + 3


def _in_margin(text: str) -> str:
    """A text for the head or foot of a page, where & begins a code."""
    return text.replace("&", "&&")


def _rate(rate: str | None) -> Cell:
    return NOTHING if rate is None else Decimal(rate)


def _columns(
    sheet: Worksheet, first: int, last: int, columns: Sequence[int], title: str
) -> Any:
    """Columns of counts over the names in the first column."""
    chart: Any = BarChart()
    chart.title = title
    chart.width, chart.height = _WIDE, _HIGH
    for column in columns:
        chart.add_data(
            Reference(sheet, min_col=column, min_row=first, max_row=last),
            titles_from_data=True,
        )
    # Told apart on a print without colour: pale, dark, and both framed.
    colours = (_PALE, _DARK)[-len(columns) :]
    for series, colour in zip(chart.series, colours, strict=True):
        series.graphicalProperties.solidFill = colour
        series.graphicalProperties.line.solidFill = _DARK
    chart.set_categories(Reference(sheet, min_col=1, min_row=first + 1, max_row=last))
    # Spreadsheets hide the axes of a chart that does not say they are there.
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.numFmt = "0"
    chart.legend.position = "b"
    if last - first > _MOST_LABELS:
        upright = RichTextProperties(rot=-5_400_000, vert="horz")
        usual = Paragraph(pPr=ParagraphProperties(defRPr=CharacterProperties()))
        chart.x_axis.txPr = RichText(bodyPr=upright, p=[usual])
    return chart
