"""The columns of lists of slips, and which list shows which."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from app.slip_list import SlipRow
from models.phone import mask_phone
from models.slip import JobType, Outcome, SlipState
from models.text import QT_TRANSLATE_NOOP
from ui.kit.column import Column
from ui.kit.fields import NAME_MARK
from ui.kit.glyph import SIZE
from ui.kit.label import Tone
from ui.kit.painting import text_width
from ui.kit.row_delegate import PADDING
from ui.slip.room import room_text
from ui.slip.status import row_status
from ui.theme.typeface import BODY, typeface
from ui.words import word

_T = QT_TRANSLATE_NOOP

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
    "phone": _T("SlipColumns", "Telephone"),
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
UNIT_REGISTER = (
    "number",
    "state",
    "issued",
    "unit",
    "owner",
    "content",
    "job_type",
    "trade",
    "technicians",
    "dispatched",
    "arrived",
    "done",
    "returned",
    "outcome",
    "unfinished_reason",
    "eta",
    "reporter",
    "phone",
    "supervisor",
)
PUBLIC_REGISTER = (
    "number",
    "state",
    "issued",
    "area",
    "place",
    "content",
    "job_type",
    "trade",
    "technicians",
    "dispatched",
    "arrived",
    "done",
    "returned",
    "outcome",
    "unfinished_reason",
    "eta",
    "reporter",
    "phone",
    "supervisor",
)


_WIDTHS: Mapping[str, int] = {
    "number": 144,
    "room": 132,
    "area": 96,
    "place": 132,
    "technicians": 96,
    "phone": 118,
    "trade": 64,
    "owner": 80,
    "reporter": 84,
    "supervisor": 80,
}
_MEMBERS: Mapping[str, Sequence[StrEnum]] = {
    "state": [state for state in SlipState if state is not SlipState.DRAFT],
    "job_type": list(JobType),
    "outcome": list(Outcome),
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
)
_STRONG = frozenset({"room", "unit", "place"})


def slip_columns(
    keys: tuple[str, ...],
    write: WriteMoment,
    rest: str = "content",
    least: int = LEAST_REST,
) -> list[Column[SlipRow]]:
    """The columns of a list, in the order of ``keys``; ``rest`` takes what is left,
    but at least ``least`` px.
    """
    texts = _texts(write)
    return [
        Column(
            key,
            QCoreApplication.translate("SlipColumns", _TITLES[key]),
            texts[key],
            least if key == rest else _width(key),
            status=row_status if key == "state" else None,
            tone=_tone_of_type if key == "job_type" else _TONES.get(key, Tone.TEXT),
            is_strong=key in _STRONG,
            may_cut=key in _MAY_CUT,
            takes_rest=key == rest,
        )
        for key in keys
    ]


def _width(key: str) -> int:
    """Wide enough for every word the column may hold, in the language spoken."""
    if key in _MEMBERS:
        font = typeface(BODY)
        widest = max(text_width(word(member), font) for member in _MEMBERS[key])
        glyph = SIZE + 7 if key == "state" else 0
        return int(widest) + 2 * PADDING + glyph + 2
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
    }


_TONES: Mapping[str, Tone] = {
    "number": Tone.SECOND,
    "issued": Tone.SECOND,
    "dispatched": Tone.SECOND,
    "arrived": Tone.SECOND,
    "done": Tone.SECOND,
    "returned": Tone.SECOND,
    "eta": Tone.SECOND,
    "phone": Tone.SECOND,
}


def _tone_of_type(row: SlipRow) -> Tone:
    return Tone.BAD if row.job_type is JobType.URGENT else Tone.SECOND
