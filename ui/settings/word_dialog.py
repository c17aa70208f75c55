"""One word of a short list: a trade, or a reason."""

from PySide6.QtWidgets import QWidget

from app.word_list import ReasonRow, SaveReason, SaveTrade, TradeRow
from models.reason_code import ReasonKind
from ui.kit.fields import CheckField, ChoiceField, NamesField, TextField
from ui.kit.form_dialog import FormDialog
from ui.words import field_word, options


class TradeDialog(FormDialog[SaveTrade]):
    """A trade, and the words of a fault that suggest it."""

    def __init__(self, trade: TradeRow | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trade = trade
        self.name(trade.name if trade else self.tr("New trade"), self.tr("Save"))
        self.trade_name = self.add("name", field_word("name"), TextField(width=180))
        self.words = self.add("words", self.tr("Suggested by"), NamesField())
        self.words.line.setPlaceholderText("漏水、渗水")
        self.is_active = self.add(
            "is_active", self.tr("In use"), CheckField(self.tr("Offered"))
        )
        self.is_active.set_value(True)
        if trade is not None:
            self.trade_name.set_value(trade.name)
            self.words.set_value(trade.words)
            self.is_active.set_value(trade.is_active)

    def order(self) -> SaveTrade:
        return SaveTrade(
            name=self.trade_name.value(),
            words=self.words.value(),
            is_active=self.is_active.value(),
            trade_id=self._trade.id if self._trade else None,
            version=self._trade.version if self._trade else None,
        )


class ReasonDialog(FormDialog[SaveReason]):
    """A reason; what it explains never changes."""

    def __init__(self, reason: ReasonRow | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason = reason
        self.name(reason.text if reason else self.tr("New reason"), self.tr("Save"))
        self.kind = self.add(
            "kind", self.tr("Explains"), ChoiceField(options(*ReasonKind))
        )
        self.text = self.add("text", self.tr("Reason"), TextField())
        self.is_active = self.add(
            "is_active", self.tr("In use"), CheckField(self.tr("Offered"))
        )
        self.is_active.set_value(True)
        if reason is not None:
            self.kind.set_value(reason.kind)
            self.kind.setEnabled(False)
            self.text.set_value(reason.text)
            self.is_active.set_value(reason.is_active)

    def order(self) -> SaveReason:
        return SaveReason(
            kind=self.kind.value(),
            text=self.text.value(),
            is_active=self.is_active.value(),
            reason_id=self._reason.id if self._reason else None,
            version=self._reason.version if self._reason else None,
        )
