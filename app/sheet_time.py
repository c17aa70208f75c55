"""Times as people write them in their own sheets: 2026/3/5, 3月5日, 20260305, 下午2:30.

A cell may hold a day, a clock time, or both; a day may lack its year.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from models.sheet_grid import CellForm, GridCell

_DAY = re.compile(
    r"(?:(?P<year>\d{4}|\d{2})\s*[-/.年]\s*)?(?P<month>\d{1,2})\s*[-/.月]\s*"
    r"(?P<day>\d{1,2})\s*[日号]?"
)
_PACKED = re.compile(
    r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})"
    r"(?:\s?(?P<hour>\d{2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2}))?)?"
)
_CLOCK = re.compile(
    r"(?P<half>上午|下午|晚上|中午|早上|凌晨|傍晚|早|晚|[ap]\.?m\.?)?\s*"
    r"(?P<hour>\d{1,2})\s*[:时点]\s*(?P<minute>\d{1,2})?\s*分?"
    r"(?:\s*[:]?\s*(?P<second>\d{2})\s*秒?)?\s*(?P<after>[ap]\.?m\.?)?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"[(（]?\s*(?:星期|周|礼拜)[一二三四五六日天]\s*[)）]?")
_BARE_CLOCK = re.compile(r"(\d{1,2})(\d{2})")
_TENTHS = re.compile(r"\d{1,2}\.[123]")
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000
_DAY_SECONDS = 86_400
_EPOCH = date(1899, 12, 30)
_LATER_HALF = ("下午", "晚上", "晚", "傍晚", "p")


@dataclass(frozen=True, slots=True)
class Written:
    """What a cell says of a time; ``year`` None: the day lacks it."""

    month: int | None = None
    day: int | None = None
    year: int | None = None
    clock: time | None = None

    @property
    def has_day(self) -> bool:
        """Whether a day was written."""
        return self.day is not None


def read_written(cell: GridCell, *, may_be_bare: bool = False) -> Written | None:
    """What a cell says of a time; None if it is no time.

    ``may_be_bare``: another cell gives the day, so 1430 is half past two.
    """
    text = unicodedata.normalize("NFKC", cell.text).strip()
    if cell.form is CellForm.MOMENT:
        at = datetime.fromisoformat(text)
        clock = at.time() if at.time() != time() else None
        return Written(at.month, at.day, at.year, clock)
    if cell.form is CellForm.CLOCK:
        return Written(clock=time.fromisoformat(text))
    if cell.form is CellForm.NUMBER and (found := _read_number(text)) is not None:
        return found
    if cell.form not in (CellForm.TEXT, CellForm.NUMBER):
        return None
    if cell.form is CellForm.NUMBER and _TENTHS.fullmatch(text):
        return None  # 3.20 typed as a number stands there as 3.2
    return _read_text(_WEEKDAY.sub(" ", text).strip(), may_be_bare)


def _read_text(text: str, may_be_bare: bool) -> Written | None:
    if packed := _PACKED.fullmatch(text):
        clock = None
        if packed["hour"]:
            clock = _clock(packed["hour"], packed["minute"], packed["second"])
            if clock is None:
                return None
        return _day(packed["year"], packed["month"], packed["day"], clock)
    if found := _DAY.match(text):
        rest = text[found.end() :].replace("T", " ").strip()
        clock = None
        if rest:
            clock = _read_clock(rest)
            if clock is None:
                return None
        return _day(found["year"], found["month"], found["day"], clock)
    if (clock := _read_clock(text)) is not None:
        return Written(clock=clock)
    if may_be_bare and (bare := _BARE_CLOCK.fullmatch(text)):
        clock = _clock(bare[1], bare[2], None)
        return Written(clock=clock) if clock is not None else None
    return None


def _read_number(text: str) -> Written | None:
    """A spreadsheet's serial, or digits that were meant as a day."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    if not number.is_finite():
        return None
    if _FIRST_SERIAL <= number < _LAST_SERIAL:
        on = _EPOCH + timedelta(days=int(number))
        rest = number - int(number)
        return Written(on.month, on.day, on.year, _share(rest) if rest else None)
    if 0 < number < 1:
        return Written(clock=_share(number))
    return None


def _share(share: Decimal) -> time | None:
    seconds = min(int((share * _DAY_SECONDS).to_integral_value()), _DAY_SECONDS - 1)
    return time(seconds // 3600, seconds // 60 % 60, seconds % 60)


def _read_clock(text: str) -> time | None:
    found = _CLOCK.fullmatch(text)
    if found is None:
        return None
    half = (found["half"] or found["after"] or "").lower()
    hour = int(found["hour"])
    if (half.startswith(_LATER_HALF) and hour < 12) or (half == "中午" and hour < 3):
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    return _clock(str(hour), found["minute"] or "0", found["second"])


def _clock(hour: str, minute: str, second: str | None) -> time | None:
    try:
        return time(int(hour), int(minute), int(second or 0))
    except ValueError:
        return None


def _day(year: str | None, month: str, day: str, clock: time | None) -> Written | None:
    whole = None
    if year:
        whole = int(year) + (2000 if len(year) == 2 else 0)
    try:
        date(whole or 2000, int(month), int(day))  # 29 February may have its year later
    except ValueError:
        return None
    return Written(int(month), int(day), whole, clock)


def join(parts: list[Written]) -> Written:
    """A day from one cell and a clock time from another."""
    days = [part for part in parts if part.has_day]
    clocks = [part.clock for part in parts if part.clock is not None]
    day = days[0] if days else Written()
    return Written(day.month, day.day, day.year, clocks[-1] if clocks else None)


def local_time(
    written: Written, year: int | None, now: datetime, *, may_lie_ahead: bool = False
) -> datetime | None:
    """The local time that is meant; None if no day was written or none is possible.

    ``year`` is the sheet's own, if it says one; without it the latest such day that
    is not after ``now`` is meant (aware; the answer has its zone).
    """
    if written.month is None or written.day is None:
        return None
    clock = written.clock or time()
    years = [written.year or year or 0]
    if not years[0]:
        years = [now.year - back for back in range(5)]
        if may_lie_ahead:
            years = [now.year, now.year + 1, now.year - 1]
    for each in years:
        try:
            on = date(each, written.month, written.day)
        except ValueError:
            continue
        found = datetime.combine(on, clock, now.tzinfo)
        if len(years) == 1 or may_lie_ahead or found <= now:
            return found
    return None
