"""Shows the pages of a paper before they are printed or saved."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.errors import Refusal
from app.progress import Progress
from ui.kit.button import Button, Look
from ui.kit.dialog import Dialog
from ui.kit.label import Label, ProblemLine
from ui.kit.layout import column, pane, row
from ui.kit.painting import fill_box
from ui.language import translate
from ui.printing import Printing, Raster, page_sizes, render_page, write_file
from ui.shell.frame import Frame, Kind
from ui.slip.counting import Counting
from ui.theme.theme import tokens
from ui.theme.typeface import CARD

WIDTH = 620
"""How wide a page is shown, in px."""


class _Sheet(QWidget):
    """One page."""

    def __init__(self, size: tuple[float, float], number: int, count: int) -> None:
        super().__init__()
        width, height = size
        self._picture: QImage | None = None
        self.setFixedSize(QSize(WIDTH, round(WIDTH * height / width)))
        self.setAccessibleName(
            self.tr("Page {number} of {count}").format(number=number, count=count)
        )

    def show_raster(self, raster: Raster) -> None:
        self._picture = raster.image()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        fill_box(painter, whole, 2, "#FFFFFF", tokens().line_strong)
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(whole.adjusted(1, 1, -1, -1), self._picture)


class PaperDialog(Dialog):
    """Pages one under the other; Enter prints, Ctrl+S saves.

    ``counting`` counts the print when it is printed or saved, and hands over the pages
    as they are counted. ``unused`` is called when it closes without either.
    """

    def __init__(
        self,
        frame: Frame,
        printing: Printing,
        title: str,
        pdf: bytes,
        file_name: str,
        *,
        counting: Counting | None = None,
        unused: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(frame.place)
        self.setWindowTitle(title)
        self._frame = frame
        self._printing = printing
        self._pdf = pdf
        self._file_name = file_name
        self._title = title
        self._counting = counting
        self._unused = unused
        self.printed = Button(
            self.tr("Print"), Look.PRIMARY, icon_name="printer", keys="Ctrl+P"
        )
        self.printed.clicked.connect(self._print)
        self.saved = Button(self.tr("Save as PDF"), icon_name="save", keys="Ctrl+S")
        self.saved.clicked.connect(self._save)
        leave = Button(self.tr("Close"), Look.QUIET, keycap="Esc")
        leave.clicked.connect(self.reject)
        self.end_with(self.printed, self.saved, leave)
        self._problem = ProblemLine()
        self._ground = pane("sunken")
        self._sheets: QVBoxLayout = column(spacing=16, margins=16, on=self._ground)
        self._sheets.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(self._ground)
        scroll.setMinimumSize(WIDTH + 60, 420)
        scroll.setAccessibleName(title)
        column(
            Label(title, CARD, is_strong=True),
            scroll,
            self._problem,
            row(None, leave, self.saved, self.printed, spacing=12),
            spacing=12,
            margins=(24, 20, 24, 20),
            on=self,
        )
        height = frame.place.height() if frame.place.isVisible() else 800
        self.resize(WIDTH + 108, max(560, height - 60))
        frame.work.draw(self, lambda _: page_sizes(pdf), self._put_sheets)

    def page_count(self) -> int:
        """How many pages are shown."""
        return self._sheets.count()

    def problem(self) -> str:
        """Why it was not printed."""
        return self._problem.text()

    def _put_sheets(self, sizes: list[tuple[float, float]]) -> None:
        for index, size in enumerate(sizes):
            sheet = _Sheet(size, index + 1, len(sizes))
            self._sheets.addWidget(sheet)
            dpi = WIDTH / size[0] * 72 * max(1.0, self.devicePixelRatioF())
            self._frame.work.draw(
                sheet,
                partial(self._render, self._pdf, index, dpi),
                sheet.show_raster,
            )

    @staticmethod
    def _render(pdf: bytes, index: int, dpi: float, _: Progress) -> Raster:
        return render_page(pdf, index, dpi, is_colour=True)

    def _print(self) -> None:
        work, done = self._frame.work, self._after_print
        if self._counting is None and self._unused is None:
            self._printing.print_pdf(work, self, self._pdf, self._title, done)
            return
        self._printing.print_pdf(
            work, self, self._pdf, self._title, done, self._hand_over
        )

    def _hand_over(
        self, then: Callable[[bytes], object], dropped: Callable[[], object]
    ) -> None:
        """The pages are printed or saved now: what counts is counted first."""
        if self._counting is None:
            self._unused = None
            then(self._pdf)
            return
        # Whatever comes of it, it was not only looked at.
        unused, self._unused = self._unused, None

        def refused(refusal: Refusal) -> None:
            dropped()
            if isValid(self):
                self._unused = unused
                self._problem.say(self._frame.sentence(refusal))
            else:
                self._frame.refuse(refusal)

        self._set_busy(True)
        self._counting.count(then, refused, self._rest)

    def _rest(self) -> None:
        if isValid(self):
            self._set_busy(False)

    def _set_busy(self, is_busy: bool) -> None:
        """While a print is being counted it is not counted a second time."""
        for button in (self.printed, self.saved):
            button.setEnabled(not is_busy)

    def _after_print(self) -> None:
        is_open = isValid(self)
        said = translate("PaperDialog", "Printed")
        self._frame.say(Kind.DONE, said, self._title)
        if is_open:
            self.accept()

    def _save(self) -> None:
        self._frame.ask.save_file(
            self,
            self.tr("Save as PDF"),
            self._file_name,
            self.tr("PDF files (*.pdf)"),
            lambda path: self._hand_over(partial(self._write, path), lambda: None),
        )

    def _write(self, path: Path, pdf: bytes) -> None:
        # What was counted is written though the dialog closed meanwhile.
        self._frame.work.draw(
            self._frame.place, partial(write_file, pdf, path), self._after_save
        )

    def _after_save(self, path: Path) -> None:
        is_open = isValid(self)
        self._frame.say(Kind.DONE, translate("PaperDialog", "Saved"), str(path))
        if is_open:
            self.accept()

    def done(self, result: int) -> None:
        unused, self._unused = self._unused, None
        super().done(result)
        if unused is not None:
            unused()
