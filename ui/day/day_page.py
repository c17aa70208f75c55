"""What the pages of the day have in common: tabs over a list, a form beside it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.errors import Refusal, Trouble
from ui.day.day_paper import DayPaper
from ui.day.day_tabs import strip
from ui.day.typed_rows import TypedRows
from ui.kit.button import Look
from ui.kit.form import Form
from ui.kit.label import Hairline, ProblemLine
from ui.kit.layout import Item, column, pane, row
from ui.shell.actions import action_button
from ui.shell.frame import Frame
from ui.shell.page import Page
from ui.slip.moment import Moments

PANE, NARROW_PANE = 400, 376
WIDE_WINDOW = 1400


class DayPage(Page):
    """The list is the left, the row in hand the right; nothing typed is lost.

    A subclass notes in ``typed`` what is typed in its ``form``, under the key of its
    row. Every page prints its list, opens the slip of a row and saves its form.
    """

    form: Form

    def __init__(self, frame: Frame, page_id: str) -> None:
        super().__init__(frame)
        self.page_id = page_id
        self.typed = TypedRows(frame, page_id)
        self.moments = Moments(frame.work)
        self.paper = DayPaper(frame, self)
        self.print = action_button(f"{page_id}.print")
        self.print.clicked.connect(self.print_list)
        self.open = action_button(f"{page_id}.open", Look.LINK)
        self.open.clicked.connect(self.open_slip)
        self.save = action_button(f"{page_id}.save", Look.PRIMARY)
        self.save.clicked.connect(self.submit)
        self.problem = ProblemLine()
        self.is_saving = False
        self.body = QWidget()
        self.foot = pane("sunken")
        self._left = pane("surface")
        self._pane = pane("sunken")

    @Slot()
    def print_list(self) -> None:
        """Show the paper of the list."""
        raise NotImplementedError

    @Slot()
    def open_slip(self) -> None:
        """Go to the slip of the row in hand."""
        raise NotImplementedError

    @Slot()
    def submit(self) -> None:
        """Save what is typed of the row in hand."""
        raise NotImplementedError

    def lay_out(self, *beside: QWidget | None) -> None:
        """The page before its parts; ``beside`` stands at the right of the tabs."""
        body = row(self._left, self._pane, spacing=0)
        body.setStretch(0, 1)
        whole = column(
            strip(self.frame, self.page_id, *beside),
            Hairline(),
            body,
            spacing=0,
            on=self,
        )
        whole.setStretch(2, 1)

    def lay_out_list(self, head: tuple[Item, ...], *parts: QWidget) -> None:
        """The left side: ``head`` over the list, which takes the room, and the rest."""
        top = row(*head, spacing=12, margins=(24, 8, 24, 8))
        column(top, *parts, spacing=0, on=self._left).setStretch(1, 1)

    def lay_out_body(
        self, name: str, *facts: QWidget, right: QWidget | None = None
    ) -> None:
        """What is known of the row in hand, and the form under it; ``right``, else the
        body, scrolls over the foot and its ``name`` is read aloud.
        """
        right = right or self.body
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        right.setProperty("pane", "sunken")
        scroll = QScrollArea(widgetResizable=True)
        column(scroll, self.foot, spacing=0, on=self._pane).setStretch(0, 1)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        scroll.setWidget(right)
        scroll.setAccessibleName(name)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        margins = (24, 16, 24, 12)
        column(*facts, 12, self.form, None, spacing=4, margins=margins, on=self.body)

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

    def send(
        self, step: Callable[..., Any], order: Any, done: Callable[..., None]
    ) -> None:
        """Save; a refusal is said in place."""
        self.frame.work.change(
            self,
            step,
            order,
            done=done,
            refused=self.refused,
            ended=self.end_saving,
        )

    def refused(self, refusal: Refusal) -> None:
        """Say a refusal beside its field, else over the buttons."""
        sentence = self.frame.sentence(refusal)
        if not self.form.show_problem(str(getattr(refusal, "field", "")), sentence):
            self.problem.say(sentence)

    def begin_saving(self) -> bool:
        """Whether the form may be sent now; takes away what was said of it before."""
        if self.is_saving:
            return False
        self.problem.say(None)
        self.form.forget_problems()
        if self.form.values() is None:
            return False
        self.is_saving = True
        return True

    def end_saving(self) -> None:
        """The answer is here, whatever it is."""
        self.is_saving = False
