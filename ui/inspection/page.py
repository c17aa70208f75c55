"""验收: what waits at the left in the order of the walk, one answer at the right."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from app.errors import Refusal
from app.inspection import (
    InspectedSlip,
    load_inspected_slip,
    load_inspection_day,
    load_quick_reasons,
    pass_slips,
)
from app.manager_notice import see_failures
from app.slip_close import InspectSlip, inspect_slip
from models.inspection_day import Failure, InspectedWork, InspectionDay, WorkToInspect
from models.slip import SlipState
from models.staff import Permission
from ui.inspection.answer import Answer, Asked
from ui.inspection.inspected_facts import InspectedFacts
from ui.inspection.walk_list import WalkList
from ui.inspection.walk_row import Key, Part
from ui.inspection.walk_text import walk_rows
from ui.kit.flow_layout import FlowLayout
from ui.kit.label import ElidedLabel, Label, Tone
from ui.kit.layout import column, pane, row
from ui.kit.when_seen import WhenSeen
from ui.shell.actions import action_button, action_text
from ui.shell.frame import Frame, Kind, Offer
from ui.shell.page import Page
from ui.slip.moment import Moments
from ui.slip.room import room_text
from ui.tasks import Job
from ui.theme.typeface import CAPTION, INPUT

if TYPE_CHECKING:
    from ui.inspection.inspection_print import InspectionPrint

LEFT, NARROW_LEFT = 400, 352
WIDE_WINDOW = 1400
TABLES = frozenset({"slip", "inspection", "manager_notice", "setting"})
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_ORDER = (Part.WAITING, Part.FAILURE, Part.INSPECTED)
"""Where work begins: what waits; for one who only manages, what must be seen."""


class InspectionPage(Page):
    """Enter or 1 is good, 2 is not; then comes the next."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._moments = Moments(frame.work)
        self.day: InspectionDay | None = None
        self.found: InspectedSlip | None = None
        self._is_saving = False
        self._job: Job | None = None
        self._typed: dict[int, dict[str, Any]] = {}
        self._wanted: object = None
        self._print: InspectionPrint | None = None
        self.list = WalkList(self.tr("What waits for inspection"))
        self.list.chosen_changed.connect(self._show_chosen)
        self.list.ticks_changed.connect(self._show_answer)
        self._count = Label("", INPUT, is_strong=True)
        self._told = ElidedLabel("", CAPTION, tone=Tone.SECOND)
        self._empty = Label(
            self.tr("No public work waits for its inspection."),
            tone=Tone.THIRD,
            may_wrap=True,
        )
        self.tick_all = action_button("inspection.tick_all")
        self.tick_all.clicked.connect(self.list.tick_all)
        self.printed = action_button("inspection.print")
        self.printed.clicked.connect(self._print_list)
        self.report = action_button("inspection.report")
        self.report.clicked.connect(self._print_report)
        self.facts = InspectedFacts(self._moments)
        self.facts.opened.clicked.connect(self._open)
        self.answer = Answer()
        self.answer.passed.connect(self.pass_chosen)
        self.answer.failed.connect(self.fail_chosen)
        self.answer.seen.connect(self.see_chosen)
        self.answer.edited.connect(self._note)
        self.answer.left.connect(self.list.setFocus)
        self._lay_out()
        self._asking = WhenSeen(self, self._ask)
        frame.work.changed.connect(self._after_change)
        frame.work.desk_changed.connect(self._show_day)

    def _lay_out(self) -> None:
        self._left = left = pane("sunken")
        heading = row(self._count, self._told, spacing=12, margins=(24, 20, 24, 8))
        heading.setStretch(1, 1)
        self._empty.setContentsMargins(24, 8, 24, 0)
        buttons = QWidget()
        flow = FlowLayout(buttons, 8)
        for button in (self.printed, self.tick_all, self.report):
            flow.addWidget(button)
        foot = row(buttons, margins=(20, 12, 20, 16))
        listed = row(self.list, margins=(12, 0, 8, 0))
        column(heading, self._empty, listed, foot, spacing=0, on=left).setStretch(2, 1)
        self._body = QWidget()
        column(self.facts, None, margins=(24, 20, 24, 12), on=self._body)
        self._body.installEventFilter(self)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setWidget(self._body)
        self._scroll.setAccessibleName(self.tr("What is known of the slip"))
        self._foot = QWidget()
        column(self.answer, margins=(24, 8, 24, 20), on=self._foot)
        right = pane("surface")
        # The answers follow what is known, and stay in sight however much that is.
        column(self._scroll, self._foot, None, spacing=0, on=right).setStretch(0, 1)
        row(left, right, spacing=0, on=self).setStretch(1, 1)
        self._show_slip(None)

    def arrive(self) -> None:
        self._ask()
        self.frame.work.look(self, load_quick_reasons, done=self.answer.offer_reasons)
        self.list.setFocus()

    def look_at(self, thing: object) -> None:
        """Come to the failures that management has still to see, or to a slip."""
        self._wanted = thing

    def _wanted_key(self) -> Key | None:
        """What somebody came for, once the list that holds it is there."""
        wanted, self._wanted = self._wanted, None
        if isinstance(wanted, int):
            return Part.WAITING, wanted
        if wanted is Part.FAILURE and self.day is not None and self.day.unseen:
            return Part.FAILURE, self.day.unseen[0].notice_id
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.window().width() >= WIDE_WINDOW
        self._left.setFixedWidth(LEFT if is_wide else NARROW_LEFT)
        self._fit()

    def _fit(self) -> None:
        width = self.width() - self._left.width()
        height = self._body.heightForWidth(width)
        self._scroll.setMaximumHeight(max(height, self._body.sizeHint().height()) + 8)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._body and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() not in _PLAIN or event.isAutoRepeat():
            # A key held down must not pass one piece of work after the other.
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape and self.answer.is_failing:
            self.answer.stop_failing()
        elif key in _ENTER and self.answer.is_failing:
            self.fail_chosen()
        elif key in _ENTER and self.answer.asked is Asked.SIGHT:
            self.see_chosen()
        elif key in (*_ENTER, Qt.Key.Key_1):
            self.pass_chosen()
        elif key == Qt.Key.Key_2:
            self.answer.begin_failing()
        else:
            super().keyPressEvent(event)

    # What is shown.

    def _ask(self) -> None:
        if self._job is not None:
            self._job.drop()
        self._job = self.frame.work.look(self, load_inspection_day, done=self._put)

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self._asking.do()

    def _put(self, day: InspectionDay) -> None:
        self._job = None
        self._set_saving(False)
        before = [(each.part, each.key) for each in self.list.rows()]
        chosen = self.list.chosen()
        self.day = day
        self._show_day()
        now = [(each.part, each.key) for each in self.list.rows()]
        wanted = self._wanted_key()
        if wanted in now:
            self._choose(wanted)
        elif chosen in now:
            self._look(chosen)
        else:
            self._choose(_next_of(before, now, chosen))

    @Slot()
    def _show_day(self) -> None:
        day = self.day
        if day is None:
            return
        is_manager = self.frame.work.desk.may(Permission.SEE_FAILURE)
        self.list.put(walk_rows(day, self._moments, is_manager=is_manager))
        waiting = len(day.waiting) + day.older
        self._count.say(self.tr("%n wait(s) for inspection", "", waiting))
        late = sum(1 for one in day.waiting if one.is_late)
        self._told.say(self.tr("%n paper(s) came late", "", late) if late else "")
        self._empty.setVisible(not self.list.rows())
        self.tick_all.setEnabled(bool(day.waiting) and self._may_inspect())
        self.printed.setEnabled(bool(day.waiting))
        self.report.setVisible(bool(day.failures))
        self._show_answer()

    def _choose(self, key: Key | None) -> None:
        self.list.choose(key)
        self._look(self.list.chosen())

    @Slot(object)
    def _show_chosen(self, key: Key) -> None:
        self._look(key)

    def _look(self, key: Key | None) -> None:
        slip_id = None if key is None else self._slip_of(key)
        if slip_id is None:
            self._show_slip(None)
            return
        self.frame.work.look(self, load_inspected_slip, slip_id, done=self._show_slip)

    def _show_slip(self, found: InspectedSlip | None) -> None:
        chosen = self.list.chosen()
        if found is not None and (
            chosen is None or self._slip_of(chosen) != found.view.facts["id"]
        ):
            return  # the person has gone on since it was asked for
        is_other = _id_of(self.found) != _id_of(found)
        self.found = found
        for part in (self._scroll, self._foot):
            part.setVisible(found is not None)
        self.set_subject("" if found is None else found.view.number)
        if found is not None:
            self.facts.show_slip(found, self.frame.work.desk)
        if is_other:
            self.answer.is_failing = False
            self.answer.forget_problems()
            self.answer.form.clear()
            self.answer.form.set_typed(self._typed.get(_id_of(found) or 0, {}))
        self._show_answer()

    @Slot()
    def _show_answer(self) -> None:
        chosen = self.list.chosen()
        found = self.found
        if chosen is None or found is None:
            self.answer.ask(Asked.NOTHING)
            return
        part = chosen[0]
        if part is Part.FAILURE:
            text = self.tr("It is out again with Engineering; this is the report.")
            self.answer.ask(Asked.SIGHT, note=text)
        elif not self._may_inspect():
            text = self.tr("Housekeeping inspects; you may look.")
            self.answer.ask(Asked.NOTHING, note=text)
        elif part is Part.WAITING:
            ticked = len(self.list.ticked())
            needs_names = not found.view.facts["technicians"]
            self.answer.ask(Asked.ANSWER, needs_names=needs_names, ticked=ticked)
        else:
            self._show_correction(found, chosen[1])

    def _show_correction(self, found: InspectedSlip, inspection_id: int) -> None:
        one = self._inspected(inspection_id)
        if one is None:
            self.answer.ask(Asked.NOTHING)
            return
        told = (
            self.tr("Passed by {by}, {time}.")
            if one.is_passed
            else self.tr(
                "Failed by {by}, {time}: {note}. It is out again with Engineering."
            )
        )
        time = self._moments.write(one.at)
        note = told.format(by=one.by, time=time, note=one.note)
        is_back = found.view.facts["state"] is SlipState.RETURNED
        if one.is_passed and one.is_standing and is_back:
            wrong = self.tr("If that was wrong, fail it; both stay in the log.")
            self.answer.ask(Asked.CORRECTION, note=f"{note} {wrong}")
        else:
            self.answer.ask(Asked.NOTHING, note=note)

    # What is done.

    @Slot()
    def pass_chosen(self) -> None:
        """The work is good: that which is ticked, else that which is shown."""
        waiting = self._to_pass()
        if self._is_saving or not waiting or self.answer.asked is not Asked.ANSWER:
            return
        self.answer.forget_problems()
        names = self.answer.technicians.value()
        orders = [
            InspectSlip(
                one.slip_id,
                is_passed=True,
                technicians=() if one.technicians else names,
                version=one.version,
            )
            for one in waiting
        ]
        self._change(pass_slips, orders, partial(self._after_pass, waiting))

    @Slot()
    def fail_chosen(self) -> None:
        """The work is not good, for the reason that stands there."""
        found = self.found
        if self._is_saving or found is None or not self.answer.is_failing:
            return
        self.answer.forget_problems()
        facts = found.view.facts
        order = InspectSlip(
            int(str(facts["id"])),
            is_passed=False,
            note=self.answer.reason.value(),
            technicians=() if facts["technicians"] else self.answer.technicians.value(),
            version=int(str(facts["version"])),
        )
        self._change(inspect_slip, order, partial(self._after_fail, found))

    @Slot()
    def see_chosen(self) -> None:
        """Whoever manages has seen the failure that is shown."""
        chosen = self.list.chosen()
        if self._is_saving or chosen is None or chosen[0] is not Part.FAILURE:
            return
        self._change(see_failures, [chosen[1]], lambda _: None)

    def _change(self, step: Any, order: Any, done: Any) -> None:
        self._set_saving(True)

        def after(answer: Any) -> None:
            # Nothing more is saved until the list tells what waits now.
            self.answer.stop_failing()
            done(answer)
            self.list.setFocus()
            self._ask()

        def refused(refusal: Refusal) -> None:
            field = str(getattr(refusal, "field", ""))
            if not self.answer.show_problem(field, self.frame.sentence(refusal)):
                self.frame.refuse(refusal)
            # What another desk did is seen at once.
            self._ask()

        self.frame.work.change(
            self, step, order, done=after, refused=refused, troubled=self._troubled
        )

    def _troubled(self, trouble: Any, again: Any) -> None:
        self._set_saving(False)
        self.frame.work.trouble_met.emit(trouble, again)

    def _set_saving(self, is_saving: bool) -> None:
        self._is_saving = is_saving
        self.answer.set_busy(is_saving)

    def _after_pass(self, waiting: list[WorkToInspect], _: object) -> None:
        first = waiting[0]
        self._typed.pop(first.slip_id, None)
        self.list.tick([one.slip_id for one in waiting], is_on=False)
        place = room_text(None, first.area, first.place)
        many = self.tr("%n passed", "", len(waiting))
        head = (
            many if len(waiting) > 1 else self.tr("{place} passed").format(place=place)
        )
        text = self.tr("One that was passed by mistake can be failed under “today”.")
        opening = partial(self.frame.show_page, "slip", first.slip_id)
        offers = [Offer(action_text("slip.open"), opening)]
        self.frame.say(Kind.DONE, head, text, offers if len(waiting) == 1 else ())

    def _after_fail(self, found: InspectedSlip, _: object) -> None:
        slip_id = int(str(found.view.facts["id"]))
        self._typed.pop(slip_id, None)
        self.frame.say(
            Kind.DONE,
            self.tr("{number} failed").format(number=found.view.number),
            self.tr("It goes back to Engineering, and the manager is told."),
            [
                Offer(
                    action_text("slip.open"),
                    partial(self.frame.show_page, "slip", slip_id),
                ),
                Offer(action_text("inspection.report"), self._print_report),
            ],
        )

    def _note(self) -> None:
        """What is typed belongs to its slip until that is answered."""
        slip_id = _id_of(self.found)
        if slip_id is not None:
            self._typed[slip_id] = self.answer.form.typed()

    def _open(self) -> None:
        if self.found is not None:
            self.frame.show_page("slip", _id_of(self.found))

    def _print_list(self) -> None:
        if self.day is not None:
            self._papers().print_list(self.day)

    def _print_report(self) -> None:
        if self.day is not None:
            self._papers().print_report()

    def _papers(self) -> "InspectionPrint":
        # Nobody prints before the list is painted.
        from ui.inspection.inspection_print import InspectionPrint

        if self._print is None:
            self._print = InspectionPrint(self.frame, self)
        return self._print

    # What is known.

    def _may_inspect(self) -> bool:
        return self.frame.work.desk.may(Permission.INSPECT_SLIP)

    def _to_pass(self) -> list[WorkToInspect]:
        ticked = self.list.ticked()
        chosen = self.list.chosen()
        waiting = () if self.day is None else self.day.waiting
        if ticked:
            return [one for one in waiting if one.slip_id in ticked]
        # Nothing is passed before its facts are in sight.
        if chosen is None or chosen[0] is not Part.WAITING or self.found is None:
            return []
        return [
            one for one in waiting if one.slip_id == chosen[1] == _id_of(self.found)
        ]

    def _inspected(self, inspection_id: int) -> InspectedWork | None:
        day = self.day
        listed = () if day is None else day.inspected
        return next((one for one in listed if one.inspection_id == inspection_id), None)

    def _failure(self, notice_id: int) -> Failure | None:
        listed = () if self.day is None else self.day.failures
        return next((one for one in listed if one.notice_id == notice_id), None)

    def _slip_of(self, key: Key) -> int | None:
        part, number = key
        if part is Part.WAITING:
            return number
        one = (
            self._inspected(number) if part is Part.INSPECTED else self._failure(number)
        )
        return None if one is None else one.slip_id


def _id_of(found: InspectedSlip | None) -> int | None:
    return None if found is None else int(str(found.view.facts["id"]))


def _next_of(before: list[Key], now: list[Key], chosen: Key | None) -> Key | None:
    """What comes after a row that is gone: the next of its part, else the first of
    what must be done.
    """
    if chosen is not None and chosen in before:
        at = before.index(chosen)
        beside = [*before[at + 1 :], *reversed(before[:at])]
        for key in beside:
            if key[0] is chosen[0] and key in now:
                return key
    for part in _ORDER:
        for key in now:
            if key[0] is part:
                return key
    return None
