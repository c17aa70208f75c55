"""Which unit is meant, where what was typed fits several: side by side to choose."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.unit_directory import UnitRow
from ui.kit.flow_layout import FlowLayout
from ui.kit.segmented import Chip

MOST = 6


class UnitChoice(QWidget):
    """Units as chips; arrow keys move, Enter or a click takes one.

    Tab reaches them after ``follows``.
    """

    chosen = Signal(object)

    def __init__(self, follows: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follows = follows
        self._chips: list[Chip] = []
        self._flow = FlowLayout(self)
        self.setAccessibleName(self.tr("Which unit is meant?"))

    def chips(self) -> list[Chip]:
        """What is offered now."""
        return list(self._chips)

    def offer(self, units: Sequence[UnitRow]) -> None:
        """Offer these units in place of the ones before; none hides the row."""
        if [chip.value for chip in self._chips] == list(units[:MOST]):
            return
        while self._flow.takeAt(0) is not None:
            pass
        for old in self._chips:
            old.hide()
            old.deleteLater()
        self._chips = []
        for unit in units[:MOST]:
            names = "、".join(owner.name for owner in unit.owners)
            chip = Chip(f"{unit.label} {names}".strip(), unit)
            chip.clicked.connect(self._take)
            self._flow.addWidget(chip)
            QWidget.setTabOrder(self._chips[-1] if self._chips else self._follows, chip)
            self._chips.append(chip)

    def focus_first(self) -> bool:
        """Put the keyboard on the first one, if there is one."""
        if not self._chips:
            return False
        self._chips[0].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = next((chip for chip in self._chips if chip.hasFocus()), None)
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if at is not None and is_enter and not event.modifiers():
            at.click()
            return
        super().keyPressEvent(event)

    def _take(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.chosen.emit(chip.value)
