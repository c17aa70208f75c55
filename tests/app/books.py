"""What the books hold, as tests compare it: every row of every table."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, TextClause, select, text
from sqlalchemy.orm import Session

from app.check import check_books
from app.check_problem import Problem
from app.database import Database
from app.desk import Desk
from app.table_right import take_rights
from models.base import Base, table_of
from models.event import Event
from models.slip import Slip, SlipState

Books = dict[str, list[str]]


def _asked(dialect: str) -> TextClause:
    """Every row of every table as one text, in one question."""
    parts = []
    for table in Base.metadata.sorted_tables:
        row = (
            "CAST(whole AS TEXT)"
            if dialect == "postgresql"
            else " || '|' || ".join(
                f'quote(whole."{column.name}")' for column in table.c
            )
        )
        parts.append(f"SELECT '{table.name}', {row} FROM {table.name} AS whole")
    return text(" UNION ALL ".join(parts))


_ASKED = {dialect: _asked(dialect) for dialect in ("sqlite", "postgresql")}


def everything(session: Session) -> Books:
    """Every row of every table as text, so that two moments can be compared."""
    held: Books = {table.name: [] for table in Base.metadata.sorted_tables}
    for name, row in session.execute(_ASKED[session.get_bind().dialect.name]):
        held[name].append(row)
    for rows in held.values():
        rows.sort()
    return held


def books(database: Database) -> Books:
    """The same, asked in a transaction of its own."""
    return database.read(everything)


def changed_between(before: Books, after: Books) -> set[str]:
    """The tables that do not hold the same rows any more."""
    return {name for name in after if before[name] != after[name]}


def slip_of(database: Database, slip_id: int) -> Slip:
    """The slip as its row has it."""

    def load(session: Session) -> Slip:
        slip = session.get_one(Slip, slip_id)
        session.expunge(slip)
        return slip

    return database.read(load)


def state_of(database: Database, slip_id: int) -> SlipState:
    """The state a slip is in."""
    return slip_of(database, slip_id).state


def events_of(database: Database, slip_id: int) -> list[str]:
    """What happened to a slip, in order."""

    def load(session: Session) -> list[str]:
        wanted = Event.entity == "slip", Event.entity_id == slip_id
        return list(
            session.scalars(select(Event.what).where(*wanted).order_by(Event.seq))
        )

    return database.read(load)


def last_facts(database: Database, slip_id: int) -> str:
    """What the slip's last entry in the log says, as JSON text."""

    def load(session: Session) -> str:
        wanted = Event.entity == "slip", Event.entity_id == slip_id
        newest = select(Event.facts).where(*wanted).order_by(Event.seq.desc()).limit(1)
        return session.scalars(newest).one()

    return database.read(load)


def copy_places(database: Database, slip_id: int) -> dict[int, str]:
    """Where the live print of each copy is."""

    def load(session: Session) -> dict[int, str]:
        rows = session.execute(
            text(
                "SELECT copy_no, place FROM slip_copy"
                " WHERE slip_id = :slip AND is_live ORDER BY copy_no"
            ),
            {"slip": slip_id},
        )
        return {copy_no: place for copy_no, place in rows}

    return database.read(load)


def gap_refs(database: Database) -> list[str]:
    """What somebody is asked to find, in order."""

    def load(session: Session) -> list[str]:
        return list(session.scalars(text("SELECT ref FROM gap_case ORDER BY id")))

    return database.read(load)


def problems(database: Database, desk: Desk) -> list[Problem]:
    """What `silian check` would say."""
    return database.read(check_books, desk)


@contextmanager
def forcing(database: Database) -> Iterator[Connection]:
    """Work behind the program's back as who owns the tables can: on a server the login
    gives itself every right, and takes them again when all is done.
    """
    with database.connect(writing=True) as connection:
        give_rights(connection)
        yield connection
        take_rights(connection)


def give_rights(connection: Connection) -> None:
    """Give the login of a server every right on its tables; a file knows none."""
    if connection.dialect.name == "postgresql":
        connection.execute(
            text("GRANT ALL ON ALL TABLES IN SCHEMA public TO CURRENT_USER")
        )


def by_hand(database: Database, command: str, **values: object) -> None:
    """Change the database behind the program's back."""
    with forcing(database) as connection:
        connection.execute(text(command), values)


SLIP = table_of(Slip)


def take_away(database: Database, number: str) -> None:
    """A slip vanishes behind the program's back."""
    slip = "(SELECT id FROM slip WHERE number = :number)"
    for table in ("slip_copy", "copy_move"):
        command = f"DELETE FROM {table} WHERE slip_id = {slip}"
        by_hand(database, command, number=number)
    by_hand(database, "DELETE FROM slip WHERE number = :number", number=number)
