"""All units of the directory in their order, closed ones too, as a list's ids."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import Desk
from models.unit import Unit


def list_unit_ids(session: Session, desk: Desk) -> list[int]:
    """The ids by building, floor and door."""
    return list(
        session.scalars(
            select(Unit.id)
            .where(Unit.centre_id == desk.centre_id)
            .order_by(Unit.building, Unit.floor, Unit.door, Unit.label)
        )
    )
