"""The ways a slip step can be refused."""

from app.errors import FieldRefusal, Refusal


class SlipUnknown(Refusal):
    """No slip has this ``number``."""


class SlipCannotMove(Refusal):
    """The slip ``number`` is in ``state``; ``event`` is not among its moves."""


class SlipIsBounced(Refusal):
    """The slip ``number`` waits for the desk to fill in what the bounce asked."""


class SlipNotBounced(Refusal):
    """The slip ``number`` was not bounced, so there is nothing to send again."""


class DuplicatesFound(Refusal):
    """Possible duplicates (``numbers``) nobody has answered yet."""


class CopiesMissing(Refusal):
    """Copies ``copies`` of ``number`` are neither back nor declared lost."""


class CopiesUnknown(FieldRefusal):
    """The scheme has no copy ``copies``; ``known`` names those it has."""

    field = "copies"


class PlaceNeedsHandover(Refusal):
    """Copies of ``number`` reach Finance by handover or escort only (4.4)."""


class NotPaid(Refusal):
    """A quote belongs to paid work only; ``number`` is not."""


class NeedsAgreement(Refusal):
    """Paid work on ``number`` begins only after the owner agreed to a quote."""


class PriceMissing(FieldRefusal):
    """``number`` is paid work, and nobody wrote down the price the owner agreed to."""

    field = "quote"


class LinesUnlikePrice(FieldRefusal):
    """The lines come to ``lines``, the price is ``price``; ``difference`` between."""

    field = "lines"


class QuoteUnlikeCharge(FieldRefusal):
    """``charged`` was charged at Finance, so the price is not ``quote`` any more."""

    field = "quote"


class PriceBelowPaid(FieldRefusal):
    """``paid`` was paid or waived on ``number``, more than its ``price``."""

    field = "lines"


class MoneyOnSlip(Refusal):
    """Money was put down on ``number``, so it can neither be void nor cancelled."""


class InClosedStatement(Refusal):
    """``number`` stands in the closed statement of ``period``: it is not reopened."""


class NotYetSettled(Refusal):
    """``number`` is not filed for good: ``lack`` says what is still to be done."""


class NoFinanceCopy(Refusal):
    """There is no finance copy of ``number`` that could be brought to Finance."""


class BroughtAlready(Refusal):
    """Finance has the copy of ``number`` already."""


class NothingToCharge(Refusal):
    """The work on ``number`` is free, so nobody is escorted to Finance to pay."""


class WorkWasDone(Refusal):
    """The slip ``number`` was worked on, so it can be cancelled but not void."""


class NotPublic(Refusal):
    """Only public work is inspected; ``number`` is a unit's slip."""


class InspectedAlready(Refusal):
    """The slip ``number`` has passed already: ``by`` looked at it ``at``."""


class OwnWork(Refusal):
    """Nobody accepts the own work: ``name`` repaired ``number`` (K-18)."""


class NothingToCallBack(Refusal):
    """The slip ``number`` was cancelled for a reason that needs no callback."""


class CalledMeanwhile(Refusal):
    """``by`` noted a callback of ``number`` at ``at``, after it was looked at here."""


class AnswerMissing(FieldRefusal):
    """Somebody was reached, so one of the two questions has an answer (S1-3.6)."""

    field = "satisfaction"


class AnswerWithoutTalk(FieldRefusal):
    """Nobody was reached, so nobody can have answered."""

    field = "satisfaction"


class FieldMissing(FieldRefusal):
    """``field`` must be filled in."""


class FieldTooShort(FieldRefusal):
    """``field`` needs at least ``limit`` characters."""


class FieldTooLong(FieldRefusal):
    """``field`` holds ``length`` characters; ``limit`` are allowed."""


class PhoneMalformed(FieldRefusal):
    """``value`` is no telephone number."""

    field = "phone"


class UnitUnknown(FieldRefusal):
    """No unit is called ``value``; ``near`` names similar ones."""

    field = "unit"


class UnitClosed(UnitUnknown):
    """The unit ``value`` was closed in the directory."""


class TimeMalformed(FieldRefusal):
    """``value`` is no time as it may be typed."""

    field = "time"


class DayWanted(FieldRefusal):
    """``value`` is a time of the day where whole days are taken."""

    field = "day"


class TimeInFuture(FieldRefusal):
    """``field`` lies after the present moment."""


class TimeOrder(FieldRefusal):
    """``field`` lies before ``earlier``, which must come first."""


class SignedByTechnician(FieldRefusal):
    """Nobody signs for the owner: ``name`` did the work (S3-8.6)."""

    field = "signed_by"


class TradeUnknown(FieldRefusal):
    """No trade is called ``value``; ``known`` names those there are."""

    field = "trade"


class ReasonUnknown(FieldRefusal):
    """No reason of this kind is called ``value``; ``known`` names those there are."""

    field = "reason"


class AmountMalformed(FieldRefusal):
    """``value`` is no amount: two decimals at most, not below zero."""


class AmountNegative(AmountMalformed):
    """``value`` is below zero, where only zero or more has a meaning."""


class AmountTooPrecise(AmountMalformed):
    """``value`` has a part smaller than a fen."""


class AmountTooLarge(AmountMalformed):
    """``value`` is more than one amount may come to (``limit``)."""


class UrgencyUnchanged(Refusal):
    """The slip ``number`` is of the asked ``job_type`` already."""


class TooManySlips(Refusal):
    """More slips are ticked than are changed together; at most ``most``."""
