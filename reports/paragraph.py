"""How a text is broken into lines and made to fit a box, so that none is cut silently.

Widths and heights in pt.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports import fonts

LEADING = 1.28
"""From one baseline to the next, in sizes."""

_STEP = 0.5
_OPENING = "（“‘《「『【〈([{"
_CLOSING = "，。；：？！、）”’》」』】〉…—·,.;:?!)]}%℃"
_WORD = re.compile(
    rf"[{re.escape(_OPENING)}]*"
    rf"(?:[0-9A-Za-z@#+\-_/.:*]+|\S)"
    rf"[{re.escape(_CLOSING)}]*\s*"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines at one size; ``is_whole`` is False if the last line ends with a cut (…)."""

    lines: tuple[str, ...]
    size: float
    is_whole: bool = True

    @property
    def height(self) -> float:
        """From the top of the first line to the bottom of the last."""
        return _height(len(self.lines), self.size)


def fit(
    text: str,
    width: float,
    height: float,
    *,
    size: float,
    least: float,
    font: str = fonts.REGULAR,
) -> Paragraph:
    """Set ``text`` into a box: as large as ``size`` pt, as small as ``least``.

    It shrinks only when it does not fit by breaking lines; what does not fit at
    ``least`` either ends with … and says so.
    """
    while True:
        room = int((height / size - 1) / LEADING + 1.001)
        ems = width / size
        if fonts.em_width(text, font) <= ems * max(room, 1) or size <= least:
            lines = tuple(break_lines(text, ems, font))
            if len(lines) <= max(room, 1):
                return Paragraph(lines, size)
            if size <= least:
                kept = lines[: max(room, 1) - 1]
                rest = " ".join(lines[len(kept) :])
                return Paragraph((*kept, _cut(rest, ems, font)), size, is_whole=False)
        size = max(size - _STEP, least)


def needed_height(
    text: str, width: float, size: float, font: str = fonts.REGULAR
) -> float:
    """The height of ``text`` broken into lines of ``width`` at ``size``."""
    return _height(len(list(break_lines(text, width / size, font))), size)


def break_lines(text: str, ems: float, font: str = fonts.REGULAR) -> Iterator[str]:
    """Lines of at most ``ems`` sizes width: between Han anywhere, else between words.

    Closing signs stay with what they close, opening ones with what they open.
    """
    for part in text.splitlines() or [""]:
        line, width = "", 0.0
        for word in _words(part, ems, font):
            # a line may end in a space that the margin swallows
            if line and width + fonts.em_width(word.rstrip(), font) > ems + 1e-6:
                yield line.rstrip()
                line, width = "", 0.0
            line += word
            width += fonts.em_width(word, font)
        yield line.rstrip()


def _words(text: str, ems: float, font: str) -> Iterator[str]:
    for word in _WORD.findall(text):
        if fonts.em_width(word.rstrip(), font) <= ems:
            yield word
        else:
            yield from word


def _cut(text: str, ems: float, font: str) -> str:
    while text and fonts.em_width(text + "…", font) > ems:
        text = text[:-1]
    return text.rstrip() + "…"


def _height(lines: int, size: float) -> float:
    return size * (1 + (lines - 1) * LEADING)
