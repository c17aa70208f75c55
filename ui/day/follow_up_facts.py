"""What is known of the unfinished slip in hand, and the last look of each side."""

from PySide6.QtWidgets import QWidget

from models.follow_up import FollowUpSide
from models.unfinished_row import LastLook, UnfinishedRow
from ui.kit.button import Button
from ui.kit.label import Label, Tone
from ui.kit.layout import column, row
from ui.slip.moment import Moments
from ui.slip.room import room_text
from ui.slip.status import status_of
from ui.theme.typeface import CARD, OBJECT
from ui.words import word


class FollowUpFacts(QWidget):
    """Number, place, fault, state, and a line for each side."""

    def __init__(self, moments: Moments, beside: Button) -> None:
        super().__init__()
        self._moments = moments
        self._number = Label("", OBJECT, is_strong=True)
        self._room = Label("", CARD, is_strong=True, may_wrap=True)
        self._content = Label("", may_wrap=True)
        self._facts = Label("", tone=Tone.SECOND, may_wrap=True)
        self._looks = {side: Label("", may_wrap=True) for side in FollowUpSide}
        column(
            self._number,
            self._room,
            self._content,
            self._facts,
            8,
            *self._looks.values(),
            row(beside, None),
            spacing=4,
            on=self,
        )

    def show_row(self, one: UnfinishedRow) -> None:
        """Say what is known of a slip."""
        self._number.say(one.number)
        self._room.say(room_text(one.unit_label, one.area, one.place))
        self._content.say(one.content)
        self._facts.say(self._line(one))
        for side, label in self._looks.items():
            text, tone = self._look_line(one, side)
            label.say(text, tone)

    def texts(self) -> list[str]:
        """What is said now, line by line."""
        lines = (self._number, self._room, self._content, self._facts)
        return [each.text() for each in (*lines, *self._looks.values())]

    def _line(self, one: UnfinishedRow) -> str:
        people = "、".join(one.technicians) or one.supervisor or ""
        issued = self.tr("Issued {time}").format(
            time=self._moments.write(one.issued_at)
        )
        parts = [issued, status_of(one.state).word, one.trade or "", people]
        if one.reason:
            parts.append(one.reason)
        if one.eta_at is not None:
            expected = self.tr("expected {time}")
            parts.append(expected.format(time=self._moments.write(one.eta_at)))
        if one.escalated_to:
            told = self.tr("reported to {whom}")
            parts.append(told.format(whom=one.escalated_to))
        return "，".join(part for part in parts if part)

    def _look_line(self, one: UnfinishedRow, side: FollowUpSide) -> tuple[str, Tone]:
        last = look_of(one, side)
        is_late = side in one.late_for
        if last is None:
            text = (
                self.tr("{side}: not looked after yet, overdue")
                if is_late
                else self.tr("{side}: not looked after yet")
            )
            return text.format(side=word(side)), Tone.BAD if is_late else Tone.SECOND
        text = (
            self.tr("{side}, {time} {who}, overdue: {note}")
            if is_late
            else self.tr("{side}, {time} {who}: {note}")
        )
        said = text.format(
            side=word(side),
            time=self._moments.write(last.at),
            who=last.by,
            note=last.note,
        )
        return said, Tone.BAD if is_late else Tone.TEXT


def look_of(one: UnfinishedRow, side: FollowUpSide) -> LastLook | None:
    """The last look of a side."""
    is_engineering = side is FollowUpSide.ENGINEERING
    return one.engineering if is_engineering else one.housekeeping
