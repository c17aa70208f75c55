"""How the finance room is pictured."""

from collections.abc import Iterator

from models.statement import Section
from ui.finance.handover_tab import HandoverTab
from ui.finance.page import FinancePage
from ui.finance.statement_tab import StatementTab
from ui.scanner.code import Code
from ui.scene import Stage, Step


def scenes(stage: Stage) -> Iterator[Step]:
    """Every tab, the slips behind a figure, the choice of a period."""
    page = stage.window.show_page("finance")
    assert isinstance(page, FinancePage)
    yield stage.wait()
    yield "finance-statement", stage.whole
    statement = page.tab("statement")
    assert isinstance(statement, StatementTab)
    statement.cells[Section.A].click()
    yield "finance-behind", stage.whole
    statement.side.show_whole()
    tab = page.enter("handover")
    assert isinstance(tab, HandoverTab)
    yield stage.wait()
    yield "finance-handover", stage.whole
    tab.take_scan((Code("WX991231-001", 2),))
    yield stage.wait()
    yield "finance-refused", stage.whole
    if tab.found is not None and tab.found.bundles:
        tab.print_bundle(tab.found.bundles[0].batch_no)
        yield "finance-handover-paper", stage.dialog
    page.enter("close")
    yield stage.wait()
    yield "finance-close", stage.whole
    page.enter("statement")
    page.picker.field.offer()
    yield "finance-periods", stage.popup
    yield stage.wait()
    closed = [row.code for row in page.period.rows if row.is_closed]
    if closed:
        page.period.choose(closed[-1])
        for tab_id in ("statement", "close"):
            page.enter(tab_id)
            yield stage.wait()
            yield f"finance-closed-{tab_id}", stage.whole
