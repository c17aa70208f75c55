"""Slips that a register is given one by one, such as those behind a figure."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from app.slip_list import Register
from ui.kit.button import Button, Look


@dataclass(frozen=True, slots=True)
class GivenSlips:
    """What they are, where they stand, and which: slips of the other register are
    left out by the register itself.
    """

    title: str
    register: Register
    ids: tuple[int, ...]


class GivenButton(Button):
    """Says that only certain slips are shown; pressed, all are again."""

    dropped = Signal()

    def __init__(self) -> None:
        super().__init__("", Look.QUIET, icon_name="x")
        self.slips: GivenSlips | None = None
        self.clicked.connect(self._drop)
        self.hide()

    @property
    def ids(self) -> tuple[int, ...] | None:
        """Which are given; None: none are, every slip may be shown."""
        return None if self.slips is None else self.slips.ids

    def put(self, slips: GivenSlips | None) -> None:
        """Give other slips, or none."""
        self.slips = slips
        self.set_text("" if slips is None else slips.title)
        self.setToolTip(self.tr("Show every slip again"))
        self.setAccessibleDescription(self.toolTip())
        self.setVisible(slips is not None)

    def _drop(self) -> None:
        self.put(None)
        self.dropped.emit()
