"""How many requests for a waiver wait for whoever may decide them."""

from sqlalchemy import Select, func, select

from app.desk import Desk
from models.waiver import Waiver, WaiverStatus


def waivers_to_decide(desk: Desk) -> Select[int]:
    """The requests that nobody has decided."""
    return select(func.count(Waiver.id)).where(
        Waiver.centre_id == desk.centre_id, Waiver.status == WaiverStatus.PENDING
    )
