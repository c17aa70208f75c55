"""Yuan in, ``Decimal`` out."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.money import (
    MOST_AMOUNT,
    NegativeAmount,
    NotMoney,
    TooManyDecimals,
    TooMuchMoney,
    format_money,
    parse_money,
)
from models.text import QT_TRANSLATE_NOOP
from ui.kit.field import NotReadable
from ui.kit.fields import TextField
from ui.language import translate

_T = QT_TRANSLATE_NOOP
_WRONG: Mapping[type[NotMoney], str] = {
    TooManyDecimals: _T("MoneyField", "An amount has at most two decimals."),
    NegativeAmount: _T("MoneyField", "An amount is not below zero."),
    TooMuchMoney: _T("MoneyField", "One amount is {limit} yuan at most."),
    NotMoney: _T("MoneyField", "Type an amount in yuan, such as 120.00."),
}


def read_amount(text: str, *, is_signed: bool = False) -> Decimal:
    """Yuan as they were typed; raises ``NotReadable`` with the sentence that fits."""
    try:
        return parse_money(text, may_be_negative=is_signed)
    except NotMoney as problem:
        sentence = translate("MoneyField", _WRONG[type(problem)])
        raise NotReadable(sentence.format(limit=format_money(MOST_AMOUNT))) from problem


class MoneyField(TextField):
    """An amount in yuan with at most two decimals; ``is_signed``: below zero too."""

    IS_CODE = True

    def __init__(
        self,
        *,
        width: int = 120,
        is_signed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._is_signed = is_signed
        super().__init__(placeholder="0.00", width=width, parent=parent)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)

    def value(self) -> Decimal | None:  # type: ignore[override]
        text = self.line.text().strip()
        return read_amount(text, is_signed=self._is_signed) if text else None

    def set_value(self, value: Decimal | None) -> None:  # type: ignore[override]
        self.line.put("" if value is None else format_money(value))

    def set_typed(self, typed: Any) -> None:
        self.line.setText(str(typed or ""))
