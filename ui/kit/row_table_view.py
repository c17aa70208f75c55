"""The list a desk looks at all day: fixed rows, no grid, chosen by id."""

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.kit.painting import draw_text, with_gaps
from ui.kit.row_delegate import RowDelegate
from ui.kit.row_table_header import RowHeader
from ui.kit.row_table_model import RowTableModel
from ui.theme.theme import tokens
from ui.theme.typeface import typeface

Row = TypeVar("Row")
ROW_HEIGHT = 32
COMPACT_HEIGHT = 28


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
        is_plain: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.is_plain = is_plain
        """Without headings, on the ground of its page, lines from word to word."""
        self.setProperty("clear", is_plain)
        self._rows = model
        self._over: int | None = None
        self._empty_text = empty_text
        self._rest: dict[int, int] = {}
        self._is_filling = False
        self.setAccessibleName(name)
        # Before there are rows: with a million of them these take minutes.
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(row_height)
        self.verticalHeader().setDefaultSectionSize(row_height)
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self, self))
        self.setHorizontalHeader(self.make_header())
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
        if is_plain:
            self.horizontalHeader().hide()
            never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            self.setHorizontalScrollBarPolicy(never)
        for position, column in enumerate(model.columns()):
            self.setColumnWidth(position, column.width)
            if column.takes_rest:
                self._rest[position] = column.width
        self.horizontalHeader().sectionResized.connect(self._note_width)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.doubleClicked.connect(self._tell_opened)
        model.modelReset.connect(self._after_reset)
        # Many answers may come in a row; the pages seen now are asked for once.
        self._looker = QTimer(self, singleShot=True, interval=0)
        self._looker.timeout.connect(self._look_at_visible)
        model.dataChanged.connect(lambda *_: self._looker.start())

    def make_header(self) -> RowHeader:
        """What stands over the columns; a table that asks more has another."""
        return RowHeader(self)

    def row_under_pointer(self) -> int | None:
        """The row the pointer is over."""
        return self._over

    def first_column(self) -> int:
        """The column that stands at the left now."""
        return self.horizontalHeader().logicalIndex(0)

    def last_column(self) -> int:
        """The column that stands at the right now."""
        header = self.horizontalHeader()
        return header.logicalIndex(header.count() - 1)

    def chosen_id(self) -> int | None:
        """The id of the current row."""
        index = self.currentIndex()
        return self._rows.id_at(index.row()) if index.isValid() else None

    def chosen_row(self) -> Row | None:
        """The current row, if its page is here."""
        index = self.currentIndex()
        return self._rows.row_at(index.row()) if index.isValid() else None

    def id_at(self, position: int) -> int | None:
        """The id of a row."""
        return self._rows.id_at(position)

    def position_of(self, wanted: int) -> int | None:
        """Where the row with this id stands."""
        return self._rows.position_of(wanted)

    def row_count(self) -> int:
        """How many rows there are, as far as it is known."""
        return self._rows.rowCount()

    def choose_id(self, wanted: int | None, *, is_seen: bool = True) -> bool:
        """Make the row with this id current; False when the list lacks it.

        Unless ``is_seen`` the table does not scroll to it.
        """
        position = None if wanted is None else self._rows.position_of(wanted)
        if position is None:
            return False
        column = max(self.currentIndex().column(), 0)
        index = self._rows.index(position, column or self.first_column())
        self.setAutoScroll(False)
        self.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )
        self.setAutoScroll(True)
        if is_seen:
            self.scrollTo(index)
        return True

    def choose_position(self, position: int) -> None:
        """Make the row at ``position`` current."""
        wanted = self._rows.id_at(position)
        if wanted is not None:
            self.choose_id(wanted)

    def top_id(self) -> int | None:
        """The id of the row that stands at the top of what is seen."""
        return self._rows.id_at(self.rowAt(0))

    def stand_at_top(self, wanted: int, inside: int = 0) -> bool:
        """Scroll so that a row stands at the top, ``inside`` px of it out of sight;
        False when the list lacks it.
        """
        position = self._rows.position_of(wanted)
        if position is None:
            return False
        # The scroll bar learns of new rows only when the table is laid out.
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(
            position * self.verticalHeader().defaultSectionSize() + inside
        )
        return True

    def start_over(self, change: Callable[[], None]) -> None:
        """Run ``change``, which gives the list other ids, and stand at their top."""
        change()
        # Laid out while it is painted, a table is painted once more.
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(0)

    def keep_ids(self, change: Callable[[], None]) -> None:
        """Run ``change`` (which gives the list other ids) and return to the same row
        and the same scroll place.
        """
        wanted = self.chosen_id()
        bar = self.verticalScrollBar()
        place = bar.value()
        # What is new above does not push away what is being read; at the top it shows.
        top = self.top_id() if place else None
        inside = -self.rowViewportPosition(self.rowAt(0)) if place else 0
        change()
        if top is None or not self.stand_at_top(top, inside):
            bar.setValue(place)
        if wanted is None or self.chosen_id() == wanted:
            return
        if not self.choose_id(wanted, is_seen=False):
            self.chosen.emit(None)

    def shown_columns(self) -> list[int]:
        """The columns that are not put away, from left to right."""
        header = self.horizontalHeader()
        places = map(header.logicalIndex, range(header.count()))
        return [place for place in places if not self.isColumnHidden(place)]

    def header_state(self) -> bytes:
        """Widths, order and choice of the columns, to be kept."""
        header = self.horizontalHeader()
        columns = self._rows.columns()
        places = [header.logicalIndex(visual) for visual in range(header.count())]
        kept = [
            [
                columns[place].key,
                self._rest.get(place)
                or self.columnWidth(place)
                or columns[place].width,
                self.isColumnHidden(place),
            ]
            for place in places
        ]
        return json.dumps(kept).encode()

    def restore_header(self, state: bytes) -> None:
        """Put back what ``header_state`` gave; a column of today that it does not
        know stays where it is.
        """
        header = self.horizontalHeader()
        at = {column.key: place for place, column in enumerate(self._rows.columns())}
        visual = 0
        with suppress(ValueError, TypeError):
            for key, width, is_hidden in json.loads(state.decode("utf-8", "replace")):
                if key not in at:
                    continue
                header.moveSection(header.visualIndex(at[key]), visual)
                self.setColumnWidth(at[key], int(width))
                self.setColumnHidden(at[key], bool(is_hidden))
                visual += 1

    def fill_width(self) -> None:
        """Give the column that takes the rest what room is left."""
        self._is_filling = True
        header = self.horizontalHeader()
        for position, least in self._rest.items():
            if not self.isColumnHidden(position):
                others = header.length() - self.columnWidth(position)
                room = self.viewport().width() - others
                self.setColumnWidth(position, max(least, room))
        self._is_filling = False

    def _note_width(self, position: int, before: int, width: int) -> None:
        # A width that somebody chose is the least from then on.
        if not self._is_filling and width and before and position in self._rest:
            self._rest[position] = width

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
        row, position = self.chosen_row(), self.currentIndex().row()
        if row is not None:
            columns = self._rows.columns()
            cells = [columns[at].text_of(row, position) for at in self.shown_columns()]
            QGuiApplication.clipboard().setText("\t".join(cells))

    def selectAll(self) -> None:
        """Nothing: over a million rows this takes seconds; all is the filter."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.rowAt(int(event.position().y()))
        self.hover(over if over >= 0 else None)
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.hover(None)
        super().leaveEvent(event)

    def hover(self, over: int | None) -> None:
        """The pointer is over a row, or over none."""
        if over != self._over:
            self._over = over
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fill_width()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._rows.is_known and not self._rows.rowCount() and self._empty_text:
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
