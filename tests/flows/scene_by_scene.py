"""The program with its scenes one after the other, each until it is told to go on.

`python -m tests.flows.scene_by_scene URL` writes the name of each scene when nothing is
under way any more, and reads a line before it shows the next one.
"""

import sys
from collections.abc import Iterator

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Slot
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from ui.scene import Stage, Step, all_scenes
from ui.shell import window as opening
from ui.shell.main_window import MainWindow

_CALM_POLLS = 3
_POLL_MS = 15


class Walk(QObject):
    """Goes on when a line comes in; leaves when there are no more scenes."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._steps: Iterator[Step] = all_scenes(Stage(window))
        self._step: Step | None = None
        self._shown: QWidget | None = None
        self._calm = 0
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self._look)
        self._input = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._go_on)
        self._timer.start()

    @Slot()
    def _look(self) -> None:
        self._calm = 0 if self._window.work.tasks.running() else self._calm + 1
        if self._calm < _CALM_POLLS:
            return
        self._calm = 0
        if self._step is not None and self._step[0]:
            name, find = self._step
            self._step = None
            self._shown = find()
            if self._shown is not None:
                self._timer.stop()
                self._say(name)
                return
        self._step = next(self._steps, None)
        if self._step is None:
            self._timer.stop()
            self._say("")

    @Slot()
    def _go_on(self) -> None:
        if not sys.stdin.readline():
            self._window.close()
        if isinstance(self._shown, QDialog):
            self._shown.reject()
        elif isinstance(self._shown, QMenu):
            self._shown.close()
        self._timer.start()

    def _say(self, name: str) -> None:
        sys.stdout.write(f"{name}\n")
        sys.stdout.flush()


class _Opening(opening.Opening):
    @Slot()
    def start(self) -> None:
        super().start()
        assert self.window is not None
        Walk(self.window)


if __name__ == "__main__":
    opening.Opening = _Opening  # type: ignore[misc]
    sys.exit(opening.open_window(sys.argv[1]))
