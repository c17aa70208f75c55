"""Labour and materials of a slip, one line each, with their sum."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.slip_line import Line
from app.slip_view import LineView
from models.money import format_money
from models.slip_line import LineKind
from ui.kit.field import Field
from ui.kit.label import Label, Tone
from ui.kit.tab_order import put_before
from ui.kit.typed_line import TypedLine
from ui.slip.line_row import LABOUR_NAME, LineRow
from ui.slip.line_tariff import LineTariff
from ui.theme.typeface import CAPTION

__all__ = ["LABOUR_NAME", "LinesField"]

_BARE = (LineKind.LABOUR, LineKind.MATERIAL)
"""The lines of a bill on which nothing stands."""


class LinesField(Field):
    """A line for labour and one for each material; the last one is always free.

    A line is picked from ``tariff`` by code, name, pinyin or initials.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self._sheet = QWidget()
        super().__init__(self._sheet, parent)
        self.tariff = LineTariff()
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
        self._names = (heads[1], heads[2], heads[3], self.tr("Why another price"))
        right = Qt.AlignmentFlag.AlignRight
        for at, head in enumerate(heads):
            caption = Label(head, CAPTION, tone=Tone.SECOND)
            if at > 1:
                self._grid.addWidget(caption, 0, at, right)
            else:
                self._grid.addWidget(caption, 0, at)
        self._total = Label("", is_strong=True)
        self.note = Label("", CAPTION)
        self.warning = Label("", CAPTION, tone=Tone.WARN, may_wrap=True)
        self._rows: list[LineRow] = []
        self._is_given = False
        self.clear()

    def rows(self) -> list[LineRow]:
        """The lines, the free one last."""
        return list(self._rows)

    def go_on(self) -> bool:
        """Enter: an item is taken, from a name to its price, from a price to its
        reason or the next line; False where an empty line ends the bill.
        """
        held = self._sheet.window().focusWidget()
        for at, row in enumerate(self._rows):
            if held not in row.lines():
                continue
            if row.take_first(held):
                is_open = not row.is_fixed()
                return self._go_to(row.price) if is_open else self._go_below(at)
            if row.is_blank() or (self._is_given and held is row.price):
                return False
            if held in (row.name, row.quantity):
                return self._go_to(row.price)
            if held is row.price and row.needs_reason() and not row.reason.text():
                return self._go_to(row.reason)
            return self._go_below(at)
        return False

    def total(self) -> Decimal | None:
        """The sum of what can be read; None when there is nothing."""
        amounts = [amount for row in self._rows if (amount := row.sum()) is not None]
        return sum(amounts[1:], amounts[0]) if amounts else None

    def give_labour(self, amount: Decimal) -> bool:
        """Put the whole price down as labour, until a line is typed; False where a
        line says something already.
        """
        if any(not row.is_blank() for row in self._rows):
            return False
        price = self._rows[0].price
        price.setText(format_money(amount))
        self._is_given = True
        self._count()
        return True

    def price_anew(self) -> None:
        """The work was begun at another time: the prices of the tariff follow."""
        for row in self._rows:
            row.price_anew()
        self._count()

    def value(self) -> tuple[Line, ...]:
        return tuple(row.line() for row in self._rows if not row.is_blank())

    def set_value(self, value: Sequence[LineView] | None) -> None:
        known = list(value or ())
        if not known and len(self._rows) >= len(_BARE):
            self._blank_rows()
            return
        self._drop_rows()
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
        return [row.typed() for row in self._rows]

    def set_typed(self, typed: Any) -> None:
        if not typed:
            self.clear()
            return
        self._drop_rows()
        for kind, *texts in typed:
            self._add(LineKind(kind), None)
            # What was kept before lines had a tariff has three texts only.
            self._rows[-1].set_typed([*texts, "", "", ""][:6])
        self._count()

    def _blank_rows(self) -> None:
        """The lines of an empty bill; those that are there stay, for making them takes
        long.
        """
        self._drop_rows(len(_BARE))
        for row, kind in zip(self._rows, _BARE, strict=True):
            row.blank(kind)
        self._count()

    def _drop_rows(self, keep: int = 0) -> None:
        for row in self._rows[keep:]:
            for part in row.parts():
                self._grid.removeWidget(part)
                part.hide()
                part.deleteLater()
            row.deleteLater()
        self._rows = self._rows[:keep]
        self._is_given = False

    def _add(self, kind: LineKind, line: LineView | None) -> None:
        row = LineRow(kind, self._names, self.tariff, self._after_typing, self)
        at = 2 * len(self._rows) + 1
        *cells, under = row.parts()
        for column, part in enumerate(cells):
            self._grid.addWidget(part, at, column)
            part.show()  # at once: the keyboard may go there before the next event
        self._grid.addWidget(under, at + 1, 1, 1, 4)
        if line is not None:
            row.show(line)
        for typed in row.lines():
            typed.installEventFilter(self)
        self._rows.append(row)
        put_before(self._sheet, [each for one in self._rows for each in one.lines()])
        self.setFocusProxy(self._rows[0].price)
        right = Qt.AlignmentFlag.AlignRight
        self._grid.addWidget(self.warning, at + 2, 1, 1, 4)
        self._grid.addWidget(self.note, at + 3, 1, 1, 3)
        self._grid.addWidget(self._total, at + 3, 4, right)

    def _after_typing(self) -> None:
        if not self._rows:
            return  # the first line is being made
        self._is_given = False
        if not self._rows[-1].is_blank():
            self._add(LineKind.MATERIAL, None)
        self._count()
        self.edited.emit()

    def _count(self) -> None:
        for row in self._rows:
            amount = row.sum()
            row.amount.say("" if amount is None else format_money(amount))
        total = self.total()
        self._total.say("" if total is None else format_money(total))
        self._warn()

    def _warn(self) -> None:
        """Where the price of an item covers the material, none is charged beside it."""
        filled = [row for row in self._rows if not row.is_blank()]
        covering = [row.name.text() for row in filled if row.covers_material()]
        materials = [
            row
            for row in filled
            if row.kind is LineKind.MATERIAL and row.price.text().strip()
        ]
        text = ""
        if covering and materials:
            text = self.tr(
                "The price of {items} covers the material; do not charge it again."
            ).format(items="、".join(covering))
        self.warning.say(text, Tone.WARN)
        self.warning.setVisible(bool(text))

    def _go_to(self, line: TypedLine) -> bool:
        line.setFocus()
        line.selectAll()
        return True

    def _go_below(self, at: int) -> bool:
        following = self._rows[at + 1 :]
        if following:
            following[0].name.setFocus()
        return bool(following)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In a dialog Enter walks through the bill before it saves."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if is_enter and is_plain and self.walks and self.go_on():
                return True
        return super().eventFilter(watched, event)

    walks = False
    """Whether Enter stays inside; a page that walks by itself does not want it."""
