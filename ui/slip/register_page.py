"""登记表: the two registers as lists of any length."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QStackedWidget

from app.slip_list import Register, SlipFilter
from ui.kit.button import Look
from ui.kit.label import Label, Tone
from ui.kit.layout import column, pane, row
from ui.kit.search_field import SearchField
from ui.kit.segmented import SegmentedField
from ui.shell.actions import BY_ID as ACTIONS_BY_ID
from ui.shell.actions import action_button
from ui.shell.frame import Frame
from ui.shell.page import Page
from ui.slip.columns import PUBLIC_REGISTER, UNIT_REGISTER
from ui.slip.register_export import RegisterExport
from ui.slip.slip_pane import SlipPane
from ui.slip.slip_table import SlipTable
from ui.slip.span import Span, span_bounds
from ui.words import options

TYPING_MS = 250
"""How long the list waits for the next key before it asks."""


FAULT_WIDTH = 200


class RegisterPage(Page):
    """Which register, which time, which words; the chosen slip beside it."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.register = SegmentedField(options(Register.UNIT, Register.PUBLIC))
        self.register.set_name(self.tr("Register"))
        self.register.edited.connect(self._change_register)
        self.period = SegmentedField(
            [
                (Span.TODAY, self.tr("Today")),
                (Span.WEEK, self.tr("This week")),
                (Span.MONTH, self.tr("This month")),
                (Span.PERIOD, self.tr("Period 21–20")),
                (Span.NINETY_DAYS, self.tr("90 days")),
                (Span.ALL, self.tr("All")),
            ]
        )
        self.period.set_name(self.tr("Time of issue"))
        self.period.set_value(Span.NINETY_DAYS)
        self.period.edited.connect(self._ask)
        self.words = SearchField(
            ACTIONS_BY_ID["register.find"].keys,
            self.tr("Number, place, name, telephone, fault"),
        )
        self.words.set_name(self.tr("Words to look for"))
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._ask)
        self.words.edited.connect(self._typing.start)
        self.export = action_button("register.export", Look.LINK)
        self._exporting = RegisterExport(frame, self)
        self.export.clicked.connect(self._export)
        self.tables = {
            Register.UNIT: self._table(self.tr("Register of units"), UNIT_REGISTER),
            Register.PUBLIC: self._table(
                self.tr("Register of public areas"), PUBLIC_REGISTER
            ),
        }
        self._stack = QStackedWidget()
        for register, table in self.tables.items():
            self._stack.addWidget(table)
            kept = frame.state.data(f"register.{register}.header")
            if kept:
                table.restore_header(kept)
        self._count = Label("", is_strong=True)
        self._note = Label("", tone=Tone.SECOND)
        open_slip = action_button("slip.open", Look.LINK)
        open_slip.clicked.connect(lambda: self._open(self.table.chosen_id()))
        self.pane = SlipPane(frame, open_slip)
        self.pane.setFixedWidth(360)
        left = pane("surface")
        foot = pane("sunken")
        foot.setFixedHeight(36)
        row(self._count, self._note, None, spacing=16, margins=(24, 0, 24, 0), on=foot)
        bar = row(
            self.register,
            self.period,
            None,
            self.export,
            spacing=12,
            margins=(24, 12, 16, 8),
        )
        second = row(self.words, margins=(24, 0, 24, 10))
        column(bar, second, self._stack, foot, spacing=0, on=left)
        whole = row(left, self.pane, spacing=0, on=self)
        whole.setStretch(0, 1)
        self._ask()

    @property
    def table(self) -> SlipTable:
        """The list of the register that is in front."""
        return self.tables[self.register.value()]

    def arrive(self) -> None:
        self.table.setFocus()

    def leave(self) -> None:
        for register, table in self.tables.items():
            self.frame.state.set_data(
                f"register.{register}.header", table.header_state()
            )

    def question(self) -> SlipFilter:
        """What the list asks for now."""
        desk = self.frame.work.desk
        from_at, until_at = span_bounds(self.period.value(), desk)
        return SlipFilter(
            register=self.register.value(),
            from_at=from_at,
            until_at=until_at,
            text=self.words.value(),
        )

    def _table(self, name: str, keys: tuple[str, ...]) -> SlipTable:
        table = SlipTable(
            self.frame,
            name,
            keys,
            least=FAULT_WIDTH,
            empty_text=self.tr("No slip answers to this. Choose a longer time."),
        )
        table.chosen.connect(self.pane_show)
        table.opened.connect(self._open)
        table.filling.counted.connect(self._show_count)
        return table

    @Slot(object)
    def pane_show(self, slip_id: object) -> None:
        """Show the chosen slip beside the list."""
        self.pane.show_slip(slip_id)

    @Slot()
    def _change_register(self) -> None:
        self._stack.setCurrentWidget(self.table)
        self._ask()

    @Slot()
    def _ask(self) -> None:
        self.table.filling.ask(self.question())

    @Slot(int)
    def _show_count(self, count: int) -> None:
        self._count.say(self.tr("%n slip(s)", "", count))
        if self.table.chosen_id() is None:
            self.table.choose_position(0)
            if count == 0:
                self.pane.show_slip(None)

    @Slot()
    def _export(self) -> None:
        self._exporting.start(self.question())

    def _open(self, slip_id: object) -> None:
        if isinstance(slip_id, int):
            self.frame.show_page("slip", slip_id)
