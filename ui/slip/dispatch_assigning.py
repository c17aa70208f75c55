"""Carries a card through the popup of 派工 and 改派: asks, sends, prints, goes on."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from app.dispatch_board import load_visits
from app.dispatch_card import Card, events_of
from app.errors import Refusal
from app.slip_dispatch import (
    DispatchSlip,
    ReassignSlip,
    dispatch_slip,
    reassign_slip,
)
from models.slip import SlipEvent
from ui.kit.fields import NAME_MARK
from ui.shell.frame import Kind, Offer
from ui.slip.dispatch_assign import AssignFacts, AssignPopup
from ui.slip.dispatch_face import room_of
from ui.slip.moment import Moments

if TYPE_CHECKING:
    from ui.slip.dispatch_page import DispatchPage


TAKEN_BACK = "撤销改派"
"""The reason that the log keeps when a reassignment is undone."""


class Assigning(QObject):
    """One popup at a time, beside the card it is about."""

    def __init__(self, page: "DispatchPage") -> None:
        super().__init__(page)
        self._page = page
        self._popup: AssignPopup | None = None

    def is_open(self) -> bool:
        """Whether the popup stands."""
        popup = self._popup
        return popup is not None and isValid(popup) and not popup.isHidden()

    def popup(self) -> AssignPopup | None:
        """The popup that stands."""
        return self._popup if self.is_open() else None

    def may_reassign(self, card: Card) -> bool:
        """Whether the card is out and the person may give it to somebody else."""
        return SlipEvent.REASSIGN in events_of(self._page.frame.work.desk, card)

    def begin(self, card: Card) -> None:
        """Open the popup on a card; one that stands already gives way."""
        if self._popup is not None and self.is_open():
            self._popup.leave()
        page = self._page
        frame = page.frame
        pressing, tone = page.faces.response_words(card, frame.work.desk.now())
        facts = AssignFacts(card, page.data, room_of(card), pressing, tone)
        popup = AssignPopup(facts, Moments(frame.work), frame.place)
        popup.ordered.connect(partial(self._send, popup))
        popup.closed.connect(page.show_subject)
        self._popup = popup
        popup.open_beside(page.board.card_rect(card.id, frame.place))
        page.show_subject()
        frame.work.look(popup, load_visits, card.id, done=popup.show_visits)

    def after_refresh(self) -> None:
        """The board was read again: a slip that is gone has nobody to be given to."""
        popup = self.popup()
        if popup is not None and self._page.card(popup.facts.card.id) is None:
            popup.leave()

    def _send(self, popup: AssignPopup, order: DispatchSlip | ReassignSlip) -> None:
        work = self._page.frame.work
        popup.set_busy(True)
        # The page is the owner: what was sent is printed though the popup closed.
        if isinstance(order, DispatchSlip):
            done = partial(self._after_dispatch, popup, order)
            work.change(
                self,
                dispatch_slip,
                order,
                done=done,
                refused=partial(self._refuse, popup),
                ended=partial(self._rest, popup),
            )
            return
        work.change(
            self,
            reassign_slip,
            order,
            done=partial(self._after_reassign, popup, order, popup.facts.card),
            refused=partial(self._refuse, popup),
            ended=partial(self._rest, popup),
        )

    def _rest(self, popup: AssignPopup) -> None:
        """However it ended, also where the disk failed: it can be sent again."""
        if isValid(popup):
            popup.set_busy(False)

    def _refuse(self, popup: AssignPopup, refusal: Refusal) -> None:
        frame = self._page.frame
        if not isValid(popup) or popup.isHidden():
            frame.refuse(refusal)
            return
        popup.refuse(frame.sentence(refusal), str(getattr(refusal, "field", "")))

    def _after_dispatch(
        self, popup: AssignPopup, order: DispatchSlip, number: str
    ) -> None:
        self._close(popup)
        page = self._page
        page.moves.hand_out(number)
        self._say(self.tr("Dispatched"), order)
        page.choose_next_waiting(order.slip_id)

    def _after_reassign(
        self, popup: AssignPopup, order: ReassignSlip, before: Card, _: object
    ) -> None:
        self._close(popup)
        offers = []
        if before.technicians:
            undo = partial(self._take_back, before)
            offers = [Offer(self.tr("Undo"), undo, icon_name="undo-2")]
        self._say(self.tr("Reassigned"), order, offers)

    def _take_back(self, before: Card) -> None:
        """Give the slip to those who had it; the log keeps both."""
        order = ReassignSlip(
            before.id,
            trade=before.trade or "",
            supervisor=before.supervisor or "",
            technicians=before.technicians,
            reason=TAKEN_BACK,
        )
        head = self.tr("Taken back")
        work = self._page.frame.work
        work.change(
            self, reassign_slip, order, done=lambda _: self._say(head, order, [])
        )

    def _close(self, popup: AssignPopup) -> None:
        if isValid(popup):
            popup.leave()

    def _say(
        self,
        head: str,
        order: DispatchSlip | ReassignSlip,
        more: Sequence[Offer] | None = None,
    ) -> None:
        page = self._page
        card = page.card(order.slip_id)
        who = NAME_MARK.join(order.technicians) or order.supervisor
        number = "" if card is None else card.number
        room = "" if card is None else room_of(card)
        text = self.tr("{number} {room} to {who}").format(
            number=number, room=room, who=who
        )
        slip_id = order.slip_id
        shown = partial(page.frame.show_page, "slip", slip_id)
        if more is None:
            more = [Offer(self.tr("Reassign"), partial(self._again, slip_id))]
        offers = [*more, Offer(self.tr("Open"), shown)]
        page.frame.say(Kind.DONE, head, text, offers)

    def _again(self, slip_id: int) -> None:
        """A dispatch is not taken back; it can be given to somebody else."""
        page = self._page
        page.frame.show_page("dispatch", slip_id)
        card = page.card(slip_id)
        if card is not None and self.may_reassign(card):
            self.begin(card)
