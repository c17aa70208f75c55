"""Labour and materials of a returned paper, one line each, with their sum."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.slip_line import Line
from app.slip_view import LineView
from models.money import (
    NotMoney,
    format_money,
    format_quantity,
    multiply,
    parse_money,
)
from models.slip_line import LineKind
from ui.kit.field import Field, NotReadable
from ui.kit.label import Label, Tone
from ui.kit.typed_line import TypedLine
from ui.theme.typeface import CAPTION
from ui.words import word

LABOUR_NAME = "人工费"
"""What the labour line is called on paper."""

FIRST_LINES = 2


class _Row:
    """The widgets of one line."""

    def __init__(self, kind: LineKind, names: tuple[str, str, str]) -> None:
        self.kind = kind
        name, quantity, price = names
        self.name = TypedLine()
        self.quantity = TypedLine(is_code=True)
        self.price = TypedLine(is_code=True)
        self.amount = Label("")
        self.quantity.setFixedWidth(80)
        self.price.setFixedWidth(104)
        self.amount.setFixedWidth(96)
        right = Qt.AlignmentFlag.AlignRight
        for part, called in (
            (self.name, name),
            (self.quantity, quantity),
            (self.price, price),
        ):
            part.setAccessibleName(called)
        for line in (self.quantity, self.price):
            line.setAlignment(right)
        self.amount.setAlignment(right | Qt.AlignmentFlag.AlignVCenter)

    def is_blank(self) -> bool:
        if self.kind is LineKind.LABOUR:
            return not self.price.text().strip()
        return not (self.name.text().strip() or self.price.text().strip())


class LinesField(Field):
    """A line for labour and one for each material; the last one is always free."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._sheet = QWidget()
        super().__init__(self._sheet, parent)
        self._grid = QGridLayout(self._sheet)
        self._grid.setContentsMargins(0, 8, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        heads = (
            "",
            self.tr("Name"),
            self.tr("Quantity"),
            self.tr("Price"),
            self.tr("Amount"),
        )
        self._names = (heads[1], heads[2], heads[3])
        right = Qt.AlignmentFlag.AlignRight
        for at, head in enumerate(heads):
            caption = Label(head, CAPTION, tone=Tone.SECOND)
            if at > 1:
                self._grid.addWidget(caption, 0, at, right)
            else:
                self._grid.addWidget(caption, 0, at)
        self._total = Label("", is_strong=True)
        self.note = Label("", CAPTION)
        self._rows: list[_Row] = []
        self.clear()

    def rows(self) -> list[_Row]:
        """The lines, the free one last."""
        return list(self._rows)

    def go_on(self) -> bool:
        """Enter: from a name to its price, from a price to the next line; False where
        an empty line ends the bill.
        """
        held = self._sheet.window().focusWidget()
        for at, row in enumerate(self._rows):
            if row.is_blank() and held in (row.name, row.quantity, row.price):
                return False
            if held in (row.name, row.quantity):
                row.price.setFocus()
                return True
            if held is row.price:
                following = self._rows[at + 1 :]
                if following:
                    following[0].name.setFocus()
                return bool(following)
        return False

    def total(self) -> Decimal | None:
        """The sum of what can be read; None when there is nothing."""
        amounts = [amount for row in self._rows if (amount := _amount(row)) is not None]
        return sum(amounts[1:], amounts[0]) if amounts else None

    def value(self) -> tuple[Line, ...]:
        lines = []
        for row in self._rows:
            if row.is_blank():
                continue
            try:
                price = parse_money(row.price.text().strip() or "0")
                quantity = parse_money(row.quantity.text().strip() or "1")
            except NotMoney as problem:
                raise NotReadable(
                    self.tr("Quantity and price are numbers with two decimals at most.")
                ) from problem
            lines.append(Line(row.kind, row.name.text().strip(), price, quantity))
        return tuple(lines)

    def set_value(self, value: Sequence[LineView] | None) -> None:
        self._drop_rows()
        known = list(value or ())
        labour = [line for line in known if line.kind is LineKind.LABOUR]
        materials = [line for line in known if line.kind is LineKind.MATERIAL]
        first: list[LineView | None] = [*labour] or [None]
        for line in first:
            self._add(LineKind.LABOUR, line)
        for line in materials:
            self._add(LineKind.MATERIAL, line)
        self._add(LineKind.MATERIAL, None)
        self._count()

    def typed(self) -> list[list[str]]:
        return [
            [row.kind, row.name.text(), row.quantity.text(), row.price.text()]
            for row in self._rows
        ]

    def set_typed(self, typed: Any) -> None:
        if not typed:
            self.clear()
            return
        self._drop_rows()
        for kind, *texts in typed:
            self._add(LineKind(kind), None)
            row = self._rows[-1]
            for part, text in zip(
                (row.name, row.quantity, row.price), texts, strict=True
            ):
                part.setText(text)
        self._count()

    def _drop_rows(self) -> None:
        for row in self._rows:
            for part in (row.name, row.quantity, row.price, row.amount):
                self._grid.removeWidget(part)
                part.hide()
                part.deleteLater()
        self._rows = []

    def _add(self, kind: LineKind, line: LineView | None) -> None:
        row = _Row(kind, self._names)
        at = len(self._rows) + 1
        kind_word = Label(word(kind), tone=Tone.SECOND)
        old = self._grid.itemAtPosition(at, 0)
        if old is not None and (before := old.widget()) is not None:
            self._grid.removeWidget(before)
            before.deleteLater()
        self._grid.addWidget(kind_word, at, 0)
        for column, part in enumerate((row.name, row.quantity, row.price, row.amount)):
            self._grid.addWidget(part, at, column + 1)
        if line is not None:
            row.name.setText(line.name)
            row.quantity.setText(format_quantity(line.quantity))
            row.price.setText(format_money(line.price))
        elif kind is LineKind.LABOUR:
            row.name.setText(LABOUR_NAME)
        for part in (row.name, row.quantity, row.price):
            part.textEdited.connect(self._after_typing)
        self._rows.append(row)
        self.setFocusProxy(self._rows[0].price)
        self._grid.addWidget(self.note, at + 1, 1, 1, 3)
        self._grid.addWidget(self._total, at + 1, 4, Qt.AlignmentFlag.AlignRight)

    def _after_typing(self) -> None:
        if not self._rows[-1].is_blank():
            self._add(LineKind.MATERIAL, None)
        self._count()
        self.edited.emit()

    def _count(self) -> None:
        for row in self._rows:
            amount = _amount(row)
            row.amount.say("" if amount is None else format_money(amount))
        total = self.total()
        self._total.say("" if total is None else format_money(total))


def _amount(row: _Row) -> Decimal | None:
    if row.is_blank():
        return None
    try:
        price = parse_money(row.price.text().strip() or "0")
        return multiply(parse_money(row.quantity.text().strip() or "1"), price)
    except NotMoney:
        return None
