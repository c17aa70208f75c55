"""The ordinary fields: text, long text, choice, tick, day, moment, several names."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QPlainTextEdit,
    QWidget,
)

from app.one_line import spoken_moment
from ui.kit.field import Field, NotReadable
from ui.kit.segmented import CheckBox
from ui.kit.suggestions import Suggestions
from ui.kit.typed_line import TypedLine

NAME_MARK = "、"
"""What stands between several names in one field."""
COMMA = "，"
"""What stands between the parts of something said in one line."""


class TextField(Field):
    """One line of text; line breaks that were pasted become spaces.

    ``is_code`` for what is written in digits and signs, such as a telephone or a room:
    full-width ones become ordinary.
    """

    IS_CODE = False

    def __init__(
        self,
        *,
        placeholder: str = "",
        width: int | None = None,
        is_code: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self.line = TypedLine(placeholder=placeholder, is_code=is_code or self.IS_CODE)
        if width is not None:
            self.line.setFixedWidth(width)
        super().__init__(self.line, parent)
        self.line.textEdited.connect(lambda _: self.edited.emit())

    def value(self) -> str:
        return " ".join(self.line.text().split())

    def set_value(self, value: str | None) -> None:
        self.line.put(value or "")

    def clear(self) -> None:
        # What is being composed goes too: the person asked for an empty field.
        self.line.clear()
        super().clear()

    def typed(self) -> str:
        return self.line.text()

    def suggest(self, words: Sequence[str]) -> None:
        """Offer ``words`` while typing; anything else may be typed too."""
        suggestions = Suggestions(words, self.line)
        suggestions.taken.connect(self.edited)
        self.line.setCompleter(suggestions)


class _PlainText(QPlainTextEdit):
    """Tab and Enter leave the field; Shift+Enter breaks the line."""

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholderText=placeholder, tabChangesFocus=True)
        self._is_composing = False
        self._held: str | None = None

    def put(self, text: str) -> None:
        """Show ``text``; while a character is composed here it waits, and gives way to
        what is typed then.
        """
        if self._is_composing:
            self._held = text
        else:
            self.setPlainText(text)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._is_composing = bool(event.preeditString())
        if self._is_composing:
            return
        held, self._held = self._held, None
        if held is not None and not event.commitString():
            self.setPlainText(held)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() != Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


class LongTextField(Field):
    """A few lines of text."""

    def __init__(
        self,
        *,
        placeholder: str = "",
        height: int = 62,
        parent: QWidget | None = None,
    ) -> None:
        self.text = _PlainText(placeholder)
        self.text.setFixedHeight(height)
        self.text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        super().__init__(self.text, parent)
        self._is_quiet = False
        self.text.textChanged.connect(self._tell)

    def value(self) -> str:
        return self.text.toPlainText().strip()

    def set_value(self, value: str | None) -> None:
        self._is_quiet = True
        self.text.put(value or "")
        self._is_quiet = False

    def clear(self) -> None:
        self._is_quiet = True
        self.text.setPlainText("")
        self._is_quiet = False
        super().clear()

    def typed(self) -> str:
        return self.text.toPlainText()

    def _tell(self) -> None:
        if not self._is_quiet:
            self.edited.emit()


_AROUND_CHOICE = 48
"""Padding, border and arrow of a choice, in px."""


class ChoiceField(Field):
    """One of several values from a list that opens."""

    def __init__(
        self,
        options: Sequence[tuple[Any, str]] = (),
        *,
        empty: str | None = None,
        width: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.box = QComboBox()
        self.box.setView(QListView())
        self.box.setMaxVisibleItems(16)
        # The wheel over a form scrolls; it does not change an answer unseen.
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._width = width
        super().__init__(self.box, parent)
        self._empty = empty
        # Qt would give a word of an enumeration back as an ordinary text.
        self._values: list[Any] = []
        self.box.installEventFilter(self)
        self.box.activated.connect(lambda _: self.edited.emit())
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[Any, str]]) -> None:
        """Offer other values; what was chosen stays chosen if it is still there."""
        before = self.value()
        self.box.clear()
        if self._empty is not None:
            options = [(None, self._empty), *options]
        self._values = [value for value, _ in options]
        self.box.addItems([text for _, text in options])
        self._fit()
        self.set_value(before)

    def _fit(self) -> None:
        """As wide as was asked for, wider for words that would be cut."""
        if self._width is None:
            return
        metrics = self.box.fontMetrics()
        texts = [self.box.itemText(index) for index in range(self.box.count())]
        longest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        needed = min(longest + _AROUND_CHOICE, 2 * self._width)
        self.box.setFixedWidth(max(self._width, needed))

    def value(self) -> Any:
        at = self.box.currentIndex()
        return self._values[at] if at >= 0 else None

    def set_value(self, value: Any) -> None:
        if value in self._values:
            self.box.setCurrentIndex(self._values.index(value))
        else:
            self.box.setCurrentIndex(0 if self._values else -1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class CheckField(Field):
    """Yes or no."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        self.check = CheckBox(text)
        super().__init__(self.check, parent)
        self.check.clicked.connect(lambda _: self.edited.emit())

    def value(self) -> bool:
        return self.check.isChecked()

    def set_value(self, value: bool | None) -> None:
        self.check.setChecked(bool(value))


class NumberField(TextField):
    """A whole number."""

    IS_CODE = True

    def value(self) -> int | None:  # type: ignore[override]
        text = _plain(self.line.text())
        if not text:
            return None
        if not re.fullmatch(r"-?[0-9]{1,9}", text):
            raise NotReadable(self.tr("Type a whole number."))
        return int(text)

    def set_value(self, value: int | None) -> None:  # type: ignore[override]
        self.line.put("" if value is None else str(value))


class NamesField(TextField):
    """Several names with 、 between them."""

    def value(self) -> tuple[str, ...]:  # type: ignore[override]
        parts = re.split(r"[、，,;；]", self.line.text())
        return tuple(part.strip() for part in parts if part.strip())

    def set_value(self, value: Sequence[str] | None) -> None:
        self.line.put(NAME_MARK.join(value or ()))

    def set_typed(self, typed: Any) -> None:
        self.line.setText(str(typed or ""))


class DayField(TextField):
    """A day: ``2026-11-20``, ``11-20``, ``20``; never earlier than it could mean.

    ``today`` answers with the day at the site.
    """

    IS_CODE = True

    def __init__(
        self,
        today: Callable[[], date],
        *,
        width: int = 132,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder="11-20", width=width, parent=parent)
        self._today = today

    def value(self) -> date | None:  # type: ignore[override]
        text = _plain(self.line.text())
        if not text:
            return None
        found = read_day(text, self._today())
        if found is None:
            raise NotReadable(self.tr("Type a day such as 2026-11-20 or 11-20."))
        return found

    def set_value(self, value: date | None) -> None:  # type: ignore[override]
        self.line.put("" if value is None else value.isoformat())

    def set_typed(self, typed: Any) -> None:
        self.line.setText(str(typed or ""))


_ISO_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


class MomentField(TextField):
    """A moment at the site: ``17:30`` (today), ``11-20 17:30``, ``1730``; as it is
    spoken, ``明天上午10点``, it is written out when the keyboard leaves.

    ``now`` answers with the site's local time (aware); values are aware UTC instants.
    A time without a day means the day it was typed on, also when it is read later.
    """

    IS_CODE = True

    def __init__(
        self,
        now: Callable[[], datetime],
        *,
        width: int = 132,
        placeholder: str = "17:30",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder=placeholder, width=width, parent=parent)
        self._now = now
        self._read = ""
        self._read_at = now()
        self.line.editingFinished.connect(self._write_out)

    def _write_out(self) -> None:
        """Tomorrow stays the same day, however long the form lies there."""
        at = spoken_moment(_plain(self.line.text()), self.typed_at())
        if at is not None:
            self.set_value(at)
            self.edited.emit()

    def typed_at(self) -> datetime:
        """The site's local time when what stands here was first read."""
        if self._read != self.line.text():
            self._note_day()
        return self._read_at

    def _note_day(self) -> None:
        self._read, self._read_at = self.line.text(), self._now()

    def value(self) -> datetime | None:  # type: ignore[override]
        text = _plain(self.line.text())
        if not text:
            return None
        then = self.typed_at()
        found = read_moment(text, then) or spoken_moment(text, then)
        if found is None:
            raise NotReadable(self.tr("Type a time such as 17:30 or 11-20 17:30."))
        return found.astimezone(UTC)

    def set_value(self, value: datetime | None) -> None:  # type: ignore[override]
        self.line.put("" if value is None else write_moment(value, self._now()))
        self._note_day()

    def typed(self) -> str:
        """As it stands; a time without a day with the day that it means."""
        text = self.line.text()
        then = self.typed_at()
        if " " in _plain(text) or read_moment(text, then) is None:
            return text
        at = self.value()
        assert at is not None
        return f"{at.astimezone(then.tzinfo):%Y-%m-%d} {text.strip()}"

    def set_typed(self, typed: Any) -> None:
        text, now = str(typed or ""), self._now()
        day, _, clock = text.partition(" ")
        if day == now.date().isoformat():
            text = clock
        elif _ISO_DAY.fullmatch(day) and (at := read_moment(text, now)) is not None:
            text = write_moment(at, now)
        self.line.setText(text)
        self._note_day()


def write_moment(at: datetime, now: datetime) -> str:
    """``17:30`` today, ``11-20 17:30`` this year, with the year otherwise."""
    local = at.astimezone(now.tzinfo)
    seconds = ":%S" if local.second else ""
    if local.date() == now.date():
        return local.strftime(f"%H:%M{seconds}")
    if local.year == now.year:
        return local.strftime(f"%m-%d %H:%M{seconds}")
    return local.strftime(f"%Y-%m-%d %H:%M{seconds}")


def read_moment(text: str, now: datetime) -> datetime | None:
    """The moment that ``text`` means at the site whose local time is ``now``."""
    parts = _plain(text).replace("T", " ").split()
    if not parts or len(parts) > 2:
        return None
    clock = re.fullmatch(r"([0-9]{1,2}):?([0-9]{2})(?::([0-9]{2}))?", parts[-1])
    if clock is None:
        return None
    hour, minute, second = (int(part or 0) for part in clock.groups())
    day: date | None = now.date()
    if len(parts) == 2:
        day = read_day(parts[0], now.date())
    if day is None or hour > 23 or minute > 59 or second > 59:
        return None
    return datetime(
        day.year, day.month, day.day, hour, minute, second, tzinfo=now.tzinfo
    )


def read_day(text: str, today: date) -> date | None:
    """The day that ``text`` means: with year, month and day, or only a day.

    Without a year the day nearest to ``today`` is meant, so that a December paper
    typed in January keeps its year.
    """
    plain = re.sub(r"[年月./]", "-", _plain(text)).removesuffix("日").strip("-")
    parts = [int(part) for part in plain.split("-") if part.isdigit()]
    if not parts or "-".join(map(str, parts)) != re.sub(r"\b0+(?=[0-9])", "", plain):
        return None
    try:
        if len(parts) == 3:
            return date(parts[0], parts[1], parts[2])
        if len(parts) == 2:
            candidates = [_day(today.year + step, *parts) for step in (-1, 0, 1)]
            known = [day for day in candidates if day is not None]
            return min(known, key=lambda day: abs(day - today)) if known else None
        if len(parts) == 1:
            return date(today.year, today.month, parts[0])
    except ValueError:
        return None
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _plain(text: str) -> str:
    """Full-width digits and marks as ordinary ones, blanks at the ends cut."""
    return unicodedata.normalize("NFKC", text).strip()
