"""Who may sign, why, and what looks split up: shown before anybody asks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.money import format_money
from models.waiver_row import SplitWarning, WaiverNeed
from ui.finance.waiver_word import split_text, tone_of_level, who_signs, why_signs
from ui.kit.fields import COMMA
from ui.kit.label import Label, Picture, Tone
from ui.kit.layout import column, row
from ui.slip.moment import Moments
from ui.theme.typeface import CAPTION, CARD
from ui.words import word

MOST_COUNTED = 5


class Signing(QWidget):
    """Level in the large, the sum behind it, the waivers that make it up."""

    def __init__(self, moments: Moments) -> None:
        super().__init__()
        self._moments = moments
        self.who = Label("", CARD, is_strong=True)
        self.why = Label("", tone=Tone.SECOND, may_wrap=True)
        self.counted = Label("", CAPTION, tone=Tone.SECOND, may_wrap=True)
        self.split = Label("", tone=Tone.WARN, may_wrap=True)
        self._warning = QWidget()
        picture = Picture("circle-alert", 16, Tone.WARN)
        line = row(picture, self.split, spacing=8, on=self._warning)
        line.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        column(self.who, self.why, self.counted, self._warning, spacing=4, on=self)
        self.show_need(None, None)

    def show_need(self, need: WaiverNeed | None, split: SplitWarning | None) -> None:
        """Say who signs; nothing while no amount is known."""
        self.setVisible(need is not None)
        if need is None:
            return
        self.who.say(who_signs(need), tone_of_level(need.level))
        self.why.say(why_signs(need))
        self.counted.say(self._counted(need))
        self.counted.setVisible(bool(need.counted))
        self.split.say(split_text(split))
        self._warning.setVisible(split is not None)

    def texts(self) -> list[str]:
        """What is said now."""
        shown = (self.who, self.why, self.counted, self.split)
        return [label.text() for label in shown if label.text()]

    def _counted(self, need: WaiverNeed) -> str:
        lines = []
        for one in need.counted[-MOST_COUNTED:]:
            parts = [
                self._moments.write_day(one.at),
                one.number,
                format_money(one.amount),
                word(one.status),
            ]
            if one.is_linked:
                parts.append(self.tr("linked rework"))
            lines.append(COMMA.join(parts))
        left_out = len(need.counted) - len(lines)
        if left_out:
            lines.insert(0, self.tr("%n earlier one(s)", "", left_out))
        return "\n".join(lines)
