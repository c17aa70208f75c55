"""设置: units, staff, short lists, copies, policies, holidays, this computer."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.calendar_list import days_of_years
from app.progress import Progress
from app.settings_change import HolidayDay, import_calendar, read_calendar
from app.staff_directory import save_staff
from app.unit_directory import save_unit
from app.word_list import TradeRow, list_trades, save_reason, save_trade
from models.staff import Permission
from ui.kit.button import Button, Look
from ui.kit.form_dialog import FormDialog
from ui.kit.label import Label, Tone
from ui.kit.layout import column, pane, row
from ui.kit.row_table_model import RowTableModel
from ui.kit.row_table_view import RowTableView
from ui.kit.search_field import SearchField
from ui.paper_trouble import FileNotRead, problem_of
from ui.row_list import RowList
from ui.settings.computer_panel import ComputerPanel
from ui.settings.policy_panel import PolicyPanel
from ui.settings.scheme_panel import SchemePanel
from ui.settings.section import (
    SECTIONS,
    Section,
    asked_for,
    is_out_of_use,
    section_title,
)
from ui.settings.section_nav import NavRow, SectionNav
from ui.settings.staff_dialog import StaffDialog
from ui.settings.taken_back import closed_again, order_of
from ui.settings.tariff_tools import TariffTools
from ui.settings.unit_dialog import UnitDialog
from ui.settings.word_dialog import ReasonDialog, TradeDialog
from ui.shell.actions import BY_ID as ACTIONS_BY_ID
from ui.shell.actions import action_button, action_text
from ui.shell.dialog_run import run_dialog
from ui.shell.frame import Frame, Kind, Offer
from ui.shell.page import Page
from ui.slip.moment import Moments
from ui.theme.typeface import CARD

TYPING_MS = 250
NAV_WIDTH = 184
HEADING_WIDTH = 128
"""The search begins at the same place in every section of usual length."""
FIELD_HEIGHT = 36
_SAVES: dict[str, Callable[..., int]] = {
    "units": save_unit,
    "staff": save_staff,
    "trades": save_trade,
    "reasons": save_reason,
}
_BY_ID = {section.id: section for section in SECTIONS}
POLICIES, COPIES, COMPUTER = "policies", "copies", "computer"
TARIFF = "tariff"


class SettingsPage(Page):
    """Sections at the left, one of them at the right; Enter changes a row."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.section_id = SECTIONS[0].id
        self.nav = SectionNav(self._nav_rows())
        self.nav.wanted.connect(self.look_at)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._ask)
        self.title = Label("", CARD, is_strong=True)
        self._count = Label("", tone=Tone.SECOND)
        self.words = SearchField("Ctrl+F", "")
        self.words.setMaximumWidth(440)
        self.words.set_name(self.tr("Words to look for"))
        self.words.edited.connect(self._typing.start)
        self.words.left.connect(self._go_to_found)
        self.sheet = action_button("sheet.open", Look.LINK)
        self.sheet.clicked.connect(self._open_sheet)
        self.holidays = action_button("settings.import_calendar")
        self.holidays.clicked.connect(self._import_holidays)
        self.close_row = action_button("settings.close", Look.QUIET)
        self.close_row.clicked.connect(self._close_or_open)
        self.edit = Button(
            action_text("settings.edit"),
            Look.QUIET,
            icon_name=ACTIONS_BY_ID["settings.edit"].icon_name,
            keycap="Enter",
        )
        self.edit.clicked.connect(self._edit)
        self.add = action_button("settings.add")
        self.add.clicked.connect(self._add)
        self.export = action_button("settings.export", Look.LINK)
        self.export.clicked.connect(self._export)
        self.print = action_button("settings.print", Look.LINK)
        self.print.clicked.connect(self._print)
        self._tariff = TariffTools(frame, self)
        self._stack = QStackedWidget()
        self._panels: dict[str, QWidget] = {}
        self._tables: dict[str, RowTableView[Any]] = {}
        self._lists: dict[str, RowList[Any, str]] = {}
        heading = QWidget()
        heading.setMinimumSize(HEADING_WIDTH, FIELD_HEIGHT)
        row(self.title, self._count, None, spacing=12, on=heading)
        self._bar = row(
            heading,
            self.words,
            None,
            self.sheet,
            self.holidays,
            self.add,
            spacing=12,
            margins=(24, 12, 24, 12),
        )
        self._bar.setStretch(self._bar.indexOf(self.words), 1000)
        self._foot = pane("sunken")
        row(
            self.edit,
            self.close_row,
            None,
            self.export,
            self.print,
            spacing=8,
            margins=(16, 6, 24, 6),
            on=self._foot,
        )
        right = QWidget()
        side = pane("sunken")
        row(side, right, spacing=0, on=self).setStretch(1, 1)
        side.setFixedWidth(max(NAV_WIDTH, self.nav.sizeHint().width()))
        column(self.nav, spacing=0, on=side)
        column(self._bar, self._stack, self._foot, spacing=0, on=right).setStretch(1, 1)
        self.frame.work.desk_changed.connect(self._show_own)
        self._show_own()
        self.look_at(self.section_id)

    @Slot()
    def _show_own(self) -> None:
        """Only what whoever acts may change stands at the left."""
        desk = self.frame.work.desk
        if desk.may(Permission.CHANGE_SETTINGS):
            own = [row.id for row in self._nav_rows()]
        else:
            own = [TARIFF, COMPUTER]
        if not desk.may(Permission.CHANGE_TARIFF) and TARIFF in own:
            own.remove(TARIFF)
        self.nav.show_only(own)
        if self.section_id not in own:
            self.section_id = own[0]
            self.look_at(own[0])

    def _nav_rows(self) -> list[NavRow]:
        titles = {section.id: section_title(section) for section in SECTIONS}
        return [
            NavRow("units", titles["units"], "building-2", self.tr("Directories")),
            NavRow("staff", titles["staff"], "users"),
            NavRow("trades", titles["trades"], "hammer", self.tr("Short lists")),
            NavRow("reasons", titles["reasons"], "message-square-text"),
            NavRow(COPIES, self.tr("Copies"), "layers", self.tr("Rules")),
            NavRow(TARIFF, titles[TARIFF], "receipt"),
            NavRow(POLICIES, self.tr("Policies"), "sliders-horizontal"),
            NavRow("holidays", titles["holidays"], "calendar-days"),
            NavRow(
                COMPUTER, self.tr("This computer"), "monitor", self.tr("This window")
            ),
        ]

    def arrive(self) -> None:
        panel = self._panel()
        if isinstance(panel, RowTableView):
            panel.setFocus()
        elif isinstance(panel, ComputerPanel):
            panel.show_values()
            panel.focus_first()
        elif isinstance(panel, PolicyPanel | SchemePanel):
            panel.focus_first()

    @property
    def table(self) -> RowTableView[Any]:
        """The list in front."""
        if self.section_id not in self._tables:
            self._make_table(_BY_ID[self.section_id])
        return self._tables[self.section_id]

    @property
    def policies(self) -> PolicyPanel:
        """The page of policies."""
        panel = self._made(POLICIES)
        assert isinstance(panel, PolicyPanel)
        return panel

    @property
    def schemes(self) -> SchemePanel:
        """The copy schemes."""
        panel = self._made(COPIES)
        assert isinstance(panel, SchemePanel)
        return panel

    @property
    def computer(self) -> ComputerPanel:
        """The choices of this computer."""
        panel = self._made(COMPUTER)
        assert isinstance(panel, ComputerPanel)
        return panel

    def look_at(self, thing: object) -> None:
        """``thing`` is the id of a section."""
        known = {*_BY_ID, POLICIES, COPIES, COMPUTER}
        if thing not in known:
            return
        self.section_id = str(thing)
        self.nav.mark(self.section_id)
        self.title.say(self.nav.item(self.section_id).text())
        section = _BY_ID.get(self.section_id)
        self._stack.setCurrentWidget(self._panel())
        can_add = section.can_add if section else self.section_id == COPIES
        is_table = section is not None and section.can_add
        self.add.setVisible(can_add)
        self._foot.setVisible(is_table)
        self.sheet.setVisible(section is not None and section.target is not None)
        self.holidays.setVisible(self.section_id == "holidays")
        for tool in (self.export, self.print):
            tool.setVisible(self.section_id == TARIFF)
        if POLICIES in self._panels:
            self.policies.only_changed.setVisible(self.section_id == POLICIES)
        self.words.setVisible(section is not None or self.section_id == POLICIES)
        asked = asked_for(section) if section else self.tr("What a policy is about")
        self.words.ask_for(asked)
        self.words.set_value("")
        self._count.say("")
        self._ask()

    def _panel(self) -> QWidget:
        if self.section_id in _BY_ID:
            return self.table
        return self._made(self.section_id)

    def _made(self, panel_id: str) -> QWidget:
        """A panel, made when it is first entered."""
        if panel_id not in self._panels:
            panel: QWidget
            if panel_id == POLICIES:
                panel = PolicyPanel(self.frame)
                place = self._bar.indexOf(self.words) + 1
                self._bar.insertWidget(place, panel.only_changed)
            elif panel_id == COPIES:
                panel = SchemePanel(self.frame)
            else:
                panel = ComputerPanel(self.frame)
            self._panels[panel_id] = panel
            self._stack.addWidget(panel)
        return self._panels[panel_id]

    def _make_table(self, section: Section) -> None:
        """A list, made when it is first entered."""
        model: RowTableModel[Any] = RowTableModel(section.columns(), is_out_of_use)
        table: RowTableView[Any] = RowTableView(
            model,
            section_title(section),
            empty_text=self.tr("Nothing here. Ins adds a row."),
        )
        model.setParent(table)
        table.opened.connect(self._edit)
        table.chosen.connect(self._show_chosen)
        # What a row says comes later than which row is chosen.
        model.dataChanged.connect(lambda *_: self._show_chosen(None))
        self._tables[section.id] = table
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
    def _go_to_found(self) -> None:
        if self._typing.isActive():
            self._typing.stop()
            self._ask()
        self.arrive()

    @Slot()
    def _ask(self) -> None:
        if self.section_id in self._lists:
            self._lists[self.section_id].ask(self.words.value())
        elif self.section_id == POLICIES:
            self.policies.look_for(self.words.value())

    def _show_count(self, section: Section, count: int) -> None:
        if section.id != self.section_id:
            return
        self._count.say(self.tr("%n row(s)", "", count))
        if self.table.chosen_id() is None:
            self.table.choose_position(0)

    def _show_chosen(self, _: object) -> None:
        has_row = self.section_id in _BY_ID and self.table.chosen_id() is not None
        self.edit.setEnabled(has_row)
        self.close_row.setEnabled(has_row)
        chosen = self.table.chosen_row() if has_row else None
        is_active = chosen is None or chosen.is_active
        self.close_row.set_text(
            self.tr("Take out of use") if is_active else self.tr("Use again")
        )

    # rows

    def _add(self) -> None:
        if self.section_id == COPIES:
            self.schemes.add()
        else:
            self._open(None)

    @Slot()
    def _edit(self) -> None:
        if self.section_id not in (*_SAVES, TARIFF):
            return
        chosen = self.table.chosen_row()
        if chosen is not None:
            self._open(chosen)

    def _open(self, chosen: Any) -> None:
        place = self.frame.place
        if self.section_id == "staff":
            self.frame.work.look(
                self, list_trades, done=partial(self._open_staff, chosen)
            )
        elif self.section_id == "units":
            moments = Moments(self.frame.work)
            self._run(UnitDialog(moments, chosen, place), chosen)
        elif self.section_id == "trades":
            self._run(TradeDialog(chosen, place), chosen)
        elif self.section_id == TARIFF:
            self._tariff.open(chosen)
        else:
            self._run(ReasonDialog(chosen, place), chosen)

    def _open_staff(self, chosen: Any, trades: list[TradeRow]) -> None:
        names = [trade.name for trade in trades]
        self._run(StaffDialog(chosen, names, self.frame.place), chosen)

    def _run(self, dialog: FormDialog[Any], chosen: Any) -> None:
        section = self.section_id
        sent: list[Any] = []
        dialog.submitted.connect(sent.append)

        def done(key: int) -> None:
            back = order_of(chosen) if chosen else closed_again(sent[-1], key)
            self._offer_undo(section, self.tr("Saved"), back)

        run_dialog(self.frame, dialog, _SAVES[section], done)

    @Slot()
    def _close_or_open(self) -> None:
        if self.section_id not in (*_SAVES, TARIFF):
            return
        chosen = self.table.chosen_row()
        if chosen is None:
            return
        if self.section_id == TARIFF:
            self._tariff.end_or_reopen(chosen)
            return
        section = self.section_id
        head = (
            self.tr("Taken out of use") if chosen.is_active else self.tr("In use again")
        )
        self.frame.work.change(
            self,
            _SAVES[section],
            order_of(chosen, is_active=not chosen.is_active),
            done=lambda _: self._offer_undo(section, head, order_of(chosen)),
        )

    def _offer_undo(self, section: str, head: str, back: Any) -> None:
        undo = Offer(
            self.tr("Undo"), partial(self._take_back, section, back), icon_name="undo-2"
        )
        self.frame.say(Kind.DONE, head, _name_of(back), [undo])

    def _take_back(self, section: str, back: Any) -> None:
        self.frame.work.change(
            self,
            _SAVES[section],
            back,
            done=lambda _: self.frame.say(
                Kind.DONE, self.tr("Taken back"), _name_of(back)
            ),
        )

    # sheets, papers and holidays

    @Slot()
    def _export(self) -> None:
        if self.section_id == TARIFF:
            self._tariff.export()

    @Slot()
    def _print(self) -> None:
        if self.section_id == TARIFF:
            self._tariff.show_list()

    @Slot()
    def _open_sheet(self) -> None:
        section = _BY_ID.get(self.section_id)
        if section is not None and section.target is not None:
            self.frame.show_page("sheet", section.target)

    @Slot()
    def _import_holidays(self) -> None:
        self.frame.ask.open_file(
            self.frame.place,
            self.tr("Import holidays"),
            self.tr("Calendars (*.csv *.json)"),
            self._read_holidays,
        )

    def _read_holidays(self, path: Path) -> None:
        self.frame.work.draw(self, partial(_read, path), self._keep_before)

    def _keep_before(self, days: Sequence[HolidayDay]) -> None:
        years = {day.day_on.year for day in days}
        self.frame.work.look(
            self, days_of_years, years, done=partial(self._put_holidays, days)
        )

    def _put_holidays(
        self, days: Sequence[HolidayDay], before: Sequence[HolidayDay]
    ) -> None:
        def done(count: int) -> None:
            offers = []
            if before:
                undo = partial(self._put_holidays, before, [])
                offers.append(Offer(self.tr("Undo"), undo, icon_name="undo-2"))
            text = self.tr("%n day(s)", "", count)
            self.frame.say(Kind.DONE, self.tr("Holidays imported"), text, offers)

        self.frame.work.change(self, import_calendar, days, done=done)


def _name_of(order: Any) -> str:
    for name in ("label", "name", "text"):
        if hasattr(order, name):
            return str(getattr(order, name))
    return ""


def _read(path: Path, _: Progress) -> list[HolidayDay]:
    try:
        return read_calendar(path)
    except OSError as problem:
        raise FileNotRead(path=str(path), detail=problem_of(problem)) from problem
