"""What the assistant calls its targets, and what is made where a sheet is silent."""

from collections.abc import Mapping

from models.sheet_target import Target
from models.text import QT_TRANSLATE_NOOP
from ui.language import translate

_T = QT_TRANSLATE_NOOP

_TARGETS: Mapping[Target, str] = {
    Target.SLIPS: _T("SheetTarget", "Slips"),
    Target.UNITS: _T("SheetTarget", "Units"),
    Target.STAFF: _T("SheetTarget", "Staff"),
    Target.TARIFF: _T("SheetTarget", "Tariff"),
}
_EXPLAINED: Mapping[Target, str] = {
    Target.SLIPS: _T(
        "SheetTarget", "A register or list of repairs; each row becomes a slip."
    ),
    Target.UNITS: _T(
        "SheetTarget", "A list of rooms with owners; each row is a unit or an owner."
    ),
    Target.STAFF: _T("SheetTarget", "A list of people who work here."),
    Target.TARIFF: _T(
        "SheetTarget", "A price list of services; each row is an item or a new price."
    ),
}
_MADE: Mapping[str, str] = {
    "area_kind": _T("SheetMade", "By the room or place"),
    "area": _T("SheetMade", "The building of the room"),
    "place": _T("SheetMade", "The room"),
    "reporter": _T("SheetMade", "The owner"),
    "issued_at": _T("SheetMade", "The time of the report"),
}
_MADE_OF_TARIFF: Mapping[str, str] = {
    "material_mode": _T("SheetMade", "Material extra"),
    "valid_from": _T("SheetMade", "Today"),
}
_LEFT_OUT: Mapping[str, str] = {
    "total": _T("SheetLeftOut", "sums"),
    "foot": _T("SheetLeftOut", "lines of the foot"),
    "heading": _T("SheetLeftOut", "repeated headings"),
    "section": _T("SheetLeftOut", "rows with one thing only"),
}


def target_word(target: Target) -> str:
    """What a target is called."""
    return translate("SheetTarget", _TARGETS[target])


def target_explained(target: Target) -> str:
    """What kind of sheet belongs to a target."""
    return translate("SheetTarget", _EXPLAINED[target])


def made_word(target: Target, name: str) -> str:
    """What a column is made of where the sheet is silent; empty if it cannot be."""
    made = {Target.SLIPS: _MADE, Target.TARIFF: _MADE_OF_TARIFF}.get(target, {})
    return translate("SheetMade", made[name]) if name in made else ""


def left_out_word(why: str) -> str:
    """Why rows were no records, as a group."""
    return translate("SheetLeftOut", _LEFT_OUT[why])
