"""Writes the statement into a workbook or onto paper, beside the window."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.period_list import PeriodRow
from app.progress import Progress
from app.statement import load_statement
from app.statement_file import load_file
from models.finance_period import FileKind
from models.statement import Statement
from ui.command_process import run_command
from ui.printing import write_file
from ui.shell.file_offers import file_offers
from ui.shell.frame import Frame, Kind
from ui.statement_paper import statement_pdf, statement_xlsx

ROWS_HERE = 2_000
"""More rows than this are written by a process of their own: the writing of so many
would make the window stutter.
"""
TITLE = "有偿维修费用汇总表"


class StatementExport(QObject):
    """Asks where, writes on the paper lane, says where it lies."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame

    def start(self, period: PeriodRow, kind: FileKind = FileKind.XLSX) -> None:
        """Export a period; the file's name says which, and how far it is."""
        kinds = [
            self.tr("Excel workbooks (*.xlsx)"),
            self.tr("PDF files (*.pdf)"),
        ]
        if kind is FileKind.PDF:
            kinds.reverse()
        self._frame.ask.save_file(
            self._frame.place,
            self.tr("Export the statement"),
            f"{self.name(period)}.{kind.value}",
            ";;".join(kinds),
            partial(self._load, period),
        )

    def name(self, period: PeriodRow) -> str:
        """``有偿维修费用汇总表 2026-11 已关账``; an open one says as of when."""
        if period.is_closed:
            return f"{TITLE} {period.code} 已关账"
        desk = self._frame.work.desk
        return f"{TITLE} {period.code} 未关账 {desk.local(desk.now()):%m%d-%H%M}"

    def _load(self, period: PeriodRow, path: Path) -> None:
        is_pdf = path.suffix.lower() == ".pdf"
        kind = FileKind.PDF if is_pdf else FileKind.XLSX
        self._frame.work.look(
            self, _load, period.code, kind, done=partial(self._begin, path, kind)
        )

    def _begin(self, path: Path, kind: FileKind, found: "bytes | Statement") -> None:
        work = self._frame.work
        title = self.tr("Writing {name}").format(name=path.name)
        step: Any
        if isinstance(found, bytes):
            step = partial(_write, found, path)
        elif len(found.slips) + len(found.entries) > ROWS_HERE:
            command = ["statement", found.period, f"--output={path}"]
            step = partial(run_command, work.address, work.desk, path, command)
        else:
            step = partial(_draw, work.desk, found, kind, path)
        work.draw(self, step, self._tell, title=title)

    def _tell(self, path: Path) -> None:
        text = self.tr("Statement exported")
        self._frame.say(Kind.DONE, text, str(path), file_offers(path))


def _load(session: Any, desk: Desk, period: str, kind: FileKind) -> "bytes | Statement":
    """What was stored at the close, else the statement, to be drawn."""
    stored = load_file(session, desk, period, kind)
    return load_statement(session, desk, period) if stored is None else stored


def _draw(
    desk: Desk, found: Statement, kind: FileKind, path: Path, progress: Progress
) -> Path:
    draw = statement_pdf if kind is FileKind.PDF else statement_xlsx
    return _write(draw(desk, found), path, progress)


def _write(content: bytes, path: Path, progress: Progress) -> Path:
    progress.step(0, 0)
    return write_file(content, path)
