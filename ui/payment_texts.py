"""A sentence for every refusal of money in and out."""

from app.payment_refusals import (
    AdjustTooMuch,
    EscortWithoutCash,
    MoneyOnEnded,
    MoneyOnFree,
    MoneyOnPublic,
    MoneyUnusable,
    NothingCharged,
    NothingToTake,
    NotReversible,
    PaymentTooMuch,
    ReceiptMissing,
    ReceiptTaken,
    RefundTooMuch,
    ReversedAlready,
    SeveralOwners,
    SharesDiffer,
    SlipTwice,
    TechnicianCollects,
)
from models.text import QT_TRANSLATE_NOOP

PAYMENT_SENTENCES: dict[type[Exception], str] = {
    NothingToTake: QT_TRANSLATE_NOOP(
        "Refusal", "Tick a slip and type what is paid on it."
    ),
    MoneyUnusable: QT_TRANSLATE_NOOP(
        "Refusal",
        "“{value}” can not stand in the books for {number}; type an amount above zero "
        "and up to {limit}, with two decimals at most.",
    ),
    SlipTwice: QT_TRANSLATE_NOOP(
        "Refusal", "{number} stands in this payment twice; name it once."
    ),
    SharesDiffer: QT_TRANSLATE_NOOP(
        "Refusal",
        "The slips take {shared} in all, but {paid} was paid; make the two equal.",
    ),
    MoneyOnEnded: QT_TRANSLATE_NOOP(
        "Refusal", "{number} is {state}, so no money is taken for it."
    ),
    MoneyOnPublic: QT_TRANSLATE_NOOP(
        "Refusal", "{number} is public work, which nobody is charged for."
    ),
    MoneyOnFree: QT_TRANSLATE_NOOP(
        "Refusal",
        "{number} is done without charge ({charge_class}), so no money is taken for "
        "it.",
    ),
    PaymentTooMuch: QT_TRANSLATE_NOOP(
        "Refusal",
        "{number} has {left} left to pay; {amount} is more. Look at the amount, or put "
        "the price right first.",
    ),
    RefundTooMuch: QT_TRANSLATE_NOOP(
        "Refusal", "Of what was paid on {number}, {paid} can go back; {amount} is more."
    ),
    AdjustTooMuch: QT_TRANSLATE_NOOP(
        "Refusal",
        "{left} is owed on {number}; the price can not fall by {amount} before the "
        "rest is paid back. Pay back with “the price falls too”.",
    ),
    NothingCharged: QT_TRANSLATE_NOOP(
        "Refusal",
        "The finance copy of {number} is not in hand, so its price is still put right "
        "on the slip itself.",
    ),
    SeveralOwners: QT_TRANSLATE_NOOP(
        "Refusal", "The slips belong to {names}; take one payment from each."
    ),
    ReceiptMissing: QT_TRANSLATE_NOOP(
        "Refusal", "Cash is taken against a receipt; type its number."
    ),
    ReceiptTaken: QT_TRANSLATE_NOOP(
        "Refusal",
        "Receipt {receipt_no} was given to {payer} on {day} for {number}; type the "
        "number of another receipt.",
    ),
    EscortWithoutCash: QT_TRANSLATE_NOOP(
        "Refusal", "Only cash is brought with an escort; choose cash or name nobody."
    ),
    TechnicianCollects: QT_TRANSLATE_NOOP(
        "Refusal",
        "{name} worked on {number} and takes no money; name the housekeeper who came "
        "along.",
    ),
    ReversedAlready: QT_TRANSLATE_NOOP(
        "Refusal",
        "This entry of {number} was answered already; write down what is right.",
    ),
    NotReversible: QT_TRANSLATE_NOOP(
        "Refusal", "{kind} of {number} is not answered here."
    ),
}
