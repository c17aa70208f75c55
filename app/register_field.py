"""Which cells of a register may be edited outside, and what they mean for a slip.

A register is a view (domain-model 4.5): a cell is taken only where a step of the slip
corrects that fact, 改正 while it is open, 更正 once it is back, 改派 for who does it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.data_book_word import JOB_TYPES, OPINIONS, OUTCOMES
from app.desk import Desk
from app.slip_fields import checked_phone, clean_names, clean_optional, required
from app.slip_issue import find_unit, known_trade, unit_refusal
from app.slip_record import may_cause
from models.register_book import BookFault
from models.slip import MOVES, Slip, SlipEvent
from models.unit import AreaKind

Facts = tuple[tuple[str, object], ...]


class NotTaken(Exception):
    """A cell that is not taken: ``fault``, and what the sentence needs."""

    def __init__(self, fault: BookFault, **facts: object) -> None:
        super().__init__(fault)
        self.fault = fault
        self.facts: Facts = tuple(facts.items())


@dataclass(frozen=True, slots=True)
class Asking:
    """What a reading may need beside the text: the books, the slip, what it said."""

    session: Session
    desk: Desk
    slip: Slip
    now: str
    """What the cell says in the database."""


Read = Callable[[Asking, str], object]
"""Makes a fact of a cell's text. Raises ``NotTaken`` or a refusal."""


@dataclass(frozen=True, slots=True)
class RegisterField:
    """A column that may be edited: attribute of the order, the steps that take it."""

    name: str
    read: Read
    events: tuple[SlipEvent, ...]
    may_be_empty: bool = False


DERIVED = frozenset(
    {
        "20分钟到场(是/否)",
        "17:30前返单",
        "17:30前返单(是/否)",
        "应收",
        "未收",
        "财务联(批次/先交)",
        "财务联(已交批次/未返/作废)",
        "状态",
    }
)
"""Columns that the program works out."""


def _limited(name: str) -> Read:
    return lambda asking, text: required(text, name)


def _unit(asking: Asking, text: str) -> object:
    if asking.slip.area_kind is not AreaKind.UNIT:
        raise NotTaken(BookFault.OTHER_ROAD)
    unit = find_unit(asking.session, asking.desk, text)
    if unit is None:
        raise unit_refusal(asking.session, asking.desk, text)
    return text


def _reporter(asking: Asking, text: str) -> object:
    dept = asking.slip.report_dept
    return required(_without(text, "", f"（{dept}）" if dept else ""), "reporter_name")


def _phone(asking: Asking, text: str) -> object:
    if "*" in text:
        raise NotTaken(BookFault.MASKED)
    all_phones = asking.desk.settings.text("phone_required") == "ALL"
    is_unit = asking.slip.area_kind is AreaKind.UNIT
    return checked_phone(text, is_required=is_unit or all_phones)


def _job_type(asking: Asking, text: str) -> object:
    if text not in JOB_TYPES:
        raise NotTaken(BookFault.NOT_A_CHOICE, choices="、".join(JOB_TYPES))
    return JOB_TYPES[text]


def _trade(asking: Asking, text: str) -> object:
    return known_trade(asking.session, asking.desk, text)


def _supervisor(asking: Asking, text: str) -> object:
    return clean_optional(text, "supervisor", 80)


def _technicians(asking: Asking, text: str) -> object:
    return clean_names((text.replace(",", "、").replace("，", "、"),))


def _moment(asking: Asking, text: str) -> object:
    try:
        local = datetime.strptime(text, "%Y-%m-%d %H:%M").replace(
            tzinfo=asking.desk.zone
        )
    except ValueError:
        raise NotTaken(BookFault.NOT_A_TIME) from None
    return asking.desk.at_local(local.date(), local.time())


def _result(asking: Asking, text: str) -> object:
    words = {outcome: word for word, outcome in OUTCOMES.items()}
    outcome = asking.slip.outcome
    word = words[outcome] if outcome is not None else ""
    rest = _without(text, word, "")
    if word and rest and rest[0] not in "，,":
        raise NotTaken(BookFault.OTHER_PART, part=word)
    return clean_optional(rest.lstrip("，, "), "result_text", 300) or ""


def _opinion(asking: Asking, text: str) -> object:
    words = {opinion: word for word, opinion in OPINIONS.items()}
    opinion = asking.slip.owner_opinion
    signed = asking.now.removeprefix(words[opinion] if opinion is not None else "")
    word = _without(text, "", signed.strip()).strip()
    if word not in OPINIONS:
        raise NotTaken(BookFault.NOT_A_CHOICE, choices="、".join(OPINIONS))
    return OPINIONS[word]


def _remark(asking: Asking, text: str) -> object:
    slip = asking.slip
    kept = asking.now.removesuffix(" ".join((slip.remark or "").split()))
    rest = _without(text, kept.rstrip("；"), "") if kept else text
    return clean_optional(rest.lstrip("；; "), "remark", 300) or ""


def _without(text: str, before: str, after: str) -> str:
    """The part of a text that may be edited; the other parts must stand."""
    for part, stands in (
        (before, text.startswith(before)),
        (after, text.endswith(after)),
    ):
        if not stands:
            raise NotTaken(BookFault.OTHER_PART, part=part)
    return text[len(before) : len(text) - len(after)]


_E = SlipEvent
_OPEN = (_E.AMEND,)
_WORKERS = (_E.REASSIGN,)
_BACK = (_E.CORRECT,)

FIELDS: Mapping[str, RegisterField] = {
    "区域": RegisterField("area", _limited("area"), _OPEN),
    "地点": RegisterField("place", _limited("place"), _OPEN),
    "单元号": RegisterField("unit", _unit, _OPEN),
    "报修人": RegisterField("reporter_name", _reporter, _OPEN),
    "报修人(部门)": RegisterField("reporter_name", _reporter, _OPEN),
    "联系电话(掩码)": RegisterField("phone", _phone, _OPEN),
    "维修内容": RegisterField("content", _limited("content"), _OPEN),
    "类型/紧急": RegisterField("job_type", _job_type, _OPEN),
    "工种": RegisterField("trade", _trade, _WORKERS),
    "专业主管": RegisterField("supervisor", _supervisor, _WORKERS),
    "维修人": RegisterField("technicians", _technicians, _WORKERS),
    "到场时间": RegisterField("arrived_at", _moment, _BACK),
    "完工时间": RegisterField("done_at", _moment, _BACK),
    "维修结果": RegisterField("result_text", _result, _BACK, may_be_empty=True),
    "业户意见/签字": RegisterField("owner_opinion", _opinion, _BACK),
    "备注": RegisterField("remark", _remark, (_E.AMEND, _E.CORRECT), True),
}
"""Heading → how its cells are taken."""


def event_for(asking: Asking, field: RegisterField) -> SlipEvent:
    """The step that takes a field of this slip now.

    Raises ``NotTaken``: its state has no such step, or the actor may not cause it.
    """
    state = asking.slip.state
    events = [event for event in field.events if (event, state, state) in MOVES]
    if not events:
        raise NotTaken(BookFault.STATE, state=state)
    if not may_cause(asking.desk, events[0]):
        raise NotTaken(BookFault.NO_RIGHT, actor=asking.desk.actor)
    return events[0]


def read_field(asking: Asking, heading: str, text: str) -> tuple[SlipEvent, object]:
    """The step that takes a cell, and the fact. Raises ``NotTaken`` or a refusal."""
    field = FIELDS.get(heading)
    if field is None:
        derived = heading in DERIVED
        raise NotTaken(BookFault.DERIVED if derived else BookFault.OTHER_ROAD)
    event = event_for(asking, field)
    if not text and not field.may_be_empty:
        raise NotTaken(BookFault.EMPTIED)
    return event, field.read(asking, text)
