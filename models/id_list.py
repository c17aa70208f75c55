"""Conditions that a column is one of many values, however many, as one parameter."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Integer, Text, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class _Keys(FunctionElement[int]):
    """The keys of a JSON list as a set of rows."""

    name = "keys"
    type = BigInteger()
    inherit_cache = True


class _IsListed(FunctionElement[bool]):
    """Whether a column is in a JSON list, sought value by value in its index."""

    # Of no type: SQLite would compare a Boolean with 1, and not seek.
    name = "is_listed"
    inherit_cache = True


def in_ids(column: ColumnElement[int], ids: Iterable[int]) -> ColumnElement[bool]:
    """Whether ``column`` is one of ``ids``."""
    listed_ids = bindparam(None, json.dumps(list(ids)), Text(), unique=True)
    return column.bool_op("IN")(_Keys(listed_ids))


def is_listed(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Whether ``column`` is one of the parameter ``name``, which ``listed`` makes."""
    return _IsListed(column, bindparam(name, type_=Text()))


def listed(values: Iterable[int] | Iterable[str]) -> str:
    """Numbers or texts as one parameter."""
    return json.dumps(list(values))


@compiles(_Keys)
def _in_sqlite(keys: _Keys, compiler: SQLCompiler, **how: Any) -> str:
    return f"(SELECT value FROM json_each({compiler.process(keys.clauses, **how)}))"


@compiles(_Keys, "postgresql")
def _in_postgresql(keys: _Keys, compiler: SQLCompiler, **how: Any) -> str:
    values = compiler.process(keys.clauses, **how)
    return (
        "(SELECT CAST(value AS BIGINT)"
        f" FROM json_array_elements_text(CAST({values} AS JSON)))"
    )


@compiles(_IsListed)
def _listed_in_sqlite(asked: _IsListed, compiler: SQLCompiler, **how: Any) -> str:
    column, values = (compiler.process(each, **how) for each in asked.clauses)
    return f"{column} IN (SELECT value FROM json_each({values}))"


@compiles(_IsListed, "postgresql")
def _listed_in_postgresql(asked: _IsListed, compiler: SQLCompiler, **how: Any) -> str:
    kind = "BIGINT" if isinstance(asked.clauses.clauses[0].type, Integer) else "TEXT"
    column, values = (compiler.process(each, **how) for each in asked.clauses)
    return (
        f"{column} = ANY (ARRAY(SELECT CAST(value AS {kind})"
        f" FROM json_array_elements_text(CAST({values} AS JSON))))"
    )
