"""A list of slips with its columns, kept filled; pages put it where they need it."""

from app.slip_list import SlipFilter, SlipRow, find_slip_ids, load_slip_rows
from ui.kit.row_table_model import RowTableModel
from ui.kit.row_table_view import ROW_HEIGHT, RowTableView
from ui.row_list import RowList
from ui.shell.frame import Frame
from ui.slip.columns import LEAST_REST, slip_columns
from ui.slip.moment import Moments
from ui.slip.status import is_struck


class SlipTable(RowTableView[SlipRow]):
    """Slips by id; ``filling`` asks for them again after every change."""

    def __init__(
        self,
        frame: Frame,
        name: str,
        keys: tuple[str, ...],
        *,
        empty_text: str = "",
        row_height: int = ROW_HEIGHT,
        rest: str = "content",
        least: int = LEAST_REST,
    ) -> None:
        moments = Moments(frame.work)
        model: RowTableModel[SlipRow] = RowTableModel(
            slip_columns(keys, moments.write, rest, least), is_struck
        )
        super().__init__(model, name, empty_text=empty_text, row_height=row_height)
        model.setParent(self)
        self.model_of_rows = model
        self.filling: RowList[SlipRow, SlipFilter] = RowList(
            frame.work,
            self,
            model,
            find_slip_ids,
            load_slip_rows,
            frozenset({"slip"}),
        )
