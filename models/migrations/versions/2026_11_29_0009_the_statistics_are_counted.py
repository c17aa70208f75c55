"""Statistics look at past moments: who was out, who was told, at each run of a year.

The index of returns tells when a slip was issued too, so that a past moment is counted
without reading the slips. Papers that went out again are few; they and the feedback of
a day are found by their time.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_0009"
down_revision = "2026_11_29_0008"
branch_labels = None
depends_on = None

_WENT_OUT = sa.text("out_again_at IS NOT NULL")


def upgrade() -> None:
    op.drop_index("ix_slip_returned", "slip")
    op.create_index(
        "ix_slip_returned", "slip", ["centre_id", "returned_at", "issued_at"]
    )
    op.create_index("ix_feedback_told", "feedback", ["told_at", "slip_id"])
    op.create_index(
        "ix_slip_return_out",
        "slip_return",
        ["centre_id", "out_again_at"],
        sqlite_where=_WENT_OUT,
        postgresql_where=_WENT_OUT,
    )
