"""The two lines under a register: what is ticked, and what all of it comes to."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.slip_filter import SlipFilter
from app.slip_totals import SlipTotals, load_slip_totals
from models.money import format_money
from ui.kit.button import Button, Look
from ui.kit.label import ElidedLabel, Label, Picture, Tone
from ui.kit.layout import row
from ui.shell.actions import BY_ID as ACTIONS_BY_ID
from ui.shell.frame import Frame
from ui.tasks import Job, Lane
from ui.theme.typeface import CARD

TEXT_LEFT = 38
"""Where the numbers of the first column begin."""
GAP = 20


class TotalsBar(QWidget):
    """How many slips, how many of them count, the sums: always of the whole list."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._job: Job | None = None
        self._wanted: tuple[bool, ...] = ()
        self.setFixedHeight(36)
        self.setAccessibleName(self.tr("Totals"))
        self.count = Label("", CARD, is_strong=True)
        self.kinds = ElidedLabel("", tone=Tone.SECOND)
        self._heads = [
            Label(self.tr("Agreed, not charged yet"), tone=Tone.SECOND),
            Label(self.tr("Charged"), tone=Tone.SECOND),
            Label(self.tr("Received"), tone=Tone.SECOND),
            Label(self.tr("Owed"), tone=Tone.SECOND),
        ]
        self.quoted = Label("", CARD)
        self.charged = Label("", CARD, is_strong=True)
        self.received = Label("", CARD)
        self.unpaid = Label("", CARD, is_strong=True)
        line = row(
            self.count,
            self.kinds,
            row(self._heads[0], self.quoted, spacing=8),
            row(self._heads[1], self.charged, spacing=8),
            row(self._heads[2], self.received, spacing=8),
            row(self._heads[3], self.unpaid, spacing=8),
            spacing=GAP,
            margins=(TEXT_LEFT, 0, 20, 0),
            on=self,
        )
        line.setStretch(1, 1)
        self.show_nothing()

    def ask(self, question: SlipFilter) -> None:
        """Count another list."""
        if self._job is not None:
            self._job.drop()
        self._job = self._frame.work.look(
            self, load_slip_totals, question, done=self._put, lane=Lane.IDS
        )

    def show_count(self, count: int) -> None:
        """The count is known before the sums are."""
        self.count.say(self.tr("%Ln slip(s)", "", count))

    def show_nothing(self) -> None:
        """Another list is being counted."""
        self.count.say(self.tr("Counting…"))
        self.kinds.say("")
        self._wanted = (False,) * len(self._heads)
        self._fit()

    def _sums(self) -> tuple[Label, ...]:
        return self.quoted, self.charged, self.received, self.unpaid

    def _put(self, totals: SlipTotals) -> None:
        self._job = None
        self.show_count(totals.count)
        self.kinds.say(
            self.tr("{valid} valid, {void} void, {cancelled} cancelled").format(
                valid=f"{totals.valid:,}",
                void=f"{totals.void:,}",
                cancelled=f"{totals.cancelled:,}",
            )
        )
        self.quoted.say(format_money(totals.quoted))
        self.charged.say(format_money(totals.charged))
        self.received.say(format_money(totals.received))
        self.unpaid.say(format_money(totals.unpaid))
        has_money = bool(totals.charged or totals.quoted or totals.received)
        self._wanted = (
            bool(totals.quoted),
            has_money,
            bool(totals.received),
            has_money,
        )
        self._fit()

    def _fit(self) -> None:
        """Show the sums there are; where they have no room, the first one gives way to
        what is charged and owed, then what was received.
        """
        pairs = list(zip(self._heads, self._sums(), strict=True))
        widths = [
            head.sizeHint().width() + amount.sizeHint().width() + 8 + GAP
            for head, amount in pairs
        ]
        room = self.width() - TEXT_LEFT - 20 - self.count.sizeHint().width() - GAP
        shown = list(self._wanted)
        for least in (0, 2):
            if (
                sum(w for w, is_shown in zip(widths, shown, strict=True) if is_shown)
                > room
            ):
                shown[least] = False
        for (head, amount), is_shown in zip(pairs, shown, strict=True):
            head.setVisible(is_shown)
            amount.setVisible(is_shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class SelectionBar(QWidget):
    """What can be done to the ticked rows together; there only while some are."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("pane", "chosen")
        self._frame = frame
        self._job: Job | None = None
        self.setFixedHeight(40)
        self.setAccessibleName(self.tr("Ticked slips"))
        self.count = Label("", is_strong=True)
        self.sums = ElidedLabel("", tone=Tone.SECOND)
        action = ACTIONS_BY_ID["register.print"]
        self.print = Button(
            self.tr("Print copies"),
            Look.LINK,
            icon_name=action.icon_name,
            keys=action.keys,
        )
        self.export = Button(self.tr("Export"), Look.LINK, icon_name="download")
        self.untick = Button(self.tr("Untick"), Look.QUIET, keycap="Esc")
        line = row(
            Picture("copy-check", 16, Tone.ACCENT),
            self.count,
            self.sums,
            self.print,
            self.export,
            None,
            self.untick,
            spacing=12,
            margins=(14, 0, 12, 0),
            on=self,
        )
        line.setStretch(2, 1)
        self.hide()

    def show_ticked(self, count: int | None, *, is_whole: bool) -> None:
        """Say how many are ticked; None while that is being counted."""
        self.setVisible(count != 0)
        if count is None:
            self.count.say(self.tr("All matching slips ticked"))
        elif is_whole:
            self.count.say(self.tr("All %Ln matching slip(s) ticked", "", count))
        else:
            self.count.say(self.tr("%Ln slip(s) ticked", "", count))

    def ask(self, question: SlipFilter) -> None:
        """Add up the ticked slips."""
        if self._job is not None:
            self._job.drop()
        self._job = self._frame.work.look(
            self, load_slip_totals, question, done=self._put, lane=Lane.IDS
        )

    def forget(self) -> None:
        """Nothing is added up."""
        self.sums.say("")

    def _put(self, totals: SlipTotals) -> None:
        self._job = None
        text = self.tr("Charged {amount}").format(amount=format_money(totals.charged))
        self.sums.say(text if totals.charged else "")
