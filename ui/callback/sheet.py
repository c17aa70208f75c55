"""Draws the 《回访记录表》 of a time and shows it, ready to print or save."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from io import BytesIO
from typing import Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from app.callback_count import count_callbacks
from app.desk import Desk
from app.progress import Progress
from models.period import period_bounds, period_of, previous_period
from models.text import translator
from ui.kit.painting import with_gaps
from ui.paper_draw import PAPER_LANGUAGE, fonts_at_hand
from ui.printing import Printing
from ui.shell.frame import Frame
from ui.slip.paper_dialog import PaperDialog
from ui.slip.span import Span, span_bounds

Window = tuple[str, datetime, datetime]
"""What a time is called, and its half-open bounds."""


class CallbackPaper(QObject):
    """Offers the times, looks, draws, shows."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame
        self._place = parent
        self._printing = Printing()
        self.menu: QMenu | None = None

    def offer(self, at: QPoint) -> None:
        """Ask of which time the sheet is to be, at a place on the screen."""
        self.menu = QMenu(self._place)
        self.menu.aboutToHide.connect(self.menu.deleteLater)
        for name, from_at, until_at in self._windows():
            entry = self.menu.addAction(with_gaps(name))
            entry.triggered.connect(partial(self.show, from_at, until_at))
        self.menu.setActiveAction(self.menu.actions()[0])
        self.menu.popup(at - QPoint(0, self.menu.sizeHint().height()))

    def show(self, from_at: datetime, until_at: datetime) -> None:
        """Show the sheet of the calls in [from_at, until_at)."""
        self._frame.work.look(self, _load, from_at, until_at, done=self._draw)

    def _windows(self) -> Sequence[Window]:
        desk = self._frame.work.desk
        now = desk.now()
        running = period_of(now, desk.zone)
        before = previous_period(running)
        _, midnight = desk.day_bounds(desk.today())

        def since(span: Span) -> datetime:
            first, _ = span_bounds(span, desk)
            assert first is not None
            return first

        return (
            (self.tr("Calls of today"), since(Span.TODAY), midnight),
            (self.tr("Calls of this week"), since(Span.WEEK), midnight),
            (
                self.tr("Calls of period {period}").format(period=running),
                *period_bounds(running, desk.zone),
            ),
            (
                self.tr("Calls of period {period}").format(period=before),
                *period_bounds(before, desk.zone),
            ),
        )

    def _draw(self, sheet: Any) -> None:
        self._frame.work.draw(
            self,
            partial(_write, sheet),
            self._show,
            title=self.tr("Drawing the callback sheet"),
        )

    def _show(self, pdf: bytes) -> None:
        title = self.tr("Callback sheet")
        day = self._frame.work.desk.today().isoformat()
        name = f"回访记录表 {day}.pdf"
        PaperDialog(self._frame, self._printing, title, pdf, name).open()


def _load(session: Any, desk: Desk, from_at: datetime, until_at: datetime) -> Any:
    from reports.callback_sheet_load import load

    return load(
        session, desk, count_callbacks(session, desk, from_at, until_at, desk.now())
    )


def _write(sheet: Any, _: Progress) -> bytes:
    from reports.callback_sheet import write_pdf

    out = BytesIO()
    with fonts_at_hand():
        write_pdf(sheet, out, translator(PAPER_LANGUAGE))
    return out.getvalue()
