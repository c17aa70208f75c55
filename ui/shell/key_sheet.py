"""The keys of the page in front, read from the tables of pages and actions."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from models.text import QT_TRANSLATE_NOOP
from ui.kit.button import Button, Look
from ui.kit.dialog import Dialog
from ui.kit.label import Label, Tone
from ui.kit.layout import column, row
from ui.kit.painting import draw_text, fill_box, text_width
from ui.language import translate
from ui.shell.actions import ACTIONS, action_text
from ui.shell.pages import PAGES, page_text
from ui.theme.theme import tokens
from ui.theme.typeface import BODY, CARD, KEYCAP, typeface

SHARED = {
    "dispatch": ("slip",),
    "finance": ("payment", "waiver", "finance_handover"),
    "register": ("slip",),
    "slip": ("slip", "slip_page"),
}
"""Actions of a slip work on every page that shows one, those of a tab on its page."""

_T = QT_TRANSLATE_NOOP
EVERYWHERE = (
    ("Tab", _T("KeySheet", "Next field")),
    ("Enter", _T("KeySheet", "Press the button, open the row")),
    ("Esc", _T("KeySheet", "Leave a dialog, a menu, the search")),
)


class Keycap(QWidget):
    """One key or combination, as it is printed on the keys."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = keys.replace("+", " ").replace("Return", "Enter")
        self.setAccessibleName(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(int(text_width(self._text, typeface(KEYCAP))) + 14, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = self.sizeHint().width()
        box = QRectF(0.0, self.height() / 2 - 9, width, 18)
        fill_box(painter, box, 4, None, tokens().line_strong)
        middle = Qt.AlignmentFlag.AlignHCenter
        second = tokens().text_second
        draw_text(painter, box, self._text, typeface(KEYCAP), second, middle)


def keys_of(page_id: str) -> list[tuple[str, str]]:
    """Keys and what they do on a page: (keys, text)."""
    wheres = (page_id, *SHARED.get(page_id, ()))
    found = [
        (QKeySequence(action.keys).toString(), action_text(action.id))
        for action in ACTIONS
        if action.keys and action.where in wheres
    ]
    return list(dict.fromkeys(found))


def keys_everywhere(rooms: frozenset[str]) -> list[tuple[str, str]]:
    """Keys that work on every page, with the rooms that may be entered."""
    found = [(page.keys, page_text(page.id)) for page in PAGES if page.id in rooms]
    found += [
        (QKeySequence(action.keys).toString(), action_text(action.id))
        for action in ACTIONS
        if action.keys and action.where == "window"
    ]
    return found + [(keys, translate("KeySheet", text)) for keys, text in EVERYWHERE]


class KeySheet(Dialog):
    """F1: a quiet sheet, gone with Esc, Enter or F1."""

    def __init__(self, parent: QWidget, page_id: str, rooms: frozenset[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        close = Button(self.tr("Close"), Look.QUIET, keycap="Esc")
        close.clicked.connect(self.reject)
        self.end_with(close)
        page = _Column(page_text(page_id), keys_of(page_id))
        whole = _Column(self.tr("Everywhere"), keys_everywhere(rooms))
        parts = (page, whole) if keys_of(page_id) else (whole,)
        column(
            row(*parts, spacing=48),
            16,
            row(None, close),
            spacing=8,
            margins=24,
            on=self,
        )


class _Column(QWidget):
    def __init__(self, title: str, keys: list[tuple[str, str]]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.addWidget(Label(title, CARD, is_strong=True), 0, 0, 1, 2)
        for at, (pressed, text) in enumerate(keys, start=1):
            grid.addWidget(Keycap(pressed), at, 0)
            grid.addWidget(Label(text, BODY, tone=Tone.SECOND), at, 1)
        grid.setRowStretch(len(keys) + 1, 1)
        grid.setColumnStretch(1, 1)
