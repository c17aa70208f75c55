"""A list of slips with its columns, kept filled; pages put it where they need it."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QTimer

from app.limit_clock import Clock
from app.limit_standing import register_clock
from app.listing import Sort
from app.settings import Settings
from app.slip_list import (
    Register,
    SlipFilter,
    SlipRow,
    find_slip_ids,
    first_register_rows,
    first_slip_rows,
    load_register_rows,
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
from ui.slip.register_columns import NO_TEXTS, register_texts
from ui.slip.status import is_struck
from ui.work import Work

NUMBER_WIDTH = 138
FAULT_WIDTH = 160
MOST_CLOCKS = 2_000
MINUTE_MS = 60_000
NEWEST_FIRST = Sort("issued", is_descending=True)
TABLES = frozenset({"slip", "slip_line", "quote", "callback", "ledger_entry"})
REGISTER_TABLES = TABLES | {"feedback", "finance_copy", "handover_batch"}


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

    def __init__(
        self, frame: Frame, name: str, keys: tuple[str, ...], which: Register
    ) -> None:
        model = _model(frame, keys, "content", FAULT_WIDTH, which=which)
        super().__init__(
            model, name, sort=NEWEST_FIRST, today=lambda: frame.work.desk.today()
        )
        model.setParent(self)
        self.model_of_rows = model
        self.question.seen_elsewhere = frozenset({"issued"})
        self.setColumnWidth(0, self._number_width())
        self.filling = RowList[SlipRow, SlipFilter](
            frame.work,
            self,
            model,
            find_slip_ids,
            load_register_rows,
            REGISTER_TABLES,
            first_register_rows,
        )
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

    def show_columns(self, keys: Sequence[str]) -> None:
        """These columns in this order, and no others; the number stays first."""
        header = self.asking_header()
        at = {each.key: place for place, each in enumerate(self._rows.columns())}
        shown = [at[key] for key in keys if at.get(key)]
        for visual, place in enumerate(shown, start=1):
            header.moveSection(header.visualIndex(place), visual)
        for place in range(1, header.count()):
            self.show_column(place, is_shown=place in shown)
        self.fill_width()

    def shown_keys(self) -> tuple[str, ...]:
        """The columns that are shown, from left to right."""
        columns = self._rows.columns()
        return tuple(columns[place].key for place in self.shown_columns())

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
    which: Register | None = None,
) -> RowTableModel[SlipRow]:
    work = frame.work
    moments = Moments(work)
    columns = slip_columns(
        keys,
        moments.write,
        rest,
        least,
        late_after=lambda: work.desk.settings.number("unit_onsite_min"),
        clock_of=_ClockOfRow(work),
        has_heads=has_heads,
        widths=widths,
        more=register_texts(moments) if which is not None else NO_TEXTS,
        is_public=which is Register.PUBLIC,
    )
    return RowTableModel(columns, is_struck)


def _filling(
    frame: Frame, view: RowTableView[SlipRow], model: RowTableModel[SlipRow]
) -> RowList[SlipRow, SlipFilter]:
    return RowList(
        frame.work, view, model, find_slip_ids, load_slip_rows, TABLES, first_slip_rows
    )
