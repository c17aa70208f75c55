"""Where the parts of the repair slip stand on A4, on the half and on the third form."""

from dataclasses import replace

from reports.page import MM, Box
from reports.slip_face import PAD, Block, Cell, Face, Style

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
        face.choices(left, face.tr("Kind"), face.job_types(), down=False)
        face.field(right, face.charge_cell())
        face.page.rule(right.x, area.y, right.x, area.bottom)

    def opinion(area: Box) -> None:
        left, right = area.columns(36, 64)
        face.choices(
            left.inset(0, 2 * MM),
            face.tr("Owner's opinion"),
            face.opinions(),
            down=True,
        )
        face.work_signature(right.inset(PAD))

    def receipts(area: Box) -> None:
        for index, part in enumerate(area.columns(1, 1, 1, 1, 1)):
            face.signed_field(part, *face.receipts()[index])
            if index:
                face.page.rule(part.x, part.y, part.x, part.bottom)

    face.stack(
        box,
        [
            face.row(width, row, low, *face.place_cells()),
            face.row(width, row, low, *face.reported_cells()),
            face.row(width, row, low, *face.reporter_cells()),
            Block(row, low, types),
            face.long_row(width, (11 * MM, 14 * MM, 30 * MM), face.content_cell()),
            face.row(width, row, low, *face.trade_cells()),
            face.row(width, row, low, *face.technician_cells()),
            Block(46.8 * MM, 38 * MM, lambda area: face.materials(area, 5, 7 * MM)),
            face.row(width, 9 * MM, 8 * MM, *face.fee_cells()),
            face.row(width, 9 * MM, 8 * MM, face.capitals_cell()),
            Block(29 * MM, 22 * MM, lambda area: face.quote_signature(area.inset(PAD))),
            face.row(width, row, low, *face.time_cells()),
            face.long_row(width, (10 * MM, 15 * MM, 26 * MM), face.result_cell()),
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
        face.materials(lines, 4, lines.height * 0.19)
        for part, cells in ((sums, face.fee_cells()), (words, (face.capitals_cell(),))):
            face.page.rule(part.x, part.y, part.right, part.y)
            face.row(part.width, part.height, part.height, *cells).draw(part)
        face.page.rule(right.x, area.y, right.x, area.bottom)
        face.quote_signature(right.inset(PAD))

    def opinion(area: Box) -> None:
        left, right = area.columns(37, 63)
        top, bottom = left.inset(0, MM).rows(2, 3)
        face.label(top, face.tr("Owner's opinion"))
        face.choices(bottom, "", face.opinions(), down=False)
        face.work_signature(right.inset(PAD))

    def receipts(area: Box) -> None:
        for index, part in enumerate(area.columns(1, 1, 1, 1, 1)):
            face.signed_field(part, *face.receipts()[index])
            if index:
                face.page.rule(part.x, part.y, part.x, part.bottom)

    face.stack(
        box,
        [
            face.row(width, row, low, *_where_and_when(face)),
            _who_and_what(face, width, row, low),
            face.long_row(width, (6.6 * MM, 8.1 * MM, 17 * MM), face.content_cell()),
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
        face.materials(lines, 2, lines.height * 0.28)
        for part, cells in ((sums, face.fee_cells()), (words, (face.capitals_cell(),))):
            face.page.rule(part.x, part.y, part.right, part.y)
            face.row(part.width, part.height, part.height, *cells).draw(part)
        face.page.rule(middle.x, area.y, middle.x, area.bottom)
        face.quote_signature(middle.inset(MM))
        face.work_signature(right.inset(MM))

    receipts = [Cell(label, text, 1) for label, text in face.receipts()]
    work = face.row(width * 0.62, row, low, *_times_and_result(face))

    def result(area: Box) -> None:
        left, right = area.columns(62, 38)
        work.draw(left)
        face.choices(right, face.tr("Owner's opinion"), face.opinions(), down=False)
        face.page.rule(right.x, area.y, right.x, area.bottom)

    face.stack(
        box,
        [
            face.row(width, row, low, *_where_and_when(face)),
            _who_and_what(face, width, row, low),
            face.long_row(width, (5.6 * MM, 6.4 * MM, 13 * MM), face.content_cell()),
            face.row(width, row, low, *_who_does_it(face)),
            Block(25 * MM, 21 * MM, fees),
            replace(work, draw=result),
            face.row(width, row, low, *receipts),
        ],
    )


def _where_and_when(face: Face) -> list[Cell]:
    area, unit, place = face.place_cells()
    reported, received = face.reported_cells()
    shares = (17, 17, 24, 22, 20)
    return _shared(shares, area, unit, place, reported, received)


def _who_and_what(face: Face, width: float, height: float, least: float) -> Block:
    reporter, phone = face.reporter_cells()
    fields, rest = width * 0.41, width * 0.59
    left = face.row(fields, height, least, *_shared((17, 24), reporter, phone))
    charge = face.row(rest * 0.41, height, least, face.charge_cell())

    def draw(area: Box) -> None:
        first, second, third = area.columns(fields, rest * 0.59, rest * 0.41)
        left.draw(first)
        face.choices(second, face.tr("Kind"), face.job_types(), down=False)
        charge.draw(third)
        for part in (second, third):
            face.page.rule(part.x, part.y, part.x, part.bottom)

    return Block(
        max(left.height, charge.height), max(left.least, charge.least), draw, least
    )


def _who_does_it(face: Face) -> list[Cell]:
    trade, dispatched, supervisor = face.trade_cells()
    technician, appointment = face.technician_cells()
    shares = (12, 20, 19, 19, 30)
    return _shared(shares, trade, dispatched, supervisor, technician, appointment)


def _times_and_result(face: Face) -> list[Cell]:
    arrived, finished = face.time_cells()
    return _shared((20, 20, 60), arrived, finished, face.result_cell())


def _shared(shares: tuple[float, ...], *cells: Cell) -> list[Cell]:
    return [
        Cell(cell.label, cell.text, share, cell.is_strong)
        for cell, share in zip(cells, shares, strict=True)
    ]
