"""Files that are whole or not there: written beside their place, then put there."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ui.paper_trouble import FileNotWritten, problem_of


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Give a name to write to; on success the file takes the place of ``target``.

    The name is proved writable at once, before anything is counted as printed. Raises
    ``FileNotWritten``; what stood at ``target`` then stays as it was.
    """
    partial = target.parent / f".{target.name}.{os.getpid()}.part"
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "", str(target))
        if target.exists() and not target.is_file():
            raise PermissionError(errno.EPERM, "", str(target))
        partial.touch()
        yield partial
        with partial.open("rb+") as written:
            os.fsync(written.fileno())
        partial.replace(target)
    except OSError as error:
        raise FileNotWritten(path=str(target), detail=problem_of(error)) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


@contextmanager
def new_file(target: Path) -> Iterator[Path]:
    """As ``whole_file``, but what stands at ``target`` by then stays: nothing is
    written. Raises ``FileNotWritten``.
    """
    partial = target.parent / f".{target.name}.{os.getpid()}.part"
    try:
        partial.touch()
        yield partial
        with partial.open("rb+") as written:
            os.fsync(written.fileno())
        try:
            target.hardlink_to(partial)
        except FileExistsError:
            return
        except OSError:  # a share without links
            if not target.exists():
                partial.replace(target)
    except OSError as error:
        raise FileNotWritten(path=str(target), detail=problem_of(error)) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
