"""The sums on 汇总, live: by line, by method, by level, with the program's beside."""

from collections.abc import Sequence
from decimal import Decimal

from models.ledger_entry import PayMethod
from models.money import ZERO, format_capitals
from models.waiver import WaiverLevel
from reports.sheet import Kind
from reports.sheet_stream import Content, Formula
from reports.statement_figures import Figures
from reports.statement_frame import Frame
from reports.statement_grid import Grid
from reports.statement_list import (
    EARLIER,
    LEVELS,
    METHODS,
    MOVED,
    OWN,
    SLIPS_A,
    SLIPS_B,
    WAIVERS,
)
from reports.statement_sheet import place_of, text_lines
from reports.statement_style import LINE, Styles

SUMS = 5
"""The row of the headings of the sums."""


class SummarySums:
    """Fills the grid of 汇总 with its sums."""

    def __init__(
        self, styles: Styles, frame: Frame, figures: Figures, grid: Grid
    ) -> None:
        self._styles = styles
        self._frame = frame
        self._told = frame.statement
        self._figures = figures
        self._places = {name: place_of(each) for name, each in figures.items()}
        self._grid = grid
        self._translate = frame.translate

    def headings(self, row: int, column: int, texts: Sequence[str]) -> None:
        for place, text in enumerate(texts, start=column):
            self._grid.put(row, place, self._styles.heading, text)
            lines = text_lines(text, self._grid.widths[place - 1])
            self._grid.raise_to(row, LINE * lines + 5)

    def agreed(self, text: str, left: object, right: object) -> Formula:
        words = self._frame.words
        formula = f'IF({text},"{words.agrees}","{words.differs}")'
        return Formula(formula, words.verdict(left, right))

    def sums(self) -> None:
        """The table of worked-examples 5.2, live, with the program's own figures."""
        translate, grid, styles = self._translate, self._grid, self._styles
        headings = (
            translate("Statement", "Yuan"),
            translate("Statement", "Slips of this period"),
            translate("Statement", "Slips of earlier periods"),
            translate("Statement", "Total"),
            translate("Statement", "The program's figure"),
            translate("Statement", "Check"),
        )
        self.headings(SUMS, 1, headings)
        money, label = styles.cells[Kind.MONEY], styles.cells[Kind.TEXT]
        for row, line in enumerate(self._frame.lines(), start=SUMS + 1):
            is_end = line.key == "closing"
            kinds = styles.sums if is_end else styles.cells
            money, label = kinds[Kind.MONEY], kinds[Kind.TEXT]
            grid.put(row, 1, label, line.title)
            own, earlier, total = self._formulas(line.key, row)
            grid.put(row, 2, money, own)
            grid.put(row, 3, money, earlier)
            grid.put(row, 4, money, total)
            program = getattr(self._told, line.key)
            program = program if isinstance(program, Decimal) else program.total
            grid.put(row, 5, money, program)
            shown = total.value if isinstance(total, Formula) else total
            checked = self.agreed(f"ROUND(D{row}-E{row},2)=0", shown, program)
            grid.put(row, 6, styles.verdict, checked)
            grid.raise_to(row, LINE + 5)

    def _formulas(self, key: str, row: int) -> tuple[Content, Content, Content]:
        """Own, earlier and total of a line."""
        first = SUMS + 1
        if key == "opening":
            return None, None, self._told.opening
        if key == "closing":
            text = (
                f"D{first}+D{first + 1}-D{first + 2}+D{first + 3}"
                f"-D{first + 4}+D{first + 5}"
            )
            value = (
                self._told.opening
                + self._listed("charged")[2]
                - self._listed("waived")[2]
                + self._listed("adjusted")[2]
                - self._listed("received")[2]
                + self._listed("refunded")[2]
            )
            return None, None, Formula(text, value)
        own, earlier = self._cells(key)
        value_own, value_earlier, value = self._listed(key)
        return (
            Formula(own, value_own),
            Formula(earlier, value_earlier),
            Formula(f"B{row}+C{row}", value),
        )

    def _cells(self, key: str) -> tuple[str, str]:
        """The cells of the lists that a line repeats."""
        if key == "charged":
            a, b = self._places[SLIPS_A.name], self._places[SLIPS_B.name]
            return a.cell(key), b.cell(key)
        place = self._places[(WAIVERS if key == "waived" else MOVED).name]
        return place.cell(key, OWN), place.cell(key, EARLIER)

    def _listed(self, key: str) -> tuple[Decimal, Decimal, Decimal]:
        """What the lists come to: this period's slips, earlier ones, both."""
        figures = self._figures
        if key == "charged":
            own = figures[SLIPS_A.name].total(key)
            earlier = figures[SLIPS_B.name].total(key)
        else:
            which = figures[(WAIVERS if key == "waived" else MOVED).name]
            own, earlier = which.total(key, OWN), which.total(key, EARLIER)
        return own, earlier, own + earlier

    def closing(self) -> Decimal:
        formula = self._formulas("closing", 0)[2]
        assert isinstance(formula, Formula) and isinstance(formula.value, Decimal)
        return formula.value

    def capitals(self, row: int) -> None:
        translate, grid, styles = self._translate, self._grid, self._styles
        for place, (text, amount) in enumerate(
            (
                (
                    translate("Statement", "Charged in capitals"),
                    self._told.charged.total,
                ),
                (translate("Statement", "Owed in capitals"), self._told.closing),
            ),
            start=row,
        ):
            grid.put(place, 1, styles.cells[Kind.TEXT], text)
            capitals = format_capitals(amount)
            grid.put(place, 2, styles.cells[Kind.TEXT], capitals, until=6)
            lines = text_lines(capitals, grid.room(2, 6))
            grid.raise_to(place, LINE * lines + 5)

    def methods(self, row: int) -> None:
        """Received by method, waived by level: beside the sums."""
        translate, words, told = self._translate, self._frame.words, self._told
        program, check = (
            translate("Statement", "The program's figure"),
            translate("Statement", "Check"),
        )
        received = translate("Statement", "Received")
        waived = translate("Statement", "Waived")
        heads = (translate("Statement", "By method"), received, program, check)
        self.headings(row, 8, heads)
        moved, waivers = self._places[MOVED.name], self._places[WAIVERS.name]
        for method in PayMethod:
            row += 1
            value = self._figures[MOVED.name].total("received", METHODS[method])
            self._beside(
                row,
                words.methods[method],
                Formula(moved.cell("received", METHODS[method]), value),
                told.received_by_method.get(method, ZERO),
            )
        row += 1
        listed = self._figures[MOVED.name]
        value = sum((listed.total("received", part) for part in METHODS.values()), ZERO)
        together = Formula(f"SUM(I{row - len(METHODS)}:I{row - 1})", value)
        sum_text = translate("Statement", "Sum")
        self._beside(row, sum_text, together, told.received.total, is_sum=True)
        heads = (translate("Statement", "By level"), waived, program, check)
        self.headings(row + 1, 8, heads)
        row += 1
        for level in WaiverLevel:
            row += 1
            value = self._figures[WAIVERS.name].total("waived", LEVELS[level])
            self._beside(
                row,
                words.levels[level],
                Formula(waivers.cell("waived", LEVELS[level]), value),
                told.waived_by_level.get(level, ZERO),
            )

    def _beside(
        self,
        row: int,
        title: str,
        listed: Formula,
        program: Decimal,
        *,
        is_sum: bool = False,
    ) -> None:
        kinds = self._styles.sums if is_sum else self._styles.cells
        grid = self._grid
        grid.put(row, 8, kinds[Kind.TEXT], title)
        grid.put(row, 9, kinds[Kind.MONEY], listed)
        grid.put(row, 10, kinds[Kind.MONEY], program)
        checked = self.agreed(f"ROUND(I{row}-J{row},2)=0", listed.value, program)
        grid.put(row, 11, self._styles.verdict, checked)
        grid.raise_to(row, LINE + 5)
