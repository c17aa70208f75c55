"""How a sheet of the statement's workbook is printed: paper, titles, head and foot."""

from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from reports.sheet import safe_text
from reports.statement_frame import Frame

_PAPER_A4 = 9
_LONGEST = 235
"""A little less than a spreadsheet takes in a head or a foot."""


def lay_out(
    sheet: Worksheet, frame: Frame, *, title: str, heads: int, last: str
) -> None:
    """A4 landscape, one page wide; the first ``heads`` rows stand on every page."""
    sheet.print_area = f"A1:{last}"
    if heads:
        sheet.print_title_rows = f"1:{heads}"
    setup = sheet.page_setup
    setup.orientation = "landscape"
    setup.paperSize = _PAPER_A4
    setup.fitToWidth = 1
    setup.fitToHeight = 0
    setup.pageOrder = "overThenDown"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.header = 0.45, 0.2
    margins.bottom, margins.footer = 0.7, 0.25
    number = frame.page_number.format(number="&P", count="&N")
    seal = [_page_text(line) for line in frame.seal]
    right = "　".join((*seal[1:], f"{title}　{number}"))
    about = f"{frame.state}　{frame.according}"
    left = [_fitted(about, _LONGEST - len(right) - sum(map(len, seal[:1]))), *seal[:1]]
    foot: Any = sheet.oddFooter
    # Two hashes side by side: they have room at their own size, whatever the scale.
    sheet.HeaderFooter.scaleWithDoc = False
    foot.left.text, foot.left.size = "　".join(left), 6
    foot.right.text, foot.right.size = right, 6


def _fitted(text: str, room: int) -> str:
    text = _page_text(text)
    return text if len(text) <= room else text[: room - 1].rstrip("&") + "…"


def _page_text(text: str) -> str:
    """Text for a page's head or foot, where & begins an order."""
    return safe_text(text).replace("&", "&&")
