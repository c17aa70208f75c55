"""What the desk issued today, under its form: a bounced slip is sent out again here."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.slip_bounced import BouncedRow, list_bounced
from app.slip_list import SlipFilter
from models.slip import SlipEvent
from ui.kit.button import Button, Look
from ui.kit.glyph import Shape, Status, StatusLabel
from ui.kit.label import ElidedLabel, Label, Tone
from ui.kit.layout import column, row
from ui.kit.painting import fill_box
from ui.kit.when_seen import WhenSeen
from ui.shell.frame import Frame
from ui.slip.columns import TODAY
from ui.slip.moment import Moments
from ui.slip.slip_moves import SlipMoves
from ui.slip.slip_table import SlipTable
from ui.slip.span import Span, span_bounds
from ui.theme.theme import tokens
from ui.theme.typeface import INPUT
from ui.words import word

WIDTHS = {"issued": 56, "room": 176, "number": 116}
"""Px: an hour is short, and a place in the grounds is long."""
MOST = 3
"""So many bounced slips are shown at once; the next one follows when one is gone."""


class BouncedLine(QWidget):
    """A slip that came back: what is missing, and out with it again."""

    def __init__(self, bounced: BouncedRow, moments: Moments) -> None:
        super().__init__()
        self.bounced = bounced
        status = StatusLabel()
        text = self.tr("Sent back: {reason}").format(reason=bounced.reason)
        status.show_status(Status(text, Shape.TURNED, Tone.WARN, Tone.WARN))
        self.opened = Button(bounced.number, Look.LINK)
        self.resend = Button(word(SlipEvent.RESEND), Look.LINK)
        self.resend.setAccessibleDescription(bounced.number)
        what = ElidedLabel(bounced.content, tone=Tone.SECOND)
        issued = Label(moments.write(bounced.issued_at), tone=Tone.SECOND)
        across = row(
            self.opened,
            issued,
            Label(bounced.room, is_strong=True),
            what,
            status,
            self.resend,
            spacing=12,
            margins=(8, 0, 8, 0),
            on=self,
        )
        across.setStretch(3, 1)
        self.setFixedHeight(36)
        self.setAccessibleName(f"{bounced.number} {text}")

    def paintEvent(self, event: QPaintEvent) -> None:
        fill_box(QPainter(self), QRectF(self.rect()), 6, tokens().warn_soft)


class TodayList(QWidget):
    """The slips of the day with their count; what was sent back stands on top."""

    def __init__(self, frame: Frame, moves: SlipMoves) -> None:
        super().__init__()
        self._frame = frame
        self._moves = moves
        self._moments = Moments(frame.work)
        self._lines: list[BouncedLine] = []
        self.table = SlipTable(
            frame,
            self.tr("Slips issued today"),
            TODAY,
            empty_text=self.tr("No slip has been issued today."),
            widths=WIDTHS,
        )
        # Where room is short the call comes first.
        self.table.setMinimumHeight(1)
        self.table.opened.connect(lambda slip_id: frame.show_page("slip", slip_id))
        self.table.filling.counted.connect(self._show_count)
        self._count = Label("", INPUT, is_strong=True)
        self._waiting = Label("", tone=Tone.WARN)
        self.open_all = Button(self.tr("Open all"), Look.LINK)
        self.open_all.clicked.connect(lambda: frame.show_page("register"))
        self._bounced = column(spacing=4, margins=(24, 0, 24, 8))
        sides = (24, 0, 20, 4)
        stack = column(
            row(
                self._count,
                self._waiting,
                None,
                self.open_all,
                spacing=12,
                margins=sides,
            ),
            self._bounced,
            row(self.table, margins=(12, 0, 16, 0)),
            spacing=0,
            on=self,
        )
        stack.setStretch(2, 1)
        self._asking = WhenSeen(self, self._ask_bounced)
        frame.work.changed.connect(self._after_change)

    def lines(self) -> list[BouncedLine]:
        """The slips that wait at the desk, the oldest first."""
        return list(self._lines)

    def ask(self) -> None:
        """Show what was issued since midnight at the site, and what was sent back."""
        from_at, _ = span_bounds(Span.TODAY, self._frame.work.desk)
        self.table.filling.ask(SlipFilter(from_at=from_at))
        self._ask_bounced()

    def _ask_bounced(self) -> None:
        self._frame.work.look(self, list_bounced, done=self._show_bounced)

    def _show_bounced(self, rows: Sequence[BouncedRow]) -> None:
        shown = rows[:MOST]
        more = len(rows) - len(shown)
        self._waiting.say(self.tr("%n more sent back", "", more) if more else "")
        if [line.bounced for line in self._lines] == list(shown):
            return
        for old in self._lines:
            self._bounced.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = []
        for one in shown:
            line = BouncedLine(one, self._moments)
            line.opened.clicked.connect(partial(self._frame.show_page, "slip", one.id))
            line.resend.clicked.connect(
                partial(self._moves.start, SlipEvent.RESEND, one.id)
            )
            self._lines.append(line)
            self._bounced.addWidget(line)

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        if "slip" in tables:
            self._asking.do()

    @Slot(object)
    def _show_count(self, count: int) -> None:
        self._count.say(self.tr("%n slip(s) issued today", "", count))
