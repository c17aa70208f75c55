"""What a printed repair slip says (工程维修单), and the papers it is printed on."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from models.slip import JobType, Outcome, OwnerOpinion
from models.unit import AreaKind


class Paper(StrEnum):
    """What a slip can be printed on (field-practice 3.4)."""

    A4 = "a4"
    A4_2UP = "a4-2up"
    HALF = "half"
    THIRD = "third"


URGENT = "紧急"
"""The word of the stamp (S4c-2.4)."""


@dataclass(frozen=True, slots=True)
class CopyMark:
    """One copy of the scheme (S4-4.1.3) and the print that is in somebody's hands.

    ``reprint`` 0 is the first print; ``printed_at`` is local, None while the print
    has not been counted (a preview).
    """

    number: int
    label: str
    colour: str
    reprint: int = 0
    printed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """One material line; ``amount`` is quantity × price in yuan."""

    name: str
    uom: str
    quantity: Decimal
    price: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True)
class SlipForm:
    """All that the paper says. Times are local, money is yuan, "" is not known yet."""

    number: str
    centre: str
    copies: tuple[CopyMark, ...]
    area_kind: AreaKind
    area: str
    place: str
    reporter: str
    content: str
    job_type: JobType
    hotline: str = ""
    ended: str = ""
    has_stamp: bool = True
    procedure: str = "ML-CS-016"
    unit: str = ""
    owner: str = ""
    report_dept: str = ""
    phone: str = ""
    reported_at: datetime | None = None
    post: str = ""
    received_by: str = ""
    channel: str = ""
    charge: str = ""
    trade: str = ""
    dispatched_at: datetime | None = None
    dispatcher: str = ""
    supervisor: str = ""
    technicians: tuple[str, ...] = ()
    appointment_at: datetime | None = None
    appointment_reason: str = ""
    materials: tuple[Material, ...] = ()
    labour: Decimal | None = None
    total: Decimal | None = None
    quote: Decimal | None = None
    quote_signed_by: str = ""
    quote_signed_at: datetime | None = None
    arrived_at: datetime | None = None
    done_at: datetime | None = None
    outcome: Outcome | None = None
    result: str = ""
    unfinished_reason: str = ""
    eta_at: datetime | None = None
    opinion: OwnerOpinion | None = None
    signed_by: str = ""
    sign_note: str = ""
    signed_at: datetime | None = None
    returned_to: str = ""
    returned_at: datetime | None = None
    paid_at: datetime | None = None

    @property
    def stamp(self) -> str:
        """The boxed word: 作废 or 销单 for a slip that has ended, else 紧急 (K-17)."""
        if self.ended:
            return self.ended
        return URGENT if self.is_urgent and self.has_stamp else ""

    @property
    def is_urgent(self) -> bool:
        return self.job_type is JobType.URGENT


def as_next_print(
    form: SlipForm, copies: Collection[int] | None, at: datetime
) -> SlipForm:
    """The form as its next print will say it, before that is counted: the first print
    or the next reprint of ``copies`` (None: all), at the local time ``at``.
    """
    marks = tuple(
        replace(
            mark,
            reprint=0 if mark.printed_at is None else mark.reprint + 1,
            printed_at=at,
        )
        if copies is None or mark.number in copies
        else mark
        for mark in form.copies
    )
    return replace(form, copies=marks)
