"""Writes a long register in a process of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from app.desk import Desk
from app.progress import Progress
from ui.command_process import run_command


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
            command = self._command(listed)
            return run_command(self.address, self.desk, self.path, command, progress)

    def _command(self, listed: Path) -> list[str]:
        which = "unit" if self.is_unit else "public"
        spans = {"--from": self.from_on, "--to": self.until_on}
        return [
            "register",
            which,
            *(f"{name}={day}" for name, day in spans.items() if day is not None),
            f"--slips={listed}",
            f"--asked={self.asked}",
            f"--output={self.path}",
        ]
