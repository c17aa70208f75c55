"""Says what just happened, over the page, without a box."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.kit.button import Button, Look
from ui.kit.glyph import SIZE, Shape, draw_glyph
from ui.kit.label import ElidedLabel, Label, Tone
from ui.kit.layout import row
from ui.kit.painting import fill_box
from ui.shell.frame import Kind, Offer
from ui.theme.theme import tokens

HEIGHT = 40
LEFT = 24
SECOND_MS = 1_000


@dataclass(eq=False)
class _Message:
    kind: Kind
    head: str
    text: str
    offers: Sequence[Offer]
    left: dict[Offer, int] = field(default_factory=dict)
    """How many seconds each passing offer still stands."""

    def is_live(self) -> bool:
        """Whether something would be lost with it: what waits, what can be undone."""
        waits = self.kind is Kind.WAITS and bool(self.offers)
        return waits or any(self.left.values())


class MessageBar(QWidget):
    """The newest message; an older one that still matters comes back after it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages: list[_Message] = []
        self.setFixedHeight(HEIGHT)
        self._head = Label("", is_strong=True)
        self._text = ElidedLabel("", tone=Tone.SECOND)
        self._more = Label("", tone=Tone.SECOND)
        self._offers: list[Button] = []
        self._counting: list[tuple[Offer, Button]] = []
        self._close = Button(self.tr("Close"), Look.QUIET)
        self._close.clicked.connect(self.close_message)
        self._second = QTimer(self, interval=SECOND_MS)
        self._second.timeout.connect(self._count_down)
        self._line = row(
            self._head,
            self._text,
            self._more,
            self._close,
            spacing=12,
            margins=(LEFT + SIZE + 10, 0, 12, 0),
            on=self,
        )
        self._line.setStretch(1, 1)
        self.hide()

    def say(
        self, kind: Kind, head: str, text: str = "", offers: Sequence[Offer] = ()
    ) -> None:
        """Show a message with what may be done next.

        The one it takes the place of waits behind it if it is still of use.
        """
        message = _Message(kind, head, text, tuple(offers))
        message.left = {each: each.seconds for each in offers if each.seconds}
        said = (kind, head, text)
        self._messages = [
            each
            for each in self._messages
            if each.is_live() and (each.kind, each.head, each.text) != said
        ]
        self._messages.append(message)
        if message.left and not self._second.isActive():
            self._second.start()
        self._show_newest()
        # A reader of the screen says it without the keyboard moving there.
        event = QAccessibleEvent(self, QAccessible.Event.Alert)
        QAccessible.updateAccessibility(event)

    def close_message(self) -> None:
        """Take the message away; the one that waited behind it is shown."""
        if self._messages:
            self._messages.pop()
        self._show_newest()

    def withdraw(self, head: str) -> None:
        """What a message waited for has happened: it is gone wherever it stands."""
        self._messages = [each for each in self._messages if each.head != head]
        self._show_newest()

    def clear(self) -> None:
        """Take every message away."""
        self._messages = []
        self._show_newest()

    def message(self) -> tuple[Kind, str, str]:
        """What is shown now."""
        kind = self._messages[-1].kind if self._messages else Kind.DONE
        return kind, self._head.text(), self._text.text()

    def offers(self) -> list[Button]:
        """What may be done next."""
        return list(self._offers)

    def _show_newest(self) -> None:
        self._take_offers_away()
        self.setVisible(bool(self._messages))
        if not self._messages:
            self._second.stop()
            return
        message = self._messages[-1]
        tone = {Kind.DONE: Tone.OK, Kind.WAITS: Tone.WARN, Kind.FAILED: Tone.BAD}
        self._head.say(message.head, tone[message.kind])
        self._text.say(message.text)
        waiting = len(self._messages) - 1
        self._more.say(self.tr("%n more", "", waiting) if waiting else "")
        self._more.setVisible(bool(waiting))
        for offer in message.offers:
            if not offer.seconds or message.left[offer]:
                self._add_offer(message, offer)
        self.setAccessibleName(f"{message.head} {message.text}".strip())
        self.update()

    def _take_offers_away(self) -> None:
        for old in self._offers:
            self._line.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._offers = []
        self._counting = []

    def _add_offer(self, message: _Message, offer: Offer) -> None:
        button = Button(
            self._offer_text(message, offer),
            Look.LINK,
            icon_name=offer.icon_name or None,
            keys=offer.keys or None,
        )
        button.clicked.connect(partial(self._take, message, offer))
        self._line.insertWidget(self._line.count() - 1, button)
        self._offers.append(button)
        if offer.seconds:
            self._counting.append((offer, button))

    def _take(self, message: _Message, offer: Offer) -> None:
        if offer.seconds and message in self._messages:
            # Taken back once: it is not offered again.
            self._messages.remove(message)
            self._show_newest()
        offer.take()

    def _offer_text(self, message: _Message, offer: Offer) -> str:
        if not offer.seconds:
            return offer.text
        return self.tr("{what} {seconds} s").format(
            what=offer.text, seconds=message.left[offer]
        )

    def _count_down(self) -> None:
        for message in self._messages:
            for offer, left in message.left.items():
                message.left[offer] = max(0, left - 1)
        shown = self._messages[-1]
        if any(not shown.left[offer] for offer, _ in self._counting):
            self._show_newest()
        for offer, button in self._counting:
            button.set_text(self._offer_text(shown, offer))
        if not any(any(each.left.values()) for each in self._messages):
            self._second.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        kind = self._messages[-1].kind if self._messages else Kind.DONE
        ground, ink, shape = {
            Kind.DONE: (colours.ok_soft, colours.ok, Shape.TICK),
            Kind.WAITS: (colours.warn_soft, colours.warn, Shape.PAUSE),
            Kind.FAILED: (colours.bad_soft, colours.bad, Shape.ALARM),
        }[kind]
        painter = QPainter(self)
        fill_box(painter, QRectF(self.rect()), 0, ground)
        draw_glyph(painter, LEFT, (HEIGHT - SIZE) / 2, shape, ink)
