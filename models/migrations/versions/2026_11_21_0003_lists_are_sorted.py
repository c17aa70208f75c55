"""Lists of any length open at once in every order a desk asks for.

The list by time of issue holds area and state too: which slips stand in a register is
answered from it alone, without a look at the slips.
"""

from alembic import op

revision = "2026_11_21_0003"
down_revision = "2026_11_21_0002"
branch_labels = None
depends_on = None

_SORTED_BY = {
    "ix_slip_unit_label": "unit_label",
    "ix_slip_owner_name": "owner_name",
    "ix_slip_place_name": "place",
    "ix_slip_trade": "trade",
    "ix_slip_technicians": "technicians",
    "ix_slip_dispatched": "dispatched_at",
}


def upgrade() -> None:
    op.drop_index("ix_slip_issued", "slip")
    op.create_index(
        "ix_slip_listed", "slip", ["centre_id", "issued_at", "id", "area_kind", "state"]
    )
    for name, column in _SORTED_BY.items():
        op.create_index(name, "slip", ["centre_id", column, "id"])
