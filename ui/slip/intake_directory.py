"""Asks the unit directory for a call, and hears when it changes under an open draft."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from app.one_line_place import room_meant
from app.slip_refusals import UnitUnknown
from app.unit_directory import UnitRow, find_units, get_unit
from models.phone import mask_phone
from ui.slip.desk_lists import load_desk_lists
from ui.slip.intake_fill import Filling
from ui.slip.intake_form import IntakeForm
from ui.slip.unit_unknown import why_unit_unknown
from ui.work import Work

UNIT_TABLES = frozenset({"unit", "unit_owner"})


class Directory(QObject):
    """Rooms, owners and trades as the form needs them."""

    unit_changed = Signal()
    """The unit in the form says something else now."""
    silent = Signal(object, object)
    """A ``Trouble`` while one types, and the way to ask again; no box is shown."""

    def __init__(self, work: Work, form: IntakeForm, filling: Filling) -> None:
        super().__init__(form)
        self._work = work
        self._form = form
        self._filling = filling
        form.unit.wanted.connect(self._find_units)
        filling.unit_wanted.connect(self._find_by_clue)
        work.changed.connect(self._after_change)

    def load_lists(self) -> None:
        """Ask for the trades and their words."""
        self._work.look(self, load_desk_lists, done=self._filling.advice.offer_lists)

    def _ask(
        self, query: Callable[..., Any], *args: Any, done: Callable[[Any], object]
    ) -> None:
        # A box would take the keyboard from somebody who types.
        self._work.look(self, query, *args, done=done, troubled=self.silent.emit)

    @Slot(str)
    def _find_units(self, text: str) -> None:
        done = partial(self._offer_units, text)
        self._ask(find_units, text, done=done)

    def _offer_units(self, text: str, units: Sequence[UnitRow]) -> None:
        words = [
            "  ".join(
                [unit.label, *(f"{o.name} {mask_phone(o.phone)}" for o in unit.owners)]
            )
            for unit in units
        ]
        self._form.unit.offer(text, units, words)
        if text and not units and self._form.unit.is_settled():
            done = partial(self._say_unknown, text)
            self._ask(why_unit_unknown, text, done=done)

    def _say_unknown(self, text: str, why: UnitUnknown | None) -> None:
        if why is not None:
            self._filling.unit_is_unknown(text)

    @Slot(str)
    def _find_by_clue(self, clue: str) -> None:
        done = partial(self._filling.offer_units, clue)
        self._ask(find_units, room_meant(clue), done=done)

    @Slot(object)
    def _after_change(self, tables: frozenset[str]) -> None:
        if "trade" in tables:
            self.load_lists()
        unit = self._filling.unit
        if tables & UNIT_TABLES and unit is not None:
            done = partial(self._see_unit, unit)
            self._ask(get_unit, unit.id, done=done)

    def _see_unit(self, before: UnitRow, now: UnitRow | None) -> None:
        if self._filling.unit != before:
            return
        if now is None or not now.is_active:
            self._filling.unit_is_gone()
        else:
            self._filling.take_unit(now)
            self.unit_changed.emit()
