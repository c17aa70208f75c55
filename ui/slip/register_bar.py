"""The chips over a register: the times it is asked for most."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup

from ui.kit.segmented import Chip
from ui.slip.span import Span


class SpanChip(Chip):
    """One span; left and right arrows go on to the next."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        group = self.group()
        if step is None or group is None:
            super().keyPressEvent(event)
            return
        others = group.buttons()
        beside = others.index(self) + step
        if 0 <= beside < len(others):
            others[beside].setFocus()
            others[beside].click()


class SpanChips(QObject):
    """One of the spans, or none while a heading asks for days of its own.

    The page lays the chips out one by one, so that they find their lines.
    """

    edited = Signal()

    def __init__(
        self, name: str, options: Sequence[tuple[Span, str]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._texts = dict(options)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.chips = {span: SpanChip(text, span) for span, text in options}
        for chip in self.chips.values():
            chip.setAccessibleDescription(name)
            self._group.addButton(chip)
        self._group.buttonClicked.connect(lambda _: self.edited.emit())

    def value(self) -> Span | None:
        """The span that is chosen; None: days of its own."""
        chip = self._group.checkedButton()
        return chip.value if isinstance(chip, Chip) else None

    def set_value(self, span: Span | None) -> None:
        """Choose a span without telling."""
        self._group.setExclusive(False)
        for each, chip in self.chips.items():
            chip.setChecked(each is span)
        self._group.setExclusive(True)

    def text_of(self, span: Span) -> str:
        """How a span is called."""
        return self._texts[span]
