"""What happens when the program has a bug: a log entry, and one window per crash."""

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    QUrl,
    Signal,
    Slot,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from app import VERSION
from ui.kit.button import Button, Look
from ui.kit.dialog import Dialog
from ui.kit.layout import column, row
from ui.theme.typeface import CARD, typeface

_log = logging.getLogger("silian.crash")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashWindow(Dialog):
    """Says that the program has a fault, and what can be done now."""

    def __init__(self, details: str, log_file: Path) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("A fault in the program"))
        self._details = details
        self._log_file = log_file
        head = QLabel(self.tr("Something went wrong in the program."))
        head.setFont(typeface(CARD, is_strong=True))
        text = QLabel(
            self.tr(
                "What was saved is safe, and what was being typed is kept as a draft. "
                "You can go on working; if this comes back, send the details to "
                "whoever looks after the program."
            ),
            wordWrap=True,
        )
        text.setMinimumWidth(420)
        copy = Button(self.tr("Copy details"))
        copy.clicked.connect(self._copy)
        show_log = Button(self.tr("Open the log"))
        show_log.clicked.connect(self._open_log)
        leave = Button(self.tr("Quit"), Look.QUIET)
        leave.clicked.connect(QApplication.quit)
        go_on = Button(self.tr("Go on"), Look.PRIMARY)
        go_on.clicked.connect(self.accept)
        buttons = row(copy, show_log, None, leave, go_on)
        column(head, text, buttons, spacing=16, margins=24, on=self)
        go_on.setFocus()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)

    @Slot()
    def _open_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_file)))


class CrashWatch(QObject):
    """Catches what nobody caught, on every thread, and shows each crash once."""

    _crashed = Signal(str)

    def __init__(
        self,
        log_file: Path,
        show: Callable[[str, Path], object] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._log_file = log_file
        self._show = show or self._show_window
        self._shown: set[str] = set()
        self._open: list[CrashWindow] = []
        self.rescue: Callable[[], object] | None = None
        """Saves what was typed; called before each crash is shown."""
        self._crashed.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the hooks of Python and Qt."""
        sys.excepthook = self.caught
        threading.excepthook = self._caught_on_thread
        qInstallMessageHandler(_log_qt_message)
        if sys.stderr is not None:
            faulthandler.enable()

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def caught(
        self,
        kind: type[BaseException],
        problem: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Log a bug and have it shown; may be called on any thread."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        _log.critical("Fault in the program", exc_info=(kind, problem, trace))
        self._crashed.emit("".join(traceback.format_exception(kind, problem, trace)))

    def _caught_on_thread(self, args: threading.ExceptHookArgs) -> None:
        problem = args.exc_value or args.exc_type()
        self.caught(args.exc_type, problem, args.exc_traceback)

    @Slot(str)
    def _tell(self, text: str) -> None:
        if text in self._shown:
            return
        import platform

        self._shown.add(text)
        facts = (
            f"Silian {VERSION}, Python {platform.python_version()}, "
            f"Qt {qVersion()}, {platform.platform()}"
        )
        # A rescue that fails is a crash of its own, and this one is shown all the same.
        try:
            if self.rescue is not None:
                self.rescue()
        finally:
            self._show(f"{facts}\n\n{text}", self._log_file)

    def _show_window(self, details: str, log_file: Path) -> None:
        window = CrashWindow(details, log_file)
        self._open.append(window)
        window.finished.connect(lambda _: self._open.remove(window))
        window.open()


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), message)
