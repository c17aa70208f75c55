"""How far a quota is: a name, a bar and words that say how many are still needed."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.callback_coverage import CallbackShare
from ui.kit.painting import draw_text, fill_box, with_gaps
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CAPTION, typeface

BAR = 6
LINE = 20
GAP = 4
_RIGHT = Qt.AlignmentFlag.AlignRight


class ShareMeter(QWidget):
    """One class of slips; green when enough were reached."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._share = CallbackShare(0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_share(self._share)

    def show_share(self, share: CallbackShare) -> None:
        """Show another count."""
        self._share = share
        self.setAccessibleName(f"{self._name} {self.words()}")
        self.setToolTip(self._tip())
        self.update()

    def words(self) -> str:
        """What is said at the right."""
        share = self._share
        if share.rate is None:
            return self.tr("none to call back")
        if share.is_met:
            return self.tr("{done} called, enough").format(done=share.done)
        return self.tr("{done}/{need}, {missing} more").format(
            done=share.done, need=share.need, missing=share.missing
        )

    def _tip(self) -> str:
        share = self._share
        if share.rate is None:
            return ""
        text = self.tr("{base} came back finished, {done} were reached: {rate} %")
        return text.format(base=share.base, done=share.done, rate=share.rate)

    def sizeHint(self) -> QSize:
        return QSize(160, LINE + GAP + BAR)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        line = QRectF(0, 0, self.width(), LINE)
        share = self._share
        strong = typeface(BODY, is_strong=True)
        name = with_gaps(self._name)
        used = draw_text(painter, line, name, strong, colours.text)
        ink = colours.text_second if share.is_met else colours.warn
        room = line.adjusted(used + 8, 0, 0, 0)
        words = with_gaps(self.words())
        draw_text(painter, room, words, typeface(CAPTION), ink, _RIGHT)
        bar = QRectF(0, LINE + GAP, self.width(), BAR)
        fill_box(painter, bar, BAR / 2, colours.track)
        if share.need:
            part = min(share.done, share.need) / share.need
            bar.setWidth(self.width() * part)
            colour = colours.ok if share.is_met else colours.accent_fill
            if bar.width() >= BAR:
                fill_box(painter, bar, BAR / 2, colour)
