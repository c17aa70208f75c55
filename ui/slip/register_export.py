"""Writes what a register shows into a workbook or onto paper."""

from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.progress import Progress
from app.slip_list import Register as Which
from app.slip_list import SlipFilter, find_slip_ids, load_slip_rows
from models.text import translator
from ui.paper_draw import PAPER_LANGUAGE, fonts_at_hand
from ui.printing import write_file
from ui.shell.frame import Frame, Kind, Offer

if TYPE_CHECKING:
    from reports.register_row import Register

AT_ONCE = 500
"""Rows asked for in one statement when words narrow the list."""


class RegisterExport(QObject):
    """Asks where, writes on the paper lane, says where it lies."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame

    def start(self, wanted: SlipFilter) -> None:
        """Export exactly the slips that ``wanted`` shows, as .xlsx or .pdf."""
        name = (
            self.tr("Register of units")
            if wanted.register is Which.UNIT
            else self.tr("Register of public areas")
        )
        day = self._frame.work.desk.today().isoformat()
        self._frame.ask.save_file(
            self._frame.place,
            self.tr("Export the register"),
            f"{name} {day}.xlsx",
            self.tr("Excel workbooks (*.xlsx);;PDF files (*.pdf)"),
            partial(self._load, wanted, name),
        )

    def _load(self, wanted: SlipFilter, name: str, path: Path) -> None:
        self._frame.work.look(
            self, _load_register, wanted, done=partial(self._write, name, path)
        )

    def _write(self, name: str, path: Path, register: "Register") -> None:
        self._frame.work.draw(
            self,
            partial(_write, register, path),
            partial(self._tell, len(register.rows)),
            title=self.tr("Writing {name}").format(name=name),
        )

    def _tell(self, count: int, path: Path) -> None:
        self._frame.say(
            Kind.DONE,
            self.tr("%n slip(s) exported", "", count),
            str(path),
            [
                Offer(self.tr("Open"), partial(_open, path)),
                Offer(self.tr("Open the folder"), partial(_open, path.parent)),
            ],
        )


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _load_register(session: Any, desk: Desk, wanted: SlipFilter) -> "Register":
    from reports.register_load import load

    def day(at: Any) -> Any:
        return desk.local(at).date() if at is not None else None

    register = load(
        session,
        desk,
        is_unit=wanted.register is Which.UNIT,
        from_on=day(wanted.from_at),
        until_on=day(wanted.until_at),
    )
    if not wanted.text:
        return register
    ids = find_slip_ids(session, desk, wanted)
    shown = {
        row.number
        for start in range(0, len(ids), AT_ONCE)
        for row in load_slip_rows(session, desk, ids[start : start + AT_ONCE])
        if row is not None
    }
    return replace(
        register, rows=tuple(row for row in register.rows if row.number in shown)
    )


def _write(register: "Register", path: Path, progress: Progress) -> Path:
    from reports.register import write_pdf, write_xlsx

    out = BytesIO()
    draw = write_pdf if path.suffix.lower() == ".pdf" else write_xlsx
    with fonts_at_hand():
        draw(register, out, translator(PAPER_LANGUAGE))
    progress.step(0, 0)
    return write_file(out.getvalue(), path)
