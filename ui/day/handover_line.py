"""The lines of a handover sheet as a list shows them: slips once, then the cases."""

from array import array
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QCoreApplication

from models.gap_case import GapKind
from models.shift_sheet import SheetSlip, ShiftSheet
from models.text import QT_TRANSLATE_NOOP
from ui.day.day_word import day_column
from ui.kit.column import Column
from ui.kit.fields import COMMA
from ui.kit.label import Tone
from ui.slip.moment import Moments
from ui.slip.status import status_of
from ui.words import word

_T = QT_TRANSLATE_NOOP


class Part(Enum):
    """What a line is told as."""

    URGENT = "urgent"
    MISSING = "missing"
    APPOINTED = "appointed"
    OTHER = "other"
    GAP = "gap"


_WORDS = {
    Part.URGENT: _T("HandoverPart", "Urgent"),
    Part.MISSING: _T("HandoverPart", "Nothing heard"),
    Part.APPOINTED: _T("HandoverPart", "Appointment"),
    Part.OTHER: _T("HandoverPart", "Unfinished"),
    Part.GAP: _T("HandoverPart", "Gap case"),
}
_TONES = {Part.URGENT: Tone.BAD, Part.MISSING: Tone.BAD, Part.APPOINTED: Tone.WARN}


@dataclass(frozen=True, slots=True)
class HandoverLine:
    """One line; a gap case has no slip of the list behind it."""

    part: Part
    number: str
    room: str
    text: str
    state: str
    holder: str
    due_at: datetime | None


def lines_of(sheet: ShiftSheet) -> list[HandoverLine]:
    """Urgent, missing, appointments, others, gap cases. A slip stands in the first
    part that names it; an urgent one says that it is missing too.
    """
    missing = set(sheet.missing)
    appointed = {slip.number for slip in sheet.appointments}
    by_part: dict[Part, list[SheetSlip]] = {part: [] for part in Part}
    for slip in sheet.slips:
        by_part[_part_of(slip, missing, appointed)].append(slip)
    by_part[Part.APPOINTED].sort(key=lambda slip: str(slip.appointment_at))
    lines = [
        _line(part, slip, missing, appointed) for part in Part for slip in by_part[part]
    ]
    for gap in sheet.gaps:
        kind = word(GapKind(gap.kind))
        owner = gap.owner or ""
        lines.append(
            HandoverLine(Part.GAP, gap.ref, kind, gap.cause or "", "", owner, None)
        )
    return lines


def ids_of(lines: list[HandoverLine]) -> "array[int]":
    """A key for each line of a sheet: its place."""
    return array("q", range(1, len(lines) + 1))


def line_columns(moments: Moments) -> list[Column[HandoverLine]]:
    """What the list says of a line."""

    def part(line: HandoverLine) -> str:
        return _said(line.part)

    def tone(line: HandoverLine) -> Tone:
        return _TONES.get(line.part, Tone.SECOND)

    return [
        day_column("part", part, 104, tone=tone),
        day_column("number", lambda line: line.number, 150, is_strong=True),
        day_column("room", lambda line: line.room, 112),
        day_column("content", lambda line: line.text, 130, takes_rest=True),
        day_column("state", lambda line: line.state, 96, tone=Tone.SECOND),
        day_column("holder", lambda line: line.holder, 92),
        day_column("due", lambda line: moments.write(line.due_at), 96),
    ]


def _part_of(slip: SheetSlip, missing: set[str], appointed: set[str]) -> Part:
    if slip.is_urgent:
        return Part.URGENT
    if slip.number in missing:
        return Part.MISSING
    return Part.APPOINTED if slip.number in appointed else Part.OTHER


def _line(
    part: Part, slip: SheetSlip, missing: set[str], appointed: set[str]
) -> HandoverLine:
    due_at = slip.appointment_at if slip.number in appointed else slip.eta_at
    notes = [slip.reason] if slip.reason else []
    if slip.number in missing and part is not Part.MISSING:
        notes.insert(0, _said(Part.MISSING))
    text = f"{slip.content}（{COMMA.join(notes)}）" if notes else slip.content
    state = status_of(slip.state).word
    return HandoverLine(part, slip.number, slip.room, text, state, slip.holder, due_at)


def _said(part: Part) -> str:
    return QCoreApplication.translate("HandoverPart", _WORDS[part])
