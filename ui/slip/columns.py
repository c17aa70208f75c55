"""The columns of lists of slips, and which list shows which."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from app.ledger_sql import LEDGER_SUMS
from app.limit_clock import Clock
from app.limit_standing import IN_REGISTER, Standing
from app.register_sql import CallSaid
from app.slip_list import SlipRow
from models.phone import mask_phone
from models.slip import JobType, Outcome, SlipState
from models.text import QT_TRANSLATE_NOOP
from ui.kit.column import Asks, Column
from ui.kit.fields import NAME_MARK
from ui.kit.glyph import SIZE
from ui.kit.label import Tone
from ui.kit.painting import text_width, with_gaps
from ui.kit.row_table_header import PADDING, heading_lines
from ui.slip import register_columns as of_register
from ui.slip.limit_word import limit_tone, short_words, widest_words
from ui.slip.register_columns import NO_TEXTS, Texts, money
from ui.slip.room import room_text
from ui.slip.status import row_status
from ui.theme.typeface import BODY, CAPTION, typeface
from ui.words import word

_T = QT_TRANSLATE_NOOP

ARROW = 2 * PADDING + 18
LEAST_REST = 104
"""How narrow the column that takes the rest may become."""

WriteMoment = Callable[[datetime | None], str]
"""Writes an instant as the site's clock shows it."""

_TITLES: Mapping[str, str] = {
    "number": _T("SlipColumns", "Number"),
    "state": _T("SlipColumns", "State"),
    "issued": _T("SlipColumns", "Issued"),
    "room": _T("SlipColumns", "Place"),
    "area": _T("SlipColumns", "Area"),
    "place": _T("SlipColumns", "Place"),
    "unit": _T("SlipColumns", "Unit"),
    "owner": _T("SlipColumns", "Owner"),
    "reporter": _T("SlipColumns", "Reporter"),
    "phone": _T("SlipColumns", "Telephone (masked)"),
    "content": _T("SlipColumns", "Fault"),
    "job_type": _T("SlipColumns", "Type"),
    "trade": _T("SlipColumns", "Trade"),
    "supervisor": _T("SlipColumns", "Supervisor"),
    "technicians": _T("SlipColumns", "Technicians"),
    "dispatched": _T("SlipColumns", "Dispatched"),
    "arrived": _T("SlipColumns", "Arrived"),
    "done": _T("SlipColumns", "Done"),
    "returned": _T("SlipColumns", "Returned"),
    "outcome": _T("SlipColumns", "Result"),
    "unfinished_reason": _T("SlipColumns", "Reason"),
    "eta": _T("SlipColumns", "Expected"),
    "limit": _T("SlipColumns", "Time limit"),
    "arrival": _T("SlipColumns", "On site after"),
    "quote": _T("SlipColumns", "Quoted"),
    "charged": _T("SlipColumns", "Charged"),
    "waived": _T("SlipColumns", "Waived (by whom)"),
    "received": _T("SlipColumns", "Received"),
    "unpaid": _T("SlipColumns", "Owed"),
    "called": _T("SlipColumns", "Called"),
    "call_opinion": _T("SlipColumns", "Said on the call"),
    **of_register.TITLES,
}

TODAY = (
    "number",
    "issued",
    "room",
    "reporter",
    "content",
    "job_type",
    "trade",
    "state",
)
WORK = (
    "number",
    "issued",
    "room",
    "content",
    "job_type",
    "trade",
    "technicians",
    "state",
)
OUT = ("number", "room", "technicians")
RETURNED = ("number", "returned", "room", "content", "technicians", "state")
_FIRST_OF_UNITS = (
    "number",
    "state",
    "issued",
    "unit",
    "owner",
    "content",
    "limit",
    "technicians",
    "arrival",
    "charged",
    "unpaid",
)
_FIRST_OF_PUBLIC = (
    "number",
    "state",
    "issued",
    "area",
    "place",
    "content",
    "limit",
    "technicians",
    "arrival",
)


def _then(first: tuple[str, ...], paper: tuple[str, ...]) -> tuple[str, ...]:
    return (*first, *(key for key in paper if key not in first))


UNIT_REGISTER = _then(_FIRST_OF_UNITS, of_register.UNIT_PAPER)
PUBLIC_REGISTER = _then(_FIRST_OF_PUBLIC, of_register.PUBLIC_PAPER)
"""What the desk looks at all day stands first, then the rest of the paper's columns."""


_WIDTHS: Mapping[str, int] = {
    "number": 132,
    "room": 132,
    "area": 96,
    "place": 132,
    "technicians": 112,
    "phone": 118,
    "trade": 64,
    "owner": 112,
    "reporter": 112,
    "supervisor": 112,
    "unit": 76,
    "arrival": 84,
    "quote": 80,
    "charged": 80,
    "waived": 80,
    "received": 80,
    "unpaid": 80,
    **of_register.WIDTHS,
}
_MEMBERS: Mapping[str, Sequence[StrEnum]] = {
    "state": [state for state in SlipState if state is not SlipState.DRAFT],
    "job_type": list(JobType),
    "outcome": list(Outcome),
}
_CHOICES: Mapping[str, Sequence[StrEnum]] = {
    **_MEMBERS,
    **of_register.CHOICES,
    "limit": list(Standing),
}
_MAY_CUT = frozenset(
    {
        "content",
        "room",
        "area",
        "place",
        "owner",
        "reporter",
        "technicians",
        "unfinished_reason",
    }
    | of_register.MAY_CUT
)
MONEY_COLUMNS = ("quote", *LEDGER_SUMS)
_ASKS: Mapping[str, Asks] = {
    **dict.fromkeys((*_MEMBERS, "limit"), Asks.CHOICE),
    **dict.fromkeys(
        ("issued", "dispatched", "arrived", "done", "returned", "eta", "called"),
        Asks.DAYS,
    ),
    "arrival": Asks.MINUTES,
    **dict.fromkeys(MONEY_COLUMNS, Asks.MONEY),
    **of_register.ASKS,
}
"""What a heading asks of its column; of the others it asks for words."""
_STRONG = frozenset({"room", "unit", "place"})
_NUMBERS = frozenset({"arrival", *MONEY_COLUMNS}) | of_register.NUMBERS


def slip_columns(
    keys: tuple[str, ...],
    write: WriteMoment,
    rest: str = "content",
    least: int = LEAST_REST,
    late_after: Callable[[], int] = lambda: 20,
    clock_of: Callable[[SlipRow], Clock | None] = lambda _: None,
    *,
    has_heads: bool = True,
    widths: Mapping[str, int] = MappingProxyType({}),
    more: Texts = NO_TEXTS,
    is_public: bool = False,
) -> list[Column[SlipRow]]:
    """The columns of a list, in the order of ``keys``; ``rest`` takes what is left,
    but at least ``least`` px. An arrival after more than ``late_after`` minutes is
    marked; ``clock_of`` names the most pressing time limit of a row. ``widths`` are px
    in place of the usual ones; without headings a column is no wider than its words.
    ``more`` says what the cells of a register say; the one of public areas has a few
    headings of its own (``is_public``).
    """
    titles = column_titles(is_public=is_public)

    def width(key: str) -> int:
        usual = least if key == rest else widths.get(key) or _width(key)
        return max(usual, _wide_enough(titles[key])) if has_heads else usual

    def is_late(row: SlipRow) -> bool:
        return row.is_arrival_late(late_after())

    tones: Mapping[str, Callable[[SlipRow], Tone] | Tone] = {
        **_TONES,
        "job_type": _tone_of_type,
        "call_opinion": _tone_of_call,
        "arrival": lambda row: Tone.BAD if is_late(row) else Tone.SECOND,
        "arrived_in_time": lambda row: Tone.BAD if is_late(row) else Tone.SECOND,
        "limit": lambda row: _tone_of_limit(clock_of(row)),
    }
    texts = {
        **_texts(write),
        **more,
        "limit": lambda row: _limit_words(clock_of(row)),
    }
    return [
        Column(
            key,
            QCoreApplication.translate("SlipColumns", titles[key]),
            texts[key],
            width(key),
            status=row_status if key == "state" else None,
            tone=tones.get(key, Tone.TEXT),
            is_number=key in _NUMBERS,
            is_strong=key in _STRONG,
            may_cut=key in _MAY_CUT,
            takes_rest=key == rest,
            asks=_ASKS.get(key, Asks.WORDS),
            choices=[(each.value, word(each)) for each in _CHOICES.get(key, ())],
            is_sortable=key != "serial",
            of_position=str if key == "serial" else None,
            glyph=(lambda row: "clock" if is_late(row) else "")
            if key == "arrival"
            else None,
        )
        for key in keys
    ]


def column_titles(*, is_public: bool = False) -> Mapping[str, str]:
    """The headings of all columns by key, still to be translated."""
    return {**_TITLES, **(of_register.PUBLIC_TITLES if is_public else {})}


def title_width(key: str) -> int:
    """Wide enough for the heading, with the arrow of a list sorted by it."""
    return _wide_enough(_TITLES[key])


def _wide_enough(title: str) -> int:
    said = QCoreApplication.translate("SlipColumns", title)
    font = typeface(CAPTION, is_strong=True)
    return int(max(text_width(line, font) for line in heading_lines(said))) + ARROW


def _width(key: str) -> int:
    """Wide enough for every word the column may hold, in the language spoken."""
    if key in _MEMBERS:
        font = typeface(BODY)
        widest = max(text_width(word(member), font) for member in _MEMBERS[key])
        glyph = SIZE + 7 if key == "state" else 0
        return int(widest) + 2 * PADDING + glyph + 2
    if key == "limit":
        keys = tuple(limit.key for limit in IN_REGISTER)
        texts = map(with_gaps, widest_words(keys))
        return int(max(text_width(t, typeface(BODY)) for t in texts)) + 2 * PADDING + 2
    if key in _CHOICES and key not in _WIDTHS:
        font = typeface(BODY)
        widest = max(text_width(word(member), font) for member in _CHOICES[key])
        return int(widest) + 2 * PADDING + 2
    return _WIDTHS.get(key, 96)


def _texts(write: WriteMoment) -> Mapping[str, Callable[[SlipRow], str]]:
    return {
        "number": lambda row: row.number,
        "state": lambda row: row_status(row).word,
        "issued": lambda row: write(row.issued_at),
        "room": lambda row: room_text(row.unit_label, row.area, row.place),
        "area": lambda row: row.area,
        "place": lambda row: row.place,
        "unit": lambda row: row.unit_label or row.place,
        "owner": lambda row: row.owner_name or "",
        "reporter": lambda row: row.reporter_name,
        "phone": lambda row: mask_phone(row.phone),
        "content": lambda row: row.content,
        "job_type": lambda row: word(row.job_type),
        "trade": lambda row: row.trade or "",
        "supervisor": lambda row: row.supervisor or "",
        "technicians": lambda row: NAME_MARK.join(row.technicians),
        "dispatched": lambda row: write(row.dispatched_at),
        "arrived": lambda row: write(row.arrived_at),
        "done": lambda row: write(row.done_at),
        "returned": lambda row: write(row.returned_at),
        "outcome": lambda row: word(row.outcome) if row.outcome else "",
        "unfinished_reason": lambda row: row.unfinished_reason or "",
        "eta": lambda row: write(row.eta_at),
        "called": lambda row: write(row.called_at),
        "call_opinion": _said_on_the_call,
        "arrival": _minutes,
        "quote": lambda row: money(row.quote),
        "charged": lambda row: money(row.charged),
        "waived": lambda row: money(row.waived),
        "received": lambda row: money(row.received),
        "unpaid": lambda row: money(row.unpaid),
    }


_TONES: Mapping[str, Tone] = {
    "number": Tone.SECOND,
    "issued": Tone.SECOND,
    "dispatched": Tone.SECOND,
    "arrived": Tone.SECOND,
    "done": Tone.SECOND,
    "returned": Tone.SECOND,
    "eta": Tone.SECOND,
    "called": Tone.SECOND,
    "phone": Tone.SECOND,
    **dict.fromkeys(
        ("serial", "reported", "reported_time", "taken_by", "paid_on", "finance_copy"),
        Tone.SECOND,
    ),
}


_MINUTES = _T("SlipColumns", "{count} min")
_HOURS = _T("SlipColumns", "{count} h")


def _minutes(row: SlipRow) -> str:
    took = row.arrival_minutes
    if took is None:
        return ""
    text, count = (_MINUTES, took) if took < 600 else (_HOURS, took // 60)
    return QCoreApplication.translate("SlipColumns", text).format(count=count)


def _limit_words(clock: Clock | None) -> str:
    return "" if clock is None else short_words(clock)


def _tone_of_limit(clock: Clock | None) -> Tone:
    return Tone.SECOND if clock is None else limit_tone(clock)


def _said_on_the_call(row: SlipRow) -> str:
    """What the owner thinks, else how the work is, else what came of the call."""
    return word(row.call_said) if row.call_said else ""


def _tone_of_call(row: SlipRow) -> Tone:
    is_angry = row.call_said in (CallSaid.DISSATISFIED, CallSaid.NOT_NORMAL)
    return Tone.BAD if is_angry else Tone.SECOND


def _tone_of_type(row: SlipRow) -> Tone:
    return Tone.BAD if row.job_type is JobType.URGENT else Tone.SECOND
