"""The course of a span, what is open longest, and the people of the desk."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.statistics_clerk import called_in, taken_back_in
from app.statistics_cohort import reason_in_sql
from app.statistics_flow import open_in_sql
from app.statistics_span import trend_steps
from models.callback import Callback, CallbackResult
from models.slip import Slip
from models.slip_return import SlipReturn
from models.statistics import NOT_TOLD, Span
from models.statistics_report import ClerkRow, OldSlip, TrendPoint
from models.unit import room_name

OLDEST = 12
"""How many of the slips that are open longest are named."""


def trend_of(
    desk: Desk, span: Span, days: Mapping[int, tuple[int, int, int]]
) -> tuple[TrendPoint, ...]:
    """The cohort by days or weeks; those still to come are left out.

    ``days``: issued, effective and completed by local day, counted from 1970.
    """
    steps = [step for step in trend_steps(desk, span) if step[0] <= span.at]
    firsts = [desk.local(since).date().toordinal() for since, _ in steps]
    sums = [[0, 0, 0] for _ in steps]
    for day, counts in days.items():
        place = bisect_right(firsts, day + _EPOCH) - 1
        sums[place] = [a + b for a, b in zip(sums[place], counts, strict=True)]
    return tuple(
        TrendPoint(since, until, *counts)
        for (since, until), counts in zip(steps, sums, strict=True)
    )


def load_oldest(session: Session, desk: Desk, span: Span) -> tuple[OldSlip, ...]:
    """The slips that were open longest at the end of the span."""
    rows = session.execute(
        select(
            Slip.id,
            Slip.number,
            Slip.issued_at,
            Slip.unit_label,
            Slip.area,
            Slip.place,
            Slip.content,
            Slip.state,
            Slip.trade,
            Slip.supervisor,
            Slip.technicians,
            reason_in_sql(span).label("reason"),
        )
        .where(Slip.id.in_(open_in_sql(desk, span.ends_at)))
        .order_by(Slip.issued_at, Slip.id)
        .limit(OLDEST)
    )
    today = desk.local(span.ends_at).date()
    return tuple(
        OldSlip(
            slip_id=row.id,
            number=row.number,
            issued_at=row.issued_at,
            room=room_name(row.unit_label, row.area, row.place),
            content=row.content,
            state=row.state,
            trade=row.trade or "",
            holder="、".join(row.technicians) or row.supervisor or "",
            reason=row.reason or NOT_TOLD,
            days=(today - desk.local(row.issued_at).date()).days,
        )
        for row in rows
    )


def load_clerks(
    session: Session, desk: Desk, span: Span, issued: Mapping[str, tuple[int, int]]
) -> tuple[ClerkRow, ...]:
    """What each person at the desk did in the span; most slips taken down first.

    ``issued``: how many slips each took down, and how many of them are void.
    """
    returned = _by_name(
        session,
        select(SlipReturn.returned_to, func.count())
        .where(taken_back_in(desk, span))
        .group_by(SlipReturn.returned_to),
    )
    called = _by_name(
        session,
        select(
            Callback.called_by,
            func.count(),
            func.count(case((Callback.result == CallbackResult.REACHED, 1))),
        )
        .where(called_in(desk, span))
        .group_by(Callback.called_by),
    )
    rows = [
        ClerkRow(
            name,
            *issued.get(name, (0, 0)),
            *returned.get(name, (0,)),
            *called.get(name, (0, 0)),
        )
        for name in Counter([*issued, *returned, *called])
    ]
    rows.sort(key=lambda row: (not row.name, -row.issued, -row.returned, row.name))
    return tuple(rows)


def _by_name(session: Session, asked: Any) -> Mapping[str, tuple[int, ...]]:
    return {row[0] or "": tuple(row[1:]) for row in session.execute(asked)}


_EPOCH = 719_163
"""The ordinal of 1970-01-01."""
