"""Tells a person who looks elsewhere: a sound, the task bar, the desktop's own note."""

import sys
from collections.abc import Callable
from enum import Enum
from importlib import resources
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QStandardPaths
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from ui.kit.icon import app_icon

SHOWN_MS = 12_000
_PLAYERS = (
    ("pw-play",),
    ("paplay",),
    ("aplay", "-q"),
    ("afplay",),
)
"""What plays a file on Linux and macOS, the most usual first."""


class Sound(Enum):
    """What is heard; each is a file beside its licence."""

    NEW = "new_slip.wav"
    URGENT = "urgent_slip.wav"
    REFUSED = "refused_scan.wav"
    RETURN_CHECK = "return_check.wav"


class Notice(QObject):
    """The edge to the desktop; tests put another in its place."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        self._player: QProcess | None = None
        self._clicked: Callable[[], object] | None = None

    @classmethod
    def of(cls, window: QWidget) -> "Notice":
        """The one of a window, so that one mark on the desktop stands for all."""
        found = window.findChild(cls)
        return found if isinstance(found, cls) else cls(window)

    def ring(self, sound: Sound) -> None:
        """Play a sound; a beep where nothing here can play one."""
        path = Path(str(resources.files("resources"))) / "sounds" / sound.value
        if sys.platform == "win32":
            import winsound

            flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
            try:
                winsound.PlaySound(str(path), flags)
            except RuntimeError:
                QApplication.beep()
            return
        self._play(path)

    def tell(self, title: str, text: str, clicked: Callable[[], object]) -> None:
        """Mark the window in the task bar, and leave a note where there is a place for
        one; ``clicked`` is called when it is taken up.
        """
        QApplication.alert(self._window)
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        self._clicked = clicked
        if self._tray is None:
            self._tray = QSystemTrayIcon(app_icon(), self)
            self._tray.setToolTip(self._window.windowTitle())
            self._tray.messageClicked.connect(self._take_up)
            self._tray.activated.connect(lambda _: self._take_up())
        self._tray.show()
        self._tray.showMessage(title, text, app_icon(), SHOWN_MS)

    def rest(self) -> None:
        """Nothing is new any more: leave the desktop as it was."""
        self._clicked = None
        if self._tray is not None:
            self._tray.hide()

    def _take_up(self) -> None:
        window = self._window
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.raise_()
        window.activateWindow()
        if self._clicked is not None:
            self._clicked()

    def _play(self, path: Path) -> None:
        if self._player is not None:
            return  # the one before still sounds
        for program, *options in _PLAYERS:
            found = QStandardPaths.findExecutable(program)
            if found:
                player = QProcess(self)
                player.finished.connect(self._after_playing)
                player.errorOccurred.connect(self._after_failing)
                self._player = player
                player.start(found, [*options, str(path)])
                return
        QApplication.beep()

    def _after_playing(self, code: int) -> None:
        self._let_go()
        if code != 0:
            QApplication.beep()

    def _after_failing(self) -> None:
        self._let_go()
        QApplication.beep()

    def _let_go(self) -> None:
        if self._player is not None:
            self._player.deleteLater()
            self._player = None
