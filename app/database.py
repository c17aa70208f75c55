"""The door to the database: the engine, the only commit, what has changed.

Only this file says begin, commit and rollback. It turns what the world does to a
database (locked, full, read-only, away) into ``Trouble`` and leaves bugs alone.
"""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.pool import ConnectionPoolEntry

from app.database_copy import copy_rows
from app.database_file import DatabaseFile
from app.database_trouble import (
    ChangedByOthers,
    address_of,
    refuse_unsafe_place,
    refuse_unsafe_sqlite,
    trouble_of,
)
from app.event_log import append_recorded

P = ParamSpec("P")
T = TypeVar("T")

_BUSY_MS = 15_000
_SWITCH_TRIES = 100
_IS_OURS = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
_CHANGED = "changed_tables"
MOST_OWN = 256
"""So many of its own writes a door knows apart from those of other desks."""


class Database:
    """One database, SQLite or PostgreSQL, as everybody else sees it."""

    def __init__(self, url: str) -> None:
        """Open nothing yet; raises ``Trouble`` where the place can not be used."""
        self.url = url
        self._engine = make_engine(url)
        self._file = _watched_file(self._engine)
        self._own: deque[tuple[int, range]] = deque(maxlen=MOST_OWN)

    def write(
        self,
        step: Callable[Concatenate[Session, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> tuple[T, frozenset[str]]:
        """Run one use case in one transaction; answer and the tables it changed.

        What the step recorded is added to the event log as the last thing before
        the commit. A refusal rolls everything back.
        """
        # What is written is ordered by the tables it refers to; a start that only
        # reads does without them.
        import models.all

        _ = models.all
        with self._transaction(writing=True) as session:
            answer = step(session, *args, **kwargs)
            session.flush()
            places = append_recorded(session)
            changed: set[str] = session.info[_CHANGED]
        self._own.extend(places.items())
        return answer, frozenset(changed)

    def read(
        self,
        query: Callable[Concatenate[Session, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Ask a question on one consistent state of the database."""
        with self._transaction(writing=False) as session:
            return query(session, *args, **kwargs)

    def wrote(self, centre_id: int, seq: int) -> bool:
        """Whether this door wrote the entry ``seq`` of the log, not another desk.

        Only the newest writes are remembered.
        """
        return any(
            seq in places for centre, places in tuple(self._own) if centre == centre_id
        )

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()
        if self._file is not None:
            self._file.forget()

    @contextmanager
    def connect(self, *, writing: bool) -> Iterator[Connection]:
        """One transaction without a session, for schema, check and bulk work."""
        try:
            with self._connected(writing) as connection, connection.begin():
                yield connection
                self._require_same_file()
        except DBAPIError as error:
            raise trouble_of(error, place_of(self.url)) or error from error

    @contextmanager
    def _transaction(self, *, writing: bool) -> Iterator[Session]:
        try:
            with (
                self._connected(writing) as connection,
                connection.begin() as transaction,
                Session(connection, autoflush=True) as session,
            ):
                session.info[_CHANGED] = set()
                yield session
                if not writing:
                    transaction.rollback()
                self._require_same_file()
        except StaleDataError as error:
            raise ChangedByOthers from error
        except DBAPIError as error:
            raise trouble_of(error, place_of(self.url)) or error from error

    def _require_same_file(self) -> None:
        if self._file is not None:
            self._file.require_same()

    @contextmanager
    def _connected(self, writing: bool) -> Iterator[Connection]:
        self._require_same_file()
        with self._engine.connect() as connection:
            connection.info["writing"] = writing
            if not writing and self._engine.dialect.name == "postgresql":
                # Otherwise each statement of a question would see another moment.
                connection.execution_options(
                    isolation_level="REPEATABLE READ", postgresql_readonly=True
                )
            yield connection


@contextmanager
def session_on(connection: Connection) -> Iterator[Session]:
    """A session inside a transaction of ``Database.connect``; what it recorded is
    chained at its end.
    """
    with Session(connection, autoflush=True) as session:
        session.info[_CHANGED] = set()
        yield session
        session.flush()
        append_recorded(session)


def server_time(session: Session) -> datetime | None:
    """What time it is at the server; None for a database in a file."""
    if not is_on_server(session):
        return None
    told: datetime = session.connection().scalar(text("SELECT clock_timestamp()"))
    return told.astimezone(UTC)


def is_on_server(session: Session) -> bool:
    """Whether the database is one for several desks."""
    return session.get_bind().dialect.name == "postgresql"


def note_changed(session: Session, table: str) -> None:
    """Count ``table`` as changed by a statement that passed the session by."""
    session.info[_CHANGED].add(table)


def make_engine(url: str) -> Engine:
    """The engine of a URL, with everything every connection needs set on connect."""
    parts = address_of(url)
    if parts.get_backend_name() == "postgresql":
        server = create_engine(parts, connect_args={"connect_timeout": 10})
        event.listen(server, "do_executemany", copy_rows)
        return server
    from pysqlite3 import dbapi2  # type: ignore[import-untyped]

    refuse_unsafe_sqlite(dbapi2.sqlite_version_info)
    refuse_unsafe_place(Path(parts.database or ""))
    engine = create_engine(parts, module=dbapi2)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _watched_file(engine: Engine) -> DatabaseFile | None:
    """The file behind an engine, watched once it is open; None on a server."""
    if engine.dialect.name != "sqlite":
        return None
    watched = DatabaseFile(Path(engine.url.database or ""))
    event.listen(engine, "connect", lambda *_: watched.learn())
    return watched


def _prepare_sqlite(connection: Any, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the begin below is ours
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={_BUSY_MS}")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA synchronous=FULL")
    is_wal = cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    # A file that is empty or somebody else's is left as it is.
    if not is_wal and cursor.execute(_IS_OURS).fetchone() is not None:
        _make_ready_for_several(cursor)
    cursor.close()


def _make_ready_for_several(cursor: Any) -> None:
    """Switch the file to WAL, in turn with other desks.

    While another one writes, or switches too, SQLite refuses at once whatever its
    timeout: two that both waited here would wait for each other. A write of one's own
    does wait for its turn.
    """
    for left in reversed(range(_SWITCH_TRIES)):
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except cursor.connection.OperationalError as error:
            if "locked" not in str(error) or not left:
                raise
        cursor.execute("BEGIN IMMEDIATE")
        cursor.execute("ROLLBACK")


def _begin_sqlite(connection: Connection) -> None:
    # A deferred transaction is refused at once when another desk wrote between its
    # read and its write, whatever the timeout; IMMEDIATE waits its turn.
    writing = connection.info.get("writing", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@event.listens_for(Session, "after_flush")
def _note_flushed(session: Session, _: UOWTransaction) -> None:
    changed = session.info.get(_CHANGED)
    if changed is not None:
        for entity in (*session.new, *session.dirty, *session.deleted):
            changed.add(entity.__table__.name)


@event.listens_for(Session, "do_orm_execute")
def _note_executed(state: ORMExecuteState) -> None:
    if state.is_select:
        return
    changed = state.session.info.get(_CHANGED)
    table = getattr(state.statement, "table", None)
    if changed is not None and table is not None:
        changed.add(table.name)


def place_of(url: str) -> str:
    """Where a database is, in words for people: a path, or an address without its
    password.
    """
    parts = address_of(url)
    if parts.get_backend_name() == "sqlite":
        return parts.database or ""
    return parts.render_as_string(hide_password=True)
