"""What tests are given: databases on both engines, a desk, a clock, a clean Qt."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

import app.database
from app.database import Database
from app.desk import Desk, open_desk
from app.schema import create_or_upgrade
from tests.clock import Clock
from tests.demo_books import END_OF_YEAR, DemoBooks, demo_file
from tests.kept_books import Keep, Kept, Make, Shelf
from tests.left_behind import left_behind, present
from tests.memory_folder import memory_folder
from tests.one_dialect import create_alike
from tests.postgres import Cluster, private_cluster

# Windows of tests are never seen; a test that wants a real display starts one itself.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
vars(app.database)["create_engine"] = create_alike
if _memory := memory_folder():
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_memory))
_TEMPLATE = "template_of_the_tests"
_FAILED = pytest.StashKey[bool]()
_LONGEST = (
    "tests/app/test_demo_year.py",
    "tests/ui/test_pictures.py",
    "tests/test_bulk.py",
    "tests/flows/",
    "tests/app/test_data_book_import.py",
    "tests/reports/test_statement_xlsx.py",
    "tests/app/test_limit_sql.py",
    "tests/app/test_slip_move.py",
    "tests/ui/command_line/test_command_line_process.py",
)
"""Where minutes go into few files; a process that begins one last is waited for."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first, all others as they were."""

    def place(item: pytest.Item) -> int:
        ranks = (
            rank for rank, name in enumerate(_LONGEST) if item.nodeid.startswith(name)
        )
        return next(ranks, len(_LONGEST))

    items.sort(key=place)


@pytest.fixture(autouse=True)
def _no_settings_of_this_computer(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """No test reads or writes what belongs to the person who runs it."""
    home = tmp_path_factory.getbasetemp() / "home"
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(home / name))
    for name in ("SILIAN_DB", "SILIAN_AS", "SILIAN_LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that leaves a thread, a running timer or a window behind fails."""
    before = present()
    yield
    if not request.node.stash.get(_FAILED, False):
        left = left_behind(before)
        if left:
            pytest.fail(f"the test left behind: {', '.join(left)}", pytrace=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Iterator[None]:
    # What a failed test holds in its traceback is not its mess.
    if call.excinfo is not None:
        item.stash[_FAILED] = True
    return (yield)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL server of the tests' own."""
    with private_cluster() as running:
        yield running


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file; tests take copies."""
    path = tmp_path_factory.mktemp("template") / "silian.db"
    create_or_upgrade(f"sqlite:///{path}")
    beside = [other.name for other in path.parent.iterdir() if other != path]
    assert not beside, f"the template is still open: {beside}"
    return path


@pytest.fixture(scope="session")
def demo_books(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[DemoBooks]:
    """A year of a building with 6,000 slips, as ``silian demo`` makes it."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent  # that of the run, which its processes share
    path, year = demo_file(sqlite_template, folder)
    database = Database(f"sqlite:///{path}")
    desk = database.read(open_desk, clock=lambda: END_OF_YEAR)
    yield DemoBooks(path, database, desk, year)
    database.close()


@pytest.fixture(scope="session")
def postgres_template(cluster: Cluster) -> str:
    """The name of a migrated PostgreSQL database; tests take copies."""
    cluster.create(_TEMPLATE)
    create_or_upgrade(cluster.url(_TEMPLATE))
    return _TEMPLATE


@pytest.fixture
def new_sqlite(sqlite_template: Path, tmp_path: Path) -> Callable[[str], str]:
    """Makes migrated SQLite databases: takes a name, answers with the URL."""

    def make(name: str) -> str:
        path = tmp_path / f"{name}.db"
        shutil.copy(sqlite_template, path)
        return f"sqlite:///{path}"

    return make


@pytest.fixture
def new_postgres(
    cluster: Cluster, postgres_template: str
) -> Iterator[Callable[[str], str]]:
    """Makes migrated PostgreSQL databases: takes a name, answers with the URL."""
    made = []

    def make(name: str) -> str:
        cluster.create(name, postgres_template)
        made.append(name)
        return cluster.url(name)

    yield make
    for name in made:
        cluster.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def engine_name(request: pytest.FixtureRequest) -> str:
    """Each of the two engines in turn."""
    name: str = request.param
    return name


@pytest.fixture
def new_database_url(
    engine_name: str, request: pytest.FixtureRequest
) -> Callable[[str], str]:
    """Makes migrated databases of the engine whose turn it is."""
    kind = "new_sqlite" if engine_name == "sqlite" else "new_postgres"
    make: Callable[[str], str] = request.getfixturevalue(kind)
    return make


@pytest.fixture
def database_url(new_database_url: Callable[[str], str]) -> str:
    """The address of a migrated database, as `silian --db` takes it."""
    return new_database_url("silian")


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Books that were made once."""
    return Shelf(tmp_path_factory.mktemp("kept"))


@pytest.fixture
def keep(
    engine_name: str,
    shelf: Shelf,
    tmp_path: Path,
    clock: Clock,
    request: pytest.FixtureRequest,
) -> Iterator[Keep]:
    """Copies books of the engine whose turn it is, which a maker makes once.

    The test's clock goes on where the maker's stood. One copy a test.
    """
    has_made = False

    def copied(make: Make[Any]) -> Kept[Any]:
        nonlocal has_made
        given = request.getfixturevalue
        if engine_name == "sqlite":
            template = given("sqlite_template")
            kept = shelf.in_sqlite(make, template, tmp_path / "silian.db")
        else:
            running, template = given("cluster"), given("postgres_template")
            kept = shelf.in_postgres(make, template, running, "copied")
            has_made = True
        clock.at = kept.at
        return kept

    yield copied
    if has_made:
        cluster: Cluster = request.getfixturevalue("cluster")
        cluster.drop("copied")


@pytest.fixture
def empty_database_url(
    engine_name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[str]:
    """The address of a place where no database has been made yet."""
    if engine_name == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    running: Cluster = request.getfixturevalue("cluster")
    running.create("empty")
    yield running.url("empty")
    running.drop("empty")


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A migrated database; a test that takes it runs on both engines."""
    opened = Database(database_url)
    yield opened
    opened.close()


@pytest.fixture
def clock() -> Clock:
    """The desk's clock: Monday, 2 March 2026, 10:00 at the site, until moved."""
    return Clock()


@pytest.fixture
def desk(database: Database, clock: Clock) -> Desk:
    """The desk of the first centre; nobody is in the directory, so all may act."""
    return database.read(open_desk, clock=clock)


@pytest.fixture
def statements() -> Iterator[list[str]]:
    """Every SQL statement since the test last cleared the list."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield seen
    event.remove(Engine, "before_cursor_execute", note)
