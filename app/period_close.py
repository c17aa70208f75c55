"""Closes finance periods (关账): housekeeping proposes, Finance confirms (4.7-4)."""

from typing import Any

from sqlalchemy import Row, func, insert, select
from sqlalchemy.orm import Session

from app.database import is_on_server
from app.desk import Desk, NotAllowed
from app.directory import log_change, wait_turn
from app.errors import Refusal
from app.period_missing import Missing, what_is_missing
from app.period_order import (
    BundleOpen,
    EarlierPeriodOpen,
    LaterPeriodClosed,
    PeriodClosedAlready,
    PeriodNotOver,
    require_closable,
    require_no_open_bundle,
)
from app.period_store import PERIOD, Papers, close_now
from app.statement import count_statement, find_period, require_period
from models.base import table_of
from models.handover_batch import HandoverBatch, HandoverCopy
from models.money import ZERO
from models.staff import Permission
from models.statement import Section, Statement

__all__ = [
    "BundleOpen",
    "CloseNotProposed",
    "CloseProposedAlready",
    "EarlierPeriodOpen",
    "LaterPeriodClosed",
    "Missing",
    "Papers",
    "PeriodClosedAlready",
    "PeriodNotOver",
    "ProposerConfirms",
    "close_alone",
    "confirm_close",
    "propose_close",
    "replay_close",
    "what_is_missing",
]

_BATCH = table_of(HandoverBatch)
_BUNDLED = table_of(HandoverCopy)


class CloseNotProposed(Refusal):
    """Nobody of housekeeping has proposed to close ``period`` yet."""


class CloseProposedAlready(Refusal):
    """``by`` has proposed to close ``period`` already, at ``at``."""


class ProposerConfirms(Refusal):
    """``by`` proposed to close ``period``; somebody else confirms it."""


def propose_close(session: Session, desk: Desk, period: str) -> None:
    """Housekeeping's half; the other is ``confirm_close``."""
    desk.require(Permission.PROPOSE_CLOSE)
    row = _held(session, desk, period)
    if row is not None:
        raise CloseProposedAlready(
            period=period, at=row.proposed_at, by=row.proposed_by
        )
    _propose(session, desk, period)


def confirm_close(
    session: Session, desk: Desk, period: str, papers: Papers | None
) -> Statement:
    """Finance's half: count the statement, store it with its papers, close for good."""
    desk.require(Permission.CONFIRM_CLOSE)
    row = _held(session, desk, period)
    if row is None:
        raise CloseNotProposed(period=period)
    if row.proposed_by == desk.actor:
        raise ProposerConfirms(period=period, by=desk.actor)
    require_no_open_bundle(session, desk, period)
    return close_now(session, desk, row, papers)


def close_alone(
    session: Session, desk: Desk, period: str, papers: Papers | None
) -> Statement:
    """Both halves in one step, for the command on a database in a file.

    On a server the other half must have been proposed (``CloseNotProposed``).
    """
    if is_on_server(session):
        return confirm_close(session, desk, period, papers)
    if not (desk.may(Permission.PROPOSE_CLOSE) or desk.may(Permission.CONFIRM_CLOSE)):
        raise NotAllowed(actor=desk.actor, permission=Permission.CONFIRM_CLOSE)
    row = _held(session, desk, period) or _propose(session, desk, period)
    require_no_open_bundle(session, desk, period)
    return close_now(session, desk, row, papers)


def replay_close(session: Session, desk: Desk, period: str) -> Statement:
    """Close as a data book says it was done, at the desk's moment, without papers.

    What was in hand is taken to have been handed over in one bundle. The order of the
    closes is judged with the book.
    """
    row = find_period(session, desk, period) or _propose(session, desk, period)
    _bundle_rest(session, desk, period)
    return close_now(session, desk, row, None)


def _held(session: Session, desk: Desk, period: str) -> Row[Any] | None:
    """The row of a period that may be closed now; others who close it wait, and who
    comes second is told that it is closed.
    """
    require_period(period)
    wait_turn(session, desk)
    session.execute(
        select(PERIOD.c.id)
        .where(PERIOD.c.centre_id == desk.centre_id, PERIOD.c.code == period)
        .with_for_update()
    )
    require_closable(session, desk, period)
    return find_period(session, desk, period)


def _propose(session: Session, desk: Desk, period: str) -> Row[Any]:
    facts = {"code": period, "proposed_at": desk.now(), "proposed_by": desk.actor}
    session.execute(insert(PERIOD).values(centre_id=desk.centre_id, **facts))
    row = find_period(session, desk, period)
    assert row is not None
    log_change(session, desk, "finance_period", row.id, "propose", facts)
    return row


def _bundle_rest(session: Session, desk: Desk, period: str) -> None:
    at = desk.now()
    statement = count_statement(session, desk, period, at)
    rest = [
        each
        for each in statement.slips
        if each.section is not Section.C
        and each.has_paper
        and not each.is_early
        and each.batch_no is None
        and each.arrived_at is not None
        and each.arrived_at < at
    ]
    if not rest:
        return
    last = session.execute(
        select(func.max(_BATCH.c.batch_no)).where(
            _BATCH.c.centre_id == desk.centre_id, _BATCH.c.period == period
        )
    ).scalar()
    batch_id = session.execute(
        insert(_BATCH)
        .values(
            centre_id=desk.centre_id,
            period=period,
            batch_no=(last or 0) + 1,
            begun_at=at,
            begun_by=desk.actor,
            handed_at=at,
            from_staff=desk.actor,
            to_staff=desk.actor,
            copy_count=len(rest),
            amount=sum((each.charged for each in rest), ZERO),
        )
        .returning(_BATCH.c.id)
    ).scalar_one()
    session.execute(
        insert(_BUNDLED),
        [
            {
                "batch_id": batch_id,
                "slip_id": each.id,
                "print_seq": 1,
                "scanned_at": at,
            }
            for each in rest
        ],
    )
