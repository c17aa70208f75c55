"""The two places where the owner signs a repair slip (S3-8.5)."""

from datetime import datetime

from models.unit import AreaKind
from reports import fonts
from reports.box import MM, Box
from reports.paragraph import fit, needed_height
from reports.slip_face import Face

_OUTLINE = 0.6 * MM
_LEAST_HINT = 5
"""A hint that needs smaller type is left out: the place to sign matters more."""


def draw_quote_signature(face: Face, box: Box) -> None:
    """① The owner's signature under the price, before the work (S4-4.2.3.1-1)."""
    form = face.form
    is_unit = form.area_kind is AreaKind.UNIT
    _signature(
        face,
        box,
        "① " + face.translate("SlipForm", "Owner agrees to the price"),
        face.translate(
            "SlipForm",
            "Before the work: I have seen the price. Free work: write “free”.",
        )
        if is_unit
        else face.translate("SlipForm", "Public area: no charge, not signed here."),
        form.quote_signed_by,
        form.quote_signed_at,
        face.fields.quote() if is_unit else "",
    )


def draw_work_signature(face: Face, box: Box) -> None:
    """② The signature under the finished work (S4-4.1.2.4-1, S3-8.5)."""
    form = face.form
    signer = form.signed_by
    if form.sign_note:
        signer = f"{signer}（{form.sign_note}）" if signer else form.sign_note
    _signature(
        face,
        box,
        "② " + face.translate("SlipForm", "Owner accepts the work"),
        face.translate(
            "SlipForm",
            "After the work: tried out; result and fee are right. "
            "Signing for the owner: say who you are, and your phone.",
        )
        if form.area_kind is AreaKind.UNIT
        else face.translate("SlipForm", "Public area: inspected by Housekeeping."),
        signer,
        form.signed_at,
    )


def _signature(
    face: Face,
    box: Box,
    title: str,
    hint: str,
    signer: str,
    signed_at: datetime | None,
    price: str = "",
) -> None:
    page, style = face.page, face.style
    page.frame(box, _OUTLINE)
    inner = box.inset(2 * MM, 1.4 * MM)
    size = style.value + (0 if style.is_impact else 1)
    head = inner.from_top(size * 1.2)
    foot = inner.from_bottom(style.value * 1.2)
    title_width = fonts.em_width(title, fonts.SEMIBOLD) * size
    page.line_in(head, title, size, font=fonts.SEMIBOLD)
    beside = head.from_right(max(head.width - title_width - 4 * MM, 0))
    hint_width = fonts.em_width(hint, fonts.REGULAR) * style.label
    middle = Box(
        inner.x, head.bottom + 0.4 * MM, inner.width, foot.y - head.bottom - MM
    )
    if price:
        middle = _price(face, price, beside, middle)
    date = face.fields.when(signed_at, date_only=True) or face.translate(
        "SlipForm", "Year    Month    Day"
    )
    date_size = style.value if signed_at else style.label
    date_width = fonts.em_width(date, fonts.REGULAR) * date_size
    page.line_in(foot, date, date_size, align="right")
    line_end = max(foot.right - date_width - 4 * MM, foot.x + 12 * MM)
    page.signature_line(foot.x, line_end, foot.bottom)
    if signer:
        width = line_end - foot.x
        wide = fonts.em_width(signer, fonts.SEMIBOLD) * style.value > width
        room = Box(foot.x, middle.y, width, foot.bottom - 0.5 * MM - middle.y)
        size = style.least + 0.5 if wide else style.value
        high = min(needed_height(signer, width, size, fonts.SEMIBOLD), room.height)
        room = room.from_bottom(high)
        page.paragraph_in(room, signer, size, least=5, font=fonts.SEMIBOLD)
    elif not price and hint_width <= beside.width:
        page.line_in(beside, hint, style.label, colour=face.label_colour)
    elif fit(hint, *middle[2:], size=style.label, least=_LEAST_HINT).is_whole:
        page.paragraph_in(
            middle,
            hint,
            style.label,
            least=_LEAST_HINT,
            at_top=True,
            colour=face.label_colour,
        )


def _price(face: Face, price: str, beside: Box, middle: Box) -> Box:
    """Print the price, or a line to write it on, at the right of the title.

    Where that is too narrow it stands at the top of ``middle``; answers with
    what is left of that.
    """
    size = face.style.value
    wanted = fonts.em_width(price, fonts.REGULAR) * size
    blank = 26 * MM if price.endswith("¥") else 0
    place = beside.from_right(wanted + blank)
    if wanted + blank > beside.width:
        place = middle.from_top(size * 1.3)
        middle = middle.from_bottom(middle.height - place.height - 0.6 * MM)
        blank = min(blank, place.width - wanted)
    face.page.line_in(place, price, size)
    if blank:
        start = place.x + wanted + MM
        face.page.signature_line(start, start + blank - MM, place.bottom)
    return middle
