"""Keeps what is half typed about each slip saved, whatever happens to the window."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from app.errors import Refusal, Trouble
from app.form_draft import load_form_drafts, save_form_drafts
from ui.work import Work

SAVE_MS = 250
"""How long after the last key it is saved."""
AGAIN_MS = 2_000
"""How soon a save that the disk did not take is tried again."""

Typed = dict[str, Any]


class FormDrafts(QObject):
    """What stands in the forms of one room, by slip; saved shortly after every key."""

    def __init__(self, work: Work, room: str, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._room = room
        self._desk = work.desk
        self._typed: dict[int, Typed] = {}
        self._unsaved: set[int] = set()
        self._soon = QTimer(self, singleShot=True, interval=SAVE_MS)
        self._soon.timeout.connect(self._save)

    def load(self, done: Callable[[], object]) -> None:
        """Take up what whoever acts now has typed; ``done`` when it is here."""

        def take(found: dict[int, Typed]) -> None:
            # Somebody may have typed faster than the answer came.
            self._typed = found | self._typed
            done()

        self._desk = self._work.desk
        self._work.look(self, load_form_drafts, self._room, done=take)

    def of(self, slip_id: int) -> Typed:
        """What stands in the form of a slip; empty if nothing was typed."""
        return dict(self._typed.get(slip_id, {}))

    def note(self, slip_id: int, name: str, typed: Any) -> None:
        """One field says something else now."""
        self._typed.setdefault(slip_id, {})[name] = typed
        self._unsaved.add(slip_id)
        self._soon.start(SAVE_MS)

    def forget(self, slip_id: int) -> None:
        """It was saved for good, or is not wanted any more."""
        if self._typed.pop(slip_id, None) is not None:
            self._unsaved.add(slip_id)
            self._soon.start(SAVE_MS)

    def let_go(self) -> Trouble | None:
        """Somebody else acts now: what was typed is kept for whoever typed it."""
        trouble = self.rescue()
        self._typed = {}
        self._unsaved = set()
        return trouble

    def rescue(self) -> Trouble | None:
        """Save at once on this thread; the answer is what kept it from being saved."""
        self._soon.stop()
        left = self._left()
        if not left:
            return None
        try:
            self._work.change_now(save_form_drafts, self._room, left, desk=self._desk)
        except Trouble as trouble:
            return trouble
        self._unsaved -= left.keys()
        return None

    def _left(self) -> dict[int, Typed]:
        return {slip_id: self.of(slip_id) for slip_id in self._unsaved}

    def _save(self) -> None:
        left = self._left()
        if not left:
            return
        self._unsaved -= left.keys()

        def failed(_: Trouble | Refusal, *__: object) -> None:
            self._unsaved |= left.keys()
            self._soon.start(AGAIN_MS)

        self._work.change(
            self,
            save_form_drafts,
            self._room,
            left,
            done=lambda _: None,
            refused=failed,
            troubled=failed,
        )
