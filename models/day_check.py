"""What a return check says of a day: counted once, then shown, printed, told, stored.

The classes add up to the set (4.6): A + A′ + B + B′ + C.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from models.copy_scheme import CopyRole
from models.gap_case import GapKind
from models.rate import rate_text
from models.return_check import CheckClass
from models.slip import JobType, SlipState
from models.slip_copy import CopyPlace
from models.unit import AreaKind


class CheckException(StrEnum):
    """What is not in order with a slip besides its class (4.6 X)."""

    COPY_MISSING = "copy_missing"
    GAP_OPEN = "gap_open"
    UNSIGNED = "unsigned"
    ETA_PASSED = "eta_passed"


@dataclass(frozen=True, slots=True)
class CheckedSlip:
    """One slip of the set at the run.

    ``check_class`` None: it was void or cancelled by the run, at ``ended_at``, and
    left the set. ``paper_place`` is where Housekeeping's copy lay, or the copy that
    moved last; None: nothing was printed. ``returned_at`` is the return that counts,
    None for a slip that is out. ``feedback_at``, ``reason`` and ``eta_at`` are the
    feedback of the class, or the last of an earlier day where there was none.
    ``was_missing``: class C the day before too.
    """

    slip_id: int
    number: str
    area_kind: AreaKind
    area: str
    unit_label: str | None
    place: str
    content: str
    job_type: JobType
    trade: str | None
    supervisor: str | None
    technicians: tuple[str, ...]
    state: SlipState
    issued_at: datetime
    check_class: CheckClass | None
    returned_at: datetime | None = None
    feedback_at: datetime | None = None
    reason: str | None = None
    eta_at: datetime | None = None
    paper_place: CopyPlace | None = None
    paper_since: datetime | None = None
    ended_at: datetime | None = None
    end_reason: str | None = None
    was_missing: bool = False
    exceptions: tuple[CheckException, ...] = ()

    @property
    def where(self) -> str:
        """Area, room and place in one line; what the next one says is not repeated."""
        parts = [part for part in (self.area, self.unit_label, self.place) if part]
        said = [
            part
            for part, after in zip(parts, [*parts[1:], ""], strict=True)
            if not after.startswith(part)
        ]
        return " ".join(said)

    @property
    def holder(self) -> str:
        """Who has it: the technicians, else the supervisor; empty: nobody yet."""
        return "、".join(self.technicians) or self.supervisor or ""

    @property
    def is_out(self) -> bool:
        """Whether the slip was owed at the run."""
        return self.check_class in OUT_CLASSES


OUT_CLASSES = frozenset(
    {CheckClass.FEEDBACK, CheckClass.LATE_FEEDBACK, CheckClass.MISSING}
)
"""The classes of slips that are not back."""


@dataclass(frozen=True, slots=True)
class CheckedGap:
    """A gap case that was open at the run (S4-4.1.4.1-1)."""

    kind: GapKind
    ref: str
    slip_id: int | None
    found_at: datetime
    owner: str | None


@dataclass(frozen=True, slots=True)
class CopyCount:
    """How many of one copy the desk had in hand, of the slips of the set."""

    copy_no: int
    role: CopyRole
    count: int


@dataclass(frozen=True, slots=True)
class FinalRun:
    """A run that was made final (定稿): who and when, and the hash of what it said.

    ``run_at`` is the moment the day was judged at. ``repeats`` is the run before it
    if that said the same of every slip.
    """

    run_no: int
    run_at: datetime
    recorded_at: datetime
    run_by: str
    engineering_by: str | None
    hash: str
    repeats: int | None = None


@dataclass(frozen=True)
class DayCheck:
    """The check of ``day``, judged at ``run_at``, by the limits ``return_by`` and
    ``feedback_by`` (clock times such as ``17:30``).

    ``items`` and ``ended`` are in order of issue; who works through them takes
    ``chased_first``. ``final`` is the last final run of the day if there is one, and
    ``is_final`` whether this is what it said: a count made later, or for another
    moment, may differ. ``still_holds``: what it said of every slip is true at this
    moment too.
    """

    day: date
    run_at: datetime
    return_by: str
    feedback_by: str
    items: tuple[CheckedSlip, ...]
    ended: tuple[CheckedSlip, ...] = ()
    gaps: tuple[CheckedGap, ...] = ()
    copies: tuple[CopyCount, ...] = ()
    final: FinalRun | None = None
    is_final: bool = False
    still_holds: bool = False

    @cached_property
    def counts(self) -> Mapping[CheckClass, int]:
        """How many slips each class has; every class is named."""
        found = Counter(item.check_class for item in self.items)
        return {each: found[each] for each in CheckClass}

    @property
    def set_size(self) -> int:
        """How many slips the day's set has."""
        return len(self.items)

    @property
    def return_rate(self) -> str | None:
        """当日返单及时率: A of A + A′."""
        on_time = self.counts[CheckClass.ON_TIME]
        return rate_text(on_time, on_time + self.counts[CheckClass.LATE])

    @property
    def feedback_rate(self) -> str | None:
        """反馈率: B of B + B′ + C."""
        out = sum(self.counts[each] for each in OUT_CLASSES)
        return rate_text(self.counts[CheckClass.FEEDBACK], out)

    @property
    def exceptional(self) -> tuple[CheckedSlip, ...]:
        """The slips something is not in order with, whatever their class."""
        return tuple(item for item in self.items if item.exceptions)

    @property
    def loose_gaps(self) -> tuple[CheckedGap, ...]:
        """Open gap cases that belong to no slip of the set: numbers, old copies."""
        here = {item.slip_id for item in self.items}
        return tuple(gap for gap in self.gaps if gap.slip_id not in here)

    @property
    def exception_count(self) -> int:
        """The figure X: exceptional slips, and gap cases of no slip of the set."""
        return len(self.exceptional) + len(self.loose_gaps)

    def of(self, check_class: CheckClass) -> tuple[CheckedSlip, ...]:
        """The slips of a class in order of issue."""
        return tuple(item for item in self.items if item.check_class is check_class)

    def numbers(self, check_class: CheckClass) -> list[str]:
        """The numbers of a class in order of issue."""
        return [item.number for item in self.of(check_class)]

    @property
    def chased_first(self) -> tuple[CheckedSlip, ...]:
        """The slips with yesterday's C first, else in order of issue."""
        return tuple(sorted(self.items, key=lambda item: not item.was_missing))

    def judges_as(self, other: "DayCheck") -> bool:
        """Whether both put every slip into the same class at the same times."""
        return self._judged == other._judged

    @property
    def _judged(self) -> list[tuple[object, ...]]:
        return [
            (item.slip_id, item.check_class, item.returned_at, item.ended_at)
            for item in (*self.items, *self.ended)
        ]
