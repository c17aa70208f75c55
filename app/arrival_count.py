"""20分钟到场: whether somebody was there in time, asked in SQL as known at a moment.

``on_time`` and ``base`` are those of ``stats --json`` (interfaces.md 3).
"""

from datetime import datetime

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, case, func, or_

from app.desk import Desk
from app.limit_sql import arrival_start_in_sql
from app.site_time import minute_in_sql, minute_of
from models.slip import Slip
from models.unit import AreaKind


def known_start_in_sql(
    desk: Desk, at: datetime
) -> SQLColumnExpression[datetime | None]:
    """From when the arrival is counted (K-05), as far as it had happened at ``at``."""
    if desk.settings.text("sla_start") != "SUPERVISOR_RECEIVED":
        start = arrival_start_in_sql(desk)
        return case((start <= at, start), else_=None)
    received, given = Slip.supervisor_received_at, Slip.dispatched_at
    return func.coalesce(
        case((received <= at, received), else_=None),
        case((given <= at, given), else_=None),
    )


def arrival_in_sql(
    desk: Desk, at: datetime
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Whether a slip is in the base, and whether somebody was there in time.

    In the base are slips of units with a start or an appointment, arrived by then or
    with their limit passed. An arrival is in time within the limit of the start, or,
    where there is an appointment, by the appointment; both to the minute.
    """
    start = known_start_in_sql(desk, at)
    limit = desk.settings.number("unit_onsite_min")
    due = case(
        (Slip.appointment_at.is_not(None), minute_in_sql(Slip.appointment_at)),
        else_=minute_in_sql(start) + limit,
    )
    has_arrived = and_(Slip.arrived_at.is_not(None), Slip.arrived_at <= at)
    is_base = and_(
        Slip.area_kind == AreaKind.UNIT,
        or_(Slip.appointment_at.is_not(None), start.is_not(None)),
        or_(has_arrived, due < minute_of(at)),
    )
    return is_base, and_(has_arrived, minute_in_sql(Slip.arrived_at) <= due)
