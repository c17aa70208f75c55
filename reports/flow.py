"""Blocks that run over pages: headings drawn again, nothing parted from its title."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reports.box import Box
from reports.page import Page


@dataclass(frozen=True, slots=True)
class Block:
    """Something of one height.

    ``again`` is drawn above it where it begins a page; ``keep`` is the room that what
    follows must have on the same page.
    """

    height: float
    draw: Callable[[Page, Box], None]
    again: "Block | None" = None
    keep: float = 0


def flow(blocks: Iterable[Block], room: float) -> list[list[Block]]:
    """The blocks of each page, as many as ``room`` holds; one page at least."""
    pages: list[list[Block]] = [[]]
    used = 0.0
    for block in blocks:
        if pages[-1] and used + block.height + block.keep > room:
            pages.append([])
            used = 0.0
            if block.again is not None:
                pages[-1].append(block.again)
                used = block.again.height
        pages[-1].append(block)
        used += block.height
    return pages


def draw_down(page: Page, box: Box, blocks: Iterable[Block]) -> None:
    """Draw blocks one below the other from the top of the box."""
    for block in blocks:
        box = box._replace(height=block.height)
        block.draw(page, box)
        box = box._replace(y=box.bottom)
