"""跟进: the slips that are not finished, who looked after them last, who is due."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Slot

from app.desk import Desk
from app.errors import Refusal
from app.follow_up import (
    FollowUpFilter,
    FollowUpSlip,
    find_unfinished_ids,
    follow_up_slip,
    list_unfinished,
    load_unfinished_rows,
    own_side,
)
from app.slip_refusals import SlipCannotMove
from models.follow_up import FollowUpSide
from models.unfinished_row import UnfinishedRow
from ui.day.day_page import DayPage
from ui.day.day_paper import Write
from ui.day.day_table import DayTable
from ui.day.day_word import day_column
from ui.day.follow_up_facts import FollowUpFacts, look_of
from ui.day.follow_up_form import FollowUpForm
from ui.day.review_bar import ReviewBar
from ui.kit.column import Column
from ui.kit.label import Label, Tone
from ui.kit.layout import column, row
from ui.kit.segmented import SegmentedField
from ui.shell.frame import Frame, Kind
from ui.slip.room import room_text
from ui.slip.status import status_of

TABLES = frozenset({"slip", "follow_up", "staff"})
ENGINEERING, HOUSEKEEPING = FollowUpSide


class FollowUpPage(DayPage):
    """What is late stands out; a look is typed beside the list."""

    form: FollowUpForm

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, "follow_up")
        self.row: UnfinishedRow | None = None
        self._side: FollowUpSide | None = None
        self.shown = SegmentedField(
            [
                (None, self.tr("All")),
                (ENGINEERING, self.tr("Engineering due")),
                (HOUSEKEEPING, self.tr("Housekeeping due")),
            ]
        )
        self.shown.set_name(self.tr("Which slips"))
        self.shown.edited.connect(self._ask)
        self.table = DayTable(
            frame,
            self.tr("Unfinished slips"),
            self._columns(),
            find_unfinished_ids,
            load_unfinished_rows,
            TABLES,
            empty_text=self.tr("All is finished or looked after. Well done."),
        )
        self.table.chosen.connect(self._show_chosen)
        self.table.model_of_rows.dataChanged.connect(lambda *_: self._show_again())
        self.table.opened.connect(self._go_to_note)
        self.table.filling.counted.connect(self._show_count)
        self._count = Label("", tone=Tone.SECOND)
        self.facts = FollowUpFacts(self.moments, self.open)
        self.form = FollowUpForm(self.moments)
        self.form.edited.connect(self._note)
        self.review = ReviewBar(frame)
        self._put_together()
        frame.work.desk_changed.connect(self._ask_side)
        self._ask_side()
        self._show_row(None)
        self._ask()

    def _columns(self) -> list[Column[Any]]:
        def look(side: FollowUpSide) -> Column[Any]:
            def text(one: UnfinishedRow) -> str:
                last = look_of(one, side)
                is_late = side in one.late_for
                if last is None:
                    return self.tr("never, due") if is_late else self.tr("never")
                said = self.tr("{time}, due") if is_late else "{time}"
                return said.format(time=self.moments.write_short(last.at))

            def tone(one: UnfinishedRow) -> Tone:
                return Tone.BAD if side in one.late_for else Tone.SECOND

            return day_column(side.value, text, 104, tone=tone)

        def room(one: UnfinishedRow) -> str:
            return room_text(one.unit_label, one.area, one.place)

        return [
            day_column("number", lambda one: one.number, 146, is_strong=True),
            day_column("room", room, 112),
            day_column("content", lambda one: one.content, 120, takes_rest=True),
            day_column(
                "state",
                lambda one: status_of(one.state).word,
                104,
                status=lambda one: status_of(one.state),
            ),
            day_column("eta", lambda one: self.moments.write(one.eta_at), 92),
            look(ENGINEERING),
            look(HOUSEKEEPING),
        ]

    def _put_together(self) -> None:
        self.lay_out(self.print)
        self.lay_out_list((self.shown, self._count, None), self.table, self.review)
        self.lay_out_body(self.tr("The slip and its look"), self.facts)
        buttons = row(self.save, None)
        column(self.problem, buttons, spacing=8, margins=(24, 8, 24, 16), on=self.foot)

    def arrive(self) -> None:
        self.table.setFocus()
        self.review.ask()

    def look_at(self, thing: object) -> None:
        """``thing`` is the id of an unfinished slip, or the side that is due."""
        if isinstance(thing, FollowUpSide):
            self.shown.set_value(thing)
            self._ask()
        elif isinstance(thing, int):
            self.shown.set_value(None)
            self.table.filling.ask(FollowUpFilter(), choose=thing)

    @Slot()
    def _ask(self) -> None:
        self.table.filling.ask(FollowUpFilter(self.shown.value()))

    @Slot(object)
    def _go_to_note(self, _: object) -> None:
        self.form.note.setFocus()

    @Slot()
    def _ask_side(self) -> None:
        self.frame.work.look(self, own_side, done=self._take_side)

    def _take_side(self, side: FollowUpSide | None) -> None:
        self._side = side
        self.form.show_side(side)

    def _show_count(self, count: int) -> None:
        self._count.say(self.tr("%n slip(s)", "", count))
        if not count:
            self._show_row(None)

    @Slot(object)
    def _show_chosen(self, _: object) -> None:
        self._show_row(self.table.chosen_row())

    def _show_again(self) -> None:
        row_ = self.table.chosen_row()
        if row_ is not None and row_ != self.row:
            self._show_row(row_)

    def _show_row(self, one: UnfinishedRow | None) -> None:
        is_same = one is not None and self.row is not None and one.id == self.row.id
        self.row = one
        if one is None:
            self.give_keys_back(self.table, self.body, self.foot)
        for part in (self.body, self.foot):
            part.setVisible(one is not None)
        if one is None:
            self.set_subject("")
            return
        self.set_subject(one.number)
        self.facts.show_row(one)
        if not is_same:
            self.problem.say(None)
            self.form.clear()
            self.form.set_typed(self.typed.of(one.id))

    @Slot(str)
    def _note(self, name: str) -> None:
        if self.row is not None:
            self.typed.note(self.row.id, self.form, name)

    @Slot()
    def submit(self) -> None:
        """Save the look at the row in hand."""
        if self.row is None or not self.begin_saving():
            return
        order = self.form.order(self.row.id)
        self.send(follow_up_slip, order, partial(self._saved, order))

    def refused(self, refusal: Refusal) -> None:
        if isinstance(refusal, SlipCannotMove):
            # Its row leaves the list at once, and what is said beside it too.
            self.frame.refuse(refusal)
        else:
            super().refused(refusal)

    def _saved(self, order: FollowUpSlip, number: str) -> None:
        self.typed.forget(order.slip_id)
        if self.row is not None and self.row.id == order.slip_id:
            self.form.clear()
        self.frame.say(
            Kind.DONE, self.tr("{number} looked after").format(number=number)
        )
        self.table.setFocus()

    @Slot()
    def open_slip(self) -> None:
        if self.row is not None:
            self.frame.show_page("slip", self.row.id)

    @Slot()
    def print_list(self) -> None:
        side = self.form.side.value() or self._side or ENGINEERING
        title = (
            self.tr("Follow-up list of the day")
            if side is ENGINEERING
            else self.tr("Follow-up list of the week")
        )
        self.paper.show(title, _load_paper, side)


def _load_paper(session: Any, desk: Desk, side: FollowUpSide) -> Write:
    from reports.follow_up_sheet import FollowUpSheet, write_pdf

    rows: Sequence[UnfinishedRow] = list_unfinished(session, desk, FollowUpFilter())
    sheet = FollowUpSheet(side, rows, desk.now())
    return lambda out, translate: write_pdf(sheet, desk, out, translate)
