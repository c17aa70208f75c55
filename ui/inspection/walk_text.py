"""The day's inspection as rows: what management must see, the walk, what is done."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from models.inspection_day import (
    Failure,
    InspectedWork,
    InspectionDay,
    WorkToInspect,
    walk_order,
)
from models.text import QT_TRANSLATE_NOOP
from ui.inspection.walk_row import Part, WalkRow
from ui.kit.fields import COMMA, NAME_MARK
from ui.kit.glyph import Shape
from ui.kit.label import Tone
from ui.language import translate
from ui.slip.moment import Moments
from ui.slip.room import room_text

_T = QT_TRANSLATE_NOOP
_UNSEEN = _T("Walk", "Failed, for the manager to see")
_INSPECTED = _T("Walk", "Inspected today")
_OLDER = _T("Walk", "{count} older ones are not listed")
_LATE = _T("Walk", "paper late")
_AGAIN = _T("Walk", "failed {times}×")
_URGENT = _T("Walk", "urgent")
_CORRECTED = _T("Walk", "corrected since")


def walk_rows(
    day: InspectionDay, moments: Moments, *, is_manager: bool
) -> list[WalkRow]:
    """All rows of the list with their headings."""
    rows: list[WalkRow] = []
    if is_manager and day.unseen:
        count = len(day.unseen)
        rows.append(_heading(translate("Walk", _UNSEEN), count, Tone.BAD))
        rows += [_failure(one, moments) for one in day.unseen]
    for area, work in _areas(day.waiting):
        rows.append(_heading(area, len(work)))
        rows += [_waiting(one, moments) for one in work]
    if day.older:
        text = translate("Walk", _OLDER).format(count=day.older)
        rows.append(WalkRow(Part.HEADING, 0, text, title_tone=Tone.WARN))
    if day.inspected:
        title = translate("Walk", _INSPECTED)
        rows.append(_heading(title, len(day.inspected), Tone.SECOND))
        rows += [_inspected(one, moments) for one in day.inspected]
    return rows


def _areas(
    waiting: Sequence[WorkToInspect],
) -> Iterator[tuple[str, list[WorkToInspect]]]:
    for area, work in groupby(walk_order(waiting), attrgetter("area")):
        yield area, list(work)


def _heading(title: str, count: int, tone: Tone = Tone.TEXT) -> WalkRow:
    return WalkRow(Part.HEADING, 0, title, str(count), title_tone=tone)


def _waiting(one: WorkToInspect, moments: Moments) -> WalkRow:
    mark, tone = _mark(one)
    return WalkRow(
        Part.WAITING,
        one.slip_id,
        _within(one.area, one.place),
        moments.write(one.returned_at),
        one.content,
        NAME_MARK.join(one.technicians) or one.trade,
        mark,
        tone,
    )


def _mark(one: WorkToInspect) -> tuple[str, Tone]:
    if one.rework_no:
        return translate("Walk", _AGAIN).format(times=one.rework_no), Tone.BAD
    if one.is_late:
        return translate("Walk", _LATE), Tone.WARN
    return (translate("Walk", _URGENT), Tone.BAD) if one.is_urgent else ("", Tone.WARN)


def _inspected(one: InspectedWork, moments: Moments) -> WalkRow:
    text = one.content if one.is_passed else COMMA.join((one.content, one.note))
    mark = "" if one.is_standing else translate("Walk", _CORRECTED)
    return WalkRow(
        Part.INSPECTED,
        one.inspection_id,
        room_text(None, one.area, one.place),
        moments.write(one.at),
        text,
        one.by,
        mark,
        Tone.SECOND,
        shape=Shape.TICK if one.is_passed else Shape.CROSS,
        shape_tone=Tone.OK if one.is_passed else Tone.BAD,
    )


def _failure(one: Failure, moments: Moments) -> WalkRow:
    again = translate("Walk", _AGAIN).format(times=one.failed_no)
    return WalkRow(
        Part.FAILURE,
        one.notice_id,
        room_text(None, one.area, one.place),
        moments.write(one.at),
        COMMA.join((one.content, one.note)),
        one.by,
        again if one.failed_no > 1 else "",
        Tone.BAD,
        shape=Shape.ALARM,
        shape_tone=Tone.BAD,
    )


def _within(area: str, place: str) -> str:
    """A place under the heading of its area, which it need not repeat."""
    rest = place.removeprefix(area).strip(" -，,、")
    return rest or place
