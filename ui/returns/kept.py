"""Keeps what is typed of papers and of feedback saved, whatever happens to the window.

The forms of several slips can be half typed at once: a paper is laid aside for the
next one that was scanned, and is as it was when it is taken up again.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import Refusal, Trouble
from app.kept_form import FormKey, FormKind, forget_form, keep_forms, list_kept_forms
from ui.work import Work

SAVE_MS = 300
"""How long after the last key it is saved."""
AGAIN_MS = 2_000
"""How soon a save that the disk did not take is tried again."""

Typed = dict[str, Any]


class KeptForms(QObject):
    """What stands in the forms of the person at the desk, by kind and slip."""

    changed = Signal()
    """Other slips have something typed now."""

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._desk = work.desk
        self._forms: dict[FormKey, Typed] = {}
        self._unsaved: set[FormKey] = set()
        self._idle = QTimer(self, singleShot=True, interval=SAVE_MS)
        self._idle.timeout.connect(self._save)
        work.desk_changed.connect(self._change_hands)

    def load(self, done: Callable[[], object]) -> None:
        """Take up what whoever acts now has typed before."""

        def take(found: dict[FormKey, Typed]) -> None:
            # Somebody may have typed faster than the answer came.
            self._forms = {**found, **self._forms}
            self.changed.emit()
            done()

        self._work.look(self, list_kept_forms, done=take)

    def typed(self, kind: FormKind, slip_id: int) -> Typed:
        """What was typed of a slip; empty if nothing was."""
        return dict(self._forms.get((kind, slip_id), {}))

    def slips(self, kind: FormKind) -> frozenset[int]:
        """The slips of which something is typed."""
        return frozenset(slip_id for found, slip_id in self._forms if found is kind)

    def note(self, kind: FormKind, slip_id: int, name: str, value: Any) -> None:
        """A field holds something else now."""
        key = (kind, slip_id)
        is_new = key not in self._forms
        self._forms.setdefault(key, {})[name] = value
        self._unsaved.add(key)
        self._idle.start(SAVE_MS)
        if is_new:
            self.changed.emit()

    def forget(self, kind: FormKind, slip_id: int) -> None:
        """It was handed in."""
        key = (kind, slip_id)
        self._unsaved.discard(key)
        if self._forms.pop(key, None) is None:
            return
        self._work.change(self, forget_form, key, done=lambda _: None)
        self.changed.emit()

    def rescue(self) -> Trouble | None:
        """Save at once, on this thread; the answer is what kept it from being saved."""
        self._idle.stop()
        unsaved = self._take_unsaved()
        if not unsaved:
            return None
        try:
            self._work.change_now(keep_forms, unsaved, desk=self._desk)
        except Trouble as trouble:
            self._unsaved |= set(unsaved)
            return trouble
        except Refusal:
            return None
        return None

    def _save(self) -> None:
        unsaved = self._take_unsaved()
        if not unsaved:
            return

        def later(trouble: Trouble, again: object) -> None:
            self._unsaved |= set(unsaved)
            self._idle.start(AGAIN_MS)

        # It may have been handed in before it was saved: then it is thrown away after.
        self._work.change(
            self,
            keep_forms,
            unsaved,
            done=lambda _: self._throw_away(set(unsaved)),
            refused=lambda _: None,
            troubled=later,
        )

    def _throw_away(self, saved: set[FormKey]) -> None:
        for key in saved - set(self._forms):
            self._work.change(self, forget_form, key, done=lambda _: None)

    def _take_unsaved(self) -> dict[FormKey, Typed]:
        unsaved = {key: dict(self._forms[key]) for key in self._unsaved}
        self._unsaved = set()
        return unsaved

    def _change_hands(self) -> None:
        """Somebody else acts: what was typed is kept for whoever typed it."""
        if self._work.desk.actor == self._desk.actor:
            self._desk = self._work.desk
            return
        trouble = self.rescue()
        if trouble is not None:
            self._work.trouble_met.emit(trouble, self.rescue)
        self._desk = self._work.desk
        self._forms = {}
        self.load(lambda: None)
