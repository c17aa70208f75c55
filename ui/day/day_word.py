"""The headings of the lists of the day in the window's language."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from models.text import QT_TRANSLATE_NOOP
from ui.kit.column import Column
from ui.kit.label import Tone
from ui.kit.painting import text_width, with_gaps
from ui.kit.row_table_header import FIRST_PADDING, PADDING
from ui.theme.typeface import CAPTION, typeface

_T = QT_TRANSLATE_NOOP
_TITLES = {
    "number": _T("DayColumn", "Number"),
    "room": _T("DayColumn", "Unit or place"),
    "content": _T("DayColumn", "Fault"),
    "state": _T("DayColumn", "State"),
    "eta": _T("DayColumn", "Expected"),
    "engineering": _T("DayColumn", "Engineering"),
    "housekeeping": _T("DayColumn", "Housekeeping"),
    "kind": _T("DayColumn", "What is missing"),
    "ref": _T("DayColumn", "Which"),
    "where": _T("DayColumn", "Last place"),
    "found": _T("DayColumn", "Found"),
    "cause": _T("DayColumn", "Cause"),
    "owner": _T("DayColumn", "Chased by"),
    "resolution": _T("DayColumn", "Result"),
    "closed": _T("DayColumn", "Closed"),
    "pack": _T("DayColumn", "Pack"),
    "received": _T("DayColumn", "Received"),
    "receiver": _T("DayColumn", "Received by"),
    "used": _T("DayColumn", "Used"),
    "spoiled": _T("DayColumn", "Spoiled"),
    "missing": _T("DayColumn", "Missing"),
    "unused": _T("DayColumn", "Unused"),
    "part": _T("DayColumn", "Told as"),
    "holder": _T("DayColumn", "In hand of"),
    "due": _T("DayColumn", "Expected, appointed"),
    "shift": _T("DayColumn", "Shift"),
    "given": _T("DayColumn", "Given and taken by"),
    "handed": _T("DayColumn", "Handed over"),
}


def day_column(
    key: str,
    text: Callable[[Any], str],
    width: int,
    *,
    is_strong: bool = False,
    is_number: bool = False,
    takes_rest: bool = False,
    tone: Tone | Callable[[Any], Tone] = Tone.TEXT,
    **more: Any,
) -> Column[Any]:
    """One column; what is neither strong nor a number may be cut short."""
    title = QCoreApplication.translate("DayColumn", _TITLES[key])
    needed = int(text_width(with_gaps(title), typeface(CAPTION, is_strong=True)))
    return Column(
        key,
        title,
        text,
        max(width, needed + FIRST_PADDING + 2 * PADDING),
        tone=tone,
        is_strong=is_strong,
        is_number=is_number,
        takes_rest=takes_rest,
        may_cut=not (is_strong or is_number),
        **more,
    )
