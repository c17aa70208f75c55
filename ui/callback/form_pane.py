"""Right of the list: the slip in hand, its script, the form, what came before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from app.callback_view import CallbackView
from ui.callback.attempts import Attempts
from ui.callback.drafts import Typed
from ui.callback.form import CallbackForm
from ui.callback.pane import CallbackHead
from ui.kit.button import Button, Look
from ui.kit.form import LABEL_WIDTH
from ui.kit.label import Hairline, Label, ProblemLine, Tone
from ui.kit.layout import column, row
from ui.shell.actions import BY_ID, action_text
from ui.slip.moment import Moments
from ui.theme.typeface import INPUT


class CallbackPane(QWidget):
    """One slip, or the word to choose one."""

    def __init__(self, moments: Moments, parent: QWidget) -> None:
        super().__init__(parent)
        self.head = CallbackHead(moments)
        self.form = CallbackForm(moments)
        self.attempts = Attempts(moments)
        self.problem = ProblemLine()
        # Their keys are kept to this page: Enter elsewhere means something else.
        self.save = Button(
            action_text("callback.save"), Look.PRIMARY, keycap=self.tr("Enter")
        )
        keys = BY_ID["callback.unreachable"].keys
        self.unreachable = Button(action_text("callback.unreachable"), keycap=keys)
        self._nothing = Label(
            self.tr("Choose a slip at the left; its script and form stand here then."),
            INPUT,
            tone=Tone.SECOND,
        )
        self._nothing.setContentsMargins(24, 24, 24, 24)
        self._body = QWidget()
        self._foot = QWidget()
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setWidget(self._body)
        self._scroll.setAccessibleName(self.tr("The callback"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self.show_nothing()

    def _lay_out(self) -> None:
        whole = column(
            self._nothing, self._scroll, Hairline(), self._foot, spacing=0, on=self
        )
        whole.setStretch(1, 1)
        inner = column(
            self.head,
            4,
            self.form,
            8,
            self.attempts,
            None,
            spacing=8,
            margins=(24, 20, 24, 8),
            on=self._body,
        )
        inner.setStretch(inner.count() - 1, 1)
        column(
            self.problem,
            row(self.save, self.unreachable, None, spacing=12),
            spacing=8,
            margins=(24 + LABEL_WIDTH + 8, 8, 24, 16),
            on=self._foot,
        )

    def show_slip(self, view: CallbackView, centre: str, typed: Typed) -> None:
        """Show a slip: an empty form, or what was typed in it before."""
        self.problem.say(None)
        self.head.show_slip(view, centre)
        self.form.show_slip(view)
        self.form.set_typed(typed)
        self.form.show_rows()
        self.attempts.show_calls(view.calls)
        self.allow(is_possible=view.may_call)
        self._show_parts(is_there=True)

    def show_nothing(self) -> None:
        """No slip is in hand."""
        self._show_parts(is_there=False)

    def allow(self, *, is_possible: bool) -> None:
        """Whether the call can be saved now."""
        self.save.setEnabled(is_possible)
        self.unreachable.setEnabled(is_possible)

    def _show_parts(self, *, is_there: bool) -> None:
        self._nothing.setVisible(not is_there)
        self._scroll.setVisible(is_there)
        self._foot.setVisible(is_there)
