"""One policy on the page of policies: what it means, its value, its default."""

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.settings import SETTINGS, SettingSpec
from models.money import NotMoney, format_plain, parse_money
from ui.kit.button import Button, Look
from ui.kit.fields import ChoiceField, TextField
from ui.kit.label import Label, Tone
from ui.kit.layout import column, row
from ui.kit.painting import fill_box, hairline, text_width, with_gaps
from ui.language import translate
from ui.settings.choice_word import choice_word, value_word
from ui.theme.theme import tokens
from ui.theme.typeface import CAPTION, INPUT, typeface

CHOICE_WIDTH = 260
CHOICE_SIDES = 44
MOST_WIDTH = 540
IN_FEN = frozenset({"waiver_leader_from"})
"""Settings kept in fen and shown in yuan."""
_CLOCK = re.compile(r"(\d{1,2}?)(?:[:.](\d{1,2})|(\d\d))")
_CLOCK_KEPT = re.compile(r"\d\d:\d\d")
HOURS, MINUTES = 24, 60
TEXT_WIDTH = 220
NUMBER_WIDTH = 96


def in_yuan(fen: str) -> str:
    """``50000`` as people read it: ``500.00``; what is no number stays as it is."""
    return format_plain(Decimal(fen) / 100) if fen.isdecimal() else fen


def in_fen(yuan: str) -> str:
    """``500`` as the setting is kept: ``50000``; what is no amount stays as typed."""
    try:
        return str(int(parse_money(yuan) * 100))
    except NotMoney:
        return yuan


def as_clock(typed: str) -> str:
    """``1645``, ``16.45`` or ``9:5`` as a setting keeps it: ``16:45``, ``09:05``.

    What is no time of day stays as typed.
    """
    plain = unicodedata.normalize("NFKC", typed).strip()
    found = _CLOCK.fullmatch(plain)
    if found is None:
        return typed
    hour, minute = int(found[1]), int(found[2] or found[3])
    if hour >= HOURS or minute >= MINUTES:
        return typed
    return f"{hour:02}:{minute:02}"


def choice_width() -> int:
    """Wide enough for every word that can be chosen, within reason."""
    words = [choice_word(choice) for spec in SETTINGS for choice in spec.choices]
    font = typeface(INPUT)
    widest = max(text_width(with_gaps(word), font) for word in words)
    return min(max(CHOICE_WIDTH, int(widest) + CHOICE_SIDES), MOST_WIDTH)


class PolicyRow(QWidget):
    """``committed`` carries the typed text once the person is done with the field."""

    committed = Signal(str, str)
    """The setting's key and its new value as text."""

    def __init__(
        self, spec: SettingSpec, choices: Mapping[str, str], width: int
    ) -> None:
        super().__init__()
        self.spec = spec
        self._choices = choices
        self._is_money = spec.key in IN_FEN
        self.is_clock = bool(_CLOCK_KEPT.fullmatch(str(spec.default)))
        self.value = str(spec.default)
        help_text = translate("Settings", spec.help)
        self.words = f"{help_text} {spec.key} {spec.policy}".lower()
        self.field: ChoiceField | TextField
        options = self._options()
        if options:
            self.field = ChoiceField(options, width=width)
            self.field.edited.connect(self._commit)
        else:
            is_number = isinstance(spec.default, int) and not self._is_money
            is_short = is_number or self.is_clock
            width_of_line = NUMBER_WIDTH if is_short else TEXT_WIDTH
            self.field = TextField(width=width_of_line, is_code=True)
            self.field.line.editingFinished.connect(self._commit)
        self.field.set_name(help_text)
        self.back = Button(self.tr("Back to the default"), Look.LINK)
        self.back.setAccessibleDescription(help_text)
        self.back.clicked.connect(self._to_default)
        self._help = Label(help_text, may_wrap=True)
        facts = Label(self.facts(), CAPTION, tone=Tone.THIRD, may_wrap=True)
        holder = QWidget()
        holder.setFixedWidth(width)
        box = column(self.field, self.back, None, spacing=2, on=holder)
        for part in (self.field, self.back):
            box.setAlignment(part, Qt.AlignmentFlag.AlignLeft)
        self._line = row(
            column(self._help, facts, None, spacing=2, margins=(0, 6, 0, 0)),
            holder,
            spacing=20,
            margins=(14, 8, 0, 8),
            on=self,
        )
        self._line.setStretch(0, 1)
        self._line.setAlignment(holder, Qt.AlignmentFlag.AlignTop)
        self.show_value(self.value)

    @property
    def is_changed(self) -> bool:
        """Whether it differs from its default."""
        return self.value != str(self.spec.default)

    def show_value(self, value: str) -> None:
        """Show what holds now; a problem and what was typed wrongly go."""
        self.value = value
        self.field.set_problem(None)
        self.field.set_value(in_yuan(value) if self._is_money else value)
        self.back.setVisible(self.is_changed)
        self.update()

    def refuse(self, sentence: str) -> None:
        """The value was not taken: say so under it, with what was typed still there."""
        if self.is_clock:
            sentence = self.tr("Write a time of day such as {time}.").format(
                time=self.spec.default
            )
        elif self.spec.limits is not None:
            low, high = (self.word_of(str(limit)) for limit in self.spec.limits)
            sentence = self.tr("A number from {low} to {high} is wanted.").format(
                low=low, high=high
            )
        self.field.set_problem(sentence)
        self.field.setFocus()

    def word_of(self, value: str) -> str:
        """A value as it is read."""
        if self._is_money:
            return in_yuan(value)
        return self._choices.get(value) or value_word(self.spec, value) or "—"

    def _options(self) -> list[tuple[str, str]]:
        if self._choices:
            return list(self._choices.items())
        return [(choice, choice_word(choice)) for choice in self.spec.choices]

    def facts(self) -> str:
        """Its default, its limits and the number of its policy."""
        default = self.word_of(str(self.spec.default))
        parts = [self.tr("Default: {default}").format(default=default)]
        if self.spec.limits is not None:
            low, high = (self.word_of(str(limit)) for limit in self.spec.limits)
            parts.append(self.tr("{low} to {high}").format(low=low, high=high))
        if self.spec.policy:
            parts.append(self.spec.policy)
        return "   ".join(parts)

    def _commit(self) -> None:
        typed = str(self.field.value() or "")
        if self._is_money:
            typed = in_fen(typed)
        elif self.is_clock:
            typed = as_clock(typed)
        if typed != self.value:
            self.committed.emit(self.spec.key, typed)

    def _to_default(self) -> None:
        self.committed.emit(self.spec.key, str(self.spec.default))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        # A line of its own would stay where the row is sifted out.
        hairline(painter, 0, self.height() - 0.5, self.width(), tokens().line)
        if self.is_changed:
            bar = self.rect().adjusted(0, 10, 0, -10)
            bar.setWidth(3)
            fill_box(painter, bar.toRectF(), 1.5, tokens().accent)
