"""One line of the mapping: what a heading is read as, or what a silent sheet says."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.sheet_guess import heading_name
from app.sheet_shape import SheetColumn
from models.data_book import CellKind, Heading
from ui.kit.field import Field
from ui.kit.fields import ChoiceField, TextField
from ui.kit.label import ElidedLabel, Picture, Tone
from ui.kit.layout import row

NAME_WIDTH = 148
FIELD_WIDTH = 216


def fix_width(label: ElidedLabel) -> None:
    """Headings stand in a column of their own; long ones end with …."""
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    label.setFixedWidth(NAME_WIDTH)


class ColumnRow(QWidget):
    """A heading of the sheet, what stands below it, and what it is read as."""

    edited = Signal()

    def __init__(
        self,
        column: SheetColumn,
        options: Sequence[tuple[str, str]],
        name: str | None,
    ) -> None:
        super().__init__()
        self.key = column.key
        self.title = heading_name(column)
        heading = ElidedLabel(self.title, is_strong=True)
        fix_width(heading)
        samples = "，".join(" ".join(each.split()) for each in column.samples) or "—"
        self.field = ChoiceField(options, empty=self.tr("Not read"), width=FIELD_WIDTH)
        self.field.set_name(self.tr("{name} is read as").format(name=self.title))
        self.field.set_value(name)
        self.field.edited.connect(self._after_edit)
        self._arrow = Picture("arrow-right", 16, Tone.ACCENT)
        line = row(
            heading,
            ElidedLabel(samples, tone=Tone.SECOND),
            self._arrow,
            self.field,
            spacing=12,
            margins=(0, 3, 0, 3),
            on=self,
        )
        line.setStretch(1, 1)
        self._after_edit(tell=False)

    def _after_edit(self, *, tell: bool = True) -> None:
        self._arrow.setVisible(self.field.value() is not None)
        if tell:
            self.edited.emit()


class UnsaidRow(QWidget):
    """A column of the data book that the sheet does not have: made, or one value."""

    edited = Signal()

    def __init__(self, heading: Heading, made: str, value: str) -> None:
        super().__init__()
        self.name = heading.name
        title = ElidedLabel(heading.title, is_strong=True)
        fix_width(title)
        how = made or self.tr("The same for every row")
        self.field: Field
        if heading.kind is CellKind.CHOICE:
            self.field = ChoiceField(
                [(choice, choice) for choice in heading.choices],
                empty=self.tr("As made") if made else self.tr("Choose one"),
                width=FIELD_WIDTH,
            )
            self.field.set_value(value or None)
        else:
            self.field = TextField(
                placeholder=self.tr("As made") if made else "", width=FIELD_WIDTH
            )
            self.field.set_value(value)
        self.field.set_name(self.tr("{name} for every row").format(name=heading.title))
        self.field.edited.connect(self.edited.emit)
        line = row(
            title,
            ElidedLabel(how, tone=Tone.SECOND),
            self.field,
            spacing=12,
            margins=(0, 3, 0, 3),
            on=self,
        )
        line.setStretch(1, 1)

    def value(self) -> str:
        """The text for every row; empty if it is made or not said."""
        return str(self.field.value() or "")
