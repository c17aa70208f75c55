"""Which cells of a register may be put right where they stand, and by which step.

Open slips are amended (改正) or reassigned (改派), and told about (反馈) while they are
out; what the paper said of slips that are back is corrected (更正), with a reason.
Everything else, money first of all, has a step of its own.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.desk import Desk, NotAllowed
from app.errors import Refusal
from app.feedback import TellFeedback, tell_feedback
from app.slip_amend import AmendSlip, CorrectSlip, amend_slip, correct_slip
from app.slip_dispatch import ReassignSlip, reassign_slip
from app.slip_list import SlipRow
from app.slip_record import RIGHTS_OF_EVENTS, may_cause
from app.slip_refusals import SlipCannotMove
from models.reason_code import ReasonKind
from models.slip import JobType, OwnerOpinion, SlipEvent, legal_events
from models.text import QT_TRANSLATE_NOOP
from ui.kit.field import Field
from ui.kit.fields import ChoiceField, MomentField, NamesField, TextField
from ui.language import translate
from ui.slip.desk_lists import DeskLists
from ui.slip.moment import Moments
from ui.slip.reason_field import ReasonField
from ui.words import field_word, options

_E = SlipEvent
_T = QT_TRANSLATE_NOOP
QWIDGETSIZE_MAX = 16_777_215
"""Qt's word for *no limit*: the field is as wide as its cell."""
_STEPS: Mapping[SlipEvent, tuple[Callable[..., object], Callable[..., Any]]] = {
    _E.AMEND: (amend_slip, AmendSlip),
    _E.REASSIGN: (reassign_slip, ReassignSlip),
    _E.CORRECT: (correct_slip, CorrectSlip),
    _E.FEEDBACK: (tell_feedback, TellFeedback),
}

_WHY = _T("CellEdit", "Why it is corrected")
_EMPTY = _T("CellEdit", "Choose by number or initials")

MakeField = Callable[[Moments, DeskLists], Field]


@dataclass(frozen=True, slots=True)
class Asked:
    """A fact of a step's order: what stands there, what it is typed into.

    A refusal names it ``refused``, where that is another word than ``fact``.
    """

    fact: str
    value: Callable[[SlipRow], Any]
    field: MakeField
    refused: str = ""

    def is_named(self, field: str) -> bool:
        """Whether a refusal of ``field`` is about it."""
        return field == (self.refused or self.fact)


@dataclass(frozen=True, slots=True)
class CellEdit:
    """One way to edit a column: the event, the fact that stands in the cell, and the
    one that the step wants beside it.
    """

    event: SlipEvent
    cell: Asked
    also: Asked | None = None

    @property
    def needs_lists(self) -> bool:
        """Whether something is chosen of the centre's lists."""
        asked = (self.cell, *([self.also] if self.also is not None else []))
        return any(each.field in (_trade, _unfinished) for each in asked)

    @property
    def step(self) -> Callable[..., object]:
        """The use case."""
        return _STEPS[self.event][0]

    def order(self, row: SlipRow, value: Any, also: Any) -> Any:
        """Its order, about the version that is seen."""
        facts = {self.cell.fact: value}
        if self.also is not None:
            facts[self.also.fact] = also
        return _STEPS[self.event][1](row.id, version=row.version, **facts)

    def also_name(self) -> str:
        """What the second field is called."""
        if self.also is None:
            return ""
        if self.event is SlipEvent.CORRECT:
            return translate("CellEdit", _WHY)
        return field_word(self.also.refused or self.also.fact)


def _text(_: Moments, __: DeskLists) -> Field:
    return TextField()


def _code(_: Moments, __: DeskLists) -> Field:
    return TextField(is_code=True)


def _moment(moments: Moments, _: DeskLists) -> Field:
    field = MomentField(moments.now)
    field.line.setMinimumWidth(0)
    field.line.setMaximumWidth(QWIDGETSIZE_MAX)
    return field


def _names(_: Moments, __: DeskLists) -> Field:
    return NamesField()


def _job_type(_: Moments, __: DeskLists) -> Field:
    return ChoiceField(options(*JobType))


def _opinion(_: Moments, __: DeskLists) -> Field:
    return ChoiceField(options(*OwnerOpinion), empty="")


def _trade(_: Moments, lists: DeskLists) -> Field:
    return ChoiceField([(name, name) for name in lists.trades], empty="")


def _unfinished(_: Moments, lists: DeskLists) -> Field:
    reasons = lists.reasons[ReasonKind.UNFINISHED]
    return ReasonField(reasons, empty=translate("CellEdit", _EMPTY))


def _amend(
    fact: str, value: Callable[[SlipRow], Any], field: MakeField = _text
) -> CellEdit:
    return CellEdit(SlipEvent.AMEND, Asked(fact, value, field))


def _correct(
    fact: str, value: Callable[[SlipRow], Any], field: MakeField = _text
) -> CellEdit:
    why = Asked("reason", lambda _: "", _text)
    return CellEdit(SlipEvent.CORRECT, Asked(fact, value, field), why)


def _reassign(
    fact: str, value: Callable[[SlipRow], Any], field: MakeField = _text
) -> CellEdit:
    return CellEdit(SlipEvent.REASSIGN, Asked(fact, value, field))


_TOLD_WHY = Asked(
    "reason", lambda row: row.why_unfinished, _unfinished, "unfinished_reason"
)
_TOLD_WHEN = Asked("eta_at", lambda row: row.expected_at, _moment)

EDITS: Mapping[str, tuple[CellEdit, ...]] = {
    "unit": (_amend("unit", lambda row: row.unit_label, _code),),
    "area": (_amend("area", lambda row: row.area),),
    "place": (_amend("place", lambda row: row.place),),
    "reporter": (_amend("reporter_name", lambda row: row.reporter_name),),
    "phone": (_amend("phone", lambda row: row.phone, _code),),
    "content": (_amend("content", lambda row: row.content),),
    "job_type": (_amend("job_type", lambda row: row.job_type, _job_type),),
    "trade": (_reassign("trade", lambda row: row.trade, _trade),),
    "supervisor": (_reassign("supervisor", lambda row: row.supervisor),),
    "technicians": (_reassign("technicians", lambda row: row.technicians, _names),),
    "arrived": (_correct("arrived_at", lambda row: row.arrived_at, _moment),),
    "done": (_correct("done_at", lambda row: row.done_at, _moment),),
    "outcome": (_correct("result_text", lambda row: row.result_text),),
    "unfinished_reason": (CellEdit(SlipEvent.FEEDBACK, _TOLD_WHY, _TOLD_WHEN),),
    "eta": (CellEdit(SlipEvent.FEEDBACK, _TOLD_WHEN, _TOLD_WHY),),
    "opinion": (_correct("owner_opinion", lambda row: row.owner_opinion, _opinion),),
    "remark": (
        _amend("remark", lambda row: row.remark),
        _correct("remark", lambda row: row.remark),
    ),
}
"""Column → the ways to edit it; at most one is open in any state of a slip."""


def edit_of(desk: Desk, row: SlipRow, key: str) -> CellEdit | Refusal | None:
    """How a cell is edited; what refuses it; None where its column never is."""
    edits = EDITS.get(key, ())
    if not edits:
        return None
    legal = legal_events(row.state)
    edit = next((each for each in edits if each.event in legal), None)
    if edit is None:
        event = edits[-1].event
        return SlipCannotMove(number=row.number, state=row.state, event=event)
    if not may_cause(desk, edit.event):
        permission = sorted(RIGHTS_OF_EVENTS[edit.event])[0]
        return NotAllowed(actor=desk.actor, permission=permission)
    return edit
