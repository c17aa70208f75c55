"""Slips, units and people are found by any word, sound or tail of a number."""

revision = "2026_11_21_0002"
down_revision = "2026_11_21_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
