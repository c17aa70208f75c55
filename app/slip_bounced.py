"""Slips that came back to the desk because something was missing (退回补正)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import Desk
from models.slip import Slip, SlipState
from models.unit import room_name


@dataclass(frozen=True, slots=True)
class BouncedRow:
    """A slip that waits at the desk, and what the dispatcher found missing."""

    id: int
    number: str
    room: str
    content: str
    reason: str
    issued_at: datetime


def list_bounced(session: Session, desk: Desk) -> list[BouncedRow]:
    """All slips that wait for the desk, the oldest first: it waits longest."""
    rows = session.execute(
        select(
            Slip.id,
            Slip.number,
            Slip.unit_label,
            Slip.area,
            Slip.place,
            Slip.content,
            Slip.bounce_reason,
            Slip.issued_at,
        )
        .where(
            Slip.centre_id == desk.centre_id,
            Slip.state == SlipState.ISSUED,
            Slip.is_bounced,
        )
        .order_by(Slip.issued_at, Slip.id)
    )
    return [
        BouncedRow(
            row.id,
            row.number,
            room_name(row.unit_label, row.area, row.place),
            row.content,
            row.bounce_reason or "",
            row.issued_at,
        )
        for row in rows
    ]
