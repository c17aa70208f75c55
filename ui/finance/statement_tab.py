"""汇总: what the statement of the chosen period says, as closed or as it would close."""

from ui.finance.chosen import ChosenPeriod
from ui.finance.tab import FinanceTab
from ui.kit.label import Label
from ui.kit.layout import column
from ui.shell.frame import Frame
from ui.theme.typeface import CARD


class StatementTab(FinanceTab):
    """The heading of the statement."""

    def __init__(self, frame: Frame, period: ChosenPeriod) -> None:
        super().__init__(frame, period)
        self._title = Label("", CARD, is_strong=True)
        column(self._title, None, margins=24, on=self)

    def show_period(self) -> None:
        self._title.say(self.tr("Statement {code}").format(code=self.period.code))
