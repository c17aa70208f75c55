"""A list of slips with its columns, kept filled; pages put it where they need it."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QTimer

from app.limit_clock import Clock
from app.limit_standing import register_clock
from app.listing import Sort
from app.settings import Settings
from app.slip_list import (
    SlipFilter,
    SlipRow,
    find_slip_ids,
    first_slip_rows,
    load_slip_rows,
)
from ui.kit.row_table_asked import AskedTableView
from ui.kit.row_table_header import PADDING, TICK_ROOM
from ui.kit.row_table_model import RowTableModel
from ui.kit.row_table_view import ROW_HEIGHT, RowTableView
from ui.row_list import RowList
from ui.shell.frame import Frame
from ui.slip.columns import LEAST_REST, slip_columns, title_width
from ui.slip.moment import Moments
from ui.slip.status import is_struck
from ui.work import Work

NUMBER_WIDTH = 138
FAULT_WIDTH = 160
MOST_CLOCKS = 2_000
MINUTE_MS = 60_000
NEWEST_FIRST = Sort("issued", is_descending=True)
TABLES = frozenset({"slip", "slip_line", "quote", "callback", "ledger_entry"})


class SlipTable(RowTableView[SlipRow]):
    """Slips by id; ``filling`` asks for them again after every change.

    Unless it ``is_plain`` it has headings and may scroll sideways.
    """

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
        widths: Mapping[str, int] = MappingProxyType({}),
        is_plain: bool = True,
    ) -> None:
        model = _model(frame, keys, rest, least, has_heads=not is_plain, widths=widths)
        super().__init__(
            model, name, empty_text=empty_text, row_height=row_height, is_plain=is_plain
        )
        model.setParent(self)
        self.model_of_rows = model
        self.filling = _filling(frame, self, model)


class RegisterTable(AskedTableView[SlipRow]):
    """The same with headings that sort and filter, ticks, and the number in sight."""

    def __init__(self, frame: Frame, name: str, keys: tuple[str, ...]) -> None:
        model = _model(frame, keys, "content", FAULT_WIDTH)
        super().__init__(
            model, name, sort=NEWEST_FIRST, today=lambda: frame.work.desk.today()
        )
        model.setParent(self)
        self.model_of_rows = model
        self.setColumnWidth(0, self._number_width())
        self.filling = _filling(frame, self, model)
        minute = QTimer(self, interval=MINUTE_MS)
        minute.timeout.connect(self.viewport().update)
        minute.start()

    def show_usual_columns(self) -> None:
        """Every column of the register, in its order and width."""
        header = self.asking_header()
        for place, column in enumerate(self.model_of_rows.columns()):
            header.moveSection(header.visualIndex(place), place)
            self.setColumnHidden(place, False)
            self.setColumnWidth(place, column.width if place else self._number_width())
        self.fill_width()

    def _number_width(self) -> int:
        return max(NUMBER_WIDTH, title_width("number") + TICK_ROOM + PADDING)


class _ClockOfRow:
    """The time limit a row names, worked out once a minute and not at every paint."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._asked: tuple[int, Settings] | None = None
        self._known: dict[SlipRow, Clock | None] = {}

    def __call__(self, row: SlipRow) -> Clock | None:
        desk = self._work.desk
        now = desk.now()
        asked = int(now.timestamp()) // 60, desk.settings
        if asked != self._asked or len(self._known) > MOST_CLOCKS:
            self._asked = asked
            self._known.clear()
        if row not in self._known:
            self._known[row] = register_clock(row.times, now, desk.settings)
        return self._known[row]


def _model(
    frame: Frame,
    keys: tuple[str, ...],
    rest: str,
    least: int,
    *,
    has_heads: bool = True,
    widths: Mapping[str, int] = MappingProxyType({}),
) -> RowTableModel[SlipRow]:
    work = frame.work
    columns = slip_columns(
        keys,
        Moments(work).write,
        rest,
        least,
        late_after=lambda: work.desk.settings.number("unit_onsite_min"),
        clock_of=_ClockOfRow(work),
        has_heads=has_heads,
        widths=widths,
    )
    return RowTableModel(columns, is_struck)


def _filling(
    frame: Frame, view: RowTableView[SlipRow], model: RowTableModel[SlipRow]
) -> RowList[SlipRow, SlipFilter]:
    return RowList(
        frame.work, view, model, find_slip_ids, load_slip_rows, TABLES, first_slip_rows
    )
