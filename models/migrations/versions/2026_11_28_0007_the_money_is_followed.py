"""The money: tariff, ledger, waivers, finance copies, bundles, closed periods.

Every yuan of a slip gets an entry of its own, and every finance copy the statement it
stands in. What is closed is closed: the database refuses to change it.
"""

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_0007"
down_revision = "2026_11_28_0006"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_AT = sa.DateTime(timezone=True)


def _words(name: str, *values: str) -> sa.Enum:
    return sa.Enum(
        *values, name=name, native_enum=False, create_constraint=True, length=24
    )


def _key(table: str) -> tuple[sa.Column[Any], sa.PrimaryKeyConstraint]:
    return (
        sa.Column("id", _KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def _of(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}"
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(name))


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _text(name: str, length: int, *, must: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length=length), nullable=not must)


def _fen(name: str, *, must: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger(), nullable=not must)


def _at(name: str, *, must: bool = False) -> sa.Column[Any]:
    return sa.Column(name, _AT, nullable=not must)


def _ref(name: str, *, must: bool = False) -> sa.Column[Any]:
    return sa.Column(name, _KEY, nullable=not must)


def _flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def upgrade() -> None:
    _create_tariff()
    _add_price_reasons()
    _create_waivers()
    _create_ledger()
    _create_copies()
    _create_periods()
    _guard_closed_periods()


def _create_tariff() -> None:
    table = "tariff_item"
    op.create_table(
        table,
        *_key(table),
        _ref("centre_id", must=True),
        _text("code", 20, must=True),
        _text("category", 40, must=True),
        _text("name", 60, must=True),
        _text("uom", 10, must=True),
        _fen("labour", must=True),
        _fen("labour_most"),
        _fen("night_labour"),
        sa.Column(
            "material_mode",
            _words("materialmode", "extra", "included", "owner_supplied", "all_in"),
            nullable=False,
        ),
        _fen("material"),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        _flag("is_sample"),
        _text("note", 100),
        _of(table, "centre_id", "centre"),
        _unique(table, "centre_id", "code", "valid_from"),
        _check(table, "labour", "labour >= 0"),
        _check(table, "labour_most", "labour_most >= labour"),
        _check(table, "night_labour", "night_labour >= 0"),
        _check(table, "material", "material >= 0"),
        _check(table, "minutes", "minutes > 0"),
        _check(table, "valid_until", "valid_until > valid_from"),
    )


def _add_price_reasons() -> None:
    with op.batch_alter_table("slip_line") as batch:
        batch.add_column(
            sa.Column(
                "is_night", sa.Boolean(), server_default=sa.false(), nullable=False
            )
        )
        batch.add_column(_text("price_reason", 100))


def _create_waivers() -> None:
    table = "waiver"
    op.create_table(
        table,
        *_key(table),
        _ref("centre_id", must=True),
        _ref("slip_id", must=True),
        _fen("amount", must=True),
        _text("reason", 1000, must=True),
        sa.Column("level", _words("waiverlevel", "director", "leader"), nullable=False),
        _text("applicant", 80, must=True),
        _at("applied_at", must=True),
        sa.Column(
            "status",
            _words("waiverstatus", "pending", "approved", "rejected", "withdrawn"),
            nullable=False,
        ),
        _text("approver", 80),
        _text("approver_title", 40),
        _at("decided_at"),
        _text("decided_note", 300),
        _text("paper_ref", 40),
        _text("recorded_by", 80, must=True),
        _of(table, "centre_id", "centre"),
        _of(table, "slip_id", "slip"),
        _check(table, "amount", "amount > 0"),
    )
    op.create_index("ix_waiver_status", table, ["centre_id", "status", "applied_at"])
    op.create_index(op.f("ix_waiver_slip_id"), table, ["slip_id"])
    is_linked = sa.text("parent_slip_id IS NOT NULL")
    op.create_index(
        "ix_slip_parent",
        "slip",
        ["parent_slip_id"],
        sqlite_where=is_linked,
        postgresql_where=is_linked,
    )


def _create_ledger() -> None:
    table = "ledger_entry"
    has_receipt = sa.text("receipt_no IS NOT NULL")
    op.create_table(
        table,
        *_key(table),
        _ref("centre_id", must=True),
        _ref("slip_id", must=True),
        sa.Column(
            "kind",
            _words("entrykind", "charge", "waive", "pay", "refund", "adjust"),
            nullable=False,
        ),
        _fen("amount", must=True),
        sa.Column(
            "method",
            _words(
                "paymethod", "cash", "transfer", "wechat", "alipay", "card", "other"
            ),
            nullable=True,
        ),
        _text("payer", 80),
        _text("receipt_no", 40),
        _text("invoice_no", 40),
        _text("escort", 80),
        _text("note", 1000),
        _at("effective_at", must=True),
        _at("recorded_at", must=True),
        _text("recorded_by", 80, must=True),
        _text("posting_period", 7),
        _ref("payment_id"),
        _ref("waiver_id"),
        _ref("reverses_id"),
        _of(table, "centre_id", "centre"),
        _of(table, "slip_id", "slip"),
        _of(table, "payment_id", table),
        _of(table, "waiver_id", "waiver"),
        _of(table, "reverses_id", table),
        _check(table, "amount", "amount <> 0"),
        _check(table, "amount_sign", "kind IN ('charge', 'adjust') OR amount > 0"),
        _check(
            table,
            "method_of_money",
            "(kind IN ('pay', 'refund')) = (method IS NOT NULL)",
        ),
        _check(table, "posted", "kind = 'waive' OR posting_period IS NOT NULL"),
    )
    op.create_index(op.f("ix_ledger_entry_slip_id"), table, ["slip_id"])
    op.create_index(
        "ix_ledger_entry_posted", table, ["centre_id", "posting_period", "kind"]
    )
    op.create_index("ix_ledger_entry_effective", table, ["centre_id", "effective_at"])
    op.create_index(
        "ix_ledger_entry_receipt",
        table,
        ["centre_id", "receipt_no"],
        sqlite_where=has_receipt,
        postgresql_where=has_receipt,
    )


def _create_copies() -> None:
    table = "finance_copy"
    op.create_table(
        table,
        *_key(table),
        _ref("centre_id", must=True),
        _ref("slip_id", must=True),
        _at("arrived_at", must=True),
        _at("left_at"),
        _flag("is_early"),
        _flag("has_paper"),
        _text("posting_period", 7, must=True),
        _of(table, "centre_id", "centre"),
        _of(table, "slip_id", "slip"),
    )
    op.create_index(op.f("ix_finance_copy_slip_id"), table, ["slip_id"])
    op.create_index("ix_finance_copy_posted", table, ["centre_id", "posting_period"])
    table = "handover_batch"
    op.create_table(
        table,
        *_key(table),
        _ref("centre_id", must=True),
        _text("period", 7, must=True),
        sa.Column("batch_no", sa.Integer(), nullable=False),
        _at("begun_at", must=True),
        _text("begun_by", 80, must=True),
        _at("handed_at"),
        _text("from_staff", 80),
        _text("to_staff", 80),
        sa.Column("copy_count", sa.Integer(), nullable=True),
        _fen("amount"),
        _at("printed_at"),
        _of(table, "centre_id", "centre"),
        _unique(table, "centre_id", "period", "batch_no"),
    )
    table = "handover_copy"
    op.create_table(
        table,
        _ref("batch_id", must=True),
        _ref("slip_id", must=True),
        sa.Column("print_seq", sa.Integer(), nullable=False),
        _at("scanned_at", must=True),
        _of(table, "batch_id", "handover_batch"),
        _of(table, "slip_id", "slip"),
        sa.PrimaryKeyConstraint("batch_id", "slip_id", name=op.f(f"pk_{table}")),
    )
    op.create_index(op.f("ix_handover_copy_slip_id"), table, ["slip_id"])


def _create_periods() -> None:
    table = "finance_period"
    op.create_table(
        table,
        *_key(table),
        _ref("centre_id", must=True),
        _text("code", 7, must=True),
        _at("proposed_at"),
        _text("proposed_by", 80),
        _at("closed_at"),
        _text("closed_by", 80),
        sa.Column("statement", sa.Text(), nullable=True),
        _text("hash", 64),
        _fen("closing"),
        _ref("last_slip_id"),
        _of(table, "centre_id", "centre"),
        _unique(table, "centre_id", "code"),
    )
    table = "carried_slip"
    op.create_table(
        table,
        _ref("period_id", must=True),
        _ref("slip_id", must=True),
        _fen("balance", must=True),
        _flag("is_waiting"),
        _of(table, "period_id", "finance_period"),
        _of(table, "slip_id", "slip"),
        sa.PrimaryKeyConstraint("period_id", "slip_id", name=op.f(f"pk_{table}")),
    )
    table = "statement_file"
    op.create_table(
        table,
        _ref("period_id", must=True),
        sa.Column("kind", _words("filekind", "pdf", "xlsx"), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        _text("hash", 64, must=True),
        _of(table, "period_id", "finance_period"),
        sa.PrimaryKeyConstraint("period_id", "kind", name=op.f(f"pk_{table}")),
    )


def _guard_closed_periods() -> None:
    """What was closed is refused by the database itself, whoever asks (4.7-8).

    The statements stand beside this file, where ``silian check`` reads them too.
    """
    file = Path(__file__).with_suffix(f".{op.get_bind().dialect.name}.sql")
    for statement in file.read_text("utf-8").strip().split("\n\n"):
        op.get_bind().exec_driver_sql(statement)
