"""汇总: what the statement says, and the slips behind every figure."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.database import Database
from app.desk import Desk
from app.statement_figure import Figure, FigureKind, rows_behind
from models.ledger_entry import PayMethod
from models.statement import Identity, Section
from tests.app.finance_month import pay
from tests.clock import Clock
from tests.reports.statements import empty
from tests.ui.finance.conftest import Month
from ui.finance.identity_list import IdentityList
from ui.finance.page import FinancePage
from ui.finance.statement_tab import StatementTab
from ui.shell.main_window import MainWindow
from ui.slip.slip_page import SlipPage

Enter = Callable[[], FinancePage]


def _tab(enter: Enter, qtbot: QtBot) -> StatementTab:
    tab = enter().tab("statement")
    assert isinstance(tab, StatementTab)
    qtbot.waitUntil(lambda: tab.statement is not None)
    return tab


def test_the_statement_stands_with_its_sections_sums_and_words(
    month: Month, enter: Enter, qtbot: QtBot
) -> None:
    tab = _tab(enter, qtbot)
    counts = {section: cell.text() for section, cell in tab.cells.items()}
    assert counts == {Section.A: "3", Section.B: "0", Section.C: "1"}
    for figure, text in (
        (Figure(FigureKind.OPENING), "0.00"),
        (Figure(FigureKind.CHARGED), "420.00"),
        (Figure(FigureKind.CHARGED, is_earlier=False), "420.00"),
        (Figure(FigureKind.RECEIVED), "220.00"),
        (Figure(FigureKind.RECEIVED, method=PayMethod.WECHAT), "120.00"),
        (Figure(FigureKind.CLOSING), "200.00"),
    ):
        assert tab.table.button(figure).text() == text
    alipay = tab.table.button(Figure(FigureKind.RECEIVED, method=PayMethod.ALIPAY))
    assert alipay.isHidden()
    balances = [row.spoken for row in tab.side.balances.rows()[1:]]
    assert len(balances) == 1
    assert month.number[month.partly] in balances[0]
    assert balances[0].endswith("100.00 settled 200.00")
    assert [row.number for row in tab.waiting.rows()[1:]] == [month.number[month.out]]


def test_the_identities_say_which_of_them_agree(
    month: Month, enter: Enter, qtbot: QtBot
) -> None:
    tab = _tab(enter, qtbot)
    lines = tab.side.identities.lines
    said = {key: line.verdict.text() for key, line in lines.items()}
    # Three copies are in hand and in no bundle yet: that comes with the handover.
    assert said == {
        "issued": "agrees",
        "money": "agrees",
        "methods": "agrees",
        "copies": "3 to hand over",
        "balances": "agrees",
    }
    said_of_copies = "bundles 0, brought early 0 ≠ A and B 3"
    assert lines["copies"].text.text() == said_of_copies
    assert lines["issued"].text.text() == "issued 4 = A 3 + C 1"
    assert "still to be handed over" in tab.side.identities.whole.text()


def test_copies_of_a_closed_statement_that_do_not_tie_differ(qtbot: QtBot) -> None:
    told = empty()
    identities = (Identity("copies", "2", "3"), Identity("money", "1.00", "2.00"))
    lines = IdentityList()
    qtbot.addWidget(lines)
    for is_closed, said, count in ((True, "differs", 2), (False, "1 to hand over", 1)):
        lines.put(replace(told, is_closed=is_closed, identities=identities))
        assert lines.lines["copies"].verdict.text() == said
        assert lines.lines["money"].verdict.text() == "differs"
        assert f"{count} of five" in lines.whole.text()


def test_a_figure_opens_its_slips_and_enter_opens_the_slip(
    month: Month, enter: Enter, window: MainWindow, qtbot: QtBot
) -> None:
    tab = _tab(enter, qtbot)
    charged = tab.table.button(Figure(FigureKind.CHARGED))
    charged.setFocus()
    qtbot.keyClick(charged, Qt.Key.Key_Return)
    behind = tab.side.behind
    numbers = [row.number for row in behind.rows() if row.slip_id is not None]
    assert numbers == [month.number[month.paid], month.number[month.partly]]
    assert behind.rows()[0].amount == Decimal("420.00")
    qtbot.keyClick(behind, Qt.Key.Key_Escape)
    assert not tab.side.shows_behind
    assert charged.hasFocus()
    assert not charged.isChecked()
    charged.click()
    qtbot.keyClick(behind, Qt.Key.Key_Down)
    qtbot.keyClick(behind, Qt.Key.Key_Return)
    page = window.front_page()
    assert isinstance(page, SlipPage)
    qtbot.waitUntil(lambda: page.subject == month.number[month.partly])


def test_the_sums_behind_the_figures_are_the_figures(
    month: Month, enter: Enter, qtbot: QtBot
) -> None:
    tab = _tab(enter, qtbot)
    statement = tab.statement
    assert statement is not None
    for kind, split in (
        (FigureKind.CHARGED, statement.charged),
        (FigureKind.WAIVED, statement.waived),
        (FigureKind.RECEIVED, statement.received),
        (FigureKind.REFUNDED, statement.refunded),
    ):
        for is_earlier, amount in (
            (False, split.own),
            (True, split.earlier),
            (None, split.total),
        ):
            rows = rows_behind(statement, Figure(kind, is_earlier))
            assert sum(row.amount for row in rows) == amount
    assert rows_behind(statement, Figure(FigureKind.OPENING)) == ()
    closing = rows_behind(statement, Figure(FigureKind.CLOSING))
    assert sum(row.amount for row in closing) == statement.closing


def test_an_open_statement_follows_what_is_paid(
    month: Month,
    enter: Enter,
    peopled: Database,
    shop_desk: Desk,
    window: MainWindow,
    clock: Clock,
    qtbot: QtBot,
) -> None:
    clock.local("2026-03-19 09:00")
    tab = _tab(enter, qtbot)
    window.work.change(
        tab, pay, month.partly, "50.00", PayMethod.CARD, done=lambda _: None
    )
    closing = tab.table.button(Figure(FigureKind.CLOSING))
    qtbot.waitUntil(lambda: closing.text() == "150.00")
    # It stays behind a figure that was looked behind, with the fresh rows.
    received = tab.table.button(Figure(FigureKind.RECEIVED))
    received.click()
    assert len(tab.side.behind.rows()) == 4


def test_a_month_in_which_nothing_happened_can_be_looked_at(
    enter: Enter, qtbot: QtBot
) -> None:
    tab = _tab(enter, qtbot)
    assert tab.cells[Section.A].text() == "0"
    assert tab.table.button(Figure(FigureKind.CLOSING)).text() == "0.00"
    assert tab.waiting.isHidden()
