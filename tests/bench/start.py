"""P8: from starting the program to the first painted row of a register.

Both are processes of their own on one private display; the floor imports Qt and
SQLAlchemy and shows the first page in a bare table.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.bulk import bulk_copy
from tests.flows.screen import missing_tools, private_screen
from tests.measuring import Speed

_SLIPS = 100_000
_ROUNDS = 7
_FIGURE_MS = 530.0
_FIGURE_MB = 121.0
_GOAL = 1.5


def rows() -> Iterator[Speed]:
    """Wall time, then peak memory."""
    with tempfile.TemporaryDirectory() as folder, _display(Path(folder)) as where:
        path = bulk_copy(_SLIPS, Path(folder))
        floor, ours = [], []
        for number in range(_ROUNDS + 1):
            bare = _start("start_bare", str(path), where)
            full = _start("start_painted", str(path), where)
            if number:
                floor.append(bare)
                ours.append(full)
    least, little = map(statistics.median, zip(*floor, strict=True))
    taken, memory = map(statistics.median, zip(*ours, strict=True))
    name = f"P8 start to painted register, {_SLIPS:,} slips"
    yield Speed(name, taken, _GOAL, least, _FIGURE_MS, memory)
    yield Speed(name, memory, _GOAL, little, _FIGURE_MB, memory, "MB")


def _start(script: str, place: str, where: Mapping[str, str]) -> tuple[float, float]:
    """Milliseconds from the start of the process to the first row; its peak in MB."""
    command = [sys.executable, "-m", f"tests.bench.{script}", place]
    began = time.monotonic_ns()
    ended = subprocess.run(
        command, env=where, check=True, stdout=subprocess.PIPE, text=True
    )
    word, at, peak = ended.stdout.split()
    assert word == "painted"
    return (int(at) - began) / 1e6, int(peak) / 1024


@contextmanager
def _display(home: Path) -> Iterator[Mapping[str, str]]:
    """The environment of a private display; offscreen where there is no Xvfb."""
    alone = {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    if missing_tools():
        yield {**os.environ, **alone, "QT_QPA_PLATFORM": "offscreen"}
        return
    with private_screen(home) as screen:
        yield {**screen.environment, **alone}
