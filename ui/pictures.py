"""Pictures of every screen and dialog, made without a display.

``python -m ui.pictures`` builds a small demonstration and takes all four variants of
every scene into ``build/pictures``, naming every text that is cut.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from ui.cut_text import Cut, painted_cuts, standing_cuts
from ui.garbage import Garbage
from ui.kit import painting
from ui.kit.ask import Ask
from ui.language import Language
from ui.scene import MODULES, Find, Stage, Step, opening_scenes, scenes_of
from ui.shell.main_window import MainWindow
from ui.shell.window import make_application, make_work
from ui.theme.theme import Theme
from ui.theme.tokens import DARK, LIGHT
from ui.window_state import WindowState

if TYPE_CHECKING:
    from app.desk import Clock

POLL_MS = 15
CALM_POLLS = 3
"""So many looks in a row must find nothing under way before a picture is taken."""


MOST_MISSES = 8
"""So often a scene is looked for that is not there yet, then it has none."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way the window can look; sizes are logical px, ``scale`` is the screen's."""

    name: str = "light"
    width: int = 1440
    height: int = 900
    is_dark: bool = False
    language: str = "zh_CN"
    is_doubled: bool = False
    scale: int = 1


VARIANTS = (
    Variant(),
    Variant("dark", 1280, 720, is_dark=True),
    Variant("doubled", 1280, 720, language="en", is_doubled=True),
)
"""Those that a screen of ordinary scaling shows."""

SCALED = Variant("scaled", is_dark=True, scale=2)
"""Needs a process of its own: Qt asks for the scaling once, at start."""


def take(
    url: str,
    folder: Path,
    *,
    clock: "Clock | None" = None,
    variants: Sequence[Variant] = VARIANTS[:2],
    modules: Sequence[str] = MODULES,
    cuts: list[Cut] | None = None,
    broken: list[str] | None = None,
) -> list[Path]:
    """Write a PNG of every screen and dialog on the database behind ``url`` into
    ``folder``; answers with the files. Nothing in the database changes.

    ``cuts`` receives every text that is cut in a picture, ``broken`` every part whose
    scenes ended with a fault.
    """
    folder.mkdir(parents=True, exist_ok=True)
    app = make_application()
    theme = Theme.of(app)
    taken: list[Path] = []
    for variant in variants:
        theme.wear(DARK if variant.is_dark else LIGHT)
        language = Language(app)
        language.speak(variant.language, is_doubled=variant.is_doubled)
        with TemporaryDirectory() as home:
            state = WindowState(Path(home) / "window.ini")
            work = make_work(_copy_of(url, Path(home)), clock=clock)
            window = MainWindow(work, state, Ask())
            walk = _Walk(window, folder, variant, modules)
            _run(app, window, walk)
            work.close()
        language.fall_silent()
        taken += walk.taken
        if cuts is not None:
            cuts += walk.cuts
        if broken is not None:
            broken += walk.broken
    return taken


def _copy_of(url: str, folder: Path) -> str:
    """A database that drafts may be typed into; a server's is taken as it is."""
    from app.backup import back_up

    if not url.startswith("sqlite"):
        return url
    copy = folder / "pictured.db"
    back_up(url, copy)
    return f"sqlite:///{copy}"


def _run(app: QApplication, window: MainWindow, walk: "_Walk") -> None:
    # A loop of its own: one that quits the application would leave no other running.
    loop = QEventLoop()
    walk.ended.connect(loop.quit)
    garbage = Garbage(app)
    garbage.take_over()
    walk.start()
    loop.exec()
    garbage.give_back()
    window.close()
    window.deleteLater()


class _Walk(QObject):
    """Goes from screen to screen, waits until each is quiet, and takes its picture."""

    ended = Signal()

    def __init__(
        self,
        window: MainWindow,
        folder: Path,
        variant: Variant,
        modules: Sequence[str],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._variant = variant
        self._stage = Stage(window)
        self._modules = list(modules)
        self._module = ""
        self._steps = opening_scenes(self._stage)
        self._is_broken = False
        self.broken: list[str] = []
        """The parts whose scenes ended with a fault."""
        self._shown: tuple[str, Find] | None = None
        self._calm = 0
        self._missed = 0
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._look)
        self.taken: list[Path] = []
        self.cuts: list[Cut] = []

    def start(self) -> None:
        """Show the window and begin with the first screen."""
        self._window.resize(self._variant.width, self._variant.height)
        self._window.show()
        self._timer.start()

    @Slot()
    def _look(self) -> None:
        is_busy = bool(self._window.work.tasks.running())
        self._calm = 0 if is_busy else self._calm + 1
        if self._calm < CALM_POLLS:
            return
        self._calm = 0
        if self._shown is not None:
            self._missed += 1
            if self._take(*self._shown) or self._missed >= MOST_MISSES:
                self._shown = None
                self._missed = 0
            return
        step = self._next_step()
        if step is None:
            self._timer.stop()
            self.ended.emit()
        elif step[0]:
            self._shown = step

    def _next_step(self) -> Step | None:
        """A part with a fault is told and left; the others are pictured."""
        if self._is_broken:
            self.broken.append(self._module)
            self._steps = iter(())
        self._is_broken = True
        step = next(self._steps, None)
        while step is None and self._modules:
            self._module = self._modules.pop(0)
            self._steps = scenes_of(self._module, self._stage)
            step = next(self._steps, None)
        self._is_broken = False
        return step

    def _take(self, name: str, find: Find) -> bool:
        """Take a picture; False while what is pictured is not there."""
        widget = find()
        if widget is None:
            return False
        painted_cuts()
        path = self._folder / f"{name}-{self._variant.name}.png"
        widget.grab().save(str(path))
        self.taken.append(path)
        # A text that is painted twice is cut once.
        cut = dict.fromkeys((*painted_cuts(), *standing_cuts(widget)))
        painting.cut_texts = None
        self.cuts += [Cut(path.stem, text) for text in cut]
        if isinstance(widget, QDialog):
            widget.reject()
        elif isinstance(widget, QMenu):
            widget.close()
        return True


def main(arguments: Sequence[str]) -> int:
    """Take every variant; 1 if any text is cut or any scene fails.

    Words that are given choose scenes: ``python -m ui.pictures ui.slip.intake_scene``.
    ``SILIAN_PICTURES`` names another folder.
    """
    from app.database import Database
    from app.demo_year import build_demo
    from app.schema import create_or_upgrade

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    folder = Path(os.environ.get("SILIAN_PICTURES", "build/pictures"))
    given = os.environ.get("SILIAN_DB")
    if given:
        return _take_and_tell(given, folder, (SCALED,), arguments)
    with TemporaryDirectory() as home:
        url = f"sqlite:///{Path(home) / 'pictures.db'}"
        create_or_upgrade(url)
        database = Database(url)
        build_demo(database, until=DEMO_NOW, months=1, slips=DEMO_SLIPS)
        database.close()
        code = _take_and_tell(url, folder, VARIANTS, arguments)
        beside = {**os.environ, "SILIAN_DB": url, "QT_SCALE_FACTOR": "2"}
        command = [sys.executable, "-m", "ui.pictures", *arguments]
        scaled = subprocess.run(command, env=beside, check=False)
    return max(code, scaled.returncode)


DEMO_NOW = datetime(2026, 11, 20, 8, 7, tzinfo=UTC)
"""A Friday afternoon, 16:07 at the site."""
DEMO_SLIPS = 400


def _take_and_tell(
    url: str, folder: Path, variants: Sequence[Variant], modules: Sequence[str]
) -> int:
    cuts: list[Cut] = []
    broken: list[str] = []
    taken = take(
        url,
        folder,
        clock=lambda: DEMO_NOW,
        variants=variants,
        modules=modules or MODULES,
        cuts=cuts,
        broken=broken,
    )
    for module in dict.fromkeys(broken):
        sys.stdout.write(f"{module}: ended with a fault\n")
    for cut in cuts:
        sys.stdout.write(f"{cut.picture}: cut: {cut.text}\n")
    sys.stdout.write(f"{len(taken)} pictures in {folder}, {len(cuts)} texts cut\n")
    return 1 if cuts or broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
