"""What every field of a form has in common: a value, and a place for its problem."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.label import ProblemLine
from ui.kit.layout import column


class NotReadable(Exception):
    """What stands in the field is no value; the text says what to type instead."""


class Field(QWidget):
    """One editor with the problem under it.

    ``value()`` answers None or an empty text when nothing is given, and raises
    ``NotReadable`` when what was typed means nothing. The rules of the business are
    not kept here: a field knows only how its kind of value is written.
    """

    is_wide = False
    """Whether it takes the room that is left in its row."""

    edited = Signal()
    """The person changed it; setting a value by program is silent."""

    def __init__(self, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._problem = ProblemLine()
        column(editor, self._problem, spacing=0, on=self)
        self.setFocusProxy(editor)
        self.edited.connect(self._forget_problem)

    @property
    def editor(self) -> QWidget:
        """The widget that is typed into."""
        return self._editor

    def value(self) -> Any:
        """What the field holds."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show ``value`` without telling that it was edited."""
        raise NotImplementedError

    def clear(self) -> None:
        """As it was before anybody typed."""
        self.set_value(None)
        self.set_problem(None)

    def typed(self) -> Any:
        """What stands in the field as it stands, for drafts; JSON can hold it."""
        return self.value()

    def set_typed(self, typed: Any) -> None:
        """Put back what ``typed`` gave."""
        self.set_value(typed)

    def set_problem(self, text: str | None) -> None:
        """Show a problem under the field, or take it away."""
        self._problem.say(text)
        self._mark_wrong(bool(text))

    def problem(self) -> str:
        """The problem that is shown now."""
        return self._problem.text()

    def part_with_problem(self) -> QWidget:
        """The line that says what is wrong, to stand where there is more room."""
        return self._problem

    def set_name(self, name: str) -> None:
        """The name that is read aloud."""
        self.setAccessibleName(name)
        self._editor.setAccessibleName(name)

    def _mark_wrong(self, is_wrong: bool) -> None:
        if bool(self._editor.property("wrong")) == is_wrong:
            return
        self._editor.setProperty("wrong", is_wrong)
        self._editor.style().unpolish(self._editor)
        self._editor.style().polish(self._editor)
        self._editor.update()

    def _forget_problem(self) -> None:
        if self._problem.text():
            self.set_problem(None)
