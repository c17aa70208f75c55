"""What a list is asked for as text, for another process that asks the same."""

import json
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from app.listing import (
    ColumnFilter,
    HasWords,
    IsAtLeast,
    IsOneOf,
    IsWithin,
    Sort,
)
from app.slip_filter import Register, SlipFilter, SlipOrder
from models.slip import SlipState


def filter_text(wanted: SlipFilter) -> str:
    """The filter as JSON, to be read by ``filter_of``."""
    facts = {field.name: getattr(wanted, field.name) for field in fields(wanted)}
    return json.dumps(
        facts
        | {
            "sort": wanted.sort and [wanted.sort.key, wanted.sort.is_descending],
            "columns": [[key, _asked_text(asked)] for key, asked in wanted.columns],
        },
        default=_plain,
        ensure_ascii=False,
    )


def filter_of(text: str) -> SlipFilter:
    """The filter that ``filter_text`` wrote."""
    facts = json.loads(text)
    register, ids, sort = facts["register"], facts["ids"], facts["sort"]
    return SlipFilter(
        register=None if register is None else Register(register),
        states=frozenset(map(SlipState, facts["states"])),
        from_at=_moment(facts["from_at"]),
        until_at=_moment(facts["until_at"]),
        text=facts["text"],
        order=SlipOrder(facts["order"]),
        sort=None if sort is None else Sort(*sort),
        columns=tuple((key, _asked_of(*asked)) for key, asked in facts["columns"]),
        ids=None if ids is None else tuple(ids),
        without=frozenset(facts["without"]),
    )


def _asked_text(asked: ColumnFilter) -> list[Any]:
    return [
        type(asked).__name__,
        *(getattr(asked, field.name) for field in fields(asked)),
    ]


def _asked_of(kind: str, *facts: Any) -> ColumnFilter:
    match kind:
        case HasWords.__name__:
            return HasWords(facts[0])
        case IsOneOf.__name__:
            return IsOneOf(tuple(facts[0]))
        case IsWithin.__name__:
            from_on, until_on = (each and date.fromisoformat(each) for each in facts)
            return IsWithin(from_on, until_on)
        case IsAtLeast.__name__:
            return IsAtLeast(Decimal(facts[0]))
    raise ValueError(f"no heading asks a {kind}")


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, frozenset):
        return sorted(value)
    raise TypeError(f"no filter holds a {type(value).__name__}")
