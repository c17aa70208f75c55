"""Says what became of the numbers that were pasted over a register."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.pasted_number import Pasted
from app.slip_list import Register
from ui.kit.button import Button, Look
from ui.kit.flow_layout import FlowLayout
from ui.kit.label import Label, Picture, Tone
from ui.kit.layout import row

MOST_NAMED = 4


class PastedLine(QWidget):
    """How many stand here, how many in the other register, and which are no slip's."""

    other_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Pasted numbers"))
        self._missing: tuple[str, ...] = ()
        self.here = Label("", is_strong=True)
        self.lack = Label("", tone=Tone.WARN)
        self.other = Button("", Look.LINK, icon_name="table-2")
        self.other.clicked.connect(self.other_wanted)
        self.copy = Button(self.tr("Copy these"), Look.LINK)
        self.copy.clicked.connect(self._copy)
        words = QWidget()
        flow = FlowLayout(words, 10)
        for each in (self.here, self.lack, self.copy, self.other):
            each.setMinimumHeight(28)
            flow.addWidget(each)
        picture = Picture("copy-check", 16, Tone.SECOND)
        line = row(picture, words, spacing=10, margins=(24, 0, 16, 6), on=self)
        line.setStretch(1, 1)
        self.hide()

    def tell(self, pasted: Pasted | None, register: Register) -> None:
        """Show what was found; nothing was pasted: None."""
        self.setVisible(pasted is not None)
        if pasted is None:
            return
        self._missing = pasted.missing
        here = pasted.count(register)
        elsewhere = sum(map(len, pasted.ids.values())) - here
        text = self.tr("%Ln number(s) pasted", "", len(pasted.numbers))
        found = self.tr("%Ln here", "", here)
        self.here.say(self.tr("{pasted}: {found}").format(pasted=text, found=found))
        self.other.setVisible(elsewhere > 0)
        self.other.set_text(self.tr("%Ln in the other register", "", elsewhere))
        self.copy.setVisible(bool(pasted.missing))
        named = "、".join(pasted.missing[:MOST_NAMED])
        if len(pasted.missing) > MOST_NAMED:
            named += "…"
        lack = self.tr("%Ln not found: {numbers}", "", len(pasted.missing))
        self.lack.say(lack.format(numbers=named) if pasted.missing else "")
        self.lack.setVisible(bool(pasted.missing))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._missing))
