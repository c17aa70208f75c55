"""Whether labour and materials come to what the owner signed, in words under them."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from models.money import format_money
from models.text import QT_TRANSLATE_NOOP
from ui.kit.label import Tone

_SAME = QT_TRANSLATE_NOOP("QuoteWord", "the same as the signed quote of {quote}")
_MORE = QT_TRANSLATE_NOOP(
    "QuoteWord", "{difference} more than the signed quote of {quote}"
)
_LESS = QT_TRANSLATE_NOOP(
    "QuoteWord", "{difference} less than the signed quote of {quote}"
)


def quote_word(total: Decimal | None, quote: Decimal | None) -> tuple[str, Tone]:
    """Nothing while either is not known; more than was signed only warns."""
    if total is None or quote is None:
        return "", Tone.SECOND
    if total == quote:
        text, tone = _SAME, Tone.OK
    else:
        text, tone = (_MORE if total > quote else _LESS), Tone.WARN
    said = QCoreApplication.translate("QuoteWord", text)
    difference = format_money(abs(total - quote))
    return said.format(quote=format_money(quote), difference=difference), tone
