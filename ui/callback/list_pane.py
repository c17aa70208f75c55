"""Left of the form: how many more must be called, and whom."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from app.callback_work import CallbackRow, CallbackWork
from models.callback_coverage import CallbackCoverage
from ui.callback.face import CallbackFaces
from ui.callback.meter import ShareMeter
from ui.kit.button import Look
from ui.kit.card_list import CardList
from ui.kit.label import Hairline, Label, Tone
from ui.kit.layout import column, row
from ui.shell.actions import action_button
from ui.slip.field_flow import flow
from ui.slip.moment import Moments
from ui.theme.typeface import CARD

Rows = Sequence[CallbackRow]


class CallbackList(QWidget):
    """The count, a meter for each class, the cards, and the sheet below."""

    def __init__(self, moments: Moments) -> None:
        super().__init__()
        self._rows: Rows = ()
        self._faces = CallbackFaces(moments, self)
        self._count = Label("", CARD, is_strong=True)
        self._due = Label("", tone=Tone.SECOND)
        self.unit = ShareMeter(self.tr("Owners"))
        self.public = ShareMeter(self.tr("Public"))
        self._more = Label("", tone=Tone.SECOND, may_wrap=True)
        self.cards = CardList(self.tr("Slips to call back about"))
        self._empty = Label(
            self.tr("Everybody who must be called was called."),
            tone=Tone.SECOND,
            may_wrap=True,
        )
        self._empty.setContentsMargins(24, 16, 24, 0)
        self.sheet = action_button("callback.sheet", Look.LINK)
        heading = column(
            flow(self._count, self._due, gap=16),
            self.unit,
            self.public,
            self._more,
            spacing=10,
            margins=(24, 20, 24, 12),
        )
        whole = column(
            heading,
            Hairline(),
            self._empty,
            row(self.cards, margins=(12, 8, 4, 0)),
            Hairline(),
            row(self.sheet, None, margins=(20, 6, 24, 8)),
            spacing=0,
            on=self,
        )
        whole.setStretch(3, 1)

    def show_work(self, work: CallbackWork, now: datetime) -> None:
        """Show another list; choice and scroll place stay where they can."""
        self._count.say(self.tr("%n callback(s) to go", "", work.waiting))
        due = self.tr("%n due today", "", work.due_today)
        self._due.say(due if work.due_today else "", Tone.WARN)
        self.unit.show_share(work.now.unit)
        self.public.show_share(work.now.public)
        more = self._said_beside(work)
        self._more.say(more)
        self._more.setVisible(bool(more))
        self._rows = work.rows
        self._empty.setVisible(not work.rows)
        self.cards.setVisible(bool(work.rows))
        self.refresh(now)

    def refresh(self, now: datetime) -> None:
        """Write the cards as they stand at this moment; asks nothing."""
        self.cards.put([self._faces.face(row, now) for row in self._rows])

    def rows(self) -> Rows:
        """The slips in the order of the list."""
        return self._rows

    def after(self, slip_id: int) -> int | None:
        """The slip that follows one; the first if that is not in the list."""
        ids = [row.slip_id for row in self._rows]
        if slip_id not in ids:
            return ids[0] if ids else None
        at = ids.index(slip_id)
        others = [*ids[at + 1 :], *ids[:at]]
        return others[0] if others else None

    def _said_beside(self, work: CallbackWork) -> str:
        parts = []
        if before := _missing(work.before):
            parts.append(self.tr("%n still due from the period before", "", before))
        if work.unreachable:
            parts.append(self.tr("%n could not be reached", "", work.unreachable))
        if (left := work.count - len(work.rows)) > 0:
            parts.append(self.tr("%n more follow", "", left))
        return "，".join(parts)


def _missing(of: CallbackCoverage) -> int:
    return of.unit.missing + of.public.missing
