"""What a new database begins with: the first centre and its editable tables."""

import csv
from datetime import date
from importlib import resources

from sqlalchemy import Connection, insert

from app.event_log import FIRST_HASH
from models.base import table_of
from models.calendar_day import CalendarDay, DayKind
from models.centre import Centre
from models.copy_scheme import CopyRole, CopyScheme, CopySchemeRow
from models.event import EventHead
from models.reason_code import ReasonCode, ReasonKind
from models.trade import Trade

REASONS: dict[ReasonKind, tuple[tuple[str, str], ...]] = {
    ReasonKind.UNFINISHED: (
        ("MATERIAL", "待料"),
        ("STAFF", "缺人手"),
        ("TECHNICAL", "技术原因"),
        ("VENDOR", "待厂家/保修"),
        ("FACTORY", "返厂"),
        ("OWNER_BUSY", "业户不便/改约"),
        ("NO_ACCESS", "未遇业户"),
        ("QUOTE_DISPUTE", "报价争议"),
        ("APPROVAL", "待审批"),
        ("SLIP_LOST", "单据遗失"),
        ("OTHER", "其他"),
    ),
    ReasonKind.CANCEL: (
        ("DUPLICATE", "重复"),
        ("WITHDRAWN", "业户撤销"),
        ("PHONE_ADVICE", "电话指导解决"),
        ("OUT_OF_SCOPE", "非本处范围"),
        ("QUOTE_REFUSED", "业户不修"),
    ),
    ReasonKind.VOID: (
        ("MISTYPED", "录入错误"),
        ("SPOILED", "单据损坏"),
        ("OTHER", "其他"),
    ),
    ReasonKind.BOUNCE: (
        ("INCOMPLETE", "栏目内容不全"),
        ("UNCLEAR", "内容不清"),
        ("WRONG_PLACE", "地点有误"),
        ("OTHER", "其他"),
    ),
    ReasonKind.GAP: (("LOST", "遗失"), ("HELD", "在他人手中"), ("MISNUMBERED", "跳号")),
    ReasonKind.WAIVE: (("COMPLAINT", "投诉补偿"), ("COMPANY_FAULT", "公司责任")),
}
"""The reasons a centre begins with (S4c-3.4, S4-4.2.1.3, S1-2.6.7, S3-4.7 …)."""

TRADES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("水工", ("漏水", "渗水", "水管", "龙头", "马桶", "下水", "堵", "地漏", "阀")),
    ("电工", ("没电", "停电", "跳闸", "插座", "开关", "灯", "线路", "电箱")),
    ("空调", ("空调", "不制冷", "风机", "冷凝水")),
    ("门窗", ("门", "锁", "窗", "玻璃", "合页", "门禁")),
    ("电梯", ("电梯", "困人", "轿厢")),
    ("防水", ("防水", "返潮", "外墙渗")),
    ("土建", ("墙", "地砖", "吊顶", "脱落", "裂缝")),
    ("弱电", ("对讲", "监控", "网络", "电视", "报警")),
    ("综合", ()),
)

SCHEMES = {
    "MLCS016_4": (
        "四联（ML-CS-016）",
        (
            (1, CopyRole.ENG, "工程部", "白"),
            (2, CopyRole.FIN, "财务部", "红"),
            (3, CopyRole.OWNER, "客户", "蓝"),
            (4, CopyRole.HK, "管家部", "黄"),
        ),
    ),
    "HOTEL_3": (
        "三联（酒店）",
        (
            (1, CopyRole.ENG, "工程部", "白"),
            (2, CopyRole.DEPT, "报修部门", "红"),
            (3, CopyRole.TEAM, "维修班组", "黄"),
        ),
    ),
}
"""The shipped copy schemes (K-01); the colours are an assumption and editable."""


def seed_centre(
    connection: Connection, code: str = "01", name: str = "物业服务中心"
) -> int:
    """Add a centre with its calendar, schemes, reasons and trades; its id."""
    centre_id: int = connection.execute(
        insert(table_of(Centre)).values(code=code, name=name).returning(Centre.id)
    ).scalar_one()
    connection.execute(
        insert(table_of(EventHead)).values(
            centre_id=centre_id, last_seq=0, last_hash=FIRST_HASH
        )
    )
    connection.execute(
        insert(table_of(CalendarDay)),
        [{"centre_id": centre_id, **day} for day in shipped_days(2026)],
    )
    for scheme, (title, rows) in SCHEMES.items():
        scheme_id: int = connection.execute(
            insert(table_of(CopyScheme))
            .values(centre_id=centre_id, code=scheme, name=title)
            .returning(CopyScheme.id)
        ).scalar_one()
        connection.execute(
            insert(table_of(CopySchemeRow)),
            [
                {
                    "scheme_id": scheme_id,
                    "copy_no": copy_no,
                    "role": role,
                    "label": label,
                    "colour": colour,
                }
                for copy_no, role, label, colour in rows
            ],
        )
    connection.execute(
        insert(table_of(ReasonCode)),
        [
            {
                "centre_id": centre_id,
                "kind": kind,
                "code": reason,
                "text": text,
                "position": position,
                "is_active": True,
                "version": 1,
            }
            for kind, reasons in REASONS.items()
            for position, (reason, text) in enumerate(reasons)
        ],
    )
    connection.execute(
        insert(table_of(Trade)),
        [
            {
                "centre_id": centre_id,
                "name": trade,
                "words": words,
                "position": position,
                "is_active": True,
                "version": 1,
            }
            for position, (trade, words) in enumerate(TRADES)
        ],
    )
    return centre_id


def shipped_days(year: int) -> list[dict[str, object]]:
    """The holidays of a year that ships with the program; empty if it does not."""
    path = resources.files("resources") / "calendar" / f"{year}.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8") as lines:
        return [
            {
                "day_on": date.fromisoformat(row["date"]),
                "kind": DayKind(row["kind"]),
                "note": row["note"],
                "source": row["source"],
            }
            for row in csv.DictReader(lines)
        ]
