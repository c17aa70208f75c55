"""20分钟到场: of how many slips somebody was there in time, as known at a moment.

``on_time`` and ``base`` are those of ``stats --json`` (interfaces.md 3).
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from sqlalchemy import and_, case, func, literal, or_, select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.limit_sql import arrival_start_in_sql
from app.site_time import minute_in_sql
from models.slip import Slip, SlipState
from models.unit import AreaKind


@dataclass(frozen=True, slots=True)
class ArrivalCount:
    """``base``: arrived by then, or the limit had passed; ``on_time`` of them."""

    on_time: int
    base: int

    @property
    def rate(self) -> Decimal | None:
        """Percent with two places; None where nothing can be divided."""
        if not self.base:
            return None
        percent = Decimal(self.on_time * 100) / self.base
        return percent.quantize(Decimal("0.01"), ROUND_HALF_UP)


def count_arrivals(
    session: Session,
    desk: Desk,
    from_at: datetime,
    until_at: datetime,
    known_at: datetime | None = None,
) -> ArrivalCount:
    """Slips of units issued in [from_at, until_at), as known at ``known_at`` (now).

    Counted are those neither void nor cancelled by then, with a start of the arrival
    (K-05) or an appointment. An arrival is in time within the limit of the start, or,
    where there is an appointment, by the appointment; both to the minute.
    """
    at = literal(known_at or desk.now(), Slip.issued_at.type)
    start = arrival_start_in_sql(desk)
    limit = desk.settings.number("unit_onsite_min")
    due = case(
        (Slip.appointment_at.is_not(None), minute_in_sql(Slip.appointment_at)),
        else_=minute_in_sql(start) + limit,
    )
    arrived = Slip.arrived_at <= at
    is_in_time = and_(arrived, minute_in_sql(Slip.arrived_at) <= due)
    is_over = or_(arrived, minute_in_sql(at) > due)
    has_ended = and_(
        Slip.state.in_((SlipState.VOID, SlipState.CANCELLED)),
        or_(Slip.ended_at.is_(None), Slip.ended_at <= at),
    )
    on_time, base = session.execute(
        select(
            func.count(case((is_in_time, Slip.id), else_=None)),
            func.count(case((is_over, Slip.id), else_=None)),
        ).where(
            Slip.centre_id == desk.centre_id,
            Slip.area_kind == AreaKind.UNIT,
            Slip.issued_at >= from_at,
            Slip.issued_at < until_at,
            Slip.issued_at <= at,
            ~has_ended,
            or_(Slip.appointment_at.is_not(None), start.is_not(None)),
        )
    ).one()
    return ArrivalCount(on_time, base)
