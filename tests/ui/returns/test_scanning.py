"""Papers are scanned from wherever the keyboard is; what cannot be taken is heard."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.slip_close import CancelSlip, cancel_slip
from models.slip import SlipState
from models.staff import Department, Post
from tests.makers import make_slip, make_staff
from tests.ui.scanner.pressing import StampedKeys, scan, type_signs
from ui.returns.page import ReturnPage
from ui.scanner.burst import HOLD_MS
from ui.scanner.desk import ScanDesk
from ui.shell.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("clock")
NUMBER = "WX260302-001"
Take = Callable[[], None]


def _ticked(page: ReturnPage) -> list[int]:
    return sorted(page.form.copies.in_hand())


def _in_hand(page: ReturnPage) -> str:
    return page.view.number if page.view is not None else ""


def test_each_copy_is_ticked_by_its_own_scan(
    out: int, page: ReturnPage, with_keyboard: Take, qtbot: QtBot
) -> None:
    with_keyboard()
    scan(f"{NUMBER}/4")
    qtbot.waitUntil(lambda: _in_hand(page) == NUMBER)
    assert _ticked(page) == [1, 4], "the finance copy was not scanned yet"
    type_signs("1012")
    scan(f"{NUMBER}/2")
    qtbot.waitUntil(lambda: _ticked(page) == [1, 2, 4])
    assert page.form.arrived_at.line.text() == "10:12"
    assert page.form.done_at.typed() == ""


@pytest.mark.parametrize("is_there", [True, False])
@pytest.mark.parametrize("at", [4, len(NUMBER), len(NUMBER) + 2])
def test_a_scanner_that_stumbles_at_the_second_copy_leaves_the_times_to_be_typed(
    at: int,
    is_there: bool,
    out: int,
    page: ReturnPage,
    with_keyboard: Take,
    qtbot: QtBot,
) -> None:
    with_keyboard()
    keys = StampedKeys()
    keys.scan(f"{NUMBER}/4")
    if is_there:
        qtbot.waitUntil(lambda: _in_hand(page) == NUMBER)
    code = f"{NUMBER}/2"
    keys.type_signs(code[:at], before=50)
    qtbot.wait(3 * HOLD_MS)
    keys.type_signs(code[at:], before=50)
    keys.scan("", before_end=50 if at == len(code) else 1)
    qtbot.waitUntil(lambda: _ticked(page) == [1, 2, 4])
    assert page.form.arrived_at.typed() == ""
    type_signs("1012")
    qtbot.waitUntil(lambda: page.form.arrived_at.line.text() == "10:12")
    assert page.scan.text() == NUMBER


def test_a_number_taken_out_of_its_field_leaves_the_keyboard_with_the_paper(
    out: int, page: ReturnPage, with_keyboard: Take, qtbot: QtBot
) -> None:
    with_keyboard()
    scan(f"{NUMBER}/4")
    qtbot.waitUntil(lambda: _in_hand(page) == NUMBER)
    assert page.focusWidget() is page.form.arrived_at.line
    page.scan.setText("")
    page.scan.textEdited.emit("")
    assert page.focusWidget() is page.scan
    scan(f"{NUMBER}/2")
    qtbot.waitUntil(lambda: _ticked(page) == [1, 2, 4])
    assert page.focusWidget() is page.form.arrived_at.line


def test_a_code_without_a_copy_means_every_copy_that_is_due(
    out: int, page: ReturnPage, with_keyboard: Take, qtbot: QtBot
) -> None:
    with_keyboard()
    scan(NUMBER)
    qtbot.waitUntil(lambda: _in_hand(page) == NUMBER)
    assert _ticked(page) == [1, 2, 4]


def test_a_copy_the_slip_does_not_have_is_said(
    out: int,
    page: ReturnPage,
    with_keyboard: Take,
    heard: list[str],
    qtbot: QtBot,
) -> None:
    with_keyboard()
    scan(f"{NUMBER}/7")
    qtbot.waitUntil(lambda: "no copy 7" in page.scan_problem())
    assert heard == ["REFUSED"]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (SlipState.RETURNED, "came back already"),
        (SlipState.VOID, "is void (录入错误)"),
        (SlipState.CANCELLED, "was cancelled (业户撤销)"),
        (SlipState.ISSUED, "never dispatched"),
        (SlipState.DISPUTED, "disputed"),
        (None, "There is no slip"),
    ],
)
def test_a_paper_that_cannot_be_taken_is_heard_and_said(
    state: SlipState | None,
    words: str,
    peopled: Database,
    shop_desk: Desk,
    page: ReturnPage,
    with_keyboard: Take,
    heard: list[str],
    qtbot: QtBot,
) -> None:
    from models.unit import AreaKind

    number = "WX260302-099"
    if state is not None:
        number = make_slip(peopled, shop_desk, state, area_kind=AreaKind.UNIT).number
    with_keyboard()
    scan(f"{number}/4")
    qtbot.waitUntil(lambda: words in page.scan_problem())
    assert number in page.scan_problem()
    assert heard == ["REFUSED"]
    assert page.view is None


def test_the_number_a_form_was_printed_with_is_found_too(
    peopled: Database,
    shop_desk: Desk,
    page: ReturnPage,
    with_keyboard: Take,
    qtbot: QtBot,
) -> None:
    slip = make_slip(peopled, shop_desk, SlipState.DISPATCHED, stock_no="0012345")
    with_keyboard()
    scan("0012345")
    qtbot.waitUntil(lambda: _in_hand(page) == slip.number)


def test_a_paper_scanned_into_a_half_typed_form_lays_that_aside(
    out: int,
    peopled: Database,
    shop_desk: Desk,
    page: ReturnPage,
    with_keyboard: Take,
    qtbot: QtBot,
) -> None:
    second = make_slip(peopled, shop_desk, SlipState.DISPATCHED).number
    with_keyboard()
    scan(f"{NUMBER}/2")
    qtbot.waitUntil(lambda: _in_hand(page) == NUMBER)
    type_signs("1012")
    scan(f"{second}/4")
    qtbot.waitUntil(lambda: _in_hand(page) == second)
    assert NUMBER in page.note()
    assert page.form.arrived_at.typed() == ""
    rows = {row.slip_id: row for row in page.day.list.rows()}
    assert rows[out].has_typed
    scan(f"{NUMBER}/4")
    qtbot.waitUntil(lambda: _in_hand(page) == NUMBER)
    assert page.form.arrived_at.line.text() == "10:12"
    assert _ticked(page) == [1, 2, 4], "both scans of it count"


def test_two_papers_within_a_moment_are_taken_one_after_the_other(
    out: int,
    peopled: Database,
    shop_desk: Desk,
    page: ReturnPage,
    with_keyboard: Take,
    qtbot: QtBot,
) -> None:
    second = make_slip(peopled, shop_desk, SlipState.DISPATCHED).number
    taken: list[str] = []
    page.subject_changed.connect(lambda: taken.append(page.subject))
    with_keyboard()
    scan(NUMBER)
    scan(second)
    qtbot.waitUntil(lambda: taken == [NUMBER, second])


def test_a_code_comes_from_any_page_to_the_return_desk(
    out: int,
    page: ReturnPage,
    window: MainWindow,
    with_keyboard: Take,
    qtbot: QtBot,
) -> None:
    window.show_page("intake")
    with_keyboard()
    scan(NUMBER)
    qtbot.waitUntil(lambda: _in_hand(page) == NUMBER)
    assert window.front_page_id() == "return"


def test_who_takes_nothing_back_is_shown_the_slip(
    out: int,
    peopled: Database,
    shop_desk: Desk,
    window: MainWindow,
    with_keyboard: Take,
    qtbot: QtBot,
) -> None:
    department = Department.ENGINEERING
    make_staff(peopled, shop_desk, "技工", Post.TECHNICIAN, department=department)
    window.act_as("技工")
    qtbot.waitUntil(lambda: window.work.desk.actor == "技工")
    ScanDesk.of(window)
    window.show_page("register")
    with_keyboard()
    scan(NUMBER)
    qtbot.waitUntil(lambda: window.front_page_id() == "slip")


def test_a_code_waits_while_a_box_is_open_and_is_not_typed_into_it(
    out: int,
    page: ReturnPage,
    window: MainWindow,
    with_keyboard: Take,
    heard: list[str],
    qtbot: QtBot,
) -> None:
    with_keyboard()
    window.show_keys()
    (box,) = [each for each in window.findChildren(QDialog) if each.isVisible()]
    qtbot.waitUntil(lambda: box.isActiveWindow())
    scan(NUMBER)
    qtbot.waitUntil(lambda: heard == ["REFUSED"])
    said = [label.text() for label in window.messages.findChildren(QLabel)]
    assert any(NUMBER in text for text in said)
    assert box.isVisible(), "the scanner's Enter closed it"
    assert page.view is None
    box.reject()
    qtbot.waitUntil(lambda: _in_hand(page) == NUMBER)


def test_a_slip_that_ends_at_another_desk_while_it_is_typed_is_said(
    page: ReturnPage,
    out: int,
    shop: Database,
    shop_desk: Desk,
    window: MainWindow,
    with_keyboard: Take,
    qtbot: QtBot,
) -> None:
    with_keyboard()
    scan(NUMBER)
    qtbot.waitUntil(lambda: _in_hand(page) == NUMBER)
    type_signs("1012")
    window.work.change(
        window, cancel_slip, CancelSlip(out, "业户撤销"), done=lambda _: None
    )
    qtbot.waitUntil(lambda: "cancelled" in page.scan_problem())
    qtbot.waitUntil(lambda: page.form.arrived_at.line.text() == "10:12")
