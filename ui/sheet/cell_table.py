"""A table of plain cells: the sheet as it is, as it would be read, what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Any

from PySide6.QtCore import (
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.kit.line_model import LineModel
from ui.kit.painted_list import Index
from ui.kit.painting import draw_text, hairline, text_width, with_gaps
from ui.kit.title_header import TitleHeader
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, typeface

ROW_HEIGHT = 28
HEADER_HEIGHT = 32
PADDING = 8
NARROWEST, WIDEST = 56, 240
_MEASURED = 40
_CANDIDATES = 3


@dataclass(frozen=True, slots=True)
class CellLine:
    """One row: what its cells say, which of them are wrong, whether it is set aside."""

    texts: tuple[str, ...]
    wrong: frozenset[int] = frozenset()
    is_aside: bool = False
    is_strong: bool = False

    def is_lone(self) -> bool:
        """Whether a line set aside holds one text, as a title over a sheet does."""
        return self.is_aside and sum(map(bool, self.texts[1:])) == 1


class CellModel(LineModel[CellLine]):
    """Rows that are all here; nothing is asked for. ``ticked`` None: none can be."""

    def __init__(self) -> None:
        super().__init__()
        self.ticked: set[int] | None = None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._check_state(index)
        texts = self.lines[index.row()].texts
        text = texts[index.column()] if index.column() < len(texts) else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return text.replace("\n", " ")
        if role == Qt.ItemDataRole.ToolTipRole:
            return text if len(text) > 12 else None
        return None

    def _check_state(self, index: Index) -> Qt.CheckState | None:
        """Whether a row is ticked, for readers of the screen."""
        if self.ticked is None or index.column() != 0:
            return None
        is_ticked = index.row() in self.ticked
        return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked


class CellDelegate(QStyledItemDelegate):
    """Wrong cells stand on a soft red ground, with their text in ink."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        colours = tokens()
        model = index.model()
        assert isinstance(model, CellModel)
        line = model.lines[index.row()]
        rect = QRectF(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = colours.chosen if is_chosen else colours.surface
        if line.is_strong:
            ground = colours.chosen
        ink = colours.text_third if line.is_aside else colours.text
        if index.column() in line.wrong:
            ground, ink = colours.bad_soft, colours.bad
        elif index.column() == 0:
            ink = colours.text_third
        painter.fillRect(rect, QColor(ground))
        hairline(painter, rect.left(), rect.bottom() - 0.5, rect.right(), colours.line)
        is_first = index.column() == 0
        if is_first and (is_chosen or line.is_strong):
            bar = QRectF(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, QColor(colours.accent))
        draw_text(
            painter,
            rect.adjusted(PADDING * 3 if is_first else PADDING, 0, -PADDING, 0),
            with_gaps(str(index.data() or "")),
            typeface(BODY, is_strong=line.is_strong),
            ink,
            may_cut=True,
        )


class CellTable(QTableView):
    """The table; its last column takes what room is left if ``fills`` is set."""

    chosen = Signal(int)
    """The row that is current now."""

    def __init__(self, name: str, *, fills: bool = False) -> None:
        super().__init__()
        self.cells = CellModel()
        self.cells.setParent(self)
        self._fills = fills
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setModel(self.cells)
        self.setItemDelegate(CellDelegate(self))
        header = TitleHeader(
            self, height=HEADER_HEIGHT, padding=PADDING, first=3 * PADDING
        )
        header.setMinimumSectionSize(NARROWEST)
        self.setHorizontalHeader(header)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentRowChanged.connect(
            lambda current, _: self.chosen.emit(current.row())
        )

    def show_lines(self, titles: Sequence[str], lines: Sequence[CellLine]) -> None:
        """Other columns and rows, each column as wide as its first cells need."""
        self.cells.show_lines(titles, lines)
        font, strong = typeface(BODY), typeface(CAPTION, is_strong=True)
        for column, title in enumerate(titles):
            texts = [
                with_gaps(line.texts[column][:60])
                for line in lines[:_MEASURED]
                if column < len(line.texts) and not line.is_lone()
            ]
            # Only the texts that take the most signs are measured: Han count two.
            longest = nlargest(_CANDIDATES, texts, key=_signs)
            widths = [text_width(text, font) for text in longest]
            width = max(text_width(with_gaps(title), strong), *widths, 0)
            extra = PADDING * (4 if column == 0 else 2) + 6
            self.setColumnWidth(column, max(NARROWEST, min(int(width) + extra, WIDEST)))
        self._spread_lone()
        self._fill()

    def _spread_lone(self) -> None:
        """A title over the sheet runs on over the empty cells beside it."""
        self.clearSpans()
        width = len(self.cells.titles)
        for row, line in enumerate(self.cells.lines):
            if line.is_lone():
                first = next(i for i, text in enumerate(line.texts) if i and text)
                if width - first > 1:
                    self.setSpan(row, first, 1, width - first)

    def choose_row(self, row: int) -> None:
        """Make a row current."""
        if 0 <= row < self.cells.rowCount():
            self.setCurrentIndex(self.cells.index(row, 0))

    def _fill(self) -> None:
        last = self.cells.columnCount() - 1
        if not self._fills or last < 0:
            return
        others = sum(self.columnWidth(column) for column in range(last))
        self.setColumnWidth(last, max(160, self.viewport().width() - others))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            row = self.currentIndex().row()
            if row >= 0:
                texts = self.cells.lines[row].texts
                QGuiApplication.clipboard().setText("\t".join(texts))
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()


def _signs(text: str) -> int:
    return len(text.encode("gb18030", "replace"))
