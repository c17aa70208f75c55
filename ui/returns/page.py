"""返单台: scan a paper or type its number, type what it says, next."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QMenu

from app.errors import Trouble
from app.kept_form import FormKind
from app.slip_list import SlipRow
from app.slip_view import SlipView, load_slip_view
from ui.day.day_tabs import strip
from ui.kit.keys_ahead import KeysAhead
from ui.kit.label import Label, ProblemLine, Tone
from ui.kit.layout import column, pane, row
from ui.kit.painting import with_gaps
from ui.returns.day_pane import DayPane
from ui.returns.finding import Finding, Found
from ui.returns.form import ReturnForm
from ui.returns.just import JustReturned
from ui.returns.kept import KeptForms
from ui.returns.paper import Paper
from ui.returns.scan_field import ScanField
from ui.returns.why_not import why_not
from ui.scanner.code import Code
from ui.scanner.desk import ScanDesk
from ui.shell.actions import action_text
from ui.shell.frame import Frame, Kind, Offer
from ui.shell.page import Page
from ui.slip.moment import Moments
from ui.slip.room import room_text
from ui.theme.typeface import CAPTION

ROOM_FOR_BOTH = 780
"""From this height, in px, the form leaves room for what came back before."""
LEFT, NARROW_LEFT = 368, 344
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
WIDE_WINDOW = 1400


class ReturnPage(Page):
    """The day at the left; the paper in hand at the right."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._moments = Moments(frame.work)
        self._kept = KeptForms(frame.work, self)
        self._kept.load(self._take_up)
        self._scan_desk = ScanDesk.of(frame)
        self._finding = Finding(frame, self)
        self._finding.found.connect(self._put)
        self._finding.lost.connect(self._lose)
        self._finding.several.connect(self._offer)
        self.scan = ScanField()
        self.scan.returnPressed.connect(self._find)
        self.scan.textEdited.connect(self._after_typing)
        self._ahead = KeysAhead(self.scan)
        self._finding.begun.connect(self._ahead.hold)
        self._finding.ended.connect(self._ahead.hand_on)
        self._scan_problem = ProblemLine()
        self._note = Label("", CAPTION, tone=Tone.SECOND, may_wrap=True)
        self._note.hide()
        self._paper: Paper | None = None
        self._whole = column(strip(frame, "return"), spacing=0, on=self)
        self.day = DayPane(frame, self._kept, self._moments, self)
        self.day.chosen.connect(self.look_at)
        self.day.done.connect(self.arrive)
        self.just = JustReturned(frame)
        frame.work.changed.connect(self._after_change)
        self._lay_out()

    def _lay_out(self) -> None:
        right = self._ground = pane("surface")
        both = row(self.day, right, spacing=0)
        both.setStretch(1, 1)
        self._whole.addLayout(both, 1)
        scan = column(
            self.scan,
            self._scan_problem,
            self._note,
            spacing=0,
            margins=(24, 12, 24, 8),
        )
        self._right = column(scan, self.just, spacing=0, on=right)
        self._fit()

    @property
    def paper(self) -> Paper:
        """The paper in hand. Its form is the largest part of the room, and is made when
        the first paper is taken up: a window stands still while it makes much at once.
        """
        if self._paper is None:
            self._paper = Paper(self.frame, self._kept, self._moments, self._ground)
            self._paper.taken_back.connect(self._taken_back)
            self._paper.saving_changed.connect(self._after_saving)
            self._right.insertWidget(1, self._paper, 1)
        return self._paper

    @property
    def form(self) -> ReturnForm:
        """What the paper says."""
        return self.paper.form

    @property
    def view(self) -> SlipView | None:
        """The slip whose paper is in hand."""
        return None if self._paper is None else self._paper.view

    def rest_to_make(self) -> Sequence[Callable[[], object]]:
        return (lambda: self.paper,)

    def arrive(self) -> None:
        self.just.ask()
        self.day.ask()
        self.scan.setFocus()
        self.scan.selectAll()

    def look_at(self, thing: object) -> None:
        """Take up a slip by its number or its id."""
        if isinstance(thing, str):
            self.scan.setText(thing)
            self._find()
        elif isinstance(thing, int):
            self._finding.take_id(thing)

    def take_scan(self, codes: Sequence[Code]) -> bool:
        self._finding.take_scan(tuple(codes))
        return True

    def rescue(self) -> Trouble | None:
        return self._kept.rescue()

    def scan_problem(self) -> str:
        """What is wrong with the number that was typed or scanned."""
        return self._scan_problem.text()

    def note(self) -> str:
        """What is said of the paper that was laid aside."""
        return self._note.text() if self._note.isVisibleTo(self) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter goes on to the next empty field, and behind the last takes back.
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            held = self.focusWidget()
            paper = self._paper
            if paper is not None and held is not None and paper.isAncestorOf(held):
                paper.go_on()
            return
        sign = event.text()
        if sign.isalnum() and not event.modifiers() & _COMMANDS:
            # Nothing here takes a sign but the field of the number.
            self.scan.setFocus()
            self.scan.selectAll()
            self.scan.insert(sign)
            self._after_typing()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A press beside everything leaves the keyboard where papers are scanned.
        if self.view is None:
            self.scan.setFocus()
        super().mousePressEvent(event)

    @Slot()
    def _find(self) -> None:
        self._scan_problem.say(None)
        if self.view is not None and self.scan.text() == self.view.number:
            # Nothing else was typed: the paper in hand is meant.
            if not self.paper.begin():
                self.paper.submit()
            return
        self._finding.take_typed(self.scan.text())

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
        if self.view is not None:
            held = self.focusWidget()
            is_resting = self.scan.text() != self.view.number
            if is_resting and held is not None and self.paper.isAncestorOf(held):
                # What rests takes no keys.
                self.scan.setFocus()
            self.paper.rest(is_resting)

    @Slot(str, bool)
    def _lose(self, sentence: str, is_scanned: bool) -> None:
        self._scan_problem.say(sentence)
        if is_scanned:
            self._scan_desk.ring_refused()
        if self.view is None or not is_scanned:
            self.arrive()

    @Slot(object)
    def _put(self, found: Found) -> None:
        view = found.view
        sentence = why_not(view, self._moments)
        if sentence is not None:
            self._refuse(found, sentence)
            return
        self._scan_problem.say(None)
        if found.view.facts["id"] == self.paper.slip_id():
            self.paper.renew(view)
            self.scan.setText(view.number)
            self._after_typing()
            if self.window().focusWidget() in (None, self.scan):
                self._begin()
        else:
            self._lay_aside()
            self.paper.show_found(found)
            self.scan.setText(view.number)
            self._after_typing()
            self._fit()
            self.set_subject(view.number)
            self.day.mark(self.paper.slip_id())
            self._begin()
        if found.copy_no is not None and not self.paper.tick(found.copy_no):
            text = self.tr("{number} has no copy {copy}.")
            self._lose(text.format(number=view.number, copy=found.copy_no), True)

    def _begin(self) -> None:
        """Put the keyboard where the paper in hand goes on."""
        if not self.paper.begin():
            self.scan.setFocus()

    def _refuse(self, found: Found, sentence: str) -> None:
        """The paper cannot be taken back; a half-typed one stays in hand."""
        self._scan_problem.say(sentence)
        if found.is_scanned:
            self._scan_desk.ring_refused()
        if not self.paper.has_typed():
            self.lay_down()
            self.scan.setText(found.view.number)
            self.arrive()

    def _lay_aside(self) -> None:
        """Another paper was in hand: what was typed of it is there when it is back."""
        before = self.view.number if self.view and self.paper.has_typed() else ""
        text = self.tr("What was typed of {number} is kept with it.")
        self._note.say(text.format(number=before))
        self._note.setVisible(bool(before))

    def lay_down(self) -> None:
        """No paper is in hand any more; what was typed of it is kept."""
        self.paper.show_nothing()
        self.day.mark(None)
        self.set_subject("")
        self._fit()

    def _take_up(self) -> None:
        """What was typed before the window closed is there again."""
        half_typed = self._kept.slips(FormKind.RETURN)
        if self.view is None and len(half_typed) == 1:
            self.look_at(next(iter(half_typed)))

    def _fit(self) -> None:
        is_wide = self.window().width() >= WIDE_WINDOW
        self.day.setFixedWidth(LEFT if is_wide else NARROW_LEFT)
        self.just.setVisible(self.view is None or self.height() >= ROOM_FOR_BOTH)
        self.just.show_all(self.view is None)

    @Slot()
    def _after_saving(self) -> None:
        self._finding.is_held = self.paper.is_saving
        self._finding.go_on()

    @Slot(object, str)
    def _taken_back(self, slip_id: int, number: str) -> None:
        self.lay_down()
        self.scan.clear()
        self._scan_problem.say(None)
        self._note.hide()
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

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        paper = self._paper
        slip_id = None if paper is None else paper.slip_id()
        if "slip" in tables and slip_id is not None and not self.paper.is_saving:
            self.frame.work.look(
                self,
                load_slip_view,
                slip_id,
                done=self._renew,
                refused=lambda _: None,
            )

    def _renew(self, view: SlipView) -> None:
        """Another desk did something with the slip in hand."""
        if view.facts["id"] != self.paper.slip_id() or self.paper.is_saving:
            return
        if (
            self.view is not None
            and view.facts["version"] == self.view.facts["version"]
        ):
            return
        self.paper.renew(view)
        self._scan_problem.say(why_not(view, self._moments))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
