"""PDF bytes on their way to a screen, a printer or a file.

PDFium is not safe on two threads at once: everything here that touches it runs on the
paper lane and is a plain function over bytes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from app.progress import Progress
from ui.paper_trouble import NoPrinter, PrinterGone
from ui.whole_file import whole_file
from ui.work import Work

POINTS_AN_INCH = 72
MOST_DPI = 600
MOST_COLOUR_DPI = 300
"""A colour page of A4 at 600 dpi would take 140 MB; slips stay sharp at 300."""


@dataclass(frozen=True, slots=True)
class Raster:
    """One page as pixels; ``pixels`` are rows of ``stride`` bytes."""

    width: int
    height: int
    stride: int
    is_colour: bool
    pixels: bytes

    def image(self) -> QImage:
        """The pixels as a picture of its own."""
        kind = (
            QImage.Format.Format_RGB32
            if self.is_colour
            else QImage.Format.Format_Grayscale8
        )
        return QImage(self.pixels, self.width, self.height, self.stride, kind).copy()


def _document(pdf: bytes) -> Any:
    # Not needed before something is shown or printed.
    import pypdfium2  # type: ignore[import-untyped]

    return pypdfium2.PdfDocument(pdf)


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of every page in points."""
    document = _document(pdf)
    try:
        return [document.get_page_size(index) for index in range(len(document))]
    finally:
        document.close()


def render_page(pdf: bytes, index: int, dpi: float, *, is_colour: bool) -> Raster:
    """One page as pixels at ``dpi``."""
    document = _document(pdf)
    try:
        bitmap = document[index].render(
            scale=dpi / POINTS_AN_INCH,
            grayscale=not is_colour,
            prefer_bgrx=True,
            optimize_mode="print",
        )
        return Raster(
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            is_colour,
            bytes(bitmap.buffer),
        )
    finally:
        document.close()


def write_file(content: bytes, path: Path, _: Progress | None = None) -> Path:
    """Write a file whole or not at all; raises ``FileNotWritten``."""
    with whole_file(path) as partial:
        partial.write_bytes(content)
    return path


def has_printer() -> bool:
    """Whether any printer is set up here."""
    return bool(QPrinterInfo.availablePrinterNames())


Ready = Callable[[Callable[[bytes], object], Callable[[], object]], object]
"""Called once a printer is chosen, with what takes the pages that are to be printed
and what is called if there are none after all.
"""


class PrintJob(QObject):
    """One PDF sent to one printer, page by page, while the window stays awake."""

    def __init__(
        self,
        work: Work,
        pdf: bytes,
        title: str,
        printer: QPrinter,
        done: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._pdf = pdf
        self._title = title
        self._printer = printer
        self._done = done
        self._sizes: list[tuple[float, float]] = []
        self._painter = QPainter()
        self._at = 0

    def start(self) -> None:
        """Send the job off; trouble is told like any other."""
        pdf = self._pdf
        # With its title: a window that closes now asks whether to stop it.
        self._work.draw(self, lambda _: page_sizes(pdf), self._begin, title=self._title)

    def start_with(self, pdf: bytes) -> None:
        """Send other pages off than those that were shown."""
        self._pdf = pdf
        self.start()

    def _begin(self, sizes: list[tuple[float, float]]) -> None:
        self._sizes = sizes
        printer = self._printer
        name = printer.printerName()
        is_file = bool(printer.outputFileName())
        if not is_file and (not name or QPrinterInfo.printerInfo(name).isNull()):
            self._work.trouble_met.emit(PrinterGone(printer=name), self.start)
            return
        # The dialog put the printer's own paper back: ask for ours again.
        self._set_paper(0)
        if not self._painter.begin(printer):
            self._work.trouble_met.emit(PrinterGone(printer=name), self.start)
            return
        self._at = 0
        self._next()

    def _set_paper(self, index: int) -> None:
        width, height = self._sizes[index]
        size = QPageSize(
            QSizeF(width, height),
            QPageSize.Unit.Point,
            "",
            QPageSize.SizeMatchPolicy.FuzzyMatch,
        )
        self._printer.setPageLayout(
            QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        )
        self._printer.setFullPage(True)

    def _next(self) -> None:
        is_colour = self._printer.colorMode() == QPrinter.ColorMode.Color
        most = MOST_COLOUR_DPI if is_colour else MOST_DPI
        dpi = min(self._printer.resolution(), most)
        pdf, at = self._pdf, self._at
        self._work.draw(
            self,
            lambda _: render_page(pdf, at, dpi, is_colour=is_colour),
            self._put,
            title=self._title,
        )

    def _put(self, raster: Raster) -> None:
        rect = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        self._painter.drawImage(
            QRectF(0, 0, rect.width(), rect.height()), raster.image()
        )
        self._at += 1
        if self._at < len(self._sizes):
            self._printer.newPage()
            self._next()
            return
        is_sent = self._painter.end()
        state = self._printer.printerState()
        failed = (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error)
        if not is_sent or state in failed:
            gone = PrinterGone(printer=self._printer.printerName())
            self._work.trouble_met.emit(gone, self.start)
            return
        self._done()
        self.deleteLater()


class Printing:
    """What a page asks of printers; replaced in tests."""

    def print_straight(
        self,
        work: Work,
        parent: QWidget,
        pdf: bytes,
        title: str,
        done: Callable[[], object],
    ) -> bool:
        """Print on the system's own choice of printer without asking; False where it
        has none.
        """
        info = QPrinterInfo.defaultPrinter()
        if info.isNull():
            return False
        printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        PrintJob(work, pdf, title, printer, done, work).start()
        return True

    def print_pdf(
        self,
        work: Work,
        parent: QWidget,
        pdf: bytes,
        title: str,
        done: Callable[[], object],
        ready: Ready | None = None,
    ) -> None:
        """Ask for a printer with the system's own dialog, then print.

        ``ready`` hands over the pages once a printer is chosen; without it ``pdf`` is
        printed.
        """
        if not has_printer():
            again = partial(self.print_pdf, work, parent, pdf, title, done, ready)
            work.trouble_met.emit(NoPrinter(), again)
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        box = QPrintDialog(printer, parent)
        # ``QPrintDialog.open`` wants a receiver in PySide; the plain one does not.
        # What was sent is printed whole though the dialog of its pages closes.
        job = PrintJob(work, pdf, title, printer, done, work)
        box.accepted.connect(
            job.start
            if ready is None
            else partial(ready, job.start_with, job.deleteLater)
        )
        box.rejected.connect(job.deleteLater)
        box.finished.connect(parent.window().activateWindow)
        box.finished.connect(box.deleteLater)
        QDialog.open(box)
