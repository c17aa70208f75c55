"""The price the owner signed: all of it labour, or the bill line by line."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.kit.button import Button, Look
from ui.kit.money_field import MoneyField


class QuoteField(MoneyField):
    """``Enter`` behind the price ends the paper, ``↓`` goes to its lines."""

    itemised = Signal()
    """The bill has more to say than one price."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.itemise = Button(self.tr("Line by line"), Look.LINK, keycap="↓")
        self.itemise.clicked.connect(self.itemised)
        self.line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Down
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.itemised.emit()
            return True
        return super().eventFilter(watched, event)
