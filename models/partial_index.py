"""An index over some rows of a table only, the same on both engines."""

from sqlalchemy import ColumnElement, Connection, Index, MetaData, TextClause, event
from sqlalchemy.schema import Table

_ENGINES = ("sqlite", "postgresql")
_WHERE = "where"


def partial_index(
    name: str, *columns: str, where: ColumnElement[bool] | TextClause
) -> Index:
    """An index over the rows for which ``where`` holds.

    The options of an engine load its whole dialect: they are put down when tables are
    built or compared, so that a desk with a file never loads the server's.
    """
    return Index(name, *columns, info={_WHERE: where})


def put_conditions(metadata: MetaData) -> None:
    """Put the conditions down, for who compares tables with a database."""
    for table in metadata.tables.values():
        _put_conditions_of(table)


def _put_conditions_of(table: Table) -> None:
    for index in table.indexes:
        if _WHERE in index.info:
            for engine in _ENGINES:
                index.dialect_options[engine]["where"] = index.info[_WHERE]


@event.listens_for(Table, "before_create")
def _before_create(table: Table, connection: Connection, **how: object) -> None:
    _put_conditions_of(table)
