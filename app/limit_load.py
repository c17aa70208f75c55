"""Loads what the time limits of one slip are judged by, from its row and around it."""

from typing import Any

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.desk import Desk
from app.slip_times import SlipTimes, times_of
from models.callback import Callback, CallbackResult
from models.feedback import Feedback
from models.follow_up import FollowUp, FollowUpSide
from models.reason_code import ReasonCode, ReasonKind
from models.slip import Slip, SlipState


def load_times(session: Session, desk: Desk, slip: Slip) -> SlipTimes:
    """The times of a slip with its feedback, callback and follow-ups."""
    told, reached, engineering, housekeeping = session.execute(
        select(
            _of(slip, func.max(Feedback.told_at), Feedback.slip_id),
            _reached(slip),
            _followed(slip, FollowUpSide.ENGINEERING),
            _followed(slip, FollowUpSide.HOUSEKEEPING),
        )
    ).one()
    return times_of(
        lambda name: getattr(slip, name),
        feedback_at=told,
        reached_at=reached,
        engineering_followed_at=engineering,
        housekeeping_followed_at=housekeeping,
        advised_at=slip.ended_at if _was_advised(session, desk, slip) else None,
    )


def _of(
    slip: Slip, what: Any, slip_id: InstrumentedAttribute[int], *more: Any
) -> ScalarSelect[Any]:
    return select(what).where(slip_id == slip.id, *more).scalar_subquery()


def _reached(slip: Slip) -> ScalarSelect[Any]:
    """The first answered call since the paper is back, or since the slip ended."""
    since = slip.returned_at or slip.ended_at or slip.issued_at
    return _of(
        slip,
        func.min(Callback.called_at),
        Callback.slip_id,
        Callback.result == CallbackResult.REACHED,
        Callback.called_at >= since,
    )


def _followed(slip: Slip, side: FollowUpSide) -> ScalarSelect[Any]:
    latest = func.max(FollowUp.followed_at)
    return _of(slip, latest, FollowUp.slip_id, FollowUp.side == side)


def _was_advised(session: Session, desk: Desk, slip: Slip) -> bool:
    if slip.state is not SlipState.CANCELLED or not slip.end_reason:
        return False
    text = session.scalar(
        select(ReasonCode.text).where(
            ReasonCode.centre_id == desk.centre_id,
            ReasonCode.kind == ReasonKind.CANCEL,
            ReasonCode.code == "PHONE_ADVICE",
        )
    )
    # A note of the desk may follow the reason.
    return text is not None and slip.end_reason.split("：", 1)[0] == text
