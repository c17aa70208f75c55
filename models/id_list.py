"""A condition that a key is one of many, however many, as one parameter."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Text, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class _Keys(FunctionElement[int]):
    """The keys of a JSON list as a set of rows."""

    name = "keys"
    type = BigInteger()
    inherit_cache = True


def in_ids(column: ColumnElement[int], ids: Iterable[int]) -> ColumnElement[bool]:
    """Whether ``column`` is one of ``ids``."""
    listed = bindparam(None, json.dumps(list(ids)), Text(), unique=True)
    return column.bool_op("IN")(_Keys(listed))


@compiles(_Keys)
def _in_sqlite(keys: _Keys, compiler: SQLCompiler, **how: Any) -> str:
    return f"(SELECT value FROM json_each({compiler.process(keys.clauses, **how)}))"


@compiles(_Keys, "postgresql")
def _in_postgresql(keys: _Keys, compiler: SQLCompiler, **how: Any) -> str:
    listed = compiler.process(keys.clauses, **how)
    return (
        "(SELECT CAST(value AS BIGINT)"
        f" FROM json_array_elements_text(CAST({listed} AS JSON)))"
    )
