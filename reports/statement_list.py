"""The seven lists of the finance statement, each a table of columns.

Paper and workbook draw the same tables, so that they cannot say different things.
"""

from collections.abc import Callable, Sequence
from typing import Any

from models.ledger_entry import EntryKind, PayMethod
from models.statement import Section, Statement, StatementBalance, StatementSlip
from models.text import QT_TRANSLATE_NOOP
from models.waiver import WaiverLevel
from reports.sheet import Kind, Value
from reports.statement_column import ListColumn, Part, StatementList
from reports.statement_words import Words, only

_Value = Callable[[Any, Words], Value]


def _text(
    key: str, title: str, width: float, value: _Value, group: str = ""
) -> ListColumn:
    return ListColumn(key, title, width, value, group=group)


def _moment(key: str, title: str, value: _Value, group: str = "") -> ListColumn:
    return ListColumn(key, title, 16, value, Kind.MOMENT, group=group)


def _money(key: str, title: str, value: _Value, group: str = "") -> ListColumn:
    return ListColumn(key, title, 9, value, Kind.MONEY, is_summed=True, group=group)


_SLIP = QT_TRANSLATE_NOOP("Statement", "Repair slip")
_TIMES = QT_TRANSLATE_NOOP("Statement", "Times and finance copy")
_FEE = QT_TRANSLATE_NOOP("Statement", "Fee")
_POSTED = QT_TRANSLATE_NOOP("Statement", "Posted to this statement")
_AT_END = QT_TRANSLATE_NOOP("Statement", "At the end")
_PAPERS = QT_TRANSLATE_NOOP("Statement", "Papers")
_DECISION = QT_TRANSLATE_NOOP("Statement", "Decision")
_BUNDLE = QT_TRANSLATE_NOOP("Statement", "Bundle")

_NUMBER = QT_TRANSLATE_NOOP("Statement", "Slip no.")
_ROOM = QT_TRANSLATE_NOOP("Statement", "Room or place")
_OWNER = QT_TRANSLATE_NOOP("Statement", "Owner")
_ISSUED = QT_TRANSLATE_NOOP("Statement", "Issued")
_RECEIVED = QT_TRANSLATE_NOOP("Statement", "Received")
_REFUNDED = QT_TRANSLATE_NOOP("Statement", "Refunded")
_ADJUSTED = QT_TRANSLATE_NOOP("Statement", "Adjusted")
_WAIVED = QT_TRANSLATE_NOOP("Statement", "Waived")
_CHARGED = QT_TRANSLATE_NOOP("Statement", "Charged")
_BALANCE = QT_TRANSLATE_NOOP("Statement", "Owed at the end")
_SCOPE = QT_TRANSLATE_NOOP("Statement", "Slip of")
_REMARK = QT_TRANSLATE_NOOP("Statement", "Remark")


def _bare(group: str = "") -> tuple[ListColumn, ...]:
    """Which slip a row is about."""
    return (
        _text("number", _NUMBER, 13.5, lambda row, _: row.number, group),
        _text("room", _ROOM, 11, lambda row, _: row.room, group),
        _text("owner", _OWNER, 14.5, lambda row, _: row.owner_name, group),
    )


_WHICH = (
    *_bare(_SLIP),
    _text(
        "content",
        QT_TRANSLATE_NOOP("Statement", "What was asked"),
        20,
        lambda row, _: row.content,
        _SLIP,
    ),
    _text(
        "area",
        QT_TRANSLATE_NOOP("Statement", "Area"),
        5.5,
        lambda row, words: words.areas[row.area_kind],
        _SLIP,
    ),
    _text(
        "state",
        QT_TRANSLATE_NOOP("Statement", "State"),
        8,
        lambda row, words: words.state(row),
        _SLIP,
    ),
    _text(
        "class",
        QT_TRANSLATE_NOOP("Statement", "Class"),
        5.5,
        lambda row, words: words.charge(row),
        _SLIP,
    ),
    _moment("issued", _ISSUED, lambda row, _: row.issued_at, _TIMES),
    ListColumn(
        "done",
        QT_TRANSLATE_NOOP("Statement", "Done"),
        11,
        lambda row, _: row.done_at,
        Kind.DATE,
        group=_TIMES,
    ),
)
_IN_HAND = (
    *_WHICH,
    _moment(
        "arrived",
        QT_TRANSLATE_NOOP("Statement", "Copy in hand"),
        lambda row, _: row.arrived_at,
        _TIMES,
    ),
    _text(
        "bundle",
        QT_TRANSLATE_NOOP("Statement", "Handed over"),
        7.5,
        lambda row, words: words.bundle(row),
        _TIMES,
    ),
    _money(
        "labour",
        QT_TRANSLATE_NOOP("Statement", "Labour"),
        lambda row, _: row.labour,
        _FEE,
    ),
    _money(
        "material",
        QT_TRANSLATE_NOOP("Statement", "Material"),
        lambda row, _: row.material,
        _FEE,
    ),
    _money("charged", _CHARGED, lambda row, _: row.charged, _POSTED),
    _money("waived", _WAIVED, lambda row, _: row.waived, _POSTED),
    _money("adjusted", _ADJUSTED, lambda row, _: row.adjusted, _POSTED),
    _money("received", _RECEIVED, lambda row, _: row.received, _POSTED),
    _money("refunded", _REFUNDED, lambda row, _: row.refunded, _POSTED),
    _money("balance", _BALANCE, lambda row, _: row.balance, _AT_END),
)
_OUT = (
    *_WHICH,
    _text(
        "reason",
        QT_TRANSLATE_NOOP("Statement", "Why not back"),
        13,
        lambda row, _: row.reason,
        _TIMES,
    ),
    _moment(
        "eta",
        QT_TRANSLATE_NOOP("Statement", "Expected on"),
        lambda row, _: row.eta_at,
        _TIMES,
    ),
    _money(
        "expected",
        QT_TRANSLATE_NOOP("Statement", "Expected"),
        lambda row, _: row.expected,
        _FEE,
    ),
    _money("adjusted", _ADJUSTED, lambda row, _: row.adjusted, _POSTED),
    _money("received", _RECEIVED, lambda row, _: row.received, _POSTED),
    _money("refunded", _REFUNDED, lambda row, _: row.refunded, _POSTED),
    _money("balance", _BALANCE, lambda row, _: row.balance, _AT_END),
    _text(
        "remark",
        _REMARK,
        14,
        lambda row, words: words.unseen if row.is_paid_unseen else "",
        _AT_END,
    ),
)
_AT = _moment(
    "at", QT_TRANSLATE_NOOP("Statement", "Time"), lambda row, _: row.effective_at
)
_MONEY_MOVED = (
    *_bare(_SLIP),
    _text("scope", _SCOPE, 8, lambda row, words: words.scope(row), _SLIP),
    _AT,
    _text(
        "kind",
        QT_TRANSLATE_NOOP("Statement", "Kind"),
        7,
        lambda row, words: words.kinds[row.kind],
    ),
    _text(
        "method",
        QT_TRANSLATE_NOOP("Statement", "Method"),
        8,
        lambda row, words: words.methods[row.method] if row.method else "",
    ),
    _text(
        "payer",
        QT_TRANSLATE_NOOP("Statement", "Payer"),
        13,
        lambda row, _: row.payer,
        _PAPERS,
    ),
    _text(
        "receipt",
        QT_TRANSLATE_NOOP("Statement", "Receipt no."),
        12,
        lambda row, _: row.receipt_no,
        _PAPERS,
    ),
    _text(
        "invoice",
        QT_TRANSLATE_NOOP("Statement", "Invoice no."),
        12,
        lambda row, _: row.invoice_no,
        _PAPERS,
    ),
    _money("received", _RECEIVED, lambda row, _: only(row, EntryKind.PAY), _POSTED),
    _money("refunded", _REFUNDED, lambda row, _: only(row, EntryKind.REFUND), _POSTED),
    _money("adjusted", _ADJUSTED, lambda row, _: only(row, EntryKind.ADJUST), _POSTED),
    _text("note", _REMARK, 18, lambda row, _: row.note),
)
_WAIVERS = (
    *_bare(_SLIP),
    _text("scope", _SCOPE, 8, lambda row, words: words.scope(row), _SLIP),
    _AT,
    _text(
        "level",
        QT_TRANSLATE_NOOP("Statement", "Level"),
        10,
        lambda row, words: words.levels[row.level] if row.level else "",
        _DECISION,
    ),
    _text(
        "applicant",
        QT_TRANSLATE_NOOP("Statement", "Asked by"),
        12,
        lambda row, _: row.applicant,
        _DECISION,
    ),
    _text(
        "approver",
        QT_TRANSLATE_NOOP("Statement", "Approved by"),
        12,
        lambda row, _: row.approver,
        _DECISION,
    ),
    _text(
        "paper",
        QT_TRANSLATE_NOOP("Statement", "Paper no."),
        12,
        lambda row, _: row.paper_ref,
        _DECISION,
    ),
    _text(
        "note",
        QT_TRANSLATE_NOOP("Statement", "Special reason"),
        24,
        lambda row, _: row.note,
        _DECISION,
    ),
    _money("waived", _WAIVED, lambda row, _: row.amount),
)
_BALANCES = (
    *_bare(_SLIP),
    _moment("issued", _ISSUED, lambda row, _: row.issued_at),
    _money("charged", _CHARGED, lambda row, _: row.charged),
    _money("amount", _BALANCE, lambda row, _: row.amount),
    _text("remark", _REMARK, 18, lambda row, words: _below_zero(row, words)),
)
_BATCHES = (
    ListColumn("bundle", _BUNDLE, 8, lambda row, _: row.batch_no, Kind.WHOLE),
    _moment(
        "at",
        QT_TRANSLATE_NOOP("Statement", "Handed over at"),
        lambda row, _: row.handed_at,
    ),
    _text(
        "from",
        QT_TRANSLATE_NOOP("Statement", "Given by (Housekeeping)"),
        18,
        lambda row, _: row.from_staff,
    ),
    _text(
        "to",
        QT_TRANSLATE_NOOP("Statement", "Taken by (Finance)"),
        18,
        lambda row, _: row.to_staff,
    ),
    ListColumn(
        "copies",
        QT_TRANSLATE_NOOP("Statement", "Copies"),
        9,
        lambda row, _: row.copy_count,
        Kind.WHOLE,
        is_summed=True,
    ),
    ListColumn(
        "amount",
        QT_TRANSLATE_NOOP("Statement", "Charged on them"),
        14,
        lambda row, _: row.amount,
        Kind.MONEY,
        is_summed=True,
    ),
)

_GAPS = (
    _text(
        "ref",
        QT_TRANSLATE_NOOP("Statement", "Missing number or copy"),
        24,
        lambda row, _: row.ref,
    ),
    _moment(
        "found", QT_TRANSLATE_NOOP("Statement", "Found"), lambda row, _: row.found_at
    ),
    _text(
        "owner",
        QT_TRANSLATE_NOOP("Statement", "Who follows it up"),
        18,
        lambda row, _: row.owner,
    ),
    _text(
        "cause", QT_TRANSLATE_NOOP("Statement", "Cause"), 40, lambda row, _: row.cause
    ),
)


def _below_zero(row: StatementBalance, words: Words) -> str:
    if row.amount >= 0:
        return ""
    return words.overpaid if row.charged else words.unseen


def _section(section: Section) -> Callable[[Statement], Sequence[StatementSlip]]:
    return lambda statement: statement.section(section)


def _entries(*kinds: EntryKind) -> Callable[[Statement], Sequence[Any]]:
    return lambda statement: [
        entry for entry in statement.entries if entry.kind in kinds
    ]


def _method(method: PayMethod) -> Part:
    return Part("method", lambda words: words.methods[method])


def _level(level: WaiverLevel) -> Part:
    return Part("level", lambda words: words.levels[level])


OWN = Part("scope", lambda words: words.own)
EARLIER = Part("scope", lambda words: words.earlier)
METHODS = {method: _method(method) for method in PayMethod}
LEVELS = {level: _level(level) for level in WaiverLevel}

SLIPS_A, SLIPS_B, SLIPS_C = (
    StatementList(
        section.value.upper(),
        lambda words, section=section: words.sections[section],  # type: ignore[misc]
        _OUT if section is Section.C else _IN_HAND,
        _section(section),
    )
    for section in Section
)
MOVED = StatementList(
    "收款",
    lambda words: words.translate("Statement", "Payments, refunds, adjustments"),
    _MONEY_MOVED,
    _entries(EntryKind.PAY, EntryKind.REFUND, EntryKind.ADJUST),
    parts=(OWN, EARLIER, *METHODS.values()),
)
WAIVERS = StatementList(
    "减免",
    lambda words: words.translate("Statement", "Waivers"),
    _WAIVERS,
    _entries(EntryKind.WAIVE),
    parts=(OWN, EARLIER, *LEVELS.values()),
)
BALANCES = StatementList(
    "余额",
    lambda words: words.translate("Statement", "Slips not settled at the end"),
    _BALANCES,
    lambda statement: statement.balances,
)
BATCHES = StatementList(
    "移交",
    lambda words: words.translate("Statement", "Finance copies handed over"),
    _BATCHES,
    lambda statement: statement.batches,
    counted="bundle",
)
LISTS = (SLIPS_A, SLIPS_B, SLIPS_C, MOVED, WAIVERS, BALANCES, BATCHES)
"""In the order of the sheets, which 汇总 leads."""

GAPS = StatementList(
    "追查",
    lambda words: words.translate("Statement", "Gap cases still open"),
    _GAPS,
    lambda statement: statement.gaps,
    counted="ref",
)
"""On paper the last list; in the workbook it stands on 汇总."""
