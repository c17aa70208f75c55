"""How a sheet of the centre's own maps to the data book is remembered."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_21_0004"
down_revision = "2026_11_21_0003"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "sheet_mapping",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("centre_id", _KEY, nullable=False),
        sa.Column("target", sa.String(length=20), nullable=False),
        sa.Column("shape", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("mapping", sa.Text(), nullable=False),
        sa.Column("used_by", sa.String(length=80), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centre.id"], name=op.f("fk_sheet_mapping_centre_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sheet_mapping")),
        sa.UniqueConstraint(
            "centre_id",
            "target",
            "shape",
            name=op.f("uq_sheet_mapping_centre_id_target_shape"),
        ),
    )
