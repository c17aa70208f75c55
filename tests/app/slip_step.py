"""Every step a slip can take, with an order that is right for it."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from app.database import Database
from app.desk import Desk
from app.duplicate import JoinSlip, join_slip
from app.feedback import TellFeedback, tell_feedback
from app.ledger import EVENTS, add_entry
from app.slip_amend import (
    AmendSlip,
    CorrectSlip,
    EscalateSlip,
    RescheduleSlip,
    amend_slip,
    correct_slip,
    escalate_slip,
    reschedule_slip,
)
from app.slip_archive import CloseSlip, ReopenSlip, close_slip, reopen_slip
from app.slip_close import (
    CancelSlip,
    InspectSlip,
    VoidSlip,
    cancel_slip,
    inspect_slip,
    void_slip,
)
from app.slip_copy_move import MoveCopies, PrintSlip, print_slip, put_copies
from app.slip_delay import TellDelay, tell_delay
from app.slip_dispatch import (
    BounceSlip,
    DispatchSlip,
    ReassignSlip,
    ResendSlip,
    bounce_slip,
    dispatch_slip,
    reassign_slip,
    resend_slip,
)
from app.slip_escort import EscortSlip, escort_slip
from app.slip_quote import (
    AgreeQuote,
    DisputeQuote,
    QuoteSlip,
    ResolveDispute,
    agree_quote,
    dispute_quote,
    quote_slip,
    resolve_dispute,
)
from app.slip_record import get_slip
from app.slip_return import take_back_slip
from app.slip_signature import Signature
from app.slip_work import (
    CompleteSlip,
    ReceiveSlip,
    ResumeSlip,
    StepSlip,
    SuspendSlip,
    arrive,
    complete_slip,
    receive_slip,
    resume_slip,
    start_work,
    suspend_slip,
)
from models.ledger_entry import EntryKind, PayMethod
from models.slip import SignStatus, SlipEvent
from models.slip_copy import CopyPlace
from tests.makers import paper_of

Step = Callable[[Database, Desk, int], object]

SIGNED = Signature(SignStatus.SIGNED, signed_by="演示业户")
_E = SlipEvent


def dispatch(database: Database, desk: Desk, slip_id: int) -> None:
    """Dispatch to a supervisor with one technician."""
    order = DispatchSlip(slip_id, "水工", "演示主管", ("演示技工",))
    database.write(dispatch_slip, desk, order)


def take_back(database: Database, desk: Desk, slip_id: int) -> None:
    """Take the paper back with the work done."""
    database.write(take_back_slip, desk, paper_of(database, slip_id))


def suspend(database: Database, desk: Desk, slip_id: int) -> None:
    """Put the work aside until tomorrow."""
    order = SuspendSlip(slip_id, "待料", desk.now() + timedelta(days=1))
    database.write(suspend_slip, desk, order)


def complete(database: Database, desk: Desk, slip_id: int) -> None:
    """The work is done and signed."""
    database.write(
        complete_slip, desk, CompleteSlip(slip_id, result_text="好", signature=SIGNED)
    )


def inspect(is_passed: bool) -> Step:
    """Inspect public work with this outcome."""

    def step(database: Database, desk: Desk, slip_id: int) -> None:
        note = "" if is_passed else "仍不亮"
        order = InspectSlip(slip_id, is_passed, note, technicians=("演示技工",))
        database.write(inspect_slip, desk, order)

    return step


def money(kind: EntryKind) -> Step:
    """An entry of five yuan of this kind."""
    has_method = kind in (EntryKind.PAY, EntryKind.REFUND)

    def step(database: Database, desk: Desk, slip_id: int) -> None:
        def add(session: Session) -> None:
            add_entry(
                session,
                desk,
                get_slip(session, desk, slip_id),
                kind,
                Decimal("5.00"),
                effective_at=desk.now(),
                method=PayMethod.CASH if has_method else None,
            )

        database.write(add)

    return step


def amend(database: Database, desk: Desk, slip_id: int) -> None:
    """Write down more exactly what is wrong."""
    database.write(amend_slip, desk, AmendSlip(slip_id, content="两盏灯不亮"))


STEPS: Mapping[SlipEvent, Step] = {
    _E.DISPATCH: dispatch,
    _E.BOUNCE: lambda database, desk, slip_id: database.write(
        bounce_slip, desk, BounceSlip(slip_id, "内容不清")
    ),
    _E.RESEND: lambda database, desk, slip_id: database.write(
        resend_slip, desk, ResendSlip(slip_id)
    ),
    _E.RECEIVE: lambda database, desk, slip_id: database.write(
        receive_slip, desk, ReceiveSlip(slip_id)
    ),
    _E.ARRIVE: lambda database, desk, slip_id: database.write(
        arrive, desk, StepSlip(slip_id)
    ),
    _E.QUOTE: lambda database, desk, slip_id: database.write(
        quote_slip, desk, QuoteSlip(slip_id, Decimal("85.00"))
    ),
    _E.AGREE: lambda database, desk, slip_id: database.write(
        agree_quote, desk, AgreeQuote(slip_id)
    ),
    _E.DISPUTE: lambda database, desk, slip_id: database.write(
        dispute_quote, desk, DisputeQuote(slip_id, "业户认为偏高")
    ),
    _E.RESOLVE: lambda database, desk, slip_id: database.write(
        resolve_dispute, desk, ResolveDispute(slip_id, Decimal("60.00"))
    ),
    _E.START: lambda database, desk, slip_id: database.write(
        start_work, desk, StepSlip(slip_id)
    ),
    _E.SUSPEND: suspend,
    _E.FEEDBACK: lambda database, desk, slip_id: database.write(
        tell_feedback,
        desk,
        TellFeedback(slip_id, "待料", desk.now() + timedelta(days=1)),
    ),
    _E.RESUME: lambda database, desk, slip_id: database.write(
        resume_slip, desk, ResumeSlip(slip_id)
    ),
    _E.COMPLETE: complete,
    _E.RETURN: take_back,
    _E.INSPECT_PASS: inspect(True),
    _E.INSPECT_FAIL: inspect(False),
    _E.REOPEN: lambda database, desk, slip_id: database.write(
        reopen_slip, desk, ReopenSlip(slip_id, "仍漏")
    ),
    _E.CLOSE: lambda database, desk, slip_id: database.write(
        close_slip, desk, CloseSlip(slip_id)
    ),
    _E.ESCORT: lambda database, desk, slip_id: database.write(
        escort_slip, desk, EscortSlip(slip_id, "演示管家")
    ),
    _E.CANCEL: lambda database, desk, slip_id: database.write(
        cancel_slip, desk, CancelSlip(slip_id, "业户撤销")
    ),
    _E.VOID: lambda database, desk, slip_id: database.write(
        void_slip, desk, VoidSlip(slip_id, "录入错误")
    ),
    _E.REASSIGN: lambda database, desk, slip_id: database.write(
        reassign_slip, desk, ReassignSlip(slip_id, supervisor="演示乙主管")
    ),
    _E.RESCHEDULE: lambda database, desk, slip_id: database.write(
        reschedule_slip,
        desk,
        RescheduleSlip(slip_id, desk.now() + timedelta(hours=4), "业户外出"),
    ),
    _E.ESCALATE: lambda database, desk, slip_id: database.write(
        escalate_slip, desk, EscalateSlip(slip_id, "工程部经理")
    ),
    _E.CORRECT: lambda database, desk, slip_id: database.write(
        correct_slip, desk, CorrectSlip(slip_id, "抄错", result_text="换阀")
    ),
    _E.AMEND: amend,
    _E.JOIN: lambda database, desk, slip_id: database.write(
        join_slip, desk, JoinSlip(slip_id, "演示邻居", "我家也漏水")
    ),
    _E.PRINT: lambda database, desk, slip_id: database.write(
        print_slip, desk, PrintSlip(slip_id)
    ),
    _E.LATE_NOTICE: lambda database, desk, slip_id: database.write(
        tell_delay, desk, TellDelay(slip_id, "上一单未完")
    ),
    _E.MOVE_COPY: lambda database, desk, slip_id: database.write(
        put_copies, desk, MoveCopies(slip_id, {4: CopyPlace.HK_FILE})
    ),
    **{event: money(kind) for kind, event in EVENTS.items()},
}
"""Event → the step that causes it; ISSUE has steps of its own."""
