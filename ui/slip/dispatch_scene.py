"""How the dispatcher's page and the dialogs of a slip's steps are pictured."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from models.slip import SlipEvent, SlipState
from ui.kit.popup import Popup
from ui.kit.typed_line import TypedLine
from ui.scene import UNDER_WAY, Find, Stage, Step
from ui.slip.dispatch_page import DispatchPage
from ui.slip.quote_dialog import QuoteDialog

_PICTURED = (
    (SlipEvent.DISPATCH, SlipState.ISSUED),
    (SlipEvent.BOUNCE, SlipState.ISSUED),
    (SlipEvent.RESEND, SlipState.ISSUED),
    (SlipEvent.AMEND, SlipState.ISSUED),
    (SlipEvent.CANCEL, SlipState.ISSUED),
    (SlipEvent.REASSIGN, SlipState.DISPATCHED),
    (SlipEvent.RECEIVE, SlipState.DISPATCHED),
    (SlipEvent.ARRIVE, SlipState.DISPATCHED),
    (SlipEvent.SUSPEND, SlipState.DISPATCHED),
    (SlipEvent.RESCHEDULE, SlipState.DISPATCHED),
    (SlipEvent.LATE_NOTICE, SlipState.DISPATCHED),
    (SlipEvent.ESCALATE, SlipState.DISPATCHED),
    (SlipEvent.VOID, SlipState.DISPATCHED),
    (SlipEvent.PRINT, SlipState.DISPATCHED),
    (SlipEvent.MOVE_COPY, SlipState.DISPATCHED),
    (SlipEvent.START, SlipState.ON_SITE),
    (SlipEvent.QUOTE, SlipState.ON_SITE),
    (SlipEvent.AGREE, SlipState.QUOTED),
    (SlipEvent.DISPUTE, SlipState.QUOTED),
    (SlipEvent.RESOLVE, SlipState.DISPUTED),
    (SlipEvent.COMPLETE, SlipState.WORKING),
    (SlipEvent.RESUME, SlipState.SUSPENDED),
    (SlipEvent.CORRECT, SlipState.RETURNED),
    (SlipEvent.INSPECT_PASS, SlipState.RETURNED),
    (SlipEvent.INSPECT_FAIL, SlipState.RETURNED),
)


def scenes(stage: Stage) -> Iterator[Step]:
    """The board, its popups, then every dialog that a step opens."""
    page = stage.window.show_page("dispatch")
    assert isinstance(page, DispatchPage)

    def popup() -> QWidget | None:
        found = stage.window.findChildren(Popup)
        return stage.window if any(each.isVisible() for each in found) else None

    yield stage.wait()
    yield "dispatch", stage.whole
    yield from _popups(page, popup)
    page.views.set_value("list")
    page.views.edited.emit()
    yield "dispatch-list", stage.whole
    page.views.set_value("")
    page.views.edited.emit()
    for event, state in _PICTURED:
        # A dialog looks the same on a slip that has gone a little further.
        found = stage.row_in({state}) or stage.row_in(UNDER_WAY)
        if found is not None:
            page.moves.start(event, found.id)
            yield f"dialog-{event.value}", stage.dialog
            if event is SlipEvent.QUOTE:
                page.moves.start(event, found.id)
                yield stage.wait()
                _pick(stage.dialog())
                yield "dialog-quote-picked", stage.dialog


def _popups(page: DispatchPage, find: Find) -> Iterator[Step]:
    waiting = [card for card in page.data.cards if card.waits]
    out = [card for card in page.data.cards if page.assigning.may_reassign(card)]
    for name, cards in (("assign", waiting), ("reassign", out)):
        if cards:
            page.look_at(cards[-1].id)
            page.assigning.begin(cards[-1])
            yield f"dispatch-{name}", find
            if (popup := page.assigning.popup()) is not None:
                popup.leave()
    page.show_holders()
    yield "dispatch-holders", find
    for open_one in page.window().findChildren(Popup):
        open_one.leave()


def _pick(dialog: QWidget | None) -> None:
    """A quote of two items: one dearer than the tariff says, one still being typed."""
    if not isinstance(dialog, QuoteDialog):
        return
    first = dialog.lines.rows()[0]
    _type(first.price, "stmt")
    first.take_first(first.price)
    _type(first.price, "180")
    _type(dialog.lines.rows()[1].name, "jf")


def _type(line: TypedLine, text: str) -> None:
    line.setText(text)
    line.textEdited.emit(text)
