"""关账: what stands open, then two people close the period for good."""

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.close_room import CloseRoom, load_close_room
from app.errors import Refusal
from app.period_close import confirm_close, propose_close
from models.finance_period import FileKind
from models.money import format_capitals, format_money
from models.staff import Permission
from models.statement import Statement
from ui.finance.chosen import ChosenPeriod
from ui.finance.close_lines import close_lines
from ui.finance.slip_lines import SlipLines
from ui.finance.statement_export import StatementExport
from ui.finance.statement_tab import MOST, SHARE, TABLES
from ui.finance.tab import FinanceTab
from ui.finance.year_end_export import YearEndExport, year_cut_by
from ui.kit.button import Button, Look
from ui.kit.flow_layout import FlowLayout
from ui.kit.label import Label, ProblemLine, Tone
from ui.kit.layout import column, pane, row
from ui.kit.when_seen import WhenSeen
from ui.shell.actions import action_button
from ui.shell.frame import Frame, Kind
from ui.slip.moment import Moments
from ui.statement_paper import papers_of
from ui.tasks import Job
from ui.theme.typeface import CAPTION, CARD


class CloseTab(FinanceTab):
    """The list at the left; at the right how far the close is, and its two halves."""

    def __init__(self, frame: Frame, period: ChosenPeriod, parent: QWidget) -> None:
        super().__init__(frame, period, parent)
        self._moments = Moments(frame.work)
        self._job: Job | None = None
        self.room: CloseRoom | None = None
        self.lines = SlipLines(self.tr("What stands open"))
        self.lines.opened.connect(self._open_slip)
        self.lines.asked.connect(self._show_all)
        self._opened: frozenset[str] = frozenset()
        self.empty = Label("", tone=Tone.OK, may_wrap=True)
        self.title = Label("", CARD, is_strong=True)
        # Where nothing can be pressed, the keyboard still has a place in the tab.
        self.title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.state = Label("", may_wrap=True)
        self.why_not = Label("", tone=Tone.WARN, may_wrap=True)
        self.hash = Label("", CAPTION, tone=Tone.SECOND, may_wrap=True)
        self.hash.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.problem = ProblemLine()
        self.propose = action_button("finance_close.propose", Look.PLAIN)
        self.propose.clicked.connect(self.propose_now)
        self.confirm = action_button("finance_close.confirm", Look.PRIMARY)
        self.confirm.clicked.connect(self.ask_to_close)
        self._export = StatementExport(frame, self)
        self.pdf = Button(self.tr("Reprint (PDF)"), icon_name="printer")
        self.pdf.clicked.connect(lambda: self._reprint(FileKind.PDF))
        self.workbook = Button(
            self.tr("Workbook (Excel)"), icon_name="file-spreadsheet"
        )
        self.workbook.clicked.connect(lambda: self._reprint(FileKind.XLSX))
        self._year_end = YearEndExport(frame, self)
        self.year_end = Button(
            self.tr("List of the year's end"), icon_name="file-spreadsheet"
        )
        self.year_end.clicked.connect(self._export_year_end)
        self._lay_out()
        self._asking = WhenSeen(self, self._ask)
        frame.work.changed.connect(self._after_change)
        frame.work.desk_changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        left = pane("surface")
        whole = column(
            self.empty, self.lines, None, spacing=8, margins=(24, 16, 16, 12), on=left
        )
        whole.setStretch(1, 1000)
        right = pane("sunken")
        papers = QWidget()
        flow = FlowLayout(papers, 8)
        for button in (self.pdf, self.workbook, self.year_end):
            flow.addWidget(button)
        column(
            self.title,
            self.state,
            self.why_not,
            self.problem,
            8,
            row(self.propose, None),
            row(self.confirm, None),
            papers,
            self.hash,
            None,
            spacing=8,
            margins=(24, 16, 24, 16),
            on=right,
        )
        self._right = QScrollArea(widgetResizable=True)
        self._right.setWidget(right)
        self._right.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._right.setAccessibleName(self.tr("How far the close is"))
        row(left, self._right, spacing=0, on=self).setStretch(0, 1)

    def arrive(self) -> None:
        for part in (self.lines, self.confirm, self.propose, self.pdf, self.title):
            if part.isVisible() and part.isEnabled():
                part.setFocus()
                return

    def show_period(self) -> None:
        if self.turn_to_period():
            self.problem.say(None)
            self._opened = frozenset()
        self._ask()

    def _ask(self) -> None:
        if not self.period.code:
            return
        if self._job is not None:
            self._job.drop()
        self._job = self.frame.work.look(
            self, load_close_room, self.period.code, done=self._put
        )

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self._asking.do()

    def _put(self, room: CloseRoom) -> None:
        self.room = room
        if room.closed is not None:
            # Finance has done what the message asks for.
            self.frame.withdraw(self._head_proposed(room.closed.period))
        self._put_lines()
        self._show()

    def _put_lines(self) -> None:
        if self.room is not None:
            self.lines.put(close_lines(self.room, self._moments, self._opened))

    @Slot(str)
    def _show_all(self, part: str) -> None:
        """A group that was cut short shows all its slips; a bundle is signed over in
        its own tab.
        """
        if part == "open_bundles":
            self.frame.show_page("finance", "handover")
            return
        self._opened = self._opened | {part}
        self._put_lines()

    @Slot()
    def _show(self) -> None:
        held = QApplication.focusWidget()
        had_keys = held is not None and self.isAncestorOf(held)
        self._show_parts()
        held = QApplication.focusWidget()
        if had_keys and (held is None or not self.isAncestorOf(held)):
            # What had the keyboard is gone: it stays in the tab.
            self.arrive()

    def _show_parts(self) -> None:
        room = self.room
        closed = room.closed if room is not None else None
        has_lines = bool(self.lines.rows())
        self.lines.setVisible(has_lines)
        self.empty.setVisible(room is not None and not has_lines)
        self.title.say(self.tr("Close of {code}").format(code=self.period.code))
        is_open = room is not None and closed is None
        for part in (self.propose, self.confirm):
            part.setVisible(is_open)
        for part in (self.pdf, self.workbook):
            part.setVisible(closed is not None)
        code = self.period.code
        self.year_end.setVisible(bool(code) and year_cut_by(code) is not None)
        self.hash.setVisible(closed is not None)
        self.why_not.hide()
        if room is None:
            return
        if closed is not None:
            self._show_closed(closed)
        else:
            self._show_open(room)

    def _show_closed(self, closed: Statement) -> None:
        assert closed.closed_at is not None
        desk = self.frame.work.desk
        self.empty.say(self.tr("The period is closed; nothing of it changes any more."))
        text = self.tr(
            "Closed on {when} by {closer}, proposed by {proposer}. Owed at its end "
            "{closing}."
        )
        self.state.say(
            text.format(
                when=f"{desk.local(closed.closed_at):%Y-%m-%d %H:%M}",
                closer=closed.closed_by,
                proposer=closed.proposed_by or closed.closed_by,
                closing=format_money(closed.closing),
            )
        )
        text = self.tr("SHA-256 of the statement: {hash}")
        # Spaces let the hash break into lines.
        parts = [closed.hash[at : at + 16] for at in range(0, len(closed.hash), 16)]
        self.hash.say(text.format(hash=" ".join(parts)))

    def _show_open(self, room: CloseRoom) -> None:
        missing = room.missing
        assert missing is not None
        desk = self.frame.work.desk
        self.empty.say(self.tr("Nothing stands open: the period can be closed."))
        if missing.proposed_at is not None:
            text = self.tr("Proposed on {when} by {name}. Now Finance confirms.")
            self.state.say(
                text.format(
                    when=f"{desk.local(missing.proposed_at):%m-%d %H:%M}",
                    name=missing.proposed_by,
                )
            )
        else:
            text = self.tr(
                "Two people close a period: housekeeping proposes, Finance confirms. "
                "As a rule on {day}, after the handover on {act}."
            )
            self.state.say(
                text.format(
                    day=f"{missing.closes_on:%m-%d}", act=f"{missing.act_on:%m-%d}"
                )
            )
        why = self._why_not(room)
        self.why_not.say(why)
        self.why_not.setVisible(bool(why))
        is_proposed = missing.proposed_at is not None
        self.propose.setVisible(not is_proposed and desk.may(Permission.PROPOSE_CLOSE))
        self.propose.setEnabled(not why)
        self.confirm.setVisible(desk.may(Permission.CONFIRM_CLOSE))
        is_other = missing.proposed_by != desk.actor
        self.confirm.setEnabled(not why and is_proposed and is_other)

    def _why_not(self, room: CloseRoom) -> str:
        missing = room.missing
        assert missing is not None
        if missing.at < missing.closes_from:
            text = self.tr("It can be closed from {when} on.")
            return text.format(when=self._moments.write(missing.closes_from))
        if missing.earlier_open is not None:
            text = self.tr("{earlier} must be closed first.")
            return text.format(earlier=missing.earlier_open)
        if room.holds_back:
            return self.tr("Finance copies in hand must be handed over first.")
        return ""

    @Slot()
    def propose_now(self) -> None:
        """Housekeeping's half; it can still be looked at by both."""
        self._change(propose_close, self.period.code, done=self._proposed)

    def _proposed(self, _: None) -> None:
        head = self._head_proposed(self.period.code)
        self.frame.say(Kind.DONE, head, self.tr("Finance confirms it."))

    def _head_proposed(self, code: str) -> str:
        return self.tr("The close of {code} is proposed").format(code=code)

    @Slot()
    def ask_to_close(self) -> None:
        """Finance's half cannot be taken back: say in words what happens."""
        code = self.period.code
        text = self.tr(
            "The statement of {code} is stored with its papers and its SHA-256. From "
            "then on nothing of it can be changed: what comes later stands in the "
            "next period, mistakes are answered by adjustments there. This cannot be "
            "taken back."
        )
        self.frame.ask.confirm(
            self.frame.place,
            self.tr("Close {code} for good?").format(code=code),
            text.format(code=code),
            self.tr("Close the period"),
            self._close,
            is_dangerous=True,
        )

    def _close(self) -> None:
        desk = self.frame.work.desk
        self._change(
            confirm_close, self.period.code, papers_of(desk), done=self._closed
        )

    def _closed(self, statement: Statement) -> None:
        text = self.tr("{code} is closed").format(code=statement.period)
        total = format_capitals(statement.charged.total)
        said = self.tr("Charged {sum}, {capitals}").format(
            sum=format_money(statement.charged.total), capitals=total
        )
        self.frame.say(Kind.DONE, text, said)

    def _change(self, step: Any, *args: Any, done: Any) -> None:
        self.problem.say(None)
        # A button that goes grey would hand the keyboard to whatever comes next.
        self.arrive()
        for button in (self.propose, self.confirm):
            button.setEnabled(False)
        self.frame.work.change(
            self,
            step,
            *args,
            done=done,
            refused=self._refused,
            ended=self._ask,
            title=self.tr("Closing {code}").format(code=self.period.code),
        )

    def _refused(self, refusal: Refusal) -> None:
        self.problem.say(self.frame.sentence(refusal))

    @Slot()
    def _export_year_end(self) -> None:
        year = year_cut_by(self.period.code)
        if year is not None:
            self._year_end.start(year)

    def _reprint(self, kind: FileKind) -> None:
        found = self.period.row
        if found is not None:
            self._export.start(found, kind)

    def _open_slip(self, slip_id: int) -> None:
        self.frame.show_page("slip", slip_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._right.setFixedWidth(min(MOST, int(self.width() * SHARE)))
