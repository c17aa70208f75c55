"""Keeps what is typed beside a list until it is saved: row by row, over a restart."""

import json
from typing import Any

from ui.kit.form import Form
from ui.shell.frame import Frame

MOST_ROWS = 50
"""Older ones are let go: nobody comes back to them."""


class TypedRows:
    """What stands in a form, by the key of the row it was typed for.

    It lies on this computer, for one database: another one has other rows.
    """

    def __init__(self, frame: Frame, page_id: str) -> None:
        self._state = frame.state
        self._name = f"typed.{page_id}"
        self._where = frame.work.where
        self._rows = self._read()

    def note(self, key: object, form: Form, name: str) -> None:
        """Keep what a field of the form says now."""
        typed = self._rows.pop(str(key), {})
        typed[name] = form.field(name).typed()
        self._rows[str(key)] = typed
        while len(self._rows) > MOST_ROWS:
            self._rows.pop(next(iter(self._rows)))
        self._write()

    def of(self, key: object) -> dict[str, Any]:
        """What was typed for a row."""
        return self._rows.get(str(key), {})

    def forget(self, key: object) -> None:
        """It was saved, or given up."""
        if self._rows.pop(str(key), None) is not None:
            self._write()

    def save(self) -> None:
        """Have it on the disk now."""
        self._write()
        self._state.save()

    def _write(self) -> None:
        kept = {"where": self._where, "rows": self._rows}
        self._state.set_text(self._name, json.dumps(kept, ensure_ascii=False))

    def _read(self) -> dict[str, dict[str, Any]]:
        try:
            kept = json.loads(self._state.text(self._name))
            if kept["where"] != self._where:
                return {}
            return {str(key): dict(typed) for key, typed in kept["rows"].items()}
        except (ValueError, TypeError, KeyError, AttributeError):
            return {}
