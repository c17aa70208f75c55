"""What a centre's own sheet can be read as, and the columns each target has."""

from collections.abc import Mapping
from enum import Enum

from models.data_book import HEADINGS, CellKind, Heading
from models.tariff_item import MaterialMode

DEPARTMENTS = ("管家部", "工程部", "财务部", "中控", "管理处")
POSTS = (
    "前台",
    "中控",
    "管家",
    "管家主管",
    "调度员",
    "专业主管",
    "维修技工",
    "财务",
    "物业总监",
    "公司领导",
    "管理员",
)


class Target(Enum):
    """What the rows of a sheet become."""

    SLIPS = "slips"
    UNITS = "units"
    STAFF = "staff"
    TARIFF = "tariff"


BUILDING = Heading("楼栋", "building", CellKind.IDENTIFIER, longest=20)
ENTRANCE = Heading("楼门", "entrance", CellKind.IDENTIFIER, longest=20)
PARTS = (BUILDING, ENTRANCE)
"""Columns that only say a part of the room; they are put before its number."""

UNIT_HEADINGS = (
    Heading("单元号", "label", CellKind.IDENTIFIER, is_required=True, longest=30),
    Heading("业户名称", "owners", CellKind.NAMES, longest=400),
    Heading("联系电话", "phones", CellKind.IDENTIFIER, longest=400),
    Heading("区域", "area", CellKind.TEXT, longest=40),
    Heading("保修至", "warranty", CellKind.TIME),
    Heading("备注", "note", CellKind.TEXT, longest=200),
)
STAFF_HEADINGS = (
    Heading("姓名", "name", CellKind.TEXT, is_required=True, longest=40),
    Heading(
        "部门", "department", CellKind.CHOICE, is_required=True, choices=DEPARTMENTS
    ),
    Heading("岗位", "post", CellKind.CHOICE, is_required=True, choices=POSTS),
    Heading("工种", "trades", CellKind.NAMES, longest=200),
    Heading("工号", "badge_no", CellKind.IDENTIFIER, longest=20),
    Heading("联系电话", "phone", CellKind.IDENTIFIER, longest=30),
)

MATERIAL_WORDS: Mapping[MaterialMode, str] = {
    MaterialMode.EXTRA: "材料另计",
    MaterialMode.INCLUDED: "含材料",
    MaterialMode.OWNER_SUPPLIED: "业户自备",
    MaterialMode.ALL_IN: "一口价",
}
"""How a price list says what becomes of material."""
SAMPLE = "示例"
TARIFF_HEADINGS = (
    Heading("编码", "code", CellKind.IDENTIFIER, is_required=True, longest=20),
    Heading("类别", "category", CellKind.TEXT, is_required=True, longest=40),
    Heading("项目", "item", CellKind.TEXT, is_required=True, longest=60),
    Heading("单位", "uom", CellKind.TEXT, is_required=True, longest=10),
    Heading("人工费", "labour", CellKind.MONEY, is_required=True),
    Heading("人工费上限", "labour_most", CellKind.MONEY),
    Heading("夜间人工费", "night_labour", CellKind.MONEY),
    Heading(
        "材料方式",
        "material_mode",
        CellKind.CHOICE,
        choices=tuple(MATERIAL_WORDS.values()),
    ),
    Heading("材料费", "material", CellKind.MONEY),
    Heading("参考工时", "minutes", CellKind.IDENTIFIER, longest=10),
    Heading("生效日期", "valid_from", CellKind.TIME),
    Heading("失效日期", "valid_until", CellKind.TIME),
    Heading("备注", "note", CellKind.TEXT, longest=100),
    Heading("示例", "is_sample", CellKind.CHOICE, choices=(SAMPLE,)),
)

TARGETS: dict[Target, tuple[Heading, ...]] = {
    Target.SLIPS: (*HEADINGS["维修单"], *PARTS),
    Target.UNITS: (*UNIT_HEADINGS, *PARTS),
    Target.STAFF: STAFF_HEADINGS,
    Target.TARIFF: TARIFF_HEADINGS,
}
"""Target → what a column of a sheet may be read as, in the order of the data book."""

MADE: dict[Target, frozenset[str]] = {
    Target.SLIPS: frozenset(
        {"number", "area_kind", "area", "place", "unit", "reporter", "issued_at"}
    ),
    Target.UNITS: frozenset({"area"}),
    Target.STAFF: frozenset(),
    Target.TARIFF: frozenset({"material_mode", "valid_from"}),
}
"""What can be made of the other columns when the sheet does not say it."""

JOINED = frozenset({"content", "result_text", "remark", "note", "end_reason"})
"""Texts that several columns may give together, one after the other."""


def heading_of(target: Target, name: str) -> Heading:
    """The column of an attribute."""
    return next(heading for heading in TARGETS[target] if heading.name == name)
