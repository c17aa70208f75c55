"""Questions asked at every key pressed, compiled once for each engine.

What SQLAlchemy does around each execution of a statement takes longer than the driver's
own work on a short question. Parameters are plain texts and numbers; many of them come
as one (``models.id_list.listed``).
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Dialect, LargeBinary, SelectBase
from sqlalchemy.exc import DBAPIError


class Prepared:
    """A question with named parameters, all of which are given each time."""

    def __init__(self, statement: SelectBase) -> None:
        self._statement = statement
        self._of_engine: dict[str, PreparedText] = {}

    def on(self, connection: Connection) -> "PreparedText":
        """The question as the engine behind ``connection`` takes it."""
        dialect = connection.dialect
        known = self._of_engine.get(dialect.name)
        if known is None:
            known = PreparedText(self._statement, dialect)
            self._of_engine[dialect.name] = known
        return known

    def rows(self, connection: Connection, **asked: object) -> list[list[Any]]:
        """The answer, each value as the models have it."""
        prepared = self.on(connection)
        return [prepared.typed(row) for row in prepared.raw(connection, asked)]


class PreparedText:
    """A question in the words of one engine."""

    def __init__(self, statement: SelectBase, dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect)
        self._text = str(compiled)
        self._fixed = {
            name: value for name, value in compiled.params.items() if value is not None
        }
        self._order = compiled.positiontup
        self._error: type[Exception] = dialect.loaded_dbapi.Error
        self._is_lost: Callable[..., bool] = dialect.is_disconnect
        self._processors = [
            (at, process)
            for at, column in enumerate(statement.selected_columns)
            if (process := _processor(column.type, dialect)) is not None
        ]

    def raw(
        self, connection: Connection, asked: dict[str, object]
    ) -> list[tuple[Any, ...]]:
        """The rows as the driver gives them; raises ``DBAPIError``.

        Only within a transaction that was begun.
        """
        every = {**self._fixed, **asked} if self._fixed else asked
        order = self._order
        given = every if order is None else tuple([every[name] for name in order])
        driver: Any = connection.connection
        cursor = driver.cursor()
        try:
            cursor.execute(self._text, given)
            rows: list[tuple[Any, ...]] = cursor.fetchall()
        except self._error as problem:
            if self._is_lost(problem, driver.dbapi_connection, cursor):
                connection.invalidate(problem)
            raise DBAPIError.instance(
                self._text, None, problem, self._error, dialect=connection.dialect
            ) from problem
        finally:
            cursor.close()
        return rows

    def typed(self, row: Any) -> list[Any]:
        """A row with each value as the models have it."""
        values = list(row)
        for at, process in self._processors:
            values[at] = process(values[at])
        return values


def _processor(kind: Any, dialect: Dialect) -> Any:
    if isinstance(kind, LargeBinary):
        return None  # bytes are bytes to both drivers
    return kind.dialect_impl(dialect).result_processor(dialect, None)
