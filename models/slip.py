"""Repair slips (工程维修单): fields, states, and the moves a slip may make."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id
from models.partial_index import partial_index
from models.unit import AreaKind


class SlipState(StrEnum):
    """Where a slip is in its life (domain-model 4.2)."""

    DRAFT = "draft"
    ISSUED = "issued"
    DISPATCHED = "dispatched"
    ON_SITE = "on_site"
    QUOTED = "quoted"
    DISPUTED = "disputed"
    WORKING = "working"
    SUSPENDED = "suspended"
    DONE = "done"
    RETURNED = "returned"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    VOID = "void"


class SlipEvent(StrEnum):
    """What can happen to a slip; the words other programs read."""

    ISSUE = "issue"
    DISPATCH = "dispatch"
    BOUNCE = "bounce"
    RESEND = "resend"
    RECEIVE = "receive"
    ARRIVE = "arrive"
    QUOTE = "quote"
    AGREE = "agree"
    DISPUTE = "dispute"
    RESOLVE = "resolve"
    START = "start"
    SUSPEND = "suspend"
    RESUME = "resume"
    COMPLETE = "complete"
    RETURN = "return"
    INSPECT_PASS = "inspect_pass"
    INSPECT_FAIL = "inspect_fail"
    REOPEN = "reopen"
    CLOSE = "close"
    CANCEL = "cancel"
    VOID = "void"
    REASSIGN = "reassign"
    RESCHEDULE = "reschedule"
    ESCALATE = "escalate"
    CORRECT = "correct"
    AMEND = "amend"
    JOIN = "join"
    PRINT = "print"
    MOVE_COPY = "move_copy"
    ESCORT = "escort"
    FEEDBACK = "feedback"
    LATE_NOTICE = "late_notice"
    FOLLOW_UP = "follow_up"
    CALLBACK = "callback"
    APPLY_WAIVER = "apply_waiver"
    DECIDE_WAIVER = "decide_waiver"
    WITHDRAW_WAIVER = "withdraw_waiver"
    PAY = "pay"
    REFUND = "refund"
    ADJUST = "adjust"
    WAIVE = "waive"


class JobType(StrEnum):
    """S4h-1: emergency, routine, planned; URGENT prints the boxed 紧急 (S4c-2.4)."""

    URGENT = "urgent"
    ROUTINE = "routine"
    PLANNED = "planned"


class ChargeClass(StrEnum):
    """Who pays, in principle (S2-6E.3)."""

    PAID = "paid"
    FREE_WARRANTY = "free_warranty"
    FREE_REWORK = "free_rework"
    CONTRACT = "contract"
    FREE_PUBLIC = "free_public"


class Channel(StrEnum):
    """How the request reached the desk."""

    PHONE = "phone"
    WALK_IN = "walk_in"
    WECHAT = "wechat"
    PATROL = "patrol"
    MAIL = "mail"
    OTHER = "other"


class ReporterKind(StrEnum):
    """Who reports (S4-3.4)."""

    OWNER = "owner"
    STAFF = "staff"
    OTHER = "other"


class DutyPost(StrEnum):
    """The post that takes calls at a moment (domain-model 4.10)."""

    FRONT_DESK = "front_desk"
    CONTROL_ROOM = "control_room"
    HOUSEKEEPER = "housekeeper"


class Outcome(StrEnum):
    """维修结果: what the returned paper says of the work."""

    COMPLETED = "completed"
    UNFINISHED = "unfinished"


class OwnerOpinion(StrEnum):
    """业户意见."""

    SATISFIED = "satisfied"
    FAIR = "fair"
    DISSATISFIED = "dissatisfied"


class SignStatus(StrEnum):
    """How the paper was signed (K-19)."""

    SIGNED = "signed"
    PROXY = "proxy"
    ABSENT = "absent"
    REFUSED = "refused"


class InspectStatus(StrEnum):
    """验收 of public work (S4-4.2.3.2)."""

    PENDING = "pending"
    PASSED = "passed"
    FAILED = "failed"


class LinkKind(StrEnum):
    """Why a slip names another one."""

    REWORK = "rework"
    FOUND = "found"
    DUPLICATE = "duplicate"


class FeeBearer(StrEnum):
    """Who bears the cost (K-15)."""

    OWNER = "owner"
    COMPANY = "company"
    COMPANY_ADVANCE = "company_advance"


OPEN_STATES = frozenset(
    {
        SlipState.ISSUED,
        SlipState.DISPATCHED,
        SlipState.ON_SITE,
        SlipState.QUOTED,
        SlipState.DISPUTED,
        SlipState.WORKING,
        SlipState.SUSPENDED,
        SlipState.DONE,
    }
)
"""Issued, and neither back nor ended."""
WAIVER_EVENTS = frozenset(
    {SlipEvent.APPLY_WAIVER, SlipEvent.DECIDE_WAIVER, SlipEvent.WITHDRAW_WAIVER}
)
"""The steps of a request; approved, it is a WAIVE too."""
MONEY_STATES = OPEN_STATES | {SlipState.RETURNED, SlipState.CLOSED}
"""Money may be taken before the paper is back, and after it was filed (4.7-0)."""


Move = tuple[SlipEvent, SlipState, SlipState]


def _same(event: SlipEvent, states: frozenset[SlipState]) -> set[Move]:
    return {(event, state, state) for state in states}


def _to(event: SlipEvent, to: SlipState, *states: SlipState) -> set[Move]:
    return {(event, state, to) for state in states}


_S = SlipState
_E = SlipEvent

MOVES: frozenset[Move] = frozenset(
    _to(_E.ISSUE, _S.ISSUED, _S.DRAFT)
    | _to(_E.DISPATCH, _S.DISPATCHED, _S.ISSUED)
    | _to(_E.BOUNCE, _S.ISSUED, _S.ISSUED)
    | _to(_E.RESEND, _S.ISSUED, _S.ISSUED)
    | _same(_E.RECEIVE, OPEN_STATES - {_S.ISSUED})
    | _to(_E.ARRIVE, _S.ON_SITE, _S.DISPATCHED)
    | _to(_E.QUOTE, _S.QUOTED, _S.ON_SITE)
    | _to(_E.AGREE, _S.WORKING, _S.QUOTED)
    | _to(_E.DISPUTE, _S.DISPUTED, _S.QUOTED)
    | _to(_E.RESOLVE, _S.QUOTED, _S.DISPUTED)
    | _to(_E.RESOLVE, _S.WORKING, _S.DISPUTED)
    | _to(_E.START, _S.WORKING, _S.ON_SITE)
    | _to(_E.SUSPEND, _S.SUSPENDED, _S.DISPATCHED, _S.ON_SITE, _S.WORKING)
    | _to(_E.RESUME, _S.DISPATCHED, _S.SUSPENDED)
    | _to(_E.RESUME, _S.WORKING, _S.SUSPENDED)
    | _to(_E.COMPLETE, _S.DONE, _S.WORKING)
    | {
        (_E.RETURN, state, to)
        for state in OPEN_STATES - {_S.ISSUED, _S.DISPUTED}
        for to in (_S.RETURNED, _S.SUSPENDED)
    }
    | _to(_E.INSPECT_FAIL, _S.DISPATCHED, _S.RETURNED)
    | _to(_E.INSPECT_PASS, _S.RETURNED, _S.RETURNED)
    | _to(_E.REOPEN, _S.DISPATCHED, _S.RETURNED)
    | _to(_E.CLOSE, _S.CLOSED, _S.RETURNED)
    | _to(_E.VOID, _S.VOID, _S.ISSUED, _S.DISPATCHED)
    | _to(
        _E.CANCEL,
        _S.CANCELLED,
        _S.ISSUED,
        _S.DISPATCHED,
        _S.ON_SITE,
        _S.SUSPENDED,
        _S.QUOTED,
        _S.DISPUTED,
    )
    | _same(_E.REASSIGN, OPEN_STATES - {_S.ISSUED})
    | _same(_E.RESCHEDULE, OPEN_STATES)
    | _same(_E.ESCALATE, OPEN_STATES)
    | _same(_E.CORRECT, frozenset({_S.RETURNED, _S.CLOSED}))
    | _same(_E.AMEND, OPEN_STATES)
    | _same(_E.JOIN, OPEN_STATES)
    | _same(_E.PRINT, frozenset(_S) - {_S.DRAFT})
    | _same(_E.MOVE_COPY, frozenset(_S) - {_S.DRAFT, _S.ISSUED})
    | _same(_E.ESCORT, OPEN_STATES - {_S.ISSUED} | {_S.RETURNED})
    | _same(_E.FEEDBACK, OPEN_STATES)
    | _same(_E.LATE_NOTICE, frozenset({_S.DISPATCHED, _S.SUSPENDED}))
    | _same(_E.FOLLOW_UP, OPEN_STATES)
    | _same(_E.CALLBACK, frozenset({_S.RETURNED, _S.CLOSED, _S.CANCELLED}))
    | _same(_E.APPLY_WAIVER, MONEY_STATES)
    | _same(_E.DECIDE_WAIVER, frozenset(_S) - {_S.DRAFT})
    | _same(_E.WITHDRAW_WAIVER, frozenset(_S) - {_S.DRAFT})
    | _same(_E.PAY, MONEY_STATES)
    | _same(_E.REFUND, MONEY_STATES)
    | _same(_E.ADJUST, MONEY_STATES)
    | _same(_E.WAIVE, MONEY_STATES)
)
"""Every allowed move as (event, from, to): the table of domain-model 4.2."""


def legal_events(state: SlipState) -> frozenset[SlipEvent]:
    """The events that may happen to a slip in ``state``."""
    return frozenset(event for event, from_, _ in MOVES if from_ is state)


_HAS_ENDED = text("ended_at IS NOT NULL")
_IS_LINKED = text("parent_slip_id IS NOT NULL")


class Slip(Base):
    """One numbered repair slip (工程维修单).

    Every change of a fact goes through ``app/slip_record.py``, which writes it into
    the event log too; ``silian check`` holds the two against each other.

    ``late_notice_at``: the owner was told that somebody comes late (K-06), and
    ``late_notice_for_at`` which appointment that was about, if one stood.
    ``paused_at`` and ``paused_min``: since when the clock of completion stands still,
    and the minutes it stood still before that (4.2 row 8).
    ``diagnosed_at``: quoted, or begun without a quote (S4e-4.3).
    ``suspended_at`` and ``escalated_at``: since when the work lies, and when somebody
    higher was told (S1-2.7.2).
    """

    __tablename__ = "slip"
    __table_args__ = (
        UniqueConstraint("centre_id", "number"),
        UniqueConstraint("centre_id", "seq"),
        UniqueConstraint("centre_id", "stock_no"),
        CheckConstraint("state <> 'draft'", name="numbered"),
        CheckConstraint("rework_no >= 0", name="rework_no"),
        Index("ix_slip_listed", "centre_id", "issued_at", "id", "area_kind", "state"),
        Index("ix_slip_unit", "unit_id", "issued_at"),
        Index("ix_slip_place", "centre_id", "place_key", "issued_at"),
        Index("ix_slip_returned", "centre_id", "returned_at", "issued_at"),
        Index("ix_slip_state", "centre_id", "state", "issued_at"),
        Index("ix_slip_unit_label", "centre_id", "unit_label", "id"),
        Index("ix_slip_owner_name", "centre_id", "owner_name", "id"),
        Index("ix_slip_place_name", "centre_id", "place", "id"),
        Index("ix_slip_trade", "centre_id", "trade", "id"),
        Index("ix_slip_technicians", "centre_id", "technicians", "id"),
        Index("ix_slip_dispatched", "centre_id", "dispatched_at", "id"),
        partial_index(
            "ix_slip_to_inspect",
            "centre_id",
            "is_imported",
            "returned_at",
            where=text("inspect_status = 'pending'"),
        ),
        partial_index(
            "ix_slip_ended",
            "centre_id",
            "ended_at",
            where=_HAS_ENDED,
        ),
        partial_index(
            "ix_slip_parent",
            "parent_slip_id",
            where=_IS_LINKED,
        ),
    )

    id: Mapped[Id]
    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    seq: Mapped[int | None]
    number: Mapped[str] = mapped_column(String(30))
    stock_no: Mapped[str | None] = mapped_column(String(30))
    origin_number: Mapped[str | None] = mapped_column(String(30))
    is_imported: Mapped[bool] = mapped_column(default=False)
    is_late_entry: Mapped[bool] = mapped_column(default=False)

    area_kind: Mapped[AreaKind]
    area: Mapped[str] = mapped_column(String(40))
    place: Mapped[str] = mapped_column(String(80))
    place_key: Mapped[str] = mapped_column(String(200))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    unit_label: Mapped[str | None] = mapped_column(String(30))
    owner_name: Mapped[str | None] = mapped_column(String(80))
    reporter_name: Mapped[str] = mapped_column(String(80))
    reporter_kind: Mapped[ReporterKind]
    report_dept: Mapped[str | None] = mapped_column(String(80))
    phone: Mapped[str | None] = mapped_column(String(30))
    content: Mapped[str] = mapped_column(String(300))
    channel: Mapped[Channel | None]
    job_type: Mapped[JobType]
    charge_class: Mapped[ChargeClass]
    fee_bearer: Mapped[FeeBearer | None]
    remark: Mapped[str | None] = mapped_column(Text)

    reported_at: Mapped[datetime | None]
    issued_at: Mapped[datetime]
    duty_post: Mapped[DutyPost]
    entered_by: Mapped[str | None] = mapped_column(String(80))
    anyway_reason: Mapped[str | None] = mapped_column(Text)
    dispatcher_answered_by: Mapped[str | None] = mapped_column(String(80))

    is_bounced: Mapped[bool] = mapped_column(default=False)
    bounce_reason: Mapped[str | None] = mapped_column(Text)
    trade: Mapped[str | None] = mapped_column(String(20))
    dispatched_at: Mapped[datetime | None]
    dispatcher: Mapped[str | None] = mapped_column(String(80))
    supervisor: Mapped[str | None] = mapped_column(String(80))
    supervisor_received_at: Mapped[datetime | None]
    eng_accepted_at: Mapped[datetime | None]
    technicians: Mapped[tuple[str, ...]] = mapped_column(default=())
    appointment_at: Mapped[datetime | None]
    appointment_reason: Mapped[str | None] = mapped_column(Text)
    contacted_at: Mapped[datetime | None]
    escalated_to: Mapped[str | None] = mapped_column(String(80))
    escalated_at: Mapped[datetime | None]
    suspended_at: Mapped[datetime | None]

    late_notice_at: Mapped[datetime | None]
    late_notice_for_at: Mapped[datetime | None]
    paused_at: Mapped[datetime | None]
    paused_min: Mapped[int] = mapped_column(default=0, server_default="0")

    arrived_at: Mapped[datetime | None]
    diagnosed_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    unfinished_reason: Mapped[str | None] = mapped_column(Text)
    eta_at: Mapped[datetime | None]
    returned_at: Mapped[datetime | None]
    returned_to: Mapped[str | None] = mapped_column(String(80))
    outcome: Mapped[Outcome | None]
    result_text: Mapped[str | None] = mapped_column(Text)
    cause_code: Mapped[str | None] = mapped_column(String(80))
    owner_opinion: Mapped[OwnerOpinion | None]
    sign_status: Mapped[SignStatus | None]
    signed_by: Mapped[str | None] = mapped_column(String(80))
    signer_role: Mapped[str | None] = mapped_column(String(80))
    signed_at: Mapped[datetime | None]
    proxy_phone_at: Mapped[datetime | None]
    sign_note: Mapped[str | None] = mapped_column(Text)
    accepted_by: Mapped[str | None] = mapped_column(String(80))
    inspect_status: Mapped[InspectStatus | None]
    inspected_by: Mapped[str | None] = mapped_column(String(80))
    inspected_at: Mapped[datetime | None]
    inspect_note: Mapped[str | None] = mapped_column(Text)
    finance_early_at: Mapped[datetime | None]
    escort: Mapped[str | None] = mapped_column(String(80))
    binder_no: Mapped[str | None] = mapped_column(String(20))

    ended_at: Mapped[datetime | None]
    end_reason: Mapped[str | None] = mapped_column(Text)

    copy_scheme: Mapped[str | None] = mapped_column(String(20))
    needs_reprint: Mapped[bool] = mapped_column(default=False)
    rework_no: Mapped[int] = mapped_column(default=0)
    parent_slip_id: Mapped[int | None] = mapped_column(ForeignKey("slip.id"))
    link_kind: Mapped[LinkKind | None]

    state: Mapped[SlipState]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's form
