"""Writes 《年末截止清单》 of the year that a January period cuts off."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.progress import Progress
from app.year_end import load_year_end
from models.year_end import YearEnd
from ui.printing import write_file
from ui.shell.file_offers import file_offers
from ui.shell.frame import Frame, Kind
from ui.year_end_paper import year_end_pdf, year_end_xlsx

TITLE = "年末截止清单"


def year_cut_by(period: str) -> int | None:
    """The year whose end lies in a period; None for all but that of January."""
    year, month = period.split("-")
    return int(year) - 1 if month == "01" else None


class YearEndExport(QObject):
    """Asks where, writes on the paper lane, says where it lies."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame

    def start(self, year: int) -> None:
        """Export the list of a year as workbook or PDF."""
        kinds = (self.tr("Excel workbooks (*.xlsx)"), self.tr("PDF files (*.pdf)"))
        self._frame.ask.save_file(
            self._frame.place,
            self.tr("Export the list of the year's end"),
            f"{TITLE} {year}.xlsx",
            ";;".join(kinds),
            partial(self._load, year),
        )

    def _load(self, year: int, path: Path) -> None:
        done = partial(self._begin, path)
        self._frame.work.look(self, load_year_end, year, done=done)

    def _begin(self, path: Path, found: YearEnd) -> None:
        work = self._frame.work
        title = self.tr("Writing {name}").format(name=path.name)
        work.draw(self, partial(_draw, work.desk, found, path), self._tell, title=title)

    def _tell(self, path: Path) -> None:
        text = self.tr("List of the year's end exported")
        self._frame.say(Kind.DONE, text, str(path), file_offers(path))


def _draw(desk: Desk, found: YearEnd, path: Path, progress: Progress) -> Path:
    draw = year_end_pdf if path.suffix.lower() == ".pdf" else year_end_xlsx
    content = draw(desk, found)
    progress.step(0, 0)
    return write_file(content, path)
