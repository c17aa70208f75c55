"""The columns that only the registers have (4.5): headings, words, what they ask.

In Chinese the headings are those of the controlled documents, to the letter.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from app.register_sql import CallSaid, CopyStanding, YesNo
from app.slip_list import Register, SlipRow
from models.ledger_entry import PayMethod
from models.money import ZERO, format_money
from models.slip import ChargeClass, InspectStatus, OwnerOpinion, SignStatus
from models.text import QT_TRANSLATE_NOOP
from ui.kit.column import Asks
from ui.kit.fields import COMMA, NAME_MARK
from ui.language import translate
from ui.slip.moment import Moments
from ui.words import word

_T = QT_TRANSLATE_NOOP

PUBLIC_PAPER = (
    "serial",
    "number",
    "reported",
    "reported_time",
    "taken_by",
    "area",
    "place",
    "reporter",
    "phone",
    "content",
    "job_type",
    "trade",
    "dispatched",
    "supervisor",
    "technicians",
    "arrived",
    "done",
    "returned",
    "returned_in_time",
    "outcome",
    "unfinished_reason",
    "eta",
    "inspection",
    "called",
    "call_opinion",
    "finance_copy",
    "state",
    "remark",
)
"""《工程维修单追踪统计表》, as it lies on paper."""
UNIT_PAPER = (
    "serial",
    "number",
    "reported",
    "reported_time",
    "taken_by",
    "unit",
    "owner",
    "reporter",
    "phone",
    "content",
    "job_type",
    "trade",
    "dispatched",
    "supervisor",
    "technicians",
    "arrived",
    "arrived_in_time",
    "done",
    "returned",
    "returned_in_time",
    "outcome",
    "unfinished_reason",
    "eta",
    "charge",
    "material",
    "labour",
    "quote",
    "charged",
    "waived",
    "received",
    "methods",
    "receipts",
    "paid_on",
    "unpaid",
    "opinion",
    "called",
    "call_opinion",
    "finance_copy",
    "state",
    "remark",
)
"""《工程有偿维修单追踪统计表》, as it lies on paper."""
PAPERS: Mapping[Register, tuple[str, ...]] = {
    Register.PUBLIC: PUBLIC_PAPER,
    Register.UNIT: UNIT_PAPER,
}

TITLES: Mapping[str, str] = {
    "serial": _T("SlipColumns", "No."),
    "reported": _T("SlipColumns", "Reported on"),
    "reported_time": _T("SlipColumns", "Reported at"),
    "taken_by": _T("SlipColumns", "Taken by"),
    "arrived_in_time": _T("SlipColumns", "Within 20 min (yes/no)"),
    "returned_in_time": _T("SlipColumns", "Back by 17:30"),
    "inspection": _T("SlipColumns", "Inspection / by whom"),
    "charge": _T("SlipColumns", "Fee class (paid/warranty/rework/contract)"),
    "material": _T("SlipColumns", "Material"),
    "labour": _T("SlipColumns", "Labour"),
    "methods": _T("SlipColumns", "Paid how"),
    "receipts": _T("SlipColumns", "Receipt / invoice"),
    "paid_on": _T("SlipColumns", "Paid on"),
    "opinion": _T("SlipColumns", "Opinion / signature"),
    "finance_copy": _T("SlipColumns", "Finance copy (bundle/early)"),
    "remark": _T("SlipColumns", "Remark"),
}
PUBLIC_TITLES: Mapping[str, str] = {
    "reporter": _T("SlipColumns", "Reporter (department)"),
    "returned_in_time": _T("SlipColumns", "Back by 17:30 (yes/no)"),
    "called": _T("SlipColumns", "Called or checked"),
    "finance_copy": _T("SlipColumns", "Finance copy (bundle/out/void)"),
}
"""What the register of public areas calls otherwise."""
WIDTHS: Mapping[str, int] = {
    "serial": 56,
    "taken_by": 120,
    "inspection": 120,
    "material": 80,
    "labour": 80,
    "receipts": 112,
    "opinion": 140,
    "remark": 160,
    "finance_copy": 128,
}
CHOICES: Mapping[str, Sequence[StrEnum]] = {
    "arrived_in_time": list(YesNo),
    "returned_in_time": list(YesNo),
    "inspection": list(InspectStatus),
    "charge": list(ChargeClass),
    "methods": list(PayMethod),
    "opinion": list(OwnerOpinion),
    "call_opinion": list(CallSaid),
    "finance_copy": list(CopyStanding),
}
ASKS: Mapping[str, Asks] = {
    **dict.fromkeys(CHOICES, Asks.CHOICE),
    **dict.fromkeys(("reported", "paid_on"), Asks.DAYS),
    **dict.fromkeys(("material", "labour"), Asks.MONEY),
    **dict.fromkeys(("serial", "reported_time"), Asks.NOTHING),
}
FEES = ("material", "labour")
NUMBERS = frozenset({"serial", *FEES})
MAY_CUT = frozenset(
    {
        "taken_by",
        "outcome",
        "inspection",
        "waived",
        "methods",
        "receipts",
        "opinion",
        "finance_copy",
        "remark",
    }
)

Texts = Mapping[str, Callable[[SlipRow], str]]
NO_TEXTS: Texts = MappingProxyType({})


def register_texts(moments: Moments) -> Texts:
    """What the cells of these columns say."""
    return {
        "serial": lambda _: "",
        "reported": lambda row: moments.write_day(row.reported_at or row.issued_at),
        "reported_time": lambda row: _clock_time(moments, row),
        "taken_by": lambda row: _beside(word(row.duty_post), row.entered_by),
        "reporter": _reporter,
        "arrived_in_time": lambda row: yes_no(
            row.is_arrived_in_time(moments.desk.settings.number("unit_onsite_min"))
        ),
        "returned_in_time": lambda row: yes_no(row.is_returned_in_time(moments.desk)),
        "outcome": lambda row: COMMA.join(
            filter(None, (row.outcome and word(row.outcome), row.result_text))
        ),
        "unfinished_reason": lambda row: row.why_unfinished or "",
        "eta": lambda row: moments.write(row.expected_at),
        "inspection": lambda row: _beside(
            row.inspect_status and word(row.inspect_status), row.inspected_by
        ),
        "charge": lambda row: word(row.charge_class),
        "material": lambda row: money(row.facts.material),
        "labour": lambda row: money(row.facts.labour),
        "charged": _charged,
        "waived": _waived,
        "methods": lambda row: NAME_MARK.join(map(word, row.facts.methods)),
        "receipts": lambda row: NAME_MARK.join(row.facts.receipts),
        "paid_on": lambda row: (
            moments.write_day(row.facts.paid_at) if row.facts.paid_at else ""
        ),
        "opinion": _opinion,
        "finance_copy": lambda row: _finance_copy(moments, row),
        "remark": _remark,
    }


def yes_no(fact: bool | None) -> str:
    """是 or 否; nothing where it is not known."""
    if fact is None:
        return ""
    return word(YesNo.YES if fact else YesNo.NO)


def money(amount: Decimal | None) -> str:
    """Yuan with two places; nothing where there is none."""
    return "" if amount is None else format_money(amount)


def _clock_time(moments: Moments, row: SlipRow) -> str:
    local = moments.desk.local(row.reported_at or row.issued_at)
    return f"{local:%H:%M}"


def _beside(*parts: str | None) -> str:
    return " ".join(filter(None, parts))


def _reporter(row: SlipRow) -> str:
    if not row.report_dept:
        return row.reporter_name
    return _within(row.reporter_name, row.report_dept)


def _within(text: str, note: str) -> str:
    said = translate("SlipColumns", _T("SlipColumns", "{text} ({note})"))
    return said.format(text=text, note=note)


def _charged(row: SlipRow) -> str:
    # Paper that is in hand says what it costs, nothing included.
    return money(row.charged or (ZERO if row.facts.is_in_hand else None))


def _waived(row: SlipRow) -> str:
    if not row.waived:
        return ""
    names = NAME_MARK.join(row.facts.approvers)
    return _within(money(row.waived), names) if names else money(row.waived)


def _opinion(row: SlipRow) -> str:
    signed = row.signed_by or ""
    if row.sign_status not in (None, SignStatus.SIGNED):
        signed = _within(signed, word(row.sign_status)).strip()
    return _beside(row.owner_opinion and word(row.owner_opinion), signed)


def _finance_copy(moments: Moments, row: SlipRow) -> str:
    standing = row.finance_copy
    if standing is CopyStanding.EARLY and row.finance_early_at is not None:
        return _beside(word(standing), moments.write_day(row.finance_early_at))
    if row.facts.batch is not None and standing is CopyStanding.HANDED:
        period, number = row.facts.batch
        text = translate("SlipColumns", _T("SlipColumns", "{period} bundle {number}"))
        return text.format(period=period, number=number)
    return word(standing)


def _remark(row: SlipRow) -> str:
    parts = []
    if row.is_ended and row.end_reason:
        colon = translate("SlipColumns", _T("SlipColumns", "{head}: {text}"))
        parts.append(colon.format(head=word(row.state), text=row.end_reason))
    if row.origin_number:
        old = translate("SlipColumns", _T("SlipColumns", "old number {number}"))
        parts.append(old.format(number=row.origin_number))
    parts.append(row.remark or "")
    return "；".join(filter(None, parts))
