"""Lists of any length open at once in every order a desk asks for."""

revision = "2026_11_21_0003"
down_revision = "2026_11_21_0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
