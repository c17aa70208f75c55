"""A sentence for every refusal of a waiver."""

from collections.abc import Mapping

from app.check_problem import Fault
from app.waiver_refusals import (
    LevelTooLow,
    NotDirector,
    NothingPriced,
    NothingToWaive,
    NotLeader,
    OwnWaiver,
    WaiverIsDecided,
    WaiverNoLongerFits,
    WaiverNotPositive,
    WaiverTooMuch,
    WaiverUnknown,
)
from models.text import QT_TRANSLATE_NOOP

WAIVER_SENTENCES: Mapping[type[Exception], str] = {
    WaiverUnknown: QT_TRANSLATE_NOOP(
        "Refusal", "There is no waiver {waiver_id}; look at the list again."
    ),
    NothingToWaive: QT_TRANSLATE_NOOP(
        "Refusal",
        "{number} costs the owner nothing, so there is nothing to waive.",
    ),
    NothingPriced: QT_TRANSLATE_NOOP(
        "Refusal",
        "Nobody has named a price for {number} yet; enter the quote or the fee first.",
    ),
    WaiverNotPositive: QT_TRANSLATE_NOOP(
        "Refusal", "A waiver must be of more than 0.00 yuan."
    ),
    WaiverTooMuch: QT_TRANSLATE_NOOP(
        "Refusal",
        "Of {number} only {left} yuan can still be waived; what was paid already is"
        " given back by Finance as a refund.",
    ),
    WaiverNoLongerFits: QT_TRANSLATE_NOOP(
        "Refusal",
        "{number} was paid or got another price since: only {left} yuan are left, the"
        " request is for {amount}. Reject it, and ask anew or have Finance refund.",
    ),
    WaiverIsDecided: QT_TRANSLATE_NOOP(
        "Refusal", "The request for {number} is “{status}” already, since {at}."
    ),
    OwnWaiver: QT_TRANSLATE_NOOP(
        "Refusal",
        "{name} asked for this waiver; somebody else must decide it.",
    ),
    LevelTooLow: QT_TRANSLATE_NOOP(
        "Refusal",
        "It comes to {total} yuan; from {limit} yuan on only this one may sign:"
        " {level}. Print the form, have it signed, and record the paper.",
    ),
    NotDirector: QT_TRANSLATE_NOOP(
        "Refusal",
        "{name} is not the property director; in the staff directory that is {known}.",
    ),
    NotLeader: QT_TRANSLATE_NOOP(
        "Refusal",
        "{name} works for this centre; here a leader of the company must sign.",
    ),
}
"""Refusals of ``app/waiver_refusals.py``; part of ``ui.texts.SENTENCES``."""

WAIVER_FAULTS: Mapping[Fault, str] = {
    Fault.WAIVER_NOT_POSTED: QT_TRANSLATE_NOOP(
        "Fault",
        "The approved waiver of {amount} on {number} does not stand in the ledger"
        " exactly once.",
    ),
    Fault.WAIVER_NOT_APPROVED: QT_TRANSLATE_NOOP(
        "Fault",
        "The ledger waives {amount} on {number}, which nobody has approved.",
    ),
    Fault.WAIVER_LEVEL: QT_TRANSLATE_NOOP(
        "Fault",
        "Waivers on {number} and its linked slips come to {total}; from {limit} on a"
        " director's signature is not enough.",
    ),
    Fault.WAIVER_OWN: QT_TRANSLATE_NOOP(
        "Fault", "{name} asked for a waiver on {number} and approved it too."
    ),
}
"""What ``app/check_waiver.py`` finds; part of ``ui.texts.FAULTS``."""
