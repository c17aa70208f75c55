"""What will become of each ticked slip, before anything is done."""

from array import array
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.errors import Refusal
from app.slip_bulk import BulkPlan, BulkRow
from models.slip import SlipEvent
from models.text import QT_TRANSLATE_NOOP
from ui.kit.column import Column
from ui.kit.label import Label, Tone
from ui.kit.layout import column
from ui.kit.row_table_model import PAGE, RowTableModel
from ui.kit.row_table_view import COMPACT_HEIGHT, RowTableView
from ui.slip.status import status_of
from ui.words import word

ROWS_SHOWN = 6
Sentence = Callable[[Refusal], str]
_T = QT_TRANSLATE_NOOP


class BulkPreview(QWidget):
    """Those that cannot stand first, each with the sentence that says why."""

    def __init__(self, plan: BulkPlan, sentence: Sentence) -> None:
        super().__init__()
        self._rows: list[BulkRow] = []
        self.counts = Label("", is_strong=True, may_wrap=True)
        self._model = RowTableModel(_columns(sentence), parent=self)
        self._model.page_wanted.connect(self._put_page)
        self.table = RowTableView[BulkRow](
            self._model,
            self.tr("What will become of them"),
            row_height=COMPACT_HEIGHT,
            is_plain=True,
        )
        self.show_plan(plan)
        shown = min(len(self._rows), ROWS_SHOWN)
        self.table.setFixedHeight(shown * COMPACT_HEIGHT + 2)
        column(self.counts, self.table, spacing=6, on=self)

    def show_plan(self, plan: BulkPlan) -> None:
        """The same slips, once it is known what is asked."""
        self._rows = [*plan.cannot, *plan.can]
        self.counts.say(self._counted(plan))
        ids = array("q", range(len(self._rows)))
        self._model.put_first(ids, self._rows[:PAGE])

    def _counted(self, plan: BulkPlan) -> str:
        said = self.tr("%Ln slip(s) will be changed", "", len(plan.can))
        if plan.cannot:
            stay = self.tr("%Ln stay(s) as they are", "", len(plan.cannot))
            said = self.tr("{changed}, {stay}").format(changed=said, stay=stay)
        return said

    def texts(self) -> Sequence[str]:
        """What stands beside each number, from the top."""
        return [self._model.columns()[2].text(row) for row in self._rows]

    def _put_page(self, page: int, ids: "array[int]") -> None:
        first = page * PAGE
        self._model.put_page(page, ids, self._rows[first : first + PAGE])


def _columns(sentence: Sentence) -> list[Column[BulkRow]]:
    def fate(row: BulkRow) -> str:
        return sentence(row.refusal) if row.refusal is not None else _step(row)

    return [
        Column("number", "", lambda row: row.number, 128, tone=Tone.SECOND),
        Column("room", "", lambda row: row.room, 120, is_strong=True, may_cut=True),
        Column(
            "fate",
            "",
            fate,
            200,
            tone=lambda row: Tone.TEXT if row.refusal is None else Tone.WARN,
            may_cut=True,
            takes_rest=True,
        ),
    ]


def _step(row: BulkRow) -> str:
    """``To dispatch → Dispatched``, or the step where the state stays."""
    if row.event is SlipEvent.DISPATCH:
        said = QCoreApplication.translate("BulkPreview", _T("BulkPreview", "{a} → {b}"))
        before = status_of(row.state).word
        return said.format(a=before, b=word(row.event))
    return word(row.event)
