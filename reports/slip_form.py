"""工程维修单 as PDF: one page a copy, two copies a page, or one page on plies."""

from collections.abc import Callable, Collection, Sequence
from typing import BinaryIO

from models.text import Translate
from reports import fonts
from reports.box import A4, HALF_FORM, MM, THIRD_FORM, Box
from reports.codes import draw_qr
from reports.page import Page
from reports.slip_face import Face
from reports.slip_layout import (
    A4_STYLE,
    HALF_STYLE,
    THIRD_STYLE,
    TWO_UP_STYLE,
    draw_low_face,
    draw_tall_face,
    draw_wide_face,
)
from reports.slip_paper import CopyMark, Paper, SlipForm
from reports.slip_parts import TITLE, draw_header

Step = Callable[[int, int], None]
"""Told (done, total) after each slip; may raise to stop."""

COLOURS = {
    "白": ("#FFFFFF", "#51555C"),
    "红": ("#F7CFCB", "#8E1F16"),
    "蓝": ("#CFE0F3", "#164A80"),
    "黄": ("#F6E7A6", "#6A5200"),
    "绿": ("#D5EBD8", "#1B5E2F"),
}
"""Paper and ink of a copy's colour word; a word not here prints as white."""

_SIDE = 13 * MM
_STRIP = 8 * MM
_PIN_STRIP = 16.5 * MM
_CUT = A4.height / 2


def write_pdf(
    forms: Sequence[SlipForm],
    out: BinaryIO,
    translate: Translate,
    paper: Paper = Paper.A4,
    copies: Collection[int] | None = None,
    step: Step | None = None,
) -> None:
    """Write the slips to ``out``; the same slips give the same bytes.

    ``copies`` are copy numbers of the scheme (None: all). Plies are struck together:
    the half and the third form have one page a slip whatever ``copies`` says, and a
    legend in place of the copy's name. Raises ``FontMissing``, ``ValueError`` if no
    slip or none of its copies is asked for.
    """
    draw = {
        Paper.A4: _draw_single,
        Paper.A4_2UP: _draw_pairs,
        Paper.HALF: _draw_half,
        Paper.THIRD: _draw_third,
    }[paper]
    size = {Paper.HALF: HALF_FORM, Paper.THIRD: THIRD_FORM}.get(paper, A4)
    if not forms:
        raise ValueError("no slip to print")
    page = Page(out, size, title=f"{TITLE} {forms[0].number}")
    on_plies = paper in (Paper.HALF, Paper.THIRD)
    for done, form in enumerate(forms, 1):
        wanted = [
            copy
            for copy in form.copies
            if copies is None or on_plies or copy.number in copies
        ]
        if not wanted:
            raise ValueError(f"{form.number} has none of the copies {copies}")
        draw(page, form, translate, wanted)
        if step is not None:
            step(done, len(forms))
    page.close()


def _draw_single(
    page: Page, form: SlipForm, translate: Translate, copies: Sequence[CopyMark]
) -> None:
    face = Face(page, form, translate, A4_STYLE)
    header = Box(_SIDE, 12 * MM, A4.width - 2 * _SIDE - 6 * MM, 25 * MM)
    table = header._replace(y=43 * MM, height=232 * MM)
    with page.shared() as shared:
        draw_header(face, header)
        draw_tall_face(face, table)
        _foot_line(face, table, 4.2 * MM, face.fields.legend())
        _foot_line(face, table, 8.8 * MM, _notes(face))
    for copy in copies:
        page.put(shared)
        draw_qr(page, header.from_left(header.height), f"{form.number}/{copy.number}")
        _copy_strip(face, table, copy)
        _print_mark(face, table, 4.2 * MM, copy)
        page.next()


def _draw_pairs(
    page: Page, form: SlipForm, translate: Translate, copies: Sequence[CopyMark]
) -> None:
    face = Face(page, form, translate, TWO_UP_STYLE)
    header = Box(_SIDE, 7.5 * MM, A4.width - 2 * _SIDE - 6 * MM, 19.5 * MM)
    table = header._replace(y=28.2 * MM, height=106.3 * MM)
    with page.shared() as shared:
        draw_header(face, header)
        draw_wide_face(face, table)
        _foot_line(face, table, 3.4 * MM, face.fields.legend())
        _foot_line(face, table, 6.8 * MM, _notes(face))
    for index, copy in enumerate(copies):
        down = _CUT * (index % 2)
        page.put(shared, down)
        code = header.from_left(header.height)
        moved = table._replace(y=table.y + down)
        draw_qr(page, code._replace(y=code.y + down), f"{form.number}/{copy.number}")
        _copy_strip(face, moved, copy)
        _print_mark(face, moved, 3.4 * MM, copy)
        if index % 2 or copy is copies[-1]:
            _cutting_line(page)
            page.next()


def _draw_half(
    page: Page, form: SlipForm, translate: Translate, copies: Sequence[CopyMark]
) -> None:
    face = Face(page, form, translate, HALF_STYLE)
    header = Box(_PIN_STRIP, 6.5 * MM, page.size.width - 2 * _PIN_STRIP, HALF_STYLE.qr)
    table = header._replace(y=27.3 * MM, height=102 * MM)
    draw_header(face, header)
    draw_wide_face(face, table)
    _finish_plies(face, header, table, copies)


def _draw_third(
    page: Page, form: SlipForm, translate: Translate, copies: Sequence[CopyMark]
) -> None:
    face = Face(page, form, translate, THIRD_STYLE)
    header = Box(_PIN_STRIP, 6.5 * MM, page.size.width - 2 * _PIN_STRIP, THIRD_STYLE.qr)
    table = header._replace(y=22.6 * MM, height=60.2 * MM)
    draw_header(face, header)
    draw_low_face(face, table)
    _finish_plies(face, header, table, copies)


def _finish_plies(
    face: Face, header: Box, table: Box, copies: Sequence[CopyMark]
) -> None:
    page = face.page
    draw_qr(page, header.from_left(header.height), face.form.number)
    mark = max(copies, key=lambda copy: copy.reprint)
    right = _print_mark(face, table, 2.4 * MM, mark)
    text = f"{face.fields.legend()}　　{_notes(face)}"
    _foot_line(face, table._replace(width=right - table.x - 4 * MM), 2.4 * MM, text)
    page.next()


def _copy_strip(face: Face, table: Box, copy: CopyMark) -> None:
    """The coloured strip beside the table: which copy, whose, in which colour."""
    paper, ink = COLOURS.get(copy.colour, COLOURS["白"])
    strip = Box(table.right + 3 * MM, table.y, _STRIP, table.height)
    face.page.fill(strip, paper)
    if paper == COLOURS["白"][0]:
        face.page.frame(strip)
    text = f"{face.fields.copy_name(copy)} {copy.label} {copy.colour}"
    face.page.turned_text(strip.inset(0, 4 * MM), text, face.style.value + 1, ink)


def _print_mark(face: Face, table: Box, below: float, copy: CopyMark) -> float:
    """Which print this is, at the right below the table; a reprint is framed.

    Answers with the left edge of what it printed.
    """
    text, size = face.fields.print_mark(copy), face.style.label
    font = fonts.SEMIBOLD if copy.reprint else fonts.REGULAR
    width = fonts.em_width(text, font) * size
    line = Box(table.right - width, table.bottom + below - size / 2, width, size)
    if copy.reprint:
        face.page.frame(line.inset(-1.2 * MM, -0.5 * MM)._replace(x=line.x - 2.4 * MM))
        line = line._replace(x=line.x - 1.2 * MM)
    face.page.line_in(line, text, size, font=font)
    return line.x


def _foot_line(face: Face, table: Box, below: float, text: str) -> None:
    size = face.style.label
    line = Box(table.x, table.bottom + below - size / 2, table.width, size)
    face.page.line_in(line, text, size)


def _notes(face: Face) -> str:
    notes = face.fields.notes()
    if face.page.cut_texts:
        rest = face.translate("SlipForm", "… : the rest stands in the program")
        notes = "　".join((notes, rest))
    return notes


def _cutting_line(page: Page) -> None:
    dash = 2 * MM
    for index in range(int(A4.width / dash / 2) + 1):
        x = index * 2 * dash
        page.rule(x, _CUT, min(x + dash, A4.width), _CUT, 0.15 * MM)
