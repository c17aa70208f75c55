"""The answer of the search, floating over the page, and what each hit opens."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame

from app.search_hit import Found, PersonHit, SlipHit, UnitHit
from models.staff import Permission
from ui.kit.fields import write_moment
from ui.kit.label import Label, Tone
from ui.kit.layout import column
from ui.kit.painting import draw_shadow, fill_box
from ui.search.hit_line import Hit, InRegister, Line, lines_of
from ui.search.hit_list import HitList
from ui.shell.frame import Frame
from ui.theme.theme import tokens
from ui.theme.typeface import CAPTION

SHADOW = 8
BORDER = 1
_NOTHING_HEIGHT = 36
_KEYS_HEIGHT = 30


class HitPopup(QFrame):
    """A child of the window: the keyboard stays in the line above it."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame.place)
        self._frame = frame
        self.hits = HitList(self._write_moment, self)
        self.nothing = Label("", tone=Tone.SECOND, parent=self)
        self.nothing.setMinimumHeight(_NOTHING_HEIGHT)
        self.nothing.setIndent(16)
        keys = Label(
            self.tr("↑ ↓ choose   Enter opens   Esc goes back"),
            CAPTION,
            tone=Tone.THIRD,
            parent=self,
        )
        keys.setIndent(16)
        keys.setFixedHeight(_KEYS_HEIGHT)
        edge = SHADOW + BORDER
        column(
            self.nothing,
            self.hits,
            keys,
            spacing=0,
            margins=(edge, edge + 6, edge, edge + 2),
            on=self,
        )
        self.hide()

    def _write_moment(self, at: datetime) -> str:
        desk = self._frame.work.desk
        return write_moment(at.replace(second=0), desk.local(desk.now()))

    def show_found(self, found: Found, words: str) -> None:
        """Show the answer to ``words``."""
        self.nothing.say("" if found else self.tr("Nothing was found."))
        self.nothing.setVisible(not found)
        self.hits.show_lines(lines_of(found, words))

    def lines(self) -> Sequence[Line]:
        """What is shown."""
        return self.hits.lines()

    def needed_height(self) -> int:
        """How high it must be to show everything."""
        rest = 0 if self.nothing.isHidden() else _NOTHING_HEIGHT
        around = 2 * (SHADOW + BORDER) + 8 + _KEYS_HEIGHT
        return self.hits.needed_height() + rest + around

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        draw_shadow(painter, box, 10, SHADOW)
        fill_box(painter, box, 10, colours.surface, colours.line_strong)


def open_hit(frame: Frame, hit: Hit) -> None:
    """Go where a hit leads: a slip, a call from a unit, the register."""
    if isinstance(hit, SlipHit):
        frame.show_page("slip", hit.id)
    elif isinstance(hit, UnitHit) and frame.work.desk.may(Permission.ISSUE_SLIP):
        frame.show_page("intake", hit.label)
    elif isinstance(hit, UnitHit):
        frame.show_page("register", hit.label)
    elif isinstance(hit, PersonHit):
        frame.show_page("register", hit.name or hit.phone)
    elif isinstance(hit, InRegister):
        frame.show_page("register", hit.words)
