"""The last repairs of a place as lines that can be opened."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.place_history import PastRepair
from models.money import format_money
from models.slip import SlipState
from ui.kit.fields import NAME_MARK
from ui.kit.layout import column
from ui.kit.painting import draw_text, text_width, with_gaps
from ui.slip.moment import Moments
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, typeface
from ui.words import word

HEIGHT, LOW_HEIGHT = 32, 28
WHEN_MOST, WHO_MOST, WHAT_LEAST, MONEY_MOST = 78, 104, 60, 80
GAP = 12


@dataclass(frozen=True, slots=True)
class Widths:
    """What the parts of all lines need, in px; what was wrong takes the rest."""

    when: int = WHEN_MOST
    who: int = WHO_MOST
    money: int = MONEY_MOST


class RepairLine(QAbstractButton):
    """When, what, who, how much; Enter or a click opens the slip."""

    def __init__(self, repair: PastRepair, when: str, free: str) -> None:
        super().__init__()
        self.repair = repair
        self._when = when
        self._who = NAME_MARK.join(repair.technicians)
        self._money = _money(repair, free)
        self._widths = Widths()
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
        return QSize(WHEN_MOST + WHO_MOST + WHAT_LEAST + MONEY_MOST, HEIGHT)

    def wanted(self) -> Widths:
        """What its own words need, within reason."""
        font = typeface(BODY)

        def width(text: str, most: int) -> int:
            return min(most, ceil(text_width(with_gaps(text), font)) + 1)

        return Widths(
            width(self._when, WHEN_MOST),
            width(self._who, WHO_MOST),
            width(self._money, MONEY_MOST),
        )

    def stand(self, widths: Widths) -> None:
        """Stand under the lines above."""
        self._widths = widths
        self.update()

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
        widths = self._widths
        when = QRectF(4, 0, widths.when, high)
        draw_text(painter, when, self._when, font, colours.text_second)
        money = QRectF(wide - widths.money - 4, 0, widths.money, high)
        tone = colours.text_second if is_open else ink
        draw_text(painter, money, self._money, font, tone, right, may_cut=is_open)
        who = QRectF(money.left() - GAP - widths.who, 0, widths.who, high)
        draw_text(painter, who, self._who, font, colours.text_second, may_cut=True)
        left = when.right() + GAP
        what = QRectF(left, 0, who.left() - GAP - left, high)
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
        wanted = [line.wanted() for line in self._lines]
        for line in self._lines:
            line.stand(
                Widths(
                    max(each.when for each in wanted),
                    max(each.who for each in wanted),
                    max(each.money for each in wanted),
                )
            )

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
