"""What stands beside the fields of a call and comes and goes."""

from PySide6.QtWidgets import QWidget

from ui.kit.form import LINE_HEIGHT
from ui.kit.label import Label, Picture, Tone
from ui.kit.layout import row


class Hint(QWidget):
    """A picture and a sentence in one tone; takes no room when there is none."""

    def __init__(self, icon_name: str, tone: Tone) -> None:
        super().__init__()
        self._text = Label("", tone=tone)
        self.setMinimumHeight(LINE_HEIGHT)
        row(Picture(icon_name, 14, tone), self._text, spacing=6, on=self)
        self.say("")

    def say(self, text: str) -> None:
        """Show ``text``; nothing hides the hint."""
        self._text.say(text)
        self.setVisible(bool(text))

    def text(self) -> str:
        """What is shown now."""
        return self._text.text()
