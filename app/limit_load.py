"""Loads what the time limits of one slip are judged by, from its row and around it."""

from typing import Any

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.callback import was_phone_advice
from app.callback_candidate import was_tried_out
from app.desk import Desk
from app.slip_times import SlipTimes, times_of
from models.callback import Callback, CallbackResult
from models.feedback import Feedback
from models.follow_up import FollowUp, FollowUpSide
from models.slip import InspectStatus, Slip


def load_times(session: Session, desk: Desk, slip: Slip) -> SlipTimes:
    """The times of a slip with its feedback, callback and follow-ups.

    Nobody need be called before public work passed its inspection, nor again who was
    not reached so often (4.9).
    """
    told, reached, tries, first, last, engineering, housekeeping = session.execute(
        select(
            _of(slip, func.max(Feedback.told_at), Feedback.slip_id),
            _reached(slip),
            _called(slip, func.count()),
            _called(slip, func.min(Callback.called_at)),
            _called(slip, func.max(Callback.called_at)),
            _followed(slip, FollowUpSide.ENGINEERING),
            _followed(slip, FollowUpSide.HOUSEKEEPING),
        )
    ).one()
    is_finished = slip.inspect_status in (None, InspectStatus.PASSED)
    is_tried_out = tries > 0 and was_tried_out(desk, tries, first, last)
    return times_of(
        lambda name: getattr(slip, name),
        feedback_at=told,
        reached_at=reached,
        asks_for_call=reached is not None or (is_finished and not is_tried_out),
        engineering_followed_at=engineering,
        housekeeping_followed_at=housekeeping,
        advised_at=slip.ended_at if was_phone_advice(session, desk, slip) else None,
    )


def _of(
    slip: Slip, what: Any, slip_id: InstrumentedAttribute[int], *more: Any
) -> ScalarSelect[Any]:
    return select(what).where(slip_id == slip.id, *more).scalar_subquery()


def _reached(slip: Slip) -> ScalarSelect[Any]:
    """The first answered call since the paper is back, or since the slip ended."""
    is_reached = Callback.result == CallbackResult.REACHED
    return _called(slip, func.min(Callback.called_at), is_reached)


def _called(slip: Slip, what: Any, *more: Any) -> ScalarSelect[Any]:
    since = slip.returned_at or slip.ended_at or slip.issued_at
    return _of(slip, what, Callback.slip_id, Callback.called_at >= since, *more)


def _followed(slip: Slip, side: FollowUpSide) -> ScalarSelect[Any]:
    latest = func.max(FollowUp.followed_at)
    return _of(slip, latest, FollowUp.slip_id, FollowUp.side == side)
