"""How the fields of a slip stand: words beside them, and on the next line together
where one line is too short.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.flow_layout import FlowLayout
from ui.kit.form import LINE_HEIGHT
from ui.kit.label import Label, Tone
from ui.kit.layout import row
from ui.slip.fact_word import fact_word


def high(label: Label) -> Label:
    """A word as high as the field it stands beside."""
    label.setMinimumHeight(LINE_HEIGHT)
    return label


def together(*parts: QWidget) -> QWidget:
    """Parts that are never torn apart."""
    holder = QWidget()
    line = row(*parts, spacing=8, on=holder)
    line.setStretch(len(parts) - 1, 1)
    for part in parts:
        if isinstance(part, Label):
            high(part)
        line.setAlignment(part, Qt.AlignmentFlag.AlignTop)
    holder.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    return holder


def said(name: str, field: QWidget) -> QWidget:
    """A field with its name before it."""
    return together(Label(fact_word(name), tone=Tone.SECOND), field)


def flow(*parts: QWidget, gap: int = 8, wide: Sequence[QWidget] = ()) -> QWidget:
    """Parts beside each other, on the next line where they do not fit; one that is
    ``wide`` takes what is left of its line.
    """
    holder = QWidget()
    layout = FlowLayout(holder, gap=gap)
    for part in wide:
        part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout.widen(part)
    for part in parts:
        layout.addWidget(part)
        if isinstance(part, Label):
            layout.lead(part)
    return holder
