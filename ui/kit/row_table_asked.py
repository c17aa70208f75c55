"""A table that is asked through its headings: sort, filters, ticks, a column held in
sight.
"""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.listing import Sort
from ui.kit.column import Asks
from ui.kit.row_delegate import RowDelegate
from ui.kit.row_table_filter import Filters, StayingMenu
from ui.kit.row_table_frozen import FrozenColumn
from ui.kit.row_table_header import FilterHeader
from ui.kit.row_table_model import RowTableModel
from ui.kit.row_table_question import TableQuestion
from ui.kit.row_table_ticks import Ticks
from ui.kit.row_table_view import ROW_HEIGHT, Row, RowTableView

Index = QModelIndex | QPersistentModelIndex
_SORTS = {Qt.Key.Key_Up: False, Qt.Key.Key_Down: True}
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class AskedTableView(RowTableView[Row]):
    """Keys beside those of every table: Alt+Down opens the filter of the column,
    Ctrl+Up and Ctrl+Down sort by it, Ctrl+Shift+Left and Right move it, Space ticks,
    Ctrl+A ticks whatever the filter holds, Esc unticks, F2 edits the cell.
    """

    edit_wanted = Signal(object)
    """The cell of an index is to be edited where it stands."""

    def __init__(
        self,
        model: RowTableModel[Row],
        name: str,
        *,
        sort: Sort,
        today: Callable[[], date],
        row_height: int = ROW_HEIGHT,
        empty_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.question = TableQuestion(sort)
        self.question.today = today
        self.ticks = Ticks()
        super().__init__(
            model, name, row_height=row_height, empty_text=empty_text, parent=parent
        )
        self.question.setParent(self)
        self.ticks.setParent(self)
        self._ticked_last: int | None = None
        self.is_editable: Callable[[QModelIndex], bool] = lambda _: False
        """Whether a double click on a cell edits it instead of opening its row."""
        self.filters = Filters(self, self.question, today, self._header_of)
        self.frozen = FrozenColumn(self, row_height)
        self.frozen_header = FilterHeader(self.frozen, self.question, self.ticks)
        delegate = RowDelegate(self, self.frozen, self.ticks, is_frozen=True)
        self.frozen.lie_over(self.frozen_header, delegate)
        self.setItemDelegate(RowDelegate(self, self, is_covered=True))
        self.frozen.tick_clicked.connect(self._click_tick)
        self.ticks.changed.connect(self.frozen.viewport().update)
        model.modelReset.connect(self.frozen.viewport().update)
        for header in (self.asking_header(), self.frozen_header):
            header.filter_wanted.connect(self.filters.open)
            header.ticks_wanted.connect(self._turn_all)
        self.asking_header().sectionMoved.connect(self._keep_first_first)
        self.horizontalScrollBar().valueChanged.connect(self.filters.close)
        self.question.told.connect(self.asking_header().viewport().update)
        self.selectionModel().currentChanged.connect(self._mark_column)
        self.frozen.raise_()

    def asking_header(self) -> FilterHeader:
        """The header over the columns that scroll by."""
        header = self.horizontalHeader()
        assert isinstance(header, FilterHeader)
        return header

    def make_header(self) -> FilterHeader:
        return FilterHeader(self, self.question, None)

    def filter_text(self, logical: int) -> str:
        """What is asked of a column, in words."""
        return self.asking_header().filter_text(logical)

    def open_filter(self) -> None:
        """Let the filter of the current column be set by keyboard."""
        index = self.currentIndex()
        logical = index.column() if index.isValid() else 0
        if self._rows.column_at(logical).asks is not Asks.NOTHING:
            self.filters.open(logical)

    def _mark_column(self) -> None:
        """Show in the headings which column Alt+Down and Ctrl+Up mean."""
        index = self.currentIndex()
        column = index.column() if self.hasFocus() and index.isValid() else None
        for header in (self.asking_header(), self.frozen_header):
            header.mark_keyboard(column)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark_column()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark_column()

    def columns_menu(
        self, presets: Sequence[tuple[str, Callable[[], None]]]
    ) -> StayingMenu:
        """A menu in which columns are chosen; ``presets`` choose all at once."""
        menu = StayingMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        header = self.asking_header()
        columns = self._rows.columns()
        for visual in range(1, header.count()):
            logical = header.logicalIndex(visual)
            entry = menu.addAction(columns[logical].title)
            entry.setCheckable(True)
            entry.setChecked(not self.isColumnHidden(logical))
            entry.toggled.connect(
                lambda is_on, place=logical: self.show_column(place, is_shown=is_on)
            )
        menu.addSeparator()
        for text, show in presets:
            menu.addAction(text).triggered.connect(show)
        return menu

    def show_column(self, logical: int, *, is_shown: bool) -> None:
        """Show a column, or put it away; what was asked of it is asked no more."""
        column = self._rows.columns()[logical]
        self.setColumnHidden(logical, not is_shown)
        if is_shown and self.columnWidth(logical) < column.width // 2:
            self.setColumnWidth(logical, column.width)
        if not is_shown and column.key not in self.question.seen_elsewhere:
            self.question.ask(column.key, None)
        self.fill_width()

    def _header_of(self, logical: int) -> FilterHeader:
        if logical == 0:
            return self.frozen_header
        left = self.columnViewportPosition(logical)
        hidden = left + self.columnWidth(logical) - self.viewport().width()
        covered = self.columnWidth(0) - left
        bar = self.horizontalScrollBar()
        if covered > 0:
            bar.setValue(bar.value() - covered)
        elif hidden > 0:
            bar.setValue(bar.value() + hidden)
        return self.asking_header()

    def _keep_first_first(self, logical: int, _: int, visual: int) -> None:
        header = self.asking_header()
        if header.visualIndex(0) != 0:
            header.moveSection(header.visualIndex(0), 0)

    def _turn_all(self) -> None:
        if self.ticks.is_empty():
            self.ticks.take_all()
        else:
            self.ticks.clear()

    def _click_tick(self, position: int, held: Qt.KeyboardModifier) -> None:
        wanted = self._rows.id_at(position)
        if wanted is None:
            return
        last = self._ticked_last
        self._ticked_last = position
        if held & Qt.KeyboardModifier.ShiftModifier and last is not None:
            first, until = sorted((last, position))
            self.ticks.tick(self._rows.ids()[first : until + 1])
        else:
            self.ticks.turn(wanted)

    def _tick_current(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self._click_tick(index.row(), Qt.KeyboardModifier.NoModifier)

    def _tick_on(self, step: int) -> None:
        """Tick the current row and the one beside it, and stand there."""
        index = self.currentIndex()
        for position in (index.row(), index.row() + step):
            wanted = self._rows.id_at(position)
            if wanted is not None:
                self.ticks.tick([wanted])
        self.choose_position(index.row() + step)

    def _move_column(self, step: int) -> None:
        header = self.asking_header()
        visual = header.visualIndex(self.currentIndex().column())
        other = visual + step
        while 0 < other < header.count():
            if not header.isSectionHidden(header.logicalIndex(other)):
                header.moveSection(visual, other)
                return
            other += step

    def hover(self, over: int | None) -> None:
        if over != self._over:
            self.frozen.viewport().update()
        super().hover(over)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        control, shift = (
            Qt.KeyboardModifier.ControlModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        columns = self._rows.columns()
        if held == Qt.KeyboardModifier.AltModifier and key == Qt.Key.Key_Down:
            self.open_filter()
        elif held == control and key in _SORTS:
            column = columns[max(self.currentIndex().column(), 0)]
            if column.is_sortable:
                self.question.sort_by(column.key, is_descending=_SORTS[key])
        elif held == control | shift and key in _MOVES:
            self._move_column(_MOVES[key])
        elif held == shift and key in _SORTS:
            self._tick_on(1 if key == Qt.Key.Key_Down else -1)
        elif held == control and key == Qt.Key.Key_A:
            self.ticks.take_all()
        elif not held and key == Qt.Key.Key_F2:
            self.scrollTo(self.currentIndex())
            self.edit_wanted.emit(self.currentIndex())
        elif not held and key == Qt.Key.Key_Space:
            self._tick_current()
        elif not held and key == Qt.Key.Key_Escape and not self.ticks.is_empty():
            self.ticks.clear()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and index.isValid() and self.is_editable(index):
            self.scrollTo(index)
            self.edit_wanted.emit(index)
            return
        super().mouseDoubleClickEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frozen.place()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        # Qt asks for this from its own constructor too.
        frozen = getattr(self, "frozen", None)
        if frozen is not None:
            frozen.place()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        super().scrollTo(index, hint)
        # The column held in sight covers what lies under it.
        logical = index.column()
        if logical <= 0:
            return
        covered = self.columnWidth(0) - self.columnViewportPosition(logical)
        if covered > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - covered)
