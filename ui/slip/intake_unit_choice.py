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
    """Units as chips; arrow keys move, Space or a click takes one."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
            self._chips.append(chip)
            self._flow.addWidget(chip)

    def focus_first(self) -> bool:
        """Put the keyboard on the first one, if there is one."""
        if not self._chips:
            return False
        self._chips[0].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        at = next((i for i, chip in enumerate(self._chips) if chip.hasFocus()), None)
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if at is not None and is_enter and not event.modifiers():
            self._chips[at].click()
        elif step is not None and at is not None and 0 <= at + step < len(self._chips):
            self._chips[at + step].setFocus()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.chosen.emit(chip.value)
