"""Writes what a register shows into a workbook or onto paper."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.slip_list import SlipFilter
from ui.shell.frame import Frame


class RegisterExport(QObject):
    """Asks where, writes on the paper lane, says where it lies."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame

    def start(self, wanted: SlipFilter) -> None:
        """Export the slips that ``wanted`` asks for."""
