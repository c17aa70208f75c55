"""Why a room that was typed is none of the directory."""

from typing import Any

from app.desk import Desk
from app.slip_issue import find_unit, unit_labels, unit_refusal
from app.slip_refusals import UnitUnknown


def why_unit_unknown(session: Any, desk: Desk, text: str) -> UnitUnknown | None:
    """The refusal of a room that is not in the directory, with the rooms that are like
    it; None if there is such a unit, or no directory yet.
    """
    if find_unit(session, desk, text) is not None:
        return None
    return unit_refusal(session, desk, text) if unit_labels(session, desk) else None
