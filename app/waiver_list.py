"""Waivers as a desk looks at them: what waits, what was decided, what may be asked."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.errors import Refusal
from app.ledger import Account, load_account
from app.payable import PayableRow, load_payables
from app.reason import reason_texts
from app.slip_record import find_slip, get_slip, require_move
from app.waiver_left import left_to_waive, require_waivable
from app.waiver_need import level_of, split_warning, waiver_need
from app.waiver_refusals import WaiverTooMuch, WaiverUnknown
from app.waiver_signer import directors
from app.waiver_told import decision_told
from models.base import table_of
from models.money import ZERO
from models.period import period_bounds
from models.reason_code import ReasonKind
from models.slip import Slip, SlipEvent
from models.waiver import Waiver, WaiverStatus
from models.waiver_row import SplitWarning, WaiverNeed, WaiverPaper, WaiverRow

_WAIVER = table_of(Waiver)


@dataclass(frozen=True, slots=True)
class WaiverWork:
    """Every request that is pending, oldest first; what was decided in ``period``,
    newest first; the reasons and the directors there are to choose from.

    With a ``text`` only those it means, and in ``slips`` what may be asked for;
    ``waiting`` and ``waived`` count all.
    """

    period: str
    text: str
    pending: tuple[WaiverRow, ...]
    decided: tuple[WaiverRow, ...]
    slips: tuple[PayableRow, ...]
    waiting: int
    waived: Decimal
    reasons: tuple[str, ...]
    directors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskWaiver:
    """A slip (by id, else by number) and the amount typed so far."""

    slip_id: int | None = None
    number: str = ""
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class WaiverOutlook:
    """What the form shows before anything is asked for.

    ``why_not`` says why nothing can be asked for at all. ``need`` and ``split`` are
    None while no amount above nothing is typed.
    """

    slip_id: int
    number: str
    room: str
    owner_name: str
    content: str
    account: Account
    left: Decimal | None
    need: WaiverNeed | None
    split: SplitWarning | None
    why_not: Refusal | None


def load_waiver_work(
    session: Session, desk: Desk, period: str, text: str = ""
) -> WaiverWork:
    """What the tab shows for a period (``2026-11``), and for words looked for."""
    since, until = period_bounds(period, desk.zone)
    is_pending = _WAIVER.c.status == WaiverStatus.PENDING
    was_decided = (
        ~is_pending,
        _WAIVER.c.decided_at >= since,
        _WAIVER.c.decided_at < until,
    )
    decided = tuple(_looked_at(session, desk, *was_decided))
    pending = tuple(_looked_at(session, desk, is_pending))
    waiting = len(pending)
    waived = sum(
        (row.amount for row in decided if row.status is WaiverStatus.APPROVED), ZERO
    )
    slips = load_payables(session, desk, text).rows if text else ()
    meant = {row.slip_id for row in slips}
    if text:
        pending = tuple(row for row in pending if row.slip_id in meant)
        decided = tuple(row for row in decided if row.slip_id in meant)
    return WaiverWork(
        period=period,
        text=text,
        pending=pending,
        decided=decided[::-1],
        slips=slips,
        waiting=waiting,
        waived=waived,
        reasons=reason_texts(session, desk, ReasonKind.WAIVE),
        directors=directors(session, desk),
    )


@dataclass(frozen=True, slots=True)
class WaiverView:
    """One request with the money of its slip."""

    row: WaiverRow
    account: Account


def load_waiver_view(session: Session, desk: Desk, waiver_id: int) -> WaiverView:
    """What stands beside the list; raises ``WaiverUnknown``."""
    row = load_waiver(session, desk, waiver_id)
    return WaiverView(row, load_account(session, row.slip_id))


def load_waiver(session: Session, desk: Desk, waiver_id: int) -> WaiverRow:
    """One request as it is now; raises ``WaiverUnknown``."""
    found = next(_looked_at(session, desk, _WAIVER.c.id == waiver_id), None)
    if found is None:
        raise WaiverUnknown(waiver_id=waiver_id)
    return found


def look_ahead(session: Session, desk: Desk, order: AskWaiver) -> WaiverOutlook:
    """Who may approve an amount and why, before it is asked for.

    Raises ``SlipUnknown``.
    """
    if order.slip_id is None:
        slip = find_slip(session, desk, order.number)
    else:
        slip = get_slip(session, desk, order.slip_id)
    account = load_account(session, slip.id)
    need = split = None
    if order.amount is not None and order.amount > 0:
        need = waiver_need(session, desk, slip, order.amount)
        split = split_warning(session, desk, slip, need, desk.now())
    return WaiverOutlook(
        slip_id=slip.id,
        number=slip.number,
        room=slip.unit_label or slip.place,
        owner_name=slip.owner_name or "",
        content=slip.content,
        account=account,
        left=left_to_waive(account),
        need=need,
        split=split,
        why_not=_why_not(session, desk, slip),
    )


def load_waiver_paper(session: Session, desk: Desk, waiver_id: int) -> WaiverPaper:
    """What the form of a request says now; raises ``WaiverUnknown``."""
    row = load_waiver(session, desk, waiver_id)
    slip = get_slip(session, desk, row.slip_id)
    account = load_account(session, slip.id)
    waiver = session.get_one(Waiver, waiver_id)
    is_approved = row.status is WaiverStatus.APPROVED
    is_pending = row.status is WaiverStatus.PENDING
    return WaiverPaper(
        row=row,
        need=row.need or _need_then(session, desk, slip, waiver),
        issued_at=slip.issued_at,
        done_at=slip.done_at,
        expected=(account.expected or ZERO) + account.adjusted,
        received=account.received - account.refunded,
        waived=account.waived - (row.amount if is_approved else ZERO),
        pending=account.pending_waived - (row.amount if is_pending else ZERO),
        printed_at=desk.now(),
    )


def _need_then(session: Session, desk: Desk, slip: Slip, waiver: Waiver) -> WaiverNeed:
    """Who had to sign it when it was decided, by the settings of its day."""
    need = waiver_need(session, desk, slip, waiver.amount, waiver)
    at = waiver.decided_at or desk.now()
    counted = tuple(one for one in need.counted if one.id < waiver.id or one.at < at)
    told = decision_told(session, desk, slip.id, waiver.id)
    if told is None or told.total is None or told.limit is None:
        return replace(need, counted=counted)
    return WaiverNeed(
        level=level_of(told.total, told.limit),
        amount=waiver.amount,
        total=told.total,
        limit=told.limit,
        is_fee_measured=told.is_fee_measured,
        counted=counted,
    )


def _why_not(session: Session, desk: Desk, slip: Slip) -> Refusal | None:
    try:
        require_move(desk, slip, SlipEvent.APPLY_WAIVER)
        left = require_waivable(session, slip)
    except Refusal as refusal:
        return refusal
    return None if left else WaiverTooMuch(number=slip.number, left=left)


def _looked_at(
    session: Session, desk: Desk, *which: ColumnElement[bool]
) -> Iterator[WaiverRow]:
    """Requests, and who must sign each that is pending as things are now."""
    asked = session.scalars(
        select(Waiver)
        .where(Waiver.centre_id == desk.centre_id, *which)
        .order_by(func.coalesce(Waiver.decided_at, Waiver.applied_at), Waiver.id)
    )
    for waiver in asked.all():
        slip = get_slip(session, desk, waiver.slip_id)
        account = load_account(session, slip.id)
        need = split = None
        if waiver.status is WaiverStatus.PENDING:
            need = waiver_need(session, desk, slip, waiver.amount, waiver)
            at = waiver.applied_at
            split = split_warning(session, desk, slip, need, at, waiver)
        yield _row(waiver, slip, account, _nth(session, waiver), need, split)


def _nth(session: Session, waiver: Waiver) -> int:
    """Which request of its slip this is, from 1 on."""
    count = select(func.count(Waiver.id)).where(
        Waiver.slip_id == waiver.slip_id, Waiver.id <= waiver.id
    )
    return session.scalar(count) or 1


def _row(
    waiver: Waiver,
    slip: Slip,
    account: Account,
    nth: int,
    need: WaiverNeed | None,
    split: SplitWarning | None,
) -> WaiverRow:
    return WaiverRow(
        id=waiver.id,
        slip_id=slip.id,
        number=slip.number,
        form_no=f"{slip.number}-M{nth}",
        room=slip.unit_label or slip.place,
        owner_name=slip.owner_name or "",
        content=slip.content,
        expected=account.expected,
        left=account.left_to_pay,
        amount=waiver.amount,
        reason=waiver.reason,
        applicant=waiver.applicant,
        applied_at=waiver.applied_at,
        status=waiver.status,
        level=waiver.level,
        approver=waiver.approver or "",
        approver_title=waiver.approver_title or "",
        decided_at=waiver.decided_at,
        decided_note=waiver.decided_note or "",
        paper_ref=waiver.paper_ref or "",
        recorded_by=waiver.recorded_by,
        need=need,
        split=split,
    )
