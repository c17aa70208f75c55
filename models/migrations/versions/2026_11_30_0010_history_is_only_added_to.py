"""On a server the program's own login loses the rights it never needs.

What is only ever added to can not be changed or deleted, nothing can be emptied, and
of the money only the columns that a step fills in later can be. The login owns the
tables and could give itself the rights again; ``silian check`` notices.

A table that others refer to keeps UPDATE on some column: the server locks its row with
the owner's rights when a reference is checked. A later step that changes what stands in
such a table grants itself the right first and revokes it after.
"""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "2026_11_30_0010"
down_revision = "2026_11_29_0009"
branch_labels = None
depends_on = None

_TAKEN = Path(__file__).with_suffix(".postgresql.sql")


def upgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return  # whoever owns a file owns what is in it
    for statement in _TAKEN.read_text("utf-8").strip().split("\n\n"):
        op.execute(sa.text(statement))
