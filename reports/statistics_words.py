"""The words of the statistics: the name of every figure, and the rule that counts it.

Papers, commands and windows say the same: a figure is looked up by its key. A rule may
speak of a limit; ``rule_text`` puts in what the centre has set.
"""

from collections.abc import Mapping
from decimal import Decimal

from models.money import format_money
from models.statistics import (
    Dimension,
    Figure,
    FigureKey,
    Figures,
    Measure,
    SpanKind,
)
from models.text import QT_TRANSLATE_NOOP, Translate

K = FigureKey
_T = QT_TRANSLATE_NOOP
NOTHING = "—"
"""Stands where nothing can be divided: never 0 % and never 100 %."""

FIGURES: Mapping[str, str] = {
    K.ISSUED: _T("FigureKey", "Issued"),
    K.VOID: _T("FigureKey", "Void"),
    K.CANCELLED: _T("FigureKey", "Cancelled"),
    K.EFFECTIVE: _T("FigureKey", "Effective"),
    K.COMPLETED: _T("FigureKey", "Completed"),
    K.UNFINISHED: _T("FigureKey", "Unfinished"),
    K.COMPLETION_RATE: _T("FigureKey", "Completion rate"),
    K.UNFINISHED_RATE: _T("FigureKey", "Unfinished rate"),
    K.CARRIED_IN: _T("FigureKey", "Open at the start"),
    K.COMPLETED_IN_WINDOW: _T("FigureKey", "Completed in the span"),
    K.ENDED_IN_WINDOW: _T("FigureKey", "Void or cancelled in the span"),
    K.CARRIED_OUT: _T("FigureKey", "Open at the end"),
    K.ARRIVAL: _T("FigureKey", "On site in time"),
    K.URGENT_RESPONSE: _T("FigureKey", "Urgent response in time"),
    K.REPAIR_IN_TIME: _T("FigureKey", "Repaired in time"),
    K.RETURN_IN_TIME: _T("FigureKey", "Returned in time"),
    K.FEEDBACK: _T("FigureKey", "Explained in time"),
    K.INSPECTION: _T("FigureKey", "Passed inspection"),
    K.REWORK: _T("FigureKey", "Rework rate"),
    K.CALLBACK_UNIT: _T("FigureKey", "Callbacks, owners"),
    K.CALLBACK_PUBLIC: _T("FigureKey", "Callbacks, public"),
    K.CALLBACK_OVERALL: _T("FigureKey", "Callbacks, overall"),
    K.SATISFACTION: _T("FigureKey", "Satisfaction"),
    K.COLLECTION: _T("FigureKey", "Collection rate"),
    K.UNPAID: _T("FigureKey", "Unpaid"),
    K.COMPLAINTS: _T("FigureKey", "Valid complaints"),
    K.GAP_CASES: _T("FigureKey", "Missing slips chased"),
    K.ARRIVAL_MINUTES: _T("FigureKey", "Minutes to arrive"),
    K.FINISH_MINUTES: _T("FigureKey", "Minutes to finish"),
}

RULES: Mapping[FigureKey, str] = {
    K.ISSUED: _T("Statistics", "Slips issued in the span, by their time of issue."),
    K.VOID: _T("Statistics", "Of those, the ones that were void by the cut-off."),
    K.CANCELLED: _T(
        "Statistics", "Of those, the ones that were cancelled by the cut-off."
    ),
    K.EFFECTIVE: _T("Statistics", "Issued less void less cancelled."),
    K.COMPLETED: _T(
        "Statistics",
        "Effective slips that were back with the work completed by the cut-off; those"
        " that failed their inspection or were reopened are out again and do not"
        " count.",
    ),
    K.UNFINISHED: _T(
        "Statistics",
        "Effective less completed; each by the reason of its latest feedback by the"
        " cut-off.",
    ),
    K.COMPLETION_RATE: _T("Statistics", "Completed of effective."),
    K.UNFINISHED_RATE: _T("Statistics", "100.00 % less the completion rate."),
    K.CARRIED_IN: _T(
        "Statistics",
        "Slips issued before the span that were open at its first second.",
    ),
    K.COMPLETED_IN_WINDOW: _T(
        "Statistics",
        "Slips whose completed return fell into the span and that are not out again at"
        " the cut-off, whenever they were issued.",
    ),
    K.ENDED_IN_WINDOW: _T(
        "Statistics",
        "Slips that were void or cancelled in the span, whenever they were issued.",
    ),
    K.CARRIED_OUT: _T(
        "Statistics",
        "Slips open at the end of the span or at the cut-off, whichever is earlier.",
    ),
    K.ARRIVAL: _T(
        "Statistics",
        "Effective unit slips: there within {onsite} minutes of the supervisor's"
        " receipt (else of the dispatch), with an appointment by the appointment;"
        " of those that arrived or whose limit had passed. Seconds are cut off.",
    ),
    K.URGENT_RESPONSE: _T(
        "Statistics",
        "Effective urgent slips dispatched within {urgent} minutes of the issue, of"
        " all effective urgent slips.",
    ),
    K.REPAIR_IN_TIME: _T(
        "Statistics",
        "Effective slips done within their limit (urgent {finish} minutes, routine by"
        " the end of day {days} after the issue; disputes do not count), of those"
        " done or with the limit passed. Planned work has no limit.",
    ),
    K.RETURN_IN_TIME: _T(
        "Statistics",
        "Return checks of the span's days: back by {return_by}, of all that were back"
        " at the check. All days added up, then divided.",
    ),
    K.FEEDBACK: _T(
        "Statistics",
        "Return checks of the span's days: explained by {feedback_by}, of all that"
        " were out at the check. All days added up, then divided.",
    ),
    K.INSPECTION: _T(
        "Statistics",
        "Effective public slips whose first inspection passed, of those inspected.",
    ),
    K.REWORK: _T(
        "Statistics",
        "Slips that came back completed and were reopened or followed by a rework"
        " slip within {warranty} days, of those that came back completed.",
    ),
    K.CALLBACK_UNIT: _T(
        "Statistics",
        "Slips of units whose completed return fell into the span and about whom"
        " somebody was reached by the cut-off, of all of them; needed {unit} %.",
    ),
    K.CALLBACK_PUBLIC: _T(
        "Statistics",
        "The same of public slips that passed their inspection; needed {public} %.",
    ),
    K.CALLBACK_OVERALL: _T("Statistics", "Both classes together."),
    K.SATISFACTION: _T(
        "Statistics",
        "Effective slips whose latest answered callback says satisfied or fairly"
        " satisfied, of those that say anything.",
    ),
    K.COLLECTION: _T(
        "Statistics",
        "Received less refunded, of charged less waived with adjustments: what the"
        " statement of the period posts, else what fell into the span. Money for"
        " earlier slips counts, so it may be over 100 %.",
    ),
    K.UNPAID: _T(
        "Statistics",
        "What was owed on all slips at the end of the span; of a finance period the"
        " balance of its statement.",
    ),
    K.COMPLAINTS: _T("Statistics", "Complaints are not kept in this program yet."),
    K.GAP_CASES: _T(
        "Statistics", "Missing numbers, copies and forms found in the span."
    ),
    K.ARRIVAL_MINUTES: _T(
        "Statistics",
        "Effective slips without an appointment, from the start of the arrival to the"
        " arrival; average and median.",
    ),
    K.FINISH_MINUTES: _T(
        "Statistics",
        "Completed slips, from the issue to the end of the work, disputes left out;"
        " average and median.",
    ),
}

WAYS: Mapping[FigureKey, Mapping[tuple[str, str], str]] = {
    K.ARRIVAL: {
        ("arrival_from", "DISPATCHED"): _T(
            "Statistics",
            "Effective unit slips: there within {onsite} minutes of the dispatch, with"
            " an appointment by the appointment; of those that arrived or whose limit"
            " had passed. Seconds are cut off.",
        ),
        ("arrival_from", "ISSUED"): _T(
            "Statistics",
            "Effective unit slips: there within {onsite} minutes of the issue, with"
            " an appointment by the appointment; of those that arrived or whose limit"
            " had passed. Seconds are cut off.",
        ),
    },
    K.REPAIR_IN_TIME: {
        ("finish_of", "URGENT"): _T(
            "Statistics",
            "Effective urgent slips done within {finish} minutes (disputes do not"
            " count), of those done or with the limit passed. Other work has no limit.",
        ),
        ("finish_of", "ROUTINE"): _T(
            "Statistics",
            "Effective routine slips done by the end of day {days} after the issue"
            " (disputes do not count), of those done or with the limit passed. Other"
            " work has no limit.",
        ),
        ("finish_of", "NONE"): _T(
            "Statistics", "The centre has set no limit for the end of the work."
        ),
    },
    K.CALLBACK_UNIT: {
        ("owners", "UNIT_OR_OWNER_REPORTED"): _T(
            "Statistics",
            "Slips of units, and public ones that an owner reported, whose completed"
            " return fell into the span and about whom somebody was reached by the"
            " cut-off, of all of them; needed {unit} %.",
        ),
    },
    K.CALLBACK_PUBLIC: {
        ("public_of", "OVERALL"): _T(
            "Statistics",
            "The same of public slips that passed their inspection; needed: what is"
            " missing to {public} % of both classes together.",
        ),
    },
}
"""The rules of figures that the centre has set to be counted in another way."""

DIMENSIONS: Mapping[str, str] = {
    Dimension.AREA: _T("Dimension", "Area kind"),
    Dimension.TRADE: _T("Dimension", "Trade"),
    Dimension.JOB_TYPE: _T("Dimension", "Job type"),
    Dimension.SUPERVISOR: _T("Dimension", "Supervisor"),
    Dimension.TECHNICIAN: _T("Dimension", "Technician"),
    Dimension.BUILDING: _T("Dimension", "Building or area"),
    Dimension.CLERK: _T("Dimension", "Taken down by"),
    Dimension.REASON: _T("Dimension", "Reason"),
}

NAMES: Mapping[str, str] = {
    "unit": _T("Statistics", "Units"),
    "public": _T("Statistics", "Public areas"),
    "urgent": _T("Statistics", "Urgent"),
    "routine": _T("Statistics", "Routine"),
    "planned": _T("Statistics", "Planned"),
    "": _T("Statistics", "(not named)"),
}
"""Words of a split that are no names of people, trades or places."""

KINDS: Mapping[str, str] = {
    SpanKind.WEEK: _T("SpanKind", "Weekly report"),
    SpanKind.MONTH: _T("SpanKind", "Monthly report"),
    SpanKind.PERIOD: _T("SpanKind", "Report of a finance period"),
    SpanKind.ANY: _T("SpanKind", "Report of a span"),
}

NOT_KEPT = _T("Statistics", "not kept")

GROUPS: tuple[tuple[str, tuple[FigureKey, ...]], ...] = (
    (
        _T("Statistics", "Issue and completion"),
        (
            K.ISSUED,
            K.VOID,
            K.CANCELLED,
            K.EFFECTIVE,
            K.COMPLETED,
            K.UNFINISHED,
            K.COMPLETION_RATE,
            K.UNFINISHED_RATE,
        ),
    ),
    (
        _T("Statistics", "Carried over"),
        (
            K.CARRIED_IN,
            K.COMPLETED_IN_WINDOW,
            K.ENDED_IN_WINDOW,
            K.CARRIED_OUT,
        ),
    ),
    (
        _T("Statistics", "In time"),
        (
            K.ARRIVAL,
            K.URGENT_RESPONSE,
            K.REPAIR_IN_TIME,
            K.RETURN_IN_TIME,
            K.FEEDBACK,
            K.ARRIVAL_MINUTES,
            K.FINISH_MINUTES,
        ),
    ),
    (
        _T("Statistics", "Quality"),
        (
            K.INSPECTION,
            K.REWORK,
            K.CALLBACK_UNIT,
            K.CALLBACK_PUBLIC,
            K.CALLBACK_OVERALL,
            K.SATISFACTION,
            K.COMPLAINTS,
            K.GAP_CASES,
        ),
    ),
    (_T("Statistics", "Money"), (K.COLLECTION, K.UNPAID)),
)
"""The figures of a report under their headings; every figure stands once."""


def name_of(key: FigureKey, translate: Translate) -> str:
    """What a figure is called."""
    return translate("FigureKey", FIGURES[key])


def rule_text(key: FigureKey, limits: Mapping[str, str], translate: Translate) -> str:
    """What counted, in words, with the limits of the centre."""
    ways = WAYS.get(key, {})
    rule = next((ways[way] for way in limits.items() if way in ways), RULES[key])
    return translate("Statistics", rule).format(**limits)


def word_of(name: str, translate: Translate) -> str:
    """A row of a split as people read it."""
    text = NAMES.get(name)
    return name if text is None else translate("Statistics", text)


def value_text(figure: Figure, translate: Translate) -> str:
    """A figure with its unit; "—" where nothing can be divided."""
    if figure.measure is Measure.NOT_KEPT:
        return translate("Statistics", NOT_KEPT)
    if figure.value is None:
        return NOTHING
    match figure.measure:
        case Measure.COUNT:
            return figure.value
        case Measure.MONEY:
            return format_money(Decimal(figure.value))
        case Measure.MINUTES:
            text = translate("Statistics", "{mean} (median {median})")
            return text.format(mean=figure.value, median=figure.median)
        case _:
            return f"{figure.value} %"


def parts_text(figure: Figure) -> str:
    """What was divided by what; empty where nothing is."""
    above, below = figure.numerator, figure.denominator
    match figure.measure:
        case Measure.RATE | Measure.REST | Measure.MINUTES:
            return f"{above} / {below}"
        case Measure.MONEY_RATE if above is not None and below is not None:
            return f"{format_money(Decimal(above))} / {format_money(Decimal(below))}"
        case _:
            return ""


def made_text(figure: Figure, translate: Translate) -> str:
    """The same, and how many are missing where so many must be reached."""
    parts = parts_text(figure)
    # Of both classes together it says nothing: more of one is not less of the other.
    if figure.key is K.CALLBACK_OVERALL or figure.need is None or figure.is_met:
        return parts
    assert isinstance(figure.numerator, int)
    text = translate("Statistics", "{parts}, {missing} to go")
    return text.format(parts=parts, missing=figure.need - figure.numerator)


def change_of(figure: Figure, before: Figure) -> Decimal | None:
    """The difference to the span before; None where one of both cannot be told."""
    if figure.value is None or before.value is None:
        return None
    return Decimal(figure.value) - Decimal(before.value)


def change_text(figure: Figure, before: Figure) -> str:
    """The difference with its sign."""
    change = change_of(figure, before)
    if change is None:
        return NOTHING
    if figure.measure is Measure.MONEY:
        return f"+{format_money(change)}" if change > 0 else format_money(change)
    return f"{change:+f}".replace("-", "−") if change else "0"


def in_order(figures: Figures) -> tuple[Figure, ...]:
    """The figures in the order of a report."""
    return tuple(figures[key] for _, keys in GROUPS for key in keys)
