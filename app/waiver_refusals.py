"""The ways a waiver can be refused."""

from app.errors import FieldRefusal, Refusal


class WaiverUnknown(Refusal):
    """There is no waiver ``waiver_id`` in this centre."""


class NothingToWaive(Refusal):
    """The slip ``number`` costs the owner nothing: public work, or free of charge."""


class NothingPriced(Refusal):
    """Nobody has named a price for ``number`` yet."""


class WaiverNotPositive(FieldRefusal):
    """A waiver is of more than nothing."""

    field = "amount"


class WaiverTooMuch(FieldRefusal):
    """Of ``number`` only ``left`` can still be waived; what was paid is refunded."""

    field = "amount"


class WaiverNoLongerFits(Refusal):
    """Since ``amount`` was asked for, ``number`` was paid or got another price, so
    that only ``left`` can be waived.
    """


class WaiverIsDecided(Refusal):
    """The request of ``number`` is no longer pending: ``status``, ``at``."""


class OwnWaiver(FieldRefusal):
    """``name`` asked for this waiver and cannot decide it."""

    field = "approver"


class LevelTooLow(FieldRefusal):
    """``total`` reaches ``limit``, so ``level`` must sign."""

    field = "level"


class NotDirector(FieldRefusal):
    """``name`` is not the property director; ``known`` names who is."""

    field = "approver"


class NotLeader(FieldRefusal):
    """``name`` works for this centre and is no leader of the company."""

    field = "approver"
