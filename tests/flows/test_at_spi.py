"""AT-SPI, as a screen reader hears it, finds a name and a role for every control."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.database import Database
from app.demo_year import build_demo
from tests.flows.screen import missing_tools, private_screen, running
from tests.ui.accessible import is_chinese

_PYTHON = "/usr/bin/python3"
"""Debian's own, which has the bindings of AT-SPI."""
_HERE = Path(__file__).parent
_CONTROLS = {
    "push button",
    "toggle button",
    "check box",
    "radio button",
    "combo box",
    "text",
    "entry",
    "password text",
    "spin button",
    "table",
    "list",
    "list box",
    "menu item",
    "page tab",
    "link",
    "dialog",
    "frame",
}
_NO_ROLE = {"invalid", "unknown", "redundant object"}
_CELLS = {"table cell", "list item"}


def missing() -> list[str]:
    """What this computer lacks for hearing the program."""
    lacking = [*missing_tools()]
    lacking += [tool for tool in ("dbus-daemon",) if shutil.which(tool) is None]
    asked = [_PYTHON, "-c", "import pyatspi"]
    if subprocess.run(asked, check=False, capture_output=True).returncode:
        lacking.append("python3-pyatspi")
    return lacking


@contextmanager
def private_bus(folder: Path) -> Iterator[dict[str, str]]:
    """A session bus of the test's own; the environment that leads to it."""
    folder.mkdir(mode=0o700)
    alone = {"XDG_RUNTIME_DIR": str(folder)}
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        env={**os.environ, **alone},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with bus, running(bus):
        assert bus.stdout is not None
        address = bus.stdout.readline().strip()
        yield {
            **alone,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }


class Heard:
    """A process that answers each line with one line."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def next(self) -> str:
        """The next line it says."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "it ended without a word"
        return line.rstrip("\n")

    def ask(self) -> str:
        """Have it go on, and hear it out."""
        self.tell()
        return self.next()

    def tell(self) -> None:
        """Have it go on."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()


@pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}")
def test_a_screen_reader_is_told_what_every_control_of_every_scene_is(
    new_sqlite: Callable[[str], str], tmp_path: Path
) -> None:
    url = new_sqlite("heard")
    database = Database(url)
    build_demo(database, until=datetime.now(UTC), months=1, slips=60)
    database.close()
    faults: dict[str, str] = {}
    scenes = []
    controls = 0
    with private_screen(tmp_path) as screen, private_bus(tmp_path / "run") as bus:
        where = {**screen.environment, **bus}

        def start(*words: str) -> "subprocess.Popen[str]":
            return subprocess.Popen(
                words,
                env=where,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )

        program = start(sys.executable, "-m", "tests.flows.scene_by_scene", url)
        with program, running(program):
            shown = Heard(program)
            scene = shown.next()
            reader = start(_PYTHON, str(_HERE / "at_spi_walk.py"), "Silian")
            with reader, running(reader):
                heard = Heard(reader)
                heard.next()
                while scene:
                    scenes.append(scene)
                    for thing in json.loads(heard.ask()):
                        controls += thing["role"] in _CONTROLS
                        faults.update(dict.fromkeys(_faults(thing), scene))
                    scene = shown.ask()
    assert len(scenes) > 30
    assert controls > 500
    assert not faults, "\n".join(f"{scene}: {what}" for what, scene in faults.items())


def _faults(thing: dict[str, Any]) -> list[str]:
    role, name = thing["role"], thing["name"]
    is_control = role in _CONTROLS or thing["is_focusable"]
    if not is_control or role in _CELLS:
        return []
    faults = []
    if not name.strip():
        faults.append("has no name")
    elif not is_chinese(name):
        faults.append(f"has no Chinese name: {name}")
    if role in _NO_ROLE:
        faults.append("has no role")
    return [f"{thing['inside']}/{role} {fault}" for fault in faults]
