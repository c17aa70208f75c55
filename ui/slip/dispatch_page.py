"""派工台: slips that wait and slips that are out, and what can be done with each."""

from PySide6.QtCore import QPoint, Slot

from app.slip_list import SlipFilter, SlipOrder
from app.slip_view import SlipView
from models.slip import OPEN_STATES, SlipEvent, SlipState
from ui.kit.button import Look
from ui.kit.label import Label, Tone
from ui.kit.layout import column, pane, row
from ui.kit.segmented import SegmentedField
from ui.shell.actions import action_button
from ui.shell.frame import Frame
from ui.shell.page import Page
from ui.slip.columns import WORK
from ui.slip.slip_moves import SlipMoves
from ui.slip.slip_pane import SlipPane
from ui.slip.slip_table import SlipTable

_S = SlipState
WAITING = frozenset({_S.ISSUED})
UNDER_WAY = frozenset(
    {_S.DISPATCHED, _S.ON_SITE, _S.QUOTED, _S.DISPUTED, _S.WORKING, _S.SUSPENDED}
)
PAPER_OUT = frozenset({_S.DONE})


class DispatchPage(Page):
    """A list at the left, the chosen slip and its next step at the right."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.moves = SlipMoves(frame, self)
        self.states = SegmentedField(
            [
                (OPEN_STATES, self.tr("All open")),
                (WAITING, self.tr("To dispatch")),
                (UNDER_WAY, self.tr("Under way")),
                (PAPER_OUT, self.tr("Paper out")),
            ]
        )
        self.states.set_name(self.tr("Which slips"))
        self.states.edited.connect(self._ask)
        self._count = Label("", tone=Tone.SECOND)
        self.table = SlipTable(
            frame,
            self.tr("Slips that wait or are out"),
            WORK,
            empty_text=self.tr("Nothing waits: every slip is back."),
        )
        self.table.opened.connect(self._open)
        self.table.filling.counted.connect(self._show_count)
        self.dispatch = action_button("slip.dispatch", Look.PRIMARY)
        self.dispatch.clicked.connect(self._dispatch)
        self.more = action_button("slip.moves")
        self.more.clicked.connect(self._offer_moves)
        self.pane = SlipPane(frame, self.dispatch, self.more)
        left = pane("surface")
        column(
            row(
                self.states,
                self._count,
                None,
                spacing=16,
                margins=(24, 12, 24, 12),
            ),
            self.table,
            spacing=0,
            on=left,
        )
        whole = row(left, self.pane, spacing=0, on=self)
        whole.setStretch(0, 1)
        self.table.chosen.connect(self.pane.show_slip)
        self.pane.shown.connect(self._show_buttons)
        self._ask()

    def arrive(self) -> None:
        self.table.setFocus()
        if self.table.chosen_id() is None:
            self.table.choose_position(0)

    def look_at(self, thing: object) -> None:
        if isinstance(thing, int):
            self.states.set_value(OPEN_STATES)
            self._ask(thing)

    @Slot()
    def _ask(self, choose: int | None = None) -> None:
        states = self.states.value()
        # What waits is short and is worked off from the top.
        is_waiting = states == WAITING
        order = SlipOrder.URGENT_FIRST if is_waiting else SlipOrder.OLDEST_FIRST
        wanted = SlipFilter(states=states, order=order)
        self.table.filling.ask(wanted, choose)

    @Slot(int)
    def _show_count(self, count: int) -> None:
        self._count.say(self.tr("%n slip(s)", "", count))
        if self.table.chosen_id() is None and self.isVisible():
            self.table.choose_position(0)

    @Slot(object)
    def _show_buttons(self, view: SlipView) -> None:
        self.set_subject(view.number)
        # A bounced slip waits for the desk, not for the dispatcher.
        waits = SlipEvent.DISPATCH in view.moves and not view.facts["is_bounced"]
        self.dispatch.setVisible(waits)

    @Slot(object)
    def _open(self, slip_id: object) -> None:
        if self.dispatch.isVisible():
            self._dispatch()
        else:
            self._offer_moves()

    @Slot()
    def _dispatch(self) -> None:
        slip_id = self.table.chosen_id()
        if slip_id is not None:
            self.moves.start(SlipEvent.DISPATCH, slip_id)

    @Slot()
    def _offer_moves(self) -> None:
        slip_id = self.table.chosen_id()
        if slip_id is not None:
            corner = self.more.mapToGlobal(QPoint(0, self.more.height() + 4))
            self.moves.offer(slip_id, corner)
