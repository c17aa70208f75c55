"""What is asked about a place while a call is typed; an old question is dropped."""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.duplicate import DuplicateQuestion
from app.place_history import PlaceQuestion, load_place_history
from app.place_nearby import find_twins
from models.unit import AreaKind
from ui.slip.intake_form import IntakeForm
from ui.tasks import Job
from ui.work import Work

ASK_MS = 200
"""How long after the last key the books are asked."""


class Questions(QObject):
    """Asks for duplicates and for the past of the place in the form."""

    duplicates_found = Signal(object)
    past_found = Signal(object)
    """A ``PlaceHistory``, or None where no place is known."""

    def __init__(self, work: Work, form: IntakeForm) -> None:
        super().__init__(form)
        self._work = work
        self._form = form
        self._duplicates: Job | None = None
        self._past: Job | None = None
        self._asked_past: PlaceQuestion | None = None
        self._asked_duplicates: DuplicateQuestion | None = None
        self._soon = QTimer(self, singleShot=True, interval=ASK_MS)
        self._soon.timeout.connect(self.ask)

    def ask_soon(self) -> None:
        """The call says something else: ask when the typing pauses."""
        self._soon.start()

    def ask(self, *, again: bool = False) -> None:
        """Ask now what was not asked yet; ``again``: also what was."""
        self._soon.stop()
        past = self._past_question()
        if again or past != self._asked_past:
            self._asked_past = past
            self._past = self._look(
                self._past, load_place_history, past, self.past_found.emit
            )
        duplicates = self._duplicate_question()
        if duplicates is None:
            self.forget_duplicates()
        elif again or duplicates != self._asked_duplicates:
            self._asked_duplicates = duplicates
            self._duplicates = self._look(
                self._duplicates,
                find_twins,
                duplicates,
                self.duplicates_found.emit,
            )

    def forget(self) -> None:
        """Nothing is typed any more: no answer is waited for."""
        self._soon.stop()
        for job in (self._duplicates, self._past):
            if job is not None:
                job.drop()
        self._duplicates = self._past = None
        self._asked_past = self._asked_duplicates = None

    def forget_duplicates(self) -> None:
        """The call says too little to compare."""
        if self._duplicates is not None:
            self._duplicates.drop()
            self._duplicates = None
        if self._asked_duplicates is not None:
            self._asked_duplicates = None
            self.duplicates_found.emit([])

    def _look(self, old: Job | None, query: Any, question: Any, done: Any) -> Job:
        if old is not None:
            old.drop()
        # A box would take the keyboard from somebody who types; what was not answered
        # is asked again with the next key.
        return self._work.look(
            self, query, question, done=done, troubled=lambda *_: self._forget_asked()
        )

    def _forget_asked(self) -> None:
        self._asked_past = self._asked_duplicates = None

    def _past_question(self) -> PlaceQuestion:
        form = self._form
        is_unit = form.is_unit
        return PlaceQuestion(
            AreaKind(form.area_kind.value()),
            unit_label=form.unit.value() if is_unit else "",
            area="" if is_unit else form.area.value(),
            place="" if is_unit else form.place.value(),
            content=form.content.value(),
            trade=form.trade.value() or "",
        )

    def _duplicate_question(self) -> DuplicateQuestion | None:
        form = self._form
        unit = form.unit.value() if form.is_unit else ""
        place = form.place.value() or unit
        content = form.content.value()
        if not content or not place:
            return None
        return DuplicateQuestion(
            area_kind=AreaKind(form.area_kind.value()),
            place=place,
            content=content,
            unit_label=unit or None,
            area=form.area.value(),
        )
