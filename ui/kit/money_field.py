"""Yuan in, ``Decimal`` out."""

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
from ui.kit.field import NotReadable
from ui.kit.fields import TextField


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
        if not text:
            return None
        try:
            return parse_money(text, may_be_negative=self._is_signed)
        except TooManyDecimals as problem:
            raise NotReadable(
                self.tr("An amount has at most two decimals.")
            ) from problem
        except NegativeAmount as problem:
            raise NotReadable(self.tr("An amount is not below zero.")) from problem
        except TooMuchMoney as problem:
            raise NotReadable(
                self.tr("One amount is {limit} yuan at most.").format(
                    limit=format_money(MOST_AMOUNT)
                )
            ) from problem
        except NotMoney as problem:
            raise NotReadable(
                self.tr("Type an amount in yuan, such as 120.00.")
            ) from problem

    def set_value(self, value: Decimal | None) -> None:  # type: ignore[override]
        self.line.put("" if value is None else format_money(value))

    def set_typed(self, typed: Any) -> None:
        self.line.setText(str(typed or ""))
