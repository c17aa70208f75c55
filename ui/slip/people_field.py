"""Technicians to tick: those of the trade stand ready, others can be typed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.kit.field import Field
from ui.kit.fields import NamesField
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import column
from ui.kit.segmented import Chip


class _Editor(QWidget):
    """Chips over a line for anybody else."""

    def __init__(self) -> None:
        super().__init__()
        self.others = NamesField()
        self.chips = QWidget()
        self.flow = FlowLayout(self.chips)
        column(self.others, self.chips, spacing=6, on=self)
        self.setFocusProxy(self.others)


class PeopleField(Field):
    """Several names; ticking a chip writes the name, typing ticks the chip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._content = _Editor()
        super().__init__(self._content, parent)
        self._chips: list[Chip] = []
        self._content.others.edited.connect(self._after_typing)

    @property
    def names(self) -> NamesField:
        """The line the names stand in."""
        return self._content.others

    def offer(self, names: Sequence[str]) -> None:
        """Show a chip for each of ``names``."""
        flow = self._content.flow
        while (item := flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._chips = [Chip(name, name) for name in names]
        for chip in self._chips:
            chip.clicked.connect(self._after_click)
            flow.addWidget(chip)
        self._content.others.suggest(names)
        self._content.chips.setVisible(bool(names))
        self._show_ticks()

    def chips(self) -> list[Chip]:
        """The names that stand ready."""
        return list(self._chips)

    def value(self) -> tuple[str, ...]:
        return self._content.others.value()

    def set_value(self, value: Sequence[str] | None) -> None:
        self._content.others.set_value(value)
        self._show_ticks()

    def set_name(self, name: str) -> None:
        super().set_name(name)
        self._content.others.set_name(name)

    def _after_click(self) -> None:
        on = {chip.value for chip in self._chips if chip.isChecked()}
        off = {chip.value for chip in self._chips if not chip.isChecked()}
        kept = [name for name in self.value() if name not in off]
        fresh = [chip.value for chip in self._chips if chip.value in on - set(kept)]
        self._content.others.set_value((*kept, *fresh))
        self.edited.emit()

    def _after_typing(self) -> None:
        self._show_ticks()
        self.edited.emit()

    def _show_ticks(self) -> None:
        named = set(self.value())
        for chip in self._chips:
            chip.setChecked(chip.value in named)
