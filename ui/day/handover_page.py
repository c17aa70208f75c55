"""交接班: what the next post is told, handed over once and kept as it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Slot

from app.desk import Desk
from app.shift_handover import (
    EARLY,
    SHIFTS_SHOWN,
    coming_sheet,
    find_handover_ids,
    hand_over,
    kept_sheet,
    load_handover_rows,
)
from app.slip_record import find_slip
from app.staff_directory import list_staff
from models.shift_sheet import ShiftSheet
from ui.day.day_page import DayPage
from ui.day.day_paper import Write
from ui.day.day_table import DayTable
from ui.day.day_word import day_column
from ui.day.handover_form import HandoverForm
from ui.day.handover_line import HandoverLine, Part, ids_of, line_columns, lines_of
from ui.kit.column import Column
from ui.kit.label import Hairline, Label, Tone
from ui.kit.layout import column, row
from ui.kit.row_table_model import RowTableModel
from ui.kit.row_table_view import COMPACT_HEIGHT, RowTableView
from ui.kit.when_seen import WhenSeen
from ui.shell.frame import Frame, Kind
from ui.theme.typeface import CARD
from ui.words import word

TABLES = frozenset(
    {"slip", "gap_case", "return_check", "shift_handover", "setting", "calendar_day"}
)
TICK_MS = 30_000
PAST_ROWS = 5


@dataclass(frozen=True, slots=True)
class _Coming:
    """The sheet of this moment, and who works here."""

    sheet: ShiftSheet
    names: Sequence[str]


class HandoverPage(DayPage):
    """The sheet at the left; who gives and takes, and earlier shifts, at the right."""

    form: HandoverForm

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, "handover")
        self.sheet: ShiftSheet | None = None
        self.model: RowTableModel[HandoverLine] = RowTableModel(
            line_columns(self.moments)
        )
        self.table: RowTableView[HandoverLine] = RowTableView(
            self.model,
            self.tr("What is told to the next shift"),
            empty_text=self.tr("Nothing is left over. A quiet shift to whoever comes."),
        )
        self.model.setParent(self.table)
        self.table.opened.connect(self.open_slip)
        self.table.chosen.connect(self._show_chosen)
        self._count = Label("", tone=Tone.SECOND)
        self._shift = Label("", CARD, is_strong=True, may_wrap=True)
        self._when = Label("", may_wrap=True)
        self._checked = Label("", tone=Tone.SECOND, may_wrap=True)
        self.form = HandoverForm()
        self.form.edited.connect(self._note)
        self.past = DayTable(
            frame,
            self.tr("Earlier shifts"),
            self._past_columns(),
            find_handover_ids,
            load_handover_rows,
            frozenset({"shift_handover", "setting"}),
            empty_text=self.tr("No shift was handed over yet."),
            row_height=COMPACT_HEIGHT,
        )
        self.past.opened.connect(self._print_past)
        self._put_together()
        self._asking = WhenSeen(self, self._ask)
        frame.work.changed.connect(self._after_change)
        frame.work.desk_changed.connect(self._asking.do)
        # A shift comes due while nobody writes anything.
        self._ticker = QTimer(self, interval=TICK_MS)
        self._ticker.timeout.connect(self._asking.do)
        self._ticker.start()
        self.past.filling.ask(SHIFTS_SHOWN)
        self._ask()

    def _past_columns(self) -> list[Column[Any]]:
        def shift(one: Any) -> str:
            return f"{self.moments.write(one.shift_at)}"

        def names(one: Any) -> str:
            if one.handed_at is None:
                return self.tr("not handed over")
            return f"{one.given_by} → {one.taken_by}"

        def handed(one: Any) -> str:
            return self.moments.write(one.handed_at)

        def tone(one: Any) -> Tone:
            return Tone.BAD if one.handed_at is None else Tone.TEXT

        return [
            day_column("shift", shift, 118),
            day_column("given", names, 96, takes_rest=True, tone=tone),
            day_column("handed", handed, 92, tone=Tone.SECOND),
        ]

    def _put_together(self) -> None:
        self.lay_out(self.print)
        self.lay_out_list((self._count, None, self.open), self.table)
        name = self.tr("The shift and its handover")
        self.lay_out_body(name, self._shift, self._when, self._checked)
        rows = PAST_ROWS * COMPACT_HEIGHT
        self.past.setFixedHeight(self.past.horizontalHeader().height() + rows + 2)
        column(
            self.problem,
            row(self.save, None, margins=(24, 8, 24, 12)),
            Hairline(),
            self.past,
            spacing=0,
            on=self.foot,
        )

    def arrive(self) -> None:
        self._asking.do()
        first = self.form.given_by
        (self.form.taken_by if first.value() else first).setFocus()

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self._asking.do()

    def _ask(self) -> None:
        self.frame.work.look(self, _load_coming, done=self._put)

    def _put(self, coming: _Coming) -> None:
        sheet = coming.sheet
        is_same = self.sheet is not None and self.sheet.shift_at == sheet.shift_at
        self.sheet = sheet
        lines = lines_of(sheet)
        ids = ids_of(lines)
        self.table.keep_ids(lambda: self._fill(ids, lines))
        self._count.say(self.tr("%n line(s) to tell", "", len(lines)))
        self._show_shift(sheet)
        if not is_same:
            self.form.forget_problems()
            self.form.set_typed(self.typed.of(self._key()))
        self.form.offer(coming.names, self.frame.work.desk.actor)
        self._show_chosen(None)

    def _fill(self, ids: Any, lines: list[HandoverLine]) -> None:
        self.model.set_ids(ids)
        for page in range(0, len(lines), 100):
            part = slice(page, page + 100)
            self.model.put_page(page // 100, ids[part], lines[part])

    def _show_shift(self, sheet: ShiftSheet) -> None:
        self._shift.say(
            self.tr("{from_post} to {to_post}, {begins} to {ends}").format(
                from_post=word(sheet.from_post),
                to_post=word(sheet.to_post),
                begins=self.moments.write(sheet.shift_at),
                ends=self.moments.write(sheet.shift_until),
            )
        )
        now = self.frame.work.desk.now()
        opens = sheet.shift_at - EARLY
        if now < opens:
            text = self.tr("May be handed over from {time} on.")
            self._when.say(text.format(time=self.moments.write(opens)), Tone.SECOND)
        elif now < sheet.shift_at:
            text = self.tr("The shift changes at {time}.")
            said = text.format(time=self.moments.write(sheet.shift_at))
            self._when.say(said, Tone.WARN)
        else:
            minutes = int((now - sheet.shift_at).total_seconds()) // 60
            text = self.tr("Not handed over yet, {time} late.")
            late = f"{minutes // 60}:{minutes % 60:02d}"
            self._when.say(text.format(time=late), Tone.BAD)
        self.save.setEnabled(now >= opens and not self.is_saving)
        if sheet.checked_on is None:
            self._checked.say(self.tr("No return check was made final yet."))
        elif sheet.is_check_damaged:
            text = self.tr(
                "The return check of {day} is not what was made final: nobody knows"
                " which slips were missing. Run “silian check”."
            )
            day = f"{sheet.checked_on:%m-%d}"
            self._checked.say(text.format(day=day), Tone.BAD)
        else:
            count = len(sheet.missing)
            text = self.tr("Return check of {day}: %n slip(s) still missing", "", count)
            self._checked.say(text.format(day=f"{sheet.checked_on:%m-%d}"))

    @Slot(object)
    def _show_chosen(self, _: object) -> None:
        line = self.table.chosen_row()
        self.open.setVisible(line is not None and line.part is not Part.GAP)

    def _key(self) -> str:
        return "" if self.sheet is None else f"{self.sheet.shift_at:%Y-%m-%dT%H:%M}"

    @Slot(str)
    def _note(self, name: str) -> None:
        self.typed.note(self._key(), self.form, name)

    @Slot()
    def submit(self) -> None:
        """Hand over to the shift that is due."""
        if self.sheet is None or not self.begin_saving():
            return
        self.save.setEnabled(False)
        order = self.form.order(self.sheet.shift_at)
        self.send(hand_over, order, partial(self._handed_over, self._key()))

    def end_saving(self) -> None:
        super().end_saving()
        self.save.setEnabled(True)

    def _handed_over(self, key: str, begins: int) -> None:
        self.typed.forget(key)
        taken_by = self.form.taken_by.value()
        for field in self.form.fields().values():
            field.clear()
        text = self.tr("Handed over to {name}").format(name=taken_by)
        self.frame.say(Kind.DONE, text)
        self._print_past(begins)

    @Slot()
    def open_slip(self, _: object = None) -> None:
        line = self.table.chosen_row()
        if line is not None and line.part is not Part.GAP:
            self.frame.work.look(self, _slip_id, line.number, done=self._show_slip)

    def _show_slip(self, slip_id: int) -> None:
        self.frame.show_page("slip", slip_id)

    @Slot()
    def print_list(self) -> None:
        self.paper.show(self.tr("Handover sheet"), _load_paper, None)

    @Slot(object)
    def _print_past(self, begins: object) -> None:
        chosen = self.past.chosen_row()
        if chosen is not None and chosen.id == begins and chosen.handed_at is None:
            return  # nothing was kept of a handover that was missed
        self.paper.show(self.tr("Handover sheet"), _load_paper, begins)


def _load_coming(session: Any, desk: Desk) -> _Coming:
    names = [each.name for each in list_staff(session, desk)]
    return _Coming(coming_sheet(session, desk), names)


def _slip_id(session: Any, desk: Desk, number: str) -> int:
    return find_slip(session, desk, number).id


def _load_paper(session: Any, desk: Desk, begins: int | None) -> Write:
    from reports.handover_sheet import write_pdf

    kept = None if begins is None else kept_sheet(session, desk, begins)
    sheet = kept or coming_sheet(session, desk)
    return lambda out, translate: write_pdf(sheet, desk, out, translate)
