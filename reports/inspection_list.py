"""《当日验收单》: the day's public work in the order of one walk, to write on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from models.inspection_day import InspectionDay, WorkToInspect, walk_order
from models.text import Translate
from reports import fonts
from reports.box import A4_LANDSCAPE, MM, Box
from reports.office import Office, local_time, procedure
from reports.page import Page
from reports.table import Table, TableColumn, TableRow, paginate

TITLE = "当日验收单"
_MARGIN = 10 * MM
_HEAD = 21 * MM
_FOOT = 17 * MM
_SIZE = 9
_LEAST_ROW = 14 * MM
"""High enough to write a reason of two lines by hand."""
_AREA_ROW = 7 * MM
_BOX = 3.4 * MM
_ANSWER, _REASON = 7, 8
_COLUMNS = (
    TableColumn("序号", 8, "right"),
    TableColumn("地点", 34),
    TableColumn("报修内容", 42),
    TableColumn("处理说明", 42),
    TableColumn("维修人", 22),
    TableColumn("完工/返单", 22),
    TableColumn("单号", 27),
    TableColumn("验收", 22),
    TableColumn("不合格原因", 58),
)


@dataclass(frozen=True, slots=True)
class _Line:
    """An area, or a piece of work in it."""

    height: float
    area: str = ""
    row: TableRow | None = None


def write_pdf(
    office: Office, day: InspectionDay, out: BinaryIO, translate: Translate
) -> None:
    """Write what waits on A4 landscape; raises ``FontMissing``."""
    page = Page(out, A4_LANDSCAPE, title=f"{TITLE} {day.day:%Y-%m-%d}")
    body = Box(0, 0, *A4_LANDSCAPE).inset(_MARGIN, 0)
    table = Table(_COLUMNS, body.width, _SIZE)
    lines = _lines(office, table, day, translate)
    head = table.heading_height * 0.6
    room = body.height - _HEAD - head - _FOOT
    pages = paginate([line.height for line in lines], room)
    for number, indices in enumerate(pages, start=1):
        _write_head(page, body, office, day, translate)
        box = body.from_top(head)._replace(y=_HEAD)
        table.draw_headings(page, box)
        for index in indices:
            line = lines[index]
            box = box._replace(y=box.bottom, height=line.height)
            _draw(page, table, box, line)
        _write_foot(page, body, office, translate, has_cuts=table.has_cuts)
        page.page_number(
            body.right,
            body.height - 6 * MM,
            translate("InspectionList", "Page {number} of {count}"),
            number,
            len(pages),
        )
        page.next()
    page.close()


def _lines(
    office: Office, table: Table, day: InspectionDay, translate: Translate
) -> list[_Line]:
    lines: list[_Line] = []
    area = None
    work = walk_order(day.waiting)
    for serial, one in enumerate(work, start=1):
        if one.area != area:
            area = one.area
            count = sum(1 for other in work if other.area == area)
            lines.append(_Line(_AREA_ROW, f"{area}　{count} 项"))
        row = table.row(_cells(office, serial, one, translate))
        lines.append(_Line(max(row.height, _LEAST_ROW), row=row))
    return lines


def _cells(
    office: Office, serial: int, one: WorkToInspect, translate: Translate
) -> Sequence[str]:
    content = one.content
    if one.failed_for:
        failed = translate("InspectionList", "{content} (failed before: {reason})")
        content = failed.format(content=one.content, reason=one.failed_for)
    times = [_time(office, one.done_at), _time(office, one.returned_at)]
    if one.is_late:
        times.append(translate("InspectionList", "paper late"))
    return (
        str(serial),
        one.place,
        content,
        one.result_text,
        "、".join(one.technicians) or one.trade,
        " ".join(times),
        one.number,
        "",
        "",
    )


def _time(office: Office, at: datetime | None) -> str:
    local = local_time(office, at)
    return "—" if local is None else f"{local:%m-%d %H:%M}"


def _draw(page: Page, table: Table, box: Box, line: _Line) -> None:
    if line.row is None:
        page.frame(box, 0.12 * MM)
        middle = box.y + box.height / 2 + 0.38 * _SIZE
        page.text(box.x + 2 * MM, middle, line.area, 10, font=fonts.SEMIBOLD)
        return
    table.draw_row(page, box, line.row)
    part = box.columns(*table.widths)[_ANSWER]
    x = part.x + 2 * MM
    for row, word in zip(part.rows(1, 1), ("合格", "不合格"), strict=True):
        middle = row.y + row.height / 2
        page.tick_box(x, middle, _BOX, is_ticked=False)
        page.text(x + _BOX + 1.5 * MM, middle + 0.38 * _SIZE, word, _SIZE)


def _write_head(
    page: Page, body: Box, office: Office, day: InspectionDay, translate: Translate
) -> None:
    page.text(body.x, 13 * MM, TITLE, 16, font=fonts.SEMIBOLD)
    text = translate("InspectionList", "{centre}　{day}　{count} to inspect")
    count = len(day.waiting)
    said = text.format(centre=office.centre_name, day=day.day, count=count)
    if day.older:
        older = translate("InspectionList", "{count} older ones are not listed")
        said = "　".join((said, older.format(count=day.older)))
    page.text(body.right, 13 * MM, said, 9, align="right")
    rule = translate(
        "InspectionList",
        "What fails goes back to Engineering and is reported to the manager; "
        "whoever repaired it does not inspect it.",
    )
    page.text(body.x, 18 * MM, rule, 8)


def _write_foot(
    page: Page, body: Box, office: Office, translate: Translate, *, has_cuts: bool
) -> None:
    line = body.height - 10 * MM
    x = body.x
    for word, width in (("验收人", 50 * MM), ("时间", 40 * MM)):
        used = page.text(x, line, word, 9)
        page.signature_line(x + used + 2 * MM, x + used + width, line + 1 * MM)
        x += used + width + 8 * MM
    parts = [
        translate("InspectionList", "According to {procedure}").format(
            procedure=procedure(office)
        )
    ]
    if has_cuts:
        parts.append(translate("InspectionList", "… : the rest stands in the program"))
    page.text(body.x, body.height - 5 * MM, "　".join(parts), 8)
