"""A table of moments as one parameter: rows that a statement joins, however many."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from sqlalchemy import CTE, select

from models.row_list import GivenRows, rows_as_one


def moment_rows(
    name: str, columns: Sequence[str], rows: Iterable[Sequence[datetime]]
) -> CTE:
    """The rows as a table called ``name``; its first column ``no`` counts from 0."""
    given = GivenRows(
        name,
        rows_as_one(
            (place, *(f"{each.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f}" for each in row))
            for place, row in enumerate(rows)
        ),
    )
    made = [given.moment(at).label(column) for at, column in enumerate(columns, 1)]
    number = given.number(0).label("no")
    return select(number, *made).cte(name).prefix_with("MATERIALIZED")
