"""The editors that are placed over the filter of a heading."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from app.listing import ColumnFilter, HasWords, IsAtLeast, IsOneOf, IsWithin
from models.money import NotMoney, parse_money
from ui.kit.button import Button, Look
from ui.kit.column import Asks, Column
from ui.kit.field import NotReadable
from ui.kit.fields import DayField
from ui.kit.label import Label, Tone
from ui.kit.layout import column as column_of
from ui.kit.layout import row
from ui.kit.row_table_header import FilterHeader
from ui.kit.row_table_question import ONE_DAY, TableQuestion
from ui.kit.typed_line import TypedLine
from ui.theme.typeface import CAPTION

TYPING_MS = 250
LEAST_WIDTH = 120
Today = Callable[[], date]


class StayingMenu(QMenu):
    """A menu of ticks that stays open while several are set."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.activeAction()
        if action is not None and action.isCheckable() and action.isEnabled():
            action.trigger()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if (
            event.key() == Qt.Key.Key_Space
            and action is not None
            and action.isCheckable()
        ):
            action.trigger()
            return
        super().keyPressEvent(event)


class FilterLine(TypedLine):
    """Words or a number, asked for while they are typed; Esc puts back what was."""

    left = Signal(int)
    """The keyboard goes back to the table (0), or to the next (1, -1) filter."""

    def __init__(
        self, parent: QWidget, column: Column[Any], question: TableQuestion
    ) -> None:
        super().__init__(parent=parent)
        self._column = column
        self._question = question
        self._before = question.filters.get(column.key)
        self.setProperty("cell", True)
        self.setAccessibleName(column.title)
        self.setText(_line_text(self._before))
        self.selectAll()
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self.take)
        self.textEdited.connect(lambda _: self._typing.start())

    def take(self) -> None:
        """Ask what stands in the line; nothing while it is no number."""
        self._typing.stop()
        text = " ".join(self.text().split())
        is_wrong = False
        asked: ColumnFilter | None = None
        if text and self._column.asks is Asks.WORDS:
            asked = HasWords(text)
        elif text:
            try:
                asked = IsAtLeast(parse_money(text))
            except NotMoney:
                is_wrong = True
        self.setProperty("wrong", is_wrong)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setToolTip(self.tr("Type a number.") if is_wrong else "")
        if not is_wrong:
            self._question.ask(self._column.key, asked)

    def event(self, event: QEvent) -> bool:
        # Tab goes on to the next heading, not to the next widget.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self.take()
                self.left.emit(step)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.take()
            self.left.emit(0)
        elif key == Qt.Key.Key_Escape:
            self._typing.stop()
            self._question.ask(self._column.key, self._before)
            self.left.emit(0)
        else:
            super().keyPressEvent(event)


class DaysPopup(QFrame):
    """From and until, both included; Enter asks, Esc leaves."""

    def __init__(
        self,
        parent: QWidget,
        column: Column[Any],
        question: TableQuestion,
        today: Today,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("popup", True)
        self.setAccessibleName(column.title)
        self._key = column.key
        self._question = question
        before = question.filters.get(column.key)
        self.first = DayField(today)
        self.last = DayField(today)
        self.first.set_name(self.tr("From"))
        self.last.set_name(self.tr("Until, this day included"))
        if isinstance(before, IsWithin):
            self.first.set_value(before.from_on)
            until = before.until_on
            self.last.set_value(None if until is None else until - ONE_DAY)
        self.first.line.returnPressed.connect(self._take)
        self.last.line.returnPressed.connect(self._take)
        done = Button(self.tr("Apply"), Look.PLAIN, keycap="Enter")
        done.clicked.connect(self._take)
        none = Button(self.tr("Any day"), Look.LINK)
        none.clicked.connect(self._drop)
        column_of(
            Label(column.title, is_strong=True),
            row(
                _named(self.tr("From"), self.first),
                _named(self.tr("Until"), self.last),
                spacing=12,
            ),
            row(none, None, done, spacing=12),
            spacing=12,
            margins=16,
            on=self,
        )

    def _take(self) -> None:
        days: list[date | None] = []
        for field in (self.first, self.last):
            try:
                days.append(field.value())
            except NotReadable as problem:
                field.set_problem(str(problem))
                field.setFocus()
                return
        first, last = days
        if first is not None and last is not None and last < first:
            self.last.set_problem(self.tr("This is before the first day."))
            return
        self.close()
        if first is None and last is None:
            self._question.drop(self._key)
            return
        until = None if last is None else last + ONE_DAY
        self._question.ask(self._key, IsWithin(first, until))

    def _drop(self) -> None:
        self.close()
        self._question.drop(self._key)


class Filters(QObject):
    """Opens the editor of a heading: a line over it, a menu or a popup under it.

    ``header_of`` answers with the header in which a column stands, scrolled into sight.
    """

    def __init__(
        self,
        table: QWidget,
        question: TableQuestion,
        today: Today,
        header_of: Callable[[int], FilterHeader],
    ) -> None:
        super().__init__(table)
        self._table = table
        self._question = question
        self._today = today
        self._header_of = header_of
        self.line: FilterLine | None = None
        self.popup: QWidget | None = None

    def open(self, logical: int) -> None:
        """Let the filter of a column be set."""
        self.close()
        header = self._header_of(logical)
        column = header.column(logical)
        area = header.filter_area(logical).toRect()
        corner = header.viewport().mapToGlobal(QPoint(area.left(), area.bottom() + 2))
        match column.asks:
            case Asks.WORDS | Asks.MONEY | Asks.MINUTES:
                self._open_line(header, logical, area)
            case Asks.CHOICE:
                menu = self._menu(column)
                self.popup = menu
                menu.popup(corner)
            case Asks.DAYS:
                self.open_days(logical, corner)
            case Asks.NOTHING:
                return

    def open_days(self, logical: int, corner: QPoint) -> None:
        """Let the days of a column be set at a place of the screen."""
        self.close()
        column = self._header_of(0).column(logical)
        days = DaysPopup(self._table, column, self._question, self._today)
        self.popup = days
        days.move(corner)
        days.show()
        days.first.line.setFocus()

    def close(self) -> None:
        """Take away the line that stands over a heading."""
        if self.line is not None:
            line, self.line = self.line, None
            line.hide()
            line.deleteLater()

    def _open_line(self, header: FilterHeader, logical: int, area: QRect) -> None:
        line = FilterLine(header.viewport(), header.column(logical), self._question)
        width = max(area.width() - 4, LEAST_WIDTH)
        left = min(area.left() + 2, max(2, header.viewport().width() - width))
        line.setGeometry(left, area.top() + 2, width, area.height() - 4)
        line.left.connect(lambda step: self._leave(logical, step))
        line.installEventFilter(self)
        self.line = line
        line.show()
        line.setFocus()

    def _leave(self, logical: int, step: int) -> None:
        self.close()
        header = self._header_of(1)
        visual = header.visualIndex(logical) + step
        while step and 0 <= visual < header.count():
            other = header.logicalIndex(visual)
            asks = header.column(other).asks
            is_line = asks in (Asks.WORDS, Asks.MONEY, Asks.MINUTES)
            if is_line and not header.isSectionHidden(other):
                self.open(other)
                return
            visual += step
        self._table.setFocus()

    def _menu(self, column: Column[Any]) -> StayingMenu:
        menu = StayingMenu(self._table)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setAccessibleName(column.title)
        key = column.key
        every = menu.addAction(self.tr("All"))
        every.triggered.connect(lambda: self._question.drop(key))
        menu.addSeparator()
        asked = self._question.filters.get(key)
        chosen = set(asked.members) if isinstance(asked, IsOneOf) else set()

        def turn(stored: str, is_on: bool) -> None:
            (chosen.add if is_on else chosen.discard)(stored)
            members = tuple(each for each, _ in column.choices if each in chosen)
            self._question.ask(key, IsOneOf(members) if members else None)

        for stored, shown in column.choices:
            entry = menu.addAction(shown)
            entry.setCheckable(True)
            entry.setChecked(stored in chosen)
            entry.toggled.connect(lambda is_on, stored=stored: turn(stored, is_on))
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.FocusOut:
            assert self.line is not None
            self.line.take()
            self.close()
        return super().eventFilter(watched, event)


def _named(name: str, field: DayField) -> QWidget:
    whole = QWidget()
    caption = Label(name, CAPTION, tone=Tone.SECOND)
    column_of(caption, field, spacing=4, on=whole)
    return whole


def _line_text(asked: ColumnFilter | None) -> str:
    if isinstance(asked, HasWords):
        return asked.words
    if isinstance(asked, IsAtLeast):
        return f"{asked.least.normalize():f}"
    return ""
