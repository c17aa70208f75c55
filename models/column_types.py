"""How money, instants and short lists of words lie in the database."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator

_FEN = Decimal(100)
_CENT = Decimal("0.01")
_TEXT_LENGTH = len("2026-11-21 00:00:00.000000")


class Fen(TypeDecorator[Decimal]):
    """Decimal yuan with two places in Python, whole fen as an integer in the database.

    A float or a third decimal is refused at the border.
    """

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        if not isinstance(value, Decimal):
            raise TypeError(f"money must be Decimal, not {type(value).__name__}")
        fen = value * _FEN
        if fen != fen.to_integral_value():
            raise ValueError(f"money has more than two decimals: {value}")
        return int(fen)

    def process_result_value(
        self, value: int | None, dialect: Dialect
    ) -> Decimal | None:
        return None if value is None else (Decimal(value) / _FEN).quantize(_CENT)


class Instant(TypeDecorator[datetime]):
    """Aware UTC datetime in Python; timestamptz on PostgreSQL, UTC text on SQLite."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant must be aware")
        at = value.astimezone(UTC)
        return at.replace(tzinfo=None) if dialect.name == "sqlite" else at

    def process_result_value(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            return value.replace(tzinfo=UTC)
        return value.astimezone(UTC)

    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[Any], datetime | None] | None:
        if dialect.name != "sqlite":
            return super().result_processor(dialect, coltype)
        return _from_text  # a list reads ten thousands of them: one call, not four


def _from_text(value: str | None) -> datetime | None:
    if value is None:
        return None
    if len(value) == _TEXT_LENGTH:
        return datetime.fromisoformat(f"{value}+00:00")
    return datetime.fromisoformat(value).replace(tzinfo=UTC)  # not written by us


class Words(TypeDecorator[tuple[str, ...]]):
    """A few names in order, stored as the desk writes them: ``刘志强、马俊``."""

    impl = Text
    cache_ok = True

    def process_bind_param(
        self, value: tuple[str, ...] | None, dialect: Dialect
    ) -> str | None:
        return None if value is None else "、".join(value)

    def process_result_value(
        self, value: str | None, dialect: Dialect
    ) -> tuple[str, ...] | None:
        if value is None:
            return None
        return tuple(word for word in value.split("、") if word)
