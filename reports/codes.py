"""Bar codes of a slip: a QR and a Code128 that a scanner at the desk reads.

Both become rectangles of a grid (``Page.bars``). Read at 180 dpi in black and white
from 0.28 mm a module on.
"""

import re
from functools import cache, lru_cache
from typing import Any

from reportlab.graphics.barcode.code128 import Code128
from reportlab.graphics.barcode.qrencoder import (
    QRECI,
    QR8bitByte,
    QRAlphaNum,
    QRCode,
    QRErrorCorrectLevel,
    QRUtil,
)

from reports.box import MM, Box
from reports.page import Page

CODE128_MODULE = 0.34 * MM

_MASK = 0
_UTF_8 = 26
_LEVELS = (QRErrorCorrectLevel.Q, QRErrorCorrectLevel.M, QRErrorCorrectLevel.L)
_LARGEST_VERSION = 3
"""29 modules a side, half a millimetre each in the smallest box."""
_DARK_RUN = re.compile(rb"\x01+")

# the same for every text of a length, and half of a symbol's time when not remembered
_reckoning: Any = QRUtil
_reckoning.getErrorCorrectPolynomial = cache(QRUtil.getErrorCorrectPolynomial)


class _TextSign(QRECI):
    """Says how the bytes are meant; reportlab forgets to count its eight bits."""

    bits = (8,)

    def __len__(self) -> int:
        return 1


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

    A quarter of the symbol may be dirty (level Q); a long text takes less of that
    before its modules become too small. The pattern is always the same one: weighing
    all eight takes 2.6 ms a symbol, and all of them are read.
    """
    for level in _LEVELS:
        code: Any = _Symbol(None, level)
        _add_text(code, text)
        code.version = code.calculate_version()
        if code.version <= _LARGEST_VERSION:
            break
    code.makeImpl(False, _MASK)
    side = code.getModuleCount()
    marks = tuple(
        f"{run.start()} {row} {run.end() - run.start()} 1"
        for row, modules in enumerate(reversed(code.modules))
        for run in _DARK_RUN.finditer(bytes(modules))
    )
    return side, marks


def _add_text(code: Any, text: str) -> None:
    try:
        code.addData(QRAlphaNum(text))
    except ValueError:
        if not text.isascii():
            code.addData(_TextSign(_UTF_8))
        code.addData(QR8bitByte(text.encode()))


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
