"""The columns of the lists of slips, and the headings that other lists share."""

from models.text import QT_TRANSLATE_NOOP
from reports.sheet import Kind
from reports.statement_column import (
    ListColumn,
    moment_column,
    money_column,
    text_column,
)

SLIP = QT_TRANSLATE_NOOP("Statement", "Repair slip")
TIMES = QT_TRANSLATE_NOOP("Statement", "Times and finance copy")
FEE = QT_TRANSLATE_NOOP("Statement", "Fee")
POSTED = QT_TRANSLATE_NOOP("Statement", "Posted to this statement")
AT_END = QT_TRANSLATE_NOOP("Statement", "At the end")
PAPERS = QT_TRANSLATE_NOOP("Statement", "Papers")
DECISION = QT_TRANSLATE_NOOP("Statement", "Decision")
BUNDLE = QT_TRANSLATE_NOOP("Statement", "Bundle")

NUMBER = QT_TRANSLATE_NOOP("Statement", "Slip no.")
ROOM = QT_TRANSLATE_NOOP("Statement", "Room or place")
OWNER = QT_TRANSLATE_NOOP("Statement", "Owner")
ISSUED = QT_TRANSLATE_NOOP("Statement", "Issued")
RECEIVED = QT_TRANSLATE_NOOP("Statement", "Received")
REFUNDED = QT_TRANSLATE_NOOP("Statement", "Refunded")
ADJUSTED = QT_TRANSLATE_NOOP("Statement", "Adjusted")
WAIVED = QT_TRANSLATE_NOOP("Statement", "Waived")
CHARGED = QT_TRANSLATE_NOOP("Statement", "Charged")
BALANCE = QT_TRANSLATE_NOOP("Statement", "Owed at the end")
SCOPE = QT_TRANSLATE_NOOP("Statement", "Slip of")
REMARK = QT_TRANSLATE_NOOP("Statement", "Remark")


def which_columns(group: str = "") -> tuple[ListColumn, ...]:
    """Which slip a row is about."""
    return (
        text_column("number", NUMBER, 13.5, lambda row, _: row.number, group),
        text_column("room", ROOM, 11, lambda row, _: row.room, group),
        text_column("owner", OWNER, 14.5, lambda row, _: row.owner_name, group),
    )


WHICH = (
    *which_columns(SLIP),
    text_column(
        "content",
        QT_TRANSLATE_NOOP("Statement", "What was asked"),
        20,
        lambda row, _: row.content,
        SLIP,
    ),
    text_column(
        "area",
        QT_TRANSLATE_NOOP("Statement", "Area"),
        5.5,
        lambda row, words: words.areas[row.area_kind],
        SLIP,
    ),
    text_column(
        "state",
        QT_TRANSLATE_NOOP("Statement", "State"),
        10.5,
        lambda row, words: words.state(row),
        SLIP,
    ),
    text_column(
        "class",
        QT_TRANSLATE_NOOP("Statement", "Class"),
        5.5,
        lambda row, words: words.charge(row),
        SLIP,
    ),
    moment_column("issued", ISSUED, lambda row, _: row.issued_at, TIMES),
    ListColumn(
        "done",
        QT_TRANSLATE_NOOP("Statement", "Done"),
        11,
        lambda row, _: row.done_at,
        Kind.DATE,
        group=TIMES,
    ),
)
IN_HAND = (
    *WHICH,
    moment_column(
        "arrived",
        QT_TRANSLATE_NOOP("Statement", "Copy in hand"),
        lambda row, _: row.arrived_at,
        TIMES,
    ),
    text_column(
        "bundle",
        QT_TRANSLATE_NOOP("Statement", "Handed over"),
        7.5,
        lambda row, words: words.bundle(row),
        TIMES,
    ),
    money_column(
        "labour",
        QT_TRANSLATE_NOOP("Statement", "Labour"),
        lambda row, _: row.labour,
        FEE,
    ),
    money_column(
        "material",
        QT_TRANSLATE_NOOP("Statement", "Material"),
        lambda row, _: row.material,
        FEE,
    ),
    money_column("charged", CHARGED, lambda row, _: row.charged, POSTED),
    money_column("waived", WAIVED, lambda row, _: row.waived, POSTED),
    money_column("adjusted", ADJUSTED, lambda row, _: row.adjusted, POSTED),
    money_column("received", RECEIVED, lambda row, _: row.received, POSTED),
    money_column("refunded", REFUNDED, lambda row, _: row.refunded, POSTED),
    money_column("balance", BALANCE, lambda row, _: row.balance, AT_END),
)
OUT = (
    *WHICH,
    text_column(
        "reason",
        QT_TRANSLATE_NOOP("Statement", "Why not back"),
        13,
        lambda row, _: row.reason,
        TIMES,
    ),
    moment_column(
        "eta",
        QT_TRANSLATE_NOOP("Statement", "Expected on"),
        lambda row, _: row.eta_at,
        TIMES,
    ),
    money_column(
        "expected",
        QT_TRANSLATE_NOOP("Statement", "Expected"),
        lambda row, _: row.expected,
        FEE,
    ),
    money_column("adjusted", ADJUSTED, lambda row, _: row.adjusted, POSTED),
    money_column("received", RECEIVED, lambda row, _: row.received, POSTED),
    money_column("refunded", REFUNDED, lambda row, _: row.refunded, POSTED),
    money_column("balance", BALANCE, lambda row, _: row.balance, AT_END),
    text_column(
        "remark",
        REMARK,
        14,
        lambda row, words: words.unseen if row.is_paid_unseen else "",
        AT_END,
    ),
)
