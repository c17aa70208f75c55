"""Callbacks (回访): does the work hold, is the owner content (S1-3.6, S4-4.1.4.4a)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.event_log import fact_value
from app.slip_fields import clean_optional, in_order
from app.slip_record import change_slip, get_slip, require_move
from app.slip_refusals import (
    AnswerMissing,
    AnswerWithoutTalk,
    CalledMeanwhile,
    NothingToCallBack,
)
from models.base import table_of
from models.callback import Callback, CallbackMethod, CallbackResult
from models.reason_code import ReasonCode, ReasonKind
from models.slip import OwnerOpinion, Slip, SlipEvent, SlipState

_HOLD = select(Slip.id).where(Slip.id == bindparam("slip")).with_for_update()
_ATTEMPTS = select(func.count()).where(Callback.slip_id == bindparam("slip"))
PHONE_ADVICE = "电话指导解决"
"""The reason as it is shipped; a centre may call it otherwise."""
PHONE_ADVICE_CODE = "PHONE_ADVICE"
MOST_COMMENT = 300
FACTS = ("method", "result", "is_normal", "satisfaction", "comment")
"""What the log says of a callback beside who called and when."""


@dataclass(frozen=True, slots=True)
class CallBack:
    """One attempt to ask whether the work holds and whether the owner is content.

    ``called_at`` None is now; an earlier time is what the telephone log says.
    ``attempts`` is how many the person knew of: a call that another desk noted
    meanwhile is told first. None: it does not matter.
    """

    slip_id: int
    method: CallbackMethod
    result: CallbackResult
    is_normal: bool | None = None
    satisfaction: OwnerOpinion | None = None
    comment: str = ""
    called_at: datetime | None = None
    attempts: int | None = None


@dataclass(frozen=True, slots=True)
class CalledBack:
    """What was noted: the slip, which attempt it was, whether it is to be followed."""

    number: str
    attempt: int
    is_followed: bool


def call_back(session: Session, desk: Desk, order: CallBack) -> CalledBack:
    """Note one attempt on a slip that is back, or was settled over the telephone.

    Raises ``SlipCannotMove`` if it went out again, ``NothingToCallBack``,
    ``CalledMeanwhile``, ``AnswerMissing``, ``AnswerWithoutTalk``, ``FieldTooLong``,
    ``TimeInFuture`` or ``TimeOrder``.
    """
    _wait_for_others(session, order.slip_id)
    slip = get_slip(session, desk, order.slip_id)
    require_move(desk, slip, SlipEvent.CALLBACK)
    is_advice = was_phone_advice(session, desk, slip)
    if slip.state is SlipState.CANCELLED and not is_advice:
        raise NothingToCallBack(number=slip.number)
    before = _attempts(session, slip)
    if order.attempts is not None and order.attempts < before:
        raise _called_meanwhile(session, slip)
    called_at = order.called_at or desk.now()
    since = (
        ("ended_at", slip.ended_at) if is_advice else ("returned_at", slip.returned_at)
    )
    in_order((since, ("called_at", called_at)), desk.now())
    facts = _answers(order)
    session.add(
        Callback(
            centre_id=slip.centre_id,
            slip_id=slip.id,
            called_at=called_at,
            called_by=desk.actor,
            **facts,
        )
    )
    change_slip(
        session,
        desk,
        slip,
        SlipEvent.CALLBACK,
        {},
        to=slip.state,
        said=told_of(facts, before + 1),
        at=called_at,
    )
    is_followed = facts["satisfaction"] is OwnerOpinion.DISSATISFIED
    return CalledBack(slip.number, before + 1, is_followed)


def told_of(facts: Mapping[str, object], attempt: int) -> dict[str, object]:
    """What the log says of a callback, beside who called and when."""
    said = {name: fact_value(facts[name]) for name in FACTS}
    return {"callback": said | {"attempt": attempt}}


def _wait_for_others(session: Session, slip_id: int) -> None:
    """Two desks call the same owner one after the other, also on a server.

    The slip itself does not change, so its version can not tell.
    """
    session.execute(_HOLD, {"slip": slip_id})


def was_phone_advice(session: Session, desk: Desk, slip: Slip) -> bool:
    """Whether a slip was settled over the telephone (4.2 row 21, S3-4.8)."""
    if slip.state is not SlipState.CANCELLED:
        return False
    told = session.scalars(
        select(ReasonCode.text).where(
            ReasonCode.centre_id == desk.centre_id,
            ReasonCode.kind == ReasonKind.CANCEL,
            ReasonCode.code == PHONE_ADVICE_CODE,
        )
    )
    reason = slip.end_reason or ""
    return any(reason.startswith(text) for text in (PHONE_ADVICE, *told))


def _attempts(session: Session, slip: Slip) -> int:
    return session.scalar(_ATTEMPTS, {"slip": slip.id}) or 0


def _called_meanwhile(session: Session, slip: Slip) -> CalledMeanwhile:
    table = table_of(Callback)
    last = session.execute(
        select(table.c.called_by, table.c.called_at)
        .where(table.c.slip_id == slip.id)
        .order_by(table.c.id.desc())
        .limit(1)
    ).one()
    return CalledMeanwhile(number=slip.number, by=last.called_by, at=last.called_at)


def _answers(order: CallBack) -> dict[str, object]:
    """What was answered: one answer at least when somebody was reached, else none."""
    comment = clean_optional(order.comment, "comment", MOST_COMMENT)
    has_answer = order.is_normal is not None or order.satisfaction is not None
    if order.result is CallbackResult.REACHED and not has_answer:
        raise AnswerMissing
    if order.result is not CallbackResult.REACHED and has_answer:
        raise AnswerWithoutTalk
    return {
        "method": order.method,
        "result": order.result,
        "is_normal": order.is_normal,
        "satisfaction": order.satisfaction,
        "comment": comment,
    }
