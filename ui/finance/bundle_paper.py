"""Shows the list of a bundle, and notes when it was printed or saved."""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.errors import Refusal
from app.handover_batch import note_printed
from app.handover_list import load_handover
from app.progress import Progress
from models.handover_list import Bundle, HandoverList
from models.text import translator
from ui.paper_draw import PAPER_LANGUAGE, fonts_at_hand
from ui.printing import Printing
from ui.shell.frame import Frame
from ui.slip.counting import Counting
from ui.slip.paper_dialog import PaperDialog


class BundlePaper(QObject):
    """Look on the read lane, draw on the paper lane, then show."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame
        self._printing = Printing()

    def show(self, period: str, batch_no: int) -> None:
        """Show the list that both sides of a handover sign."""
        self._frame.work.look(self, _load, period, batch_no, done=self._draw)

    def _draw(self, known: tuple[HandoverList, Bundle]) -> None:
        found, bundle = known
        text = self.tr("Handover list {period} bundle {number}")
        title = text.format(period=found.period, number=bundle.batch_no)
        self._frame.work.draw(
            self,
            partial(_bytes_of, self._frame.work.desk, found, bundle),
            partial(self._open, title, bundle.id),
            title=self.tr("Drawing {paper}").format(paper=title),
        )

    def _open(self, title: str, batch_id: int, pdf: bytes) -> None:
        counting = _Noting(self._frame, batch_id, pdf)
        PaperDialog(
            self._frame, self._printing, title, pdf, f"{title}.pdf", counting=counting
        ).open()


class _Noting(Counting):
    """The pages stay as they are; only that they were printed is noted."""

    def __init__(self, frame: Frame, batch_id: int, pdf: bytes) -> None:
        super().__init__(frame, note_printed, batch_id, numbers=())
        self._pages = pdf
        self._batch_id = batch_id

    def count(
        self,
        then: Callable[[bytes], object],
        refused: Callable[[Refusal], object],
        ended: Callable[[], object],
    ) -> None:
        self._frame.work.change(
            self,
            note_printed,
            self._batch_id,
            done=lambda _: then(self._pages),
            refused=refused,
            ended=ended,
        )


def _load(
    session: Any, desk: Any, period: str, batch_no: int
) -> tuple[HandoverList, Bundle]:
    found = load_handover(session, desk, period)
    bundle = found.bundle(batch_no)
    assert bundle is not None, "a bundle stays once it was begun"
    return found, bundle


def _bytes_of(desk: Any, found: HandoverList, bundle: Bundle, _: Progress) -> bytes:
    from reports.handover_list import write_pdf

    out = BytesIO()
    with fonts_at_hand():
        write_pdf(found, bundle, desk, out, translator(PAPER_LANGUAGE))
    return out.getvalue()
