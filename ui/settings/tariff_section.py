"""The tariff as a list of the settings: what it asks for and shows."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.desk import Desk
from app.tariff_book import tariff_matches
from app.tariff_row import TariffRow, list_tariff
from models.money import format_money
from models.text import QT_TRANSLATE_NOOP
from ui.kit.column import Column
from ui.kit.fields import COMMA
from ui.kit.label import Tone
from ui.words import word

_T = QT_TRANSLATE_NOOP
_TITLES = {
    "code": _T("TariffColumn", "Code"),
    "category": _T("TariffColumn", "Group"),
    "item": _T("TariffColumn", "Item"),
    "uom": _T("TariffColumn", "Per"),
    "labour": _T("TariffColumn", "Labour"),
    "night": _T("TariffColumn", "Night"),
    "material": _T("TariffColumn", "Material"),
    "valid": _T("TariffColumn", "Valid"),
    "note": _T("TariffColumn", "Note"),
}
_SAMPLE = _T("TariffColumn", "Sample")
_SINCE = _T("TariffColumn", "since {day}")


def tariff_columns() -> list[Column[Any]]:
    """The columns of the list; an upper end and an end stand behind a dash."""

    def title(key: str) -> str:
        return QCoreApplication.translate("TariffColumn", _TITLES[key])

    return [
        Column("code", title("code"), lambda row: row.code, 104, is_strong=True),
        Column(
            "category", title("category"), lambda row: row.category, 104, may_cut=True
        ),
        Column("item", title("item"), lambda row: row.name, 140, may_cut=True),
        Column("uom", title("uom"), lambda row: row.uom, 64, may_cut=True),
        Column("labour", title("labour"), labour_text, 128, is_number=True),
        Column("night", title("night"), _night, 88, is_number=True),
        Column("material", title("material"), _material, 128, may_cut=True),
        Column(
            "valid", title("valid"), valid_text, 168, tone=Tone.SECOND, may_cut=True
        ),
        Column("note", title("note"), _note, 80, takes_rest=True, may_cut=True),
    ]


def load_tariff_rows(session: Any, desk: Desk, text: str) -> Sequence[TariffRow]:
    """The prices that fit what was typed; those that hold no longer come last."""
    found = tariff_matches(list_tariff(session, desk), text)
    return sorted(found, key=lambda row: not row.is_active)


def labour_text(row: TariffRow) -> str:
    """``80.00–150.00``; nothing for a thing that is only sold."""
    if row.is_material:
        return ""
    least = format_money(row.labour)
    if row.labour_most is None:
        return least
    return f"{least}–{format_money(row.labour_most)}"


def valid_text(row: TariffRow) -> str:
    """From when, or from when to its last day."""
    if row.valid_until is None:
        since = QCoreApplication.translate("TariffColumn", _SINCE)
        return since.format(day=f"{row.valid_from}")
    return f"{row.valid_from}–{row.valid_until}"


def _night(row: TariffRow) -> str:
    return "" if row.night_labour is None else format_money(row.night_labour)


def _material(row: TariffRow) -> str:
    said = word(row.material_mode)
    if row.material is None:
        return said
    return f"{said} {format_money(row.material)}"


def _note(row: TariffRow) -> str:
    sample = QCoreApplication.translate("TariffColumn", _SAMPLE)
    parts = [sample if row.is_sample else "", row.note or ""]
    return COMMA.join(part for part in parts if part)
