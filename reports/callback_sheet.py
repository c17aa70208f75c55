"""《回访记录表》: every call of a time, what was said, and how far the quota is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import BinaryIO

from models.callback_coverage import CallbackShare
from models.text import Translate
from reports import fonts
from reports.box import A4, MM, Box
from reports.page import Page
from reports.table import Table, TableColumn, TableRow, paginate

TITLE = "回访记录表"
_COLUMNS = (
    TableColumn("日期", 20),
    TableColumn("单号", 21),
    TableColumn("房号", 25),
    TableColumn("受访人", 16),
    TableColumn("意见 A-B-C", 9, "centre"),
    TableColumn("回访人", 16),
    TableColumn("备注", 46),
)
_SIZE = 8.5
_MARGIN = 14 * MM
_HEAD = 34 * MM
_FOOT = 16 * MM


@dataclass(frozen=True, slots=True)
class CallLine:
    """One call; times are local. ``opinion`` is A, B or C, or empty without one."""

    called_at: datetime
    number: str
    room: str
    who: str
    opinion: str
    called_by: str
    remark: str


@dataclass(frozen=True, slots=True)
class CallbackSheet:
    """The calls made in [from_at, until_at) and the coverage of what came back then."""

    centre: str
    procedure: str
    from_at: datetime
    until_at: datetime
    known_at: datetime
    unit: CallbackShare
    public: CallbackShare
    lines: tuple[CallLine, ...]


def write_pdf(sheet: CallbackSheet, out: BinaryIO, translate: Translate) -> None:
    """Write the calls on A4. Raises ``FontMissing``."""
    page = Page(out, A4, title=TITLE)
    body = Box(0, 0, *A4).inset(_MARGIN, 0)
    table = Table(_COLUMNS, body.width, _SIZE)
    rows = [_row(table, sheet, line) for line in sheet.lines]
    room = body.height - _HEAD - table.heading_height - _FOOT
    pages = paginate([row.height for row in rows], room)
    for number, indices in enumerate(pages, start=1):
        _write_head(page, body, sheet, translate)
        box = body.from_top(table.heading_height)._replace(y=_HEAD)
        table.draw_headings(page, box)
        for index in indices:
            box = box._replace(y=box.bottom, height=rows[index].height)
            table.draw_row(page, box, rows[index])
        if not rows:
            nothing = translate("CallbackSheet", "Nobody was called in this time.")
            page.text(body.x, box.bottom + 7 * MM, nothing, 9)
        _write_foot(page, body, sheet, translate, has_cuts=table.has_cuts)
        page.page_number(
            body.right,
            body.height - 9 * MM,
            translate("CallbackSheet", "Page {number} of {count}"),
            number,
            len(pages),
        )
        page.next()
    page.close()


def _row(table: Table, sheet: CallbackSheet, line: CallLine) -> TableRow:
    is_year_said = sheet.from_at.year == line.called_at.year == sheet.known_at.year
    form = "%m-%d %H:%M" if is_year_said else "%Y-%m-%d %H:%M"
    texts: Sequence[str] = (
        line.called_at.strftime(form),
        line.number,
        line.room,
        line.who,
        line.opinion,
        line.called_by,
        line.remark,
    )
    return table.row(texts)


def _write_head(
    page: Page, body: Box, sheet: CallbackSheet, translate: Translate
) -> None:
    middle = body.x + body.width / 2
    page.text(middle, 14 * MM, TITLE, 16, font=fonts.SEMIBOLD, align="centre")
    page.text(body.x, 21 * MM, sheet.centre, 9)
    span = translate("CallbackSheet", "Calls from {first} to {last}, {count} in all")
    said = span.format(
        first=_moment(sheet.from_at),
        last=_moment(_last(sheet.until_at)),
        count=len(sheet.lines),
    )
    page.text(body.right, 21 * MM, said, 9, align="right")
    owners = translate("CallbackSheet", "Returned in this time: owners {said}")
    public = translate("CallbackSheet", "public areas {said}")
    text = "　".join(
        (
            owners.format(said=_said(sheet.unit, translate)),
            public.format(said=_said(sheet.public, translate)),
        )
    )
    page.text(body.x, 27 * MM, text, 9)


def _write_foot(
    page: Page,
    body: Box,
    sheet: CallbackSheet,
    translate: Translate,
    *,
    has_cuts: bool,
) -> None:
    legend = translate(
        "CallbackSheet", "Opinion: A satisfied, B fairly satisfied, C dissatisfied"
    )
    known = translate("CallbackSheet", "as known at {time}")
    parts = [
        legend,
        known.format(time=_moment(sheet.known_at)),
        sheet.procedure,
    ]
    if has_cuts:
        parts.append(translate("CallbackSheet", "… : the rest stands in the program"))
    page.text(body.x, body.height - 9 * MM, "　".join(parts), 8)


def _said(share: CallbackShare, translate: Translate) -> str:
    """``已回访 6／应 10，率 60.00 %，还需 0``; nothing to call is met."""
    if share.rate is None:
        return translate("CallbackSheet", "none to call, —")
    text = translate(
        "CallbackSheet", "{done} of {base} reached, {rate} %, {missing} still needed"
    )
    return text.format(
        done=share.done, base=share.base, rate=share.rate, missing=share.missing
    )


def _last(until_at: datetime) -> datetime:
    """The last moment before an end that is not included."""
    return until_at - timedelta(seconds=1)


def _moment(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M")
