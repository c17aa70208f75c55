"""Sentences of what settles a slip: its price, its finance copy, its filing."""

from collections.abc import Mapping

from app.check_problem import Fault
from app.slip_refusals import (
    BroughtAlready,
    InClosedStatement,
    LinesUnlikePrice,
    MoneyOnSlip,
    NoFinanceCopy,
    NothingToCharge,
    NotYetSettled,
    PriceBelowPaid,
    PriceMissing,
    QuoteUnlikeCharge,
    TooManySlips,
)
from models.text import QT_TRANSLATE_NOOP

SETTLE_SENTENCES: dict[type[Exception], str] = {
    TooManySlips: QT_TRANSLATE_NOOP(
        "Refusal", "At most {most} slips are changed together; tick fewer."
    ),
    NotYetSettled: QT_TRANSLATE_NOOP(
        "Refusal", "{number} can not be filed for good yet: {lack}."
    ),
    InClosedStatement: QT_TRANSLATE_NOOP(
        "Refusal",
        "{number} stands in the closed statement of {period} and is not taken up "
        "again; issue a new slip as rework of it.",
    ),
    MoneyOnSlip: QT_TRANSLATE_NOOP(
        "Refusal",
        "Money was put down on {number}, so it can be neither void nor cancelled;"
        " take the paper back and settle it at Finance.",
    ),
    PriceMissing: QT_TRANSLATE_NOOP(
        "Refusal", "{number} is paid work; put in the price the owner agreed to."
    ),
    LinesUnlikePrice: QT_TRANSLATE_NOOP(
        "Refusal",
        "The lines come to {lines}, the price is {price}: {difference} apart.",
    ),
    QuoteUnlikeCharge: QT_TRANSLATE_NOOP(
        "Refusal",
        "{charged} were charged when the owner went to Finance; the price can not"
        " be {quote} any more, Finance adjusts it.",
    ),
    PriceBelowPaid: QT_TRANSLATE_NOOP(
        "Refusal",
        "{paid} were paid or waived on {number} already, more than {price}; let "
        "Finance pay back the rest first.",
    ),
    NoFinanceCopy: QT_TRANSLATE_NOOP(
        "Refusal", "There is no finance copy of {number} to bring to Finance."
    ),
    BroughtAlready: QT_TRANSLATE_NOOP(
        "Refusal", "Finance has the copy of {number} already."
    ),
    NothingToCharge: QT_TRANSLATE_NOOP(
        "Refusal", "The work on {number} is free; nobody has to go to Finance."
    ),
}

LEDGER_FAULTS: Mapping[Fault, str] = {
    Fault.CHARGE_WRONG: QT_TRANSLATE_NOOP(
        "Fault",
        "What {number} was charged is not its price, or its finance copy is not "
        "in hand.",
    ),
    Fault.COPY_UNPOSTED: QT_TRANSLATE_NOOP(
        "Fault", "{number} ended, but stands in no statement."
    ),
    Fault.COPY_TWICE: QT_TRANSLATE_NOOP(
        "Fault", "The finance copy of {number} stands in two statements."
    ),
    Fault.BALANCE_NEGATIVE: QT_TRANSLATE_NOOP(
        "Fault", "More was paid or waived on {number} than was charged."
    ),
    Fault.RECEIPT_SHARED: QT_TRANSLATE_NOOP(
        "Fault", "The receipt {receipt} was given to two payers or on two days."
    ),
    Fault.POSTING_WRONG: QT_TRANSLATE_NOOP(
        "Fault", "An entry of {number} stands in a period it can not belong to."
    ),
    Fault.LEDGER_UNRECORDED: QT_TRANSLATE_NOOP(
        "Fault", "The money of {number} is not what the log says."
    ),
}
