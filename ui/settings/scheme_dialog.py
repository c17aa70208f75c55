"""One copy scheme: its name, and for each copy its number, holder and colour."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from app.word_list import SchemeCopy, SchemeRow
from models.copy_scheme import CopyRole
from ui.kit.button import Button, Look
from ui.kit.copy_labels import COLOUR_WORDS
from ui.kit.field import Field
from ui.kit.fields import ChoiceField, TextField
from ui.kit.form_dialog import FormDialog
from ui.kit.label import Label
from ui.kit.layout import column, row
from ui.words import field_word, options

MOST = 9


class _CopyLine(QWidget):
    """One copy of the scheme."""

    def __init__(self, number: int, copy: SchemeCopy | None) -> None:
        super().__init__()
        self.number = Label(str(number), is_strong=True)
        self.number.setFixedWidth(16)
        self.role = ChoiceField(options(*CopyRole), width=248)
        self.label = TextField(width=128)
        self.colour = ChoiceField([(word, word) for word in COLOUR_WORDS], width=84)
        self.role.set_name(self.tr("What copy {number} is for").format(number=number))
        self.label.set_name(self.tr("Who holds copy {number}").format(number=number))
        self.colour.set_name(self.tr("Colour of copy {number}").format(number=number))
        if copy is not None:
            self.role.set_value(copy.role)
            self.label.set_value(copy.label)
            known = copy.colour[:1]
            self.colour.set_value(known if known in COLOUR_WORDS else COLOUR_WORDS[0])
        row(self.number, self.role, self.label, self.colour, None, on=self)

    def copy(self, number: int) -> SchemeCopy:
        """What was typed."""
        return SchemeCopy(
            number, CopyRole(self.role.value()), self.label.value(), self.colour.value()
        )


class CopiesField(Field):
    """The copies, numbered from 1 in their order."""

    def __init__(self) -> None:
        holder = QWidget()
        self._lines: list[_CopyLine] = []
        self._box = column(spacing=6)
        self.more = Button(self.tr("Add a copy"), Look.LINK, icon_name="plus")
        self.less = Button(self.tr("Remove the last copy"), Look.LINK)
        self.more.clicked.connect(partial(self._add, None))
        self.less.clicked.connect(self._drop)
        column(self._box, row(self.more, self.less, None), spacing=6, on=holder)
        super().__init__(holder)

    def value(self) -> tuple[SchemeCopy, ...]:
        return tuple(
            line.copy(number) for number, line in enumerate(self._lines, start=1)
        )

    def set_value(self, value: Sequence[SchemeCopy] | None) -> None:
        while self._lines:
            self._drop()
        for copy in value or ():
            self._add(copy)

    def typed(self) -> Any:
        return [(c.role.value, c.label, c.colour) for c in self.value()]

    def lines(self) -> list[_CopyLine]:
        """The lines, in order."""
        return list(self._lines)

    def _add(self, copy: SchemeCopy | None, *_: object) -> None:
        if len(self._lines) < MOST:
            line = _CopyLine(len(self._lines) + 1, copy)
            self._lines.append(line)
            self._box.addWidget(line)

    def _drop(self) -> None:
        if self._lines:
            line = self._lines.pop()
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()


class SchemeDialog(FormDialog[SchemeRow]):
    """A scheme that slips were printed with keeps its copies as they are."""

    def __init__(self, scheme: SchemeRow | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self.name(
            scheme.name if scheme else self.tr("New copy scheme"),
            self.tr("Save"),
            self.tr("Once slips were printed, only names and colours may change."),
        )
        self.code = self.add("code", field_word("code"), TextField(width=200))
        self.scheme_name = self.add("name", field_word("name"), TextField(width=320))
        self.copies = self.add("copies", field_word("copies"), CopiesField())
        if scheme is not None:
            self.code.set_value(scheme.code)
            self.code.setEnabled(False)
            self.scheme_name.set_value(scheme.name)
            self.copies.set_value(scheme.copies)
        else:
            blank = (CopyRole.ENG, CopyRole.FIN, CopyRole.OWNER, CopyRole.HK)
            self.copies.set_value(
                [
                    SchemeCopy(number, role, "", COLOUR_WORDS[number - 1])
                    for number, role in enumerate(blank, start=1)
                ]
            )

    def order(self) -> SchemeRow:
        return SchemeRow(
            self.code.value(), self.scheme_name.value(), self.copies.value()
        )
