"""Takes calls into the form and out of it: one is in front, the others wait in tabs."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.errors import Trouble
from ui.kit.fields import TextField
from ui.kit.label import Label
from ui.shell.frame import Frame, Kind, Offer
from ui.slip.intake_draft_text import draft_text, room_of
from ui.slip.intake_drafts import Draft, Drafts
from ui.slip.intake_fill import Filling
from ui.slip.intake_form import IntakeForm
from ui.slip.intake_tabs import DraftTabs
from ui.slip.moment import Moments

AGE_MS = 20_000
"""How often the ages in the tabs are told anew."""
REASON = "anyway_reason"
"""What a draft keeps beside the fields of the form."""


class DraftSwitch(QObject):
    """Keeps form, tabs and drafts in step."""

    emptied = Signal()
    """Another call is about to stand in the form, or none."""
    filled = Signal(object)
    """The call of this ``Draft`` stands in the form now."""

    def __init__(
        self,
        frame: Frame,
        form: IntakeForm,
        filling: Filling,
        drafts: Drafts,
        tabs: DraftTabs,
        reason: TextField,
        twin: Label,
    ) -> None:
        super().__init__(form)
        self._frame = frame
        self._form = form
        self._filling = filling
        self._drafts = drafts
        self._tabs = tabs
        self._reason = reason
        self._twin = twin
        self._moments = Moments(frame.work)
        self._desk = frame.work.desk
        self._is_filling = False
        self._is_unsaved = False
        drafts.changed.connect(self.show_drafts)
        drafts.saved.connect(self._show_saved)
        drafts.unsaved.connect(self._show_unsaved)
        tabs.chosen.connect(self.choose)
        tabs.close_wanted.connect(self.close)
        tabs.new_wanted.connect(self.begin)
        reason.edited.connect(self.note)
        self._ages = QTimer(self, interval=AGE_MS)
        self._ages.timeout.connect(self.show_drafts)
        self._ages.start()
        self.show_drafts()

    def load(self) -> None:
        """Take up what the person at the desk had typed last time."""
        self._drafts.load(self._take_up)

    @Slot()
    def note(self, *, by_key: bool = True) -> None:
        """What stands in the form belongs to the draft in front."""
        if self._is_filling:
            return
        typed = self._form.typed()
        if self._reason.typed():
            typed[REASON] = self._reason.typed()
        is_blank = self._form.is_blank()
        self._drafts.note(typed, is_blank=is_blank, by_key=by_key)

    def empty(self) -> None:
        """An empty form for the draft in front."""
        self._is_filling = True
        self._filling.clear()
        self._is_filling = False
        self.emptied.emit()

    def empty_but(self, line: str | None) -> None:
        """An empty form, but for what somebody typed since the line was ``line`` (None:
        nobody did): the rest of the line, or else all that stands there.
        """
        now = self._form.entry.typed()
        if line is None or (now != line and now.startswith(line)):
            self.empty()
            rest = now[len(line) :].lstrip() if line is not None else ""
            if rest:
                self._form.entry.set_value(rest)
                self._form.entry.edited.emit()
            return
        self.note()

    @Slot()
    def begin(self) -> None:
        """Another call comes in: this one waits in its tab."""
        self.note()
        if not self._form.is_blank():
            self._drafts.begin()
            self.empty()
        self._form.entry.setFocus()

    @Slot(int)
    def choose(self, number: int) -> None:
        """Bring a draft into the form."""
        self.note()
        self._drafts.save()
        self._drafts.choose(number)
        self._show_front()

    def choose_next(self) -> None:
        """The draft in the next tab; after the last one the first."""
        self.choose((self._drafts.number + 1) % len(self._drafts.all()))

    def close_front(self) -> None:
        """Throw away what stands in the form; no number was used."""
        self.close(self._drafts.number)

    @Slot(int)
    def close(self, number: int) -> None:
        """Throw a draft away; 撤销 in the bar brings it back."""
        self.note()
        is_front = number == self._drafts.number
        closed = self._drafts.close(number)
        if is_front:
            self._show_front()
        if closed.is_blank:
            return
        self._frame.say(
            Kind.DONE,
            self.tr("Draft thrown away"),
            draft_text(closed, self._moments).title,
            [Offer(self.tr("Undo"), self._undo(closed), "", "undo-2")],
        )

    def _undo(self, closed: Draft) -> Callable[[], object]:
        return partial(self._bring_back, closed)

    def _bring_back(self, draft: Draft) -> None:
        self.note()
        self._drafts.bring_back(draft)
        self._show_front()

    def see_desk(self) -> None:
        """Another person may sit here now: the drafts belong to who typed them."""
        before, self._desk = self._desk, self._frame.work.desk
        if before.actor != self._desk.actor:
            self.note()
            self._drafts.let_go(before)
            self._show_front()
            self.load()

    def _show_front(self) -> None:
        self.empty()
        front = self._drafts.front
        if not front.is_blank:
            self._is_filling = True
            self._filling.restore(front.typed)
            self._is_filling = False
            self.filled.emit(front)

    def _take_up(self) -> None:
        self._show_front()
        front = self._drafts.front
        if not front.is_blank and front.typed_at is not None:
            self._show_saved(front.typed_at)

    @Slot()
    def show_drafts(self) -> None:
        """One tab a draft; a quiet word where two are about one room."""
        every = self._drafts.all()
        front = self._drafts.front
        texts = [
            draft_text(draft, self._moments, with_age=draft is not front)
            for draft in every
        ]
        self._tabs.show_texts(texts, self._drafts.number)
        mine = room_of(front.typed)
        twins = [d for d in every if d is not front and mine == room_of(d.typed)]
        is_twin = bool(mine and twins)
        text = self.tr("Another draft is about {room} too")
        self._twin.say(text.format(room=mine) if is_twin else "")
        self._twin.setVisible(is_twin)

    @Slot(object)
    def _show_unsaved(self, trouble: Trouble) -> None:
        self._tabs.saved.say(self.tr("Draft not saved yet"))
        if not self._is_unsaved:
            self._is_unsaved = True
            self._frame.say(
                Kind.FAILED,
                self.tr("Draft not saved yet"),
                self._frame.sentence(trouble),
            )

    @Slot(object)
    def _show_saved(self, at: datetime) -> None:
        if self._is_unsaved:
            self._is_unsaved = False
            self._frame.say(Kind.DONE, self.tr("Draft saved again"))
        local = self._frame.work.desk.local(at)
        text = self.tr("Draft saved {time}")
        self._tabs.saved.say(text.format(time=f"{local:%H:%M:%S}"))
