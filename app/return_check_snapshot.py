"""A day's check as one JSON text: what is kept, hashed, and read again as it was."""

import hashlib
import json
import types
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from app.event_log import facts_text
from models.day_check import DayCheck
from models.return_check import CheckClass

_LEFT_OUT = {"final", "is_final", "still_holds"}


def snapshot_text(check: DayCheck) -> str:
    """The result with its counts and rates, in one form for one content."""
    told = _told(check)
    assert isinstance(told, dict)
    counts = {each.value: count for each, count in check.counts.items()}
    told |= {
        "set": check.set_size,
        "counts": {**counts, "exceptions": check.exception_count},
        "return_rate": check.return_rate,
        "feedback_rate": check.feedback_rate,
    }
    return facts_text(told)


def snapshot_hash(text: str) -> str:
    """SHA-256 of a snapshot."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def read_snapshot(text: str) -> DayCheck:
    """The result that was kept; the final run itself is not part of it."""
    check = _read(DayCheck, json.loads(text))
    assert isinstance(check, DayCheck)
    return check


def read_classes(text: str) -> Iterator[tuple[int, CheckClass]]:
    """The slips of the set that was kept, and their classes; nothing else is read."""
    for item in json.loads(text)["items"]:
        if item["check_class"] is not None:
            yield item["slip_id"], CheckClass(item["check_class"])


def _told(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _told(getattr(value, field.name))
            for field in fields(value)
            if field.name not in _LEFT_OUT
        }
    if isinstance(value, tuple):
        return [_told(each) for each in value]
    return value


def _read(kind: Any, told: Any) -> object:
    """What ``told`` stands for, as an annotation says."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        if told is None:
            return None
        return _read(
            next(each for each in get_args(kind) if each is not type(None)), told
        )
    if origin is tuple:
        return tuple(_read(get_args(kind)[0], each) for each in told)
    if is_dataclass(kind):
        hints, make = _hints(kind), cast(Any, kind)
        return make(
            **{name: _read(hints[name], told[name]) for name in hints if name in told}
        )
    if kind is datetime:
        return datetime.strptime(told, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    if kind is date:
        return date.fromisoformat(told)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(told)
    return told


_KNOWN: dict[Any, Mapping[str, Any]] = {}


def _hints(kind: Any) -> Mapping[str, Any]:
    """The annotations of a record, read once."""
    if kind not in _KNOWN:
        _KNOWN[kind] = get_type_hints(kind)
    return _KNOWN[kind]
