"""A table of moments as one parameter: rows that a statement joins, however many."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import CTE, Text, bindparam, literal_column, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from models.column_types import Instant


class _Rows(FunctionElement[Any]):
    """The rows of a JSON list of lists."""

    name = "moment_rows"
    inherit_cache = True


class _Moment(FunctionElement[datetime]):
    """One moment of a row, by its place."""

    name = "moment"
    type = Instant()
    inherit_cache = True


def moment_rows(
    name: str, columns: Sequence[str], rows: Iterable[Sequence[datetime]]
) -> CTE:
    """The rows as a table called ``name``; its first column ``no`` counts from 0."""
    texts = [
        [place, *(f"{each.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f}" for each in row)]
        for place, row in enumerate(rows)
    ]
    listed = bindparam(None, json.dumps(texts), Text(), unique=True)
    value = _Rows(listed).table_valued("value").c.value
    made = [
        _Moment(value, literal_column(str(place))).label(column)
        for place, column in enumerate(columns, start=1)
    ]
    number = _Number(value).label("no")
    return select(number, *made).cte(name).prefix_with("MATERIALIZED")


class _Number(FunctionElement[int]):
    """The number at the head of a row."""

    name = "row_number_of"
    inherit_cache = True


@compiles(_Rows)
def _rows_in_sqlite(rows: _Rows, compiler: SQLCompiler, **how: Any) -> str:
    return f"json_each({compiler.process(rows.clauses, **how)})"


@compiles(_Rows, "postgresql")
def _rows_in_postgresql(rows: _Rows, compiler: SQLCompiler, **how: Any) -> str:
    listed = compiler.process(rows.clauses, **how)
    return f"json_array_elements(CAST({listed} AS JSON))"


@compiles(_Moment)
def _moment_in_sqlite(moment: _Moment, compiler: SQLCompiler, **how: Any) -> str:
    value, place = (compiler.process(each, **how) for each in moment.clauses)
    return f"json_extract({value}, '$[{place}]')"


@compiles(_Moment, "postgresql")
def _moment_in_postgresql(moment: _Moment, compiler: SQLCompiler, **how: Any) -> str:
    value, place = (compiler.process(each, **how) for each in moment.clauses)
    return f"CAST(({value} ->> {place}) || '+00' AS TIMESTAMP WITH TIME ZONE)"


@compiles(_Number)
def _number_in_sqlite(number: _Number, compiler: SQLCompiler, **how: Any) -> str:
    return f"json_extract({compiler.process(number.clauses, **how)}, '$[0]')"


@compiles(_Number, "postgresql")
def _number_in_postgresql(number: _Number, compiler: SQLCompiler, **how: Any) -> str:
    return f"CAST({compiler.process(number.clauses, **how)} ->> 0 AS INTEGER)"
