"""The last repairs of a place as lines that can be opened."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.place_history import PastRepair
from models.money import format_money
from models.slip import SlipState
from ui.kit.fields import NAME_MARK
from ui.kit.layout import column
from ui.kit.painting import draw_text, with_gaps
from ui.slip.moment import Moments
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, typeface
from ui.words import word

HEIGHT, LOW_HEIGHT = 32, 28
_WHEN, _WHO, _WHAT_LEAST, _MONEY = 78, 60, 60, 68


class RepairLine(QAbstractButton):
    """When, what, who, how much; Enter or a click opens the slip."""

    def __init__(self, repair: PastRepair, when: str, free: str) -> None:
        super().__init__()
        self.repair = repair
        self._when = when
        self._who = NAME_MARK.join(repair.technicians)
        self._money = _money(repair, free)
        said = (when, repair.content, self._who, self._money)
        self.setText(repair.content)
        self.setAccessibleName(" ".join(filter(None, said)))
        self.setToolTip(f"{repair.number} {repair.content}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(_WHEN + _WHO + _WHAT_LEAST + _MONEY, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), QColor(colours.hover))
        if self.hasFocus():
            painter.fillRect(QRectF(0, 0, 3, self.height()), QColor(colours.accent))
        high, wide = self.height(), self.width()
        font = typeface(BODY)
        right = Qt.AlignmentFlag.AlignRight
        is_open = self.repair.charged is None and not self.repair.is_free
        ink = colours.text if self.repair.charged else colours.text_second
        when = QRectF(4, 0, _WHEN - 4, high)
        draw_text(painter, when, self._when, font, colours.text_second)
        money = QRectF(wide - _MONEY - 4, 0, _MONEY, high)
        tone = colours.text_second if is_open else ink
        draw_text(painter, money, self._money, font, tone, right, may_cut=is_open)
        who = QRectF(wide - _MONEY - _WHO - 8, 0, _WHO, high)
        draw_text(painter, who, self._who, font, colours.text_second, may_cut=True)
        what = QRectF(_WHEN + 4, 0, who.left() - _WHEN - 12, high)
        text = with_gaps(self.text())
        draw_text(painter, what, text, font, colours.text, may_cut=True)


class RepairLines(QWidget):
    """The lines one under the other; up and down move."""

    opened = Signal(object)

    def __init__(self, moments: Moments) -> None:
        super().__init__()
        self._moments = moments
        self._lines: list[RepairLine] = []
        self._height = HEIGHT
        self._column = column(spacing=0, on=self)

    def lines(self) -> list[RepairLine]:
        """What is shown, newest first."""
        return list(self._lines)

    def be_low(self, is_low: bool) -> None:
        """Lower lines where the window is not high."""
        self._height = LOW_HEIGHT if is_low else HEIGHT
        for line in self._lines:
            line.setFixedHeight(self._height)

    def show_repairs(self, repairs: Sequence[PastRepair]) -> None:
        """Show these repairs in place of the ones before."""
        if [line.repair for line in self._lines] == list(repairs):
            return
        for old in self._lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = []
        for repair in repairs:
            when = self._moments.write_day(repair.issued_at)
            line = RepairLine(repair, when, self.tr("free"))
            line.setFixedHeight(self._height)
            line.clicked.connect(self._open)
            self._lines.append(line)
            self._column.addWidget(line)

    def _open(self) -> None:
        line = self.sender()
        if isinstance(line, RepairLine):
            self.opened.emit(line.repair.id)


def _money(repair: PastRepair, free: str) -> str:
    """The posted fee; before there is one, the state says why."""
    if repair.charged is not None and not repair.is_free:
        return format_money(repair.charged)
    if repair.is_free:
        return free
    is_back = repair.state in (SlipState.RETURNED, SlipState.CLOSED)
    return "" if is_back else word(repair.state)
