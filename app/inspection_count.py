"""Which public slips wait for their inspection (待验收), and how many."""

from datetime import timedelta

from sqlalchemy import ColumnElement, Select, func, literal, or_, select

from app.desk import Desk
from models.base import table_of
from models.slip import InspectStatus, Slip

IMPORTED_DAYS = 7
"""Work of a data book that was back for longer: how it was inspected is unknown."""

_SLIP = table_of(Slip)


def waiting_count(desk: Desk) -> Select[int]:
    """The question how many public slips wait for their inspection."""
    return select(func.count()).select_from(_SLIP).where(*waits_for_inspection(desk))


def waits_for_inspection(desk: Desk) -> tuple[ColumnElement[bool], ...]:
    """The word stands in the statement itself, so that both engines use the index of
    what waits.
    """
    pending = literal(InspectStatus.PENDING.value, literal_execute=True)
    since = desk.now() - timedelta(days=IMPORTED_DAYS)
    return (
        _SLIP.c.centre_id == desk.centre_id,
        _SLIP.c.inspect_status == pending,
        or_(
            _SLIP.c.is_imported.is_(False),
            _SLIP.c.is_imported.is_(True) & (_SLIP.c.returned_at >= since),
        ),
    )
