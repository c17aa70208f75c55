"""The counts of a range as two sums that come out: issued, and what was open."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from models.statistics import FigureKey
from models.statistics_report import Flow, StatisticsReport
from reports.statistics_face import MINUS
from reports.statistics_words import name_of
from ui.kit.button import Button, Look
from ui.kit.flow_layout import FlowLayout
from ui.kit.label import Label, Tone
from ui.language import translate

_K = FigureKey


class CountLine(QWidget):
    """One sum; each number opens its slips."""

    wanted = Signal(object)
    """A ``FigureKey``."""

    def __init__(self, parts: tuple[tuple[str, FigureKey], ...]) -> None:
        super().__init__()
        line = FlowLayout(self, 2)
        self.buttons: dict[FigureKey, Button] = {}
        self._others: Label | None = None
        for sign, key in parts:
            if key is _K.CARRIED_OUT:
                # What was opened again after it was complete, where there is such.
                self._others = Label("", tone=Tone.SECOND)
                self._others.setMinimumHeight(32)
                line.addWidget(self._others)
            if sign:
                mark = Label(sign, tone=Tone.THIRD)
                mark.setMinimumHeight(32)
                mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
                line.addWidget(mark)
                line.lead(mark)
            button = Button(name_of(key, translate), Look.LINK)
            button.clicked.connect(lambda _, of=key: self.wanted.emit(of))
            self.buttons[key] = button
            line.addWidget(button)

    def put(self, report: StatisticsReport) -> None:
        """Show the counts of a report."""
        for key, button in self.buttons.items():
            count = report.now.figure(key).numerator
            button.set_text(f"{name_of(key, translate)} {count}")
        if self._others is not None:
            text = _others(report.now.flow)
            self._others.say(text)
            self._others.setVisible(bool(text))


def _others(flow: Flow) -> str:
    if not flow.others:
        return ""
    sign = "+" if flow.others > 0 else MINUS
    said = QCoreApplication.translate("CountLine", "others {count}")
    return f"{sign} {said.format(count=abs(flow.others))}"
