"""Sends a request for a waiver, and keeps what is half typed of it."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.errors import Refusal
from app.waiver import AppliedWaiver, apply_waiver
from app.waiver_list import WaiverOutlook, look_ahead
from models.money import format_money
from ui.callback.drafts import FormDrafts
from ui.finance.waiver_ask import AskPane
from ui.finance.waiver_word import split_text, who_signs
from ui.kit.fields import COMMA
from ui.shell.actions import action_text
from ui.shell.frame import Frame, Kind, Offer
from ui.tasks import Job

ROOM = "waiver"
TYPED_MS = 200


class Asking(QObject):
    """One slip at a time; while the amount is typed, who signs it is looked up."""

    asked = Signal(int)
    """There is a request of this id now."""
    print_wanted = Signal(int)

    def __init__(self, frame: Frame, pane: AskPane) -> None:
        super().__init__(pane)
        self._frame = frame
        self._pane = pane
        self._is_saving = False
        self._looking: Job | None = None
        self.drafts = FormDrafts(frame.work, ROOM, self)
        self._soon = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._soon.timeout.connect(self.look_again)
        pane.form.edited.connect(self._note)
        pane.save.clicked.connect(self.submit)

    def begin(self, outlook: WaiverOutlook) -> None:
        """Take up a slip: an empty form, or what was typed in it before."""
        self._pane.begin(self._frame.work.desk.actor)
        self._pane.form.set_typed(self.drafts.of(outlook.slip_id))
        self.know(outlook)
        if self._pane.form.amount.typed():
            self.look_again()

    def know(self, outlook: WaiverOutlook) -> None:
        """The slip stands so now; what was typed stays."""
        why_not = outlook.why_not
        said = "" if why_not is None else self._frame.sentence(why_not)
        self._pane.show_outlook(outlook, said)

    @Slot()
    def look_again(self) -> None:
        """Who signs the amount that stands there now."""
        outlook = self._pane.outlook
        if outlook is None:
            return
        if self._looking is not None:
            self._looking.drop()
        asked = self._pane.form.asked(outlook.slip_id)
        self._looking = self._frame.work.look(
            self, look_ahead, asked, done=self._know_if_same
        )

    def _know_if_same(self, outlook: WaiverOutlook) -> None:
        now = self._pane.outlook
        if now is not None and now.slip_id == outlook.slip_id:
            self.know(outlook)

    @Slot(str)
    def _note(self, name: str) -> None:
        if self._pane.outlook is None:
            return
        typed = self._pane.form.field(name).typed()
        self.drafts.note(self._pane.outlook.slip_id, name, typed)
        if name == "amount":
            self._soon.start()

    @Slot()
    def submit(self) -> None:
        """Ask for the waiver as it was typed."""
        outlook = self._pane.outlook
        if outlook is None or self._is_saving or self._pane.save.isHidden():
            return
        self._pane.form.forget_problems()
        self._pane.problem.say(None)
        order = self._pane.form.order(outlook.slip_id)
        if order is None:
            return
        self._is_saving = True
        self._pane.save.setEnabled(False)
        self._frame.work.change(
            self,
            apply_waiver,
            order,
            done=partial(self._applied, outlook.slip_id),
            refused=self._refused,
            ended=self._after_saving,
        )

    def _after_saving(self) -> None:
        self._is_saving = False
        self._pane.save.setEnabled(True)

    def _applied(self, slip_id: int, applied: AppliedWaiver) -> None:
        self.drafts.forget(slip_id)
        head = self.tr("{sum} asked to be waived")
        parts = (applied.number, who_signs(applied.need), split_text(applied.split))
        self._frame.say(
            Kind.WAITS,
            head.format(sum=format_money(applied.need.amount)),
            COMMA.join(part for part in parts if part),
            [
                Offer(
                    action_text("waiver.print"),
                    partial(self.print_wanted.emit, applied.id),
                    icon_name="printer",
                )
            ],
        )
        self.asked.emit(applied.id)

    def _refused(self, refusal: Refusal) -> None:
        sentence = self._frame.sentence(refusal)
        field = str(getattr(refusal, "field", ""))
        if field == "reason" and self._pane.form.reason.value():
            field = "details"
        if not self._pane.form.show_problem(field, sentence):
            self._pane.problem.say(sentence)
        self.look_again()
