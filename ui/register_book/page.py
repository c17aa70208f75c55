"""登记表回导: takes an edited register back, cell by cell; nothing goes in unseen."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from app.errors import Refusal
from app.register_take import (
    RegisterRowRefused,
    TakenRegister,
    TakeRegister,
    take_register,
)
from models.data_book_problem import UnreadableBook
from models.register_book import RegisterBook
from ui.book_texts import file_sentence
from ui.kit.button import Look
from ui.kit.fields import TextField
from ui.kit.label import ElidedLabel, Hairline, Label, Picture, ProblemLine, Tone
from ui.kit.layout import column, pane, row
from ui.language import translate
from ui.register_book.change_table import ChangeTable
from ui.register_book.opening import open_book
from ui.register_book.shown import Seen, Shown, compare_and_show, seen_of
from ui.sheet.cell_table import CellTable
from ui.sheet.drop_area import DropArea, dropped_file
from ui.shell.actions import BY_ID as ACTIONS
from ui.shell.actions import action_button
from ui.shell.frame import Frame, Kind, Offer
from ui.shell.page import Page
from ui.theme.typeface import CARD, INPUT
from ui.whole_change import WholeChange

FILE, CELLS = range(2)
WIDEST, REASON_WIDTH = 760, 320


class RegisterBookPage(Page):
    """A file, then every edited cell to accept or refuse, then one step that writes."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.setAcceptDrops(True)
        self._path: Path | None = None
        self._book: RegisterBook | None = None
        self._is_stale = False
        self._chosen: dict[Seen, bool] = {}
        self.shown: Shown | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self._file_step())
        self._stack.addWidget(self._cell_step())
        self.reason = TextField(width=REASON_WIDTH)
        self.reason.set_name(self.tr("Reason"))
        self.reason.edited.connect(self._show_take)
        self.take_button = action_button("register_book.take", Look.PRIMARY)
        self.take_button.clicked.connect(self._take)
        self.problem = ProblemLine()
        self._foot = pane("sunken")
        line = row(
            Label(self.tr("Reason"), tone=Tone.SECOND),
            self.reason,
            self.problem,
            self.take_button,
            spacing=12,
            margins=(24, 10, 24, 10),
            on=self._foot,
        )
        line.setStretch(2, 1)
        column(self._stack, Hairline(), self._foot, spacing=0, on=self).setStretch(0, 1)
        leave = QShortcut(QKeySequence(ACTIONS["register_book.leave"].keys), self)
        leave.activated.connect(self.frame.go_back)
        self.frame.work.changed.connect(self._after_change)
        self._writing = WholeChange(self.frame.work, self)
        self._writing.moved.connect(self._show_take)
        self._writing.stopped.connect(self._tell_stopped)
        self._go(FILE)

    def _file_step(self) -> QWidget:
        self.choose = action_button("register_book.choose")
        self.choose.clicked.connect(self._choose_file)
        said = self.tr(
            "A register that was exported as .xlsx and edited in a spreadsheet. Every "
            "edited cell is shown first; nothing is written before you say so."
        )
        self.area = DropArea(self.choose, said)
        self.area.dropped.connect(self.take_file)
        self.file_problem = ProblemLine()
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        column(
            Label(self.tr("An edited register"), INPUT, is_strong=True),
            self.area,
            self.file_problem,
            None,
            spacing=8,
            margins=24,
            on=inner,
        )
        step = QWidget()
        row(inner, None, spacing=0, on=step).setStretch(0, 1000)
        return step

    def _cell_step(self) -> QWidget:
        self.head = Label("", CARD, is_strong=True)
        self.said = ElidedLabel("", tone=Tone.SECOND)
        self.all = action_button("register_book.all", Look.QUIET)
        self.none = action_button("register_book.none", Look.QUIET)
        self.again = action_button("register_book.again", Look.QUIET)
        self.changes = ChangeTable(self.tr("Edited cells"))
        self.changes.ticks_changed.connect(self._show_take)
        self.all.clicked.connect(partial(self._tick_all, is_ticked=True))
        self.none.clicked.connect(partial(self._tick_all, is_ticked=False))
        self.again.clicked.connect(self._read_again)
        above = QWidget()
        head = row(self.head, self.said, spacing=16, margins=(24, 12, 24, 0))
        head.setStretch(1, 1)
        tools = row(
            self.all, self.none, None, self.again, spacing=8, margins=(16, 0, 16, 0)
        )
        column(head, tools, self.changes, spacing=6, on=above).setStretch(2, 1)
        self.problem_head = Label("", INPUT, is_strong=True, tone=Tone.BAD)
        self.problems = CellTable(self.tr("What is not taken"), fills=True)
        self._below = pane("sunken")
        alarm = row(
            Picture("circle-alert", 16, Tone.BAD),
            self.problem_head,
            None,
            spacing=10,
            margins=(24, 10, 24, 0),
        )
        column(alarm, self.problems, spacing=8, on=self._below).setStretch(1, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(above)
        split.addWidget(self._below)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        return split

    # what the window asks of a page

    def arrive(self) -> None:
        self._focus()
        if self._is_stale:
            self._compare_anew()

    def look_at(self, thing: object) -> None:
        """``thing`` is the ``Path`` of an edited register; without one the page stands
        where it was left.
        """
        if isinstance(thing, Path):
            self.take_file(thing)

    def step(self) -> int:
        """Which step is in front."""
        return self._stack.currentIndex()

    # the file

    def _choose_file(self) -> None:
        self.frame.ask.open_file(
            self.frame.place,
            self.tr("Choose an edited register"),
            self.tr("Excel workbooks (*.xlsx)"),
            self.take_file,
        )

    def take_file(self, path: Path) -> None:
        """Read a file and compare it; a refusal stands under the drop area."""
        if not self._writing.is_running():
            self._path = path
            self._chosen = {}
            self.shown = None
            self._show_take()
            self.reason.set_value(
                self.tr("Register edited: {name}").format(name=path.stem)[:200]
            )
            self._read(path)

    def _read(self, path: Path) -> None:
        self.file_problem.say(None)

        def home(answer: RegisterBook | UnreadableBook) -> None:
            if isinstance(answer, UnreadableBook):
                self._refuse_file(file_sentence(answer, translate))
            else:
                self._book = answer
                self._compare()

        self.frame.work.draw(
            self,
            partial(open_book, path),
            home,
            title=self.tr("Reading {name}").format(name=path.name),
        )

    def _refuse_file(self, said: str) -> None:
        self._go(FILE)
        self.file_problem.say(said)
        self.choose.setFocus()

    def _read_again(self) -> None:
        if self._path is not None and not self._writing.is_running():
            self._keep_choices()
            self._read(self._path)

    # comparing

    def _compare(self) -> None:
        self._is_stale = False
        if self._book is not None:
            self.frame.work.look(
                self,
                compare_and_show,
                self._book,
                self._chosen,
                translate,
                done=self._show,
                refused=lambda refusal: self._refuse_file(self.frame.sentence(refusal)),
                title=self.tr("Comparing {name}").format(name=self._book.name),
            )

    def _show(self, shown: Shown) -> None:
        is_first = self.step() != CELLS
        place = self.changes.currentIndex().row()
        # What was ticked while the answer was on its way counts too.
        self._keep_choices()
        found = shown.comparison
        ticked = frozenset(
            place
            for place, change in enumerate(found.changes)
            if self._chosen.get(seen_of(change), place in shown.ticked)
        )
        self.shown = replace(shown, ticked=ticked)
        self.set_subject(found.book.name)
        self.head.say(self.tr("%Ln cell(s) edited", "", len(found.changes)))
        self.said.say(self._said(shown))
        self.changes.show_changes(shown.titles, shown.lines, ticked)
        self.changes.choose_row(max(0, min(place, len(shown.lines) - 1)))
        count = len(shown.problems)
        self.problem_head.say(self.tr("%Ln not taken", "", count))
        self.problems.show_lines(shown.problem_titles, shown.problems)
        self._below.setVisible(bool(count))
        self.problem.say(None)
        if is_first:
            self._go(CELLS)
        else:
            self._show_take()

    def _said(self, shown: Shown) -> str:
        found = shown.comparison
        desk = self.frame.work.desk
        # What stands so already may have been written from this file a moment ago.
        parts = [] if found.same else [self.tr("Nothing has been written yet.")]
        if found.book.origin is not None:
            at = desk.local(found.book.origin.made_at)
            exported = self.tr("Exported {at}, %Ln row(s).", "", found.rows)
            parts.append(exported.format(at=f"{at:%Y-%m-%d %H:%M}"))
        else:
            parts.append(
                self.tr(
                    "The file does not say what it was exported from: it is held "
                    "against the database, and conflicts cannot be seen."
                )
            )
        if shown.conflicts:
            parts.append(self.tr("%Ln in conflict.", "", shown.conflicts))
        if found.same:
            parts.append(self.tr("%Ln stand so already.", "", found.same))
        return " ".join(parts)

    def _after_change(self, tables: frozenset[str]) -> None:
        # What others change meanwhile may be a conflict from now on.
        if "slip" not in tables or self.step() != CELLS or self._writing.is_running():
            return
        if self.isVisible():
            self._compare_anew()
        else:
            self._is_stale = True

    def _compare_anew(self) -> None:
        self._keep_choices()
        self._compare()

    def _keep_choices(self) -> None:
        if self.shown is not None:
            self._chosen |= {
                seen_of(change): place in self.changes.ticked
                for place, change in enumerate(self.shown.comparison.changes)
                if change.is_conflict
                or (place in self.changes.ticked) != (place in self.shown.ticked)
            }

    # writing

    def _tick_all(self, *, is_ticked: bool) -> None:
        self.changes.tick_all(is_ticked=is_ticked)
        self.changes.setFocus()

    def count(self) -> int:
        """How many cells would be written."""
        return len(self.changes.ticked) if self.shown is not None else 0

    def _show_take(self) -> None:
        count = self.count()
        word = self.tr("Write %Ln cell(s)", "", count) if count else self.tr("Write")
        self.take_button.set_text(word)
        is_ready = (
            count > 0 and bool(self.reason.value()) and not self._writing.is_running()
        )
        self.take_button.setEnabled(is_ready)

    def _take(self) -> None:
        if self.shown is None or self._writing.is_running() or not self.count():
            return
        changes = self.shown.comparison.changes
        order = TakeRegister(
            tuple(changes[place] for place in sorted(self.changes.ticked)),
            self.reason.value(),
        )
        self.problem.say(None)
        self._keep_choices()
        self._writing.start(
            take_register,
            order,
            done=self._taken,
            refused=self._refused,
            title=self.tr("Writing %Ln cell(s)", "", len(order.changes)),
        )

    def _tell_stopped(self) -> None:
        self.frame.say(Kind.WAITS, self.tr("Stopped"), self.tr("Nothing written."))

    def _taken(self, taken: TakenRegister) -> None:
        look = Offer(
            self.tr("Registers"), partial(self.frame.show_page, "register"), "", ""
        )
        self.frame.say(
            Kind.DONE,
            self.tr("%Ln cell(s) written", "", taken.cells),
            self.tr("in %Ln slip(s)", "", taken.slips),
            [look],
        )
        self._compare()

    def _refused(self, refusal: Refusal) -> None:
        number = None
        if isinstance(refusal, RegisterRowRefused):
            number = refusal.facts["number"]
        assert self._book is not None

        def show(shown: Shown) -> None:
            # The slip that was refused may be another by now.
            self._show(shown)
            self.problem.say(self.frame.sentence(refusal))
            for place, change in enumerate(shown.comparison.changes):
                if change.number == number:
                    self.changes.choose_row(place)
                    break

        self.frame.work.look(
            self, compare_and_show, self._book, self._chosen, translate, done=show
        )

    # going

    def _go(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        self._foot.setVisible(step == CELLS)
        if step == FILE:
            self.set_subject("")
            self.shown = None
        self._show_take()
        self._focus()

    def _focus(self) -> None:
        if not self.isVisible():
            return  # the keyboard is at work on another page
        if self.step() == FILE:
            self.choose.setFocus()
        else:
            self.changes.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None and not self._writing.is_running():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.take_file(path)
