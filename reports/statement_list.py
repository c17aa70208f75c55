"""The seven lists of the finance statement, each a table of columns.

Paper and workbook draw the same tables, so that they cannot say different things.
"""

from collections.abc import Callable, Sequence
from typing import Any

from models.ledger_entry import EntryKind, PayMethod
from models.statement import Section, Statement, StatementBalance, StatementSlip
from models.text import QT_TRANSLATE_NOOP
from models.waiver import WaiverLevel
from reports.sheet import Kind
from reports.statement_column import (
    ListColumn,
    Part,
    StatementList,
    moment_column,
    money_column,
    text_column,
)
from reports.statement_slip_columns import (
    ADJUSTED,
    BALANCE,
    BUNDLE,
    CHARGED,
    DECISION,
    IN_HAND,
    ISSUED,
    OUT,
    PAPERS,
    POSTED,
    RECEIVED,
    REFUNDED,
    REMARK,
    SCOPE,
    SLIP,
    WAIVED,
    which_columns,
)
from reports.statement_words import Words, only

_AT = moment_column(
    "at", QT_TRANSLATE_NOOP("Statement", "Time"), lambda row, _: row.effective_at
)
_MONEY_MOVED = (
    *which_columns(SLIP),
    text_column("scope", SCOPE, 8, lambda row, words: words.scope(row), SLIP),
    _AT,
    text_column(
        "kind",
        QT_TRANSLATE_NOOP("Statement", "Kind"),
        7,
        lambda row, words: words.kinds[row.kind],
    ),
    text_column(
        "method",
        QT_TRANSLATE_NOOP("Statement", "Method"),
        8,
        lambda row, words: words.methods[row.method] if row.method else "",
    ),
    text_column(
        "payer",
        QT_TRANSLATE_NOOP("Statement", "Payer"),
        13,
        lambda row, _: row.payer,
        PAPERS,
    ),
    text_column(
        "receipt",
        QT_TRANSLATE_NOOP("Statement", "Receipt no."),
        12,
        lambda row, _: row.receipt_no,
        PAPERS,
    ),
    text_column(
        "invoice",
        QT_TRANSLATE_NOOP("Statement", "Invoice no."),
        12,
        lambda row, _: row.invoice_no,
        PAPERS,
    ),
    money_column("received", RECEIVED, lambda row, _: only(row, EntryKind.PAY), POSTED),
    money_column(
        "refunded", REFUNDED, lambda row, _: only(row, EntryKind.REFUND), POSTED
    ),
    money_column(
        "adjusted", ADJUSTED, lambda row, _: only(row, EntryKind.ADJUST), POSTED
    ),
    text_column("note", REMARK, 18, lambda row, _: row.note),
)
_WAIVERS = (
    *which_columns(SLIP),
    text_column("scope", SCOPE, 8, lambda row, words: words.scope(row), SLIP),
    _AT,
    text_column(
        "level",
        QT_TRANSLATE_NOOP("Statement", "Level"),
        10,
        lambda row, words: words.levels[row.level] if row.level else "",
        DECISION,
    ),
    text_column(
        "applicant",
        QT_TRANSLATE_NOOP("Statement", "Asked by"),
        12,
        lambda row, _: row.applicant,
        DECISION,
    ),
    text_column(
        "approver",
        QT_TRANSLATE_NOOP("Statement", "Approved by"),
        12,
        lambda row, _: row.approver,
        DECISION,
    ),
    text_column(
        "paper",
        QT_TRANSLATE_NOOP("Statement", "Paper no."),
        12,
        lambda row, _: row.paper_ref,
        DECISION,
    ),
    text_column(
        "note",
        QT_TRANSLATE_NOOP("Statement", "Special reason"),
        24,
        lambda row, _: row.note,
        DECISION,
    ),
    money_column("waived", WAIVED, lambda row, _: row.amount),
)
_BALANCES = (
    *which_columns(SLIP),
    moment_column("issued", ISSUED, lambda row, _: row.issued_at),
    money_column("charged", CHARGED, lambda row, _: row.charged),
    money_column("amount", BALANCE, lambda row, _: row.amount),
    text_column("remark", REMARK, 18, lambda row, words: _below_zero(row, words)),
)
_BATCHES = (
    ListColumn("bundle", BUNDLE, 8, lambda row, _: row.batch_no, Kind.WHOLE),
    moment_column(
        "at",
        QT_TRANSLATE_NOOP("Statement", "Handed over at"),
        lambda row, _: row.handed_at,
    ),
    text_column(
        "from",
        QT_TRANSLATE_NOOP("Statement", "Given by (Housekeeping)"),
        18,
        lambda row, _: row.from_staff,
    ),
    text_column(
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
    text_column(
        "ref",
        QT_TRANSLATE_NOOP("Statement", "Missing number or copy"),
        24,
        lambda row, _: row.ref,
    ),
    moment_column(
        "found", QT_TRANSLATE_NOOP("Statement", "Found"), lambda row, _: row.found_at
    ),
    text_column(
        "owner",
        QT_TRANSLATE_NOOP("Statement", "Who follows it up"),
        18,
        lambda row, _: row.owner,
    ),
    text_column(
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
        OUT if section is Section.C else IN_HAND,
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
