"""Runs migrations on a connection handed in by ``app/schema.py``."""

from typing import Any, Literal

import sqlalchemy as sa
from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy.types import TypeDecorator

from models.all import Base
from models.partial_index import put_conditions


def render_item(kind: str, item: Any, _: AutogenContext) -> str | Literal[False]:
    """Write our column types as the plain types they are stored in."""
    if kind != "type":
        return False
    if isinstance(item, TypeDecorator):
        plain = item.impl_instance
        if isinstance(plain, sa.DateTime):
            return "sa.DateTime(timezone=True)"
        return f"sa.{type(plain).__name__}()"
    if isinstance(item, sa.Enum):
        values = ", ".join(repr(value) for value in item.enums)
        return (
            f"sa.Enum({values}, name={item.name!r}, native_enum=False, "
            "create_constraint=True, length=24)"
        )
    if isinstance(item, sa.BigInteger):
        return 'sa.BigInteger().with_variant(sa.Integer(), "sqlite")'
    return False


put_conditions(Base.metadata)
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    render_item=render_item,
    compare_type=True,
    transactional_ddl=True,
    on_version_apply=context.config.attributes.get("on_step"),
)
with context.begin_transaction():
    context.run_migrations()
