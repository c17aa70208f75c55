"""A clock time as it stands on the paper: four digits are enough."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QElapsedTimer, Signal

from ui.kit.fields import MomentField, read_moment

HABIT_MS = 700
"""An Enter that comes so soon after the field was complete belongs to it."""
_DAY = timedelta(days=1)


class PaperMoment(MomentField):
    """``1410`` is 14:10: the last one that is not still to come, of a paper that went
    out at ``since``. With its fourth digit the time is complete.
    """

    completed = Signal()
    """A whole clock time was typed."""

    def __init__(
        self, now: Callable[[], datetime], *, width: int = 132, placeholder: str = ""
    ) -> None:
        super().__init__(now, width=width, placeholder=placeholder)
        self._now_here = now
        self.since: datetime | None = None
        self._done = QElapsedTimer()
        self.line.textEdited.connect(self._after_sign)

    def value(self) -> datetime | None:  # type: ignore[override]
        at = super().value()
        is_clock = " " not in self.line.text().strip()
        if at is None or not is_clock or at <= self.typed_at():
            return at
        # Typed after midnight, of the evening before.
        before = at - _DAY
        return before if self.since is None or before >= self.since else at

    def is_just_completed(self) -> bool:
        """Whether the time was completed this moment: an Enter from habit follows."""
        return self._done.isValid() and self._done.elapsed() < HABIT_MS

    def _after_sign(self, text: str) -> None:
        plain = text.strip()
        digits = plain.replace(":", "")
        is_whole = len(digits) == 4 and digits.isdigit() and len(plain) in (4, 5)
        is_there = is_whole and read_moment(plain, self._now_here()) is not None
        if is_there and self.line.cursorPosition() == len(text):
            self.line.setText(f"{digits[:2]}:{digits[2:]}")
            self.edited.emit()
            self._done.start()
            self.completed.emit()
