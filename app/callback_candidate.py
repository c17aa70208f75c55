"""Whom the desk may have to call, before it is decided who is needed: one statement."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from itertools import groupby
from typing import Any

from sqlalchemy import (
    Row,
    Select,
    and_,
    exists,
    func,
    literal,
    literal_column,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session, aliased

from app.callback import PHONE_ADVICE, PHONE_ADVICE_CODE
from app.callback_count import (
    concerns_owner_in_sql,
    finished_in_sql,
    was_reached_in_sql,
)
from app.desk import Desk
from models.callback import Callback, CallbackResult
from models.reason_code import ReasonCode, ReasonKind
from models.slip import OwnerOpinion, Slip, SlipState
from models.slip_return import SlipReturn

MOST_TRIES = 3
"""So often, on more than one day, nobody answered: reported apart (4.9)."""
_CALLABLE = (SlipState.RETURNED, SlipState.CLOSED, SlipState.CANCELLED)


class Why(Enum):
    """What makes a slip one to call about."""

    FINISHED = "finished"
    ADVISED = "advised"
    COMPLAINS = "complains"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A slip before it is decided whether it must be called."""

    why: Why
    slip: Row[Any]
    since: datetime
    calls: tuple[tuple[datetime, CallbackResult], ...]

    def is_unreachable(self, desk: Desk) -> bool:
        """Whether it was tried often enough without reaching anybody."""
        tries = [at for at, result in self.calls if at >= self.since]
        return bool(tries) and was_tried_out(desk, len(tries), tries[0], tries[-1])


def was_tried_out(desk: Desk, tries: int, first: datetime, last: datetime) -> bool:
    """Whether so many tries, from the first to the last, are enough (4.9)."""
    return tries >= MOST_TRIES and desk.local(first).date() != desk.local(last).date()


_SHOWN = (
    Slip.number,
    Slip.area,
    Slip.place,
    Slip.unit_label,
    Slip.reporter_name,
    Slip.content,
    Slip.job_type,
    Slip.rework_no,
    Slip.link_kind,
    Slip.charge_class,
)


def load_candidates(
    session: Session,
    desk: Desk,
    from_at: datetime,
    at: datetime,
    *,
    is_counted: bool = False,
) -> list[Candidate]:
    """What was not reached of all that came back since ``from_at``, with its calls.

    ``is_counted`` leaves out what only the list shows and picks by.
    """
    asked = union_all(
        _finished(desk, from_at, at),
        _advised(desk, from_at, at),
        _complaining(desk, from_at),
    ).subquery()
    rows = session.execute(
        select(
            asked.c.why,
            asked.c.since,
            Slip.id,
            concerns_owner_in_sql(desk).label("is_owner"),
            Callback.called_at,
            Callback.result,
            *(() if is_counted else _SHOWN),
        )
        .join(Slip, Slip.id == asked.c.id)
        .outerjoin(Callback, Callback.slip_id == Slip.id)
        .order_by(Slip.id, Callback.called_at, Callback.id)
    ).all()
    found = []
    for _, own in groupby(rows, lambda row: row.id):
        lines = list(own)
        calls = tuple((line.called_at, line.result) for line in lines if line.called_at)
        slip = lines[0]
        found.append(Candidate(Why(slip.why), slip, slip.since, calls))
    return found


def _finished(desk: Desk, from_at: datetime, at: datetime) -> Select[Any, Any, Any]:
    """What came back completed and nobody was reached about."""
    back = finished_in_sql(from_at, at + timedelta(seconds=1), at)
    return (
        back.with_only_columns(
            literal(Why.FINISHED.value).label("why"),
            Slip.id.label("id"),
            func.max(SlipReturn.returned_at).label("since"),
        )
        .where(SlipReturn.centre_id == desk.centre_id, ~was_reached_in_sql(at))
        .group_by(Slip.id)
    )


def _advised(desk: Desk, from_at: datetime, at: datetime) -> Select[Any, Any, Any]:
    """What was settled over the telephone (4.2 row 21, S3-4.8)."""
    is_named = exists().where(
        ReasonCode.centre_id == Slip.centre_id,
        ReasonCode.kind == ReasonKind.CANCEL,
        ReasonCode.code == PHONE_ADVICE_CODE,
        Slip.end_reason.startswith(ReasonCode.text),
    )
    return select(
        literal(Why.ADVISED.value).label("why"),
        Slip.id.label("id"),
        Slip.ended_at.label("since"),
    ).where(
        Slip.centre_id == desk.centre_id,
        Slip.state == SlipState.CANCELLED,
        Slip.ended_at.is_not(None),
        Slip.ended_at >= from_at,
        or_(Slip.end_reason.startswith(PHONE_ADVICE), is_named),
        ~was_reached_in_sql(at),
    )


def _complaining(desk: Desk, from_at: datetime) -> Select[Any, Any, Any]:
    """Who was dissatisfied and has not been content since (S3-8.9).

    What a data book brought from before the two periods is history.
    """
    later = aliased(Callback)
    is_content_since = exists().where(
        later.slip_id == Callback.slip_id,
        later.result == CallbackResult.REACHED,
        later.satisfaction.in_((OwnerOpinion.SATISFIED, OwnerOpinion.FAIR)),
        or_(
            later.called_at > Callback.called_at,
            and_(later.called_at == Callback.called_at, later.id > Callback.id),
        ),
    )
    return (
        select(
            literal(Why.COMPLAINS.value).label("why"),
            Slip.id.label("id"),
            func.max(Callback.called_at).label("since"),
        )
        .join(Slip, Slip.id == Callback.slip_id)
        .where(
            Callback.centre_id == desk.centre_id,
            # Written out: an index of these alone is found by its own words.
            Callback.satisfaction == literal_column("'dissatisfied'"),
            Callback.result == CallbackResult.REACHED,
            ~is_content_since,
            Slip.state.in_(_CALLABLE),
            or_(~Slip.is_imported, Callback.called_at >= from_at),
        )
        .group_by(Slip.id)
    )
