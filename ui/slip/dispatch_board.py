"""The board: a column of cards for every trade, or all cards in one list.

Arrow keys go through it as through a sheet; one card is chosen, and stays chosen and in
view while cards come and go around it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from app.dispatch_board import Board, Technician
from app.dispatch_card import Card
from ui.kit.card import CardFace
from ui.kit.card_list import CardList
from ui.kit.label import Label, Tone
from ui.kit.layout import column, row
from ui.kit.painting import text_width, with_gaps
from ui.slip.dispatch_column import DispatchColumn
from ui.theme.typeface import BODY, CAPTION, typeface

GAP = 16
MARGIN = 24
EDGE = MARGIN - GAP
"""What no card comes into: beside it stands the next column, which is out of sight."""
NARROWEST = 200
WIDEST = 340
MOST = 520
_OF_CARD = 54  # padding, glyph, and the gap before the name
MOST_OF_NAME = 110.0


class _Columns(QScrollArea):
    """Columns side by side; it scrolls sideways where they need more room."""

    def __init__(self) -> None:
        super().__init__(widgetResizable=False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ground = QWidget()
        self._line = row(spacing=GAP, margins=(GAP, 12, GAP, 4), on=self._ground)
        self.setViewportMargins(EDGE, 0, EDGE, 0)
        self.setWidget(self._ground)
        self.columns: list[DispatchColumn] = []
        self.least = NARROWEST
        self.in_sight = 1

    def stand(self, columns: Sequence[DispatchColumn]) -> None:
        """These columns from left to right."""
        if list(columns) == self.columns:
            return
        for old in self.columns:
            self._line.removeWidget(old)
            if old not in columns:
                old.hide()
                old.deleteLater()
        self.columns = list(columns)
        for each in columns:
            self._line.addWidget(each)
            each.show()
        self.fit()

    def fit(self) -> None:
        """Give every column its share of the width."""
        count = max(1, len(self.columns))
        room = self.viewport().width() - 2 * GAP
        # No column is cut: as many stand in sight as there is room for whole ones.
        self.in_sight = max(1, min(count, (room + GAP) // (self.least + GAP)))
        width = (room - (self.in_sight - 1) * GAP) // self.in_sight
        if self.in_sight == count:
            width = max(self.least, min(WIDEST, width))
        for each in self.columns:
            each.setFixedWidth(width)
        whole = count * width + (count + 1) * GAP
        whole = max(whole, self.viewport().width())
        self._line.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._ground.setFixedSize(whole, self.viewport().height())

    def show_whole(self, cards: CardList) -> None:
        """Scroll no further than until the column of ``cards`` is in sight, whole."""
        lists = [each.list for each in self.columns]
        if cards not in lists:
            return
        place = lists.index(cards)
        bar = self.horizontalScrollBar()
        pitch = self.columns[0].width() + GAP
        first = round(bar.value() / pitch)
        first = max(min(first, place), place - self.in_sight + 1)
        bar.setValue(first * pitch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class DispatchBoard(QWidget):
    """Shows what it is given; it asks nothing."""

    chosen = Signal(int)
    opened = Signal(int)
    typed = Signal(str)
    people_wanted = Signal(str)
    """The head of a trade's column was pressed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._columns = _Columns()
        self.list = CardList(name, is_wide=True)
        self._connect(self.list)
        self._empty = Label("", tone=Tone.THIRD)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        holder = QWidget()
        column(self.list, spacing=0, margins=(MARGIN, 16, MARGIN, 8), on=holder)
        self._stack = QStackedWidget()
        for page in (self._columns, holder, self._empty):
            self._stack.addWidget(page)
        column(self._stack, spacing=0, on=self)
        self._is_one_list = False
        self._chosen_id: int | None = None
        self._made: dict[str, DispatchColumn] = {}

    def set_one_list(self, is_one_list: bool) -> None:
        """All cards in one list, or a column for every trade."""
        self._is_one_list = is_one_list

    def lists(self) -> list[CardList]:
        """The lists that are shown, from left to right."""
        if self._is_one_list:
            return [self.list]
        return [each.list for each in self._columns.columns]

    def columns(self) -> list[DispatchColumn]:
        """The columns that are shown."""
        return list(self._columns.columns)

    def show_board(
        self,
        board: Board,
        shown: Sequence[Card],
        write: Callable[[Card], CardFace],
        empty_text: str,
    ) -> None:
        """``shown`` are the cards in order, narrowed; ``board`` has all of them."""
        faces = {card.id: write(card) for card in shown}
        order = [card.id for card in shown]
        before = self._place_of_chosen()
        was_seen = any(cards.shows(self._chosen_id) for cards in self.lists())
        if self._is_one_list:
            self.list.put([faces[card_id] for card_id in order])
        else:
            self._columns.least = _least_width(faces.values())
            self._show_columns(board, shown, faces)
        self._empty.say(empty_text)
        if not order:
            self._stack.setCurrentWidget(self._empty)
        else:
            self._stack.setCurrentIndex(1 if self._is_one_list else 0)
        if self._chosen_id not in faces:
            self._choose_near(before)
        elif was_seen and not any(each.shows(self._chosen_id) for each in self.lists()):
            # A step has moved it to another place: the next one is about it too.
            self.choose(self._chosen_id)

    def _show_columns(
        self, board: Board, shown: Sequence[Card], faces: Mapping[int, CardFace]
    ) -> None:
        by_trade: dict[str, list[Card]] = {}
        for card in shown:
            by_trade.setdefault(card.column, []).append(card)
        known = [*board.trades, *(name for name in by_trade if name)]
        trades = [name for name in dict.fromkeys(["", *known]) if name in by_trade]
        had_focus = self.has_keyboard()
        columns = []
        for trade in trades:
            if trade not in self._made:
                self._made[trade] = self._make_column(trade)
            columns.append(self._made[trade])
        self._made = {each.trade: each for each in columns}
        self._columns.stand(columns)
        for each in columns:
            mine = [card for card in board.cards if card.column == each.trade]
            people: list[Technician] = [
                one for one in board.technicians if each.trade in one.trades
            ]
            each.show_cards(
                [faces[card.id] for card in by_trade[each.trade]],
                len(mine),
                sum(card.waits for card in mine),
                people,
            )
        self._columns.fit()
        if self._chosen_id is not None:
            self.choose(self._chosen_id, shows=False)
        if had_focus and not self.has_keyboard():
            self.take_keyboard()

    def _make_column(self, trade: str) -> DispatchColumn:
        made = DispatchColumn(trade, trade or self.tr("No trade yet"))
        made.head.clicked.connect(lambda: self.people_wanted.emit(trade))
        self._connect(made.list)
        return made

    def _connect(self, cards: CardList) -> None:
        cards.chosen.connect(self._after_choice)
        cards.opened.connect(self.opened)
        cards.typed.connect(self.typed)
        cards.beside.connect(self._go_beside)

    def chosen_id(self) -> int | None:
        """The card that is chosen."""
        return self._chosen_id

    def choose(self, card_id: int | None, *, shows: bool = True) -> bool:
        """Make a card the chosen one; whether it is shown."""
        self._chosen_id = card_id
        found = False
        for cards in self.lists():
            is_here = cards.choose(card_id, shows=shows)
            if is_here and shows:
                self._columns.show_whole(cards)
            found |= is_here
        return found

    def take_keyboard(self) -> bool:
        """Arrow keys walk from the chosen card on; False while there is no card."""
        cards = self._list_of(self._chosen_id)
        shown = self.lists()
        if cards is None and shown:
            cards = shown[0]
        if cards is not None:
            cards.setFocus()
        return cards is not None

    def has_keyboard(self) -> bool:
        """Whether the keyboard is in one of the lists."""
        return any(cards.hasFocus() for cards in self.lists())

    def card_rect(self, card_id: int, inside: QWidget) -> QRect:
        """Where a card stands in a widget around the board."""
        cards = self._list_of(card_id)
        if cards is None:
            return QRect(self.mapTo(inside, QPoint(0, 0)), self.size())
        row_at = cards.row_of(card_id)
        index = cards.model().index(row_at or 0, 0)
        rect = cards.visualRect(index)
        corner = cards.viewport().mapTo(inside, rect.topLeft())
        width = min(rect.width(), 260) if self._is_one_list else rect.width()
        return QRect(corner.x(), corner.y(), width, rect.height())

    def _list_of(self, card_id: int | None) -> CardList | None:
        for cards in self.lists():
            if card_id is not None and cards.row_of(card_id) is not None:
                return cards
        return None

    def _place_of_chosen(self) -> tuple[int, int]:
        for at, cards in enumerate(self.lists()):
            row_at = cards.row_of(self._chosen_id)
            if self._chosen_id is not None and row_at is not None:
                return at, row_at
        return 0, 0

    def _choose_near(self, place: tuple[int, int]) -> None:
        """The chosen card has left: the one that stands where it stood is next."""
        self._chosen_id = None
        shown = [cards for cards in self.lists() if cards.faces()]
        if not shown:
            return
        faces = shown[min(place[0], len(shown) - 1)].faces()
        self.choose(faces[min(place[1], len(faces) - 1)].id)

    def _after_choice(self, card_id: int) -> None:
        self._chosen_id = card_id
        for cards in self.lists():
            if cards.row_of(card_id) is None and cards.chosen_id() is not None:
                cards.choose(None)
        self.chosen.emit(card_id)

    def _go_beside(self, step: int) -> None:
        lists = self.lists()
        here = self._list_of(self._chosen_id)
        if here is None or self._chosen_id is None:
            return
        at = lists.index(here) + step
        y = here.height_of(self._chosen_id)
        while 0 <= at < len(lists):
            row_at = lists[at].row_near(y)
            if row_at is not None:
                card_id = lists[at].faces()[row_at].id
                lists[at].setFocus()
                self.choose(card_id)
                self.chosen.emit(card_id)
                return
            at += step


def _least_width(faces: Iterable[CardFace]) -> int:
    """So narrow that no clock is cut."""
    small, strong = typeface(CAPTION), typeface(CAPTION, is_strong=True)
    body = typeface(BODY)
    least: int | float = NARROWEST
    for face in faces:
        font = small if face.status_tone is Tone.SECOND else strong
        name = min(MOST_OF_NAME, text_width(with_gaps(face.who), body))
        needed = _OF_CARD + name + text_width(with_gaps(face.status), font)
        tags = sum(text_width(word, strong) + 30 for word in (face.tag, face.fresh))
        when = text_width(with_gaps(face.when), body)
        head = 80 + when + (tags if face.tag or face.fresh else 0)
        least = max(least, needed, head)
    return min(MOST, int(least) + 1)
