"""The two answers of an inspection: good with one key, not good with its reason."""

from collections.abc import Sequence
from enum import Enum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.button import Button, Look
from ui.kit.fields import COMMA, NamesField, TextField
from ui.kit.flow_layout import FlowLayout
from ui.kit.form import LABEL_WIDTH, Form
from ui.kit.label import Label, Tone
from ui.kit.layout import column, row
from ui.shell.actions import action_text
from ui.words import field_word


class Asked(Enum):
    """What is asked of the person now."""

    NOTHING = "nothing"
    ANSWER = "answer"
    CORRECTION = "correction"
    SIGHT = "sight"


class Answer(QWidget):
    """Stands under the facts of a slip; ``begin_failing`` opens the reason."""

    passed = Signal()
    failed = Signal()
    seen = Signal()
    left = Signal()
    """The reason is asked for no more."""
    edited = Signal()
    """What is typed here changed."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = Asked.NOTHING
        self.is_failing = False
        self._needs_names = False
        self._note = Label("", tone=Tone.SECOND, may_wrap=True)
        # The page hears the keys: one that is held down must not answer twice.
        word = action_text("inspection.pass")
        self.pass_it = Button(word, Look.PRIMARY, keycap=self.tr("Enter"))
        self.pass_it.clicked.connect(self.passed)
        self.fail_it = Button(action_text("inspection.fail"), Look.DANGER, keycap="2")
        self.fail_it.clicked.connect(self.begin_failing)
        word = action_text("inspection.see")
        self.see_it = Button(word, Look.PRIMARY, keycap=self.tr("Enter"))
        self.see_it.clicked.connect(self.seen)
        self.send_back = Button(
            self.tr("Send back to Engineering"), Look.PRIMARY, keycap=self.tr("Enter")
        )
        self.send_back.clicked.connect(self.failed)
        self.leave = Button(self.tr("Not after all"), Look.QUIET, keycap="Esc")
        self.leave.clicked.connect(self.stop_failing)
        self.form = Form()
        self.technicians = self.form.add(
            "technicians", field_word("technicians"), NamesField()
        )
        self.reason = self.form.add("note", self.tr("What is wrong"), TextField())
        self.form.edited.connect(lambda _: self.edited.emit())
        self._quick = QWidget()
        self._flow = FlowLayout(self._quick)
        self.quick: list[Button] = []
        self.form.add_row("", self._quick, key="quick")
        buttons = row(
            self.pass_it,
            self.fail_it,
            self.see_it,
            self.send_back,
            self.leave,
            None,
            spacing=12,
        )
        beside = (LABEL_WIDTH + 8, 0, 0, 0)
        column(
            self.form,
            column(self._note, buttons, spacing=8, margins=beside),
            spacing=8,
            on=self,
        )
        self._show()

    def offer_reasons(self, reasons: Sequence[str]) -> None:
        """Reasons that one key writes."""
        for old in self.quick:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.quick = []
        for number, text in enumerate(reasons, start=1):
            button = Button(text, keys=f"Alt+{number}")
            button.clicked.connect(partial(self._write, text))
            self._flow.addWidget(button)
            self.quick.append(button)

    def ask(
        self,
        asked: Asked,
        *,
        needs_names: bool = False,
        note: str = "",
        ticked: int = 0,
    ) -> None:
        """Ask something else; ``ticked`` is how many are passed together."""
        if asked is not self.asked:
            self.is_failing = False
        self.asked = asked
        self._needs_names = needs_names
        word = action_text("inspection.pass")
        if ticked:
            word = self.tr("Pass %n together", "", ticked)
        self.pass_it.set_text(word)
        self._note.say(note)
        self._show()

    def begin_failing(self) -> None:
        """Ask for the reason."""
        if self.asked in (Asked.ANSWER, Asked.CORRECTION) and self.fail_it.isEnabled():
            self.is_failing = True
            self._show()
            self.reason.setFocus()

    def stop_failing(self) -> None:
        """It is good after all; what was typed stays for the next time."""
        self.is_failing = False
        self.forget_problems()
        self._show()
        self.left.emit()

    def set_busy(self, is_busy: bool) -> None:
        """While an answer is being saved no other is given."""
        for button in (self.pass_it, self.fail_it, self.see_it, self.send_back):
            button.setEnabled(not is_busy)

    def show_problem(self, field: str, sentence: str) -> bool:
        """Say what is wrong with a field under it; False where there is none."""
        return self.form.show_problem(field, sentence)

    def note(self) -> str:
        """What is said beside the answers."""
        return self._note.text()

    def forget_problems(self) -> None:
        """Nothing is wrong any more."""
        self.form.forget_problems()

    def _write(self, text: str) -> None:
        typed = self.reason.value()
        self.reason.set_value(COMMA.join((typed, text)) if typed else text)
        self.reason.edited.emit()
        self.reason.setFocus()

    def _show(self) -> None:
        is_answering = self.asked is Asked.ANSWER and not self.is_failing
        self.pass_it.setVisible(is_answering)
        may_fail = self.asked in (Asked.ANSWER, Asked.CORRECTION)
        self.fail_it.setVisible(may_fail and not self.is_failing)
        self.see_it.setVisible(self.asked is Asked.SIGHT)
        for part in (self.send_back, self.leave):
            part.setVisible(self.is_failing)
        for key in ("note", "quick"):
            self.form.show_row(key, self.is_failing)
        needs_names = self._needs_names and self.asked is Asked.ANSWER
        self.form.show_row("technicians", needs_names)
        self.form.setVisible(self.is_failing or needs_names)
        self._note.setVisible(bool(self._note.text()))
