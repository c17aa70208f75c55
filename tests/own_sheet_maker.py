"""Sheets as centres keep them: titles, merged heads, dates in every form.

Every person in them is made up (演示).
"""

from collections.abc import Callable, Sequence
from datetime import date, time
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook

Cells = Sequence[Sequence[Any]]


class OwnFile:
    """A workbook being put together the way people do it."""

    def __init__(self) -> None:
        self._book = Workbook()
        self._first = True

    def sheet(
        self, title: str, rows: Cells, *, merged: Sequence[str] = (), top: int = 1
    ) -> "OwnFile":
        """One more sheet; rows begin in row ``top``, None leaves a cell empty."""
        if self._first:
            sheet: Any = self._book.active
            sheet.title = title
        else:
            sheet = self._book.create_sheet(title)
        self._first = False
        for number, row in enumerate(rows, start=top):
            for column, value in enumerate(row, start=1):
                if isinstance(value, time):
                    sheet.cell(number, column, value).number_format = "h:mm"
                elif value is not None:
                    sheet.cell(number, column, value)
        for cells in merged:
            sheet.merge_cells(cells)
        return self

    def hide_rows(self, title: str, *numbers: int) -> "OwnFile":
        """Filter rows out."""
        for number in numbers:
            self._book[title].row_dimensions[number].hidden = True
        return self

    def hide(self, title: str) -> "OwnFile":
        """Put a sheet out of sight."""
        self._book[title].sheet_state = "hidden"
        return self

    def save(self, path: Path) -> Path:
        """Write it."""
        out = BytesIO()
        self._book.save(out)
        path.write_bytes(out.getvalue())
        return path


def _plain() -> OwnFile:
    return OwnFile().sheet(
        "Sheet1",
        [
            ["单号", "日期", "房号", "报修人", "电话", "报修内容", "维修人", "备注"],
            [
                "0001",
                "2026/3/5",
                "3-1502",
                "演示甲",
                "13800001502",
                "厨房漏水",
                "演示师傅",
                "",
            ],
            [
                "0002",
                "2026/3/6",
                "3-1602",
                "演示乙",
                "13800001602",
                "卧室没电",
                "演示师傅",
                "已换",
            ],
        ],
    )


def _titled() -> OwnFile:
    """A title over the whole width, a line under it, then the headings."""
    return OwnFile().sheet(
        "三月",
        [
            ["云栖雅苑 2026年3月业户报修登记表"],
            ["部门：管家部", None, None, "填表人：演示丁"],
            [
                "序号",
                "报修日期",
                "报修时间",
                "楼栋",
                "单元",
                "房号",
                "业主",
                "联系方式",
                "报修事项",
                "完成情况",
            ],
            [
                1,
                "3月5日",
                "9:20",
                "3栋",
                "1单元",
                "1502",
                "演示甲",
                13800001502,
                "马桶堵塞",
                "已完成",
            ],
            [
                2,
                "3月5日",
                "14点30分",
                "3栋",
                "2单元",
                "301",
                "演示乙",
                13800000301,
                "灯不亮",
                "已完成",
            ],
            [
                3,
                "3月6日",
                "下午3:05",
                "5栋",
                "1单元",
                "802",
                "演示丙",
                13800000802,
                "门锁坏",
                "未完成",
            ],
            ["合计", None, None, None, None, None, None, None, 3, None],
        ],
        merged=("A1:J1",),
    )


def _two_rows() -> OwnFile:
    """Groups over headings: 报修信息 and 维修信息."""
    return OwnFile().sheet(
        "登记",
        [
            ["编号", "报修信息", None, None, None, "维修信息", None, None, "报修内容"],
            [
                None,
                "日期",
                "房号",
                "业主姓名",
                "电话",
                "维修人员",
                "完工日期",
                "维修费",
                None,
            ],
            [
                "W-1",
                date(2026, 3, 5),
                "3栋1502室",
                "演示甲",
                "13800001502",
                "演示师傅、演示学徒",
                date(2026, 3, 5),
                "￥80",
                "水龙头漏水",
            ],
            [
                "W-2",
                date(2026, 3, 6),
                "3栋1602室",
                "演示乙",
                "13800001602",
                "演示师傅",
                date(2026, 3, 7),
                "80元",
                "插座松动",
            ],
        ],
        merged=("A1:A2", "B1:E1", "F1:H1", "I1:I2"),
    )


def _serials() -> OwnFile:
    """Dates as bare serials and as digits, a telephone as a number."""
    return OwnFile().sheet(
        "数据",
        [
            [
                "工单号",
                "登记日期",
                "完成日期",
                "地址",
                "联系人",
                "联系电话",
                "故障描述",
            ],
            [1001, 46086, 20260306, "3-1502", "演示甲", 13800001502.0, "厨房下水堵塞"],
            [
                1002,
                46087.604166667,
                20260308,
                "3-1602",
                "演示乙",
                1.3800001602e10,
                "空调不制冷",
            ],
        ],
    )


def _merged_days() -> OwnFile:
    """One day over several rows, empty columns between, a section line."""
    return OwnFile().sheet(
        "2026",
        [
            ["日期", None, "时间", "房间号", None, "住户", "手机", "内容", "处理人"],
            [
                "2026-03-05",
                None,
                time(9, 5),
                "3-1502",
                None,
                "演示甲",
                "138 0000 1502",
                "水管爆裂",
                "演示师傅",
            ],
            [
                None,
                None,
                time(10, 40),
                "3-1602",
                None,
                "演示乙",
                "138-0000-1602",
                "跳闸",
                "演示师傅",
            ],
            [
                None,
                None,
                time(0, 0),
                "3-1702",
                None,
                "演示丙",
                "138 0000 1702",
                "门铃坏",
                "演示师傅",
            ],
            ["四月份"],
            [
                "2026-04-01",
                None,
                time(8, 0),
                "5-802",
                None,
                "演示丁",
                "138 0000 0802",
                "漏水",
                "演示学徒",
            ],
        ],
        merged=("A2:A4",),
    )


def _mixed_places() -> OwnFile:
    """Rooms and public places in one column, urgent by tick, ends by words."""
    return OwnFile().sheet(
        "报修台账",
        [
            [
                "报修编号",
                "接报时间",
                "报修地点",
                "报修人",
                "电话",
                "报修内容",
                "是否紧急",
                "处理结果",
                "是否收费",
            ],
            [
                "BX-01",
                "2026.3.5 09:20",
                "3-1502",
                "演示甲",
                "13800001502",
                "厨房漏水",
                "√",
                "已处理",
                "是",
            ],
            [
                "BX-02",
                "2026.3.5 11:00",
                "地下车库B1入口",
                "演示保安",
                "8801",
                "道闸抬不起",
                "是",
                "已处理",
                "否",
            ],
            [
                "BX-03",
                "2026.3.6",
                "管理处办公室",
                "演示文员",
                "8802",
                "打印机没电",
                "否",
                "处理中",
                None,
            ],
            [
                "BX-04",
                "2026.3.7",
                "5栋大堂",
                "演示保洁",
                "/",
                "灯不亮",
                "-",
                "完成",
                "免费",
            ],
        ],
    )


def _no_number() -> OwnFile:
    return OwnFile().sheet(
        "维修记录",
        [
            ["时间", "业主", "房号", "手机号", "维修项目", "师傅", "金额"],
            [
                "2026-03-05 09:20",
                "演示甲",
                "3#1502",
                "13800001502",
                "换水龙头",
                "演示师傅",
                "120.00",
            ],
            [
                "2026-03-05 10:00",
                "演示乙",
                "3#1602",
                "13800001602",
                "通下水道",
                "演示师傅",
                "1,200.5元",
            ],
            [
                "2026-03-06 08:00",
                "演示丙",
                "5#802",
                "13800000802",
                "换灯泡",
                "演示学徒",
                "免费",
            ],
        ],
    )


def _several_sheets() -> OwnFile:
    """A cover, an empty sheet, the register, a list of choices."""
    return (
        OwnFile()
        .sheet("封面", [["云栖雅苑"], ["报修登记"], ["2026年"]])
        .sheet("空", [])
        .sheet(
            "登记表",
            [
                [
                    "单据编号",
                    "报修时间",
                    "户号",
                    "业户姓名",
                    "联系号码",
                    "报修内容",
                    "完工时间",
                    "满意度",
                ],
                [
                    "A1",
                    "2026年3月5日 9时20分",
                    "3-1502",
                    "演示甲",
                    "13800001502",
                    "墙面渗水",
                    "2026年3月6日",
                    "非常满意",
                ],
                [
                    "A2",
                    "2026年3月7日",
                    "3-1602",
                    "演示乙",
                    "13800001602",
                    "地漏反味",
                    "2026年3月8日",
                    "一般",
                ],
            ],
        )
        .sheet("字典", [["工种"], ["水工"], ["电工"]])
    )


def _repeated_heads() -> OwnFile:
    """Printed pages pasted together: headings again, sums, a foot."""
    head = ["单号", "受理日期", "房号", "客户姓名", "电话", "故障现象"]
    return OwnFile().sheet(
        "打印稿",
        [
            ["报修单一览"],
            head,
            ["K1", "26-3-5", "3-1502", "演示甲", "13800001502", "厨房漏水"],
            ["本页合计", None, None, None, None, 1],
            head,
            ["K2", "26-3-6", "3-1602", "演示乙", "13800001602", "没有热水"],
            ["合计", None, None, None, None, 2],
            ["制表人：演示丁", None, None, "审核：演示戊"],
        ],
        merged=("A1:F1",),
    )


def _broken() -> OwnFile:
    """A day that is none, an amount of words, a telephone too short, no content."""
    return OwnFile().sheet(
        "有错",
        [
            [
                "单号",
                "日期",
                "房号",
                "报修人",
                "电话",
                "报修内容",
                "材料费",
                "维修结果",
            ],
            [
                "E1",
                "2026/2/30",
                "3-1502",
                "演示甲",
                "13800001502",
                "厨房漏水",
                "80",
                "完成",
            ],
            ["E2", "2026/3/5", "3-1602", "演示乙", "12", "没电", "八十", "完成"],
            [
                "E3",
                "2026/3/5",
                "3-1702",
                "演示丙",
                "13800001702",
                None,
                "80.125",
                "差不多",
            ],
            ["E1", "2026/3/6", "3-1802", "演示丁", "13800001802", "漏水", "80", "完成"],
            ["E5", "2026/3/6", "3-1902", "演示戊", "13800001902", "漏水", "80", "完成"],
        ],
    )


def _units() -> OwnFile:
    return OwnFile().sheet(
        "业主资料",
        [
            ["云栖雅苑业主清册（2026年）"],
            ["楼号", "单元", "房号", "业主姓名", "联系电话", "质保期至", "备注"],
            [
                3,
                1,
                1502,
                "演示甲、演示乙",
                "13800001502、13800011502",
                "2027年5月1日",
                "出租",
            ],
            [3, 1, 1602, "演示丙", 13800001602, None, None],
            [3, 1, 1602, "演示丙妻", 13800011602, None, None],
            [5, 2, 301, "演示丁", "010-88881234转802", None, None],
        ],
        merged=("A1:G1",),
    )


def _staff() -> OwnFile:
    return OwnFile().sheet(
        "通讯录",
        [
            ["工号", "姓名", "部门", "岗位", "工种", "手机"],
            ["G01", "演 示 甲", "工程部", "维修工", "水工/电工", "13800000001"],
            ["G02", "演示乙", "客服部", "前台接待", None, "13800000002"],
            ["G03", "演示丙", "工程部", "工程主管", "空调", "13800000003"],
        ],
    )


def _doubled_lines() -> OwnFile:
    """Each slip written over two lines, all its cells merged downwards."""
    return OwnFile().sheet(
        "两行一单",
        [
            ["编号", "日期", "房号", "业主", "电话", "报修内容"],
            [
                "D1",
                "20260305",
                "３－１５０２",
                "演示甲",
                "１３８００００１５０２",
                "厨房漏水",
            ],
            [],
            ["D2", "20260306", "3栋1单元1602室", "演示乙", "13800001602", "没电"],
            [],
        ],
        merged=tuple(f"{c}{r}:{c}{r + 1}" for c in "ABCDEF" for r in (2, 4)),
    )


SHEETS: dict[str, Callable[[], OwnFile]] = {
    "plain": _plain,
    "titled": _titled,
    "two_rows": _two_rows,
    "serials": _serials,
    "merged_days": _merged_days,
    "mixed_places": _mixed_places,
    "no_number": _no_number,
    "several_sheets": _several_sheets,
    "repeated_heads": _repeated_heads,
    "broken": _broken,
    "doubled_lines": _doubled_lines,
    "units": _units,
    "staff": _staff,
}


def own_file(name: str, folder: Path) -> Path:
    """One of ``SHEETS`` as a file."""
    return SHEETS[name]().save(folder / f"{name}.xlsx")


def many_slips(count: int, path: Path) -> Path:
    """A register of ``count`` slips."""
    rows: list[list[Any]] = [
        ["单号", "报修时间", "房号", "报修人", "电话", "报修内容", "维修人", "完工时间"]
    ]
    for index in range(count):
        room = f"{index % 9 + 1}-{index % 20 + 1}{index % 4 + 1:02d}"
        on = date.fromordinal(date(2025, 1, 1).toordinal() + index % 300)
        rows.append(
            [
                f"M{index:06d}",
                f"{on} 09:{index % 60:02d}",
                room,
                "演示甲",
                "13800001502",
                f"厨房漏水 {index}",
                "演示师傅",
                f"{on} 15:00",
            ]
        )
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet("多")
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path
