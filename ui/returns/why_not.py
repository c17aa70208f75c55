"""Why a paper cannot be taken back now, in words for whoever holds it."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.slip_view import SlipView
from models.slip import SlipEvent, SlipState
from models.text import QT_TRANSLATE_NOOP
from ui.slip.moment import Moments
from ui.slip.status import status_of

_T = QT_TRANSLATE_NOOP
_CAME_BACK = _T("WhyNot", "{number} came back already, {time}, taken by {name}.")
_VOID = _T("WhyNot", "{number} is void ({reason}): keep the paper with the void ones.")
_CANCELLED = _T("WhyNot", "{number} was cancelled ({reason}).")
_NEVER_OUT = _T(
    "WhyNot", "{number} is “{state}”: it was never dispatched, no paper is out."
)
_DISPUTED = _T(
    "WhyNot", "The price of {number} is disputed; settle that before it comes back."
)
_NO_RIGHT = _T("WhyNot", "{number} is “{state}” and cannot be taken back now.")


def why_not(view: SlipView, moments: Moments) -> str | None:
    """None if it can be taken back."""
    if SlipEvent.RETURN in view.moves:
        return None
    facts = view.facts
    state = facts["state"]
    assert isinstance(state, SlipState)
    returned_at = facts["returned_at"]
    at = returned_at if isinstance(returned_at, datetime) else None
    sentence = {
        SlipState.RETURNED: _CAME_BACK,
        SlipState.CLOSED: _CAME_BACK,
        SlipState.VOID: _VOID,
        SlipState.CANCELLED: _CANCELLED,
        SlipState.ISSUED: _NEVER_OUT,
        SlipState.DISPUTED: _DISPUTED,
    }.get(state, _NO_RIGHT)
    return QCoreApplication.translate("WhyNot", sentence).format(
        number=view.number,
        time=moments.write(at),
        name=facts["returned_to"] or "",
        reason=facts["end_reason"] or "",
        state=status_of(state).word,
    )
