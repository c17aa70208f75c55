"""Whom to call about which work, and the words to ask with."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.callback_view import CallbackView
from models.callback import CallbackMethod
from models.money import format_money
from models.slip import SlipState
from ui.kit.button import Button, Look
from ui.kit.fields import COMMA, NAME_MARK
from ui.kit.glyph import StatusLabel
from ui.kit.label import Label, Picture, Tone
from ui.kit.layout import column, pane, row
from ui.slip.moment import Moments
from ui.slip.phone_label import PhoneLabel
from ui.slip.room import room_text
from ui.slip.status import status_of
from ui.theme.typeface import CAPTION, INPUT, OBJECT
from ui.words import word

_ENDS = "。．.；;，, "


class CallbackHead(QWidget):
    """Place, person, telephone, what was wrong and what was done; then the script."""

    opened = Signal()
    """The slip itself is wanted."""

    def __init__(self, moments: Moments) -> None:
        super().__init__()
        self._moments = moments
        self._room = Label("", OBJECT, is_strong=True)
        self._status = StatusLabel()
        self.number = Button("", Look.LINK)
        self.number.clicked.connect(self.opened)
        self._who = Label("", INPUT)
        self.phone = PhoneLabel()
        self._content = Label("", INPUT, may_wrap=True)
        self._done = Label("", tone=Tone.SECOND, may_wrap=True)
        self._paper = Label("", tone=Tone.SECOND, may_wrap=True)
        box = pane("chosen")
        self._script = Label("", INPUT, may_wrap=True)
        heading = Label(self.tr("What to say"), CAPTION, tone=Tone.SECOND)
        column(
            row(
                Picture("message-square-text", 16, Tone.ACCENT),
                heading,
                None,
                spacing=6,
            ),
            self._script,
            spacing=4,
            margins=(16, 10, 16, 12),
            on=box,
        )
        column(
            row(self._room, self.number, None, self._status, spacing=12),
            row(self._who, self.phone, None, spacing=12),
            self._content,
            self._done,
            self._paper,
            8,
            box,
            spacing=4,
            on=self,
        )

    def show_slip(self, view: CallbackView, centre: str) -> None:
        """Another slip is called about."""
        self._room.say(room_text(view.unit_label, view.area, view.place))
        self.number.set_text(view.number)
        self._status.show_status(status_of(view.state))
        self._who.say(_people(view))
        self.phone.show_phone(view.phone or "")
        self.phone.setVisible(bool(view.phone))
        self._content.say(view.content)
        self._done.say(self._what_was_done(view))
        self._paper.say(self._what_the_paper_says(view))
        self._paper.setVisible(view.owner_opinion is not None)
        self._script.say(self._words(view, centre))

    def script(self) -> str:
        """The words to ask with."""
        return self._script.text()

    def _what_was_done(self, view: CallbackView) -> str:
        if view.state is SlipState.CANCELLED:
            text = self.tr("Settled over the telephone {time}: {reason}")
            ended = self._moments.write(view.ended_at)
            return text.format(time=ended, reason=view.end_reason or "")
        people = NAME_MARK.join(view.technicians) or view.supervisor or ""
        parts = [
            " ".join(part for part in (view.trade, people) if part),
            view.result_text or "",
            self.tr("back {time}").format(time=self._moments.write(view.returned_at)),
        ]
        return COMMA.join(part for part in parts if part)

    def _what_the_paper_says(self, view: CallbackView) -> str:
        if view.owner_opinion is None:
            return ""
        text = self.tr("On the paper the owner wrote: {opinion}")
        return text.format(opinion=word(view.owner_opinion))

    def _result_and_fee(self, view: CallbackView) -> str:
        """What the reporter is told of the work (S4h-2.6)."""
        parts = [(view.result_text or "").rstrip(_ENDS)]
        if view.fee:
            fee = self.tr("the fee is {fee} yuan")
            parts.append(fee.format(fee=format_money(view.fee)))
        return COMMA.join(part for part in parts if part)

    def _words(self, view: CallbackView, centre: str) -> str:
        told = self._result_and_fee(view)
        if view.state is SlipState.CANCELLED:
            text = self.tr(
                "Good day, this is {centre}. You called about “{content}” and we gave"
                " you advice over the telephone. Is it in order now? Were you content"
                " with the advice?"
            )
        elif view.method is CallbackMethod.ONSITE_CHECK:
            text = self.tr(
                "Go and look: “{content}” was repaired. Does it work as it should? Is"
                " the place clean, and is the work as good as it ought to be?"
            )
        elif told:
            text = self.tr(
                "Good day, this is {centre}. You reported “{content}”, and our"
                " technician has repaired it: {told}. Does everything work since? And"
                " were you satisfied with our work and our manners?"
            )
        else:
            text = self.tr(
                "Good day, this is {centre}. You reported “{content}”, and our"
                " technician has repaired it. Does everything work since? And were you"
                " satisfied with our work and our manners?"
            )
        return text.format(centre=centre, content=view.content, told=told)


def _people(view: CallbackView) -> str:
    """Who reported; the owner too where that is somebody else."""
    names = [view.reporter_name]
    if view.owner_name and view.owner_name != view.reporter_name:
        names.append(view.owner_name)
    return NAME_MARK.join(names)
