"""What every tab of the finance room has in common."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.errors import Trouble
from ui.finance.chosen import ChosenPeriod
from ui.kit.when_seen import WhenSeen
from ui.shell.frame import Frame

if TYPE_CHECKING:
    from ui.scanner.code import Code


class FinanceTab(QWidget):
    """One tab; made when it is first entered.

    ``period`` says which period is chosen; ``show_period`` is called when it is
    another one, at once while the tab is seen, else when it is seen again.
    """

    def __init__(self, frame: Frame, period: ChosenPeriod, parent: QWidget) -> None:
        super().__init__(parent)
        self.frame = frame
        self.period = period
        self._shown = ""
        self._showing = WhenSeen(self, self.show_period)
        period.changed.connect(self._after_choice)

    @Slot()
    def _after_choice(self) -> None:
        self._showing.do()

    def show_period(self) -> None:
        """The chosen period is another one, or it was closed: show it."""

    def turn_to_period(self) -> bool:
        """Note which period is shown; whether it is another one. What was said of the
        one before goes, what was said of one that was closed just now stays.
        """
        is_another = self._shown != self.period.code
        self._shown = self.period.code
        return is_another

    def arrive(self) -> None:
        """The tab came to the front: put the keyboard where work begins."""

    def leave(self) -> None:
        """The window closes: keep what should be there next time."""

    def rescue(self) -> Trouble | None:
        """Save what was typed now; as ``Page.rescue``."""
        return None

    def take_scan(self, codes: Sequence["Code"]) -> bool:
        """A code was scanned while this tab was in front; False if it has no use for
        it.
        """
        return False

    def look_at(self, thing: object) -> None:
        """Show the thing the room was opened for, such as the id of a slip."""
