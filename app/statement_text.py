"""A statement as one JSON text: stored at the close, and read again as it was."""

import hashlib
import json
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from app.event_log import facts_text
from models.statement import Statement

_LEFT_OUT = "hash"
_FORM = "%Y-%m-%dT%H:%M:%SZ"

Reader = Callable[[Any], Any]


def statement_text(statement: Statement) -> str:
    """Everything but its own hash, in one form for one content."""
    told = cast(dict[str, object], _told(statement))
    del told[_LEFT_OUT]
    return facts_text(told)


def text_hash(text: str) -> str:
    """SHA-256 of a stored statement."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def read_statement(text: str, digest: str) -> Statement:
    """The statement that was stored."""
    told = json.loads(text)
    told[_LEFT_OUT] = digest
    statement = _reader(Statement)(told)
    assert isinstance(statement, Statement)
    return statement


def _told(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _told(getattr(value, field.name)) for field in fields(value)
        }
    if isinstance(value, tuple):
        return [_told(each) for each in value]
    if isinstance(value, Mapping):
        return {str(key): _told(each) for key, each in value.items()}
    return value


@cache
def _reader(kind: Any) -> Reader:
    """What turns the JSON of an annotation into its value; made once a kind."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        inner = _reader(next(e for e in get_args(kind) if e is not type(None)))
        return lambda told: None if told is None else inner(told)
    if origin is tuple:
        each = _reader(get_args(kind)[0])
        return lambda told: tuple([each(one) for one in told])
    if origin in (Mapping, dict):
        words, of_value = get_args(kind)[0], _reader(get_args(kind)[1])
        return lambda told: {word: of_value(told[word.value]) for word in words}
    if is_dataclass(kind):
        readers = [(name, _reader(e)) for name, e in get_type_hints(kind).items()]
        make = cast(Any, kind)
        return lambda told: make(*[read(told[name]) for name, read in readers])
    if kind is datetime:
        return _instant
    if kind is Decimal or (isinstance(kind, type) and issubclass(kind, StrEnum)):
        return cast(Reader, kind)
    return lambda told: told


def _instant(told: str) -> datetime:
    return datetime.strptime(told, _FORM).replace(tzinfo=UTC)
