"""Counts a finance statement (有偿维修费用汇总表): as closed, or as it would close."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.desk import Desk
from app.errors import FieldRefusal
from models.period import is_period
from models.statement import Statement


class PeriodMalformed(FieldRefusal):
    """``value`` names no period; one looks like 2026-11."""

    field = "period"


def load_statement(
    session: Session, desk: Desk, period: str, at: datetime | None = None
) -> Statement:
    """The statement of a period.

    A closed one is what was stored, word for word, also when ``at`` is later than its
    close. Otherwise it is counted as it would close at ``at`` (default now): what was
    recorded until then counts, the second itself included.
    """
    if not is_period(period):
        raise PeriodMalformed(value=period)
    raise NotImplementedError
