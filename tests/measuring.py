"""Finds the parts of a bench or soak, runs them, and prints one table of results.

A missed goal is printed as missed; it fails nothing and is never loosened. The parts
of a bench run in processes of their own, so that each row's memory is its own.
"""

import gc
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Protocol

RESULTS = Path(__file__).resolve().parents[1] / "bench-results"
SLOW_FLOOR = 1.5
"""A floor slower than this many times its figure says nothing about us."""


class Row(Protocol):
    """One line of the table."""

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands in the line, as many cells as ``heading`` has."""

    @property
    def heading(self) -> tuple[str, ...]:
        """What stands above the cells."""


@dataclass(frozen=True, slots=True)
class Speed:
    """One thing a person waits for: milliseconds, or what ``unit`` says.

    With a ``floor`` the goal is the largest ratio of ours to it; ``figure`` is the
    floor's own time on a quiet machine. Without a floor the goal is a limit.
    ``memory`` is the most that the measuring process held meanwhile, in MB.
    """

    name: str
    ours: float
    goal: float
    floor: float | None = None
    figure: float | None = None
    memory: float | None = None
    unit: str = "ms"

    heading = ("", "floor ms", "figure", "ours ms", "ratio", "goal", "peak MB", "")

    @property
    def ratio(self) -> float | None:
        """How many times the floor ours takes."""
        return None if self.floor is None else self.ours / self.floor

    @property
    def is_met(self) -> bool:
        """Whether the goal is reached."""
        return (self.ours if self.ratio is None else self.ratio) <= self.goal

    @property
    def cells(self) -> tuple[str, ...]:
        slow = self.floor and self.figure and self.floor > SLOW_FLOOR * self.figure
        unit = "" if self.unit == "ms" else f", {self.unit}"
        return (
            f"{self.name}{unit}",
            _number(self.floor),
            _number(self.figure),
            _number(self.ours),
            _number(self.ratio),
            f"≤ {self.goal:g}" + (f" {self.unit}" if self.floor is None else "×"),
            _number(self.memory),
            ("met" if self.is_met else "MISSED") + (", slow floor" if slow else ""),
        )


@dataclass(frozen=True, slots=True)
class Promise:
    """Something that happened ``tries`` times and went wrong ``bad`` times."""

    name: str
    tries: int
    wanted: int
    bad: int
    seconds: float

    heading = ("", "tries", "wanted", "bad", "seconds", "")

    @property
    def is_met(self) -> bool:
        """Whether it was tried often enough and never went wrong."""
        return self.bad == 0 and self.tries >= self.wanted

    @property
    def cells(self) -> tuple[str, ...]:
        return (
            self.name,
            f"{self.tries:,}",
            f"{self.wanted:,}",
            f"{self.bad:,}",
            _number(self.seconds),
            "kept" if self.is_met else "BROKEN",
        )


def median_ms(action: Callable[[], object], rounds: int) -> float:
    """The median time of an action, after one round that does not count."""
    return side_by_side(rounds, action)[0]


def side_by_side(rounds: int, *actions: Callable[[], object]) -> list[float]:
    """Median times (ms) of actions taken in turn, so that a slow moment of the
    machine meets them all; the first round does not count.
    """
    times: list[list[float]] = [[] for _ in actions]
    gc.collect()
    for number in range(rounds + 1):
        for action, taken in zip(actions, times, strict=True):
            began = time.perf_counter_ns()
            action()
            if number:
                taken.append((time.perf_counter_ns() - began) / 1e6)
    return [statistics.median(taken) for taken in times]


def run(package: ModuleType, wanted: Sequence[str], *, apart: bool = False) -> int:
    """Run the parts of a package (all, or those named), print and keep the table.

    ``apart`` gives each part a process of its own.
    """
    name = package.__name__.rpartition(".")[2]
    known = parts_of(package)
    unknown = [part for part in wanted if part not in known]
    if unknown:
        print(f"no part {', '.join(unknown)}; there are: {', '.join(known)}")
        return 2
    if not known:
        print(f"The {name} has no parts yet.")
        return 0
    rows: list[Row] = []
    for part in wanted or known:
        print(f"{part} …", flush=True)
        module = f"{package.__name__}.{part}"
        rows.extend(_rows_apart(module) if apart else import_module(module).rows())
    table = "\n".join(lines_of(rows))
    print(f"\n{table}")
    RESULTS.mkdir(exist_ok=True)
    kept = RESULTS / f"{name}-{time.strftime('%Y%m%d-%H%M%S')}.txt"
    kept.write_text(f"{table}\n", "utf-8")
    print(f"\nkept in {kept}")
    return 0


def _rows_apart(module: str) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "rows"
        command = [sys.executable, "-m", "tests.measuring", module, str(out)]
        if subprocess.call(command) != 0:
            raise RuntimeError(f"{module} came to no end")
        rows: list[Row] = pickle.loads(out.read_bytes())
        return rows


def measure(module: str, out: Path) -> None:
    """Run one part in this process and leave its rows in a file."""
    rows = []
    peak_memory()
    for row in import_module(module).rows():
        memory = peak_memory()
        if isinstance(row, Speed) and row.memory is None:
            row = replace(row, memory=memory)
        print("  ".join(filter(None, row.cells)), flush=True)
        rows.append(row)
    out.write_bytes(pickle.dumps(rows))


def peak_memory() -> float:
    """The most memory this process held (MB) since this was last asked."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            peak = int(line.split()[1]) / 1024
    Path("/proc/self/clear_refs").write_text("5")
    return peak


def parts_of(package: ModuleType) -> list[str]:
    """The parts of a package: its modules that have ``rows``."""
    modules = (module.name for module in iter_modules(package.__path__))
    return sorted(
        name
        for name in modules
        if not name.startswith("_")
        and hasattr(import_module(f"{package.__name__}.{name}"), "rows")
    )


def lines_of(rows: Sequence[Row]) -> Iterator[str]:
    """The table as lines; rows of one kind share a heading."""
    for heading in dict.fromkeys(row.heading for row in rows):
        cells = [heading, *(row.cells for row in rows if row.heading == heading)]
        widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
        for line in cells:
            name, *rest = zip(line, widths, strict=True)
            yield "  ".join(
                [name[0] + " " * (name[1] - _width(name[0]))]
                + [" " * (width - _width(text)) + text for text, width in rest]
            ).rstrip()


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


if __name__ == "__main__":
    # Under its own name, so that its rows can be read by whoever started it.
    import_module("tests.measuring").measure(sys.argv[1], Path(sys.argv[2]))
