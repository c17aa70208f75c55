"""How the dispatcher's page and the dialogs of a slip's steps are pictured."""

from collections.abc import Iterator

from models.slip import SlipEvent, SlipState
from ui.scene import UNDER_WAY, Stage, Step
from ui.slip.dispatch_page import DispatchPage

_PICTURED = (
    (SlipEvent.DISPATCH, SlipState.ISSUED),
    (SlipEvent.BOUNCE, SlipState.ISSUED),
    (SlipEvent.AMEND, SlipState.ISSUED),
    (SlipEvent.CANCEL, SlipState.ISSUED),
    (SlipEvent.REASSIGN, SlipState.DISPATCHED),
    (SlipEvent.ARRIVE, SlipState.DISPATCHED),
    (SlipEvent.SUSPEND, SlipState.DISPATCHED),
    (SlipEvent.RESCHEDULE, SlipState.DISPATCHED),
    (SlipEvent.ESCALATE, SlipState.DISPATCHED),
    (SlipEvent.VOID, SlipState.DISPATCHED),
    (SlipEvent.PRINT, SlipState.DISPATCHED),
    (SlipEvent.MOVE_COPY, SlipState.DISPATCHED),
    (SlipEvent.QUOTE, SlipState.ON_SITE),
    (SlipEvent.AGREE, SlipState.QUOTED),
    (SlipEvent.DISPUTE, SlipState.QUOTED),
    (SlipEvent.RESOLVE, SlipState.DISPUTED),
    (SlipEvent.COMPLETE, SlipState.WORKING),
    (SlipEvent.RESUME, SlipState.SUSPENDED),
    (SlipEvent.CORRECT, SlipState.RETURNED),
    (SlipEvent.INSPECT_FAIL, SlipState.RETURNED),
)


def scenes(stage: Stage) -> Iterator[Step]:
    """What waits, then every dialog that a step opens."""
    page = stage.window.show_page("dispatch")
    assert isinstance(page, DispatchPage)
    yield "dispatch", stage.whole
    for event, state in _PICTURED:
        # A dialog looks the same on a slip that has gone a little further.
        found = stage.row_in({state}) or stage.row_in(UNDER_WAY)
        if found is not None:
            page.moves.start(event, found.id)
            yield f"dialog-{event.value}", stage.dialog
