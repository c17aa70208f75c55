"""The list a slip was opened from: the slips before and after it."""

from typing import Any

from shiboken6 import isValid

from ui.kit.row_table_view import RowTableView


class Neighbours:
    """A slip in its list. The list goes along, so that who comes back finds the row.

    It is asked anew each time: the list may have changed meanwhile.
    """

    def __init__(self, slip_id: int, view: RowTableView[Any]) -> None:
        self.slip_id = slip_id
        self._view = view

    def beside(self, step: int) -> int | None:
        """The id of the slip ``step`` rows on; None at the end of the list."""
        place = self._place()
        return None if place is None else self._view.id_at(place + step)

    def go(self, step: int) -> int | None:
        """Stand on the slip ``step`` rows on; its id, None at the end."""
        wanted = self.beside(step)
        if wanted is not None:
            self.slip_id = wanted
            self._view.choose_id(wanted)
        return wanted

    def place(self) -> tuple[int, int] | None:
        """Which row of how many, the first is 1; None once the slip left the list."""
        at = self._place()
        return None if at is None else (at + 1, self._view.row_count())

    def _place(self) -> int | None:
        if not isValid(self._view):
            return None
        return self._view.position_of(self.slip_id)
