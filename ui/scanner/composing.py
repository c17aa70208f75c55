"""What an input method makes of a scanner's keys: a whole code, single wide signs, or
the wrong characters, which are taken out of the field again.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QInputMethodEvent

from ui.kit.keys_ahead import as_it_was
from ui.scanner.burst import GAP_MS, When
from ui.scanner.code import LEAST, meanings


@dataclass(frozen=True, slots=True)
class Spoilt:
    """Signs that reached a field and may be the beginning of a code."""

    text: str
    when: When
    take_out: Callable[[], object]


class Composing:
    """Follows one input method."""

    def __init__(self) -> None:
        self._since: int | None = None
        self._most = 0
        self._take_out: Callable[[], object] = _nothing
        self.is_whole = False
        """What was judged last is a code with its end: no Enter will follow."""
        self.spoilt: Spoilt | None = None

    def judge(
        self, widget: QObject, event: QInputMethodEvent, when: When
    ) -> str | None:
        """The signs of a code or of a part of one; None for what a person composes."""
        self.is_whole = False
        preedit, commit = event.preeditString(), event.commitString()
        if preedit and self._since is None:
            self._since, self._most = when.seen, 0
            self._take_out = as_it_was(widget)
        self._most = max(self._most, len(preedit))
        if not commit:
            if not preedit:
                self._since = None
            return None
        since, self._since = self._since, when.seen if preedit else None
        if since is None:
            return _signs(commit)
        keys = max(self._most, len(commit))
        if keys < 2 or when.seen - since > GAP_MS * keys:
            return None
        if meanings(commit):
            self.is_whole = True
            return commit
        self.spoilt = Spoilt(commit, when, self._take_out)
        return None

    def spoilt_before(self, began: When | None) -> Spoilt | None:
        """What was composed of the keys just before those that began then."""
        spoilt, self.spoilt = self.spoilt, None
        if spoilt is None or began is None:
            return None
        gap = began.seen - spoilt.when.seen
        return spoilt if 0 <= gap <= GAP_MS else None


def _signs(commit: str) -> str | None:
    """Wide or ordinary signs that came without composing."""
    plain = unicodedata.normalize("NFKC", commit)
    if len(commit) == 1:
        return commit if plain.isascii() and plain.isprintable() else None
    return commit if len(commit) >= LEAST and meanings(commit) else None


def _nothing() -> None:
    """There is no text to put back."""
