"""A sentence for every refusal of the tariff and of the prices on a slip."""

from app.tariff_price import PriceNeedsReason, TariffNotValid
from models.text import QT_TRANSLATE_NOOP

TARIFF_SENTENCES: dict[type[Exception], str] = {
    TariffNotValid: QT_TRANSLATE_NOOP(
        "Refusal",
        "The tariff has no {code} on {on}; pick another item or type the line freely.",
    ),
    PriceNeedsReason: QT_TRANSLATE_NOOP(
        "Refusal",
        "{name} costs {tariff} by the tariff; say why it is {price}, or take its "
        "price.",
    ),
}
