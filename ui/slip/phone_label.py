"""A telephone number that is read off the screen only when somebody asks for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.phone import mask_phone
from ui.kit.icon_button import IconButton
from ui.kit.label import Label, Tone
from ui.kit.layout import row


class PhoneLabel(QWidget):
    """A telephone number, masked until somebody asks for it."""

    def __init__(self) -> None:
        super().__init__()
        self._phone = ""
        self._label = Label("", tone=Tone.SECOND)
        self._label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.reveal = IconButton(self.tr("Show the number"), "eye")
        self.reveal.setFixedSize(28, 20)
        self.reveal.clicked.connect(self._reveal)
        row(self._label, self.reveal, None, spacing=2, on=self)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """What is shown now."""
        return self._label.text()

    def show_phone(self, phone: str) -> None:
        """Show a number; another one is masked again."""
        if phone != self._phone:
            self._phone = phone
            self._label.say(mask_phone(phone))
            self._label.setVisible(bool(phone))
            self.reveal.setVisible(mask_phone(phone) != phone)

    def _reveal(self) -> None:
        self._label.say(self._phone)
        self.reveal.hide()
