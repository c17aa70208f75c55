"""Keeps the half-typed calls of the person at the desk saved, whatever happens."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.desk import Desk
from app.errors import Refusal, Trouble
from app.slip_draft import (
    KEY,
    DraftRow,
    discard_draft,
    list_drafts,
    save_draft,
    save_drafts,
)
from ui.window_state import WindowState
from ui.work import Work

SAVE_MS = 250
"""How long after the last key the drafts are saved."""
AT_LEAST_MS = 1000
"""How old an unsaved key may become while somebody goes on typing."""
AGAIN_MS = 2000
"""How soon a save that the disk did not take is tried again."""

Typed = dict[str, Any]


@dataclass(eq=False)
class Draft:
    """One call that is being typed. ``id`` is None until it was saved once."""

    typed: Typed = field(default_factory=dict)
    key: str = field(default_factory=lambda: uuid4().hex)
    id: int | None = None
    typed_at: datetime | None = None
    is_blank: bool = True
    is_unsaved: bool = False
    is_saving: bool = False
    is_over: bool = False
    """Issued or thrown away; a save that is under way must not bring it back."""


class Drafts(QObject):
    """The drafts, one of them in front; saved shortly after every change."""

    changed = Signal()
    """There are others, or one says something else."""
    saved = Signal(object)
    """The instant of the last save."""
    unsaved = Signal(object)
    """The ``Trouble`` that stopped a save; it is tried again by itself."""

    def __init__(self, work: Work, state: WindowState, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._state = state
        self._all = [Draft()]
        self._at = 0
        self._idle = QTimer(self, singleShot=True, interval=SAVE_MS)
        self._idle.timeout.connect(self.save)
        self._at_least = QTimer(self, singleShot=True, interval=AT_LEAST_MS)
        self._at_least.timeout.connect(self.save)
        self.changed.connect(self._remember_front)

    @property
    def front(self) -> Draft:
        """The draft that is in the form."""
        return self._all[self._at]

    @property
    def number(self) -> int:
        """Which one that is, from the left."""
        return self._at

    def all(self) -> list[Draft]:
        """All drafts, from the left."""
        return list(self._all)

    def load(self, done: Callable[[], object]) -> None:
        """Take up the drafts of whoever acts now; ``done`` when they are here."""

        def take(rows: list[DraftRow]) -> None:
            # Somebody may have typed faster than the answer came.
            typed = [draft for draft in self._all if not draft.is_blank]
            known = {draft.key for draft in typed}
            before = [d for d in map(_draft_of, rows) if d.key not in known]
            self._all = [*before, *typed] or [Draft()]
            keys = [draft.key for draft in self._all]
            front = "" if typed else self._state.text(self._front_name())
            self._at = keys.index(front) if front in keys else len(keys) - 1
            self.changed.emit()
            if not typed:
                done()

        self._work.look(self, list_drafts, done=take)

    def _front_name(self) -> str:
        return f"intake.front.{self._work.desk.actor}"

    @Slot()
    def _remember_front(self) -> None:
        """An empty one is not there the next time: the one before it is."""
        name = self._front_name()
        if not self.front.is_blank and self._state.text(name) != self.front.key:
            self._state.set_text(name, self.front.key)

    def let_go(self, desk: Desk) -> None:
        """Somebody else acts now: the drafts are saved for whoever typed them, at
        their ``desk``, and are out of sight.
        """
        trouble = self.rescue(desk)
        if trouble is not None:
            self._work.trouble_met.emit(trouble, partial(self._put_by, self._all, desk))
        self._all = [Draft()]
        self._at = 0
        self.changed.emit()

    def _put_by(self, drafts: list[Draft], desk: Desk) -> None:
        """Save at last what somebody typed who does not act any more."""
        mine, self._all = self._all, drafts
        trouble = self.rescue(desk)
        self._all = mine
        if trouble is not None:
            self._work.trouble_met.emit(trouble, partial(self._put_by, drafts, desk))

    def note(self, typed: Typed, *, is_blank: bool, by_key: bool = True) -> None:
        """What stands in the form now; saved soon after the last key, whatever the
        program fills in meanwhile.
        """
        draft = self.front
        if draft.typed == typed and draft.is_blank == is_blank:
            return
        draft.typed = typed
        draft.is_blank = is_blank
        draft.typed_at = self._work.desk.now()
        draft.is_unsaved = not (is_blank and draft.id is None)
        if draft.is_unsaved:
            if by_key or not self._idle.isActive():
                self._idle.start()
            if not self._at_least.isActive():
                self._at_least.start(AT_LEAST_MS)
        self.changed.emit()

    def begin(self) -> None:
        """A new draft in front, unless an empty one is there already."""
        self._drop_blank(but=None)
        self._all.append(Draft())
        self._at = len(self._all) - 1
        self.changed.emit()

    def choose(self, number: int) -> None:
        """Bring a draft to the front."""
        if not 0 <= number < len(self._all):
            return
        wanted = self._all[number]
        self._drop_blank(but=wanted)
        self._at = self._all.index(wanted)
        self.changed.emit()

    def close(self, number: int) -> Draft:
        """Throw a draft away; it can be brought back by ``bring_back``."""
        draft = self._all.pop(number)
        self._end(draft)
        if not self._all:
            self._all = [Draft()]
        if self._at > number or self._at >= len(self._all):
            self._at -= 1
        self._at = max(0, self._at)
        self.changed.emit()
        return draft

    def bring_back(self, draft: Draft) -> None:
        """Undo a close: a draft of its own again, in front."""
        again = Draft(
            dict(draft.typed), typed_at=draft.typed_at, is_blank=False, is_unsaved=True
        )
        self._drop_blank(but=None)
        self._all.append(again)
        self._at = len(self._all) - 1
        self.save()
        self.changed.emit()

    def issued(self, draft: Draft, known_id: int | None) -> None:
        """``draft`` became a slip, which threw its row away if it knew of it."""
        draft.is_over = True
        if draft.id != known_id:
            self._end(draft)
        self._take_out(draft)

    def discard(self, draft: Draft) -> None:
        """``draft`` is not wanted any more."""
        self._end(draft)
        self._take_out(draft)

    def _take_out(self, draft: Draft) -> None:
        """In front an empty one takes its place."""
        front = self.front
        if draft is front:
            self._all[self._at] = Draft()
        elif draft in self._all:
            self._all.remove(draft)
            self._at = self._all.index(front)
        self.changed.emit()

    def save(self) -> None:
        """Save what is not saved yet."""
        self._idle.stop()
        self._at_least.stop()
        for draft in self._all:
            if draft.is_unsaved and not draft.is_saving:
                self._save(draft)

    def rescue(self, desk: Desk | None = None) -> Trouble | None:
        """Save at once, on this thread: there may be no later. Answers with what kept
        it from being saved, if something did.
        """
        unsaved = {
            draft.key: draft.typed
            for draft in self._all
            if (draft.is_unsaved or draft.is_saving) and not draft.is_over
        }
        self._idle.stop()
        self._at_least.stop()
        if not unsaved:
            return None
        try:
            ids = self._work.change_now(save_drafts, unsaved, desk=desk)
        except Trouble as trouble:
            return trouble
        except Refusal:
            return None
        for draft in self._all:
            if draft.key in ids:
                draft.id, draft.is_unsaved = ids[draft.key], False
        return None

    def _save(self, draft: Draft) -> None:
        draft.is_saving, draft.is_unsaved = True, False
        fields = {**draft.typed, KEY: draft.key}
        self._work.change(
            self,
            save_draft,
            draft.id,
            fields,
            done=partial(self._saved, draft, draft.typed),
            refused=lambda _: None,
            ended=partial(self._after_save, draft, draft.typed),
            troubled=self._try_later,
        )

    def _saved(self, draft: Draft, typed: Typed, draft_id: int) -> None:
        draft.id = draft_id
        draft.is_unsaved = draft.typed is not typed
        if draft.is_over:
            self._discard(draft)
        self.saved.emit(self._work.desk.now())

    def _try_later(self, trouble: Trouble, _: object) -> None:
        # No box takes the keyboard from somebody who types.
        self._at_least.start(AGAIN_MS)
        self.unsaved.emit(trouble)

    def _after_save(self, draft: Draft, typed: Typed) -> None:
        draft.is_saving = False
        draft.is_unsaved = True  # until it is known to be saved
        if draft.typed is not typed and not draft.is_over:
            self._idle.start()

    def _end(self, draft: Draft) -> None:
        draft.is_over = True
        if draft.id is not None and not draft.is_saving:
            self._discard(draft)

    def _discard(self, draft: Draft) -> None:
        self._work.change(self, discard_draft, draft.id, draft.key, done=lambda _: None)

    def _drop_blank(self, but: Draft | None) -> None:
        for draft in [one for one in self._all if one.is_blank and one is not but]:
            self._all.remove(draft)
            self._end(draft)


def _draft_of(row: DraftRow) -> Draft:
    fields: Mapping[str, Any] = row.fields
    typed = {name: value for name, value in fields.items() if name != KEY}
    key = str(fields.get(KEY) or uuid4().hex)
    return Draft(typed, key, row.id, row.typed_at, is_blank=False)
