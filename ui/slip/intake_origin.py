"""Remembers of each field of a call who filled it: a person, the line, the program."""

from typing import Any

from ui.slip.intake_form import IntakeForm

CHOSEN = ("area_kind", "job_type", "charge_class", "trade", "channel")
"""Fields that are never empty: only a hand tells that one was chosen."""


class Origins:
    """What a person typed stands; what the program put there gives way."""

    def __init__(self, form: IntakeForm) -> None:
        self._form = form
        self._told: dict[str, Any] = {}
        self._filled: dict[str, Any] = {}
        self._by_hand: set[str] = set()

    def forget(self) -> None:
        """An empty form, as before the first key."""
        self._told = {}
        self._filled = {}
        self._by_hand = set()

    def restore(self, typed: dict[str, Any], told: dict[str, Any]) -> None:
        """All that stands in the form was there when the draft was saved."""
        self._told = told
        self._by_hand = {name for name in CHOSEN if typed.get(name)}

    def tells_anew(self, name: str, value: Any) -> bool:
        """Whether the line says something else of ``name`` than a key ago."""
        if (value or None) == (self._told.get(name) or None):
            return False
        self._told[name] = value
        return True

    def told(self, name: str) -> Any:
        """What the line said of ``name`` last."""
        return self._told.get(name)

    def is_by_hand(self, name: str) -> bool:
        """Whether a person changed the field, and said nothing else since."""
        return name in self._by_hand

    def touch(self, *names: str) -> None:
        """A person changed these fields."""
        self._by_hand.update(names)

    def release(self, *names: str) -> None:
        """A person said something else of them elsewhere."""
        self._by_hand.difference_update(names)

    def note(self, *names: str) -> None:
        """What stands in these fields now, the program put there."""
        for name in names:
            self._filled[name] = self._form.field(name).typed()

    def is_ours(self, name: str) -> bool:
        """Whether the program put there what stands there now."""
        now = self._form.field(name).typed()
        return bool(now) and now == self._filled.get(name)

    def is_free(self, name: str) -> bool:
        """Whether the program may set the field."""
        if name in CHOSEN:
            return name not in self._by_hand
        return self.is_ours(name) or not self._form.field(name).typed()
