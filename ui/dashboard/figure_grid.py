"""The figures of a range side by side: six in front, every other one under them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from models.statistics import FigureKey
from models.statistics_report import StatisticsReport
from reports.statistics_words import name_of
from ui.dashboard.figure_cell import FigureCell
from ui.dashboard.figure_words import figure_face
from ui.language import translate

ACROSS = 6


class FigureGrid(QWidget):
    """Each cell opens the slips of its figure."""

    wanted = Signal(object)
    """A ``FigureKey``."""

    def __init__(self, keys: tuple[FigureKey, ...], *, is_front: bool) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        self.cells: dict[FigureKey, FigureCell] = {}
        for place, key in enumerate(keys):
            cell = FigureCell(key, name_of(key, translate), is_front=is_front)
            cell.has_edge = place % ACROSS > 0
            cell.clicked.connect(lambda _, of=key: self.wanted.emit(of))
            self.cells[key] = cell
            grid.addWidget(cell, place // ACROSS, place % ACROSS)
        for at in range(ACROSS):
            grid.setColumnStretch(at, 1)

    def put(self, report: StatisticsReport) -> None:
        """Show the figures of a report."""
        for key, cell in self.cells.items():
            cell.put(figure_face(report, key))
