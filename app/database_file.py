"""Notices that the database's file was replaced, moved or deleted under the program.

An open file stays open when its name is gone: SQLite would go on writing where nobody
reads. So the file is held against its name before each transaction begins and before
each commit.
"""

from pathlib import Path

from app.database_trouble import DatabaseGone, DatabaseReplaced


class DatabaseFile:
    """The file of a SQLite database, known by device and inode since it was opened."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: tuple[int, int] | None = None

    def learn(self) -> None:
        """A connection was made: remember which file it holds, the first time."""
        if self._known is None:
            self._known = self._found()

    def require_same(self) -> None:
        """Raise ``DatabaseGone`` or ``DatabaseReplaced`` unless the name still leads to
        the file that was opened; before anything was opened all is well.
        """
        if self._known is None:
            return
        found = self._found()
        if found is None:
            raise DatabaseGone(place=str(self._path))
        if found != self._known:
            raise DatabaseReplaced(place=str(self._path))

    def forget(self) -> None:
        """Every connection was let go: the next one may be to another file."""
        self._known = None

    def _found(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino
