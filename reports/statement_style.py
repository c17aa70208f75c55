"""How the cells of the statement's workbook look: a few styles, made once a book."""

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from reports.sheet import FORMATS, Kind
from reports.sheet_stream import StreamBook

FACE = "宋体"
LINE = 13.5
"""The height of one line of ordinary text (pt)."""

_HAIR = Side(style="hair", color="FF808080")
_THIN = Side(style="thin")
_CELL = Border(left=_HAIR, right=_HAIR, top=_HAIR, bottom=_HAIR)
_SUM = Border(left=_HAIR, right=_HAIR, top=_THIN, bottom=_THIN)
_FILL = PatternFill("solid", fgColor="FFEFEFEA")
_MONEY = "#,##0.00;[Red]-#,##0.00"
_ACROSS = {Kind.TEXT: "left", Kind.MONEY: "right"}


class Styles:
    """Numbers of styles by what they are for."""

    def __init__(self, book: StreamBook) -> None:
        self._book = book
        centre = Alignment(horizontal="center", vertical="center", wrap_text=True)
        left = Alignment(horizontal="left", vertical="center", wrap_text=True)
        self.title = book.style(font=_font(16, bold=True), alignment=centre)
        self.subtitle = book.style(font=_font(10), alignment=centre)
        self.warning = book.style(
            font=_font(10, bold=True, colour="FFC00000"), alignment=centre
        )
        self.section = book.style(font=_font(11, bold=True), alignment=left)
        self.plain = book.style(font=_font(10), alignment=left)
        self.small = book.style(font=_font(8), alignment=left)
        self.heading = book.style(
            font=_font(10, bold=True), alignment=centre, border=_SUM, fill=_FILL
        )
        self.cells = {kind: self._cell(kind) for kind in Kind}
        self.struck = {kind: self._cell(kind, strike=True) for kind in Kind}
        self.sums = {kind: self._cell(kind, is_sum=True) for kind in Kind}
        self.serial = book.style(font=_font(10), alignment=centre, border=_CELL)
        self.verdict = book.style(font=_font(10), alignment=centre, border=_CELL)

    def counted(self, form: str) -> int:
        """A bold whole number within words: ``"共 "0" 行"``."""
        return self._book.style(
            font=_font(10, bold=True),
            alignment=Alignment(horizontal="center", vertical="center"),
            border=_SUM,
            fill=_FILL,
            number_format=form,
        )

    def _cell(self, kind: Kind, *, strike: bool = False, is_sum: bool = False) -> int:
        return self._book.style(
            font=_font(10, bold=is_sum, strike=strike),
            alignment=Alignment(
                horizontal=_ACROSS.get(kind, "center"),
                vertical="center",
                wrap_text=kind is Kind.TEXT,
            ),
            border=_SUM if is_sum else _CELL,
            fill=_FILL if is_sum else None,
            number_format=_MONEY if kind is Kind.MONEY else FORMATS[kind],
        )


def _font(
    size: float,
    *,
    bold: bool = False,
    strike: bool = False,
    colour: str = "FF000000",
) -> Font:
    return Font(name=FACE, size=size, bold=bold, strike=strike, color=colour)
