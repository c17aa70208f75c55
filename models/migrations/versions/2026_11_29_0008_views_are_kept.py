"""The views of the registers that people name are kept for them, at whatever desk."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0008"
down_revision = "2026_11_28_0007"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "saved_view",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("centre_id", _KEY, nullable=False),
        sa.Column("owner", sa.String(length=80), nullable=False),
        sa.Column("place", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centre.id"], name=op.f("fk_saved_view_centre_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sa.UniqueConstraint(
            "centre_id",
            "owner",
            "place",
            "name",
            name=op.f("uq_saved_view_centre_id_owner_place_name"),
        ),
    )
