"""Databases of many slips for benches and soaks, kept under ``build/bulk``.

The shapes are those of ``demo`` and ``silian check`` finds nothing. They are made
again when the database's form or the generator changes.
"""

import fcntl
import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import models.migrations
from app.schema import head
from tests import (
    bulk_pattern,
    bulk_table,
    bulk_template,
    bulk_weeks,
    bulk_words,
    bulk_writer,
)
from tests.bulk_template import make_template
from tests.bulk_writer import write_bulk

FOLDER = Path(__file__).resolve().parents[1] / "build" / "bulk"
_GENERATOR = (
    bulk_pattern,
    bulk_table,
    bulk_template,
    bulk_weeks,
    bulk_words,
    bulk_writer,
)


def bulk_database(slips: int) -> Path:
    """A SQLite file with so many slips, made unless it is kept from before.

    Nobody writes into it: take ``bulk_copy`` for that. The same size gives the same
    books.
    """
    template = _kept("template", make_template)
    return _kept(f"{slips}", lambda path: write_bulk(template, path, slips))


def bulk_copy(slips: int, folder: Path) -> Path:
    """A copy of ``bulk_database`` to write into."""
    return Path(shutil.copy(bulk_database(slips), folder / "silian.db"))


def _kept(name: str, make: Callable[[Path], None]) -> Path:
    folder = FOLDER / _key()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.db"
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # another may be making it
        if not path.exists():
            _throw_away_old(folder)
            partial = folder / f"{name}.part"
            for side in ("", "-wal", "-shm"):
                Path(f"{partial}{side}").unlink(missing_ok=True)
            make(partial)
            partial.replace(path)
    return path


def _throw_away_old(folder: Path) -> None:
    for old in FOLDER.iterdir():
        if old.is_dir() and old != folder:
            shutil.rmtree(old)  # they are large


def _key() -> str:
    """The newest form's name, and what made it so."""
    steps = Path(models.migrations.__path__[0]) / "versions"
    files = [Path(part.__file__ or "") for part in _GENERATOR]
    texts = (file.read_bytes() for file in [*files, *sorted(steps.glob("*.py"))])
    return f"{head()}-{hashlib.sha256(b''.join(texts)).hexdigest()[:8]}"
