"""The registers of 100,000 slips as workbooks, against openpyxl's own writing.

The floor writes the same cells with the same formats in a bare write-only loop, from
values that lie ready: no widths, no heights, no base to know the workbook by again.
"""

import io
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from app.database import Database
from app.desk import Desk, open_desk
from app.slip_list import SlipFilter
from models.text import untranslated
from reports.register_load import load
from reports.register_row import Register
from reports.register_xlsx import write_xlsx
from reports.sheet import FORMATS, Kind, Value, alignment_of
from tests.bench.register import STALL_MS, desk_on
from tests.bulk import bulk_database
from tests.measuring import Speed
from ui.shell.window import make_application
from ui.slip.export_dialog import ExportChoice
from ui.slip.register_export import RegisterExport

T = TypeVar("T")
SLIPS = 100_000
GOAL = 1.3


def rows() -> Iterator[Speed]:
    """Writing alone, reading and writing, and what the window feels of it."""
    path = bulk_database(SLIPS)
    read, ours, floor = _written(path)
    yield Speed(f"both registers of {SLIPS:,} slips, written", ours, GOAL, floor)
    yield Speed("   asked of the database and written", read + ours, GOAL, floor)
    yield Speed("   longest stall of the window meanwhile", _stall(path), STALL_MS)


def _written(path: Path) -> tuple[float, float, float]:
    """Milliseconds to read the registers, to write them, and for the floor."""
    database = Database(f"sqlite:///{path}")
    try:
        desk = database.read(open_desk)
        read, registers = _timed(lambda: _load(database, desk))
    finally:
        database.close()
    assert sum(len(register.rows) for register in registers) == SLIPS
    ours, _ = _timed(lambda: [_write(register) for register in registers])
    cells = [_cells(register) for register in registers]
    floor, _ = _timed(lambda: [_bare(*each) for each in cells])
    return read, ours, floor


def _timed(action: Callable[[], T]) -> tuple[float, T]:
    began = time.perf_counter()
    answer = action()
    return (time.perf_counter() - began) * 1e3, answer


def _load(database: Database, desk: Desk) -> list[Register]:
    return [database.read(load, desk, is_unit=is_unit) for is_unit in (True, False)]


def _write(register: Register) -> int:
    out = io.BytesIO()
    write_xlsx(register, out, untranslated)
    return out.tell()


def _cells(register: Register) -> tuple[list[Kind], list[list[Value]]]:
    values = [column.value for column in register.columns]
    rows: list[list[Value]] = [
        [serial, *(value(row) for value in values)]
        for serial, row in enumerate(register.rows, start=1)
    ]
    return [Kind.WHOLE, *(column.kind for column in register.columns)], rows


def _bare(kinds: Sequence[Kind], rows: Sequence[Sequence[Value]]) -> int:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    pens = []
    for kind in kinds:
        pen = WriteOnlyCell(sheet)
        pen.number_format, pen.font = FORMATS[kind], Font(size=10)
        pen.alignment = alignment_of(kind)
        pens.append(pen)
    for row in rows:
        for pen, value in zip(pens, row, strict=True):
            pen.value = value
        sheet.append(pens)
    out = io.BytesIO()
    book.save(out)
    return out.tell()


def _stall(path: Path) -> float:
    """The longest time the window did not turn while its list is exported."""
    make_application()
    with desk_on(path) as desk, TemporaryDirectory() as folder:
        page = desk.page
        out = Path(folder) / "register.xlsx"
        export = RegisterExport(page.frame, page)
        wanted = SlipFilter(register=page.question().register)
        export.write(wanted, "", ExportChoice(".xlsx", "all"), out)
        running = page.frame.work.tasks.running
        longest = desk.longest_gap(lambda: out.exists() or not running())
        assert out.exists(), "the export was not written"
        return longest
