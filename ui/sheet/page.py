"""导入表格: takes a sheet the centre has kept in its own way, step by step."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from app.data_book_finding import BookRefused
from app.errors import Refusal
from app.sheet_import import ImportSheet, SheetSummary, good_rows, import_sheet
from app.sheet_memory import (
    Remembered,
    find_mapping,
    forget_mapping,
    list_mappings,
    restore_mapping,
)
from app.sheet_open import OpenSheet, with_mapping
from app.sheet_row import SheetReading
from models.data_book_problem import UnreadableBook
from models.register_book import BASE_SHEET
from models.sheet_mapping import SheetMapping
from models.sheet_target import Target
from ui.book_texts import file_sentence
from ui.kit.button import Look
from ui.kit.label import Hairline
from ui.kit.layout import column, pane, row
from ui.language import translate
from ui.sheet.check_step import CheckStep
from ui.sheet.checked_sheet import CheckedSheet, check_opened, read_opened
from ui.sheet.done_step import DoneStep
from ui.sheet.drop_area import dropped_file
from ui.sheet.error_export import ErrorExport
from ui.sheet.file_step import FileStep
from ui.sheet.mapping_step import MappingStep
from ui.sheet.opening import open_again, open_file
from ui.sheet.step_bar import StepBar
from ui.shell.actions import BY_ID as ACTIONS
from ui.shell.actions import action_button
from ui.shell.frame import Frame, Kind, Offer
from ui.shell.page import Page
from ui.whole_change import WholeChange

FILE, MAPPING, CHECK, DONE = range(4)


def _is_register(opened: OpenSheet) -> bool:
    return any(grid.title == BASE_SHEET for grid in opened.book.grids)


class SheetPage(Page):
    """File, headings, errors, done; nothing is written before the last step."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.setAcceptDrops(True)
        self._path: Path | None = None
        self._opened: OpenSheet | None = None
        self._memory: Remembered | None = None
        self._exporting = ErrorExport(frame, self)
        self.steps = StepBar(
            [
                self.tr("File"),
                self.tr("Headings"),
                self.tr("Check"),
                self.tr("Imported"),
            ]
        )
        self.file = FileStep()
        self.mapping = MappingStep()
        self.check = CheckStep()
        self.done = DoneStep()
        self._stack = QStackedWidget()
        for step in (self.file, self.mapping, self.check, self.done):
            self._stack.addWidget(step)
        self.back = action_button("sheet.back", Look.QUIET)
        self.next = action_button("sheet.next", Look.PRIMARY)
        top = row(self.steps, margins=(24, 4, 24, 0))
        self._foot = pane("sunken")
        row(
            self.back,
            None,
            self.next,
            spacing=16,
            margins=(24, 10, 24, 10),
            on=self._foot,
        )
        whole = column(
            top, Hairline(), self._stack, Hairline(), self._foot, spacing=0, on=self
        )
        whole.setStretch(2, 1)
        self._connect()
        self._go(FILE)

    def _connect(self) -> None:
        self.file.choose.clicked.connect(self._choose_file)
        self.file.area.dropped.connect(self.take)
        self.file.forget_wanted.connect(self._forget)
        self.mapping.guess_wanted.connect(self._guess_anew)
        self.mapping.raw.other_wanted.connect(self._open_other)
        self.check.word_given.connect(self._give_word)
        self.check.value_given.connect(self._give_value)
        self.check.leaving_changed.connect(self._show_next)
        self.check.export.clicked.connect(self._export)
        self.check.again.clicked.connect(self._read_again)
        self.done.more.clicked.connect(lambda: self._go(FILE))
        self.done.open.clicked.connect(self._open_result)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        leave = QShortcut(QKeySequence(ACTIONS["sheet.leave"].keys), self)
        leave.activated.connect(self.frame.go_back)
        self.frame.work.changed.connect(self._after_change)
        self._importing = WholeChange(self.frame.work, self)
        self._importing.moved.connect(self._show_next)
        self._importing.stopped.connect(self._tell_stopped)

    # what the window asks of a page

    def arrive(self) -> None:
        if self.step() == FILE:
            self._ask_memory()
        self._focus()

    def look_at(self, thing: object) -> None:
        """``thing`` is a ``Target``: what the next sheet holds.

        A sheet that was left half way through stands where it was left.
        """
        opened = self._opened if self.step() in (MAPPING, CHECK) else None
        if opened is not None and opened.target is thing:
            return
        if isinstance(thing, Target) and not self._importing.is_running():
            self.file.target.set_value(thing)
            self.file.target.edited.emit()
            self._go(FILE)

    def step(self) -> int:
        """Which step is in front."""
        return self._stack.currentIndex()

    def is_busy(self) -> bool:
        """Whether an import is under way."""
        return self._importing.is_running()

    # the file

    def _choose_file(self) -> None:
        self.frame.ask.open_file(
            self.frame.place,
            self.tr("Choose a sheet"),
            self.tr("Sheets (*.xlsx *.xlsm *.xls *.csv *.txt)"),
            self.take,
        )

    def take(self, path: Path) -> None:
        """Read a file; a refusal stands under the place where it was dropped."""
        if self._importing.is_running():
            return
        self._path = path
        self.file.problem.say(None)
        self._memory = None
        self._read(path, self.file.target.value(), self._opened_first)

    def _read(
        self, path: Path, target: Target, done: Callable[[OpenSheet], object]
    ) -> None:
        def home(answer: OpenSheet | UnreadableBook) -> None:
            if isinstance(answer, UnreadableBook):
                self._go(FILE)
                self.file.problem.say(file_sentence(answer, translate))
                self.file.choose.setFocus()
            elif target is Target.SLIPS and _is_register(answer):
                # It knows its own way back, cell by cell.
                self._go(FILE)
                self.frame.show_page("register_book", path)
            else:
                done(answer)

        self.frame.work.draw(
            self,
            partial(open_file, path, target),
            home,
            title=self.tr("Reading {name}").format(name=path.name),
        )

    def _opened_first(self, opened: OpenSheet) -> None:
        self._look_for_memory(opened)

    def _look_for_memory(self, opened: OpenSheet) -> None:
        self.frame.work.look(
            self,
            find_mapping,
            opened.target,
            opened.shape.keys(),
            done=partial(self._show_opened, opened),
        )

    def _show_opened(self, opened: OpenSheet, memory: Remembered | None) -> None:
        self._memory = memory
        if memory is not None:
            opened = with_mapping(opened, memory.mapping)
        self._opened = opened
        self.set_subject(opened.book.name)
        self.mapping.show_sheet(opened, memory)
        self._go(MAPPING)

    def _open_other(self, index: int, head: Sequence[int]) -> None:
        if self._opened is None:
            return
        book, target = self._opened.book, self._opened.target
        self.frame.work.draw(
            self,
            partial(open_again, book, target, index, tuple(head)),
            self._look_for_memory,
        )

    def _guess_anew(self) -> None:
        if self._opened is not None:
            index, head = self._opened.index, self._opened.shape.head
            book, target = self._opened.book, self._opened.target
            self.frame.work.draw(
                self,
                partial(open_again, book, target, index, head),
                lambda opened: self._show_opened(opened, None),
            )

    def _read_again(self) -> None:
        if self._path is None or self._opened is None:
            return
        mapping = self._opened.mapping

        def done(opened: OpenSheet) -> None:
            self._opened = with_mapping(opened, mapping)
            self.mapping.show_sheet(self._opened, self._memory)
            self._check()

        self._read(self._path, self._opened.target, done)

    # what is remembered

    def _ask_memory(self) -> None:
        self.frame.work.look(self, list_mappings, done=self._show_memory)

    def _show_memory(self, memory: list[Remembered]) -> None:
        self.file.show_memory(memory, self.frame.work.desk)

    def _after_change(self, tables: frozenset[str]) -> None:
        if "sheet_mapping" in tables:
            self._ask_memory()

    def _forget(self, memory: Remembered) -> None:
        def done(_: object) -> None:
            undo = Offer(self.tr("Undo"), partial(self._remember, memory), "", "undo-2")
            self.frame.say(Kind.DONE, self.tr("Forgotten"), memory.name, [undo])

        self.frame.work.change(self, forget_mapping, memory, done=done)

    def _remember(self, memory: Remembered) -> None:
        self.frame.work.change(
            self,
            restore_mapping,
            memory,
            done=lambda _: self.frame.say(
                Kind.DONE, self.tr("Remembered again"), memory.name
            ),
        )

    # checking

    def _check(self) -> None:
        assert self._opened is not None
        desk = self.frame.work.desk
        now = desk.local(desk.now())
        opened = self._opened
        self.next.setEnabled(False)
        self.frame.work.draw(
            self,
            partial(read_opened, opened, now),
            partial(self._judge, opened),
            title=self.tr("Checking {name}").format(name=opened.book.name),
        )

    def _judge(self, opened: OpenSheet, reading: SheetReading) -> None:
        self.frame.work.look(
            self,
            check_opened,
            opened,
            reading,
            translate,
            done=self._show_checked,
            ended=self._show_next,
        )

    def _show_checked(self, checked: CheckedSheet) -> None:
        self.check.show_checked(checked)
        self._go(CHECK)

    def _give_word(self, name: str, word: str, choice: str) -> None:
        words = [
            (n, w, c) for n, w, c in self._mapping().words if (n, w) != (name, word)
        ]
        self._change_mapping(words=(*words, (name, word, choice)))

    def _give_value(self, name: str, value: str) -> None:
        fixed = [(n, v) for n, v in self._mapping().fixed if n != name]
        self._change_mapping(fixed=(*fixed, (name, value)))

    def _mapping(self) -> SheetMapping:
        assert self._opened is not None
        return self._opened.mapping

    def _change_mapping(self, **changed: tuple[tuple[str, ...], ...]) -> None:
        assert self._opened is not None
        mapping = replace(self._opened.mapping, **changed)  # type: ignore[arg-type]
        self._opened = replace(self._opened, mapping=mapping)
        self.mapping.show_sheet(self._opened, self._memory)
        self._check()

    def _export(self) -> None:
        if self.check.checked is not None:
            self._exporting.start(self.check.checked)

    # importing

    def _import(self) -> None:
        checked = self.check.checked
        if checked is None or self._importing.is_running() or not self.check.count():
            return
        reading = good_rows(checked.reading) if checked.errors else checked.reading
        left_out = checked.wrong_rows if checked.errors else 0
        order = ImportSheet(
            reading,
            checked.sheet.shape.keys(),
            checked.sheet.mapping,
            checked.sheet.book.name,
        )
        self._importing.start(
            import_sheet,
            order,
            done=partial(self._imported, left_out),
            refused=self._refused,
            title=self.tr("Importing {name}").format(name=checked.sheet.book.name),
        )

    def _tell_stopped(self) -> None:
        self.frame.say(
            Kind.WAITS, self.tr("Import stopped"), self.tr("Nothing was written.")
        )

    def _refused(self, refusal: Refusal) -> None:
        self.frame.refuse(refusal)
        if isinstance(refusal, BookRefused):
            self._check()  # another desk was quicker; say where

    def _imported(self, left_out: int, summary: SheetSummary) -> None:
        is_in_front = self.isVisible()
        self.done.show_summary(summary, left_out)
        self._go(DONE)
        if not is_in_front:
            look = Offer(self.tr("Look"), lambda: self.frame.show_page("sheet"))
            self.frame.say(Kind.DONE, self.done.what(), "", [look])

    def _open_result(self) -> None:
        assert self._opened is not None
        target = self._opened.target
        if target is Target.SLIPS:
            self.frame.show_page("register")
        else:
            self.frame.show_page("settings", target.value)

    # going

    def _go(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        self.steps.go_to(step)
        self._foot.setVisible(step in (MAPPING, CHECK))
        if step == FILE:
            self.set_subject("")
            self._ask_memory()
        self._show_next()
        self._focus()

    def _go_on(self) -> None:
        if self.step() == MAPPING:
            sheet = self.mapping.sheet()
            if sheet is not None:
                self._opened = sheet
                self._check()
        elif self.step() == CHECK:
            self._import()

    def _go_back(self) -> None:
        if not self._importing.is_running() and self.step() in (MAPPING, CHECK):
            self._go(self.step() - 1)

    def _show_next(self) -> None:
        if self.step() == CHECK:
            count = self.check.count()
            word = self.tr("Import %n row(s)", "", count) if count else ""
            self.next.set_text(word or self.tr("Import"))
            self.next.setEnabled(count > 0 and not self._importing.is_running())
        else:
            self.next.set_text(self.tr("Check"))
            self.next.setEnabled(True)
        self.back.setEnabled(not self._importing.is_running())

    def _focus(self) -> None:
        if not self.isVisible():
            return  # the keyboard is at work on another page
        if self.step() == FILE:
            self.file.choose.setFocus()
        elif self.step() == MAPPING:
            self.mapping.focus_first()
        elif self.step() == CHECK:
            has_errors = bool(self.check.checked and self.check.checked.errors)
            (self.check.errors if has_errors else self.next).setFocus()
        else:
            self.done.open.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None and not self._importing.is_running():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.take(path)
