"""What is known of the gap case in hand."""

from PySide6.QtWidgets import QWidget

from models.gap_case import GapKind
from models.gap_row import GapRow
from models.slip_copy import CopyPlace
from ui.kit.button import Button
from ui.kit.label import Label, Tone
from ui.kit.layout import column, row
from ui.slip.moment import Moments
from ui.theme.typeface import CARD
from ui.words import word


class GapFacts(QWidget):
    """What is missing, where it was last, who found it, how it stands."""

    def __init__(self, moments: Moments, beside: Button) -> None:
        super().__init__()
        self._moments = moments
        self._name = Label("", CARD, is_strong=True, may_wrap=True)
        self._where = Label("", may_wrap=True)
        self._found = Label("", tone=Tone.SECOND, may_wrap=True)
        self._state = Label("", may_wrap=True)
        self.open_slip = beside
        lines = (self._name, self._where, self._found, self._state)
        column(*lines, row(beside, None), spacing=4, on=self)

    def show_case(self, case: GapRow) -> None:
        """Say what is known of a case."""
        self.open_slip.setVisible(case.slip_id is not None)
        self._name.say(f"{word(case.kind)}  {gap_name(case)}")
        self._where.say(self._last(case))
        self._where.setVisible(bool(self._where.text()))
        found = self.tr("Found missing {time} by {who}")
        self._found.say(
            found.format(time=self._moments.write(case.found_at), who=case.found_by)
        )
        text, tone = self._standing(case)
        self._state.say(text, tone)

    def texts(self) -> list[str]:
        """What is said now, line by line."""
        return [
            each.text() for each in (self._name, self._where, self._found, self._state)
        ]

    def _last(self, case: GapRow) -> str:
        if case.kind is not GapKind.COPY:
            return ""
        place = last_place(case)
        parts = [case.room, word(place) if place else "", case.holder]
        return "，".join(part for part in parts if part)

    def _standing(self, case: GapRow) -> tuple[str, Tone]:
        if case.closed_at is not None:
            text = self.tr("Closed {time}: {cause}, {owner}, {resolution}")
            said = text.format(
                time=self._moments.write(case.closed_at),
                cause=case.cause,
                owner=case.owner,
                resolution=case.resolution,
            )
            return said, Tone.OK
        if case.is_back and case.place is not None:
            text = self.tr("It lies at “{place}” again. The case waits to be closed.")
            return text.format(place=word(case.place)), Tone.OK
        if case.owner:
            text = self.tr("{owner} chases it: {cause}")
            return text.format(owner=case.owner, cause=case.cause), Tone.WARN
        return self.tr("Nobody chases it yet."), Tone.BAD


def gap_name(case: GapRow) -> str:
    """What is missing: ``WX261121-001, copy 2``, or the numbers."""
    if case.kind is not GapKind.COPY or case.ref.count("/") < 2:
        return case.ref
    number, copy_no, print_seq = case.ref.rsplit("/", 2)
    again = f" ({int(print_seq) - 1})" if int(print_seq) > 1 else ""
    return f"{number} / {copy_no}{again}"


def last_place(case: GapRow) -> CopyPlace | None:
    """Where a copy is, or where it was before it got lost."""
    return case.place_before if case.place is CopyPlace.LOST else case.place
