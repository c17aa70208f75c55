"""Slips, units and people are found by any word, sound or tail of a number.

Only the tables are made here: the program fills them from the slips and the directory
right after, because it alone knows how a name is read (``app/schema.py``).
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_21_0002"
down_revision = "2026_11_21_0001"
branch_labels = None
depends_on = None


def _key(name: str) -> sa.Column[int]:
    kind = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column(name, kind, nullable=False)


def _text(name: str, length: int) -> sa.Column[str]:
    kind = sa.String(length).with_variant(
        sa.String(length, collation="C"), "postgresql"
    )
    return sa.Column(name, kind, nullable=False)


def upgrade() -> None:
    op.create_table(
        "search_block",
        _key("centre_id"),
        _key("block"),
        _key("last_id"),
        sa.Column("newest_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_in_order", sa.Boolean(), nullable=False),
        sa.Column("is_full", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("centre_id", "block", name=op.f("pk_search_block")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_search_block_newest", "search_block", ["centre_id", "newest_at", "block"]
    )
    op.create_table(
        "search_loose",
        _key("centre_id"),
        _key("slip_id"),
        sa.PrimaryKeyConstraint("centre_id", "slip_id", name=op.f("pk_search_loose")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "search_name",
        _key("centre_id"),
        sa.Column("is_person", sa.Boolean(), nullable=False),
        _text("start", 120),
        _key("target_id"),
        sa.PrimaryKeyConstraint(
            "centre_id", "is_person", "start", "target_id", name=op.f("pk_search_name")
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_search_name_target", "search_name", ["centre_id", "is_person", "target_id"]
    )
    op.create_table(
        "search_person",
        _key("id"),
        _key("centre_id"),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("phone", sa.String(length=30), nullable=False),
        sa.Column("unit_label", sa.String(length=30), nullable=False),
        sa.Column("slips", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_person")),
        sa.UniqueConstraint(
            "centre_id",
            "name",
            "phone",
            "unit_label",
            name=op.f("uq_search_person_centre_id_name_phone_unit_label"),
        ),
    )
    op.create_table(
        "search_post",
        _key("centre_id"),
        _key("shelf"),
        _text("key", 40),
        _key("block"),
        sa.Column("slips", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint(
            "centre_id", "shelf", "key", "block", name=op.f("pk_search_post")
        ),
        sqlite_with_rowid=False,
    )
