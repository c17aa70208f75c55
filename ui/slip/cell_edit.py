"""Which cells of a register may be put right where they stand, and by which step.

Open slips are amended (改正) or reassigned (改派); what the paper said of slips that
are back is corrected (更正), with a reason. Everything else has a step of its own.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.desk import Desk, NotAllowed
from app.errors import Refusal
from app.slip_amend import AmendSlip, CorrectSlip, amend_slip, correct_slip
from app.slip_dispatch import ReassignSlip, reassign_slip
from app.slip_list import SlipRow
from app.slip_record import RIGHTS_OF_EVENTS, may_cause
from app.slip_refusals import SlipCannotMove
from models.slip import JobType, OwnerOpinion, SlipEvent, legal_events
from ui.kit.field import Field
from ui.kit.fields import ChoiceField, MomentField, NamesField, TextField
from ui.slip.moment import Moments
from ui.words import options

_E = SlipEvent
QWIDGETSIZE_MAX = 16_777_215
"""Qt's word for *no limit*: the field is as wide as its cell."""
_STEPS: Mapping[SlipEvent, tuple[Callable[..., object], Callable[..., Any]]] = {
    _E.AMEND: (amend_slip, AmendSlip),
    _E.REASSIGN: (reassign_slip, ReassignSlip),
    _E.CORRECT: (correct_slip, CorrectSlip),
}


@dataclass(frozen=True, slots=True)
class CellEdit:
    """One way to edit a column: the event, the fact of its order, what stands there."""

    event: SlipEvent
    fact: str
    value: Callable[[SlipRow], Any]
    field: Callable[[Moments], Field]

    @property
    def asks_reason(self) -> bool:
        """Whether the rule wants to know why (4.2 row 23)."""
        return self.event is SlipEvent.CORRECT

    @property
    def step(self) -> Callable[..., object]:
        """The use case."""
        return _STEPS[self.event][0]

    def order(self, row: SlipRow, value: Any, reason: str) -> Any:
        """Its order, about the version that is seen."""
        facts = {self.fact: value}
        if self.asks_reason:
            facts["reason"] = reason
        return _STEPS[self.event][1](row.id, version=row.version, **facts)


def _text(_: Moments) -> Field:
    return TextField()


def _code(_: Moments) -> Field:
    return TextField(is_code=True)


def _moment(moments: Moments) -> Field:
    field = MomentField(moments.now)
    field.line.setMinimumWidth(0)
    field.line.setMaximumWidth(QWIDGETSIZE_MAX)
    return field


def _names(_: Moments) -> Field:
    return NamesField()


def _job_type(_: Moments) -> Field:
    return ChoiceField(options(*JobType))


def _opinion(_: Moments) -> Field:
    return ChoiceField(options(*OwnerOpinion))


def _amend(
    fact: str,
    value: Callable[[SlipRow], Any],
    field: Callable[[Moments], Field] = _text,
) -> CellEdit:
    return CellEdit(SlipEvent.AMEND, fact, value, field)


def _correct(
    fact: str,
    value: Callable[[SlipRow], Any],
    field: Callable[[Moments], Field] = _text,
) -> CellEdit:
    return CellEdit(SlipEvent.CORRECT, fact, value, field)


def _reassign(
    fact: str,
    value: Callable[[SlipRow], Any],
    field: Callable[[Moments], Field] = _text,
) -> CellEdit:
    return CellEdit(SlipEvent.REASSIGN, fact, value, field)


EDITS: Mapping[str, CellEdit] = {
    "unit": _amend("unit", lambda row: row.unit_label, _code),
    "area": _amend("area", lambda row: row.area),
    "place": _amend("place", lambda row: row.place),
    "reporter": _amend("reporter_name", lambda row: row.reporter_name),
    "phone": _amend("phone", lambda row: row.phone, _code),
    "content": _amend("content", lambda row: row.content),
    "job_type": _amend("job_type", lambda row: row.job_type, _job_type),
    "supervisor": _reassign("supervisor", lambda row: row.supervisor),
    "technicians": _reassign("technicians", lambda row: row.technicians, _names),
    "arrived": _correct("arrived_at", lambda row: row.arrived_at, _moment),
    "done": _correct("done_at", lambda row: row.done_at, _moment),
    "outcome": _correct("result_text", lambda row: row.result_text),
    "opinion": _correct("owner_opinion", lambda row: row.owner_opinion, _opinion),
    "remark": _correct("remark", lambda row: row.remark),
}


def edit_of(desk: Desk, row: SlipRow, key: str) -> CellEdit | Refusal | None:
    """How a cell is edited; what refuses it; None where its column never is."""
    edit = EDITS.get(key)
    if edit is None:
        return None
    if edit.event not in legal_events(row.state):
        return SlipCannotMove(number=row.number, state=row.state, event=edit.event)
    if not may_cause(desk, edit.event):
        permission = sorted(RIGHTS_OF_EVENTS[edit.event])[0]
        return NotAllowed(actor=desk.actor, permission=permission)
    return edit
