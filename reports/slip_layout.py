"""Where the parts of the repair slip stand on A4, on the half and on the third form."""

from dataclasses import replace

from reports.box import MM, Box
from reports.slip_face import PAD, Block, Face, Style
from reports.slip_fields import Cell
from reports.slip_parts import draw_materials
from reports.slip_signature import draw_quote_signature, draw_work_signature

A4_STYLE = Style(
    title=26,
    centre=12,
    number=20,
    label=9,
    value=12,
    small=9.5,
    least=6.5,
    qr=25 * MM,
    urgent=(27 * MM, 18 * MM),
    is_impact=False,
    has_years=True,
)
TWO_UP_STYLE = Style(
    title=20,
    centre=9.5,
    number=16,
    label=8,
    value=10.5,
    small=8.5,
    least=6.5,
    qr=19.5 * MM,
    urgent=(21 * MM, 14 * MM),
    is_impact=False,
    has_years=False,
)
HALF_STYLE = Style(
    title=20,
    centre=10,
    number=17,
    label=8,
    value=10.5,
    small=8.5,
    least=6.5,
    qr=19.5 * MM,
    urgent=(22 * MM, 14.5 * MM),
    is_impact=True,
    has_years=False,
)
THIRD_STYLE = Style(
    title=18,
    centre=9.5,
    number=15,
    label=8,
    value=10,
    small=8,
    least=6.5,
    qr=15 * MM,
    urgent=(20 * MM, 12 * MM),
    is_impact=True,
    has_years=False,
)


def draw_tall_face(face: Face, box: Box) -> None:
    """A4, one copy a page: every part has a row of its own."""
    row, low = 9.6 * MM, 8.2 * MM
    width = box.width

    def types(area: Box) -> None:
        left, right = area.columns(58, 42)
        face.choices(
            left,
            face.translate("SlipForm", "Kind"),
            face.fields.job_types(),
            down=False,
        )
        face.field(right, face.fields.charge())
        face.page.rule(right.x, area.y, right.x, area.bottom)

    def opinion(area: Box) -> None:
        left, right = area.columns(36, 64)
        face.choices(
            left.inset(0, 2 * MM),
            face.translate("SlipForm", "Owner's opinion"),
            face.fields.opinions(),
            down=True,
        )
        draw_work_signature(face, right.inset(PAD))

    def receipts(area: Box) -> None:
        for index, part in enumerate(area.columns(1, 1, 1, 1, 1)):
            face.signed_field(part, *face.fields.receipts()[index])
            if index:
                face.page.rule(part.x, part.y, part.x, part.bottom)

    face.stack(
        box,
        [
            face.row(width, row, low, *face.fields.place()),
            face.row(width, row, low, *face.fields.reported()),
            face.row(width, row, low, *face.fields.reporter()),
            Block(row, low, types),
            face.long_row(width, (11 * MM, 14 * MM, 30 * MM), face.fields.content()),
            face.row(width, row, low, *face.fields.trade()),
            face.row(width, row, low, *face.fields.technicians()),
            Block(
                46.8 * MM, 38 * MM, lambda area: draw_materials(face, area, 5, 7 * MM)
            ),
            face.row(width, 9 * MM, 8 * MM, *face.fields.fees()),
            face.row(width, 9 * MM, 8 * MM, face.fields.capitals()),
            Block(
                29 * MM,
                22 * MM,
                lambda area: draw_quote_signature(face, area.inset(PAD)),
            ),
            face.row(width, row, low, *face.fields.times()),
            face.long_row(width, (10 * MM, 15 * MM, 26 * MM), face.fields.result()),
            Block(26 * MM, 22 * MM, opinion),
            Block(17 * MM, 13 * MM, receipts),
        ],
    )


def draw_wide_face(face: Face, box: Box) -> None:
    """Half form and A4 with two copies a page: the quote is signed beside its lines."""
    row, low = 7.2 * MM, 6 * MM
    width = box.width

    def fees(area: Box) -> None:
        left, right = area.columns(62, 38)
        lines, sums, words = left.rows(25, 6.4, 6.4)
        draw_materials(face, lines, 4, lines.height * 0.19)
        for part, cells in (
            (sums, face.fields.fees()),
            (words, (face.fields.capitals(),)),
        ):
            face.page.rule(part.x, part.y, part.right, part.y)
            face.row(part.width, part.height, part.height, *cells).draw(part)
        face.page.rule(right.x, area.y, right.x, area.bottom)
        draw_quote_signature(face, right.inset(PAD))

    def opinion(area: Box) -> None:
        left, right = area.columns(37, 63)
        top, bottom = left.inset(0, MM).rows(2, 3)
        face.label(top, face.translate("SlipForm", "Owner's opinion"))
        face.choices(bottom, "", face.fields.opinions(), down=False)
        draw_work_signature(face, right.inset(PAD))

    def receipts(area: Box) -> None:
        for index, part in enumerate(area.columns(1, 1, 1, 1, 1)):
            face.signed_field(part, *face.fields.receipts()[index])
            if index:
                face.page.rule(part.x, part.y, part.x, part.bottom)

    face.stack(
        box,
        [
            face.row(width, row, low, *_where_and_when(face)),
            _who_and_what(face, width, row, low),
            face.long_row(width, (6.6 * MM, 8.1 * MM, 17 * MM), face.fields.content()),
            face.row(width, row, low, *_who_does_it(face)),
            Block(37.8 * MM, 33 * MM, fees),
            face.row(width, row, low, *_times_and_result(face)),
            Block(17.6 * MM, 15 * MM, opinion),
            Block(9.4 * MM, 8.4 * MM, receipts),
        ],
    )


def draw_low_face(face: Face, box: Box) -> None:
    """Third form: two lines of material, both signatures beside them, receipts on one
    line.
    """
    row, low = 5.8 * MM, 5.2 * MM
    width = box.width

    def fees(area: Box) -> None:
        left, middle, right = area.columns(47, 26.5, 26.5)
        lines, sums, words = left.rows(14, 5.4, 5.4)
        draw_materials(face, lines, 2, lines.height * 0.28)
        for part, cells in (
            (sums, face.fields.fees()),
            (words, (face.fields.capitals(),)),
        ):
            face.page.rule(part.x, part.y, part.right, part.y)
            face.row(part.width, part.height, part.height, *cells).draw(part)
        face.page.rule(middle.x, area.y, middle.x, area.bottom)
        draw_quote_signature(face, middle.inset(MM))
        draw_work_signature(face, right.inset(MM))

    receipts = [Cell(label, text, 1) for label, text in face.fields.receipts()]
    work = face.row(width * 0.62, row, low, *_times_and_result(face))

    def result(area: Box) -> None:
        left, right = area.columns(62, 38)
        work.draw(left)
        face.choices(
            right,
            face.translate("SlipForm", "Owner's opinion"),
            face.fields.opinions(),
            down=False,
        )
        face.page.rule(right.x, area.y, right.x, area.bottom)

    face.stack(
        box,
        [
            face.row(width, row, low, *_where_and_when(face)),
            _who_and_what(face, width, row, low),
            face.long_row(width, (5.6 * MM, 6.4 * MM, 13 * MM), face.fields.content()),
            face.row(width, row, low, *_who_does_it(face)),
            Block(25 * MM, 21 * MM, fees),
            replace(work, draw=result),
            face.row(width, row, low, *receipts),
        ],
    )


def _where_and_when(face: Face) -> list[Cell]:
    area, unit, place = face.fields.place()
    reported, received = face.fields.reported()
    shares = (17, 17, 24, 22, 20)
    return _shared(shares, area, unit, place, reported, received)


def _who_and_what(face: Face, width: float, height: float, least: float) -> Block:
    reporter, phone = face.fields.reporter()
    fields, rest = width * 0.41, width * 0.59
    left = face.row(fields, height, least, *_shared((17, 24), reporter, phone))
    charge = face.row(rest * 0.41, height, least, face.fields.charge())

    def draw(area: Box) -> None:
        first, second, third = area.columns(fields, rest * 0.59, rest * 0.41)
        left.draw(first)
        face.choices(
            second,
            face.translate("SlipForm", "Kind"),
            face.fields.job_types(),
            down=False,
        )
        charge.draw(third)
        for part in (second, third):
            face.page.rule(part.x, part.y, part.x, part.bottom)

    return Block(
        max(left.height, charge.height), max(left.least, charge.least), draw, least
    )


def _who_does_it(face: Face) -> list[Cell]:
    trade, dispatched, supervisor = face.fields.trade()
    technician, appointment = face.fields.technicians()
    shares = (12, 20, 19, 19, 30)
    return _shared(shares, trade, dispatched, supervisor, technician, appointment)


def _times_and_result(face: Face) -> list[Cell]:
    arrived, finished = face.fields.times()
    return _shared((20, 20, 60), arrived, finished, face.fields.result())


def _shared(shares: tuple[float, ...], *cells: Cell) -> list[Cell]:
    return [
        Cell(cell.label, cell.text, share, cell.is_strong)
        for cell, share in zip(cells, shares, strict=True)
    ]
