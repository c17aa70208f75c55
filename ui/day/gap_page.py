"""追查: numbers, copies and forms that are missing, until each is explained."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.desk import Desk
from app.form_pack import find_pack_ids, load_pack_rows
from app.gap import close_gap, explain_gap, reopen_gap
from app.gap_list import GapFilter, find_gap_ids, list_gaps, load_gap_rows
from models.gap_row import GapRow
from ui.day.day_page import DayPage
from ui.day.day_paper import Write
from ui.day.day_table import DayTable
from ui.day.day_word import day_column
from ui.day.gap_facts import GapFacts, gap_name, last_place
from ui.day.gap_form import GapForm, GapLists, load_gap_lists
from ui.day.gap_look import GapLook
from ui.day.pack_pane import PackPane, pack_columns
from ui.kit.column import Column
from ui.kit.flow_layout import FlowLayout
from ui.kit.label import Label, Tone
from ui.kit.layout import column
from ui.kit.segmented import SegmentedField
from ui.shell.actions import action_button, action_text
from ui.shell.frame import Frame, Kind
from ui.words import word

OPEN, CLOSED, FORMS = "open", "closed", "forms"
TABLES = frozenset({"gap_case", "slip_copy", "slip"})
PACK_TABLES = frozenset({"form_stock", "spoiled_form", "slip"})


class GapPage(DayPage):
    """Cases at the left, their end at the right; a found copy says where it was."""

    form: GapForm

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, "gap")
        self.case: GapRow | None = None
        self.shown = SegmentedField(
            [
                (OPEN, self.tr("Open")),
                (CLOSED, self.tr("Closed")),
                (FORMS, self.tr("Pre-printed forms")),
            ]
        )
        self.shown.set_name(self.tr("Which list"))
        self.shown.edited.connect(self._ask)
        self.table = DayTable(
            frame,
            self.tr("Gap cases"),
            self._columns(),
            find_gap_ids,
            load_gap_rows,
            TABLES,
            empty_text="",
        )
        self.table.chosen.connect(self._show_chosen)
        self.table.model_of_rows.dataChanged.connect(lambda *_: self._show_again())
        self.table.opened.connect(self._go_to_form)
        self.table.filling.counted.connect(self._show_count)
        self._count = Label("", tone=Tone.SECOND)
        self.look = action_button("gap.look")
        self.looking = GapLook(frame, self.look)
        self.looking.opened.connect(self._show_new)
        self.explain = action_button("gap.explain")
        self.explain.clicked.connect(self._explain)
        self.facts = GapFacts(self.moments, self.open)
        self.form = GapForm()
        self.form.edited.connect(self._note)
        self._packs: DayTable | None = None
        self._forms: PackPane | None = None
        self._lists = QStackedWidget()
        self._right = QStackedWidget()
        self._put_together()
        self._show_case(None)
        frame.work.look(self, load_gap_lists, done=self._take_lists)
        self._ask()

    @property
    def packs(self) -> DayTable:
        """The packs of forms, made like ``forms`` when somebody wants them: the room
        would take long to make with both.
        """
        if self._packs is None:
            self._packs = DayTable(
                self.frame,
                self.tr("Packs of forms"),
                pack_columns(),
                find_pack_ids,
                _load_packs,
                PACK_TABLES,
                empty_text=self.tr("No pack of pre-printed forms was received here."),
            )
            self._lists.addWidget(self._packs)
            self._packs.filling.ask("")
        return self._packs

    @property
    def forms(self) -> PackPane:
        """A pack that is received, and what became of its forms."""
        if self._forms is None:
            self._forms = PackPane(self.frame, self.typed)
            self._right.addWidget(self._forms)
        return self._forms

    def rest_to_make(self) -> Sequence[Callable[[], object]]:
        return (lambda: self.packs, lambda: self.forms)

    def _columns(self) -> list[Column[Any]]:
        def where(case: GapRow) -> str:
            place = last_place(case)
            return word(place) if place else ""

        def cause(case: GapRow) -> str:
            return case.resolution or case.cause or ""

        def owner(case: GapRow) -> str:
            return case.owner or self.tr("nobody yet")

        def owner_tone(case: GapRow) -> Tone:
            return Tone.TEXT if case.owner else Tone.BAD

        def found(case: GapRow) -> str:
            return self.moments.write(case.found_at)

        return [
            day_column("kind", lambda case: word(case.kind), 128, tone=Tone.SECOND),
            day_column("ref", gap_name, 190, is_strong=True),
            day_column("where", where, 104),
            day_column("found", found, 96),
            day_column("owner", owner, 96, tone=owner_tone),
            day_column("cause", cause, 110, takes_rest=True),
        ]

    def _put_together(self) -> None:
        self.lay_out(self.look, self.print)
        self.lay_out_list((self.shown, self._count, None), self._lists)
        self._lists.addWidget(self.table)
        self._right.addWidget(self.body)
        name = self.tr("The case and its end")
        self.lay_out_body(name, self.facts, right=self._right)
        buttons = QWidget()
        flow = FlowLayout(buttons, 12)
        for button in (self.save, self.explain):
            flow.addWidget(button)
        column(self.problem, buttons, spacing=8, margins=(24, 8, 24, 16), on=self.foot)

    def arrive(self) -> None:
        self._list().setFocus()

    def look_at(self, thing: object) -> None:
        """``thing`` is the id of a case, or the word for a list."""
        if thing in (OPEN, CLOSED, FORMS):
            self.shown.set_value(thing)
            self._ask()
        elif isinstance(thing, int):
            self.shown.set_value(OPEN)
            self._show_list()
            self.table.filling.ask(GapFilter(), choose=thing)

    def _list(self) -> DayTable:
        return self.packs if self.shown.value() == FORMS else self.table

    def _show_list(self) -> None:
        is_forms = self.shown.value() == FORMS
        self.give_keys_back(self._list(), self._lists, self._right, self.foot)
        self._lists.setCurrentWidget(self._list())
        self._right.setCurrentWidget(self.forms if is_forms else self.body)
        self._show_case(None if is_forms else self.table.chosen_row())

    @Slot()
    def _ask(self) -> None:
        self._show_list()
        shown = self.shown.value()
        if shown != FORMS:
            self.table.say_when_empty(
                self.tr("Nothing is missing. Every number has its papers.")
                if shown == OPEN
                else self.tr("No case was closed yet.")
            )
            self.table.filling.ask(GapFilter(shown == OPEN))
        else:
            self._count.say("")

    def _take_lists(self, lists: GapLists) -> None:
        self.form.offer(lists)
        if self.case is not None:
            self.form.show_case(self.case, self.typed.of(self.case.id))

    @Slot(object)
    def _show_count(self, count: int) -> None:
        if self.shown.value() == FORMS:
            return
        self._count.say(self.tr("%n case(s)", "", count))
        if not count:
            self._show_case(None)

    @Slot(object)
    def _show_chosen(self, _: object) -> None:
        if self.shown.value() != FORMS:
            self._show_case(self.table.chosen_row())

    def _show_again(self) -> None:
        case = self.table.chosen_row()
        if case is not None and case != self.case and self.shown.value() != FORMS:
            self._show_case(case)

    @Slot(object)
    def _go_to_form(self, _: object) -> None:
        self.form.focus_first()

    def _show_case(self, case: GapRow | None) -> None:
        if case is None:
            self.give_keys_back(self._list(), self.body, self.foot)
        self.case = case
        self.body.setVisible(case is not None)
        self.foot.setVisible(case is not None)
        self.problem.say(None)
        if case is None:
            self.set_subject("")
            return
        self.set_subject(gap_name(case))
        self.facts.show_case(case)
        is_open = case.closed_at is None
        self.save.set_text(
            action_text("gap.save") if is_open else self.tr("Open it again")
        )
        self.explain.setVisible(is_open)
        self.form.show_case(case, self.typed.of(case.id))

    @Slot(str)
    def _note(self, name: str) -> None:
        if self.case is not None:
            self.typed.note(self.case.id, self.form, name)

    @Slot()
    def submit(self) -> None:
        """Close the case in hand, or open it again."""
        case = self.case
        if case is None:
            return
        if case.closed_at is None:
            head = self.tr("Case closed")
            self._send(close_gap, self.form.closed(case), head)
        else:
            head = self.tr("Case open again")
            self._send(reopen_gap, self.form.reopened(case), head)

    @Slot()
    def _explain(self) -> None:
        if self.case is not None:
            head = self.tr("Cause and owner kept")
            self._send(explain_gap, self.form.explained(self.case), head)

    def _send(self, step: Callable[..., None], order: Any, head: str) -> None:
        case = self.case
        if case is None or not self.begin_saving():
            return

        def done(_: None) -> None:
            typed = self.typed.of(case.id)
            kept = (
                {"resolution", "found_at"} & set(typed) if step is explain_gap else ()
            )
            if not kept:
                self.typed.forget(case.id)
            self.frame.say(Kind.DONE, head, gap_name(case))
            self.table.setFocus()

        self.send(step, order, done)

    @Slot()
    def _show_new(self) -> None:
        self.shown.set_value(OPEN)
        self._ask()

    @Slot()
    def open_slip(self) -> None:
        if self.case is not None and self.case.slip_id is not None:
            self.frame.show_page("slip", self.case.slip_id)

    @Slot()
    def print_list(self) -> None:
        is_open = self.shown.value() != CLOSED
        self.paper.show(self.tr("Gap list"), _load_paper, is_open)


def _load_packs(session: Any, desk: Desk, ids: Sequence[int]) -> Sequence[Any]:
    return load_pack_rows(session, desk, ids)


def _load_paper(session: Any, desk: Desk, is_open: bool) -> Write:
    from reports.gap_sheet import GapSheet, write_pdf

    sheet = GapSheet(list_gaps(session, desk, is_open=is_open), desk.now())
    return lambda out, translate: write_pdf(sheet, desk, out, translate)
