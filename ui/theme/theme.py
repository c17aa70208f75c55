"""Which palette is worn now: follows the system, or is told to."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme.style import style_sheet
from ui.theme.tokens import DARK, LIGHT, Tokens
from ui.theme.typeface import typeface

_worn: list[Tokens] = [LIGHT]


def tokens() -> Tokens:
    """The colours of this moment; painted parts ask at paint time and keep none."""
    return _worn[0]


def palette_of(colours: Tokens) -> QPalette:
    """The palette for everything Qt paints by itself."""
    palette = QPalette()
    role = QPalette.ColorRole
    for where, colour in (
        (role.Window, colours.bg),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.sunken),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.text_third),
        (role.Button, colours.surface),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.bad),
        (role.Highlight, colours.accent_fill),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent_fill),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.ToolTipBase, colours.surface),
        (role.ToolTipText, colours.text),
        (role.Light, colours.surface),
        (role.Midlight, colours.hover),
        (role.Mid, colours.line_strong),
        (role.Dark, colours.field),
        (role.Shadow, colours.line_strong),
    ):
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(
            QPalette.ColorGroup.Disabled, where, QColor(colours.text_third)
        )
    return palette


class Choice(StrEnum):
    """Which palette is wanted on this computer."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_SCHEMES = {
    Choice.SYSTEM: Qt.ColorScheme.Unknown,
    Choice.LIGHT: Qt.ColorScheme.Light,
    Choice.DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Wears one palette at a time and tells when it changed."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.choice = Choice.SYSTEM
        app.setStyle("Fusion")
        app.setFont(typeface())
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        self._follow(hints.colorScheme())

    @classmethod
    def of(cls, app: QApplication) -> "Theme":
        """The theme of an application, made at first asking."""
        found = app.findChild(cls)
        return found if isinstance(found, cls) else cls(app)

    def wear(self, colours: Tokens) -> None:
        """Put on a palette; everything on screen is painted anew."""
        _worn[0] = colours
        self._app.setPalette(palette_of(colours))
        self._app.setStyleSheet(style_sheet(colours))
        self.changed.emit()

    def choose(self, choice: Choice) -> None:
        """Follow the system, or wear what was chosen whatever the system does."""
        self.choice = choice
        hints = self._app.styleHints()
        # What the system paints itself, such as its title bars, follows too.
        hints.setColorScheme(_SCHEMES[choice])
        self._follow(hints.colorScheme())

    @Slot(Qt.ColorScheme)
    def _follow(self, scheme: Qt.ColorScheme) -> None:
        wanted = DARK if scheme == Qt.ColorScheme.Dark else LIGHT
        if self.choice is not Choice.SYSTEM:
            wanted = DARK if self.choice is Choice.DARK else LIGHT
        if wanted is not tokens() or not self._app.styleSheet():
            self.wear(wanted)
