"""未完成反馈 typed in place: why a slip is not back, and when it will be done."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.errors import Refusal
from app.feedback import TellFeedback, tell_feedback
from app.kept_form import FormKind
from models.day_check import CheckedSlip
from ui.kit.button import Button, Look
from ui.kit.field import NotReadable
from ui.kit.fields import MomentField
from ui.kit.keys_ahead import KeysAhead
from ui.kit.label import ElidedLabel, Hairline, ProblemLine
from ui.kit.layout import column, row
from ui.returns.kept import KeptForms
from ui.shell.frame import Frame
from ui.slip.eta_choice import EtaChoice
from ui.slip.fact_word import fact_word
from ui.slip.moment import Moments
from ui.slip.reason_field import ReasonField

_KIND = FormKind.FEEDBACK


class FeedbackForm(QWidget):
    """One slip after the other; Enter records and goes on to the next."""

    told = Signal(int)
    """Feedback on this slip was recorded."""
    left = Signal()
    """Esc: the keyboard goes back to the papers."""

    def __init__(self, frame: Frame, kept: KeptForms, moments: Moments) -> None:
        super().__init__()
        self._frame = frame
        self._kept = kept
        self.slip_id: int | None = None
        self._is_saving = False
        self._name = ElidedLabel("", is_strong=True)
        self.reason = ReasonField((), empty=self.tr("Why not"))
        self.reason.set_name(fact_word("unfinished_reason"))
        self.eta = MomentField(moments.now, width=132, placeholder="11-22 17:00")
        self.eta.set_name(fact_word("eta_at"))
        self._ahead = KeysAhead(self.eta.line)
        self.likely = EtaChoice(moments)
        self.likely.chosen.connect(self._take_time)
        self._problem = ProblemLine()
        self.tell = Button(self.tr("Record"), Look.PLAIN, keycap="Enter")
        self.tell.clicked.connect(self.submit)
        self.reason.edited.connect(partial(self._note, "reason"))
        self.eta.edited.connect(partial(self._note, "eta"))
        fields = row(self.reason, self.eta, spacing=8)
        fields.setStretch(0, 1)
        fields.setAlignment(self.reason, Qt.AlignmentFlag.AlignTop)
        fields.setAlignment(self.eta, Qt.AlignmentFlag.AlignTop)
        column(
            Hairline(),
            4,
            row(self._name, self.tell, spacing=8),
            fields,
            self.likely,
            self._problem,
            spacing=6,
            on=self,
        )
        self.hide()

    def show_slip(self, item: CheckedSlip) -> None:
        """Ask about this slip; what was typed of it before is there again."""
        if item.slip_id == self.slip_id:
            self._show_name(item)
            return
        self.slip_id = item.slip_id
        self._forget_problems()
        self._show_name(item)
        self.likely.renew()
        self.reason.clear()
        self.eta.clear()
        typed = self._kept.typed(_KIND, item.slip_id)
        self.reason.set_typed(typed.get("reason"))
        self.eta.set_typed(typed.get("eta"))
        self.show()

    def offer(self, reasons: tuple[str, ...]) -> None:
        """The reasons of the centre."""
        self.reason.set_texts(reasons)

    def say_back(self, number: str) -> None:
        """It came back while somebody typed why it would not."""
        text = self.tr("{number} came back meanwhile; nothing needs to be told.")
        self._problem.say(text.format(number=number))
        self.tell.setEnabled(False)

    def begin(self) -> None:
        """Put the keyboard where something is missing."""
        field = self.eta if self.reason.value() is not None else self.reason
        field.setFocus()

    def has_typed(self) -> bool:
        """Whether something was typed of the slip that is asked about."""
        return self.slip_id is not None and self.slip_id in self._kept.slips(_KIND)

    def has_keyboard(self) -> bool:
        """Whether somebody is typing here."""
        held = self.window().focusWidget()
        return held is not None and self.isVisible() and self.isAncestorOf(held)

    def drop(self) -> None:
        """Nothing is asked."""
        self.slip_id = None
        self.hide()

    @Slot()
    def submit(self) -> None:
        """Record it."""
        if self.slip_id is None or self._is_saving or not self.tell.isEnabled():
            return
        self._forget_problems()
        try:
            eta_at = self.eta.value()
        except NotReadable as problem:
            self.eta.set_problem(str(problem))
            self.eta.setFocus()
            return
        self._is_saving = True
        self._ahead.hold()
        self._frame.work.change(
            self,
            tell_feedback,
            TellFeedback(self.slip_id, self.reason.value() or "", eta_at),
            done=partial(self._after_telling, self.slip_id),
            refused=self._refused,
            ended=self._after_saving,
        )

    def _after_saving(self) -> None:
        self._is_saving = False
        # What is typed already is about the next one, which is asked about first.
        QTimer.singleShot(0, self, self._ahead.hand_on)

    def _after_telling(self, slip_id: int, _: object) -> None:
        self._kept.forget(_KIND, slip_id)
        if self.slip_id == slip_id:
            self.drop()
        self.told.emit(slip_id)

    def _refused(self, refusal: Refusal) -> None:
        sentence = self._frame.sentence(refusal)
        field = {"unfinished_reason": self.reason, "eta_at": self.eta}.get(
            str(getattr(refusal, "field", ""))
        )
        if field is None:
            self._problem.say(sentence)
            return
        # The pane is narrow: the sentence stands under both fields.
        field.set_problem(sentence)
        field.setFocus()

    def _forget_problems(self) -> None:
        self._problem.say(None)
        self.reason.set_problem(None)
        self.eta.set_problem(None)
        self.tell.setEnabled(True)

    def _show_name(self, item: CheckedSlip) -> None:
        room = item.unit_label or item.place
        self._name.say(f"{item.number} {room}")
        self.tell.setAccessibleDescription(item.number)

    @Slot(object)
    def _take_time(self, at: datetime) -> None:
        self.eta.set_value(at)
        self.eta.edited.emit()
        self.eta.setFocus()

    def _note(self, name: str) -> None:
        if self.slip_id is not None:
            field = self.reason if name == "reason" else self.eta
            self._kept.note(_KIND, self.slip_id, name, field.typed())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.reason.value() is not None and not self.eta.line.text().strip():
                self.eta.setFocus()
            else:
                self.submit()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
