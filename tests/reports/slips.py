"""Slips as papers are given them, in one call."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from models.slip import JobType, Outcome, OwnerOpinion
from models.unit import AreaKind
from reports.slip_paper import CopyMark, Material, SlipForm

at = datetime.fromisoformat
"""A local time, as papers write it."""

PRINTED_AT = at("2026-11-20 16:09")
RARE_NAME = "𬭎𠮷𡈽𰻝"
"""Characters of names beyond the usual ones, two of them in no usual font."""


def scheme(labels: str, colours: str, reprint: int = 0) -> tuple[CopyMark, ...]:
    """Copies with these labels, each in the colour at its place."""
    named = zip(labels.split(), colours, strict=True)
    return tuple(
        CopyMark(number, label, colour, reprint, PRINTED_AT)
        for number, (label, colour) in enumerate(named, start=1)
    )


MLCS016_4 = scheme("工程部 财务部 客户 管家部", "白红蓝黄")
HOTEL_3 = scheme("工程部 报修部门 维修班组", "白红黄")

DISPATCHED = SlipForm(
    number="WX261120-023",
    centre="演示物业服务中心",
    copies=MLCS016_4,
    area_kind=AreaKind.UNIT,
    area="3栋",
    place="厨房，水槽下",
    unit="3-1502",
    owner="陈淑敏（演示）",
    reporter="陈淑敏（演示）",
    phone="13800001502",
    content="厨房水槽下方漏水，已渗到柜体，业主已关总阀",
    job_type=JobType.URGENT,
    hotline="88001100",
    reported_at=at("2026-11-20 16:07"),
    post="前台",
    received_by="李晓岚（演示）",
    channel="电话",
    charge="有偿",
    trade="水工",
    dispatched_at=at("2026-11-20 16:09"),
    dispatcher="周文（演示）",
    supervisor="赵立新（演示）",
    technicians=("刘志强（演示）",),
)
"""An urgent slip of a unit on its way."""

RETURNED = replace(
    DISPATCHED,
    job_type=JobType.ROUTINE,
    materials=(
        Material("下水软管", "根", Decimal(1), Decimal("35.00"), Decimal("35.00")),
        Material("角阀", "只", Decimal(2), Decimal("45.50"), Decimal("91.00")),
    ),
    labour=Decimal("120.00"),
    total=Decimal("246.00"),
    quote=Decimal("246.00"),
    quote_signed_by="陈淑敏（演示）",
    quote_signed_at=at("2026-11-20 16:40"),
    arrived_at=at("2026-11-20 16:25"),
    done_at=at("2026-11-20 18:40"),
    outcome=Outcome.COMPLETED,
    result="更换下水软管，试水不漏",
    opinion=OwnerOpinion.SATISFIED,
    signed_by="陈大文（演示）",
    sign_note="代签",
    signed_at=at("2026-11-20 18:42"),
    returned_to="李晓岚（演示）",
    returned_at=at("2026-11-21 09:05"),
    copies=scheme("工程部 财务部 客户 管家部", "白红蓝黄", reprint=2),
)
"""The same slip back at the desk, printed a third time."""

PUBLIC = replace(
    DISPATCHED,
    area_kind=AreaKind.PUBLIC,
    job_type=JobType.PLANNED,
    unit="",
    owner="",
    area="地下二层",
    place="B区3号配电间",
    report_dept="保安部",
    phone="8801",
    charge="免费",
)
"""A planned slip of a public area."""

LONGEST: dict[str, Any] = {
    "area": "区" * 40,
    "place": "地" * 80,
    "unit": "单" * 30,
    "reporter": "人" * 40,
    "phone": "010-88881234567转888888",
    "content": "漏水滴答" * 75,
    "supervisor": "主" * 20,
    "technicians": ("甲" * 10, "乙" * 10, "丙" * 10),
    "appointment_reason": "因" * 40,
    "result": "已更换" * 30,
    "centre": "名" * 60,
    "trade": "工" * 20,
}
"""The longest each field may be, or is likely to become."""
