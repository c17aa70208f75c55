"""Finds words on a screen that have less room than they need."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from ui.kit import painting
from ui.kit.label import ElidedLabel

SLACK = 1
"""Rounding of widths, in px."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A text that is cut short in a picture."""

    picture: str
    text: str


def painted_cuts() -> list[str]:
    """What the painting parts cut since the last asking; the first call begins."""
    found = painting.cut_texts or []
    painting.cut_texts = []
    return found


def standing_cuts(root: QWidget) -> list[str]:
    """What Qt's own parts under ``root`` cut: words, placeholders, choices."""
    parts = (part for part in root.findChildren(QWidget) if part.isVisibleTo(root))
    return [text for part in parts if (text := _cut_of(part))]


def _cut_of(part: QWidget) -> str:
    if isinstance(part, ElidedLabel):
        return ""  # it says so by itself, with a tip
    if isinstance(part, QLabel):
        return part.text() if _is_label_cut(part) else ""
    metrics = part.fontMetrics()
    if isinstance(part, QLineEdit):
        shown = part.placeholderText() if not part.text() else ""
        left, right = part.textMargins().left(), part.textMargins().right()
        room = part.width() - left - right - 2 * 11
        return shown if metrics.horizontalAdvance(shown) > room + SLACK else ""
    if isinstance(part, QComboBox):
        shown = part.currentText()
        room = part.width() - 11 - 28
        return shown if metrics.horizontalAdvance(shown) > room + SLACK else ""
    if isinstance(part, QPushButton):
        return part.text() if part.width() < part.minimumSizeHint().width() else ""
    return ""


def _is_label_cut(label: QLabel) -> bool:
    if not label.text() or label.textFormat() is Qt.TextFormat.RichText:
        return False
    room = label.contentsRect()
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + SLACK
    needed = label.fontMetrics().horizontalAdvance(label.text())
    return needed > room.width() + SLACK
