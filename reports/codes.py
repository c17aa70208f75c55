"""Bar codes of a slip: a QR and a Code128 that a scanner at the desk reads.

Both become rectangles of a grid (``Page.bars``). Read at 180 dpi in black and white
from 0.28 mm a module on.
"""

import re
from functools import cache, lru_cache
from typing import Any

from reportlab.graphics.barcode.code128 import Code128
from reportlab.graphics.barcode.qrencoder import (
    QR8bitByte,
    QRAlphaNum,
    QRCode,
    QRErrorCorrectLevel,
    QRUtil,
)

from reports.page import MM, Box, Page

CODE128_MODULE = 0.34 * MM

_MASK = 0
_DARK_RUN = re.compile(rb"\x01+")

# the same for every text of a length, and half of a symbol's time when not remembered
_reckoning: Any = QRUtil
_reckoning.getErrorCorrectPolynomial = cache(QRUtil.getErrorCorrectPolynomial)


class _Symbol(QRCode):
    """A QR that remembers where the data of its version go."""

    _places: dict[int, list[tuple[int, int]]] = {}  # noqa: RUF012 - of all symbols

    def dataPosIterator(self) -> list[tuple[int, int]]:
        symbol: Any = self
        if symbol.version not in self._places:
            self._places[symbol.version] = list(symbol._dataPosIterator())
        return self._places[symbol.version]


def draw_qr(page: Page, box: Box, text: str) -> None:
    """Fill a square box with the QR of ``text``; leave 4 modules around it white."""
    modules, marks = _qr_marks(text)
    page.bars(box, modules, modules, marks)


def code128_width(text: str) -> float | None:
    """Width in pt of the Code128 of ``text``; None if it has signs beyond ASCII."""
    if not text or not text.isascii() or not text.isprintable():
        return None
    return _code128_marks(text)[0] * CODE128_MODULE


def draw_code128(page: Page, x: float, y: float, height: float, text: str) -> None:
    """Draw the bars; leave 10 modules (3.4 mm) left and right of them white."""
    modules, marks = _code128_marks(text)
    page.bars(Box(x, y, modules * CODE128_MODULE, height), modules, 1, marks)


@lru_cache(maxsize=512)
def _qr_marks(text: str) -> tuple[int, tuple[str, ...]]:
    """Modules a side, and the dark runs of every row.

    Level Q: a quarter of the symbol may be dirty. The pattern is always the same one:
    weighing all eight takes 2.6 ms a symbol, and for a text so short any will do.
    """
    code: Any = _Symbol(None, QRErrorCorrectLevel.Q)
    try:
        code.addData(QRAlphaNum(text))
    except ValueError:
        code.addData(QR8bitByte(text.encode()))
    code.version = code.calculate_version()
    code.makeImpl(False, _MASK)
    side = code.getModuleCount()
    marks = tuple(
        f"{run.start()} {row} {run.end() - run.start()} 1"
        for row, modules in enumerate(reversed(code.modules))
        for run in _DARK_RUN.finditer(bytes(modules))
    )
    return side, marks


@lru_cache(maxsize=512)
def _code128_marks(text: str) -> tuple[int, tuple[str, ...]]:
    """Modules across, and the bars."""
    code: Any = Code128(text, quiet=0)
    code.validate()
    code.encode()
    code.decompose()
    x, marks = 0, []
    for stripe in code.decomposed:
        width = "AaBbCcDd".index(stripe) // 2 + 1
        if stripe.isupper():
            marks.append(f"{x} 0 {width} 1")
        x += width
    return x, tuple(marks)
