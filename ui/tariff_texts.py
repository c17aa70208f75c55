"""A sentence for every refusal of the tariff, of amounts, and of quotes on a slip."""

from app.slip_quote import QuoteDiffers, QuoteUnsaid
from app.slip_refusals import (
    AmountMalformed,
    AmountNegative,
    AmountTooLarge,
    AmountTooPrecise,
    NeedsAgreement,
    NotPaid,
)
from app.tariff import (
    DayOutOfRange,
    MaterialNotExtra,
    MinutesMalformed,
    NightCheaper,
    RangeBackwards,
    TariffEndsTooEarly,
    TariffInForce,
    TariffOverlaps,
)
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
    TariffOverlaps: QT_TRANSLATE_NOOP(
        "Refusal",
        "{code} has a price from {begins} to {ends} already; choose another day or "
        "change that one.",
    ),
    TariffInForce: QT_TRANSLATE_NOOP(
        "Refusal",
        "The price of {code} holds since {begins}; say from which later day the new "
        "one holds.",
    ),
    TariffEndsTooEarly: QT_TRANSLATE_NOOP(
        "Refusal", "It must end later than it begins, {begins}."
    ),
    DayOutOfRange: QT_TRANSLATE_NOOP(
        "Refusal", "The day must lie between {first} and {last}."
    ),
    RangeBackwards: QT_TRANSLATE_NOOP(
        "Refusal", "The upper end of the range lies below {labour}."
    ),
    NightCheaper: QT_TRANSLATE_NOOP(
        "Refusal", "The night costs at least as much as the day, {labour}."
    ),
    MaterialNotExtra: QT_TRANSLATE_NOOP(
        "Refusal", "Only material that is charged extra has a price of its own."
    ),
    MinutesMalformed: QT_TRANSLATE_NOOP(
        "Refusal", "The usual time is 1 to {limit} minutes."
    ),
    QuoteUnsaid: QT_TRANSLATE_NOOP(
        "Refusal", "Name the price: pick from the tariff or type an amount."
    ),
    QuoteDiffers: QT_TRANSLATE_NOOP(
        "Refusal", "The lines come to {total}, not to {amount}; change one of them."
    ),
    AmountMalformed: QT_TRANSLATE_NOOP(
        "Refusal", "“{value}” is no amount; two decimals at most, not below zero."
    ),
    AmountNegative: QT_TRANSLATE_NOOP("Refusal", "An amount is not below zero."),
    AmountTooPrecise: QT_TRANSLATE_NOOP(
        "Refusal", "An amount has two decimals at most: {value} has more."
    ),
    AmountTooLarge: QT_TRANSLATE_NOOP(
        "Refusal", "One amount is {limit} yuan at most: was {value} meant?"
    ),
    NotPaid: QT_TRANSLATE_NOOP(
        "Refusal", "Slip {number} is free of charge, so there is nothing to quote."
    ),
    NeedsAgreement: QT_TRANSLATE_NOOP(
        "Refusal",
        "To start paid work on {number} the owner must agree to a quote first.",
    ),
}
