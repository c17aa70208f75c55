"""The table of the finance room's tabs; each is made when it is first entered."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from models.staff import Permission
from models.text import QT_TRANSLATE_NOOP
from ui.finance.chosen import ChosenPeriod
from ui.finance.tab import FinanceTab
from ui.shell.frame import Frame


@dataclass(frozen=True, slots=True)
class TabRow:
    """One tab; who has any of ``rights`` may enter, without rights everybody.

    ``class_name`` is a ``FinanceTab`` that is made with the frame, the chosen
    period and the widget it stands on. ``badge`` names the figure of
    ``app.finance_count.FinanceCount`` that stands beside its word.
    """

    id: str
    text: str
    module: str
    class_name: str
    rights: tuple[Permission, ...] = ()
    badge: str = ""

    def may_enter(self, permissions: frozenset[Permission]) -> bool:
        """Whether somebody with these rights has work in the tab."""
        return not self.rights or not permissions.isdisjoint(self.rights)


_T = QT_TRANSLATE_NOOP

TABS: tuple[TabRow, ...] = (
    TabRow(
        "statement",
        _T("FinanceTabs", "Statement"),
        "ui.finance.statement_tab",
        "StatementTab",
    ),
    TabRow(
        "payment",
        _T("FinanceTabs", "Payments"),
        "ui.finance.payment_tab",
        "PaymentTab",
        rights=(Permission.RECORD_MONEY,),
    ),
    TabRow(
        "waiver",
        _T("FinanceTabs", "Waivers"),
        "ui.finance.waiver_tab",
        "WaiverTab",
        rights=(
            Permission.APPLY_WAIVER,
            Permission.APPROVE_WAIVER,
            Permission.RECORD_MONEY,
        ),
        badge="to_decide",
    ),
    TabRow(
        "handover",
        _T("FinanceTabs", "Handover"),
        "ui.finance.handover_tab",
        "HandoverTab",
        (Permission.HAND_OVER_COPY, Permission.ACCEPT_COPY),
        badge="to_hand_over",
    ),
    TabRow(
        "close",
        _T("FinanceTabs", "Close"),
        "ui.finance.close_tab",
        "CloseTab",
        (Permission.PROPOSE_CLOSE, Permission.CONFIRM_CLOSE),
    ),
)

BY_ID: Mapping[str, TabRow] = {tab.id: tab for tab in TABS}


def tab_text(tab_id: str) -> str:
    """What a tab is called in the window's language."""
    return QCoreApplication.translate("FinanceTabs", BY_ID[tab_id].text)


def make_tab(
    tab_id: str, frame: Frame, period: ChosenPeriod, parent: QWidget
) -> FinanceTab:
    """Load and make a tab where it stands."""
    row = BY_ID[tab_id]
    tab = getattr(import_module(row.module), row.class_name)(frame, period, parent)
    assert isinstance(tab, FinanceTab)
    return tab
