"""Why a room that was typed is none of the directory."""

from typing import Any

from app.desk import Desk
from app.slip_issue import find_unit, labels_near, unit_labels
from app.slip_refusals import UnitUnknown


def why_unit_unknown(session: Any, desk: Desk, text: str) -> UnitUnknown | None:
    """The refusal of a room that is not in the directory, with the rooms that are like
    it; None if there is such a unit, or no directory yet.
    """
    if find_unit(session, desk, text) is not None:
        return None
    known = unit_labels(session, desk)
    return UnitUnknown(value=text, near=labels_near(text, known)) if known else None
