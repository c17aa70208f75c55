"""One line of a bill: typed freely, or picked from the tariff by code or pinyin."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.slip_line import Line
from app.slip_view import LineView
from app.tariff_price import TariffPrice
from app.tariff_row import TariffRow
from models.money import (
    NotMoney,
    format_money,
    format_quantity,
    multiply,
    parse_money,
)
from models.slip_line import LineKind
from models.tariff_item import MaterialMode
from models.text import QT_TRANSLATE_NOOP
from ui.kit.field import NotReadable
from ui.kit.label import ElidedLabel, Label, Tone
from ui.kit.layout import row as beside
from ui.kit.money_field import read_amount
from ui.kit.typed_line import TypedLine
from ui.slip.line_tariff import LineTariff
from ui.theme.typeface import CAPTION
from ui.words import word

LABOUR_NAME = "人工费"
"""What the labour line is called on paper."""
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_T = QT_TRANSLATE_NOOP
_SAYS = _T("LineRow", "tariff {price}")
_NIGHT = _T("LineRow", "night price {price}")
_WHY = _T("LineRow", "The tariff says {price}: why this price?")
_EXTRA = _T("LineRow", "material extra, {price}")
_QUANTITY = _T("LineRow", "A quantity is a number with two decimals at most.")
_UNPRICED = _T("LineRow", "Type the price of {name}; 0 if nothing is charged for it.")


def _say(text: str, **facts: object) -> str:
    return QCoreApplication.translate("LineRow", text).format(**facts)


class LineRow(QObject):
    """The widgets of one line; under it what the tariff says, or the reason it asks
    for. Tells ``changed`` when the person changed it.
    """

    def __init__(
        self,
        kind: LineKind,
        names: Sequence[str],
        tariff: LineTariff,
        changed: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self.code = ""
        self.uom = ""
        self._tariff = tariff
        self._changed = changed
        self._given: Decimal | None = None
        self.kind_word = Label("", tone=Tone.SECOND)
        self.name = TypedLine()
        self.quantity = TypedLine(is_code=True)
        self.price = TypedLine(is_code=True)
        self.reason = TypedLine()
        self.amount = Label("")
        self.hint = ElidedLabel("", CAPTION, tone=Tone.SECOND)
        self.under = QWidget()
        beside(self.hint, self.reason, spacing=8, on=self.under)
        self.quantity.setFixedWidth(80)
        self.price.setFixedWidth(104)
        self.amount.setFixedWidth(96)
        self.reason.setFixedWidth(184)
        right = Qt.AlignmentFlag.AlignRight
        self.amount.setAlignment(right | Qt.AlignmentFlag.AlignVCenter)
        for line, called in zip(self.lines(), names, strict=True):
            line.setAccessibleName(called)
            line.textEdited.connect(self._after_typing)
            line.installEventFilter(self)
        for line in (self.quantity, self.price):
            line.setAlignment(right)
        self.blank(kind)

    def blank(self, kind: LineKind) -> None:
        """As before anybody typed, for labour or material."""
        self.kind = kind
        self.kind_word.setText(word(kind))
        self._given = None
        name = LABOUR_NAME if kind is LineKind.LABOUR else ""
        self.set_typed([name, "", "", "", "", ""])
        self.amount.say("")

    def lines(self) -> tuple[TypedLine, TypedLine, TypedLine, TypedLine]:
        """What can be typed into: name, quantity, price, reason."""
        return self.name, self.quantity, self.price, self.reason

    def parts(self) -> tuple[QWidget, ...]:
        """Every widget of the line, those of the grid from left to right."""
        line = (self.kind_word, self.name, self.quantity, self.price, self.amount)
        return (*line, self.under)

    def is_blank(self) -> bool:
        """Whether nothing was said here; the name that labour has by itself says
        nothing.
        """
        name = self.name.text().strip()
        if self.kind is LineKind.LABOUR and not self.code and name == LABOUR_NAME:
            name = ""
        return not (name or self.price.text().strip())

    def sum(self) -> Decimal | None:
        """What the line comes to; None without a price that can be read."""
        try:
            price = parse_money(self.price.text().strip())
            return multiply(parse_money(self.quantity.text().strip() or "1"), price)
        except NotMoney:
            return None

    def line(self) -> Line:
        """The line as it was typed; raises ``NotReadable``, also without a price."""
        typed = self.price.text().strip()
        if not typed:
            raise NotReadable(_say(_UNPRICED, name=self.name.text().strip()))
        price = read_amount(typed)
        try:
            quantity = parse_money(self.quantity.text().strip() or "1")
        except NotMoney as problem:
            raise NotReadable(_say(_QUANTITY)) from problem
        return Line(
            self.kind,
            self.name.text().strip(),
            price,
            quantity,
            self.uom,
            self.code,
            self.reason.text().strip(),
        )

    def show(self, line: LineView) -> None:
        """A line that is known."""
        self.name.setText(line.name)
        self.quantity.setText(format_quantity(line.quantity))
        self.price.setText(format_money(line.price))
        self.reason.setText(line.price_reason or "")
        self.code, self.uom = line.tariff_code or "", line.uom or ""
        self.show_under()

    def typed(self) -> list[str]:
        """The line as it stands, for drafts."""
        texts = [line.text() for line in self.lines()]
        return [self.kind.value, *texts, self.code, self.uom]

    def set_typed(self, texts: Sequence[str]) -> None:
        """Put back what ``typed`` gave, its kind left out."""
        *lines, self.code, self.uom = texts
        for line, text in zip(self.lines(), lines, strict=True):
            line.setText(text)
        self.show_under()

    # the tariff

    def offered(self) -> list[TariffRow]:
        """The items that what was typed may mean."""
        source = self._source()
        return self._tariff.find(source.text()) if source is not None else []

    def take_first(self, held: QWidget | None) -> bool:
        """The first item that is offered for what ``held`` says, unless a name was
        typed in full there.
        """
        source, found = self._source(), self.offered()
        if source is None or source is not held or not found:
            return False
        typed = source.text().strip()
        if not typed.isascii() and typed != found[0].name:
            return False
        self.pick(found[0])
        return True

    def pick(self, item: TariffRow) -> None:
        """Fill the line from an item."""
        self.code, self.uom = item.code, item.uom
        self.kind = LineKind.MATERIAL if item.is_material else LineKind.LABOUR
        self.kind_word.setText(word(self.kind))
        self.name.setText(item.name)
        self.reason.clear()
        price = self.tariff_price()
        self._given = None if price is None else price.least
        self.price.setText("" if price is None else format_money(price.least))
        self.show_under()
        self._changed()

    def tariff_price(self) -> TariffPrice | None:
        """What the tariff says of this line."""
        return self._tariff.price(self.code, self.kind)

    def needs_reason(self) -> bool:
        """Whether the price is not the tariff's."""
        price = self.tariff_price()
        try:
            own = parse_money(self.price.text().strip())
        except NotMoney:
            return False
        return price is not None and not price.fits(own)

    def is_fixed(self) -> bool:
        """Whether the tariff leaves no choice of a price."""
        price = self.tariff_price()
        return price is not None and price.least == price.most

    def covers_material(self) -> bool:
        """Whether the price of this item covers the material."""
        item = self._tariff.row(self.code)
        return item is not None and item.material_mode in (
            MaterialMode.INCLUDED,
            MaterialMode.ALL_IN,
        )

    def price_anew(self) -> None:
        """The work was begun at another time: a price the tariff gave follows it."""
        price = self.tariff_price()
        if price is not None and self._given is not None:
            if self.price.text() == format_money(self._given):
                self.price.setText(format_money(price.least))
            self._given = price.least
        self.show_under()

    def show_under(self) -> None:
        """What is offered, what the tariff says, or why its price is not taken."""
        found = [] if self._is_picked() else self.offered()
        has_reason = self.needs_reason() or bool(self.reason.text())
        self.reason.setVisible(has_reason)
        self.hint.setText(self._words(found))
        self.under.setVisible(bool(found or self.code))

    def _words(self, found: Sequence[TariffRow]) -> str:
        if found:
            return "   ".join(
                f"{number} {item.code} {item.name} {self._price_of(item)}"
                for number, item in enumerate(found, 1)
            )
        price, item = self.tariff_price(), self._tariff.row(self.code)
        if price is None or item is None:
            return self.code
        said = f"{price.text()}/{item.uom}"
        if self.needs_reason():
            return _say(_WHY, price=said)
        text = _say(_NIGHT if price.is_night else _SAYS, price=said)
        if item.material is not None and self.kind is LineKind.LABOUR:
            extra = format_money(item.material)
            text += f"，{_say(_EXTRA, price=extra)}"
        return f"{self.code}  {text}"

    def _price_of(self, item: TariffRow) -> str:
        kind = LineKind.MATERIAL if item.is_material else LineKind.LABOUR
        price = self._tariff.price(item.code, kind)
        return "" if price is None else price.text()

    def _is_picked(self) -> bool:
        return bool(self.code)

    def _source(self) -> TypedLine | None:
        """Where an item is looked for: letters in the price, or the name."""
        if self.code:
            return None
        price = self.price.text().strip()
        if price and price[0].isalpha():
            return self.price
        name = self.name.text().strip()
        return None if not name or name == LABOUR_NAME else self.name

    def _after_typing(self) -> None:
        item = self._tariff.row(self.code)
        if item is not None and self.name.text() != item.name:
            self.code = self.uom = ""
            self._given = None
        self.show_under()
        self._changed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            sign = event.text()
            is_digit = len(sign) == 1 and sign in "123456789"
            source = self._source()
            if is_digit and event.modifiers() in _PLAIN and watched is source:
                assert source is not None
                meant = self._meant(source.text().strip().lower(), sign)
                if meant is not None:
                    self.pick(meant)
                    return True
        return super().eventFilter(watched, event)

    def _meant(self, letters: str, digit: str) -> TariffRow | None:
        """The item a digit behind letters chooses; none where it may be of a code."""
        found = self.offered()
        may_be_code = any(
            item.code.lower().startswith(f"{letters}{digit}") for item in found
        )
        is_letters = letters.isascii() and letters.isalpha()
        if not is_letters or may_be_code or int(digit) > len(found):
            return None
        return found[int(digit) - 1]
