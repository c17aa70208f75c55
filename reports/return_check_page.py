"""What the papers of the return check share: pages, state, words for times."""

from collections.abc import Iterable
from datetime import datetime
from typing import BinaryIO

from models.day_check import DayCheck
from models.text import Translate
from reports import fonts
from reports.box import A4, MM, Box
from reports.flow import Block, draw_down, flow
from reports.office import Office, local_time, procedure
from reports.page import Page
from reports.return_check_words import WEEKDAYS

MARGIN = 12 * MM
HEAD = 25 * MM
FOOT = 12 * MM
WIDTH = A4.width - 2 * MARGIN
ROOM = A4.height - HEAD - FOOT
"""What a page has between its head and its foot."""

_STAMP = Box(A4.width - MARGIN - 44 * MM, 9 * MM, 44 * MM, 12 * MM)


def write_pages(
    title: str,
    blocks: Iterable[Block],
    check: DayCheck,
    office: Office,
    out: BinaryIO,
    translate: Translate,
    *,
    has_cuts: bool = False,
) -> None:
    """Write a paper of the check; ``has_cuts``: texts of a table were cut.

    Raises ``FontMissing``.
    """
    page = Page(out, A4, title=f"{title} {check.day}")
    pages = flow(blocks, ROOM)
    for number, own in enumerate(pages, start=1):
        _write_head(page, check, office, title)
        draw_down(page, Box(MARGIN, HEAD, WIDTH, 0), own)
        _write_foot(
            page,
            check,
            office,
            translate,
            number=number,
            count=len(pages),
            has_cuts=has_cuts or bool(page.cut_texts),
        )
        page.next()
    page.close()


def _write_head(page: Page, check: DayCheck, office: Office, title: str) -> None:
    """Title, centre, day and limits, and whether this is the final check."""
    page.text(MARGIN, 15 * MM, title, 16, font=fonts.SEMIBOLD)
    width = fonts.em_width(title, fonts.SEMIBOLD) * 16
    centre = Box(MARGIN + width + 4 * MM, 9 * MM, 0, 8 * MM)
    centre = centre._replace(width=_STAMP.x - 4 * MM - centre.x)
    page.line_in(centre, office.centre_name, 9, least=6)
    weekday = WEEKDAYS[check.day.weekday()]
    run_at = local_time(office, check.run_at)
    assert run_at is not None
    parts = (
        f"{check.day} 星期{weekday}",
        f"核对时间 {when(run_at, check, '%H:%M:%S')}",
        f"返单时限 {check.return_by}",
        f"反馈时限 {check.feedback_by}",
    )
    page.text(MARGIN, 20.5 * MM, "　".join(parts), 9)
    _write_stamp(page, check, office)


def _write_stamp(page: Page, check: DayCheck, office: Office) -> None:
    final = check.final if check.is_final else None
    page.frame(_STAMP, 0.5 * MM if final else 0.28 * MM)
    word, line = _STAMP.inset(1 * MM, 0.8 * MM).rows(3, 2)
    if final is None:
        page.line_in(word, "未定稿", 12, font=fonts.SEMIBOLD, align="centre")
        page.line_in(line, "仅供当日查对", 7.5, align="centre")
        return
    text = f"定稿（第 {final.run_no} 次）"
    page.line_in(word, text, 12, font=fonts.SEMIBOLD, align="centre")
    at = local_time(office, final.recorded_at)
    page.line_in(line, f"{at} {final.run_by}", 7.5, least=5, align="centre")


def _write_foot(
    page: Page,
    check: DayCheck,
    office: Office,
    translate: Translate,
    *,
    number: int,
    count: int,
    has_cuts: bool,
) -> None:
    """Procedure, the hash of a final check, the page's number."""
    baseline = A4.height - 6 * MM
    according = translate("ReturnCheckSheet", "According to {procedure}")
    parts = [according.format(procedure=procedure(office))]
    if check.is_final and check.final is not None:
        parts.append(f"定稿校验码 {check.final.hash[:12]}")
    if has_cuts:
        parts.append(translate("ReturnCheckSheet", "… : the rest is in the program"))
    page.text(MARGIN, baseline, "　".join(parts), 8)
    text = translate("ReturnCheckSheet", "Page {number} of {count}")
    page.page_number(A4.width - MARGIN, baseline, text, number, count)


def when(at: datetime | None, check: DayCheck, clock: str = "%H:%M") -> str:
    """A local time: the clock alone on the day itself, else with its date."""
    if at is None:
        return ""
    if at.date() == check.day:
        return at.strftime(clock)
    day = "%m-%d" if at.year == check.day.year else "%Y-%m-%d"
    return at.strftime(f"{day} {clock}")
