"""汇总: the first sheet of the statement's workbook, whose figures are live."""

from datetime import datetime

from openpyxl.utils import get_column_letter

from models.ledger_entry import PayMethod
from models.money import ZERO
from reports.office import local_time
from reports.sheet import Kind
from reports.sheet_stream import Content, Formula, StreamBook
from reports.statement_figures import Figures
from reports.statement_frame import Frame
from reports.statement_grid import Grid
from reports.statement_list import (
    BALANCES,
    BATCHES,
    SLIPS_A,
    SLIPS_B,
    SLIPS_C,
)
from reports.statement_page import lay_out
from reports.statement_sheet import text_lines
from reports.statement_style import LINE, Styles
from reports.statement_summary_sums import SUMS, SummarySums

NAME = "汇总"

WIDTHS = (15, 16, 16, 17, 16, 9, 3, 16, 16, 16, 9)
_LAST = len(WIDTHS)
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's time is local


def add_summary(
    book: StreamBook, styles: Styles, frame: Frame, figures: Figures
) -> None:
    """Add the sheet; ``figures`` are those of the lists by their names."""
    grid = Grid(WIDTHS)
    writer = _SummaryWriter(styles, frame, figures, grid)
    writer.fill()
    end = f"{get_column_letter(_LAST)}{grid.last}"
    sheet = book.add(NAME, grid.rows(), end)
    lay_out(sheet, frame, title=NAME, heads=0, last=end)
    sheet.page_setup.fitToHeight = 1 if grid.last < 48 else 0
    sheet.freeze_panes = "A4"
    for index, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    grid.join(sheet)


class _SummaryWriter(SummarySums):
    """Fills the grid from above down."""

    def fill(self) -> None:
        """Everything on the sheet."""
        self._heads()
        self.sums()
        self.capitals(SUMS + 8)
        self.methods(SUMS)
        row = self._counts(SUMS + 13)
        row = self._tie_outs(row + 1)
        row = self._numbers(row + 1)
        row = self._gaps(row + 1)
        self._end(row + 1)

    def _heads(self) -> None:
        grid, styles, frame = self._grid, self._styles, self._frame
        grid.put(1, 1, styles.title, frame.title, until=_LAST)
        grid.raise_to(1, 30)
        grid.put(2, 1, styles.subtitle, frame.period, until=_LAST)
        facts = (frame.basis, frame.state, frame.people)
        said = "　".join(facts if self._told.is_closed else (*facts[1:], facts[0]))
        style = styles.subtitle if self._told.is_closed else styles.warning
        grid.put(3, 1, style, said, until=_LAST)
        for row, text in ((2, frame.period), (3, said)):
            lines = text_lines(text, grid.room(1, _LAST))
            grid.raise_to(row, LINE * lines + 4)

    def _counts(self, row: int) -> int:
        """How many slips and copies; answers with the next free row."""
        translate, places, counts = self._translate, self._places, self._frame.counts()
        a, b, c = (places[each.name] for each in (SLIPS_A, SLIPS_B, SLIPS_C))
        batches = places[BATCHES.name]
        words = self._frame.words
        starts = local_time(self._frame.office, self._told.starts_at)
        assert starts is not None
        serial = (starts - _EPOCH).days
        early = (
            f'COUNTIF({a.range("bundle")},"{words.early}")'
            f'+COUNTIF({b.range("bundle")},"{words.early}")'
        )
        bare = (
            f'COUNTIF({a.range("bundle")},"{words.no_paper}")'
            f'+COUNTIF({b.range("bundle")},"{words.no_paper}")'
        )
        late = f"-{counts.late}" if counts.late else ""
        figures: tuple[tuple[int, str, Content], ...] = (
            (1, translate("Statement", "Slips issued"), counts.issued),
            (2, translate("Statement", "A, copy in hand"), Formula(a.count, counts.a)),
            (3, translate("Statement", "B, came later"), Formula(b.count, counts.b)),
            (
                4,
                translate("Statement", "C, copy not in hand"),
                Formula(c.count, counts.c),
            ),
            (
                5,
                translate("Statement", "C of this period"),
                Formula(f'COUNTIF({c.range("issued")},">={serial}")', counts.c_own),
            ),
            (
                8,
                translate("Statement", "Copies in bundles"),
                Formula(batches.cell("copies") + late, counts.bundled),
            ),
            (9, translate("Statement", "Brought early"), Formula(early, counts.early)),
            (
                10,
                translate("Statement", "A and B with paper"),
                Formula(f"B{row + 1}+C{row + 1}-({bare})", counts.papers),
            ),
        )
        for column, title, content in figures:
            self.headings(row, column, (title,))
            style = self._styles.cells[Kind.WHOLE]
            self._grid.put(row + 1, column, style, content)
        self._grid.raise_to(row + 1, LINE + 5)
        self._counted = row + 1
        return row + 2

    def _tie_outs(self, row: int) -> int:
        """The five identities; beside what the books say, what the sheets come to."""
        translate, grid, styles = self._translate, self._grid, self._styles
        title = translate("Statement", "Tie-out")
        grid.put(row, 1, styles.heading, title, until=7)
        heads = (
            translate("Statement", "One side"),
            translate("Statement", "Other side"),
            translate("Statement", "The books"),
            translate("Statement", "These sheets"),
        )
        for column, text in enumerate(heads, start=8):
            grid.put(row, column, styles.heading, text)
        grid.raise_to(row, LINE + 5)
        for tie, check in zip(self._frame.tie_outs(), self._checks(), strict=False):
            row += 1
            text = f"{tie.sign} {tie.sentence}"
            grid.put(row, 1, styles.cells[Kind.TEXT], text, until=7)
            grid.put(row, 8, styles.verdict, tie.left)
            grid.put(row, 9, styles.verdict, tie.right)
            grid.put(row, 10, styles.verdict, tie.verdict)
            grid.put(row, 11, styles.verdict, check)
            lines = text_lines(text, grid.room(1, 7))
            grid.raise_to(row, LINE * lines + 5)
        return row + 1

    def _checks(self) -> tuple[Formula, ...]:
        """Each identity reckoned from the cells of this workbook."""
        row, counts, told = self._counted, self._frame.counts(), self._told
        closing, received = SUMS + 7, SUMS + 5
        together = SUMS + 1 + len(PayMethod)
        balances = self._places[BALANCES.name].cell("amount")
        listed = self._figures[BALANCES.name].total("amount")
        return (
            self.agreed(
                f"A{row}=B{row}+E{row}", counts.issued, counts.a + counts.c_own
            ),
            self.agreed(
                f"ROUND(D{closing}-E{closing},2)=0",
                self.closing(),
                told.closing,
            ),
            self.agreed(
                f"ROUND(I{together}-D{received},2)=0",
                sum(told.received_by_method.values(), ZERO),
                told.received.total,
            ),
            self.agreed(
                f"H{row}+I{row}=J{row}", counts.bundled + counts.early, counts.papers
            ),
            self.agreed(f"ROUND({balances}-D{closing},2)=0", listed, self.closing()),
        )

    def _numbers(self, row: int) -> int:
        """Void and cancelled slips: they are in A or B with their numbers."""
        translate, grid, styles = self._translate, self._grid, self._styles
        void = translate("Statement", "Void: {count}").format(
            count=len(self._told.void)
        )
        cancelled = translate("Statement", "Cancelled: {count}").format(
            count=len(self._told.cancelled)
        )
        for title, numbers in (
            (void, self._told.void),
            (cancelled, self._told.cancelled),
        ):
            text = "、".join(numbers) or self._frame.words.none
            grid.put(row, 1, styles.cells[Kind.TEXT], title)
            grid.put(row, 2, styles.cells[Kind.TEXT], text, until=_LAST)
            lines = text_lines(text, grid.room(2, _LAST))
            grid.raise_to(row, min(LINE * lines + 5, 400))
            row += 1
        return row

    def _gaps(self, row: int) -> int:
        """Gap cases that are still open."""
        translate, grid, styles = self._translate, self._grid, self._styles
        gaps = self._told.gaps
        title = translate("Statement", "Gap cases open: {count}").format(
            count=len(gaps)
        )
        columns = ((1, 2), (3, 4), (5, 6), (7, _LAST))
        heads = (
            title,
            translate("Statement", "Found"),
            translate("Statement", "Who follows it up"),
            translate("Statement", "Cause"),
        )
        for (first, last), text in zip(columns, heads, strict=True):
            grid.put(row, first, styles.heading, text, until=last)
        grid.raise_to(row, LINE + 5)
        for gap in gaps:
            row += 1
            found = (gap.ref, self._frame.when(gap.found_at), gap.owner, gap.cause)
            most = 1
            for (first, last), text in zip(columns, found, strict=True):
                grid.put(row, first, styles.cells[Kind.TEXT], text, until=last)
                most = max(most, text_lines(text, grid.room(first, last)))
            grid.raise_to(row, LINE * most + 4)
        if not gaps:
            row += 1
            none = self._frame.words.none
            grid.put(row, 1, styles.cells[Kind.TEXT], none, until=_LAST)
        return row + 1

    def _end(self, row: int) -> None:
        """Who signs; what seals a closed statement."""
        grid, styles = self._grid, self._styles
        places = ((1, 3), (4, 6), (8, 9), (10, 11))
        for (first, last), text in zip(places, self._frame.signatures, strict=True):
            grid.put(row, first, styles.plain, f"{text}＿＿＿＿＿＿", until=last)
        grid.raise_to(row, 30)
        for line in self._frame.seal:
            row += 1
            grid.put(row, 1, styles.small, line, until=_LAST)
