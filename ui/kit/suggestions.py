"""Words offered while a field is typed, names by their characters or their pinyin."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Signal, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView


class Suggestions(QCompleter):
    """``han`` and ``hyj`` offer 韩永军; anything else may be typed too.

    A field that is left with letters that mean one of the words only takes that word.
    """

    taken = Signal()
    """The field says one of the words now, which nobody typed out."""

    def __init__(self, words: Sequence[str], line: QLineEdit) -> None:
        self._shown = QStringListModel(list(words))
        super().__init__(self._shown, line)
        self._words = list(words)
        self._line = line
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        popup = QListView()
        popup.setProperty("popup", True)
        self.setPopup(popup)
        self.activated.connect(lambda _: self.taken.emit())
        line.textEdited.connect(self._narrow)
        line.editingFinished.connect(self._take_only)

    def matching(self, typed: str) -> list[str]:
        """The words ``typed`` may mean."""
        # Readings are learned in the background; a list of fields needs none.
        from app.name_reading import name_matches

        return [word for word in self._words if name_matches(word, typed)]

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        self._shown.setStringList(self.matching(typed))

    @Slot()
    def _take_only(self) -> None:
        typed = self._line.text().strip()
        if self._line.completer() is not self or not typed.isascii() or not typed:
            return
        matching = self.matching(typed)
        if len(matching) == 1 and matching[0] != typed and not matching[0].isascii():
            self._line.setText(matching[0])
            self.taken.emit()
