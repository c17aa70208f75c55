"""What stands in a register without rows: why, and what to do about it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.kit.button import Button, Look
from ui.kit.label import Label, Tone
from ui.kit.layout import column, row
from ui.theme.typeface import CARD


class EmptyRegister(QWidget):
    """Lies over the rows of the empty table and offers the way out."""

    clear_wanted = Signal()
    all_wanted = Signal()
    sheet_wanted = Signal()
    """The slips so far stand in a sheet of the centre's own."""

    def __init__(self, table: QAbstractScrollArea) -> None:
        super().__init__(table)
        self._table = table
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("pane", "surface")
        self._head = Label("", CARD, is_strong=True)
        self._text = Label("", tone=Tone.SECOND, may_wrap=True)
        self.clear = Button(self.tr("Clear the filters"), Look.PLAIN)
        self.clear.clicked.connect(self.clear_wanted)
        self.every = Button(self.tr("Look at all times"), Look.PLAIN)
        self.every.clicked.connect(self.all_wanted)
        self.sheet = Button(
            self.tr("Import the sheet kept so far"), Look.PLAIN, icon_name="file-up"
        )
        self.sheet.clicked.connect(self.sheet_wanted)
        column(
            self._head,
            self._text,
            8,
            row(self.clear, self.every, self.sheet, None, spacing=12),
            None,
            spacing=6,
            margins=(38, 40, 38, 24),
            on=self,
        )
        table.viewport().installEventFilter(self)
        self.hide()

    def tell(self, *, is_filtered: bool, is_spanned: bool) -> None:
        """Say why nothing is here."""
        if is_filtered:
            self._head.say(self.tr("No slip matches"))
            self._text.say(
                self.tr("Nothing in this register fits all that is asked for.")
            )
        elif is_spanned:
            self._head.say(self.tr("No slip in this time"))
            self._text.say(self.tr("Nothing was issued in the time that is chosen."))
        else:
            self._head.say(self.tr("No slip yet"))
            self._text.say(self.tr("What the front desk issues stands here at once."))
        self.clear.setVisible(is_filtered)
        self.every.setVisible(is_spanned)
        self.sheet.setVisible(not is_filtered and not is_spanned)
        self._fit()
        self.show()
        self.raise_()

    def _fit(self) -> None:
        self.setGeometry(self._table.viewport().geometry())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)
