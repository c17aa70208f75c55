"""The first column of a table, held in sight while the others scroll by."""

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from ui.kit.row_delegate import RowDelegate
from ui.kit.row_table_header import TICK, TICK_LEFT
from ui.kit.row_table_model import RowTableModel


class FrozenColumn(QTableView):
    """A second view on the same model and the same selection, over the first column.

    It never has the keyboard; what is done to it is done to the table it lies over.
    """

    tick_clicked = Signal(int, object)
    """The box of a row was clicked: its position, and the keys held down."""

    def __init__(self, table: QTableView, row_height: int) -> None:
        super().__init__(table)
        self._table = table
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(row_height)
        self.verticalHeader().setDefaultSectionSize(row_height)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAutoScroll(False)

    def lie_over(self, header: QHeaderView, delegate: RowDelegate) -> None:
        """Take model, selection and scroll place from the table."""
        model = self._table.model()
        assert isinstance(model, RowTableModel)
        self.setModel(model)
        self.setSelectionModel(self._table.selectionModel())
        self.setItemDelegate(delegate)
        self.setHorizontalHeader(header)
        header.setSectionsMovable(False)
        for position in range(1, model.columnCount()):
            self.setColumnHidden(position, True)
        self.setAccessibleName(model.columns()[0].title)
        mine, theirs = self.verticalScrollBar(), self._table.verticalScrollBar()
        theirs.valueChanged.connect(mine.setValue)
        mine.valueChanged.connect(theirs.setValue)
        self._table.horizontalHeader().sectionResized.connect(self._follow_width)
        header.sectionResized.connect(self._lead_width)
        self.place()

    def place(self) -> None:
        """Lie where the first column is."""
        width = self._table.columnWidth(0)
        header = self._table.horizontalHeader().height()
        height = header + self._table.viewport().height()
        frame = self._table.frameWidth()
        self.setGeometry(frame, frame, width, height)
        if self.columnWidth(0) != width:
            self.setColumnWidth(0, width)

    def _follow_width(self, section: int, _: int, width: int) -> None:
        if section == 0 and self.columnWidth(0) != width:
            self.place()

    def _lead_width(self, section: int, _: int, width: int) -> None:
        if section == 0 and self._table.columnWidth(0) != width:
            self._table.setColumnWidth(0, width)
            self.place()

    def _on_tick(self, event: QMouseEvent) -> bool:
        return event.position().x() < TICK_LEFT + TICK + 6

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._table.setFocus()
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._on_tick(event):
            self.tick_clicked.emit(index.row(), event.modifiers())
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self._on_tick(event):
            self._table.doubleClicked.emit(index)
        elif index.isValid():
            self.tick_clicked.emit(index.row(), event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hover = getattr(self._table, "hover", None)
        if hover is not None:
            over = self.rowAt(int(event.position().y()))
            hover(over if over >= 0 else None)

    def leaveEvent(self, event: QEvent) -> None:
        hover = getattr(self._table, "hover", None)
        if hover is not None:
            hover(None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Sideways too: over the numbers the rest is scrolled.
        bar = self._table.horizontalScrollBar()
        step: QPoint = event.angleDelta()
        if step.x() and not step.y():
            bar.setValue(bar.value() - step.x() // 2)
            return
        super().wheelEvent(event)

    def scrollTo(
        self,
        index: Any,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        # The table it lies over scrolls; this one only follows.
        if not isinstance(index, QModelIndex):
            return
