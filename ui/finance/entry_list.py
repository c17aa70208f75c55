"""The entries of a slip's account: when, what, how, receipt, period, by whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from app.payment_list import EntryRow
from models.ledger_entry import EntryKind
from models.money import format_money
from ui.kit.fields import COMMA
from ui.kit.grouped_list import GroupedList
from ui.kit.painting import draw_text, fill_box, text_width, with_gaps
from ui.language import translate
from ui.slip.moment import Moments
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, typeface
from ui.words import word

_RIGHT = Qt.AlignmentFlag.AlignRight
_TAKES = (EntryKind.PAY, EntryKind.WAIVE)
ROW = 44
MOST_ROWS = 5


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry as it is read."""

    choice: int
    when: str
    what: str
    amount: str
    detail: str
    is_struck: bool

    @property
    def spoken(self) -> str:
        """All of it in one line."""
        return " ".join((self.when, self.what, self.amount, self.detail))


def entry_line(entry: EntryRow, moments: Moments) -> EntryLine:
    """What is said of an entry; what lowers the debt has a minus."""
    what = word(entry.kind)
    if entry.is_reversal:
        what = translate("EntryList", "Reversal")
    if entry.method is not None:
        what = f"{what}{COMMA}{word(entry.method)}"
    parts = [entry.receipt_no, entry.payer if entry.method is not None else ""]
    if entry.invoice_no:
        invoice = translate("EntryList", "invoice {number}")
        parts.append(invoice.format(number=entry.invoice_no))
    if entry.escort:
        escort = translate("EntryList", "with {name}")
        parts.append(escort.format(name=entry.escort))
    parts.append(entry.note)
    if entry.period:
        posted = translate("EntryList", "period {period}")
        parts.append(posted.format(period=entry.period))
    parts.append(entry.recorded_by)
    if moments.write_day(entry.recorded_at) != moments.write_day(entry.effective_at):
        late = translate("EntryList", "written {moment}")
        parts.append(late.format(moment=moments.write(entry.recorded_at)))
    amount = -entry.amount if entry.kind in _TAKES else entry.amount
    return EntryLine(
        entry.id,
        moments.write(entry.effective_at),
        what,
        format_money(amount),
        COMMA.join(part for part in parts if part),
        is_struck=entry.is_reversed,
    )


class EntryList(GroupedList[EntryLine, int]):
    """One entry is chosen, for what may be done with it."""

    heading_height = 0
    row_height = ROW

    def show_entries(
        self, entries: Sequence[EntryRow], moments: Moments, *, is_read: bool = False
    ) -> None:
        """Show the entries of a slip, as high as a few of them need; ``is_read``: they
        are only read, and none is chosen.
        """
        self.put([entry_line(entry, moments) for entry in entries])
        self.setFixedHeight(min(len(entries), MOST_ROWS) * ROW + 4)
        if is_read:
            self.choose(None)
        elif self.chosen() not in [entry.id for entry in entries]:
            self.choose(entries[-1].id if entries else None)

    def paint_row(
        self,
        painter: QPainter,
        box: QRectF,
        row: EntryLine,
        *,
        is_chosen: bool,
        is_over: bool,
    ) -> None:
        colours = tokens()
        if is_chosen:
            fill_box(painter, box, 6, colours.chosen)
        elif is_over:
            fill_box(painter, box, 6, colours.hover)
        font, small = typeface(BODY), typeface(CAPTION)
        upper = box.adjusted(12, 4, -12, -box.height() / 2)
        lower = box.adjusted(12, box.height() / 2, -12, -4)
        ink = colours.text_third if row.is_struck else colours.text
        used = draw_text(painter, upper, row.amount, font, ink, _RIGHT)
        if row.is_struck:
            middle = upper.center().y()
            painter.drawLine(
                int(upper.right() - used), int(middle), int(upper.right()), int(middle)
            )
        when = with_gaps(row.when)
        width = text_width(when, font)
        draw_text(painter, upper, when, font, colours.text_second)
        what = upper.adjusted(width + 12, 0, -used - 12, 0)
        draw_text(painter, what, with_gaps(row.what), font, ink, may_cut=True)
        text = with_gaps(row.detail)
        draw_text(painter, lower, text, small, colours.text_second, may_cut=True)
