"""What can be wrong with printers and files that papers go to."""

import errno
from enum import StrEnum

from app.errors import FieldRefusal, Trouble


class NoPrinter(Trouble):
    """No printer is set up on this computer."""


class PrinterGone(Trouble):
    """The printer ``printer`` is not there, or takes no job."""


class FileNotWritten(Trouble):
    """The file ``path`` could not be written: ``detail``."""


class FileNotRead(Trouble):
    """The file ``path`` could not be read: ``detail``."""


class FontFileMissing(Trouble):
    """The font ``file`` that papers are written with is not there."""


class FileKindUnknown(FieldRefusal):
    """``value`` does not end as a file of one of the ``known`` kinds."""

    field = "file"


class FileProblem(StrEnum):
    """What keeps a file from being read or written."""

    NO_FOLDER = "no_folder"
    NO_RIGHT = "no_right"
    DISK_FULL = "disk_full"
    IS_FOLDER = "is_folder"
    OTHER = "other"


_PROBLEMS = {
    errno.ENOENT: FileProblem.NO_FOLDER,
    errno.ENOTDIR: FileProblem.NO_FOLDER,
    errno.EACCES: FileProblem.NO_RIGHT,
    errno.EPERM: FileProblem.NO_RIGHT,
    errno.EROFS: FileProblem.NO_RIGHT,
    errno.ENOSPC: FileProblem.DISK_FULL,
    errno.EDQUOT: FileProblem.DISK_FULL,
    errno.EISDIR: FileProblem.IS_FOLDER,
}


def problem_of(error: OSError) -> FileProblem:
    """What the system's error means for the person."""
    return _PROBLEMS.get(error.errno or 0, FileProblem.OTHER)
