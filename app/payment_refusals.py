"""The ways money in and out can be refused (4.7-0, 4.7-7, S4-4.1.2.5)."""

from app.errors import FieldRefusal, Refusal


class NothingToTake(FieldRefusal):
    """A payment names one slip with an amount at least."""

    field = "amount"


class MoneyUnusable(FieldRefusal):
    """``value`` for ``number`` is no amount of money: above zero, two decimals at
    most, not above ``limit``.
    """

    field = "amount"


class SlipTwice(FieldRefusal):
    """``number`` was named twice in one payment."""

    field = "amount"


class SharesDiffer(FieldRefusal):
    """The slips take ``shared``, but ``paid`` was given."""

    field = "paid"


class MoneyOnEnded(Refusal):
    """``number`` is void or cancelled (``state``): it takes no money."""


class MoneyOnPublic(Refusal):
    """``number`` is public work: nobody is charged for it (K-15)."""


class MoneyOnFree(Refusal):
    """``number`` is done without charge (``charge_class``)."""


class PaymentTooMuch(FieldRefusal):
    """``number`` has ``left`` to be paid, and ``amount`` was given."""

    field = "amount"


class RefundTooMuch(FieldRefusal):
    """Of what was paid on ``number``, ``paid`` is left; ``amount`` is more."""

    field = "amount"


class AdjustTooMuch(FieldRefusal):
    """``number`` owes ``left`` by its price; it can not be made ``amount`` less."""

    field = "amount"


class NothingCharged(Refusal):
    """The copy of ``number`` is not in hand, so its price still stands on the slip."""


class SeveralOwners(FieldRefusal):
    """The slips belong to ``names``; each has a payment and a receipt of its own."""

    field = "payer"


class ReceiptMissing(FieldRefusal):
    """Cash is taken against a receipt (S4-4.1.2.5)."""

    field = "receipt_no"


class ReceiptTaken(FieldRefusal):
    """The receipt ``receipt_no`` belongs to ``payer`` and ``day``, for ``number``."""

    field = "receipt_no"


class EscortWithoutCash(FieldRefusal):
    """An escort brings cash to Finance, nothing else (S4-4.1.2.5)."""

    field = "escort"


class TechnicianCollects(FieldRefusal):
    """``name`` worked on ``number``: who works takes no money (S4-3.3, K-13)."""

    field = "escort"


class ReversedAlready(Refusal):
    """What is to be reversed was reversed before, or is itself a reversal."""


class NotReversible(Refusal):
    """An entry of ``kind`` of ``number`` is not answered here."""
