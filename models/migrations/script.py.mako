"""${message}

Say above why the step is made, in the desk's words. A step imports nothing of ours:
column types are plain ``sa.…``; a data step declares the little tables it needs.
There is no way back in the field: a copy of the file is made before upgrading.
"""

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = ${repr(branch_labels)}
depends_on = ${repr(depends_on)}


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}
