"""The day of the desk: returns, inspections, callbacks, checks, follow-ups, shifts.

A slip may come back more than once; every return and every inspection gets a row of
its own, so that any past moment can be asked about. What happened before is read from
the log.
"""

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_0005"
down_revision = "2026_11_21_0004"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_AT = sa.DateTime(timezone=True)
_CHUNK = 2_000


def _words(name: str, *values: str) -> sa.Enum:
    return sa.Enum(
        *values, name=name, native_enum=False, create_constraint=True, length=24
    )


def _key(table: str) -> tuple[sa.Column[Any], sa.PrimaryKeyConstraint]:
    return (
        sa.Column("id", _KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def _of(table: str, other: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{other}_id"
    return sa.ForeignKeyConstraint([f"{other}_id"], [f"{other}.id"], name=op.f(name))


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def upgrade() -> None:
    op.add_column("slip", sa.Column("diagnosed_at", _AT, nullable=True))
    op.add_column("slip", sa.Column("escalated_at", _AT, nullable=True))
    op.add_column("slip", sa.Column("late_notice_at", _AT, nullable=True))
    op.add_column("slip", sa.Column("late_notice_for_at", _AT, nullable=True))
    op.add_column("slip", sa.Column("suspended_at", _AT, nullable=True))
    op.add_column("slip", sa.Column("paused_at", _AT, nullable=True))
    op.add_column(
        "slip",
        sa.Column("paused_min", sa.Integer(), server_default="0", nullable=False),
    )
    _create_returns()
    _create_notices()
    _create_callbacks()
    _create_checks()
    _create_follow_ups()
    _create_stock()
    _fill_returns(op.get_bind())


def _create_returns() -> None:
    op.create_table(
        "slip_return",
        *_key("slip_return"),
        sa.Column("centre_id", _KEY, nullable=False),
        sa.Column("slip_id", _KEY, nullable=False),
        sa.Column("returned_at", _AT, nullable=False),
        sa.Column("returned_to", sa.String(length=80), nullable=True),
        sa.Column(
            "outcome", _words("outcome", "completed", "unfinished"), nullable=False
        ),
        sa.Column("out_again_at", _AT, nullable=True),
        _of("slip_return", "centre"),
        _of("slip_return", "slip"),
    )
    op.create_index("ix_slip_return_at", "slip_return", ["centre_id", "returned_at"])
    op.create_index(op.f("ix_slip_return_slip_id"), "slip_return", ["slip_id"])
    op.create_table(
        "inspection",
        *_key("inspection"),
        sa.Column("slip_id", _KEY, nullable=False),
        sa.Column("inspected_at", _AT, nullable=False),
        sa.Column("inspected_by", sa.String(length=80), nullable=True),
        sa.Column("is_passed", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(length=200), nullable=True),
        _of("inspection", "slip"),
    )
    op.create_index(op.f("ix_inspection_slip_id"), "inspection", ["slip_id"])
    op.create_index("ix_inspection_at", "inspection", ["inspected_at"])
    is_waiting = sa.text("inspect_status = 'pending'")
    op.create_index(
        "ix_slip_to_inspect",
        "slip",
        ["centre_id", "is_imported", "returned_at"],
        sqlite_where=is_waiting,
        postgresql_where=is_waiting,
    )


def _create_notices() -> None:
    op.create_table(
        "manager_notice",
        *_key("manager_notice"),
        sa.Column("centre_id", _KEY, nullable=False),
        sa.Column("slip_id", _KEY, nullable=False),
        sa.Column("told_at", _AT, nullable=False),
        sa.Column("told_by", sa.String(length=80), nullable=False),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.Column("failed_no", sa.Integer(), nullable=False),
        sa.Column("seen_at", _AT, nullable=True),
        sa.Column("seen_by", sa.String(length=80), nullable=True),
        _of("manager_notice", "centre"),
        _of("manager_notice", "slip"),
    )
    op.create_index(
        "ix_manager_notice_seen", "manager_notice", ["centre_id", "seen_at"]
    )
    op.create_index(op.f("ix_manager_notice_slip_id"), "manager_notice", ["slip_id"])


def _create_callbacks() -> None:
    opinion = _words("owneropinion", "satisfied", "fair", "dissatisfied")
    op.create_table(
        "callback",
        *_key("callback"),
        sa.Column("centre_id", _KEY, nullable=False),
        sa.Column("slip_id", _KEY, nullable=False),
        sa.Column("called_at", _AT, nullable=False),
        sa.Column("called_by", sa.String(length=80), nullable=False),
        sa.Column(
            "method",
            _words("callbackmethod", "phone", "visit", "onsite_check"),
            nullable=False,
        ),
        sa.Column(
            "result",
            _words("callbackresult", "reached", "unreachable", "refused"),
            nullable=False,
        ),
        sa.Column("is_normal", sa.Boolean(), nullable=True),
        sa.Column("satisfaction", opinion, nullable=True),
        sa.Column("comment", sa.Text(), nullable=True),
        _of("callback", "centre"),
        _of("callback", "slip"),
    )
    op.create_index("ix_callback_called", "callback", ["centre_id", "called_at"])
    op.create_index("ix_callback_slip", "callback", ["slip_id", "called_at"])


def _create_checks() -> None:
    counts = ("set_size", "on_time", "late", "feedback", "late_feedback", "missing")
    op.create_table(
        "return_check",
        *_key("return_check"),
        sa.Column("centre_id", _KEY, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("run_no", sa.Integer(), nullable=False),
        sa.Column("run_at", _AT, nullable=False),
        sa.Column("recorded_at", _AT, nullable=False),
        sa.Column("run_by", sa.String(length=80), nullable=False),
        sa.Column("engineering_by", sa.String(length=80), nullable=True),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in counts),
        sa.Column("exceptions", sa.Integer(), nullable=False),
        sa.Column("snapshot", sa.Text(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        _of("return_check", "centre"),
        _unique("return_check", "centre_id", "day", "run_no"),
    )


def _create_follow_ups() -> None:
    op.create_table(
        "follow_up",
        *_key("follow_up"),
        sa.Column("slip_id", _KEY, nullable=False),
        sa.Column(
            "side",
            _words("followupside", "engineering", "housekeeping"),
            nullable=False,
        ),
        sa.Column("followed_at", _AT, nullable=False),
        sa.Column("followed_by", sa.String(length=80), nullable=False),
        sa.Column("note", sa.String(length=300), nullable=False),
        _of("follow_up", "slip"),
    )
    op.create_index(
        "ix_follow_up_slip", "follow_up", ["slip_id", "side", "followed_at"]
    )
    op.create_table(
        "daily_review",
        *_key("daily_review"),
        sa.Column("centre_id", _KEY, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("supervisor", sa.String(length=80), nullable=False),
        sa.Column("reviewed_at", _AT, nullable=False),
        sa.Column("note", sa.String(length=300), nullable=True),
        _of("daily_review", "centre"),
        _unique("daily_review", "centre_id", "day", "supervisor"),
    )
    posts = ("front_desk", "control_room", "housekeeper")
    op.create_table(
        "shift_handover",
        *_key("shift_handover"),
        sa.Column("centre_id", _KEY, nullable=False),
        sa.Column("shift_at", _AT, nullable=False),
        sa.Column("from_post", _words("from_post", *posts), nullable=False),
        sa.Column("to_post", _words("to_post", *posts), nullable=False),
        sa.Column("given_by", sa.String(length=80), nullable=False),
        sa.Column("taken_by", sa.String(length=80), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=True),
        sa.Column("handed_at", _AT, nullable=False),
        sa.Column("snapshot", sa.Text(), nullable=False),
        _of("shift_handover", "centre"),
        _unique("shift_handover", "centre_id", "shift_at"),
    )


def _create_stock() -> None:
    op.create_table(
        "form_stock",
        *_key("form_stock"),
        sa.Column("centre_id", _KEY, nullable=False),
        sa.Column("prefix", sa.String(length=18), nullable=False),
        sa.Column("first_no", sa.Integer(), nullable=False),
        sa.Column("last_no", sa.Integer(), nullable=False),
        sa.Column("digits", sa.Integer(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("received_by", sa.String(length=80), nullable=False),
        sa.CheckConstraint(
            "first_no >= 0 AND last_no >= first_no", name=op.f("ck_form_stock_serials")
        ),
        _of("form_stock", "centre"),
        _unique("form_stock", "centre_id", "prefix", "first_no"),
    )
    op.create_table(
        "spoiled_form",
        *_key("spoiled_form"),
        sa.Column("centre_id", _KEY, nullable=False),
        sa.Column("stock_no", sa.String(length=30), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("spoiled_at", _AT, nullable=False),
        sa.Column("spoiled_by", sa.String(length=80), nullable=False),
        _of("spoiled_form", "centre"),
        _unique("spoiled_form", "centre_id", "stock_no"),
    )


_EVENT = sa.table(
    "event",
    sa.column("centre_id", _KEY),
    sa.column("seq", sa.Integer()),
    sa.column("happened_at", _AT),
    sa.column("by", sa.String()),
    sa.column("entity", sa.String()),
    sa.column("entity_id", _KEY),
    sa.column("what", sa.String()),
    sa.column("facts", sa.Text()),
)
_RETURN = sa.table(
    "slip_return",
    *(sa.column(name) for name in ("centre_id", "slip_id", "returned_to", "outcome")),
    sa.column("returned_at", _AT),
    sa.column("out_again_at", _AT),
)
_INSPECTION = sa.table(
    "inspection",
    *(sa.column(name) for name in ("slip_id", "inspected_by", "is_passed", "note")),
    sa.column("inspected_at", _AT),
)


def _fill_returns(connection: sa.Connection) -> None:
    told = ("return", "inspect_pass", "inspect_fail")
    entries = connection.execute(
        sa.select(_EVENT)
        .where(_EVENT.c.entity == "slip", _EVENT.c.what.in_(told))
        .order_by(_EVENT.c.entity_id, _EVENT.c.seq)
    ).all()
    returns: list[dict[str, Any]] = []
    inspections: list[dict[str, Any]] = []
    for slip_id, own in groupby(entries, lambda entry: entry.entity_id):
        _play(slip_id, own, returns, inspections)
    for table, rows in ((_RETURN, returns), (_INSPECTION, inspections)):
        for start in range(0, len(rows), _CHUNK):
            connection.execute(sa.insert(table), rows[start : start + _CHUNK])


def _play(
    slip_id: int,
    entries: Iterator[sa.Row[Any]],
    returns: list[dict[str, Any]],
    inspections: list[dict[str, Any]],
) -> None:
    outcome, note = "completed", None
    last: dict[str, Any] | None = None
    for entry in entries:
        facts = json.loads(entry.facts).get("set", {})
        outcome = facts.get("outcome", outcome)
        note = facts.get("inspect_note", note)
        if entry.what == "return" or last is None:
            # A paper that was inspected had come back, whenever that was.
            last = {
                "centre_id": entry.centre_id,
                "slip_id": slip_id,
                "returned_at": entry.happened_at,
                "returned_to": entry.by,
                "outcome": outcome,
                "out_again_at": entry.happened_at if outcome == "unfinished" else None,
            }
            returns.append(last)
        if entry.what == "return":
            continue
        if entry.what == "inspect_fail" and last["outcome"] == "completed":
            last["out_again_at"] = entry.happened_at
        inspections.append(
            {
                "slip_id": slip_id,
                "inspected_at": entry.happened_at,
                "inspected_by": entry.by,
                "is_passed": entry.what == "inspect_pass",
                "note": note,
            }
        )
