"""Files that are whole or not there: written beside their place, then put there."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Give a name to write to; on success the file takes the place of ``target``.

    The name is proved writable at once, before anything is counted as printed. Raises
    ``OSError``; what stood at ``target`` then stays as it was.
    """
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        partial.touch()
        yield partial
        with partial.open("rb+") as written:
            os.fsync(written.fileno())
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
