"""The list of what is wrong with a centre's own sheet, as a workbook to mend it by."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO
from zoneinfo import ZoneInfo

from models.text import Translate
from reports.sheet import Book, Column, Kind, Layout


@dataclass(frozen=True, slots=True)
class ErrorLine:
    """One wrong cell: row of the sheet, its heading there, what stands in it, why."""

    row: int
    heading: str
    value: str
    reason: str


def write_errors(
    file_name: str,
    lines: Sequence[ErrorLine],
    zone: ZoneInfo,
    out: BinaryIO,
    translate: Translate,
) -> None:
    """Write the list as .xlsx."""
    count = translate("SheetErrors", "{count} cells to mend").format(count=len(lines))
    layout = Layout(
        title=translate("SheetErrors", "Errors"),
        lines=(file_name, count),
        columns=(
            Column(translate("SheetErrors", "Row"), Kind.WHOLE),
            Column(translate("SheetErrors", "Heading"), widest=24),
            Column(translate("SheetErrors", "Value"), widest=40),
            Column(translate("SheetErrors", "Reason"), widest=60),
        ),
        foot=file_name,
        page_number=translate("SheetErrors", "Page {number} of {count}"),
    )
    book = Book(zone)
    book.add(
        layout, [(line.row, line.heading, line.value, line.reason) for line in lines]
    )
    book.save(out)
