"""时限 on the page of a slip: a line for every limit that counts for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.limit_clock import Clock, judge_all
from app.slip_times import SlipTimes
from ui.kit.label import Label, Tone
from ui.kit.layout import column
from ui.slip.limit_word import full_words, limit_tone
from ui.slip.moment import Moments
from ui.slip.slip_facts import CAPTION_WIDTH, empty, head_label
from ui.words import word
from ui.work import Work


class SlipClocks(QWidget):
    """Written anew every minute; takes no room where nothing counts."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._moments = Moments(work)
        self._times: SlipTimes | None = None
        self._said: list[tuple[str, str, Tone]] = []
        self._lines = column(spacing=0)
        column(head_label(self.tr("Time limits")), self._lines, spacing=8, on=self)
        self.hide()

    def show_times(self, times: SlipTimes) -> None:
        """The clocks of a slip as they stand now."""
        self._times = times
        self.refresh()

    def refresh(self) -> None:
        """A minute has passed; nothing is painted anew that says the same."""
        if self._times is None:
            return
        desk = self._work.desk
        clocks = judge_all(self._times, desk.now(), desk.settings)
        said = [self._line(clock) for clock in clocks]
        if said != self._said:
            self._said = said
            self._write()
        self.setVisible(bool(said))

    def said(self) -> list[tuple[str, str, Tone]]:
        """Name, words and tone of each line, from top to bottom."""
        return list(self._said)

    def _line(self, clock: Clock) -> tuple[str, str, Tone]:
        words = full_words(clock, self._moments)
        tone = limit_tone(clock)
        return word(clock.limit.key), words, tone

    def _write(self) -> None:
        empty(self._lines)
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, CAPTION_WIDTH)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for at, (name, words, tone) in enumerate(self._said):
            grid.addWidget(Label(name, tone=Tone.SECOND), at, 0, top)
            is_loud = tone is not Tone.SECOND
            shown = tone if is_loud else Tone.TEXT
            text = Label(words, tone=shown, is_strong=is_loud, may_wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            text.setAccessibleName(f"{name} {words}")
            text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            grid.addWidget(text, at, 1)
        self._lines.addWidget(whole)
