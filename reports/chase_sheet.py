"""《追查单》: the slips nobody explained, with room to write the answer by hand."""

from typing import BinaryIO

from models.day_check import CheckedSlip, DayCheck
from models.return_check import CheckClass
from models.text import Translate
from reports import fonts
from reports.box import MM, Box
from reports.flow import Block
from reports.office import Office, local_time
from reports.page import Page
from reports.return_check_page import when, write_pages
from reports.return_check_words import place_word

TITLE = "追查单"

_SLIP = 32 * MM
_LABEL = 8
_VALUE = 9.5


def write_pdf(
    check: DayCheck, office: Office, out: BinaryIO, translate: Translate
) -> None:
    """Write class C of the day, that of the day before first.

    Raises ``FontMissing``.
    """
    missing = [
        item for item in check.chased_first if item.check_class is CheckClass.MISSING
    ]
    blocks = [_opening(check, office, len(missing))]
    blocks += [
        _slip(serial, item, check, office) for serial, item in enumerate(missing, 1)
    ]
    blocks.append(_closing())
    write_pages(TITLE, blocks, check, office, out, translate)


def _opening(check: DayCheck, office: Office, count: int) -> Block:
    phone = office.settings.text("repair_phone")
    desk = f"管家部前台（电话 {phone}）" if phone else "管家部前台"
    text = (
        f"以下 {count} 张工程维修单既未返单，也未反馈。请逐张查明下落，写明原因和"
        f"预计完成时间，由调度员交回{desk}。"
    )
    if count == 0:
        text = "当日没有失联的维修单。"

    def draw(page: Page, box: Box) -> None:
        page.paragraph_in(box.from_top(12 * MM), text, 10, least=8, at_top=True)

    return Block(14 * MM, draw)


def _slip(serial: int, item: CheckedSlip, check: DayCheck, office: Office) -> Block:
    """One slip: what is known at the left, room to write at the right."""

    def draw(page: Page, box: Box) -> None:
        frame = box.from_top(_SLIP - 2 * MM)
        page.frame(frame)
        known, answer = frame.columns(100, 86)
        page.rule(answer.x, frame.y, answer.x, frame.bottom)
        _draw_known(page, known.inset(2 * MM, 1.2 * MM), serial, item, check, office)
        _draw_answer(page, answer.inset(2 * MM, 1.2 * MM))

    return Block(_SLIP, draw)


def _draw_known(
    page: Page,
    box: Box,
    serial: int,
    item: CheckedSlip,
    check: DayCheck,
    office: Office,
) -> None:
    head, where, content, who, told = box.rows(1.3, 1, 1, 1, 1)
    number = f"{serial}　{item.number}"
    page.line_in(head, number, 12, font=fonts.SEMIBOLD)
    issued = f"派发 {when(local_time(office, item.issued_at), check)}"
    if item.was_missing:
        issued = f"昨日已失联　{issued}"
    page.line_in(head, issued, _LABEL, align="right")
    page.paragraph_in(where, item.where, _VALUE, least=5)
    trade = f"（{item.trade}）" if item.trade else ""
    page.paragraph_in(content, item.content + trade, _VALUE, least=6)
    place = place_word(item.paper_place)
    since = when(local_time(office, item.paper_since), check)
    holder = item.holder or "未派工"
    line = f"持单人 {holder}　单据在 {place}{f'（{since} 起）' if since else ''}"
    page.line_in(who, line, _VALUE, least=6, font=fonts.SEMIBOLD)
    page.line_in(told, _last_told(item, check, office), _LABEL, least=6)


def _last_told(item: CheckedSlip, check: DayCheck, office: Office) -> str:
    if item.feedback_at is None:
        return "从未反馈"
    at = when(local_time(office, item.feedback_at), check)
    eta = when(local_time(office, item.eta_at), check)
    return f"上次反馈 {at}：{item.reason}，预计 {eta}"


def _draw_answer(page: Page, box: Box) -> None:
    page.text(box.x, box.y + 3 * MM, "下落、原因", _LABEL)
    bottom = box.bottom - 0.5 * MM
    for down in (10 * MM, 18 * MM):
        page.rule(box.x, box.y + down, box.right, box.y + down, 0.1 * MM)
    for text, part in zip(
        ("预计完成", "答复人", "时间"), box.columns(34, 26, 22), strict=True
    ):
        width = page.text(part.x, bottom - 0.8 * MM, text, _LABEL)
        page.signature_line(part.x + width + 1, part.right - 2 * MM, bottom)


def _closing() -> Block:
    def draw(page: Page, box: Box) -> None:
        baseline = box.y + 12 * MM
        for title, part in zip(
            ("发出（管家部）", "收到（工程部调度员）", "收回时间"),
            box.columns(62, 72, 52),
            strict=True,
        ):
            width = page.text(part.x, baseline, f"{title}：", 9.5)
            page.signature_line(part.x + width, part.right - 4 * MM, baseline + MM)

    return Block(16 * MM, draw)
