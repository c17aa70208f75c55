"""Packs of pre-printed forms: one is received, a form of one is spoiled."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.errors import Refusal
from app.form_pack import PackRow
from app.form_stock import ReceivePack, SpoilForm, receive_pack, spoil_form
from ui.day.day_word import day_column
from ui.day.typed_rows import TypedRows
from ui.kit.button import Button, Look
from ui.kit.column import Column
from ui.kit.fields import DayField, TextField
from ui.kit.form import Form
from ui.kit.label import Label, ProblemLine, Tone
from ui.kit.layout import column, row
from ui.shell.actions import BY_ID
from ui.shell.frame import Frame, Kind
from ui.theme.typeface import CARD
from ui.words import field_word

RECEIVE, SPOIL = "receive", "spoil"


def pack_columns() -> list[Column[PackRow]]:
    """What a list says of a pack."""

    def missing(pack: PackRow) -> Tone:
        return Tone.BAD if pack.missing else Tone.SECOND

    def count(key: str) -> Column[PackRow]:
        def text(pack: PackRow) -> str:
            return str(getattr(pack, key))

        return day_column(key, text, 84, is_number=True)

    return [
        day_column(
            "pack", lambda pack: f"{pack.first} – {pack.last}", 220, is_strong=True
        ),
        day_column("received", lambda pack: f"{pack.received_on:%Y-%m-%d}", 112),
        count("used"),
        count("spoiled"),
        day_column(
            "missing",
            lambda pack: str(pack.missing_count),
            84,
            is_number=True,
            tone=missing,
        ),
        count("unused"),
        day_column("receiver", lambda pack: pack.received_by, 96, takes_rest=True),
    ]


class PackPane(QWidget):
    """Two small forms one under the other, each with its own button."""

    def __init__(self, frame: Frame, typed: TypedRows) -> None:
        super().__init__()
        self._frame = frame
        self._typed = typed
        self.pack = Form(gap=8)
        self.first = self._code(self.pack, "first")
        self.last = self._code(self.pack, "last")
        self.received_on = self.pack.add(
            "received_on",
            field_word("received_on"),
            DayField(frame.work.desk.today, width=132),
        )
        self.receive = Button(
            self.tr("Receive pack"), Look.PRIMARY, keys=BY_ID["gap.save"].keys
        )
        self.receive.clicked.connect(self._save)
        self.spoiled = Form(gap=8)
        self.stock_no = self._code(self.spoiled, "stock_no")
        self.reason = self.spoiled.add("reason", field_word("reason"), TextField())
        self.spoil = Button(self.tr("Note as spoiled"))
        self.spoil.clicked.connect(self._spoil)
        self._problem = ProblemLine()
        for key, form in ((RECEIVE, self.pack), (SPOIL, self.spoiled)):
            form.set_typed(typed.of(key))
            form.edited.connect(lambda name, k=key, f=form: typed.note(k, f, name))
        hint = Label(
            self.tr("First and last number as they are printed."),
            tone=Tone.THIRD,
            may_wrap=True,
        )
        column(
            Label(self.tr("A pack came in"), CARD, is_strong=True),
            hint,
            self.pack,
            row(self.receive, None),
            20,
            Label(self.tr("A form was spoiled"), CARD, is_strong=True),
            self.spoiled,
            row(self.spoil, None),
            self._problem,
            None,
            spacing=8,
            margins=(24, 16, 24, 16),
            on=self,
        )

    def _code(self, form: Form, name: str) -> TextField:
        return form.add(name, field_word(name), TextField(width=144, is_code=True))

    @Slot()
    def _save(self) -> None:
        """Ctrl+Enter sends the form that is typed into."""
        at = self.focusWidget()
        if at is not None and self.spoiled.isAncestorOf(at):
            self._spoil()
        else:
            self._receive()

    @Slot()
    def _receive(self) -> None:
        self._problem.say(None)
        self.pack.forget_problems()
        if self.pack.values() is None:
            return
        order = ReceivePack(
            self.first.value(), self.last.value(), self.received_on.value()
        )
        text = self.tr("Pack received")
        self._send(self.pack, RECEIVE, receive_pack, order, text)

    @Slot()
    def _spoil(self) -> None:
        self._problem.say(None)
        self.spoiled.forget_problems()
        order = SpoilForm(self.stock_no.value(), self.reason.value())
        text = self.tr("Noted as spoiled")
        self._send(self.spoiled, SPOIL, spoil_form, order, text)

    def _send(
        self, form: Form, key: str, step: Callable[..., int], order: object, text: str
    ) -> None:
        buttons = (self.receive, self.spoil)

        def enable(is_on: bool) -> None:
            for button in buttons:
                button.setEnabled(is_on)

        def done(_: int) -> None:
            self._typed.forget(key)
            for field in form.fields().values():
                field.clear()
            self._frame.say(Kind.DONE, text)
            form.focus_first()

        def refused(refusal: Refusal) -> None:
            sentence = self._frame.sentence(refusal)
            if not form.show_problem(str(getattr(refusal, "field", "")), sentence):
                self._problem.say(sentence)

        enable(False)
        self._frame.work.change(
            self,
            step,
            order,
            done=done,
            refused=refused,
            ended=lambda: enable(True),
        )
