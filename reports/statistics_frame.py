"""What stands around the figures of a statistics report: head, addressees, rules."""

from collections.abc import Iterator
from datetime import datetime

from models.rate import mean_text, rate_text
from models.slip import OPEN_STATES
from models.statistics import Dimension, Figure
from models.statistics_report import ClerkRow, OldSlip, PersonRow, StatisticsReport
from models.text import Translate
from reports.office import Office, local_time, procedure
from reports.slip_words import STATES
from reports.statistics_face import step_name
from reports.statistics_words import (
    DIMENSIONS,
    GROUPS,
    KINDS,
    NOTHING,
    change_text,
    made_text,
    name_of,
    rule_text,
    value_text,
    word_of,
)

TITLE = "工程维修统计"
"""The title of the document."""
ADDRESSEES = "物业总监、部门经理、副经理"
"""Who gets it (S4-4.1.4.3-1)."""
SPLITS = (
    Dimension.AREA,
    Dimension.JOB_TYPE,
    Dimension.TRADE,
    Dimension.BUILDING,
    Dimension.SUPERVISOR,
)

Row = tuple[str, ...]


class StatisticsFrame:
    """The texts of one report for one office, in one language."""

    def __init__(
        self, report: StatisticsReport, office: Office, translate: Translate
    ) -> None:
        self.report = report
        self.office = office
        self.translate = translate

    @property
    def title(self) -> str:
        """Centre and document."""
        return f"{self.report.centre_name}　{TITLE}"

    @property
    def kind(self) -> str:
        """Weekly, monthly, of a period, of a span."""
        return self.translate("SpanKind", KINDS[self.report.now.span.kind])

    @property
    def addressees(self) -> str:
        """To whom it is sent."""
        text = self.translate("Statistics", "To: {names}")
        return text.format(names=ADDRESSEES)

    @property
    def span(self) -> str:
        """The window with both of its bounds."""
        text = self.translate("Statistics", "From {first} to {last} (not included)")
        span = self.report.now.span
        return text.format(first=self.when(span.from_at), last=self.when(span.until_at))

    @property
    def basis(self) -> str:
        """What decides that a slip is in it, and until when it is counted."""
        text = self.translate(
            "Statistics",
            "Basis: time of issue, unless the rule of a figure names another. Cut-off:"
            " {time}, that second included.",
        )
        return text.format(time=self.when(self.report.now.span.at, seconds=True))

    @property
    def cut_off(self) -> str:
        """Until when it is counted."""
        text = self.translate("Statistics", "Cut-off: {time}")
        return text.format(time=self.when(self.report.now.span.at, seconds=True))

    @property
    def comparison(self) -> str:
        """What the span before is, and as of when."""
        text = self.translate(
            "Statistics",
            "Span before: {first} to {last}, cut-off {time}. Rates change by percentage"
            " points.",
        )
        span = self.report.before.span
        return text.format(
            first=self.when(span.from_at),
            last=self.when(span.until_at),
            time=self.when(span.at, seconds=True),
        )

    @property
    def others(self) -> str:
        """The identity of the flow."""
        flow = self.report.now.flow
        text = self.translate(
            "Statistics",
            "Flow: {carried_in} + {issued} − {completed} − {ended} + {others} ="
            " {carried_out} (opened again and others: {others})",
        )
        return text.format(
            carried_in=flow.carried_in,
            issued=flow.issued,
            completed=flow.completed,
            ended=flow.ended,
            others=flow.others,
            carried_out=flow.carried_out,
        )

    @property
    def finance(self) -> str:
        """The line that reconciles a month with its finance period (K-23)."""
        if self.report.finance is None:
            return ""
        code, cohort = self.report.finance
        text = self.translate(
            "Statistics",
            "Finance period {period} (21st to 20th): issued {issued}, effective"
            " {effective}, completed {completed}, {rate}",
        )
        rate = cohort.completion_rate
        return text.format(
            period=code,
            issued=cohort.issued,
            effective=cohort.effective,
            completed=cohort.completed,
            rate=NOTHING if rate is None else f"{rate} %",
        )

    @property
    def according(self) -> str:
        """The procedure, for the foot."""
        text = self.translate("Statistics", "According to {procedure} 4.1.4.3")
        return text.format(procedure=procedure(self.office))

    @property
    def page_number(self) -> str:
        """With {number} and {count} to be filled."""
        return self.translate("Statistics", "Page {number} of {count}")

    @property
    def signatures(self) -> Row:
        """Who made it and who read it."""
        return (
            self.translate("Statistics", "Made by (front desk):"),
            self.translate("Statistics", "Director:"),
            self.translate("Statistics", "Manager:"),
            self.translate("Statistics", "Deputy manager:"),
        )

    @property
    def heads(self) -> Row:
        """The headings of the table of figures."""
        return (
            self.translate("Statistics", "Figure"),
            self.translate("Statistics", "This span"),
            self.translate("Statistics", "Made of"),
            self.translate("Statistics", "Span before"),
            self.translate("Statistics", "Change"),
            self.translate("Statistics", "Rule"),
        )

    def groups(self) -> Iterator[tuple[str, list[tuple[Figure, Row]]]]:
        """The figures under their headings, each with its row of texts."""
        now, before = self.report.now.figures, self.report.before.figures
        number = 0
        for title, keys in GROUPS:
            rows: list[tuple[Figure, Row]] = []
            for key in keys:
                number += 1
                rows.append(
                    (
                        now[key],
                        (
                            name_of(key, self.translate),
                            value_text(now[key], self.translate),
                            made_text(now[key], self.translate),
                            value_text(before[key], self.translate),
                            change_text(now[key], before[key]),
                            str(number),
                        ),
                    )
                )
            yield self.translate("Statistics", title), rows

    def rules(self) -> list[Row]:
        """Number, figure and rule, in the order of the table."""
        keys = [key for _, keys in GROUPS for key in keys]
        return [
            (
                str(number),
                name_of(key, self.translate),
                rule_text(key, self.report.now.limits, self.translate),
            )
            for number, key in enumerate(keys, start=1)
        ]

    def dimension(self, dimension: Dimension) -> str:
        """What a split is by."""
        return self.translate("Dimension", DIMENSIONS[dimension])

    @property
    def split_heads(self) -> Row:
        """The headings of a split after the first."""
        return (
            self.translate("Statistics", "Effective"),
            self.translate("Statistics", "Completed"),
            self.translate("Statistics", "Unfinished"),
            self.translate("Statistics", "Completion rate"),
        )

    def split(self, dimension: Dimension) -> list[Row]:
        """The rows of a split."""
        return [
            (
                word_of(row.name, self.translate),
                str(row.effective),
                str(row.completed),
                str(row.unfinished),
                per_cent(row.rate),
            )
            for row in self.report.now.splits[dimension]
        ]

    @property
    def reason_heads(self) -> Row:
        """The headings of the reasons."""
        return (
            self.translate("Statistics", "Why unfinished"),
            self.translate("Statistics", "Slips"),
            self.translate("Statistics", "Share"),
            self.translate("Statistics", "Together"),
        )

    def reasons(self) -> list[Row]:
        """The Pareto of the reasons."""
        return [
            (
                row.reason,
                str(row.count),
                per_cent(row.share),
                per_cent(row.running_share),
            )
            for row in self.report.now.reasons
        ]

    @property
    def oldest_heads(self) -> Row:
        """The headings of the slips open longest."""
        return (
            self.translate("Statistics", "Number"),
            self.translate("Statistics", "Issued"),
            self.translate("Statistics", "Days"),
            self.translate("Statistics", "Place"),
            self.translate("Statistics", "What was asked"),
            self.translate("Statistics", "State"),
            self.translate("Statistics", "Who has it"),
            self.translate("Statistics", "Reason"),
        )

    def oldest(self) -> list[Row]:
        """The slips open longest."""
        return [self._old(slip) for slip in self.report.oldest]

    def _old(self, slip: OldSlip) -> Row:
        return (
            slip.number,
            self.when(slip.issued_at),
            str(slip.days),
            slip.room,
            slip.content,
            self._state(slip),
            slip.holder,
            slip.reason,
        )

    def _state(self, slip: OldSlip) -> str:
        """Its state now; what has come back since the end of the span says so."""
        state = STATES[slip.state]
        if slip.state in OPEN_STATES:
            return state
        return self.translate("Statistics", "since then {state}").format(state=state)

    @property
    def person_heads(self) -> Row:
        """The headings of the technicians."""
        return (
            self.dimension(Dimension.TECHNICIAN),
            self.translate("Statistics", "Effective"),
            self.translate("Statistics", "Completed"),
            self.translate("Statistics", "Completion rate"),
            self.translate("Statistics", "On site in time"),
            self.translate("Statistics", "Satisfaction"),
            self.translate("Statistics", "Rework rate"),
            self.translate("Statistics", "Minutes to finish"),
        )

    def people(self) -> list[Row]:
        """The technicians (S2-6A.3)."""
        return [self._person(row) for row in self.report.technicians]

    def _person(self, row: PersonRow) -> Row:
        return (
            row.name,
            str(row.effective),
            str(row.completed),
            per_cent(rate_text(row.completed, row.effective)),
            per_cent(rate_text(row.arrived, row.arrival_base)),
            per_cent(rate_text(row.satisfied, row.answered)),
            per_cent(rate_text(row.reworked, row.returned)),
            mean_text(row.minutes, row.timed) or NOTHING,
        )

    @property
    def clerk_heads(self) -> Row:
        """The headings of the people at the desk."""
        return (
            self.dimension(Dimension.CLERK),
            self.translate("Statistics", "Issued"),
            self.translate("Statistics", "Void"),
            self.translate("Statistics", "Papers taken back"),
            self.translate("Statistics", "Callbacks tried"),
            self.translate("Statistics", "Reached"),
        )

    def clerks(self) -> list[Row]:
        """The people at the desk."""
        return [self._clerk(row) for row in self.report.clerks]

    def _clerk(self, row: ClerkRow) -> Row:
        counts = (row.issued, row.void, row.returned, row.called, row.reached)
        return (word_of(row.name, self.translate), *map(str, counts))

    def when(self, at: datetime, *, seconds: bool = False) -> str:
        """An instant as the site's clock shows it."""
        form = "%Y-%m-%d %H:%M:%S" if seconds else "%Y-%m-%d %H:%M"
        return f"{local_time(self.office, at):{form}}"

    def step_names(self) -> list[str]:
        """The days or weeks of the trend, as short as they can be."""
        return [
            step_name(self.report, self.office, point.from_at)
            for point in self.report.trend
        ]


def per_cent(rate: str | None) -> str:
    """A rate with its sign, or "—"."""
    return NOTHING if rate is None else f"{rate} %"
