"""The slips that one payment goes over: a tick and an amount each."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.payable import PayableRow
from app.payment import Share
from models.money import ZERO, format_money
from ui.kit.field import NotReadable
from ui.kit.label import ElidedLabel, Label, Tone
from ui.kit.money_field import MoneyField
from ui.kit.segmented import CheckBox

AMOUNT = 112
LINE = 36


class ShareLine:
    """One slip: ticked, it takes what stands in its field."""

    def __init__(self, row: PayableRow) -> None:
        self.row = row
        self.tick = CheckBox(row.number)
        self.what = ElidedLabel(f"{row.room}  {row.content}", tone=Tone.SECOND)
        left = "—" if row.left is None else format_money(row.left)
        self.left = Label(left)
        self.left.setAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        self.left.setMinimumHeight(LINE)
        self.what.setMinimumHeight(LINE)
        self.amount = MoneyField(width=AMOUNT)
        self.amount.set_name(row.number)

    def fill(self, *, is_ticked: bool) -> None:
        """Ticked, the whole that is left stands in the field."""
        self.tick.setChecked(is_ticked)
        self.amount.set_value((self.row.left or None) if is_ticked else None)
        self.amount.set_problem(None)


class PaymentShares(QWidget):
    """The slip in hand first, then what else its payer owes."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.lines: list[ShareLine] = []

    def show_rows(self, rows: Sequence[PayableRow]) -> None:
        """Offer these slips; the first is ticked with all that is left."""
        held = self.focusWidget()
        had_keyboard = held is not None and held.hasFocus()
        self._forget()
        heads = (
            (0, self.tr("Slip"), Qt.AlignmentFlag.AlignLeft),
            (2, self.tr("To pay"), Qt.AlignmentFlag.AlignRight),
            (3, self.tr("Paid now"), Qt.AlignmentFlag.AlignRight),
        )
        for column, text, side in heads:
            head = Label(text, tone=Tone.SECOND)
            self._grid.addWidget(head, 0, column, side)
        for row in rows:
            line = ShareLine(row)
            self.lines.append(line)
            at = self._grid.rowCount()
            parts = (line.tick, line.what, line.left, line.amount)
            for column, part in enumerate(parts):
                self._grid.addWidget(part, at, column)
            self._grid.addWidget(line.amount.part_with_problem(), at + 1, 1, 1, 3)
            line.fill(is_ticked=len(self.lines) == 1)
            line.tick.clicked.connect(lambda _, of=line: self._ticked(of))
            line.amount.edited.connect(lambda of=line: self._typed(of))
        if had_keyboard:
            self.focus_first()

    def shares(self) -> tuple[Share, ...] | None:
        """What each ticked slip takes; None where one can not be read, and says so."""
        shares = []
        wrong: ShareLine | None = None
        for line in self._ticked_lines():
            try:
                amount = line.amount.value()
            except NotReadable as problem:
                line.amount.set_problem(str(problem))
                wrong = wrong or line
                continue
            # Nothing typed is refused by the rule that looks at amounts.
            shares.append(Share(line.row.slip_id, amount or ZERO))
        if wrong is not None:
            wrong.amount.setFocus()
            return None
        return tuple(shares)

    def total(self) -> Decimal | None:
        """The sum of what is ticked; None while something can not be read."""
        try:
            amounts = [line.amount.value() for line in self._ticked_lines()]
        except NotReadable:
            return None
        return sum((amount or ZERO for amount in amounts), ZERO)

    def show_problem(self, number: object, text: str) -> bool:
        """Say under the slip ``number`` what is wrong with its amount."""
        for line in self.lines:
            if line.row.number == number:
                line.amount.set_problem(text)
                line.amount.setFocus()
                return True
        return False

    def forget_problems(self) -> None:
        """Take away every problem."""
        for line in self.lines:
            line.amount.set_problem(None)

    def focus_first(self) -> None:
        """Put the keyboard on the first amount, ready to be typed over."""
        if self.lines:
            field = self.lines[0].amount
            field.setFocus()
            field.line.selectAll()

    def typed(self) -> dict[str, Any]:
        """What stands in the fields of the ticked slips; JSON can hold it."""
        return {
            str(line.row.slip_id): line.amount.typed() for line in self._ticked_lines()
        }

    def set_typed(self, typed: Any) -> None:
        """Put back what ``typed`` gave; slips that are settled since are left out."""
        if not isinstance(typed, dict):
            return
        for line in self.lines:
            text = typed.get(str(line.row.slip_id))
            line.tick.setChecked(text is not None)
            line.amount.set_typed(text)

    def _ticked_lines(self) -> list[ShareLine]:
        return [line for line in self.lines if line.tick.isChecked()]

    def _ticked(self, line: ShareLine) -> None:
        line.fill(is_ticked=line.tick.isChecked())
        self.edited.emit()

    def _typed(self, line: ShareLine) -> None:
        line.tick.setChecked(bool(line.amount.typed()))
        self.edited.emit()

    def _forget(self) -> None:
        self.lines = []
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
