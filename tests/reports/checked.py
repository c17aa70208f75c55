"""A checked day for tests of papers: one slip of every class, and what goes with it."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

from models.copy_scheme import CopyRole
from models.day_check import (
    CheckedGap,
    CheckedSlip,
    CheckException,
    CopyCount,
    DayCheck,
    FinalRun,
)
from models.gap_case import GapKind
from models.return_check import CheckClass
from models.slip import JobType, SlipState
from models.slip_copy import CopyPlace
from models.unit import AreaKind
from reports.office import Office
from tests.data_book_maker import at

DAY = date(2026, 12, 8)


class _Settings:
    def text(self, key: str) -> str:
        return {"repair_phone": "010-88881234", "procedure_version": "A/0"}[key]

    def number(self, key: str) -> int:
        raise NotImplementedError

    def minute_of_day(self, key: str) -> int:
        raise NotImplementedError


OFFICE: Office = SimpleNamespace(
    centre_id=1,
    centre_name="演示物业服务中心",
    zone=ZoneInfo("Asia/Shanghai"),
    settings=_Settings(),
)


def checked(serial: int, check_class: CheckClass | None, **facts: Any) -> CheckedSlip:
    """A slip of a class; out slips lie with the technician."""
    is_back = check_class in (CheckClass.ON_TIME, CheckClass.LATE)
    known: dict[str, Any] = {
        "area_kind": AreaKind.UNIT,
        "area": "3栋",
        "unit_label": "3-1502",
        "place": "厨房",
        "content": f"水龙头漏水{serial}",
        "job_type": JobType.ROUTINE,
        "trade": "给排水",
        "supervisor": "演示主管",
        "technicians": ("演示技工",),
        "state": SlipState.RETURNED if is_back else SlipState.DISPATCHED,
        "issued_at": at("2026-12-08 09:00"),
        "returned_at": at("2026-12-08 17:10") if is_back else None,
        "paper_place": CopyPlace.HK_DESK if is_back else CopyPlace.TECHNICIAN,
        "paper_since": at("2026-12-08 09:10"),
    }
    return CheckedSlip(
        slip_id=serial,
        number=f"WX261208-{serial:03d}",
        check_class=check_class,
        **(known | facts),
    )


def checked_day(*more: CheckedSlip) -> DayCheck:
    """A day with every class; the last C was missing the day before too."""
    told = {
        "reason": "待料",
        "eta_at": at("2026-12-10 12:00"),
    }
    items = (
        checked(1, CheckClass.ON_TIME),
        checked(2, CheckClass.ON_TIME, exceptions=(CheckException.UNSIGNED,)),
        checked(3, CheckClass.LATE, returned_at=at("2026-12-08 17:34")),
        checked(4, CheckClass.FEEDBACK, feedback_at=at("2026-12-08 17:38"), **told),
        checked(
            5, CheckClass.LATE_FEEDBACK, feedback_at=at("2026-12-08 17:41"), **told
        ),
        checked(6, CheckClass.MISSING, trade=None, technicians=(), supervisor=None),
        checked(
            7,
            CheckClass.MISSING,
            was_missing=True,
            feedback_at=at("2026-12-05 17:20"),
            exceptions=(CheckException.ETA_PASSED,),
            reason="缺人手",
            eta_at=at("2026-12-06 12:00"),
        ),
        *more,
    )
    ended = checked(
        8,
        None,
        state=SlipState.VOID,
        ended_at=at("2026-12-08 11:00"),
        end_reason="录入错误",
    )
    return DayCheck(
        day=DAY,
        run_at=at("2026-12-08 17:42:10"),
        return_by="17:30",
        feedback_by="17:40",
        items=items,
        ended=(ended,),
        gaps=(
            CheckedGap(
                GapKind.NUMBER, "WX261201-003…005", None, at("2026-12-02 09:00"), None
            ),
            CheckedGap(
                GapKind.COPY,
                "WX261202-001/4/2",
                901,
                at("2026-12-03 10:00"),
                "演示管家",
            ),
        ),
        copies=(
            CopyCount(2, CopyRole.FIN, 3),
            CopyCount(4, CopyRole.HK, 3),
            CopyCount(3, CopyRole.OWNER, 0),
        ),
    )


def final(check: DayCheck) -> DayCheck:
    """The same, made final."""
    run = FinalRun(
        run_no=2,
        run_at=check.run_at,
        recorded_at=at("2026-12-08 17:43:05"),
        run_by="演示前台",
        engineering_by="演示调度",
        hash="0123456789abcdef" * 4,
    )
    return replace(check, final=run, is_final=True)
