"""When unfinished work is usually promised: one press instead of a date."""

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from models.text import QT_TRANSLATE_NOOP
from ui.kit.button import Button
from ui.kit.flow_layout import FlowLayout
from ui.slip.moment import Moments

_HEADS = (
    QT_TRANSLATE_NOOP("EtaChoice", "Today {time}"),
    QT_TRANSLATE_NOOP("EtaChoice", "Tomorrow {time}"),
)
_TIMES = ((12, 0), (17, 30))


class EtaChoice(QWidget):
    """Noon and evening of today and tomorrow, those that are still to come."""

    chosen = Signal(object)
    """The moment, aware."""

    def __init__(self, moments: Moments) -> None:
        super().__init__()
        self._moments = moments
        self._flow = FlowLayout(self)
        self.buttons: list[Button] = []
        self.renew()

    def renew(self) -> None:
        """Offer what is still to come now."""
        for old in self.buttons:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = []
        for text, at in likely_times(self._moments.now()):
            button = Button(text)
            button.clicked.connect(partial(self._take, at))
            self._flow.addWidget(button)
            self.buttons.append(button)

    def _take(self, at: datetime) -> None:
        self.chosen.emit(at)


def likely_times(now: datetime) -> list[tuple[str, datetime]]:
    """What the buttons say, and mean."""
    found = []
    for days, head in enumerate(_HEADS):
        said = QCoreApplication.translate("EtaChoice", head)
        for hour, minute in _TIMES:
            at = (now + timedelta(days=days)).replace(
                hour=hour, minute=minute, second=0, microsecond=0
            )
            if at > now:
                found.append((said.format(time=f"{at:%H:%M}"), at))
    return found
