"""The order that brings a row of the settings back to what it was."""

from dataclasses import replace
from typing import Any

from app.staff_directory import SaveStaff, StaffRow
from app.unit_directory import SaveUnit, UnitRow
from app.word_list import ReasonRow, SaveReason, SaveTrade, TradeRow

_KEYS = {
    SaveUnit: "unit_id",
    SaveStaff: "staff_id",
    SaveTrade: "trade_id",
    SaveReason: "reason_id",
}


def order_of(row: Any, *, is_active: bool | None = None) -> Any:
    """A row as the order that saves it as it is, or closed or opened again.

    It carries no version: whoever takes a thing back means the row as it is now.
    """
    active = row.is_active if is_active is None else is_active
    match row:
        case UnitRow():
            return SaveUnit(
                row.label,
                row.area or "",
                row.owners,
                row.warranty_until_on,
                row.note or "",
                active,
                row.id,
            )
        case StaffRow():
            return SaveStaff(
                row.name,
                row.department,
                row.posts,
                row.trades,
                row.badge_no or "",
                row.phone or "",
                active,
                row.id,
            )
        case TradeRow():
            return SaveTrade(row.name, row.words, active, row.id)
        case ReasonRow():
            return SaveReason(row.kind, row.text, active, row.id)
    raise TypeError(type(row).__name__)


def closed_again(order: Any, key: int) -> Any:
    """A thing that was just added, taken out of use."""
    return replace(order, is_active=False, **{_KEYS[type(order)]: key})
