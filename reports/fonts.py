"""The embedded fonts: read once, chosen per character, right in copied text.

One document at a time: a font's reader keeps its place between calls.
"""

import struct
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics, ttfonts

REGULAR = "NotoSansSC-Regular"
SEMIBOLD = "NotoSansSC-SemiBold"
FALLBACK = "HanaMinB"

FOLDER = resources.files("resources") / "fonts"

Runs = tuple[tuple[str, str], ...]
"""Pieces of a text, each with the name of the font that has all its characters."""

_NO_GLYPH = 0x25A1  # □
_LOST_CHARACTER = "\N{REPLACEMENT CHARACTER}"
_VARIANT_SIGNS = frozenset(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))

rl_config.useA85 = 0  # binary streams: a quarter smaller, and sooner written


class FontMissing(Exception):
    """A font file of the program is not there or cannot be read.

    ``file`` is its name, to be put into a sentence.
    """

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


def load() -> None:
    """Read the two main fonts now (0.1 s), so that the first paper need not wait.

    Raises ``FontMissing``. The fallback (0.1 s more) is read with the first rare
    character.
    """
    open_font(REGULAR)
    open_font(SEMIBOLD)


@lru_cache(maxsize=4096)
def runs(text: str, font: str) -> Runs:
    """Split ``text`` by the font that can print it; raises ``FontMissing``.

    A character that no font has is printed as □ and copied out as itself. Signs
    that only control their neighbours are left out, a lost half character becomes �.
    """
    main = open_font(font).face.charToGlyph
    if text.isprintable() and all(map(main.__contains__, map(ord, text))):
        return ((font, text),) if text else ()
    pieces: list[tuple[str, str]] = []
    for character in _printable(text):
        chosen = font if ord(character) in main else _rare(character, font)
        if pieces and pieces[-1][0] == chosen:
            pieces[-1] = (chosen, pieces[-1][1] + character)
        else:
            pieces.append((chosen, character))
    return tuple(pieces)


@lru_cache(maxsize=4096)
def em_width(text: str, font: str) -> float:
    """Width of ``text`` at size 1; times the size in pt it is pt."""
    return (
        sum(
            sum(map(open_font(name).face.getCharWidth, map(ord, piece)))
            for name, piece in runs(text, font)
        )
        / 1000
    )


@cache
def open_font(name: str) -> ttfonts.TTFont:
    """The font of a name above, read once; raises ``FontMissing``."""
    file = f"{name}.ttf"
    try:
        font = ttfonts.TTFont(name, str(FOLDER / file), asciiReadable=False)
    except (OSError, ttfonts.TTFError, struct.error) as error:
        raise FontMissing(file) from error
    _look_at_outlines_in_place(font.face)
    pdfmetrics.registerFont(font)
    return font


class _Outlines:
    """The outlines of a font, cut out of its file piece by piece."""

    def __init__(self, data: bytes, start: int) -> None:
        self._data = data
        self._start = start

    def __getitem__(self, part: slice) -> bytes:
        return self._data[self._start + part.start : self._start + part.stop]


def _look_at_outlines_in_place(face: Any) -> None:
    """reportlab copies all 10 MB of outlines for each subset of 255 characters."""
    get_table = face.get_table
    start = face.get_table_pos("glyf")[0]
    face.get_table = lambda tag: (
        _Outlines(face._ttf_data, start) if tag == "glyf" else get_table(tag)
    )


def _rare(character: str, font: str) -> str:
    """The font of a character that ``font`` has not; teaches it the □ if none has."""
    code = ord(character)
    if code in open_font(FALLBACK).face.charToGlyph:
        return FALLBACK
    face = open_font(font).face
    face.charToGlyph[code] = face.charToGlyph[_NO_GLYPH]
    face.charWidths[code] = face.charWidths[_NO_GLYPH]
    return font


def _printable(text: str) -> str:
    printable = ""
    for character in text:
        if character in _VARIANT_SIGNS:
            continue
        match unicodedata.category(character):
            case "Cc" | "Zl" | "Zp":
                printable += " " if character.isspace() else ""
            case "Cf":
                pass
            case "Cs":
                printable += _LOST_CHARACTER
            case _:
                printable += character
    return printable


def _to_unicode_map(fontname: str, subset: list[int]) -> str:
    """The PDF map from a subset's codes to text, in UTF-16 as its reader expects."""
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo",
        f"<< /Registry ({fontname}) /Ordering ({fontname}) /Supplement 0 >> def",
        f"/CMapName /{fontname} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        f"<00> <{len(subset) - 1:02X}>",
        "endcodespacerange",
    ]
    for start in range(0, len(subset), 100):  # a block may have no more
        block = subset[start : start + 100]
        lines.append(f"{len(block)} beginbfchar")
        for code, point in enumerate(block, start):
            lines.append(f"<{code:02X}> <{chr(point).encode('utf-16-be').hex()}>")
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


def _mend_copied_text() -> None:
    """reportlab 5.1 maps characters beyond U+FFFF to other ones; later ones may not."""
    if "<D842DFB7>" not in ttfonts.makeToUnicodeCMap("F", [0x20BB7]).upper():
        ttfonts.makeToUnicodeCMap = _to_unicode_map


_mend_copied_text()
