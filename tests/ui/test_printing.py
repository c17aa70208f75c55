"""PDF pages on a screen, on a printer, in a file."""

from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from tests.ui.answering import Answering
from tests.ui.dialogs import shown_dialog
from ui.paper_trouble import FileNotWritten, NoPrinter, PrinterGone
from ui.printing import (
    Printing,
    PrintJob,
    has_printer,
    page_sizes,
    render_page,
    write_file,
)
from ui.shell.main_window import MainWindow
from ui.slip.paper_dialog import PaperDialog
from ui.work import Work

HALF_FORM = (684.0, 396.0)
A4 = (595.0, 842.0)


def _pdf(*sizes: tuple[float, float]) -> bytes:
    out = BytesIO()
    canvas = Canvas(out)
    for width, height in sizes:
        canvas.setPageSize((width, height))
        # A black square in the left upper corner shows which way up a page is.
        canvas.rect(0, height - 72, 72, 72, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_pages_are_counted_with_their_sizes() -> None:
    assert page_sizes(_pdf(A4, HALF_FORM)) == [A4, HALF_FORM]


@pytest.mark.parametrize("is_colour", [True, False])
def test_a_page_is_drawn_at_the_resolution_asked_for(
    is_colour: bool, qtbot: QtBot
) -> None:
    raster = render_page(_pdf(HALF_FORM), 0, 180, is_colour=is_colour)
    picture = raster.image()
    assert (picture.width(), picture.height()) == (1710, 990)
    assert picture.pixelColor(20, 20).lightness() < 10
    assert picture.pixelColor(20, 900).lightness() > 245


def test_a_job_keeps_the_paper_of_the_document(
    work: Work, tmp_path: Path, qtbot: QtBot
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(180)
    done: list[bool] = []
    owner = QObject()
    job = PrintJob(
        work,
        _pdf(HALF_FORM, HALF_FORM),
        "Two slips",
        printer,
        lambda: done.append(True),
        owner,
    )
    job.start()
    qtbot.waitUntil(lambda: bool(done))
    sizes = page_sizes((tmp_path / "printed.pdf").read_bytes())
    assert [tuple(map(round, size)) for size in sizes] == [(684, 396), (684, 396)]
    raster = render_page((tmp_path / "printed.pdf").read_bytes(), 1, 72, is_colour=True)
    assert raster.image().pixelColor(10, 10).lightness() < 30


def test_a_printer_that_is_gone_is_told_and_can_be_tried_again(
    work: Work, qtbot: QtBot
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.NativeFormat)
    printer.setPrinterName("the one that was unplugged")
    printer.setOutputFileName("")
    troubles: list[object] = []
    work.trouble_met.connect(lambda trouble, _: troubles.append(trouble))
    owner = QObject()
    PrintJob(work, _pdf(A4), "A slip", printer, lambda: None, owner).start()
    qtbot.waitUntil(lambda: bool(troubles))
    assert isinstance(troubles[0], PrinterGone)


class _PrinterBox(QDialog):
    """Stands for the system's own dialog; prints into a file."""

    path = Path()

    def __init__(self, printer: QPrinter, parent: QWidget) -> None:
        super().__init__(parent)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.path))
        printer.setResolution(72)


@pytest.fixture
def sent(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> PaperDialog:
    """The dialog of two pages whose print has just been begun."""
    monkeypatch.setattr(_PrinterBox, "path", tmp_path / "printed.pdf")
    monkeypatch.setattr("ui.printing.QPrintDialog", _PrinterBox)
    monkeypatch.setattr("ui.printing.has_printer", lambda: True)
    pdf = _pdf(HALF_FORM, HALF_FORM)
    dialog = PaperDialog(window, Printing(), "Two slips", pdf, "slips.pdf")
    dialog.open()
    dialog.printed.click()
    shown_dialog(window, _PrinterBox, qtbot).accept()
    return dialog


def test_what_was_sent_is_printed_whole_though_its_dialog_closes(
    sent: PaperDialog, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    sent.reject()
    qtbot.waitUntil(lambda: window.messages.message()[1] == "Printed")
    assert len(page_sizes((tmp_path / "printed.pdf").read_bytes())) == 2


def test_closing_the_window_during_a_print_asks_first(
    sent: PaperDialog, window: MainWindow, ask: Answering, qtbot: QtBot
) -> None:
    ask.says_yes = False
    window.close()
    assert ask.asked == ["Work is still running"]
    assert window.isVisible()
    qtbot.waitUntil(lambda: window.messages.message()[1] == "Printed")


@pytest.mark.skipif(has_printer(), reason="a printer is set up on this computer")
def test_a_computer_without_printer_says_so(
    work: Work, window: MainWindow, qtbot: QtBot
) -> None:
    troubles: list[object] = []
    work.trouble_met.disconnect()
    work.trouble_met.connect(lambda trouble, _: troubles.append(trouble))
    Printing().print_pdf(work, window, _pdf(A4), "A slip", lambda: None)
    assert isinstance(troubles[0], NoPrinter)


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "slip.pdf"
    write_file(b"first", path)
    write_file(b"second", path)
    assert path.read_bytes() == b"second"
    assert [each.name for each in tmp_path.iterdir()] == ["slip.pdf"]
    with pytest.raises(FileNotWritten) as refused:
        write_file(b"third", tmp_path / "nowhere" / "slip.pdf")
    assert str(refused.value.facts["path"]).endswith("slip.pdf")
