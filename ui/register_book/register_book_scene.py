"""How the return of an edited register is pictured."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.desk import Desk
from app.progress import SILENT
from app.slip_amend import AmendSlip, amend_slip
from models.register_book import BookRow, RegisterBook
from models.sheet_grid import CellForm, GridCell
from models.text import untranslated
from ui.register_book.opening import open_book
from ui.register_book.page import RegisterBookPage
from ui.scene import Stage, Step
from ui.slip.register_page import RegisterPage

_TYPED = {
    "维修内容": "厨房水槽下方漏水，业户另约晚上七点以后",
    "备注": "业户在家，先电话",
    "维修人": "演示技工甲、演示技工乙",
    "类型/紧急": "很急",
    "联系电话(掩码)": "139****0000",
    "应收": "120.00",
}
_ROWS = 40


def scenes(stage: Stage) -> Iterator[Step]:
    """Asked for, refused, compared; the step before an export."""
    register = stage.window.show_page("register")
    assert isinstance(register, RegisterPage)
    yield stage.wait()
    register.export.click()
    yield "register-export", stage.dialog
    box = stage.dialog()
    if box is not None:
        box.close()
    register.bar.bring.click()
    yield "register-bring", stage.popup
    menu = stage.popup()
    if menu is not None:
        menu.close()
    page = stage.window.show_page("register_book")
    assert isinstance(page, RegisterBookPage)
    yield "register-book-file", stage.whole
    page.take_file(Path("登记表 2026-11-20.xlsx"))
    yield stage.wait()
    yield "register-book-refused", stage.whole
    books: list[RegisterBook] = []
    stage.window.work.look(page, _exported, done=books.append)
    yield stage.wait()
    book, conflict = _edited(books[0])
    slip = next((row for row in stage.rows if row.number == conflict), None)
    if slip is not None:
        order = AmendSlip(slip.id, content="厨房水管漏水，已关总阀")
        stage.window.work.change(page, amend_slip, order, done=lambda _: None)
    yield stage.wait()
    page.reason.set_value("登记表更正：2026-11-20 周例会")
    page._book = book
    page._compare()
    yield stage.wait()
    yield "register-book", stage.whole


def _exported(session: Any, desk: Desk) -> RegisterBook:
    from reports.register_load import load
    from reports.register_xlsx import write_xlsx

    out = BytesIO()
    whole = load(session, desk, is_unit=True)
    write_xlsx(replace(whole, rows=whole.rows[-_ROWS:]), out, untranslated)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "业户单元登记表 2026-11-20.xlsx"
        path.write_bytes(out.getvalue())
        book = open_book(path, SILENT)
    assert isinstance(book, RegisterBook)
    return book


def _edited(book: RegisterBook) -> tuple[RegisterBook, str]:
    """The book with cells typed over; the number of a slip still open among them."""
    rows: list[BookRow] = []
    conflict = ""
    for place, row in enumerate(book.rows):
        cells = dict(row.cells)
        state = cells["状态"].text
        for turn, (heading, text) in enumerate(_TYPED.items()):
            if (place + turn) % 4 == 0:
                cells[heading] = GridCell(CellForm.TEXT, text)
        if "已派发" in state or "已派工" in state:
            cells["维修内容"] = GridCell(CellForm.TEXT, _TYPED["维修内容"])
            conflict = conflict or row.number
        rows.append(replace(row, cells=cells))
    rows[3] = replace(rows[3], number="")
    return replace(book, rows=tuple(rows)), conflict
