"""Writes the reports that are due into their folder: for the window and commands."""

from pathlib import Path

from app.desk import Desk
from app.errors import FieldRefusal
from models.statistics_report import StatisticsReport
from ui.paper_trouble import FileNotRead, problem_of
from ui.statistics_paper import statistics_pdf
from ui.whole_file import new_file


class FolderMissing(FieldRefusal):
    """No folder is named for the reports, neither typed nor in the settings."""

    field = "report_folder"


def names_in(folder: Path) -> frozenset[str]:
    """The files a folder holds. Raises ``FileNotRead``."""
    try:
        return frozenset(path.name for path in folder.iterdir())
    except OSError as error:
        raise FileNotRead(path=str(folder), detail=problem_of(error)) from error


def write_report(desk: Desk, report: StatisticsReport, target: Path) -> Path:
    """Draw a report as PDF where nothing stands yet. Raises ``FileNotWritten``."""
    with new_file(target) as partial:
        partial.write_bytes(statistics_pdf(desk, report))
    return target
