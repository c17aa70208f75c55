"""A box for what the world did: the disk, the lock, the printer, the network."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.kit.button import Button, Look
from ui.kit.dialog import Dialog
from ui.kit.label import Label, Tone
from ui.kit.layout import column, row
from ui.theme.typeface import CARD


class TroubleBox(Dialog):
    """One sentence that says what and what to do, with Retry."""

    def __init__(
        self,
        parent: QWidget | None,
        sentence: str,
        again: Callable[[], object],
        *,
        leave_text: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("This did not work"))
        self.setMinimumWidth(440)
        self.sentence = sentence
        self.retry = Button(self.tr("Try again"), Look.PRIMARY, keycap=self.tr("Enter"))
        self.retry.clicked.connect(self.accept)
        self.accepted.connect(again)
        leave = Button(leave_text or self.tr("Leave it"), Look.QUIET, keycap="Esc")
        leave.clicked.connect(self.reject)
        self.end_with(self.retry, leave)
        column(
            Label(self.tr("This did not work"), CARD, is_strong=True),
            Label(sentence, tone=Tone.SECOND, may_wrap=True),
            16,
            row(None, leave, self.retry, spacing=12),
            spacing=8,
            margins=24,
            on=self,
        )
