"""What a figure says: value, how it stands to the one before, from what it is made.

Screen and paper show the same faces.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from models.money import format_money
from models.statistics import Figure, FigureKey, Measure
from models.statistics_report import StatisticsReport
from models.text import Translate
from reports.office import Office, local_time
from reports.statistics_words import NOTHING, change_of, made_text
from reports.statistics_words import name_of as usual_name

_K = FigureKey
FRONT = (
    _K.COMPLETION_RATE,
    _K.RETURN_IN_TIME,
    _K.ARRIVAL,
    _K.CALLBACK_OVERALL,
    _K.SATISFACTION,
    _K.UNPAID,
)
"""The figures a manager looks at first."""
OTHERS = (
    _K.URGENT_RESPONSE,
    _K.REPAIR_IN_TIME,
    _K.FEEDBACK,
    _K.INSPECTION,
    _K.REWORK,
    _K.COLLECTION,
    _K.ARRIVAL_MINUTES,
    _K.FINISH_MINUTES,
    _K.CALLBACK_UNIT,
    _K.CALLBACK_PUBLIC,
    _K.GAP_CASES,
    _K.COMPLAINTS,
)
"""Every other one, under them."""
MINUS = "−"
COHORT: tuple[tuple[str, FigureKey], ...] = (
    ("", _K.ISSUED),
    (MINUS, _K.VOID),
    (MINUS, _K.CANCELLED),
    ("=", _K.EFFECTIVE),
    ("=", _K.COMPLETED),
    ("+", _K.UNFINISHED),
)
"""The cohort as a sum that comes out: signs and figures."""
FLOW: tuple[tuple[str, FigureKey], ...] = (
    ("", _K.CARRIED_IN),
    ("+", _K.ISSUED),
    (MINUS, _K.COMPLETED_IN_WINDOW),
    (MINUS, _K.ENDED_IN_WINDOW),
    ("=", _K.CARRIED_OUT),
)
"""What was open, came, went and is open: the same."""
MORE_IS_BETTER = frozenset(
    {
        _K.COMPLETED,
        _K.COMPLETION_RATE,
        _K.ARRIVAL,
        _K.URGENT_RESPONSE,
        _K.REPAIR_IN_TIME,
        _K.RETURN_IN_TIME,
        _K.FEEDBACK,
        _K.INSPECTION,
        _K.CALLBACK_UNIT,
        _K.CALLBACK_PUBLIC,
        _K.CALLBACK_OVERALL,
        _K.SATISFACTION,
        _K.COLLECTION,
    }
)
LESS_IS_BETTER = frozenset(
    {
        _K.UNFINISHED,
        _K.UNFINISHED_RATE,
        _K.REWORK,
        _K.UNPAID,
        _K.COMPLAINTS,
        _K.GAP_CASES,
        _K.ARRIVAL_MINUTES,
        _K.FINISH_MINUTES,
    }
)


@dataclass(frozen=True, slots=True)
class FigureFace:
    """A figure as it is shown.

    ``change`` says by how much it is more or less than the one before, ``step`` which
    way (1, -1; 0 where it is the same or unknown), ``meant`` whether that is better or
    worse; ``is_worse`` None where neither way is better.
    """

    key: FigureKey
    name: str
    value: str
    unit: str = ""
    change: str = ""
    step: int = 0
    is_worse: bool | None = None
    before: str = ""
    meant: str = ""
    made_of: str = ""

    @property
    def whole(self) -> str:
        """The value with its unit."""
        return f"{self.value} {self.unit}".strip()

    @property
    def spoken(self) -> str:
        """All of it in one line, as it is read aloud."""
        head = f"{self.name} {self.whole}"
        parts = (head, self.change, self.meant, self.before, self.made_of)
        return "，".join(part for part in parts if part)


def face_of(
    report: StatisticsReport, key: FigureKey, translate: Translate
) -> FigureFace:
    """A figure of the range beside the same of the range before."""
    now, before = report.now.figure(key), report.before.figure(key)
    name = name_of(key, report, translate)
    if now.measure is Measure.NOT_KEPT:
        not_kept = translate("FigureWords", "not kept yet")
        return FigureFace(key, name, NOTHING, made_of=not_kept)
    by = change_of(now, before)
    said = translate("FigureWords", "before {value}")
    change, step = "", 0
    if by is not None:
        change, step = _change(now, by, translate)
    is_worse = _is_worse(key, step)
    meant = {
        None: "",
        True: translate("FigureWords", "worse"),
        False: translate("FigureWords", "better"),
    }[is_worse]
    return FigureFace(
        key,
        name,
        value_text(now),
        unit_of(now, translate),
        change,
        step,
        is_worse,
        said.format(value=value_text(before)),
        meant,
        made_of(now, translate),
    )


def step_name(report: StatisticsReport, office: Office, at: datetime) -> str:
    """What a day or week of the trend that begins ``at`` is called; with its year
    where the course has days of the same name.
    """
    local = local_time(office, at)
    course = report.trend[-1].from_at - report.trend[0].from_at
    return f"{local:%y-%m-%d}" if course >= _YEAR else f"{local:%m-%d}"


_YEAR = timedelta(days=365)


def name_of(key: FigureKey, report: StatisticsReport, translate: Translate) -> str:
    """What a figure is called; that of the arrival names its limit."""
    if key is _K.ARRIVAL:
        text = translate("FigureWords", "On site in {onsite} min")
        return text.format_map(report.now.limits)
    return usual_name(key, translate)


def value_text(figure: Figure) -> str:
    """The figure without its unit; "—" where nothing can be divided."""
    if figure.measure is Measure.MONEY and figure.numerator is not None:
        return format_money(Decimal(figure.numerator))
    return figure.value or NOTHING


def unit_of(figure: Figure, translate: Translate) -> str:
    """What stands behind the value."""
    if figure.value is None:
        return ""
    match figure.measure:
        case Measure.RATE | Measure.REST | Measure.MONEY_RATE:
            return "%"
        case Measure.COUNT if figure.key is not _K.GAP_CASES:
            return translate("FigureWords", "slips")
        case _:
            return ""


def made_of(figure: Figure, translate: Translate) -> str:
    """The two numbers of a figure: ``381 / 404``, and how many are missing; of minutes
    the median.
    """
    if figure.measure is not Measure.MINUTES:
        return made_text(figure, translate)
    if figure.median is None:
        return ""
    text = translate("FigureWords", "median {median}, {count} slips")
    return text.format(median=figure.median, count=figure.denominator)


def _change(figure: Figure, by: Decimal, translate: Translate) -> tuple[str, int]:
    if not by:
        return translate("FigureWords", "as before"), 0
    is_money = figure.measure is Measure.MONEY
    amount = format_money(abs(by)) if is_money else f"{abs(by)}"
    if by > 0:
        return translate("FigureWords", "up {amount}").format(amount=amount), 1
    return translate("FigureWords", "down {amount}").format(amount=amount), -1


def _is_worse(key: FigureKey, step: int) -> bool | None:
    if not step:
        return None
    if key in MORE_IS_BETTER:
        return step < 0
    if key in LESS_IS_BETTER:
        return step > 0
    return None
