"""The one search (Ctrl+K): answers while one types, and opens what was meant."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from app.search_hit import Found, PersonHit, SlipHit, UnitHit
from models.staff import Permission
from ui.kit.fields import write_moment
from ui.kit.label import Label, Tone
from ui.kit.layout import column
from ui.kit.painting import draw_shadow, fill_box
from ui.kit.search_field import SearchField
from ui.search.hit_line import Hit, InRegister, lines_of
from ui.search.hit_list import HitList
from ui.shell.actions import BY_ID as ACTIONS
from ui.shell.frame import Frame
from ui.tasks import Job
from ui.theme.theme import tokens
from ui.theme.typeface import CAPTION

TYPING_MS = 120
"""How long it waits for the next key before it asks."""

WIDTH = 720
HIGHEST = 560
SHADOW = 8
BORDER = 1


class _Popup(QFrame):
    """The answer, floating over the page."""

    def __init__(self, hits: Callable[[QWidget], HitList], parent: QWidget) -> None:
        super().__init__(parent)
        self.hits = hits(self)
        self.nothing = Label("", tone=Tone.SECOND, parent=self)
        self.nothing.setMinimumHeight(36)
        self.nothing.setIndent(16)
        self.keys = Label("", CAPTION, tone=Tone.THIRD, parent=self)
        self.keys.setIndent(16)
        self.keys.setFixedHeight(30)
        edge = SHADOW + BORDER
        column(
            self.nothing,
            self.hits,
            self.keys,
            spacing=0,
            margins=(edge, edge + 6, edge, edge + 2),
            on=self,
        )
        self.hide()

    def needed_height(self) -> int:
        """How high it must be to show everything."""
        rest = 0 if self.nothing.isHidden() else self.nothing.minimumHeight()
        around = 2 * (SHADOW + BORDER) + 8 + self.keys.height()
        return self.hits.needed_height() + rest + around

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        draw_shadow(painter, box, 10, SHADOW)
        fill_box(painter, box, 10, colours.surface, colours.line_strong)


class SearchBox(SearchField):
    """Ctrl+K comes here, Esc goes back to where one was.

    A question that is out of date when its answer comes is dropped.
    """

    def __init__(self, frame: Frame) -> None:
        super().__init__(
            ACTIONS["frame.search"].keys,
            self.tr("Number, room, last digits of a telephone, name, pinyin, fault"),
        )
        self.set_name(self.tr("Search everything"))
        self.line.setProperty("bar", True)
        self._frame = frame
        self._before: QWidget | None = None
        self._question: Job | None = None
        self._is_hurried = False
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self.ask)
        self.edited.connect(self._wait)
        self.popup = _Popup(self._make_hits, frame.place)
        self.popup.keys.say(self.tr("↑ ↓ choose   Enter opens   Esc goes back"))
        self.popup.hits.taken.connect(self._open)
        self.line.installEventFilter(self)
        frame.place.installEventFilter(self)

    def _make_hits(self, parent: QWidget) -> HitList:
        return HitList(self._write_moment, parent)

    def _write_moment(self, at: datetime) -> str:
        desk = self._frame.work.desk
        return write_moment(at.replace(second=0), desk.local(desk.now()))

    def come_here(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and focus is not self.line:
            self._before = focus
        super().come_here()
        if self.value():
            self._typing.start(0)

    def leave(self) -> None:
        """Forget what was typed and give the keyboard back."""
        self._forget_question()
        self.set_value(None)
        self.popup.hide()
        before, self._before = self._before, None
        page = self._frame.place
        if before is not None and _is_there(before, page):
            before.setFocus()
        elif self.line.hasFocus():
            self.line.clearFocus()

    def _wait(self) -> None:
        if self.value():
            self._typing.start()
        else:
            self._forget_question()
            self.popup.hide()

    def _forget_question(self) -> None:
        self._typing.stop()
        self._is_hurried = False
        if self._question is not None:
            self._question.drop()
            self._question = None

    def ask(self) -> None:
        """Look for what stands in the line, without waiting for another key."""
        from app.search import find

        words = self.value()
        self._forget_question()
        if words:
            self._question = self._frame.work.look(
                self, find, words, done=lambda found: self._show(words, found)
            )

    def _show(self, words: str, found: Found) -> None:
        self._question = None
        is_hurried, self._is_hurried = self._is_hurried, False
        if words != self.value() or not self.line.hasFocus():
            return
        self.popup.nothing.say("" if found else self.tr("Nothing was found."))
        self.popup.nothing.setVisible(not found)
        self.popup.hits.show_lines(lines_of(found, words))
        self._place_popup()
        self.popup.show()
        self.popup.raise_()
        if is_hurried and found:
            self.popup.hits.take()

    def _place_popup(self) -> None:
        whole = self._frame.place
        corner = self.mapTo(whole, QPoint(0, self.height()))
        width = min(WIDTH, whole.width() - 16) + 2 * SHADOW
        x = corner.x() + (self.width() - width) // 2
        x = min(max(x, 0), whole.width() - width)
        y = corner.y() + 6 - SHADOW
        height = min(HIGHEST, self.popup.needed_height(), whole.height() - y - 32)
        self.popup.setGeometry(x, y, width, height)

    def _open(self, hit: Hit) -> None:
        desk = self._frame.work.desk
        self._before = None
        self.leave()
        if isinstance(hit, SlipHit):
            self._frame.show_page("slip", hit.id)
        elif isinstance(hit, UnitHit) and desk.may(Permission.ISSUE_SLIP):
            self._frame.show_page("intake", hit.label)
        elif isinstance(hit, UnitHit):
            self._frame.show_page("register", hit.label)
        elif isinstance(hit, PersonHit):
            self._frame.show_page("register", hit.name or hit.phone)
        elif isinstance(hit, InRegister):
            self._frame.show_page("register", hit.words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self.line:
            if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._take_key(event)
            if kind == QEvent.Type.FocusOut:
                self.popup.hide()
        elif kind == QEvent.Type.Resize and self.popup.isVisible():
            self._place_popup()
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if self.popup.isVisible():
                self.popup.hits.step(1 if key == Qt.Key.Key_Down else -1)
            else:
                self.ask()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # An answer to other words is not what Enter was pressed for.
            if self._typing.isActive() or not self.popup.isVisible():
                self.ask()
                self._is_hurried = True
            elif self._question is not None:
                self._is_hurried = True
            else:
                self.popup.hits.take()
        else:
            return False
        return True


def _is_there(widget: QWidget, window: QWidget) -> bool:
    return isValid(widget) and widget.isVisible() and window.isAncestorOf(widget)
