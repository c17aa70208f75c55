"""Says what just happened, over the page, without a box."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
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


class MessageBar(QWidget):
    """One message at a time; the next one takes its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = Kind.DONE
        self.setFixedHeight(HEIGHT)
        self._head = Label("", is_strong=True)
        self._text = ElidedLabel("", tone=Tone.SECOND)
        self._offers: list[Button] = []
        self._close = Button(self.tr("Close"), Look.QUIET)
        self._close.clicked.connect(self.hide)
        self._line = row(
            self._head,
            self._text,
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
        """Show a message with what may be done next."""
        self._kind = kind
        tone = {Kind.DONE: Tone.OK, Kind.WAITS: Tone.WARN, Kind.FAILED: Tone.BAD}
        self._head.say(head, tone[kind])
        self._text.say(text)
        for old in self._offers:
            self._line.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._offers = []
        for offer in offers:
            button = Button(
                offer.text,
                Look.LINK,
                icon_name=offer.icon_name or None,
                keys=offer.keys or None,
            )
            button.clicked.connect(offer.take)
            self._line.insertWidget(self._line.count() - 1, button)
            self._offers.append(button)
        self.setAccessibleName(f"{head} {text}".strip())
        self.show()
        self.update()
        # A reader of the screen says it without the keyboard moving there.
        event = QAccessibleEvent(self, QAccessible.Event.Alert)
        QAccessible.updateAccessibility(event)

    def message(self) -> tuple[Kind, str, str]:
        """What is shown now."""
        return self._kind, self._head.text(), self._text.text()

    def offers(self) -> list[Button]:
        """What may be done next."""
        return list(self._offers)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        ground, ink, shape = {
            Kind.DONE: (colours.ok_soft, colours.ok, Shape.TICK),
            Kind.WAITS: (colours.warn_soft, colours.warn, Shape.PAUSE),
            Kind.FAILED: (colours.bad_soft, colours.bad, Shape.ALARM),
        }[self._kind]
        painter = QPainter(self)
        fill_box(painter, QRectF(self.rect()), 0, ground)
        draw_glyph(painter, LEFT, (HEIGHT - SIZE) / 2, shape, ink)
