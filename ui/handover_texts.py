"""A sentence for every refusal of a handover to Finance; part of ``ui.texts``."""

from app.handover_refusals import (
    BundleEmpty,
    BundleHandedOver,
    BundleToOneself,
    CopyInBundle,
    CopyNotInHand,
    CopyOfOtherPeriod,
    CopyWasHandedOver,
    CopyWentEarly,
    CopyWithoutPaper,
    MayNotHandOver,
    NotFinanceCopy,
)
from models.text import QT_TRANSLATE_NOOP

HANDOVER_SENTENCES: dict[type[Exception], str] = {
    BundleHandedOver: QT_TRANSLATE_NOOP(
        "Refusal",
        "Bundle {batch_no} of {period} was handed over; begin the next one.",
    ),
    BundleEmpty: QT_TRANSLATE_NOOP(
        "Refusal",
        "Bundle {batch_no} of {period} is empty; scan its finance copies first.",
    ),
    NotFinanceCopy: QT_TRANSLATE_NOOP(
        "Refusal",
        "This is copy {copy_no} of {number}; Finance gets copy {finance_no}.",
    ),
    CopyNotInHand: QT_TRANSLATE_NOOP(
        "Refusal",
        "The finance copy of {number} is not in hand; take the slip back first.",
    ),
    CopyWentEarly: QT_TRANSLATE_NOOP(
        "Refusal",
        "An escort brought the finance copy of {number} to Finance on {at}; it goes "
        "into no bundle.",
    ),
    CopyWithoutPaper: QT_TRANSLATE_NOOP(
        "Refusal",
        "{number} ended before it was printed; only its number stands in the list.",
    ),
    CopyInBundle: QT_TRANSLATE_NOOP(
        "Refusal",
        "{number} is in bundle {batch_no} of {period} already; go on with the next.",
    ),
    CopyWasHandedOver: QT_TRANSLATE_NOOP(
        "Refusal",
        "{number} was handed over in bundle {batch_no} of {period} on {at}; put it "
        "aside.",
    ),
    CopyOfOtherPeriod: QT_TRANSLATE_NOOP(
        "Refusal",
        "{number} belongs to the statement of {statement}; keep it for that bundle.",
    ),
    BundleToOneself: QT_TRANSLATE_NOOP(
        "Refusal", "{name} can not hand over to {name}; name who takes the bundle."
    ),
    MayNotHandOver: QT_TRANSLATE_NOOP(
        "Refusal",
        "{name} holds no post that may sign here; name somebody of the right side.",
    ),
}
"""As ``ui.texts.SENTENCES``."""
