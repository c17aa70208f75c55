"""Databases of many slips for benches and soaks, kept under ``build/bulk``.

The shapes are those of ``demo`` and ``silian check`` finds nothing. They are made
again when the database's form or the generator changes, and indexed again when the
search does.
"""

import fcntl
import hashlib
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import app
import models.migrations
from app.database import Database
from app.schema import head
from app.search_rebuild import rebuild_search
from tests.bulk_template import make_template
from tests.bulk_writer import write_bulk

FOLDER = Path(__file__).resolve().parents[1] / "build" / "bulk"


def bulk_database(slips: int) -> Path:
    """A SQLite file with so many slips, made unless it is kept from before.

    Nobody writes into it: take ``bulk_copy`` for that. The same size gives the same
    books.
    """
    folder = FOLDER / f"{head()}-{_digest(_steps(), _generator())}"
    folder.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # another may be making it
        template = _kept(folder / "template.db", make_template)
        path = _kept(
            folder / f"{slips}.db", lambda partial: write_bulk(template, partial, slips)
        )
        _index(path)
    return path


def bulk_copy(slips: int, folder: Path) -> Path:
    """A copy of ``bulk_database`` to write into."""
    return Path(shutil.copy(bulk_database(slips), folder / "silian.db"))


def _kept(path: Path, make: Callable[[Path], None]) -> Path:
    if not path.exists():
        for old in FOLDER.iterdir():
            if old.is_dir() and old != path.parent:
                shutil.rmtree(old)  # they are large
        partial = path.with_suffix(".part")
        for side in ("", "-wal", "-shm"):
            Path(f"{partial}{side}").unlink(missing_ok=True)
        make(partial)
        partial.replace(path)
    return path


def _index(path: Path) -> None:
    """Let its slips be found, unless they were indexed in this way before."""
    digest = _digest(Path(app.__path__[0]).glob("search_*.py"))
    done = path.with_suffix(".indexed")
    if done.exists() and done.read_text() == digest:
        return
    database = Database(f"sqlite:///{path}")
    with database.connect(writing=True) as connection:
        rebuild_search(connection)
    database.close()
    done.write_text(digest)


def _steps() -> Iterable[Path]:
    return (Path(models.migrations.__path__[0]) / "versions").glob("*.py")


def _generator() -> Iterable[Path]:
    return Path(__file__).parent.glob("bulk_*.py")


def _digest(*groups: Iterable[Path]) -> str:
    files = sorted(file for group in groups for file in group)
    texts = b"".join(file.read_bytes() for file in files)
    return hashlib.sha256(texts).hexdigest()[:8]
