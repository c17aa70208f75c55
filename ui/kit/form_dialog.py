"""A dialog with labelled fields: it collects, shows a refusal, and closes when told."""

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.kit.button import Button, Look
from ui.kit.dialog import Dialog
from ui.kit.form import Form, SomeField
from ui.kit.label import Label, ProblemLine, Tone
from ui.kit.layout import column, row
from ui.theme.typeface import CARD

Order = TypeVar("Order")


WIDTH = 520


class FormDialog(Dialog, Generic[Order]):
    """Enter saves, Esc leaves; a refusal keeps it open with what was typed."""

    submitted = Signal(object)
    """The order, once every field could be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form()
        self._problem = ProblemLine()
        self._is_busy = False
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)
        self.save = Button(self.tr("Save"), Look.PRIMARY, keycap=self.tr("Enter"))
        self.save.clicked.connect(self.submit)
        self.leave = Button(self.tr("Cancel"), Look.QUIET, keycap="Esc")
        self.leave.clicked.connect(self.reject)
        self.end_with(self.save, self.leave)
        self._head = Label("", CARD, is_strong=True)
        self._explanation = Label("", tone=Tone.SECOND, may_wrap=True)
        self._explanation.hide()
        column(
            self._head,
            self._explanation,
            8,
            self.form,
            None,
            self._problem,
            8,
            row(None, self.leave, self.save, spacing=12),
            spacing=8,
            margins=24,
            on=self,
        )

    def name(
        self,
        title: str,
        save: str,
        explanation: str = "",
        *,
        is_dangerous: bool = False,
    ) -> None:
        """What the dialog is for, what its button says, and what will happen."""
        self.setWindowTitle(title)
        self._head.say(title)
        self._explanation.say(explanation)
        self._explanation.setVisible(bool(explanation))
        self.save.set_text(save)
        if is_dangerous:
            self.save.look = Look.DANGER
            self.save.updateGeometry()

    def add(self, name: str, label: str, field: SomeField) -> SomeField:
        """One more field; ``name`` is the attribute of the order."""
        return self.form.add(name, label, field)

    def order(self) -> Order:
        """What was typed, as the order to hand over."""
        raise NotImplementedError

    def submit(self) -> None:
        """Hand the order over, unless a field cannot be read or one is under way."""
        if self._is_busy:
            return
        self.form.forget_problems()
        self._problem.say(None)
        if self.form.values() is None:
            return
        self.submitted.emit(self.order())

    def open(self) -> None:
        """Show it: all dialogs are of one width unless a field needs more."""
        self.setFixedWidth(max(WIDTH, self.minimumSizeHint().width()))
        self._fit()
        super().open()

    def _fit(self) -> None:
        """Be as high as the fields and what is said under them need."""
        layout = self.layout()
        needed = layout.totalHeightForWidth(self.width()) if layout else 0
        if needed > self.height() or not self.isVisible():
            self.resize(self.width(), needed)

    def set_busy(self, is_busy: bool) -> None:
        """While the order is under way it is not sent a second time."""
        self._is_busy = is_busy
        self.save.setEnabled(not is_busy)

    def refuse(self, sentence: str, field: str = "") -> None:
        """Show why not: under the field it belongs to, else above the buttons."""
        self.set_busy(False)
        if not self.form.show_problem(field, sentence):
            self._problem.say(sentence)
            if self.focusWidget() in (None, self.leave):
                # The button lost the keyboard while it could not be pressed.
                self.save.setFocus()

    def problem(self) -> str:
        """The refusal that stands above the buttons."""
        return self._problem.text()

    def event(self, event: QEvent) -> bool:
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            # The fields inside hear of it after the dialog does.
            self._fitting.start()
        return is_done

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        begun = self.focusWidget()
        is_begun = begun is not None and self.form.isAncestorOf(begun)
        if not is_begun:
            self.form.focus_first()
