"""Puts the slips of a day into their classes (domain-model 4.6, interfaces.md)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.desk import Desk
from app.return_check_day import DayMoments
from app.return_check_load import CopyAt, DayFacts, FoundSlip, Stay, Told
from app.slip_copy_move import BACK, NEEDED_BACK
from models.copy_scheme import CopyRole
from models.day_check import (
    CheckedSlip,
    CheckException,
    CopyCount,
    DayCheck,
)
from models.return_check import CheckClass
from models.slip import SignStatus
from models.slip_copy import CopyPlace
from models.unit import AreaKind

_IN_HAND = BACK - {CopyPlace.LOST}
_SIGNED = {SignStatus.SIGNED, SignStatus.PROXY}
_ORDER = (CopyRole.FIN, CopyRole.HK, CopyRole.OWNER, CopyRole.DEPT, CopyRole.TEAM)


def judge_day(desk: Desk, day: date, moments: DayMoments, facts: DayFacts) -> DayCheck:
    """The result of a day from what happened."""
    gapped = {gap.slip_id for gap in facts.gaps}
    items, ended, counted = [], [], Counter[tuple[int, CopyRole]]()
    for slip in facts.slips:
        judged = _Judged(
            slip,
            facts.stays.get(slip.id, ()),
            facts.told.get(slip.id, ()),
            _roles(desk, slip.copy_scheme),
            facts.copies.get(slip.id, {}),
        )
        if not judged.belongs(moments):
            continue
        if slip.ended_at is not None and slip.ended_at <= moments.run_at:
            ended.append(judged.ended())
            continue
        items.append(judged.checked(desk, moments, slip.id in gapped))
        counted.update(judged.copies_in_hand(moments))
    return DayCheck(
        day=day,
        run_at=moments.run_at,
        return_by=desk.settings.text("return_deadline"),
        feedback_by=desk.settings.text("feedback_deadline"),
        items=tuple(items),
        ended=tuple(ended),
        gaps=tuple(facts.gaps),
        copies=_copy_counts(desk, counted),
    )


@dataclass(frozen=True, slots=True)
class _Judged:
    """One slip with everything that befell it."""

    slip: FoundSlip
    stays: Sequence[Stay]
    told: Sequence[Told]
    roles: Mapping[int, CopyRole]
    copies: Mapping[int, CopyAt]

    def belongs(self, moments: DayMoments) -> bool:
        """Whether the slip was owed at some moment between the two runs.

        One that came after the list of the day before and was back by its run was
        asked for by nobody yet: it belongs to this day too.
        """
        if self.slip.issued_at >= moments.run_at:
            return False  # not yet open at the run
        if self.slip.issued_at >= moments.late_from:
            return True
        since = moments.run_before
        if self.slip.ended_at is not None and self.slip.ended_at <= since:
            return False
        return any(
            out <= moments.run_at and (back is None or back > since)
            for out, back in self._times_out()
        )

    def _times_out(self) -> Iterable[tuple[datetime, datetime | None]]:
        """When the slip was out: from and until; None: still."""
        out: datetime | None = self.slip.issued_at
        for returned_at, out_again_at in self.stays:
            if out is not None:
                yield out, returned_at
            out = out_again_at
        if out is not None:
            yield out, None

    def _return_at(self, at: datetime) -> datetime | None:
        """The return that stood at a moment; None: the slip was out."""
        stood = [
            back for back, out in self.stays if back <= at and (out is None or out > at)
        ]
        return max(stood, default=None)

    def checked(self, desk: Desk, moments: DayMoments, has_gap: bool) -> CheckedSlip:
        """The slip in its class."""
        returned_at = self._return_at(moments.run_at)
        today = [each for each in self.told if each.told_at >= moments.begins]
        in_time = [each for each in today if each.told_at < moments.feedback_until]
        if returned_at is not None:
            is_late = returned_at >= moments.return_until
            found = CheckClass.LATE if is_late else CheckClass.ON_TIME
        elif in_time:
            found = CheckClass.FEEDBACK
        else:
            found = CheckClass.LATE_FEEDBACK if today else CheckClass.MISSING
        told = None
        if returned_at is None:
            told = next(reversed(in_time or today or self.told), None)
        wrong = self._wrong(desk, moments, returned_at, told)
        if has_gap:
            wrong.add(CheckException.GAP_OPEN)
        return self._item(
            found,
            returned_at=returned_at,
            told=told,
            was_missing=self._was_missing(moments),
            exceptions=tuple(each for each in CheckException if each in wrong),
        )

    def ended(self) -> CheckedSlip:
        """The slip as it left the set: void or cancelled."""
        return self._item(None)

    def _was_missing(self, moments: DayMoments) -> bool:
        since = moments.run_before
        if self.slip.issued_at >= min(moments.late_from, since):
            return False
        if self._return_at(since) is not None:
            return False
        return not any(
            moments.day_before <= each.told_at < moments.begins for each in self.told
        )

    def _wrong(
        self,
        desk: Desk,
        moments: DayMoments,
        returned_at: datetime | None,
        told: Told | None,
    ) -> set[CheckException]:
        if returned_at is None:
            is_past = told is not None and _until(desk, told.eta_at) < moments.run_at
            return {CheckException.ETA_PASSED} if is_past else set()
        wrong = set()
        needed = {no for no, role in self.roles.items() if role in NEEDED_BACK}
        if any(self._place(no) not in _IN_HAND for no in needed):
            wrong.add(CheckException.COPY_MISSING)
        is_unit = self.slip.area_kind is AreaKind.UNIT
        if is_unit and self.slip.sign_status not in _SIGNED:
            wrong.add(CheckException.UNSIGNED)
        return wrong

    def _place(self, copy_no: int) -> CopyPlace | None:
        copy = self.copies.get(copy_no)
        return copy.place if copy else None

    def _paper(self) -> CopyAt | None:
        """Housekeeping's copy, else the one that moved last."""
        for copy_no, copy in self.copies.items():
            if self.roles.get(copy_no) is CopyRole.HK:
                return copy
        return max(self.copies.values(), key=lambda copy: copy.since, default=None)

    def copies_in_hand(self, moments: DayMoments) -> Iterable[tuple[int, CopyRole]]:
        """The copies the day brought: number and role."""
        is_back = self._return_at(moments.run_at) is not None
        for copy_no, copy in self.copies.items():
            role = self.roles.get(copy_no)
            is_new = is_back or copy.since > moments.run_before
            if role is not None and is_new and copy.place in _IN_HAND:
                yield copy_no, role

    def _item(
        self,
        found: CheckClass | None,
        *,
        returned_at: datetime | None = None,
        told: Told | None = None,
        was_missing: bool = False,
        exceptions: tuple[CheckException, ...] = (),
    ) -> CheckedSlip:
        slip, paper = self.slip, self._paper()
        return CheckedSlip(
            slip_id=slip.id,
            number=slip.number,
            area_kind=slip.area_kind,
            area=slip.area,
            unit_label=slip.unit_label,
            place=slip.place,
            content=slip.content,
            job_type=slip.job_type,
            trade=slip.trade,
            supervisor=slip.supervisor,
            technicians=slip.technicians,
            state=slip.state,
            issued_at=slip.issued_at,
            check_class=found,
            returned_at=returned_at,
            feedback_at=told.told_at if told else None,
            reason=told.reason if told else None,
            eta_at=told.eta_at if told else None,
            paper_place=paper.place if paper else None,
            paper_since=paper.since if paper else None,
            ended_at=None if found else slip.ended_at,
            end_reason=None if found else slip.end_reason,
            was_missing=was_missing,
            exceptions=exceptions,
        )


def _until(desk: Desk, eta_at: datetime) -> datetime:
    """When an expected time has passed; a day without a clock time lasts all day."""
    local = desk.local(eta_at)
    is_day = local.time() == time(0)
    return eta_at + timedelta(days=1) if is_day else eta_at


def _roles(desk: Desk, scheme: str | None) -> Mapping[int, CopyRole]:
    return desk.schemes.get(scheme or desk.settings.text("copy_scheme"), {})


def _copy_counts(
    desk: Desk, counted: Mapping[tuple[int, CopyRole], int]
) -> tuple[CopyCount, ...]:
    """Every copy of the centre's scheme, and others that came; never Engineering's."""
    own = {(no, role) for no, role in _roles(desk, None).items()}
    asked = sorted(
        (pair for pair in own | counted.keys() if pair[1] in _ORDER),
        key=lambda pair: (_ORDER.index(pair[1]), pair[0]),
    )
    return tuple(CopyCount(*pair, counted.get(pair, 0)) for pair in asked)
