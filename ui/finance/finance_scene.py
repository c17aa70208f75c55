"""How the finance room is pictured."""

from collections.abc import Iterator

from models.statement import Section
from ui.finance.page import FinancePage
from ui.finance.statement_tab import StatementTab
from ui.scene import Stage, Step


def scenes(stage: Stage) -> Iterator[Step]:
    """Every tab, the slips behind a figure, the choice of a period."""
    page = stage.window.show_page("finance")
    assert isinstance(page, FinancePage)
    yield stage.wait()
    yield "finance-statement", stage.whole
    tab = page.tab("statement")
    assert isinstance(tab, StatementTab)
    tab.cells[Section.A].click()
    yield "finance-behind", stage.whole
    tab.side.show_whole()
    page.picker.field.offer()
    yield "finance-periods", stage.popup
