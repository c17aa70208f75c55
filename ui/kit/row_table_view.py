"""The list a desk looks at all day: fixed rows, no grid, chosen by id."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.kit.painting import draw_text, hairline, with_gaps
from ui.kit.row_delegate import FIRST_PADDING, PADDING, RowDelegate
from ui.kit.row_table_model import RowTableModel
from ui.theme.theme import tokens
from ui.theme.typeface import CAPTION, typeface

Row = TypeVar("Row")
ROW_HEIGHT = 32
COMPACT_HEIGHT = 28
HEADER_HEIGHT = 32


class RowHeader(QHeaderView):
    """Titles over the columns, painted in the palette."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)
        self.setStretchLastSection(False)
        self.setFixedHeight(HEADER_HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEADER_HEIGHT)

    def paintSection(self, painter: QPainter, rect: Any, logicalIndex: int) -> None:
        colours = tokens()
        area = QRectF(rect)
        painter.fillRect(area, QColor(colours.sunken))
        hairline(painter, area.left(), area.bottom() - 0.5, area.right(), colours.line)
        left = FIRST_PADDING if self.visualIndex(logicalIndex) == 0 else PADDING
        orientation = Qt.Orientation.Horizontal
        title = self.model().headerData(logicalIndex, orientation)
        align = self.model().headerData(
            logicalIndex, orientation, Qt.ItemDataRole.TextAlignmentRole
        )
        draw_text(
            painter,
            area.adjusted(left, 0, -PADDING, 0),
            with_gaps(str(title)),
            typeface(CAPTION, is_strong=True),
            colours.text_second,
            align,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(tokens().sunken))
        bottom = self.viewport().height() - 0.5
        hairline(painter, 0, bottom, self.viewport().width(), tokens().line)
        painter.end()
        super().paintEvent(event)


class RowTableView(QTableView, Generic[Row]):
    """A table whose rows are known by id."""

    chosen = Signal(object)
    """The id of the row that is current now; None when there is none."""
    opened = Signal(object)
    """The id of the row that was opened by Enter or a double click."""

    def __init__(
        self,
        model: RowTableModel[Row],
        name: str,
        *,
        row_height: int = ROW_HEIGHT,
        empty_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows = model
        self._over: int | None = None
        self._wanted_id: int | None = None
        self._empty_text = empty_text
        self.setAccessibleName(name)
        # Before there are rows: with a million of them these take minutes.
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(row_height)
        self.verticalHeader().setDefaultSectionSize(row_height)
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self, self))
        self.setHorizontalHeader(RowHeader(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.horizontalHeader().setSectionsClickable(False)
        for position, column in enumerate(model.columns()):
            self.setColumnWidth(position, column.width)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        model.modelReset.connect(self._after_reset)
        # Many answers may come in a row; the pages seen now are asked for once.
        self._looker = QTimer(self, singleShot=True, interval=0)
        self._looker.timeout.connect(self._look_at_visible)
        model.dataChanged.connect(lambda *_: self._looker.start())

    def row_under_pointer(self) -> int | None:
        """The row the pointer is over."""
        return self._over

    def first_column(self) -> int:
        """The column that stands at the left now."""
        return self.horizontalHeader().logicalIndex(0)

    def chosen_id(self) -> int | None:
        """The id of the current row."""
        index = self.currentIndex()
        return self._rows.id_at(index.row()) if index.isValid() else None

    def chosen_row(self) -> Row | None:
        """The current row, if its page is here."""
        index = self.currentIndex()
        return self._rows.row_at(index.row()) if index.isValid() else None

    def choose_id(self, wanted: int | None) -> bool:
        """Make the row with this id current; False when the list lacks it."""
        position = None if wanted is None else self._rows.position_of(wanted)
        if position is None:
            return False
        index = self._rows.index(position, self.first_column())
        self.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )
        self.scrollTo(index)
        return True

    def choose_position(self, position: int) -> None:
        """Make the row at ``position`` current."""
        wanted = self._rows.id_at(position)
        if wanted is not None:
            self.choose_id(wanted)

    def keep_ids(self, change: Callable[[], None]) -> None:
        """Run ``change`` (which gives the list other ids) and return to the same row
        and the same scroll place.
        """
        wanted = self.chosen_id()
        bar = self.verticalScrollBar()
        place = bar.value()
        change()
        bar.setValue(place)
        if wanted is not None and not self.choose_id(wanted):
            self.chosen.emit(None)

    def header_state(self) -> bytes:
        """Widths and order of the columns, to be kept."""
        return bytes(self.horizontalHeader().saveState().data())

    def restore_header(self, state: bytes) -> None:
        """Put back what ``header_state`` gave."""
        self.horizontalHeader().restoreState(QByteArray(state))

    def fill_width(self) -> None:
        """Give the column that takes the rest what room is left."""
        columns = self._rows.columns()
        for position, column in enumerate(columns):
            if column.takes_rest:
                others = sum(
                    self.columnWidth(other)
                    for other in range(len(columns))
                    if other != position
                )
                room = self.viewport().width() - others
                self.setColumnWidth(position, max(column.width, room))

    def _look_at_visible(self) -> None:
        top = self.rowAt(0)
        bottom = self.rowAt(self.viewport().height() - 1)
        if top >= 0:
            self._rows.row_at(top)
            self._rows.row_at(bottom if bottom >= 0 else self._rows.rowCount() - 1)

    def _tell_chosen(self, current: QModelIndex, _: QModelIndex) -> None:
        self.chosen.emit(self._rows.id_at(current.row()) if current.isValid() else None)

    def _after_reset(self) -> None:
        self._over = None
        self.viewport().update()

    def _tell_opened(self) -> None:
        wanted = self.chosen_id()
        if wanted is not None:
            self.opened.emit(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_plain:
            self._tell_opened()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy_row()
        elif event.key() == Qt.Key.Key_Home and is_plain:
            self.choose_position(0)
        elif event.key() == Qt.Key.Key_End and is_plain:
            self.choose_position(self._rows.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def _copy_row(self) -> None:
        row = self.chosen_row()
        if row is not None:
            cells = [column.text(row) for column in self._rows.columns()]
            QGuiApplication.clipboard().setText("\t".join(cells))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self._tell_opened()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.rowAt(int(event.position().y()))
        self._set_over(over if over >= 0 else None)
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_over(None)
        super().leaveEvent(event)

    def _set_over(self, over: int | None) -> None:
        if over != self._over:
            self._over = over
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fill_width()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._rows.rowCount() == 0 and self._empty_text:
            painter = QPainter(self.viewport())
            area = QRectF(self.viewport().rect())
            area.setHeight(min(area.height(), 120))
            draw_text(
                painter,
                area,
                with_gaps(self._empty_text),
                typeface(),
                tokens().text_third,
                Qt.AlignmentFlag.AlignHCenter,
                may_cut=True,
            )
