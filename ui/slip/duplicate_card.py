"""可能重复: what may be the same fault, answered before a slip is issued."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.duplicate import DuplicateRow
from ui.kit.button import Button, Look
from ui.kit.fields import TextField
from ui.kit.glyph import StatusLabel
from ui.kit.label import Hairline, Label, Picture, Tone
from ui.kit.layout import column, row
from ui.kit.painting import fill_box
from ui.slip.moment import Moments
from ui.slip.room import room_text
from ui.slip.status import status_of
from ui.theme.theme import tokens
from ui.theme.typeface import CAPTION
from ui.words import word


class DuplicateCard(QWidget):
    """Open the old one, join it, or give a reason to issue anyway."""

    open_wanted = Signal(object)
    join_wanted = Signal(object)

    def __init__(self, moments: Moments) -> None:
        super().__init__()
        self._moments = moments
        self._rows: Sequence[DuplicateRow] = ()
        self._count = Label("", CAPTION, tone=Tone.WARN)
        self._list = column(spacing=10)
        self._shown: list[QWidget] = []
        self.reason = TextField(placeholder=self.tr("Why a new slip all the same?"))
        self.reason.set_name(self.tr("Reason to issue anyway"))
        self.reason.setObjectName("anyway_reason")
        column(
            row(
                Picture("git-merge", 16, Tone.WARN),
                Label(self.tr("Possibly a duplicate"), tone=Tone.WARN, is_strong=True),
                None,
                self._count,
                spacing=8,
            ),
            self._list,
            self.reason,
            spacing=10,
            margins=16,
            on=self,
        )
        self.hide()

    def rows(self) -> Sequence[DuplicateRow]:
        """The slips shown now."""
        return self._rows

    def show_rows(self, rows: Sequence[DuplicateRow]) -> None:
        """Show other candidates; the card is not there when there are none."""
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = rows
            return
        self._rows = rows
        for old in self._shown:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = [
            _Candidate(one, self._moments, self, position)
            for position, one in enumerate(rows)
        ]
        for shown in self._shown:
            self._list.addWidget(shown)
        self._count.say(self.tr("%n slip(s)", "", len(rows)))
        self.setVisible(bool(rows))
        if not rows:
            self.reason.clear()

    def clear(self) -> None:
        """Nothing is typed any more."""
        self.show_rows(())
        self.reason.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        fill_box(painter, QRectF(self.rect()), 8, colours.surface, colours.line)


class _Candidate(QWidget):
    """One slip that may be meant; keys for the first one."""

    def __init__(
        self, found: DuplicateRow, moments: Moments, card: DuplicateCard, position: int
    ) -> None:
        super().__init__()
        status = StatusLabel()
        status.show_status(status_of(found.state))
        is_first = position == 0
        opened = Button(self.tr("Open it"), Look.LINK, keys="F2" if is_first else None)
        opened.clicked.connect(lambda: card.open_wanted.emit(found))
        joined = Button(self.tr("Join it"), Look.LINK, keys="F3" if is_first else None)
        joined.clicked.connect(lambda: card.join_wanted.emit(found))
        joined.setVisible(found.can_join)
        opened.setAccessibleDescription(found.number)
        joined.setAccessibleDescription(found.number)
        place = room_text(found.unit_label, found.area, found.place)
        why = f"{place}，{word(found.why)}"
        column(
            Hairline() if position else 0,
            row(
                Label(found.number, is_strong=True),
                status,
                None,
                Label(moments.write(found.issued_at), CAPTION, tone=Tone.SECOND),
                spacing=8,
            ),
            Label(found.content, may_wrap=True),
            row(
                Label(why, CAPTION, tone=Tone.SECOND, may_wrap=True),
                None,
                opened,
                joined,
                spacing=4,
            ),
            spacing=4,
            on=self,
        )
