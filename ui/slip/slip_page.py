"""One slip with all that is known of it."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from app.slip_view import SlipView, load_slip_view
from models.slip import SlipEvent, SlipState
from ui.kit.button import Button, Look
from ui.kit.copy_labels import CopyLabels
from ui.kit.flow_layout import FlowLayout
from ui.kit.glyph import StatusLabel
from ui.kit.icon_button import IconButton
from ui.kit.label import ElidedLabel, Hairline, Label, Tone
from ui.kit.layout import column, pane, row
from ui.kit.timeline import Timeline
from ui.kit.when_seen import WhenSeen
from ui.shell.actions import BY_ID as ACTIONS_BY_ID
from ui.shell.actions import action_button, action_text
from ui.shell.frame import Frame
from ui.shell.page import Page
from ui.slip.copy_face import copy_faces
from ui.slip.event_text import event_entries, next_entries
from ui.slip.moment import Moments
from ui.slip.room import room_text
from ui.slip.slip_account import SlipAccountPart
from ui.slip.slip_clocks import SlipClocks
from ui.slip.slip_facts import SlipFacts, SlipMoneyTable, head_label
from ui.slip.slip_moves import SlipMoves
from ui.slip.slip_neighbours import Neighbours
from ui.slip.slip_pane import TABLES, class_line
from ui.slip.slip_sums import Money
from ui.slip.status import status_of
from ui.theme.typeface import CARD, INPUT, OBJECT
from ui.words import word

TICK_MS = 5_000
STEPS: Mapping[SlipState, tuple[SlipEvent, ...]] = {
    SlipState.ISSUED: (SlipEvent.DISPATCH,),
    SlipState.DISPATCHED: (SlipEvent.ARRIVE,),
    SlipState.ON_SITE: (SlipEvent.QUOTE, SlipEvent.START),
    SlipState.QUOTED: (SlipEvent.AGREE,),
    SlipState.DISPUTED: (SlipEvent.RESOLVE,),
    SlipState.WORKING: (SlipEvent.COMPLETE,),
    SlipState.SUSPENDED: (SlipEvent.RESUME,),
    SlipState.DONE: (SlipEvent.RETURN,),
}
"""The step that usually comes next: the one filled button of the page."""


class SlipPage(Page):
    """Facts at the left, copies and life at the right."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.moves = SlipMoves(frame, self)
        self._moments = Moments(frame.work)
        self._slip_id: int | None = None
        self._neighbours: Neighbours | None = None
        self._step: SlipEvent | None = None
        self._is_arriving = False
        self.view: SlipView | None = None
        self.back = action_button("slip.back", Look.LINK)
        self.back.clicked.connect(frame.go_back)
        self.previous = _arrow("slip.previous")
        self.previous.clicked.connect(lambda: self._go(-1))
        self.following = _arrow("slip.next")
        self.following.clicked.connect(lambda: self._go(1))
        self.place = Label("", tone=Tone.THIRD)
        self.more = action_button("slip.moves")
        self.more.clicked.connect(self._offer_moves)
        self.print = action_button("slip.print")
        self.print.clicked.connect(self._print)
        self.step = Button("", Look.PRIMARY, keys=ACTIONS_BY_ID["slip.step"].keys)
        self.step.clicked.connect(self._take_step)
        self._number = Label("", OBJECT, is_strong=True)
        self._status = StatusLabel(INPUT, is_strong=True)
        self._class = ElidedLabel("", tone=Tone.SECOND)
        self._room = Label("", CARD, is_strong=True)
        self._content = Label("", CARD, may_wrap=True)
        self.clocks = SlipClocks(frame.work)
        self._facts = SlipFacts()
        self._lines = SlipMoneyTable()
        self._copies = CopyLabels()
        self._money = Money()
        self.account = SlipAccountPart(frame, self._moments)
        self.life = Timeline(self.tr("What happened"))
        self._lay_out()
        self._asking = WhenSeen(self, self._ask)
        frame.work.changed.connect(self._after_change)
        frame.work.desk_changed.connect(self.clocks.refresh)
        self._ticker = QTimer(self, interval=TICK_MS)
        self._ticker.timeout.connect(self.clocks.refresh)

    def _lay_out(self) -> None:
        body = QWidget()
        column(
            column(self._room, self._content, spacing=4),
            self.clocks,
            self._facts,
            self._lines,
            None,
            spacing=24,
            margins=(24, 20, 24, 24),
            on=body,
        )
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        scroll.setAccessibleName(self.tr("Facts of the slip"))
        top = row(
            self.back,
            self.previous,
            self.following,
            self.place,
            None,
            spacing=8,
            margins=(16, 8, 24, 0),
        )
        head = row(
            self._number,
            self._status,
            self._class,
            spacing=16,
            margins=(24, 4, 24, 6),
        )
        head.setStretch(2, 1)
        actions = QWidget()
        flow = FlowLayout(actions, 8)
        for button in (self.step, self.print, self.more):
            flow.addWidget(button)
        moves = row(actions, margins=(24, 0, 24, 12))
        left = pane("surface")
        column(top, head, moves, Hairline(), scroll, spacing=0, on=left)
        right = pane("sunken")
        right.setFixedWidth(400)
        side = column(
            head_label(self.tr("Where the copies are")),
            self._copies,
            12,
            self._money,
            self.account,
            12,
            head_label(self.tr("What happened")),
            self.life,
            spacing=8,
            margins=(24, 20, 24, 12),
            on=right,
        )
        side.setStretch(side.count() - 1, 1)
        whole = row(left, right, spacing=0, on=self)
        whole.setStretch(0, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.clocks.refresh()
        self._ticker.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticker.stop()

    def arrive(self) -> None:
        (self.step if self.step.isVisible() else self.more).setFocus()
        self._show_place()

    def look_at(self, thing: object) -> None:
        """Show a slip by id, or in the list it was opened from."""
        if isinstance(thing, Neighbours):
            self._neighbours = thing
            self._slip_id = thing.slip_id
        elif isinstance(thing, int):
            self._neighbours = None
            self._slip_id = thing
        else:
            return
        self._is_arriving = True
        self._show_place()
        self._ask()

    def _ask(self) -> None:
        self.frame.work.look(self, load_slip_view, self._slip_id, done=self._put)

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        if tables & TABLES and self._slip_id is not None:
            self._asking.do()

    def _put(self, view: SlipView) -> None:
        if view.facts["id"] != self._slip_id:
            return
        self.view = view
        facts = view.facts
        state = facts["state"]
        assert isinstance(state, SlipState)
        self._number.say(view.number)
        self.set_subject(view.number)
        is_bounced = bool(facts["is_bounced"])
        self._status.show_status(status_of(state, is_bounced=is_bounced))
        self._class.say(class_line(view))
        room = room_text(facts["unit_label"], facts["area"], facts["place"])
        who = facts["owner_name"] or facts["reporter_name"]
        self._room.say(f"{room}  {who}")
        self._content.say(str(facts["content"]))
        self.clocks.show_times(view.times)
        self._facts.show_facts(view, self._moments)
        self._lines.show_money(view.lines, view.quotes, self._moments)
        self._copies.show_copies(copy_faces(view, self._moments))
        self._money.show_money(view)
        self.account.show_view(view)
        self.life.show_entries(
            [
                *event_entries(view.events, self._moments),
                *next_entries(view, self._moments),
            ]
        )
        self._show_step(view, state, is_bounced=is_bounced)
        self._show_place()

    def _show_step(self, view: SlipView, state: SlipState, *, is_bounced: bool) -> None:
        usual = (SlipEvent.RESEND,) if is_bounced else STEPS.get(state, ())
        self._step = next((step for step in usual if step in view.moves), None)
        had_keyboard = self.step.hasFocus()
        self.step.setVisible(self._step is not None)
        if self._step is not None:
            self.step.set_text(word(self._step))
        if self._is_arriving or (had_keyboard and self._step is None):
            (self.more if self._step is None else self.step).setFocus()
        self._is_arriving = False

    def _show_place(self) -> None:
        near = self._neighbours
        place = None if near is None else near.place()
        for button, step in ((self.previous, -1), (self.following, 1)):
            button.setVisible(near is not None)
            is_there = near is not None and near.beside(step) is not None
            button.setEnabled(is_there)
        self.place.setVisible(place is not None)
        if place is not None:
            self.place.say(
                self.tr("{place} of {count}").format(
                    place=f"{place[0]:,}", count=f"{place[1]:,}"
                )
            )

    def _go(self, step: int) -> None:
        wanted = None if self._neighbours is None else self._neighbours.go(step)
        if wanted is not None:
            self._slip_id = wanted
            self._show_place()
            self._ask()

    @Slot()
    def _take_step(self) -> None:
        if self._slip_id is None or self._step is None or self.view is None:
            return
        if self._step is SlipEvent.RETURN:
            self.frame.show_page("return", self.view.number)
        else:
            self.moves.start(self._step, self._slip_id)

    @Slot()
    def _offer_moves(self) -> None:
        if self._slip_id is not None:
            right = QPoint(self.more.width() - 220, self.more.height() + 4)
            self.moves.offer(self._slip_id, self.more.mapToGlobal(right))

    @Slot()
    def _print(self) -> None:
        if self._slip_id is not None:
            self.moves.print_four(self._slip_id)


def _arrow(action_id: str) -> IconButton:
    action = ACTIONS_BY_ID[action_id]
    return IconButton(action_text(action_id), action.icon_name, keys=action.keys)
