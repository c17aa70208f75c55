"""Writes 《年末截止清单》 for the accountant, beside the window."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.period_list import PeriodRow
from app.progress import Progress
from app.year_end import load_year_end
from models.year_end import YearEnd
from ui.printing import write_file
from ui.shell.file_offers import file_offers
from ui.shell.frame import Frame, Kind
from ui.year_end_paper import year_end_pdf, year_end_xlsx

TITLE = "年末截止清单"
_JANUARY = "-01"


def has_year_end(code: str) -> bool:
    """Whether the turn of a year lies in the period."""
    return code.endswith(_JANUARY)


class YearEndExport(QObject):
    """Asks where, writes on the paper lane, says where it lies."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame

    def start(self, period: PeriodRow) -> None:
        """Export the list of the year that ends in the period."""
        kinds = (self.tr("PDF files (*.pdf)"), self.tr("Excel workbooks (*.xlsx)"))
        year = int(period.code[:4]) - 1
        self._frame.ask.save_file(
            self._frame.place,
            self.tr("Export the year-end list"),
            f"{TITLE} {year}.pdf",
            ";;".join(kinds),
            partial(self._load, year),
        )

    def _load(self, year: int, path: Path) -> None:
        self._frame.work.look(
            self, load_year_end, year, done=partial(self._begin, path)
        )

    def _begin(self, path: Path, found: YearEnd) -> None:
        work = self._frame.work
        title = self.tr("Writing {name}").format(name=path.name)
        work.draw(self, partial(_draw, work.desk, found, path), self._tell, title=title)

    def _tell(self, path: Path) -> None:
        text = self.tr("Year-end list exported")
        self._frame.say(Kind.DONE, text, str(path), file_offers(path))


def _draw(desk: Desk, found: YearEnd, path: Path, progress: Progress) -> Path:
    is_book = path.suffix.lower() == ".xlsx"
    progress.step(0, 0)
    return write_file((year_end_xlsx if is_book else year_end_pdf)(desk, found), path)
