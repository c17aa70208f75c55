"""返单台: find the slip by its number, type what the paper says, next."""

import re
from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QScrollArea, QWidget

from app.errors import Refusal
from app.slip_list import (
    SlipFilter,
    SlipOrder,
    SlipRow,
    count_slips,
    first_slip_rows,
)
from app.slip_refusals import CopiesMissing
from app.slip_return import take_back_slip
from app.slip_view import SlipView, load_slip_view, load_slip_view_by_number
from models.slip import OPEN_STATES, SlipEvent, SlipState
from ui.kit.button import Button, Look
from ui.kit.form import LABEL_WIDTH
from ui.kit.glyph import StatusLabel
from ui.kit.label import ElidedLabel, Hairline, Label, ProblemLine, Tone
from ui.kit.layout import column, pane, row
from ui.kit.painting import with_gaps
from ui.kit.row_table_view import COMPACT_HEIGHT
from ui.shell.actions import action_button, action_text
from ui.shell.frame import Frame, Kind, Offer
from ui.shell.page import Page
from ui.slip.columns import OUT
from ui.slip.desk_lists import DeskLists, load_desk_lists
from ui.slip.moment import Moments
from ui.returns.form import ReturnForm
from ui.returns.just import JustReturned
from ui.returns.scan_field import ScanField
from ui.slip.room import room_text
from ui.slip.slip_table import SlipTable
from ui.slip.status import status_of
from ui.theme.typeface import CAPTION, INPUT, OBJECT

MOST_LOOKED_AT = 200
MOST_OFFERED = 12
ROOM_FOR_BOTH = 780
"""From this height, in px, the form leaves room for what came back before."""
LEFT, NARROW_LEFT = 384, 352
WIDE_WINDOW = 1400
OUT_STATES = OPEN_STATES - {SlipState.ISSUED}
_LAST_DIGITS = re.compile(r"([0-9]+-)?[0-9]{1,4}")
"""The end of a number, with as much of its date as was typed."""
_COPY_DIGIT = re.compile(r"/[0-9]$")
"""What a scanned code carries after the number: the copy it stands on."""


class ReturnPage(Page):
    """What is out at the left; the paper in hand at the right."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._moments = Moments(frame.work)
        self.view: SlipView | None = None
        self._is_saving = False
        self._typed: dict[int, dict[str, Any]] = {}
        self.scan = ScanField()
        self.scan.returnPressed.connect(self._find)
        self.scan.textEdited.connect(self._after_typing)
        self._scan_problem = ProblemLine()
        self._who = Label("", OBJECT, is_strong=True)
        self._content = Label("", INPUT)
        self._line = Label("", tone=Tone.SECOND, may_wrap=True)
        self._status = StatusLabel()
        self.form = ReturnForm(self._moments)
        self.form.edited.connect(self._note)
        self._problem = ProblemLine()
        self.lost = Button(self.tr("Declare the missing copies lost"), Look.LINK)
        self.lost.clicked.connect(self._declare_lost)
        self.lost.hide()
        self.take_back = action_button("return.take_back", Look.PRIMARY)
        self.take_back.clicked.connect(self.submit)
        self.out = SlipTable(
            frame,
            self.tr("Slips whose paper is out"),
            OUT,
            rest="room",
            least=96,
            widths={"number": 116},
            row_height=COMPACT_HEIGHT,
            empty_text=self.tr("Every paper is back."),
        )
        self.out.opened.connect(self.look_at)
        self.out.clicked.connect(lambda _: self.look_at(self.out.chosen_id()))
        self.out.filling.counted.connect(self._show_count)
        self._count = Label("", is_strong=True)
        self._told = ElidedLabel("", CAPTION, tone=Tone.SECOND)
        self.just = JustReturned(frame)
        self._body = QWidget()
        self._foot = QWidget()
        self._lay_out()
        self._show_nothing()
        self._ask_out()

    def _lay_out(self) -> None:
        self._left = left = pane("sunken")
        heading = row(self._count, self._told, spacing=12, margins=(24, 20, 24, 8))
        heading.setStretch(1, 1)
        listed = column(
            heading,
            row(self.out, margins=(12, 0, 4, 0)),
            spacing=0,
            on=left,
        )
        listed.setStretch(1, 1)
        right = pane("surface")
        inner = column(
            row(self._who, self._content, None, self._status, spacing=12),
            self._line,
            8,
            Hairline(),
            8,
            self.form,
            None,
            spacing=4,
            margins=(24, 4, 24, 4),
            on=self._body,
        )
        inner.setStretch(inner.count() - 1, 1)
        # The action stays in sight however long the paper is.
        column(
            self._problem,
            row(self.take_back, self.lost, None, spacing=12),
            spacing=8,
            margins=(24 + LABEL_WIDTH + 8, 8, 24, 16),
            on=self._foot,
        )
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._scroll.setWidget(self._body)
        self._scroll.setAccessibleName(self.tr("What the paper says"))
        column(
            column(self.scan, self._scan_problem, spacing=0, margins=(24, 20, 24, 12)),
            self._scroll,
            self._foot,
            self.just,
            spacing=0,
            on=right,
        ).setStretch(1, 1)
        whole = row(left, right, spacing=0, on=self)
        whole.setStretch(1, 1)

    def arrive(self) -> None:
        self.just.ask()
        self.scan.setFocus()
        self.scan.selectAll()

    def look_at(self, thing: object) -> None:
        """Take up a slip by its number or its id."""
        if isinstance(thing, str):
            self.scan.setText(thing)
            self._find()
        elif isinstance(thing, int):
            self.frame.work.look(
                self, _load, load_slip_view, thing, done=self._put, refused=self._lost
            )

    def scan_problem(self) -> str:
        """What is wrong with the number that was typed."""
        return self._scan_problem.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter goes on to the next field; only Ctrl+Enter takes the slip back.
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    @Slot()
    def _find(self) -> None:
        typed = _COPY_DIGIT.sub("", "".join(self.scan.text().split())).upper()
        self._scan_problem.say(None)
        if not typed:
            return
        if _LAST_DIGITS.fullmatch(typed):
            ending = typed if "-" in typed else f"-{typed.zfill(3)}"
            wanted = SlipFilter(
                states=OUT_STATES, text=ending, order=SlipOrder.NEWEST_FIRST
            )
            self.frame.work.look(
                self,
                first_slip_rows,
                wanted,
                MOST_LOOKED_AT,
                done=partial(self._found, typed, ending),
            )
            return
        self.frame.work.look(
            self,
            _load,
            load_slip_view_by_number,
            typed,
            done=self._put,
            refused=self._lost,
        )

    def _found(self, typed: str, ending: str, rows: Sequence[SlipRow]) -> None:
        # The words looked for may stand in the place or the fault as well.
        fitting = [row for row in rows if row.number.endswith(ending)]
        if len(fitting) == 1:
            self.look_at(fitting[0].id)
            return
        if fitting:
            self._offer(fitting[:MOST_OFFERED])
            return
        text = self.tr("No paper that is out ends with {digits}.")
        self._scan_problem.say(text.format(digits=typed))
        self.arrive()

    def _offer(self, rows: Sequence[SlipRow]) -> None:
        """Several papers end with these digits: the person says which one it is."""
        self.candidates = QMenu(self)
        self.candidates.aboutToHide.connect(self.candidates.deleteLater)
        for row_ in rows:
            room = room_text(row_.unit_label, row_.area, row_.place)
            said = f"{row_.number}  {room}  {row_.content}"
            entry = self.candidates.addAction(with_gaps(said))
            entry.triggered.connect(partial(self.look_at, row_.id))
        self.candidates.setActiveAction(self.candidates.actions()[0])
        self.candidates.popup(self.scan.mapToGlobal(self.scan.rect().bottomLeft()))

    @Slot()
    def _after_typing(self) -> None:
        """While another number is being typed the form of the last one rests."""
        is_same = self.view is not None and self.scan.text() == self.view.number
        self._body.setEnabled(is_same)
        self._foot.setEnabled(is_same)

    def _lost(self, refusal: Refusal) -> None:
        self._scan_problem.say(self.frame.sentence(refusal))
        self.arrive()

    def _put(self, found: tuple[SlipView, DeskLists]) -> None:
        view, lists = found
        state = view.facts["state"]
        assert isinstance(state, SlipState)
        self.scan.setText(view.number)
        self._scan_problem.say(None)
        if SlipEvent.RETURN not in view.moves:
            self._show_nothing()
            text = self.tr("{number} is “{state}” and cannot be taken back now.")
            word = status_of(state).word
            self._scan_problem.say(text.format(number=view.number, state=word))
            self.arrive()
            return
        self.view = view
        self._after_typing()
        facts = view.facts
        self._who.say(room_text(facts["unit_label"], facts["area"], facts["place"]))
        self._content.say(f"{facts['reporter_name']}，{facts['content']}")
        self._line.say(self._dates(view))
        self._status.show_status(status_of(state))
        self.form.show_slip(view, lists)
        # Another paper came in between, or another desk: nothing is typed twice.
        self.form.set_typed(self._typed.get(int(str(facts["id"])), {}))
        self.form.show_rows()
        self._problem.say(None)
        self.lost.hide()
        self._show_paper(is_there=True)
        self.set_subject(view.number)
        self.out.choose_id(int(str(facts["id"])))
        self.form.arrived_at.setFocus()

    def _dates(self, view: SlipView) -> str:
        facts = view.facts
        technicians = facts["technicians"]
        assert isinstance(technicians, tuple)
        return self.tr(
            "Issued {issued}, dispatched {dispatched}, {trade} {people}"
        ).format(
            issued=self._moments.write(facts["issued_at"]),  # type: ignore[arg-type]
            dispatched=self._moments.write(facts["dispatched_at"]),  # type: ignore[arg-type]
            trade=facts["trade"] or "",
            people="、".join(technicians) or facts["supervisor"] or "",
        )

    def _show_nothing(self) -> None:
        self.view = None
        self.out.clearSelection()
        self.form.clear()
        self._show_paper(is_there=False)
        self.set_subject("")

    def _show_paper(self, *, is_there: bool) -> None:
        """The form of the paper in hand; without it, more of what came before."""
        self._scroll.setVisible(is_there)
        self._foot.setVisible(is_there)
        self._fit()

    def _fit(self) -> None:
        is_wide = self.window().width() >= WIDE_WINDOW
        self._left.setFixedWidth(LEFT if is_wide else NARROW_LEFT)
        self.just.setVisible(self.view is None or self.height() >= ROOM_FOR_BOTH)
        self.just.show_all(self.view is None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def submit(self) -> None:
        """Take the paper back as it was typed."""
        self._submit(frozenset())

    @Slot()
    def _declare_lost(self) -> None:
        missing = {t.face.number for t in self.form.ticks if not t.isChecked()}
        calm = {t.face.number for t in self.form.ticks if t.is_calm}
        self._submit(frozenset(missing - calm))

    def _submit(self, lost: frozenset[int]) -> None:
        if self.view is None or self._is_saving:
            return
        self.form.forget_problems()
        self._problem.say(None)
        if self.form.values() is None:
            return
        self._is_saving = True
        self.take_back.setEnabled(False)
        self.frame.work.change(
            self,
            take_back_slip,
            self.form.order(lost),
            done=partial(self._taken_back, int(str(self.view.facts["id"]))),
            refused=self._refused,
            ended=self._after_saving,
        )

    def _after_saving(self) -> None:
        self._is_saving = False
        self.take_back.setEnabled(True)

    @Slot(str)
    def _note(self, name: str) -> None:
        """What is typed belongs to its slip until that is taken back."""
        if self.view is not None:
            typed = self._typed.setdefault(int(str(self.view.facts["id"])), {})
            typed[name] = self.form.field(name).typed()

    def _taken_back(self, slip_id: int, number: str) -> None:
        self._typed.pop(slip_id, None)
        self._show_nothing()
        self.scan.clear()
        self.arrive()
        self.just.table.filling.choose(slip_id)
        self.frame.say(
            Kind.DONE,
            self.tr("{number} is back").format(number=number),
            "",
            [
                Offer(
                    action_text("slip.open"),
                    partial(self.frame.show_page, "slip", slip_id),
                )
            ],
        )

    def _refused(self, refusal: Refusal) -> None:
        sentence = self.frame.sentence(refusal)
        self.lost.setVisible(isinstance(refusal, CopiesMissing))
        field = str(getattr(refusal, "field", ""))
        if not self.form.show_problem(field, sentence):
            self._problem.say(sentence)

    def _ask_out(self) -> None:
        self.out.filling.ask(
            SlipFilter(states=OUT_STATES, order=SlipOrder.OLDEST_FIRST)
        )

    @Slot(int)
    def _show_count(self, count: int) -> None:
        self._count.say(self.tr("%n paper(s) out", "", count))
        # What has told why it is not back is not counted beside the room's name.
        told = SlipFilter(states=frozenset({SlipState.SUSPENDED}))
        self.frame.work.look(self, count_slips, told, done=self._show_told)

    def _show_told(self, count: int) -> None:
        text = self.tr("%n of them reported unfinished", "", count)
        self._told.say(text if count else "")


def _load(
    session: Any, desk: Any, load: Any, wanted: object
) -> tuple[SlipView, DeskLists]:
    return load(session, desk, wanted), load_desk_lists(session, desk)
