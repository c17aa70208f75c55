"""What a screen reader is told: the accessible things under a widget."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.kit.field import Field

_Role = QAccessible.Role
CONTROLS = frozenset(
    {
        _Role.Button,
        _Role.CheckBox,
        _Role.RadioButton,
        _Role.ComboBox,
        _Role.EditableText,
        _Role.SpinBox,
        _Role.Table,
        _Role.List,
        _Role.Tree,
        _Role.PageTab,
        _Role.MenuItem,
        _Role.Link,
        _Role.Dialog,
    }
)
"""Roles of things that are used; each of them must be called something."""
_NO_ROLE = frozenset({_Role.NoRole, _Role.Window, _Role.Grouping, _Role.Client})
_AROUND = ("QScrollArea", "FormScroll", "Popup")
"""Frames that take the keyboard for what is in them, and are called by its name."""
_AS_THEY_ARE = ("English", "://")
"""A language is called by its own name, a database by its address."""
_MANY = 80
"""So many cells of a list are looked at; the others are like them."""
_HAN = re.compile("[\u4e00-\u9fff]")
_WORD = re.compile("[A-Za-z]{3,}")


@dataclass(frozen=True, slots=True)
class Thing:
    """One accessible thing: what it is and what it is called, in which widgets."""

    role: QAccessible.Role
    name: str
    kind: str
    is_focusable: bool
    inside: str

    @property
    def is_control(self) -> bool:
        """Whether somebody works with it."""
        return self.is_focusable or self.role in CONTROLS

    @property
    def faults(self) -> list[str]:
        """What a screen reader could not say of it."""
        if not self.is_control or self.role is _Role.Cell:
            return []
        faults = []
        if not self.name.strip():
            faults.append("has no name")
        elif not is_chinese(self.name):
            faults.append(f"has no Chinese name: {self.name}")
        if self.role in _NO_ROLE and not self.kind.endswith(_AROUND):
            faults.append(f"has no role but {self.role.name}")
        return [f"{self.inside}/{self.kind} ({self.role.name}) {f}" for f in faults]


def is_chinese(name: str) -> bool:
    """Whether a name is in the language of the window, as far as it has words."""
    if any(left in name for left in _AS_THEY_ARE):
        return True
    return not _WORD.search(name) or bool(_HAN.search(name))


def things_in(widget: QWidget) -> Iterator[Thing]:
    """Every visible thing in a window, outside first."""
    top = QAccessible.queryAccessibleInterface(widget)
    assert top is not None
    yield from _things(top, "")


def _things(interface: QAccessibleInterface, inside: str) -> Iterator[Thing]:
    state = interface.state()
    if state.invisible:
        return
    role = interface.role()
    name = interface.text(QAccessible.Text.Name)
    held = interface.object()
    kind = type(held).__name__ if held is not None else role.name
    yield Thing(role, name, kind, bool(state.focusable), inside)
    count = interface.childCount()
    if role in (_Role.Table, _Role.List, _Role.Tree):
        count = min(count, _MANY)
    for index in range(count):
        child = interface.child(index)
        if child is not None and child.isValid():
            yield from _things(child, f"{inside}/{kind}" if inside else kind)


def unseen_stops(shown: QWidget) -> list[str]:
    """Frames around fields that take the keyboard themselves: nothing shows that they
    have it, and the fields come into sight without.
    """
    return [
        f"Tab stops unseen at {area.accessibleName()!r}"
        for area in shown.findChildren(QScrollArea)
        if area.isVisible()
        and area.focusPolicy() & Qt.FocusPolicy.TabFocus
        and any(field.isVisible() for field in area.findChildren(Field))
    ]
