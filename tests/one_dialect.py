"""What SQLAlchemy learns of a kind of database is learned once for all tests.

A program opens its database once; tests open thousands, and each engine would compile
every statement anew. Here all engines of a kind share the first one's dialect and its
compiled statements, as the transactions of one engine do.
"""

from typing import Any

from sqlalchemy import URL, Engine, create_engine, event

_STATEMENTS = 20_000
_first: dict[str, tuple[Any, Any]] = {}


def create_alike(url: str | URL, **settings: Any) -> Engine:
    """The engine of a URL; the first that reaches its database teaches the others."""
    engine = create_engine(url, query_cache_size=_STATEMENTS, **settings)
    name = engine.dialect.name
    if name in _first:
        # Only the pair makes a hit: the dialect is part of the key.
        engine.dialect, engine._compiled_cache = _first[name]
        return engine
    learned = engine.dialect, engine._compiled_cache

    def keep(*_: object) -> None:
        _first.setdefault(name, learned)

    event.listen(engine, "connect", keep)
    return engine
