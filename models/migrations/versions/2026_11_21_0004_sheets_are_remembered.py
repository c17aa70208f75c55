"""How a sheet of the centre's own maps to the data book is remembered."""

revision = "2026_11_21_0004"
down_revision = "2026_11_21_0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
