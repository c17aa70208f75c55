"""What is known of one slip, in the order of its life; its lines and its quotes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from models.money import ZERO, format_money, format_quantity
from models.slip import (
    Channel,
    DutyPost,
    JobType,
    Outcome,
    OwnerOpinion,
    SignStatus,
)
from models.text import QT_TRANSLATE_NOOP
from ui.kit.fields import COMMA, NAME_MARK
from ui.kit.label import Label, Tone
from ui.kit.layout import column
from ui.language import translate
from ui.slip.event_text import counting_call, words_of_call
from ui.slip.fact_word import fact_word
from ui.slip.moment import Moments
from ui.slip.phone_label import PhoneLabel
from ui.theme.typeface import CAPTION
from ui.words import field_word, word

if TYPE_CHECKING:
    from app.slip_view import LineView, QuoteView, SlipView

LONG = 26
"""A value of more signs than this takes a line of its own."""
CAPTION_WIDTH = 96
LEAST_VALUE = 96
WIDEST_TABLE = 640
"""Amounts further from their names than this are not read as one line."""
SECTION_GAP = 16
_T = QT_TRANSLATE_NOOP

SECTIONS: Mapping[str, tuple[str, ...]] = {
    _T("SlipFacts", "The call"): (
        "reporter_name",
        "phone",
        "report_dept",
        "area",
        "place",
        "unit_label",
        "owner_name",
        "content",
        "channel",
        "reported_at",
        "issued_at",
        "duty_post",
        "entered_by",
        "anyway_reason",
    ),
    _T("SlipFacts", "Dispatch"): (
        "bounce_reason",
        "dispatcher_answered_by",
        "dispatched_at",
        "dispatcher",
        "supervisor",
        "supervisor_received_at",
        "technicians",
        "appointment_at",
        "appointment_reason",
        "late_notice_at",
        "escalated_to",
        "escalated_at",
    ),
    _T("SlipFacts", "The work"): (
        "arrived_at",
        "diagnosed_at",
        "done_at",
        "outcome",
        "result_text",
        "unfinished_reason",
        "eta_at",
    ),
    _T("SlipFacts", "Back at the desk"): (
        "returned_at",
        "returned_to",
        "sign_status",
        "signed_by",
        "sign_note",
        "owner_opinion",
        "inspected_by",
        "inspected_at",
        "inspect_note",
        "callback_at",
        "callback_said",
        "end_reason",
        "stock_no",
        "origin_number",
        "binder_no",
        "remark",
    ),
}
"""The facts under their headings."""
_ENUMS = (Channel, DutyPost, JobType, Outcome, OwnerOpinion, SignStatus)


def facts_of(
    view: "SlipView", moments: Moments
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Heading, then (field, value) of what is known; empty headings are left out."""
    for heading, names in SECTIONS.items():
        known = [(name, fact_text(view, name, moments)) for name in names]
        shown = [(name, text) for name, text in known if text]
        if shown:
            yield translate("SlipFacts", heading), shown


def fact_text(view: "SlipView", name: str, moments: Moments) -> str:
    """One fact as it is shown; empty where it is not known."""
    if name in _OF_CALLS:
        return _OF_CALLS[name](view, moments)
    value = view.facts[name]
    if value is None or value in ("", ()):
        return ""
    if isinstance(value, _ENUMS):
        return word(value)
    if isinstance(value, tuple):
        return NAME_MARK.join(value)
    if name.endswith("_at"):
        return moments.write(value)  # type: ignore[arg-type]
    return str(value)


def _when_called(view: "SlipView", moments: Moments) -> str:
    call = counting_call(view.events)
    return moments.write(call.happened_at) if call else ""


def _said_when_called(view: "SlipView", _: Moments) -> str:
    call = counting_call(view.events)
    return COMMA.join(words_of_call(call)) if call else ""


_OF_CALLS: Mapping[str, Callable[["SlipView", Moments], str]] = {
    "callback_at": _when_called,
    "callback_said": _said_when_called,
}
"""Facts that stand in the slip's life, not in its row."""


class SlipFacts(QWidget):
    """Headings, and under each name and value in two columns of one grid."""

    def __init__(self) -> None:
        super().__init__()
        self._holder: QVBoxLayout = column(spacing=0, on=self)

    def show_facts(self, view: "SlipView", moments: Moments) -> None:
        """Show what is known of a slip."""
        empty(self._holder)
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for caption, value in ((0, 1), (2, 3)):
            grid.setColumnMinimumWidth(caption, CAPTION_WIDTH)
            grid.setColumnStretch(value, 1)
        line = 0
        for heading, facts in facts_of(view, moments):
            head = head_label(heading)
            head.setContentsMargins(0, SECTION_GAP if line else 0, 0, 0)
            grid.addWidget(head, line, 0, 1, 4)
            line = _fill(grid, line + 1, facts)
        self._holder.addWidget(whole)


def _fill(grid: QGridLayout, line: int, facts: Sequence[tuple[str, str]]) -> int:
    """Put facts into the grid from ``line`` on; the line after them."""
    side = 0
    top = Qt.AlignmentFlag.AlignTop
    for name, value in facts:
        is_long = len(value) > LONG
        if is_long and side:
            line, side = line + 1, 0
        caption = Label(fact_word(name), tone=Tone.SECOND)
        grid.addWidget(caption, line, side * 2, top)
        span = 3 if is_long else 1
        grid.addWidget(_value(name, value), line, side * 2 + 1, 1, span)
        if is_long or side:
            line, side = line + 1, 0
        else:
            side = 1
    return line + 1 if side else line


def _value(name: str, value: str) -> QWidget:
    # The columns share the room alike, whatever stands in them.
    if name == "phone":
        phone = PhoneLabel()
        phone.show_phone(value)
        phone.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return phone
    text = Label(value, may_wrap=True)
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    text.setAccessibleName(f"{fact_word(name)} {value}")
    text.setAlignment(Qt.AlignmentFlag.AlignTop)
    text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    text.setMinimumWidth(LEAST_VALUE)
    return text


class SlipMoneyTable(QWidget):
    """Labour and materials with their sum, and the quotes before them."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: QVBoxLayout = column(spacing=24, on=self)
        self.setMaximumWidth(WIDEST_TABLE)
        self.hide()

    def show_money(
        self,
        lines: "Sequence[LineView]",
        quotes: "Sequence[QuoteView]",
        moments: Moments | None = None,
    ) -> None:
        """Show these lines and quotes; takes no room without any. ``moments`` write
        when each quote was named and signed.
        """
        empty(self._parts)
        if quotes:
            self._add(
                self.tr("Quotes"), lambda grid: self._put_quotes(grid, quotes, moments)
            )
        if lines:
            self._add(field_word("lines"), lambda grid: self._put_lines(grid, lines))
        self.setVisible(bool(lines or quotes))

    def _add(self, heading: str, fill: Callable[[QGridLayout], None]) -> None:
        part = QWidget()
        grid = QGridLayout()
        # Names and values begin where those of the facts above begin.
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, CAPTION_WIDTH)
        grid.setColumnStretch(1, 1)
        fill(grid)
        column(head_label(heading), grid, spacing=8, on=part)
        self._parts.addWidget(part)

    def _put_quotes(
        self,
        grid: QGridLayout,
        quotes: "Sequence[QuoteView]",
        moments: Moments | None,
    ) -> None:
        """Every quote with what became of it: who signed and when, or what was said
        against it.
        """
        right, top = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignTop
        for at, quote in enumerate(quotes):
            said = [quote.confirmed_by or "", quote.note or ""]
            if moments is not None:
                said.append(moments.write(quote.confirmed_at or quote.quoted_at))
            grid.addWidget(Label(word(quote.status), tone=Tone.SECOND), at, 0, top)
            text = Label(COMMA.join(part for part in said if part), may_wrap=True)
            grid.addWidget(text, at, 1)
            is_last = at == len(quotes) - 1
            amount = Label(format_money(quote.amount), is_strong=is_last)
            grid.addWidget(amount, at, 2, right)

    def _put_lines(self, grid: QGridLayout, lines: "Sequence[LineView]") -> None:
        right = Qt.AlignmentFlag.AlignRight
        at = 0
        for line in lines:
            quantity = f"{format_quantity(line.quantity)} {line.uom or ''}".strip()
            grid.addWidget(Label(word(line.kind), tone=Tone.SECOND), at, 0)
            grid.addWidget(Label(line.name), at, 1)
            grid.addWidget(Label(quantity), at, 2, right)
            grid.addWidget(Label(format_money(line.price)), at, 3, right)
            grid.addWidget(Label(format_money(line.amount)), at, 4, right)
            at += 1
            if text := self._of_tariff(line):
                said = Label(text, CAPTION, tone=Tone.SECOND, may_wrap=True)
                grid.addWidget(said, at, 1, 1, 4)
                at += 1
        total = sum((line.amount for line in lines), ZERO)
        grid.addWidget(Label(self.tr("Total"), tone=Tone.SECOND), at, 3)
        grid.addWidget(Label(format_money(total), is_strong=True), at, 4, right)

    def _of_tariff(self, line: "LineView") -> str:
        """Where the price comes from, and why it is another one."""
        if line.tariff_code is None:
            return ""
        said = [line.tariff_code]
        if line.is_night:
            said.append(self.tr("night price"))
        if line.price_reason:
            said.append(
                self.tr("another price: {reason}").format(reason=line.price_reason)
            )
        return COMMA.join(said)


def head_label(text: str) -> Label:
    """The heading of a part."""
    return Label(text, CAPTION, tone=Tone.SECOND, is_strong=True)


def empty(layout: QVBoxLayout) -> None:
    """Let go of what stands in a layout."""
    while (item := layout.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
