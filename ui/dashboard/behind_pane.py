"""The slips behind a figure, the rule that counted them, and the way back."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.slip_list import Register
from models.statistics import FigureKey, Part
from models.statistics_report import StatisticsReport
from ui.dashboard.asked import Asked, SlipsBehind, load_slips_behind
from ui.dashboard.days_bar import moment
from ui.dashboard.figure_words import rule_of
from ui.kit.button import Button, Look
from ui.kit.label import Hairline, Label, Tone
from ui.kit.layout import column, row
from ui.kit.segmented import SegmentedField
from ui.shell.actions import BY_ID, action_text
from ui.shell.frame import Frame
from ui.slip.given_slips import GivenSlips
from ui.slip.slip_neighbours import Neighbours
from ui.slip.slip_table import SlipTable
from ui.tasks import Job
from ui.theme.typeface import CAPTION, OBJECT
from ui.words import word

KEYS = (
    "number",
    "state",
    "issued",
    "room",
    "content",
    "trade",
    "technicians",
    "arrival",
    "done",
    "returned",
    "unfinished_reason",
)
MONEY_KEYS = (
    "number",
    "state",
    "issued",
    "room",
    "content",
    "charged",
    "waived",
    "received",
    "unpaid",
)
_MONEY = frozenset({FigureKey.COLLECTION, FigureKey.UNPAID})
_ON_DAYS = frozenset({FigureKey.RETURN_IN_TIME, FigureKey.FEEDBACK})


class BehindPane(QWidget):
    """``left`` says that somebody is done with it."""

    left = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._job: Job | None = None
        self.asked: Asked | None = None
        self.found: SlipsBehind | None = None
        self.back = Button(
            self.tr("Back"), Look.LINK, icon_name="arrow-left", keycap="Esc"
        )
        self.back.clicked.connect(self.left)
        self.title = Label("", OBJECT, is_strong=True)
        self.count = Label("", tone=Tone.SECOND)
        self._part_words = {
            Part.NUMERATOR: self.tr("Counted"),
            Part.DENOMINATOR: self.tr("All of them"),
            Part.MISSED: self.tr("Missed"),
        }
        self.parts = SegmentedField(list(self._part_words.items()))
        self.parts.set_name(self.tr("Which slips of the figure"))
        self.parts.edited.connect(self._turn_to_part)
        self.rule = Label("", may_wrap=True)
        self.known = Label("", CAPTION, tone=Tone.THIRD, may_wrap=True)
        self.registers = {
            register: Button("", Look.LINK, icon_name="external-link")
            for register in Register
        }
        for register, button in self.registers.items():
            button.clicked.connect(lambda _, to=register: self.open_register(to))
        self.tables = {
            False: self._make_table(KEYS),
            True: self._make_table(MONEY_KEYS),
        }
        self._lay_out()
        for name, step in (
            ("dashboard.part", self.next_part),
            ("dashboard.register", self.open_first_register),
        ):
            QShortcut(QKeySequence(BY_ID[name].keys), self).activated.connect(step)

    def _make_table(self, keys: tuple[str, ...]) -> SlipTable:
        made = SlipTable(
            self._frame,
            self.tr("Slips behind the figure"),
            keys,
            empty_text=self.tr("No slip counts here."),
            is_plain=False,
        )
        made.opened.connect(lambda slip_id: self._open(made, slip_id))
        made.filling.shown.connect(lambda: _stand_on_first(made))
        return made

    def _lay_out(self) -> None:
        head = row(self.back, self.title, self.count, None, self.parts, spacing=16)
        links = row(self.known, *self.registers.values(), spacing=12)
        links.setStretch(0, 1)
        above = column(head, self.rule, links, spacing=6, margins=(24, 12, 24, 8))
        whole = column(above, Hairline(), *self.tables.values(), spacing=0, on=self)
        for place in (2, 3):
            whole.setStretch(place, 1)

    @property
    def table(self) -> SlipTable:
        """The list in front: slips with their money, or with their work."""
        is_money = self.asked is not None and self.asked.key in _MONEY
        return self.tables[is_money]

    def show_asked(self, asked: Asked, report: StatisticsReport) -> None:
        """Ask for the slips behind a figure and show them; the list gets the keys."""
        self.asked = asked
        self.title.say(f"{asked.title}　{asked.value}".strip())
        self.count.say("")
        self.parts.setVisible(asked.has_parts)
        self.parts.set_value(asked.part)
        self.rule.say(rule_of(asked, report))
        desk = self._frame.work.desk
        by_issue = self.tr("Issued {begin} to before {end}; as known {at}.")
        by_rule = self.tr("Range {begin} to before {end}; as known {at}.")
        text = by_issue if asked.is_by_issue else by_rule
        self.known.say(
            text.format(
                begin=moment(desk, asked.span.from_at),
                end=moment(desk, asked.span.until_at),
                at=moment(desk, asked.span.at),
            )
        )
        for table in self.tables.values():
            table.setVisible(table is self.table)
        for button in self.registers.values():
            button.hide()
        self._ask()

    def _ask(self) -> None:
        if self._job is not None:
            self._job.drop()
        self._job = self._frame.work.look(
            self, load_slips_behind, self.asked, done=self._put
        )

    def _put(self, found: SlipsBehind) -> None:
        self.found = found
        self.count.say(self._counted(found))
        self.table.filling.ask(found.question())
        for register, button in self.registers.items():
            count = found.in_register[register]
            text = f"{action_text('dashboard.register')} {word(register)} {count}"
            button.set_text(text)
            button.setVisible(count > 0)

    def _counted(self, found: SlipsBehind) -> str:
        said = self.tr("%Ln slip(s)", "", len(found.ids))
        if found.asked.key in _ON_DAYS or found.asked.key is None:
            # What counts on several days, or was done twice, is counted as often.
            return self.tr("{count}, each named once").format(count=said)
        return said

    @Slot()
    def _turn_to_part(self) -> None:
        if self.asked is not None:
            self.asked = self.asked.other(self.parts.value())
            self._ask()

    @Slot()
    def next_part(self) -> None:
        """Go on to the next part of the figure, round and round."""
        if self.asked is None or not self.asked.has_parts:
            return
        parts = list(Part)
        at = (parts.index(self.asked.part) + 1) % len(parts)
        self.parts.set_value(parts[at])
        self._turn_to_part()

    @Slot()
    def open_first_register(self) -> None:
        """Show the slips in the register that has most of them."""
        if self.found is not None and self.found.ids:
            counts = self.found.in_register
            self.open_register(max(counts, key=lambda each: counts[each]))

    def open_register(self, register: Register) -> None:
        """Show the slips in a register, to sort, tick, export and print them."""
        if self.found is None:
            return
        asked = self.found.asked
        title = asked.title
        if asked.has_parts:
            title = f"{title} {self._part_words[asked.part]}"
        given = GivenSlips(title, register, self.found.ids)
        self._frame.show_page("register", given)

    def _open(self, table: SlipTable, slip_id: int) -> None:
        self._frame.show_page("slip", Neighbours(slip_id, table))

    def arrive(self) -> None:
        """The keyboard to the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _stand_on_first(table: SlipTable) -> None:
    if table.chosen_id() is None:
        table.choose_position(0)
