"""总览: the figures of a range, its course, why work waits, by what, what is oldest."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from models.statistics import Behind, Dimension, FigureKey, Part, Span
from models.statistics_report import StatisticsReport
from reports.statistics_face import COHORT, FLOW, FRONT, OTHERS
from ui.dashboard.asked import Asked, has_parts
from ui.dashboard.bar_lines import BarLines
from ui.dashboard.count_line import CountLine
from ui.dashboard.days_bar import moment
from ui.dashboard.figure_grid import FigureGrid
from ui.dashboard.figure_words import (
    dimension_name,
    figure_face,
    figure_title,
    split_name,
)
from ui.dashboard.trend_chart import TrendChart
from ui.dashboard.trend_words import (
    is_by_weeks,
    old_lines,
    reason_lines,
    split_lines,
    trend_bars,
)
from ui.finance.slip_lines import SlipLines
from ui.kit.label import Hairline, Label, Tone
from ui.kit.layout import column, pane, row
from ui.shell.frame import Frame
from ui.slip.field_flow import flow
from ui.slip.moment import Moments
from ui.slip.register_bar import SpanChip
from ui.theme.typeface import CAPTION, INPUT

MOST_REASONS, MOST_SPLIT, MOST_OLD = 6, 10, 10
SPLITS = (
    Dimension.TRADE,
    Dimension.BUILDING,
    Dimension.AREA,
    Dimension.JOB_TYPE,
    Dimension.SUPERVISOR,
    Dimension.TECHNICIAN,
)
REASONS_SHARE = 0.36


class Overview(QWidget):
    """Everything that stands on the one page."""

    wanted = Signal(object)
    """An ``Asked``: the slips behind something."""
    opened = Signal(int)
    """The id of a slip."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame
        self._moments = Moments(frame.work)
        self.report: StatisticsReport | None = None
        self.front = FigureGrid(FRONT, is_front=True)
        self.front.wanted.connect(self.open_figure)
        self.cohort = CountLine(COHORT)
        self.flow = CountLine(FLOW)
        for line in (self.cohort, self.flow):
            line.wanted.connect(self.open_figure)
        sums = row(self.cohort, self.flow, spacing=24)
        for place in (0, 1):
            sums.setStretch(place, 1)
        self._whole = pane("surface")
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setWidget(self._whole)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setAccessibleName(self.tr("Figures of the range"))
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column(self._scroll, spacing=0, on=self)
        self._column = column(
            self.front,
            Hairline(),
            sums,
            Hairline(),
            spacing=6,
            margins=(24, 8, 24, 16),
            on=self._whole,
        )
        self.dimension = Dimension.TRADE
        self.others: FigureGrid | None = None
        self.trend: TrendChart | None = None
        self.reasons: BarLines | None = None
        self.split: BarLines | None = None
        self.oldest: SlipLines | None = None
        self.chips: dict[Dimension, SpanChip] = {}

    def rest_to_make(self) -> Sequence[Callable[[], object]]:
        """What stands lower on the page, in steps."""
        return (self._make_course, self._make_others, self._make_lists)

    def make_rest(self) -> None:
        """Make what is not made yet."""
        for step in self.rest_to_make():
            step()

    def _make_others(self) -> None:
        self._make_course()
        if self.others is not None:
            return
        self.others = FigureGrid(OTHERS, is_front=False)
        self.others.wanted.connect(self.open_figure)
        self._column.addWidget(self.others)
        self._column.addWidget(Hairline())
        if self.report is not None:
            self.others.put(self.report)

    def _make_course(self) -> None:
        if self.trend is not None:
            return
        self.trend = TrendChart(self.tr("Course of the range"))
        self.trend.bars.opened.connect(self.open_step)
        self._trend_title = Label("", INPUT, is_strong=True)
        legend = Label(
            self.tr("filled: completed, hatched: unfinished"),
            CAPTION,
            tone=Tone.THIRD,
        )
        self.reasons = BarLines(self.tr("Reasons of unfinished slips"), is_split=False)
        self.reasons.opened.connect(self.open_reason)
        self._reasons_title = Label("", INPUT, is_strong=True)
        left, self._right = QWidget(), QWidget()
        column(flow(self._trend_title, legend, gap=12), self.trend, None, on=left)
        column(self._reasons_title, self.reasons, None, on=self._right)
        across = row(left, self._right, spacing=40)
        across.setStretch(0, 1)
        self._column.addLayout(across)
        self._column.addWidget(Hairline())
        self._fit()
        if self.report is not None:
            self._put_course(self.report)

    def _make_lists(self) -> None:
        self._make_others()
        if self.split is not None:
            return
        self.split = BarLines(self.tr("Slips told apart"), is_split=True)
        self.split.opened.connect(self.open_split)
        for dimension in SPLITS:
            chip = SpanChip(dimension_name(dimension), dimension)
            chip.setAutoExclusive(True)
            chip.clicked.connect(lambda _, to=dimension: self.tell_apart(to))
            self.chips[dimension] = chip
        self.oldest = SlipLines(self.tr("Slips that are open longest"))
        self.oldest.opened.connect(self.opened)
        self._old_title = Label("", INPUT, is_strong=True)
        left, right = QWidget(), QWidget()
        column(flow(*self.chips.values(), gap=4), self.split, None, on=left)
        column(self._old_title, self.oldest, None, on=right)
        across = row(left, right, spacing=40)
        across.setStretch(0, 4)
        across.setStretch(1, 5)
        self._column.addLayout(across)
        self._column.addStretch(1)
        self.tell_apart(self.dimension)
        if self.report is not None:
            self._put_lists(self.report)

    def put(self, report: StatisticsReport) -> None:
        """Show the figures of another report."""
        self.report = report
        self.front.put(report)
        for line in (self.cohort, self.flow):
            line.put(report)
        if self.others is not None:
            self.others.put(report)
        if self.trend is not None:
            self._put_course(report)
        if self.split is not None:
            self._put_lists(report)

    def _put_course(self, report: StatisticsReport) -> None:
        assert self.trend is not None and self.reasons is not None
        self.trend.put(trend_bars(report, self._frame.work.desk))
        self._trend_title.say(
            self.tr("Effective by week")
            if is_by_weeks(report)
            else self.tr("Effective by day")
        )
        self.reasons.show_lines(reason_lines(report.now), MOST_REASONS)
        unfinished = report.now.cohort.unfinished
        text = self.tr("Unfinished {count}: reasons")
        self._reasons_title.say(text.format(count=unfinished))
        self.reasons.setVisible(bool(report.now.reasons))

    def _put_lists(self, report: StatisticsReport) -> None:
        assert self.split is not None and self.oldest is not None
        self.split.show_lines(split_lines(report.now, self.dimension), MOST_SPLIT)
        self.split.setVisible(bool(report.now.splits.get(self.dimension)))
        self.oldest.put(old_lines(report, self._moments))
        self.oldest.fit(MOST_OLD)
        self.oldest.setVisible(bool(report.oldest))
        text = (
            self.tr("Open longest at {at}")
            if report.oldest
            else self.tr("Nothing was open at {at}")
        )
        at = moment(self._frame.work.desk, report.now.span.ends_at)
        self._old_title.say(text.format(at=at))

    def tell_apart(self, dimension: Dimension) -> None:
        """Split the cohort by something else."""
        self.dimension = dimension
        if self.split is None:
            return
        for each, chip in self.chips.items():
            chip.setChecked(each is dimension)
        self.split.choose(None)
        if self.report is not None:
            self._put_lists(self.report)

    # What is behind.

    def open_figure(self, key: FigureKey) -> None:
        """Look behind a figure."""
        if self.report is None:
            return
        now = self.report.now
        figure = now.figure(key)
        face = figure_face(self.report, key)
        asked = Asked(now.span, Behind(key), face.name, face.whole, has_parts(figure))
        self.wanted.emit(asked)

    def open_step(self, place: int) -> None:
        """Look behind a bar of the trend: what was issued on that day or in that
        week, as known at the moment of the whole.
        """
        if self.report is None:
            return
        point = self.report.trend[place]
        span = Span(point.from_at, point.until_at, self.report.now.span.at)
        assert self.trend is not None
        bar = self.trend.bars.bars.rows[place]
        key = FigureKey.COMPLETION_RATE
        asked = Asked(
            span,
            Behind(key, Part.DENOMINATOR),
            f"{bar.day} {figure_title(self.report, key)}",
            f"{bar.completed} / {bar.effective}",
            has_parts=True,
        )
        self.wanted.emit(asked)

    def open_reason(self, reason: str) -> None:
        """Look behind a reason: the unfinished slips that have it."""
        self._open_row(FigureKey.UNFINISHED, Dimension.REASON, reason)

    def open_split(self, name: str) -> None:
        """Look behind a row of the split."""
        self._open_row(FigureKey.COMPLETION_RATE, self.dimension, name)

    def _open_row(self, key: FigureKey, dimension: Dimension, name: str) -> None:
        if self.report is None:
            return
        is_rate = key is FigureKey.COMPLETION_RATE
        part = Part.DENOMINATOR if is_rate else Part.NUMERATOR
        title = f"{split_name(dimension, name)} {figure_title(self.report, key)}"
        asked = Asked(
            self.report.now.span,
            Behind(key, part, dimension, name),
            title,
            has_parts=is_rate,
        )
        self.wanted.emit(asked)

    def first_cell(self) -> QWidget:
        """Where the keyboard begins."""
        return self.front.cells[FRONT[0]]

    def scroll_to_end(self) -> None:
        """Show what stands lowest."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.maximum())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._scroll.verticalScrollBar()
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        bar.setValue(bar.value() + step * bar.pageStep())

    def _fit(self) -> None:
        if self.reasons is not None:
            room = self.width() - 48
            self._right.setFixedWidth(int(room * REASONS_SHARE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
