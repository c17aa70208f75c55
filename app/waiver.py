"""Waivers (减免, 签免): asked for, decided by who may, withdrawn (S4-4.1.4.4b, 4.8)."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.event_log import fact_value
from app.ledger import add_entry, load_account
from app.slip_fields import checked_amount, clean_optional, in_order
from app.slip_money import is_chargeable
from app.slip_record import change_slip, get_slip, require_move
from app.slip_refusals import FieldMissing
from app.staff_directory import known_person
from app.waiver_left import require_waivable
from app.waiver_need import linked_slips, split_warning, waiver_level, waiver_need
from app.waiver_refusals import (
    LevelTooLow,
    OwnWaiver,
    WaiverIsDecided,
    WaiverNoLongerFits,
    WaiverNotPositive,
    WaiverTooMuch,
    WaiverUnknown,
)
from app.waiver_signer import TITLES, check_signer, level_on_screen
from app.waiver_told import told_waiver, vars_of
from models.ledger_entry import EntryKind
from models.money import ZERO
from models.slip import Slip, SlipEvent
from models.staff import Permission
from models.waiver import Waiver, WaiverLevel, WaiverStatus
from models.waiver_row import SplitWarning, WaiverNeed

__all__ = [
    "AppliedWaiver",
    "ApplyWaiver",
    "DecideWaiver",
    "SignedPaper",
    "WithdrawWaiver",
    "apply_waiver",
    "decide_waiver",
    "waiver_level",
    "withdraw_waiver",
]

MOST_REASON = 300


@dataclass(frozen=True, slots=True)
class ApplyWaiver:
    """Ask that ``amount`` yuan of a slip be waived.

    ``applicant`` empty: who acts.
    """

    slip_id: int
    amount: Decimal
    reason: str
    applicant: str = ""


@dataclass(frozen=True, slots=True)
class AppliedWaiver:
    """The request, who must sign it, and whether it looks split up."""

    id: int
    number: str
    need: WaiverNeed
    split: SplitWarning | None


@dataclass(frozen=True, slots=True)
class SignedPaper:
    """《签免审批单》 as it came back: who signed, as what, when, and its number.

    ``approver_title`` empty: 物业总监 where the director signed. ``signed_at`` None:
    now.
    """

    level: WaiverLevel
    approver: str
    paper_ref: str
    approver_title: str = ""
    signed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DecideWaiver:
    """The decision: of who acts on the screen, or of who signed the ``paper``."""

    waiver_id: int
    is_approved: bool
    note: str = ""
    paper: SignedPaper | None = None


@dataclass(frozen=True, slots=True)
class WithdrawWaiver:
    """Whoever asked wants it no more."""

    waiver_id: int
    note: str = ""


def apply_waiver(session: Session, desk: Desk, order: ApplyWaiver) -> AppliedWaiver:
    """Ask for a waiver; it is pending and the owner owes the whole until it is decided.

    Raises ``SlipCannotMove``, ``NothingToWaive``, ``NothingPriced``,
    ``AmountMalformed``, ``WaiverNotPositive``, ``WaiverTooMuch``, ``FieldMissing``,
    ``FieldTooLong`` or ``PersonUnknown``.
    """
    slip = _hold(session, desk, order.slip_id)
    require_move(desk, slip, SlipEvent.APPLY_WAIVER)
    left = require_waivable(session, slip)
    amount = checked_amount(order.amount, "amount")
    if not amount:
        raise WaiverNotPositive
    if amount > left:
        raise WaiverTooMuch(number=slip.number, amount=amount, left=left)
    reason = clean_optional(order.reason, "reason", MOST_REASON)
    if reason is None:
        raise FieldMissing(field="reason")
    need = waiver_need(session, desk, slip, amount)
    waiver = Waiver(
        centre_id=slip.centre_id,
        slip_id=slip.id,
        amount=amount,
        reason=reason,
        level=need.level,
        applicant=_applicant(session, desk, order.applicant),
        applied_at=desk.now(),
        status=WaiverStatus.PENDING,
        recorded_by=desk.actor,
    )
    session.add(waiver)
    session.flush()
    _tell(session, desk, slip, waiver, SlipEvent.APPLY_WAIVER, waiver.applied_at, need)
    split = split_warning(session, desk, slip, need, waiver.applied_at, waiver)
    return AppliedWaiver(waiver.id, slip.number, need, split)


def decide_waiver(session: Session, desk: Desk, order: DecideWaiver) -> None:
    """Approve or reject a request; approved, it stands in the ledger.

    Raises ``WaiverUnknown``, ``WaiverIsDecided``, ``NotAllowed``, ``OwnWaiver``,
    ``LevelTooLow``, ``NotDirector``, ``NotLeader``, ``WaiverNoLongerFits``,
    ``SlipCannotMove``, ``FieldMissing``, ``FieldTooLong``, ``TimeInFuture`` or
    ``TimeOrder``.
    """
    waiver, slip = _pending(session, desk, order.waiver_id)
    require_move(desk, slip, SlipEvent.DECIDE_WAIVER)
    need = waiver_need(session, desk, slip, waiver.amount, waiver)
    level, approver, title = _signer(session, desk, order.paper, need.level)
    if approver in (waiver.applicant, waiver.recorded_by if not order.paper else ""):
        raise OwnWaiver(name=approver)
    note = clean_optional(order.note, "decided_note", MOST_REASON)
    if note is None and not order.is_approved:
        raise FieldMissing(field="decided_note")
    decided_at = _decided_at(session, desk, waiver, order.paper)
    if order.is_approved:
        _require_fit(session, desk, slip, waiver)
        if level is WaiverLevel.DIRECTOR and need.level is WaiverLevel.LEADER:
            raise LevelTooLow(total=need.total, limit=need.limit, level=need.level)
    waiver.level = level
    waiver.status = (
        WaiverStatus.APPROVED if order.is_approved else WaiverStatus.REJECTED
    )
    waiver.approver = approver
    waiver.approver_title = title
    waiver.decided_at = decided_at
    waiver.decided_note = note
    if order.paper is not None:
        waiver.paper_ref = clean_optional(order.paper.paper_ref, "paper_ref", 40)
    waiver.recorded_by = desk.actor
    session.flush()
    _tell(session, desk, slip, waiver, SlipEvent.DECIDE_WAIVER, decided_at, need)
    if order.is_approved:
        add_entry(
            session,
            desk,
            slip,
            EntryKind.WAIVE,
            waiver.amount,
            effective_at=decided_at,
            note=waiver.reason,
            waiver_id=waiver.id,
        )


def withdraw_waiver(session: Session, desk: Desk, order: WithdrawWaiver) -> None:
    """Take a request back that nobody has decided.

    Raises ``WaiverUnknown``, ``WaiverIsDecided``, ``NotAllowed`` or ``FieldTooLong``.
    """
    waiver, slip = _pending(session, desk, order.waiver_id)
    require_move(desk, slip, SlipEvent.WITHDRAW_WAIVER)
    waiver.status = WaiverStatus.WITHDRAWN
    waiver.decided_at = desk.now()
    waiver.decided_note = clean_optional(order.note, "decided_note", MOST_REASON)
    session.flush()
    _tell(session, desk, slip, waiver, SlipEvent.WITHDRAW_WAIVER, waiver.decided_at)


def _hold(session: Session, desk: Desk, slip_id: int) -> Slip:
    """The slip; desks that waive or pay for it or its kin do so one after the other."""
    family = linked_slips(session, slip_id)
    session.execute(
        select(Slip.id).where(Slip.id.in_(family)).order_by(Slip.id).with_for_update()
    )
    return get_slip(session, desk, slip_id)


def _pending(session: Session, desk: Desk, waiver_id: int) -> tuple[Waiver, Slip]:
    waiver = session.get(Waiver, waiver_id)
    if waiver is None or waiver.centre_id != desk.centre_id:
        raise WaiverUnknown(waiver_id=waiver_id)
    slip = _hold(session, desk, waiver.slip_id)
    session.refresh(waiver)
    if waiver.status is not WaiverStatus.PENDING:
        raise WaiverIsDecided(
            number=slip.number, status=waiver.status, at=waiver.decided_at
        )
    return waiver, slip


def _applicant(session: Session, desk: Desk, name: str) -> str:
    given = clean_optional(name, "applicant", 80)
    if given is None or given == desk.actor:
        return desk.actor
    return known_person(session, desk, given, "applicant")


def _signer(
    session: Session, desk: Desk, paper: SignedPaper | None, needed: WaiverLevel
) -> tuple[WaiverLevel, str, str]:
    """Who decides: level, name, title."""
    if paper is None:
        desk.require(Permission.APPROVE_WAIVER)
        level = level_on_screen(desk, needed)
        return level, desk.actor, TITLES[level]
    approver = clean_optional(paper.approver, "approver", 80)
    if approver is None:
        raise FieldMissing(field="approver")
    title = clean_optional(paper.approver_title, "approver_title", 40)
    if title is None and paper.level is WaiverLevel.DIRECTOR:
        title = TITLES[paper.level]
    if title is None:
        raise FieldMissing(field="approver_title")
    if clean_optional(paper.paper_ref, "paper_ref", 40) is None:
        raise FieldMissing(field="paper_ref")
    check_signer(session, desk, paper.level, approver)
    return paper.level, approver, title


def _decided_at(
    session: Session, desk: Desk, waiver: Waiver, paper: SignedPaper | None
) -> datetime:
    """When it was decided: not before it was asked for, nor before the last decision
    on the slip and its kin, so that the sum they reach grows in one order.
    """
    at = (paper.signed_at if paper else None) or desk.now()
    last = session.scalar(
        select(func.max(Waiver.decided_at)).where(
            Waiver.slip_id.in_(linked_slips(session, waiver.slip_id)),
            Waiver.status == WaiverStatus.APPROVED,
        )
    )
    for name, before in (("applied_at", waiver.applied_at), ("decided_last", last)):
        in_order(((name, before), ("decided_at", at)), desk.now())
    return at


def _require_fit(session: Session, desk: Desk, slip: Slip, waiver: Waiver) -> None:
    require_move(desk, slip, SlipEvent.WAIVE)
    left = load_account(session, slip.id).left_to_pay or ZERO
    if not is_chargeable(slip) or waiver.amount > left:
        raise WaiverNoLongerFits(number=slip.number, amount=waiver.amount, left=left)


def _tell(
    session: Session,
    desk: Desk,
    slip: Slip,
    waiver: Waiver,
    event: SlipEvent,
    at: datetime,
    need: WaiverNeed | None = None,
) -> None:
    said: dict[str, object] = {"waiver": told_waiver(vars_of(waiver))}
    if need is not None:
        # The settings of that day, for whoever asks why this level sufficed.
        said["need"] = {
            "total": fact_value(need.total),
            "limit": fact_value(need.limit),
            "is_fee": int(need.is_fee_measured),
        }
    change_slip(session, desk, slip, event, {}, to=slip.state, said=said, at=at)
