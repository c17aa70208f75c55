"""How the waivers are pictured."""

from collections.abc import Iterator
from decimal import Decimal

from ui.finance.page import FinancePage
from ui.finance.waiver_lines import SLIP, WAIVER
from ui.finance.waiver_tab import WaiverTab
from ui.scene import Stage, Step


def scenes(stage: Stage) -> Iterator[Step]:
    """What waits, one decided from paper, one that is asked for."""
    page = stage.window.show_page("finance")
    assert isinstance(page, FinancePage)
    yield stage.wait()
    tab = page.enter("waiver")
    assert isinstance(tab, WaiverTab)
    yield stage.wait()
    yield "waiver", stage.whole
    decided = [
        row.choice
        for row in tab.list.list.rows()
        if row.choice is not None and row.choice[0] == WAIVER and not row.is_waiting
    ]
    if decided:
        tab.look_at(decided[0])
        yield stage.wait()
        yield "waiver-decided", stage.whole
    tab.list.look_for("3-")
    yield stage.wait()
    slips = [choice for choice in tab.list.list.choices() if choice[0] == SLIP]
    if slips:
        tab.look_at(slips[0])
        yield stage.wait()
        tab.ask.form.amount.set_value(Decimal("20.00"))
        tab.ask.form.amount.edited.emit()
        tab.ask.form.details.set_value(
            "维修后二次漏水，业户橱柜底板受潮，管家已现场核实"
        )
        tab.asking.look_again()
        yield stage.wait()
        yield "waiver-asking", stage.whole
        tab.asking.drafts.forget(slips[0][1])
    tab.list.look_for("")
    yield stage.wait()
