"""Writes a long register in a process of its own."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from app.desk import Desk
from app.progress import Progress
from app.slip_filter import SlipFilter
from app.slip_filter_text import filter_text
from ui.command_process import run_command


@dataclass(frozen=True)
class RegisterProcess:
    """The slips of ``wanted`` in its order, written to ``path``; the process asks for
    them itself, so that all it writes is of one moment.
    """

    address: str
    desk: Desk
    path: Path
    is_unit: bool
    from_on: date | None
    until_on: date | None
    asked: str
    sorted_by: str
    by: str
    wanted: SlipFilter

    def run(self, progress: Progress) -> Path:
        """Write and wait; a stop ends the process, and no half file stays.

        Raises ``FileNotWritten``.
        """
        with TemporaryDirectory(prefix="silian-") as folder:
            question = Path(folder) / "wanted.json"
            question.write_text(filter_text(self.wanted), "utf-8")
            command = self._command(question)
            return run_command(self.address, self.desk, self.path, command, progress)

    def _command(self, question: Path) -> list[str]:
        which = "unit" if self.is_unit else "public"
        spans = {"--from": self.from_on, "--to": self.until_on}
        return [
            "register",
            which,
            *(f"{name}={day}" for name, day in spans.items() if day is not None),
            f"--by={self.by}",
            f"--wanted={question}",
            f"--asked={self.asked}",
            f"--sorted-by={self.sorted_by}",
            f"--output={self.path}",
        ]
