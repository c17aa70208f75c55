"""Keeps each return and each inspection of a slip, so that any past day can be asked.

The slip's own row tells the last ones only.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from models.base import table_of
from models.inspection import Inspection
from models.slip import Outcome, Slip
from models.slip_return import SlipReturn

_RETURN = table_of(SlipReturn)


def note_return(
    session: Session, slip: Slip, outcome: Outcome, at: datetime, by: str
) -> None:
    """The paper is back; unfinished work is out again at once."""
    is_out = outcome is Outcome.UNFINISHED
    row = SlipReturn(
        centre_id=slip.centre_id,
        slip_id=slip.id,
        returned_at=at,
        returned_to=by,
        outcome=outcome,
        out_again_at=at if is_out else None,
    )
    session.add(row)


def note_out_again(session: Session, slip: Slip, at: datetime) -> None:
    """The slip is out again: its inspection failed, or it was reopened."""
    last = (
        select(_RETURN.c.id)
        .where(_RETURN.c.slip_id == slip.id)
        .order_by(_RETURN.c.returned_at.desc(), _RETURN.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    session.execute(update(_RETURN).where(_RETURN.c.id == last).values(out_again_at=at))


def note_inspection(
    session: Session, slip: Slip, *, is_passed: bool, note: str | None, at: datetime
) -> None:
    """Public work was looked at, by whoever stands on the slip."""
    row = Inspection(
        slip_id=slip.id,
        inspected_at=at,
        inspected_by=slip.inspected_by,
        is_passed=is_passed,
        note=note,
    )
    session.add(row)


def add_history(
    session: Session,
    returns: Iterable[dict[str, object]],
    inspections: Iterable[dict[str, object]],
) -> None:
    """Rows of slips that come in with their history, as the tables have them."""
    for table, rows in ((_RETURN, returns), (table_of(Inspection), inspections)):
        if made := list(rows):
            session.execute(insert(table), made)
