"""持单: choose a technician and see the open slips that are in those hands."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.dispatch_board import Board, Technician
from app.dispatch_card import Card
from app.name_reading import name_matches
from ui.kit.card import CardFace
from ui.kit.card_list import CardList
from ui.kit.filter_line import FilterLine
from ui.kit.label import Hairline, Label, Tone
from ui.kit.layout import column, row
from ui.kit.pick_list import Pick, PickList
from ui.kit.popup import SHADOW, Popup
from ui.theme.typeface import CAPTION, CARD

WIDTH = 460
CARDS = 268
"""How high the list of slips is, in px."""


class HolderPopup(Popup):
    """Letters and arrows choose who; Enter goes on to the slips, and to one of them."""

    chosen = Signal(int)
    """A slip to go to on the board."""

    def __init__(
        self,
        board: Board,
        cards: Sequence[Card],
        write: Callable[[Card], CardFace],
        place: QWidget,
        trade: str = "",
    ) -> None:
        super().__init__(place)
        self._board = board
        self._cards = cards
        self._write = write
        self._trade = trade
        title = self.tr("Who holds what")
        self.setAccessibleName(title)
        self.setFixedWidth(WIDTH + 2 * SHADOW)
        self.line = FilterLine(self.tr("Technician"), self.tr("Initials in pinyin"))
        self.line.take_spaces(False)
        self.people = PickList(self.tr("Technicians"), most_rows=5)
        self.line.narrowed.connect(lambda _: self._show_people())
        self.line.stepped.connect(self._step)
        self.people.taken.connect(lambda _: self._show_slips())
        self._count = Label("", CAPTION, tone=Tone.SECOND)
        self.slips = CardList(self.tr("Open slips"))
        self.slips.setFixedHeight(CARDS)
        self.slips.opened.connect(self._go)
        name = Label(title, CARD, is_strong=True, may_wrap=True)
        head = row(name, self._count, margins=(8, 0, 8, 0))
        head.setStretch(0, 1)
        column(
            head,
            self.line,
            self.people,
            Hairline(),
            self.slips,
            spacing=8,
            margins=(8, 12, 8, 8),
            on=self,
        )
        self._show_people()

    def open_beside(self, anchor: QRect) -> None:
        super().open_beside(anchor)
        self.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            faces = self.slips.faces()
            if faces:
                self.slips.choose(faces[0].id)
                self.slips.setFocus()
            return
        super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        self.people.step(by)
        self._show_slips()

    def _show_people(self) -> None:
        def rank(one: Technician) -> tuple[bool, int]:
            return bool(self._trade) and self._trade not in one.trades, -one.held

        found = [
            one
            for one in sorted(self._board.technicians, key=rank)
            if name_matches(one.name, self.line.wanted())
        ]
        self.people.show_picks(
            [
                Pick(
                    one.name,
                    one.name,
                    " ".join(one.trades) or self.tr("Any trade"),
                    self.tr("%n today", "", one.today),
                    self.tr("holds %n", "", one.held),
                )
                for one in found
            ]
        )
        self._show_slips()

    def _show_slips(self) -> None:
        current = self.people.current()
        name = "" if current is None else current.key
        mine = [card for card in self._cards if name in card.technicians]
        self.slips.put([self._write(card) for card in mine])
        self._count.say(self.tr("%n open slip(s)", "", len(mine)))

    def _go(self, slip_id: int) -> None:
        self.leave()
        self.chosen.emit(slip_id)
