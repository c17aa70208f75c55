"""Left of a waiver: words to look for, the list, its paper."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.waiver_list import WaiverWork
from models.money import format_money
from ui.finance.waiver_lines import WAIVER, Choice, WaiverList, waiver_lines
from ui.kit.button import Look
from ui.kit.label import Hairline, Label, Tone
from ui.kit.layout import column, row
from ui.kit.search_field import SearchField
from ui.shell.actions import BY_ID, action_button
from ui.slip.field_flow import flow
from ui.slip.moment import Moments
from ui.theme.typeface import CARD

TYPED_MS = 150


class WaiverListPane(QWidget):
    """Without words the waivers; with words also the slips that may be asked for."""

    asked = Signal()
    """Other words are looked for."""
    chosen = Signal(object)
    """The person came to this row."""
    opened = Signal(object)
    """Enter, or a press: the form is wanted."""

    def __init__(self, moments: Moments) -> None:
        super().__init__()
        self._moments = moments
        self._opens_first = False
        self.directors: tuple[str, ...] = ()
        self.search = SearchField(
            BY_ID["waiver.find"].keys,
            self.tr("Slip to be waived: number, room, name"),
        )
        self.search.edited.connect(self._typed)
        self.search.left.connect(self._go_on)
        self._waiting = Label("", CARD, is_strong=True)
        self._said = Label("", tone=Tone.SECOND)
        self.list = WaiverList(self.tr("Waivers"))
        self.list.chosen_changed.connect(self.chosen)
        self.list.opened.connect(self.opened)
        self._empty = Label("", tone=Tone.SECOND, may_wrap=True)
        self._empty.setContentsMargins(24, 8, 24, 0)
        self.sheet = action_button("waiver.sheet", Look.LINK)
        self._soon = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._soon.timeout.connect(self.asked)
        head = column(
            self.search,
            flow(self._waiting, self._said, gap=12),
            spacing=10,
            margins=(24, 16, 24, 8),
        )
        foot = QWidget()
        row(self.sheet, None, margins=(20, 6, 20, 8), on=foot)
        whole = column(
            head,
            self._empty,
            row(self.list, margins=(12, 0, 12, 0)),
            Hairline(),
            foot,
            spacing=0,
            on=self,
        )
        whole.setStretch(2, 1)

    def text(self) -> str:
        """The words that are looked for."""
        return self.search.value()

    def come_here(self) -> None:
        """Bring the keyboard to the list where something waits, else to the words."""
        if self.list.choices():
            self.list.setFocus()
        else:
            self.search.come_here()

    def type(self, text: str) -> None:
        """A sign was typed over the list."""
        self.search.come_here()
        self.search.line.insert(text)
        self.search.edited.emit()

    def look_for(self, text: str) -> None:
        """Look for other words, silently where they stand there already."""
        if text != self.text():
            self.search.set_value(text)
            self.asked.emit()

    def show_work(self, work: WaiverWork) -> None:
        """Show what was found."""
        self.directors = work.directors
        lines = waiver_lines(work, self._moments)
        self._waiting.say(self.tr("%n to decide", "", work.waiting))
        said = self.tr("{sum} waived in {period}")
        self._said.say(said.format(sum=format_money(work.waived), period=work.period))
        self.list.put(lines)
        self.list.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        self._empty.say(
            self.tr("No slip that is charged is meant by this.")
            if work.text
            else self.tr("No waiver waits, and none was decided in this period.")
        )
        if self._opens_first:
            self._opens_first = False
            self._open_first()

    def mark(self, choice: Choice | None) -> None:
        """Show what is in hand."""
        self.list.choose(choice)

    def after(self, choice: Choice) -> Choice | None:
        """The next request that waits, once this one is decided."""
        waiting = [
            row.choice
            for row in self.list.rows()
            if row.choice is not None
            and row.choice[0] == WAIVER
            and row.is_waiting
            and row.choice != choice
        ]
        return waiting[0] if waiting else None

    def _typed(self) -> None:
        self._soon.start()

    def _go_on(self) -> None:
        """Down or Enter in the field: on to what was found, once it is here."""
        if self._soon.isActive():
            self._soon.stop()
            self._opens_first = True
            self.asked.emit()
        else:
            self._open_first()

    def _open_first(self) -> None:
        choices = self.list.choices()
        if not choices:
            return
        if len(choices) == 1:
            self.list.choose(choices[0])
            self.opened.emit(choices[0])
            return
        if self.list.chosen() not in choices:
            self.list.choose(choices[0])
            self.chosen.emit(choices[0])
        self.list.setFocus()
