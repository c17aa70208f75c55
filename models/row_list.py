"""Rows handed to a statement as one parameter, however many.

Drivers send the rows of an ``executemany`` one by one; to a server that takes longer
than everything else together.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    LargeBinary,
    Text,
    bindparam,
    cast,
    literal_column,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from models.column_types import Instant


class _Rows(FunctionElement[Any]):
    """The members of a JSON list, each a list itself."""

    name = "rows"
    inherit_cache = True


class _Bytes(FunctionElement[bytes]):
    """What a text of hexadecimal digits stands for."""

    name = "bytes"
    type = LargeBinary()
    inherit_cache = True


class _Moment(FunctionElement[datetime]):
    """The moment that a text of UTC stands for."""

    name = "moment"
    type = Instant()
    inherit_cache = True


class GivenRows:
    """The rows of the parameter ``name`` as a table; ``rows_as_one`` makes them. They
    may be given at once.
    """

    def __init__(self, name: str, rows: str | None = None) -> None:
        is_here = rows is not None
        listed = bindparam(name, rows, Text(), unique=is_here, required=not is_here)
        self.table = _Rows(listed).table_valued("value")

    def text(self, at: int) -> ColumnElement[str]:
        """The texts that stand at a place of the rows."""
        return cast(self._cell(at), Text())

    def number(self, at: int) -> ColumnElement[int]:
        """The whole numbers there."""
        return cast(self._cell(at), BigInteger())

    def moment(self, at: int) -> ColumnElement[datetime]:
        """The moments there, written ``2026-11-20 09:32:00.000000`` (UTC)."""
        return _Moment(self._cell(at))

    def bytes(self, at: int) -> ColumnElement[bytes]:
        """The bytes there."""
        return _Bytes(self._cell(at))

    def _cell(self, at: int) -> ColumnElement[Any]:
        return self.table.c.value.op("->>")(literal_column(str(at)))


def rows_as_one(rows: Iterable[tuple[int | str | bytes, ...]]) -> str:
    """Rows as one parameter."""
    return json.dumps(list(rows), default=bytes.hex, separators=(",", ":"))


@compiles(_Rows)
def _rows_in_sqlite(rows: _Rows, compiler: SQLCompiler, **how: Any) -> str:
    return f"json_each({compiler.process(rows.clauses, **how)})"


@compiles(_Rows, "postgresql")
def _rows_in_postgresql(rows: _Rows, compiler: SQLCompiler, **how: Any) -> str:
    given = compiler.process(rows.clauses, **how)
    return f"json_array_elements(CAST({given} AS JSON))"


@compiles(_Bytes)
def _bytes_in_sqlite(digits: _Bytes, compiler: SQLCompiler, **how: Any) -> str:
    return f"unhex({compiler.process(digits.clauses, **how)})"


@compiles(_Bytes, "postgresql")
def _bytes_in_postgresql(digits: _Bytes, compiler: SQLCompiler, **how: Any) -> str:
    return f"decode({compiler.process(digits.clauses, **how)}, 'hex')"


@compiles(_Moment)
def _moment_in_sqlite(moment: _Moment, compiler: SQLCompiler, **how: Any) -> str:
    return compiler.process(moment.clauses, **how)


@compiles(_Moment, "postgresql")
def _moment_in_postgresql(moment: _Moment, compiler: SQLCompiler, **how: Any) -> str:
    written = compiler.process(moment.clauses, **how)
    return f"CAST(({written}) || '+00' AS TIMESTAMP WITH TIME ZONE)"
