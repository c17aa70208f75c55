"""What tests of the typed interface are given: `silian` in this process or its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.database import Database
from app.desk import Desk, open_desk
from ui.main import main

ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True, slots=True)
class Typed:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one sentence on standard error."""
        assert self.out == ""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        assert self.err.endswith("\n")
        assert "Traceback" not in self.err
        assert "{" not in self.err
        return lines[0]


Silian = Callable[..., Typed]


@pytest.fixture
def silian(capsys: pytest.CaptureFixture[str]) -> Silian:
    """Runs a command in this process: ``silian("slip", "show", number)``."""

    def run(*words: str) -> Typed:
        capsys.readouterr()
        code = main(list(words))
        said = capsys.readouterr()
        return Typed(code, said.out, said.err)

    return run


@pytest.fixture
def books(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """The database commands find by themselves, through SILIAN_DB."""
    monkeypatch.setenv("SILIAN_DB", database_url)
    opened = Database(database_url)
    yield opened
    opened.close()


@pytest.fixture
def front(books: Database) -> Desk:
    """A desk with the real clock at that database."""
    return books.read(open_desk)


@pytest.fixture
def process() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs a command as a process of its own, without a display."""

    def run(*words: str | bytes, **more: Any) -> subprocess.CompletedProcess[bytes]:
        left_out = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        environment = {k: v for k, v in os.environ.items() if k not in left_out}
        environment |= more.pop("env", {})
        return subprocess.run(
            [sys.executable, "-m", "ui", *words],
            cwd=ROOT,
            env=environment,
            check=False,
            **{"capture_output": True, **more},
        )

    return run
