"""Sends a decision on a waiver, and keeps what is half typed of it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.errors import Refusal
from app.waiver import (
    DecideWaiver,
    WithdrawWaiver,
    decide_waiver,
    withdraw_waiver,
)
from app.waiver_list import WaiverView
from app.waiver_refusals import WaiverIsDecided, WaiverNoLongerFits
from models.money import format_money
from ui.callback.drafts import FormDrafts
from ui.finance.waiver_case import CasePane
from ui.kit.fields import COMMA
from ui.shell.actions import action_text
from ui.shell.frame import Frame, Kind, Offer

ROOM = "waived"

Order = DecideWaiver | WithdrawWaiver


class Deciding(QObject):
    """One request at a time."""

    ended = Signal(int)
    """This request waits no more."""
    overtaken = Signal()
    """Somebody else decided, or the slip was paid: look again."""
    print_wanted = Signal(int)

    def __init__(self, frame: Frame, pane: CasePane) -> None:
        super().__init__(pane)
        self._frame = frame
        self._pane = pane
        self._is_saving = False
        self.drafts = FormDrafts(frame.work, ROOM, self)
        pane.form.edited.connect(self._note)
        pane.approve.clicked.connect(partial(self.decide, True))
        pane.reject.clicked.connect(partial(self.decide, False))
        pane.withdraw.clicked.connect(self.withdraw)

    def begin(self, view: WaiverView, directors: Sequence[str]) -> None:
        """Take up a request: an empty decision, or what was typed before."""
        self._pane.show_view(view, self._frame.work.desk, directors)
        typed = self.drafts.of(view.row.slip_id)
        if typed:
            self._pane.form.set_typed(typed)
            self._pane.form.show_rows()

    def know(self, view: WaiverView, directors: Sequence[str]) -> None:
        """The request stands so now; what was typed stays while it is undecided."""
        was = self._pane.view
        if was is None or was.row.id != view.row.id:
            return
        if was.row.status is view.row.status:
            self._pane.know(view, self._frame.work.desk)
        else:
            self.begin(view, directors)

    def decide(self, is_approved: bool) -> None:
        """Approve or refuse the request in hand."""
        view = self._pane.view
        if view is None or self._is_saving:
            return
        self._pane.form.forget_problems()
        self._pane.problem.say(None)
        order = self._pane.form.order(view.row, is_approved)
        if order is not None:
            self._send(decide_waiver, order, view)

    @Slot()
    def withdraw(self) -> None:
        """Take the request in hand back."""
        view = self._pane.view
        if view is not None and not self._is_saving:
            order = WithdrawWaiver(view.row.id, self._pane.form.note.value())
            self._send(withdraw_waiver, order, view)

    @Slot(str)
    def _note(self, name: str) -> None:
        if self._pane.view is not None:
            typed = self._pane.form.field(name).typed()
            self.drafts.note(self._pane.view.row.slip_id, name, typed)

    def _send(self, step: Callable[..., None], order: Order, view: WaiverView) -> None:
        self._is_saving = True
        self._frame.work.change(
            self,
            step,
            order,
            done=partial(self._done, order, view),
            refused=self._refused,
            ended=self._after_saving,
        )

    def _after_saving(self) -> None:
        self._is_saving = False

    def _done(self, order: Order, view: WaiverView, _: None) -> None:
        self.drafts.forget(view.row.slip_id)
        if isinstance(order, WithdrawWaiver):
            head = self.tr("{sum}: withdrawn")
        elif order.is_approved:
            head = self.tr("{sum} waived")
        else:
            head = self.tr("{sum} not waived")
        self._frame.say(
            Kind.DONE,
            head.format(sum=format_money(view.row.amount)),
            COMMA.join((view.row.number, view.row.room)),
            [
                Offer(
                    action_text("waiver.print"),
                    partial(self.print_wanted.emit, view.row.id),
                    icon_name="printer",
                )
            ],
        )
        self.ended.emit(view.row.id)

    def _refused(self, refusal: Refusal) -> None:
        sentence = self._frame.sentence(refusal)
        field = str(getattr(refusal, "field", ""))
        if not self._pane.form.show_problem(field, sentence):
            self._pane.problem.say(sentence)
        if isinstance(refusal, WaiverIsDecided | WaiverNoLongerFits):
            self.overtaken.emit()
