"""Who gives a bundle and who takes it: both sign."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.desk import SYSTEM
from app.handover_batch import HandOverBundle
from models.handover_list import Bundle
from models.money import format_capitals, format_money
from ui.kit.button import Look
from ui.kit.fields import TextField
from ui.kit.flow_layout import FlowLayout
from ui.kit.form import Form
from ui.kit.label import Label, ProblemLine, Tone
from ui.kit.layout import column
from ui.shell.actions import action_button
from ui.theme.typeface import CAPTION, CARD
from ui.words import field_word


class SignForm(QWidget):
    """What is signed for, the two names, and the button."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Label("", CARD, is_strong=True)
        self.total = Label("", may_wrap=True)
        self.capitals = Label("", CAPTION, tone=Tone.SECOND, may_wrap=True)
        self.form = Form(gap=8)
        self.giver = self.form.add("from_staff", field_word("from_staff"), TextField())
        self.taker = self.form.add("to_staff", field_word("to_staff"), TextField())
        self.problem = ProblemLine()
        self.sign = action_button("finance_handover.sign", Look.PRIMARY)
        self.printed = action_button("finance_handover.print", Look.LINK)
        buttons = QWidget()
        flow = FlowLayout(buttons, 8)
        for button in (self.sign, self.printed):
            flow.addWidget(button)
        for field in (self.giver, self.taker):
            field.line.setMinimumWidth(80)
        column(
            self.title,
            self.total,
            self.capitals,
            8,
            self.form,
            self.problem,
            4,
            buttons,
            spacing=4,
            on=self,
        )
        self.put(None)

    def offer(self, givers: Sequence[str], takers: Sequence[str], actor: str) -> None:
        """Suggest who may sign on each side; whoever acts is one of them."""
        self.giver.suggest(givers)
        self.taker.suggest(takers)
        if actor == SYSTEM:
            return
        if actor in givers and not self.giver.typed():
            self.giver.set_value(actor)
        elif actor in takers and not self.taker.typed():
            self.taker.set_value(actor)

    def put(self, bundle: Bundle | None, why_not: str = "") -> None:
        """What would be signed over now, or why nobody here may begin a bundle."""
        copies = bundle.copies if bundle is not None else ()
        if bundle is None:
            self.title.say(self.tr("No bundle is begun"))
            begins = self.tr("The first copy that is scanned begins one.")
            self.total.say(why_not or begins)
            self.capitals.hide()
        else:
            title = self.tr("Bundle {number} of {period}")
            self.title.say(title.format(number=bundle.batch_no, period=bundle.period))
            count = self.tr("%n copies", "", len(copies))
            self.total.say(f"{count}　{format_money(bundle.amount)}")
            self.capitals.say(format_capitals(bundle.amount))
            self.capitals.show()
        self.sign.setEnabled(bool(copies))
        self.printed.setVisible(bool(copies))

    def order(self, batch_id: int) -> HandOverBundle:
        """What was typed."""
        return HandOverBundle(batch_id, self.giver.value(), self.taker.value())

    def refuse(self, field: str, sentence: str) -> None:
        """Say what is wrong, beside its field where it has one."""
        if not self.form.show_problem(field, sentence):
            self.problem.say(sentence)

    def forget_problems(self) -> None:
        """Nothing is wrong any more."""
        self.problem.say(None)
        self.form.forget_problems()
