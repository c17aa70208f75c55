"""The statement leaves the room as a file whose name says period and state."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.period_list import PeriodRow
from models.finance_period import FileKind
from tests.app.finance_month import PERIOD
from tests.clock import Clock
from tests.ui.answering import Answering
from tests.ui.finance.conftest import Month
from ui.finance.page import FinancePage
from ui.finance.statement_export import StatementExport
from ui.shell.main_window import MainWindow

Enter = Callable[[], FinancePage]


def test_an_open_statement_is_drawn_into_a_workbook(
    month: Month,
    enter: Enter,
    ask: Answering,
    window: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    page = enter()
    ask.path = tmp_path / "statement.xlsx"
    page.export.click()
    qtbot.waitUntil(ask.path.exists)
    qtbot.waitUntil(lambda: not window.work.tasks.running())
    assert ask.asked[-1] == "有偿维修费用汇总表 2026-03 未关账 0323-0900.xlsx"
    book = load_workbook(BytesIO(ask.path.read_bytes()))
    assert book.sheetnames[0] == "汇总"


def test_the_name_of_a_closed_statement_says_so(
    enter: Enter, window: MainWindow, clock: Clock
) -> None:
    export = StatementExport(window, window)
    row = PeriodRow(
        PERIOD, clock.at, clock.at, closed_at=clock.at, closed_by="演示财务"
    )
    assert export.name(row) == "有偿维修费用汇总表 2026-03 已关账"


def test_a_reprint_of_a_closed_statement_is_the_stored_bytes(
    peopled: Database,
    shop_desk: Desk,
    clock: Clock,
    ask: Answering,
    window: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    from app.period_close import Papers, close_alone

    clock.local("2026-03-23 10:00")
    stored = {FileKind.PDF: b"%PDF-1.4 stored", FileKind.XLSX: b"PK stored"}
    papers = Papers(lambda _: stored[FileKind.PDF], lambda _: stored[FileKind.XLSX])
    peopled.write(close_alone, shop_desk, PERIOD, papers)
    export = StatementExport(window, window)
    row = PeriodRow(PERIOD, clock.at, clock.at, closed_at=clock.at)
    for kind, content in stored.items():
        ask.path = tmp_path / f"again.{kind.value}"
        export.start(row, kind)
        qtbot.waitUntil(ask.path.exists)
        assert ask.path.read_bytes() == content
