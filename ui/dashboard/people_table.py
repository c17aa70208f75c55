"""Who did what (S2-6A.3): a line for each person, a cell for each figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.statistics_clerk import BehindClerk
from models.statistics import Behind
from ui.kit.line_model import LineModel
from ui.kit.painted_list import Index
from ui.kit.painting import draw_text, fill_box, hairline, text_width, with_gaps
from ui.kit.title_header import TitleHeader
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, typeface

ROW_HEIGHT, HEADER_HEIGHT = 32, 36
_PADDING, _FIRST = 10, 24
_NAME, _LEAST, _WIDEST = 150, 84, 168
_RIGHT = Qt.AlignmentFlag.AlignRight
_LEFT = Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class PersonCell:
    """What one cell says; with ``behind`` it opens the slips it was counted from."""

    text: str
    made_of: str = ""
    behind: Behind | BehindClerk | None = None


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person; ``cells`` are under the titles after the first."""

    name: str
    cells: tuple[PersonCell, ...]


class _People(LineModel[PersonLine]):
    def cell(self, index: Index) -> PersonCell:
        line = self.lines[index.row()]
        if index.column():
            return line.cells[index.column() - 1]
        return PersonCell(line.name, behind=line.cells[0].behind)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role in (
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            name, title = self.lines[index.row()].name, self.titles[index.column()]
            parts = (name, title if index.column() else "", cell.text, cell.made_of)
            said = parts if index.column() else (name,)
            return " ".join(part for part in said if part)
        return None


class _Painter(QStyledItemDelegate):
    def __init__(self, view: "PeopleTable") -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        colours = tokens()
        cell = self._view.people.cell(index)
        rect = QRectF(option.rect)
        current = self._view.currentIndex()
        is_chosen = current.row() == index.row() and self._view.hasFocus()
        is_over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = colours.surface
        if is_chosen:
            ground = colours.chosen
        elif is_over and cell.behind is not None:
            ground = colours.hover
        painter.fillRect(rect, QColor(ground))
        hairline(painter, rect.left(), rect.bottom() - 0.5, rect.right(), colours.line)
        if is_chosen and current.column() == index.column():
            box = rect.adjusted(1, 1, -1, -2)
            fill_box(painter, box, 4, None, colours.accent, 2)
        if index.column() == 0:
            inner = rect.adjusted(_FIRST, 0, -_PADDING, 0)
            name = with_gaps(cell.text)
            strong = typeface(BODY, is_strong=True)
            draw_text(painter, inner, name, strong, colours.text, may_cut=True)
            return
        inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        plain = typeface(BODY)
        used = draw_text(painter, inner, cell.text, plain, colours.text, _RIGHT)
        small, said = typeface(CAPTION), cell.made_of
        rest = inner.adjusted(0, 0, -used - 10, 0)
        if said and text_width(said, small) <= rest.width():
            draw_text(painter, rest, said, small, colours.text_third, _RIGHT)


class PeopleTable(QTableView):
    """Arrow keys go from cell to cell; Enter or a click opens the slips of a cell."""

    opened = Signal(object, str)
    """A ``Behind`` or ``BehindClerk``, and what the cell is called."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.people = _People()
        self.people.setParent(self)
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setModel(self.people)
        self.setItemDelegate(_Painter(self))
        header = TitleHeader(
            self, height=HEADER_HEIGHT, padding=_PADDING, first=_FIRST, is_right=True
        )
        self.setHorizontalHeader(header)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._open)
        self.selectionModel().currentChanged.connect(
            lambda *_: self.viewport().update()
        )

    def show_lines(self, titles: Sequence[str], lines: Sequence[PersonLine]) -> None:
        """Show other figures; who stands on a cell stays with its person."""
        current = self.currentIndex()
        held = self.people.lines[current.row()].name if current.isValid() else None
        self.people.show_lines(titles, lines)
        self._spread()
        names = [line.name for line in lines]
        if held in names:
            at = names.index(held), current.column()
            self.setCurrentIndex(self.people.index(*at))

    def _spread(self) -> None:
        """The names keep their width, the figures share what is left."""
        count = self.people.columnCount() - 1
        if count < 1:
            return
        room = self.viewport().width() - _NAME
        each = max(_LEAST, min(_WIDEST, room // count))
        self.setColumnWidth(0, _NAME)
        for place in range(count):
            self.setColumnWidth(place + 1, each)

    def _open(self, index: QModelIndex) -> None:
        cell = self.people.cell(index) if index.isValid() else None
        if cell is None or cell.behind is None:
            return
        line = self.people.lines[index.row()]
        title = self.people.titles[index.column()] if index.column() else ""
        self.opened.emit(cell.behind, f"{line.name} {title}".strip())

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.people.lines:
            self.setCurrentIndex(self.people.index(0, 0))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()
