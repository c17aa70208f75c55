"""收款单: one payment of one payer, on half of an A4, to be signed (4.7-0)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import BinaryIO

from models.money import ZERO, format_capitals, format_money
from models.text import Translate
from reports import fonts
from reports.box import HALF_A4, MM, Box
from reports.money_words import NO_VOUCHER
from reports.page import Page
from reports.table import Table, TableColumn, paginate

TITLE = "收款单"
REFUND_TITLE = "退款单"
_COLUMNS = (
    TableColumn("单号", 26),
    TableColumn("房号", 21),
    TableColumn("维修内容", 38),
    TableColumn("应收", 23, "right"),
    TableColumn("减免", 23, "right"),
    TableColumn("此前已收", 23, "right"),
    TableColumn("本次", 23, "right"),
    TableColumn("尚欠", 23, "right"),
)
_SIZE = 9.0
_MARGIN = 12 * MM
_HEAD = 31 * MM
_FOOT = 10 * MM
_SIGNED = 40 * MM
"""Sum, method and signatures under the last row."""
_FACT = 6.4 * MM


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """What one slip took of the payment; the amounts as they stood then."""

    number: str
    room: str
    content: str
    expected: Decimal
    waived: Decimal
    before: Decimal
    amount: Decimal

    @property
    def left(self) -> Decimal:
        """What is owed after it."""
        return max(self.expected - self.waived - self.before - self.amount, ZERO)


@dataclass(frozen=True, slots=True)
class PaymentSlip:
    """A payment, or money paid back; times are local, and it has a line at least."""

    centre: str
    procedure: str
    is_refund: bool
    is_reversed: bool
    payer: str
    paid_at: datetime
    method: str
    receipt_no: str
    invoice_no: str
    escort: str
    note: str
    recorded_by: str
    recorded_at: datetime
    lines: tuple[PaymentLine, ...]

    @property
    def amount(self) -> Decimal:
        """The whole payment."""
        return sum((line.amount for line in self.lines), ZERO)


def write_pdf(slip: PaymentSlip, out: BinaryIO, translate: Translate) -> None:
    """Draw it; a long list goes on over more halves. Raises ``FontMissing``."""
    title = REFUND_TITLE if slip.is_refund else TITLE
    page = Page(out, HALF_A4, title=title)
    body = Box(0, 0, *HALF_A4).inset(_MARGIN, 0)
    table = Table(_COLUMNS, body.width, _SIZE)
    heading = table.heading_height * 0.55
    rows = [table.row(_texts(slip, line)) for line in slip.lines]
    heights = [row.height + 1.4 * MM for row in rows]
    room = body.height - _HEAD - heading - _FOOT
    # The sum is not signed without a row above it.
    pages = paginate([*heights[:-1], heights[-1] + _SIGNED], room)
    for number, indices in enumerate(pages, start=1):
        _write_head(page, body, slip, title)
        box = body.from_top(heading)._replace(y=_HEAD)
        table.draw_headings(page, box)
        for index in indices:
            box = box._replace(y=box.bottom, height=heights[index])
            table.draw_row(page, box, rows[index], above=0.7 * MM)
        if number == len(pages):
            _write_end(page, box._replace(y=box.bottom, height=_SIGNED), slip)
        page.text(body.x, body.height - 6 * MM, f"{NO_VOUCHER}　{slip.procedure}", 8)
        text = translate("ListSheet", "Page {number} of {count}")
        baseline = body.height - 6 * MM
        page.page_number(body.right, baseline, text, number, len(pages))
        page.next()
    page.close()


def _texts(slip: PaymentSlip, line: PaymentLine) -> Sequence[str]:
    return (
        line.number,
        line.room,
        line.content,
        format_money(line.expected),
        format_money(line.waived) if line.waived else "",
        format_money(line.before) if line.before else "",
        format_money(line.amount),
        "" if slip.is_refund else format_money(line.left),
    )


def _write_head(page: Page, body: Box, slip: PaymentSlip, title: str) -> None:
    middle = body.x + body.width / 2
    page.text(middle, 13 * MM, title, 17, font=fonts.SEMIBOLD, align="centre")
    page.text(body.x, 13 * MM, slip.centre, 9)
    if slip.is_reversed:
        page.text(body.right, 13 * MM, "已冲正", 12, font=fonts.SEMIBOLD, align="right")
    who = "收款人" if slip.is_refund else "交款人"
    receipt = slip.receipt_no or "—"
    left, centre, right = body.columns(1, 1, 1)
    _fact(page, left, 20 * MM, who, slip.payer)
    _fact(page, centre, 20 * MM, "时间", f"{slip.paid_at:%Y-%m-%d %H:%M}")
    _fact(page, right, 20 * MM, "收据号", receipt)
    _fact(page, left, 26.5 * MM, "方式", slip.method)
    _fact(page, centre, 26.5 * MM, "发票号", slip.invoice_no or "—")
    if slip.escort:
        _fact(page, right, 26.5 * MM, "陪同管家", slip.escort)


def _fact(page: Page, box: Box, baseline: float, name: str, text: str) -> None:
    used = page.text(box.x, baseline, f"{name}：", 9)
    place = Box(box.x + used, baseline - 4.2 * MM, box.width - used - 3 * MM, 5.6 * MM)
    page.line_in(place, text, 10, font=fonts.SEMIBOLD)


def _write_end(page: Page, box: Box, slip: PaymentSlip) -> None:
    """The sum in figures and capitals, the note, and who signs."""
    y = box.y + 7 * MM
    said = "退款合计" if slip.is_refund else "收款合计"
    page.text(box.x, y, f"{said}：{format_capitals(slip.amount)}", 10.5)
    total = f"¥ {format_money(slip.amount)}"
    page.text(box.right, y, total, 12, font=fonts.SEMIBOLD, align="right")
    if slip.note:
        note = Box(box.x, y + 2 * MM, box.width, 8 * MM)
        page.paragraph_in(note, f"说明：{slip.note}", 9, least=6, at_top=True)
    baseline = box.y + 27 * MM
    names = (
        (f"经办：{slip.recorded_by}", "收款人（签字）：", "复核：")
        if slip.is_refund
        else (f"收款：{slip.recorded_by}", "交款人（签字）：", "财务盖章：")
    )
    for name, part in zip(names, box.columns(1, 1, 1), strict=True):
        right = part.right - 6 * MM
        end = page.signed(part.x, right, baseline, name, 9.5)
        page.signature_line(end + 2 * MM, right, baseline + 1 * MM)
    written = f"{slip.recorded_at:%Y-%m-%d %H:%M}"
    page.text(box.x, box.y + 35 * MM, f"登记时间：{written}", 8)
