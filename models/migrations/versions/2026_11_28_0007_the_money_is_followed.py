"""The money: tariff, ledger, waivers, finance copies, bundles, closed periods.

Every yuan of a slip gets an entry of its own, and every finance copy the statement it
stands in. What is closed is closed: the database refuses to change it.

Money that earlier versions kept as rows of a data book, and copies that came in hand,
post as they would have. Periods that a book had closed are proposed; the program closes
them after this step, because a statement is counted then.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

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
    _OldMoney(op.get_bind()).post()
    op.drop_table("book_row")


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
        sa.Column("version", sa.Integer(), nullable=False),
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


def _columns(table: str, **types: Any) -> Any:
    return sa.table(table, *(sa.column(name, kind) for name, kind in types.items()))


_INT, _TEXT, _BOOL = sa.BigInteger(), sa.String(), sa.Boolean()
_ROW = _columns(
    "book_row",
    id=_INT,
    centre_id=_INT,
    sheet=_TEXT,
    position=_INT,
    slip_id=_INT,
    row_at=_AT,
    cells=_TEXT,
)
_SLIP = _columns(
    "slip",
    id=_INT,
    centre_id=_INT,
    area_kind=_TEXT,
    charge_class=_TEXT,
    state=_TEXT,
    owner_name=_TEXT,
    unit_label=_TEXT,
    place=_TEXT,
    issued_at=_AT,
    returned_at=_AT,
    outcome=_TEXT,
    inspect_status=_TEXT,
    inspected_at=_AT,
    finance_early_at=_AT,
    ended_at=_AT,
)
_LINE = _columns("slip_line", slip_id=_INT, amount=_INT)
_QUOTE = _columns(
    "quote", slip_id=_INT, position=_INT, amount=_INT, quoted_at=_AT, status=_TEXT
)
_COPY = _columns("slip_copy", slip_id=_INT, copy_no=_INT, is_live=_BOOL, place=_TEXT)
_SETTING = _columns("setting", centre_id=_INT, key=_TEXT, value=_TEXT)
_WAIVER = _columns(
    "waiver",
    id=_INT,
    centre_id=_INT,
    slip_id=_INT,
    amount=_INT,
    reason=_TEXT,
    level=_TEXT,
    applicant=_TEXT,
    applied_at=_AT,
    status=_TEXT,
    approver=_TEXT,
    approver_title=_TEXT,
    decided_at=_AT,
    recorded_by=_TEXT,
)
_ENTRY = _columns(
    "ledger_entry",
    centre_id=_INT,
    slip_id=_INT,
    kind=_TEXT,
    amount=_INT,
    method=_TEXT,
    payer=_TEXT,
    receipt_no=_TEXT,
    note=_TEXT,
    effective_at=_AT,
    recorded_at=_AT,
    recorded_by=_TEXT,
    posting_period=_TEXT,
    waiver_id=_INT,
)
_ARRIVAL = _columns(
    "finance_copy",
    centre_id=_INT,
    slip_id=_INT,
    arrived_at=_AT,
    left_at=_AT,
    is_early=_BOOL,
    has_paper=_BOOL,
    posting_period=_TEXT,
)
_PERIOD = _columns(
    "finance_period",
    centre_id=_INT,
    code=_TEXT,
    proposed_at=_AT,
    proposed_by=_TEXT,
)
_KINDS = {"收款": "pay", "退款": "refund", "调整": "adjust"}
_METHODS = {
    "现金": "cash",
    "转账": "transfer",
    "微信": "wechat",
    "支付宝": "alipay",
    "刷卡": "card",
    "其他": "other",
}
_LEVELS = {"物业总监": "director", "公司领导": "leader"}
_CHARGED = {"paid", "contract"}
_ENDED = {"void", "cancelled"}
_BACK = {"returned", "closed"}
_LOST = """
SELECT slip_copy.slip_id
FROM slip_copy
JOIN slip ON slip.id = slip_copy.slip_id
JOIN copy_scheme ON copy_scheme.centre_id = slip.centre_id
    AND copy_scheme.code = slip.copy_scheme
JOIN copy_scheme_row ON copy_scheme_row.scheme_id = copy_scheme.id
    AND copy_scheme_row.copy_no = slip_copy.copy_no
WHERE slip_copy.is_live AND slip_copy.place = 'lost' AND copy_scheme_row.role = 'fin'
"""
_SYSTEM = "系统"
_CHUNK = 1_000


class _OldMoney:
    """What earlier versions knew of the money, posted by the rules of today."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        zones = {
            row.centre_id: ZoneInfo(row.value)
            for row in connection.execute(
                sa.select(_SETTING).where(_SETTING.c.key == "zone")
            )
        }
        self._zones = defaultdict(lambda: ZoneInfo("Asia/Shanghai"), zones)
        self._closes: defaultdict[int, list[tuple[datetime, str]]] = defaultdict(list)
        self._kept: defaultdict[int, list[Any]] = defaultdict(list)
        for row in connection.execute(
            sa.select(_ROW).order_by(_ROW.c.row_at, _ROW.c.position, _ROW.c.id)
        ):
            if row.sheet == "关账":
                close = _utc(row.row_at), json.loads(row.cells)["期间"]
                self._closes[row.centre_id].append(close)
            else:
                self._kept[row.slip_id].append(row)
        self._lost = set(connection.scalars(sa.text(_LOST)))

    def post(self) -> None:
        last = 0
        while slips := self._connection.execute(
            sa.select(_SLIP).where(_SLIP.c.id > last).order_by(_SLIP.c.id).limit(_CHUNK)
        ).all():
            last = slips[-1].id
            prices = self._prices(slips[0].id, last)
            printed = self._printed(slips[0].id, last)
            entries: list[dict[str, object]] = []
            copies: list[dict[str, object]] = []
            for slip in slips:
                copy = self._arrival(slip, slip.id in printed)
                if copy is not None:
                    copies.append(copy)
                    entries += self._charge(slip, copy, prices.get(slip.id, 0))
                for row in self._kept.get(slip.id, ()):
                    entries.append(self._entry(slip, row, copy))
            self._insert(_ARRIVAL, copies)
            self._insert(_ENTRY, entries)
        periods = [
            {
                "centre_id": centre_id,
                "code": code,
                "proposed_at": at,
                "proposed_by": _SYSTEM,
            }
            for centre_id, closes in self._closes.items()
            for at, code in closes
        ]
        self._insert(_PERIOD, periods)

    def _insert(self, table: Any, rows: list[dict[str, object]]) -> None:
        if rows:
            self._connection.execute(sa.insert(table), rows)

    def _prices(self, first: int, last: int) -> dict[int, int]:
        """Slip id → the price the owner agreed to here, else what its lines come to."""
        lines = self._connection.execute(
            sa.select(_LINE.c.slip_id, sa.func.sum(_LINE.c.amount))
            .where(_LINE.c.slip_id.between(first, last))
            .group_by(_LINE.c.slip_id)
        )
        prices = {slip_id: int(amount) for slip_id, amount in lines}
        agreed: dict[int, int | None] = {}
        for quote in self._connection.execute(
            sa.select(_QUOTE)
            .where(_QUOTE.c.slip_id.between(first, last))
            .order_by(_QUOTE.c.slip_id, _QUOTE.c.position)
        ):
            stands = quote.status == "agreed" and quote.quoted_at is not None
            agreed[quote.slip_id] = quote.amount if stands else None
        return prices | {each: fen for each, fen in agreed.items() if fen is not None}

    def _printed(self, first: int, last: int) -> set[int]:
        return set(
            self._connection.scalars(
                sa.select(_COPY.c.slip_id)
                .where(_COPY.c.slip_id.between(first, last))
                .distinct()
            )
        )

    def _arrival(self, slip: Any, is_printed: bool) -> dict[str, object] | None:
        at, left_at = _in_hand(slip, slip.id in self._lost)
        if at is None:
            return None
        period = self._period(slip.centre_id, _utc(slip.issued_at), at)
        if left_at is not None and self._open_from(slip.centre_id, left_at) > period:
            left_at = None
        return {
            "centre_id": slip.centre_id,
            "slip_id": slip.id,
            "arrived_at": at,
            "left_at": left_at,
            "is_early": slip.finance_early_at is not None,
            "has_paper": is_printed,
            "posting_period": period,
        }

    def _charge(
        self, slip: Any, copy: dict[str, object], fen: int
    ) -> Iterator[dict[str, object]]:
        is_owed = slip.area_kind == "unit" and slip.charge_class in _CHARGED
        if not fen or not is_owed or slip.state in _ENDED:
            return
        yield self._row(slip, "charge", fen, copy["arrived_at"], copy["posting_period"])

    def _entry(
        self, slip: Any, row: Any, copy: dict[str, object] | None
    ) -> dict[str, object]:
        cells, at = json.loads(row.cells), _utc(row.row_at)
        fen = int(Decimal(cells["金额"]) * 100)
        own = self._period(slip.centre_id, at, at)
        if row.sheet == "减免":
            waiver_id = self._waiver(slip, cells, fen, at)
            inclusion = copy["posting_period"] if copy and not copy["left_at"] else None
            period = max(own, str(inclusion)) if inclusion else None
            return self._row(slip, "waive", fen, at, period, waiver_id=waiver_id)
        kind = _KINDS[cells["种类"]]
        is_money = kind != "adjust"
        payer = slip.owner_name or slip.unit_label or slip.place
        return self._row(
            slip,
            kind,
            fen,
            at,
            own,
            method=_METHODS[cells["方式"]] if is_money else None,
            payer=payer if is_money else None,
            receipt_no=cells.get("收据号"),
            note=cells.get("说明"),
        )

    def _waiver(self, slip: Any, cells: dict[str, str], fen: int, at: datetime) -> int:
        title = cells.get("级别", "")
        waiver_id: int = self._connection.execute(
            sa.insert(_WAIVER).returning(_WAIVER.c.id),
            {
                "centre_id": slip.centre_id,
                "slip_id": slip.id,
                "amount": fen,
                "reason": cells.get("原因", ""),
                "level": _LEVELS.get(title, "leader"),
                "applicant": cells.get("申请人") or _SYSTEM,
                "applied_at": at,
                "status": "approved",
                "approver": cells.get("批准人"),
                "approver_title": title or None,
                "decided_at": at,
                "recorded_by": _SYSTEM,
            },
        ).scalar_one()
        return waiver_id

    def _row(
        self,
        slip: Any,
        kind: str,
        fen: int,
        at: object,
        period: object,
        **more: object,
    ) -> dict[str, object]:
        empty = dict.fromkeys(("method", "payer", "receipt_no", "note", "waiver_id"))
        return {
            **empty,
            "centre_id": slip.centre_id,
            "slip_id": slip.id,
            "kind": kind,
            "amount": fen,
            "effective_at": at,
            "recorded_at": at,
            "recorded_by": _SYSTEM,
            "posting_period": period,
            **more,
        }

    def _period(self, centre_id: int, effective: datetime, recorded: datetime) -> str:
        local = effective.astimezone(self._zones[centre_id])
        months = local.year * 12 + local.month - 1 + (local.day >= 21)
        return max(_code(months), self._open_from(centre_id, recorded))

    def _open_from(self, centre_id: int, at: datetime) -> str:
        closed = [code for when, code in self._closes[centre_id] if when <= at]
        if not closed:
            return ""
        year, month = max(closed).split("-")
        return _code(int(year) * 12 + int(month))


def _in_hand(slip: Any, is_lost: bool) -> tuple[datetime | None, datetime | None]:
    """When the finance copy came in hand, and when it went out again."""
    if slip.state in _ENDED:
        return _utc(slip.ended_at), None
    if slip.finance_early_at is not None:
        return _utc(slip.finance_early_at), None
    if slip.returned_at is None or is_lost or slip.outcome == "unfinished":
        return None, None
    if slip.state in _BACK:
        return _utc(slip.returned_at), None
    failed = slip.inspect_status == "failed" and slip.inspected_at is not None
    return (_utc(slip.returned_at), _utc(slip.inspected_at)) if failed else (None, None)


def _utc(at: Any) -> Any:
    """The instant; a file keeps it without its zone."""
    return at.replace(tzinfo=UTC) if at is not None and at.tzinfo is None else at


def _code(months: int) -> str:
    year, month = divmod(months, 12)
    return f"{year}-{month + 1:02d}"
