"""Rows and columns of widgets in one expression."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

Item = QWidget | QLayout | int | None
"""A widget, a layout, a gap in px, or None for what stretches."""

Margins = int | tuple[int, int, int, int]
"""One for all sides, or left, top, right, bottom; in px."""


def row(
    *items: Item,
    spacing: int = 8,
    margins: Margins = 0,
    on: QWidget | None = None,
) -> QHBoxLayout:
    """Items side by side; ``on`` takes the layout as its own."""
    box = QHBoxLayout(on) if on is not None else QHBoxLayout()
    _fill(box, items, spacing, margins)
    return box


def column(
    *items: Item,
    spacing: int = 8,
    margins: Margins = 0,
    on: QWidget | None = None,
) -> QVBoxLayout:
    """Items one under the other; ``on`` takes the layout as its own."""
    box = QVBoxLayout(on) if on is not None else QVBoxLayout()
    _fill(box, items, spacing, margins)
    return box


def pane(kind: str, parent: QWidget | None = None) -> QWidget:
    """A ground of one of the palette's colours: ``surface``, ``sunken``, ``frame``."""
    widget = QWidget(parent)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    widget.setProperty("pane", kind)
    return widget


def _fill(
    box: QBoxLayout, items: tuple[Item, ...], spacing: int, margins: Margins
) -> None:
    sides = (margins,) * 4 if isinstance(margins, int) else margins
    box.setContentsMargins(*sides)
    box.setSpacing(spacing)
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, int):
            box.addSpacing(item)
        elif isinstance(item, QLayout):
            box.addLayout(item)
        else:
            box.addWidget(item)
