"""Migrations build exactly what the models say, on both engines."""

import ast
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.config import Config
from alembic.script import ScriptDirectory

import models
import models.migrations
from app.database import make_engine
from app.schema import head
from models.all import Base

MODELS = Path(models.__path__[0])
VERSIONS = Path(models.migrations.__path__[0]) / "versions"
_FILE_NAME = re.compile(r"\d{4}_\d{2}_\d{2}_\d{4}_[a-z0-9_]+\.py")

Description = dict[str, dict[str, Any]]


def described(url: str) -> Description:
    """Every table of a database: columns, keys, indexes and CHECK texts."""
    with connected(url) as connection:
        inspector = sa.inspect(connection)
        return {
            table: {
                "columns": _by_name(inspector.get_columns(table)),
                "key": inspector.get_pk_constraint(table),
                "foreign": _by_name(inspector.get_foreign_keys(table)),
                "unique": _by_name(inspector.get_unique_constraints(table)),
                "indexes": _by_name(inspector.get_indexes(table)),
                "checks": _by_name(inspector.get_check_constraints(table)),
            }
            for table in inspector.get_table_names()
            if table != "alembic_version"
        }


@contextmanager
def connected(url: str) -> Iterator[sa.Connection]:
    """A connection as the program makes it; nothing stays open after."""
    engine = make_engine(url)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _by_name(parts: Any) -> dict[str, str]:
    return {
        part["name"]: repr(sorted(_plain(part).items(), key=lambda item: str(item[0])))
        for part in parts
    }


def _plain(part: Any) -> dict[str, Any]:
    """The condition of an index as its text; each reading makes an object of it."""
    options = part.get("dialect_options")
    if options is None:
        return dict(part)
    return {**part, "dialect_options": {k: str(v) for k, v in options.items()}}


def test_migrations_build_exactly_the_models(
    database_url: str, empty_database_url: str
) -> None:
    with connected(empty_database_url) as connection, connection.begin():
        Base.metadata.create_all(connection)
    migrated, modelled = described(database_url), described(empty_database_url)
    assert migrated.keys() == modelled.keys()
    for table, parts in modelled.items():
        for part, wanted in parts.items():
            assert migrated[table][part] == wanted, f"{part} of {table}"


def test_every_word_of_an_enum_can_be_stored_and_no_other(
    new_postgres: Callable[[str], str],
) -> None:
    seen = 0
    with connected(new_postgres("words")) as connection:
        for column in _enum_columns():
            for word in column.type.enums:
                with connection.begin():
                    _store_alone(connection, column, word)
                seen += 1
            with pytest.raises(sa.exc.IntegrityError), connection.begin():
                _store_alone(connection, column, "no such word")
    assert seen > 100


def _enum_columns() -> list[Any]:
    return [
        column
        for table in Base.metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, sa.Enum)
    ]


def _store_alone(connection: sa.Connection, column: Any, word: str) -> None:
    """Store a word in a copy of its table that keeps the checks of words alone."""
    table = column.table
    loosened = [f"ALTER {c.name} DROP NOT NULL" for c in table.c if not c.nullable]
    loosened += [
        f"DROP CONSTRAINT {check.name}"
        for check in table.constraints
        if isinstance(check, sa.CheckConstraint) and not check._type_bound
    ]
    connection.exec_driver_sql(
        f'CREATE TEMP TABLE words (LIKE "{table.name}" INCLUDING CONSTRAINTS)'
        " ON COMMIT DROP"
    )
    connection.exec_driver_sql(f"ALTER TABLE words {', '.join(loosened)}")
    connection.exec_driver_sql(
        f"INSERT INTO words ({column.name}) VALUES (%s)", (word,)
    )


def test_every_enum_of_a_column_is_stored_by_its_values() -> None:
    for column in _enum_columns():
        members = column.type.enum_class
        assert members is not None
        assert issubclass(members, StrEnum), column
        assert column.type.enums == [member.value for member in members], column


def test_there_is_one_newest_form() -> None:
    config = Config()
    config.set_main_option("script_location", str(VERSIONS.parent))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [head()]


def test_a_migration_tells_why_and_imports_nothing_of_ours() -> None:
    files = sorted(VERSIONS.glob("*.py"))
    assert files
    for path in files:
        assert _FILE_NAME.fullmatch(path.name), path.name
        tree = ast.parse(path.read_text("utf-8"))
        assert ast.get_docstring(tree), f"{path.name} does not tell why"
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                imported = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                imported = [node.module or ""]
            else:
                continue
            rooms = {name.split(".")[0] for name in imported}
            assert not rooms & {"models", "app", "reports", "ui"}, path.name


def test_every_table_is_imported_in_all() -> None:
    imported = {
        alias.name
        for node in ast.walk(ast.parse((MODELS / "all.py").read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "models"
        for alias in node.names
    }
    for path in sorted(MODELS.glob("*.py")):
        holds_table = re.search(r"^    __tablename__ = ", path.read_text("utf-8"), re.M)
        assert not holds_table or path.stem in imported, path.name
