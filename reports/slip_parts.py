"""The head of a printed repair slip and its table of materials."""

from reports import fonts
from reports.box import MM, Box
from reports.codes import code128_width, draw_code128
from reports.page import BLACK, WHITE
from reports.slip_face import OUTLINE, PAD, Face

TITLE = "工程维修单"
"""The title of the controlled document (S4-5.1), the same in every language."""

_HEAVY_OUTLINE = 1.2 * MM


def draw_header(face: Face, box: Box) -> None:
    """Title, centre and telephone, the 紧急 box, the number and its bars."""
    number = _number(face, box)
    width, height = face.style.urgent
    stamp = Box(number.x - 9 * MM - width, box.y + 0.8 * MM, width, height)
    _stamp(face, stamp)
    left = box.x + face.style.qr + 4.5 * MM
    room = box._replace(x=left, width=stamp.x - 4 * MM - left)
    parts = room.rows(1.35, 0.85, 0.8)
    face.page.line_in(parts[0], TITLE, face.style.title, font=fonts.SEMIBOLD)
    hotline = face.form.hotline
    if not hotline:
        parts[1] = parts[1]._replace(height=parts[1].height + parts[2].height)
    face.page.paragraph_in(parts[1], face.form.centre, face.style.centre, least=5)
    if hotline:
        text = face.translate("SlipForm", "Repairs {phone}").format(phone=hotline)
        face.page.line_in(parts[2], text, face.style.label)


def _number(face: Face, box: Box) -> Box:
    style, number = face.style, face.form.number
    most = box.width * 0.36
    bars = code128_width(number)
    if bars is not None and bars > most:
        bars = None
    label = face.translate("SlipForm", "No.")
    label_width = fonts.em_width(label, fonts.REGULAR) * style.label + 2.5 * MM
    text_width = fonts.em_width(number, fonts.SEMIBOLD) * style.number
    width = min(max(bars or 0, text_width + label_width), most)
    area = box.from_right(width)
    if bars is not None:
        height = box.height * 0.54
        draw_code128(face.page, box.right - bars, box.y, height, number)
        area = area.from_bottom(box.height - height)
    room = area.from_right(width - label_width)
    face.page.line_in(room, number, style.number, font=fonts.SEMIBOLD, align="right")
    shown = min(text_width, room.width)
    face.page.line_in(
        area._replace(width=area.width - shown - 2.5 * MM),
        label,
        style.label,
        align="right",
        colour=face.label_colour,
    )
    return area


def _stamp(face: Face, box: Box) -> None:
    """紧急 is black on a laser; on plies an outline, or the fourth would be a smudge.

    A slip that has ended says so in an outline on every paper.
    """
    page, word = face.page, face.form.stamp
    if not word:
        page.frame(box, OUTLINE)
        return
    colour = BLACK
    if face.style.is_impact or face.form.ended:
        page.frame(box, _HEAVY_OUTLINE)
    else:
        page.fill(box, BLACK)
        colour = WHITE
    size = box.height * 0.62
    page.line_in(box, word, size, font=fonts.SEMIBOLD, align="centre", colour=colour)


def draw_materials(face: Face, box: Box, lines: int, head: float) -> None:
    """The table of materials; more lines than places are summed in the last."""
    page, style = face.page, face.style
    rows = [
        box.from_top(head),
        *box.from_bottom(box.height - head).rows(*[1] * lines),
    ]
    names = (
        face.translate("SlipForm", "Material"),
        face.translate("SlipForm", "Measure"),
        face.translate("SlipForm", "Quantity"),
        face.translate("SlipForm", "Price"),
        face.translate("SlipForm", "Amount (yuan)"),
    )
    shares = (42, 10, 12, 16, 20)
    for part, name in zip(rows[0].columns(*shares), names, strict=True):
        page.line_in(
            part.inset(MM, 0),
            name,
            style.label,
            align="centre",
            colour=face.label_colour,
        )
    for row, texts in zip(rows[1:], face.fields.materials(lines), strict=False):
        for index, (part, text) in enumerate(
            zip(row.columns(*shares), texts, strict=True)
        ):
            room = part.inset(PAD, 0.3 * MM)
            if index == 0:
                room = part.inset(PAD, 0.1 * MM)
                page.paragraph_in(room, text, style.value, least=5.5)
            else:
                page.line_in(
                    room,
                    text,
                    style.value,
                    align="centre" if index == 1 else "right",
                )
    for row in rows[1:]:
        page.rule(row.x, row.y, row.right, row.y)
    for part in box.columns(*shares)[1:]:
        page.rule(part.x, box.y, part.x, box.bottom)
