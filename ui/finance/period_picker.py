"""The field that says which finance period is looked at, and offers the others."""

from datetime import datetime

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from app.desk import Desk
from app.period_list import PeriodRow
from ui.finance.chosen import ChosenPeriod
from ui.kit.button import PromptButton
from ui.kit.icon import draw_icon
from ui.kit.label import Label, Tone
from ui.kit.layout import row
from ui.kit.painting import draw_text, fill_box, text_width, with_gaps
from ui.shell.frame import Frame
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CARD, typeface

WIDTH, NARROW = 320, 288
HEIGHT = 40
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1}
_STEPS[Qt.Key.Key_Right] = 1


class PeriodField(PromptButton):
    """The chosen period with its bounds; arrows go to the next and the one before."""

    def __init__(self, frame: Frame, period: ChosenPeriod) -> None:
        super().__init__()
        self._frame = frame
        self._period = period
        self._bounds = ""
        self.setFixedSize(WIDTH, HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Finance period"))
        self.clicked.connect(self.offer)
        period.changed.connect(self._show)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), HEIGHT)

    @Slot()
    def _show(self) -> None:
        found = self._period.row
        self._bounds = self._range(found) if found is not None else ""
        self.setText(self._period.code)
        self.setAccessibleName(
            self.tr("Finance period {code}, {bounds}").format(
                code=self._period.code, bounds=self._bounds
            )
        )
        self.update()

    def _range(self, found: PeriodRow) -> str:
        desk = self._frame.work.desk
        begin, end = _day(desk, found.starts_at), _day(desk, found.ends_at)
        if begin.count("-") > 1:
            end = f"{desk.local(found.ends_at):%m-%d}"  # one year says it for both
        return self.tr("{begin} to {end} 00:00").format(begin=begin, end=end)

    @Slot()
    def offer(self) -> QMenu:
        """Open the list of periods, the latest first."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setAccessibleName(self.tr("Finance period"))
        for found in reversed(self._period.rows):
            word = self.tr("closed") if found.is_closed else self.tr("open")
            entry = menu.addAction(f"{found.code}   {self._range(found)}   {word}")
            entry.setCheckable(True)
            entry.setChecked(found.code == self._period.code)
            entry.triggered.connect(
                lambda _, code=found.code: self._period.choose(code)
            )
            if found.code == self._period.code:
                menu.setActiveAction(entry)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._period.step(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        whole = QRectF(self.rect())
        is_here = self.hasFocus()
        edge = colours.accent if is_here else colours.field
        fill = colours.hover if self.underMouse() else colours.surface
        fill_box(painter, whole, 6, fill, edge, 2 if is_here else 1)
        middle = whole.center().y()
        draw_icon(painter, "calendar", 12, middle - 8, 16, colours.accent)
        strong = typeface(CARD, is_strong=True)
        place = QRectF(38, 0, text_width(self.text(), strong) + 1, whole.height())
        used = draw_text(painter, place, self.text(), strong, colours.text)
        left = 38 + used + 14
        place = QRectF(left, 0, whole.width() - left - 32, whole.height())
        bounds = with_gaps(self._bounds)
        font = typeface(BODY)
        draw_text(painter, place, bounds, font, colours.text_second, may_cut=True)
        right = whole.right() - 26
        draw_icon(painter, "chevron-down", right, middle - 8, 16, colours.text_second)


class PeriodPicker(QWidget):
    """The field, and beside it how far the period is."""

    def __init__(self, frame: Frame, period: ChosenPeriod) -> None:
        super().__init__()
        self._frame = frame
        self._period = period
        self.field = PeriodField(frame, period)
        self.state = Label("", is_strong=True)
        self.rest = Label("", tone=Tone.SECOND)
        row(self.field, self.state, self.rest, spacing=16, on=self)
        self.setFocusProxy(self.field)
        period.changed.connect(self._show)

    @Slot()
    def _show(self) -> None:
        found = self._period.row
        if found is None:
            return
        desk = self._frame.work.desk
        if found.closed_at is not None:
            self.state.say(self.tr("Closed"), Tone.OK)
            closed = self.tr("{when} by {name}")
            self.rest.say(
                closed.format(when=_moment(desk, found.closed_at), name=found.closed_by)
            )
            return
        self.state.say(self.tr("Not closed"), Tone.WARN)
        days = (desk.local(found.ends_at).date() - desk.today()).days
        if days > 0:
            self.rest.say(self.tr("%Ln day(s) left", "", days))
        elif found.proposed_at is not None:
            proposed = self.tr("proposed {when} by {name}")
            self.rest.say(
                proposed.format(
                    when=_moment(desk, found.proposed_at), name=found.proposed_by
                )
            )
        elif days < 0:
            self.rest.say(self.tr("ended %Ln day(s) ago", "", -days))
        else:
            self.rest.say(self.tr("ended today"))


def _day(desk: Desk, at: datetime) -> str:
    local = desk.local(at)
    is_this_year = local.year == desk.today().year
    return local.strftime("%m-%d" if is_this_year else "%Y-%m-%d")


def _moment(desk: Desk, at: datetime) -> str:
    local = desk.local(at)
    is_this_year = local.year == desk.today().year
    return local.strftime("%m-%d %H:%M" if is_this_year else "%Y-%m-%d %H:%M")
