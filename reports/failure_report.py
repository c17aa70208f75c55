"""《验收不合格报告》 to the manager: each failure with what was done about it."""

from collections.abc import Sequence
from datetime import datetime
from typing import BinaryIO

from models.inspection_day import Failure
from models.text import Translate
from models.unit import room_name
from reports import fonts
from reports.box import A4, MM, Box
from reports.office import Office, local_time, procedure
from reports.page import Page
from reports.slip_words import STATES
from reports.table import Table, TableColumn, paginate

TITLE = "验收不合格报告"
TO = "部门经理"
_MARGIN = 14 * MM
_HEAD = 36 * MM
_FOOT = 42 * MM
_SIZE = 9
_LEAST_ROW = 13 * MM
_COLUMNS = (
    TableColumn("序号", 8, "right"),
    TableColumn("单号", 29),
    TableColumn("地点", 28),
    TableColumn("报修内容", 32),
    TableColumn("维修人/主管", 24),
    TableColumn("不合格原因", 38),
    TableColumn("验收人/时间", 25),
    TableColumn("现状", 20),
)


def write_pdf(
    office: Office,
    failures: Sequence[Failure],
    at: datetime,
    out: BinaryIO,
    translate: Translate,
) -> None:
    """Write the failures on A4, with room for what the manager decides.

    Raises ``FontMissing``.
    """
    page = Page(out, A4, title=TITLE)
    body = Box(0, 0, *A4).inset(_MARGIN, 0)
    table = Table(_COLUMNS, body.width, _SIZE)
    rows = [
        table.row(_cells(office, serial, one, translate))
        for serial, one in enumerate(failures, start=1)
    ]
    heights = [max(row.height, _LEAST_ROW) for row in rows]
    head = table.heading_height * 0.6
    pages = paginate(heights, body.height - _HEAD - head - _FOOT)
    for number, indices in enumerate(pages, start=1):
        _write_head(page, body, office, len(failures), at, translate)
        box = body.from_top(head)._replace(y=_HEAD)
        table.draw_headings(page, box)
        for index in indices:
            box = box._replace(y=box.bottom, height=heights[index])
            table.draw_row(page, box, rows[index])
        _write_foot(page, body, office, translate)
        page.page_number(
            body.right,
            body.height - 8 * MM,
            translate("FailureReport", "Page {number} of {count}"),
            number,
            len(pages),
        )
        page.next()
    page.close()


def _cells(
    office: Office, serial: int, one: Failure, translate: Translate
) -> Sequence[str]:
    again = translate("FailureReport", "failed {times}×").format(times=one.failed_no)
    people = "、".join(one.technicians) or one.trade
    when = local_time(office, one.at)
    state = [STATES[one.state]]
    if one.failed_no > 1:
        state.append(again)
    if one.seen_by:
        seen = translate("FailureReport", "seen by {name}").format(name=one.seen_by)
        state.append(seen)
    return (
        str(serial),
        one.number,
        room_name(None, one.area, one.place),
        one.content,
        " / ".join(filter(None, (people, one.supervisor))),
        one.note,
        f"{one.by} {when:%m-%d %H:%M}",
        "，".join(state),
    )


def _write_head(
    page: Page,
    body: Box,
    office: Office,
    count: int,
    at: datetime,
    translate: Translate,
) -> None:
    page.text(
        body.x + body.width / 2, 16 * MM, TITLE, 18, font=fonts.SEMIBOLD, align="centre"
    )
    page.text(body.x, 25 * MM, f"{TO}：", 11, font=fonts.SEMIBOLD)
    text = translate(
        "FailureReport",
        "{count} of the inspected works failed and went back to Engineering to be "
        "repaired further:",
    )
    page.text(body.x, 31.5 * MM, text.format(count=count), 10)
    local = local_time(office, at)
    printed = f"{office.centre_name}　{local:%Y-%m-%d %H:%M}"
    page.text(body.right, 25 * MM, printed, 9, align="right")


def _write_foot(page: Page, body: Box, office: Office, translate: Translate) -> None:
    top = body.height - 38 * MM
    decided = Box(body.x, top, body.width, 16 * MM)
    page.frame(decided)
    page.text(body.x + 2 * MM, top + 5 * MM, "处理意见", _SIZE)
    line = body.height - 14 * MM
    x = body.x
    for word, width in (("管家部", 42 * MM), ("部门经理", 46 * MM), ("日期", 34 * MM)):
        used = page.text(x, line, word, _SIZE)
        page.signature_line(x + used + 2 * MM, x + used + width, line + 1 * MM)
        x += used + width + 6 * MM
    text = translate("FailureReport", "According to {procedure}")
    said = text.format(procedure=procedure(office))
    page.text(body.x, body.height - 8 * MM, said, 8)
