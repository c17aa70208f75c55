"""What the closing tab shows: what is missing, with the slips it names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.period_missing import Missing, what_is_missing
from app.statement import load_statement
from models.slip import Slip
from models.statement import Statement
from models.unit import room_name

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class NamedSlip:
    """Enough of a slip to be listed and opened."""

    id: int
    number: str
    room: str
    content: str
    issued_at: datetime


@dataclass(frozen=True, slots=True)
class CloseRoom:
    """``missing`` while the period is open; ``closed`` once it is closed."""

    missing: Missing | None
    slips: Mapping[str, NamedSlip]
    closed: Statement | None

    @property
    def holds_back(self) -> bool:
        """Whether copies in hand were not handed over: their identity would differ."""
        missing = self.missing
        return missing is not None and bool(missing.unbundled or missing.open_bundles)


def load_close_room(session: Session, desk: Desk, period: str) -> CloseRoom:
    """What stands open in a period, or how it was closed."""
    missing = what_is_missing(session, desk, period)
    if missing.closed_at is not None:
        return CloseRoom(None, {}, load_statement(session, desk, period))
    named = {
        *missing.not_back,
        *missing.unbundled,
        *missing.pending_waivers,
        *missing.in_dispute,
        *missing.unpaid,
        *missing.paid_unseen,
        *(ref.split("/")[0] for ref in missing.gaps),
    }
    return CloseRoom(missing, _slips(session, desk, sorted(named)), None)


def _slips(session: Session, desk: Desk, numbers: list[str]) -> dict[str, NamedSlip]:
    found: dict[str, NamedSlip] = {}
    for numbers_now in _parts(numbers):
        rows = session.execute(
            select(
                Slip.id,
                Slip.number,
                Slip.unit_label,
                Slip.area,
                Slip.place,
                Slip.content,
                Slip.issued_at,
            ).where(Slip.centre_id == desk.centre_id, Slip.number.in_(numbers_now))
        )
        for row in rows:
            room = room_name(row.unit_label, row.area, row.place)
            found[row.number] = NamedSlip(
                row.id, row.number, room, row.content, row.issued_at
            )
    return found


def _parts(numbers: list[str]) -> Iterable[list[str]]:
    for begin in range(0, len(numbers), _AT_ONCE):
        yield numbers[begin : begin + _AT_ONCE]
