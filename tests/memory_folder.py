"""Where tests keep databases that need not outlive the machine."""

import os
import shutil
from pathlib import Path

_ROOM_BYTES = 2 << 30


def memory_folder() -> Path | None:
    """A folder in memory, if there is one with room where programs may run.

    A disk takes milliseconds for every commit of a durable database; memory none.
    """
    shared = Path("/dev/shm")  # small in containers
    if not shared.is_dir() or not os.access(shared, os.W_OK):
        return None
    runs_programs = not os.statvfs(shared).f_flag & os.ST_NOEXEC
    has_room = shutil.disk_usage(shared).free > _ROOM_BYTES
    return shared if has_room and runs_programs else None
