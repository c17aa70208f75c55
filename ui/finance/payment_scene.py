"""How the payments of the finance room are pictured."""

from collections.abc import Iterator

from ui.finance.page import FinancePage
from ui.finance.payment_tab import PaymentTab
from ui.scene import Stage, Step


def scenes(stage: Stage) -> Iterator[Step]:
    """What is owed with a slip in hand, a refusal, money back, the money of a day."""
    page = stage.window.show_page("finance")
    assert isinstance(page, FinancePage)
    yield stage.wait()
    tab = page.enter("payment")
    assert isinstance(tab, PaymentTab)
    yield stage.wait()
    yield "payment-empty", stage.whole
    slips = tab.payable.list.slips()
    if slips:
        tab.look_at(slips[0])
        yield stage.wait()
        yield "payment", stage.whole
    if tab.view is not None and tab.payment.shares.lines:
        tab.payment.shares.lines[0].amount.set_typed("1000000.00")
        tab.submit()
        yield stage.wait()
        yield "payment-refused", stage.whole
        tab.typed.drafts.forget(tab.view.slip_id)
    with_money = _with_money(tab)
    if with_money is not None:
        tab.look_at(with_money)
        yield stage.wait()
        yield "payment-entries", stage.whole
        tab.ask_refund()
        yield "payment-refund", stage.dialog
        tab.ask_adjustment()
        yield "payment-adjust", stage.dialog
    tab.show_takings()
    yield stage.wait()
    yield "payment-takings", stage.whole


def _with_money(tab: PaymentTab) -> int | None:
    """A slip of the list that something was paid on."""
    found = tab.payable.found
    rows = found.rows if found is not None else ()
    return next((row.slip_id for row in rows if row.account.received), None)
