"""The slip's whole life: call, four copies, paper back, register.

The first form of the database.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_21_0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "centre",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_centre")),
        sa.UniqueConstraint("code", name=op.f("uq_centre_code")),
    )
    op.create_table(
        "calendar_day",
        sa.Column(
            "centre_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column("day_on", sa.Date(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "workday",
                "holiday",
                name="daykind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.String(length=40), nullable=False),
        sa.Column("source", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centre.id"], name=op.f("fk_calendar_day_centre_id")
        ),
        sa.PrimaryKeyConstraint("centre_id", "day_on", name=op.f("pk_calendar_day")),
    )
    op.create_table(
        "copy_scheme",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "centre_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centre.id"], name=op.f("fk_copy_scheme_centre_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_copy_scheme")),
        sa.UniqueConstraint(
            "centre_id", "code", name=op.f("uq_copy_scheme_centre_id_code")
        ),
    )
    op.create_table(
        "event",
        sa.Column(
            "centre_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(length=80), nullable=False),
        sa.Column("entity", sa.String(length=24), nullable=False),
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=24), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centre.id"], name=op.f("fk_event_centre_id")
        ),
        sa.PrimaryKeyConstraint("centre_id", "seq", name=op.f("pk_event")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(
            "ix_event_entity", ["entity", "entity_id", "seq"], unique=False
        )

    op.create_table(
        "event_head",
        sa.Column(
            "centre_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column("last_seq", sa.Integer(), nullable=False),
        sa.Column("last_hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centre.id"], name=op.f("fk_event_head_centre_id")
        ),
        sa.PrimaryKeyConstraint("centre_id", name=op.f("pk_event_head")),
    )
    op.create_table(
        "number_series",
        sa.Column(
            "centre_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "series",
            sa.Enum(
                "slip",
                "slip_seq",
                name="series",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("day", sa.String(length=20), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centre.id"], name=op.f("fk_number_series_centre_id")
        ),
        sa.PrimaryKeyConstraint(
            "centre_id", "series", "day", name=op.f("pk_number_series")
        ),
    )
    op.create_table(
        "reason_code",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "centre_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "kind",
            sa.Enum(
                "unfinished",
                "cancel",
                "void",
                "bounce",
                "gap",
                "waive",
                name="reasonkind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("text", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centre.id"], name=op.f("fk_reason_code_centre_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reason_code")),
        sa.UniqueConstraint(
            "centre_id", "kind", "code", name=op.f("uq_reason_code_centre_id_kind_code")
        ),
    )
    op.create_table(
        "setting",
        sa.Column(
            "centre_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("changed_by", sa.String(length=80), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centre.id"], name=op.f("fk_setting_centre_id")
        ),
        sa.PrimaryKeyConstraint("centre_id", "key", name=op.f("pk_setting")),
    )
    op.create_table(
        "slip_draft",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "centre_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column("typed_by", sa.String(length=80), nullable=False),
        sa.Column("typed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centre.id"], name=op.f("fk_slip_draft_centre_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slip_draft")),
    )
    with op.batch_alter_table("slip_draft", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_slip_draft_centre_id"), ["centre_id"], unique=False
        )

    op.create_table(
        "staff",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "centre_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column(
            "department",
            sa.Enum(
                "housekeeping",
                "engineering",
                "finance",
                "control",
                "management",
                name="department",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("posts", sa.Text(), nullable=False),
        sa.Column("trades", sa.Text(), nullable=False),
        sa.Column("badge_no", sa.String(length=20), nullable=True),
        sa.Column("phone", sa.String(length=30), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centre.id"], name=op.f("fk_staff_centre_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("centre_id", "name", name=op.f("uq_staff_centre_id_name")),
    )
    op.create_table(
        "trade",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "centre_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=20), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centre.id"], name=op.f("fk_trade_centre_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trade")),
        sa.UniqueConstraint("centre_id", "name", name=op.f("uq_trade_centre_id_name")),
    )
    op.create_table(
        "unit",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "centre_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column("label", sa.String(length=30), nullable=False),
        sa.Column("building", sa.String(length=10), nullable=True),
        sa.Column("floor", sa.Integer(), nullable=True),
        sa.Column("door", sa.String(length=10), nullable=True),
        sa.Column("area", sa.String(length=40), nullable=True),
        sa.Column("warranty_until_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(length=200), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centre.id"], name=op.f("fk_unit_centre_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
        sa.UniqueConstraint("centre_id", "label", name=op.f("uq_unit_centre_id_label")),
    )
    with op.batch_alter_table("unit", schema=None) as batch_op:
        batch_op.create_index(
            "ix_unit_stack", ["centre_id", "building", "door", "floor"], unique=False
        )

    op.create_table(
        "copy_scheme_row",
        sa.Column(
            "scheme_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column("copy_no", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "eng",
                "fin",
                "owner",
                "hk",
                "dept",
                "team",
                name="copyrole",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("label", sa.String(length=20), nullable=False),
        sa.Column("colour", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(
            ["scheme_id"], ["copy_scheme.id"], name=op.f("fk_copy_scheme_row_scheme_id")
        ),
        sa.PrimaryKeyConstraint(
            "scheme_id", "copy_no", name=op.f("pk_copy_scheme_row")
        ),
    )
    op.create_table(
        "slip",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "centre_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("number", sa.String(length=30), nullable=False),
        sa.Column("stock_no", sa.String(length=30), nullable=True),
        sa.Column("origin_number", sa.String(length=30), nullable=True),
        sa.Column("is_imported", sa.Boolean(), nullable=False),
        sa.Column("is_late_entry", sa.Boolean(), nullable=False),
        sa.Column(
            "area_kind",
            sa.Enum(
                "unit",
                "public",
                "office",
                name="areakind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("area", sa.String(length=40), nullable=False),
        sa.Column("place", sa.String(length=80), nullable=False),
        sa.Column("place_key", sa.String(length=200), nullable=False),
        sa.Column(
            "unit_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
        ),
        sa.Column("unit_label", sa.String(length=30), nullable=True),
        sa.Column("owner_name", sa.String(length=80), nullable=True),
        sa.Column("reporter_name", sa.String(length=80), nullable=False),
        sa.Column(
            "reporter_kind",
            sa.Enum(
                "owner",
                "staff",
                "other",
                name="reporterkind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("report_dept", sa.String(length=80), nullable=True),
        sa.Column("phone", sa.String(length=30), nullable=True),
        sa.Column("content", sa.String(length=300), nullable=False),
        sa.Column(
            "channel",
            sa.Enum(
                "phone",
                "walk_in",
                "wechat",
                "patrol",
                "mail",
                "other",
                name="channel",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column(
            "job_type",
            sa.Enum(
                "urgent",
                "routine",
                "planned",
                name="jobtype",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column(
            "charge_class",
            sa.Enum(
                "paid",
                "free_warranty",
                "free_rework",
                "contract",
                "free_public",
                name="chargeclass",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column(
            "fee_bearer",
            sa.Enum(
                "owner",
                "company",
                "company_advance",
                name="feebearer",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "duty_post",
            sa.Enum(
                "front_desk",
                "control_room",
                "housekeeper",
                name="dutypost",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("entered_by", sa.String(length=80), nullable=True),
        sa.Column("anyway_reason", sa.Text(), nullable=True),
        sa.Column("dispatcher_answered_by", sa.String(length=80), nullable=True),
        sa.Column("is_bounced", sa.Boolean(), nullable=False),
        sa.Column("bounce_reason", sa.Text(), nullable=True),
        sa.Column("trade", sa.String(length=20), nullable=True),
        sa.Column("dispatched_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dispatcher", sa.String(length=80), nullable=True),
        sa.Column("supervisor", sa.String(length=80), nullable=True),
        sa.Column("supervisor_received_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("eng_accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("technicians", sa.Text(), nullable=False),
        sa.Column("appointment_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("appointment_reason", sa.Text(), nullable=True),
        sa.Column("contacted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("escalated_to", sa.String(length=80), nullable=True),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("unfinished_reason", sa.Text(), nullable=True),
        sa.Column("eta_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("returned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("returned_to", sa.String(length=80), nullable=True),
        sa.Column(
            "outcome",
            sa.Enum(
                "completed",
                "unfinished",
                name="outcome",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column("result_text", sa.Text(), nullable=True),
        sa.Column("cause_code", sa.String(length=80), nullable=True),
        sa.Column(
            "owner_opinion",
            sa.Enum(
                "satisfied",
                "fair",
                "dissatisfied",
                name="owneropinion",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column(
            "sign_status",
            sa.Enum(
                "signed",
                "proxy",
                "absent",
                "refused",
                name="signstatus",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column("signed_by", sa.String(length=80), nullable=True),
        sa.Column("signer_role", sa.String(length=80), nullable=True),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("proxy_phone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sign_note", sa.Text(), nullable=True),
        sa.Column("accepted_by", sa.String(length=80), nullable=True),
        sa.Column(
            "inspect_status",
            sa.Enum(
                "pending",
                "passed",
                "failed",
                name="inspectstatus",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column("inspected_by", sa.String(length=80), nullable=True),
        sa.Column("inspected_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("inspect_note", sa.Text(), nullable=True),
        sa.Column("finance_early_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("escort", sa.String(length=80), nullable=True),
        sa.Column("binder_no", sa.String(length=20), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=True),
        sa.Column("copy_scheme", sa.String(length=20), nullable=True),
        sa.Column("needs_reprint", sa.Boolean(), nullable=False),
        sa.Column("rework_no", sa.Integer(), nullable=False),
        sa.Column(
            "parent_slip_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
        ),
        sa.Column(
            "link_kind",
            sa.Enum(
                "rework",
                "found",
                "duplicate",
                name="linkkind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "issued",
                "dispatched",
                "on_site",
                "quoted",
                "disputed",
                "working",
                "suspended",
                "done",
                "returned",
                "closed",
                "cancelled",
                "void",
                name="slipstate",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("state <> 'draft'", name=op.f("ck_slip_numbered")),
        sa.CheckConstraint("rework_no >= 0", name=op.f("ck_slip_rework_no")),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centre.id"], name=op.f("fk_slip_centre_id")
        ),
        sa.ForeignKeyConstraint(
            ["parent_slip_id"], ["slip.id"], name=op.f("fk_slip_parent_slip_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_slip_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slip")),
        sa.UniqueConstraint(
            "centre_id", "number", name=op.f("uq_slip_centre_id_number")
        ),
        sa.UniqueConstraint("centre_id", "seq", name=op.f("uq_slip_centre_id_seq")),
        sa.UniqueConstraint(
            "centre_id", "stock_no", name=op.f("uq_slip_centre_id_stock_no")
        ),
    )
    with op.batch_alter_table("slip", schema=None) as batch_op:
        batch_op.create_index(
            "ix_slip_issued", ["centre_id", "issued_at", "id"], unique=False
        )
        batch_op.create_index(
            "ix_slip_place", ["centre_id", "place_key", "issued_at"], unique=False
        )
        batch_op.create_index(
            "ix_slip_returned", ["centre_id", "returned_at"], unique=False
        )
        batch_op.create_index(
            "ix_slip_state", ["centre_id", "state", "issued_at"], unique=False
        )
        batch_op.create_index("ix_slip_unit", ["unit_id", "issued_at"], unique=False)

    op.create_table(
        "unit_owner",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "unit_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("phone", sa.String(length=30), nullable=True),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_unit_owner_unit_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit_owner")),
    )
    with op.batch_alter_table("unit_owner", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_unit_owner_unit_id"), ["unit_id"], unique=False
        )

    op.create_table(
        "book_row",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "centre_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column("sheet", sa.String(length=10), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "slip_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
        ),
        sa.Column("row_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cells", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centre.id"], name=op.f("fk_book_row_centre_id")
        ),
        sa.ForeignKeyConstraint(
            ["slip_id"], ["slip.id"], name=op.f("fk_book_row_slip_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_book_row")),
    )
    with op.batch_alter_table("book_row", schema=None) as batch_op:
        batch_op.create_index(
            "ix_book_row_sheet", ["centre_id", "sheet", "row_at"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_book_row_slip_id"), ["slip_id"], unique=False
        )

    op.create_table(
        "copy_move",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "slip_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column("copy_no", sa.Integer(), nullable=False),
        sa.Column("print_seq", sa.Integer(), nullable=False),
        sa.Column(
            "from_place",
            sa.Enum(
                "dispatch",
                "supervisor",
                "technician",
                "owner",
                "eng_file",
                "hk_desk",
                "hk_file",
                "fin_transit",
                "finance",
                "department",
                "team",
                "lost",
                "void_collected",
                name="from_place",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column(
            "to_place",
            sa.Enum(
                "dispatch",
                "supervisor",
                "technician",
                "owner",
                "eng_file",
                "hk_desk",
                "hk_file",
                "fin_transit",
                "finance",
                "department",
                "team",
                "lost",
                "void_collected",
                name="to_place",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("moved_by", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["slip_id"], ["slip.id"], name=op.f("fk_copy_move_slip_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_copy_move")),
    )
    with op.batch_alter_table("copy_move", schema=None) as batch_op:
        batch_op.create_index("ix_copy_move_slip", ["slip_id", "copy_no"], unique=False)

    op.create_table(
        "feedback",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "slip_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_by", sa.String(length=80), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("eta_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["slip_id"], ["slip.id"], name=op.f("fk_feedback_slip_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
    )
    with op.batch_alter_table("feedback", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_feedback_slip_id"), ["slip_id"], unique=False
        )

    op.create_table(
        "gap_case",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "centre_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "kind",
            sa.Enum(
                "number",
                "copy",
                "stock",
                name="gapkind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("ref", sa.String(length=60), nullable=False),
        sa.Column(
            "slip_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
        ),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("found_by", sa.String(length=80), nullable=False),
        sa.Column("cause", sa.String(length=200), nullable=True),
        sa.Column("owner", sa.String(length=80), nullable=True),
        sa.Column("resolution", sa.String(length=200), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centre.id"], name=op.f("fk_gap_case_centre_id")
        ),
        sa.ForeignKeyConstraint(
            ["slip_id"], ["slip.id"], name=op.f("fk_gap_case_slip_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gap_case")),
    )
    with op.batch_alter_table("gap_case", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_gap_case_centre_id"), ["centre_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_gap_case_slip_id"), ["slip_id"], unique=False
        )

    op.create_table(
        "quote",
        sa.Column(
            "slip_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("quoted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "offered",
                "agreed",
                "disputed",
                "refused",
                name="quotestatus",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("confirmed_by", sa.String(length=80), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("note", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(
            ["slip_id"], ["slip.id"], name=op.f("fk_quote_slip_id")
        ),
        sa.PrimaryKeyConstraint("slip_id", "position", name=op.f("pk_quote")),
    )
    op.create_table(
        "slip_copy",
        sa.Column(
            "slip_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column("copy_no", sa.Integer(), nullable=False),
        sa.Column("print_seq", sa.Integer(), nullable=False),
        sa.Column("is_live", sa.Boolean(), nullable=False),
        sa.Column(
            "place",
            sa.Enum(
                "dispatch",
                "supervisor",
                "technician",
                "owner",
                "eng_file",
                "hk_desk",
                "hk_file",
                "fin_transit",
                "finance",
                "department",
                "team",
                "lost",
                "void_collected",
                name="copyplace",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("place_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("printed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["slip_id"], ["slip.id"], name=op.f("fk_slip_copy_slip_id")
        ),
        sa.PrimaryKeyConstraint(
            "slip_id", "copy_no", "print_seq", name=op.f("pk_slip_copy")
        ),
    )
    op.create_table(
        "slip_line",
        sa.Column(
            "slip_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "labour",
                "material",
                name="linekind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("tariff_code", sa.String(length=20), nullable=True),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("uom", sa.String(length=10), nullable=True),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("price >= 0", name=op.f("ck_slip_line_price")),
        sa.CheckConstraint("quantity > 0", name=op.f("ck_slip_line_quantity")),
        sa.ForeignKeyConstraint(
            ["slip_id"], ["slip.id"], name=op.f("fk_slip_line_slip_id")
        ),
        sa.PrimaryKeyConstraint("slip_id", "position", name=op.f("pk_slip_line")),
    )
