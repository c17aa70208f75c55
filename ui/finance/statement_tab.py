"""汇总: the statement of the chosen period, as closed or as it would close now."""

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QWidget

from app.statement import load_statement
from app.statement_figure import Figure, FigureKind
from models.money import format_money
from models.statement import Section, Statement
from ui.finance.chosen import ChosenPeriod
from ui.finance.money_table import MoneyTable
from ui.finance.section_cell import SectionCell
from ui.finance.slip_lines import SlipLines
from ui.finance.statement_lines import section_note, waiting_lines
from ui.finance.statement_side import StatementSide
from ui.finance.tab import FinanceTab
from ui.kit.label import Label, Tone
from ui.kit.layout import column, pane, row
from ui.kit.when_seen import WhenSeen
from ui.shell.frame import Frame
from ui.slip.moment import Moments
from ui.tasks import Job
from ui.theme.typeface import CAPTION

TABLES = frozenset(
    {
        "slip",
        "ledger_entry",
        "waiver",
        "finance_copy",
        "finance_period",
        "handover_batch",
        "handover_copy",
        "gap_case",
        "setting",
    }
)
MOST_ROWS = 12
SHARE, MOST = 0.38, 440
"""The right side takes so much of the width, but no more px."""


class StatementTab(FinanceTab):
    """Figures at the left, what holds them together at the right."""

    def __init__(self, frame: Frame, period: ChosenPeriod, parent: QWidget) -> None:
        super().__init__(frame, period, parent)
        self._moments = Moments(frame.work)
        self._job: Job | None = None
        self.statement: Statement | None = None
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.cells = {
            Section.A: SectionCell(
                Section.A, self.tr("of this period, copy in hand"), is_first=True
            ),
            Section.B: SectionCell(
                Section.B,
                self.tr("of earlier periods, copy came later"),
                is_first=False,
            ),
            Section.C: SectionCell(
                Section.C, self.tr("copy not in hand at the end"), is_first=False
            ),
        }
        for section, cell in self.cells.items():
            cell.clicked.connect(lambda _, of=section: self._open_section(of))
            self._group.addButton(cell)
        self.table = MoneyTable(self._group)
        self.table.wanted.connect(self.open_figure)
        self.waiting = SlipLines(self.tr("Finance copies that are not in hand"))
        self.waiting.opened.connect(self._open_slip)
        self._stand = Label("", CAPTION, tone=Tone.THIRD, may_wrap=True)
        self._lay_out()
        self.side.opened.connect(self._open_slip)
        self.side.left.connect(self._close_figure)
        self._asking = WhenSeen(self, self._ask)
        frame.work.changed.connect(self._after_change)

    def _lay_out(self) -> None:
        left = pane("surface")
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(left)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName(self.tr("Figures of the statement"))
        whole = row(scroll, spacing=0, on=self)
        whole.setStretch(0, 1)
        column(
            row(*self.cells.values(), spacing=0),
            self.table,
            self.waiting,
            self._stand,
            None,
            spacing=12,
            margins=(24, 8, 24, 16),
            on=left,
        )
        self.side = StatementSide(self._moments, self)
        self.side.setProperty("pane", "side")
        whole.addWidget(self.side)

    def arrive(self) -> None:
        self.cells[Section.A].setFocus()

    def show_period(self) -> None:
        self._ask()

    def _ask(self) -> None:
        if not self.period.code:
            return
        if self._job is not None:
            self._job.drop()
        self._job = self.frame.work.look(
            self, load_statement, self.period.code, done=self._put
        )

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        # What is closed stays as it is, whatever happens after.
        is_closed = self.statement is not None and self.statement.is_closed
        if tables & TABLES and not is_closed:
            self._asking.do()

    def _put(self, statement: Statement) -> None:
        is_other = self.statement is None or self.statement.period != statement.period
        self.statement = statement
        if is_other:
            self.side.show_whole()
        for section, cell in self.cells.items():
            self._put_cell(statement, section, cell)
        self.table.put(statement)
        lines = waiting_lines(statement, self._moments)
        self.waiting.put(lines)
        self.waiting.setVisible(bool(lines))
        self.waiting.fit(MOST_ROWS)
        self.side.put(statement)
        if statement.closed_at is not None:
            text = self.tr("As closed on {when}. SHA-256 {hash}")
            local = self.frame.work.desk.local(statement.closed_at)
            when = f"{local:%Y-%m-%d %H:%M}"
            self._stand.say(text.format(when=when, hash=statement.hash))
        else:
            text = self.tr("As it would close now, {when}.")
            self._stand.say(text.format(when=self._moments.write(statement.at)))

    def _put_cell(
        self, statement: Statement, section: Section, cell: SectionCell
    ) -> None:
        slips = statement.section(section)
        money = {
            Section.A: format_money(statement.charged.own),
            Section.B: format_money(statement.charged.earlier),
            Section.C: self.tr("not counted"),
        }
        cell.put(len(slips), money[section], section_note(statement, section))

    def _open_section(self, section: Section) -> None:
        self.open_figure(self.cells[section].figure)

    @Slot(object)
    def open_figure(self, figure: Figure) -> None:
        """Show the slips behind a figure; the keyboard goes to them."""
        sender: Any = (
            self.cells[figure.section]
            if figure.kind is FigureKind.SECTION and figure.section is not None
            else self.table.button(figure)
        )
        for button in self._group.buttons():
            button.setChecked(button is sender)
        title = self._title(figure)
        self.side.show_behind(figure, title)
        self.side.behind.setFocus()

    def _title(self, figure: Figure) -> str:
        if figure.section is not None:
            return f"{figure.section.value.upper()}"
        return self.table.title(figure)

    @Slot()
    def _close_figure(self) -> None:
        checked = next(
            (each for each in self._group.buttons() if each.isChecked()), None
        )
        if checked is not None:
            checked.setChecked(False)
            checked.setFocus()

    def _open_slip(self, slip_id: int) -> None:
        self.frame.show_page("slip", slip_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.side.shows_behind:
            self.side.show_whole()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.setFixedWidth(min(MOST, int(self.width() * SHARE)))
