"""How the assistant for sheets is pictured, with a sheet made up for it."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from app.sheet_import import SheetSummary
from models.sheet_target import Target
from ui.scene import Stage, Step
from ui.sheet.page import DONE, SheetPage

_SHEET = """\
云栖雅苑（演示）2026年3月业户报修登记表
序号,编号,报修日期,报修时间,楼栋,单元,房号,业主,联系方式,报修事项,维修人员,完工日期,费用,完成情况
1,BX-0301,3月5日,9:20,3栋,1单元,1502,演示甲,13800001502,厨房水管漏水,演示师傅,3月5日,￥80,已完成
2,BX-0302,3月5日,14点30分,3栋,2单元,301,演示乙,13800000301,客厅灯不亮,演示师傅,3月6日,,已完成
3,BX-0303,3月6日,下午3:05,5栋,1单元,802,演示丙,13800000802,入户门锁坏,演示学徒,,八十,差不多
4,BX-0304,2月30日,8:00,5栋,1单元,902,演示丁,12,马桶堵塞,演示师傅,3月7日,120元,已完成
5,BX-0305,3月7日,10:10,5栋,2单元,1102,演示戊,13800001102,,演示师傅,3月7日,60,已完成
6,BX-0306,3月8日,16:40,6栋,1单元,503,演示己,13800000503,空调滴水,演示师傅,3月9日,100,已完成
合计,,,,,,,,,,,,360,
"""


def scenes(stage: Stage) -> Iterator[Step]:
    """File, headings, errors, done."""
    page = stage.window.show_page("sheet", Target.SLIPS)
    assert isinstance(page, SheetPage)
    yield "sheet-file", stage.whole
    with TemporaryDirectory() as folder:
        path = Path(folder) / "云栖雅苑2026年3月报修登记表.csv"
        path.write_text(_SHEET, "utf-8")
        page.take(path)
        yield stage.wait()
        yield "sheet-headings", stage.whole
        page.next.click()
        yield stage.wait()
        yield "sheet-check", stage.whole
    page.done.show_summary(SheetSummary(Target.SLIPS, 3128, units=412, gaps=2), 3)
    page._go(DONE)
    yield "sheet-done", stage.whole
    page.take(Path("旧登记.xls"))
    yield stage.wait()
    yield "sheet-refused", stage.whole
