"""设置: units, staff, trades, reasons, policies, holidays."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QStackedWidget

from app.progress import Progress
from app.settings_change import (
    HolidayDay,
    change_settings,
    import_calendar,
    read_calendar,
    rename_centre,
)
from app.staff_directory import save_staff
from app.unit_directory import save_unit
from app.word_list import TradeRow, list_trades, save_reason, save_trade
from ui.kit.fields import TextField
from ui.kit.form_dialog import FormDialog
from ui.kit.label import Label, Tone
from ui.kit.layout import column, row
from ui.kit.row_table_model import RowTableModel
from ui.kit.row_table_view import RowTableView
from ui.kit.segmented import SegmentedField
from ui.paper_trouble import FileNotRead, problem_of
from ui.row_list import RowList
from ui.settings.policy_dialog import CentreDialog, PolicyDialog
from ui.settings.section import SECTIONS, Section, is_out_of_use, section_title
from ui.settings.staff_dialog import StaffDialog
from ui.settings.unit_dialog import UnitDialog
from ui.settings.word_dialog import ReasonDialog, TradeDialog
from ui.shell.actions import action_button
from ui.shell.dialog_run import run_dialog
from ui.shell.frame import Frame, Kind
from ui.shell.page import Page
from ui.slip.moment import Moments

TYPING_MS = 250


class SettingsPage(Page):
    """One list at a time; Enter changes a row."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.section = SegmentedField(
            [(section, section_title(section)) for section in SECTIONS]
        )
        self.section.set_name(self.tr("Which list"))
        self.section.edited.connect(self._show_section)
        self.add = action_button("settings.add")
        self.add.clicked.connect(lambda: self._open(None))
        self.edit = action_button("settings.edit")
        self.edit.clicked.connect(self._edit)
        self.centre = action_button("settings.rename_centre")
        self.centre.clicked.connect(self._rename)
        self.holidays = action_button("settings.import_calendar")
        self.holidays.clicked.connect(self._import_holidays)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._ask)
        self.words = TextField(placeholder=self.tr("Unit, owner, telephone"), width=240)
        self.words.set_name(self.tr("Words to look for"))
        self.words.edited.connect(self._typing.start)
        self._count = Label("", tone=Tone.SECOND)
        self._stack = QStackedWidget()
        self.tables: dict[str, RowTableView[Any]] = {}
        self._lists: dict[str, RowList[Any, str]] = {}
        for section in SECTIONS:
            self._make_table(section)
        bar = row(
            self.section,
            self.words,
            self._count,
            None,
            self.centre,
            self.holidays,
            self.edit,
            self.add,
            spacing=12,
            margins=(24, 12, 24, 12),
        )
        whole = column(bar, self._stack, spacing=0, on=self)
        whole.setStretch(1, 1)
        self._show_section()

    def arrive(self) -> None:
        self.table.setFocus()

    @property
    def table(self) -> RowTableView[Any]:
        """The list in front."""
        return self.tables[self.section.value().id]

    def look_at(self, thing: object) -> None:
        for section in SECTIONS:
            if section.id == thing:
                self.section.set_value(section)
                self._show_section()

    def _make_table(self, section: Section) -> None:
        model: RowTableModel[Any] = RowTableModel(section.columns(), is_out_of_use)
        table: RowTableView[Any] = RowTableView(
            model,
            section_title(section),
            empty_text=self.tr("Nothing here yet. Ins adds a row."),
        )
        model.setParent(table)
        table.opened.connect(self._edit)
        self.tables[section.id] = table
        self._stack.addWidget(table)
        filling: RowList[Any, str] = RowList(
            self.frame.work,
            table,
            model,
            section.find_ids,
            section.load_rows,
            section.tables,
        )
        filling.counted.connect(partial(self._show_count, section))
        self._lists[section.id] = filling

    @Slot()
    def _show_section(self) -> None:
        section = self.section.value()
        self._stack.setCurrentWidget(self.table)
        self.add.setVisible(section.can_add)
        self.words.setVisible(section.can_find)
        is_policy = not section.can_add
        self.centre.setVisible(is_policy)
        self.holidays.setVisible(is_policy)
        self._ask()

    @Slot()
    def _ask(self) -> None:
        section = self.section.value()
        self._lists[section.id].ask(self.words.value() if section.can_find else "")

    def _show_count(self, section: Section, count: int) -> None:
        if section is not self.section.value():
            return
        self._count.say(self.tr("%n row(s)", "", count))
        if self.table.chosen_id() is None:
            self.table.choose_position(0)

    @Slot()
    def _edit(self) -> None:
        chosen = self.table.chosen_row()
        if chosen is not None:
            self._open(chosen)

    def _open(self, chosen: Any) -> None:
        kind = self.section.value().id
        place = self.frame.place
        if kind == "staff":
            self.frame.work.look(
                self, list_trades, done=partial(self._open_staff, chosen)
            )
        elif kind == "units":
            moments = Moments(self.frame.work)
            self._run(UnitDialog(moments, chosen, place), save_unit)
        elif kind == "trades":
            self._run(TradeDialog(chosen, place), save_trade)
        elif kind == "reasons":
            self._run(ReasonDialog(chosen, place), save_reason)
        else:
            dialog = PolicyDialog(chosen.spec, chosen.value, place)
            self._run(dialog, change_settings)

    def _open_staff(self, chosen: Any, trades: list[TradeRow]) -> None:
        names = [trade.name for trade in trades]
        self._run(StaffDialog(chosen, names, self.frame.place), save_staff)

    def _run(self, dialog: FormDialog[Any], step: Callable[..., Any]) -> None:
        run_dialog(self.frame, dialog, step, self._saved)

    def _saved(self, _: object) -> None:
        self.frame.say(Kind.DONE, self.tr("Saved"))

    @Slot()
    def _rename(self) -> None:
        name = self.frame.work.desk.centre_name
        self._run(CentreDialog(name, self.frame.place), rename_centre)

    @Slot()
    def _import_holidays(self) -> None:
        self.frame.ask.open_file(
            self.frame.place,
            self.tr("Import holidays"),
            self.tr("Calendars (*.csv *.json)"),
            self._read_holidays,
        )

    def _read_holidays(self, path: Path) -> None:
        self.frame.work.draw(self, partial(_read, path), self._put_holidays)

    def _put_holidays(self, days: Sequence[HolidayDay]) -> None:
        self.frame.work.change(
            self, import_calendar, days, done=self._holidays_imported
        )

    def _holidays_imported(self, count: int) -> None:
        self.frame.say(
            Kind.DONE,
            self.tr("Holidays imported"),
            self.tr("%n day(s)", "", count),
        )


def _read(path: Path, _: Progress) -> list[HolidayDay]:
    try:
        return read_calendar(path)
    except OSError as problem:
        raise FileNotRead(path=str(path), detail=problem_of(problem)) from problem
