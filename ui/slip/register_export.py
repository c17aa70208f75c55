"""Writes what a register shows into a workbook or onto paper."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.desk import Desk, NotAllowed
from app.listing import IsWithin
from app.progress import Progress
from app.slip_list import Register as Which
from app.slip_list import SlipFilter, count_slips, find_slip_numbers
from models.staff import Permission
from models.text import translator
from ui.paper_draw import PAPER_LANGUAGE, fonts_at_hand
from ui.printing import write_file
from ui.shell.file_offers import file_offers
from ui.shell.frame import Frame, Kind
from ui.slip.export_dialog import (
    ExportChoice,
    ExportDialog,
    register_name,
    sorted_words,
)
from ui.slip.register_process import RegisterProcess
from ui.tasks import Lane

if TYPE_CHECKING:
    from reports.register_row import Register

ROWS_HERE = 2_000
"""More rows than this are written by a process of their own: the writing of so many
would make the window stutter.
"""
_KEPT = "register.export"


@dataclass(frozen=True, slots=True)
class _Export:
    """What is exported, and where to."""

    name: str
    path: Path
    is_unit: bool
    from_on: date | None
    until_on: date | None
    asked: str
    sorted_by: str
    by: str
    wanted: SlipFilter


class RegisterExport(QObject):
    """Asks where, writes on the paper lane, says where it lies."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame

    def start(self, wanted: SlipFilter, asked: str) -> None:
        """Export exactly the slips that ``wanted`` shows, in its order, as .xlsx or
        .pdf; ``asked`` says in words by what they were chosen, beside the days.
        """
        desk = self._frame.work.desk
        if not desk.may(Permission.READ_BOOKS):
            refusal = NotAllowed(actor=desk.actor, permission=Permission.READ_BOOKS)
            self._frame.refuse(refusal)
            return
        dialog = ExportDialog(
            wanted, asked, self._frame.state.text(_KEPT), self._frame.place
        )

        def choose(choice: ExportChoice) -> None:
            dialog.accept()
            self._frame.state.set_text(_KEPT, f"{choice.ending} {choice.by}")
            self._ask_where(wanted, asked, choice)

        dialog.submitted.connect(choose)
        dialog.open()

    def _ask_where(self, wanted: SlipFilter, asked: str, choice: ExportChoice) -> None:
        name = register_name(wanted)
        day = self._frame.work.desk.today().isoformat()
        kinds = {
            ".xlsx": self.tr("Excel workbooks (*.xlsx);;PDF files (*.pdf)"),
            ".pdf": self.tr("PDF files (*.pdf);;Excel workbooks (*.xlsx)"),
        }
        self._frame.ask.save_file(
            self._frame.place,
            self.tr("Export the register"),
            f"{name} {day}{choice.ending}",
            kinds[choice.ending],
            partial(self.write, wanted, asked, choice),
        )

    def write(
        self, wanted: SlipFilter, asked: str, choice: ExportChoice, path: Path
    ) -> None:
        """Write the list to ``path``, beside the window; it then says where it lies."""
        from_on, until_on = _days(self._frame.work.desk, wanted)
        export = _Export(
            register_name(wanted),
            path,
            wanted.register is Which.UNIT,
            from_on,
            until_on,
            asked,
            sorted_words(wanted),
            choice.by,
            wanted,
        )
        self._frame.work.look(
            self,
            count_slips,
            wanted,
            done=partial(self._begin, export),
            lane=Lane.IDS,
        )

    def _begin(self, export: _Export, count: int) -> None:
        work = self._frame.work
        title = self.tr("Writing {name}, %Ln slip(s)", "", count).format(
            name=export.name
        )
        if count > ROWS_HERE:
            process = RegisterProcess(
                work.address,
                work.desk,
                export.path,
                is_unit=export.is_unit,
                from_on=export.from_on,
                until_on=export.until_on,
                asked=export.asked,
                sorted_by=export.sorted_by,
                by=export.by,
                wanted=export.wanted,
            )
            work.draw(self, process.run, partial(self._tell, count), title=title)
            return

        def write(register: "Register") -> None:
            work.draw(
                self,
                partial(_write, register, export),
                partial(self._tell, len(register.rows)),
                title=title,
            )

        work.look(self, _load, export, done=write)

    def _tell(self, count: int, path: Path) -> None:
        self._frame.say(
            Kind.DONE,
            self.tr("%Ln slip(s) exported", "", count),
            str(path),
            file_offers(path),
        )


def _days(desk: Desk, wanted: SlipFilter) -> tuple[date | None, date | None]:
    """The days of issue [from, until) that are asked for, by a span or a heading."""
    asked = dict(wanted.columns).get("issued")
    if isinstance(asked, IsWithin):
        return asked.from_on, asked.until_on
    return _day(desk, wanted.from_at), _day(desk, wanted.until_at)


def _day(desk: Desk, at: datetime | None) -> date | None:
    return None if at is None else desk.local(at).date()


def _load(session: Any, desk: Desk, export: _Export) -> "Register":
    """The list and its rows, both of one moment."""
    from reports.register_load import load

    desk.require(Permission.READ_BOOKS)
    return load(
        session,
        desk,
        is_unit=export.is_unit,
        from_on=export.from_on,
        until_on=export.until_on,
        numbers=find_slip_numbers(session, desk, export.wanted),
        asked=export.asked,
        sorted_by=export.sorted_by,
    )


def _write(register: "Register", export: _Export, progress: Progress) -> Path:
    from reports.register_part import SheetsBy
    from reports.register_pdf import write_pdf
    from reports.register_xlsx import write_xlsx

    out = BytesIO()
    draw = write_pdf if export.path.suffix.lower() == ".pdf" else write_xlsx
    with fonts_at_hand():
        draw(register, out, translator(PAPER_LANGUAGE), SheetsBy(export.by))
    progress.step(0, 0)
    return write_file(out.getvalue(), export.path)
