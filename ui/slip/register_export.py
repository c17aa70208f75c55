"""Writes what a register shows into a workbook or onto paper."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.progress import Progress
from app.slip_list import Register as Which
from app.slip_list import SlipFilter, find_slip_numbers
from models.text import translator
from ui.paper_draw import PAPER_LANGUAGE, fonts_at_hand
from ui.printing import write_file
from ui.shell.file_offers import file_offers
from ui.shell.frame import Frame, Kind
from ui.slip.register_process import RegisterProcess
from ui.tasks import Lane

if TYPE_CHECKING:
    from reports.register_row import Register

ROWS_HERE = 2_000
"""More rows than this are written by a process of their own: the writing of so many
would make the window stutter.
"""


@dataclass(frozen=True, slots=True)
class _Export:
    """What is exported, and where to."""

    name: str
    path: Path
    is_unit: bool
    from_on: date | None
    until_on: date | None
    asked: str
    numbers: tuple[str, ...] = ()


class RegisterExport(QObject):
    """Asks where, writes on the paper lane, says where it lies."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame

    def start(self, wanted: SlipFilter, asked: str) -> None:
        """Export exactly the slips that ``wanted`` shows, in its order, as .xlsx or
        .pdf; ``asked`` says in words by what they were chosen.
        """
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
            partial(self._find, wanted, name, asked),
        )

    def _find(self, wanted: SlipFilter, name: str, asked: str, path: Path) -> None:
        desk = self._frame.work.desk
        export = _Export(
            name,
            path,
            wanted.register is Which.UNIT,
            _day(desk, wanted.from_at),
            _day(desk, wanted.until_at),
            asked,
        )
        self._frame.work.look(
            self,
            find_slip_numbers,
            wanted,
            done=partial(self._begin, export),
            lane=Lane.IDS,
        )

    def _begin(self, export: _Export, numbers: tuple[str, ...]) -> None:
        work = self._frame.work
        title = self.tr("Writing {name}, %Ln slip(s)", "", len(numbers)).format(
            name=export.name
        )
        tell = partial(self._tell, len(numbers))
        if len(numbers) > ROWS_HERE:
            process = RegisterProcess(
                work.address,
                work.desk,
                export.path,
                is_unit=export.is_unit,
                from_on=export.from_on,
                until_on=export.until_on,
                asked=export.asked,
                numbers=numbers,
            )
            work.draw(self, process.run, tell, title=title)
            return

        def write(register: "Register") -> None:
            work.draw(self, partial(_write, register, export.path), tell, title=title)

        work.look(self, _load, export, numbers, done=write)

    def _tell(self, count: int, path: Path) -> None:
        self._frame.say(
            Kind.DONE,
            self.tr("%Ln slip(s) exported", "", count),
            str(path),
            file_offers(path),
        )


def _day(desk: Desk, at: datetime | None) -> date | None:
    return None if at is None else desk.local(at).date()


def _load(
    session: Any, desk: Desk, export: _Export, numbers: tuple[str, ...]
) -> "Register":
    from reports.register_load import load

    return load(
        session,
        desk,
        is_unit=export.is_unit,
        from_on=export.from_on,
        until_on=export.until_on,
        numbers=numbers,
        asked=export.asked,
    )


def _write(register: "Register", path: Path, progress: Progress) -> Path:
    from reports.register import write_pdf, write_xlsx

    out = BytesIO()
    draw = write_pdf if path.suffix.lower() == ".pdf" else write_xlsx
    with fonts_at_hand():
        draw(register, out, translator(PAPER_LANGUAGE))
    progress.step(0, 0)
    return write_file(out.getvalue(), path)
