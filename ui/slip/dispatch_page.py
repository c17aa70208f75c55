"""派工台: open slips as cards by trade, and every step of theirs from one place."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, QTimer, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.dispatch_board import Board, load_board
from app.dispatch_card import Card, events_of
from app.dispatch_standing import Counter, in_standing_order
from models.slip import SlipEvent
from ui.kit.card import CardFace
from ui.kit.counter_chip import CounterChip
from ui.kit.key_hint import Hint, KeyHints
from ui.kit.label import Hairline, Tone
from ui.kit.layout import column, pane, row
from ui.kit.segmented import SegmentedField
from ui.kit.when_seen import WhenSeen
from ui.shell.actions import BY_ID, action_text
from ui.shell.frame import Frame
from ui.shell.page import Page
from ui.slip.dispatch_assigning import Assigning
from ui.slip.dispatch_board import DispatchBoard
from ui.slip.dispatch_face import CardFaces
from ui.slip.dispatch_holder import HolderPopup
from ui.slip.dispatch_watch import DispatchWatch
from ui.slip.dispatch_written import WrittenCards
from ui.slip.slip_moves import SlipMoves
from ui.tasks import Job
from ui.words import word

TABLES = frozenset({"slip", "quote", "staff", "trade", "setting"})
TICK_MS = 1_000
_VIEW, _COUNTER, _CHOSEN = "dispatch.view", "dispatch.counter", "dispatch.chosen"
_LIST = "list"
_E = SlipEvent
MOVES_OF_KEYS: Mapping[str, tuple[SlipEvent, ...]] = {
    "dispatch.bounce": (_E.BOUNCE,),
    "dispatch.arrive": (_E.ARRIVE,),
    "dispatch.reassign": (_E.REASSIGN,),
    "dispatch.suspend": (_E.SUSPEND, _E.RESUME),
    "dispatch.price": (_E.QUOTE, _E.AGREE, _E.DISPUTE, _E.RESOLVE),
    "dispatch.start": (_E.START,),
    "dispatch.complete": (_E.COMPLETE,),
    "dispatch.reschedule": (_E.RESCHEDULE,),
    "dispatch.delay": (_E.LATE_NOTICE,),
    "dispatch.receive": (_E.RECEIVE,),
    "dispatch.print": (_E.PRINT,),
}
"""What a key does with the chosen slip, the likeliest first."""
_SHARED_KEYS = {"slip.print": "dispatch.print", "slip.moves": "dispatch.more"}
"""What has a key on every page with a slip has the same key here."""
_OF_LETTER = {
    action.keys: action.id
    for action in BY_ID.values()
    if action.where == "dispatch" and len(action.keys) == 1
}


class DispatchPage(Page):
    """A bar of counters and keys over the board."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.moves = SlipMoves(frame, self)
        self.moves.keys = {
            event: BY_ID[action_id].keys
            for action_id, events in MOVES_OF_KEYS.items()
            for event in events
        }
        self.moves.own = {_E.DISPATCH: self._open, _E.REASSIGN: self._reassign}
        self.watch = DispatchWatch.of(frame)
        self.watch.fresh_changed.connect(self._after_news)
        self.faces = CardFaces(frame.work, self)
        self.written = WrittenCards(self.faces)
        self.data = Board((), (), (), ())
        self._is_known = False
        """Whether the board was asked once; before that it says nothing."""
        self._on_top = sorted(self.watch.fresh, reverse=True)
        self._job: Job | None = None
        self._wanted_id: int | None = None
        self._wants_keyboard = False
        self._minute = -1
        self.views = SegmentedField(
            [("", self.tr("By trade")), (_LIST, self.tr("One list"))]
        )
        self.views.set_name(self.tr("How the slips stand"))
        self.views.edited.connect(self._change_view)
        self.chips = {
            Counter.WAITING: CounterChip(self.tr("To dispatch"), Tone.WARN),
            Counter.ON_THE_WAY: CounterChip(self.tr("On the way")),
            Counter.LATE: CounterChip(self.tr("Late"), Tone.BAD),
            Counter.PAPER_OUT: CounterChip(self.tr("Paper out")),
        }
        for counter, chip in self.chips.items():
            chip.clicked.connect(partial(self._narrow, counter))
        self.hints = KeyHints(self.tr("Keys"))
        self.hints.clicked.connect(self.act)
        self.sound = KeyHints(self.tr("Sound"))
        self.sound.clicked.connect(self.act)
        fixed = QSizePolicy.Policy.Fixed
        self.sound.setSizePolicy(fixed, fixed)
        self.board = DispatchBoard(self.tr("Slips that wait or are out"))
        self.board.chosen.connect(self._after_choice)
        self.board.opened.connect(self._open)
        self.board.typed.connect(self._press)
        self.board.people_wanted.connect(self.show_holders)
        self.assigning = Assigning(self)
        bar = row(
            self.views,
            *self.chips.values(),
            self.hints,
            self.sound,
            spacing=4,
            margins=(24, 12, 24, 12),
        )
        bar.insertSpacing(1, 12)
        bar.setStretchFactor(self.hints, 1)
        ground = pane("sunken")
        column(self.board, spacing=0, on=ground)
        whole = column(bar, Hairline(), ground, spacing=0, on=self)
        whole.setStretch(2, 1)
        self._ticker = QTimer(self, interval=TICK_MS)
        self._ticker.timeout.connect(self._tick)
        for shared, own in _SHARED_KEYS.items():
            keys = QShortcut(QKeySequence(BY_ID[shared].keys), self)
            keys.activated.connect(partial(self.act, own))
        self._show_sound()
        self._recall()
        self._asking = WhenSeen(self, self._ask)
        self._writing = WhenSeen(self, self.refresh)
        frame.work.changed.connect(self._after_change)
        frame.work.desk_changed.connect(self._writing.do)
        self._ask()

    def _recall(self) -> None:
        state = self.frame.state
        self.views.set_value(state.text(_VIEW))
        self.board.set_one_list(self.views.value() == _LIST)
        for counter, chip in self.chips.items():
            chip.setChecked(state.text(_COUNTER) == counter.value)
        chosen = state.text(_CHOSEN)
        self._wanted_id = int(chosen) if chosen.isdigit() else None

    def leave(self) -> None:
        chosen = self.board.chosen_id()
        self.frame.state.set_text(_CHOSEN, "" if chosen is None else str(chosen))

    def arrive(self) -> None:
        self.watch.want()
        self._wants_keyboard = not self.board.take_keyboard()

    def look_at(self, thing: object) -> None:
        if not isinstance(thing, int):
            return
        self.watch.open(thing)
        if not self._choose(thing):
            self.narrow_to(None)
            if not self._choose(thing):
                self._wanted_id = thing

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticker.start()
        self._tick()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticker.stop()

    def card(self, card_id: int | None) -> Card | None:
        """An open slip of the board by its id."""
        return next((card for card in self.data.cards if card.id == card_id), None)

    def corner_of(self, card_id: int) -> QPoint:
        """Where a menu about a card opens, on the screen."""
        rect = self.board.card_rect(card_id, self.window())
        return self.window().mapToGlobal(rect.topLeft() + QPoint(24, 60))

    def _after_change(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self._asking.do()

    def _ask(self) -> None:
        if self._job is not None:
            self._job.drop()
        self._job = self.frame.work.look(self, load_board, done=self._put)

    def _put(self, board: Board) -> None:
        self._job = None
        self._is_known = True
        self.data = board
        self.written.forget(board)
        chosen = self.board.chosen_id()
        # What was just opened stays where it is while it is looked at.
        kept = self.watch.fresh | ({chosen} if chosen is not None else set())
        self._on_top = [each for each in self._on_top if each in kept]
        self.refresh()
        if self._wanted_id is not None and self._choose(self._wanted_id):
            self._wanted_id = None
        if self._wants_keyboard and self.isVisible():
            self._wants_keyboard = not self.board.take_keyboard()
        self.assigning.after_refresh()

    @Slot()
    def _after_news(self) -> None:
        known = set(self._on_top)
        fresh = sorted(self.watch.fresh - known, reverse=True)
        self._on_top = [*fresh, *self._on_top]
        self._writing.do()

    @Slot()
    def _tick(self) -> None:
        """Clocks count whole minutes: nothing is written before one is over."""
        desk = self.frame.work.desk
        minute = int(desk.now().timestamp()) // 60
        if minute != self._minute:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Write the cards as they stand at this moment; asks nothing."""
        desk = self.frame.work.desk
        now = desk.now()
        self._minute = int(now.timestamp()) // 60
        counts = dict.fromkeys(Counter, 0)
        narrowed = self.narrowed()
        shown: list[Card] = []
        fresh = self.watch.fresh
        for card in in_standing_order(desk, self.data.cards, now, self._on_top):
            is_fresh = card.id in fresh
            mine = self.written.counters(desk, card, self.data, now, is_fresh=is_fresh)
            for counter in mine:
                counts[counter] += 1
            if narrowed is None or narrowed in mine or is_fresh:
                shown.append(card)
        for counter, chip in self.chips.items():
            chip.show_count(counts[counter])
        self.board.show_board(self.data, shown, self.writer(now), self._empty_text())
        self._show_chosen()

    def writer(self, now: datetime) -> Callable[[Card], CardFace]:
        """Writes cards as they stand at ``now``."""
        fresh = self.watch.fresh
        desk = self.frame.work.desk

        def write(card: Card) -> CardFace:
            is_fresh = card.id in fresh
            return self.written.face(desk, card, self.data, now, is_fresh=is_fresh)

        return write

    def _empty_text(self) -> str:
        if not self._is_known:
            return ""
        if self.narrowed() is None:
            return self.tr("Nothing waits: every slip is back.")
        return self.tr("No slip is counted here; press the counter again for all.")

    def narrowed(self) -> Counter | None:
        """The counter whose cards are shown; None shows all."""
        pressed = [each for each, chip in self.chips.items() if chip.isChecked()]
        return pressed[0] if pressed else None

    def narrow_to(self, counter: Counter | None) -> None:
        """Show the cards of one counter, or all."""
        for each, chip in self.chips.items():
            chip.setChecked(each is counter)
        self.frame.state.set_text(_COUNTER, counter.value if counter else "")
        self.refresh()

    def _narrow(self, counter: Counter) -> None:
        self.narrow_to(counter if self.chips[counter].isChecked() else None)
        self.board.take_keyboard()

    @Slot()
    def _change_view(self) -> None:
        view = self.views.value()
        self.frame.state.set_text(_VIEW, view)
        chosen = self.board.chosen_id()
        self.board.set_one_list(view == _LIST)
        self.refresh()
        if chosen is not None:
            self._choose(chosen)

    def _choose(self, card_id: int) -> bool:
        is_shown = self.board.choose(card_id)
        if is_shown:
            self._show_chosen()
            if self.isVisible() and not self.assigning.is_open():
                self.board.take_keyboard()
        return is_shown

    def choose_next_waiting(self, done_id: int) -> None:
        """On with the next slip that waits, in the same column first."""
        done = self.card(done_id)
        waiting = [
            face.id
            for cards in self.board.lists()
            for face in cards.faces()
            if face.id != done_id and (card := self.card(face.id)) and card.waits
        ]
        if not waiting or done is None:
            return
        trade = done.column
        mine = [
            each for each in waiting if (c := self.card(each)) and c.column == trade
        ]
        self._choose((mine or waiting)[0])

    @Slot(int)
    def _after_choice(self, card_id: int) -> None:
        self._show_chosen()
        self.watch.open(card_id)

    def _show_chosen(self) -> None:
        card = self.card(self.board.chosen_id())
        subject = "" if card is None else card.number
        if self.assigning.is_open():
            subject = self.tr("Dispatch {number}").format(number=subject)
        self.set_subject(subject)
        self.hints.show_hints(self._hints_for(card))

    def show_subject(self) -> None:
        """The popup opened or closed: the window's title says so."""
        self._show_chosen()

    def _hints_for(self, card: Card | None) -> list[Hint]:
        hints = [Hint("", self.tr("Arrows"), self.tr("choose"))]
        if card is None:
            return hints
        may = events_of(self.frame.work.desk, card)
        enter = self.tr("Enter")
        if _E.DISPATCH in may:
            text = action_text("slip.dispatch")
            hints.append(Hint("slip.dispatch", enter, text))
        else:
            hints.append(Hint("dispatch.more", enter, action_text("dispatch.more")))
        for action_id, events in MOVES_OF_KEYS.items():
            legal = [event for event in events if event in may]
            if legal:
                is_one_of = len(events) > 1
                text = word(legal[0]) if is_one_of else action_text(action_id)
                hints.append(Hint(action_id, BY_ID[action_id].keys, text))
        rest = ["dispatch.open", "dispatch.holders"]
        if _E.DISPATCH in may:
            rest.append("dispatch.more")
        return hints + [Hint(i, BY_ID[i].keys, action_text(i)) for i in rest]

    def _show_sound(self) -> None:
        is_on = self.watch.has_sound
        text = self.tr("Sound on") if is_on else self.tr("Sound off")
        picture = "bell" if is_on else "bell-off"
        keys = BY_ID["dispatch.sound"].keys
        hint = Hint("dispatch.sound", keys, text, picture)
        self.sound.show_hints([hint])
        self.sound.setFixedWidth(self.sound.hints()[0].sizeHint().width() + 4)

    @Slot(str)
    def _press(self, letter: str) -> None:
        if letter in _OF_LETTER:
            self.act(_OF_LETTER[letter])

    @Slot(str)
    def act(self, action_id: str) -> None:
        """Carry out an action of the board on the chosen slip."""
        card = self.card(self.board.chosen_id())
        if action_id == "dispatch.sound":
            self.watch.set_sound(not self.watch.has_sound)
            self._show_sound()
        elif action_id == "dispatch.holders":
            self.show_holders()
        elif card is None:
            return
        elif action_id == "slip.dispatch":
            self._open(card.id)
        elif action_id == "dispatch.open":
            self.watch.open(card.id)
            self.frame.show_page("slip", card.id)
        elif action_id == "dispatch.more":
            self.watch.open(card.id)
            self.moves.offer(card.id, self.corner_of(card.id))
        elif action_id == "dispatch.reassign":
            self._reassign(card.id)
        else:
            events = MOVES_OF_KEYS[action_id]
            self.moves.try_start(card.id, events, self.corner_of(card.id))

    def _reassign(self, card_id: int) -> None:
        card = self.card(card_id)
        if card is not None and self.assigning.may_reassign(card):
            self.assigning.begin(card)
        else:
            self.moves.try_start(card_id, (_E.REASSIGN,), self.corner_of(card_id))

    @Slot(int)
    def _open(self, card_id: int) -> None:
        self.watch.open(card_id)
        card = self.card(card_id)
        if card is None:
            return
        if _E.DISPATCH in events_of(self.frame.work.desk, card):
            self.assigning.begin(card)
        else:
            self.moves.offer(card.id, self.corner_of(card.id))

    @Slot(str)
    def show_holders(self, trade: str = "") -> None:
        """Who holds which open slips."""
        now = self.frame.work.desk.now()
        cards = in_standing_order(self.frame.work.desk, self.data.cards, now)
        place: QWidget = self.frame.place
        popup = HolderPopup(self.data, cards, self.writer(now), place, trade)
        popup.chosen.connect(self.look_at)
        chosen = self.board.chosen_id()
        rect = self.board.card_rect(-1 if chosen is None else chosen, place)
        popup.open_beside(rect)
