"""Writes a long paper in a process of its own: a ``silian`` command on the same
database, which the paper lane starts and watches.
"""

import logging
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryFile

from app.desk import SYSTEM, Desk
from app.progress import Progress
from ui.paper_trouble import FileNotWritten, FileProblem

WATCH_SECONDS = 0.1


def run_command(
    address: str, desk: Desk, path: Path, command: Sequence[str], progress: Progress
) -> Path:
    """Run a command that writes ``path``, and wait; a stop ends the process.

    Raises ``FileNotWritten``.
    """
    with TemporaryFile() as errors:
        code = _watch(address, desk, command, errors.fileno(), progress)
        if code != 0:
            errors.seek(0)
            said = errors.read().decode("utf-8", "replace").strip()
            logging.getLogger(__name__).error("Exit code %s: %s", code, said)
            raise FileNotWritten(path=str(path), detail=_problem(path))
    return path


def _watch(
    address: str, desk: Desk, command: Sequence[str], errors: int, progress: Progress
) -> int:
    program = [sys.executable]
    if not getattr(sys, "frozen", False):
        program += ["-m", "ui"]
    # The address may hold a password: it goes by a way that others cannot read.
    environment = {**os.environ, "SILIAN_DB": address}
    environment.pop("SILIAN_AS", None)
    if desk.actor != SYSTEM:
        environment["SILIAN_AS"] = desk.actor
    process = subprocess.Popen(
        [*program, *command, f"--centre={desk.centre_code}"],
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


def _problem(path: Path) -> FileProblem:
    folder = path.parent
    if not folder.is_dir():
        return FileProblem.NO_FOLDER
    if not os.access(folder, os.W_OK):
        return FileProblem.NO_RIGHT
    return FileProblem.OTHER
