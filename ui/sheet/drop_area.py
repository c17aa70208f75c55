"""Where a file is dropped or chosen."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from ui.kit.button import Button
from ui.kit.label import Label, Picture, Tone
from ui.kit.layout import column
from ui.kit.painting import fill_box
from ui.theme.theme import tokens
from ui.theme.typeface import CARD


class DropArea(QWidget):
    """A dashed box: drop a file on it, or press its button; ``said`` of which kind."""

    dropped = Signal(object)
    """The ``Path`` of the file."""

    def __init__(self, choose: Button, said: str = "") -> None:
        super().__init__()
        self._is_over = False
        self.setAcceptDrops(True)
        self.setMinimumHeight(216)
        self.setAccessibleName(self.tr("Drop a file here"))
        head = Label(self.tr("Drop the file here"), CARD, is_strong=True)
        kinds = Label(
            said
            or self.tr(
                "Excel workbooks (.xlsx) and CSV files, as the centre has kept them. "
                "Nothing is changed in the file."
            ),
            tone=Tone.SECOND,
            may_wrap=True,
        )
        kinds.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        picture = Picture("file-spreadsheet", 32, Tone.ACCENT)
        box = column(
            None, picture, 4, head, kinds, 8, choose, None, margins=24, on=self
        )
        for part in (picture, head, choose):
            box.setAlignment(part, Qt.AlignmentFlag.AlignHCenter)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None:
            event.acceptProposedAction()
            self._set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_over(False)
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def _set_over(self, is_over: bool) -> None:
        self._is_over = is_over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        ground = colours.chosen if self._is_over else colours.sunken
        edge = colours.accent if self._is_over else colours.line_strong
        whole = QRectF(self.rect())
        fill_box(QPainter(self), whole, 10, ground, edge, 1.5, is_dashed=True)


def dropped_file(event: QDropEvent) -> Path | None:
    """The first file that is being dropped, if it is one of this computer."""
    for url in event.mimeData().urls():
        if url.isLocalFile():
            return Path(url.toLocalFile())
    return None
