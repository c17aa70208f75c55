"""The table of what can be done to a slip: its dialog, its use case, its picture."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.feedback import tell_feedback
from app.slip_amend import amend_slip, correct_slip, escalate_slip, reschedule_slip
from app.slip_archive import close_slip, reopen_slip
from app.slip_close import cancel_slip, inspect_slip, void_slip
from app.slip_copy_move import print_slip, put_copies
from app.slip_delay import tell_delay
from app.slip_dispatch import bounce_slip, dispatch_slip, reassign_slip, resend_slip
from app.slip_escort import escort_slip
from app.slip_quote import agree_quote, dispute_quote, quote_slip, resolve_dispute
from app.slip_work import (
    arrive,
    complete_slip,
    receive_slip,
    resume_slip,
    start_work,
    suspend_slip,
)
from models.slip import SlipEvent
from ui.slip.amend_dialog import (
    AmendDialog,
    CorrectDialog,
    EscalateDialog,
    RescheduleDialog,
)
from ui.slip.copy_dialog import MoveCopiesDialog, PrintDialog
from ui.slip.delay_dialog import DelayDialog
from ui.slip.dispatch_dialog import (
    BounceDialog,
    DispatchDialog,
    ReassignDialog,
    ResendDialog,
)
from ui.slip.end_dialog import CancelDialog, FailDialog, PassDialog, VoidDialog
from ui.slip.quote_dialog import AgreeDialog, DisputeDialog, QuoteDialog, ResolveDialog
from ui.slip.settle_dialog import CloseDialog, EscortDialog, ReopenDialog
from ui.slip.slip_dialog import SlipDialog
from ui.slip.work_dialog import (
    ArriveDialog,
    CompleteDialog,
    FeedbackDialog,
    ReceiveDialog,
    ResumeDialog,
    StartDialog,
    SuspendDialog,
)


@dataclass(frozen=True, slots=True)
class Move:
    """One row: what is asked, and what is then done."""

    dialog: type[SlipDialog[Any]]
    step: Callable[..., Any]
    icon_name: str
    keys: str = ""
    is_dangerous: bool = False
    prints: bool = False


_E = SlipEvent

MOVES: Mapping[SlipEvent, Move] = {
    _E.DISPATCH: Move(DispatchDialog, dispatch_slip, "send", prints=True),
    _E.RESEND: Move(ResendDialog, resend_slip, "send"),
    _E.RECEIVE: Move(ReceiveDialog, receive_slip, "clipboard-check"),
    _E.ARRIVE: Move(ArriveDialog, arrive, "map-pin"),
    _E.START: Move(StartDialog, start_work, "wrench"),
    _E.QUOTE: Move(QuoteDialog, quote_slip, "receipt"),
    _E.AGREE: Move(AgreeDialog, agree_quote, "signature"),
    _E.DISPUTE: Move(DisputeDialog, dispute_quote, "message-circle-warning"),
    _E.RESOLVE: Move(ResolveDialog, resolve_dispute, "handshake"),
    _E.COMPLETE: Move(CompleteDialog, complete_slip, "circle-check"),
    _E.SUSPEND: Move(SuspendDialog, suspend_slip, "circle-pause"),
    _E.FEEDBACK: Move(FeedbackDialog, tell_feedback, "message-square-text"),
    _E.RESUME: Move(ResumeDialog, resume_slip, "circle-play"),
    _E.INSPECT_PASS: Move(PassDialog, inspect_slip, "badge-check"),
    _E.INSPECT_FAIL: Move(FailDialog, inspect_slip, "undo-2", is_dangerous=True),
    _E.ESCORT: Move(EscortDialog, escort_slip, "wallet"),
    _E.CLOSE: Move(CloseDialog, close_slip, "layers"),
    _E.REASSIGN: Move(ReassignDialog, reassign_slip, "users"),
    _E.RESCHEDULE: Move(RescheduleDialog, reschedule_slip, "calendar"),
    _E.LATE_NOTICE: Move(DelayDialog, tell_delay, "timer"),
    _E.ESCALATE: Move(EscalateDialog, escalate_slip, "circle-arrow-up"),
    _E.AMEND: Move(AmendDialog, amend_slip, "pencil"),
    _E.CORRECT: Move(CorrectDialog, correct_slip, "pencil"),
    _E.PRINT: Move(PrintDialog, print_slip, "printer"),
    _E.MOVE_COPY: Move(MoveCopiesDialog, put_copies, "files"),
    _E.BOUNCE: Move(BounceDialog, bounce_slip, "undo-2", is_dangerous=True),
    _E.REOPEN: Move(ReopenDialog, reopen_slip, "rotate-ccw", is_dangerous=True),
    _E.CANCEL: Move(CancelDialog, cancel_slip, "circle-x", is_dangerous=True),
    _E.VOID: Move(VoidDialog, void_slip, "circle-x", is_dangerous=True),
}
"""In the order of the menu; moves that need a page of their own are not here."""
