"""One unit of the directory: its room, its owners, whether it is in use."""

from PySide6.QtWidgets import QWidget

from app.unit_directory import Owner, SaveUnit, UnitRow
from ui.kit.fields import CheckField, DayField, LongTextField, TextField
from ui.kit.form_dialog import FormDialog
from ui.slip.moment import Moments
from ui.words import field_word


class UnitDialog(FormDialog[SaveUnit]):
    """Add a unit or change one; slips keep what they were issued with."""

    def __init__(
        self, moments: Moments, unit: UnitRow | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._unit = unit
        title = self.tr("Unit {label}") if unit else self.tr("New unit")
        self.name(title.format(label=unit.label if unit else ""), self.tr("Save"))
        self.label = self.add("label", field_word("label"), TextField(width=180))
        self.area = self.add("area", field_word("area"), TextField(width=180))
        self.owners = self.add(
            "owner_name", self.tr("Owners"), LongTextField(height=82)
        )
        self.owners.text.setPlaceholderText(
            self.tr("One owner a line: name, then telephone. Shift+Enter: next line")
        )
        self.warranty = self.add(
            "warranty_until_on",
            self.tr("Warranty until"),
            DayField(lambda: moments.now().date()),
        )
        self.note = self.add("note", self.tr("Note"), TextField())
        self.is_active = self.add(
            "is_active", self.tr("In use"), CheckField(self.tr("Offered at intake"))
        )
        self.is_active.set_value(True)
        if unit is not None:
            self.label.set_value(unit.label)
            self.area.set_value(unit.area)
            self.owners.set_value(
                "\n".join(f"{o.name} {o.phone or ''}".strip() for o in unit.owners)
            )
            self.warranty.set_value(unit.warranty_until_on)
            self.note.set_value(unit.note)
            self.is_active.set_value(unit.is_active)

    def order(self) -> SaveUnit:
        return SaveUnit(
            label=self.label.value(),
            area=self.area.value(),
            owners=read_owners(self.owners.value()),
            warranty_until_on=self.warranty.value(),
            note=self.note.value(),
            is_active=self.is_active.value(),
            unit_id=self._unit.id if self._unit else None,
            version=self._unit.version if self._unit else None,
        )


def read_owners(text: str) -> tuple[Owner, ...]:
    """Owners as typed, one a line: the last word is the telephone if it has digits."""
    owners = []
    for line in text.splitlines():
        words = line.split()
        if not words:
            continue
        has_phone = len(words) > 1 and any(sign.isdigit() for sign in words[-1])
        phone = words.pop() if has_phone else None
        owners.append(Owner(" ".join(words), phone))
    return tuple(owners)
