"""The lines of the two tables of people: technicians, and who sits at the desk."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.statistics_clerk import BehindClerk, Deed
from models.rate import mean_text, rate_text
from models.statistics import Behind, Dimension, FigureKey, Part
from models.statistics_report import ClerkRow, PersonRow
from models.text import QT_TRANSLATE_NOOP
from reports.statistics_words import NOTHING, name_of
from ui.dashboard.figure_words import split_name
from ui.dashboard.people_table import PersonCell, PersonLine
from ui.language import translate

_K = FigureKey
_T = QT_TRANSLATE_NOOP
_TECHNICIAN_FIGURES = (
    _K.EFFECTIVE,
    _K.COMPLETED,
    _K.UNFINISHED,
    _K.COMPLETION_RATE,
    _K.ARRIVAL,
    _K.SATISFACTION,
    _K.REWORK,
)
_CLERK_TITLES = (
    _T("PeopleLines", "Issued"),
    _T("PeopleLines", "Void of them"),
    _T("PeopleLines", "Taken back"),
    _T("PeopleLines", "Calls tried"),
    _T("PeopleLines", "Reached"),
)


def technician_titles() -> list[str]:
    """The headings of the table of technicians."""
    return [
        QCoreApplication.translate("PeopleLines", "Technician"),
        *(name_of(key, translate) for key in _TECHNICIAN_FIGURES),
        QCoreApplication.translate("PeopleLines", "Minutes to finish"),
    ]


def technician_lines(rows: Sequence[PersonRow]) -> list[PersonLine]:
    """One line a technician; a slip of two counts for both."""
    return [PersonLine(row.name, _technician_cells(row)) for row in rows]


def _technician_cells(row: PersonRow) -> tuple[PersonCell, ...]:
    def behind(key: FigureKey) -> Behind:
        return Behind(key, Part.NUMERATOR, Dimension.TECHNICIAN, row.name)

    def count(key: FigureKey, value: int) -> PersonCell:
        return PersonCell(f"{value}", behind=behind(key))

    def rate(key: FigureKey, above: int, below: int) -> PersonCell:
        text = rate_text(above, below)
        said = f"{text} %" if text is not None else NOTHING
        return PersonCell(said, f"{above}/{below}", behind(key))

    mean = mean_text(row.minutes, row.timed)
    return (
        count(_K.EFFECTIVE, row.effective),
        count(_K.COMPLETED, row.completed),
        count(_K.UNFINISHED, row.effective - row.completed),
        rate(_K.COMPLETION_RATE, row.completed, row.effective),
        rate(_K.ARRIVAL, row.arrived, row.arrival_base),
        rate(_K.SATISFACTION, row.satisfied, row.answered),
        rate(_K.REWORK, row.reworked, row.returned),
        PersonCell(mean or NOTHING, behind=behind(_K.FINISH_MINUTES)),
    )


def clerk_titles() -> list[str]:
    """The headings of the table of the desk."""
    return [
        QCoreApplication.translate("PeopleLines", "At the desk"),
        *(QCoreApplication.translate("PeopleLines", text) for text in _CLERK_TITLES),
    ]


def clerk_lines(rows: Sequence[ClerkRow]) -> list[PersonLine]:
    """One line for each who did something at the desk in the range."""
    return [
        PersonLine(
            split_name(Dimension.CLERK, row.name),
            (
                _of_clerk(row, _K.ISSUED, row.issued),
                _of_clerk(row, _K.VOID, row.void),
                _deed(row, Deed.TAKEN_BACK, row.returned),
                _deed(row, Deed.CALLED, row.called),
                _deed(row, Deed.REACHED, row.reached),
            ),
        )
        for row in rows
    ]


def _of_clerk(row: ClerkRow, key: FigureKey, count: int) -> PersonCell:
    behind = Behind(key, Part.NUMERATOR, Dimension.CLERK, row.name)
    return PersonCell(f"{count}", behind=behind)


def _deed(row: ClerkRow, deed: Deed, count: int) -> PersonCell:
    return PersonCell(f"{count}", behind=BehindClerk(row.name, deed))
