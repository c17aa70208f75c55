"""Rectangles and papers: where things stand, counted from the top left corner.

All measures in pt; ``MM`` turns millimetres into pt.
"""

from typing import NamedTuple

MM = 72 / 25.4


class Size(NamedTuple):
    """Width and height of a paper."""

    width: float
    height: float


A4 = Size(210 * MM, 297 * MM)
A4_LANDSCAPE = Size(297 * MM, 210 * MM)
HALF_A4 = Size(210 * MM, 148.5 * MM)
"""An A4 sheet cut once across."""
HALF_FORM = Size(684, 396)
"""241.3 × 139.7 mm: 5½ inches exactly, or continuous paper drifts."""
THIRD_FORM = Size(684, 264)
"""241.3 × 93.1 mm: 11/3 inches exactly."""


class Box(NamedTuple):
    """A rectangle; ``y`` is its top edge, counted down from the top of the page."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def inset(self, x: float, y: float | None = None) -> "Box":
        """The box with a margin of ``x`` left and right, ``y`` above and below."""
        y = x if y is None else y
        return Box(self.x + x, self.y + y, self.width - 2 * x, self.height - 2 * y)

    def from_left(self, width: float) -> "Box":
        """The part of ``width`` at the left."""
        return self._replace(width=width)

    def from_right(self, width: float) -> "Box":
        """The part of ``width`` at the right."""
        return self._replace(x=self.right - width, width=width)

    def from_top(self, height: float) -> "Box":
        """The part of ``height`` at the top."""
        return self._replace(height=height)

    def from_bottom(self, height: float) -> "Box":
        """The part of ``height`` at the bottom."""
        return self._replace(y=self.bottom - height, height=height)

    def columns(self, *shares: float) -> list["Box"]:
        """Side by side, widths in the proportion of ``shares``."""
        x, total, boxes = self.x, sum(shares), []
        for share in shares:
            boxes.append(self._replace(x=x, width=self.width * share / total))
            x = boxes[-1].right
        return boxes

    def rows(self, *shares: float) -> list["Box"]:
        """One below the other, heights in the proportion of ``shares``."""
        y, total, boxes = self.y, sum(shares), []
        for share in shares:
            boxes.append(self._replace(y=y, height=self.height * share / total))
            y = boxes[-1].bottom
        return boxes
