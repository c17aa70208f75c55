"""Labelled fields one under the other, read together and refused one by one."""

from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.kit.field import Field, NotReadable
from ui.kit.fields import TextField
from ui.kit.label import Label, Tone
from ui.kit.layout import row

LABEL_WIDTH = 72
LINE_HEIGHT = 36

CODES = frozenset(
    {"unit", "label", "phone", "stock_no", "badge_no", "number", "first", "last"}
)
"""Facts that are written in digits and signs whatever keyboard they are typed on."""

SomeField = TypeVar("SomeField", bound=Field)


class Form(QWidget):
    """The fields of one order, by the names of the order's attributes."""

    edited = Signal(str)
    """The name of the field that the person changed."""

    def __init__(self, *, gap: int = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, Field] = {}
        self._rows: dict[str, tuple[QLabel, QWidget]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(gap)
        self._grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)

    def add(self, name: str, label: str, field: SomeField) -> SomeField:
        """One field in a row of its own, as wide as it likes to be."""
        self.name_field(name, label, field)
        self.add_row(label, field, key=name)
        return field

    def name_field(self, name: str, label: str, field: SomeField) -> SomeField:
        """Make a field known that stands in a row with others."""
        field.setObjectName(name)
        if name in CODES and isinstance(field, TextField):
            field.line.become_code()
        field.set_name(label.replace("&", ""))
        field.edited.connect(lambda: self.edited.emit(name))
        self._fields[name] = field
        return field

    def add_row(self, label: str, *items: QWidget | None, key: str = "") -> None:
        """A labelled row of fields and words; None takes up what room is left."""
        at = self._grid.rowCount()
        caption = Label(label, tone=Tone.SECOND)
        caption.setText(caption.text().replace("&", ""))
        caption.setMinimumHeight(LINE_HEIGHT)
        for item in items:
            if isinstance(item, Field):
                caption.setBuddy(item)
                break
        holder: QWidget
        if len(items) == 1 and items[0] is not None:
            holder = items[0]
        else:
            holder = QWidget()
            line = row(*items, spacing=8, on=holder)
            for index, item in enumerate(items):
                if item is None:
                    continue
                if isinstance(item, QLabel):
                    item.setMinimumHeight(LINE_HEIGHT)
                line.setAlignment(item, Qt.AlignmentFlag.AlignTop)
                if isinstance(item, Field) and item.is_wide:
                    line.setStretch(index, 1)
        self._grid.addWidget(caption, at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(holder, at, 1)
        if key:
            self._rows[key] = (caption, holder)

    def show_row(self, key: str, is_shown: bool) -> None:
        """Show or hide the row that was added under ``key``."""
        for part in self._rows[key]:
            part.setVisible(is_shown)

    def field(self, name: str) -> Field:
        """The field of an attribute."""
        return self._fields[name]

    def focus_first(self) -> bool:
        """Put the keyboard into the first field that can be typed into, if any."""
        for field in self._fields.values():
            if not field.isHidden() and field.isEnabled():
                field.setFocus()
                return True
        return False

    def fields(self) -> dict[str, Field]:
        """All fields by name."""
        return dict(self._fields)

    def values(self) -> dict[str, Any] | None:
        """The values by name; None when one cannot be read: it then says so."""
        found: dict[str, Any] = {}
        first_wrong: Field | None = None
        for name, field in self._fields.items():
            try:
                found[name] = field.value()
            except NotReadable as problem:
                field.set_problem(str(problem))
                first_wrong = first_wrong or field
        if first_wrong is not None:
            first_wrong.setFocus()
            return None
        return found

    def show_problem(self, name: str, text: str) -> bool:
        """Show a problem under the field ``name``; False when there is none."""
        field = self._fields.get(name)
        if field is None or field.isHidden():
            return False
        field.set_problem(text)
        field.setFocus()
        return True

    def forget_problems(self) -> None:
        """Take away every problem."""
        for field in self._fields.values():
            field.set_problem(None)

    def typed(self) -> dict[str, Any]:
        """What stands in the fields as it stands; JSON can hold it."""
        return {name: field.typed() for name, field in self._fields.items()}

    def set_typed(self, typed: dict[str, Any]) -> None:
        """Put back what ``typed`` gave; names that no longer exist are left out."""
        for name, value in typed.items():
            if name in self._fields:
                self._fields[name].set_typed(value)

    def clear(self) -> None:
        """Every field as it was before anybody typed."""
        for field in self._fields.values():
            field.clear()
