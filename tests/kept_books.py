"""Books that many tests begin with: made once, then copied for each of them."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Generic, TypeVar

from app.database import Database
from app.desk import Desk, open_desk
from tests.clock import Clock
from tests.postgres import Cluster

T = TypeVar("T")
Make = Callable[[Database, Desk, Clock], T]
"""Fills a migrated database; its answer is shared, so nobody may change it."""


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """A copy of made books: its address, what the maker answered, when it ended."""

    url: str
    answer: T
    at: datetime


Keep = Callable[[Make[Any]], Kept[Any]]
"""Copies the books of a maker: the fixture ``keep``."""


class Shelf:
    """The books one process has made, by engine and maker."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[tuple[str, Make[Any]], tuple[str, Any, datetime]] = {}

    def in_sqlite(self, make: Make[T], template: Path, path: Path) -> Kept[T]:
        """A copy at ``path``."""

        def begin() -> tuple[str, str]:
            first = self._folder / f"{len(self._made)}.db"
            shutil.copy(template, first)
            return str(first), f"sqlite:///{first}"

        kept, answer, at = self._taken("sqlite", make, begin)
        shutil.copy(kept, path)
        return Kept(f"sqlite:///{path}", answer, at)

    def in_postgres(
        self, make: Make[T], template: str, cluster: Cluster, name: str
    ) -> Kept[T]:
        """A copy called ``name``."""

        def begin() -> tuple[str, str]:
            first = f"kept_{len(self._made)}"
            cluster.create(first, template)
            return first, cluster.url(first)

        kept, answer, at = self._taken("postgresql", make, begin)
        cluster.create(name, kept)
        return Kept(cluster.url(name), answer, at)

    def _taken(
        self, engine: str, make: Make[T], begin: Callable[[], tuple[str, str]]
    ) -> tuple[str, T, datetime]:
        if (engine, make) not in self._made:
            name, url = begin()
            database, clock = Database(url), Clock()
            answer = make(database, database.read(open_desk, clock=clock), clock)
            database.close()
            self._made[engine, make] = name, answer, clock.at
        return self._made[engine, make]
