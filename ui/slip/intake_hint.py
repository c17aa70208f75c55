"""How the fields of a call stand: words beside them, on the next line together where
one line is too short, and in the order of Tab also where they come and go.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.flow_layout import FlowLayout
from ui.kit.form import LINE_HEIGHT
from ui.kit.label import ElidedLabel, Label, Picture, Tone
from ui.kit.layout import row
from ui.slip.fact_word import fact_word


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


def high(label: Label) -> Label:
    """A word as high as the field it stands beside."""
    label.setMinimumHeight(LINE_HEIGHT)
    return label


def together(*parts: QWidget) -> QWidget:
    """Parts that are never torn apart."""
    holder = QWidget()
    line = row(*parts, spacing=8, on=holder)
    for part in parts:
        if isinstance(part, Label):
            high(part)
        line.setAlignment(part, Qt.AlignmentFlag.AlignTop)
    holder.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    return holder


def beside(field: QWidget, words: ElidedLabel) -> QWidget:
    """A field, and words that take what room is left."""
    holder = QWidget()
    line = row(field, words, spacing=8, on=holder)
    line.setStretch(1, 1)
    words.setMinimumHeight(LINE_HEIGHT)
    return holder


def said(name: str, field: QWidget) -> QWidget:
    """A field with its name before it."""
    return together(Label(fact_word(name), tone=Tone.SECOND), field)


def flow(*parts: QWidget, gap: int = 8) -> QWidget:
    """Parts beside each other, on the next line where they do not fit."""
    holder = QWidget()
    layout = FlowLayout(holder, gap=gap)
    for part in parts:
        layout.addWidget(part)
    return holder


def put_before(anchor: QWidget, parts: Sequence[QWidget]) -> None:
    """Have Tab reach ``parts`` just before ``anchor``: Qt puts what is made later at
    the end.
    """
    before = _before(anchor)
    # Tab cannot be put after what it never stops at.
    while before.focusPolicy() == Qt.FocusPolicy.NoFocus and before is not anchor:
        before = _before(before)
    for part in parts:
        QWidget.setTabOrder(before, part)
        before = part


def _before(part: QWidget) -> QWidget:
    return part.previousInFocusChain() or part
