"""P7: the four-copy PDF of one slip, and a batch, against the same marks drawn bare.

The marks of real slips are written down first; the floor draws them on a canvas of
reportlab's own, with the same fonts, the shared face of a slip once as well.
"""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import count
from unittest.mock import patch

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from models.text import untranslated
from reports import fonts, slip_form
from reports.box import A4, Box
from reports.page import BLACK, HAIRLINE, Align, Page
from reports.slip_form import write_pdf
from reports.slip_paper import SlipForm
from tests.measuring import Speed, side_by_side
from tests.reports.slips import DISPATCHED

_BATCH = 200
_FIGURE = 5.0
_FIGURE_OF_PAGES = 1330.0
_GOAL = 1.5
_serial = count(1)


def rows() -> Iterator[Speed]:
    """One slip, then a batch of 200; four pages each."""
    marks = _marks_of(_slips(1))
    ours, floor = side_by_side(40, lambda: _ours(1), lambda: _floor(marks))
    yield Speed("P7 four-copy PDF of one slip", ours, _GOAL, floor, _FIGURE)
    marks = _marks_of(_slips(_BATCH))
    ours, floor = side_by_side(3, lambda: _ours(_BATCH), lambda: _floor(marks))
    figure = _BATCH * 4 / _FIGURE_OF_PAGES * 1000
    yield Speed(f"P7 {_BATCH} slips in four copies", ours, _GOAL, floor, figure)


def _slips(number: int) -> list[SlipForm]:
    """Slips never printed before, so that nothing is remembered of them."""
    slips = []
    for serial in (next(_serial) for _ in range(number)):
        day, of_day = divmod(serial, 1000)
        slips.append(
            replace(
                DISPATCHED,
                number=f"WX26{day // 28 + 1:02d}{day % 28 + 1:02d}-{of_day:03d}",
                unit=f"{serial % 9}-{serial % 30 + 1}0{serial % 4}",
                content=f"{serial % 30 + 1}层厨房水槽下方漏水，已渗到柜体",
            )
        )
    return slips


def _ours(number: int) -> None:
    write_pdf(_slips(number), io.BytesIO(), untranslated)


@dataclass(slots=True)
class _Marks:
    """Everything that stands on a page, or on what several pages share."""

    shared: str = ""
    is_shared: bool = False
    fills: list[tuple[Box, str]] = field(default_factory=list)
    bars: list[tuple[Box, float, float, list[str]]] = field(default_factory=list)
    lines: dict[float, list[tuple[float, float, float, float]]] = field(
        default_factory=dict
    )
    texts: list[tuple[float, float, str, str, float, str]] = field(default_factory=list)


class _Recorder(Page):
    """A page that writes down what is drawn on it."""

    drawn: list[_Marks]

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        size: float,
        *,
        font: str = fonts.REGULAR,
        align: Align = "left",
        colour: str = BLACK,
    ) -> float:
        width = super().text(
            x, baseline, text, size, font=font, align=align, colour=colour
        )
        left = x - {"left": 0, "centre": width / 2, "right": width}[align]
        y = self.size.height - baseline
        for name, piece in fonts.runs(text, font):
            self._marks.texts.append((left, y, piece, name, size, colour))
            left += fonts.em_width(piece, name) * size
        return width

    def rule(
        self, x1: float, y1: float, x2: float, y2: float, width: float = HAIRLINE
    ) -> None:
        super().rule(x1, y1, x2, y2, width)
        height = self.size.height
        lines = self._marks.lines.setdefault(width, [])
        lines.append((x1, height - y1, x2, height - y2))

    def fill(self, box: Box, colour: str) -> None:
        super().fill(box, colour)
        self._marks.fills.append((box, colour))

    def bars(self, box: Box, across: float, down: float, marks: Sequence[str]) -> None:
        super().bars(box, across, down, marks)
        self._marks.bars.append((box, across, down, list(marks)))

    def put(self, name: str, down: float = 0) -> None:
        super().put(name, down)
        self._marks.shared = name

    @contextmanager
    def shared(self) -> Iterator[str]:
        with super().shared() as name:
            self._marks.shared, self._marks.is_shared = name, True
            yield name
            self.drawn.append(_Marks())

    def next(self) -> None:
        super().next()
        self.drawn.append(_Marks())

    @property
    def _marks(self) -> _Marks:
        return self.drawn[-1]


def _marks_of(forms: Sequence[SlipForm]) -> list[_Marks]:
    drawn = [_Marks()]
    with (
        patch.object(_Recorder, "drawn", drawn, create=True),
        patch.object(slip_form, "Page", _Recorder),
    ):
        write_pdf(forms, io.BytesIO(), untranslated)
    return drawn[:-1]


def _floor(marks: Sequence[_Marks]) -> None:
    canvas = Canvas(io.BytesIO(), A4, initialFontName=fonts.REGULAR, invariant=1)  # type: ignore[arg-type]
    canvas.setPageCompression(1)
    for page in marks:
        if page.is_shared:
            canvas.beginForm(page.shared)
        elif page.shared:
            canvas.doForm(page.shared)
        _draw(canvas, page)
        if page.is_shared:
            canvas.endForm()
        else:
            canvas.showPage()
    canvas.save()


@cache
def _ink(colour: str) -> Color:
    return HexColor(colour)


def _draw(canvas: Canvas, marks: _Marks) -> None:
    for box, colour in marks.fills:
        canvas.setFillColor(_ink(colour))
        canvas.rect(box.x, A4.height - box.bottom, box.width, box.height, 0, 1)
    canvas.setFillColor(_ink(BLACK))
    for box, across, down, runs in marks.bars:
        canvas.saveState()
        canvas.translate(box.x, A4.height - box.bottom)
        canvas.scale(box.width / across, box.height / down)
        canvas.addLiteral(f"{' re '.join(runs)} re f")
        canvas.restoreState()
    for width, lines in marks.lines.items():
        canvas.setLineWidth(width)
        canvas.lines(lines)
    text = canvas.beginText()
    last_face, last_colour = ("", 0.0), BLACK
    for x, y, piece, font, size, colour in marks.texts:
        if colour != last_colour:
            text.setFillColor(_ink(colour))
            last_colour = colour
        if (font, size) != last_face:
            text.setFont(font, size)
            last_face = font, size
        text.setTextOrigin(x, y)
        text.textOut(piece)
    canvas.drawText(text)
