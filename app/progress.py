"""How long work tells how far it is, and learns that it should stop."""

from collections.abc import Callable

from app.errors import Cancelled


class Progress:
    """Plain object handed to long work; never a QObject (it crosses threads)."""

    def __init__(self, tell: Callable[[int, int], None] | None = None) -> None:
        self._tell = tell
        self._stopped = False
        self.part = ""
        """Which part of the work is being done, where it has parts."""

    @property
    def is_stopped(self) -> bool:
        """Whether somebody asked the work to end."""
        return self._stopped

    def stop(self) -> None:
        """Ask the work to end at its next step."""
        self._stopped = True

    def begin(self, part: str) -> None:
        """Tell that another part of the work comes now, of a length not known yet."""
        self.part = part
        self.step(0, 0)

    def step(self, done: int, total: int) -> None:
        """Tell progress; raises ``Cancelled`` once ``stop`` was called.

        ``total`` 0 means that the length is not known.
        """
        if self._stopped:
            raise Cancelled
        if self._tell is not None:
            self._tell(done, total)


SILENT = Progress()
