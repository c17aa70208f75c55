"""What the pages of the day have in common: tabs over a list, a form beside it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.errors import Refusal, Trouble
from ui.day.day_tabs import strip
from ui.day.typed_rows import TypedRows
from ui.kit.form import Form
from ui.kit.label import Hairline, ProblemLine
from ui.kit.layout import column, pane, row
from ui.shell.frame import Frame
from ui.shell.page import Page

PANE, NARROW_PANE = 400, 376
WIDE_WINDOW = 1400


class DayPage(Page):
    """The list is the left, the row in hand the right; nothing typed is lost.

    A subclass notes in ``typed`` what is typed, under the key of its row.
    """

    def __init__(self, frame: Frame, page_id: str) -> None:
        super().__init__(frame)
        self.page_id = page_id
        self.typed = TypedRows(frame, page_id)
        self.problem = ProblemLine()
        self.is_saving = False
        self._pane = pane("sunken")

    def lay_out(
        self,
        *beside: QWidget | None,
        left: QWidget,
        right: QWidget,
        foot: QWidget,
        name: str,
    ) -> None:
        """``beside`` stands at the right of the tabs; ``foot`` under what scrolls at
        the right, whose ``name`` is read aloud.
        """
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        right.setProperty("pane", "sunken")
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        scroll.setWidget(right)
        scroll.setAccessibleName(name)
        column(scroll, foot, spacing=0, on=self._pane).setStretch(0, 1)
        body = row(left, self._pane, spacing=0)
        body.setStretch(0, 1)
        whole = column(
            strip(self.frame, self.page_id, *beside),
            Hairline(),
            body,
            spacing=0,
            on=self,
        )
        whole.setStretch(2, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.window().width() >= WIDE_WINDOW
        self._pane.setFixedWidth(PANE if is_wide else NARROW_PANE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter goes on to the next field; only Ctrl+Enter saves.
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def give_keys_back(self, table: QWidget, *going: QWidget) -> None:
        """The parts that are ``going`` leave the keyboard to the list, not to Qt."""
        at = QApplication.focusWidget()
        if at is not None and any(part.isAncestorOf(at) for part in going):
            table.setFocus()

    def leave(self) -> None:
        self.typed.save()

    def rescue(self) -> Trouble | None:
        self.typed.save()
        return None

    def refused(self, form: Form, refusal: Refusal) -> None:
        """Say a refusal beside its field, else over the buttons."""
        sentence = self.frame.sentence(refusal)
        if not form.show_problem(str(getattr(refusal, "field", "")), sentence):
            self.problem.say(sentence)

    def begin_saving(self, form: Form) -> bool:
        """Whether the form may be sent now; takes away what was said of it before."""
        if self.is_saving:
            return False
        self.problem.say(None)
        form.forget_problems()
        if form.values() is None:
            return False
        self.is_saving = True
        return True

    @Slot()
    def end_saving(self) -> None:
        """The answer is here, whatever it is."""
        self.is_saving = False
