"""The two lines under a register: what is ticked, and what all of it comes to."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.slip_filter import SlipFilter
from app.slip_totals import SlipTotals, load_slip_totals
from models.money import format_money
from ui.kit.button import Button, Look
from ui.kit.flow_layout import FlowLayout
from ui.kit.label import ElidedLabel, Label, Picture, Tone
from ui.kit.layout import row
from ui.shell.actions import BY_ID as ACTIONS_BY_ID
from ui.shell.actions import action_button
from ui.shell.frame import Frame
from ui.tasks import Job, Lane
from ui.theme.typeface import CARD

TEXT_LEFT = 38
"""Where the numbers of the first column begin."""
GAP = 20
MAIN = 4
"""The sums from here on stand before the counts by kind where room is short."""


class Sum:
    """One sum of the line: its word and its amount, and when it gives way."""

    def __init__(self, name: str, text: str, least: int) -> None:
        self.name = name
        self.least = least
        self.is_wanted = False
        self.head = Label(text, tone=Tone.SECOND)
        self.amount = Label("", CARD, is_strong=name in ("charged", "unpaid"))

    def line(self) -> QHBoxLayout:
        """Word and amount side by side."""
        return row(self.head, self.amount, spacing=8)

    def width(self) -> int:
        """What it takes of the line, in px."""
        wide = self.head.sizeHint().width() + self.amount.sizeHint().width()
        return wide + 8 + GAP


class TotalsBar(QWidget):
    """How many slips, how many of them count, the sums: always of the whole list."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._job: Job | None = None
        self.setFixedHeight(36)
        self.setAccessibleName(self.tr("Totals"))
        self.count = Label("", CARD, is_strong=True)
        self.kinds = ElidedLabel("", tone=Tone.SECOND)
        self._sums: list[Sum] = [
            Sum(name, text, least)
            for name, text, least in (
                ("quoted", self.tr("Agreed, not charged yet"), 2),
                ("material", self.tr("Material"), 0),
                ("labour", self.tr("Labour"), 1),
                ("charged", self.tr("Charged"), 6),
                ("waived", self.tr("Waived"), 3),
                ("received", self.tr("Received"), 4),
                ("unpaid", self.tr("Owed"), 5),
            )
        ]
        line = row(
            self.count,
            self.kinds,
            *(each.line() for each in self._sums),
            spacing=GAP,
            margins=(TEXT_LEFT, 0, 20, 0),
            on=self,
        )
        line.setStretch(1, 1)
        self.show_nothing()

    def shown_sums(self) -> dict[str, str]:
        """The sums that stand in the line now, by name."""
        return {
            s.name: s.amount.text() for s in self._sums if s.amount.isVisibleTo(self)
        }

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
        if self._job is not None:
            self._job.drop()
            self._job = None
        self.count.say(self.tr("Counting…"))
        self.kinds.say("")
        for each in self._sums:
            each.is_wanted = False
        self._fit()

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
        has_money = bool(totals.charged or totals.quoted or totals.received)
        told = [self.kinds.text()]
        for each in self._sums:
            amount: Decimal = getattr(totals, each.name)
            is_main = each.name in ("charged", "unpaid")
            each.is_wanted = bool(amount) or (is_main and has_money)
            each.amount.say(format_money(amount))
            if each.is_wanted:
                told.append(f"{each.head.text()} {format_money(amount)}")
        # Where the line has no room for all of them, they can be read here.
        self.setToolTip("\n".join(told))
        self.setAccessibleDescription("\n".join(told))
        self._fit()

    def _fit(self) -> None:
        """Show the sums there are; where they have no room, the least goes first, and
        the counts by kind before what was charged, received and is owed.
        """
        room = self.width() - TEXT_LEFT - 20 - self.count.sizeHint().width() - GAP
        beside_kinds = room - self.kinds.sizeHint().width() - GAP
        shown = [each for each in self._sums if each.is_wanted]
        shown.sort(key=lambda each: each.least)
        while shown and sum(each.width() for each in shown) > (
            beside_kinds if shown[0].least < MAIN else room
        ):
            shown.pop(0)
        for each in self._sums:
            each.head.setVisible(each in shown)
            each.amount.setVisible(each in shown)

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
        self.setMinimumHeight(40)
        self.setAccessibleName(self.tr("Ticked slips"))
        self.count = Label("", is_strong=True)
        self.sums = Label("", tone=Tone.SECOND)
        self.sums.setMinimumHeight(32)
        self.sums.hide()
        action = ACTIONS_BY_ID["register.print"]
        self.print = Button(
            self.tr("Print copies"),
            Look.LINK,
            icon_name=action.icon_name,
            keys=action.keys,
        )
        self.assign = action_button("register.assign", Look.LINK)
        self.export = Button(self.tr("Export"), Look.LINK, icon_name="download")
        self.more = action_button("register.bulk", Look.QUIET)
        self.more.set_text(self.tr("More"))
        self.untick = Button(self.tr("Untick"), Look.QUIET, keycap="Esc")
        # On a second line where one has no room for all of them.
        steps = QWidget()
        flow = FlowLayout(steps, 8)
        for each in (self.sums, self.print, self.assign, self.export, self.more):
            flow.addWidget(each)
        line = row(
            Picture("copy-check", 16, Tone.ACCENT),
            self.count,
            steps,
            self.untick,
            spacing=12,
            margins=(14, 4, 12, 4),
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
        if self._job is not None:
            self._job.drop()
            self._job = None
        self.sums.say("")
        self.sums.hide()

    def _put(self, totals: SlipTotals) -> None:
        self._job = None
        text = self.tr("Charged {amount}").format(amount=format_money(totals.charged))
        self.sums.say(text if totals.charged else "")
        self.sums.setVisible(bool(totals.charged))
