"""How the return desk is pictured."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from app.feedback import TellFeedback, tell_feedback
from app.return_check import FinalCheck, make_final
from models.slip_line import LineKind
from ui.returns.day_groups import open_ids
from ui.returns.page import ReturnPage
from ui.scanner.code import Code
from ui.scene import UNDER_WAY, Stage, Step
from ui.slip.lines_field import LinesField


def scenes(stage: Stage) -> Iterator[Step]:
    """Nothing scanned, a paper, its bill, a problem, a wrong scan, the evening."""
    page = stage.window.show_page("return")
    assert isinstance(page, ReturnPage)
    yield "return-empty", stage.whole
    found = stage.row_in(UNDER_WAY, of_unit=True)
    if found is not None:
        page.look_at(found.id)
        yield "return", stage.whole
        page.form.arrived_at.set_typed("15:47")
        page.form.done_at.set_typed("15:32")
        page.form.result_text.set_value("更换 C 级锁芯，开合顺畅，交钥匙 5 把")
        page.form.lines.set_typed(
            [
                [LineKind.LABOUR, "人工费", "", "40"],
                [LineKind.MATERIAL, "C 级锁芯 70 mm", "1", "80"],
                [LineKind.MATERIAL, "", "", ""],
            ]
        )
        page.form.show_rows()
        page.form.lines.rows()[1].price.setFocus()
        yield stage.wait()
        page.paper.show_sum()
        yield "return-sum", stage.whole
        _pick(page.form.lines)
        page.paper.show_sum()
        yield "return-tariff", stage.whole
        page.paper.tick(2)
        page.paper.submit()
        yield "return-problem", stage.whole
    page.take_scan((Code("WX990101-001"),))
    yield "return-unknown", stage.whole
    yield from _evening(stage, page)


def _evening(stage: Stage, page: ReturnPage) -> Iterator[Step]:
    """The list is fixed, one slip is explained, the day is final."""
    work = stage.window.work
    local = work.desk.local(work.desk.now())
    stage.stand_at(_at(local, 17, 36))
    page.lay_down()
    page.scan.clear()
    page.arrive()
    yield stage.wait()
    day = page.day.day
    waiting = open_ids(day.check) if day else []
    if day is None or len(waiting) < 3:
        return
    reasons = ("待料", "缺人手")
    for slip_id, reason in zip(waiting, reasons, strict=False):
        told = TellFeedback(slip_id, reason, work.desk.now() + timedelta(days=1))
        work.change(page, tell_feedback, told, done=lambda _: None)
    yield stage.wait()
    page.day.begin_feedback()
    yield "return-fixed", stage.whole
    page.day.end.make_final.click()
    yield "return-ask-final", stage.whole
    stage.stand_at(_at(local, 17, 42))
    final = FinalCheck(work.desk.today(), "调度员")
    work.change(page, make_final, final, done=lambda _: None)
    yield stage.wait()
    page.day.end.final.leave.click()
    page.day.ask()
    yield "return-final", stage.whole


def _at(local: datetime, hour: int, minute: int) -> datetime:
    return local.replace(hour=hour, minute=minute)


def _pick(lines: LinesField) -> None:
    """A price that covers the material, material beside it, an item being typed."""
    first = lines.rows()[0]
    first.price.setText("stmt")
    first.take_first(first.price)
    last = lines.rows()[-1]
    last.name.setText("hg")
    last.name.textEdited.emit("hg")
    last.name.setFocus()
