"""Boxes that ask: confirm, open a file, save a file. Replaced in tests."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from ui.kit.button import Button, Look
from ui.kit.dialog import Dialog
from ui.kit.label import Label, Tone
from ui.kit.layout import column, row
from ui.theme.typeface import CARD


class Question(Dialog):
    """Says in words what will happen, and asks whether it may."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        yes: str,
        no: str,
        *,
        is_dangerous: bool,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self.yes = (
            Button(yes, Look.DANGER)
            if is_dangerous
            else Button(yes, Look.PRIMARY, keycap=self.tr("Enter"))
        )
        self.yes.clicked.connect(self.accept)
        self.no = Button(no, Look.QUIET, keycap="Esc")
        self.no.clicked.connect(self.reject)
        # What cannot be undone takes more than one press of Enter.
        self.end_with(self.yes, self.no, at_enter=self.no if is_dangerous else None)
        column(
            Label(title, CARD, is_strong=True),
            Label(text, tone=Tone.SECOND, may_wrap=True),
            16,
            row(None, self.no, self.yes, spacing=12),
            spacing=8,
            margins=24,
            on=self,
        )


class Ask(QObject):
    """Everything that needs an answer of the person before it goes on."""

    def confirm(
        self,
        parent: QWidget,
        title: str,
        text: str,
        yes: str,
        done: Callable[[], object],
        *,
        no: str = "",
        is_dangerous: bool = False,
        refused: Callable[[], object] | None = None,
    ) -> QDialog:
        """Ask; ``done`` is called only when the answer is yes."""
        box = Question(
            parent, title, text, yes, no or self.tr("Cancel"), is_dangerous=is_dangerous
        )
        box.accepted.connect(done)
        if refused is not None:
            box.rejected.connect(refused)
        box.open()
        return box

    def save_file(
        self,
        parent: QWidget,
        title: str,
        suggested: str,
        kinds: str,
        done: Callable[[Path], object],
    ) -> None:
        """Ask where to save; ``kinds`` as Qt writes filters."""
        box = QFileDialog(parent, title, str(_documents() / suggested), kinds)
        box.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        box.setFileMode(QFileDialog.FileMode.AnyFile)
        box.setDefaultSuffix(Path(suggested).suffix.lstrip("."))
        self._open(parent, box, done)

    def open_file(
        self, parent: QWidget, title: str, kinds: str, done: Callable[[Path], object]
    ) -> None:
        """Ask which file to read."""
        box = QFileDialog(parent, title, str(_documents()), kinds)
        box.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(parent, box, done)

    def _open(
        self, parent: QWidget, box: QFileDialog, done: Callable[[Path], object]
    ) -> None:
        # Qt's own Chinese leaves these out; a desktop's own box has its words.
        label = QFileDialog.DialogLabel
        box.setLabelText(label.LookIn, self.tr("Folder:"))
        box.setLabelText(label.FileType, self.tr("Kind:"))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.fileSelected.connect(lambda name: done(Path(name)))
        box.finished.connect(parent.window().activateWindow)
        box.open()


def _documents() -> Path:
    """Where people keep their papers on this computer; a folder that is there."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    kept = Path(QStandardPaths.writableLocation(place))
    # Qt takes a folder that is not there for the name of a file.
    return kept if kept.is_dir() else Path.home()
