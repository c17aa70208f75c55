"""How the day's check stands in the list at the left: groups in the order of work."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.desk import Desk
from models.day_check import OUT_CLASSES, CheckedSlip, DayCheck
from models.return_check import CheckClass
from models.slip import SlipState
from models.text import QT_TRANSLATE_NOOP
from ui.kit.glyph import Shape
from ui.kit.label import Tone
from ui.language import translate
from ui.slip.moment import Moments


class Group(StrEnum):
    """Where a slip stands for whoever works through the day."""

    LOST = "lost"
    OPEN = "open"
    FEEDBACK = "feedback"
    LATE = "late"


_T = QT_TRANSLATE_NOOP
TITLES = {
    Group.LOST: _T("DayGroups", "Lost yesterday"),
    Group.OPEN: _T("DayGroups", "Not back"),
    Group.FEEDBACK: _T("DayGroups", "Told why not"),
    Group.LATE: _T("DayGroups", "Late"),
}
TONES = {
    Group.LOST: Tone.BAD,
    Group.OPEN: Tone.BAD,
    Group.FEEDBACK: Tone.TEXT,
    Group.LATE: Tone.WARN,
}


@dataclass(frozen=True, slots=True)
class DayRow:
    """A line of the list; ``slip_id`` None: the heading of a group, with its count."""

    group: Group
    slip_id: int | None
    first: str
    second: str = ""
    third: str = ""
    last: str = ""
    shape: Shape = Shape.TICK
    tone: Tone = Tone.SECOND
    has_typed: bool = False

    @property
    def choice(self) -> int | None:
        """The slip is what is chosen."""
        return self.slip_id

    @property
    def spoken(self) -> str:
        """All of it in one line."""
        parts = (self.first, self.second, self.third, self.last)
        return " ".join(part for part in parts if part)


def group_of(item: CheckedSlip) -> Group | None:
    """None for what came back in time: it stands in the ring alone."""
    if item.check_class is CheckClass.MISSING:
        return Group.LOST if item.was_missing else Group.OPEN
    if item.check_class is CheckClass.LATE:
        return Group.LATE
    return Group.FEEDBACK if item.check_class in OUT_CLASSES else None


def grouped(check: DayCheck) -> dict[Group, list[CheckedSlip]]:
    """The slips of each group; the newest that is out first, as it was handed out."""
    found: dict[Group, list[CheckedSlip]] = {group: [] for group in Group}
    for item in check.items:
        group = group_of(item)
        if group is not None:
            found[group].append(item)
    return found


def day_rows(check: DayCheck, moments: Moments, typed: frozenset[int]) -> list[DayRow]:
    """The lines of the list; an empty group has none."""
    rows: list[DayRow] = []
    for group, items in grouped(check).items():
        if not items:
            continue
        title = translate("DayGroups", TITLES[group])
        head = DayRow(group, None, title, str(len(items)), tone=TONES[group])
        rows.append(head)
        rows.extend(_row(group, item, moments, item.slip_id in typed) for item in items)
    return rows


_SHAPES = {
    Group.LOST: (Shape.ALARM, Tone.BAD),
    Group.OPEN: (Shape.THREE_QUARTERS, Tone.BAD),
    Group.FEEDBACK: (Shape.PAUSE, Tone.SECOND),
    Group.LATE: (Shape.TICK, Tone.WARN),
}


def _row(group: Group, item: CheckedSlip, moments: Moments, has_typed: bool) -> DayRow:
    shape, tone = _SHAPES[group]
    if group is Group.OPEN and item.state is SlipState.ISSUED:
        shape = Shape.DASHED
    if group is Group.FEEDBACK:
        third, at = item.reason or "", moments.write_short(item.eta_at)
    elif group is Group.LATE:
        third, at = _who(item), moments.write_short(item.returned_at)
    else:
        third, at = _who(item), moments.write_short(item.issued_at)
    room = item.unit_label or item.place
    return DayRow(
        group, item.slip_id, item.number, room, third, at, shape, tone, has_typed
    )


def _who(item: CheckedSlip) -> str:
    return " ".join(part for part in (item.trade, item.holder) if part)


def open_ids(check: DayCheck) -> list[int]:
    """The slips nobody has explained, yesterday's lost first."""
    groups = grouped(check)
    return [item.slip_id for item in (*groups[Group.LOST], *groups[Group.OPEN])]


def is_out(check: DayCheck, slip_id: int) -> CheckedSlip | None:
    """The slip if it is owed, None if it came back or is not of the day."""
    found: Sequence[CheckedSlip] = check.items
    return next((i for i in found if i.slip_id == slip_id and i.is_out), None)


def minute_of(desk: Desk, key: str, at: datetime) -> int:
    """How many minutes are left until a deadline of the day; below zero: over."""
    local = desk.local(at)
    return desk.settings.minute_of_day(key) - (local.hour * 60 + local.minute)
