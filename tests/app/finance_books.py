"""Data books with money in the books, and the guard of closed periods taken out."""

from app.data_book_import import import_book
from app.database import Database
from app.desk import Desk
from models.data_book import BookRows


def put_book(database: Database, desk: Desk, rows: BookRows) -> None:
    """Import a book; its closes are replayed at their own moments."""
    database.write(import_book, desk, rows)


def drop_guard(database: Database) -> None:
    """Take every trigger out, as somebody who owns the database could."""
    is_file = database.url.startswith("sqlite")
    asked = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if is_file
        else "SELECT tgname || ' ON ' || tgrelid::regclass FROM pg_trigger"
        " WHERE NOT tgisinternal"
    )
    with database.connect(writing=True) as connection:
        for (name,) in connection.exec_driver_sql(asked).fetchall():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
