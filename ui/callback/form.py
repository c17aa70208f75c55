"""What was asked and answered, in one form with a key for each answer."""

from PySide6.QtWidgets import QWidget

from app.callback import CallBack
from app.callback_view import CallbackView
from models.callback import CallbackMethod, CallbackResult
from models.slip import OwnerOpinion
from ui.kit.fields import LongTextField, MomentField
from ui.kit.form import Form
from ui.kit.label import Label, Tone
from ui.kit.segmented import SegmentedField
from ui.slip.field_flow import flow, said
from ui.slip.moment import Moments
from ui.words import field_word, options, word

KEYS_OF_OPINIONS = {
    OwnerOpinion.SATISFIED: "1",
    OwnerOpinion.FAIR: "2",
    OwnerOpinion.DISSATISFIED: "3",
}
_NEXT = "next"


class CallbackForm(Form):
    """Method, result, the two questions, a comment."""

    def __init__(self, moments: Moments, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self._view: CallbackView | None = None
        self.method = SegmentedField(options(*CallbackMethod))
        self.result = SegmentedField(options(*CallbackResult))
        self.is_normal = SegmentedField(
            [
                (None, self.tr("None")),
                (True, self.tr("Y  It works")),
                (False, self.tr("N  It does not")),
            ],
            alarming=False,
        )
        self.satisfaction = SegmentedField(
            [
                (None, self.tr("None")),
                *((each, f"{key}  {word(each)}") for each, key in _opinions()),
            ],
            alarming=OwnerOpinion.DISSATISFIED,
        )
        self.comment = LongTextField(
            placeholder=self.tr("What the owner says, at most 300 characters")
        )
        self.comment.is_wide = True
        self.called_at = MomentField(moments.now, placeholder=self.tr("now"))
        for name in (
            "method",
            "result",
            "is_normal",
            "satisfaction",
            "comment",
            "called_at",
        ):
            self.name_field(name, field_word(name), getattr(self, name))
        self.add_row(
            field_word("method"), flow(self.method, said("result", self.result))
        )
        self.add_row(field_word("is_normal"), self.is_normal, None, key="is_normal")
        self.add_row(
            field_word("satisfaction"), self.satisfaction, None, key="satisfaction"
        )
        self._next = Label(
            self.tr(
                "Tell the head of the department and have it put right. The slip stays"
                " on top of the list until another call finds the owner satisfied or"
                " fairly satisfied."
            ),
            tone=Tone.BAD,
            may_wrap=True,
        )
        self.add_row("", self._next, key=_NEXT)
        self.add_row(field_word("comment"), self.comment)
        self.add_row(field_word("called_at"), self.called_at, None)
        self.edited.connect(lambda _: self.show_rows())
        self.show_rows()

    def show_slip(self, view: CallbackView) -> None:
        """Another slip is called about."""
        self.clear()
        self._view = view
        self.method.set_value(view.method)
        self.show_rows()

    def show_rows(self) -> None:
        """The questions only where somebody was reached."""
        is_reached = self.result.value() is CallbackResult.REACHED
        for name in ("is_normal", "satisfaction"):
            self.show_row(name, is_reached)
        self.show_row(_NEXT, is_reached and self.is_dissatisfied())

    def is_dissatisfied(self) -> bool:
        """Whether the owner is not content."""
        return bool(self.satisfaction.value() == OwnerOpinion.DISSATISFIED)

    def has_answer(self) -> bool:
        """Whether one of the two questions was answered."""
        asked = (self.is_normal.value(), self.satisfaction.value())
        return any(answer is not None for answer in asked)

    def answer(self, name: str, value: object) -> None:
        """A key was pressed in place of the mouse."""
        if value is not None and name != "result":
            self.result.set_value(CallbackResult.REACHED)
        field = self.field(name)
        field.set_value(value)
        field.edited.emit()

    def order(self) -> CallBack:
        """What was typed; nobody who was not reached has answered."""
        view = self._view
        assert view is not None
        is_reached = self.result.value() is CallbackResult.REACHED
        return CallBack(
            view.slip_id,
            self.method.value(),
            self.result.value(),
            is_normal=self.is_normal.value() if is_reached else None,
            satisfaction=self.satisfaction.value() if is_reached else None,
            comment=self.comment.value(),
            called_at=self.called_at.value(),
            attempts=len(view.calls),
        )

    def know(self, view: CallbackView) -> None:
        """The slip has other attempts now; what was typed stays."""
        self._view = view


def _opinions() -> list[tuple[OwnerOpinion, str]]:
    return list(KEYS_OF_OPINIONS.items())
