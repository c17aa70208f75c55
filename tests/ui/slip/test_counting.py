"""A print counts when it is printed or saved; what was looked at leaves nothing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.slip_copy_move import PrintSlip, print_slip
from app.slip_view import SlipView, load_slip_view
from models.slip import SlipEvent, SlipState
from models.staff import Department, Post
from tests.app.books import books as all_rows
from tests.clock import Clock
from tests.makers import make_slip, make_staff
from tests.reports.paper import pages_of, text_of
from tests.ui.answering import Answering
from tests.ui.dialogs import shown_dialog
from ui.printing import Printing
from ui.shell.frame import Kind
from ui.shell.main_window import MainWindow
from ui.slip.copy_dialog import PrintDialog
from ui.slip.dispatch_dialog import DispatchDialog
from ui.slip.paper_dialog import PaperDialog
from ui.slip.slip_page import SlipPage


@dataclass
class Printer:
    """Stands for the system's dialog and its printer; ``is_left`` leaves the dialog."""

    is_left: bool = False
    sent: list[bytes] = field(default_factory=list)

    def print_pdf(
        self,
        work: Any,
        parent: Any,
        pdf: bytes,
        title: str,
        done: Callable[[], object],
        ready: Any = None,
    ) -> None:
        """What ``Printing.print_pdf`` does, without a printer."""
        if self.is_left:
            return

        def send(pages: bytes) -> None:
            self.sent.append(pages)
            done()

        if ready is None:
            send(pdf)
        else:
            ready(send, lambda: None)


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch) -> Printer:
    """A printer that takes whatever is sent."""
    made = Printer()
    monkeypatch.setattr(Printing, "print_pdf", lambda _, *args: made.print_pdf(*args))
    return made


@pytest.fixture
def slip_id(peopled: Database, shop_desk: Desk, clock: Clock) -> int:
    """A slip whose first prints are out."""
    made = make_slip(peopled, shop_desk, SlipState.DISPATCHED).id
    clock.advance(minutes=7)
    return made


@pytest.fixture
def preview(
    slip_id: int, window: MainWindow, printer: Printer, qtbot: QtBot
) -> PaperDialog:
    """The pages of a reprint of all copies, old ones in hand, just shown."""
    page = window.show_page("slip", slip_id)
    assert isinstance(page, SlipPage)
    qtbot.waitUntil(lambda: page.view is not None)
    page.print.click()
    dialog = shown_dialog(window, PrintDialog, qtbot)
    dialog.collected.set_value(True)
    dialog.submit()
    # The first pages of a run load the fonts.
    qtbot.waitUntil(lambda: bool(window.findChildren(PaperDialog)), timeout=15_000)
    shown = shown_dialog(window, PaperDialog, qtbot)
    qtbot.waitUntil(lambda: shown.page_count() == 4)
    return shown


def _view(shop: Database, desk: Desk, slip_id: int) -> SlipView:
    return shop.read(load_slip_view, desk, slip_id)


def _prints(shop: Database, desk: Desk, slip_id: int) -> list[int]:
    return [copy.print_seq for copy in _view(shop, desk, slip_id).copies]


def _said(window: MainWindow) -> tuple[Kind, str]:
    kind, head, _ = window.messages.message()
    return kind, head if window.messages.isVisible() else ""


def test_a_preview_that_is_closed_leaves_no_reprint_behind_and_says_so(
    preview: PaperDialog, slip_id: int, shop: Database, window: MainWindow
) -> None:
    before = all_rows(shop)
    preview.reject()
    assert all_rows(shop) == before
    kind, head = _said(window)
    assert kind is Kind.WAITS
    assert "not printed" in head


def test_the_preview_says_the_reprint_as_it_will_be_counted(
    preview: PaperDialog, shop: Database, shop_desk: Desk, slip_id: int
) -> None:
    text = text_of(preview._pdf)
    assert text.count("补打1") == 4
    assert "03-0210:07" in text
    assert _prints(shop, shop_desk, slip_id) == [1, 1, 1, 1], "it is not counted yet"


def test_what_is_printed_is_counted_once_and_says_what_was_counted(
    preview: PaperDialog,
    slip_id: int,
    shop: Database,
    shop_desk: Desk,
    window: MainWindow,
    printer: Printer,
    clock: Clock,
    qtbot: QtBot,
) -> None:
    clock.advance(minutes=3)
    preview.printed.click()
    qtbot.waitUntil(lambda: bool(printer.sent))
    assert _prints(shop, shop_desk, slip_id) == [2, 2, 2, 2]
    (pdf,) = printer.sent
    assert text_of(pdf).count("补打1") == 4
    assert "03-0210:10" in text_of(pdf), "the moment that was counted, not looked at"
    qtbot.waitUntil(lambda: _said(window)[1] == "Printed")
    events = [event.what for event in _view(shop, shop_desk, slip_id).events]
    assert events.count(SlipEvent.PRINT) == 1


def test_what_is_saved_counts_as_printed(
    preview: PaperDialog,
    slip_id: int,
    shop: Database,
    shop_desk: Desk,
    window: MainWindow,
    ask: Answering,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    ask.path = tmp_path / "slip.pdf"
    preview.saved.click()
    qtbot.waitUntil(ask.path.exists)
    qtbot.waitUntil(lambda: _said(window)[1] == "Saved")
    assert _prints(shop, shop_desk, slip_id) == [2, 2, 2, 2]
    assert text_of(ask.path.read_bytes()).count("补打1") == 4


def test_a_printer_that_is_not_chosen_counts_nothing(
    preview: PaperDialog, slip_id: int, shop: Database, printer: Printer
) -> None:
    printer.is_left = True
    before = all_rows(shop)
    preview.printed.click()
    preview.reject()
    assert all_rows(shop) == before


def test_what_another_desk_printed_meanwhile_is_on_the_paper(
    preview: PaperDialog,
    slip_id: int,
    shop: Database,
    shop_desk: Desk,
    printer: Printer,
    qtbot: QtBot,
) -> None:
    order = PrintSlip(slip_id, old_prints_collected=True)
    shop.write(print_slip, shop_desk, order)
    preview.printed.click()
    qtbot.waitUntil(lambda: bool(printer.sent))
    assert _prints(shop, shop_desk, slip_id) == [3, 3, 3, 3]
    assert text_of(printer.sent[0]).count("补打2") == 4


def test_a_print_that_is_refused_now_stays_in_sight_and_is_not_printed(
    preview: PaperDialog,
    shop: Database,
    shop_desk: Desk,
    window: MainWindow,
    printer: Printer,
    qtbot: QtBot,
) -> None:
    engineering = Department.ENGINEERING
    make_staff(shop, shop_desk, "李师傅", Post.TECHNICIAN, department=engineering)
    window.act_as("李师傅")
    qtbot.waitUntil(lambda: window.work.desk.actor == "李师傅")
    before = all_rows(shop)
    preview.printed.click()
    qtbot.waitUntil(lambda: preview.problem() != "")
    assert not printer.sent
    assert all_rows(shop) == before
    assert preview.printed.isEnabled(), "it can be tried again"
    preview.reject()
    assert "not printed" in _said(window)[1]


def test_only_the_copies_that_are_asked_for_are_on_the_paper(
    slip_id: int,
    shop: Database,
    shop_desk: Desk,
    window: MainWindow,
    printer: Printer,
    qtbot: QtBot,
) -> None:
    page = window.show_page("slip", slip_id)
    assert isinstance(page, SlipPage)
    qtbot.waitUntil(lambda: page.view is not None)
    page.print.click()
    dialog = shown_dialog(window, PrintDialog, qtbot)
    for tick in (dialog.ticks[0], dialog.ticks[2]):
        tick.click()
    dialog.submit()
    paper = shown_dialog(window, PaperDialog, qtbot)
    qtbot.waitUntil(lambda: paper.page_count() == 2)
    paper.printed.click()
    qtbot.waitUntil(lambda: bool(printer.sent))
    assert len(pages_of(printer.sent[0])) == 2
    assert _prints(shop, shop_desk, slip_id) == [1, 2, 1, 2]


def test_no_copy_at_all_is_refused_before_any_page_is_shown(
    slip_id: int, window: MainWindow, qtbot: QtBot
) -> None:
    page = window.show_page("slip", slip_id)
    assert isinstance(page, SlipPage)
    qtbot.waitUntil(lambda: page.view is not None)
    page.print.click()
    dialog = shown_dialog(window, PrintDialog, qtbot)
    for tick in dialog.ticks:
        tick.click()
    dialog.submit()
    qtbot.waitUntil(lambda: dialog.problem() != "")
    assert dialog.isVisible()
    assert not window.findChildren(PaperDialog)


def test_a_dispatch_whose_pages_are_closed_asks_to_be_printed_and_is_no_reprint(
    peopled: Database,
    shop_desk: Desk,
    window: MainWindow,
    printer: Printer,
    qtbot: QtBot,
) -> None:
    """4.2 row 3: dispatching makes the copies; on paper they may come later."""
    slip = make_slip(peopled, shop_desk)
    page = window.show_page("slip", slip.id)
    assert isinstance(page, SlipPage)
    page.moves.start(SlipEvent.DISPATCH, slip.id)
    dialog = shown_dialog(window, DispatchDialog, qtbot)
    dialog.trade.set_value("水工")
    dialog.supervisor.set_value("演示主管")
    dialog.submit()
    shown_dialog(window, PaperDialog, qtbot).reject()
    kind, head = _said(window)
    assert kind is Kind.WAITS
    assert slip.number in head
    assert _prints(peopled, shop_desk, slip.id) == [1, 1, 1, 1]
    window.messages.offers()[0].click()
    paper = shown_dialog(window, PaperDialog, qtbot)
    paper.printed.click()
    qtbot.waitUntil(lambda: bool(printer.sent))
    assert "补打" not in text_of(printer.sent[0]).replace("补打次数", "")
    assert _prints(peopled, shop_desk, slip.id) == [1, 1, 1, 1]
    events = [event.what for event in _view(peopled, shop_desk, slip.id).events]
    assert SlipEvent.PRINT not in events
