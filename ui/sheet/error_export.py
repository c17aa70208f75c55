"""Saves the list of a sheet's errors as a workbook, to mend the sheet by."""

from functools import partial
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.progress import Progress
from models.text import translator
from ui.paper_draw import PAPER_LANGUAGE
from ui.printing import write_file
from ui.sheet.checked_sheet import CheckedSheet
from ui.shell.frame import Frame, Kind


class ErrorExport(QObject):
    """Asks where, writes on the paper lane, says where it lies."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame

    def start(self, checked: CheckedSheet) -> None:
        """Save every error of a sheet."""
        name = Path(checked.sheet.book.name).stem
        self._frame.ask.save_file(
            self._frame.place,
            self.tr("Save the errors"),
            self.tr("{name} errors.xlsx").format(name=name),
            self.tr("Excel workbooks (*.xlsx)"),
            partial(self._write, checked),
        )

    def _write(self, checked: CheckedSheet, path: Path) -> None:
        self._frame.work.draw(
            self,
            partial(_write, checked, self._frame.work.desk.zone, path),
            lambda written: self._frame.say(
                Kind.DONE, self.tr("Errors saved"), str(written)
            ),
            title=self.tr("Writing {name}").format(name=path.name),
        )


def _write(checked: CheckedSheet, zone: ZoneInfo, path: Path, _: Progress) -> Path:
    from reports.own_sheet_errors import ErrorLine, write_errors

    lines = [ErrorLine(e.row, e.heading, e.value, e.reason) for e in checked.errors]
    out = BytesIO()
    write_errors(checked.sheet.book.name, lines, zone, out, translator(PAPER_LANGUAGE))
    return write_file(out.getvalue(), path)
