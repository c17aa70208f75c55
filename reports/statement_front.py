"""The first page of the statement on paper: sums, tie-out, numbers, signatures."""

from collections.abc import Sequence

from models.ledger_entry import PayMethod
from models.money import ZERO, format_capitals, format_money
from models.waiver import WaiverLevel
from reports import fonts
from reports.box import MM, Box
from reports.page import Align, Page
from reports.statement_frame import Frame
from reports.statement_table import GREY

_ROW = 7.6 * MM
_THIN = 0.15 * MM
_SIZE = 9.5
_PAD = 1.6 * MM


def draw_front(page: Page, body: Box, frame: Frame) -> None:
    """Draw everything into the body of the first page."""
    left = body.from_left(151 * MM)
    right = body.from_right(body.width - 157 * MM)
    beside, far = right.columns(57.5, 57.5)
    bottom = _draw_sums(page, left, frame)
    _draw_methods(page, beside._replace(width=beside.width - 2.5 * MM), frame)
    _draw_counts(
        page, far._replace(x=far.x + 2.5 * MM, width=far.width - 2.5 * MM), frame
    )
    bottom = _draw_capitals(page, left._replace(y=bottom), frame)
    bottom = _draw_tie_outs(page, body._replace(y=bottom + 4 * MM), frame)
    _draw_numbers(page, body._replace(y=bottom + 4 * MM), frame)
    _sign(page, body, frame)


def _draw_sums(page: Page, box: Box, frame: Frame) -> float:
    translate = frame.translate
    shares = (39, 37, 37, 38)
    heads = (
        translate("Statement", "Yuan"),
        translate("Statement", "Slips of this period"),
        translate("Statement", "Slips of earlier periods"),
        translate("Statement", "Total"),
    )
    box = _draw_line(page, box, shares, heads, is_head=True)
    for line in frame.lines():
        texts = (
            line.title,
            "" if line.own is None else format_money(line.own),
            "" if line.earlier is None else format_money(line.earlier),
            format_money(line.total),
        )
        box = _draw_line(page, box, shares, texts, is_sum=line.key == "closing")
    return box.y


def _draw_capitals(page: Page, box: Box, frame: Frame) -> float:
    translate, told = frame.translate, frame.statement
    for text, amount in (
        (translate("Statement", "Charged in capitals"), told.charged.total),
        (translate("Statement", "Owed in capitals"), told.closing),
    ):
        line = box.from_top(_ROW)
        label, words = line.columns(39, 112)
        page.frame(line, _THIN)
        page.rule(words.x, line.y, words.x, line.bottom, _THIN)
        page.line_in(label.inset(_PAD, 0), text, _SIZE, least=6)
        page.line_in(words.inset(_PAD, 0), format_capitals(amount), _SIZE, least=5)
        box = box._replace(y=line.bottom)
    return box.y


def _draw_methods(page: Page, box: Box, frame: Frame) -> None:
    translate, told = frame.translate, frame.statement
    heads = (translate("Statement", "By method"), translate("Statement", "Received"))
    box = _draw_line(page, box, (23, 32), heads, is_head=True)
    for method in PayMethod:
        amount = told.received_by_method.get(method, ZERO)
        texts = (frame.words.methods[method], format_money(amount))
        box = _draw_line(page, box, (23, 32), texts)
    texts = (translate("Statement", "Sum"), format_money(told.received.total))
    _draw_line(page, box, (23, 32), texts, is_sum=True)


def _draw_counts(page: Page, box: Box, frame: Frame) -> None:
    """Waived by level, then how many slips and copies."""
    translate, told, counts = frame.translate, frame.statement, frame.counts()
    heads = (translate("Statement", "By level"), translate("Statement", "Waived"))
    box = _draw_line(page, box, (30, 25), heads, is_head=True)
    for level in WaiverLevel:
        amount = told.waived_by_level.get(level, ZERO)
        texts = (frame.words.levels[level], format_money(amount))
        box = _draw_line(page, box, (30, 25), texts)
    heads = (
        translate("Statement", "Slips and copies"),
        translate("Statement", "Count"),
    )
    box = _draw_line(page, box, (30, 25), heads, is_head=True)
    for title, count in (
        (translate("Statement", "Slips issued"), counts.issued),
        (translate("Statement", "A, copy in hand"), counts.a),
        (translate("Statement", "B, came later"), counts.b),
        (translate("Statement", "C, copy not in hand"), counts.c),
        (translate("Statement", "Copies in bundles"), counts.bundled),
        (translate("Statement", "Brought early"), counts.early),
    ):
        box = _draw_line(page, box, (30, 25), (title, str(count)))


def _draw_tie_outs(page: Page, box: Box, frame: Frame) -> float:
    translate = frame.translate
    shares = (178, 34, 34, 31)
    heads = (
        translate("Statement", "Tie-out"),
        translate("Statement", "One side"),
        translate("Statement", "Other side"),
        translate("Statement", "The books"),
    )
    box = _draw_line(page, box, shares, heads, is_head=True)
    for tie in frame.tie_outs():
        texts = (f"{tie.sign} {tie.sentence}", tie.left, tie.right, tie.verdict)
        box = _draw_line(page, box, shares, texts, is_sum=not tie.holds, other="centre")
    return box.y


def _draw_numbers(page: Page, box: Box, frame: Frame) -> None:
    """Ended slips and gap cases, as many as there is room for; all are listed later."""
    translate, told = frame.translate, frame.statement
    none = frame.words.none
    void = translate("Statement", "Void: {count}").format(count=len(told.void))
    cancelled = translate("Statement", "Cancelled: {count}").format(
        count=len(told.cancelled)
    )
    gaps = translate("Statement", "Gap cases open: {count}").format(
        count=len(told.gaps)
    )
    cases = "；".join(
        f"{gap.ref} {gap.owner} {gap.cause}".strip() for gap in told.gaps[:20]
    )
    for title, text in (
        (void, "、".join(told.void[:60]) or none),
        (cancelled, "、".join(told.cancelled[:60]) or none),
        (gaps, cases or none),
    ):
        line = box.from_top(8.6 * MM)
        label, words = line.columns(52, 225)
        page.frame(line, _THIN)
        page.rule(words.x, line.y, words.x, line.bottom, _THIN)
        page.line_in(label.inset(_PAD, 0), title, 9, least=6)
        page.paragraph_in(words.inset(_PAD, 0.4 * MM), text, 9, least=7)
        box = box._replace(y=line.bottom)


def _sign(page: Page, body: Box, frame: Frame) -> None:
    baseline = body.bottom - 3 * MM
    for text, part in zip(frame.signatures, body.columns(3, 3, 2.6, 2), strict=True):
        width = page.text(part.x, baseline, text, 10)
        page.signature_line(part.x + width, part.right - 5 * MM, baseline + 1 * MM)


def _draw_line(
    page: Page,
    box: Box,
    shares: Sequence[float],
    texts: Sequence[str],
    *,
    is_head: bool = False,
    is_sum: bool = False,
    other: Align = "right",
) -> Box:
    """Draw a row of a table at the top of the box; answers with what is below it.

    All texts but the first stand as ``other`` says.
    """
    line = box.from_top(_ROW)
    if is_head or is_sum:
        page.fill(line, GREY)
    page.frame(line, _THIN)
    font = fonts.SEMIBOLD if is_head or is_sum else fonts.REGULAR
    for place, (text, part) in enumerate(
        zip(texts, line.columns(*shares), strict=True)
    ):
        if place:
            page.rule(part.x, line.y, part.x, line.bottom, _THIN)
        align: Align = "centre" if is_head else other if place else "left"
        cell = part.inset(_PAD, 0)
        page.line_in(cell, text, _SIZE, least=5, font=font, align=align)
    return box._replace(y=line.bottom)
