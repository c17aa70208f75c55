"""R1: a killed process loses nothing it has told."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from app.check import check_books
from app.database import Database
from app.desk import open_desk
from app.schema import create_or_upgrade
from tests.app.killing import issue, kill_desks
from tests.measuring import Promise

_KILLS = 10_000
_ROUND = 500  # so that the books a killed desk opens stay of a day's size


def rows() -> Iterator[Promise]:
    """Kill desks at their work, round after round, each on books of its own."""
    began = time.monotonic()
    random = Random(20261121)
    bad = kills = 0
    while kills < _KILLS:
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{Path(folder) / 'silian.db'}"
            create_or_upgrade(url)
            try:
                kills += kill_desks(url, _ROUND, random, issue).kills
                bad += _problems(url)
            except AssertionError:
                kills += _ROUND
                bad += 1
    seconds = time.monotonic() - began
    yield Promise("R1 killed desks", kills, wanted=_KILLS, bad=bad, seconds=seconds)


def _problems(url: str) -> int:
    database = Database(url)
    found = database.read(check_books, database.read(open_desk))
    database.close()
    return len(found)
