"""`silian` with the registers in front, until the first row of one is painted.

`python -m tests.bench.start_painted FILE` says when that was and what was held by then.
"""

import os
import sys
import time
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.kit.row_table_view import RowTableView
    from ui.shell.main_window import MainWindow


def say_painted() -> None:
    """Tell whoever measures: the moment (ns, monotonic) and the peak memory (kB)."""
    at = time.monotonic_ns()
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            peak = int(line.split()[1])
    sys.stdout.write(f"painted {at} {peak}\n")
    sys.stdout.flush()


class _Watch(PathFinder):
    """Waits for the program to import its window, in whatever order it does."""

    @classmethod
    def find_spec(
        cls,
        fullname: str,
        path: Sequence[str] | None = None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        if fullname != "ui.shell.main_window":
            return None
        sys.meta_path.remove(cls)
        spec = super().find_spec(fullname, path, target)
        assert spec is not None
        assert spec.loader is not None
        execute = spec.loader.exec_module

        def execute_and_watch(module: ModuleType) -> None:
            execute(module)
            _enter_registers(module.MainWindow)
            _tell_when_painted()

        spec.loader.exec_module = execute_and_watch  # type: ignore[method-assign]
        return spec


def _enter_registers(window: "type[MainWindow]") -> None:
    enter = window.enter

    def enter_registers(self: "MainWindow", page_id: str) -> None:
        enter(self, "register")

    window.enter = enter_registers  # type: ignore[method-assign]


def _tell_when_painted() -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from ui.kit.row_table_model import RowTableModel
    from ui.kit.row_table_view import RowTableView

    paint = RowTableView.paintEvent

    def painted() -> None:
        say_painted()
        app = QApplication.instance()
        assert app is not None
        app.quit()

    def paint_and_tell(self: "RowTableView[Any]", event: "QPaintEvent") -> None:
        paint(self, event)
        model = self.model()
        if isinstance(model, RowTableModel) and model.row_at(0) is not None:
            # What was painted reaches the screen before the next event is taken.
            QTimer.singleShot(0, painted)

    RowTableView.paintEvent = paint_and_tell  # type: ignore[method-assign]


if __name__ == "__main__":
    sys.meta_path.insert(0, _Watch)
    from ui.main import main

    os.environ["SILIAN_DB"] = f"sqlite:///{sys.argv[1]}"
    sys.exit(main([]))
