"""The money: tariff, ledger, waivers, finance copies, bundles, closed periods.

Every yuan of a slip gets an entry of its own, and every finance copy the statement it
stands in. What is closed is closed: the database refuses to change it.
"""

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
        _text("reason", 300, must=True),
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
        _text("note", 300),
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


_BUNDLE = "handover_batch"
_BUNDLE_COLUMNS = (
    "id, centre_id, period, batch_no, begun_at, begun_by, handed_at, from_staff,"
    " to_staff, copy_count, amount"
)
_CLOSED = (
    "EXISTS (SELECT 1 FROM finance_period WHERE centre_id = {row}.centre_id"
    " AND closed_at IS NOT NULL AND code >= {row}.{column})"
)
_CLOSED_OWN = (
    "EXISTS (SELECT 1 FROM finance_period WHERE id = {row}.period_id"
    " AND closed_at IS NOT NULL)"
)
_CLOSED_BUNDLE = (
    "EXISTS (SELECT 1 FROM handover_batch JOIN finance_period"
    " ON finance_period.centre_id = handover_batch.centre_id"
    " AND finance_period.closed_at IS NOT NULL"
    " AND finance_period.code >= handover_batch.period"
    " WHERE handover_batch.id = {row}.batch_id)"
)


def _guard_closed_periods() -> None:
    """What was closed is refused by the database itself, whoever asks (4.7-8)."""
    if op.get_bind().dialect.name == "sqlite":
        _guard_in_a_file()
    else:
        _guard_on_a_server()


def _guard_in_a_file() -> None:
    for table, closed in (
        ("ledger_entry", _CLOSED.replace("{column}", "posting_period")),
        ("finance_copy", _CLOSED.replace("{column}", "posting_period")),
        (_BUNDLE, _CLOSED.replace("{column}", "period")),
        ("handover_copy", _CLOSED_BUNDLE),
        ("statement_file", _CLOSED_OWN),
        ("carried_slip", _CLOSED_OWN),
    ):
        new, old = closed.format(row="NEW"), closed.format(row="OLD")
        # Printing the list of a bundle again is no change of it.
        of = f" OF {_BUNDLE_COLUMNS}" if table == _BUNDLE else ""
        _refuse(table, "insert", "INSERT", new)
        _refuse(table, "update", f"UPDATE{of}", f"{old} OR {new}")
        _refuse(table, "delete", "DELETE", old)
    _refuse("finance_period", "update", "UPDATE", "OLD.closed_at IS NOT NULL")
    _refuse("finance_period", "delete", "DELETE", "OLD.closed_at IS NOT NULL")


def _refuse(table: str, name: str, change: str, condition: str) -> None:
    op.execute(
        f"CREATE TRIGGER closed_{table}_{name} BEFORE {change} ON {table}"
        f" WHEN {condition} BEGIN SELECT RAISE(ABORT, 'the period is closed'); END"
    )


_FUNCTIONS = {
    # Whoever posts waits for who closes, so that nothing slips in behind the count.
    "closed_require": """(centre bigint, period text) RETURNS void AS $$
BEGIN
    PERFORM 1 FROM finance_period
        WHERE centre_id = centre AND code >= period FOR SHARE;
    PERFORM 1 FROM finance_period
        WHERE centre_id = centre AND code >= period AND closed_at IS NOT NULL;
    IF FOUND THEN
        RAISE EXCEPTION 'the period is closed' USING ERRCODE = 'SL001';
    END IF;
END $$ LANGUAGE plpgsql""",
    "closed_posting": """() RETURNS trigger AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM closed_require(OLD.centre_id, OLD.posting_period);
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    PERFORM closed_require(NEW.centre_id, NEW.posting_period);
    RETURN NEW;
END $$ LANGUAGE plpgsql""",
    "closed_bundle": """() RETURNS trigger AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM closed_require(OLD.centre_id, OLD.period);
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    PERFORM closed_require(NEW.centre_id, NEW.period);
    RETURN NEW;
END $$ LANGUAGE plpgsql""",
    "closed_bundle_copy": """() RETURNS trigger AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM closed_require(centre_id, period) FROM handover_batch
            WHERE id = OLD.batch_id;
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    PERFORM closed_require(centre_id, period) FROM handover_batch
        WHERE id = NEW.batch_id;
    RETURN NEW;
END $$ LANGUAGE plpgsql""",
    "closed_part": """() RETURNS trigger AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM 1 FROM finance_period
            WHERE id = OLD.period_id AND closed_at IS NOT NULL;
        IF FOUND THEN
            RAISE EXCEPTION 'the period is closed' USING ERRCODE = 'SL001';
        END IF;
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    PERFORM 1 FROM finance_period
        WHERE id = NEW.period_id AND closed_at IS NOT NULL;
    IF FOUND THEN
        RAISE EXCEPTION 'the period is closed' USING ERRCODE = 'SL001';
    END IF;
    RETURN NEW;
END $$ LANGUAGE plpgsql""",
    "closed_period": """() RETURNS trigger AS $$
BEGIN
    IF OLD.closed_at IS NOT NULL THEN
        RAISE EXCEPTION 'the period is closed' USING ERRCODE = 'SL001';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END $$ LANGUAGE plpgsql""",
    "closed_table": """() RETURNS trigger AS $$
BEGIN
    PERFORM 1 FROM finance_period WHERE closed_at IS NOT NULL;
    IF FOUND THEN
        RAISE EXCEPTION 'the period is closed' USING ERRCODE = 'SL001';
    END IF;
    RETURN NULL;
END $$ LANGUAGE plpgsql""",
}


def _guard_on_a_server() -> None:
    for name, body in _FUNCTIONS.items():
        op.execute(f"CREATE FUNCTION {name}{body}")
    every = "INSERT OR UPDATE OR DELETE"
    for table, changes, function in (
        ("ledger_entry", every, "closed_posting"),
        ("finance_copy", every, "closed_posting"),
        (
            _BUNDLE,
            f"INSERT OR UPDATE OF {_BUNDLE_COLUMNS} OR DELETE",
            "closed_bundle",
        ),
        ("handover_copy", every, "closed_bundle_copy"),
        ("statement_file", every, "closed_part"),
        ("carried_slip", every, "closed_part"),
        ("finance_period", "UPDATE OR DELETE", "closed_period"),
    ):
        op.execute(
            f"CREATE TRIGGER closed_{table} BEFORE {changes} ON {table}"
            f" FOR EACH ROW EXECUTE FUNCTION {function}()"
        )
        op.execute(
            f"CREATE TRIGGER closed_{table}_all BEFORE TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION closed_table()"
        )
