"""The ways a step of a handover to Finance (移交) can be refused."""

from app.errors import FieldRefusal, Refusal


class BundleHandedOver(Refusal):
    """The bundle ``batch_no`` of ``period`` was handed over: it is fixed."""


class BundleEmpty(Refusal):
    """Nothing was scanned into the bundle ``batch_no`` of ``period``."""


class NotFinanceCopy(Refusal):
    """Copy ``copy_no`` of ``number`` was scanned; Finance gets copy ``finance_no``."""


class CopyNotInHand(Refusal):
    """The finance copy of ``number`` has not come in hand."""


class CopyWentEarly(Refusal):
    """An escort brought Finance its copy of ``number`` at ``at`` (已先交)."""


class CopyWithoutPaper(Refusal):
    """``number`` ended before it was printed: there is no paper to hand over."""


class CopyInBundle(Refusal):
    """The finance copy of ``number`` is in bundle ``batch_no`` of ``period``."""


class CopyWasHandedOver(Refusal):
    """``number`` was handed over in bundle ``batch_no`` of ``period`` at ``at``."""


class CopyOfOtherPeriod(Refusal):
    """``number`` belongs to the statement of ``statement``, not of ``period``."""


class BundleToOneself(FieldRefusal):
    """``name`` gives and takes: two people hand over."""

    field = "to_staff"


class MayNotHandOver(FieldRefusal):
    """``name`` holds no post that may do this side of a handover."""
