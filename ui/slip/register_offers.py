"""What opens under the buttons over a register: its columns, and any days of issue."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QWidget

from app.slip_list import Register
from models.text import QT_TRANSLATE_NOOP
from ui.slip.register_bar import SpanChip
from ui.slip.register_columns import PAPERS
from ui.slip.slip_table import RegisterTable

_GAP = 4
_AS_ON_PAPER = QT_TRANSLATE_NOOP("RegisterOffers", "As on paper")
_USUAL = QT_TRANSLATE_NOOP("RegisterOffers", "The usual columns")


def offer_columns(
    table: RegisterTable,
    register: Register,
    button: QWidget,
    changed: Callable[[], object],
) -> None:
    """A menu of the columns under ``button``; ``changed`` hears of every choice."""

    def usual() -> None:
        table.show_usual_columns()
        changed()

    def as_on_paper() -> None:
        table.show_columns(PAPERS[register])
        changed()

    say = QCoreApplication.translate
    presets = [
        (say("RegisterOffers", _AS_ON_PAPER), as_on_paper),
        (say("RegisterOffers", _USUAL), usual),
    ]
    menu = table.columns_menu(presets)
    menu.aboutToHide.connect(changed)
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + _GAP)))


def days_text(table: RegisterTable) -> str:
    """Which days of issue the heading asks for; empty: none of its own."""
    if "issued" not in table.question.filters:
        return ""
    return table.filter_text(_issued(table))


def offer_days(table: RegisterTable, chip: SpanChip) -> None:
    """Any days of issue, from a box under their chip."""
    chip.show_days(days_text(table))
    below = chip.mapToGlobal(QPoint(0, chip.height() + _GAP))
    table.filters.open_days(_issued(table), below)


def _issued(table: RegisterTable) -> int:
    keys = [each.key for each in table.model_of_rows.columns()]
    return keys.index("issued")
