"""Finds a unit by typing its room, its owner or a telephone number."""

from collections.abc import Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from models.unit import parse_room
from ui.kit.fields import TextField

TYPING_MS = 120
MOST_SHOWN = 8
ROW_HEIGHT = 32


class Pickable(Protocol):
    """What a picker needs of a unit."""

    @property
    def label(self) -> str:
        """How the desk says it: ``3-1502``."""
        ...


Unit = TypeVar("Unit", bound=Pickable)


class UnitPicker(TextField, Generic[Unit]):
    """A line that asks for units while it is typed into.

    ``wanted`` carries the text to look for; whoever owns the form answers with
    ``offer``. ``picked`` carries the unit that was chosen.
    """

    wanted = Signal(str)
    picked = Signal(object)
    settled = Signal()
    """The text that was asked for names a unit now, or names none."""
    confirmed = Signal()
    """Ctrl+Enter was pressed in the list, where no shortcut of the page works."""

    def __init__(
        self,
        *,
        placeholder: str = "3-1502",
        width: int = 132,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            placeholder=placeholder, width=width, is_code=True, parent=parent
        )
        self._units: Sequence[Unit] = ()
        self._answered: str | None = None
        self._is_settling = False
        self._picked_label = ""
        self._texts = QStringListModel(self)
        self._completer = QCompleter(self._texts, self)
        self._completer.setCompletionMode(
            QCompleter.CompletionMode.UnfilteredPopupCompletion
        )
        self._completer.setWidget(self.line)
        self._popup = QListView()
        self._popup.setProperty("popup", True)
        self._popup.setMinimumWidth(320)
        self._completer.setPopup(self._popup)
        self._popup.installEventFilter(self)
        self._completer.activated.connect(self._pick_text)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(lambda: self.wanted.emit(self.value()))
        self.line.textEdited.connect(self._after_typing)
        self.line.editingFinished.connect(self._settle)

    def _after_typing(self) -> None:
        self._is_settling = False
        self._typing.start()

    def offer(self, text: str, units: Sequence[Unit], words: Sequence[str]) -> None:
        """The units found for ``text``, and what to show of each."""
        if text != self.value():
            return
        self._units = units
        self._answered = text
        self._texts.setStringList(list(words))
        if self._is_settling or self.window().focusWidget() is not self.line:
            self.settle()
        elif units:
            self._popup.setFixedHeight(min(len(units), MOST_SHOWN) * ROW_HEIGHT + 10)
            self._completer.complete()
            # Enter takes the first one without an arrow key before it.
            self._popup.setCurrentIndex(self._completer.completionModel().index(0, 0))
        else:
            self._popup.hide()

    def set_value(self, value: str | None) -> None:
        self._picked_label = value or ""
        super().set_value(value)

    def set_typed(self, typed: Any) -> None:
        """What stands there was typed once; whether it names a unit is asked again."""
        self.set_value(typed)
        self._picked_label = ""

    def is_settled(self) -> bool:
        """Whether it is known which unit the text names, or that it names none."""
        text = self.value()
        return text in ("", self._picked_label, self._answered)

    def names_nothing(self) -> bool:
        """Whether something was typed that is not a unit picked from the directory."""
        return self.value() not in ("", self._picked_label)

    def settle(self) -> None:
        """Take the unit that the text names, after asking for it where that has not
        been done; ``settled`` follows.
        """
        self._popup.hide()
        self._is_settling = not self.is_settled()
        if self._is_settling:
            self._typing.stop()
            self.wanted.emit(self.value())
            return
        self._pick_exact()
        self.settled.emit()

    def pick(self, unit: Unit) -> None:
        """Take a unit that was found elsewhere, as if it had been chosen here."""
        self._popup.hide()
        self._pick(unit)

    def _pick_text(self, text: str) -> None:
        words = self._texts.stringList()
        if text in words:
            self._pick(self._units[words.index(text)])

    def _pick(self, unit: Unit) -> None:
        self._typing.stop()
        self._picked_label = unit.label
        self.line.put(unit.label)
        self.picked.emit(unit)
        self.edited.emit()

    def _settle(self) -> None:
        """The line is left: what was typed names a unit or it does not."""
        if self._popup.isVisible() and self.line.hasFocus():
            # Enter takes the row that is marked.
            return
        self.settle()

    def _pick_exact(self) -> None:
        text = self.value().casefold()
        if not text or text == self._picked_label.casefold():
            return
        if self.value() != self._answered:
            return
        room = parse_room(text)
        same = [
            unit
            for unit in self._units
            if unit.label.casefold() == text
            or (room is not None and parse_room(unit.label) == room)
        ]
        # A whole room or mark (S1) that is not in the directory is never mended to its
        # neighbour; a name or the end of a telephone may mean the only one.
        is_mark = not text.isdigit() and any(map(str.isdigit, text))
        if same or (len(self._units) == 1 and room is None and not is_mark):
            self._pick(same[0] if same else self._units[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._popup
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.settle()
            self.confirmed.emit()
            return True
        return super().eventFilter(watched, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.line.setFocus()
