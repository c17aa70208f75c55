"""Where the window opens: as large as is comfortable, never larger than the screen."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

COMFORTABLE = QSize(1440, 900)
FRAME = QSize(16, 40)
"""What a desktop may draw around the window, before it has told how much."""


def place_window(window: QWidget, remembered: bytes) -> None:
    """Put a window that is not shown yet where it was, or where a first one belongs.

    ``remembered`` is what ``saveGeometry`` gave, empty for the first time. A screen
    without room to spare is filled.
    """
    smallest = window.minimumSize()
    # A minimum larger than the screen would push the buttons out of sight.
    window.setMinimumSize(0, 0)
    is_remembered = bool(remembered) and window.restoreGeometry(remembered)
    screen = QGuiApplication.screenAt(window.geometry().center()) or window.screen()
    room = screen.availableGeometry()
    window.setMinimumSize(smallest.boundedTo(room.size() - FRAME))
    if is_remembered:
        if not window.windowState() & Qt.WindowState.WindowMaximized:
            window.setGeometry(fitted(window.geometry(), room))
        return
    first = QRect(QPoint(0, 0), COMFORTABLE)
    first.moveCenter(room.center())
    window.setGeometry(fitted(first, room))
    if has_no_room_to_spare(room):
        window.setWindowState(Qt.WindowState.WindowMaximized)


def has_no_room_to_spare(room: QRect) -> bool:
    """Whether a comfortable window with its frame would not fit into ``room``."""
    needed = COMFORTABLE + FRAME
    return room.width() < needed.width() or room.height() < needed.height()


def fitted(geometry: QRect, room: QRect) -> QRect:
    """``geometry`` made no larger than ``room`` and moved inside it."""
    inside = room.adjusted(
        FRAME.width() // 2,
        FRAME.height() - FRAME.width() // 2,
        -FRAME.width() // 2,
        -FRAME.width() // 2,
    )
    if inside.contains(geometry):
        return geometry
    found = QRect(geometry.topLeft(), geometry.size().boundedTo(inside.size()))
    left = min(max(found.left(), inside.left()), inside.right() + 1 - found.width())
    top = min(max(found.top(), inside.top()), inside.bottom() + 1 - found.height())
    found.moveTo(left, top)
    return found
