"""Counts the statistics of a span (统计, S4-4.1.4.3): every figure of 4.12."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.callback_count import count_callbacks
from app.desk import Desk
from app.limit_settings import Mode
from app.statistics_cohort import (
    PUBLIC,
    TOLD_APART,
    Group,
    Sums,
    Told,
    count_reasons,
    load_told,
    names_of,
)
from app.statistics_course import load_clerks, load_oldest, trend_of
from app.statistics_days import count_days, rates_of
from app.statistics_flow import count_flow
from app.statistics_money import count_money
from app.statistics_span import period_span, span_before
from app.time_limit import LIMIT, LimitKey
from models.callback_coverage import CallbackShare
from models.gap_case import GapCase
from models.natural_order import natural_key
from models.period import period_of
from models.slip import JobType
from models.staff import Permission
from models.statistics import (
    Dimension,
    Figure,
    FigureKey,
    Measure,
    Span,
    SpanKind,
)
from models.statistics_report import (
    Cohort,
    Flow,
    PersonRow,
    ReasonRow,
    SplitRow,
    Statistics,
    StatisticsReport,
)
from models.unit import AreaKind

RATES = (
    FigureKey.ARRIVAL,
    FigureKey.URGENT_RESPONSE,
    FigureKey.REPAIR_IN_TIME,
    FigureKey.INSPECTION,
    FigureKey.REWORK,
    FigureKey.SATISFACTION,
)
"""The rates of the cohort that are told apart by a fact of each slip."""


def load_statistics(session: Session, desk: Desk, span: Span) -> Statistics:
    """Every figure of a span, as known at its moment. Raises ``NotAllowed``."""
    desk.require(Permission.READ_BOOKS)
    return _statistics(session, desk, span, load_told(session, desk, span))


def load_statistics_report(
    session: Session, desk: Desk, span: Span
) -> StatisticsReport:
    """A span beside the one before it, its course, old slips and people.

    Raises ``NotAllowed``.
    """
    desk.require(Permission.READ_BOOKS)
    told = load_told(session, desk, span)
    return StatisticsReport(
        centre_name=desk.centre_name,
        now=_statistics(session, desk, span, told),
        before=_brief(session, desk, span_before(desk, span)),
        trend=trend_of(desk, span, told.days),
        oldest=load_oldest(session, desk, span),
        technicians=_technicians(told),
        clerks=load_clerks(session, desk, span, told.clerks),
        finance=_finance(session, desk, span),
    )


def _brief(session: Session, desk: Desk, span: Span) -> Statistics:
    """The figures alone, without splits and reasons."""
    told = load_told(session, desk, span, is_brief=True)
    return replace(_counted(session, desk, span, told), splits={})


def _statistics(session: Session, desk: Desk, span: Span, told: Told) -> Statistics:
    reasons = _pareto(count_reasons(session, desk, span))
    return replace(_counted(session, desk, span, told), reasons=reasons)


def _counted(session: Session, desk: Desk, span: Span, told: Told) -> Statistics:
    """Everything but the reasons."""
    sums = _sum(told.groups)
    cohort = _cohort(sums)
    flow = count_flow(session, desk, span, cohort.issued)
    figures = {
        **_of_cohort(cohort),
        **_of_flow(flow),
        **{key: _rate(key, sums) for key in RATES},
        **rates_of(count_days(session, desk, span)),
        **_callbacks(session, desk, span),
        **count_money(session, desk, span),
        FigureKey.COMPLAINTS: Figure(FigureKey.COMPLAINTS, Measure.NOT_KEPT),
        FigureKey.GAP_CASES: Figure(
            FigureKey.GAP_CASES, Measure.COUNT, _gap_cases(session, desk, span)
        ),
        **{key: _minutes(key, counted) for key, counted in told.minutes.items()},
    }
    return Statistics(
        span=span,
        cohort=cohort,
        flow=flow,
        figures={key: figures[key] for key in FigureKey},
        reasons=(),
        splits=_splits(told.groups),
        limits=limits_of(desk),
    )


def limits_of(desk: Desk) -> Mapping[str, str]:
    """The settings that rules of figures speak of, as they are now: numbers, and by
    the names of ``_ways_of`` which of several ways counts.
    """
    settings = desk.settings
    numbers = {
        "onsite": "unit_onsite_min",
        "urgent": "urgent_response_min",
        "finish": "urgent_finish_min",
        "days": "routine_finish_days",
        "warranty": "repair_warranty_days",
        "public": "callback_public_pct",
        "unit": "callback_unit_pct",
    }
    told = {name: str(settings.number(key)) for name, key in numbers.items()}
    for name, key in (
        ("return_by", "return_deadline"),
        ("feedback_by", "feedback_deadline"),
    ):
        told[name] = settings.text(key)
    return {**told, **_ways_of(desk)}


def _ways_of(desk: Desk) -> dict[str, str]:
    """Which of several ways a figure is counted, where the settings offer some."""
    settings = desk.settings
    limited = [
        LIMIT[key].mode_in(settings) is not Mode.OFF
        for key in (LimitKey.URGENT_FINISH, LimitKey.ROUTINE_FINISH)
    ]
    ways = {(True, True): "ALL", (True, False): "URGENT", (False, True): "ROUTINE"}
    return {
        "arrival_from": settings.text("sla_start"),
        "finish_of": ways.get((limited[0], limited[1]), "NONE"),
        "owners": settings.text("callback_owner_basis"),
        "public_of": settings.text("callback_public_basis"),
    }


def _sum(groups: Iterable[Group]) -> Sums:
    sums: Sums = defaultdict(int)
    for group in groups:
        for name, count in group.sums.items():
            sums[name] += count
    return sums


def _cohort(sums: Sums) -> Cohort:
    return Cohort(
        sums["issued"], sums["is_void"], sums["is_cancelled"], sums["is_completed"]
    )


def _rate(key: FigureKey, sums: Sums) -> Figure:
    return Figure(key, Measure.RATE, sums[key], sums[f"{key}_of"])


def _of_cohort(cohort: Cohort) -> dict[FigureKey, Figure]:
    figures = {
        key: Figure(key, Measure.COUNT, count)
        for key, count in (
            (FigureKey.ISSUED, cohort.issued),
            (FigureKey.VOID, cohort.void),
            (FigureKey.CANCELLED, cohort.cancelled),
            (FigureKey.EFFECTIVE, cohort.effective),
            (FigureKey.COMPLETED, cohort.completed),
            (FigureKey.UNFINISHED, cohort.unfinished),
        )
    }
    for key, measure, above in (
        (FigureKey.COMPLETION_RATE, Measure.RATE, cohort.completed),
        (FigureKey.UNFINISHED_RATE, Measure.REST, cohort.unfinished),
    ):
        figures[key] = Figure(key, measure, above, cohort.effective)
    return figures


def _of_flow(flow: Flow) -> dict[FigureKey, Figure]:
    return {
        key: Figure(key, Measure.COUNT, count)
        for key, count in (
            (FigureKey.CARRIED_IN, flow.carried_in),
            (FigureKey.COMPLETED_IN_WINDOW, flow.completed),
            (FigureKey.ENDED_IN_WINDOW, flow.ended),
            (FigureKey.CARRIED_OUT, flow.carried_out),
        )
    }


def _callbacks(session: Session, desk: Desk, span: Span) -> dict[FigureKey, Figure]:
    found = count_callbacks(session, desk, span.from_at, span.until_at, span.at)

    def figure(key: FigureKey, share: CallbackShare) -> Figure:
        return Figure(key, Measure.RATE, share.done, share.base, need=share.need)

    return {
        key: figure(key, share)
        for key, share in (
            (FigureKey.CALLBACK_UNIT, found.unit),
            (FigureKey.CALLBACK_PUBLIC, found.public),
            (FigureKey.CALLBACK_OVERALL, found.overall),
        )
    }


def _gap_cases(session: Session, desk: Desk, span: Span) -> int:
    found: int = session.execute(
        select(func.count()).where(
            GapCase.centre_id == desk.centre_id,
            GapCase.found_at >= span.from_at,
            GapCase.found_at < span.until_at,
            GapCase.found_at <= span.at,
        )
    ).scalar_one()
    return found


def _minutes(key: FigureKey, counted: Sequence[tuple[int, int]]) -> Figure:
    return Figure(
        key,
        Measure.MINUTES,
        sum(taken * count for taken, count in counted),
        sum(count for _, count in counted),
        median_of(counted),
    )


def median_of(counted: Sequence[tuple[int, int]]) -> Decimal | None:
    """The middle of values with how often each occurs, in order; None of nothing."""
    total = sum(count for _, count in counted)
    if not total:
        return None
    places, seen = ((total - 1) // 2, total // 2), 0
    found: list[int] = []
    for value, count in counted:
        seen += count
        while len(found) < 2 and places[len(found)] < seen:
            found.append(value)
    return (Decimal(sum(found)) / 2).quantize(Decimal("0.1"))


def _splits(groups: Iterable[Group]) -> dict[Dimension, tuple[SplitRow, ...]]:
    found: dict[Dimension, dict[str, tuple[int, int]]] = {
        each: defaultdict(lambda: (0, 0)) for each in TOLD_APART
    }
    for group in groups:
        effective, completed = group.sums["is_effective"], group.sums["is_completed"]
        if not effective:
            continue
        for dimension, word in group.words.items():
            rows = found[dimension]
            for name in names_of(dimension, word):
                before = rows[name]
                rows[name] = before[0] + effective, before[1] + completed
    return {dimension: _sorted(dimension, rows) for dimension, rows in found.items()}


def _sorted(
    dimension: Dimension, sums: Mapping[str, tuple[int, int]]
) -> tuple[SplitRow, ...]:
    rows = [SplitRow(name, *each) for name, each in sums.items()]
    order = {name: place for place, name in enumerate(_WORDS)}
    if dimension is Dimension.BUILDING:
        rows.sort(key=lambda row: natural_key(row.name))
    elif dimension in (Dimension.AREA, Dimension.JOB_TYPE):
        rows.sort(key=lambda row: order[row.name])
    else:
        rows.sort(key=lambda row: (not row.name, -row.effective, row.name))
    return tuple(rows)


_WORDS = (AreaKind.UNIT.value, PUBLIC, *(each.value for each in JobType))


def _pareto(counted: Mapping[str, int]) -> tuple[ReasonRow, ...]:
    total, running, rows = sum(counted.values()), 0, []
    for reason, count in sorted(counted.items(), key=lambda each: (-each[1], each[0])):
        running += count
        rows.append(ReasonRow(reason, count, running, total))
    return tuple(rows)


def _technicians(told: Told) -> tuple[PersonRow, ...]:
    """Who did what; slips nobody was named on are left out."""
    found: dict[str, list[Group]] = defaultdict(list)
    times: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for word, time in told.by_technicians.items():
        for name in names_of(Dimension.TECHNICIAN, word):
            times[name].append(time)
    for group in told.groups:
        word = group.words[Dimension.TECHNICIAN]
        if group.sums["is_effective"] and word:
            for name in names_of(Dimension.TECHNICIAN, word):
                found[name].append(group)
    rows = []
    for name, his in found.items():
        sums = _sum(his)
        rows.append(
            PersonRow(
                name=name,
                effective=sums["is_effective"],
                completed=sums["is_completed"],
                arrived=sums[FigureKey.ARRIVAL],
                arrival_base=sums[f"{FigureKey.ARRIVAL}_of"],
                satisfied=sums[FigureKey.SATISFACTION],
                answered=sums[f"{FigureKey.SATISFACTION}_of"],
                reworked=sums[FigureKey.REWORK],
                returned=sums[f"{FigureKey.REWORK}_of"],
                minutes=sum(minutes for minutes, _ in times[name]),
                timed=sum(slips for _, slips in times[name]),
            )
        )
    rows.sort(key=lambda row: (-row.effective, row.name))
    return tuple(rows)


def _finance(session: Session, desk: Desk, span: Span) -> tuple[str, Cohort] | None:
    """The line that reconciles a calendar month with its finance period (K-23)."""
    if span.kind is not SpanKind.MONTH:
        return None
    code = period_of(span.from_at, desk.zone)
    period = replace(period_span(desk, code), at=span.at)
    return code, _cohort(_sum(load_told(session, desk, period, is_brief=True).groups))
