"""P3 and P4: all that the search box shows, at each size, against raw trigram indexes.

The floor asks SQLite's own FTS5, with its trigram tokenizer over the same texts, for
the same three groups by the bare driver: the newest eight slips with the columns that
are shown, eight units with their owners, eight people. It finds no pinyin, no room in
another form and nothing of two characters, so P4 is a limit in milliseconds.
"""

import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2  # type: ignore[import-untyped]

from app.database import Database
from app.desk import Desk, open_desk
from app.search import find
from app.search_key import TEXT_COLUMNS
from tests.bulk import bulk_database
from tests.bulk_template import UNTIL
from tests.measuring import Speed, side_by_side

_SIZES = (10_000, 100_000, 1_000_000)
_ROUNDS = 15
_FIGURES = {100_000: 0.15}
"""Of a trigram index in ms, as the goals give it."""
_RATIO = 10.0
_LIMIT_MS = 5.0
_WORST_MS = 100.0

WORDS = (
    "水龙头",
    "电梯困人",
    "关不严",
    "洗衣机",
    "跳闸，",
    "摄像头",
    "门禁卡",
    "报警器",
)
"""Three characters and more of faults, common and rare."""
ROOMS = ("43-1804", "12号柱", "2单元8层")
LATE = ("wifi", "没有这回事", "洗衣机报警")
"""What hardly or never stands on a slip: all of the index is gone through."""
NAMES = ("卢涛", "单芳", "周敏", "欧阳")
INITIALS = ("lt", "zcm", "sf", "oy")
WORST = (
    "水",
    "1",
    "z",
    "漏水 跳闸",
    "1120-081",
    "138",
    "张" * 300,
    "%",
    "2单元 漏水 3",
)


def rows() -> Iterator[Speed]:
    """Words of three characters and more, two-character names, initials, the worst."""
    for slips in _SIZES:
        path = bulk_database(slips)
        database = Database(f"sqlite:///{path}")
        desk = database.read(open_desk, clock=lambda: UNTIL)
        with tempfile.TemporaryDirectory() as folder:
            raw = _trigrams(path, Path(folder) / "raw.db")
            groups: dict[str, Sequence[str]] = {
                "words": WORDS,
                "rooms": ROOMS,
                "rare": LATE,
            }
            for kind, words in groups.items():
                ours, floor = _medians(database, desk, words, raw)
                figure = _FIGURES.get(slips)
                name = f"P3 search, {kind}, {slips:,}"
                yield Speed(name, ours, _RATIO, floor, figure)
        short = {"two characters": NAMES, "initials": INITIALS}
        for kind, words in short.items():
            (ours,) = _medians(database, desk, words)
            yield Speed(f"P4 search, {kind}, {slips:,}", ours, _LIMIT_MS)
        worst = max(_medians(database, desk, [word])[0] for word in WORST)
        yield Speed(f"   the slowest of the rest, {slips:,}", worst, _WORST_MS)
        database.close()


def _medians(
    database: Database,
    desk: Desk,
    words: Sequence[str],
    raw: Callable[[str], object] | None = None,
) -> list[float]:
    """The median over the words of each one's median: ours, then the floor's."""
    taken: list[list[float]] = []
    for word in words:
        asked: list[Callable[[], object]] = [partial(database.read, find, desk, word)]
        if raw is not None:
            asked.append(partial(raw, word))
        taken.append(side_by_side(_ROUNDS, *asked))
    return [statistics.median(times) for times in zip(*taken, strict=True)]


def _trigrams(books: Path, path: Path) -> Callable[[str], object]:
    """Trigram indexes of slips, units and people; the question of eight of each."""
    connection: Any = dbapi2.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA journal_mode=OFF")
    connection.execute("ATTACH ? AS books", (str(books),))
    for name, listed in (
        ("slips", _COLUMNS),
        ("units", "label, owners"),
        ("people", "name, phone"),
    ):
        connection.execute(
            f"CREATE VIRTUAL TABLE {name} USING fts5({listed}, tokenize='trigram')"
        )
        connection.execute("BEGIN")
        connection.execute(f"INSERT INTO {name} (rowid, {listed}) {_TEXTS[name]}")
        connection.execute("COMMIT")
        connection.execute(f"INSERT INTO {name}({name}) VALUES ('optimize')")

    def ask(word: str) -> object:
        with closing(connection.cursor()) as cursor:
            cursor.execute("BEGIN")
            found = [
                cursor.execute(question, (f'"{word}"',)).fetchall()
                for question in _QUESTIONS
            ]
            cursor.execute("COMMIT")
            return found

    return ask


_COLUMNS = ", ".join(column.key for column in TEXT_COLUMNS)
_TEXTS = {
    "slips": f"SELECT id, {_COLUMNS} FROM books.slip ORDER BY id",
    "units": "SELECT unit.id, label, group_concat(name || ' ' || coalesce(phone, ''))"
    " FROM books.unit LEFT JOIN books.unit_owner ON unit_id = unit.id GROUP BY unit.id",
    "people": "SELECT id, name, phone FROM books.search_person",
}
_QUESTIONS = (
    "SELECT slip.id, issued_at, state, "
    + ", ".join(f"slip.{column.key}" for column in TEXT_COLUMNS)
    + " FROM slips JOIN books.slip ON slip.id = slips.rowid"
    " WHERE slips MATCH ? ORDER BY slips.rowid DESC LIMIT 8",
    "SELECT rowid, label, owners FROM units WHERE units MATCH ? LIMIT 8",
    "SELECT person.name, person.phone, unit_label, slips FROM people"
    " JOIN books.search_person AS person ON person.id = people.rowid"
    " WHERE people MATCH ? LIMIT 8",
)
