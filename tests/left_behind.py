"""What a test leaves behind and should not: threads, running timers, windows."""

import sys
import threading
import time
from typing import Any

_GRACE_SECONDS = 2.0

Snapshot = frozenset[int]


def present() -> Snapshot:
    """What there is before a test, by identity."""
    return frozenset(_threads()) | frozenset(_qt_objects())


def left_behind(before: Snapshot) -> list[str]:
    """What a test has left behind, in words; what is just ending may end first."""
    _delete_what_waits_for_it()
    deadline = time.monotonic() + _GRACE_SECONDS
    while True:
        now = _threads() | _qt_objects()
        left = [words for identity, words in now.items() if identity not in before]
        if not left or time.monotonic() > deadline:
            return left
        time.sleep(0.01)
        _delete_what_waits_for_it()


def _threads() -> dict[int, str]:
    return {
        id(thread): f"thread {thread.name}"
        for thread in threading.enumerate()
        if not isinstance(thread, threading._DummyThread)
    }


def _qt_objects() -> dict[int, str]:
    if "PySide6.QtWidgets" not in sys.modules:
        return {}
    from PySide6.QtCore import QThread, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import Shiboken

    if QApplication.instance() is None:
        return {}
    found: list[Any] = [
        window for window in QApplication.topLevelWidgets() if window.parent() is None
    ]
    for wrapper in Shiboken.getAllValidWrappers():
        is_timer = isinstance(wrapper, QTimer) and wrapper.isActive()
        if is_timer or (isinstance(wrapper, QThread) and wrapper.isRunning()):
            found.append(wrapper)
    return {
        Shiboken.getCppPointer(each)[0]: f"{type(each).__name__} {each.objectName()}"
        for each in found
    }


def _delete_what_waits_for_it() -> None:
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is not None:
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
