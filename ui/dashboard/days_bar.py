"""What stands over the dashboard: which range, and in words what is counted by what."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.desk import Desk
from models.data_book import FIRST_YEAR, LAST_YEAR
from models.statistics import Span
from ui.dashboard.chosen import ChosenDays, Days, Reach
from ui.kit.button import Look
from ui.kit.field import NotReadable
from ui.kit.fields import DayField
from ui.kit.icon_button import IconButton
from ui.kit.label import Label, Tone
from ui.kit.layout import column, row
from ui.shell.actions import BY_ID, action_button, action_text
from ui.shell.frame import Frame
from ui.slip.field_flow import flow, together
from ui.slip.register_bar import SpanChip
from ui.theme.typeface import CAPTION, CARD

_DAY = timedelta(days=1)


class DaysBar(QWidget):
    """Chips for the ranges with a name, two fields for any days, arrows beside; under
    them the ``strip`` of the tabs and what is counted.
    """

    def __init__(self, frame: Frame, chosen: ChosenDays, strip: QWidget) -> None:
        super().__init__()
        self._frame = frame
        self._chosen = chosen
        self._shown = ""
        words = (
            (Reach.WEEK, self.tr("This week")),
            (Reach.MONTH, self.tr("This month")),
            (Reach.PERIOD, self.tr("This period")),
            (Reach.YEAR, self.tr("This year")),
        )
        self._group = QButtonGroup(self)
        self.chips: dict[Reach, SpanChip] = {}
        for reach, text in words:
            chip = SpanChip(text, reach)
            chip.setAccessibleDescription(self.tr("Range"))
            chip.clicked.connect(lambda _, to=reach: chosen.choose_present(to))
            self.chips[reach] = chip
            self._group.addButton(chip)
        self.before = _arrow("dashboard.before", "arrow-left")
        self.before.clicked.connect(lambda: chosen.step(-1))
        self.after = _arrow("dashboard.after", "arrow-right")
        self.after.clicked.connect(lambda: chosen.step(1))
        self.first = self._day_field(self.tr("First day"))
        self.last = self._day_field(self.tr("Last day"))
        self._to = Label(self.tr("to"), tone=Tone.SECOND)
        self._to.setMinimumHeight(36)
        self.print = action_button("dashboard.print", Look.LINK)
        self.name = Label("", CARD, is_strong=True)
        self.words = Label("", CAPTION, tone=Tone.SECOND, may_wrap=True)
        days = together(self.before, self.first, self._to, self.last, self.after)
        choices = flow(*self.chips.values(), days, gap=6)
        first = row(choices, self.print, spacing=8)
        first.setStretch(0, 1)
        first.setAlignment(self.print, Qt.AlignmentFlag.AlignTop)
        self.print.setMinimumHeight(36)
        second = row(strip, 12, self.name, self.words, spacing=12)
        second.setStretch(3, 1)
        second.setAlignment(strip, Qt.AlignmentFlag.AlignBottom)
        column(first, second, spacing=4, on=self)
        chosen.changed.connect(self.show_days)
        self.show_days()

    def _day_field(self, name: str) -> DayField:
        field = DayField(lambda: self._frame.work.desk.today(), width=116)
        field.set_name(name)
        field.line.returnPressed.connect(self.take_typed)
        field.edited.connect(self._group_off)
        return field

    @Slot()
    def show_days(self) -> None:
        """Show the chosen range in chips and fields."""
        days = self._chosen.days
        self._group.setExclusive(False)
        for reach, chip in self.chips.items():
            chip.setChecked(self._chosen.is_present and reach is days.reach)
        self._group.setExclusive(True)
        self.first.set_value(days.from_on)
        self.last.set_value(days.until_on - _DAY)
        for field in (self.first, self.last):
            field.set_problem(None)
        self.before.setEnabled(self._chosen.can_step(-1))
        self.after.setEnabled(self._chosen.can_step(1))
        name = days_name(self._frame.work.desk, days)
        self.name.say(name)
        if name != self._shown:
            # Until they are counted the figures are still those of another range.
            text = self.tr("Counting… What stands below is of {range}.")
            still = text.format(range=self._shown)
            self.words.say(still if self._shown else self.tr("Counting…"))

    def show_known(self, span: Span, before: Span) -> None:
        """Say what the shown figures are counted by and known when, and beside what."""
        desk = self._frame.work.desk
        self._shown = self.name.text()
        basis = self.tr("By the time of issue, {begin} to before {end}; as known {at}.")
        beside = self.tr("Beside: {begin} to before {end}; as known {at}.")
        said = [
            text.format(
                begin=moment(desk, of.from_at),
                end=moment(desk, of.until_at),
                at=moment(desk, of.at),
            )
            for text, of in ((basis, span), (beside, before))
        ]
        self.words.say(" ".join(said))

    @Slot()
    def take_typed(self) -> None:
        """Look at the days that were typed, the last of them included."""
        found: list[date] = []
        for field in (self.first, self.last):
            try:
                day = field.value()
            except NotReadable as problem:
                field.set_problem(str(problem))
                field.line.setFocus()
                return
            if day is None:
                field.set_problem(self.tr("Type a day."))
                field.line.setFocus()
                return
            found.append(day)
        first, last = found
        if last < first:
            self.last.set_problem(self.tr("Not before the first day."))
            self.last.line.setFocus()
            return
        if not (first.year >= FIRST_YEAR and last.year <= LAST_YEAR):
            text = self.tr("Only days from {first} to {last} can be counted.")
            wrong = self.first if first.year < FIRST_YEAR else self.last
            wrong.set_problem(text.format(first=FIRST_YEAR, last=LAST_YEAR))
            wrong.line.setFocus()
            return
        self._chosen.choose(Days(Reach.ANY, first, last + _DAY))
        self.show_days()

    @Slot()
    def _group_off(self) -> None:
        # What is being typed is none of the ranges with a name.
        self._group.setExclusive(False)
        for chip in self.chips.values():
            chip.setChecked(False)
        self._group.setExclusive(True)


def moment(desk: Desk, at: datetime) -> str:
    """``11-20 16:07`` at the site, with its year where that is another one."""
    local = desk.local(at)
    is_this_year = local.year == desk.today().year
    return local.strftime("%m-%d %H:%M" if is_this_year else "%Y-%m-%d %H:%M")


def days_name(desk: Desk, days: Days) -> str:
    """What a range is called: ``2026-11``, ``2026-W47``, its year, its days."""
    match days.reach:
        case Reach.WEEK:
            year, week, _ = days.from_on.isocalendar()
            return f"{year}-W{week:02}"
        case Reach.MONTH:
            return f"{days.from_on:%Y-%m}"
        case Reach.PERIOD:
            return f"{days.until_on:%Y-%m} (21–20)"
        case Reach.YEAR:
            return f"{days.from_on.year}"
        case Reach.ANY:
            last = days.until_on - _DAY
            if last == days.from_on:
                return days.from_on.isoformat()
            return f"{days.from_on.isoformat()} – {last.isoformat()}"


def _arrow(action_id: str, icon_name: str) -> IconButton:
    return IconButton(action_text(action_id), icon_name, keys=BY_ID[action_id].keys)
