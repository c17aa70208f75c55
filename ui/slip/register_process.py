"""Writes a long register in a process of its own: a ``silian`` command on the same
database, which the paper lane starts and watches.
"""

import logging
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from app.desk import SYSTEM, Desk
from app.progress import Progress
from ui.paper_trouble import FileNotWritten, FileProblem

WATCH_SECONDS = 0.1


@dataclass(frozen=True)
class RegisterProcess:
    """The slips of ``numbers`` in their order, written to ``path``."""

    address: str
    desk: Desk
    path: Path
    is_unit: bool
    from_on: date | None
    until_on: date | None
    asked: str
    numbers: Sequence[str]

    def run(self, progress: Progress) -> Path:
        """Write and wait; a stop ends the process, and no half file stays.

        Raises ``FileNotWritten``.
        """
        with TemporaryDirectory(prefix="silian-") as folder:
            listed = Path(folder) / "numbers.txt"
            listed.write_text("\n".join(self.numbers), "utf-8")
            told = Path(folder) / "told.txt"
            with told.open("wb") as errors:
                code = self._watch(self._command(listed), errors.fileno(), progress)
            if code != 0:
                said = told.read_text("utf-8", "replace").strip()
                logging.getLogger(__name__).error("Exit code %s: %s", code, said)
                raise FileNotWritten(path=str(self.path), detail=self._problem())
        return self.path

    def _command(self, listed: Path) -> list[str]:
        program = [sys.executable]
        if not getattr(sys, "frozen", False):
            program += ["-m", "ui"]
        which = "unit" if self.is_unit else "public"
        spans = {"--from": self.from_on, "--to": self.until_on}
        return [
            *program,
            "register",
            which,
            *(f"{name}={day}" for name, day in spans.items() if day is not None),
            f"--slips={listed}",
            f"--asked={self.asked}",
            f"--output={self.path}",
        ]

    def _watch(self, command: Sequence[str], errors: int, progress: Progress) -> int:
        # The address may hold a password: it goes by a way that others cannot read.
        environment = {**os.environ, "SILIAN_DB": self.address}
        environment.pop("SILIAN_AS", None)
        if self.desk.actor != SYSTEM:
            environment["SILIAN_AS"] = self.desk.actor
        process = subprocess.Popen(
            [*command, f"--centre={self.desk.centre_code}"],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
        )
        try:
            while True:
                try:
                    return process.wait(WATCH_SECONDS)
                except subprocess.TimeoutExpired:
                    progress.step(0, 0)
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait()

    def _problem(self) -> FileProblem:
        folder = self.path.parent
        if not folder.is_dir():
            return FileProblem.NO_FOLDER
        if not os.access(folder, os.W_OK):
            return FileProblem.NO_RIGHT
        return FileProblem.OTHER
