"""Boxes that answer by themselves, in place of those that ask a person."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from ui.kit.ask import Ask


class Answering(Ask):
    """``says_yes`` answers every question; ``path`` is chosen in every file box."""

    def __init__(self) -> None:
        super().__init__()
        self.says_yes = True
        self.path = Path("nowhere")
        self.asked: list[str] = []

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
        self.asked.append(title)
        if self.says_yes:
            done()
        elif refused is not None:
            refused()
        return QDialog()

    def save_file(
        self,
        parent: QWidget,
        title: str,
        suggested: str,
        kinds: str,
        done: Callable[[Path], object],
    ) -> None:
        self.asked.append(suggested)
        done(self.path)

    def open_file(
        self, parent: QWidget, title: str, kinds: str, done: Callable[[Path], object]
    ) -> None:
        self.asked.append(title)
        done(self.path)
