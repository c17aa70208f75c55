"""刚返单: what came back today, the last one first, so that nobody types it twice."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.listing import IsWithin, Sort
from app.slip_list import SlipFilter
from ui.kit.label import Label
from ui.kit.layout import column, row
from ui.shell.frame import Frame
from ui.slip.columns import RETURNED
from ui.slip.slip_table import SlipTable
from ui.theme.typeface import INPUT

FEW = 150
"""Height in px beside a form: the heading and a few rows."""
MUCH = 16_777_215


class JustReturned(QWidget):
    """A list under the form of the paper in hand."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self.table = SlipTable(
            frame,
            self.tr("Slips returned today"),
            RETURNED,
            empty_text=self.tr("No paper has come back today."),
            widths={"returned": 56, "room": 176, "number": 116},
        )
        self.table.opened.connect(lambda slip_id: frame.show_page("slip", slip_id))
        self.table.filling.counted.connect(self._show_count)
        self._count = Label("", INPUT, is_strong=True)
        column(
            row(self._count, margins=(24, 8, 24, 4)),
            row(self.table, margins=(12, 0, 16, 0)),
            spacing=0,
            on=self,
        ).setStretch(1, 1)

    def ask(self) -> None:
        """Show what came back since midnight at the site."""
        today = self._frame.work.desk.today()
        self.table.filling.ask(
            SlipFilter(
                columns=(("returned", IsWithin(today)),),
                sort=Sort("returned", is_descending=True),
            )
        )

    def show_all(self, is_alone: bool) -> None:
        """The whole list where nothing else wants the room, else its first rows."""
        self.setMaximumHeight(MUCH if is_alone else FEW)

    @Slot(int)
    def _show_count(self, count: int) -> None:
        self._count.say(self.tr("%n paper(s) back today", "", count))
