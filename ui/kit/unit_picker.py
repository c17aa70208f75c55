"""Finds a unit by typing its room, its owner or a telephone number."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QStringListModel, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QListView, QWidget

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

    def __init__(
        self,
        *,
        placeholder: str = "3-1502",
        width: int = 132,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder=placeholder, width=width, parent=parent)
        self._units: Sequence[Unit] = ()
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
        self._completer.activated.connect(self._pick_text)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(lambda: self.wanted.emit(self.value()))
        self.line.textEdited.connect(lambda _: self._typing.start())
        self.line.editingFinished.connect(self._settle)

    def offer(self, text: str, units: Sequence[Unit], words: Sequence[str]) -> None:
        """The units found for ``text``, and what to show of each."""
        if text != self.value():
            return
        self._units = units
        self._texts.setStringList(list(words))
        if self.window().focusWidget() is not self.line:
            self._pick_exact()
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

    def _pick_text(self, text: str) -> None:
        words = self._texts.stringList()
        if text in words:
            self._pick(self._units[words.index(text)])

    def _pick(self, unit: Unit) -> None:
        self._typing.stop()
        self._picked_label = unit.label
        self.line.setText(unit.label)
        self.picked.emit(unit)
        self.edited.emit()

    def _settle(self) -> None:
        """The line is left: what was typed names a unit or it does not."""
        if self._popup.isVisible():
            return
        if self._typing.isActive():
            self._typing.stop()
            self.wanted.emit(self.value())
        else:
            self._pick_exact()

    def _pick_exact(self) -> None:
        text = self.value().casefold()
        if not text or text == self._picked_label.casefold():
            return
        same = [unit for unit in self._units if unit.label.casefold() == text]
        if same or len(self._units) == 1:
            self._pick(same[0] if same else self._units[0])

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.line.setFocus()
