"""What the desk issued today, under its form: a bounced slip is sent out again here."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.slip_list import SlipFilter
from models.slip import SlipEvent
from ui.kit.button import Button, Look
from ui.kit.glyph import Shape
from ui.kit.label import Label
from ui.kit.layout import column, row
from ui.shell.frame import Frame
from ui.slip.columns import TODAY
from ui.slip.slip_moves import SlipMoves
from ui.slip.slip_table import SlipTable
from ui.slip.span import Span, span_bounds
from ui.slip.status import row_status
from ui.theme.typeface import INPUT
from ui.words import word


class TodayList(QWidget):
    """The slips of the day with their count."""

    def __init__(self, frame: Frame, moves: SlipMoves) -> None:
        super().__init__()
        self._frame = frame
        self._moves = moves
        self.table = SlipTable(
            frame,
            self.tr("Slips issued today"),
            TODAY,
            empty_text=self.tr("No slip has been issued today."),
        )
        self.table.setMinimumHeight(96)
        self.table.opened.connect(lambda slip_id: frame.show_page("slip", slip_id))
        self.table.filling.counted.connect(self._show_count)
        self.table.chosen.connect(lambda _: self._offer_resend())
        self.table.model_of_rows.dataChanged.connect(lambda *_: self._offer_resend())
        self.table.model_of_rows.modelReset.connect(self._offer_resend)
        self._count = Label("", INPUT, is_strong=True)
        self.resend = Button(word(SlipEvent.RESEND), Look.LINK)
        self.resend.clicked.connect(self._resend)
        self.resend.hide()
        stack = column(
            row(self._count, None, self.resend, spacing=8, margins=(24, 0, 24, 8)),
            self.table,
            spacing=0,
            on=self,
        )
        stack.setStretch(1, 1)

    def ask(self) -> None:
        """Show what was issued since midnight at the site."""
        from_at, _ = span_bounds(Span.TODAY, self._frame.work.desk)
        self.table.filling.ask(SlipFilter(from_at=from_at))

    @Slot()
    def _offer_resend(self) -> None:
        """A bounced slip waits for the desk: what is missing, and out with it again."""
        chosen = self.table.chosen_row()
        self.resend.setVisible(
            chosen is not None and row_status(chosen).shape is Shape.TURNED
        )

    @Slot()
    def _resend(self) -> None:
        slip_id = self.table.chosen_id()
        if slip_id is not None:
            self._moves.start(SlipEvent.RESEND, slip_id)

    @Slot(int)
    def _show_count(self, count: int) -> None:
        self._count.say(self.tr("%n slip(s) issued today", "", count))
