"""Slips that a register is given one by one, such as those behind a figure."""

from dataclasses import dataclass

from app.slip_list import Register


@dataclass(frozen=True, slots=True)
class GivenSlips:
    """What they are, where they stand, and which: slips of the other register are
    left out by the register itself.
    """

    title: str
    register: Register
    ids: tuple[int, ...]
