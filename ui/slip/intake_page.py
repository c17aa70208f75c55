"""接报台: take a call, answer what may be a duplicate, issue, print."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.duplicate import (
    DuplicateQuestion,
    DuplicateRow,
    JoinSlip,
    find_duplicates,
    join_slip,
)
from app.errors import Refusal
from app.slip_draft import DraftRow, discard_draft, list_drafts, save_draft
from app.slip_issue import IssuedSlip, issue_slip
from app.slip_list import SlipFilter, SlipRow, first_slip_rows
from app.slip_refusals import DuplicatesFound
from app.unit_directory import UnitRow, find_units
from models.phone import mask_phone
from models.unit import AreaKind
from ui.kit.button import Look
from ui.kit.label import Label, Tone
from ui.kit.layout import column, pane, row
from ui.kit.timeline import Entry, Timeline
from ui.shell.actions import action_button, action_text
from ui.shell.frame import Frame, Kind, Offer
from ui.shell.page import Page
from ui.slip.clock_confirmation import offer_clock
from ui.slip.desk_lists import load_desk_lists
from ui.slip.duplicate_card import DuplicateCard
from ui.slip.intake_form import IntakeForm
from ui.slip.moment import Moments
from ui.slip.slip_moves import SlipMoves
from ui.slip.today_list import TodayList
from ui.slip.unit_unknown import why_unit_unknown
from ui.tasks import Job
from ui.theme.typeface import OBJECT

DRAFT_MS = 800
"""How long after the last key a draft is saved."""
DUPLICATE_MS = 350
HISTORY = 8
_ABOUT_THE_FAULT = frozenset({"area_kind", "unit", "place", "area", "content"})


class IntakePage(Page):
    """The form at the left, what the program knows of the place at the right."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._moments = Moments(frame.work)
        self.moves = SlipMoves(frame, self)
        self._draft_id: int | None = None
        self._is_saving_draft = False
        self._is_issuing = False
        self._issue_after_draft = False
        self._issue_when_settled = False
        self._search: Job | None = None
        self.form = IntakeForm(self._moments)
        self.form.edited.connect(self._after_edit)
        self.form.unit.wanted.connect(self._find_units)
        self.form.unit.picked.connect(self._show_place)
        self.form.unit.settled.connect(self._after_settling)
        self.form.unit.confirmed.connect(self.submit)
        self.issue = action_button("intake.issue", Look.PRIMARY)
        self.issue.clicked.connect(self.submit)
        self.clear = action_button("intake.clear", Look.QUIET)
        self.clear.clicked.connect(self._discard)
        self._listed = TodayList(frame, self.moves)
        self.today = self._listed.table
        self.resend = self._listed.resend
        self.card = DuplicateCard(self._moments)
        self.card.open_wanted.connect(lambda one: frame.show_page("slip", one.id))
        self.card.join_wanted.connect(self._join)
        self._lay_out()
        self._draft_timer = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._draft_timer.timeout.connect(self._save_draft)
        self._duplicate_timer = QTimer(self, singleShot=True, interval=DUPLICATE_MS)
        self._duplicate_timer.timeout.connect(self.look_for_duplicates)
        frame.work.changed.connect(self._after_change)
        frame.work.desk_changed.connect(self._load_lists)
        self._load_lists()
        frame.work.look(self, list_drafts, done=self._take_up_draft)

    def _lay_out(self) -> None:
        left = pane("surface")
        top = QWidget()
        self.form.add_row("", self.issue, None, self.clear)
        column(self.form, spacing=0, margins=(24, 16, 24, 20), on=top)
        top.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        stack = column(top, self._listed, spacing=0, on=left)
        stack.setStretch(1, 1)
        right = pane("sunken")
        right.setFixedWidth(376)
        self._place = Label("", OBJECT, is_strong=True)
        self._owners = Label("", tone=Tone.SECOND, may_wrap=True)
        self._hint = Label(
            self.tr(
                "Possible duplicates and earlier repairs of the place show here "
                "while you type."
            ),
            tone=Tone.THIRD,
            may_wrap=True,
        )
        self._history_head = Label(self.tr("Last repairs here"), is_strong=True)
        self._history_head.hide()
        self._history = Timeline(self.tr("Last repairs here"))
        for part in (self._place, self._owners):
            part.hide()
        side = column(
            self._place,
            self._owners,
            self._hint,
            self.card,
            8,
            self._history_head,
            self._history,
            spacing=6,
            margins=(20, 20, 20, 12),
            on=right,
        )
        side.setStretch(side.count() - 1, 1)
        whole = row(left, right, spacing=0, on=self)
        whole.setStretch(0, 1)

    def arrive(self) -> None:
        self._listed.ask()
        self.form.area_kind.setFocus()
        if self._has_unit():
            self.form.unit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter goes on to the next field; only Ctrl+Enter issues.
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    @Slot()
    def submit(self) -> None:
        """Issue what was typed; a second press while one is under way does nothing."""
        if self._is_issuing:
            return
        self._draft_timer.stop()
        if self._has_unit():
            # What the directory knows of the unit belongs to the slip.
            is_known = self.form.unit.is_settled()
            self._issue_when_settled = not is_known
            self.form.unit.settle()
            if not is_known:
                return
        if self._is_saving_draft:
            # The draft's number is on its way; the slip will throw it away.
            self._issue_after_draft = True
            return
        self.form.forget_problems()
        if self.form.values() is None:
            return
        self._is_issuing = True
        self.issue.setEnabled(False)
        order = self.form.order(
            seen=[found.number for found in self.card.rows()],
            anyway_reason=self.card.reason.value(),
            draft_id=self._draft_id,
        )
        self.frame.work.change(
            self,
            issue_slip,
            order,
            done=self._issued,
            refused=self._refused,
            ended=self._after_issue,
        )

    def _has_unit(self) -> bool:
        return self.form.area_kind.value() is AreaKind.UNIT

    @Slot()
    def _after_settling(self) -> None:
        if self._issue_when_settled:
            self._issue_when_settled = False
            self.submit()

    def _after_issue(self) -> None:
        self._is_issuing = False
        self.issue.setEnabled(True)

    def _issued(self, slip: IssuedSlip) -> None:
        place = self.form.unit.value() or self.form.place.value()
        told = f"{place} {self.form.reporter_name.value()}，{self.form.content.value()}"
        self._draft_id = None
        self._empty()
        self.today.filling.choose(slip.id)
        self.frame.say(
            Kind.DONE,
            self.tr("{number} issued {time}").format(
                number=slip.number, time=self._moments.write(slip.issued_at)
            ),
            told,
            [
                Offer(
                    action_text("slip.print"),
                    partial(self.moves.print_four, slip.id),
                    "Ctrl+P",
                    "printer",
                ),
                Offer(
                    action_text("slip.open"),
                    partial(self.frame.show_page, "slip", slip.id),
                ),
            ],
        )

    def _refused(self, refusal: Refusal) -> None:
        sentence = self.frame.sentence(refusal)
        if isinstance(refusal, DuplicatesFound):
            self.look_for_duplicates()
            self.card.show()
            self.card.reason.set_problem(sentence)
            self.card.reason.setFocus()
            return
        if offer_clock(self.frame, self, refusal):
            return
        field = str(getattr(refusal, "field", ""))
        unit = self.form.unit
        if field in ("area", "place") and self._has_unit() and unit.names_nothing():
            # They stay empty because no unit was found: say that first.
            self.frame.work.look(
                self,
                why_unit_unknown,
                unit.value(),
                done=lambda reason: self._show_refusal(reason or refusal),
            )
            return
        self._show_refusal(refusal)

    def _show_refusal(self, refusal: Refusal) -> None:
        field = str(getattr(refusal, "field", ""))
        if not self.form.show_problem(field, self.frame.sentence(refusal)):
            self.frame.refuse(refusal)

    def _join(self, found: DuplicateRow) -> None:
        order = JoinSlip(
            found.id,
            reporter_name=self.form.reporter_name.value(),
            content=self.form.content.value(),
            phone=self.form.phone.value(),
        )
        self.frame.work.change(
            self,
            join_slip,
            order,
            done=partial(self._joined, found.id),
            refused=self._refused,
        )

    def _joined(self, slip_id: int, number: str) -> None:
        self._discard()
        self.frame.say(
            Kind.DONE,
            self.tr("Joined to {number}").format(number=number),
            "",
            [
                Offer(
                    action_text("slip.open"),
                    partial(self.frame.show_page, "slip", slip_id),
                )
            ],
        )

    def _empty(self) -> None:
        self.form.clear()
        self.card.clear()
        self.set_subject("")
        self._place.hide()
        self._owners.hide()
        self._history.show_entries([])
        self._history_head.hide()
        self._hint.show()
        self.arrive()

    @Slot()
    def _discard(self) -> None:
        """Throw away what was typed; no number was used."""
        self._draft_timer.stop()
        if self._draft_id is not None:
            self.frame.work.change(
                self, discard_draft, self._draft_id, done=lambda _: None
            )
            self._draft_id = None
        self._empty()

    @Slot(str)
    def _after_edit(self, name: str) -> None:
        self._draft_timer.start()
        self._issue_when_settled = False
        if name in _ABOUT_THE_FAULT:
            self._duplicate_timer.start()

    def _save_draft(self) -> None:
        if self._is_saving_draft or self._is_issuing or self.form.is_blank():
            return
        self._is_saving_draft = True
        self.frame.work.change(
            self,
            save_draft,
            self._draft_id,
            self.form.typed(),
            done=self._draft_saved,
            ended=self._after_draft,
        )

    def _draft_saved(self, draft_id: int) -> None:
        self._draft_id = draft_id
        if self._issue_after_draft:
            self._issue_after_draft = False
            self.submit()

    def _after_draft(self) -> None:
        self._is_saving_draft = False

    def _take_up_draft(self, drafts: list[DraftRow]) -> None:
        if drafts and self.form.is_blank():
            last = drafts[-1]
            self._draft_id = last.id
            self.form.set_typed(dict(last.fields))
            self.set_subject(self.form.place.value())
            self.look_for_duplicates()
            if self._has_unit() and self.form.unit.value():
                self.frame.work.look(
                    self,
                    find_units,
                    self.form.unit.value(),
                    done=self._show_unit_of_draft,
                )
            if self.isVisible():
                self.form.content.setFocus()
            self.frame.say(
                Kind.WAITS,
                self.tr("Taken up again"),
                self.tr("What was typed {time} stands in the form.").format(
                    time=self._moments.write(last.typed_at)
                ),
            )

    def _show_unit_of_draft(self, units: list[UnitRow]) -> None:
        """The pane as it was when the room was typed; the fields hold the draft."""
        label = self.form.unit.value()
        for unit in units:
            if unit.label == label:
                self.form.unit.set_value(label)
                self.form.take_unit(unit)
                self._show_place(unit)

    @Slot(str)
    def _find_units(self, text: str) -> None:
        self.frame.work.look(
            self, find_units, text, done=partial(self._offer_units, text)
        )

    def _offer_units(self, text: str, units: list[UnitRow]) -> None:
        words = [
            "  ".join(
                [unit.label, *(f"{o.name} {mask_phone(o.phone)}" for o in unit.owners)]
            )
            for unit in units
        ]
        self.form.unit.offer(text, units, words)

    @Slot(object)
    def _show_place(self, unit: UnitRow) -> None:
        self.set_subject(unit.label)
        self._place.say(unit.label)
        self._owners.say(
            "、".join(f"{o.name} {mask_phone(o.phone)}" for o in unit.owners)
        )
        self._place.show()
        self._owners.show()
        if self.form.reporter_name.value() and self.form.phone.value():
            # All that the directory knows is there: the fault comes next.
            self.form.content.setFocus()
        self._hint.hide()
        self.frame.work.look(
            self,
            first_slip_rows,
            SlipFilter(text=unit.label),
            HISTORY,
            done=self._show_history,
        )

    def _show_history(self, rows: list[SlipRow]) -> None:
        self._history_head.setVisible(bool(rows))
        self._history.show_entries(
            [
                Entry(
                    self._moments.write(one.issued_at),
                    one.content,
                    "、".join(one.technicians),
                )
                for one in rows
            ]
        )

    def look_for_duplicates(self) -> None:
        """Ask whether the fault stands on a slip already."""
        self._duplicate_timer.stop()
        place, content = self.form.place.value(), self.form.content.value()
        unit = self.form.unit.value() if self._has_unit() else ""
        if self._search is not None:
            self._search.drop()
            self._search = None
        if not content or not (place or unit):
            self.card.show_rows(())
            return
        question = DuplicateQuestion(
            area_kind=AreaKind(self.form.area_kind.value()),
            place=place,
            content=content,
            unit_label=unit or None,
            area=self.form.area.value(),
        )
        self._search = self.frame.work.look(
            self, find_duplicates, question, done=self._show_duplicates
        )

    def _show_duplicates(self, rows: list[DuplicateRow]) -> None:
        self._search = None
        self.card.show_rows(rows)
        if rows:
            self._hint.hide()

    @Slot()
    def _load_lists(self) -> None:
        self.frame.work.look(self, load_desk_lists, done=self.form.offer_lists)

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        if "trade" in tables:
            self._load_lists()
