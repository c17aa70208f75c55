"""Shows the papers of the day before they are printed."""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Any, BinaryIO

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.progress import Progress
from models.text import Translate, translator
from ui.paper_draw import PAPER_LANGUAGE, fonts_at_hand
from ui.printing import Printing
from ui.shell.frame import Frame
from ui.slip.paper_dialog import PaperDialog

Write = Callable[[BinaryIO, Translate], None]
"""Draws a paper into a file, its words by a translation."""


class DayPaper(QObject):
    """Look on the read lane, draw on the paper lane, then show."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame
        self._printing = Printing()

    def show(self, title: str, load: Callable[..., Write], *asked: Any) -> None:
        """Show the paper that ``load(session, desk, *asked)`` answers with."""
        self._frame.work.look(self, load, *asked, done=partial(self._draw, title))

    def _draw(self, title: str, write: Write) -> None:
        self._frame.work.draw(
            self,
            partial(_bytes_of, write),
            partial(self._open, title),
            title=self.tr("Drawing {paper}").format(paper=title),
        )

    def _open(self, title: str, pdf: bytes) -> None:
        day = self._frame.work.desk.today().isoformat()
        name = f"{title} {day}.pdf"
        PaperDialog(self._frame, self._printing, title, pdf, name).open()


def _bytes_of(write: Write, _: Progress) -> bytes:
    out = BytesIO()
    with fonts_at_hand():
        write(out, translator(PAPER_LANGUAGE))
    return out.getvalue()
