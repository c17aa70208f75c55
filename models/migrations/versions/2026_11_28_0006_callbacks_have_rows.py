"""Callbacks get rows of their own, those of data books among them; drafts of forms.

Dissatisfied owners are looked for among all years, and slips that ended by the moment
they did; both are few, so both get an index of their own. What is half typed about a
slip is kept beside the half-typed calls.
"""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_0006"
down_revision = "2026_11_28_0005"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_AT = sa.DateTime(timezone=True)
_CHUNK = 2_000
_METHODS = {"电话": "phone", "上门": "visit", "现场复核": "onsite_check"}
_RESULTS = {"接通": "reached", "未接通": "unreachable", "拒绝": "refused"}
_NORMAL = {"是": True, "否": False}
_OPINIONS = {"满意": "satisfied", "基本满意": "fair", "不满意": "dissatisfied"}

_ROW = sa.table(
    "book_row",
    sa.column("id", _KEY),
    sa.column("centre_id", _KEY),
    sa.column("sheet", sa.String()),
    sa.column("position", sa.Integer()),
    sa.column("slip_id", _KEY),
    sa.column("row_at", _AT),
    sa.column("cells", sa.Text()),
)
_CALLBACK = sa.table(
    "callback",
    sa.column("centre_id", _KEY),
    sa.column("slip_id", _KEY),
    sa.column("called_at", _AT),
    sa.column("called_by", sa.String()),
    sa.column("method", sa.String()),
    sa.column("result", sa.String()),
    sa.column("is_normal", sa.Boolean()),
    sa.column("satisfaction", sa.String()),
    sa.column("comment", sa.Text()),
)


def upgrade() -> None:
    _index(
        "ix_callback_dissatisfied", "callback", ["centre_id", "slip_id", "called_at"]
    )
    _index("ix_slip_ended", "slip", ["centre_id", "ended_at"])
    op.create_table(
        "form_draft",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("centre_id", _KEY, nullable=False),
        sa.Column("typed_by", sa.String(length=80), nullable=False),
        sa.Column("room", sa.String(length=20), nullable=False),
        sa.Column("slip_id", _KEY, nullable=False),
        sa.Column("typed_at", _AT, nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        *(
            sa.ForeignKeyConstraint(
                [f"{other}_id"],
                [f"{other}.id"],
                name=op.f(f"fk_form_draft_{other}_id"),
            )
            for other in ("centre", "slip")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_form_draft")),
        sa.UniqueConstraint(
            "centre_id",
            "typed_by",
            "room",
            "slip_id",
            name=op.f("uq_form_draft_centre_id_typed_by_room_slip_id"),
        ),
    )
    _move_rows(op.get_bind())


_WHICH = {
    "callback": sa.text("satisfaction = 'dissatisfied'"),
    "slip": sa.text("ended_at IS NOT NULL"),
}


def _index(name: str, table: str, columns: list[str]) -> None:
    which = _WHICH[table]
    op.create_index(name, table, columns, sqlite_where=which, postgresql_where=which)


def _move_rows(connection: sa.Connection) -> None:
    kept = connection.execute(
        sa.select(_ROW)
        .where(_ROW.c.sheet == "回访")
        .order_by(_ROW.c.row_at, _ROW.c.position, _ROW.c.id)
    ).all()
    rows = [_callback(row) for row in kept]
    for start in range(0, len(rows), _CHUNK):
        connection.execute(sa.insert(_CALLBACK), rows[start : start + _CHUNK])
    connection.execute(sa.delete(_ROW).where(_ROW.c.sheet == "回访"))


def _callback(row: sa.Row[Any]) -> dict[str, object]:
    cells = json.loads(row.cells)
    return {
        "centre_id": row.centre_id,
        "slip_id": row.slip_id,
        "called_at": row.row_at,
        "called_by": cells["回访人"],
        "method": _METHODS[cells["方式"]],
        "result": _RESULTS[cells["结果"]],
        "is_normal": _NORMAL.get(cells.get("使用正常", "")),
        "satisfaction": _OPINIONS.get(cells.get("满意度", "")),
        "comment": cells.get("意见"),
    }
