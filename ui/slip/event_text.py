"""What a timeline says of each entry of a slip's life."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from models.callback import CallbackMethod, CallbackResult
from models.ledger_entry import PayMethod
from models.money import format_money
from models.slip import WAIVER_EVENTS, JobType, OwnerOpinion, SlipEvent, SlipState
from models.text import QT_TRANSLATE_NOOP
from models.waiver import WaiverLevel, WaiverStatus
from ui.kit.fields import COMMA, NAME_MARK
from ui.kit.timeline import Entry
from ui.language import translate
from ui.slip.fact_word import fact_word
from ui.slip.moment import Moments
from ui.words import word

if TYPE_CHECKING:
    from app.slip_view import EventView, SlipView

_SAID: Mapping[SlipEvent, tuple[str, ...]] = {
    SlipEvent.ISSUE: ("reporter_name", "content"),
    SlipEvent.DISPATCH: ("trade", "supervisor", "technicians"),
    SlipEvent.BOUNCE: ("bounce_reason",),
    SlipEvent.RESEND: ("note",),
    SlipEvent.RECEIVE: ("supervisor_received_at", "technicians"),
    SlipEvent.ARRIVE: ("arrived_at",),
    SlipEvent.QUOTE: ("quote",),
    SlipEvent.AGREE: ("quote",),
    SlipEvent.DISPUTE: ("quote", "note"),
    SlipEvent.RESOLVE: ("quote",),
    SlipEvent.SUSPEND: ("unfinished_reason", "eta_at"),
    SlipEvent.COMPLETE: ("done_at", "result_text"),
    SlipEvent.RETURN: ("result_text", "unfinished_reason", "eta_at", "finance"),
    SlipEvent.INSPECT_PASS: ("inspect_note",),
    SlipEvent.INSPECT_FAIL: ("inspect_note",),
    SlipEvent.REOPEN: ("reason", "finance"),
    SlipEvent.ESCORT: ("escort", "finance"),
    SlipEvent.CANCEL: ("end_reason",),
    SlipEvent.VOID: ("end_reason",),
    SlipEvent.REASSIGN: ("trade", "supervisor", "technicians", "reason"),
    SlipEvent.RESCHEDULE: ("appointment_at", "appointment_reason"),
    SlipEvent.ESCALATE: ("escalated_to", "note"),
    SlipEvent.LATE_NOTICE: ("note", "appointment_at"),
    SlipEvent.FOLLOW_UP: ("note", "eta_at"),
    SlipEvent.CORRECT: ("reason",),
    SlipEvent.JOIN: ("reporter_name", "content"),
    SlipEvent.MOVE_COPY: ("note", "finance"),
    SlipEvent.CALLBACK: ("callback",),
    **dict.fromkeys(
        (SlipEvent.PAY, SlipEvent.REFUND, SlipEvent.ADJUST, SlipEvent.WAIVE), ("money",)
    ),
    **dict.fromkeys(WAIVER_EVENTS, ("waiver",)),
}
_CHANGES = frozenset({SlipEvent.AMEND, SlipEvent.CORRECT})
_NOT_TOLD = frozenset({"place_key", "needs_reprint", "unit_id", "version"})


def event_entries(events: "tuple[EventView, ...]", moments: Moments) -> list[Entry]:
    """A timeline's entries, oldest first."""
    return [
        Entry(
            moments.write(event.happened_at),
            word(event.what),
            COMMA.join([event.by, *_said(event, moments)]),
        )
        for event in events
    ]


_OWN_TIMES = frozenset({"supervisor_received_at", "arrived_at", "done_at"})
"""The times of the event itself: said only where they differ from when it happened."""


_SMALL = frozenset(
    {SlipEvent.PRINT, SlipEvent.MOVE_COPY, SlipEvent.RECEIVE, SlipEvent.AMEND}
)
"""What the complete record tells and a short one leaves out."""
_NEXT: Mapping[SlipState, SlipEvent] = {
    SlipState.ISSUED: SlipEvent.DISPATCH,
    SlipState.DISPATCHED: SlipEvent.ARRIVE,
    SlipState.ON_SITE: SlipEvent.COMPLETE,
    SlipState.QUOTED: SlipEvent.AGREE,
    SlipState.DISPUTED: SlipEvent.RESOLVE,
    SlipState.WORKING: SlipEvent.COMPLETE,
    SlipState.SUSPENDED: SlipEvent.RESUME,
    SlipState.DONE: SlipEvent.RETURN,
}
_TO_COME = QT_TRANSLATE_NOOP("SlipEvents", "still to come")
_WORKS = QT_TRANSLATE_NOOP("SlipEvents", "works")
_FAILS = QT_TRANSLATE_NOOP("SlipEvents", "does not work")
_EXPECTED = QT_TRANSLATE_NOOP("SlipEvents", "expected {moment}")


def short_entries(view: "SlipView", moments: Moments) -> list[Entry]:
    """The milestones of a slip's life, and the one that comes next."""
    told = tuple(event for event in view.events if event.what not in _SMALL)
    return [*event_entries(told, moments), *next_entries(view, moments)]


def next_entries(view: "SlipView", moments: Moments) -> list[Entry]:
    """The step that an open slip waits for."""
    state, eta = view.facts["state"], view.facts["eta_at"]
    following = _NEXT.get(state)  # type: ignore[call-overload]
    if following is None:
        return []
    text = translate("SlipEvents", _TO_COME)
    if state is SlipState.SUSPENDED and isinstance(eta, datetime):
        text = translate("SlipEvents", _EXPECTED).format(moment=moments.write(eta))
    return [Entry("", word(following), text, is_ahead=True)]


def _said(event: "EventView", moments: Moments) -> list[str]:
    fresh = _mapping(event.facts.get("set"))
    known = {**fresh, **{k: v for k, v in event.facts.items() if k != "set"}}
    when = moments.write(event.happened_at)
    said = [
        text
        for name in _SAID.get(event.what, ())
        if (text := _text(name, known.get(name), moments))
        and not (name in _OWN_TIMES and text == when)
    ]
    if event.what in _CHANGES:
        old = _mapping(event.facts.get("old"))
        for name, value in fresh.items():
            if name in _NOT_TOLD:
                continue
            before = _text(name, old.get(name), moments) or "—"
            after = _text(name, value, moments) or "—"
            said.append(f"{fact_word(name)} {before} → {after}")
    return said


def counting_call(events: "Sequence[EventView]") -> "EventView | None":
    """The last callback in which somebody was reached, else the last try."""
    calls = [event for event in events if event.what is SlipEvent.CALLBACK]
    reached = [event for event in calls if _result_of(event) is CallbackResult.REACHED]
    return (reached or calls)[-1] if calls else None


def words_of_call(event: "EventView") -> list[str]:
    """What an entry about a callback says."""
    return _call_words(_mapping(event.facts["callback"]))


def _result_of(event: "EventView") -> CallbackResult:
    return CallbackResult(_mapping(event.facts["callback"])["result"])


def _money_words(money: Mapping[str, Any]) -> list[str]:
    """How much, how, by whom, under which receipt, and why."""
    said = [format_money(Decimal(money["amount"]))]
    if method := money.get("method"):
        said.append(word(PayMethod(method)))
    said += [money[name] for name in ("payer", "receipt_no", "note") if money.get(name)]
    return said


def _call_words(call: Mapping[str, Any]) -> list[str]:
    """How somebody was asked, what came of it, and what was answered."""
    said = [
        word(CallbackMethod(call["method"])),
        word(CallbackResult(call["result"])),
    ]
    if call["is_normal"] is not None:
        said.append(translate("SlipEvents", _WORKS if call["is_normal"] else _FAILS))
    if call["satisfaction"] is not None:
        said.append(word(OwnerOpinion(call["satisfaction"])))
    if call["comment"]:
        said.append(call["comment"])
    return said


def _mapping(found: object) -> Mapping[str, Any]:
    return found if isinstance(found, Mapping) else {}


_ENUMS: Mapping[str, type[StrEnum]] = {
    "job_type": JobType,
    "owner_opinion": OwnerOpinion,
}


def _text(name: str, value: Any, moments: Moments) -> str:
    if value is None or value == "":
        return ""
    if name == "quote" and isinstance(value, list):
        # position, amount, status, confirmed by
        return " ".join(str(part) for part in (value[1], value[3]) if part)
    if name == "callback" and isinstance(value, Mapping):
        return COMMA.join(_call_words(value))
    if name == "finance" and isinstance(value, Mapping):
        return _charge_words(value)
    if name == "waiver" and isinstance(value, Mapping):
        return COMMA.join(_waiver_words(value))
    if name == "money" and isinstance(value, Mapping):
        return COMMA.join(_money_words(value))
    if name in _ENUMS:
        return word(_ENUMS[name](value))
    if isinstance(value, list):
        return NAME_MARK.join(str(part) for part in value)
    if name.endswith("_at") and isinstance(value, str):
        return moments.write(datetime.fromisoformat(value))
    return str(value)


_CHARGED = QT_TRANSLATE_NOOP("SlipEvents", "charged {amount} in {period}")
_TAKEN_BACK = QT_TRANSLATE_NOOP("SlipEvents", "{amount} of {period} taken back")


def _charge_words(finance: Mapping[str, Any]) -> str:
    """What was charged with the finance copy, or taken back with it."""
    if "charge" not in finance:
        return ""
    amount = Decimal(finance["charge"])
    text = _CHARGED if amount > 0 else _TAKEN_BACK
    period = finance.get("arrives") or finance.get("leaves")
    return translate("SlipEvents", text).format(
        amount=format_money(abs(amount)), period=period
    )


def _waiver_words(waiver: Mapping[str, Any]) -> list[str]:
    """How much was asked for and why; later who decided what, and the form's number."""
    words = [format_money(Decimal(waiver["amount"]))]
    status = WaiverStatus(waiver["status"])
    if status is WaiverStatus.PENDING:
        return [*words, waiver["reason"], word(WaiverLevel(waiver["level"]))]
    title, name = waiver.get("approver_title", ""), waiver.get("approver", "")
    words += [word(status), f"{title} {name}".strip()]
    words += [waiver.get("decided_note", ""), waiver.get("paper_ref", "")]
    return [each for each in words if each]
